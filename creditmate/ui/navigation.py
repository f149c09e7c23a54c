"""The side of the window: whose ledger is open, find or do, the places, and help."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from creditmate.i18n.catalogue import words
from creditmate.ui.kit.margins import keep_clear
from creditmate.ui.kit.panel import Upright
from creditmate.ui.kit.side_buttons import FindButton, LedgerSwitch, SideButton
from creditmate.ui.kit.sidebar import NavEntry, Sidebar
from creditmate.ui.shell.keys import WINDOW, Deed
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SIZES, SPACE, Ground

if TYPE_CHECKING:
    from creditmate.domain.rows import BusinessRow

SETTINGS = "settings"
"""The key of the place that has a button at the foot instead of a line."""


class Navigation(QWidget):
    """The business over the list of places; a rail of icons in a narrow window.

    Attributes:
        switch: The business's name, which opens the menu.
    """

    chosen = Signal(str)
    menu_wanted = Signal()
    find_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self._words = words(language)
        _ = self._words.gettext
        self.setProperty("ground", Ground.WINDOW.value)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.switch = LedgerSwitch(theme, _("No ledger"), "", _keys(Deed.MENU))
        self.finder = FindButton(theme, Glyph.SEARCH, _("Find or do"), _keys(Deed.FIND))
        self.places = Sidebar(theme, _("Places"))
        self.help = SideButton(theme, Glyph.HELP, _("Help"), _keys(Deed.HELP))
        self.settings = SideButton(theme, Glyph.SETTINGS, _("Settings"), _keys(Deed.SETTINGS))
        self._buttons = (self.switch, self.finder, self.help, self.settings)
        self.places.chosen.connect(self.chosen)
        self.switch.clicked.connect(self.menu_wanted)
        self.finder.clicked.connect(self.find_wanted)
        self.help.clicked.connect(self.help_wanted)
        self.settings.clicked.connect(partial(self.chosen.emit, SETTINGS))
        self._lay_out()
        self.become_rail(is_rail=False)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        column = QVBoxLayout()
        keep_clear(column, SPACE.s, SPACE.s, SPACE.s - SIZES.hairline, SPACE.s)
        column.setSpacing(0)
        row.addLayout(column)
        row.addWidget(Upright())
        column.addWidget(self.switch)
        column.addSpacing(SPACE.s)
        column.addWidget(self.finder)
        column.addSpacing(SPACE.m)
        column.addWidget(self.places, 1)
        column.addWidget(self.help)
        column.addWidget(self.settings)

    def show_ledger(self, business: "BusinessRow") -> None:
        """Show whose ledger is open; its places follow."""
        _ = self._words.gettext
        kind = _("Sample ledger") if business.sample else _("Ledger")
        self.switch.show_as(business.name, kind)
        for of_ledger in (self.finder, self.settings):
            of_ledger.setEnabled(True)

    def await_ledger(self, name: str) -> None:
        """A ledger with this file name is being opened: whose it is is not known yet."""
        self.switch.show_as(name, self._words.gettext("Ledger"))

    def show_lines(self, entries: Sequence[NavEntry]) -> None:
        """Show the places there are, with what waits in them."""
        self.places.show_entries(entries)

    def clear(self) -> None:
        """No ledger is open: nobody's name, and nowhere to go."""
        self.switch.show_as(self._words.gettext("No ledger"), "")
        for of_ledger in (self.finder, self.settings):
            of_ledger.setEnabled(False)
        self.places.show_entries(())

    def choose(self, key: str) -> None:
        """Mark the place that is shown."""
        self.places.choose(key)
        self.settings.mark(is_shown=key == SETTINGS)

    def become_rail(self, *, is_rail: bool) -> None:
        """Show icons alone, or icons with names."""
        self.places.become_rail(is_rail)
        for button in self._buttons:
            button.become_rail(is_rail=is_rail)
        self.setFixedWidth(SIZES.rail if is_rail else SIZES.sidebar)


def _keys(deed: Deed) -> str:
    return WINDOW[deed].keys[0]
