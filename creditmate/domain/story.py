"""A customer's story: everything that happened in one timeline, the newest first.

What was promised in a talk is told with that talk; how a promise ended is a happening of its own,
on the day on which that was settled. Source: product.md (conviction 12), mock-up 04.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum
from typing import NamedTuple

from creditmate.domain.claims import ClaimEnd
from creditmate.domain.disputes import DisputeEventKind
from creditmate.domain.feeling import Signal
from creditmate.domain.kinds import DocumentKind, EntryKind, PaperKind
from creditmate.domain.money import Money
from creditmate.domain.promises import Deed, DeedState, Standing


class Topic(StrEnum):
    """What the story can be narrowed to."""

    EVERYTHING = "everything"
    TALKS = "talks"
    MONEY = "money"
    PROMISES = "promises"
    DISPUTES = "disputes"
    LETTERS = "letters"


class Happening(IntEnum):
    """What sort of thing happened. Of one day the first of these is told at the top."""

    PROMISE_ENDED = 0
    DEED_ENDED = 1
    CLAIM_ENDED = 2
    STEP_DONE = 3
    TALK = 4
    PROMISE_MADE = 5
    CLAIM_MADE = 6
    DISPUTE_ENDED = 7
    DISPUTE_RAISED = 8
    PAPER = 9
    MONEY = 10
    DOCUMENT = 11


class StoryKey(NamedTuple):
    """Names a happening: its day, its sort, and the id of the row behind it."""

    day: date
    what: Happening
    id: int


@dataclass(frozen=True, slots=True)
class Pledge:
    """Something promised: money of theirs, or a deed of ours in our words, by a day."""

    due_day: date
    money: Money | None
    deed: str = ""


@dataclass(frozen=True, slots=True)
class Claimed:
    """What they said they had paid, when and how; no amount is all that was spoken of."""

    paid_day: date
    method: str
    reference: str
    money: Money | None


@dataclass(frozen=True, slots=True)
class Talk:
    """A contact that was made, with what was promised in it or said to be paid.

    ``by`` is who of us, ``seconds`` how long it took, both where that is known. ``corrects``
    says that it puts an earlier one right, ``corrected`` that a later one did so with it.
    """

    key: StoryKey
    channel: str
    direction: str
    outcome: str
    with_name: str
    by: str
    seconds: int | None
    notes: str
    none_because: str
    pledges: tuple[Pledge, ...] = ()
    claims: tuple[Claimed, ...] = ()
    signals: tuple[Signal, ...] = ()
    corrects: bool = False
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class PromiseMade:
    """A promise of either side that belongs to no talk."""

    key: StoryKey
    pledge: Pledge


@dataclass(frozen=True, slots=True)
class ClaimMade:
    """That they have paid, said in no talk."""

    key: StoryKey
    by_whom: str
    claimed: Claimed


@dataclass(frozen=True, slots=True)
class ClaimMoved:
    """What became of money that was said on a day to be paid."""

    key: StoryKey
    kind: ClaimEnd
    said_day: date
    claimed: Claimed


@dataclass(frozen=True, slots=True)
class PromiseEnded:
    """A promise of theirs that was kept or not, withdrawn or replaced."""

    key: StoryKey
    standing: Standing


@dataclass(frozen=True, slots=True)
class DeedEnded:
    """A promise of ours that was done or not, withdrawn or replaced."""

    key: StoryKey
    deed: Deed
    state: DeedState


@dataclass(frozen=True, slots=True)
class DisputedItem:
    """What a dispute is about: an item by its number; no amount means all of it."""

    number: str
    amount: Money | None
    original: Money


@dataclass(frozen=True, slots=True)
class DisputeRaised:
    """A question that the customer raised; ``ended_day`` where it is not open any more."""

    key: StoryKey
    reason: str
    by_whom: str
    answer_by: date | None
    note: str
    items: tuple[DisputedItem, ...]
    ended_day: date | None


@dataclass(frozen=True, slots=True)
class DisputeMoved:
    """What became of a dispute; ``raised_day`` is when it began."""

    key: StoryKey
    kind: DisputeEventKind
    reason: str
    raised_day: date
    note: str
    items: tuple[DisputedItem, ...]


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


@dataclass(frozen=True, slots=True)
class StepDone:
    """A next step that was done, and the day it had been set for."""

    key: StoryKey
    kind: str
    set_for: date
    note: str


StoryEvent = (
    Talk
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
    """What is asked for: a topic, and words of which every one must occur."""

    topic: Topic = Topic.EVERYTHING
    text: str = ""


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
