"""A customer's story: everything that happened in one timeline, the newest first.

What was promised in a talk is told with that talk; how a promise ended is a happening of its own,
on the day on which that was settled. Source: product.md (conviction 12), mock-up 04.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum
from typing import NamedTuple

from creditmate.domain.barriers import Barrier
from creditmate.domain.claims import ClaimEnd
from creditmate.domain.contact_details import Told
from creditmate.domain.disputes import DisputedItem, DisputeEventKind
from creditmate.domain.extensions import ExtensionEnd
from creditmate.domain.feeling import Signal
from creditmate.domain.kinds import DocumentKind, EntryKind, PaperKind
from creditmate.domain.money import Money
from creditmate.domain.noted import NotedKind
from creditmate.domain.plans import PlanEventKind, PlanStanding
from creditmate.domain.promises import Deed, DeedState, Standing
from creditmate.domain.visits import VisitEventKind


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
    CONTACT_MOVED = 12
    PLAN_ENDED = 13
    PLAN_MOVED = 14
    PLAN_AGREED = 15
    TIME_ENDED = 16
    TIME_GIVEN = 17
    NOTED = 18
    VISIT_MOVED = 19


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
    says that it puts an earlier one right, ``corrected`` that a later one did so with it;
    ``moved_from`` is the customer (its code) with whom it had been put down at first; ``override``
    is why somebody went against the policy with it.
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
    moved_from: str = ""
    barrier: Barrier | None = None
    told: tuple[Told, ...] = ()
    files: tuple[str, ...] = ()
    override: str = ""


@dataclass(frozen=True, slots=True)
class ContactMoved:
    """That a contact of ``contact_day`` was with another customer, and is in that one's story."""

    key: StoryKey
    channel: str
    contact_day: date
    to_code: str
    to_name: str
    reason: str


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


@dataclass(frozen=True, slots=True)
class StepDone:
    """A next step that was done, and the day it had been set for."""

    key: StoryKey
    kind: str
    set_for: date
    note: str


@dataclass(frozen=True, slots=True)
class NotedDown:
    """An opportunity or feedback in their words; ``follow_up`` is when to come back to it."""

    key: StoryKey
    kind: NotedKind
    words: str
    follow_up: date | None


@dataclass(frozen=True, slots=True)
class VisitMoved:
    """What happened to a visit before it took place; ``visit_day`` is its day as it stands."""

    key: StoryKey
    kind: VisitEventKind
    number: str
    visit_day: date
    by_whom: str
    note: str
    moved: tuple[date, date] | None = None
    changed: bool = False


@dataclass(frozen=True, slots=True)
class PlanAgreed:
    """A payment plan, in so many parts from ``first`` to ``last``."""

    key: StoryKey
    number: str
    amount: Money
    parts: int
    first: date
    last: date
    by_whom: str


@dataclass(frozen=True, slots=True)
class PlanMoved:
    """That a plan was signed, cancelled, replaced or taken up again."""

    key: StoryKey
    kind: PlanEventKind
    number: str
    note: str


@dataclass(frozen=True, slots=True)
class PlanEnded:
    """That a plan was paid, or ended because a part stayed out."""

    key: StoryKey
    standing: PlanStanding


@dataclass(frozen=True, slots=True)
class TimeGiven:
    """More time for items, by their numbers, until a day; ``because`` is our reason."""

    key: StoryKey
    to_day: date
    numbers: tuple[str, ...]
    by_whom: str
    because: str


@dataclass(frozen=True, slots=True)
class TimeEnded:
    """That time given until a day was taken back, or given anew."""

    key: StoryKey
    kind: ExtensionEnd
    to_day: date
    note: str


StoryEvent = (
    Talk
    | ContactMoved
    | NotedDown
    | VisitMoved
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
