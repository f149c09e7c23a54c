"""The list of a place's sections, where reading begins; up and down choose."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SIZES, SPACE, Type

_KEY = int(Qt.ItemDataRole.UserRole)


class SectionList(QListWidget):
    """Titles by their keys; one may be marked, which is read out as well."""

    chosen = Signal(str)
    """The key of the section that the user wants."""

    def __init__(self, theme: Theme, name: str, sections: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        for key, title in sections:
            item = QListWidgetItem(title)
            item.setData(_KEY, key)
            item.setToolTip(title)
            self.addItem(item)
        self._titles = dict(sections)
        self._renew()
        theme.changed.connect(self._renew)
        self.currentItemChanged.connect(self._on_current)

    @property
    def key(self) -> str:
        """The key of the section that is chosen."""
        item = self.currentItem()
        return "" if item is None else str(item.data(_KEY))

    def choose(self, key: str) -> None:
        """Mark a section as the one shown, without telling anybody."""
        self.blockSignals(True)
        for row in range(self.count()):
            if self.item(row).data(_KEY) == key:
                self.setCurrentRow(row)
        self.blockSignals(False)

    def mark(self, key: str, what: str) -> None:
        """Put a dot behind a title, and say ``what`` it means; nothing takes the dot away."""
        for row in range(self.count()):
            item = self.item(row)
            if item.data(_KEY) == key:
                title = self._titles[key]
                item.setText(f"{title} •" if what else title)
                said = f"{title}, {what}" if what else title
                item.setToolTip(said)
                item.setData(int(Qt.ItemDataRole.AccessibleTextRole), said)

    def _on_current(self) -> None:
        if self.key:
            self.chosen.emit(self.key)

    def _renew(self) -> None:
        self.setFont(self._theme.font(Type.BODY_MEDIUM))
        high = max(SIZES.nav_line, self._theme.line(Type.BODY) + SPACE.s)
        for row in range(self.count()):
            self.item(row).setSizeHint(QSize(0, high))
