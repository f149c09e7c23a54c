"""The system's dialogs for files and folders: opened without waiting, begun where one was last."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from creditmate.system.folders import Purpose, folder_for, remember_folder

LEDGER_FILES = "(*.creditmate)"
BACKUP_FILES = "(*.creditmate-backup)"
TABLE_FILES = "(*.csv *.txt *.tsv)"
"""The patterns by which dialogs know our files."""

Chosen = Callable[[Path], object]
"""Given what the user chose; not called if the dialog is left."""


def ask_file(
    over: QWidget, title: str, purpose: Purpose, kinds: Sequence[str], then: Chosen
) -> None:
    """Ask for a file that is there; ``kinds`` are names with patterns."""
    dialog = QFileDialog(over, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(kinds)
    _open(dialog, purpose, lambda path: path.parent, then)


def ask_new_file(  # noqa: PLR0913, PLR0917 - what such a dialog has to be told
    over: QWidget, title: str, purpose: Purpose, kind: str, name: str, then: Chosen
) -> None:
    """Ask for a file to write, under a name to begin with, whose ending it keeps."""
    dialog = QFileDialog(over, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(kind)
    dialog.setDefaultSuffix(Path(name).suffix.lstrip("."))
    _open(dialog, purpose, lambda path: path.parent, then)
    dialog.selectFile(name)


def ask_folder(
    over: QWidget, title: str, purpose: Purpose, then: Chosen, *, accept: str = ""
) -> None:
    """Ask for a folder; ``accept`` is the verb of the button, the system's own if empty."""
    dialog = QFileDialog(over, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    if accept:
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, accept)
    _open(dialog, purpose, lambda path: path, then)


def _open(
    dialog: QFileDialog, purpose: Purpose, folder: Callable[[Path], Path], then: Chosen
) -> None:
    def on_chosen(chosen: str) -> None:
        path = Path(chosen)
        remember_folder(purpose, folder(path))
        then(path)

    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setDirectory(str(folder_for(purpose)))
    dialog.fileSelected.connect(on_chosen)
    dialog.open()
