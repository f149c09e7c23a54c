"""Runs of statements as jobs: what is done, where it goes, and what is told afterwards."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter

from creditmate.documents.statement import draw_and_check
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


class StatementRuns(QObject):
    """Begins runs, one at a time; each goes on with what an earlier one left undone."""

    told = Signal(str)
    """The result of a run in words."""
    ended = Signal(object)
    """A run went to its end: its ``RunResult``."""
    broke = Signal(int, Exception)
    """A run ended early after so many statements, and why: a ``UserError``."""
    busy_changed = Signal(bool)

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._around = around
        self._words = RunWords(around.language, around.locale)
        self._errand: _Errand | _Again | None = None
        self._said: Said | None = None

    @property
    def busy(self) -> bool:
        """Whether a run is under way."""
        return self._errand is not None

    def save(self, order: Order, folder: Path) -> None:
        """Write a file for each statement into a folder."""
        words = self._words
        said = partial(words.saved, folder)
        self._begin(words.saving, order, one_file_each(folder), said, goes_on=True)

    def bind(self, order: Order, path: Path) -> None:
        """Bind all of them into one file."""
        words = self._words
        self._begin(words.binding, order, all_in_one(path), partial(words.bound, path))

    def print(self, order: Order, printer: QPrinter) -> None:
        """Print them as one job."""
        words = self._words
        self._begin(words.printing, order, on_printer(printer), words.printed)

    def save_again(self, paper: int, path: Path) -> None:
        """Write one that was sent before into a file, as it was sent."""
        words = self._words
        self._start(
            words.saving, _Again(self._around, paper, one_file(path)), partial(words.bound, path)
        )

    def print_again(self, paper: int, printer: QPrinter) -> None:
        """Print one that was sent before, as it was sent."""
        words = self._words
        again = _Again(self._around, paper, on_printer(printer))
        self._start(words.printing, again, words.printed)

    def _begin(
        self,
        title: str,
        order: Order,
        delivery: Delivery,
        said: Said,
        *,
        goes_on: bool = False,
    ) -> None:
        self._start(title, _Errand(self._around, order, delivery, goes_on=goes_on), said)

    def _start(self, title: str, errand: "_Errand | _Again", said: Said) -> None:
        self._errand, self._said = errand, said
        job = Job(title, errand.run)
        job.finished.connect(self._on_finished)
        job.cancelled.connect(self._on_cancelled)
        job.failed.connect(self._on_failed)
        job.over.connect(self._on_over)
        self.busy_changed.emit(True)
        self._around.jobs.start(job)

    def _on_finished(self) -> None:
        if self._errand is not None and self._errand.result is not None and self._said:
            self.told.emit(self._said(self._errand.result))
            self.ended.emit(self._errand.result)

    def _on_cancelled(self) -> None:
        if self._errand is not None:
            self.told.emit(self._words.stopped(self._errand.delivered))

    def _on_failed(self, error: Exception) -> None:
        """What went wrong is told anyhow; here, that some are issued all the same."""
        if self._errand is not None and self._errand.delivered and isinstance(error, UserError):
            self.broke.emit(self._errand.delivered, error)

    def _on_over(self) -> None:
        self._errand = self._said = None
        self.busy_changed.emit(False)


class _Errand:
    """One run, on the thread of the jobs; what came of it is read once it is over."""

    def __init__(
        self, around: Surroundings, order: Order, delivery: Delivery, *, goes_on: bool
    ) -> None:
        self._program, self._order, self._delivery = around.program, order, delivery
        self._goes_on = goes_on
        self.delivered = 0
        self.result: RunResult | None = None

    def run(self, progress: Progress) -> Touched:
        """Do it; pages are drawn in another process, so that the window is never held up."""
        program, order = self._program, self._order
        with Elsewhere() as elsewhere, self._delivery as deliver:

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
