"""Asks what opens a protected backup: a password of then or of now, or the recovery sheet."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from creditmate.domain.data_key import DataKey
from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.catalogue import words
from creditmate.services.unpacking import Container, key_by_password, key_by_sheet
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.safety.restore_work import Opened
from creditmate.ui.security.key_dialog import KeyDialog
from creditmate.ui.security.sheet_input import SheetField
from creditmate.ui.surroundings import Surroundings

_OF_SHEET = frozenset({Problem.RECOVERY_CODE, Problem.KEY_OTHER})


class BackupKeyDialog(KeyDialog):
    """Tries what is typed beside the window's thread; ``then`` gets the key.

    Attributes:
        sheet: In the password's place for whoever has forgotten it.
        turn: From the one to the other.
    """

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        backup: Container,
        place: Path,
        then: Callable[[DataKey | None], object],
    ) -> None:
        _ = words(around.language).gettext
        detail = _(
            "It is protected. The password it was made with opens it, and so does today's. Nothing"
            " is changed by opening it."
        )
        super().__init__(around, window, place, _("Open the backup"), _("Go on"), detail=detail)
        self._backup, self._give = backup, then
        self.ask_known(_("Password of the ledger"))
        self.sheet = SheetField(around)
        self.sheet.input.entered.connect(self.on_verb)
        self.turn = Button(around.theme, "", Kind.LINK)
        self.turn.clicked.connect(self._on_turn)
        self.put(self.sheet)
        self.put_at_foot(self.turn, 0)
        self._turn_to(is_sheet=False)

    @property
    def _is_sheet(self) -> bool:
        return not self.sheet.isHidden()

    def _turn_to(self, *, is_sheet: bool) -> None:
        self.sheet.setVisible(is_sheet)
        if self.known is not None:
            self.known.setVisible(not is_sheet)
        to_sheet = self._("Use the recovery sheet")
        self.turn.rename(self._("Use a password") if is_sheet else to_sheet)
        self.refit()

    def _on_turn(self) -> None:
        self._turn_to(is_sheet=not self._is_sheet)
        (self.sheet if self._is_sheet else self.known or self.verb).setFocus()

    def on_verb(self) -> None:
        """Try what was typed."""
        if self._is_sheet:
            self.attempt(partial(key_by_sheet, self._backup, self.sheet.typed), self._on_key)
        elif (typed := self.typed()) is not None:
            work = partial(key_by_password, self._backup, typed[0], self.path)
            self.attempt(work, self._on_key)

    def refuse(self, error: UserError) -> None:
        """Say what is wrong at the field that was typed into."""
        if self._is_sheet and error.problem in _OF_SHEET:
            self.sheet.say(error)
            if self.isVisible():
                self.sheet.setFocus()
        else:
            super().refuse(error)

    def done(self, result: int) -> None:
        """Keep nothing of what was typed."""
        self.sheet.input.setPlainText("")
        super().done(result)

    def _on_key(self, key: DataKey | None) -> None:
        self.accept()
        self._give(key)


def with_key(
    around: Surroundings, window: QWidget, opened: Opened, then: Callable[[Opened], object]
) -> None:
    """Do ``then`` with a backup that is unlocked; its key is asked for if it is not at hand."""
    if not opened.is_shut:
        then(opened)
        return

    def on_key(key: DataKey | None) -> None:
        then(replace(opened, key=key))

    place = opened.place or opened.fresh
    BackupKeyDialog(around, window, opened.backup, place, on_key).begin()
