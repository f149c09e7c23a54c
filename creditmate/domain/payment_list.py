"""The list of payments: what is asked for, its rows, and one payment in all detail."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money


class PaymentNarrow(StrEnum):
    """What the list can be narrowed to."""

    ALL = "all"
    UNALLOCATED = "unallocated"
    DEPOSITS = "deposits"
    BOUNCED = "bounced"


class PaymentOrder(StrEnum):
    """What the list can be ordered by."""

    DAY = "day"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True)
class PaymentsWanted:
    """What is asked for; ``text`` is found in payer and reference, in codes and names.

    ``method`` and ``code`` empty are all; ``first`` and ``last`` days both count.
    """

    narrow: PaymentNarrow = PaymentNarrow.ALL
    method: str = ""
    code: str = ""
    text: str = ""
    first: date | None = None
    last: date | None = None
    order: PaymentOrder = PaymentOrder.DAY
    descending: bool = True

    @property
    def is_narrowed(self) -> bool:
        """Whether less than all is asked for."""
        days = self.first is not None or self.last is not None
        words = bool(self.method or self.code.strip() or self.text.strip())
        return days or words or self.narrow is not PaymentNarrow.ALL


class PaidItem(NamedTuple):
    """An item that a payment is set against; no number where the books have none."""

    kind: EntryKind
    number: str


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """A receipt as the list shows it, as at a day.

    ``codes`` and ``names`` are of the customers it is for, ``open`` what is not allocated of it,
    ``held`` what of that is a deposit not released, ``pays`` the items that it is set against.
    """

    id: int
    day: date
    method: str
    payer: str
    reference: str
    codes: tuple[str, ...]
    names: tuple[str, ...]
    amount: Money
    open: Money
    held: Money
    bounced_day: date | None
    presumed: bool
    pays: tuple[PaidItem, ...] = ()


@dataclass(frozen=True, slots=True)
class PaymentListing:
    """A list in its order: ids, the first rows, and per currency what came and what is open.

    What came is only added up of a list that is narrowed: nobody asks for the sum of all years.
    Bounced receipts are in the list, not in the totals. ``open`` leaves out deposits held.
    """

    wanted: PaymentsWanted
    as_at: date
    ids: Sequence[int]
    head: Sequence[PaymentRow]
    totals: tuple[Money, ...]
    open: tuple[Money, ...]


@dataclass(frozen=True, slots=True)
class PaymentAllocation:
    """What of a payment is set against what, from which day on; ``id`` is what is taken back."""

    id: int
    code: str
    kind: EntryKind
    number: str
    due_day: date
    amount: Money
    day: date


@dataclass(frozen=True, slots=True)
class PaymentEntry:
    """What one customer has of a payment: its money, or what came beside it.

    ``returned`` is what it had been set against before the bank took it back.
    """

    entry_id: int
    code: str
    name: str
    kind: EntryKind
    amount: Money
    open: Money
    allocations: tuple[PaymentAllocation, ...]
    deposit_id: int | None = None
    deposit_for: str = ""
    released_day: date | None = None
    returned: tuple[PaymentAllocation, ...] = ()


@dataclass(frozen=True, slots=True)
class PaymentDetail:
    """One payment with all that belongs to it; ``claims`` are those that were found in it.

    ``action`` recorded it: to be undone while nothing rests on it. ``reached_bank`` is what the
    bank booked where that is another sum. ``stopped`` are the reasons why its customers are on
    stop, of those who are; '' where none was given.
    """

    row: PaymentRow
    entries: tuple[PaymentEntry, ...]
    reached_bank: Money | None
    claims: tuple[int, ...]
    action: int
    stopped: tuple[str, ...] = ()
