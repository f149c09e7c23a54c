"""The fields over the lines of an invoice: for whom, under which order, of which days.

A charge note names the invoice it is for in the place of an order number.
"""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.domain.typed_invoice import TypedInvoice
from creditmate.i18n.catalogue import words
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.search.customer_input import CustomerInput
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE

_WIDE = 2  # times as wide as the field beside it


class FormFields(QWidget):
    """Customer and order number, then the days and the job.

    Attributes:
        fields: By the names under which services refuse them.
    """

    edited = Signal()
    went_on = Signal()
    """Enter in the last of them: on to the lines."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        theme, _ = around.theme, words(around.language).gettext
        self.customer = CustomerInput(around, _("Customer"))
        self.customer_field = Field(theme, _("Customer"), self.customer)
        self._ = _
        self.order = Field(theme, _("Their order number"), LineInput(theme, ""))
        self.belongs_to = Field(theme, _("For invoice"), LineInput(theme, ""))
        self.day = Field(theme, _("Invoice day"), LineInput(theme, ""))
        self.supply_day = Field(theme, _("Day of supply"), LineInput(theme, ""))
        self.job = Field(theme, _("Job"), LineInput(theme, ""))
        self.texts = {
            "order_number": self.order,
            "belongs_to": self.belongs_to,
            "day": self.day,
            "supply_day": self.supply_day,
            "job": self.job,
        }
        self.belongs_to.input.setPlaceholderText(_("its number, or nothing"))
        self.day.input.setPlaceholderText(_("today"))
        self.supply_day.input.setPlaceholderText(_("the invoice's"))
        self._lay_out()
        self.show_kind(is_charge=False)
        for field in self.texts.values():
            field.input.textChanged.connect(self.edited)
        self.customer.textEdited.connect(self.edited)
        self.day.input.returnPressed.connect(self._after_day)
        self.supply_day.input.returnPressed.connect(self.job.setFocus)
        for last in (self.order, self.belongs_to, self.job):
            last.input.returnPressed.connect(self.went_on)

    def _lay_out(self) -> None:
        who = QHBoxLayout()
        who.setSpacing(SPACE.l)
        who.addWidget(self.customer_field, _WIDE)
        who.addWidget(self.order, 1)
        who.addWidget(self.belongs_to, 1)
        days = QHBoxLayout()
        days.setSpacing(SPACE.l)
        for field in (self.day, self.supply_day, self.job):
            days.addWidget(field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        column.addLayout(who)
        column.addLayout(days)

    def show_kind(self, *, is_charge: bool) -> None:
        """Be the fields of a charge note, or of an invoice."""
        self.belongs_to.setVisible(is_charge)
        for field in (self.order, self.supply_day):
            field.setVisible(not is_charge)
        self.day.rename(self._("Day") if is_charge else self._("Invoice day"))

    def _after_day(self) -> None:
        (self.job if self.supply_day.isHidden() else self.supply_day).setFocus()

    def typed(self, rest: TypedInvoice) -> TypedInvoice:
        """Return a form with what stands here."""
        return replace(
            rest,
            code=self.customer.code or self.customer.text().strip(),
            order_number=self.order.input.text(),
            belongs_to=self.belongs_to.input.text(),
            day=self.day.input.text(),
            supply_day=self.supply_day.input.text(),
            job=self.job.input.text(),
        )

    def show_typed(self, typed: TypedInvoice) -> None:
        """Show what was typed before; whose it is, is shown once that is known."""
        for name, field in self.texts.items():
            field.input.setText(getattr(typed, name))
            field.clear()
        self.show_customer("", typed.code)
        self.customer_field.clear()

    def show_customer(self, code: str, name: str) -> None:
        """Show who is chosen, without telling anybody; a text of which nobody is, without code."""
        self.customer.blockSignals(True)
        self.customer.choose(code, name)
        self.customer.blockSignals(False)
