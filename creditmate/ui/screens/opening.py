"""What is seen while no ledger is open: that one is being opened, or why none is."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from creditmate.i18n.catalogue import words
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SPACE, Ink, Type


class Opening(QWidget):
    """A sentence in the middle of the window, and the way to choose a ledger."""

    ledger_chosen = Signal(Path)

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self._words = words(language)
        _ = self._words.gettext
        middle = Qt.AlignmentFlag.AlignHCenter
        self._said = Paragraph(theme, "", Type.HEADING_PLAIN, Ink.MUTED, middle)
        self.choose = Button(theme, _("Open a ledger…"), Kind.PRIMARY, glyph=Glyph.FOLDER)
        self.choose.clicked.connect(self._on_choose)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE.l)
        layout.addStretch(2)
        layout.addWidget(self._said)
        layout.addWidget(self.choose, 0, middle)
        layout.addStretch(3)

    @property
    def said(self) -> str:
        """What the sentence says."""
        return self._said.text()

    def wait_for(self, path: Path) -> None:
        """Say which ledger is being opened."""
        _ = self._words.gettext
        self._said.set_text(_("Opening {name}").format(name=path.stem), Ink.MUTED)
        self.choose.hide()

    def explain(self, text: str) -> None:
        """Say why no ledger is open, and offer to choose one."""
        self._said.set_text(text, Ink.TEXT)
        self.choose.show()
        self.choose.setFocus()

    def _on_choose(self) -> None:
        _ = self._words.gettext
        dialog = QFileDialog(self, _("Open a ledger"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(_("Ledgers") + " (*.creditmate)")
        dialog.fileSelected.connect(self._on_selected)
        dialog.open()

    def _on_selected(self, path: str) -> None:
        self.ledger_chosen.emit(Path(path))
