"""Whose query is raised, where no row says it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.catalogue import words
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.field import Field
from creditmate.ui.search.customer_input import CustomerInput
from creditmate.ui.surroundings import Surroundings


class WhoseDialog(EditDialog):
    """A name, a code or the number of one of their invoices; the dialog of the query follows."""

    def __init__(
        self, around: Surroundings, window: QWidget, then: Callable[[str], object]
    ) -> None:
        _ = words(around.language).gettext
        detail = _("Whose query is it? What it is about follows.")
        super().__init__(around, window, _("Raise a query"), _("Go on"), detail=detail)
        self._then_raise, self._waits = then, False
        self.customer = CustomerInput(around, _("Customer"))
        field = Field(around.theme, _("Customer"), self.customer)
        self.add("code", field)
        self.put(field)
        self.customer.picked.connect(self._on_picked)
        self.open_at(self.customer)

    def _on_picked(self, _code: str) -> None:
        """A verb that waited until somebody was found is done."""
        waited, self._waits = self._waits, False
        if waited:
            self.on_verb()

    def on_verb(self) -> None:
        """Go on with whoever was chosen."""
        self.clear()
        self._waits = self.customer.is_looking
        if self._waits:
            return
        if not self.customer.code:
            self.refuse(UserError(Problem.NOBODY_CHOSEN, field="code"))
            return
        self.accept()
        self._then_raise(self.customer.code)
