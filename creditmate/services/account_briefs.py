"""How a customer's account stands, and what is asked for, in each currency."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from creditmate.domain.ageing import Ageing, age
from creditmate.domain.chasing import Portion, pay_now
from creditmate.domain.money import Money
from creditmate.domain.statement import PayNow
from creditmate.services.cases import CustomerFile


@dataclass(frozen=True, slots=True)
class AccountBrief:
    """How the account stands in one currency."""

    ageing: Ageing
    pay_now: PayNow
    disputed: Money
    to_credit: Money | None = None

    @property
    def unanswered(self) -> Money:
        """What is in question and still waits for our answer."""
        return self.disputed if self.to_credit is None else self.disputed - self.to_credit


def accounts(file: CustomerFile, as_at: date) -> list[AccountBrief]:
    """How a customer's account stands in each currency, largest balance first."""
    portions = file.case.portions(as_at)
    currencies = {row.open.currency for row in file.entries}
    found = [_account(file, portions, currency, as_at) for currency in sorted(currencies)]
    return sorted(found, key=lambda account: -account.ageing.total.decimal)


def _account(
    file: CustomerFile, portions: Sequence[Portion], currency: str, as_at: date
) -> AccountBrief:
    items = [(row.due_day, row.open) for row in file.entries if row.open.currency == currency]
    ageing = age(items, currency, as_at)
    same = [portion for portion in portions if portion.entry.currency == currency]
    disputed = Money(sum(portion.disputed_minor for portion in same), currency)
    credit = sum(portion.credit_minor for portion in same)
    free = sum(money.minor for money in file.case.unallocated if money.currency == currency)
    return AccountBrief(
        ageing,
        pay_now(same, Money(free, currency), as_at),
        disputed,
        Money(credit, currency) if credit else None,
    )
