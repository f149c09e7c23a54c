"""Where the columns of the statement's table stand (mockups/paper.md section 5).

Widths go by content class; larger amounts take room from "Your order" first, then from the
document's column, so that every figure keeps 4 mm from its left neighbour.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from creditmate.documents.fonts import BODY, HEAD, LABEL, STRONG, Style, width
from creditmate.documents.page import LEFT, RIGHT
from creditmate.documents.sheet import Sheet
from creditmate.documents.text import wrap
from creditmate.documents.voice import Voice
from creditmate.domain.money import Money
from creditmate.domain.statement import Statement

GAP = 4.0
HEAD_PITCH = 3.3
_DATE, _DUE, _DOCUMENT = 20.0, 20.5, 23.5
_DAYS, _ORIGINAL, _PAID, _BALANCE = 16.0, 20.0, 24.0, 24.0
_LEAST_ORDER, _LEAST_DOCUMENT = 12.0, 18.0


class Columns(NamedTuple):
    """Left edges of text columns, right edges of columns of figures."""

    due: float
    document: float
    order: float
    order_room: float
    days: float
    original: float
    paid: float
    balance: float
    body: Style


def columns(statement: Statement, voice: Voice) -> Columns:
    """Return the columns that hold every figure and date of ``statement``."""
    roomy = _fit(statement, voice, BODY)
    # Figures so large that no text column would be left are set smaller.
    return roomy if roomy.order_room >= _LEAST_ORDER else _fit(statement, voice, LABEL)


def _fit(statement: Statement, voice: Voice, body: Style) -> Columns:
    items = statement.items
    due = LEFT + max(_DATE, _widest((voice.column_day(i.day) for i in items), body) + 1.6)
    dues = (voice.column_day(i.due_day) for i in items if i.due_day)
    document = due + max(_DUE, _widest(dues, body) + 1.8)
    balance_width = _widest(_amounts(voice, [i.balance for i in items], statement.balance), STRONG)
    debits = [item for item in items if item.balance.minor > 0]
    paid = RIGHT - max(_BALANCE, balance_width + GAP)
    paid_width = _widest(_amounts(voice, [i.paid for i in debits]), body)
    original = paid - max(_PAID, paid_width + GAP)
    original_width = _widest(_amounts(voice, [i.original for i in debits]), body)
    days = original - max(_ORIGINAL, original_width + GAP)
    order = document + _DOCUMENT
    order_end = days - _DAYS + GAP / 2
    if order_end - order < _LEAST_ORDER:
        order = max(order_end - _LEAST_ORDER, document + _LEAST_DOCUMENT)
    return Columns(due, document, order, order_end - order, days, original, paid, RIGHT, body)


def _amounts(voice: Voice, amounts: Sequence[Money], *more: Money) -> Iterable[str]:
    """Write the longest figures only: the widest in print is among them."""
    found = sorted((*amounts, *more), key=lambda amount: abs(amount.minor))[-3:]
    negative = [amount for amount in (*amounts, *more) if amount.minor < 0]
    return [voice.amount(amount) for amount in (*found, *negative[-3:])]


def _widest(texts: Iterable[str], style: Style) -> float:
    return max((width(text, style) for text in texts), default=0.0)


def draw_heads(sheet: Sheet, at: Columns, baseline: float, voice: Voice) -> None:
    """Draw the column heads over their rule; heads of two lines stand on ``baseline``."""
    _ = voice.gettext
    lefts = (
        (LEFT, _("Date"), at.due - LEFT - 1),
        (at.due, _("Due"), at.document - at.due - 1),
        (at.document, _("Document"), at.order - at.document - 1),
        (at.order, _("Your order"), at.order_room),
    )
    rights = (
        (at.days, _("Days overdue"), _DAYS - GAP),
        (at.original, _("Original"), at.original - at.days - GAP),
        (at.paid, _("Paid or credited"), _PAID - GAP - 2),
        (at.balance, _("Balance"), _BALANCE - GAP),
    )
    draw_standing(sheet, baseline, lefts, rights)


def draw_standing(
    sheet: Sheet,
    baseline: float,
    lefts: Iterable[tuple[float, str, float]],
    rights: Iterable[tuple[float, str, float]],
) -> None:
    """Draw heads that stand on ``baseline``, each at its edge and within its room, over the rule.

    Args:
        sheet: Where to draw.
        baseline: Of the lowest line.
        lefts: Heads of text, flush left.
        rights: Heads of figures, flush right.
    """
    for draw, heads in ((sheet.text, lefts), (sheet.text_right, rights)):
        for x, head, room in heads:
            for line, text in _standing(head, room):
                draw(x, baseline - line * HEAD_PITCH, text, HEAD)
    sheet.rule(LEFT, RIGHT, baseline + 2.0)


def _standing(head: str, room: float) -> list[tuple[int, str]]:
    """Return the lines of a head in reading order, each with its number above the lower one."""
    lines = wrap(head, HEAD, room)
    return [(len(lines) - 1 - number, line) for number, line in enumerate(lines)]
