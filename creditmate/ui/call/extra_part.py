"""What all parts have that can be unfolded: inputs that go together, and a line below for both."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.services.call_drafts import TypedCall
from creditmate.ui.kit.field import MessageLine
from creditmate.ui.kit.inputs import Choice, LineInput, mark_faulty
from creditmate.ui.kit.text import Text
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SPACE, Ink, Type


class ExtraPart(QWidget):
    """A title, rows of inputs, and what is understood of them or wrong with them.

    Attributes:
        inputs: By the name under which what is wrong with them is told, in their order.
    """

    edited = Signal()
    left = Signal()
    """One has gone to another field: what cannot be read may be said now."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(title)
        self.inputs: dict[str, QWidget] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.xs)
        self._column.addWidget(Text(theme, title, Type.SMALL_MEDIUM, Ink.MUTED))
        self._message = MessageLine(theme)

    def add_row(self, parts: Sequence[QWidget | str], stretch: int) -> None:
        """Put inputs, and the words between them, side by side; one of them takes the room."""
        row = QHBoxLayout()
        row.setSpacing(SPACE.s)
        for place, part in enumerate(parts):
            widget = (
                Text(self._theme, part, Type.BODY, Ink.MUTED) if isinstance(part, str) else part
            )
            row.addWidget(widget, 1 if place == stretch else 0)
        self._column.addLayout(row)

    def end(self, **inputs: QWidget) -> None:
        """Put the line below, and listen to the inputs; underscores in names are hyphens."""
        self._column.addWidget(self._message)
        self._message.hide()
        self.inputs = {name.replace("_", "-"): widget for name, widget in inputs.items()}
        for widget in self.inputs.values():
            if isinstance(widget, LineInput):
                widget.textChanged.connect(self.edited)
                widget.editingFinished.connect(self.left)
            elif isinstance(widget, Choice):
                widget.currentIndexChanged.connect(self.edited)

    def echo(self, understood: str, rest: str = "") -> None:
        """Say what was understood, and what follows from it."""
        self._say(None, Ink.POSITIVE, understood, rest)
        self._mark(())

    def refuse(self, problems: Mapping[str, str]) -> None:
        """Say what is wrong; the first where several are."""
        wrong = [name for name in self.inputs if name in problems]
        if wrong:
            self._say(Glyph.ALERT, Ink.DANGER, problems[wrong[0]], "")
            self._mark(wrong)

    def warn(self, doubt: str) -> None:
        """Say what stands against it; it may stand."""
        self._say(Glyph.ALERT, Ink.WARNING, doubt, "")

    def begin(self) -> QWidget:
        """Return where one begins to fill it in."""
        return next(iter(self.inputs.values()))

    def show_typed(self, typed: TypedCall) -> None:
        """Show what was typed before."""
        raise NotImplementedError

    def typed(self, rest: TypedCall) -> TypedCall:
        """Return a form with what stands here."""
        raise NotImplementedError

    def _say(self, glyph: Glyph | None, ink: Ink, first: str, rest: str) -> None:
        self._message.say(glyph, ink, first, rest)
        self._message.setVisible(bool(first or rest))
        said = " ".join(filter(None, (first, rest)))
        for widget in self.inputs.values():
            widget.setAccessibleDescription(said)

    def _mark(self, faulty: Sequence[str]) -> None:
        for name, widget in self.inputs.items():
            mark_faulty(widget, name in faulty)
