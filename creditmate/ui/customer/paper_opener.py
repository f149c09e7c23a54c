"""Shows a paper as it was issued, in the system's own viewer."""

from concurrent.futures import Future
from functools import partial

from PySide6.QtCore import QObject

from creditmate.domain.rows import PaperRow
from creditmate.system.passing_folder import PassingFolder
from creditmate.ui.kit.links import view
from creditmate.ui.surroundings import Surroundings


class PaperOpener(QObject):
    """Writes papers to a folder of its own, which goes with the screen, or with the program."""

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._around = around
        self._folder = PassingFolder()
        self.destroyed.connect(self._folder.clear)

    def open(self, paper: PaperRow) -> None:
        """Ask for the bytes of a paper and hand them to the viewer."""
        pages = self._around.program.customer_pages
        self._around.desk.ask(partial(pages.paper, paper.id), partial(self._on_bytes, paper))

    def _on_bytes(self, paper: PaperRow, answer: "Future[bytes]") -> None:
        try:
            content = answer.result()
            safe = "".join(c if c.isalnum() or c in "-_" else "-" for c in paper.number)
            path = self._folder.put(f"{safe}.pdf", content)
        except Exception as error:  # told by whoever tells the desk's failures
            self._around.desk.failed.emit(error)
            return
        view(path)
