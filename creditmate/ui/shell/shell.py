"""The window's own deeds: its keys, its menu, Find or do, help and what it is made of."""

import sys
from collections.abc import Callable, Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from creditmate.i18n.catalogue import words
from creditmate.ui.places import numbered
from creditmate.ui.shell.doors import Doors
from creditmate.ui.shell.keys import Deed, make_shortcuts
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.wishes import GoBack, OpenPlace, OpenSettings, Wish

# what is seldom opened is loaded when it is: the window is there sooner
if TYPE_CHECKING:
    from creditmate.ui.command import Command
    from creditmate.ui.look import Look
    from creditmate.ui.search.popup import SearchPopup
    from creditmate.ui.shell.commands import Commands
    from creditmate.ui.shell.guide import Guide
    from creditmate.ui.shell.menu import LedgerMenu


class Shell(QObject):
    """Belongs to one window.

    Attributes:
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
        self._acts = self._deeds(areas)
        self.guide: Guide | None = None
        self._below: QWidget | None = None
        self._resting, self._opening = make_shortcuts(
            window, self._acts, [partial(doors.fulfil, OpenPlace(p.key)) for p in numbered()]
        )
        if sys.platform == "darwin":
            window.menuBar().addMenu(self.menu)

    def _deeds(
        self, areas: tuple[Callable[[], object], Callable[[], object]]
    ) -> Mapping[Deed, Callable[[], object]]:
        next_area, area_before = areas
        return {
            Deed.FIND: self.find,
            Deed.THEY_CALLED: self.they_called,
            Deed.NEXT_AREA: next_area,
            Deed.AREA_BEFORE: area_before,
            Deed.BACK: lambda: self._doors.fulfil(GoBack()),
            Deed.MENU: self.open_menu,
            Deed.OPEN: self.choose_ledger,
            Deed.SETTINGS: lambda: self._doors.fulfil(OpenSettings()),
            Deed.WORKING_AS: self._doors.who,
            Deed.LOCK: self._doors.lock,
            Deed.HELP: self.help,
            Deed.KEYS: self.show_keys,
            Deed.ABOUT: self.about,
            Deed.QUIT: self._doors.quit,
        }

    def rest(self, resting: bool) -> None:
        """Do nothing of the ledger, or do all again: the window is covered, or is no more."""
        for shortcut in self._resting:
            shortcut.setEnabled(not resting)
        if sys.platform == "darwin":
            self.menu.setEnabled(not resting)

    def hush(self, hushed: bool) -> None:
        """Open no window of its own either, or do so again: nothing lies over the lock."""
        for shortcut in self._opening:
            shortcut.setEnabled(not hushed)

    # ------------------------------------------------------------- made when first opened
    @cached_property
    def _look(self) -> "Look":
        from creditmate.ui.look import Look  # noqa: PLC0415 - see the top

        return Look(self._around)

    @cached_property
    def commands(self) -> "Commands":
        """Everything the window can do."""
        from creditmate.ui.shell.commands import Commands  # noqa: PLC0415 - see the top

        return Commands(self._around, self._doors, self._acts, self._look)

    @cached_property
    def menu(self) -> "LedgerMenu":
        """Behind the ledger's name; on a Mac in the system's bar as well."""
        from creditmate.ui.shell.menu import LedgerMenu  # noqa: PLC0415 - see the top

        return LedgerMenu(self._around, self.commands, self._doors, self._look)

    @cached_property
    def search(self) -> "SearchPopup":
        """Find or do."""
        from creditmate.ui.search.popup import SearchPopup  # noqa: PLC0415 - see the top

        search = SearchPopup(self._around, self.commands.offer, self._window)
        search.chosen.connect(self._on_chosen)
        return search

    def hang_menu_below(self, widget: QWidget) -> None:
        """Open the menu below this widget, where there is one to be seen."""
        self._below = widget

    # ------------------------------------------------------------- deeds
    def find(self) -> None:
        """Open Find or do; it is of no use without a ledger."""
        if self._doors.ledger() is not None:
            self.search.open_up()

    def they_called(self) -> None:
        """Open a note of a call that came in, whoever it is."""
        if self._doors.ledger() is None:
            return
        from creditmate.ui.incoming.they_called import TheyCalled  # noqa: PLC0415 - see the top

        note = TheyCalled(self._around, self._window)
        note.wanted.connect(self._doors.fulfil)
        note.told.connect(self._doors.tell)

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
        from creditmate.system.folders import Purpose  # noqa: PLC0415 - see the top
        from creditmate.ui.file_dialogs import LEDGER_FILES, ask_file  # noqa: PLC0415

        _ = self._words.gettext
        kinds = [f"{_('Ledgers')} {LEDGER_FILES}"]
        title = _("Open a ledger")
        ask_file(self._window, title, Purpose.LEDGERS, kinds, self._doors.open_ledger)

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

    def _on_chosen(self, chosen: "Wish | Command") -> None:
        if isinstance(chosen, Wish):
            self._doors.fulfil(chosen)
        else:
            chosen.act()
