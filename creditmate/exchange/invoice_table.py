"""A file of invoices → records, everything wrong with them, and what has to be asked first.

Phase one of an import (reliability.md, D10): nothing is written, every problem is found.
"""

import hashlib
from collections.abc import Set
from dataclasses import replace

from creditmate.domain.currencies import CODES
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.importing import CellProblem, ImportOptions, InvoiceTable, Reason
from creditmate.exchange.cell_checks import check_cells
from creditmate.exchange.columns import Layout, find_layout, read_body
from creditmate.exchange.drafts import read_drafts
from creditmate.exchange.findings import Findings, by_row
from creditmate.exchange.invoice_rows import make_records, sum_up
from creditmate.exchange.sheet import read_sheet
from creditmate.exchange.stray_rows import without_strays
from creditmate.exchange.table_rows import Rows, split
from creditmate.exchange.table_text import decode


def read_invoice_table(data: bytes, options: ImportOptions) -> InvoiceTable:
    """Read a file of invoices with their settlements, one row each or one row for each line.

    Whatever the bytes are, the answer is a table; if they cannot be read it holds no records
    but the reason.

    Args:
        data: The whole file, at most 50 MB (a larger one is refused unread).
        options: What the user has decided beforehand.

    Raises:
        UserError: UNKNOWN_CURRENCY, if the currency of the options is none.
    """
    if options.currency is not None and options.currency not in CODES:
        raise UserError(Problem.UNKNOWN_CURRENCY, found=options.currency)
    table = _read_without(data, options, frozenset())
    left_out: tuple[CellProblem, ...] = ()
    while options.leave_out_faulty and table.can_leave_out:  # each time there are rows fewer
        left_out += table.problems
        table = _read_without(data, options, {problem.row for problem in left_out})
    return replace(table, left_out=by_row([*left_out]))


def _read_without(data: bytes, options: ImportOptions, left_out: Set[int | None]) -> InvoiceTable:
    """Read the file as if the rows with these numbers were blank."""
    findings = Findings()
    table = _read(data, options, left_out, findings)
    return replace(
        table,
        problems=by_row(findings.problems),
        questions=tuple(findings.questions),
        remarks=by_row(findings.remarks),
        totals=sum_up(table.records),
    )


def _read(
    data: bytes, options: ImportOptions, left_out: Set[int | None], findings: Findings
) -> InvoiceTable:
    table = InvoiceTable(hashlib.sha256(data).hexdigest())
    decoded = decode(data, options.encoding, findings)
    if decoded is None:
        return table
    table = replace(table, encoding=decoded.encoding)
    rows = split(decoded.text, options.delimiter, findings)
    if rows is None:
        return table
    table = replace(table, delimiter=rows.delimiter)
    if left_out:
        cells = [() if at in left_out else row for at, row in enumerate(rows.cells, rows.first)]
        rows = replace(rows, cells=cells)
    layout = find_layout(rows, options.mapping, findings)
    check_cells(rows, layout.headers if layout else (), decoded.text, findings)
    if layout is None:
        return table
    table = replace(table, header_row=layout.row, mapping=layout.mapping, ignored=layout.ignored)
    return _read_invoices(table, rows, layout, options, findings)


def _read_invoices(
    table: InvoiceTable, rows: Rows, layout: Layout, options: ImportOptions, findings: Findings
) -> InvoiceTable:
    body = without_strays(read_body(rows, layout, findings), layout, rows, findings)
    if not body.rows and not findings.problems:
        findings.problem(Reason.NO_ROWS, layout.row)
    sheet = read_sheet(body, layout, options, findings)
    records = make_records(read_drafts(sheet, findings), sheet, options.due_days, findings)
    return replace(
        table,
        date_order=sheet.found_days.order,
        date_evidence=sheet.found_days.evidence,
        decimal_mark=sheet.found_amounts.mark,
        decimal_evidence=sheet.found_amounts.evidence,
        records=tuple(records),
        rows=sum(bool("".join(row).strip()) for row in rows.cells[layout.row - rows.first + 1 :]),
    )
