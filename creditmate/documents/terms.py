"""Terms and conditions as a PDF: our wording or the user's file, and behind it a signature page."""

from collections.abc import Sequence

from creditmate.documents.concerns import drawing_concerns
from creditmate.documents.fonts import BODY, LABEL, TITLE
from creditmate.documents.furniture import (
    FOOTER_PITCH,
    LaterHead,
    draw_footer,
    draw_footer_rule,
    draw_later_head,
    legal_lines,
)
from creditmate.documents.letterhead import draw_letterhead
from creditmate.documents.page import LEFT, MUTED, RIGHT, page
from creditmate.documents.papers import CheckedPaper, DrawnPaper
from creditmate.documents.pdf_file import with_pages_behind
from creditmate.documents.sheet import Sheet
from creditmate.documents.terms_paper import TermsPaper
from creditmate.documents.terms_signature import SignaturePage
from creditmate.documents.terms_wording import WordingLine, draw_wording, paged, wording_lines
from creditmate.documents.voice import Voice
from creditmate.domain.wording import parse
from creditmate.i18n.agreed_words import version_words

_TITLE, _SUBTITLE, _FIRST = 58.0, 64.0, 76.0
_LATER_FIRST = 43.0
_CLEAR_OF_FOOT = 3.0


def draw_terms(paper: TermsPaper) -> DrawnPaper:
    """Return the PDF of terms; the same paper gives the same bytes."""
    return draw_and_check(paper).drawn


def draw_and_check(paper: TermsPaper) -> CheckedPaper:
    """Return the PDF of terms with its warnings.

    Raises:
        PdfRefusedError: The PDF that it rests on cannot be read.
    """
    from creditmate.documents.press import about_of, print_sheets  # noqa: PLC0415 - reportlab is slow

    sheets = lay_out_terms(paper)
    voice = _voice(paper)
    title = version_words(paper.version, paper.locale, paper.locale)
    about = about_of(
        paper,
        ", ".join(part for part in (title, paper.customer_name) if part),
        voice.as_at,
    )
    pdf = print_sheets(sheets, page(paper.size), about)
    if paper.file is not None:
        pdf = with_pages_behind(paper.file, pdf)
    pages = len(sheets) + _pages_of_file(paper)
    return CheckedPaper(DrawnPaper(pdf, pages), tuple(drawing_concerns(sheets)))


def lay_out_terms(paper: TermsPaper) -> list[Sheet]:
    """Return the pages that are ours: of terms that are a PDF the signature page alone."""
    return _Layouter(paper).done()


def _voice(paper: TermsPaper) -> Voice:
    return Voice(paper.locale, paper.sent_day or paper.version.effective_day)


def _pages_of_file(paper: TermsPaper) -> int:
    return 0 if paper.file is None else paper.version.pages or 0


class _Layouter:
    """Lays out one version: the wording page by page, then the signature page."""

    def __init__(self, paper: TermsPaper) -> None:
        self.paper, self.voice, self.page = paper, _voice(paper), page(paper.size)
        self.legal = legal_lines(paper.business.legal_line, self._number)

    @property
    def _bottom(self) -> float:
        """Where the rule over the footer stands."""
        extra = max(len(self.legal) - 1, 0) * FOOTER_PITCH
        return self.page.footer_rule - extra

    def done(self) -> list[Sheet]:
        """Draw all pages."""
        bodies: list[list[tuple[float, WordingLine]]] = []
        if self.paper.file is None:
            lines = wording_lines(parse(self.paper.wording))
            bodies = paged(lines, _FIRST, _LATER_FIRST, self._bottom - _CLEAR_OF_FOOT)
        before = _pages_of_file(self.paper)
        pages = before + len(bodies) + 1
        sheets = [self._body(place, body, pages) for place, body in enumerate(bodies)]
        return [*sheets, self._signature(pages)]

    def _body(self, place: int, lines: Sequence[tuple[float, WordingLine]], pages: int) -> Sheet:
        sheet = Sheet(self.page.shift)
        if place:
            draw_later_head(sheet, self._head(), self._pages(place + 1, pages))
        else:
            self._draw_first_head(sheet)
        draw_wording(sheet, lines)
        self._draw_foot(sheet, place + 1, pages)
        return sheet

    def _signature(self, pages: int) -> Sheet:
        sheet = Sheet(self.page.shift)
        draw_later_head(sheet, self._head(), self._pages(pages, pages))
        SignaturePage(self.paper, self.voice, self.page, pages).draw(sheet, self._bottom)
        self._draw_foot(sheet, pages, pages)
        return sheet

    def _draw_first_head(self, sheet: Sheet) -> None:
        paper = self.paper
        draw_letterhead(sheet, paper.business, RIGHT, self.voice)
        title = sheet.fitted(paper.version.title, TITLE, RIGHT - LEFT, 1)
        sheet.text(LEFT, _TITLE, title[0] if title else "", TITLE)
        sheet.text(LEFT, _SUBTITLE, self._in_effect, BODY, MUTED)
        if paper.customer_name:
            line = sheet.fitted(self._customer, LABEL, RIGHT - LEFT, 1)[0]
            sheet.text(LEFT, _SUBTITLE + 4.5, line, LABEL, MUTED)
        if paper.number:
            sheet.text_right(RIGHT, _SUBTITLE, paper.number, LABEL, MUTED)

    @property
    def _in_effect(self) -> str:
        version, _ = self.paper.version, self.voice.gettext
        day = self.voice.day(version.effective_day)
        if self.paper.draft:
            return _("Draft, to be in effect from {day}").format(day=day)
        number = self.voice.number(version.number)
        return _("Version {number}, in effect from {day}").format(number=number, day=day)

    def _head(self) -> LaterHead:
        paper, _ = self.paper, self.voice.gettext
        day = ""
        if paper.sent_day is not None:
            said = _("Sent with our letter of {day}")
            day = said.format(day=self.voice.day(paper.sent_day))
        called = version_words(paper.version, paper.locale, paper.locale)
        if paper.draft:
            called = f"{paper.version.title}: {_('Draft')}"
        customer = self._customer if paper.customer_name else ""
        return LaterHead(paper.business.name, paper.business.accent, called, customer, day, "")

    @property
    def _customer(self) -> str:
        said = self.voice.gettext("Customer: {name}   Account {account}")
        return said.format(name=self.paper.customer_name, account=self.paper.account)

    @property
    def _number(self) -> str:
        _ = self.voice.gettext
        if self.paper.draft:
            return _("Draft")
        said = _("Terms v{number}").format(number=self.voice.number(self.paper.version.number))
        return f"{said}   {self.paper.account}" if self.paper.account else said

    def _pages(self, number: int, pages: int) -> str:
        said = self.voice.gettext("Page {n} of {m}").format(n=number, m=pages)
        return said.replace(" ", "\u00a0")

    def _draw_foot(self, sheet: Sheet, number: int, pages: int) -> None:
        draw_footer_rule(sheet, self.page, len(self.legal))
        pages_said = self._pages(number, pages)
        draw_footer(sheet, self.page.footer_baseline, self.legal, self._number, pages_said)
