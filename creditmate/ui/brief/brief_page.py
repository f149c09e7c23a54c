"""One brief laid out: blocks below one another, a hairline between them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from creditmate.i18n.catalogue import words
from creditmate.ui.brief.brief_facts import BriefFacts, Fact
from creditmate.ui.brief.brief_words import BriefWords
from creditmate.ui.brief.in_talk import Talk
from creditmate.ui.brief.mood import mood_trend
from creditmate.ui.brief.quotation import Quotation
from creditmate.ui.brief.sections import Section
from creditmate.ui.brief.why import Why
from creditmate.ui.kit.button import Button, IconButton, Kind
from creditmate.ui.kit.elided import Elided
from creditmate.ui.kit.end_row import EndRow
from creditmate.ui.kit.figure_columns import FigureColumns
from creditmate.ui.kit.glyph_label import GlyphLabel
from creditmate.ui.kit.panel import Hairline, SectionHead
from creditmate.ui.kit.phrase import Phrase, plain
from creditmate.ui.kit.stair import AgeingStair
from creditmate.ui.kit.stair_legend import StairLegend
from creditmate.ui.kit.text import Paragraph, Text
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import ICON, SIZES, SPACE, Ink, Type

_TOP = Qt.AlignmentFlag.AlignTop
_GAP = SPACE.s - 2
"""Between figures at least: so beside a call all four stand in one row, as in the picture."""
_LABEL, _VALUE = 0, 1
_GLYPH, _DAY, _SAID = 0, 1, 2


class BriefPage(QWidget):
    """Made anew for every brief; a brief is short, and no two have the same lines."""

    opened = Signal()
    """The customer's page is wanted."""
    look_asked = Signal()
    """What they say to have paid is to be looked for."""

    def __init__(self, theme: Theme, says: BriefWords, sections: frozenset[Section]) -> None:
        super().__init__()
        self._theme, self._words, self._sections = theme, says, sections
        self._name = says.brief.customer.name
        self._facts = BriefFacts(says.brief, says.language, says.locale)
        self._ = words(says.language).gettext
        self.why: Why | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.m)
        standing = frozenset({Section.STANDING, Section.ARRANGED})
        self._add(self._head())
        self._add(self._known(sections & standing))  # whoever is on stop is so before all else
        for block in (self._said, self._reasons, self._to_say, self._last):
            self._add(block())
        self._add(self._known(sections - standing))

    def _add(self, widgets: Sequence[QWidget]) -> None:
        """Add a block, and a hairline before it unless it is the first."""
        if widgets and self._column.count():
            self._column.addWidget(Hairline())
        for widget in widgets:
            self._column.addWidget(widget)

    # ------------------------------------------------------------- who and how much
    def _head(self) -> list[QWidget]:
        found: list[QWidget] = []
        if Section.NAME in self._sections:
            found.append(self._title())
        if Section.MONEY in self._sections:
            found.append(FigureColumns(self._theme, self._words.figures(), gap=_GAP))
            if parts := self._words.parts():
                found.append(Paragraph(self._theme, parts, Type.SMALL, Ink.MUTED))
        if Section.AGEING in self._sections:
            for steps in self._words.stairs():
                found += [AgeingStair(self._theme, steps), StairLegend(self._theme, steps)]
            found.append(Phrase(self._theme, self._words.oldest()))
        return found

    def _title(self) -> QWidget:
        title = QWidget()
        row = QHBoxLayout(title)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.s)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(Paragraph(self._theme, self._name, Type.HEADING))
        second = self._words.second_line()
        names.addWidget(Paragraph(self._theme, second, Type.SMALL, Ink.MUTED))
        row.addLayout(names, 1)
        if Section.OPEN in self._sections:
            name = self._("Open the customer's page")
            button = IconButton(self._theme, Glyph.OPEN_PAGE, name, Kind.QUIET, small=True)
            button.clicked.connect(self.opened)
            row.addWidget(button, 0, _TOP)
        return title

    # ------------------------------------------------------------- what they say to have paid
    def _said(self) -> list[QWidget]:
        """Whoever is about to ask for money sees first what is said to be on its way."""
        said = self._words.said_paid() if Section.SAID in self._sections else []
        if not said:
            return []
        block, column = _stacked()
        look = Button(self._theme, self._("Look for it…"), Kind.LINK)
        look.clicked.connect(self.look_asked)
        column.addWidget(SectionHead(self._theme, self._("They say it is paid"), look))
        for runs in said:
            column.addWidget(Phrase(self._theme, runs))
        return [block]

    # ------------------------------------------------------------- why and what to say
    def _reasons(self) -> list[QWidget]:
        if Section.WHY not in self._sections:
            return []
        self.why = Why(self._theme, self._words, self._)
        return [self.why]

    def _to_say(self) -> list[QWidget]:
        found: list[QWidget] = []
        title, goal = self._words.goal()
        if goal and Section.GOAL in self._sections:
            block, column = _stacked()
            column.addWidget(SectionHead(self._theme, title))
            column.addWidget(Paragraph(self._theme, goal))
            found.append(block)
        opening = self._words.opening()
        if opening and Section.OPENING in self._sections:
            found.append(Quotation(self._theme, self._("You could open with"), opening))
        return found

    # ------------------------------------------------------------- what was said
    def _last(self) -> list[QWidget]:
        if Section.CONTACTS not in self._sections:
            return []
        block, column = _stacked()
        mood = mood_trend(self._theme, self._words)
        head = SectionHead(self._theme, self._("Last three contacts"))
        column.addWidget(head if mood is None else EndRow(head, mood))
        talks, tried = self._words.talks(), self._words.tried()
        if tried:
            column.addWidget(Paragraph(self._theme, tried, Type.SMALL, Ink.MUTED))
        if not talks:
            column.addWidget(Text(self._theme, self._("None yet"), Type.SMALL, Ink.MUTED))
            return [block]
        grid = _grid(_SAID)
        grid.setColumnMinimumWidth(_DAY, SIZES.brief_day)
        for talk in talks:
            self._put_talk(grid, talk)
        column.addLayout(grid)
        return [block]

    def _put_talk(self, grid: QGridLayout, talk: Talk) -> None:
        row = grid.rowCount()
        glyph = GlyphLabel(self._theme, talk.glyph, Ink.MUTED, ICON.small)
        grid.addWidget(glyph, row, _GLYPH, _TOP)
        grid.addWidget(Text(self._theme, talk.day, Type.SMALL, Ink.MUTED), row, _DAY, _TOP)
        for place, runs in enumerate(talk.lines):
            line: QWidget = Phrase(self._theme, runs)
            if talk.is_free:
                line = Elided(self._theme, plain(runs), Type.SMALL)
            # whatever is cut is told in full, why somebody went against the policy among it
            line.setToolTip(plain(runs) if talk.is_free else talk.notes)
            grid.addWidget(line, row + place, _SAID)

    # ------------------------------------------------------------- what is known
    def _known(self, sections: frozenset[Section]) -> list[QWidget]:
        facts = self._facts.of(sections)
        if not facts:
            return []
        block = QWidget()
        grid = _grid(_VALUE)
        grid.setColumnMinimumWidth(_LABEL, SIZES.brief_label)
        grid.setContentsMargins(0, 0, 0, 0)
        block.setLayout(grid)
        for fact in facts:
            self._put_fact(grid, fact)
        return [block]

    def _put_fact(self, grid: QGridLayout, fact: Fact) -> None:
        row = grid.rowCount()
        label = Text(self._theme, fact.label, Type.SMALL, Ink.MUTED)
        value = Phrase(self._theme, fact.runs)
        value.setAccessibleDescription(fact.label)
        grid.addWidget(label, row, _LABEL, _TOP)
        grid.addWidget(value, row, _VALUE)


def _stacked() -> tuple[QWidget, QVBoxLayout]:
    block = QWidget()
    column = QVBoxLayout(block)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE.xs)
    return block, column


def _grid(wide: int) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACE.m)
    grid.setVerticalSpacing(SPACE.xs)
    grid.setColumnStretch(wide, 1)
    return grid
