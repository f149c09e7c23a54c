"""Who deserves a visit, and why; never somebody who buys for themselves.

A visit is a last resort with people who answer for a debt with all they have, and is never
proposed to them: individuals, sole traders, partners, and whoever's legal form nobody has said
(domain-rules 4.2). What makes one worth while is domain-rules 4.8: a balance that is large and
old, promises not kept, nobody reached, a question that is stuck, a limit under review; or nothing
at all, with somebody we want to keep.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from creditmate.domain.holds import HoldKind
from creditmate.domain.legal_forms import LegalForm
from creditmate.domain.money import Money
from creditmate.domain.visits import VisitPurpose

OLD_DAYS = 21
"""Days late from which a visit is considered: the cadence of domain-rules 4.12."""
STUCK_DAYS = 30
"""Days for which a question has been open until talking face to face is better."""
TRIES = 3
"""Attempts in vain, one after the other, until ringing once more is no plan."""
NOT_KEPT = 2
"""Promises not kept within a year until the next one is asked for face to face."""
LATELY_DAYS = 60
"""Whoever was visited within these days for a reason is not visited again for the same."""
STAY_WELL_DAYS = 365
"""How often somebody who is content is called on."""
LEFT_IN_PEACE = frozenset({HoldKind.DECEASED, HoldKind.INSOLVENT,
                           HoldKind.BREATHING_SPACE, HoldKind.HARDSHIP})  # fmt: skip
"""States in which nobody proposes a visit, even where our other steps were left to go on."""
_FIRMS = frozenset({LegalForm.COMPANY, LegalForm.PLC, LegalForm.LLP,
                    LegalForm.PUBLIC_BODY, LegalForm.CHARITY})  # fmt: skip


class WhyVisit(StrEnum):
    """Each names the facts of ``VisitReason`` that it fills; the values are stable."""

    LARGE_AND_OLD = "large_and_old"  # amount, days
    PROMISES_NOT_KEPT = "promises_not_kept"  # count
    NOT_REACHED = "not_reached"  # count, days (since somebody was; None if never)
    DISPUTE_STUCK = "dispute_stuck"  # amount, days
    LIMIT_REVIEW = "limit_review"  # amount (what is owed), limit
    REVIEW_DUE = "review_due"  # limit, days (since the day on which it was to be looked at again)
    LIMIT_LEFT_OPEN = "limit_left_open"  # limit, days (since a visit's report left it open)
    VALUABLE = "valuable"  # amount (invoiced in a year)
    NEVER_VISITED = "never_visited"
    LAST_VISIT = "last_visit"  # days


@dataclass(frozen=True, slots=True)
class VisitReason:
    """A reason and its facts; those that its code does not name stay empty."""

    why: WhyVisit
    amount: Money | None = None
    limit: Money | None = None
    count: int = 0
    days: int | None = None


@dataclass(frozen=True, slots=True)
class VisitFacts:
    """What is known of a customer who may be worth a visit; sums are in the home currency.

    ``overdue`` is what may be asked for now: nothing in question or to come by arrangement.
    ``large`` is from what a sum is large for this business. ``refuses``: they want no visits, are
    left in peace, or are out of business. ``review_day`` is when their limit is to be looked at
    again, ``left_open_day`` when a visit's report wanted it lower or looked at, which nobody
    has done since. ``planned``: a visit is planned already. ``trading``: we
    go on supplying them. A head office stands for its branches.
    """

    customer: int
    form: LegalForm
    overdue: Money
    large: Money
    days_late: int = 0
    not_kept: int = 0
    tries: int = 0
    reached_day: date | None = None
    disputed: Money | None = None
    dispute_days: int = 0
    owed: Money | None = None
    limit: Money | None = None
    review_day: date | None = None
    left_open_day: date | None = None
    year: Money | None = None
    valued: bool = False
    trading: bool = True
    last_visit: date | None = None
    refuses: bool = False
    planned: bool = False


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Somebody worth a visit, why, and how much it is about."""

    customer: int
    purpose: VisitPurpose
    reasons: tuple[VisitReason, ...]
    stake: Money


def may_be_visited(form: LegalForm) -> bool:
    """Whether a visit may be proposed to somebody of a legal form: to firms, never to people."""
    return form in _FIRMS


def suggestion(facts: VisitFacts, as_at: date) -> Suggestion | None:
    """Return why somebody is worth a visit; None where nobody should propose one.

    Args:
        facts: What is known as at the day.
        as_at: The day.
    """
    if facts.planned or facts.refuses or not may_be_visited(facts.form):
        return None
    since = None if facts.last_visit is None else (as_at - facts.last_visit).days
    reasons = tuple(_to_put_right(facts, as_at))
    if reasons:
        lately = since is not None and since < LATELY_DAYS
        stake = max(facts.overdue, facts.disputed or facts.overdue, key=lambda m: m.minor)
        if stake.minor <= 0 and facts.owed is not None:
            stake = facts.owed  # the limit is all that it is about
        made = Suggestion(facts.customer, VisitPurpose.GET_WELL, reasons, stake)
        return None if lately else made
    if not _is_well(facts) or (since is not None and since < STAY_WELL_DAYS):
        return None
    assert facts.year is not None  # noqa: S101 - nobody is valued for nothing
    last = VisitReason(WhyVisit.NEVER_VISITED)
    if since is not None:
        last = VisitReason(WhyVisit.LAST_VISIT, days=since)
    why = (VisitReason(WhyVisit.VALUABLE, facts.year), last)
    return Suggestion(facts.customer, VisitPurpose.STAY_WELL, why, facts.year)


def _to_put_right(facts: VisitFacts, as_at: date) -> Iterator[VisitReason]:
    owes = facts.overdue.minor > 0
    if owes and facts.overdue.minor >= facts.large.minor and facts.days_late >= OLD_DAYS:
        yield VisitReason(WhyVisit.LARGE_AND_OLD, facts.overdue, days=facts.days_late)
    if owes and facts.not_kept >= NOT_KEPT:
        yield VisitReason(WhyVisit.PROMISES_NOT_KEPT, count=facts.not_kept)
    if owes and facts.tries >= TRIES:
        reached = facts.reached_day
        silent = None if reached is None else (as_at - reached).days
        yield VisitReason(WhyVisit.NOT_REACHED, count=facts.tries, days=silent)
    if facts.disputed is not None and facts.dispute_days >= STUCK_DAYS:
        yield VisitReason(WhyVisit.DISPUTE_STUCK, facts.disputed, days=facts.dispute_days)
    owed, limit = facts.owed, facts.limit
    if owed is not None and limit is not None and owes and owed.minor > limit.minor:
        yield VisitReason(WhyVisit.LIMIT_REVIEW, owed, limit)
    if owed is not None and owed.minor > 0:
        yield from _to_decide(facts, as_at)


def _to_decide(facts: VisitFacts, as_at: date) -> Iterator[VisitReason]:
    """A limit that somebody is to look at, whichever way that was said."""
    review, left_open = facts.review_day, facts.left_open_day
    if review is not None and review <= as_at:
        yield VisitReason(WhyVisit.REVIEW_DUE, limit=facts.limit, days=(as_at - review).days)
    elif left_open is not None:
        days = (as_at - left_open).days
        yield VisitReason(WhyVisit.LIMIT_LEFT_OPEN, limit=facts.limit, days=days)


def _is_well(facts: VisitFacts) -> bool:
    content = facts.overdue.minor <= 0 and facts.disputed is None and not facts.not_kept
    return facts.valued and facts.trading and content and facts.year is not None


def in_order(found: list[Suggestion]) -> list[Suggestion]:
    """Return suggestions in the order in which they are worth it.

    What is to be put right comes first, by what is at stake times the reasons for going; then whose
    limit is to be looked at and no more; whom we want to keep comes after, by what they buy.
    """
    return sorted(found, key=_rank)


_TO_DECIDE = frozenset({WhyVisit.REVIEW_DUE, WhyVisit.LIMIT_LEFT_OPEN})


def _rank(one: Suggestion) -> tuple[bool, bool, int, int]:
    """A day in the calendar makes nothing graver: it is no reason to go there sooner."""
    to_keep = one.purpose is VisitPurpose.STAY_WELL
    grave = 1 if to_keep else sum(r.why not in _TO_DECIDE for r in one.reasons)
    return to_keep, not grave, -one.stake.minor * max(grave, 1), one.customer
