"""What is confirmed in writing after a contact: everything that was agreed in it, by either side.

Source: issue 7, "Confirm in writing"; product.md, conviction 3: every conversation ends with a
commitment, and both sides have it before them.
"""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from creditmate.domain.barriers import Barrier
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.plan_terms import Meanwhile
from creditmate.domain.receipts import Method

WANTS_COPY = frozenset({Outcome.INVOICE_NOT_RECEIVED, Outcome.PAPERS_MISSING})
"""Outcomes after which copies of the invoices spoken about go along."""


class CopyKind(StrEnum):
    """What a copy is of."""

    DOCUMENT = "document"
    FILE = "file"  # another program's invoice, kept as a file
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class Copy:
    """A paper that can go along; ``ticked`` says that it is proposed. ``id`` is of its kind."""

    kind: CopyKind
    id: int
    number: str
    ticked: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """Money by a day: a promise, with how they mean to pay if they said so, or a plan's part."""

    amount: Money
    day: date
    method: Method | None = None


@dataclass(frozen=True, slots=True)
class MoreTime:
    """Time given to a day: for which items (their numbers), what is open of them, and interest."""

    day: date
    numbers: tuple[str, ...]
    amounts: tuple[Money, ...]
    interest: Meanwhile


@dataclass(frozen=True, slots=True)
class Deed:
    """What we do, in our words, by a day."""

    words: str
    day: date


@dataclass(frozen=True, slots=True)
class Question:
    """What is under query: the numbers of its items and how much of them, if not all."""

    reason: str
    numbers: tuple[str, ...]
    amount: Money | None
    answer_by: date | None


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What is written to whoever we spoke to.

    ``to`` and ``address`` are theirs, ``channel`` and ``incoming`` say what kind of contact it
    was. ``paid`` is what they said to have sent, by the day of sending; an amount None is what was
    spoken of. ``plan_interest`` is what becomes of interest while the plan is kept. ``again`` is
    when we are in contact next, with the hour if one was agreed. ``missing`` are the numbers of
    papers that should go along and of which there is no copy here: for our eyes. ``home_locale``
    is ours, for where their language is not spoken.
    """

    interaction: int
    code: str
    customer: str
    locale: str
    to: str
    address: str
    day: date
    channel: str
    incoming: bool
    promised: Part | None = None
    deeds: tuple[Deed, ...] = ()
    paid_on: date | None = None
    paid: Money | None = None
    plan: str = ""
    instalments: tuple[Part, ...] = ()
    plan_interest: Meanwhile | None = None
    more_time: tuple[MoreTime, ...] = ()
    questions: tuple[Question, ...] = ()
    again: date | None = None
    again_at: time | None = None
    copies: tuple[Copy, ...] = ()
    missing: tuple[str, ...] = ()
    home_locale: str = "en_GB"
    business: str = ""
    phone: str = ""
    from_address: str = ""
    signed: str = ""


def wants_copies(outcome: Outcome, barrier: Barrier | None) -> bool:
    """Return whether copies of what was spoken about are proposed to go along."""
    return outcome in WANTS_COPY or barrier is Barrier.NOT_RECEIVED
