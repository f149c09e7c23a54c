"""The lock: the window is covered, the ledger closed, and its key forgotten until it is typed."""

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from shiboken6 import isValid

from creditmate.domain.data_key import DataKey
from creditmate.domain.errors import UserError
from creditmate.ui.kit.clipboard import forget_secret
from creditmate.ui.queries import Latest
from creditmate.ui.security.gate import Gate
from creditmate.ui.security.key_work import Locked
from creditmate.ui.surroundings import Surroundings

_PASSING = (Qt.WindowType.Popup, Qt.WindowType.ToolTip)


class Locking(QObject):
    """Screens, dialogs and what was typed in them stay, unseen.

    What they ask meanwhile is answered once the ledger is open again. While a job is under way
    the ledger is only covered; it is closed as soon as the job has ended.

    Args:
        around: Of the window.
        window: What is locked.
        gate: Asks for the password.
        facts: Tells the ledger that is open and the fingerprint of its key, None of a ledger
            that has none.
    """

    changed = Signal(bool)
    """Whether it is locked now."""

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        gate: Gate,
        facts: Callable[[], tuple[Path, bytes] | None],
    ) -> None:
        super().__init__(window)
        self._around, self._window, self._gate, self._facts = around, window, gate, facts
        self.is_locked = False
        self._is_closing = self._is_tried_open = False
        self._closed: Future[None] | None = None
        self._hidden: list[tuple[QWidget, QWidget | None]] = []
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._hide_if_locked)
        keys, failed = around.keys, around.desk.failed.emit
        self._closing: Latest[Future[None]] = Latest(keys, self._on_closing, failed, self)
        self._opening: Latest[None] = Latest(keys, self._on_open, self._on_still_shut, self)
        around.jobs.rested.connect(self._close_if_free)

    def lock(self) -> bool:
        """Lock the ledger; return whether it is locked now, which one without password never is."""
        facts = self._facts()
        if facts is None:
            return False
        if not self.is_locked:
            self.is_locked = True
            forget_secret()
            self._hide_windows()
            self._window.installEventFilter(self)
            self._ask(*facts)
            self.changed.emit(True)
            self._close_if_free()
        return True

    @property
    def is_closed(self) -> bool:
        """Whether the ledger is closed behind the lock, or about to be."""
        return self._is_closing

    def _ask(self, path: Path, fingerprint: bytes) -> None:
        self._gate.lock(path, partial(self._standing, path, fingerprint), self._on_key)

    def _standing(self, path: Path, fingerprint: bytes) -> Locked:
        self._is_tried_open = self._closed is None
        return Locked(path, fingerprint, self._closed)

    def _close_if_free(self) -> None:
        """What was typed is on its way into the ledger by now; it is closed after that.

        What is done about passwords at the desk for keys asks the ledger too: it ends first.
        """
        if self.is_locked and not self._is_closing and not self._around.jobs.busy:
            self._is_closing = True
            self._closing.ask(self._around.program.hold)

    def _on_closing(self, closed: "Future[None]") -> None:
        self._closed = closed

    def _on_key(self, key: DataKey) -> None:
        facts = self._facts()
        if self._is_tried_open and self._is_closing and facts is not None:
            # the job ended, and the ledger is closed, while the password was looked at
            self._opening.ask(partial(self._around.program.open_again, facts[0], key))
        else:
            self._on_open(None)

    def _on_open(self, _none: None) -> None:
        self.is_locked, self._closed = False, None
        self._is_closing = False
        self._window.removeEventFilter(self)
        self._show_windows()
        self.changed.emit(False)

    def _on_still_shut(self, error: Exception) -> None:
        """It is right, and yet the ledger cannot be opened again: it stays locked."""
        facts = self._facts()
        if facts is not None:
            self._ask(*facts)
        if isinstance(error, UserError):
            self._gate.card.refuse(error)
        else:
            self._around.desk.failed.emit(error)

    # ------------------------------------------------------------- other windows
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Whatever opens by itself behind the lock, such as what came of a job, waits as well."""
        if event.type() == QEvent.Type.WindowDeactivate and self.is_locked:
            self._later.start()
        return False

    def _hide_windows(self) -> bool:
        """Let dialogs wait unseen, and close menus and the like; return whether there were any."""
        found = False
        for widget in QApplication.topLevelWidgets():
            if widget.isVisible() and not isinstance(widget, QMainWindow):
                found = True
                if widget.windowType() in _PASSING:
                    widget.close()
                else:
                    self._hidden.append((widget, widget.focusWidget()))
                    widget.hide()
        return found

    def _hide_if_locked(self) -> None:
        if self.is_locked and self._hide_windows():
            self._window.activateWindow()

    def _show_windows(self) -> None:
        hidden, self._hidden = self._hidden, []
        for widget, had_focus in hidden:
            if isValid(widget):
                widget.show()
                if had_focus is not None and isValid(had_focus):
                    had_focus.setFocus(Qt.FocusReason.OtherFocusReason)
