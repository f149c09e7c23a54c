"""Writing the report of a visit, and adding to one: saved all at once, or not at all."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Done, Saved
from creditmate.i18n.catalogue import words
from creditmate.services.visit_additions import Addition, Said
from creditmate.services.visit_report_notes import VisitReport
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.visits.report_form import ReportForm
from creditmate.ui.visits.report_query import Asked
from creditmate.ui.visits.report_state import OpenReport, ReportOn, save_addition, save_report
from creditmate.ui.visits.report_talk import ReportTalk


class ReportDialog(ReportForm):
    """Long, and filled in from the top; all of it is saved at once.

    Attributes:
        outcome: How it ended.
        notes: What was said.
        next_day: The next step's.
        because: Why there is none.
    """

    talk: ReportTalk

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        on: ReportOn,
        told: Callable[[Saved, OpenReport], object],
        left: Callable[[str], object],
    ) -> None:
        """Open it; ``left`` is given what is to be said when it is left unfinished."""
        _ = words(around.language).gettext
        self._told = told
        title = _("Report of the visit to {name}").format(name=on.page.row.name)
        super().__init__(around, window, on, title, left)
        self.outcome, self.notes = self.talk.outcome, self.talk.notes
        self.next_day, self.because = self.talk.next_day, self.talk.because
        self.open_at(self.outcome)

    def on_verb(self) -> None:
        """Save all of it in one go."""
        self.clear()
        report, asked = self._typed()
        if report is None:
            self._soon()
            return
        program, form = self.around.program, self.keeping.form
        work = partial(save_report, program, self._on.number, report, self.parts.chosen, asked)
        self.submit(work, lambda saved: self._told(saved, form))

    def _typed(self) -> tuple[VisitReport | None, tuple[Asked, ...]]:
        """All of it, queries apart; None where something is missing, which is said and gone to."""
        parts = self.parts
        talk, fits = self.talk.read()
        findings = parts.findings() if fits else None
        if talk is None or findings is None:
            return None, ()
        agreed = parts.agreed()
        if agreed is None:
            return None, ()
        limit, fits = parts.within("review", parts.review.read_limit)
        if not fits:
            return None, ()
        said = replace(talk, plan=agreed.plan)
        report = VisitReport(said, findings, agreed.commitments, new_limit=limit)
        return report, agreed.queries


class AddReportDialog(ReportForm):
    """What was forgotten, has come since, or was told wrong: what was told before stays."""

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        on: ReportOn,
        told: Callable[[Done, OpenReport], object],
        left: Callable[[str], object],
    ) -> None:
        """Open it; ``left`` is given what is to be said when it is left unfinished."""
        _ = words(around.language).gettext
        self._told = told
        title = _("Add to the report of the visit to {name}").format(name=on.page.row.name)
        super().__init__(around, window, on, title, left)
        first = next(iter(self.parts.sections.values()))
        self.open_at(first.head)

    def on_verb(self) -> None:
        """Add it."""
        self.clear()
        added, asked = self._typed()
        if added is None:
            self._soon()
            return
        chosen = self.parts.chosen
        if not (added.tells_anything or asked or chosen):
            self.tell(self._("Nothing is told yet that could be added."))
            return
        program, form = self.around.program, self.keeping.form
        work = partial(save_addition, program, self._on.number, added, chosen, asked)
        self.submit(work, lambda done: self._told(done, form))

    def _typed(self) -> tuple[Addition | None, tuple[Asked, ...]]:
        """All of it, queries and files apart; None where something cannot be understood."""
        parts = self.parts
        findings = parts.findings()
        if findings is None:
            return None, ()
        agreed = parts.agreed()
        if agreed is None:
            return None, ()
        said = Said() if parts.more is None else parts.more.told
        said = replace(said, commitments=agreed.commitments, plan=agreed.plan)
        return Addition(findings, said=said), agreed.queries
