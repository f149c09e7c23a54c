"""Tables on the console: columns aligned, figures flush right, wide letters counted as two."""

import unicodedata
from collections.abc import Sequence

_GAP = "  "


def width(text: str) -> int:
    """How many places a text takes on a console."""
    return sum(
        0 if unicodedata.combining(letter) else 1 + (unicodedata.east_asian_width(letter) in "WF")
        for letter in text
    )


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], right: str) -> list[str]:
    """Return a table's lines: heads, a rule, rows.

    Args:
        heads: One per column.
        rows: Cells, one per column.
        right: A letter per column, ``r`` for flush right, anything else for flush left.
    """
    widths = [max(map(width, column)) for column in zip(heads, *rows, strict=True)]
    lines = [_line(heads, widths, right), _GAP.join("-" * wide for wide in widths)]
    return lines + [_line(row, widths, right) for row in rows]


def who(code: str, name: str) -> str:
    """A customer in one cell; a file may have brought no name but the code."""
    return code if name == code else f"{code}  {name}"


def _line(cells: Sequence[str], widths: Sequence[int], right: str) -> str:
    padded = []
    for cell, wide, side in zip(cells, widths, right, strict=True):
        blank = " " * (wide - width(cell))
        padded.append(blank + cell if side == "r" else cell + blank)
    return _GAP.join(padded).rstrip()
