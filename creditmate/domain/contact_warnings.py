"""What a contact now would go against: the customer's state, a wish, the budget, the hours.

Nobody is stopped: the program warns, and whoever goes on says why, which stays on record.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from creditmate.domain.at_rest import Rest
from creditmate.domain.contact_budget import Purpose, Refusal, Touch, refusal, used
from creditmate.domain.contact_hours import DISTURBS, NotNow, days_worked, may_contact, usual_hours
from creditmate.domain.contact_policy import DEFAULT_POLICY, ContactPolicy
from creditmate.domain.dates import Calendar
from creditmate.domain.holds import Stop
from creditmate.domain.wishes import WishKind

_OURS = frozenset({Purpose.OWN, Purpose.ATTEMPT})
_UNASKED = _OURS | {Purpose.PROMISE}
"""What nobody at the customer's has agreed to, or begun: it keeps to hours and wishes."""
_BY_PHONE = "call"
_WRITTEN = frozenset({"letter", "email"})
"""What a state stops that stops letters; a text message is stopped with the steps."""
_REFUSES = {
    "call": WishKind.NO_CALLS,
    "email": WishKind.NO_EMAILS,
    "letter": WishKind.NO_LETTERS,
    "text": WishKind.NO_TEXTS,
    "visit": WishKind.NO_VISITS,
    "meeting": WishKind.NO_VISITS,
}


class Against(StrEnum):
    """What a contact goes against; the values are stable."""

    WEEK = Refusal.WEEK.value
    MONTH = Refusal.MONTH.value
    TOO_SOON = Refusal.TOO_SOON.value
    ATTEMPTS = Refusal.ATTEMPTS.value
    HOLIDAY = NotNow.HOLIDAY.value
    WEEKEND = NotNow.WEEKEND.value
    HOURS = NotNow.HOURS.value
    WISHED_HOURS = NotNow.WISH.value
    REFUSED = "refused"  # they do not wish to be approached in this way
    AT_REST = "at_rest"  # they are not followed up, or not written to, at present


@dataclass(frozen=True, slots=True)
class Warned:
    """Something that a contact goes against; ``until`` is the first day on which it does not.

    ``hours`` are those it goes against, from the first to before the last, and ``now`` what the
    customer's clock shows; ``zone`` is theirs where that is not ours.
    """

    against: Against
    until: date | None = None
    hours: tuple[time, time] | None = None
    now: time | None = None
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Whom:
    """Everything about a customer that a contact can go against, as known on a day.

    ``touches`` are those of the whole group; ``moment`` is by the customer's clock, and ``zone``
    is theirs where it shows another hour than ours. ``rests`` says what of ours is stopped by the
    state they are in.
    """

    moment: datetime
    calendar: Calendar
    policy: ContactPolicy = DEFAULT_POLICY
    touches: tuple[Touch, ...] = ()
    refuses: frozenset[WishKind] = frozenset()
    wished: tuple[time, time] | None = None
    rests: Mapping[Stop, Rest] = field(default_factory=dict)
    zone: str = ""


def warned(whom: Whom, channel: str, purpose: Purpose, as_at: date) -> tuple[Warned, ...]:
    """Return what a contact goes against, the state and the wish first; nothing where nothing is.

    A call-back that was agreed, an answer and what the customer began go against nothing. The
    follow-up of a promise costs nothing and keeps to hours, wishes and states.

    Args:
        whom: The customer.
        channel: How it is made.
        purpose: Why.
        as_at: The business day that the budget is asked about.
    """
    if purpose not in _UNASKED:
        return ()
    found = list[Warned]()
    rest = whom.rests.get(Stop.STEPS)
    if rest is None and channel in _WRITTEN:
        rest = whom.rests.get(Stop.LETTERS)
    if rest is not None:
        found.append(Warned(Against.AT_REST, _after(rest)))
    if _REFUSES.get(channel) in whom.refuses:
        found.append(Warned(Against.REFUSED))
    not_now = may_contact(whom.moment, channel, whom.calendar, whom.policy.hours, whom.wished)
    if not_now is not None:
        found.append(_not_now(not_now, whom))
    if purpose in _OURS:
        known = used(whom.touches, as_at)
        over = refusal(known, whom.policy.limits, as_at, by_phone=channel == _BY_PHONE)
        if over is not None:
            found.append(Warned(Against(over[0].value), _from_day(over[1], channel, whom)))
    return tuple(found)


def _after(rest: Rest) -> date | None:
    return None if rest.until is None else rest.until + timedelta(days=1)


def _from_day(day: date, channel: str, whom: Whom) -> date:
    """What rings at the customer's waits for a day that is worked there."""
    return _worked(whom).next_working(day) if channel in DISTURBS else day


def _not_now(not_now: NotNow, whom: Whom) -> Warned:
    against = Against(not_now.value)
    if not_now in {NotNow.HOLIDAY, NotNow.WEEKEND}:
        return Warned(against, _worked(whom).next_working(whom.moment.date()))
    usual = usual_hours(whom.moment.date(), whom.calendar, whom.policy.hours)
    hours = usual if not_now is NotNow.HOURS else whom.wished
    return Warned(against, hours=hours, now=whom.moment.time(), zone=whom.zone)


def _worked(whom: Whom) -> Calendar:
    return days_worked(whom.calendar, whom.policy.hours)
