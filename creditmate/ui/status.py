"""What the foot of the window says: which ledger, how far cash is posted, what is being done."""

from pathlib import Path
from typing import TYPE_CHECKING

from creditmate.domain.changes import Touched
from creditmate.i18n.catalogue import words
from creditmate.ui.jobs import Job
from creditmate.ui.kit.progress import ProgressLine
from creditmate.ui.kit.status_line import StatusItem, StatusLine
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph

if TYPE_CHECKING:
    from creditmate.services.ledgers import LedgerFacts


class Status(StatusLine):
    """Facts of the open ledger, and the job that was begun last."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        theme, language, desk = around.theme, around.language, around.desk
        self._words, self._language = words(language), language
        self._locale, self._program = around.locale, around.program
        self.ledger = StatusItem(theme, Glyph.LEDGER, "")
        self.posted = StatusItem(theme, Glyph.BANK, "")
        self.progress = ProgressLine(theme, language)
        self._job: Job | None = None
        self.add(self.ledger)
        self.add(self.posted)
        self.add_at_end(self.progress)
        self.progress.cancelled.connect(self._on_cancel)
        self._facts: Latest[LedgerFacts] = Latest(desk, self._say_posted, desk.failed.emit, self)
        around.jobs.touched.connect(self._on_touched)
        self.clear()

    def clear(self) -> None:
        """No ledger is open."""
        self._facts.forget()
        self.ledger.hide()
        self.posted.hide()

    def show_ledger(self, path: Path, facts: "LedgerFacts") -> None:
        """Say which ledger is open and how far its cash is posted."""
        self.ledger.say(path.name)
        self._say_posted(facts)
        self.ledger.show()
        self.posted.show()

    def _on_touched(self, touched: Touched) -> None:
        """Money was brought in: its cash may be posted further."""
        if touched & Touched.PAYMENTS and not self.ledger.isHidden():
            self._facts.ask(self._program.ledgers.facts)

    def _say_posted(self, facts: "LedgerFacts") -> None:
        _ = self._words.gettext
        if facts.posted_to is None:
            self.posted.say(_("No cash posted so far"))
        else:
            from creditmate.i18n.formats import day_in_table  # noqa: PLC0415 - see docs/decisions/0006

            day = day_in_table(facts.posted_to, self._locale, self._program.clock.today)
            self.posted.say(_("Cash posted up to {day}").format(day=day))

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
