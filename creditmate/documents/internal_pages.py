"""Pages that nobody outside sees, between black bands on every one (mockups/paper.md, document 7).

Their blocks flow over as many pages as it takes; what is not internal has the same pages without
bands.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from creditmate.documents.flow import Block, Placed, draw_placed, flowed
from creditmate.documents.fonts import BODY, HEADING, NOTE, SUBJECT, TITLE, TITLE_NARROW, width
from creditmate.documents.fonts import STRONG as BAND
from creditmate.documents.furniture import (
    FOOTER_PITCH,
    draw_footer,
    draw_footer_rule,
    draw_punch_mark,
    legal_lines,
)
from creditmate.documents.page import (
    LEFT,
    MUTED,
    RIGHT,
    TABLE_RULE,
    TEXT,
    WHITE,
    Page,
    ink,
)
from creditmate.documents.papers import BusinessCard
from creditmate.documents.sheet import Sheet
from creditmate.documents.text import clean, shortened, wrap
from creditmate.documents.voice import Voice

_BAND_TOP, _BAND_HIGH, _BAND_TEXT = 8.0, 7.0, 4.7
_EDGE = 5.0
"""Nothing is printed nearer to the edge, bands included."""
_PLAIN_NAME = 18.0
_TITLE, _SUBTITLE, _SUB_PITCH, _RULE_BELOW = 23.5, 29.0, 4.2, 2.2
_AFTER_HEAD, _ABOVE_FOOT = 3.0, 3.0


@dataclass(frozen=True, slots=True)
class PagesHead:
    """What stands at the head of every page.

    Attributes:
        title: What it is.
        right: What stands beside it: the day.
        said: Below it, one line each: about what, which period, what was left out.
    """

    title: str
    right: str
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pages:
    """Lays blocks out on pages with one head.

    Attributes:
        business: Whose paper it is.
        head: Of every page.
        voice: Of the paper.
        form: The measures of the page.
        warned: What the bands say after INTERNAL; '' for a paper that is not internal.
        number: At the foot, before the page.
        foot: Stands at the foot of an internal paper in place of the lower band.
    """

    business: BusinessCard
    head: PagesHead
    voice: Voice
    form: Page
    warned: str = ""
    number: str = ""
    foot: str = ""

    def lay_out(self, *parts: Sequence[Block]) -> list[Sheet]:
        """Return the pages; each of several parts begins one."""
        pages = [placed for blocks in parts for placed in self._flowed(blocks)]
        return [self._page(number, placed, len(pages)) for number, placed in enumerate(pages)]

    def left_after(self, blocks: Sequence[Block]) -> float:
        """Return how much of the last page is left below these blocks, in mm."""
        top, last = self._head_foot() + _AFTER_HEAD, self._flowed(blocks)[-1]
        return self._bottom() - max((y + block.high for y, block in last), default=top)

    def _flowed(self, blocks: Sequence[Block]) -> list[list[Placed]]:
        top = self._head_foot() + _AFTER_HEAD
        return flowed(blocks, top, top, self._bottom())

    @property
    def _internal(self) -> bool:
        return bool(self.warned)

    def _title_y(self) -> float:
        return _TITLE if self._internal else _TITLE + 3.0

    def _head_foot(self) -> float:
        lines = len(self._said())
        y = self._title_y() + (_SUBTITLE - _TITLE) + max(lines - 1, 0) * _SUB_PITCH
        return y + _RULE_BELOW

    def _said(self) -> list[str]:
        return [line for text in self.head.said for line in wrap(text, BODY, RIGHT - LEFT)]

    def _legal(self) -> list[str]:
        return legal_lines(self.foot or self.business.legal_line, self.number)

    @property
    def _has_footer(self) -> bool:
        return bool(self.foot) or not self._internal

    def _bottom(self) -> float:
        if not self._has_footer:
            return self.form.height - _EDGE - _BAND_HIGH - _ABOVE_FOOT
        extra = max(len(self._legal()) - 1, 0) * FOOTER_PITCH
        return self.form.footer_rule - extra - _ABOVE_FOOT

    def _page(self, number: int, placed: Sequence[Placed], pages: int) -> Sheet:
        sheet = Sheet(self.form.shift)
        said = self.voice.gettext("Page {n} of {m}").format(
            n=self.voice.number(number + 1), m=self.voice.number(pages)
        )
        said = said.replace(" ", "\u00a0")
        if self._internal:
            self._draw_bands(sheet, said)
        else:
            name = shortened(self.business.name, HEADING, RIGHT - LEFT)
            sheet.text(LEFT, _PLAIN_NAME, name, HEADING, ink(self.business.accent))
        self._draw_head(sheet)
        draw_placed(sheet, placed)
        draw_punch_mark(sheet, self.form)
        if self._has_footer:
            legal = self._legal()
            draw_footer_rule(sheet, self.form, len(legal))
            draw_footer(sheet, self.form.footer_baseline, legal, self.number, said)
        return sheet

    def _draw_bands(self, sheet: Sheet, pages: str) -> None:
        """Draw the black bands by which nobody takes it for the customer's."""
        mark = clean(self.voice.gettext("INTERNAL"))
        wide = self.form.width - 2 * _EDGE
        bottom = self.form.height - _EDGE - _BAND_HIGH
        for top in (_BAND_TOP,) if self.foot else (_BAND_TOP, bottom):
            sheet.box(_EDGE - self.form.shift, top, wide, _BAND_HIGH, 0, fill=TEXT)
            sheet.text(LEFT, top + _BAND_TEXT, mark, BAND, WHITE)
            after = LEFT + width(mark, BAND) + 3.0
            sheet.text(after, top + _BAND_TEXT, self.warned, BAND, WHITE)
        if self.foot:
            return
        foot = "   ".join(part for part in (self.number, pages) if part)
        sheet.text_right(RIGHT, bottom + _BAND_TEXT, foot, NOTE, WHITE)

    def _draw_head(self, sheet: Sheet) -> None:
        head, y = self.head, self._title_y()
        room = RIGHT - LEFT - width(head.right, SUBJECT) - 6.0
        style = TITLE if width(head.title, TITLE) <= room else TITLE_NARROW
        sheet.text(LEFT, y, sheet.fitted(head.title, style, room, 1)[0], style)
        sheet.text_right(RIGHT, y, head.right, SUBJECT)
        y += _SUBTITLE - _TITLE
        lines = self._said()
        for number, line in enumerate(lines):
            sheet.text(LEFT, y + number * _SUB_PITCH, line, BODY, MUTED)
        y += max(len(lines) - 1, 0) * _SUB_PITCH + _RULE_BELOW
        sheet.rule(LEFT, RIGHT, y, TABLE_RULE)
