"""Several lines of plain text; Tab leaves, as in every other field."""

from PySide6.QtCore import QSignalBlocker, QSize
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QTextEdit

from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SPACE, Type


class TextInput(QTextEdit):
    """So many lines high; more of them scroll.

    Not a ``QPlainTextEdit``, whose lines stand no further apart than the font wants.
    """

    def __init__(self, theme: Theme, name: str, lines: int) -> None:
        super().__init__()
        self._theme, self._lines = theme, lines
        self.setAccessibleName(name)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._renew()
        theme.changed.connect(self._renew)

    def sizeHint(self) -> QSize:
        """Its lines and the air round them."""
        return QSize(0, self._lines * self._theme.line(Type.BODY) + SPACE.l + SPACE.xs)

    def minimumSizeHint(self) -> QSize:
        """No fewer lines."""
        return self.sizeHint()

    def setPlainText(self, text: str) -> None:
        """Show another text, its lines at the design's distance as well."""
        super().setPlainText(text)
        self._set_pitch()

    def _set_pitch(self) -> None:
        """Set the distance of the lines; those typed later take it from those before."""
        pitch, whole = QTextBlockFormat(), QTextCursor(self.document())
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight
        pitch.setLineHeight(self._theme.line(Type.BODY), fixed.value)
        with QSignalBlocker(self):  # nothing was typed
            whole.select(QTextCursor.SelectionType.Document)
            whole.mergeBlockFormat(pitch)
        self.document().clearUndoRedoStacks()

    def _renew(self) -> None:
        self.setFont(self._theme.font(Type.BODY))
        self._set_pitch()
        self.updateGeometry()
