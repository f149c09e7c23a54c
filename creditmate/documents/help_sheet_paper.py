"""The help sheet: where people who find it hard to pay are helped, on one calm page.

It says nothing of what anybody owes, neither in the window nor below: whoever opens the letter for
somebody else learns only that we send a list of people who help. The wording is the user's own,
since names and numbers change: paragraphs, of which the lines after the first say where to turn to.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from creditmate.documents.address import AddressBlock
from creditmate.documents.concerns import drawing_concerns
from creditmate.documents.flow import Block, Placed, draw_placed, flowed
from creditmate.documents.fonts import LETTER, TITLE, TITLE_NARROW, Face, Style, width
from creditmate.documents.furniture import (
    FOOTER_PITCH,
    Fact,
    LaterHead,
    draw_facts,
    draw_fold_marks,
    draw_footer,
    draw_footer_rule,
    draw_later_head,
    draw_punch_mark,
    legal_lines,
)
from creditmate.documents.letterhead import draw_letterhead, logo_room
from creditmate.documents.page import LEFT, RIGHT, TABLE_RULE, PageSize, page
from creditmate.documents.papers import (
    BusinessCard,
    CheckedPaper,
    Concern,
    DrawnPaper,
    PaperWarning,
)
from creditmate.documents.sheet import Sheet
from creditmate.documents.text import wrap
from creditmate.documents.voice import Voice
from creditmate.documents.window import PRESETS, Preset, Window, with_country

_AFTER_TITLE, _LATER_FIRST = 6.0, 40.0
_PITCH, _BASELINE, _GAP, _CLOSING_GAP, _CLEAR_OF_FOOT = 5.0, 4.0, 4.5, 9.0, 3.0
_REACH = Style(Face.BOLD, 10)
"""Of what somebody rings: it is what is looked for."""


@dataclass(frozen=True, slots=True)
class HelpSheetPaper:
    """A help sheet ready to be drawn.

    Attributes:
        business: Who sends it.
        number: The paper's; '' for one that is only looked at.
        day: Of the paper.
        title: Of the sheet.
        wording: Paragraphs with a line between them; further lines of one are numbers to ring.
        customer_name: To whom; '' for a sheet without a name.
        address: What shows in the window; () for a sheet to be handed over.
        abroad: The country's code where it is not ours.
        locale: The customer's.
        window: Of the envelope.
        size: Of the paper.
    """

    business: BusinessCard
    number: str
    day: date
    title: str
    wording: str
    customer_name: str = ""
    address: tuple[str, ...] = ()
    abroad: str = ""
    locale: str = "en_GB"
    window: Window = PRESETS[Preset.UK_DL]
    size: PageSize = PageSize.A4

    @property
    def window_lines(self) -> tuple[str, ...]:
        """What shows in the window; abroad it ends with the country, as the sender calls it."""
        return with_country(self.address, self.abroad, self.business.locale)


def draw_help_sheet(paper: HelpSheetPaper) -> CheckedPaper:
    """Return the PDF of a sheet with what to look at; the same one gives the same bytes."""
    from creditmate.documents.press import about_of, print_sheets  # noqa: PLC0415 - reportlab is slow

    sheets, warnings = lay_out_help_sheet(paper)
    about = about_of(
        paper,
        " ".join(part for part in (paper.title, paper.number) if part),
        paper.day,
    )
    pdf = print_sheets(sheets, page(paper.size), about)
    return CheckedPaper(DrawnPaper(pdf, len(sheets)), tuple(warnings))


def lay_out_help_sheet(paper: HelpSheetPaper) -> tuple[list[Sheet], list[PaperWarning]]:
    """Return the pages of a sheet, one unless the wording is long, and what to look at."""
    return _Layouter(paper).done()


class _Layouter:
    """Lays out one sheet."""

    def __init__(self, paper: HelpSheetPaper) -> None:
        self.paper, self.form = paper, page(paper.size)
        self.voice = Voice(paper.locale, paper.day)
        self.size = (self.form.width, self.form.height)
        self.address = AddressBlock(paper.window_lines, paper.window, self.size)
        self.legal = legal_lines(paper.business.legal_line, paper.number)

    def done(self) -> tuple[list[Sheet], list[PaperWarning]]:
        first = self.paper.window.title_baseline(self.size) + _AFTER_TITLE
        extra = max(len(self.legal) - 1, 0) * FOOTER_PITCH
        bottom = self.form.footer_rule - extra - _CLEAR_OF_FOOT
        blocks = [_paragraph(text) for text in self.paper.wording.split("\n\n") if text.strip()]
        pages = flowed([*blocks, *self._closing()], first, _LATER_FIRST, bottom)
        sheets = [self._page(place, placed, len(pages)) for place, placed in enumerate(pages)]
        warnings = drawing_concerns(sheets)
        if self.address.too_long:
            told = "\n".join(self.paper.window_lines)
            warnings.append(PaperWarning(Concern.ADDRESS_TOO_LONG, told))
        return sheets, warnings

    def _closing(self) -> Iterator[Block]:
        """How to reach us, without saying about what."""
        card, _ = self.paper.business, self.voice.gettext
        reach = "   ".join(part for part in (card.contact_person, card.phone, card.email) if part)
        if reach:
            yield _paragraph(
                "\n".join((_("You can always talk to us as well:"), reach)), ruled=True
            )

    def _page(self, number: int, placed: Sequence[Placed], pages: int) -> Sheet:
        paper, sheet = self.paper, Sheet(self.form.shift)
        said = self.voice.gettext("Page {n} of {m}").format(n=number + 1, m=pages)
        said = said.replace(" ", "\u00a0")
        if number:
            head = LaterHead(
                paper.business.name, paper.business.accent, paper.title, paper.customer_name,
                self.voice.day(paper.day), paper.number,
            )  # fmt: skip
            draw_later_head(sheet, head, said)
        else:
            self._draw_head(sheet)
        draw_placed(sheet, placed)
        draw_footer_rule(sheet, self.form, len(self.legal))
        draw_footer(sheet, self.form.footer_baseline, self.legal, paper.number, said)
        return sheet

    def _draw_head(self, sheet: Sheet) -> None:
        paper, _ = self.paper, self.voice.gettext
        draw_letterhead(
            sheet, paper.business, RIGHT, self.voice, logo_room(paper.window, self.size)
        )
        self.address.draw(sheet)
        facts = [Fact(_("Date"), self.voice.day(paper.day))]
        draw_facts(sheet, self.form, paper.window.first_baseline, facts)
        if paper.window.folds and paper.address:
            draw_fold_marks(sheet, paper.window.folds)
        draw_punch_mark(sheet, self.form)
        style = TITLE if width(paper.title, TITLE) <= RIGHT - LEFT else TITLE_NARROW
        y = paper.window.title_baseline(self.size)
        for line in sheet.fitted(paper.title, style, RIGHT - LEFT, 1):
            sheet.text(LEFT, y, line, style)


def _paragraph(text: str, *, ruled: bool = False) -> Block:
    """Return a paragraph: its first line says who, the others where."""
    said, *reach = [line.strip() for line in text.strip().splitlines()]
    lines = [(line, LETTER) for line in wrap(said, LETTER, RIGHT - LEFT)]
    lines += [(line, _REACH) for one in reach for line in wrap(one, _REACH, RIGHT - LEFT)]
    above = _PITCH if ruled else 0.0

    def draw(sheet: Sheet, top: float) -> None:
        if ruled:
            sheet.rule(LEFT, RIGHT, top, TABLE_RULE)
        for number, (line, style) in enumerate(lines):
            sheet.text(LEFT, top + above + _BASELINE + number * _PITCH, line, style)

    gap = _CLOSING_GAP if ruled else _GAP
    return Block(above + _PITCH * len(lines), draw, gap=gap)
