"""Where the columns of a statement that lists movements stand (mockups/paper.md, document 2).

Larger amounts take room from "Your order" first, then from the details, which give what they do
not need themselves to long order numbers. An activity statement has neither due days nor a
running balance; its details have that room.
"""

from collections.abc import Iterable
from typing import NamedTuple

from creditmate.documents.fonts import BODY, LABEL, STRONG, Style, width
from creditmate.documents.page import LEFT, RIGHT
from creditmate.documents.sheet import Sheet
from creditmate.documents.statement_columns import GAP, draw_standing
from creditmate.documents.voice import Voice
from creditmate.domain.money import Money
from creditmate.domain.statement_period import StatementPeriod
from creditmate.i18n.statement_words import movement_words

_DATE, _ORDER, _DUE = 21.0, 18.0, 18.0
CHARGES_WIDTH, _PAYMENTS, _BALANCE = 16.1, 19.8, 22.1
"""The least widths: of figures without the gap to their left neighbour."""
_LEAST_ORDER, _LEAST_DETAILS, _CLEAR = 12.0, 24.0, 1.5
_PAYMENTS_HEAD = 17.0


class PeriodColumns(NamedTuple):
    """Left edges of text columns, right edges of columns of figures; None where there is none."""

    details: float
    order: float
    order_room: float
    due: float | None
    charges: float
    payments: float
    balance: float | None
    body: Style

    @property
    def text_end(self) -> float:
        """How far details run where neither an order nor a due day stands beside them."""
        return self.order + self.order_room


def period_columns(
    period: StatementPeriod, balances: Iterable[Money], voice: Voice
) -> PeriodColumns:
    """Return the columns that hold every figure and date of ``period``."""
    sums = [*balances, period.opening, period.closing]
    roomy = _fit(period, sums, voice, BODY)
    small = roomy.order - roomy.details < _LEAST_DETAILS
    # Figures so large that no room is left for words are set smaller.
    return _fit(period, sums, voice, LABEL) if small else roomy


def _fit(
    period: StatementPeriod, sums: Iterable[Money], voice: Voice, body: Style
) -> PeriodColumns:
    strong = STRONG if body is BODY else body
    days = [voice.column_day(row.day) for row in period.rows]
    details = LEFT + max(_DATE, _widest(days, body) + 2.0)
    payments, balance = RIGHT, None
    if period.runs:
        balance = RIGHT
        payments -= max(_BALANCE, _widest(map(voice.amount, sums), strong)) + GAP
    charges = payments - max(_PAYMENTS, width(voice.amount(period.payments), body)) - GAP
    end = charges - max(CHARGES_WIDTH, width(voice.amount(period.charges), body)) - GAP
    due = None
    if period.runs:
        dues = (voice.column_day(row.due_day) for row in period.rows if row.due_day)
        end -= max(_DUE, _widest(dues, body))
        due = end
    usual = LEFT + _DATE + 43.0 if period.runs else end - _ORDER
    ordered = [row for row in period.rows if row.order_number]
    wanted = _widest((row.order_number for row in ordered), body) + _CLEAR
    named = _widest((movement_words(row, voice.locale) for row in ordered), body) + _CLEAR
    # A long order number has what the details beside it do not need.
    order = max(min(usual, end - wanted), details + max(_LEAST_DETAILS, named))
    order = min(order, usual, end - _LEAST_ORDER)
    return PeriodColumns(
        details, order, end - order - _CLEAR, due, charges, payments, balance, body
    )


def _widest(texts: Iterable[str], style: Style) -> float:
    return max((width(text, style) for text in texts), default=0.0)


def draw_period_heads(sheet: Sheet, at: PeriodColumns, baseline: float, voice: Voice) -> None:
    """Draw the column heads over their rule; heads of two lines stand on ``baseline``."""
    _ = voice.gettext
    lefts = [
        (LEFT, _("Date"), at.details - LEFT - 1),
        (at.details, _("Details"), at.order - at.details - 1),
        (at.order, _("Your order"), at.order_room),
    ]
    rights = [
        (at.charges, _("Charges"), CHARGES_WIDTH),
        (at.payments, _("Payments and credits"), _PAYMENTS_HEAD),
    ]
    if at.due is not None:
        lefts.append((at.due, _("Due"), _DUE))
    if at.balance is not None:
        rights.append((at.balance, _("Balance"), _BALANCE))
    draw_standing(sheet, baseline, lefts, rights)
