"""From a damaged ledger to a whole one: the dialog, the backup's key, the copy kept elsewhere."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from creditmate.domain.errors import UserError
from creditmate.i18n.catalogue import words
from creditmate.services.damage import Lost, copy_elsewhere
from creditmate.services.restoring import Restored
from creditmate.system.folders import Purpose
from creditmate.ui.file_dialogs import BACKUP_FILES, ask_file, ask_folder
from creditmate.ui.queries import Latest
from creditmate.ui.safety.backup_key_dialog import with_key
from creditmate.ui.safety.damage_dialog import DamageDialog
from creditmate.ui.safety.restore_work import Mended, Opened, mended, put, read
from creditmate.ui.safety.restored_words import bare_words
from creditmate.ui.surroundings import Surroundings

if TYPE_CHECKING:
    Exchange = Callable[[Path, Callable[[], Restored], Opened, tuple[Lost, ...] | None], object]
    Leave = Callable[[Callable[[], object]], object]


class Mending(QObject):
    """Lives as long as its dialog; the damaged file is only read until the backup is proved.

    Attributes:
        dialog: What is said, and the choices.
    """

    ledger_wanted = Signal()

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        error: UserError,
        exchange: "Exchange",
        leave_for: "Leave",
    ) -> None:
        self.dialog = DamageDialog(around, window, error)
        super().__init__(self.dialog)
        self._around, self._exchange, self._leave_for = around, exchange, leave_for
        self._ = words(around.language).gettext
        dialog = self.dialog
        dialog.restore_wanted.connect(self._take)
        dialog.file_wanted.connect(self._choose_file)
        dialog.copy_wanted.connect(self._choose_folder)
        dialog.ledger_wanted.connect(self.ledger_wanted)
        keys = around.keys
        self._reading: Latest[Opened] = Latest(keys, self._on_read, self._on_error, self)
        self._mending: Latest[Mended] = Latest(keys, self._on_mended, self._on_error, self)
        self._copying: Latest[Path] = Latest(keys, self._on_copied, self._on_error, self)
        self._opened: Opened | None = None
        self._warned = Path()

    def begin(self) -> None:
        """Open the dialog."""
        self.dialog.begin()

    # ------------------------------------------------------------- the backup
    def _choose_file(self) -> None:
        kinds = [f"{self._('Backups')} {BACKUP_FILES}"]
        title = self._("Choose the backup to open")
        ask_file(self.dialog, title, Purpose.BACKUPS, kinds, self._take)

    def _take(self, backup: Path) -> None:
        self._leave_for(partial(self._read, backup))

    def _read(self, backup: Path) -> None:
        self.dialog.work()
        path = self.dialog.path
        self._reading.ask(partial(read, self._around.program, backup, path))

    def _on_read(self, opened: Opened) -> None:
        self.dialog.rest()
        with_key(self._around, self.dialog, opened, self._mend)

    def _mend(self, opened: Opened) -> None:
        chosen = opened.backup.path
        if opened.is_bare and self._warned != chosen:
            self._warned = chosen
            said = bare_words(self._around.language)
            self.dialog.warn(said, self._("Open it without protection"))
            return
        self.dialog.work()
        self._opened = opened
        self._mending.ask(partial(mended, opened, self.dialog.path))

    def _on_mended(self, ready: Mended) -> None:
        program, path, opened = self._around.program, self.dialog.path, self._opened
        if opened is None:
            return
        self.dialog.accept()
        self._exchange(ready.place, partial(put, program, ready, opened, path), opened, ready.lost)

    # ------------------------------------------------------------- the damaged file
    def _choose_folder(self) -> None:
        title = self._("Where a copy of the damaged file is to lie")
        ask_folder(self.dialog, title, Purpose.LEDGERS, self._copy, accept=self._("Copy it here"))

    def _copy(self, folder: Path) -> None:
        self.dialog.work()
        self._copying.ask(partial(copy_elsewhere, self.dialog.path, folder))

    def _on_copied(self, copy: Path) -> None:
        self.dialog.rest()
        said = self._("Copied: {path}. The file itself is where it was.").format(path=copy)
        self.dialog.tell(said)

    def _on_error(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.dialog.rest(error)
        else:
            self.dialog.rest()
            self._around.desk.failed.emit(error)
