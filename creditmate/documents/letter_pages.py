"""The pages of what goes out in a window envelope: its first with letterhead and address.

Their blocks flow over as many pages as it takes; the later ones have the short head.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol

from creditmate.documents.address import AddressBlock
from creditmate.documents.concerns import drawing_concerns
from creditmate.documents.flow import Block, Placed, draw_placed, flowed
from creditmate.documents.fonts import STRONG, TITLE, TITLE_NARROW, Style, width
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
from creditmate.documents.page import LEFT, RIGHT, PageSize, page
from creditmate.documents.papers import BusinessCard, Concern, PaperWarning
from creditmate.documents.sheet import Sheet
from creditmate.documents.text import wrap
from creditmate.documents.voice import Voice
from creditmate.documents.window import Window

_TITLE_MOST, _TITLE_PITCH = 2, 6.0
_REPLACES_DROP, _SALUTATION_RISE = 5.0, 3.9


class Posted(Protocol):
    """A paper that goes to a customer."""

    @property
    def business(self) -> BusinessCard:
        """Who sends it."""

    @property
    def number(self) -> str:
        """The paper's; '' for one that has none."""

    @property
    def day(self) -> date:
        """Of the paper."""

    @property
    def customer_name(self) -> str:
        """Whom it is for."""

    @property
    def account(self) -> str:
        """The customer's code; '' where nothing says that there is an account."""

    @property
    def window_lines(self) -> tuple[str, ...]:
        """What shows in the window."""

    @property
    def window(self) -> Window:
        """Of the envelope."""

    @property
    def size(self) -> PageSize:
        """Of the paper."""


class Rooms(NamedTuple):
    """What stays free round the blocks.

    Attributes:
        below_title: On the first page, in mm.
        later_first: Where the blocks of later pages begin, in mm from the top.
        clear_of_foot: Above the footer, in mm.
    """

    below_title: float = 3.2
    later_first: float = 38.0
    clear_of_foot: float = 3.5


USUAL = Rooms()
"""Of a letter."""


@dataclass(frozen=True, slots=True)
class LetterHead:
    """What stands above the blocks.

    Attributes:
        document: What it is, for the head of later pages.
        facts: Beside the address.
        title: In large type above the first block; '' for a letter, which begins with whom it
            greets.
        replaces: The sentence that says which paper this one takes the place of; '' for none.
        drafted: A paper without a number says that it is a draft.
        rooms: What stays free round the blocks.
    """

    document: str
    facts: tuple[Fact, ...]
    title: str = ""
    replaces: str = ""
    drafted: bool = True
    rooms: Rooms = USUAL


class LetterPages:
    """Lays one such paper out.

    Args:
        paper: What it is made from.
        voice: Of the paper.
        head: What stands above the blocks.
    """

    def __init__(self, paper: Posted, voice: Voice, head: LetterHead) -> None:
        self._paper, self._voice, self._head = paper, voice, head
        self._form = page(paper.size)
        self._sheet_size = (self._form.width, self._form.height)
        self._address = AddressBlock(paper.window_lines, paper.window, self._sheet_size)
        self._number = paper.number or (voice.gettext("Draft") if head.drafted else "")
        self._legal = legal_lines(paper.business.legal_line, self._number)
        self._title_style, self._title = _set_title(head.title)

    @property
    def first(self) -> float:
        """Where the first page's blocks begin, in mm."""
        y = self._paper.window.title_baseline(self._sheet_size)
        if not self._title:
            return y - _SALUTATION_RISE
        y += (len(self._title) - 1) * _TITLE_PITCH + self._head.rooms.below_title
        return y + (_REPLACES_DROP if self._head.replaces else 0.0)

    @property
    def bottom(self) -> float:
        """What no block goes beyond."""
        extra = max(len(self._legal) - 1, 0) * FOOTER_PITCH
        return self._form.footer_rule - extra - self._head.rooms.clear_of_foot

    def placed(self, blocks: Sequence[Block]) -> list[list[Placed]]:
        """Return what would stand on which page."""
        return flowed(blocks, self.first, self._head.rooms.later_first, self.bottom)

    def lay_out(self, blocks: Sequence[Block]) -> tuple[list[Sheet], list[PaperWarning]]:
        """Return the pages, and what to look at before the paper is issued."""
        return self.lay_out_shortest([blocks])

    def lay_out_shortest(
        self, choices: Iterable[Sequence[Block]]
    ) -> tuple[list[Sheet], list[PaperWarning]]:
        """Return the same of the first choice that takes fewest pages, at least one.

        Args:
            choices: The blocks, as they may stand; the better ones first.
        """
        pages = self._shortest(choices)
        sheets = [self._page(number, placed, len(pages)) for number, placed in enumerate(pages)]
        warnings = drawing_concerns(sheets)
        if self._address.too_long:
            lines = "\n".join(self._paper.window_lines)
            warnings.append(PaperWarning(Concern.ADDRESS_TOO_LONG, lines))
        return sheets, warnings

    def _shortest(self, choices: Iterable[Sequence[Block]]) -> list[list[Placed]]:
        found: list[list[Placed]] = []
        for blocks in choices:
            placed = self.placed(blocks)
            if not found or len(placed) < len(found):
                found = placed
            if len(found) == 1:
                break
        return found

    def _page(self, number: int, placed: Sequence[Placed], pages: int) -> Sheet:
        sheet = Sheet(self._form.shift)
        said = self._voice.gettext("Page {n} of {m}").format(n=number + 1, m=pages)
        said = said.replace(" ", "\u00a0")
        if number:
            draw_later_head(sheet, self._later_head(), said)
        else:
            self._draw_head(sheet)
        draw_placed(sheet, placed)
        draw_footer_rule(sheet, self._form, len(self._legal))
        draw_footer(sheet, self._form.footer_baseline, self._legal, self._number, said)
        return sheet

    def _draw_head(self, sheet: Sheet) -> None:
        paper, head = self._paper, self._head
        room = logo_room(paper.window, self._sheet_size)
        draw_letterhead(sheet, paper.business, RIGHT, self._voice, room)
        self._address.draw(sheet)
        draw_facts(sheet, self._form, paper.window.first_baseline, head.facts)
        if paper.window.folds and paper.window_lines:
            draw_fold_marks(sheet, paper.window.folds)
        draw_punch_mark(sheet, self._form)
        y = paper.window.title_baseline(self._sheet_size)
        if not self._title:
            return
        for line in sheet.fitted(head.title, self._title_style, RIGHT - LEFT, _TITLE_MOST):
            sheet.text(LEFT, y, line, self._title_style)
            y += _TITLE_PITCH
        if head.replaces:
            sheet.text(LEFT, y - _TITLE_PITCH + _REPLACES_DROP, head.replaces, STRONG)

    def _later_head(self) -> LaterHead:
        paper, voice = self._paper, self._voice
        account = voice.gettext("Account {account}").format(account=paper.account)
        whom = [paper.customer_name, account if paper.account else ""]
        return LaterHead(
            paper.business.name,
            paper.business.accent,
            self._head.document,
            "   ".join(filter(None, whom)),
            voice.day(paper.day),
            self._number,
        )


def _set_title(title: str) -> tuple[Style, list[str]]:
    """The title in large type, else in smaller, on two lines if it has to be."""
    style = TITLE if width(title, TITLE) <= RIGHT - LEFT else TITLE_NARROW
    return style, wrap(title, style, RIGHT - LEFT)[:_TITLE_MOST]
