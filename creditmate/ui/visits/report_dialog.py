"""The report of a visit: what came of it, what both sides will do, what was seen; saved at once."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Saved
from creditmate.domain.contact_channels import Way, fits
from creditmate.domain.feeling import Mood
from creditmate.domain.outcomes import Outcome
from creditmate.domain.visit_observations import Picture, Topic
from creditmate.domain.visit_report import Commitment, Findings, LimitView, Review, RiskView
from creditmate.domain.visits import Side, VisitFile
from creditmate.i18n.call_words import mood_words, outcome_title
from creditmate.i18n.catalogue import words
from creditmate.i18n.visit_report_words import limit_view_words, risk_view_words
from creditmate.services.call_notes import CallNote
from creditmate.services.program import Program
from creditmate.services.visit_report_notes import VisitReport
from creditmate.services.visits import VisitPage
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.kit.question import Question
from creditmate.ui.kit.text import Text
from creditmate.ui.kit.text_input import TextInput
from creditmate.ui.kit.typed_fields import DayField, MoneyField
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type
from creditmate.ui.visits.minutes_field import DistanceField, MinutesField
from creditmate.ui.visits.report_rows import IssueRow, PaperRow, TopicRow, choice_of
from creditmate.ui.visits.typed_values import typed_values

_NOTES = 4


@dataclass(frozen=True, slots=True)
class ReportOn:
    """What a report is about: the visit, what the last one showed, and the customer's currency."""

    page: VisitPage
    before: Picture | None
    currency: str


def read_report(program: Program, page: VisitPage) -> ReportOn:
    """Return what a report begins with; for the database thread."""
    today = program.clock.today
    before = program.visit_reports.trend(page.row.code, today)
    brief = program.customers.brief(page.row.code, today)
    return ReportOn(page, before, brief.customer.currency)


class ReportDialog(EditDialog):
    """Long, and filled in from the top; what is wrong is said over the buttons.

    Attributes:
        issues: What came of each issue.
        papers: What became of what they were asked to have ready.
        topics: What was seen.
    """

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        on: ReportOn,
        told: Callable[[Saved], object],
    ) -> None:
        _ = words(around.language).gettext
        self._on, self._told, self._ = on, told, _
        title = _("Report of the visit to {name}").format(name=on.page.row.name)
        detail = _("What you saw and make of it stays with you.")
        super().__init__(
            around, window, title, _("Save the report"), detail=detail, width=SIZES.settings_form
        )
        file: VisitFile = on.page.file
        theme = around.theme
        self.issues = [IssueRow(around, issue) for issue in file.visit.issues]
        self.papers = [PaperRow(around, request) for request in file.visit.requests]
        self.topics = [TopicRow(around, topic, on.before) for topic in Topic]
        outcomes = [one for one in Outcome if one.reached and fits(Way.VISIT, one, incoming=False)]
        self.outcome = choice_of(around, _("How it ended"), outcomes, outcome_title)
        self.outcome.input.setPlaceholderText(_("Choose how it ended"))
        self.outcome.input.setCurrentIndex(-1)
        self.notes = Field(theme, _("What was said"), TextInput(theme, "", _NOTES), echoes=False)
        self.next_day = DayField(around, _("Next step"))
        self.because = self._line(_("Or why there is none"))
        self._make_promises(on.currency)
        self._make_review(file)
        self._lay_out_report()
        self._at_first = typed_values(self)
        self.open_at(self.outcome)

    def _line(self, label: str) -> Field[LineInput]:
        return Field(self.around.theme, label, LineInput(self.around.theme, ""), echoes=False)

    def _make_promises(self, currency: str) -> None:
        _ = self._
        self.pay = MoneyField(self.around, _("They pay"), currency)
        self.pay_by = DayField(self.around, _("By"))
        self.theirs = self._line(_("What else they will do"))
        self.theirs_day = DayField(self.around, _("By"))
        self.ours = self._line(_("What we will do"))
        self.ours_day = DayField(self.around, _("By"))

    def _make_review(self, file: VisitFile) -> None:
        _, around, later = self._, self.around, self._("Not said")
        self.mood = choice_of(around, _("The mood"), Mood, mood_words, later)
        self.limit = choice_of(around, _("The credit limit"), LimitView, limit_view_words, later)
        self.risk = choice_of(around, _("The risk"), RiskView, risk_view_words, later)
        self.took = MinutesField(around, _("It took, way and visit, in minutes"))
        far = _("There and back")
        self.distance = DistanceField(around, far, file.inner.unit.value)
        self.opportunity = self._line(_("An opportunity, in their words"))

    def _lay_out_report(self) -> None:
        _ = self._
        step, ended = ColumnGrid(2, gap=SPACE.l), ColumnGrid(1)
        ended.add(self.outcome)
        step.add(self.next_day, self.because)
        promised = ColumnGrid(2, gap=SPACE.l)
        promised.add(self.pay, self.pay_by, self.theirs, self.theirs_day, self.ours, self.ours_day)
        review = ColumnGrid(3, gap=SPACE.l)
        review.add(self.mood, self.limit, self.risk)
        took = ColumnGrid(2, gap=SPACE.l)
        took.add(self.took, self.distance)
        self.put(ended, self.notes, step)
        for title, rows in (
            (_("What came of each issue"), self.issues),
            (_("What each side will do"), [promised]),
            (_("What they were asked to have ready"), self.papers),
            (_("What you saw, beside the last time; for us only"), self.topics),
            (_("What you make of it, for us only"), [review, took, self.opportunity]),
        ):
            if rows:
                self.put(Text(self.around.theme, title, Type.BODY_STRONG, Ink.TEXT), *rows)
        self.add("next", self.next_day)
        self.add("note", self.notes)
        self.add("visit.took", self.took)
        self.add("visit.commitment", self.theirs)
        self.add("visit.commitment_day", self.pay_by)
        for row in self.issues[:1]:
            self.add("visit.results", row.result)
            self.add("visit.result_words", row.words)
        for paper in self.papers[:1]:
            self.add("visit.request_day", paper.by)

    # ------------------------------------------------------------- leaving
    def reject(self) -> None:
        """Leave, at once if nothing is lost by it; else the user decides."""
        if typed_values(self) == self._at_first:
            self._leave()
            return
        _ = self._
        question = Question(self.around.theme, self, _("Go on typing"), _("Discard it"))
        lost = _("What you typed of this report is not in the ledger yet.")
        question.say(_("Leave without keeping it?"), lost)
        question.decided.connect(self._leave)
        question.open()

    def _leave(self) -> None:
        super().reject()

    # ------------------------------------------------------------- saving
    def on_verb(self) -> None:
        """Save all of it in one go."""
        self.clear()
        if self.outcome.input.currentData() is None:
            self.outcome.refuse(self._("Choose how it ended."))
            self.outcome.setFocus()
            return
        report = self._typed()
        if report is not None:
            reports, number = self.around.program.visit_reports, self._on.page.row.number
            self.submit(partial(reports.report, number, report), self._told)

    def _typed(self) -> VisitReport | None:
        next_day, is_read = self.next_day.read_or_refuse()
        commitments = self._commitments()
        papers = [paper.read() for paper in self.papers]
        took, took_read = self.took.read_or_refuse()
        far, far_read = self.distance.read_or_refuse()
        all_read = all(read for _told, read in papers)
        if commitments is None or not (is_read and took_read and far_read and all_read):
            return None
        talk = CallNote(
            "",
            Outcome(str(self.outcome.input.currentData())),
            self.notes.input.toPlainText().strip(),
            next_day=next_day,
            none_because=self.because.input.text().strip(),
            channel=Way.VISIT.value,
            opportunity=self.opportunity.input.text().strip(),
        )
        mood, limit = self.mood.input.currentData(), self.limit.input.currentData()
        risk = self.risk.input.currentData()
        review = Review(
            limit=None if limit is None else LimitView(limit),
            risk=None if risk is None else RiskView(risk),
            mood=None if mood is None else Mood(mood),
            minutes=took,
            distance_tenths=far,
        )
        findings = Findings(
            tuple(told for row in self.issues if (told := row.told) is not None),
            tuple(told for told, _read in papers if told is not None),
            tuple(seen for row in self.topics if (seen := row.told) is not None),
            review,
        )
        return VisitReport(talk, findings, tuple(commitments))

    def _commitments(self) -> list[Commitment] | None:
        """What both sides will do; None where a day or an amount cannot be understood."""
        amount, is_read = self.pay.read_or_refuse()
        found = []
        for words_, day_field, side in (
            ("", self.pay_by, Side.THEIRS),
            (self.theirs.input.text().strip(), self.theirs_day, Side.THEIRS),
            (self.ours.input.text().strip(), self.ours_day, Side.OURS),
        ):
            day, day_read = day_field.read_or_refuse()
            is_read = is_read and day_read
            paid = amount if day_field is self.pay_by else None
            if not words_ and paid is None:
                continue
            if day_read and day is None:
                day_field.refuse(self._("Say by which day."))
                day_field.setFocus()
                return None
            if day is not None:
                found.append(Commitment(side, day, words_, paid))
        return found if is_read else None
