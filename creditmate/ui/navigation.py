"""The side of the window: whose ledger is open, and the places one can go to."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from creditmate.domain.rows import BusinessRow
from creditmate.i18n.catalogue import words
from creditmate.ui.kit.elided import Elided
from creditmate.ui.kit.portrait import Portrait
from creditmate.ui.kit.sidebar import NavEntry, Sidebar
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SIZES, SPACE, Ground, Ink, Type


class Navigation(QWidget):
    """The business's name and initials over the list of places; a rail in a narrow window."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self._theme, self._language = theme, language
        _ = words(language).gettext
        self.setProperty("ground", Ground.WINDOW.value)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.places = Sidebar(theme, _("Places"))
        self.places.chosen.connect(self.chosen)
        self._business = QWidget()
        self._business.setFixedHeight(SIZES.page_head)
        self._head = QHBoxLayout(self._business)
        self._head.setContentsMargins(SPACE.s, 0, 0, 0)
        self._head.setSpacing(SPACE.s)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.s, 0, SPACE.s, SPACE.s)
        column.setSpacing(0)
        column.addWidget(self._business)
        column.addWidget(self.places, 1)
        self._names: list[QWidget] = []
        self.become_rail(is_rail=False)

    def show_ledger(self, business: BusinessRow) -> None:
        """Show whose ledger is open; its places follow."""
        self.clear()
        _ = words(self._language).gettext
        self._head.addWidget(Portrait(self._theme, business.name))
        kind = _("Sample ledger") if business.sample else _("Ledger")
        column = QVBoxLayout()
        column.setSpacing(0)
        self._names = [
            Elided(self._theme, business.name, Type.BODY_STRONG),
            Elided(self._theme, kind, Type.SMALL, Ink.MUTED),
        ]
        for text in self._names:
            column.addWidget(text)
        column.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._head.addLayout(column, 1)
        self.become_rail(is_rail=self.places.is_rail)

    def show_lines(self, entries: Sequence[NavEntry]) -> None:
        """Show the places there are, with what waits in them."""
        self.places.show_entries(entries)

    def clear(self) -> None:
        """No ledger is open: nobody's name, and nowhere to go."""
        for widget in self._business.findChildren(QWidget):
            widget.deleteLater()
        while self._head.count():
            self._head.takeAt(0)
        self._names = []
        self.places.show_entries(())

    def choose(self, key: str) -> None:
        """Mark the place that is shown."""
        self.places.choose(key)

    def become_rail(self, *, is_rail: bool) -> None:
        """Show icons alone, or icons with names."""
        self.places.become_rail(is_rail)
        self.setFixedWidth(SIZES.rail if is_rail else SIZES.sidebar)
        for name in self._names:
            name.setVisible(not is_rail)
        inset = (SIZES.rail - 2 * SPACE.s - SIZES.portrait) // 2 if is_rail else SPACE.s
        self._head.setContentsMargins(inset, 0, 0, 0)
