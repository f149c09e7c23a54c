"""What was said on a visit and is not in its report yet."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.i18n.catalogue import words
from creditmate.services.visit_additions import Said
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.kit.text_input import TextInput
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE
from creditmate.ui.visits.report_values import ReportValues

_NOTES = 3


class ReportMore(QWidget):
    """Words that come below those that were told.

    Attributes:
        notes: What was said besides.
        opportunity: A need that they spoke of.
        feedback: What they think of us.
    """

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        _, theme = words(around.language).gettext, around.theme
        self.notes = Field(
            theme, _("What else was said"), TextInput(theme, "", _NOTES), echoes=False
        )
        self.opportunity, self.feedback = (
            Field(theme, label, LineInput(theme, ""), echoes=False)
            for label in (
                _("An opportunity, in their words"),
                _("What they think of us, in their words"),
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        for part in (self.notes, self.opportunity, self.feedback):
            column.addWidget(part)

    def be_known(self, values: ReportValues) -> None:
        """Have the fields kept as they are typed."""
        values.know("more.notes", self.notes.input)
        values.know("more.opportunity", self.opportunity.input)
        values.know("more.feedback", self.feedback.input)

    @property
    def told(self) -> Said:
        """The words that were typed."""
        return Said(
            note=self.notes.input.toPlainText().strip(),
            opportunity=self.opportunity.input.text().strip(),
            feedback=self.feedback.input.text().strip(),
        )
