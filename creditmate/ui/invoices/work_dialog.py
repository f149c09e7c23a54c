"""Putting work down when it is done: for whom, what, how much of it, at which price."""

from collections.abc import Callable
from dataclasses import asdict, replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QGridLayout, QWidget

from creditmate.domain.errors import Problem, UserError
from creditmate.domain.invoice_rows import WorkRow
from creditmate.i18n.catalogue import words
from creditmate.services.work import NewWork
from creditmate.ui.invoices.form_words import FormWords
from creditmate.ui.invoices.work_state import TypedWork, typed_work, understood_work
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.search.customer_input import CustomerInput
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE

_ROWS = (("description",), ("quantity", "unit", "price"), ("done_day", "job", "order_number"))
_WIDEST = 3


class WorkDialog(EditDialog):
    """A few fields; Enter puts it down."""

    def __init__(  # noqa: PLR0913, PLR0917 - whose work it may be already
        self,
        around: Surroundings,
        window: QWidget,
        row: WorkRow | None,
        then: Callable[[Any], object],
        code: str = "",
        name: str = "",
    ) -> None:
        _ = words(around.language).gettext
        title = _("Put work down") if row is None else _("Change the work")
        verb = _("Put it down") if row is None else _("Change")
        super().__init__(around, window, title, verb)
        self._row, self._done = row, then
        self._words = FormWords(around.language, around.locale)
        self.customer = CustomerInput(around, _("Customer"))
        self.customer_field = Field(around.theme, _("Customer"), self.customer)
        self.fields = self._make()
        self._lay_out_fields()
        if row is not None:
            self.customer.choose(row.code, row.name)
            self.customer.setEnabled(False)
            self._show(typed_work(row, around.locale))
        elif code:
            self.customer.choose(code, name)
        self.customer.picked.connect(self._on_picked)
        self.open_at(self.customer if not (row or code) else self.fields["description"].input)

    def _make(self) -> dict[str, Field[LineInput]]:
        theme, _ = self.around.theme, words(self.around.language).gettext
        titles = {
            "description": _("What was done"),
            "quantity": _("Quantity"),
            "unit": _("Unit"),
            "price": _("Price of one"),
            "done_day": _("Done on"),
            "job": _("Job"),
            "order_number": _("Their order number"),
        }
        amounts = {"quantity", "price"}
        fields = {
            name: Field(theme, title, LineInput(theme, title, amount=name in amounts))
            for name, title in titles.items()
        }
        fields["quantity"].input.setPlaceholderText("1")
        fields["done_day"].input.setPlaceholderText(_("today"))
        return fields

    def _lay_out_fields(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.m)
        grid.setVerticalSpacing(SPACE.xs)
        for line, names in enumerate(_ROWS):
            span = _WIDEST // len(names)
            for place, name in enumerate(names):
                grid.addWidget(self.fields[name], line, place * span, 1, span)
                self.add(name, self.fields[name])
        for column in range(_WIDEST):
            grid.setColumnStretch(column, 1)
        self.add("code", self.customer_field)
        self.put(self.customer_field, grid)

    def _show(self, typed: TypedWork) -> None:
        for name, text in asdict(typed).items():
            self.fields[name].input.setText(text)

    def _on_picked(self, code: str) -> None:
        """Whoever has chosen goes on with what was done."""
        if code and self.customer.hasFocus():
            self.fields["description"].setFocus()

    def refuse(self, error: UserError) -> None:
        """Say what is wrong below its field, without naming field or line again."""
        name = "code" if error.problem is Problem.UNKNOWN_CUSTOMER else error.facts.get("field")
        field = self.customer_field if name == "code" else self.fields.get(str(name))
        if field is None:
            super().refuse(error)
            return
        field.refuse(self._words.refused(error))
        field.setFocus()

    def on_verb(self) -> None:
        """Put it down if all of it is understood."""
        self.clear()
        self.customer_field.clear()
        if not self.customer.code:
            self.refuse(UserError(Problem.NOBODY_CHOSEN, field="code"))
            return
        typed = TypedWork(**{name: field.input.text() for name, field in self.fields.items()})
        today, locale = self.around.program.clock.today, self.around.locale
        try:
            new = understood_work(typed, locale, today)
        except UserError as error:
            self.refuse(error)
        else:
            self._submit(new)

    def _submit(self, new: NewWork) -> None:
        work = self.around.program.work
        if self._row is None:
            self.submit(partial(work.add, self.customer.code, new), self._done)
        else:
            row = self._row
            new = replace(new, tax=row.tax_code, discount=row.discount)
            self.submit(partial(work.change, row, new), self._done)
