"""What stands in a report's fields, by name, as it was typed: so it is kept, and brought back."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QTextEdit, QWidget

from creditmate.ui.kit.chip_flow import ChipFlow
from creditmate.ui.kit.segments import Segments
from creditmate.ui.plans.item_ticks import ItemTicks

_ON, _ENTRY = "1", "e"


class Value(NamedTuple):
    """How a field is read and filled in again; '' is nothing."""

    read: Callable[[], str]
    show: Callable[[str], object]


class ReportValues(QObject):
    """Knows every field of the form by a name that is the same the next time it opens."""

    edited = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._values: dict[str, Value] = {}

    def know(self, name: str, field: QWidget) -> None:
        """Know a field by a name.

        Raises:
            TypeError: It is of no kind that is known.
        """
        self._values[name] = self._value(field)

    def know_as(self, name: str, value: Value) -> None:
        """Know what is no single field; whoever has it tells ``edited``."""
        self._values[name] = value

    def read(self) -> dict[str, str]:
        """Return what stands in the form; what is empty is left out."""
        found = {name: value.read() for name, value in list(self._values.items())}
        return {name: text for name, text in found.items() if text.strip()}

    def show(self, typed: Mapping[str, str]) -> None:
        """Fill the form in as it was typed; rows that grow know their next ones meanwhile."""
        shown = set[str]()
        while left := [name for name in self._values if name in typed and name not in shown]:
            for name in left:
                shown.add(name)
                self._values[name].show(typed[name])

    def _value(self, field: QWidget) -> Value:
        if isinstance(field, QLineEdit):
            field.textChanged.connect(self.edited)
            return Value(field.text, field.setText)
        if isinstance(field, QTextEdit):
            field.textChanged.connect(self.edited)
            return Value(field.toPlainText, field.setPlainText)
        if isinstance(field, QComboBox):
            field.currentIndexChanged.connect(self.edited)
            return Value(
                lambda: _text(field.currentData()),
                lambda text: field.setCurrentIndex(_place(field, text)),
            )
        if isinstance(field, Segments):
            field.chosen.connect(self.edited)
            return Value(lambda: field.key or "", field.choose)
        if isinstance(field, ChipFlow):
            field.turned.connect(self.edited)
            return Value(lambda: " ".join(field.on), lambda text: field.turn(text.split()))
        if isinstance(field, QCheckBox):
            field.toggled.connect(self.edited)
            return Value(
                lambda: _ON if field.isChecked() else "0",
                lambda text: field.setChecked(text == _ON),
            )
        raise TypeError(field)


def ticks_value(items: ItemTicks) -> Value:
    """Return how the ticks of open items are read and set again, by the ids of the entries.

    With a letter before each: figures with blanks between them may be taken for a card's number.
    """

    def read() -> str:
        return " ".join(f"{_ENTRY}{entry}" for entry in items.chosen)

    def show(text: str) -> None:
        ids = (part.removeprefix(_ENTRY) for part in text.split())
        items.tick({int(id_) for id_ in ids if id_.isdecimal()})

    return Value(read, show)


def _text(data: object) -> str:
    return "" if data is None else str(data)


def _place(field: QComboBox, text: str) -> int:
    """Where a choice stands; what is not offered any more is not chosen."""
    places = range(field.count())
    return next((at for at in places if _text(field.itemData(at)) == text), field.currentIndex())
