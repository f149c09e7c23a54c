"""A customer's story: everything that happened in one timeline, the newest first.

What was promised in a talk is told with that talk; how a promise ended is a happening of its own,
on the day on which that was settled. Source: product.md (conviction 12), mock-up 04.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from creditmate.domain.disputes import DisputedItem, DisputeEventKind
from creditmate.domain.kinds import DocumentKind, EntryKind, PaperKind
from creditmate.domain.money import Money
from creditmate.domain.story_arranged import (
    PlanAgreed,
    PlanEnded,
    PlanMoved,
    TimeEnded,
    TimeGiven,
    VisitMoved,
    VisitPlanned,
)
from creditmate.domain.story_keys import Happening, StoryKey, Topic
from creditmate.domain.story_talks import (
    Claimed,
    ClaimMade,
    ClaimMoved,
    ContactMoved,
    DeedEnded,
    InVain,
    NotedDown,
    Pledge,
    PromiseEnded,
    PromiseMade,
    StepDone,
    Talk,
)

__all__ = [
    "ClaimMade",
    "ClaimMoved",
    "Claimed",
    "ContactMoved",
    "DeedEnded",
    "DisputeMoved",
    "DisputeRaised",
    "DocumentIssued",
    "Happening",
    "InVain",
    "MoneyMoved",
    "NotedDown",
    "PaperIssued",
    "PlanAgreed",
    "PlanEnded",
    "PlanMoved",
    "Pledge",
    "PromiseEnded",
    "PromiseMade",
    "StepDone",
    "StoryEvent",
    "StoryKey",
    "StoryListing",
    "StoryWanted",
    "Talk",
    "TimeEnded",
    "TimeGiven",
    "Topic",
    "VisitMoved",
    "VisitPlanned",
]


@dataclass(frozen=True, slots=True)
class DisputeRaised:
    """A question that the customer raised; ``ended_day`` where it is not open any more.

    ``evidence`` says what shows it, and ``files`` are the names of what is kept as such.
    """

    key: StoryKey
    reason: str
    by_whom: str
    answer_by: date | None
    note: str
    items: tuple[DisputedItem, ...]
    ended_day: date | None
    evidence: str = ""
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DisputeMoved:
    """What became of a dispute; ``raised_day`` is when it began.

    ``amount`` is what is in question from then on, or what of it was upheld, where that is known;
    ``reopened`` says that an amendment opened it again.
    """

    key: StoryKey
    kind: DisputeEventKind
    reason: str
    raised_day: date
    note: str
    items: tuple[DisputedItem, ...]
    amount: Money | None = None
    reopened: bool = False


@dataclass(frozen=True, slots=True)
class DocumentIssued:
    """An invoice, credit note or charge note; ``parts`` are its due days, none for a credit."""

    key: StoryKey
    kind: DocumentKind
    number: str
    order_number: str
    parts: tuple[date, ...]
    gross: Money


@dataclass(frozen=True, slots=True)
class MoneyMoved:
    """Money in or given back, or an item made smaller; ``amount`` has the entry's sign.

    ``presumed`` where the books it came from do not say on which day; ``reason`` is why we made
    the item smaller.
    """

    key: StoryKey
    kind: EntryKind
    number: str
    reference: str
    amount: Money
    presumed: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PaperIssued:
    """A paper that was issued; one without a ``kind`` is a statement."""

    key: StoryKey
    number: str
    as_at: date
    total: Money
    pages: int
    kind: DocumentKind | PaperKind | None = None


StoryEvent = (
    Talk
    | ContactMoved
    | NotedDown
    | VisitMoved
    | VisitPlanned
    | PlanAgreed
    | PlanMoved
    | PlanEnded
    | TimeGiven
    | TimeEnded
    | PromiseMade
    | ClaimMade
    | ClaimMoved
    | PromiseEnded
    | DeedEnded
    | DisputeRaised
    | DisputeMoved
    | DocumentIssued
    | MoneyMoved
    | PaperIssued
    | StepDone
)


@dataclass(frozen=True, slots=True)
class StoryWanted:
    """What is asked for: a topic, and words of which every one must occur.

    ``channel`` leaves only contacts made in that way; ``first`` and ``last`` are both included.
    """

    topic: Topic = Topic.EVERYTHING
    text: str = ""
    channel: str = ""
    first: date | None = None
    last: date | None = None

    def takes(self, key: StoryKey) -> bool:
        """Whether a happening can be meant, as far as its day and sort tell."""
        if self.channel and key.what is not Happening.TALK:
            return False
        early = self.first is not None and key.day < self.first
        return not early and (self.last is None or key.day <= self.last)


@dataclass(frozen=True, slots=True)
class StoryListing:
    """A story's happenings in order, the first of them told.

    ``worked_out`` are those that stand in no table: how promises ended. ``of`` counts what
    there is before the topic and the words narrow it.
    """

    customer_id: int
    wanted: StoryWanted
    as_at: date
    keys: Sequence[StoryKey]
    head: Sequence[StoryEvent]
    worked_out: Mapping[StoryKey, StoryEvent]
    of: int
