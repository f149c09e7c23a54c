"""The fields of a payment plan, with its parts below them as they would be."""

from typing import Any, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.domain.pay_cycles import PayCycle
from creditmate.domain.plan_terms import Every, Meanwhile
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_short
from creditmate.i18n.plan_words import every_words, meanwhile_words
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import Choice, LineInput
from creditmate.ui.plans.parts_preview import PartsPreview
from creditmate.ui.plans.plan_state import PlanTyped
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE

Input = TypeVar("Input", bound=QWidget)


class PlanFields(QWidget):
    """What is typed; whoever holds it asks for the draft and shows it in ``preview``.

    Attributes:
        preview: The parts.
    """

    changed = Signal()

    def __init__(self, around: Surroundings) -> None:
        _ = words(around.language).gettext
        super().__init__()
        theme, language = around.theme, around.language
        self._locale = around.locale
        self._cycle: PayCycle | None = None
        self.parts = _field(around, _("How many parts"), LineInput(theme, "", amount=True))
        self.each = _field(around, _("Or so much a part"), LineInput(theme, "", amount=True))
        self.every = _field(around, _("How often"), Choice(theme, ""))
        for every in Every:
            self.every.input.addItem(every_words(every, language), every.value)
        self.every.input.setCurrentIndex(list(Every).index(Every.MONTH))
        self.first = _field(around, _("The first on"), LineInput(theme, ""))
        down = LineInput(theme, "", amount=True)
        self.down = _field(around, _("Paid today, before the parts"), down)
        self.interest = _field(around, _("Interest meanwhile"), Choice(theme, ""))
        for each in (Meanwhile.WAIVED, Meanwhile.RUNS):
            self.interest.input.addItem(meanwhile_words(each, language), each.value)
        self.by_whom = _field(around, _("Agreed with"), LineInput(theme, ""))
        self.because = _field(around, _("Why it is longer, or who agreed"), LineInput(theme, ""))
        self.preview = PartsPreview(around)
        self._first_labels = _("The first on"), _("On these days, “;” between")
        self._lay_out()
        for field in self._lines():
            field.input.textChanged.connect(self.changed)
        for choice in (self.every, self.interest):
            choice.input.currentIndexChanged.connect(self._on_chosen)
        self.because.hide()

    def _lines(self) -> tuple[Field[LineInput], ...]:
        return self.parts, self.each, self.first, self.down, self.by_whom, self.because

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        for fields in (
            (self.parts, self.every, self.first),
            (self.each, self.down),
            (self.interest, self.by_whom),
        ):
            row = ColumnGrid(len(fields), gap=SPACE.l)
            row.add(*fields)
            column.addWidget(row)
        column.addWidget(self.because)
        column.addWidget(self.preview)

    def propose(self, cycle: PayCycle | None) -> None:
        """Fill the rhythm in as the customer pays anyway, where nothing was typed."""
        self._cycle = cycle
        if cycle is not None and not self.first.input.text() and self._every is Every.MONTH:
            self.every.input.setCurrentIndex(list(Every).index(cycle.every))
            self.first.input.setText(day_short(cycle.first, self._locale))

    def named(self) -> dict[str, Field[Any]]:
        """The fields by the names under which they are refused."""
        return {"parts": self.parts, "each": self.each, "first": self.first, "down": self.down,
                "plan.by_whom": self.by_whom, "plan.because": self.because}  # fmt: skip

    def ask_why(self, *, wanted: bool) -> None:
        """Ask for a reason where the plan goes beyond what is agreed without asking."""
        self.because.setVisible(wanted or bool(self.because.input.text()))

    def typed(self, entries: tuple[int, ...], replaces: int | None = None) -> PlanTyped:
        """Return what stands in the fields."""
        own_days = self._every is Every.DATES
        return PlanTyped(
            parts="" if own_days else self.parts.input.text(),
            each="" if own_days else self.each.input.text(),
            every=self._every.value,
            first=self.first.input.text(),
            down=self.down.input.text(),
            interest=str(self.interest.input.currentData()),
            by_whom=self.by_whom.input.text(),
            because=self.because.input.text(),
            entries=entries,
            replaces=replaces,
            cycle=self._cycle,
        )

    @property
    def _every(self) -> Every:
        return Every(str(self.every.input.currentData()))

    def _on_chosen(self) -> None:
        own_days = self._every is Every.DATES
        self.first.rename(self._first_labels[own_days])
        for field in (self.parts, self.each):
            field.input.setEnabled(not own_days)
        self.changed.emit()


def _field(around: Surroundings, label: str, widget: Input) -> Field[Input]:
    """A field below which only a refusal is said: the parts say what was understood."""
    return Field(around.theme, label, widget, echoes=False)
