"""Tables as blocks: heads that wrap, rows with a rule below each, a total (mockups/paper.md, 5)."""

from collections.abc import Sequence
from typing import NamedTuple

from creditmate.documents.flow import Block
from creditmate.documents.fonts import BODY, HEAD, TOTAL, Style, width
from creditmate.documents.page import ROW_RULE, ROW_RULE_INK, TABLE_RULE, TEXT, TOTAL_RULE, Ink
from creditmate.documents.sheet import Sheet
from creditmate.documents.text import wrap

_ROW, _LINE = 5.0, 4.0
_BASELINE = 3.4
"""From the top of a row to its baseline; the rule stands at its foot."""
_HEAD_MOST, _HEAD_LINE, _HEAD_BELOW = 2, 3.4, 1.9
_CLEAR = 4.0
_TOTAL, _TOTAL_BASELINE = 6.8, 4.9


class Column(NamedTuple):
    """A column on the page: its head, its two ends in mm, and how its cells are set."""

    head: str
    left: float
    right: float
    flush: bool = False
    style: Style = BODY
    most: int = 2

    @property
    def room(self) -> float:
        """How wide a text may be; a figure may use all of it."""
        return self.right - self.left


def heads(columns: Sequence[Column], *, ruled: bool = True) -> Block:
    """Return the heads of a table; they stay with its first row. Long ones take two lines."""
    lines = [wrap(column.head, HEAD, column.room)[:_HEAD_MOST] for column in columns]
    most = max(map(len, lines), default=1)
    high = _BASELINE + (most - 1) * _HEAD_LINE + _HEAD_BELOW

    def draw(sheet: Sheet, top: float) -> None:
        foot = top + _BASELINE + (most - 1) * _HEAD_LINE
        for column in columns:
            said = sheet.fitted(column.head, HEAD, column.room, _HEAD_MOST) if column.head else []
            for above, line in enumerate(reversed(said)):
                _set(sheet, column, foot - above * _HEAD_LINE, line, HEAD)
        if ruled:
            sheet.rule(columns[0].left, columns[-1].right, top + high, TABLE_RULE)

    return Block(high, draw, keep=True)


def row(
    columns: Sequence[Column],
    cells: Sequence[str],
    *,
    last: bool = False,
    keep: bool = False,
    again: Block | None = None,
) -> Block:
    """Return one row; texts wrap, figures do not.

    Args:
        columns: Of the table.
        cells: One for each; those of figures are flush right.
        last: The rule below it is the one that ends a table.
        keep: It stays with the next one.
        again: The heads, for where it begins a page.
    """
    lines = [_lines(column, cell) for column, cell in zip(columns, cells, strict=True)]
    high = _ROW + (max(map(len, lines), default=1) - 1) * _LINE
    line, ink = end_rule(last=last)

    def draw(sheet: Sheet, top: float) -> None:
        for column, cell in zip(columns, cells, strict=True):
            said = (
                [cell]
                if column.flush
                else sheet.fitted(cell, column.style, column.room, column.most)
                if cell
                else []
            )
            for number, text in enumerate(said):
                _set(sheet, column, top + _BASELINE + number * _LINE, text, column.style)
        sheet.rule(columns[0].left, columns[-1].right, top + high, line, ink)

    return Block(high, draw, keep=keep, again=again)


def total_row(left: float, right: float, label: str, amount: str) -> Block:
    """Return the total below a table, on its own rule."""

    def draw(sheet: Sheet, top: float) -> None:
        y = top + _TOTAL_BASELINE
        room = right - left - width(amount, TOTAL) - _CLEAR
        sheet.text(left, y, sheet.fitted(label, TOTAL, room, 1)[0], TOTAL)
        sheet.text_right(right, y, amount, TOTAL)
        sheet.rule(left, right, top + _TOTAL, TOTAL_RULE)

    return Block(_TOTAL, draw)


def end_rule(*, last: bool) -> tuple[float, Ink]:
    """Return thickness and ink of the rule under a row."""
    return (TABLE_RULE, TEXT) if last else (ROW_RULE, ROW_RULE_INK)


def _lines(column: Column, cell: str) -> list[str]:
    if column.flush or not cell:
        return [cell]
    return wrap(cell, column.style, column.room)[: column.most] or [""]


def _set(sheet: Sheet, column: Column, y: float, text: str, style: Style) -> None:
    if column.flush:
        sheet.text_right(column.right, y, text, style)
    else:
        sheet.text(column.left, y, text, style)
