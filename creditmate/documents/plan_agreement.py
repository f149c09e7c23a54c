"""The agreement on a payment plan (mockups/paper.md, document 9; paper-09-payment-plan.png).

Who agrees, what is owed beside how it is paid, what both agree, and where both sign. Nothing in it
threatens: what happens when an instalment stays out is said once, and what can be done before it.
"""

from collections.abc import Sequence

from creditmate.documents.address import AddressBlock
from creditmate.documents.concerns import drawing_concerns
from creditmate.documents.flow import Block, Placed, beside, draw_placed, flowed, stacked
from creditmate.documents.fonts import BODY, STRONG, TITLE, TITLE_NARROW, width
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
from creditmate.documents.mixed_text import Run, draw_runs, filled, wrap_runs
from creditmate.documents.page import LEFT, RIGHT, page
from creditmate.documents.papers import CheckedPaper, Concern, DrawnPaper, PaperWarning
from creditmate.documents.plan_paper import Party, PlanPaper
from creditmate.documents.plan_parts import LEFT_END, RIGHT_START, PlanParts
from creditmate.documents.sheet import Sheet
from creditmate.documents.voice import Voice

_AFTER_TITLE, _REPLACES_DROP, _INTRO_PITCH = 3.6, 5.0, 4.6
_LATER_FIRST, _SECTION_GAP = 38.0, 4.6
_CLEAR_OF_FOOT = 3.5
_PITCHES = ((9.5, False), (8.5, False), (7.5, False), (7.0, True))
"""Room for a signature, in mm, and whether two fields share a line: less where it saves a page."""


def draw_plan(paper: PlanPaper) -> CheckedPaper:
    """Return the PDF of an agreement with what to look at; the same one gives the same bytes."""
    from creditmate.documents.press import about_of, print_sheets  # noqa: PLC0415 - reportlab is slow

    sheets, warnings = lay_out_plan(paper)
    title = Voice(paper.locale, paper.day).gettext("Payment plan agreement")
    about = about_of(
        paper,
        " ".join(part for part in (title, f"{paper.number},", paper.them.name) if part),
        paper.day,
    )
    pdf = print_sheets(sheets, page(paper.size), about)
    return CheckedPaper(DrawnPaper(pdf, len(sheets)), tuple(warnings))


def lay_out_plan(paper: PlanPaper) -> tuple[list[Sheet], list[PaperWarning]]:
    """Return the pages of an agreement, and what to look at before it is issued."""
    return _Layouter(paper).done()


class _Layouter:
    """Lays out one agreement."""

    def __init__(self, paper: PlanPaper) -> None:
        self.paper, self.form = paper, page(paper.size)
        self.voice = Voice(paper.locale, paper.day)
        self.size = (self.form.width, self.form.height)
        self.parts = PlanParts(paper, self.voice)
        self.address = AddressBlock(paper.window_lines, paper.window, self.size)
        self.number = paper.number or self.voice.gettext("Draft")
        self.legal = legal_lines(paper.business.legal_line, self.number)

    def done(self) -> tuple[list[Sheet], list[PaperWarning]]:
        title = self.paper.window.title_baseline(self.size)
        extra = max(len(self.legal) - 1, 0) * FOOTER_PITCH
        bottom = self.form.footer_rule - extra - _CLEAR_OF_FOOT
        first = title + _AFTER_TITLE + (_REPLACES_DROP if self.paper.replaces else 0.0)
        tried = [
            flowed(self._blocks(each, pays_left=left), first, _LATER_FIRST, bottom)
            for left in (False, True)
            for each in _PITCHES
        ]
        pages = min(tried, key=len)  # the first of those that take fewest
        sheets = [self._page(number, placed, len(pages)) for number, placed in enumerate(pages)]
        return sheets, self._warnings(sheets)

    def _blocks(self, pitch: tuple[float, bool], *, pays_left: bool) -> list[Block]:
        """What stands in it: how to pay below the instalments, or below what is owed."""
        parts = self.parts
        blocks = [self._intro()]
        if parts.fits_beside:
            owed, paid = parts.owed(LEFT_END), parts.paid(RIGHT_START)
            if pays_left:
                owed += parts.pay_to.blocks(LEFT, LEFT_END)
            else:
                paid += parts.pay_to.blocks(RIGHT_START, RIGHT)
            blocks.append(beside(stacked(owed), stacked(paid), gap=2.4))
        else:
            paid = [*parts.paid(LEFT), *parts.pay_to.blocks(LEFT, RIGHT)]
            blocks += [*_spaced(parts.owed(RIGHT)), *_spaced(paid)]
        return [*blocks, *_spaced(parts.agreed()), parts.signed(pitch[0], dense=pitch[1])]

    def _page(self, number: int, placed: Sequence[Placed], pages: int) -> Sheet:
        sheet = Sheet(self.form.shift)
        said = self.voice.gettext("Page {n} of {m}").format(n=number + 1, m=pages)
        said = said.replace(" ", "\u00a0")
        if number:
            draw_later_head(sheet, self._later_head(), said)
        else:
            self._draw_head(sheet)
        draw_placed(sheet, placed)
        draw_footer_rule(sheet, self.form, len(self.legal))
        draw_footer(sheet, self.form.footer_baseline, self.legal, self.number, said)
        return sheet

    def _draw_head(self, sheet: Sheet) -> None:
        paper, _ = self.paper, self.voice.gettext
        room = logo_room(paper.window, self.size)
        draw_letterhead(sheet, paper.business, RIGHT, self.voice, room)
        self.address.draw(sheet)
        draw_facts(sheet, self.form, paper.window.first_baseline, self._facts())
        if paper.window.folds:
            draw_fold_marks(sheet, paper.window.folds)
        draw_punch_mark(sheet, self.form)
        title, y = _("Payment plan agreement"), paper.window.title_baseline(self.size)
        style = TITLE if width(title, TITLE) <= RIGHT - LEFT else TITLE_NARROW
        sheet.text(LEFT, y, sheet.fitted(title, style, RIGHT - LEFT, 1)[0], style)
        if paper.replaces:
            words = _("This replaces our agreement {number}.").format(number=paper.replaces)
            sheet.text(LEFT, y + _REPLACES_DROP, words, STRONG)

    def _facts(self) -> list[Fact]:
        paper, voice, _ = self.paper, self.voice, self.voice.gettext
        card = paper.business
        asked = [card.contact_person, card.phone.replace(" ", "\u00a0")]
        back = "" if paper.return_by is None else voice.day(paper.return_by)
        return [
            Fact(_("Agreement"), self.number, strong=True),
            Fact(_("Date"), voice.day(paper.day)),
            Fact(_("Account"), paper.account),
            Fact(_("Please return by"), back),
            Fact(_("Questions?"), ", ".join(part for part in asked if part)),
        ]

    def _later_head(self) -> LaterHead:
        paper, _ = self.paper, self.voice.gettext
        account = _("Account {account}").format(account=paper.account)
        return LaterHead(
            paper.business.name,
            paper.business.accent,
            _("Payment plan agreement"),
            f"{paper.them.name}   {account}",
            self.voice.day(paper.day),
            self.number,
        )

    def _intro(self) -> Block:
        """Between whom it is."""
        paper, _ = self.paper, self.voice.gettext
        message = _("Between {us} (“we”), and {them} (“you”).")
        runs = filled(message, BODY, {"us": self._party(paper.us), "them": self._party(paper.them)})
        lines = list(wrap_runs(runs, RIGHT - LEFT))

        def draw(sheet: Sheet, top: float) -> None:
            for number, line in enumerate(lines):
                draw_runs(sheet, LEFT, top + 3.9 + number * _INTRO_PITCH, line)

        return Block(_INTRO_PITCH * len(lines) + 0.6, draw)

    def _party(self, party: Party) -> list[Run]:
        _ = self.voice.gettext
        name = party.name
        if party.trading_as:
            trading = _("{owner} trading as {name}")
            name = trading.format(owner=party.name, name=party.trading_as)
        number = party.number and _("registered number {number}").format(number=party.number)
        rest = [part for part in (number, party.address) if part]
        return [(name, STRONG), *([(", " + ", ".join(rest), BODY)] if rest else [])]

    def _warnings(self, sheets: Sequence[Sheet]) -> list[PaperWarning]:
        warnings = drawing_concerns(sheets)
        if self.address.too_long:
            lines = "\n".join(self.paper.window_lines)
            warnings.append(PaperWarning(Concern.ADDRESS_TOO_LONG, lines))
        if self.parts.pay_to.code_missing:
            warnings.append(PaperWarning(Concern.NO_CODE, self.parts.pay_to.reference))
        return warnings


def _spaced(blocks: Sequence[Block]) -> list[Block]:
    """Return a section with room above its heading."""
    first, *rest = blocks
    return [Block(first.high, first.draw, first.keep, _SECTION_GAP, first.again), *rest]
