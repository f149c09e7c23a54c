"""Rows of a table of invoices that are no invoices: totals, second headers, swallowed rows."""

from creditmate.domain.importing import Field, Reason
from creditmate.exchange.columns import Body, Layout, is_total
from creditmate.exchange.day_styles import Written, written
from creditmate.exchange.findings import Findings
from creditmate.exchange.table_rows import Rows

_HEADED = (Field.NUMBER, Field.DAY, Field.AMOUNT)


def without_strays(body: Body, layout: Layout, rows: Rows, findings: Findings) -> Body:
    """Return the body without rows that are no invoices; each of them is a finding."""
    _find_swallowed(rows, layout, findings)
    stray = _totals(body, layout) | _second_header(body, layout)
    if not stray:
        return body
    for place, reason in sorted(stray.items()):
        row = body.rows[place]
        value = rows.delimiter.join(rows.cells[row - rows.first])
        findings.problem(reason, row, value=value)
    kept = [place for place in range(len(body.rows)) if place not in stray]
    columns = [[column[place] for place in kept] for column in body.columns]
    return Body([body.rows[place] for place in kept], columns)


def _totals(body: Body, layout: Layout) -> dict[int, Reason]:
    """Find rows that lack a number or a date and seem to add up the others."""
    found: dict[int, Reason] = {}
    for field in (Field.NUMBER, Field.DAY):
        cells = body.columns[layout.index[field]] if field in layout.index else []
        for place, cell in enumerate(cells) if "" in cells else ():
            if not cell and is_total([column[place] for column in body.columns]):
                found[place] = Reason.TOTAL_ROW
    return found


def _second_header(body: Body, layout: Layout) -> dict[int, Reason]:
    """Find a first row that has words where every invoice has figures, as Frappe Books has."""
    cells = [body.columns[layout.index[f]][:1] for f in _HEADED if f in layout.index]
    words = [column[0] for column in cells if column]
    named = [word for word in words if word and not any(map(str.isdigit, word))]
    return {0: Reason.SECOND_HEADER} if len(named) == len(_HEADED) else {}


def _find_swallowed(rows: Rows, layout: Layout, findings: Findings) -> None:
    """Report cells over several lines that hold whole rows: a quote too many opens them.

    Such a file is well-formed when a later quote happens to close the cell, so that only what
    stands in it tells.
    """
    day = layout.index.get(Field.DAY)
    for index in rows.broken if day is not None else ():
        for cell in rows.cells[index]:
            lines = [line.split(rows.delimiter) for line in cell.splitlines()[1:]]
            if any(len(line) > (day or 0) and _dated(line[day or 0]) for line in lines):
                findings.problem(Reason.SWALLOWED_ROW, index + rows.first, value=cell)


def _dated(cell: str) -> bool:
    return isinstance(written(cell.strip()), Written)
