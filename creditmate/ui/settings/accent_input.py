"""The colour of the letterhead: typed, or chosen in the system's own dialog."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import QColorDialog, QLineEdit

from creditmate.i18n.catalogue import words
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import ICON


class AccentInput(LineInput):
    """A swatch of the colour before its code; a click on it, or Alt and Down, offers others."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.theme, "")
        self._ = words(around.language).gettext
        self._swatch = self.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        self._swatch.setToolTip(self._("Choose a colour (Alt and Down)"))
        self._swatch.triggered.connect(self.choose)
        self.textChanged.connect(self._show_colour)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and Down opens the choice, as in a combo box."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and event.key() == Qt.Key.Key_Down:
            self.choose()
        else:
            super().keyPressEvent(event)

    def choose(self) -> None:
        """Offer every colour there is."""
        dialog = QColorDialog(QColor(self.text()), self)
        dialog.setWindowTitle(self._("Colour of the letterhead"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(self._take)
        dialog.open()

    def _take(self, colour: QColor) -> None:
        self.setText(colour.name().upper())

    def _show_colour(self, text: str) -> None:
        colour = QColor(text)
        drawn = QPixmap(ICON.button, ICON.button)
        drawn.fill(colour if colour.isValid() else Qt.GlobalColor.transparent)
        self._swatch.setIcon(QIcon(drawn))
