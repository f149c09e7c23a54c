"""The periods of statements that list what moved the account, by customer and currency."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from creditmate.db.last_statements import last_statements
from creditmate.db.statement_periods import Move, moves, period_rows
from creditmate.domain.customer_form import StatementKind
from creditmate.domain.money import Money
from creditmate.domain.rows import CustomerRow
from creditmate.domain.statement_period import (
    LastStatement,
    PeriodRow,
    StatementPeriod,
    first_day,
)
from creditmate.services.statement_groups import StatementFile

KIND = "statement"
"""What statements are among the papers that are issued."""
Periods = dict[int, dict[str, StatementPeriod]]
"""By customer and currency."""


@dataclass(frozen=True, slots=True)
class _Account:
    """What moved one account of one customer, its branches' on their statement among it."""

    customer: int
    kind: StatementKind
    currency: str
    moves: list[Move]
    last: LastStatement | None
    first: date

    @property
    def inside(self) -> list[Move]:
        """What moved it in the period."""
        return [move for move in self.moves if move.day >= self.first]

    def period(self, rows: Mapping[int, PeriodRow], as_at: date) -> StatementPeriod:
        """Return the period; what differs from the last statement is told in one sum."""
        before = sum(move.minor for move in self.moves if move.day < self.first)
        stood = Money(before, self.currency)
        opening = stood if self.last is None else self.last.balance
        return StatementPeriod(
            kind=self.kind,
            first=self.first,
            last=as_at,
            opening=opening,
            rows=tuple(rows[move.entry] for move in self.inside),
            changed=stood - opening,
            since="" if self.last is None else self.last.number,
        )


def periods_of(wanted: Sequence[tuple[CustomerRow, StatementFile]], as_at: date) -> Periods:
    """Return the periods of those whose statements list movements; nothing for all others.

    Args:
        wanted: Customers, with those whose items stand on their statements.
        as_at: The day.
    """
    listing = [pair for pair in wanted if pair[0].statement_kind != StatementKind.OPEN_ITEM.value]
    if not listing:
        return {}
    branches = {id_: name for _, file in listing for id_, name in file.branches.items()}
    moved = moves([*(customer.id for customer, _ in listing), *branches], as_at)
    before = last_statements(KIND, [customer.id for customer, _ in listing], as_at)
    found: list[_Account] = []
    for customer, file in listing:
        ids = (customer.id, *file.branches)
        own = sorted(chain.from_iterable(moved.get(id_, ()) for id_ in ids))
        found += _accounts(customer, own, before, as_at)
    rows = period_rows([move.entry for one in found for move in one.inside], branches)
    periods: Periods = {}
    for account in found:
        of_customer = periods.setdefault(account.customer, {})
        of_customer[account.currency] = account.period(rows, as_at)
    return periods


def _accounts(
    customer: CustomerRow,
    moved: Sequence[Move],
    before: Mapping[tuple[int, str], LastStatement],
    as_at: date,
) -> Iterable[_Account]:
    """Yield an account for every currency that ever moved, or that a statement was issued in."""
    by_currency: dict[str, list[Move]] = {
        currency: [] for id_, currency in before if id_ == customer.id
    }
    for move in moved:
        by_currency.setdefault(move.currency, []).append(move)
    for currency, own in by_currency.items():
        last = before.get((customer.id, currency))
        first = first_day(last, own[0].day if own else None, as_at)
        kind = StatementKind(customer.statement_kind)
        yield _Account(customer.id, kind, currency, own, last, first)
