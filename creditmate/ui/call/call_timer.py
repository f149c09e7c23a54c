"""The timer of a call: counts while it runs, also when another place is shown."""

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

_SECOND = 1000  # ms
_LOOKS = 4  # times a second, so that no second is skipped on the display


class CallTimer(QObject):
    """Runs from the opening of a form; can be stopped and continued."""

    ticked = Signal()
    """Another second has passed, or it was stopped or continued."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._before = 0
        self._since = QElapsedTimer()
        self._shown = -1
        self._look = QTimer(self, interval=_SECOND // _LOOKS)
        self._look.timeout.connect(self._on_look)

    @property
    def is_running(self) -> bool:
        """Whether it counts now."""
        return self._look.isActive()

    @property
    def seconds(self) -> int:
        """What it has counted, all its runs together."""
        return (self._before + (self._since.elapsed() if self.is_running else 0)) // _SECOND

    def begin(self, seconds: int, *, running: bool) -> None:
        """Go on from a count."""
        self._look.stop()
        self._before = seconds * _SECOND
        if running:
            self._run()
        self._tell()

    def turn(self) -> None:
        """Stop, or continue."""
        if self.is_running:
            self._before += self._since.elapsed()
            self._look.stop()
        else:
            self._run()
        self._tell()

    def _run(self) -> None:
        self._since.start()
        self._look.start()

    def _on_look(self) -> None:
        if self.seconds != self._shown:
            self._tell()

    def _tell(self) -> None:
        self._shown = self.seconds
        self.ticked.emit()
