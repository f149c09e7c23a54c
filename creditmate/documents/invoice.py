"""The invoice, the charge note and the credit note (mockups/paper.md, document 3).

``lay_out`` decides what stands where, ``draw_invoice`` prints it, ``warnings`` says what the
user should look at before it is issued.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from creditmate.documents.address import AddressBlock
from creditmate.documents.concerns import drawing_concerns
from creditmate.documents.fonts import TITLE, Face, Style
from creditmate.documents.furniture import (
    FOOTER_PITCH,
    LaterHead,
    draw_facts,
    draw_fold_marks,
    draw_footer,
    draw_footer_rule,
    draw_later_head,
    draw_punch_mark,
    legal_lines,
)
from creditmate.documents.invoice_band import Band
from creditmate.documents.invoice_box import InvoiceBox
from creditmate.documents.invoice_facts import facts_of
from creditmate.documents.invoice_paper import InvoicePaper
from creditmate.documents.invoice_table import (
    PITCH,
    RULE_BELOW,
    LineRow,
    draw_line_heads,
    draw_line_rule,
    draw_net_forward,
    line_columns,
)
from creditmate.documents.invoice_totals import TotalsBlock
from creditmate.documents.invoice_words import name_words, title_words
from creditmate.documents.letterhead import draw_letterhead, logo_room
from creditmate.documents.page import LEFT, RIGHT, TABLE_RULE, TOTAL_RULE, page
from creditmate.documents.papers import CheckedPaper, Concern, DrawnPaper, PaperWarning
from creditmate.documents.sheet import Sheet
from creditmate.documents.statement_pages import Span, split_rows
from creditmate.documents.text import wrap
from creditmate.documents.voice import Voice
from creditmate.domain.kinds import DocumentKind
from creditmate.domain.money import Money, total

_HEADS_BELOW_BAND, _FIRST_BELOW_HEADS = 9.0, 6.5
_LATER_HEADS, _LATER_FIRST = 42.5, 49.0
_BOX_DROP, _NOTE_DROP, _NOTE_PITCH = 12.0, 11.0, 4.4
_CARRIED_RULE = 2.0
_CLEAR_OF_FOLD = 4.0
_THANKS = Style(Face.ITALIC, 9)


@dataclass(frozen=True, slots=True)
class Layout:
    """A document laid out: its pages, and what the user should look at."""

    sheets: tuple[Sheet, ...]
    warnings: tuple[PaperWarning, ...]


def draw_invoice(paper: InvoicePaper) -> DrawnPaper:
    """Return the PDF of a document; the same paper gives the same bytes."""
    return _printed(paper, lay_out(paper))


def draw_and_check(paper: InvoicePaper) -> CheckedPaper:
    """Return the PDF of a document with its warnings, laid out once for both."""
    layout = lay_out(paper)
    return CheckedPaper(_printed(paper, layout), layout.warnings)


def warnings(paper: InvoicePaper) -> tuple[PaperWarning, ...]:
    """Return what the user should look at before the document is issued."""
    return lay_out(paper).warnings


def lay_out(paper: InvoicePaper) -> Layout:
    """Return the pages of a document as lists of marks."""
    return _Layouter(paper).done()


def _printed(paper: InvoicePaper, layout: Layout) -> DrawnPaper:
    from creditmate.documents.press import about_of, print_sheets  # noqa: PLC0415 - reportlab is slow

    voice = Voice(paper.locale, paper.day)
    about = about_of(
        paper,
        f"{title_words(paper, voice)} {_number(paper, voice)}, {paper.customer_name}",
        paper.day,
    )
    return DrawnPaper(print_sheets(layout.sheets, page(paper.size), about), len(layout.sheets))


def _number(paper: InvoicePaper, voice: Voice) -> str:
    return voice.gettext("Draft") if paper.draft else paper.number


class _Layouter:
    """Lays out one document: measures the blocks, splits the lines, draws page by page."""

    def __init__(self, paper: InvoicePaper) -> None:
        self.paper = paper
        self.page = page(paper.size)
        self.size = (self.page.width, self.page.height)
        self.voice = Voice(paper.locale, paper.day)
        self.number = _number(paper, self.voice)
        self.columns = line_columns(paper, self.voice)
        self.rows = [LineRow(line, paper, self.voice, self.columns) for line in paper.lines]
        self.band = Band(paper, self.voice)
        self.totals = TotalsBlock(paper, self.voice)
        self.box = InvoiceBox(paper, self.voice)
        self.note = wrap(paper.note or self._thanks(), _THANKS, RIGHT - LEFT)
        self.legal = legal_lines(paper.business.legal_line, self._footer_number())
        self.address = AddressBlock(paper.window_lines, paper.window, self.size)
        self.title = paper.window.title_baseline(self.size)

    def _thanks(self) -> str:
        invoice = self.paper.kind is DocumentKind.INVOICE
        return self.voice.gettext("Thank you for your order.") if invoice else ""

    def _footer_number(self) -> str:
        return f"{name_words(self.paper.kind, self.voice)} {self.number}"

    @property
    def _heads(self) -> float:
        return self.title + self.band.height + _HEADS_BELOW_BAND

    @property
    def _legal_extra(self) -> float:
        return max(len(self.legal) - 1, 0) * FOOTER_PITCH

    @property
    def _end_height(self) -> float:
        """From the foot of the last line to the end of all that stands below it."""
        note = _NOTE_DROP + (len(self.note) - 1) * _NOTE_PITCH if self.note else 0.0
        return self.totals.height + _BOX_DROP + self.box.height + note

    @property
    def end_limit(self) -> float:
        """The lowest foot of a line above totals, box and note.

        Where the box would have to sink below a fold, and so off the page, it stays above it.
        """
        limit = self.page.body_bottom - self._legal_extra - self._end_height
        above = self.totals.height + _BOX_DROP
        fold = self._fold_through(limit + above)
        if fold is None or self.box.code_span is None:
            return limit
        return fold - _CLEAR_OF_FOLD - self.box.code_span[1] - above

    def done(self) -> Layout:
        """Draw all pages; for our thanks alone there is no second page."""
        spans, thanks = self._spans(), self.note
        if len(spans) > 1 and thanks and not self.paper.note:
            self.note = []
            shorter = self._spans()
            if len(shorter) == len(spans):
                self.note = thanks
            else:
                spans = shorter
        sheets = [self._sheet(number, spans) for number in range(len(spans))]
        return Layout(tuple(sheets), self._warnings(sheets))

    def _spans(self) -> list[Span]:
        extras = [row.extra for row in self.rows]
        first = self._heads + _FIRST_BELOW_HEADS
        last_row = self.page.last_row - self._legal_extra
        later = _LATER_FIRST + PITCH
        return split_rows(extras, first, later, PITCH, last_row, self.end_limit)

    def _sheet(self, number: int, spans: Sequence[Span]) -> Sheet:
        sheet = Sheet(self.page.shift)
        words = self.voice.gettext("Page {n} of {m}").format(n=number + 1, m=len(spans))
        pages = words.replace(" ", "\u00a0")
        if number == 0:
            self._draw_first_head(sheet)
            y = self._heads + _FIRST_BELOW_HEADS
        else:
            self._draw_later_head(sheet, pages)
            y = self._draw_brought(sheet, number, self._before(spans[number]))
        foot = self._draw_rows(sheet, spans[number], y)
        if number == len(spans) - 1:
            self._draw_end(sheet, foot)
        else:
            self._draw_carried(sheet, foot, number, self._before(spans[number + 1]))
        draw_footer_rule(sheet, self.page, len(self.legal))
        baseline = self.page.footer_baseline
        draw_footer(sheet, baseline, self.legal, self._footer_number(), pages)
        return sheet

    def _before(self, span: Span) -> Money:
        """What the lines before a page come to."""
        currency = self.paper.totals.currency
        return total((line.amount for line in self.paper.lines[: span.start]), currency)

    def _draw_first_head(self, sheet: Sheet) -> None:
        paper, window = self.paper, self.paper.window
        draw_letterhead(sheet, paper.business, RIGHT, self.voice, logo_room(window, self.size))
        self.address.draw(sheet)
        facts = facts_of(paper, self.number, self.voice)
        draw_facts(sheet, self.page, window.first_baseline, facts)
        if window.folds:
            draw_fold_marks(sheet, window.folds)
        draw_punch_mark(sheet, self.page)
        sheet.text(LEFT, self.title, title_words(paper, self.voice), TITLE)
        self.band.draw(sheet, self.title)
        draw_line_heads(sheet, paper, self.columns, self._heads, self.voice)

    def _draw_later_head(self, sheet: Sheet, pages: str) -> None:
        paper = self.paper
        account = self.voice.gettext("Account {account}").format(account=paper.account)
        head = LaterHead(
            paper.business.name,
            paper.business.accent,
            title_words(paper, self.voice),
            f"{paper.customer_name}   {account}",
            self.voice.day(paper.day),
            self.number,
        )
        draw_later_head(sheet, head, pages)
        draw_punch_mark(sheet, self.page)
        draw_line_heads(sheet, paper, self.columns, _LATER_HEADS, self.voice)

    def _draw_brought(self, sheet: Sheet, number: int, amount: Money) -> float:
        """Draw what earlier pages came to and return the next row's baseline."""
        words = self.voice.gettext("Brought forward from page {n}").format(n=number)
        draw_net_forward(sheet, _LATER_FIRST, words, self.voice.amount(amount))
        draw_line_rule(sheet, _LATER_FIRST)
        return _LATER_FIRST + PITCH

    def _draw_carried(self, sheet: Sheet, foot: float, number: int, amount: Money) -> None:
        words = self.voice.gettext("Carried forward to page {n}").format(n=number + 2)
        draw_net_forward(sheet, foot + PITCH, words, self.voice.amount(amount))
        sheet.rule(LEFT, RIGHT, foot + PITCH + _CARRIED_RULE, TOTAL_RULE)

    def _draw_rows(self, sheet: Sheet, span: Span, y: float) -> float:
        """Draw the lines of a page and return the last one's foot."""
        foot = y - PITCH
        for number in range(span.start, span.end):
            self.rows[number].draw(sheet, foot + PITCH)
            foot += PITCH + self.rows[number].extra
            if number < span.end - 1:
                draw_line_rule(sheet, foot)
        sheet.rule(LEFT, RIGHT, foot + RULE_BELOW, TABLE_RULE)
        return foot

    def _draw_end(self, sheet: Sheet, foot: float) -> None:
        self.totals.draw(sheet, foot)
        top = foot + self.totals.height + _BOX_DROP
        top += self._drop_below_fold(top)
        self.box.draw(sheet, top)
        y = top + self.box.height + _NOTE_DROP
        for number, line in enumerate(self.note):
            sheet.text(LEFT, y + number * _NOTE_PITCH, line, _THANKS)

    def _drop_below_fold(self, top: float) -> float:
        """How far a box must sink so that no fold goes through it or its code."""
        fold = self._fold_through(top)
        return 0.0 if fold is None else fold + _CLEAR_OF_FOLD - top

    def _fold_through(self, top: float) -> float | None:
        """The fold that would go through a box at ``top``, its code, or too close to them."""
        if self.box.code_span is None:
            return None
        end = top + self.box.code_span[1]
        for fold in self.paper.window.folds or ():
            if top - _CLEAR_OF_FOLD < fold < end + _CLEAR_OF_FOLD:
                return fold
        return None

    def _warnings(self, sheets: Sequence[Sheet]) -> tuple[PaperWarning, ...]:
        found = drawing_concerns(sheets)
        if self.address.too_long:
            lines = "\n".join(self.paper.window_lines)
            found.append(PaperWarning(Concern.ADDRESS_TOO_LONG, lines))
        if self.box.code_missing:
            found.append(PaperWarning(Concern.NO_CODE, self.paper.account))
        return tuple(dict.fromkeys(found))
