"""Applications from the list of customers: a blank form saved, one that came back dropped on it."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from creditmate.ui.dropping import FileDrop
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.teller import Teller

if TYPE_CHECKING:
    from creditmate.ui.applications.deeds import ApplicationDeeds

FORMS = ".pdf"
"""The ending of what is taken; other files are left to the window, which brings invoices in."""


class ListDoor(Teller):
    """Loads what it needs when it is first asked for (docs/decisions/0006)."""

    def __init__(self, around: Surroundings, over: QWidget) -> None:
        super().__init__(over)
        self._around, self._over = around, over
        self._drop = FileDrop(over, only=FORMS)
        self._drop.dropped.connect(self._on_dropped)

    @cached_property
    def deeds(self) -> "ApplicationDeeds":
        """What is done with applications."""
        from creditmate.ui.applications.deeds import ApplicationDeeds  # noqa: PLC0415

        made = ApplicationDeeds(self._around, self._over)
        made.pass_on_to(self)
        return made

    def hand_out(self) -> None:
        """Save a blank form."""
        self.deeds.hand_out()

    def read(self) -> None:
        """Ask for a form that came back, or its scan."""
        self.deeds.read()

    def _on_dropped(self, path: Path) -> None:
        self.deeds.take("", path)
