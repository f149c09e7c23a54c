"""Why something is given up: cancelling an invoice, or writing off what is open of it.

The way out is not called Cancel: beside "Cancel the invoice" that would be a trap.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from creditmate.i18n.catalogue import words
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.surroundings import Surroundings

Deed = Callable[[str], Any]
"""What is done with the reason, on the database thread."""


class ReasonDialog(EditDialog):
    """What follows from it, a reason, and the verb."""

    def __init__(  # noqa: PLR0913, PLR0917 - what it says and does
        self,
        around: Surroundings,
        window: QWidget,
        title: str,
        detail: str,
        verb: str,
        deed: Deed,
        then: Callable[[Any], object],
    ) -> None:
        _ = words(around.language).gettext
        super().__init__(around, window, title, verb, detail=detail, leave=_("Keep it"))
        self._deed, self._done = deed, then
        label = _("Because")
        self.reason = Field(around.theme, label, LineInput(around.theme, label))
        self.add("reason", self.reason)
        self.put(self.reason)
        self.open_at(self.reason.input)

    def on_verb(self) -> None:
        """Do it with the reason that was typed."""
        reason, deed = self.reason.input.text(), self._deed
        self.submit(lambda: deed(reason), self._done)
