"""Asking why before something that was arranged is ended, or taken up again."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Done
from creditmate.domain.errors import UserError
from creditmate.i18n.catalogue import words
from creditmate.ui.decisions.told import Told
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.plans.refusals import placed
from creditmate.ui.surroundings import Surroundings


class Asked(NamedTuple):
    """What is to be done: its heading, its verb, what follows, and what is told of it."""

    title: str
    verb: str
    detail: str
    said: str


class ReasonDialog(EditDialog):
    """One field; ``work`` is given the reason."""

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        asked: Asked,
        work: Callable[[str], Done],
        told: Told,
    ) -> None:
        _ = words(around.language).gettext
        self._wanted, self._said, self._told = work, asked.said, told
        super().__init__(around, window, asked.title, asked.verb, detail=asked.detail)
        self.because = Field(around.theme, _("Why"), LineInput(around.theme, ""))
        self.add("plan.because", self.because)
        self.put(self.because)
        self.open_at(self.because)

    def on_verb(self) -> None:
        """Do it."""
        self.submit(partial(self._wanted, self.because.input.text()), self._on_done_with)

    def refuse(self, error: UserError) -> None:
        """Say it where it is about the reason."""
        super().refuse(placed(error))

    def _on_done_with(self, done: Done) -> None:
        self._told(self._said, done)
