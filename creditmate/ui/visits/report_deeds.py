"""What is told of a visit after it: its report, what is added to it, or that nobody was met."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Done, Saved, Touched
from creditmate.domain.errors import UserError
from creditmate.domain.visits import VisitEventKind
from creditmate.i18n.catalogue import words
from creditmate.i18n.problems import problem_words
from creditmate.services.visit_attempts import VisitAttempt
from creditmate.services.visit_report_notes import NotMet
from creditmate.services.visit_report_pages import held_event
from creditmate.services.visits import TOUCHED
from creditmate.ui.held_keys import Opening
from creditmate.ui.kit.links import view
from creditmate.ui.kit.question import Question
from creditmate.ui.queries import Latest, Writes
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.teller import Teller
from creditmate.ui.visits.attempt_words import next_words
from creditmate.ui.visits.report_deputy import DeputyDialog
from creditmate.ui.visits.report_dialog import AddReportDialog, ReportDialog
from creditmate.ui.visits.report_state import (
    OpenReport,
    ReportOn,
    put_down_in_vain,
    read_report,
    take_back,
    undo_addition,
)
from creditmate.ui.visits.visit_state import VisitRead


class ReportDeeds(Teller):
    """Acts upon the visit whose page is shown."""

    reported = Signal()
    """A report was saved: the letter of thanks is next."""
    left = Signal()
    """A report was left: what was typed of it is kept, or nothing is any more."""

    def __init__(self, around: Surroundings, over: QWidget) -> None:
        super().__init__(over)
        self._around, self._over = around, over
        self._read: VisitRead | None = None
        self._ = words(around.language).gettext
        self._reports: Opening[ReportOn] = Opening(
            around.desk, self._on_report, self._on_failed, self
        )
        self._additions: Opening[ReportOn] = Opening(
            around.desk, self._on_addition, self._on_failed, self
        )
        self._deeds = Writes(around.desk, self._on_failed, self)
        self._files: Latest[Path] = Latest(around.desk, view, self._on_failed, self)

    def show_visit(self, read: VisitRead) -> None:
        """Act upon this visit from now on."""
        self._read = read

    # ------------------------------------------------------------- what is asked for
    def report(self) -> None:
        """Write the report, or go on with one that was left."""
        if self._read is not None:
            self._reports.ask(partial(read_report, self._around.program, self._read.page))

    def add(self) -> None:
        """Add to a report."""
        if self._read is not None:
            page = self._read.page
            self._additions.ask(partial(read_report, self._around.program, page, adding=True))

    def open_file(self, attachment: int) -> None:
        """Open a file that came of it, in the program for it."""
        self._files.ask(partial(self._around.program.attachments.export, attachment))

    def not_met(self, kind: VisitEventKind) -> None:
        """Put down that nobody was met who decides; of a deputy a little more is asked."""
        if self._read is None:
            return
        if kind is VisitEventKind.DEPUTY:
            DeputyDialog(self._around, self._over, self._read.page, self._on_not_met)
            return
        program, number = self._around.program, self._read.page.row.number
        work = partial(put_down_in_vain, program, number, NotMet(kind))
        self._deeds.do(work, lambda put: self._on_not_met(*put))

    def take_back_attempt(self) -> None:
        """Take back that nobody was met: a slip, or they came after all."""
        if self._read is not None and self._read.attempt is not None:
            self._take_back(self._read.attempt.interaction)

    def take_back_cancelled(self, action: int) -> None:
        """Take back that the visit was cancelled."""
        done = Done(action, TOUCHED)
        self._deeds.do(partial(self._around.program.visits.undo, done), self._on_taken_back)

    def take_back_added(self, action: int) -> None:
        """Take back what was added to the report last."""
        self._deeds.do(
            partial(self._around.program.visit_reports.undo_added, action), self._on_taken_back
        )

    def take_back_report(self) -> None:
        """Take a report back, once it was said that its words are to be written anew."""
        _, held = self._, None if self._read is None else held_event(self._read.page.file)
        if held is None or held.interaction is None:
            return
        question = Question(self._around.theme, self._over, _("Leave it"), _("Take it back"))
        lost = _(
            "Promises, queries and next steps that came of it go with it. What you typed is not"
            " in the form again: it is written anew."
        )
        question.say(_("Take the report back?"), lost)
        question.decided.connect(partial(self._take_back, held.interaction))
        question.open()

    def _take_back(self, interaction: int) -> None:
        self._deeds.do(
            partial(self._around.program.visit_reports.undo, interaction), self._on_taken_back
        )

    def _on_taken_back(self, touched: Touched) -> None:
        self.changed.emit(touched)
        self.told.emit(self._("Taken back."))

    # ------------------------------------------------------------- what came of it
    def _on_report(self, on: ReportOn) -> None:
        ReportDialog(self._around, self._over, on, self._on_reported, self._on_left)

    def _on_addition(self, on: ReportOn) -> None:
        AddReportDialog(self._around, self._over, on, self._on_added, self._on_left)

    def _on_left(self, said: str) -> None:
        self.left.emit()
        if said:
            self.told.emit(said)

    def _on_reported(self, saved: Saved, form: OpenReport) -> None:
        self.reported.emit()
        self.changed.emit(saved.touched)
        undo = partial(take_back, self._around.program, saved.id, form)
        self.told_undo.emit(self._("The report is saved. Next: the letter of thanks."), undo)

    def _on_added(self, done: Done, form: OpenReport) -> None:
        self.changed.emit(done.touched)
        undo = partial(undo_addition, self._around.program, done.action, form)
        self.told_undo.emit(self._("It is added to the report."), undo)

    def _on_not_met(self, saved: Saved, attempt: VisitAttempt | None) -> None:
        self.changed.emit(saved.touched)
        said = self._("It is kept as an attempt, and the visit is on another day.")
        if attempt is not None and attempt.again is None:
            around, today = self._around, self._around.program.clock.today
            after = next_words(attempt, around.language, around.locale, today)
            said = f"{self._('It is kept as an attempt.')} {after}".strip()
        self.told_undo.emit(said, partial(self._around.program.visit_reports.undo, saved.id))

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.told.emit(problem_words(error, self._around.language, self._around.locale))
        else:
            self._around.desk.failed.emit(error)
