"""How a visit ended: whom we met and when, what was said, and the next step."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.domain.contact_channels import Way, fits
from creditmate.domain.outcomes import Outcome
from creditmate.i18n.call_words import outcome_title
from creditmate.i18n.catalogue import words
from creditmate.i18n.parsing import Towards
from creditmate.services.call_notes import CallNote
from creditmate.services.visit_report_notes import whom
from creditmate.ui.diary.hour_field import HourField
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.kit.text_input import TextInput
from creditmate.ui.kit.typed_fields import DayField
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE
from creditmate.ui.visits.report_choice import choice_of
from creditmate.ui.visits.report_state import ReportOn
from creditmate.ui.visits.report_values import ReportValues

_NOTES = 4


class ReportTalk(QWidget):
    """What a report cannot do without stands at its top.

    Attributes:
        outcome: How it ended.
        with_name: Whom we met.
        day: When it was held.
        notes: What was said.
        next_day: The next step's; ``next_at`` its hour.
        because: Why there is none.
        opportunity: A need that they spoke of.
        feedback: What they think of us; both stand further down.
    """

    def __init__(self, around: Surroundings, on: ReportOn) -> None:
        super().__init__()
        self._ = _ = words(around.language).gettext
        theme = around.theme
        outcomes = [one for one in Outcome if one.reached and fits(Way.VISIT, one, incoming=False)]
        self.outcome = choice_of(around, _("How it ended"), outcomes, outcome_title)
        self.outcome.input.setPlaceholderText(_("Choose how it ended"))
        self.outcome.input.setCurrentIndex(-1)
        self.with_name = self._line(around, _("Whom you met"))
        self.with_name.input.setText(whom(on.page.file))
        self.day = DayField(around, _("Held on"), Towards.PAST)
        self.day.show_day(min(on.page.file.visit.day, around.program.clock.today))
        self.notes = Field(theme, _("What was said"), TextInput(theme, "", _NOTES), echoes=False)
        self.next_day, self.next_at = DayField(around, _("Next step")), HourField(around, _("At"))
        self.because = self._line(around, _("Or why there is none"))
        self.opportunity = self._line(around, _("An opportunity, in their words"))
        self.feedback = self._line(around, _("What they think of us, in their words"))
        ended, steps = ColumnGrid(3, gap=SPACE.l), ColumnGrid(3, gap=SPACE.l)
        ended.add(self.outcome, self.with_name, self.day)
        steps.add(self.next_day, self.next_at, self.because)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        for part in (ended, self.notes, steps):
            column.addWidget(part)

    def be_known(self, values: ReportValues) -> None:
        """Have the fields kept as they are typed."""
        for name, field in (
            ("outcome", self.outcome),
            ("with", self.with_name),
            ("day", self.day),
            ("notes", self.notes),
            ("next", self.next_day),
            ("at", self.next_at),
            ("because", self.because),
            ("opportunity", self.opportunity),
            ("feedback", self.feedback),
        ):
            values.know(f"talk.{name}", field.input)

    def read(self) -> tuple[CallNote | None, bool]:
        """Return the conversation, and whether it could be understood."""
        outcome = self.outcome.input.currentData()
        if outcome is None:
            self.outcome.refuse(self._("Choose how it ended."))
            self.outcome.setFocus()
            return None, False
        day, is_day = self.day.read_or_refuse()
        next_day, is_next = self.next_day.read_or_refuse() if is_day else (None, False)
        at, is_at = self.next_at.read_or_refuse() if is_next else (None, False)
        if not is_at:
            return None, False
        note = CallNote(
            self.with_name.input.text().strip(),
            Outcome(str(outcome)),
            self.notes.input.toPlainText().strip(),
            next_day=next_day,
            next_at=at,
            none_because=self.because.input.text().strip(),
            channel=Way.VISIT.value,
            opportunity=self.opportunity.input.text().strip(),
            feedback=self.feedback.input.text().strip(),
            day=day,
        )
        return note, True

    def _line(self, around: Surroundings, label: str) -> Field[LineInput]:
        return Field(around.theme, label, LineInput(around.theme, ""), echoes=False)
