"""The statement of account of either kind (mockups/paper.md, documents 1 and 2).

``lay_out`` decides what stands where, ``draw_statement`` prints it, ``warnings`` says what the
user should look at before it is issued.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from creditmate.documents.address import AddressBlock
from creditmate.documents.concerns import drawing_concerns
from creditmate.documents.furniture import (
    FOOTER_PITCH,
    draw_facts,
    draw_fold_marks,
    draw_footer,
    draw_footer_rule,
    draw_later_head,
    draw_punch_mark,
    legal_lines,
)
from creditmate.documents.letterhead import draw_letterhead, logo_room
from creditmate.documents.page import LEFT, RIGHT, TABLE_RULE, page
from creditmate.documents.papers import (
    CheckedPaper,
    Concern,
    DrawnPaper,
    PaperWarning,
    StatementPaper,
)
from creditmate.documents.period_table import PeriodTable
from creditmate.documents.sheet import Sheet
from creditmate.documents.statement_body import Body, OpenItems
from creditmate.documents.statement_box import PayBox
from creditmate.documents.statement_head import draw_title, facts_of, later_head, number_of
from creditmate.documents.statement_pages import Span, split_rows
from creditmate.documents.statement_slip import HEIGHT as SLIP_HEIGHT
from creditmate.documents.statement_slip import draw_slip
from creditmate.documents.statement_strip import Strip
from creditmate.documents.statement_table import RULE_BELOW, draw_row_rule
from creditmate.documents.voice import Voice
from creditmate.domain.statement import Statement

_HEADS_BELOW_TITLE, _FIRST_BELOW_TITLE = 8.5, 14.5
_LATER_HEADS, _LATER_FIRST = 42.5, 49.0
_SLIP_CLEAR, _SLIP_FOOTER = 8.0, 3.8
"""The body ends 8 above the cut; the footer's baseline is 3.8 above it."""
_CLEAR_OF_FOLD = 2.0


@dataclass(frozen=True, slots=True)
class Layout:
    """A statement laid out: its pages, and what the user should look at."""

    sheets: tuple[Sheet, ...]
    warnings: tuple[PaperWarning, ...]


def draw_statement(paper: StatementPaper) -> DrawnPaper:
    """Return the PDF of a statement; the same paper gives the same bytes."""
    return _printed(paper, lay_out(paper))


def draw_and_check(paper: StatementPaper) -> CheckedPaper:
    """Return the PDF of a statement with its warnings, laid out once for both."""
    layout = lay_out(paper)
    return CheckedPaper(_printed(paper, layout), layout.warnings)


def _printed(paper: StatementPaper, layout: Layout) -> DrawnPaper:
    from creditmate.documents.press import about_of, print_sheets  # noqa: PLC0415 - reportlab is slow

    title = Voice(paper.locale, paper.statement.as_at).gettext("Statement of account")
    about = about_of(
        paper,
        f"{title} {number_of(paper)}, {paper.customer_name}",
        paper.statement.as_at,
    )
    pdf = print_sheets(layout.sheets, page(paper.size), about)
    return DrawnPaper(pdf, len(layout.sheets))


def warnings(paper: StatementPaper) -> tuple[PaperWarning, ...]:
    """Return what the user should look at before the statement is issued."""
    return lay_out(paper).warnings


def lay_out(paper: StatementPaper) -> Layout:
    """Return the pages of a statement as lists of marks."""
    return _Layouter(paper).done()


def _body(statement: Statement, voice: Voice) -> Body:
    """Return the table of the statement's kind."""
    if statement.period is None:
        return OpenItems(statement, voice)
    return PeriodTable(statement.period, voice)


class _Layouter:
    """Lays out one statement: measures the blocks, splits the rows, draws page by page."""

    def __init__(self, paper: StatementPaper) -> None:
        self.paper = paper
        self.page = page(paper.size)
        self.size = (self.page.width, self.page.height)
        self.voice = Voice(paper.locale, paper.statement.as_at)
        self.number = number_of(paper)
        self.asks = paper.statement.asks
        self.body = _body(paper.statement, self.voice)
        self.strip = Strip(paper.statement.ageing, self.voice)
        self.box = PayBox(paper, self.voice)
        self.legal = legal_lines(paper.business.legal_line, self.number)
        self.address = AddressBlock(paper.window_lines, paper.window, self.size)
        self.title = paper.window.title_baseline(self.size)

    @property
    def has_slip(self) -> bool:
        """A slip asks for money: none when the account is even or in credit."""
        return self.paper.slip and self.asks and self.paper.statement.balance.minor > 0

    @property
    def slip_top(self) -> float:
        """The second fold, as long as the slip fits below it."""
        folds = self.paper.window.folds
        return min(folds[1] if folds else 210.0, self.page.height - SLIP_HEIGHT)

    @property
    def end_limit(self) -> float:
        """The lowest foot of a row above total, strip and box."""
        bottom = self.slip_top - _SLIP_CLEAR if self.has_slip else self.page.body_bottom
        end = self.body.end_drop
        if self.asks:
            end += self.strip.height + self.box.height
        return bottom - self._legal_extra - end

    @property
    def _legal_extra(self) -> float:
        return max(len(self.legal) - 1, 0) * FOOTER_PITCH

    def done(self) -> Layout:
        """Draw all pages."""
        extras, pitch = self.body.extras, self.body.pitch
        first = self.title + _FIRST_BELOW_TITLE
        last_row = self.page.last_row - self._legal_extra
        spans = split_rows(extras, first, _LATER_FIRST + pitch, pitch, last_row, self.end_limit)
        sheets = [self._sheet(number, spans) for number in range(len(spans))]
        return Layout(tuple(sheets), self._warnings(sheets))

    def _sheet(self, number: int, spans: Sequence[Span]) -> Sheet:
        sheet = Sheet(self.page.shift)
        _ = self.voice.gettext
        last = number == len(spans) - 1
        pages = _("Page {n} of {m}").format(n=number + 1, m=len(spans)).replace(" ", "\u00a0")
        if number == 0:
            self._draw_first_head(sheet)
            y = self.title + _FIRST_BELOW_TITLE
        else:
            self._draw_later_head(sheet, pages)
            words = _("Brought forward from page {n}").format(n=number)
            self.body.draw_brought(sheet, _LATER_FIRST, words, spans[number].start)
            y = _LATER_FIRST + self.body.pitch
        foot = self._draw_rows(sheet, spans[number], y)
        if last:
            self._draw_end(sheet, foot)
        else:
            words = _("Carried forward to page {n}").format(n=number + 2)
            self.body.draw_carried(sheet, foot, words, spans[number].end)
        self._draw_footer(sheet, pages, slip=last and self.has_slip)
        if last and self.has_slip:
            draw_slip(sheet, self.paper, self.voice, self.page, self.slip_top)
        return sheet

    def _draw_first_head(self, sheet: Sheet) -> None:
        paper, window = self.paper, self.paper.window
        room = logo_room(window, self.size)
        draw_letterhead(sheet, paper.business, RIGHT, self.voice, room)
        self.address.draw(sheet)
        facts = facts_of(paper, self.body, self.voice)
        draw_facts(sheet, self.page, window.first_baseline, facts)
        if window.folds:
            cut = self.slip_top if self.has_slip else None
            draw_fold_marks(sheet, [fold for fold in window.folds if fold != cut])
        draw_punch_mark(sheet, self.page)
        draw_title(sheet, paper, self.body, self.voice, self.title)
        self.body.draw_heads(sheet, self.title + _HEADS_BELOW_TITLE)

    def _draw_later_head(self, sheet: Sheet, pages: str) -> None:
        draw_later_head(sheet, later_head(self.paper, self.body, self.voice), pages)
        draw_punch_mark(sheet, self.page)
        self.body.draw_heads(sheet, _LATER_HEADS)

    def _draw_rows(self, sheet: Sheet, span: Span, y: float) -> float:
        """Draw the rows of a page and return the last one's foot."""
        extras, pitch = self.body.extras, self.body.pitch
        foot = y - pitch
        for number in range(span.start, span.end):
            self.body.draw_row(sheet, number, foot + pitch)
            foot += pitch + extras[number]
            if number < span.end - 1:
                draw_row_rule(sheet, foot)
        sheet.rule(LEFT, RIGHT, foot + RULE_BELOW, TABLE_RULE)
        return foot

    def _draw_end(self, sheet: Sheet, foot: float) -> None:
        self.body.draw_end(sheet, foot)
        if self.asks:
            top = foot + self.body.end_drop
            top += self._drop_below_fold(top + self.strip.height)
            self.strip.draw(sheet, top)
            self.box.draw(sheet, top + self.strip.height)

    def _drop_below_fold(self, box_top: float) -> float:
        """How far strip and box must sink so that the code is not on the sheet's first fold."""
        span = self.box.code_span
        if span is None or not self.paper.window.folds:
            return 0.0
        for fold in self.paper.window.folds:
            if box_top + span[0] - _CLEAR_OF_FOLD < fold < box_top + span[1] + _CLEAR_OF_FOLD:
                return fold + _CLEAR_OF_FOLD - span[0] - box_top
        return 0.0

    def _draw_footer(self, sheet: Sheet, pages: str, *, slip: bool) -> None:
        baseline = self.slip_top - _SLIP_FOOTER if slip else self.page.footer_baseline
        if not slip:
            draw_footer_rule(sheet, self.page, len(self.legal))
        draw_footer(sheet, baseline, self.legal, self.number, pages)

    def _warnings(self, sheets: Sequence[Sheet]) -> tuple[PaperWarning, ...]:
        found = drawing_concerns(sheets)
        if self.address.too_long:
            lines = "\n".join(self.paper.window_lines)
            found.append(PaperWarning(Concern.ADDRESS_TOO_LONG, lines))
        if self.box.code_missing and self.asks:
            found.append(PaperWarning(Concern.NO_CODE, self.paper.account))
        found += self.body.warnings()
        return tuple(dict.fromkeys(found))
