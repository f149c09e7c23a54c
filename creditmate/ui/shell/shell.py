"""The window's own deeds: its keys, its menu, Find or do, help and what it is made of."""

import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow, QWidget

from creditmate.i18n.catalogue import words
from creditmate.system.ledger_names import SUFFIX
from creditmate.ui.command import Command
from creditmate.ui.places import lines
from creditmate.ui.search.popup import SearchPopup
from creditmate.ui.shell.commands import Commands
from creditmate.ui.shell.doors import Doors
from creditmate.ui.shell.keys import Deed, make_shortcuts
from creditmate.ui.shell.look import Look
from creditmate.ui.shell.menu import LedgerMenu
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.wishes import GoBack, OpenPlace, Wish

# what is seldom opened is loaded when it is: the window is there sooner
if TYPE_CHECKING:
    from creditmate.ui.shell.guide import Guide


class Shell(QObject):
    """Belongs to one window.

    Attributes:
        search: Find or do.
        menu: Behind the ledger's name; on a Mac in the system's bar as well.
        guide: Help, once it was asked for.
    """

    def __init__(
        self,
        window: QMainWindow,
        around: Surroundings,
        doors: Doors,
        areas: tuple[Callable[[], object], Callable[[], object]],
    ) -> None:
        super().__init__(window)
        self._window, self._around, self._doors = window, around, doors
        self._words = words(around.language)
        acts = self._acts(areas)
        look = Look(around)
        self.commands = Commands(around, doors, acts, look)
        self.menu = LedgerMenu(around, self.commands, doors, look)
        self.search = SearchPopup(around, self.commands.offer, window)
        self.guide: Guide | None = None
        self._below: QWidget | None = None
        self.search.chosen.connect(self._on_chosen)
        make_shortcuts(window, acts, [partial(doors.fulfil, OpenPlace(p.key)) for p in lines()])
        if sys.platform == "darwin":
            window.menuBar().addMenu(self.menu)

    def _acts(
        self, areas: tuple[Callable[[], object], Callable[[], object]]
    ) -> Mapping[Deed, Callable[[], object]]:
        next_area, area_before = areas
        return {
            Deed.FIND: self.find,
            Deed.NEXT_AREA: next_area,
            Deed.AREA_BEFORE: area_before,
            Deed.BACK: lambda: self._doors.fulfil(GoBack()),
            Deed.MENU: self.open_menu,
            Deed.OPEN: self.choose_ledger,
            Deed.HELP: self.help,
            Deed.KEYS: self.show_keys,
            Deed.ABOUT: self.about,
            Deed.QUIT: self._doors.quit,
        }

    def hang_menu_below(self, widget: QWidget) -> None:
        """Open the menu below this widget, where there is one to be seen."""
        self._below = widget

    # ------------------------------------------------------------- deeds
    def find(self) -> None:
        """Open Find or do; it is of no use without a ledger."""
        if self._doors.ledger() is not None:
            self.search.open_up()

    def open_menu(self) -> None:
        """Open the menu where its button is, else in the window's corner."""
        below = self._below
        if below is not None and below.isVisible():
            at = below.mapToGlobal(QPoint(0, below.height()))
        else:
            at = self._window.mapToGlobal(QPoint(0, 0))
        self.menu.popup(at)

    def choose_ledger(self) -> None:
        """Ask which ledger to open."""
        _ = self._words.gettext
        dialog = QFileDialog(self._window, _("Open a ledger"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(_("Ledgers") + f" (*{SUFFIX})")
        dialog.fileSelected.connect(lambda path: self._doors.open_ledger(Path(path)))
        dialog.open()

    def help(self) -> None:
        """Show the guide at the part for this place."""
        if self.guide is None:
            from creditmate.ui.shell.guide import Guide  # noqa: PLC0415 - see the top

            self.guide = Guide(self._around, self._window)
        self.guide.show_part(self._doors.place())

    def show_keys(self) -> None:
        """Show the keys that work here."""
        from creditmate.ui.shell.keys_sheet import KeysSheet  # noqa: PLC0415 - see the top

        sheet = KeysSheet(self._around, self._doors.place(), self._window)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()

    def about(self) -> None:
        """Show what the program is made of."""
        from creditmate.ui.shell.about import About  # noqa: PLC0415 - see the top

        about = About(self._around, QApplication.applicationDisplayName(), self._window)
        about.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        about.open()

    def _on_chosen(self, chosen: Wish | Command) -> None:
        if isinstance(chosen, Command):
            chosen.act()
        else:
            self._doors.fulfil(chosen)
