"""What was found in each column of a file of invoices, so that a person can judge it at a glance.

Codes and numbers are counted as the ledger tells them apart: upper and lower case alike.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from creditmate.domain.importing import InvoiceRecord
from creditmate.domain.kinds import DocumentKind
from creditmate.domain.money import Money


class Span(NamedTuple):
    """The first and the last of many days."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """Counts and spans over the records of a file.

    Attributes:
        customers: How many different codes there are.
        zeros_kept: Whether a code begins with a zero, which spreadsheets like to drop.
        names: How many different names there are.
        numbers: How many different document numbers.
        days: Of the documents; None without any.
        due_days: When they are due; None where none is.
        settled_days: Of the payments that are dated; None without any.
        first: The first document's row and amount; None without any.
        disputed: How many are in dispute.
        ordered: How many carry an order number.
        credit_notes: How many are credit notes.
    """

    customers: int = 0
    zeros_kept: bool = False
    names: int = 0
    numbers: int = 0
    days: Span | None = None
    due_days: Span | None = None
    settled_days: Span | None = None
    first: tuple[int, Money] | None = None
    disputed: int = 0
    ordered: int = 0
    credit_notes: int = 0


def summarise(records: Sequence[InvoiceRecord]) -> ImportSummary:
    """Return what the records of a file hold, column by column."""
    codes = {record.customer_code.casefold() for record in records}
    return ImportSummary(
        customers=len(codes),
        zeros_kept=any(code.startswith("0") for code in codes),
        names=len({record.customer_name for record in records}),
        numbers=len({record.number.casefold() for record in records}),
        days=_span(record.day for record in records),
        due_days=_span(record.due_day for record in records),
        settled_days=_span(record.settled_day for record in records),
        first=(records[0].row, records[0].amount) if records else None,
        disputed=sum(record.disputed for record in records),
        ordered=sum(bool(record.order_number) for record in records),
        credit_notes=sum(record.kind is DocumentKind.CREDIT_NOTE for record in records),
    )


def _span(days: Iterable[date | None]) -> Span | None:
    known = {day for day in days if day is not None}
    return Span(min(known), max(known)) if known else None
