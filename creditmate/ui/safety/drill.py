"""The drill in one click: is the newest backup really the ledger?"""

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from creditmate.domain.changes import Touched
from creditmate.domain.progress import Progress
from creditmate.i18n.catalogue import words
from creditmate.ui.jobs import Job
from creditmate.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from creditmate.services.drills import Drilled


class Drill(QObject):
    """Tries one backup out at a time; the ledger that is open is not touched."""

    ended = Signal(str)
    """What came of it, in words."""

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._around = around
        self._job: Job | None = None
        self._done: list[Drilled] = []

    def start(self) -> None:
        """Make a ledger of the newest backup in an empty place, prove it, and take it away."""
        if self._job is not None:
            return
        program, done = self._around.program, self._done
        done.clear()

        def task(_progress: Progress) -> Touched:
            target = program.ask(lambda: program.drills.target())  # noqa: PLW0108 - loaded over there
            done.append(program.drills.run(target))
            return Touched.SAFETY

        title = words(self._around.language).gettext("Trying the newest backup out")
        job = self._job = Job(title, task)
        job.finished.connect(self._on_finished)
        job.over.connect(self._on_over)
        self._around.jobs.start(job)

    def _on_finished(self) -> None:
        around = self._around
        self.ended.emit(drilled_words(self._done[0], around.language, around.locale))

    def _on_over(self) -> None:
        self._job = None


def drilled_words(done: "Drilled", language: str, locale: str) -> str:
    """Return what a drill has found."""
    from creditmate.i18n.problems import problem_words  # noqa: PLC0415 - Babel comes with it

    if done.problem is not None:
        return problem_words(done.problem, language, locale)
    said = words(language).gettext("The newest backup is a whole ledger: tried out and compared.")
    return f"{said} {seconds_words(done.seconds, language)}"


def seconds_words(seconds: float, language: str) -> str:
    """Return how long a ledger took to be there."""
    count = max(math.ceil(seconds), 1)
    said = words(language).ngettext(
        "It took less than {count} second.", "It took less than {count} seconds.", count
    )
    return said.format(count=count)
