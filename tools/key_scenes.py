"""Scenes of a protected ledger: its password, its sheet, the Security page, and the lock."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from creditmate.services.protection import Change
from creditmate.ui.main_window import MainWindow
from creditmate.ui.security.password_dialogs import PasswordDialog
from creditmate.ui.security.unlock_card import UnlockCard
from creditmate.ui.settings.sections import SECURITY
from creditmate.ui.settings.security_page import SecurityPage
from creditmate.ui.wishes import OpenPlace, OpenSettings
from tools.scenes import Scene, Step

PASSWORD = "four words and more"  # noqa: S105 - of a ledger that is thrown away
_TURN, _PATIENCE = 50, 1_200  # ms between looks, and so many looks


def key_scenes() -> tuple[Scene, ...]:
    """Return the scenes of a protected ledger that is about to be opened."""
    return (
        Scene("unlock", (_asked,)),
        Scene("unlock-wrong", (_try("four words"), _refused)),
        Scene("unlock-sheet", (_to_sheet, _type_groups)),
        Scene("recovery-sheet", (_back, _try(PASSWORD), _dialog_there), _dialog),
        Scene("recovery-sheet-line", (_close, _go(OpenPlace("today")))),
        Scene("settings-security-protected", (_go(OpenSettings(SECURITY)), _page_there)),
        Scene("password-change", (_press_row("change"),), _dialog),
        Scene("password-forgotten", (_close, _reset), _dialog),
        Scene("key-new", (_close, _press_row("renew")), _dialog),
        Scene("protection-off", (_close, _press_row("unprotect")), _dialog),
        Scene("remember", (_close, _press_row("memory")), _dialog),
        Scene("locked", (_close, lambda window: window.guard.lock())),
    )


def _until(condition: Callable[[], object]) -> None:
    """Let the window work until something is there, as whoever looks at it would."""
    loop = QEventLoop()
    for _look in range(_PATIENCE):
        if condition():
            return
        QTimer.singleShot(_TURN, loop.quit)
        loop.exec()
    raise AssertionError("what the scene waits for does not come")


def _card(window: MainWindow) -> UnlockCard:
    return window.guard.gate.card


def _asked(window: MainWindow) -> None:
    _until(lambda: window.guard.cover.is_over)


def _try(password: str) -> Step:
    def step(window: MainWindow) -> None:
        card = _card(window)
        card.password.input.empty()
        QTest.keyClicks(card.password.input, password)
        card.verb.click()

    return step


def _refused(window: MainWindow) -> None:
    _until(_card(window).password.input.hasSelectedText)


def _to_sheet(window: MainWindow) -> None:
    _card(window).turn.click()


def _type_groups(window: MainWindow) -> None:
    QTest.keyClicks(_card(window).sheet.input, "k7qf 2m4x 9tpr !")


def _back(window: MainWindow) -> None:
    _card(window).turn.click()


def _dialogs(window: MainWindow) -> list[QDialog]:
    return [one for one in window.findChildren(QDialog) if one.isVisible()]


def _dialog_there(window: MainWindow) -> None:
    _until(lambda: _dialogs(window))


def _dialog(window: MainWindow) -> QWidget:
    return _dialogs(window)[-1]


def _close(window: MainWindow) -> None:
    for one in _dialogs(window):
        one.reject()


def _go(wish: OpenPlace | OpenSettings) -> Step:
    return lambda window: window.fulfil(wish)


def _page(window: MainWindow) -> SecurityPage:
    return window.findChildren(SecurityPage)[-1]


def _page_there(window: MainWindow) -> None:
    _until(_page(window).rows.change.isVisible)


def _press_row(name: str) -> Step:
    def step(window: MainWindow) -> None:
        getattr(_page(window).rows, name).button.click()

    return step


def _reset(window: MainWindow) -> None:
    path, page = window.door.path or Path(), _page(window)
    PasswordDialog(page.around, window, path, Change.PASSWORD_RESET, print).begin()
