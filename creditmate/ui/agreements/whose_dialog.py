"""Whose query is raised, where no row says it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from creditmate.i18n.catalogue import words
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.search.customer_field import CustomerField
from creditmate.ui.surroundings import Surroundings


class WhoseDialog(EditDialog):
    """A name, a code or the number of one of their invoices; the dialog of the query follows."""

    def __init__(
        self, around: Surroundings, window: QWidget, then: Callable[[str], object]
    ) -> None:
        _ = words(around.language).gettext
        detail = _("Whose query is it? What it is about follows.")
        super().__init__(around, window, _("Raise a query"), _("Go on"), detail=detail)
        self._then_raise = then
        self._whose = CustomerField(around, self)
        self.customer = self._whose.input
        self.put(self._whose)
        self.open_at(self.customer)

    def on_verb(self) -> None:
        """Go on with whoever was chosen."""
        self.clear()
        code = self._whose.who()
        if code:
            self.accept()
            self._then_raise(code)
