"""Files that are dropped on the window, wherever on it."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class FileDrop(QObject):
    """Takes one file at a time; what is no file is left to whoever wants it.

    Args:
        window: On which files are dropped, or a part of it.
        but: The ending of files that are left to whatever the part stands in.
        only: The ending of the only files that are taken; any where it is empty.
    """

    dropped = Signal(Path)

    def __init__(self, window: QWidget, but: str = "", *, only: str = "") -> None:
        super().__init__(window)
        self._but, self._only = but, only
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Say yes to a file that is dragged in, and take it when it is let go."""
        if isinstance(event, QDropEvent):
            path = _file_in(event)
            if path is None or not self._takes(path):
                return False
            event.acceptProposedAction()
            if not isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.Drop:
                self.dropped.emit(path)
            return True
        return False

    def _takes(self, path: Path) -> bool:
        if self._only:
            return path.suffix.lower() == self._only
        return not self._but or path.suffix != self._but


def _file_in(event: QDropEvent) -> Path | None:
    """The first file of this computer among what is dragged."""
    urls = event.mimeData().urls()
    return next((Path(url.toLocalFile()) for url in urls if url.isLocalFile()), None)
