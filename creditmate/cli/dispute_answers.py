"""Questions and what is behind them, as JSON answers."""

from datetime import date

from creditmate.cli import answers
from creditmate.domain.dispute_register import DisputeItemRow, DisputeRow, RootCause, RootCauses


def dispute(row: DisputeRow) -> answers.Json:
    """A question."""
    ending = row.standing.ending
    return {
        "dispute": row.id,
        "code": row.code,
        "name": row.name,
        "reason": row.reason,
        "by": row.by_whom,
        "raised": answers.day(row.standing.raised_day),
        "day_presumed": row.day_presumed,
        "items": [item(each) for each in row.items],
        "questioned": answers.money(row.questioned),
        "open": row.is_open,
        "open_since": answers.day(row.standing.open_since),
        "days_open": row.days_open,
        "age": row.age.value,
        "owner": row.initials,
        "answer_by": answers.day(row.answer_by),
        "late": row.is_late,
        "evidence": row.evidence,
        "files": row.files,
        "note": row.note,
        "outcome": None if ending is None else ending.kind.value,
        "ended": None if ending is None else answers.day(ending.day),
        "upheld": None if row.upheld is None else answers.money(row.upheld),
        "answer": "" if ending is None else ending.note,
    }


def item(row: DisputeItemRow) -> answers.Json:
    """An invoice in question, or to be credited."""
    return {
        "number": row.number,
        "original": answers.money(row.original),
        "amount": answers.money(row.questioned),
    }


def causes(found: RootCauses, first: date, last: date) -> answers.Json:
    """What is behind the questions of a period."""
    return {
        "from": answers.day(first),
        "to": answers.day(last),
        "reasons": [{"reason": reason, **_cause(one)} for reason, one in found.by_reason],
        "months": [{"month": answers.day(month), **_cause(one)} for month, one in found.by_month],
    }


def _cause(one: RootCause) -> answers.Json:
    average = one.average_days
    return {
        "count": one.count,
        "open": one.open,
        "amount": answers.money(one.amount),
        "resolved": one.resolved,
        "average_days": None if average is None else str(average),
    }
