"""Steps that several scenes take, and waiting for what the next step needs."""

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QDialog, QWidget

from creditmate.ui.main_window import MainWindow
from creditmate.ui.wishes import Wish

Step = Callable[[MainWindow], object]
PASSWORD = "four words and more"  # noqa: S105 - of a ledger that is thrown away
_TURN, _PATIENCE = 50, 1_200  # ms between looks, and so many looks


def until(condition: Callable[[], object]) -> None:
    """Let the window work until something is there, as whoever looks at it would."""
    loop = QEventLoop()
    for _look in range(_PATIENCE):
        if condition():
            return
        QTimer.singleShot(_TURN, loop.quit)
        loop.exec()
    raise AssertionError("what the scene waits for does not come")


def dialogs(window: MainWindow) -> list[QDialog]:
    """Return the dialogs over the window, the one in front last."""
    return [one for one in window.findChildren(QDialog) if one.isVisible()]


def dialog_there(window: MainWindow) -> None:
    """Wait for a dialog."""
    until(lambda: dialogs(window))


def dialog_shown(window: MainWindow) -> QWidget:
    """Return the dialog in front, to be drawn."""
    return dialogs(window)[-1]


def close_dialogs(window: MainWindow) -> None:
    """Leave every dialog."""
    for one in dialogs(window):
        one.reject()


def go(wish: Wish) -> Step:
    """Go there, in front of whatever dialog was open before."""

    def to(window: MainWindow) -> None:
        window.activateWindow()
        window.fulfil(wish)

    return to
