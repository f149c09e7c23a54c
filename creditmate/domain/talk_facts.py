"""What one should know before a talk besides the money: contacts left, what was told, what we may.

Source: issue 7, "the brief"; S2, "know the expectations"; domain-rules 4.8, "own authority".
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from creditmate.domain.call_script import Around
from creditmate.domain.contact_budget import Limits, Refusal, Used
from creditmate.domain.contact_channels import Way, is_attempt
from creditmate.domain.contact_details import Told
from creditmate.domain.our_people import Us
from creditmate.domain.outcomes import Outcome
from creditmate.domain.rows import InteractionRow


@dataclass(frozen=True, slots=True)
class Tried:
    """Attempts since the last talk with somebody: how many, and when the last one was."""

    count: int = 0
    last: date | None = None


@dataclass(frozen=True, slots=True)
class ContactRoom:
    """What of the budget of contacts is used, and from when on we may begin one again.

    ``next_day`` is the first working day of the customer's on which a contact of our own accord
    exceeds nothing, ``why`` what it has to wait for; None where it may be made today.
    """

    used: Used = field(default_factory=Used)
    limits: Limits = field(default_factory=Limits)
    next_day: date | None = None
    why: Refusal | None = None


@dataclass(frozen=True, slots=True)
class WasTold:
    """What a customer was told in a contact: on which day, to whom, and in which way."""

    day: date
    to: str
    channel: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """The due day as it stands on a paper that was issued: of which item, and when."""

    number: str
    due_day: date
    issued: date


@dataclass(frozen=True, slots=True)
class Expectation:
    """Whether the customer knows what we expect: what was last told, and what is in print."""

    told: WasTold | None = None
    printed: Printed | None = None

    @property
    def is_fair(self) -> bool:
        """Whether the due day was told or printed."""
        said = self.told is not None and Told.DUE_DATE in self.told.told
        return said or self.printed is not None


@dataclass(frozen=True, slots=True)
class OurAuthority:
    """What whoever calls may agree without asking: parts of a plan, and a discount.

    ``discount_minor`` is in minor units of ``currency``, the home currency; 0 means: ask first.
    """

    plan_parts: int = 0
    discount_minor: int = 0
    currency: str = ""


@dataclass(frozen=True, slots=True)
class TalkFacts:
    """What to know before a talk, besides the money.

    ``tried`` is whom we tried to reach in vain since the last talk; ``room`` what of the budget
    of contacts is left; ``expects`` whether they were told what we expect; ``may_agree`` what
    whoever of ``us`` calls may agree without asking; ``around`` is what the script goes by.
    """

    tried: Tried = field(default_factory=Tried)
    room: ContactRoom = field(default_factory=ContactRoom)
    expects: Expectation = field(default_factory=Expectation)
    may_agree: OurAuthority = field(default_factory=OurAuthority)
    us: Us = field(default_factory=Us)
    around: Around = field(default_factory=Around)

    def by(self, tried: Tried, us: Us) -> "TalkFacts":
        """Return them with whom we tried in vain, for who of us calls."""
        return replace(self, tried=tried, us=us)


def talks_and_tries(
    contacts: Iterable[InteractionRow], wanted: int
) -> tuple[tuple[InteractionRow, ...], Tried]:
    """Return the last contacts in which anything was said or written, and the attempts since.

    Args:
        contacts: The customer's, the latest first.
        wanted: How many talks at most.
    """
    talks: list[InteractionRow] = []
    tried: list[date] = []
    for row in contacts:
        incoming = row.direction == "in"
        if not is_attempt(Way(row.channel), Outcome(row.outcome), incoming=incoming):
            talks.append(row)
        elif not talks:
            tried.append(row.day)
        if len(talks) == wanted:
            break
    return tuple(talks), Tried(len(tried), tried[0] if tried else None)
