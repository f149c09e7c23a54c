"""Files of this computer that were chosen to be kept: a line for each, and a button for more."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.i18n.catalogue import words
from creditmate.system.folders import Purpose
from creditmate.ui.file_dialogs import ask_file
from creditmate.ui.kit.button import Button, IconButton, Kind
from creditmate.ui.kit.elided import Elided
from creditmate.ui.kit.glyph_label import GlyphLabel
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import ICON, SPACE, Ink


class ChosenFiles(QWidget):
    """Only chosen here: they are read and kept when what they belong to is saved.

    Attributes:
        paths: What was chosen.
        attach: Asks for one.
    """

    told_anew = Signal()
    """Another one was chosen, or one taken out."""

    def __init__(self, theme: Theme, language: str, verb: str, *, most: int = 0) -> None:
        """Make it; ``most`` is how many there may be, 0 without end."""
        super().__init__()
        self._theme, self._most = theme, most
        self._ = words(language).gettext
        self.paths: list[Path] = []
        self.attach = Button(theme, verb, glyph=Glyph.ATTACH)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(SPACE.xs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        column.addLayout(self._lines)
        column.addWidget(self.attach, 0, Qt.AlignmentFlag.AlignLeading)
        self.attach.clicked.connect(self._on_attach)

    def show_paths(self, paths: Iterable[Path]) -> None:
        """Show what was chosen before."""
        self.paths = list(paths)
        self._show()

    def take(self, path: Path) -> None:
        """Take a file; the same one is not taken twice."""
        if path not in self.paths:
            self.show_paths([*self.paths, path])
            self.told_anew.emit()

    def _on_attach(self) -> None:
        kinds = [self._("All files {pattern}").format(pattern="(*)")]
        ask_file(self.window(), self._("Attach a file"), Purpose.ATTACHMENTS, kinds, self.take)

    def _take_out(self, path: Path) -> None:
        self.show_paths(one for one in self.paths if one != path)
        self.attach.setFocus()
        self.told_anew.emit()

    def _show(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (line := item.widget()) is not None:
                line.hide()
                line.deleteLater()
        for path in self.paths:
            self._lines.addWidget(self._line(path, partial(self._take_out, path)))
        self.attach.setVisible(not self._most or len(self.paths) < self._most)

    def _line(self, path: Path, take_out: Callable[[], object]) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.xs)
        row.addWidget(GlyphLabel(self._theme, Glyph.ATTACH, Ink.ACCENT, ICON.small))
        row.addWidget(Elided(self._theme, path.name), 1)
        name = self._("Take {name} out").format(name=path.name)
        away = IconButton(self._theme, Glyph.CLOSE, name, Kind.QUIET, small=True)
        away.clicked.connect(take_out)
        row.addWidget(away)
        return line
