"""The field of a dialog in which a customer is named; its verb waits until it is known who."""

from PySide6.QtCore import Signal

from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.catalogue import words
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.field import Field
from creditmate.ui.search.customer_input import CustomerInput
from creditmate.ui.surroundings import Surroundings


class CustomerField(Field[CustomerInput]):
    """Whoever presses Enter before it is found out who answers has pressed it once.

    Args:
        around: Of the window.
        dialog: Whose verb waits, and which knows the field as ``code``.
    """

    chosen = Signal()
    """Somebody was chosen while no verb waited: one goes on."""

    def __init__(self, around: Surroundings, dialog: EditDialog) -> None:
        label = words(around.language).gettext("Customer")
        super().__init__(around.theme, label, CustomerInput(around, label))
        self._dialog, self._waits = dialog, False
        dialog.add("code", self)
        self.input.picked.connect(self._on_picked)

    def who(self) -> str:
        """Return the code of whoever is chosen.

        Empty where the verb has to wait, and is done by itself then; or where nobody is chosen,
        which is said.
        """
        self._waits = self.input.is_looking
        if not self._waits and not self.input.code:
            self._dialog.refuse(UserError(Problem.NOBODY_CHOSEN, field="code"))
        return "" if self._waits else self.input.code

    def _on_picked(self, code: str) -> None:
        """A verb that waited is done."""
        waited, self._waits = self._waits, False
        if waited:
            self._dialog.on_verb()
        elif code and self.input.hasFocus():
            self.chosen.emit()
