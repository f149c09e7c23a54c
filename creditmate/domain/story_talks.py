"""What a story tells of contacts: what was said, promised and noted, and what came of it."""

from dataclasses import dataclass
from datetime import date

from creditmate.domain.barriers import Barrier
from creditmate.domain.claims import ClaimEnd
from creditmate.domain.contact_details import Told
from creditmate.domain.feeling import Signal
from creditmate.domain.money import Money
from creditmate.domain.noted import NotedKind
from creditmate.domain.promises import Deed, DeedState, Standing
from creditmate.domain.receipts import Method
from creditmate.domain.story_keys import StoryKey
from creditmate.domain.visits import VisitEventKind


@dataclass(frozen=True, slots=True)
class Pledge:
    """Something promised: money of theirs, or a deed of either side in our words, by a day.

    ``method`` is how they mean to pay, if they said so; ``theirs`` that a deed is theirs.
    """

    due_day: date
    money: Money | None
    deed: str = ""
    method: Method | None = None
    theirs: bool = False


@dataclass(frozen=True, slots=True)
class Claimed:
    """What they said they had paid, when and how; no amount is all that was spoken of."""

    paid_day: date
    method: str
    reference: str
    money: Money | None


@dataclass(frozen=True, slots=True)
class InVain:
    """That a visit was no conversation with somebody who decides, and what was agreed instead.

    ``kind`` is ``NOBODY``, ``DEPUTY`` or ``REFUSED``; ``instead`` None where no day was agreed.
    """

    kind: VisitEventKind
    instead: date | None = None


@dataclass(frozen=True, slots=True)
class Talk:
    """A contact that was made, with what was promised in it or said to be paid.

    ``by`` is who of us, ``seconds`` how long it took, both where that is known. ``corrects``
    says that it puts an earlier one right, ``corrected`` that a later one did so with it;
    ``moved_from`` is the customer (its code) with whom it had been put down at first; ``override``
    is why somebody went against the policy with it; ``in_vain`` that it was a visit on which nobody
    was met who decides.
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
    in_vain: InVain | None = None


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
class StepDone:
    """A next step that was done, and the day it had been set for; ``about`` is what it was of."""

    key: StoryKey
    kind: str
    set_for: date
    note: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class NotedDown:
    """An opportunity or feedback in their words; ``follow_up`` is when to come back to it."""

    key: StoryKey
    kind: NotedKind
    words: str
    follow_up: date | None
