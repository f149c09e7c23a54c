"""The rows of a work list as Qt's views want them."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from creditmate.ui.kit.work_line import Row, WorkLine

Index = QModelIndex | QPersistentModelIndex

_TEXTS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class WorkModel(QAbstractListModel):
    """The rows, in order."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()

    def put(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """One for each row."""
        return len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only lines can be chosen."""
        if isinstance(self.rows[index.row()], WorkLine):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The whole line as one text."""
        return self.rows[index.row()].said if role in _TEXTS else None

    def place_of(self, key: str) -> int | None:
        """Return where the line with a key stands."""
        keys = (row.key if isinstance(row, WorkLine) else None for row in self.rows)
        return next((place for place, found in enumerate(keys) if found == key), None)
