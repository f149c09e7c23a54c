"""Drafts → invoices: due days, settlements and customers' names checked against each other."""

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date, timedelta

from creditmate.domain.importing import Ask, CurrencyTotals, Field, InvoiceRecord, Reason
from creditmate.domain.kinds import DocumentKind
from creditmate.domain.money import Money
from creditmate.exchange.drafts import Draft
from creditmate.exchange.findings import Findings
from creditmate.exchange.sheet import Sheet


def make_records(
    drafts: Iterable[Draft], sheet: Sheet, due_days: int | None, findings: Findings
) -> list[InvoiceRecord]:
    """Return the invoices that are right; what is wrong with the others becomes a finding.

    Args:
        drafts: One for each invoice.
        sheet: Where they come from, for telling where something is wrong.
        due_days: Due date of invoices that have none: so many days after the invoice.
        findings: Takes problems and remarks, and the question for due dates.
    """
    records: list[InvoiceRecord] = []
    undue: list[int] = []
    whole = Field.LINE_AMOUNT if Field.LINE_AMOUNT in sheet.cells else Field.AMOUNT
    for found in drafts:
        draft = _turned(found) if found.credit and found.minor > 0 else found
        due = draft.due_day if draft.minor > 0 else None
        if due is None and draft.minor > 0:
            if due_days is None:
                undue.append(draft.place)
                continue
            due = draft.day + timedelta(due_days)
        told = draft.paid is not None or draft.open is not None
        if draft.minor == 0:
            _refuse(Reason.AMOUNT_ZERO, whole, draft, sheet, findings)
        elif not told or _is_sound(draft, sheet, findings):
            records.append(_record(draft, due, sheet))
    if undue or (Field.DAY in sheet.cells and sheet.rows and not records and due_days is None):
        _report_undue(undue, sheet, findings)
    _remark_days(records, sheet, findings)
    _remark_names(records, sheet, findings)
    return records


def sum_up(records: Iterable[InvoiceRecord]) -> tuple[CurrencyTotals, ...]:
    """Return the sums of the records by currency, ordered by code."""
    by_currency: dict[str, list[InvoiceRecord]] = {}
    for record in records:
        by_currency.setdefault(record.amount.currency, []).append(record)
    return tuple(
        CurrencyTotals(
            len(found),
            Money(sum(record.amount.minor for record in found), code),
            Money(sum(r.paid.minor if r.paid else 0 for r in found), code)
            + Money(sum(r.amount.minor for r in found if r.settled_day and r.paid is None), code),
        )
        for code, found in sorted(by_currency.items())
    )


def _record(draft: Draft, due: date | None, sheet: Sheet) -> InvoiceRecord:
    place, code, name, number, day, _, minor, currency, settled, _, _, disputed, order, _ = draft
    paid = _paid(draft)
    return InvoiceRecord(
        sheet.rows[place],
        code,
        name,
        number,
        DocumentKind.INVOICE if minor > 0 else DocumentKind.CREDIT_NOTE,
        day,
        due,
        Money(minor, currency),
        settled,
        None if paid is None else Money(paid, currency),
        disputed,
        order,
    )


def _turned(draft: Draft) -> Draft:
    """Turn the sums of a credit note that the file writes without a minus below zero."""
    paid = None if draft.paid is None else -draft.paid
    left = None if draft.open is None else -draft.open
    return draft._replace(minor=-draft.minor, paid=paid, open=left)


def _paid(draft: Draft) -> int | None:
    """Return how much is settled; what is open tells it best, since credits settle too."""
    return draft.paid if draft.open is None else draft.minor - draft.open


def _is_sound(draft: Draft, sheet: Sheet, findings: Findings) -> bool:
    """Whether what is settled can be true beside the amount and the day of settlement."""
    paid = _paid(draft)
    told_by = Field.PAID if draft.open is None else Field.OPEN
    if paid is not None and not min(0, draft.minor) <= paid <= max(0, draft.minor):
        _refuse(Reason.SETTLED_OUTSIDE, told_by, draft, sheet, findings)
        return False
    if paid == 0 and draft.settled_day is not None:
        _refuse(Reason.SETTLED_UNPAID, Field.SETTLED_DAY, draft, sheet, findings)
        return False
    if draft.open is not None and draft.paid is not None and draft.paid != paid:
        facts = {"number": draft.number}
        cell = sheet.cells[Field.PAID][draft.place]
        header = sheet.headers[Field.PAID]
        findings.remark(Reason.PAID_DISAGREES, sheet.rows[draft.place], header, cell, facts)
    return True


def _remark_days(records: list[InvoiceRecord], sheet: Sheet, findings: Findings) -> None:
    for record in records:
        if record.due_day is not None and record.due_day < record.day:
            _remark(Reason.DUE_BEFORE_INVOICE, Field.DUE_DAY, record, sheet, findings)
        if record.settled_day is not None and record.settled_day < record.day:
            _remark(Reason.SETTLED_BEFORE_INVOICE, Field.SETTLED_DAY, record, sheet, findings)


def _remark_names(records: list[InvoiceRecord], sheet: Sheet, findings: Findings) -> None:
    """Remark on customers who have several names."""
    if Field.CUSTOMER_NAME not in sheet.cells or Field.CUSTOMER_CODE not in sheet.cells:
        return
    names: dict[str, str] = {}
    for record in records:
        known = names.setdefault(record.customer_code, record.customer_name)
        if known != record.customer_name:
            _remark(Reason.NAMES_DIFFER, Field.CUSTOMER_NAME, record, sheet, findings)


def _report_undue(undue: list[int], sheet: Sheet, findings: Findings) -> None:
    """Ask for the due days if the file has none, else report the cells that are empty."""
    header = sheet.headers.get(Field.DUE_DAY)
    if header is None:
        findings.ask(Ask.DUE_DAYS)
        return
    for place in undue:
        if not sheet.cells[Field.DUE_DAY][place]:
            findings.problem(Reason.MISSING, sheet.rows[place], header)


def _refuse(reason: Reason, field: Field, draft: Draft, sheet: Sheet, findings: Findings) -> None:
    facts = {"number": draft.number}
    cell = sheet.cells[field][draft.place]
    findings.problem(reason, sheet.rows[draft.place], sheet.headers[field], cell, facts)


def _remark(
    reason: Reason, field: Field, record: InvoiceRecord, sheet: Sheet, findings: Findings
) -> None:
    facts = {"number": record.number, "code": record.customer_code, "day": record.day}
    cell = sheet.cells[field][bisect_left(sheet.rows, record.row)]
    findings.remark(reason, record.row, sheet.headers[field], cell, facts)
