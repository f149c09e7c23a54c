"""The places of the window, one line each; up and down choose, F6 leaves."""

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
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from creditmate.domain.frozen import Frozen
from creditmate.ui.kit.paint import Lane, box, centred, line_of_text, text_width
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import ICON, RADIUS, SIZES, SPACE, Ground, Ink, Type

Index = QModelIndex | QPersistentModelIndex


class NavEntry(Frozen):
    """A place: a key for the program, an icon, its name, what waits there.

    ``begins_group`` puts a gap above it.
    """

    key: str
    glyph: Glyph
    label: str
    count: str = ""
    begins_group: bool = False


class NavModel(QAbstractListModel):
    """The entries, in order."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: Sequence[NavEntry] = ()

    def put(self, entries: Sequence[NavEntry]) -> None:
        """Show other entries."""
        self.beginResetModel()
        self.entries = tuple(entries)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """One row for each entry."""
        return len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name, also for tool tips of the rail, and with the count for the screen reader."""
        entry = self.entries[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return entry.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{entry.label} {entry.count}".strip()
        return None


class NavDelegate(QStyledItemDelegate):
    """Draws a line: icon, name, count; on the rail the icon alone."""

    def __init__(self, theme: Theme, view: "Sidebar") -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """A line, and a gap above one that begins a group."""
        height = max(SIZES.nav_line, self._theme.line(Type.BODY) + SPACE.m)
        return QSize(0, height + (SIZES.nav_gap if self._view.entry(index).begins_group else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the line in its state."""
        entry, state = self._view.entry(index), option.state
        rect = QRect(option.rect)
        rect.setTop(rect.top() + (SIZES.nav_gap if entry.begins_group else 0))
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            ground = Ground.ACCENT_SOFT if selected else Ground.HOVER
            box(painter, rect, RADIUS.m, self._theme.colour(ground))
        self._write(painter, rect, entry, selected)

    def _write(self, painter: QPainter, rect: QRect, entry: NavEntry, selected: bool) -> None:
        theme, size = self._theme, ICON.sidebar
        ink = Ink.ACCENT if selected else Ink.MUTED
        drawn = theme.pixmap(entry.glyph, ink, size, painter.device().devicePixelRatioF())
        if self._view.is_rail:
            painter.drawPixmap(centred(rect, size, size), drawn)
            return
        lane = Lane(rect.adjusted(SPACE.s, 0, -SPACE.s, 0), self._view.layoutDirection())
        icon_to_text = SIZES.nav_text - SPACE.s - SPACE.s - size
        painter.drawPixmap(centred(lane.lead(size, icon_to_text), size, size), drawn)
        if entry.count:
            font = theme.font(Type.SMALL)
            count_ink = theme.colour(Ink.ACCENT if selected else Ink.FAINT)
            at = lane.trail(text_width(entry.count, font))
            line_of_text(painter, at, entry.count, font, count_ink)
        font = theme.font(Type.BODY_STRONG if selected else Type.BODY_MEDIUM)
        line_of_text(painter, lane.rest(), entry.label, font, theme.colour(ink))


class Sidebar(QListView):
    """A list of places. The chosen one is where the window is."""

    chosen = Signal(str)
    """The key of the place that the user wants."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._model = NavModel(self)
        self.is_rail = False
        self.setAccessibleName(name)
        self.setModel(self._model)
        self.setItemDelegate(NavDelegate(theme, self))
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._on_current)
        theme.changed.connect(self._renew)

    def entry(self, index: Index) -> NavEntry:
        """Return the entry of a line."""
        return self._model.entries[index.row()]

    def show_entries(self, entries: Sequence[NavEntry]) -> None:
        """Show other places or counts; the chosen one stays chosen if it is still there."""
        current = self.currentIndex()
        key = self.entry(current).key if current.isValid() else ""
        self._model.put(entries)
        self.choose(key)

    def choose(self, key: str) -> None:
        """Mark a place as the one shown, without telling anybody; none if it has no line."""
        before = self.currentIndex()
        self.selectionModel().blockSignals(True)
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())
        for row, entry in enumerate(self._model.entries):
            if entry.key == key:
                self.setCurrentIndex(self._model.index(row))
        self.selectionModel().blockSignals(False)
        for changed in (before, self.currentIndex()):
            self.update(changed)

    def become_rail(self, is_rail: bool) -> None:
        """Show icons alone, with tool tips, or icons with names."""
        self.is_rail = is_rail
        self._renew()

    def sizeHint(self) -> QSize:
        """As wide as the design has it, as high as its lines."""
        rows = range(self._model.rowCount())
        height = sum(self.sizeHintForRow(row) for row in rows)
        width = SIZES.rail if self.is_rail else SIZES.sidebar
        return QSize(width - 2 * SPACE.s, height)

    def _on_current(self, current: Index) -> None:
        if current.isValid():
            self.chosen.emit(self.entry(current).key)

    def _renew(self) -> None:
        self.updateGeometry()
        self.scheduleDelayedItemsLayout()  # which paints everything
