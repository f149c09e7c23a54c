"""What makes one kind of statement different from another: its table, and how the table ends."""

from typing import Protocol

from creditmate.documents.fonts import TOTAL, width
from creditmate.documents.furniture import Fact
from creditmate.documents.page import LEFT, RIGHT, TOTAL_RULE
from creditmate.documents.papers import Concern, PaperWarning
from creditmate.documents.sheet import Sheet
from creditmate.documents.statement_columns import columns, draw_heads
from creditmate.documents.statement_table import PITCH, Row, draw_forward, draw_row_rule
from creditmate.documents.text import longest_word
from creditmate.documents.voice import Voice
from creditmate.domain.money import Money, total
from creditmate.domain.statement import Statement

TOTAL_DROP, TOTAL_RULE_DROP = 6.4, 8.4
"""From the last row's foot to the total's baseline, and to the rule below it."""


class Body(Protocol):
    """The table of a statement, drawn row by row by who splits it over the pages.

    ``extras`` are by how much each row is taller than one line; ``end_drop`` is the room from
    the last row's foot to whatever follows what ``draw_end`` draws; ``days`` is what the head of
    later pages says of the time that is stated; ``replaces_room`` is how far the line between
    title and heads may run.
    """

    pitch: float
    extras: list[float]
    end_drop: float
    days: str
    replaces_room: float

    def facts(self) -> list[Fact]:
        """Return the facts that only this kind has, to stand below the statement's date."""

    def draw_heads(self, sheet: Sheet, baseline: float) -> None:
        """Draw the column heads over their rule."""

    def draw_row(self, sheet: Sheet, number: int, y: float) -> None:
        """Draw a row with its first baseline at ``y``, without the rule below it."""

    def draw_brought(self, sheet: Sheet, y: float, words: str, before: int) -> None:
        """Draw what ``before`` rows on earlier pages came to, with the rule below it."""

    def draw_carried(self, sheet: Sheet, foot: float, words: str, before: int) -> None:
        """Draw what all rows so far come to, below the last one's foot."""

    def draw_end(self, sheet: Sheet, foot: float) -> None:
        """Draw what ends the table, below the last row's foot."""

    def warnings(self) -> list[PaperWarning]:
        """Return what the user should look at."""


def draw_total(sheet: Sheet, x: float, foot: float, said: tuple[str, str], line: float) -> None:
    """Draw the one total of the page over its rule, which begins at ``line`` at the latest.

    ``said`` are its words, which stand at ``x``, and its figure.
    """
    words, figure = said
    sheet.text(x, foot + TOTAL_DROP, words, TOTAL)
    sheet.text_right(RIGHT, foot + TOTAL_DROP, figure, TOTAL)
    start = min(line, RIGHT - width(figure, TOTAL) - 4)
    sheet.rule(start, RIGHT, foot + TOTAL_RULE_DROP, TOTAL_RULE)


class OpenItems:
    """The open items with their notes, and the balance of the account."""

    pitch = PITCH
    end_drop = 12.0

    def __init__(self, statement: Statement, voice: Voice) -> None:
        self._statement, self._voice = statement, voice
        self._columns = columns(statement, voice)
        self._rows = [Row(item, voice, self._columns) for item in statement.items]
        self.extras = [row.extra for row in self._rows]
        self.days = voice.day(statement.as_at)
        self.replaces_room = self._columns.days - 16 - LEFT

    def facts(self) -> list[Fact]:
        """Return nothing: the date says it all."""
        return []

    def draw_heads(self, sheet: Sheet, baseline: float) -> None:
        """Draw the column heads over their rule."""
        draw_heads(sheet, self._columns, baseline, self._voice)

    def draw_row(self, sheet: Sheet, number: int, y: float) -> None:
        """Draw an item with its notes."""
        self._rows[number].draw(sheet, y)

    def draw_brought(self, sheet: Sheet, y: float, words: str, before: int) -> None:
        """Draw what the items on earlier pages came to."""
        draw_forward(sheet, self._columns, y, words, self._voice.amount(self._before(before)))
        draw_row_rule(sheet, y)

    def draw_carried(self, sheet: Sheet, foot: float, words: str, before: int) -> None:
        """Draw what the items so far come to."""
        figure = self._voice.amount(self._before(before))
        draw_forward(sheet, self._columns, foot + TOTAL_DROP, words, figure)
        sheet.rule(self._columns.paid + 2, RIGHT, foot + TOTAL_RULE_DROP, TOTAL_RULE)

    def _before(self, before: int) -> Money:
        return total((row.balance for row in self._rows[:before]), self._statement.currency)

    def draw_end(self, sheet: Sheet, foot: float) -> None:
        """Draw the balance of the account."""
        words = self._voice.gettext("Balance of your account")
        figure = self._voice.total(self._statement.balance)
        at = self._columns
        draw_total(sheet, at.document, foot, (words, figure), at.original)

    def warnings(self) -> list[PaperWarning]:
        """Return the order numbers of which a word had to be broken."""
        at = self._columns
        return [
            PaperWarning(Concern.WORD_BROKEN, item.order_number)
            for item in self._statement.items
            if longest_word(item.order_number, at.body) > at.order_room
        ]
