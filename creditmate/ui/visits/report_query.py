"""A query that came up on the visit: about which invoices, how much of them, why, who answers."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.domain.disputes import DisputeReason, NewDispute, Questioned
from creditmate.domain.our_people import StaffRow
from creditmate.i18n.casing import capital
from creditmate.i18n.catalogue import words
from creditmate.i18n.labels import dispute_reason
from creditmate.services.customers import Brief
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import Choice, LineInput
from creditmate.ui.kit.typed_fields import DayField, MoneyField
from creditmate.ui.plans.item_ticks import ItemTicks
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE
from creditmate.ui.visits.report_values import ReportValues, ticks_value


class ReportQuery(QWidget):
    """Nothing is ticked at first, and nothing is put down before something is.

    Attributes:
        items: What it is about.
        amount: How much of it, where it is one invoice; empty is all.
        reason: Why.
        evidence: What shows it.
    """

    told_anew = Signal()

    def __init__(self, around: Surroundings, brief: Brief, people: Sequence[StaffRow]) -> None:
        super().__init__()
        self._ = _ = words(around.language).gettext
        theme = around.theme
        self.items = ItemTicks(around, brief)
        self.items.tick(())
        self.about = Field(theme, _("What is under query"), self.items, echoes=False)
        currency = self.items.currency or brief.customer.currency
        self.amount = MoneyField(around, _("How much of it; empty is all"), currency)
        self.reason = Field(theme, _("Why"), Choice(theme, ""), echoes=False)
        for reason in DisputeReason:
            said = capital(dispute_reason(reason.value, around.language))
            self.reason.input.addItem(said, reason.value)
        self.reason.input.setPlaceholderText(_("Why?"))
        self.reason.input.setCurrentIndex(-1)
        self.reason.input.be_as_wide_as_its_place()
        self.evidence = Field(theme, _("What shows it"), LineInput(theme, ""), echoes=False)
        self.owner = Field(theme, _("Who answers"), Choice(theme, ""), echoes=False)
        self.owner.input.addItem(_("account owner"), None)
        for person in people:
            self.owner.input.addItem(person.name, person.id)
        self.by = DayField(around, _("Answer by; empty is in five working days"))
        fields = ColumnGrid(2, gap=SPACE.l)
        fields.add(self.amount, self.reason, self.owner, self.by)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        for part in (self.about, fields, self.evidence):
            column.addWidget(part)
        self.items.changed.connect(self._follow)
        self._follow()

    def be_known(self, values: ReportValues) -> None:
        """Have the fields kept as they are typed."""
        values.know_as("query.items", ticks_value(self.items))
        self.items.changed.connect(values.edited)
        for name, field in (
            ("amount", self.amount.input),
            ("reason", self.reason.input),
            ("evidence", self.evidence.input),
            ("owner", self.owner.input),
            ("by", self.by.input),
        ):
            values.know(f"query.{name}", field)

    @property
    def is_begun(self) -> bool:
        """Whether anything is ticked, or said why."""
        return bool(self.items.chosen) or self.reason.input.currentData() is not None

    def read(self) -> tuple[NewDispute | None, bool]:
        """Return the query, and whether it could be understood."""
        if not self.is_begun:
            return None, True
        if not self.items.chosen:
            return self._refused(self.about, self._("Tick at least one invoice."))
        reason = self.reason.input.currentData()
        if reason is None:
            return self._refused(self.reason, self._("Choose why."))
        amount, is_read = self.amount.read_or_refuse()
        day, is_day = self.by.read_or_refuse() if is_read else (None, False)
        if not is_day:
            return None, False
        new = NewDispute(
            items=tuple(Questioned(entry, amount) for entry in self.items.chosen),
            reason=DisputeReason(reason),
            evidence=self.evidence.input.text().strip(),
            owner=self.owner.input.currentData(),
            answer_by=day,
        )
        return new, True

    def _refused(self, field: Field[ItemTicks] | Field[Choice], said: str) -> tuple[None, bool]:
        field.refuse(said)
        field.setFocus()
        return None, False

    def _follow(self) -> None:
        """Of several invoices each is under query as a whole."""
        one = len(self.items.chosen) == 1
        self.amount.input.setEnabled(one)
        if not one:
            self.amount.show_amount(None)
        self.told_anew.emit()
