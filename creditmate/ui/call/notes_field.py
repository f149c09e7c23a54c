"""The notes of a call."""

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import number
from creditmate.ui.kit.field import MessageLine
from creditmate.ui.kit.inputs import mark_faulty
from creditmate.ui.kit.text import Text
from creditmate.ui.kit.text_input import TextInput
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SPACE, Ink, Type

_LINES = 2
MOST_LETTERS = 20_000
"""Ten pages: what is pasted beyond that is no note, and would hold the form up."""


class NotesInput(TextInput):
    """Two lines at least, as nobody indents what is said on the phone; more where there is room."""

    too_long = Signal()
    """What was pasted is not taken; whoever copied it still has it."""

    def __init__(self, theme: Theme, name: str, hint: str) -> None:
        super().__init__(theme, name, _LINES)
        self.setPlaceholderText(hint)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take what is pasted or dropped, unless a note would grow too long by it."""
        if self.document().characterCount() + len(source.text()) > MOST_LETTERS:
            self.too_long.emit()
        else:
            super().insertFromMimeData(source)


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
