"""What the foot of the window says: which ledger, how far cash is posted, what is being done."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from creditmate.domain.changes import Touched
from creditmate.ui.cash_posted import CashPosted
from creditmate.ui.jobs import Job
from creditmate.ui.kit.progress import ProgressLine
from creditmate.ui.kit.status_line import StatusItem, StatusLine
from creditmate.ui.queries import Latest
from creditmate.ui.safety.backed_up import BackedUp
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.working_as import WorkingAs

if TYPE_CHECKING:
    from creditmate.services.ledgers import LedgerFacts


class Status(StatusLine):
    """Facts of the open ledger, who is at work, and the job that was begun last."""

    facts_read = Signal(object)
    """``LedgerFacts`` as they are now, after something was written."""
    told = Signal(str)
    told_undo = Signal(str, object)
    changed = Signal(Touched)
    """What was set in the line: who is at work, or how far cash is posted."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        theme, language, desk = around.theme, around.language, around.desk
        self._language = language
        self._locale, self._program = around.locale, around.program
        self.ledger = StatusItem(theme, Glyph.LEDGER, "")
        self.posted = CashPosted(around)
        self.backed_up = BackedUp(around)
        self.working = WorkingAs(around)
        self.progress = ProgressLine(theme, language)
        self._job: Job | None = None
        self.add(self.ledger)
        self.add(self.posted)
        self.add(self.backed_up)
        self.add(self.working)
        self.add_at_end(self.progress)
        self.progress.cancelled.connect(self._on_cancel)
        for setting in (self.working, self.posted):
            setting.told.connect(self.told)
            setting.changed.connect(self.changed)
        self.posted.told_undo.connect(self.told_undo)
        self._facts: Latest[LedgerFacts] = Latest(desk, self._on_facts, desk.failed.emit, self)
        self.clear()

    def clear(self) -> None:
        """No ledger is open."""
        self._facts.forget()
        self.ledger.hide()
        self.posted.clear()
        self.backed_up.clear()
        self.working.clear()

    def show_ledger(self, path: Path, facts: "LedgerFacts") -> None:
        """Say which ledger is open and how far its cash is posted."""
        self.ledger.say(path.name)
        self.ledger.show()
        self.posted.show_day(facts.posted_to)
        self.working.ask()

    def catch_up(self, touched: Touched) -> None:
        """Money or settings were written: cash may be posted further, the business be renamed."""
        if self.ledger.isHidden():
            return
        if touched & (Touched.PAYMENTS | Touched.SETTINGS):
            self._facts.ask(self._program.ledgers.facts)
        if touched & Touched.SETTINGS:
            self.working.ask()

    def _on_facts(self, facts: "LedgerFacts") -> None:
        self.posted.show_day(facts.posted_to)
        self.facts_read.emit(facts)

    def follow(self, job: Job) -> None:
        """Show how far a job is, until it is over."""
        self._job = job
        self.progress.begin(Glyph.PLAY, job.title)
        # methods, not partials: they are not called any more once the window is gone
        job.progressed.connect(self._on_progress)
        job.over.connect(self._on_over)

    def _on_progress(self, done: int, total: int) -> None:
        job = self._job
        if job is not None and self.sender() is job:
            from creditmate.i18n.ledger_words import progress_words  # noqa: PLC0415 - see docs/decisions/0006

            text = progress_words(job.title, done, total, self._language, self._locale)
            self.progress.report(text, done, total)

    def _on_over(self) -> None:
        if self.sender() is self._job:
            self._job = None
            self.progress.end()

    def _on_cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
