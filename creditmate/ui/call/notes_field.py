"""The notes of a call."""

from PySide6.QtCore import QMimeData, QSignalBlocker, QSize, Signal
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import number
from creditmate.ui.kit.field import MessageLine
from creditmate.ui.kit.inputs import mark_faulty
from creditmate.ui.kit.text import Text
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type

MOST_LETTERS = 20_000
"""Ten pages: what is pasted beyond that is no note, and would hold the form up."""


class NotesInput(QTextEdit):
    """Several lines of plain text; Tab leaves, as nobody indents what is said on the phone.

    Not a ``QPlainTextEdit``, whose lines stand no further apart than the font wants.
    """

    too_long = Signal()
    """What was pasted is not taken; whoever copied it still has it."""

    def __init__(self, theme: Theme, name: str, hint: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._renew()
        theme.changed.connect(self._renew)

    def sizeHint(self) -> QSize:
        """Two lines at least; more where there is room."""
        height = 2 * self._theme.line(Type.BODY) + SPACE.l + SPACE.xs
        return QSize(SIZES.empty_text, height)

    def minimumSizeHint(self) -> QSize:
        """Two lines."""
        return QSize(0, self.sizeHint().height())

    def setPlainText(self, text: str) -> None:
        """Show another text, its lines at the design's distance as well."""
        super().setPlainText(text)
        self._set_pitch()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take what is pasted or dropped, unless a note would grow too long by it."""
        if self.document().characterCount() + len(source.text()) > MOST_LETTERS:
            self.too_long.emit()
        else:
            super().insertFromMimeData(source)

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


class NotesField(QWidget):
    """Label and input."""

    edited = Signal()

    def __init__(self, theme: Theme, language: str, locale: str) -> None:
        super().__init__()
        _ = words(language).gettext
        self._locale = locale
        hint = _("What was said. Write as if they will read it.")
        self.input = NotesInput(theme, _("Notes"), hint)
        self._message = MessageLine(theme)
        self._message.hide()
        title = Text(theme, _("Notes"), Type.SMALL_MEDIUM, Ink.MUTED)
        title.setBuddy(self.input)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        column.addWidget(title)
        column.addWidget(self.input, 1)
        column.addWidget(self._message)
        self._long_words = _(
            "That is too long for a note, and was not pasted: {count} letters at most."
        )
        self.input.textChanged.connect(self.edited)
        self.input.too_long.connect(self._on_too_long)

    def refuse(self, problem: str) -> None:
        """Say below what is missing."""
        self._message.say(Glyph.ALERT, Ink.DANGER, problem, "")
        self._message.show()
        mark_faulty(self.input, True)
        self.input.setAccessibleDescription(problem)

    def _on_too_long(self) -> None:
        self.refuse(self._long_words.format(count=number(MOST_LETTERS, self._locale)))

    def clear(self) -> None:
        """Say nothing below."""
        self._message.hide()
        mark_faulty(self.input, False)
        self.input.setAccessibleDescription("")
