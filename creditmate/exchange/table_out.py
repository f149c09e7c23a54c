"""Rows of text → a CSV file that spreadsheets open as it is meant.

Source: reliability.md, D13 (a spreadsheet calculates what begins like a formula).
"""

import csv
import io
from collections.abc import Iterable, Sequence

_FORMULAS = tuple("=+-@\t\r\0＝＋－＠")
_GUARD = "'"


def csv_of_texts(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a table of texts as UTF-8 with its mark; what would be calculated is guarded."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(titles)
    writer.writerows([_guarded(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _guarded(cell: str) -> str:
    return _GUARD + cell if cell.startswith(_FORMULAS) else cell
