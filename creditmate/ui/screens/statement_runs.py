"""Runs of statements as jobs: what is done, where it goes, and what is told afterwards."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter

from creditmate.documents.papers import DrawnPaper, StatementPaper
from creditmate.documents.statement import draw_and_check, draw_statement
from creditmate.domain.changes import Touched
from creditmate.domain.errors import UserError
from creditmate.domain.progress import Progress
from creditmate.services.statement_delivery import (
    Delivery,
    all_in_one,
    one_file,
    one_file_each,
)
from creditmate.services.statement_run import Choice, RunResult, StatementRun
from creditmate.services.statements import Issued
from creditmate.system.elsewhere import Elsewhere
from creditmate.ui.jobs import Job
from creditmate.ui.printing import on_printer
from creditmate.ui.screens.statement_results import RunWords
from creditmate.ui.surroundings import Surroundings

Said = Callable[[RunResult], str]
"""Tells a result in words."""

_FEW = 20
"""Statements up to which it is quicker to draw here than to begin a process."""


@dataclass(frozen=True, slots=True)
class Order:
    """Whose statements as at which day, and what was chosen against the rules."""

    as_at: date
    codes: Sequence[str]
    choice: Choice


@dataclass(frozen=True, slots=True)
class Ended:
    """A run that went to its end: what it did, in words, and the folder or file it went into."""

    result: RunResult
    said: str
    place: Path | None


class StatementRuns(QObject):
    """Begins runs, one at a time; each goes on with what an earlier one left undone."""

    told = Signal(str)
    """What was done of a run that was stopped."""
    ended = Signal(object)
    """A run went to its end: ``Ended``."""
    broke = Signal(int, Exception)
    """A run ended early after so many statements, and why: a ``UserError``."""
    busy_changed = Signal(bool)

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._around = around
        self._words = RunWords(around.language, around.locale)
        self._errand: _Errand | _Again | None = None
        self._said: Said | None = None
        self._place: Path | None = None

    @property
    def busy(self) -> bool:
        """Whether a run is under way."""
        return self._errand is not None

    def draw(self, paper: StatementPaper) -> DrawnPaper:
        """Draw a statement to be looked at, on any thread.

        By the helper of a run that is under way: two threads that draw would hold the window up.
        """
        errand = self._errand
        if isinstance(errand, _Errand):
            return errand.elsewhere.do_beside(draw_statement, paper)
        return draw_statement(paper)

    def save(self, order: Order, folder: Path) -> None:
        """Write a file for each statement into a folder."""
        words = self._words
        said = partial(words.saved, folder)
        self._begin(words.saving, order, one_file_each(folder), said, folder, goes_on=True)

    def bind(self, order: Order, path: Path) -> None:
        """Bind all of them into one file."""
        words = self._words
        self._begin(words.binding, order, all_in_one(path), partial(words.bound, path), path)

    def print(self, order: Order, printer: QPrinter) -> None:
        """Print them as one job."""
        words = self._words
        self._begin(words.printing, order, on_printer(printer), words.printed)

    def save_again(self, paper: int, path: Path) -> None:
        """Write one that was sent before into a file, as it was sent."""
        words = self._words
        again = _Again(self._around, paper, one_file(path))
        self._start(words.saving, again, partial(words.bound, path), path)

    def print_again(self, paper: int, printer: QPrinter) -> None:
        """Print one that was sent before, as it was sent."""
        words = self._words
        again = _Again(self._around, paper, on_printer(printer))
        self._start(words.printing, again, words.printed)

    def _begin(  # noqa: PLR0913 - what a run is made of
        self,
        title: str,
        order: Order,
        delivery: Delivery,
        said: Said,
        place: Path | None = None,
        *,
        goes_on: bool = False,
    ) -> None:
        errand = _Errand(self._around, order, delivery, goes_on=goes_on)
        self._start(title, errand, said, place, if_stopped=self._words.if_stopped)

    def _start(
        self,
        title: str,
        errand: "_Errand | _Again",
        said: Said,
        place: Path | None = None,
        *,
        if_stopped: str = "",
    ) -> None:
        self._errand, self._said, self._place = errand, said, place
        job = Job(title, errand.run, if_stopped=if_stopped)
        job.finished.connect(self._on_finished)
        job.cancelled.connect(self._on_cancelled)
        job.failed.connect(self._on_failed)
        job.over.connect(self._on_over)
        self.busy_changed.emit(True)
        self._around.jobs.start(job)

    def _on_finished(self) -> None:
        if self._errand is not None and self._errand.result is not None and self._said:
            result = self._errand.result
            self.ended.emit(Ended(result, self._said(result), self._place))

    def _on_cancelled(self) -> None:
        if self._errand is not None:
            self.told.emit(self._words.stopped(self._errand.delivered))

    def _on_failed(self, error: Exception) -> None:
        """What went wrong is told anyhow; here, that some are issued all the same."""
        if self._errand is not None and self._errand.delivered and isinstance(error, UserError):
            self.broke.emit(self._errand.delivered, error)

    def _on_over(self) -> None:
        self._errand = self._said = self._place = None
        self.busy_changed.emit(False)


class _Errand:
    """One run, on the thread of the jobs; what came of it is read once it is over."""

    def __init__(
        self, around: Surroundings, order: Order, delivery: Delivery, *, goes_on: bool
    ) -> None:
        self._program, self._order, self._delivery = around.program, order, delivery
        self._goes_on = goes_on
        self.elsewhere = Elsewhere()
        self.delivered = 0
        self.result: RunResult | None = None

    def run(self, progress: Progress) -> Touched:
        """Do it; pages are drawn in another process, so that the window is never held up."""
        program, order = self._program, self._order
        with self.elsewhere as elsewhere, self._delivery as deliver:

            def counted(issued: Issued) -> None:
                deliver(issued)
                self.delivered += 1

            few = len(order.codes) <= _FEW
            draw = draw_and_check if few else partial(elsewhere.do, draw_and_check)
            run = StatementRun(program.statements, program.ask, draw)
            self.result = run.run(
                order.as_at,
                order.codes,
                counted,
                progress,
                order.choice,
                goes_on=self._goes_on,
                keep_bytes=False,
            )
        return Touched.PAPERS


class _Again:
    """One statement that was sent before, delivered once more; nothing is issued."""

    def __init__(self, around: Surroundings, paper: int, delivery: Delivery) -> None:
        self._program, self._paper, self._delivery = around.program, paper, delivery
        self.delivered = 0
        self.result: RunResult | None = None

    def run(self, progress: Progress) -> Touched:
        """Do it."""
        program, paper = self._program, self._paper
        issued = program.ask(partial(program.statement_lists.as_sent, paper))
        progress(0, 1)
        with self._delivery as deliver:
            deliver(issued)
        program.ask(partial(program.statements.log_again, paper))
        self.delivered = 1
        self.result = RunResult((replace(issued, fresh=True),), ())
        return Touched.PAPERS
