"""The menu behind the ledger's name: other ledgers, the look, help, the way out."""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from creditmate.disk import is_there
from creditmate.i18n.catalogue import words
from creditmate.system.computer import recent_ledgers
from creditmate.ui.command import Command
from creditmate.ui.look import Look
from creditmate.ui.queries import Latest
from creditmate.ui.shell.commands import Commands
from creditmate.ui.shell.doors import Doors
from creditmate.ui.surroundings import Surroundings


class LedgerMenu(QMenu):
    """Filled anew whenever it is opened; which ledgers are gone is asked in the background."""

    def __init__(self, around: Surroundings, commands: Commands, doors: Doors, look: Look) -> None:
        super().__init__()
        self._words = words(around.language)
        self._commands, self._doors, self._look = commands, doors, look
        self._ledgers: dict[Path, QAction] = {}
        self._gone: Latest[Collection[Path]] = Latest(
            around.desk, self._mark, around.desk.failed.emit, self
        )
        self.setTitle(self._words.gettext("Ledger"))
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        _ = self._words.gettext
        self.clear()
        self._add_recent(recent_ledgers())
        for command in self._commands.ledgers():
            self._add(self, command)
        self.addSeparator()
        self._add_choice(_("Colours"), self._look.colours(), self._look.appearance)
        self._add_choice(_("Text size"), self._look.sizes(), self._look.text_size)
        self.addSeparator()
        for command in self._commands.helps():
            self._add(self, command)
        self.addSeparator()
        if self._doors.ledger() is not None:
            self._add(self, self._commands.lock())
        self._add(self, self._commands.leave())

    def _add_recent(self, paths: Sequence[Path]) -> None:
        self._ledgers = {}
        for path in paths:
            action = self.addAction(_safe(path.stem))
            action.setToolTip(str(path))
            action.setCheckable(True)
            action.setChecked(path == self._doors.ledger())
            open_it = partial(self._doors.open_ledger, path)
            action.triggered.connect(_without_arguments(open_it))
            self._ledgers[path] = action
        if paths:
            self.addSeparator()
            self._gone.ask(lambda: [path for path in paths if not is_there(path)])

    def _mark(self, gone: Collection[Path]) -> None:
        """Say which ledgers are not where they were."""
        _ = self._words.gettext
        for path in gone:
            action = self._ledgers[path]
            action.setText(_("{name} (not found)").format(name=_safe(path.stem)))
            action.setEnabled(False)

    def _add(self, menu: QMenu, command: Command) -> QAction:
        action = menu.addAction(_safe(command.title))
        if command.keys:
            # shown only: the shortcut itself belongs to the window, and two would be ambiguous
            keys = QKeySequence(command.keys).toString(QKeySequence.SequenceFormat.NativeText)
            action.setText(f"{_safe(command.title)}\t{keys}")
        action.triggered.connect(_without_arguments(command.act))
        return action

    def _add_choice(
        self, title: str, commands: Sequence[tuple[object, Command]], now: object
    ) -> None:
        menu = self.addMenu(_safe(title))
        group = QActionGroup(menu)
        for value, command in commands:
            action = self._add(menu, command)
            action.setCheckable(True)
            action.setChecked(value == now)
            group.addAction(action)


def _safe(text: str) -> str:
    """A text of the user's as Qt takes it in a menu, where ``&`` would underline."""
    return text.replace("&", "&&")


def _without_arguments(act: Callable[[], object]) -> Callable[[bool], object]:
    def triggered(_checked: bool) -> object:
        return act()

    return triggered
