"""What the visit is for, in the words the customer reads, and a gentle look at them."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.ui.kit.glyph_label import GlyphLabel
from creditmate.ui.kit.text import Paragraph, Text
from creditmate.ui.kit.text_input import TextInput
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import ICON, SPACE, Ink, Type

_LINES = 2
_TYPED = Qt.FocusPolicy.StrongFocus
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Looked(NamedTuple):
    """What was found: nothing to think of, or what to think of."""

    well: bool
    says: str


class PurposeInput(TextInput):
    """Says when it is left; Enter does not break the sentence: it tells it, and does the verb."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that it is left, unless only a menu opens over it."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One sentence has one line, however long it is; Enter goes on to what it stands in."""
        if event.key() in _ENTER:
            self.left.emit()
            event.ignore()
            return
        super().keyPressEvent(event)


class PurposeBox(QWidget):
    """Shows what is found at the end of its title once it is typed in; told once it is left.

    Attributes:
        input: The sentence.
    """

    told = Signal(str)
    """Another sentence than the one that was shown."""

    def __init__(self, theme: Theme, title: str, look: Callable[[str], Looked]) -> None:
        super().__init__()
        self._look, self._shown = look, ""
        self.input = PurposeInput(theme, title, _LINES)
        label = Paragraph(theme, title, Type.SMALL_STRONG, Ink.MUTED)
        label.setAccessibleName("")  # the input is called so
        self._glyph = GlyphLabel(theme, Glyph.CHECK, Ink.POSITIVE, ICON.small)
        self._says = Text(theme, "", Type.SMALL, Ink.POSITIVE)
        self._hint = Paragraph(theme, "", Type.SMALL, Ink.WARNING)
        head = QHBoxLayout()
        head.setSpacing(SPACE.xs)
        head.addWidget(label, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._glyph)
        head.addWidget(self._says)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        column.addLayout(head)
        column.addWidget(self.input)
        column.addWidget(self._hint)
        self.setFocusProxy(self.input)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._follow)
        self.input.textChanged.connect(self._soon.start)
        self.input.left.connect(self._on_left)
        self._follow()

    @property
    def text(self) -> str:
        """The sentence as it stands."""
        return " ".join(self.input.toPlainText().split())

    @property
    def is_changed(self) -> bool:
        """Whether it is another one than was shown."""
        return self.text != self._shown

    def show_text(self, text: str) -> None:
        """Show a sentence; what somebody is typing stays."""
        if self.is_changed and self.input.hasFocus():
            self._shown = text
            return
        self._shown = text
        if self.text != text:
            self.input.setPlainText(text)
        self._follow()

    def keep(self, text: str) -> None:
        """A sentence that was told is kept: it is no news any more."""
        self._shown = text

    def let_type(self, may: bool) -> None:
        """Let it be typed, or only be read."""
        self.input.setReadOnly(not may)
        self.input.setFocusPolicy(_TYPED if may else Qt.FocusPolicy.ClickFocus)
        self._follow()

    def take_back(self) -> None:
        """Show again what was shown."""
        self.input.setPlainText(self._shown)
        self._follow()

    def _follow(self) -> None:
        found = self._look(self.text)
        self._glyph.show_as(
            Glyph.CHECK if found.well else Glyph.ALERT, Ink.POSITIVE if found.well else Ink.WARNING
        )
        self._says.setText(found.says if found.well else "")
        is_typed = not self.input.isReadOnly()
        for part in (self._glyph, self._says):
            part.setVisible(is_typed and found.well)
        self._hint.set_text("" if found.well else found.says)
        is_touched = bool(self.text) or self.is_changed  # a field that waits is not wrong
        self._hint.setVisible(is_typed and is_touched and not found.well)
        self.input.setAccessibleDescription(found.says)

    def _on_left(self) -> None:
        if self.is_changed:
            self.told.emit(self.text)
