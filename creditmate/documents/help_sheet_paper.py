"""The help sheet: where people who find it hard to pay are helped, on one calm page.

It says nothing of what anybody owes, neither in the window nor below: whoever opens the letter for
somebody else learns only that we send a list of people who help. The wording is the user's own,
since names and numbers change: paragraphs, of which the lines after the first say where to turn to.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from creditmate.documents.flow import Block
from creditmate.documents.fonts import LETTER, Face, Style
from creditmate.documents.furniture import Fact
from creditmate.documents.letter_pages import LetterHead, LetterPages, Rooms
from creditmate.documents.page import LEFT, RIGHT, TABLE_RULE, PageSize, page
from creditmate.documents.papers import BusinessCard, CheckedPaper, DrawnPaper, PaperWarning
from creditmate.documents.sheet import Sheet
from creditmate.documents.text import wrap
from creditmate.documents.voice import Voice, in_spoken
from creditmate.documents.window import PRESETS, Preset, Window, with_country

_ROOMS = Rooms(below_title=6.0, later_first=40.0, clear_of_foot=3.0)
_PITCH, _BASELINE, _GAP, _CLOSING_GAP = 5.0, 4.0, 4.5, 9.0
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
    def account(self) -> str:
        """Of an account it says nothing."""
        return ""

    @property
    def window_lines(self) -> tuple[str, ...]:
        """What shows in the window; abroad it ends with the country, as the sender calls it."""
        return with_country(self.address, self.abroad, self.business.locale)


def draw_help_sheet(paper: HelpSheetPaper) -> CheckedPaper:
    """Return the PDF of a sheet with what to look at; the same one gives the same bytes."""
    from creditmate.documents.press import about_of, print_sheets  # noqa: PLC0415 - reportlab is slow

    paper = in_spoken(paper)
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
    return _Layouter(in_spoken(paper)).done()


class _Layouter:
    """Lays out one sheet."""

    def __init__(self, paper: HelpSheetPaper) -> None:
        self.paper = paper
        self.voice = Voice(paper.locale, paper.day)

    def done(self) -> tuple[list[Sheet], list[PaperWarning]]:
        paper, voice = self.paper, self.voice
        facts = (Fact(voice.gettext("Date"), voice.day(paper.day)),)
        head = LetterHead(paper.title, facts, paper.title, drafted=False, rooms=_ROOMS)
        blocks = [_paragraph(text) for text in paper.wording.split("\n\n") if text.strip()]
        return LetterPages(paper, voice, head).lay_out([*blocks, *self._closing()])

    def _closing(self) -> Iterator[Block]:
        """How to reach us, without saying about what."""
        card, _ = self.paper.business, self.voice.gettext
        reach = "   ".join(part for part in (card.contact_person, card.phone, card.email) if part)
        if reach:
            yield _paragraph(
                "\n".join((_("You can always talk to us as well:"), reach)), ruled=True
            )


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
