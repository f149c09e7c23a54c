"""What the agreement on a payment plan is made from."""

from dataclasses import dataclass
from datetime import date

from creditmate.documents.page import PageSize
from creditmate.documents.papers import BusinessCard
from creditmate.documents.window import PRESETS, Preset, Window, with_country
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money, total


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who agrees: by legal name, with what identifies it.

    Attributes:
        name: The legal name; of a sole trader the own one.
        trading_as: Under which other name it trades; '' for none.
        number: In a register; '' for none.
        address: In one line.
        is_firm: Whether somebody else than it signs for it.
    """

    name: str
    trading_as: str = ""
    number: str = ""
    address: str = ""
    is_firm: bool = True


@dataclass(frozen=True, slots=True)
class OwedItem:
    """An item that the plan pays, or what is set off against the items.

    Attributes:
        kind: Of entry.
        number: Of the document.
        due_day: When it was due; None for what has no such day.
        amount: What of it is in the plan; negative where it is set off.
        part: Only a part of what is open is in the plan.
        against: The number of the item that it is set against; '' for none.
    """

    kind: EntryKind
    number: str
    due_day: date | None
    amount: Money
    part: bool = False
    against: str = ""


@dataclass(frozen=True, slots=True)
class PlannedPart:
    """An instalment."""

    day: date
    amount: Money


@dataclass(frozen=True, slots=True)
class InQuestion:
    """What of an item is in question, and so no part of the plan."""

    number: str
    amount: Money


@dataclass(frozen=True, slots=True)
class PlanPaper:
    """The agreement on a payment plan, ready to be drawn.

    Attributes:
        business: Whose letterhead it is.
        number: The agreement's, which is what is paid with; '' for a draft.
        day: Of the paper.
        us: Who is owed.
        them: Who owes.
        account: The customer's code.
        address: What shows in the window; ``abroad`` the country's code where it is not ours.
        owed: What the plan pays; receipts that are set off are among it.
        parts: When how much is paid, the earliest first.
        cure_days: So long after an instalment's day we write, and so long after that the plan
            ends.
        interest_runs: Interest goes on while the plan is kept.
        in_question: What was left out because it is in question.
        method: How it is paid: a code of ``domain.receipts``, or the user's word; '' for none.
        reference: What to pay with; '' for the number.
        return_by: When a signed copy is asked for.
        replaces: The number of the agreement that this one takes the place of.
        locale: The customer's.
        window: Of the envelope.
        size: Of the paper.

    Raises:
        ValueError: What is owed and what is paid are not the same.
    """

    business: BusinessCard
    number: str
    day: date
    us: Party
    them: Party
    account: str
    address: tuple[str, ...]
    owed: tuple[OwedItem, ...]
    parts: tuple[PlannedPart, ...]
    cure_days: int
    interest_runs: bool = False
    in_question: tuple[InQuestion, ...] = ()
    method: str = ""
    reference: str = ""
    return_by: date | None = None
    replaces: str = ""
    abroad: str = ""
    locale: str = "en_GB"
    window: Window = PRESETS[Preset.UK_DL]
    size: PageSize = PageSize.A4

    def __post_init__(self) -> None:
        if self.amount != total((part.amount for part in self.parts), self.currency):
            raise ValueError("the instalments do not add up to what is owed")

    @property
    def currency(self) -> str:
        """In which it is paid."""
        return self.parts[0].amount.currency

    @property
    def amount(self) -> Money:
        """What is acknowledged, all of it."""
        return total((item.amount for item in self.owed), self.currency)

    @property
    def left_after(self) -> tuple[Money, ...]:
        """What is left after each instalment."""
        left, found = self.amount, []
        for part in self.parts:
            left -= part.amount
            found.append(left)
        return tuple(found)

    @property
    def customer_name(self) -> str:
        """Whom it is for."""
        return self.them.name

    @property
    def window_lines(self) -> tuple[str, ...]:
        """What shows in the window; abroad it ends with the country, as the sender calls it."""
        return with_country(self.address, self.abroad, self.business.locale)
