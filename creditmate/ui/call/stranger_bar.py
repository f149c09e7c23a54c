"""That whoever is on the line is not on file, and the tick that the account may be discussed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from creditmate.i18n.bidi import isolated
from creditmate.i18n.catalogue import words
from creditmate.ui.kit.check_row import CheckRow
from creditmate.ui.kit.glyph_label import GlyphLabel
from creditmate.ui.kit.paint import box
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import ICON, RADIUS, SPACE, Ground, Ink, Type


class StrangerBar(QWidget):
    """Stands above the form while a name is typed there that nobody on file has.

    What is ticked is said of that name only: another one has to be said anew.
    """

    edited = Signal()

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self._theme, self._name = theme, ""
        _ = words(language).gettext
        self._words = _("{name} is not on file here: only your name and number.")
        self._told = Paragraph(theme, "", Type.BODY)
        self.may = CheckRow(theme, _("They may discuss the account"))
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.m, SPACE.m + SPACE.s, SPACE.m, SPACE.s)
        row.setSpacing(SPACE.m)
        info = GlyphLabel(theme, Glyph.ALERT, Ink.WARNING, ICON.button)
        row.addWidget(info, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._told, 1)
        row.addWidget(self.may)
        self.may.toggled.connect(self.edited)
        theme.changed.connect(self.update)
        self.hide()

    @property
    def is_said(self) -> bool:
        """Whether it was said that the account may be discussed with them."""
        return not self.isHidden() and self.may.isChecked()

    def know(self, name: str, *, stranger: bool, may: bool = False) -> None:
        """Know who is on the line, and whether it was said of them before."""
        name = name.strip()
        if may or name != self._name:
            self.may.blockSignals(True)
            self.may.setChecked(may)
            self.may.blockSignals(False)
        self._name = name
        said = self._words.format(name=isolated(name)) if stranger else ""
        self._told.set_text(said)
        self.setAccessibleName(said)
        self.setVisible(stranger)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, clear of what stands above."""
        room = self.rect().adjusted(0, SPACE.m, 0, 0)
        box(QPainter(self), room, RADIUS.m, self._theme.colour(Ground.SUNKEN))
