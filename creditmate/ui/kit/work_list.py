"""A list of what is to be done: up and down choose, Enter acts, F6 leaves."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView

from creditmate.ui.kit.patience import PATIENCE
from creditmate.ui.kit.work_delegate import WorkDelegate
from creditmate.ui.kit.work_line import Coming, GroupTitle, Row, WorkLine
from creditmate.ui.kit.work_model import WorkModel
from creditmate.ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLACEHOLDERS = 6


class WorkList(QListView):
    """Shows rows; knows lines, not what they mean."""

    chosen = Signal(str)
    """The key of the line one has come to."""
    acted = Signal(str)
    """Enter, a double click, or the line's button."""
    off_asked = Signal(str)
    """The line's button that puts it off."""
    menu_asked = Signal(QPoint)
    """The Menu key or a right click on the chosen line; a global position."""
    copy_asked = Signal()
    end_reached = Signal()
    """The last rows are seen or nearly so: there may be more to show."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._model = WorkModel(self)
        self._delegate = WorkDelegate(theme, self)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self.show_coming)
        self.setAccessibleName(name)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._on_current)
        queued = Qt.ConnectionType.QueuedConnection  # other rows have been laid out by then
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled, queued)
        theme.changed.connect(self._renew)

    # ------------------------------------------------------------- what is shown
    @property
    def rows(self) -> Sequence[Row]:
        """What is shown, titles among the lines."""
        return self._model.rows

    @property
    def key(self) -> str:
        """The key of the line one is on; empty if there is none."""
        line = self.line_at(self.currentIndex())
        return "" if line is None else line.key

    def line_at(self, index: Index) -> WorkLine | None:
        """Return the line at an index."""
        row = self._model.rows[index.row()] if index.isValid() else None
        return row if isinstance(row, WorkLine) else None

    def wait(self) -> None:
        """The rows are on their way: placeholders are drawn if that takes long."""
        if not self._model.rows:
            self._patience.start()

    def show_coming(self) -> None:
        """The rows are on their way: placeholders are drawn at once."""
        self._put([Coming()] * _PLACEHOLDERS)

    def show_rows(self, rows: Sequence[Row], key: str) -> None:
        """Show other rows, on the line with a key; nobody is told."""
        self._patience.stop()
        top = self.verticalScrollBar().value()
        self._put(rows)
        self.go_to(key)
        self.verticalScrollBar().setValue(top)
        self.scrollTo(self.currentIndex())

    def go_to(self, key: str) -> None:
        """Go to the line with a key, telling nobody."""
        place = self._model.place_of(key)
        if place is not None:
            before = self.currentIndex()
            self.selectionModel().blockSignals(True)
            self.setCurrentIndex(self._model.index(place))
            self.selectionModel().blockSignals(False)
            self.scrollTo(self.currentIndex())
            for changed in (before, self.currentIndex()):
                self.update(changed)

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Show the title over a line with it: keys would never come to it."""
        above = index.row() - 1
        if above >= 0 and isinstance(self.rows[above], GroupTitle):
            super().scrollTo(self._model.index(above), hint)
        super().scrollTo(index, hint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The line one is on stays in sight where less can be seen."""
        super().resizeEvent(event)
        if event.size().height() < event.oldSize().height():
            self.scrollTo(self.currentIndex())

    def _put(self, rows: Sequence[Row]) -> None:
        self._delegate.measure(rows)
        self._model.put(rows)

    def _on_scrolled(self) -> None:
        bar = self.verticalScrollBar()
        if bar.maximum() and bar.value() + bar.pageStep() >= bar.maximum():
            self.end_reached.emit()

    def _on_current(self, current: Index) -> None:
        line = self.line_at(current)
        if line is not None:
            self.chosen.emit(line.key)

    # ------------------------------------------------------------- keyboard and mouse
    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Wherever a key leads, end on a line: the nearest one inwards, or the other way."""
        found = super().moveCursor(action, modifiers)
        here = self.currentIndex()
        if not found.isValid() or self.line_at(found) is not None:
            return found
        step = 1 if found.row() > here.row() or found.row() == 0 else -1
        for way in (step, -step):
            place = found.row()
            while 0 <= place < len(self.rows):
                index = self._model.index(place)
                if self.line_at(index) is not None:
                    return index
                place += way
        return here

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter acts, Ctrl+C copies; arrows and pages move, and letters are the screen's."""
        if event.key() in _ENTER:
            self._act(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        elif event.text().isprintable() and event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu, beside the line if it was a key."""
        at = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            line = self.visualRect(self.currentIndex())
            at = self.viewport().mapToGlobal(line.center())
        if self.key:
            self.menu_asked.emit(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over the button says that it can be pressed."""
        super().mouseMoveEvent(event)
        at = event.position().toPoint()
        over = self._is_on_button(at) or self._is_on_off(at)
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Act where the button of a line is released."""
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        if event.button() is Qt.MouseButton.LeftButton and self._is_on_button(at):
            self._act(self.indexAt(at))
        elif event.button() is Qt.MouseButton.LeftButton and self._is_on_off(at):
            line = self.line_at(self.indexAt(at))
            self.off_asked.emit("" if line is None else line.key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Act on a line that is clicked twice."""
        at = event.position().toPoint()
        is_button = self._is_on_button(at) or self._is_on_off(at)
        if event.button() is Qt.MouseButton.LeftButton and not is_button:
            self._act(self.indexAt(at))

    def viewportEvent(self, event: QEvent) -> bool:
        """The button's name is its tool tip; elsewhere it is the reason, where that is cut."""
        if isinstance(event, QHelpEvent):
            self.viewport().setToolTip(self._tip(event.pos()))
        return super().viewportEvent(event)

    def _tip(self, at: QPoint) -> str:
        index = self.indexAt(at)
        line = self.line_at(index)
        if line is None:
            return ""
        if self._is_on_button(at):
            return line.act_name
        if self._is_on_off(at):
            return line.off_name
        return self._delegate.words_cut(self.visualRect(index), line)

    def _is_on_button(self, at: QPoint) -> bool:
        index = self.indexAt(at)
        if self.line_at(index) is None:
            return False
        return self._delegate.button_in(self.visualRect(index)).contains(at)

    def _is_on_off(self, at: QPoint) -> bool:
        line = self.line_at(index := self.indexAt(at))
        if line is None or not line.off_name:
            return False
        return self._delegate.off_in(self.visualRect(index)).contains(at)

    def _act(self, index: Index) -> None:
        line = self.line_at(index)
        if line is not None:
            self.acted.emit(line.key)

    def _renew(self) -> None:
        self._delegate.measure(self._model.rows)
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
