"""The fields over a file that is brought in, four in a row, each with what was found under it."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLayoutItem,
    QSizePolicy,
    QWidget,
)

from creditmate.i18n.catalogue import words
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import Choice
from creditmate.ui.screens.import_answers import Slot
from creditmate.ui.screens.import_fields import FieldView
from creditmate.ui.screens.import_offers import Offer
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SPACE

_ACROSS = 4
_OFFERED_AT_ONCE = 14


class FieldGrid(QWidget):
    """Keeps a field as long as its slot is shown, so that answering one disturbs no other."""

    decided = Signal(Slot, str)
    """The user chose this value."""

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self._theme, self._words = theme, words(language)
        self._fields: dict[Slot, Field[Choice]] = {}
        self._offers: dict[Slot, tuple[Offer, ...]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(SPACE.xs, SPACE.xs, SPACE.xs, 0)  # room for the focus ring
        self._grid.setHorizontalSpacing(SPACE.xl)
        self._grid.setVerticalSpacing(SPACE.m)
        for column in range(_ACROSS):
            self._grid.setColumnStretch(column, 1)

    @property
    def fields(self) -> dict[Slot, Field[Choice]]:
        """The fields that are shown, in their order."""
        return dict(self._fields)

    def show_fields(self, views: Sequence[FieldView]) -> None:
        """Show other fields, or the same ones with other words."""
        wanted = [view.slot for view in views]
        if wanted != list(self._fields):
            self._arrange(views)
        for view in views:
            self._fill(self._fields[view.slot], view)

    def focus_first_faulty(self) -> bool:
        """Put the focus on the first field that has to be answered, if one has."""
        for field in self._fields.values():
            if field.input.property("faulty"):
                field.input.setFocus()
                return True
        return False

    def _arrange(self, views: Sequence[FieldView]) -> None:
        while _is_item(self._grid.takeAt(0)):
            pass
        kept = self._fields
        self._fields = {
            view.slot: kept[view.slot] if view.slot in kept else self._make(view) for view in views
        }
        for slot in kept.keys() - self._fields.keys():
            self._offers.pop(slot, None)
            kept[slot].hide()
            kept[slot].deleteLater()
        for place, field in enumerate(self._fields.values()):
            self._grid.addWidget(field, *divmod(place, _ACROSS))
            field.show()  # now, not at the layout's leisure: it may be about to get the focus
        for before, after in pairwise(self._fields.values()):
            QWidget.setTabOrder(before.input, after.input)  # reading order, whoever came first

    def _make(self, view: FieldView) -> Field[Choice]:
        choice = Choice(self._theme, view.label)
        choice.setPlaceholderText(self._words.gettext("Choose one"))
        choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMaxVisibleItems(_OFFERED_AT_ONCE)
        choice.currentIndexChanged.connect(lambda _place: self._on_chosen(view.slot, choice))
        return Field(self._theme, view.label, choice)

    def _on_chosen(self, slot: Slot, choice: Choice) -> None:
        self.decided.emit(slot, str(choice.currentData()))

    def _fill(self, field: Field[Choice], view: FieldView) -> None:
        with QSignalBlocker(field.input):  # it is not the user who chooses now
            self._choose(field.input, view)
        if view.problem:
            field.refuse(view.problem)
        elif view.echo:
            field.echo("", view.echo)
        else:
            field.clear()

    def _choose(self, choice: Choice, view: FieldView) -> None:
        if self._offers.get(view.slot) != view.offers:
            self._offers[view.slot] = view.offers
            choice.clear()
            for value, said in view.offers:
                choice.addItem(said, value)
        choice.setCurrentIndex(-1 if view.chosen is None else choice.findData(view.chosen))


def _is_item(item: QLayoutItem | None) -> bool:
    return item is not None
