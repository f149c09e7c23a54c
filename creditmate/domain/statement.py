"""A statement of account: what one customer owes in one currency as at a day.

It lists the open items, or with a period all that moved the account in it. Source: domain-rules
4.6; layout in mockups/paper.md, documents 1 and 2.
"""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from creditmate.domain.ageing import Ageing, age
from creditmate.domain.customer_form import StatementKind
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money
from creditmate.domain.statement_period import StatementPeriod


@dataclass(frozen=True, slots=True)
class QueryNote:
    """A dispute on an item: what the customer questions, and since when.

    ``to_credit``: they were told that they are right, and our credit note follows.
    """

    amount: Money
    reason: str  # a DisputeReason value, or the words given when it was raised
    raised_day: date
    day_presumed: bool = False  # the source did not say when it was raised
    to_credit: bool = False


@dataclass(frozen=True, slots=True)
class ArrangementNote:
    """A promise or plan on an item: what is expected by when ("by arrangement, 18 Dec")."""

    amount: Money
    due_day: date


@dataclass(frozen=True, slots=True)
class StatementItem:
    """One open item. Debits have a due day and a positive balance, credits a negative one.

    ``original`` and ``balance`` carry the item's sign; ``paid`` is what has been paid or
    credited against it, zero or positive for a debit.
    """

    kind: EntryKind
    number: str
    day: date
    due_day: date | None
    order_number: str
    original: Money
    balance: Money
    query: QueryNote | None = None
    arrangement: ArrangementNote | None = None
    on_its_way: Money | None = None  # what of it is said to be paid
    held_for: str = ""  # the job that a deposit is held for
    branch: str = ""  # whose it is, on a statement of several

    @property
    def paid(self) -> Money:
        """What has been paid or credited against the item so far."""
        return self.original - self.balance

    def days_overdue(self, as_at: date) -> int:
        """Days past due on ``as_at``; zero for credits and for what is not yet due."""
        return 0 if self.due_day is None else max((as_at - self.due_day).days, 0)


class PayNow(NamedTuple):
    """*Please pay now*, worked out line by line: overdue less what is not asked for today.

    ``due`` is never below zero. What is taken off are positive figures, each capped at what is
    left above it; ``said_paid`` is what is said to be on its way. Of ``in_question``,
    ``to_credit`` was answered in their favour and only waits for our credit note; None: nothing.
    ``promised`` is all that is under an arrangement; of that ``planned`` is in a plan being kept,
    or was given more time; None: nothing.
    """

    overdue: Money
    in_question: Money
    promised: Money
    said_paid: Money
    unmatched: Money
    to_credit: Money | None = None
    planned: Money | None = None

    @property
    def by_promise(self) -> Money:
        """What is promised, apart from plans and more time."""
        return self.promised if self.planned is None else self.promised - self.planned

    @property
    def unanswered(self) -> Money:
        """What is in question and still waits for our answer."""
        if self.to_credit is None:
            return self.in_question
        return self.in_question - self.to_credit

    @property
    def due(self) -> Money:
        """What the customer is asked to pay today."""
        off = (self.in_question, self.promised, self.said_paid, self.unmatched)
        currency = self.overdue.currency
        return Money(self.overdue.minor - sum(one.minor for one in off), currency)


def nothing_to_pay(currency: str) -> PayNow:
    """Return *please pay now* of an account with nothing open."""
    zero = Money(0, currency)
    return PayNow(zero, zero, zero, zero, zero)


@dataclass(frozen=True, slots=True)
class Statement:
    """Everything a statement says, before anybody draws it. Items are oldest first.

    What is open stands in ``items`` whatever the kind: ageing and please-pay-now are of it.
    """

    as_at: date
    currency: str
    items: tuple[StatementItem, ...]
    pay_now: PayNow
    period: StatementPeriod | None = None

    @property
    def kind(self) -> StatementKind:
        """What is listed."""
        return StatementKind.OPEN_ITEM if self.period is None else self.period.kind

    @property
    def asks(self) -> bool:
        """Whether it says what is due and how to pay: a statement of activity never does."""
        return self.kind is not StatementKind.ACTIVITY

    @property
    def ageing(self) -> Ageing:
        """The ageing strip."""
        items = ((item.due_day, item.balance) for item in self.items)
        return age(items, self.currency, self.as_at)

    @property
    def balance(self) -> Money:
        """The balance of the account: all items together."""
        return self.ageing.total
