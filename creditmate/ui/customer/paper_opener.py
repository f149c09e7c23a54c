"""Shows a paper as it was issued, in the system's own viewer."""

from concurrent.futures import Future
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir

from creditmate.domain.rows import PaperRow
from creditmate.ui.kit.links import view
from creditmate.ui.surroundings import Surroundings


class PaperOpener(QObject):
    """Writes papers to a folder of its own, which goes when the program does."""

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._around = around
        self._folder = QTemporaryDir()

    def open(self, paper: PaperRow) -> None:
        """Ask for the bytes of a paper and hand them to the viewer."""
        pages = self._around.program.customer_pages
        self._around.desk.ask(partial(pages.paper, paper.id), partial(self._on_bytes, paper))

    def _on_bytes(self, paper: PaperRow, answer: "Future[bytes]") -> None:
        try:
            content = answer.result()
            safe = "".join(c if c.isalnum() or c in "-_" else "-" for c in paper.number)
            path = Path(self._folder.filePath(f"{safe}.pdf"))
            path.write_bytes(content)
        except Exception as error:  # told by whoever tells the desk's failures
            self._around.desk.failed.emit(error)
            return
        view(path)
