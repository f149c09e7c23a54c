"""Today's work list: whom to contact, why, about how much and by which channel.

At most one line per customer. Order: what we promised, agreed call-backs, promises not kept,
what is said to be paid and cannot be found, money to check first, then the calls by their worth,
courtesy calls among them.

Source: product.md, places; domain-rules 4.12; mock-up 01.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from creditmate.domain.case_picture import Picture, picture
from creditmate.domain.money import Money, totals_by_currency
from creditmate.domain.priority import Part, score, score_parts
from creditmate.domain.promises import DeedState
from creditmate.domain.work_reasons import Reason, reasons
from creditmate.domain.workcase import DEFAULT_POLICY, Case, Policy


class Kind(StrEnum):
    """What sort of line it is; the values are stable."""

    OURS_LATE = "ours_late"
    OURS_DUE = "ours_due"
    CALL_BACK = "call_back"
    PROMISE_NOT_KEPT = "promise_not_kept"
    SAID_PAID = "said_paid"  # and not found
    CHECK_MONEY = "check_money"
    FOLLOW_UP = "follow_up"
    COURTESY = "courtesy"


class Channel(StrEnum):
    """How to act on a line. ``bank`` and ``match`` mean: look before anybody is called.

    ``none``: they refuse every way there is of reaching them.
    """

    CALL = "call"
    EMAIL = "email"
    LETTER = "letter"
    BANK = "bank"
    MATCH = "match"
    NONE = "none"


_RANKED = 6
_GROUP = {kind: min(place, _RANKED) for place, kind in enumerate(Kind)}
"""Places in the day; follow-ups and courtesy calls share the last, where only worth counts."""


def place_of(kind: Kind) -> int:
    """Return how early in the day lines of a kind come; smaller comes first."""
    return _GROUP[kind]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list.

    ``amounts`` is what it is about, per currency, largest first; ``days_late`` counts from the
    oldest item it is about (negative: not yet due; ``None``: about no item); ``when`` and
    ``at`` are the day and hour that were agreed, for what was agreed. ``branches`` are those of a
    head office for which it speaks.
    """

    customer: int
    kind: Kind
    channel: Channel
    reasons: tuple[Reason, ...]
    amounts: tuple[Money, ...]
    parts: tuple[Part, ...]
    days_late: int | None
    when: date | None = None
    at: time | None = None
    branches: tuple[int, ...] = ()

    @property
    def score(self) -> float:
        """The points of all parts together."""
        return score(self.parts)

    @property
    def rank(self) -> tuple[int, date, time, float, int]:
        """The sort key of the list: smaller comes first."""
        return (
            place_of(self.kind),
            self.when or date.max,
            self.at or time.max,
            -self.score,
            self.customer,
        )


_OUR_OWN_ACCORD = frozenset({Kind.FOLLOW_UP, Kind.COURTESY})
"""Lines that nothing was agreed about: nobody waits for them."""


def work_line(case: Case, as_at: date, policy: Policy = DEFAULT_POLICY) -> Line | None:
    """Return a customer's line for the day, or ``None`` when there is nothing to do."""
    line = line_at_any_size(case, as_at, policy)
    return None if line is None or is_small(line, policy) else line


def is_small(line: Line, policy: Policy) -> bool:
    """Whether a line is about too little to contact anybody of our own accord.

    What was agreed or promised, and money to look for, is done whatever it is about.
    """
    if policy.contact_from is None or line.kind not in _OUR_OWN_ACCORD:
        return False
    return sum(map(policy.worth.of, line.amounts)) < policy.contact_from.decimal


def line_at_any_size(case: Case, as_at: date, policy: Policy = DEFAULT_POLICY) -> Line | None:
    """Return the line that a customer would have were no sum too small to contact anybody."""
    seen = picture(case, as_at, policy)
    kind = _kind(seen)
    if kind is None:
        return None
    when, at = _agreed(seen, kind)
    return Line(
        customer=case.customer,
        kind=kind,
        channel=_channel(seen, kind),
        reasons=reasons(seen),
        amounts=tuple(totals_by_currency(_amounts(seen, kind))),
        parts=score_parts(seen.stakes(), kind is Kind.PROMISE_NOT_KEPT, policy.worth),
        days_late=max((p.days_late(as_at) for p, _ in seen.near), default=None),
        when=when,
        at=at,
    )


def work_list(cases: Iterable[Case], as_at: date, policy: Policy = DEFAULT_POLICY) -> list[Line]:
    """Return the day's lines in the order in which to work them off."""
    lines = (work_line(case, as_at, policy) for case in cases)
    return sorted((line for line in lines if line is not None), key=lambda line: line.rank)


def _kind(seen: Picture) -> Kind | None:
    if seen.deeds_in(DeedState.LATE):
        return Kind.OURS_LATE
    if seen.deeds_in(DeedState.OPEN):
        return Kind.OURS_DUE
    if seen.call_backs_due():
        return Kind.CALL_BACK
    if (seen.missed or seen.unfound) and not seen.paused():
        return Kind.PROMISE_NOT_KEPT if seen.missed else Kind.SAID_PAID
    if seen.bank_first or (seen.unmatched and not seen.demanded):
        return Kind.CHECK_MONEY
    return None if seen.paused() else _call_kind(seen)


def _call_kind(seen: Picture) -> Kind | None:
    if seen.demanded:
        return Kind.FOLLOW_UP
    worth_it = seen.courtesy and not seen.has_live_promise and seen.case.manner.gets_courtesy
    return Kind.COURTESY if worth_it else None


def _channel(seen: Picture, kind: Kind) -> Channel:
    reach = seen.case.reach
    if kind is Kind.CHECK_MONEY:
        return Channel.BANK if seen.bank_first else Channel.MATCH
    if kind is Kind.SAID_PAID and any(c.claim.id in seen.case.alike for c in seen.unfound):
        return Channel.MATCH  # money that looks like it waits to be matched: look there first
    if reach.phone and kind not in (Kind.OURS_LATE, Kind.OURS_DUE):
        return Channel.CALL
    if reach.email:
        return Channel.EMAIL
    if reach.phone:
        return Channel.CALL
    return Channel.LETTER if reach.post else Channel.NONE


def _amounts(seen: Picture, kind: Kind) -> Sequence[Money]:
    if kind is Kind.CHECK_MONEY:
        return seen.awaited or seen.unmatched
    if kind is Kind.SAID_PAID:
        return [Money(c.missing_minor, c.claim.currency) for c in seen.unfound]
    if kind is Kind.COURTESY:
        return [money for _, money in seen.courtesy]
    return seen.asked or [money for _, money in seen.near]


def _agreed(seen: Picture, kind: Kind) -> tuple[date | None, time | None]:
    if kind is Kind.OURS_LATE:
        return seen.deeds_in(DeedState.LATE)[0].due_day, None
    if kind is Kind.CALL_BACK:
        first = seen.call_backs_due()[0]
        return first.day, first.at
    return None, None
