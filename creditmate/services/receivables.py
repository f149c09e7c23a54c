"""What is owed to us, as at any day."""

from dataclasses import dataclass
from datetime import date

from creditmate.db.aged import aged_counts, aged_sums
from creditmate.db.customers import customer_names
from creditmate.db.disputes import disputed_entries
from creditmate.domain.ageing import BUCKETS, Ageing
from creditmate.domain.money import Money
from creditmate.domain.rows import DisputedRow

_COLUMNS = len(BUCKETS) + 1


@dataclass(frozen=True, slots=True)
class AgedLine:
    """Aged debtors of one currency, of all customers or of one.

    ``counts`` are the open items behind each bucket and behind the unallocated, in order;
    ``disputed`` and ``disputed_count`` are of which, for items in dispute.
    """

    code: str
    name: str
    ageing: Ageing
    counts: tuple[int, ...]
    disputed: Money
    disputed_count: int


@dataclass(frozen=True, slots=True)
class AgedReport:
    """Aged debtors of one currency, with its customers in the order of their codes."""

    total: AgedLine
    customers: tuple[AgedLine, ...]


class Receivables:
    """Questions about what is owed."""

    def aged(self, as_at: date) -> list[AgedReport]:
        """Return aged debtors per currency, largest balance first.

        One calculation for screen, paper and file: the buckets and the unallocated add up to
        the balance, per currency and per customer.
        """
        sums, counts, names = aged_sums(as_at), aged_counts(as_at), customer_names()
        disputed: dict[tuple[int, str], list[DisputedRow]] = {}
        for row in disputed_entries(as_at):
            disputed.setdefault((row.customer_id, row.open.currency), []).append(row)
        nothing = (0,) * _COLUMNS
        lines: dict[str, list[AgedLine]] = {}
        for key, ageing in sums.items():
            code, name = names[key[0]]
            lines.setdefault(key[1], []).append(
                _line(code, name, ageing, counts.get(key, nothing), disputed.get(key, []))
            )
        reports = [_report(currency, found) for currency, found in lines.items()]
        return sorted(reports, key=lambda report: -report.total.ageing.total.decimal)


def _line(
    code: str, name: str, ageing: Ageing, counts: tuple[int, ...], disputed: list[DisputedRow]
) -> AgedLine:
    # Two disputes about one item are one item in dispute, and never more than is open of it.
    amounts: dict[int, int] = {}
    for row in disputed:
        taken = amounts.get(row.entry_id, 0) + row.disputed.minor
        amounts[row.entry_id] = min(taken, row.open.minor)
    money = Money(sum(amounts.values()), ageing.currency)
    return AgedLine(code, name, ageing, counts, money, len(amounts))


def _report(currency: str, lines: list[AgedLine]) -> AgedReport:
    ageing = Ageing(
        currency,
        tuple(map(sum, zip(*(line.ageing.sums for line in lines), strict=True))),
        sum(line.ageing.unallocated_minor for line in lines),
    )
    counts = tuple(map(sum, zip(*(line.counts for line in lines), strict=True)))
    disputed = Money(sum(line.disputed.minor for line in lines), currency)
    total = AgedLine("", "", ageing, counts, disputed, sum(line.disputed_count for line in lines))
    return AgedReport(total, tuple(sorted(lines, key=lambda line: line.code.casefold())))
