"""Tabs without a pane: names over a page, a line under the one that is shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar

from creditmate.ui.kit.paint import Lane, line_of_text, text_width
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import RADIUS, SIZES, SPACE, Ink, Type


@dataclass(frozen=True, slots=True)
class TabText:
    """What a tab says: a key for the program, a name and perhaps a count for the reader."""

    key: str
    label: str
    count: str = ""


class Tabs(QTabBar):
    """One stop for the Tab key; arrows choose. ``step`` goes round for Ctrl+Tab."""

    chosen = Signal(str)
    """The key of the tab that is shown now."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._tabs: list[TabText] = []
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.currentChanged.connect(self._on_changed)
        theme.changed.connect(self._renew)

    @property
    def key(self) -> str:
        """The key of the tab that is shown; nothing while there is none."""
        place = self.currentIndex()
        return self._tabs[place].key if 0 <= place < len(self._tabs) else ""

    def show_tabs(self, tabs: Sequence[TabText]) -> None:
        """Show other tabs or counts; the one that was shown stays so if it is still there."""
        shown = self.key
        self.blockSignals(True)
        self._tabs = list(tabs)
        while self.count() > len(tabs):
            self.removeTab(self.count() - 1)
        while self.count() < len(tabs):
            self.addTab("")
        for place, tab in enumerate(tabs):
            self.setAccessibleTabName(place, f"{tab.label} {tab.count}".strip())
        keys = [tab.key for tab in tabs]
        self.setCurrentIndex(keys.index(shown) if shown in keys else 0)
        self.blockSignals(False)
        if self.key != shown:
            self.chosen.emit(self.key)
        self._renew()

    def choose(self, key: str) -> None:
        """Show a tab, if there is one of that key."""
        place = next((at for at, tab in enumerate(self._tabs) if tab.key == key), None)
        if place is not None:
            self.setCurrentIndex(place)

    def step(self, by: int) -> None:
        """Show the next tab, or the one before; after the last comes the first."""
        self.setCurrentIndex((self.currentIndex() + by) % max(self.count(), 1))

    def focus_outline(self) -> tuple[QRect, int]:
        """The tab that is shown, not the whole strip."""
        inset = SIZES.focus + SIZES.focus_gap
        shown = self.tabRect(self.currentIndex())
        return shown.adjusted(SPACE.xs, inset, -SPACE.xs, -inset), RADIUS.m

    def tabSizeHint(self, index: int) -> QSize:
        """As wide as its words at their heaviest, so that choosing moves nothing."""
        if index >= len(self._tabs):  # on its way out
            return QSize(0, SIZES.tabs)
        tab, width = self._tabs[index], 2 * SPACE.m
        width += text_width(tab.label, self._theme.font(Type.BODY_STRONG))
        if tab.count:
            width += SPACE.s + text_width(tab.count, self._theme.font(Type.SMALL))
        return QSize(width, SIZES.tabs)

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Words are never cut."""
        return self.tabSizeHint(index)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write the names; a line under the one that is shown."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        for place, tab in enumerate(self._tabs):
            self._paint_tab(painter, self.tabRect(place), tab, place == self.currentIndex())

    def _paint_tab(self, painter: QPainter, rect: QRect, tab: TabText, shown: bool) -> None:
        theme = self._theme
        inside = rect.adjusted(SPACE.m, 0, -SPACE.m, 0)
        lane = Lane(inside, self.layoutDirection())
        font = theme.font(Type.BODY_STRONG if shown else Type.BODY_MEDIUM)
        ink = theme.colour(Ink.ACCENT if shown else Ink.MUTED)
        line_of_text(painter, lane.lead(text_width(tab.label, font)), tab.label, font, ink)
        small = theme.font(Type.SMALL)
        line_of_text(painter, lane.rest(), tab.count, small, theme.colour(Ink.FAINT))
        if shown:
            top = rect.bottom() + 1 - SIZES.focus
            line = QRect(inside.left(), top, inside.width(), SIZES.focus)
            painter.fillRect(line, QColor(theme.colours.accent))

    def _on_changed(self, place: int) -> None:
        if 0 <= place < len(self._tabs):
            self.chosen.emit(self._tabs[place].key)

    def _renew(self) -> None:
        """Measure again; Qt does so when a name is set."""
        for place, tab in enumerate(self._tabs):
            self.setTabText(place, tab.label)
        self.updateGeometry()
        self.update()
