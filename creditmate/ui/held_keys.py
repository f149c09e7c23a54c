"""Keys between the asking for a dialog and its opening: none of them acts on the page behind."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication

from creditmate.ui.queries import Desk, Failed, Latest

Answer = TypeVar("Answer")
_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.Shortcut})


class HeldKeys(QObject):
    """While anything is waited for, keys do nothing at all: a dialog was meant, not the page.

    They are dropped, not kept for the dialog: an Enter that nobody meant for it would do its verb.
    With its parent gone nothing is held any more.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waits = 0

    def hold(self) -> None:
        """Wait for one thing more."""
        self._waits += 1
        application = QGuiApplication.instance()
        if self._waits == 1 and application is not None:
            application.installEventFilter(self)

    def release(self) -> None:
        """It has come, or never will."""
        self._waits = max(self._waits - 1, 0)
        application = QGuiApplication.instance()
        if not self._waits and application is not None:
            application.removeEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Drop keys; one that asks whether it is a shortcut is told that it is none."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return event.type() in _KEYS


class Opening(Latest[Answer]):
    """A question whose answer opens a dialog: until then keys do nothing.

    Args:
        desk: Takes the questions.
        show: Opens the dialog, on the UI thread.
        failed: Given the newest question's error instead.
        owner: Over which it opens.
    """

    def __init__(
        self, desk: Desk, show: Callable[[Answer], object], failed: Failed, owner: QObject
    ) -> None:
        self._keys = HeldKeys(owner)
        self._is_held = False
        super().__init__(desk, self._let_go_then(show), self._let_go_then(failed), owner)

    def ask(self, query: Callable[[], Answer]) -> None:
        """Put the question; the dialog of one that was put earlier does not open any more."""
        super().ask(query)
        if not self._is_held:
            self._is_held = True
            self._keys.hold()

    def forget(self) -> None:
        """Take the question back: no dialog opens."""
        super().forget()
        self._let_go()

    def _let_go(self) -> None:
        if self._is_held:
            self._is_held = False
            self._keys.release()

    def _let_go_then(self, work: Callable[..., object]) -> Callable[..., object]:
        def told(answer: object) -> object:
            self._let_go()
            return work(answer)

        return told
