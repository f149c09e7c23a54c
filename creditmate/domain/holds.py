"""States in which a customer is left in peace, each with what it stops and how long.

Hardship, a breathing space, a death, an insolvency, or a pause of our own. A hold is in force
from its first day to its last, both included, or until the day on which it was ended. What it
stops is chosen by the user; what it usually stops is proposed.

Sources: domain-rules 4.2 (breathing space: 60 days, interest, fees and contact); Debt Respite
Scheme Regulations 2020, reg. 26 (the days are counted with the first) and 27 (looked at again
between the 25th and the 35th day); product.md, 10 and 14.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from creditmate.domain.legal_forms import LegalForm, is_incorporated
from creditmate.domain.stored_codes import codes_text, read_codes


class HoldKind(StrEnum):
    """Why a customer is left in peace, the gravest first; the values are stored."""

    DECEASED = "deceased"
    INSOLVENT = "insolvent"
    BREATHING_SPACE = "breathing_space"
    HARDSHIP = "hardship"
    OURS = "ours"


class Stop(StrEnum):
    """What a hold stops; the values are stored."""

    STEPS = "steps"  # whatever the work list would propose
    LETTERS = "letters"
    STATEMENTS = "statements"
    INTEREST = "interest"


_ALL = frozenset(Stop)
_USUALLY: Mapping[HoldKind, frozenset[Stop]] = {
    HoldKind.DECEASED: _ALL,
    HoldKind.INSOLVENT: _ALL,
    HoldKind.BREATHING_SPACE: _ALL,
    # whoever pays what they can wants to see the account
    HoldKind.HARDSHIP: _ALL - {Stop.STATEMENTS},
    HoldKind.OURS: frozenset({Stop.STEPS, Stop.LETTERS}),
}
BREATHING_SPACE_DAYS = 60
_REVIEW_AFTER: Mapping[HoldKind, int] = {
    HoldKind.DECEASED: 30,
    HoldKind.INSOLVENT: 30,
    HoldKind.BREATHING_SPACE: 29,
    HoldKind.HARDSHIP: 30,
    HoldKind.OURS: 14,
}
_OF_PERSONS = frozenset({HoldKind.DECEASED, HoldKind.BREATHING_SPACE})
_ASKED_AFTER = frozenset({HoldKind.HARDSHIP, HoldKind.OURS, HoldKind.BREATHING_SPACE})
_GRAVITY = {kind: place for place, kind in enumerate(HoldKind)}


@dataclass(frozen=True, slots=True)
class Hold:
    """A hold as known on a day.

    ``review_day`` is the next on which to look at it again, as the last review set it;
    ``until_day`` the last day in force, None without an end; ``ended_day`` the first day on
    which it was not in force any more because somebody ended it; ``action`` is the one that put
    it down.
    """

    id: int
    customer: int
    kind: HoldKind
    from_day: date
    review_day: date | None
    until_day: date | None
    stops: frozenset[Stop]
    reason: str = ""
    ended_day: date | None = None
    action: int = 0

    def is_over(self, day: date) -> bool:
        """Whether it is in force on a day no more, nor ever will be."""
        return self.ended_day is not None or (self.until_day is not None and self.until_day < day)

    @property
    def is_taken_back(self) -> bool:
        """Whether it was ended before it began, so that it never was in force."""
        return self.ended_day is not None and self.ended_day < self.from_day

    def in_force(self, day: date) -> bool:
        """Whether the hold holds on a day."""
        if day < self.from_day or (self.until_day is not None and day > self.until_day):
            return False
        return self.ended_day is None or day < self.ended_day

    def review_due(self, day: date) -> bool:
        """Whether the day on which to look at it again has come, and it is in force."""
        return self.in_force(day) and self.review_day is not None and self.review_day <= day


class Peace(NamedTuple):
    """That they were left in peace up to and with a day, and why."""

    kind: HoldKind
    to_day: date


@dataclass(frozen=True, slots=True)
class Usual:
    """What is proposed for a hold of a kind that begins on a day."""

    review_day: date
    until_day: date | None
    stops: frozenset[Stop]


def usual(kind: HoldKind, from_day: date) -> Usual:
    """Return what is usual for a hold; of all only a breathing space ends by itself."""
    ends = kind is HoldKind.BREATHING_SPACE
    return Usual(
        review_day=from_day + timedelta(days=_REVIEW_AFTER[kind]),
        until_day=from_day + timedelta(days=BREATHING_SPACE_DAYS - 1) if ends else None,
        stops=_USUALLY[kind],
    )


def is_possible(kind: HoldKind, form: LegalForm) -> bool:
    """Whether a customer of a legal form can be in that state: a company does not die."""
    return kind not in _OF_PERSONS or not is_incorporated(form)


def is_usual(kind: HoldKind, form: LegalForm, *, registered: bool) -> bool:
    """Whether nothing speaks against that state, of those that are possible.

    Args:
        kind: Of the hold.
        form: The customer's legal form.
        registered: Whether it is registered for VAT.
    """
    if kind is not HoldKind.BREATHING_SPACE:
        return True
    return form is not LegalForm.PARTNERSHIP and not registered


def in_force(holds: Iterable[Hold], day: date) -> list[Hold]:
    """Return the holds in force on a day, the gravest first."""
    found = (hold for hold in holds if hold.in_force(day))
    return sorted(found, key=lambda hold: (_GRAVITY[hold.kind], hold.id))


def stopping(holds: Iterable[Hold], stop: Stop, day: date) -> Hold | None:
    """Return the gravest hold that stops something on a day; None when nothing does."""
    return next((hold for hold in in_force(holds, day) if stop in hold.stops), None)


def peace_over(holds: Iterable[Hold], day: date) -> Peace | None:
    """Return the last peace that ran out before a day: nobody was followed up while it lasted.

    One that somebody ended is none: whoever ends it knows what follows. Nor is one that the law
    made, of a death or an insolvency.
    """
    over = [
        Peace(hold.kind, hold.until_day)
        for hold in holds
        if Stop.STEPS in hold.stops
        and hold.kind in _ASKED_AFTER
        and hold.ended_day is None
        and hold.until_day is not None
        and hold.until_day < day
    ]
    return max(over, key=lambda peace: peace.to_day, default=None)


def stops_text(stops: Iterable[Stop]) -> str:
    """Return what is stored of the things that a hold stops."""
    return codes_text(Stop, stops)


def stops_of(text: str) -> frozenset[Stop]:
    """Return the things that a stored hold stops.

    Raises:
        ValueError: A code that is not known.
    """
    return frozenset(read_codes(Stop, text))
