"""A table whose rows are ticked: Space ticks, Ctrl+A ticks all, a click on the box too."""

from collections.abc import Sequence
from typing import Any, Generic, cast

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QMouseEvent, QPainter
from PySide6.QtWidgets import QTableView, QWidget

from creditmate.ui.kit.check_model import CheckModel
from creditmate.ui.kit.check_row import paint_check
from creditmate.ui.kit.paged_model import Column
from creditmate.ui.kit.pages import Row
from creditmate.ui.kit.paint import Lane, line_of_text
from creditmate.ui.kit.table import PagedTable
from creditmate.ui.kit.table_header import TableHeader
from creditmate.ui.kit.table_rows import RowPainter, Seen
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type

_STATES = {
    True: Qt.CheckState.Checked,
    False: Qt.CheckState.Unchecked,
}


class CheckHeader(TableHeader):
    """Titles, and before the first of them a box for all rows."""

    all_asked = Signal()

    def __init__(self, columns: Sequence[Column[Any]], theme: Theme, parent: QWidget) -> None:
        super().__init__(columns, theme, parent)
        self._state: Qt.CheckState | None = None

    def show_state(self, state: Qt.CheckState | None) -> None:
        """Show whether all rows, some or none are ticked; None: there is nothing to tick."""
        self._state = state
        self.viewport().update()

    def lane(self, rect: QRect, section: int) -> Lane:
        """Leave room for the box in the first column."""
        lane = super().lane(rect, section)
        if section == 0:
            lane.lead(SIZES.check, SPACE.l)
        return lane

    def box(self, rect: QRect) -> QRect:
        """Return where the box of a row stands, as high as the row."""
        return TableHeader.lane(self, rect, 0).lead(SIZES.check)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Draw the box as well."""
        super().paintSection(painter, rect, logicalIndex)
        if logicalIndex == 0 and self._state is not None:
            painter.save()
            paint_check(painter, self.box(rect), self._theme, self._state)
            painter.restore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the box is meant for all rows, not for the order."""
        left = self.sectionViewportPosition(0)
        section = QRect(left, 0, self.sectionSize(0), self.height())
        if self._state is not None and hits(self.box(section), event.position().toPoint()):
            self.all_asked.emit()
        else:
            super().mousePressEvent(event)


class CheckRowPainter(RowPainter):
    """Draws titles of groups, and the box in the first column."""

    def __init__(
        self, model: CheckModel[Any], theme: Theme, header: CheckHeader, table: QTableView
    ) -> None:
        super().__init__(model, theme, header, table)
        self._checks, self._boxes, self._look, self._of = model, header, theme, table

    def paint_ground(self, painter: QPainter, one: Seen, line: QColor) -> None:
        """Draw a title over the whole row, else what lies below its words, and its box."""
        painter.save()
        painter.setLayoutDirection(self._of.layoutDirection())
        title, ticked = self._checks.title_at(one.row), self._checks.ticked_at(one.row)
        if title is None:
            super().paint_ground(painter, one, line)
        else:
            self._paint_title(painter, one.rect, title)
        if ticked is not None:
            place = self._boxes.box(self.cell_rect(one, 0))
            paint_check(painter, place, self._look, _STATES[ticked])
        painter.restore()

    def _paint_title(self, painter: QPainter, rect: QRect, title: str) -> None:
        line = QRect(0, rect.top(), self._of.viewport().width(), rect.height())
        lane = Lane(line, self._of.layoutDirection())
        lane.lead(SPACE.xl, 0)
        font, colour = self._look.font(Type.SMALL_STRONG), self._look.colour(Ink.MUTED)
        line_of_text(painter, lane.rest(), title, font, colour)


class CheckTable(PagedTable[Row], Generic[Row]):
    """Shows a ``CheckModel``; whoever owns it keeps what is ticked."""

    tick_asked = Signal(object)
    """These rows (their ids) are to be ticked, or unticked if all of them are."""
    all_asked = Signal()
    """All rows are to be, in the same way."""

    def __init__(self, model: CheckModel[Row], theme: Theme, name: str) -> None:
        self._checks = model
        self._low: list[int] = []
        super().__init__(model, theme, name)
        self.verticalHeader().setMinimumSectionSize(SIZES.group_title)
        self.box_header.all_asked.connect(self.all_asked)

    @property
    def box_header(self) -> CheckHeader:
        """The titles."""
        return cast("CheckHeader", self._header)

    def make_header(self, theme: Theme) -> TableHeader:
        """Return titles with a box for all."""
        return CheckHeader(self._checks.columns, theme, self)

    def make_painter(self, theme: Theme) -> RowPainter:
        """Return what paints boxes and titles of groups."""
        return CheckRowPainter(self._checks, theme, self.box_header, self)

    def show_list(self, ids: Sequence[int], head: Sequence[Row]) -> None:
        """Show another list; titles of groups are less high than rows."""
        rows = self.verticalHeader()
        for position in self._low:  # heights outlast the list they were given to
            rows.resizeSection(position, rows.defaultSectionSize())
        super().show_list(ids, head)
        self._low = [position for position, id_ in enumerate(ids) if id_ < 0]
        for position in self._low:
            rows.resizeSection(position, SIZES.group_title)

    def go_to(self, position: int) -> None:
        """Make a row the current one; a title gives way to the row below it."""
        while self._checks.title_at(position) is not None:
            position += 1
        super().go_to(position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks what is selected, Ctrl+A everything."""
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.all_asked.emit()
        elif event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._ask_tick([id_ for id_ in self.chosen_ids() if id_ > 0])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a box ticks it and leaves the selection alone."""
        at = event.position().toPoint()
        index = self.indexAt(at)
        if self._has_box(index) and hits(self.box_header.box(self.visualRect(index)), at):
            self._ask_tick([self._checks.ids[index.row()]])
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick presses on a box are two presses."""
        at = event.position().toPoint()
        index = self.indexAt(at)
        if self._has_box(index) and hits(self.box_header.box(self.visualRect(index)), at):
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def _has_box(self, index: QModelIndex) -> bool:
        return (
            index.isValid()
            and index.column() == 0
            and self._checks.ticked_at(index.row()) is not None
        )

    def _ask_tick(self, ids: Sequence[int]) -> None:
        if ids:
            self.tick_asked.emit(list(ids))


def hits(box: QRect, at: QPoint) -> bool:
    """Whether a press is meant for a box: it is larger to the finger than to the eye."""
    aside = (SIZES.target - SIZES.check) // 2
    return box.adjusted(-aside, 0, aside, 0).contains(at)
