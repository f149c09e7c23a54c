"""The fields of a form by the names of what they hold: shown, read, and told what is wrong."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from creditmate.ui.kit.check_row import CheckRow, CheckSentence
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import Choice, LineInput
from creditmate.ui.kit.text_input import TextInput
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SIZES, SPACE, Type

Offers = Sequence[tuple[str, str]]
"""Code and words of what may be chosen."""
_LINES = 2  # of a text that may have several


class FieldBook(QObject):
    """Makes fields and keeps them by name; tells when somebody changes one.

    Args:
        theme: Colours and fonts.
        parent: Whoever keeps it.
        echoes: Whether what is typed is echoed below the fields; else only refusals stand there.

    Attributes:
        fields: Those with a line below them, by name.
    """

    edited = Signal(str)
    """The name of a field that the user has changed."""

    def __init__(self, theme: Theme, parent: QObject, *, echoes: bool = True) -> None:
        super().__init__(parent)
        self._theme, self._echoes = theme, echoes
        self.fields: dict[str, Field[Any]] = {}
        self._inputs: dict[str, QWidget] = {}

    # ------------------------------------------------------------- making them
    def line(self, name: str, label: str, hint: str = "", *, amount: bool = False) -> Field[Any]:
        """Make a line of text."""
        made = LineInput(self._theme, label, amount=amount)
        made.setPlaceholderText(hint)
        made.textChanged.connect(lambda _text: self.edited.emit(name))
        return self._keep(name, label, made)

    def choice(self, name: str, label: str, offers: Offers = ()) -> Field[Any]:
        """Make a choice; what it offers may be told later."""
        made = Choice(self._theme, label)
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        made.currentIndexChanged.connect(lambda _place: self.edited.emit(name))
        field = self._keep(name, label, made)
        self.offer(name, offers)
        return field

    def text(self, name: str, label: str, lines: int = _LINES) -> Field[Any]:
        """Make a text of several lines."""
        made = TextInput(self._theme, label, lines)
        made.textChanged.connect(lambda: self.edited.emit(name))
        return self._keep(name, label, made)

    def check(self, name: str, text: str) -> CheckRow:
        """Make a tick box."""
        made = CheckSentence(self._theme, text)
        made.toggled.connect(lambda _on: self.edited.emit(name))
        self._inputs[name] = made
        return made

    def _keep(self, name: str, label: str, made: QWidget) -> Field[Any]:
        self._inputs[name] = made
        self.fields[name] = Field(self._theme, label, made, echoes=self._echoes)
        return self.fields[name]

    # ------------------------------------------------------------- what they hold
    def offer(self, name: str, offers: Offers) -> None:
        """Offer something else to be chosen; what is chosen stays, where it is offered again."""
        made = self._inputs[name]
        if isinstance(made, Choice):
            chosen = made.currentData()
            with QSignalBlocker(made):
                made.clear()
                for code, said in offers:
                    made.addItem(said, code)
                made.setCurrentIndex(max(made.findData(chosen), 0))

    def show(self, values: Mapping[str, Any]) -> None:
        """Show values by name; nobody is told. Names that are no field's are left out."""
        for name, made in self._inputs.items():
            if name in values:
                with QSignalBlocker(made):
                    _put(made, values[name])

    def values(self) -> dict[str, Any]:
        """Return what stands in every field."""
        return {name: _held(made) for name, made in self._inputs.items()}

    @property
    def inputs(self) -> list[QWidget]:
        """Everything that is typed into or chosen from, in the order it was made in."""
        return list(self._inputs.values())

    def input(self, name: str) -> QWidget:
        """Return what is typed into or chosen from."""
        return self._inputs[name]


def level(theme: Theme, part: QWidget) -> QWidget:
    """Return a part as low as the input of a field beside it, whose label stands above it."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, theme.line(Type.SMALL_MEDIUM) + SPACE.xs, 0, 0)
    part.setMinimumHeight(SIZES.control)
    column.addWidget(part)
    column.addStretch()
    page.setFocusProxy(part)
    return page


def _put(made: QWidget, value: Any) -> None:  # noqa: ANN401 - of any field
    if isinstance(made, LineInput):
        made.setText(value)
    elif isinstance(made, TextInput):
        made.setPlainText(value)
    elif isinstance(made, CheckRow):
        made.setChecked(value)
    elif isinstance(made, Choice):
        if made.findData(value) < 0 and value:  # a value that is not offered is not lost
            made.addItem(str(value), value)
        made.setCurrentIndex(max(made.findData(value), 0))


def _held(made: QWidget) -> Any:  # noqa: ANN401 - of any field
    if isinstance(made, LineInput):
        return made.text()
    if isinstance(made, TextInput):
        return made.toPlainText()
    if isinstance(made, CheckRow):
        return made.isChecked()
    return made.currentData() if isinstance(made, Choice) else None
