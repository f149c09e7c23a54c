"""Why nothing of what is overdue is asked for, though no rule forbids it: what was agreed or said.

Source: issue 7, "Not being followed up"; docs/decisions/0024.
"""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from creditmate.domain.case_picture import Picture
from creditmate.domain.chasing import Portion
from creditmate.domain.claims import LIVE_CLAIMS
from creditmate.domain.extensions import extended_to
from creditmate.domain.money import Money


class WhyNot(StrEnum):
    """Why a customer is not on the list; the values are stable."""

    SMALL_BALANCE = "small_balance"
    # at rest: the values are those of ``domain.at_rest``
    DECEASED = "deceased"
    INSOLVENT = "insolvent"
    BREATHING_SPACE = "breathing_space"
    HARDSHIP = "hardship"
    OURS = "ours"
    WITH_AGENCY = "with_agency"
    CEASED = "ceased"
    # what was agreed or said leaves nothing to ask for
    IN_QUESTION = "in_question"
    TO_CREDIT = "to_credit"  # it was answered so, and the credit note is not written yet
    PLAN = "plan"
    MORE_TIME = "more_time"
    SAID_PAID = "said_paid"
    PROMISE = "promise"
    CALL_BACK = "call_back"
    CANNOT_PAY = "cannot_pay"  # as they said, and a day to speak again was agreed
    NO_ANSWER = "no_answer"
    PLANNED_CALL = "planned_call"  # by us, after a talk in which they refused, or by hand
    GRACE = "grace"
    COVERED = "covered"  # by money received
    VISIT = "visit"  # that they know of: what they owe is spoken of there
    VISIT_CONFIRMED = "visit_confirmed"
    # the policy of contacts
    PUT_OFF = "put_off"
    WEEK = "week"
    MONTH = "month"
    TOO_SOON = "too_soon"
    ATTEMPTS = "attempts"
    NO_STEP = "no_step"
    TIME_TO_ANSWER = "time_to_answer"  # the letter before action
    HOLIDAY = "holiday"
    NO_WAY = "no_way"


AGREED = frozenset({WhyNot.CALL_BACK, WhyNot.CANNOT_PAY})
"""Reasons that end with a call that was agreed."""
WAITING = AGREED | {WhyNot.NO_ANSWER, WhyNot.PLANNED_CALL}
"""Reasons that end with the next call."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """Why a line is not proposed, and until when where a rule of the policy says so."""

    why: WhyNot
    until: date | None = None
    words: str = ""


def next_call(seen: Picture) -> date | None:
    """Return the day on which we call next, where one is set down."""
    return min((c.day for c in seen.case.call_backs if c.day > seen.as_at), default=None)


def held(seen: Picture, asked: Stopped | None = None) -> Stopped:
    """Return why nothing of what is overdue is asked for: the reason that most of it has.

    A call to come is the reason of what would be asked for without it, and of nothing else. What a
    plan of which a part was missed leaves in peace goes before nothing.

    Args:
        seen: What follows from the case.
        asked: Why what nothing else holds back is not asked for, where the policy of contacts
            stops it.
    """
    late = [portion for portion in seen.portions if portion.days_late(seen.as_at) > 0]
    given, paid = extended_to(seen.case.extensions), _said_of_planned(seen, late)
    sums: dict[WhyNot, float] = {}
    for portion in late:
        free = _free(seen, portion) if asked is None else _stopped(seen, portion, asked)
        for why, minor in _parts(portion, given, free, paid.get(portion.entry.id, 0)):
            worth = seen.policy.worth.of(Money(minor, portion.entry.currency))
            sums[why] = sums.get(why, 0.0) + float(worth)
    if any(plan.missed for plan in seen.case.plans):
        besides: dict[WhyNot, float] = {w: sums[w] for w in sums if w is not WhyNot.PLAN}
        sums = besides if any(besides.values()) else sums
    why = max(sums, key=lambda one: sums[one])
    if asked is not None and why is asked.why:
        return asked
    return Stopped(why)


def _said_of_planned(seen: Picture, late: Sequence[Portion]) -> dict[int, int]:
    """What is said to be paid of what is left in peace by plan anyhow: that is told before it."""
    found: dict[int, int] = {}
    for one in seen.case.said:
        if one.state not in LIVE_CLAIMS or not (entries := one.claim.entries):
            continue
        covered = (said for portion in seen.portions for said in portion.said)
        left = one.missing_minor - sum(o.minor for o in covered if o.claim == one.claim.id)
        for portion in (portion for portion in late if portion.entry.id in entries):
            taken = min(left, portion.planned_minor - found.get(portion.entry.id, 0))
            if taken > 0:
                found[portion.entry.id] = found.get(portion.entry.id, 0) + taken
                left -= taken
    return found


def _parts(
    portion: Portion, given: Container[int], free: WhyNot, paid: int
) -> list[tuple[WhyNot, int]]:
    arranged = WhyNot.MORE_TIME if portion.entry.id in given else WhyNot.PLAN
    return [
        (WhyNot.IN_QUESTION, portion.disputed_minor - portion.credit_minor),
        (WhyNot.TO_CREDIT, portion.credit_minor),
        (arranged, portion.planned_minor - paid),
        (WhyNot.SAID_PAID, portion.claimed_minor + paid),
        (WhyNot.PROMISE, portion.promised_minor),
        (free, portion.chaseable_minor),
    ]


def _stopped(seen: Picture, portion: Portion, asked: Stopped) -> WhyNot:
    """Why what nothing else holds back is not asked for although it could be."""
    demanded = {money.currency for money in seen.demanded}
    is_asked = portion.entry.currency in demanded and portion.entry.id not in seen.apart
    return asked.why if is_asked else _free(seen, portion)


def _free(seen: Picture, portion: Portion) -> WhyNot:
    """Why what nothing else holds back is not asked for."""
    demanded = {money.currency for money in seen.demanded}
    is_apart = portion.entry.id in seen.apart
    if is_apart or (portion.entry.currency in demanded and seen.paused()):
        reached = not _was_tried_last(seen)
        agreed = [c for c in seen.case.call_backs if c.day > seen.as_at and not c.ours]
        if agreed and reached:
            hard = any(call.hard for call in agreed)
            return WhyNot.CANNOT_PAY if hard else WhyNot.CALL_BACK
        wrote = any(c.written for c in seen.case.call_backs if c.day > seen.as_at)
        return WhyNot.PLANNED_CALL if reached or wrote else WhyNot.NO_ANSWER
    return WhyNot.COVERED if portion.is_to_follow_up(seen.as_at) else WhyNot.GRACE


def _was_tried_last(seen: Picture) -> bool:
    """Whether the last contact was an attempt in which nobody was reached: a letter is none."""
    contact, contacting = seen.case.last_contact, seen.case.contacting
    if contact is None or contact.reached:
        return False
    touches = () if contacting is None else contacting.touches
    known = [touch.spoke for touch in touches if touch.day == contact.day]
    return not (known and all(known))
