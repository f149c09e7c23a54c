"""The welcome letter: how we work together, how to pay, whom to call, what is enclosed (issue 6).

One page in the form of document 4 (mockups/paper.md): salutation, subject, short paragraphs, a
name. It asks for no money, so it has neither an amount nor a code to scan: a code without an
amount is filled in by banking apps in ways that differ.
"""

from collections.abc import Iterator
from typing import NamedTuple

from creditmate.documents.address import AddressBlock
from creditmate.documents.bank_lines import bank_lines
from creditmate.documents.concerns import drawing_concerns
from creditmate.documents.fonts import BODY, HEADING, LABEL, LETTER, STRONG, SUBJECT, Style
from creditmate.documents.furniture import (
    Fact,
    draw_facts,
    draw_fold_marks,
    draw_footer,
    draw_footer_rule,
    draw_punch_mark,
    legal_lines,
)
from creditmate.documents.letterhead import draw_letterhead, logo_room
from creditmate.documents.page import LEFT, MUTED, RIGHT, page
from creditmate.documents.papers import (
    CheckedPaper,
    Concern,
    DrawnPaper,
    PaperWarning,
)
from creditmate.documents.sheet import Sheet
from creditmate.documents.text import wrap
from creditmate.documents.voice import Voice, in_spoken
from creditmate.documents.welcome_paper import WelcomePaper
from creditmate.domain.terms import TermsVersion
from creditmate.i18n.agreed_words import version_words
from creditmate.i18n.terms_words import terms_words

_SUBJECT_DROP, _AFTER_SUBJECT, _BLOCK, _AFTER_HEAD = 10.0, 7.5, 3.0, 5.4
_VALUE_X, _NAME_X, _REACH_X = 54.0, 82.0, 124.0
_SIGN_ROOM = 14.0


class _Setting(NamedTuple):
    """A type size and its pitch, in mm."""

    style: Style
    pitch: float


_SETTINGS = (_Setting(LETTER, 5.0), _Setting(BODY, 4.5), _Setting(BODY, 4.0))
"""The largest in which all of it fits on the page, whatever the language."""


def draw_welcome(paper: WelcomePaper) -> CheckedPaper:
    """Return the PDF of a letter with what to look at; the same one gives the same bytes."""
    from creditmate.documents.press import about_of, print_sheets  # noqa: PLC0415 - reportlab is slow

    paper = in_spoken(paper)
    title = Voice(paper.locale, paper.day).gettext("Welcome letter")
    about = about_of(
        paper,
        f"{title} {paper.number}, {paper.customer_name}",
        paper.day,
    )
    sheet, warnings = lay_out_welcome(paper)
    return CheckedPaper(
        DrawnPaper(print_sheets([sheet], page(paper.size), about), 1), tuple(warnings)
    )


def lay_out_welcome(paper: WelcomePaper) -> tuple[Sheet, list[PaperWarning]]:
    """Return the one page of a letter, and what to look at before it is issued."""
    return _Layouter(in_spoken(paper)).done()


class _Layouter:
    """Lays out one letter."""

    def __init__(self, paper: WelcomePaper) -> None:
        self.paper, self.form = paper, page(paper.size)
        self.voice = Voice(paper.locale, paper.day)
        self.size = (self.form.width, self.form.height)
        self.address = AddressBlock(paper.window_lines, paper.window, self.size)
        self.name = f"{self.voice.gettext('Welcome letter')} {paper.number}".strip()
        self.legal = legal_lines(paper.business.legal_line, self.name)

    def done(self) -> tuple[Sheet, list[PaperWarning]]:
        sheet = Sheet(self.form.shift)
        self._draw_head(sheet)
        top = self.paper.window.title_baseline(self.size)
        lowest = self.form.body_bottom
        fitting = (each for each in _SETTINGS if self._body(Sheet(), top, each) <= lowest)
        self._body(sheet, top, next(fitting, _SETTINGS[-1]))
        draw_footer_rule(sheet, self.form, len(self.legal))
        pages = self.voice.gettext("Page {n} of {m}").format(n=1, m=1).replace(" ", "\u00a0")
        draw_footer(sheet, self.form.footer_baseline, self.legal, self.name, pages)
        warnings = drawing_concerns([sheet])
        if self.address.too_long:
            lines = "\n".join(self.paper.window_lines)
            warnings.append(PaperWarning(Concern.ADDRESS_TOO_LONG, lines))
        return sheet, warnings

    def _draw_head(self, sheet: Sheet) -> None:
        paper, _ = self.paper, self.voice.gettext
        room = logo_room(paper.window, self.size)
        draw_letterhead(sheet, paper.business, RIGHT, self.voice, room)
        self.address.draw(sheet)
        card = paper.business
        asked = ", ".join(part for part in (card.contact_person, card.phone) if part)
        facts = [
            Fact(_("Date"), self.voice.day(paper.day)),
            Fact(_("Account"), paper.account, strong=True),
            Fact(_("Questions?"), asked.replace(" ", "\u00a0") if card.phone else asked),
        ]
        draw_facts(sheet, self.form, paper.window.first_baseline, facts)
        if paper.window.folds:
            draw_fold_marks(sheet, paper.window.folds)
        draw_punch_mark(sheet, self.form)

    # ------------------------------------------------------------- the letter
    def _body(self, sheet: Sheet, y: float, setting: _Setting) -> float:
        """Draw everything below the address; return the last baseline."""
        paper, _ = self.paper, self.voice.gettext
        style = setting.style
        dear = _("Dear {name},").format(name=paper.greeted)
        sheet.text(LEFT, y, dear if paper.greeted else _("Dear Accounts team,"), style)
        y += _SUBJECT_DROP
        subject = _("Your account with {business}").format(business=paper.business.name)
        for line in sheet.fitted(subject, SUBJECT, RIGHT - LEFT, 2):
            sheet.text(LEFT, y, line, SUBJECT)
            y += 5.5
        y += _AFTER_SUBJECT - 5.5
        for text in self._paragraphs():
            y = self._text(sheet, y, text, setting) + _BLOCK
        y = self._paying(sheet, y + 1.0, setting)
        y = self._whom(sheet, y + 1.0, setting)
        if paper.agreed is not None:
            enclosed = _("Enclosed: {papers}").format(papers=self._agreed(paper.agreed))
            y = self._text(sheet, y + 1.0, enclosed, setting) + _BLOCK
        y = self._text(sheet, y, _("We look forward to working with you."), setting) + _BLOCK
        sheet.text(LEFT, y, _("With kind regards"), style)
        y += _SIGN_ROOM
        sheet.text(LEFT, y, paper.business.contact_person or paper.business.name, style)
        return y

    def _paragraphs(self) -> Iterator[str]:
        paper, voice, _ = self.paper, self.voice, self.voice.gettext
        yield _(
            "Thank you for choosing to buy from us. Your account is open, and this letter says in"
            " short how we work together."
        )
        said = []
        if paper.terms is not None:
            due = terms_words(paper.terms, paper.locale)
            said.append(_("Our invoices are due: {terms}.").format(terms=due))
        said.append(_("The day by which to pay stands on every invoice and statement."))
        if paper.limit is not None:
            limit = voice.total(paper.limit)
            said.append(
                _("Up to {limit} may be open at one time; we look at that with you once a year.")
                .format(limit=limit)
            )  # fmt: skip
        yield " ".join(said)
        if paper.agreed is not None:
            whole = _("All our deliveries are on our {terms}; a copy is yours to keep.")
            yield whole.format(terms=self._agreed(paper.agreed))
        yield _(
            "If anything is wrong with a delivery or an invoice, or the timing of a payment is"
            " hard, please tell us as soon as you see it: only that part waits while we put it"
            " right."
        )

    def _agreed(self, version: TermsVersion) -> str:
        return version_words(version, self.paper.locale, self.paper.locale)

    def _paying(self, sheet: Sheet, y: float, setting: _Setting) -> float:
        bank = self.paper.business.bank
        if bank is None:
            return y
        y = self._heading(sheet, y, self.voice.gettext("How to pay"))
        reference = self.voice.gettext("{account} and the number of the invoice")
        reference = reference.format(account=self.paper.account)
        for line in bank_lines(bank, self.paper.currency, reference, self.voice):
            sheet.text(LEFT, y, line.label, LABEL, MUTED)
            style = STRONG if line.strong else BODY
            for part in sheet.fitted(line.value, style, RIGHT - _VALUE_X, 1):
                sheet.text(_VALUE_X, y, part, style)
            y += setting.pitch
        return y + _BLOCK

    def _whom(self, sheet: Sheet, y: float, setting: _Setting) -> float:
        if not self.paper.people:
            return y
        y = self._heading(sheet, y, self.voice.gettext("Whom to call"))
        for person in self.paper.people:
            for x, text, style, room in (
                (LEFT, person.what, BODY, _NAME_X - LEFT - 4.0),
                (_NAME_X, person.name, STRONG, _REACH_X - _NAME_X - 4.0),
                (_REACH_X, person.reach, BODY, RIGHT - _REACH_X),
            ):
                for part in sheet.fitted(text, style, room, 1):
                    sheet.text(x, y, part, style)
            y += setting.pitch
        return y + _BLOCK

    def _heading(self, sheet: Sheet, y: float, text: str) -> float:
        sheet.text(LEFT, y, text, HEADING)
        return y + _AFTER_HEAD

    def _text(self, sheet: Sheet, y: float, text: str, setting: _Setting) -> float:
        for line in wrap(text, setting.style, RIGHT - LEFT):
            sheet.text(LEFT, y, line, setting.style)
            y += setting.pitch
        return y
