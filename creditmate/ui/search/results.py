"""The list below Find or do: group titles and lines of two rows; the field keeps the focus."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from creditmate.i18n.bidi import apart
from creditmate.ui.kit.key_cap import cap_size, paint_key_cap
from creditmate.ui.kit.keys import shown_keys
from creditmate.ui.kit.paint import Lane, box, centred, line_of_text, text_width
from creditmate.ui.search.lines import Line
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import ICON, RADIUS, SIZES, SPACE, Ground, Ink, Type

Index = QModelIndex | QPersistentModelIndex
_CHOOSABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class ResultModel(QAbstractListModel):
    """The lines, in order; titles cannot be chosen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: Sequence[Line] = ()

    def put(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """One row for each line."""
        return len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Titles are there to be read."""
        title = self.lines[index.row()].is_title
        return Qt.ItemFlag.NoItemFlags if title else _CHOOSABLE

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text, and all of it for tool tips and the screen reader."""
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return line.said
        return None


class ResultDelegate(QStyledItemDelegate):
    """Draws titles and lines."""

    def __init__(self, theme: Theme, view: "ResultList") -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """A title, a line of one row, or one of two."""
        line = self._view.line(index)
        if line.is_title:
            return QSize(0, max(SIZES.group_title, self._theme.line(Type.SMALL) + SPACE.m))
        rows = self._theme.line(Type.BODY)
        rows += self._theme.line(Type.SMALL) if line.second else 0
        return QSize(0, max(rows + 2 * SPACE.xs, SIZES.control))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the line in its state."""
        line, state, rect = self._view.line(index), option.state, QRect(option.rect)
        painter.setLayoutDirection(self._view.layoutDirection())
        if line.is_title:
            inner = rect.adjusted(SPACE.m, SPACE.xs, -SPACE.m, 0)
            font, ink = self._theme.font(Type.SMALL_STRONG), self._theme.colour(Ink.MUTED)
            line_of_text(painter, inner, line.text, font, ink)
            return
        if state & QStyle.StateFlag.State_Selected:
            fill = self._theme.colour(Ground.ACCENT_SOFT)
            box(painter, rect.adjusted(SPACE.xs, 0, -SPACE.xs, 0), RADIUS.m, fill)
        self._write(painter, rect.adjusted(SPACE.m, 0, -SPACE.m, 0), line)

    def _write(self, painter: QPainter, rect: QRect, line: Line) -> None:
        theme = self._theme
        lane = Lane(rect, self._view.layoutDirection())
        at = lane.lead(ICON.sidebar, SPACE.m)
        if line.glyph is not None:
            ratio = painter.device().devicePixelRatioF()
            drawn = theme.pixmap(line.glyph, Ink.MUTED, ICON.sidebar, ratio)
            painter.drawPixmap(centred(at, ICON.sidebar, ICON.sidebar), drawn)
        if line.end:
            self._write_end(painter, lane, line)
        rest = lane.rest()
        height = theme.line(Type.BODY) + (theme.line(Type.SMALL) if line.second else 0)
        first = QRect(rest.left(), 0, rest.width(), theme.line(Type.BODY))
        first.moveTop(rest.top() + (rest.height() - height) // 2)
        ink = theme.colour(Ink.TEXT)
        line_of_text(painter, first, apart(line.text), theme.font(Type.BODY_MEDIUM), ink)
        if line.second:
            second = QRect(rest.left(), first.bottom() + 1, rest.width(), theme.line(Type.SMALL))
            faint = theme.colour(Ink.MUTED)
            line_of_text(painter, second, apart(line.second), theme.font(Type.SMALL), faint)

    def _write_end(self, painter: QPainter, lane: Lane, line: Line) -> None:
        theme, text = self._theme, line.end
        if line.is_keys:
            size = cap_size(theme, shown_keys(text))
            at = centred(lane.trail(size.width(), SPACE.m), size.width(), size.height())
            paint_key_cap(painter, at, theme, shown_keys(text))
            return
        font = theme.font(Type.SMALL)
        at = lane.trail(text_width(text, font), SPACE.m)
        line_of_text(painter, at, text, font, theme.colour(Ink.MUTED))


class ResultList(QListView):
    """The lines; a click chooses, keys come from the field."""

    chosen = Signal(object)
    """The ``Line`` that was clicked."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._model = ResultModel(self)
        self.setModel(self._model)
        self.setItemDelegate(ResultDelegate(theme, self))
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.entered.connect(self.setCurrentIndex)
        self.clicked.connect(self._on_clicked)

    @property
    def lines(self) -> Sequence[Line]:
        """What is shown."""
        return self._model.lines

    @property
    def current(self) -> Line | None:
        """The line that Enter chooses."""
        index = self.currentIndex()
        return self.line(index) if index.isValid() else None

    def line(self, index: Index) -> Line:
        """Return the line of a row."""
        return self._model.lines[index.row()]

    def show_lines(self, lines: Sequence[Line], *, keep: bool) -> None:
        """Show other lines; the current one stays if it is there and is to be kept."""
        before = self.current
        self._model.put(lines)
        rows = [row for row, line in enumerate(lines) if not line.is_title]
        same = [row for row in rows if keep and lines[row] == before]
        if rows:
            self.setCurrentIndex(self._model.index((same or rows)[0]))
        if not same:
            self.scrollToTop()

    def step(self, step: int) -> None:
        """Go to the next line, or the one before; round at the ends."""
        rows = [row for row, line in enumerate(self.lines) if not line.is_title]
        if rows:
            at = rows.index(self.currentIndex().row()) + step
            row = rows[at % len(rows)]
            self.setCurrentIndex(self._model.index(row))
            if row == rows[0]:
                self.scrollToTop()  # with its title

    def height_of_all(self) -> int:
        """How high it would have to be to show every line."""
        return sum(self.sizeHintForRow(row) for row in range(self._model.rowCount()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a title chooses nothing and moves nothing."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and not self.line(index).is_title:
            super().mousePressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(self.line(index))
