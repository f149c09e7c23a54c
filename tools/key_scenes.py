"""Scenes of a protected ledger: its password, its sheet, the Security page, and the lock."""

from pathlib import Path

from PySide6.QtTest import QTest

from creditmate.domain.errors import Problem, UserError
from creditmate.services.protection import Change
from creditmate.ui.kit.button import Button
from creditmate.ui.kit.notice import Notice
from creditmate.ui.main_window import MainWindow
from creditmate.ui.security.password_dialogs import PasswordDialog
from creditmate.ui.security.unlock_card import UnlockCard
from creditmate.ui.settings.sections import SECURITY
from creditmate.ui.settings.security_page import SecurityPage
from creditmate.ui.wishes import OpenPlace, OpenSettings
from tools.scene_steps import PASSWORD, Step, close_dialogs, dialog_shown, dialog_there, go, until
from tools.scenes import Scene


def key_scenes() -> tuple[Scene, ...]:
    """Return the scenes of a protected ledger that is about to be opened."""
    return (
        Scene("unlock", (_asked,)),
        Scene("unlock-wrong", (_try("four words"), _refused)),
        Scene("unlock-sheet", (_to_sheet, _type_groups)),
        Scene("unlock-no-key-file", (_no_key_file,)),
        Scene("recovery-sheet", (_anew, _asked, _try(PASSWORD), dialog_there), dialog_shown),
        Scene("recovery-sheet-line", (close_dialogs, go(OpenPlace("today")))),
        Scene("settings-security-protected", (go(OpenSettings(SECURITY)), _page_there)),
        Scene("password-change", (_press_row("change"),), dialog_shown),
        Scene("password-forgotten", (close_dialogs, _reset), dialog_shown),
        Scene("key-new", (close_dialogs, _press_row("renew")), dialog_shown),
        Scene("protection-off", (close_dialogs, _press_row("unprotect")), dialog_shown),
        Scene("remember", (close_dialogs, _press_row("memory")), dialog_shown),
        Scene("locked", (close_dialogs, lambda window: window.guard.lock())),
    )


def _card(window: MainWindow) -> UnlockCard:
    return window.guard.gate.card


def _asked(window: MainWindow) -> None:
    until(lambda: window.guard.cover.is_over)


def _try(password: str) -> Step:
    def step(window: MainWindow) -> None:
        card = _card(window)
        card.password.input.empty()
        QTest.keyClicks(card.password.input, password)
        card.verb.click()

    return step


def _refused(window: MainWindow) -> None:
    until(_card(window).password.input.hasSelectedText)


def _to_sheet(window: MainWindow) -> None:
    _card(window).turn.click()


def _type_groups(window: MainWindow) -> None:
    QTest.keyClicks(_card(window).sheet.input, "k7qf 2m4x 9tpr !")


def _no_key_file(window: MainWindow) -> None:
    path = Path.home() / "Rookmere.creditmate-key"
    _card(window).refuse(UserError(Problem.KEY_FILE_MISSING, path=path))


def _anew(window: MainWindow) -> None:
    """Leave the ledger shut and open it once more: its key file is there after all."""
    _card(window).back.click()
    until(lambda: window.opening.is_welcome)
    (again,) = [one for one in window.findChildren(Notice) if one.isVisible()]
    again.findChildren(Button)[0].click()


def _page(window: MainWindow) -> SecurityPage:
    return window.findChildren(SecurityPage)[-1]


def _page_there(window: MainWindow) -> None:
    until(_page(window).rows.change.isVisible)


def _press_row(name: str) -> Step:
    def step(window: MainWindow) -> None:
        getattr(_page(window).rows, name).button.click()

    return step


def _reset(window: MainWindow) -> None:
    path, page = window.door.path or Path(), _page(window)
    PasswordDialog(page.around, window, path, Change.PASSWORD_RESET, print).begin()
