"""What no cell may hold, whatever its column is for: lost letters, control characters, novels."""

from collections.abc import Sequence

from creditmate.domain.importing import Reason
from creditmate.exchange.findings import Findings
from creditmate.exchange.table_rows import Rows
from creditmate.exchange.table_text import endless_line

MAX_CELL = 10_000
"""Longest cell, in characters (reliability.md, D11)."""

CONTROL_CHARACTERS = "".join(
    chr(code)
    for first, last in (
        (0x00, 0x08),
        (0x0B, 0x0C),
        (0x0E, 0x1F),
        (0x7F, 0x9F),
        (0x2028, 0x202E),  # line separators, and overrides that turn text round
        (0x2066, 0x2069),
        (0xFEFF, 0xFEFF),
        (0xFFFE, 0xFFFF),
    )
    for code in range(first, last + 1)
)
"""Characters that no table of invoices has a use for, tab and line ends left out."""

DAMAGED = "\ufffd"
"""What a program writes in place of a character it has lost."""


def check_cells(rows: Rows, headers: Sequence[str], text: str, findings: Findings) -> None:
    """Report cells that hold what no table of invoices has a use for.

    Args:
        rows: All rows of the file.
        headers: Of its columns, as far as there are any.
        text: What the rows were read from: looking once through it is quick.
        findings: Takes a problem for each such cell.
    """
    refused = [character for character in CONTROL_CHARACTERS + DAMAGED if character in text]
    long = bool(rows.broken) or endless_line(text, MAX_CELL) is not None
    if not refused and not long:
        return
    for row, cells in enumerate(rows.cells, rows.first):
        for place, cell in enumerate(cells):
            header = headers[place] if place < len(headers) else None
            found = [cell.index(character) for character in refused if character in cell]
            if found:
                _refuse_character(cell, min(found), row, header, findings)
            if len(cell) > MAX_CELL:
                facts = {"limit": MAX_CELL, "length": len(cell)}
                findings.problem(Reason.CELL_TOO_LONG, row, header, cell, facts)


def _refuse_character(
    cell: str, place: int, row: int, header: str | None, findings: Findings
) -> None:
    lost = cell[place] == DAMAGED
    facts = {"code": f"U+{ord(cell[place]):04X}", "position": place + 1}
    reason = Reason.DAMAGED_TEXT if lost else Reason.CONTROL_CHARACTER
    findings.problem(reason, row, header, cell[max(place - 20, 0) :], facts)
