"""Asks what opens a protected backup: a password of then or of now, or the recovery sheet."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.catalogue import words
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.safety.restore_work import Opened, unlocked_by, unlocked_by_sheet
from creditmate.ui.security.key_dialog import KeyDialog
from creditmate.ui.security.sheet_input import SheetField
from creditmate.ui.surroundings import Surroundings

_OF_SHEET = frozenset({Problem.RECOVERY_CODE, Problem.KEY_OTHER})


class BackupKeyDialog(KeyDialog):
    """Tries what is typed beside the window's thread; ``then`` gets the backup with its key.

    Once that is known, or there is none, it asks in the same way for the key of the ledger whose
    place the backup is to take, if that is another one: what protects it stays.

    Attributes:
        sheet: In the password's place for whoever has forgotten it.
        turn: From the one to the other.
        beside: Goes on without the key of today; hidden where the backup's own is asked for.
    """

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        opened: Opened,
        then: Callable[[Opened], object],
    ) -> None:
        _ = words(around.language).gettext
        title = _("Open the backup")
        detail = _(
            "It is protected. The password it was made with opens it, and so does today's. Nothing"
            " is changed by opening it."
        )
        if not opened.is_shut:
            title = _("Today's password of the ledger")
            detail = _(
                "The backup is from before the ledger was protected, or before it got a new"
                " recovery sheet. In its place it is protected as the ledger is today, so that its"
                " passwords and its newest sheet go on opening it."
            )
        place = opened.place or opened.fresh
        super().__init__(around, window, place, title, _("Go on"), detail=detail)
        self._opened, self._give = opened, then
        self.ask_known(_("Password of the ledger"))
        self.sheet = SheetField(around)
        self.sheet.input.entered.connect(self.on_verb)
        self.turn = Button(around.theme, "", Kind.LINK)
        self.turn.clicked.connect(self._on_turn)
        self.beside = Button(around.theme, _("Open it beside instead"), Kind.LINK)
        self.beside.setVisible(not opened.is_shut)
        self.beside.clicked.connect(self._on_beside)
        self.put(self.sheet, self.beside)
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
            self.attempt(partial(unlocked_by_sheet, self._opened, self.sheet.typed), self._on_key)
        elif (typed := self.typed()) is not None:
            self.attempt(partial(unlocked_by, self._opened, typed[0]), self._on_key)

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

    def _on_key(self, opened: Opened) -> None:
        self.accept()
        self._give(opened)

    def _on_beside(self) -> None:
        """Whoever has not got today's key can have the backup as a ledger of its own."""
        self.accept()
        self._give(replace(self._opened, is_apart=True))


def with_key(
    around: Surroundings, window: QWidget, opened: Opened, then: Callable[[Opened], object]
) -> None:
    """Do ``then`` with a backup that is unlocked; a key is asked for if it is not at hand."""
    if opened.is_shut or opened.asks_today:
        go_on = partial(with_key, around, window, then=then)
        BackupKeyDialog(around, window, opened, go_on).begin()
    else:
        then(opened)
