"""The lines of an invoice: description, quantity on its decimal mark, price, rate, amount."""

from decimal import Decimal
from typing import NamedTuple

from creditmate.documents.fonts import BODY, HEAD, LABEL, NOTE, STRONG, Style, width
from creditmate.documents.invoice_paper import InvoicePaper, PaperLine
from creditmate.documents.invoice_words import is_taxed, rate_words, tax_head
from creditmate.documents.page import LEFT, MUTED, RIGHT, ROW_RULE, ROW_RULE_INK
from creditmate.documents.sheet import Sheet
from creditmate.documents.text import wrap
from creditmate.documents.voice import Voice
from creditmate.domain.currencies import exponent
from creditmate.domain.settings import Prices
from creditmate.i18n.quantities import decimal_mark, decimal_words, percent_words

PITCH = 6.0
"""From the foot of a row to the next row's baseline."""
RULE_BELOW = 2.0
_LINE, _NOTE_LINE = 3.9, 3.6
_GAP = 4.0
_MARK, _UNIT, _PRICE, _RATE = 113.0, 117.0, 148.0, 166.0
_DESCRIPTION, _LEAST_DESCRIPTION = 85.0, 40.0
_UNIT_GAP = 1.2
_HEAD_PITCH = 3.3
_MOST_LINES = 12


class LineColumns(NamedTuple):
    """Where the columns stand: right edges of figures, left edges of texts.

    ``mark`` is where quantities have their decimal mark.
    """

    description: float
    mark: float
    unit: float
    price: float
    rate: float
    amount: float


def line_columns(paper: InvoicePaper, voice: Voice) -> LineColumns:
    """Return the columns that hold every figure; larger ones take room from the description."""
    amounts = [voice.amount(line.amount) for line in paper.lines]
    prices = [price_words(line, paper, voice) for line in paper.lines]
    rates = [rate_words(line.tax, voice) for line in paper.lines]
    rate = min(_RATE, RIGHT - _widest(amounts, BODY) - _GAP)
    price = min(_PRICE, rate - _widest([*rates, tax_head(paper, voice)], BODY) - _GAP)
    units = _widest([line.unit for line in paper.lines], LABEL)
    unit = min(_UNIT, price - _widest(prices, BODY) - _GAP - units)
    behind = _widest([_parts(line.quantity, voice)[1] for line in paper.lines], BODY)
    mark = min(_MARK, unit - behind - _UNIT_GAP)
    before = _widest([_parts(line.quantity, voice)[0] for line in paper.lines], BODY)
    room = min(_DESCRIPTION, mark - before - _GAP - LEFT)
    return LineColumns(max(room, _LEAST_DESCRIPTION), mark, unit, price, rate, RIGHT)


def _widest(texts: list[str], style: Style) -> float:
    return max((width(text, style) for text in texts), default=0.0)


def price_words(line: PaperLine, paper: InvoicePaper, voice: Voice) -> str:
    """Return a price with the decimals of its currency, or more if it has more."""
    return decimal_words(line.price, voice.locale, exponent(paper.totals.currency))


def _parts(quantity: Decimal, voice: Voice) -> tuple[str, str]:
    """A quantity up to its decimal mark, and from there on."""
    text, mark = decimal_words(quantity, voice.locale), decimal_mark(voice.locale)
    whole, found, rest = text.partition(mark)
    return whole, found + rest


class LineRow:
    """One line, its description broken. Its foot is ``extra`` mm below its baseline."""

    def __init__(self, line: PaperLine, paper: InvoicePaper, voice: Voice, at: LineColumns) -> None:
        self._line, self._paper, self._voice, self._at = line, paper, voice, at
        self._texts = [
            text
            for part in line.description.splitlines() or [""]
            for text in wrap(part, BODY, at.description)
        ] or [""]
        self._note = self._discount()
        lines = min(len(self._texts), _MOST_LINES) - 1
        self.extra = lines * _LINE + (_NOTE_LINE if self._note else 0.0)

    def _discount(self) -> str:
        if self._line.discount is None:
            return ""
        words = self._voice.gettext("less {percent}")
        return words.format(percent=percent_words(self._line.discount, self._voice.locale))

    def draw(self, sheet: Sheet, y: float) -> None:
        """Draw the row with its first baseline at ``y``, without the rule below it."""
        at, voice, line = self._at, self._voice, self._line
        for number, text in enumerate(self._shown(sheet)):
            sheet.text(LEFT, y + number * _LINE, text, BODY)
        whole, rest = _parts(line.quantity, voice)
        sheet.text_right(at.mark, y, whole, BODY)
        if rest:
            sheet.text(at.mark, y, rest, BODY)
        if line.unit:
            sheet.text(at.unit, y, line.unit, LABEL, MUTED)
        sheet.text_right(at.price, y, price_words(line, self._paper, voice), BODY)
        if is_taxed(self._paper):
            sheet.text_right(at.rate, y, rate_words(line.tax, voice), BODY)
        sheet.text_right(at.amount, y, voice.amount(line.amount), BODY)
        if self._note:
            sheet.text(LEFT, y + self.extra, self._note, NOTE, MUTED)

    def _shown(self, sheet: Sheet) -> list[str]:
        if len(self._texts) <= _MOST_LINES:
            return self._texts
        sheet.shortened.append(self._line.description)
        return [*self._texts[: _MOST_LINES - 1], "…"]


def draw_line_heads(
    sheet: Sheet, paper: InvoicePaper, at: LineColumns, baseline: float, voice: Voice
) -> None:
    """Draw the column heads over their rule."""
    _ = voice.gettext
    gross = paper.prices is Prices.GROSS and is_taxed(paper)
    amount = _("Amount with tax") if gross else _("Net amount")
    if not is_taxed(paper):
        amount = _("Amount")
    sheet.text(LEFT, baseline, _("Description"), HEAD)
    heads = [
        (at.unit + 6.0, _("Quantity"), at.unit - at.mark + 20.0),
        (at.price, _("Price with tax") if gross else _("Unit price"), at.price - at.unit - 8.0),
        (at.amount, amount, at.amount - at.rate - _GAP),
    ]
    if is_taxed(paper):
        heads.append((at.rate, tax_head(paper, voice), at.rate - at.price - _GAP))
    for x, head, room in heads:
        lines = wrap(head, HEAD, room)
        for number, line in enumerate(lines):
            above = (len(lines) - 1 - number) * _HEAD_PITCH
            sheet.text_right(x, baseline - above, line, HEAD)
    sheet.rule(LEFT, RIGHT, baseline + 2.0)


def draw_line_rule(sheet: Sheet, foot: float) -> None:
    """Draw the thin grey rule under a row whose foot is at ``foot``."""
    sheet.rule(LEFT, RIGHT, foot + RULE_BELOW, ROW_RULE, ROW_RULE_INK)


def draw_net_forward(sheet: Sheet, y: float, words: str, amount: str) -> None:
    """Draw a row that carries the sum of the lines from one page to the next."""
    sheet.text(LEFT, y, words, STRONG)
    sheet.text_right(RIGHT, y, amount, STRONG)
