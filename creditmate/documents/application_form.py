"""The application for credit: a PDF that a customer fills in on a screen or by hand (issue 6).

Two pages: first who they are, where, whom we speak to, how they order and pay and who speaks for
them; then what they ask for, what they agree to, and the signature. Fields are named by
``domain.application_form.Item``; the names never change. In the grid and type of mockups/paper.md.
"""

from dataclasses import dataclass

from creditmate.documents.application_paper import ApplicationPaper
from creditmate.documents.application_parts import Part, draw_business, draw_people, draw_trade
from creditmate.documents.application_signing import draw_signing
from creditmate.documents.fonts import LETTER, TITLE
from creditmate.documents.form_fields import FormField, FormPage
from creditmate.documents.furniture import (
    LaterHead,
    draw_footer,
    draw_footer_rule,
    draw_later_head,
    draw_punch_mark,
    legal_lines,
)
from creditmate.documents.letterhead import WINDOW_FREE, draw_letterhead
from creditmate.documents.page import LEFT, RIGHT, page
from creditmate.documents.papers import DrawnPaper
from creditmate.documents.sheet import Sheet
from creditmate.documents.text import wrap
from creditmate.documents.voice import Voice
from creditmate.domain.application_form import MARK_FIELD, Item

_TITLE, _INTRO, _PITCH = 51.0, 57.5, 4.6


@dataclass(frozen=True, slots=True)
class ApplicationLayout:
    """The pages of a form and the fields on them, in the order in which they are read."""

    pages: tuple[Sheet, ...]
    fields: tuple[FormField, ...]


def draw_application(paper: ApplicationPaper) -> DrawnPaper:
    """Return the PDF of a form; the same one gives the same bytes."""
    from creditmate.documents.form_press import FieldPrinter  # noqa: PLC0415 - reportlab is slow
    from creditmate.documents.press import about_of, print_sheets  # noqa: PLC0415 - as above

    layout, form = lay_out_application(paper), page(paper.size)
    title = Voice(paper.locale, paper.day).gettext("Application for a credit account")
    about = about_of(paper, title, paper.day)
    pdf = print_sheets(layout.pages, form, about, FieldPrinter(layout.fields, form.height))
    return DrawnPaper(pdf, len(layout.pages))


def lay_out_application(paper: ApplicationPaper) -> ApplicationLayout:
    """Return the two pages of a form."""
    return _Layouter(paper).done()


class _Layouter:
    """Lays out the pages of one form."""

    def __init__(self, paper: ApplicationPaper) -> None:
        self.paper, self.form = paper, page(paper.size)
        self.voice = Voice(paper.locale, paper.day)
        self.title = self.voice.gettext("Application for a credit account")
        self.legal = legal_lines(paper.business.legal_line, self.title)

    def done(self) -> ApplicationLayout:
        first, second = (FormPage(Sheet(self.form.shift), number) for number in (0, 1))
        first.hide(MARK_FIELD, self.paper.mark.text())
        y = self._draw_head(first)
        part = Part(first, self.voice, self.paper.given)
        y = draw_business(part, y)
        y = draw_people(part, y)
        draw_trade(part, y)
        self._draw_foot(first.sheet, 0)
        self._draw_later_head(second.sheet)
        last = Part(second, self.voice, self.paper.given)
        draw_signing(last, self.paper, 44.0)
        self._draw_foot(second.sheet, 1)
        return ApplicationLayout((first.sheet, second.sheet), (*first.fields, *second.fields))

    def _draw_head(self, first: FormPage) -> float:
        """Draw the letterhead, the title and why all this is asked; return the baseline below."""
        sheet, _ = first.sheet, self.voice.gettext
        draw_letterhead(sheet, self.paper.business, RIGHT, self.voice, WINDOW_FREE)
        sheet.text(LEFT, _TITLE, self.title, TITLE)
        intro = _(
            "You wish to buy from us on account. Please fill in what applies, sign on page 2 and"
            " send it back with any questions you have."
        )
        y = _INTRO
        for line in wrap(intro, LETTER, RIGHT - LEFT):
            sheet.text(LEFT, y, line, LETTER)
            y += _PITCH
        return y + 2.4

    def _draw_later_head(self, sheet: Sheet) -> None:
        account = self.paper.account
        said = self.voice.gettext("Account {account}").format(account=account) if account else ""
        head = LaterHead(
            self.paper.business.name,
            self.paper.business.accent,
            self.title,
            self.paper.given.get(Item.LEGAL_NAME, ""),
            self.voice.day(self.paper.day),
            said,
        )
        draw_later_head(sheet, head, self._pages(1))

    def _draw_foot(self, sheet: Sheet, number: int) -> None:
        draw_punch_mark(sheet, self.form)
        draw_footer_rule(sheet, self.form, len(self.legal))
        baseline = self.form.footer_baseline
        draw_footer(sheet, baseline, self.legal, self.title, self._pages(number))

    def _pages(self, number: int) -> str:
        said = self.voice.gettext("Page {n} of {m}").format(n=number + 1, m=2)
        return said.replace(" ", "\u00a0")
