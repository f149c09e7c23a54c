"""How a customer pays, put right while it is on the line: its runs, and where invoices go."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Saved, Touched
from creditmate.domain.customer_form import CustomerForm
from creditmate.i18n.catalogue import words
from creditmate.i18n.paying_words import paying_put_right
from creditmate.i18n.standing_words import payment_run_words
from creditmate.ui.customer_edit.field_book import FieldBook
from creditmate.ui.customer_edit.terms_input import RunInput
from creditmate.ui.customer_edit.typed_customer import typed_customer, understood
from creditmate.ui.customer_edit.typed_run import KEPT
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.field import Field
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES, SPACE

Corrected = Callable[[str, Touched], object]
"""Told what is otherwise now, in words (empty: nothing is), and what was touched."""


class PayingDialog(EditDialog):
    """The part of a customer's form that a call brings to light; the rest of it stays as it is.

    Attributes:
        run: The parts of the payment run.
        book: The other fields, by the names of the form.
    """

    def __init__(
        self, around: Surroundings, window: QWidget, form: CustomerForm, corrected: Corrected
    ) -> None:
        _ = words(around.language).gettext
        self._form, self._corrected = form, corrected
        title = _("How {name} pays").format(name=form.name)
        detail = _("What you change is written into the notes of the call as well.")
        super().__init__(around, window, title, _("Save"), detail=detail, width=SIZES.bug_dialog)
        self._today = around.program.clock.today
        self._typed = typed_customer(form, around.locale)
        self.book = FieldBook(around.theme, self, echoes=False)
        self.run = RunInput(around)
        self._lay_out_fields()
        self.book.show({name: getattr(self._typed, name) for name in self.book.values()})
        self.run.show_run(self._typed.run, self._kept())
        self.open_at(self.run)

    def _lay_out_fields(self) -> None:
        _, book = words(self.around.language).gettext, self.book
        self.body.setSpacing(SPACE.l)
        run = Field(self.around.theme, _("Payment run"), self.run, echoes=False)
        pays = ColumnGrid(2, gap=SPACE.l, row_gap=SPACE.l)
        pays.add(
            book.line("pay_method", _("How they pay")),
            book.line("invoice_cut_off", _("Invoices by day of the month"), "1–31", amount=True),
            book.line("invoices_to", _("Invoices must go to")),
            book.line("approver", _("Who approves")),
            book.line("account_at_theirs", _("Our number with them")),
        )
        order = book.check("order_required", _("Every invoice needs an order number"))
        for name, field in (("payment_run", run), *book.fields.items()):
            self.add(f"customer.{name}", field)
        self.put(run, pays, order)

    def _kept(self) -> str:
        """The payment run in words, where the fields cannot tell it."""
        run, around = self._typed.run.kept, self.around
        if run is None or self._typed.run.often != KEPT:
            return ""
        return payment_run_words(run, around.language, around.locale, self._today)

    def on_verb(self) -> None:
        """Save what was changed; where nothing was, there is nothing to save."""
        self.clear()
        typed = replace(self._typed, **self.book.values(), run=self.run.typed())
        read = understood(typed, self._form, self.around.locale, self._today)
        if read.problems:
            self.refuse(next(iter(read.problems.values())))
            return
        form, around = read.form, self.around
        said = paying_put_right(self._form, form, around.language, around.locale, self._today)
        if not said:
            self.accept()
            return
        save = around.program.customer_editing.save
        self.submit(partial(save, form), partial(self._on_saved, said))

    def _on_saved(self, said: str, saved: Saved) -> None:
        self._corrected(said, saved.touched)
