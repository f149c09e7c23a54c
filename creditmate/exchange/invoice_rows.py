"""Drafts → invoices: due days, settlements and customers' names checked against each other."""

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
    names: dict[str, str] = {}
    for draft in drafts:
        known = names.setdefault(draft.code, draft.name)
        if known != draft.name:
            _remark(Reason.NAMES_DIFFER, Field.CUSTOMER_NAME, draft, sheet, findings)
        due = _due_day(draft, due_days)
        if due is None and draft.minor > 0:
            undue.append(draft.place)
        elif _is_sound(draft, sheet, findings):
            records.append(_record(draft, due, sheet))
            _remark_days(draft, due, sheet, findings)
    _report_undue(undue, sheet, findings)
    return records


def sum_up(records: Iterable[InvoiceRecord]) -> tuple[CurrencyTotals, ...]:
    """Return the sums of the records by currency, ordered by code."""
    sums: dict[str, list[int]] = {}
    for record in records:
        found = sums.setdefault(record.amount.currency, [0, 0, 0])
        found[0] += 1
        found[1] += record.amount.minor
        if record.paid is not None or record.settled_day is not None:
            found[2] += record.settled.minor
    return tuple(
        CurrencyTotals(count, Money(amount, code), Money(settled, code))
        for code, (count, amount, settled) in sorted(sums.items())
    )


def _due_day(draft: Draft, due_days: int | None) -> date | None:
    """Return the due day; a credit note has none, even if the file gives one."""
    if draft.minor < 0:
        return None
    if draft.due_day is None and due_days is not None:
        return draft.day + timedelta(due_days)
    return draft.due_day


def _record(draft: Draft, due: date | None, sheet: Sheet) -> InvoiceRecord:
    paid = _paid(draft)
    return InvoiceRecord(
        sheet.rows[draft.place],
        draft.code,
        draft.name,
        draft.number,
        DocumentKind.INVOICE if draft.minor > 0 else DocumentKind.CREDIT_NOTE,
        draft.day,
        due,
        Money(draft.minor, draft.currency),
        draft.settled_day,
        None if paid is None else Money(paid, draft.currency),
        draft.disputed,
        draft.order_number,
    )


def _paid(draft: Draft) -> int | None:
    """Return how much is settled; what is open tells it best, since credits settle too."""
    return draft.paid if draft.open is None else draft.minor - draft.open


def _is_sound(draft: Draft, sheet: Sheet, findings: Findings) -> bool:
    """Whether the sums of an invoice can be true together."""
    paid = _paid(draft)
    told_by = Field.PAID if draft.open is None else Field.OPEN
    if draft.minor == 0:
        field = Field.AMOUNT if Field.AMOUNT in sheet.cells else Field.LINE_AMOUNT
        _refuse(Reason.AMOUNT_ZERO, field, draft, sheet, findings)
        return False
    if paid is not None and not min(0, draft.minor) <= paid <= max(0, draft.minor):
        _refuse(Reason.SETTLED_OUTSIDE, told_by, draft, sheet, findings)
        return False
    if paid == 0 and draft.settled_day is not None:
        _refuse(Reason.SETTLED_UNPAID, Field.SETTLED_DAY, draft, sheet, findings)
        return False
    if draft.open is not None and draft.paid is not None and draft.paid != paid:
        _remark(Reason.PAID_DISAGREES, Field.PAID, draft, sheet, findings)
    return True


def _remark_days(draft: Draft, due: date | None, sheet: Sheet, findings: Findings) -> None:
    if due is not None and due < draft.day:
        _remark(Reason.DUE_BEFORE_INVOICE, Field.DUE_DAY, draft, sheet, findings)
    if draft.settled_day is not None and draft.settled_day < draft.day:
        _remark(Reason.SETTLED_BEFORE_INVOICE, Field.SETTLED_DAY, draft, sheet, findings)


def _report_undue(undue: list[int], sheet: Sheet, findings: Findings) -> None:
    """Ask for the due days if the file has none, else report the cells that are empty."""
    header = sheet.headers.get(Field.DUE_DAY)
    if header is None:
        if undue:
            findings.ask(Ask.DUE_DAYS, row=sheet.rows[undue[0]], invoices=len(undue))
        return
    for place in undue:
        if not sheet.cells[Field.DUE_DAY][place]:
            findings.problem(Reason.MISSING, sheet.rows[place], header)


def _refuse(reason: Reason, field: Field, draft: Draft, sheet: Sheet, findings: Findings) -> None:
    facts = {"number": draft.number}
    cell = sheet.cells[field][draft.place]
    findings.problem(reason, sheet.rows[draft.place], sheet.headers[field], cell, facts)


def _remark(reason: Reason, field: Field, draft: Draft, sheet: Sheet, findings: Findings) -> None:
    facts = {"number": draft.number, "code": draft.code, "day": draft.day}
    cell = sheet.cells[field][draft.place]
    findings.remark(reason, sheet.rows[draft.place], sheet.headers[field], cell, facts)
