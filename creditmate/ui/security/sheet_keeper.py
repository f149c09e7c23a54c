"""Sees that the recovery sheet gets on paper: asks once a day, and has a line until it is.

A ledger that opened although its key file is gone has a line too, until a password is set again.

What draws and prints it is loaded when it is (``docs/decisions/0006``).
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from creditmate.i18n.catalogue import words
from creditmate.ui.banner_words import BannerWords
from creditmate.ui.banners import Banners
from creditmate.ui.held_keys import Opening
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from creditmate.documents.page import PageSize
    from creditmate.services.program import Program
    from creditmate.services.recovery_sheets import SheetStanding

SHEET, KEY_FILE = "recovery-sheet", "key-file"
"""The matters of its lines in the window."""


class _Asked(NamedTuple):
    """What the dialog needs to know of the ledger."""

    standing: "SheetStanding | None"
    places: tuple[int, ...]
    size: "PageSize"


class SheetKeeper(QObject):
    """Of the ledger that is open, if it is protected."""

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        banners: Banners,
        tell: Callable[[str], object],
    ) -> None:
        super().__init__(window)
        self._around, self._window = around, window
        self._banners, self._tell = banners, tell
        self._ = words(around.language).gettext
        self._path = Path()
        self._is_proved = self._may_ask = False
        desk, failed = around.desk, around.desk.failed.emit
        self._asking: Latest[SheetStanding | None] = Latest(desk, self._on_asked, failed, self)
        self._opening: Opening[_Asked] = Opening(desk, self._open, failed, self)
        self._printing: Opening[_Asked] = Opening(desk, self._open_to_all, failed, self)

    def begin(self, path: Path, *, is_proved: bool, by_sheet: bool = False) -> None:
        """A protected ledger is open, or has another key.

        Args:
            path: The ledger.
            is_proved: Its password was typed just now.
            by_sheet: The sheet was: a new password is offered, and the sheet needs no proof.
        """
        self._path, self._is_proved, self._may_ask = path, is_proved, not by_sheet
        if by_sheet:
            self._set_password()
        self.look()

    def _set_password(self) -> None:
        from creditmate.services.protection import Change  # noqa: PLC0415 - see the top
        from creditmate.ui.security.password_dialogs import PasswordDialog  # noqa: PLC0415

        reset = Change.PASSWORD_RESET
        PasswordDialog(self._around, self._window, self._path, reset, self._on_set).begin()

    def _on_set(self, said: str) -> None:
        self._tell(said)
        self.look()

    def look(self) -> None:
        """See whether the sheet is known to be on paper."""
        program = self._around.program
        self._asking.ask(lambda: program.recovery_sheets.standing())  # noqa: PLW0108 - loaded there

    def end(self) -> None:
        """No protected ledger is open any more."""
        self._asking.forget()
        self._banners.take_back(SHEET)
        self._banners.take_back(KEY_FILE)

    def _say_key_file(self, standing: "SheetStanding | None") -> None:
        """Say that no password opens it any more, as long as that is so."""
        if standing is None or standing.has_passwords:
            self._banners.take_back(KEY_FILE)
            return
        from creditmate.ui.kit.tag import Tone  # noqa: PLC0415 - see the top

        says = BannerWords(
            self._("The key file of this ledger is gone, and its passwords with it."),
            self._(
                "Only the recovery sheet, and this computer where it remembers the key, open the"
                " ledger now."
            ),
            self._("Set a password…"),
        )
        self._banners.say(KEY_FILE, says, Tone.DANGER, self._set_password, can_go=False)

    def _on_asked(self, standing: "SheetStanding | None") -> None:
        may_ask, self._may_ask = self._may_ask, False
        self._say_key_file(standing)
        if standing is not None and not standing.has_passwords:
            may_ask = False  # first of all a password; the sheet is proved by the key file
        if standing is None or standing.confirmed:
            self._banners.take_back(SHEET)
            return
        says = BannerWords(
            self._("The recovery sheet is not on paper yet."),
            self._("Without it a forgotten password shuts this ledger for ever."),
            self._("Print it…"),
        )
        self._banners.say(SHEET, says, act=self._ask_anew, can_go=False)
        is_busy = QApplication.activeModalWidget() is not None  # something else is being read
        if may_ask and not standing.put_off and not is_busy:
            self._ask_anew()

    def _ask_anew(self) -> None:
        """Ask for three groups of the sheet, mostly others than the last time."""
        self._opening.ask(partial(_asked, self._around.program))

    def print(self) -> None:
        """Print the sheet, also once more; the password is asked for."""
        self._printing.ask(partial(_asked, self._around.program))

    def _open_to_all(self, asked: _Asked) -> None:
        self._is_proved = False
        self._open(asked)

    def _open(self, asked: _Asked) -> None:
        standing, is_proved = asked.standing, self._is_proved
        self._is_proved = False  # whoever comes back to it later need not be who typed it
        if standing is None:
            return
        from creditmate.ui.security.sheet_dialog import SheetDialog, SheetOffer  # noqa: PLC0415

        waits = not standing.confirmed
        offer = SheetOffer(self._path, asked.places, asked.size, is_proved, waits)
        SheetDialog(self._around, self._window, offer, self._on_paper).begin()

    def _on_paper(self) -> None:
        self._tell(self._("The recovery sheet is known to be on paper."))
        self.look()


def _asked(program: "Program") -> _Asked:
    from creditmate.services.letterhead import paper_form  # noqa: PLC0415 - see the top

    sheets = program.recovery_sheets
    size, _form = paper_form(program.ledgers.facts().business)
    return _Asked(sheets.standing(), sheets.places_asked(), size)
