"""The shapes of JSON answers: money as minor units and currency, days as ISO text."""

from datetime import date

from creditmate.domain.ageing import BUCKETS, Ageing
from creditmate.domain.money import Money
from creditmate.domain.rows import OpenEntryRow
from creditmate.services.receivables import AgedLine, AgedReport

Json = dict[str, object]
COLUMNS = (*(bucket.value for bucket in BUCKETS), "unallocated")


def money(amount: Money) -> Json:
    """An amount."""
    return {"minor": amount.minor, "currency": amount.currency}


def day(value: date | None) -> str | None:
    """A day."""
    return None if value is None else value.isoformat()


def ageing(found: Ageing) -> Json:
    """An ageing: the columns but ``open``, which is their first five, add up to ``total``."""
    return {
        "currency": found.currency,
        "open": money(found.owed),
        **{bucket.value: money(found.amount(bucket)) for bucket in BUCKETS},
        "unallocated": money(found.unallocated),
        "total": money(found.total),
    }


def entry(row: OpenEntryRow) -> Json:
    """An open item."""
    return {
        "kind": row.kind.value,
        "number": row.number,
        "day": day(row.day),
        "due": day(row.due_day),
        "original": money(row.original),
        "open": money(row.open),
    }


def aged_line(line: AgedLine) -> Json:
    """Aged debtors of one line, with the items behind each column."""
    owed = sum(line.counts[: len(BUCKETS)])
    return {
        **ageing(line.ageing),
        "counts": {
            "open": owed,
            **dict(zip(COLUMNS, line.counts, strict=True)),
            "total": sum(line.counts),
        },
        "disputed": {"count": line.disputed_count, "amount": money(line.disputed)},
    }


def aged_report(report: AgedReport, by_customer: bool) -> Json:
    """Aged debtors of one currency, with its customers if they are wanted."""
    answer = aged_line(report.total)
    if by_customer:
        answer["customers"] = [
            {"code": line.code, "name": line.name, **aged_line(line)} for line in report.customers
        ]
    return answer
