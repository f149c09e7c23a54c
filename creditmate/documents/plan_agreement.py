"""The agreement on a payment plan (mockups/paper.md, document 9; paper-09-payment-plan.png).

Who agrees, what is owed beside how it is paid, what both agree, and where both sign. Nothing in it
threatens: what happens when an instalment stays out is said once, and what can be done before it.
"""

from collections.abc import Sequence
from typing import NamedTuple

from creditmate.documents.flow import Block, beside, stacked
from creditmate.documents.fonts import BODY, STRONG
from creditmate.documents.furniture import Fact
from creditmate.documents.letter_pages import LetterHead, LetterPages, Rooms
from creditmate.documents.mixed_text import Run, draw_runs, filled, wrap_runs
from creditmate.documents.page import LEFT, RIGHT, page
from creditmate.documents.papers import CheckedPaper, Concern, DrawnPaper, PaperWarning
from creditmate.documents.plan_paper import Party, PlanPaper
from creditmate.documents.plan_parts import PlanParts
from creditmate.documents.plan_signing import LEFT_END, RIGHT_START, signed
from creditmate.documents.sheet import Sheet
from creditmate.documents.voice import Voice, in_spoken

_AFTER_TITLE, _INTRO_PITCH, _SECTION_GAP, _CLOSE_GAP = 3.6, 4.6, 4.6, 3.0


class _Setting(NamedTuple):
    """How close it is set: closer only where that saves a page.

    Attributes:
        field: Room for a signature, in mm.
        dense: Two fields to fill in share a line.
        close: Less room between sentences and sections.
    """

    field: float
    dense: bool = False
    close: bool = False


_SETTINGS = (
    _Setting(9.5),
    _Setting(8.5),
    _Setting(7.5),
    _Setting(7.0, dense=True),
    _Setting(7.0, dense=True, close=True),
)


def draw_plan(paper: PlanPaper) -> CheckedPaper:
    """Return the PDF of an agreement with what to look at; the same one gives the same bytes."""
    from creditmate.documents.press import about_of, print_sheets  # noqa: PLC0415 - reportlab is slow

    paper = in_spoken(paper)
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
    return _Layouter(in_spoken(paper)).done()


class _Layouter:
    """Lays out one agreement."""

    def __init__(self, paper: PlanPaper) -> None:
        self.paper = paper
        self.voice = Voice(paper.locale, paper.day)
        self.parts = PlanParts(paper, self.voice)

    def done(self) -> tuple[list[Sheet], list[PaperWarning]]:
        tried = (self._blocks(each, pays_left=left) for left in (False, True) for each in _SETTINGS)
        pages = LetterPages(self.paper, self.voice, self._head())
        sheets, warnings = pages.lay_out_shortest(tried)
        if self.parts.pay_to.code_missing:
            warnings.append(PaperWarning(Concern.NO_CODE, self.parts.pay_to.reference))
        return sheets, warnings

    def _blocks(self, setting: _Setting, *, pays_left: bool) -> list[Block]:
        """What stands in it: how to pay below the instalments, or below what is owed."""
        parts, gap = self.parts, _CLOSE_GAP if setting.close else _SECTION_GAP
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
            blocks += [*_spaced(parts.owed(RIGHT), gap), *_spaced(paid, gap)]
        agreed = _spaced(parts.agreed(close=setting.close), gap)
        below = signed(self.paper, self.voice, setting.field, dense=setting.dense)
        return [*blocks, *agreed, below]

    def _head(self) -> LetterHead:
        _, replaced = self.voice.gettext, self.paper.replaces
        replaces = _("This replaces our agreement {number}.").format(number=replaced)
        title = _("Payment plan agreement")
        facts, rooms = tuple(self._facts()), Rooms(below_title=_AFTER_TITLE)
        return LetterHead(title, facts, title, replaces if replaced else "", rooms=rooms)

    def _facts(self) -> list[Fact]:
        paper, voice, _ = self.paper, self.voice, self.voice.gettext
        card = paper.business
        asked = [card.contact_person, card.phone.replace(" ", "\u00a0")]
        back = "" if paper.return_by is None else voice.day(paper.return_by)
        return [
            Fact(_("Agreement"), paper.number or _("Draft"), strong=True),
            Fact(_("Date"), voice.day(paper.day)),
            Fact(_("Account"), paper.account),
            Fact(_("Please return by"), back),
            Fact(_("Questions?"), ", ".join(part for part in asked if part)),
        ]

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


def _spaced(blocks: Sequence[Block], gap: float) -> list[Block]:
    """Return a section with room above its heading."""
    first, *rest = blocks
    return [Block(first.high, first.draw, first.keep, gap, first.again), *rest]
