"""What came of each issue: beside what we wanted, and with what we would be content."""

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.domain.visit_report import IssueOutcome, IssueResult
from creditmate.domain.visits import InnerIssue, VisitIssue
from creditmate.i18n.catalogue import words
from creditmate.i18n.visit_report_words import result_words
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE, Ink, Type
from creditmate.ui.visits.report_choice import choice_of
from creditmate.ui.visits.report_values import ReportValues


class IssueRow(QWidget):
    """Nothing is chosen at first; what says nothing by itself asks for words.

    Attributes:
        result: What came of it.
        words: How we would put it.
    """

    def __init__(
        self,
        around: Surroundings,
        issue: VisitIssue,
        inner: InnerIssue,
        before: IssueOutcome | None,
    ) -> None:
        super().__init__()
        self._ = _ = words(around.language).gettext
        self._issue, theme = issue, around.theme
        stays = "" if before is None else _("As it was told")
        self.result = choice_of(around, issue.what, IssueResult, result_words, stays)
        if before is None:
            self.result.input.setPlaceholderText(_("Choose what came of it"))
            self.result.input.setCurrentIndex(-1)
        line = LineInput(theme, "")
        self.words = Field(theme, _("In words, for us"), line, echoes=False)
        fields = ColumnGrid(2, gap=SPACE.l)
        fields.add(self.result, self.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        column.addWidget(fields)
        for said in (self._aims(inner), self._told(before, around.language)):
            if said:
                column.addWidget(Paragraph(theme, said, Type.SMALL, Ink.MUTED))

    def be_known(self, values: ReportValues) -> None:
        """Have the fields kept as they are typed."""
        values.know(f"issue.{self._issue.id}.result", self.result.input)
        values.know(f"issue.{self._issue.id}.words", self.words.input)

    @property
    def told(self) -> IssueOutcome | None:
        """What is told of it; None as long as nothing is."""
        result = self.result.input.currentData()
        if result is None:
            return None
        return IssueOutcome(self._issue.id, IssueResult(result), self.words.input.text().strip())

    def check(self, *, wanted: bool) -> bool:
        """Return whether it fits together; if not, that is said in its place.

        Args:
            wanted: Every issue is to be spoken of, were it to say that it was not.
        """
        told = self.told
        if told is None and (wanted or self.words.input.text().strip()):
            self.result.refuse(self._("Choose what came of it."))
            self.result.setFocus()
            return False
        if told is not None and told.result.needs_words and not told.words:
            self.words.refuse(self._("Say what was agreed, or why nothing was."))
            self.words.setFocus()
            return False
        return True

    def clear(self) -> None:
        """Nothing is wrong with it any more."""
        self.result.clear()
        self.words.clear()

    def _aims(self, inner: InnerIssue) -> str:
        wanted = self._("Wanted: {words}").format(words=inner.wanted) if inner.wanted else ""
        fall_back = self._("Fall-back: {words}").format(words=inner.fall_back)
        return "; ".join(part for part in (wanted, fall_back if inner.fall_back else "") if part)

    def _told(self, before: IssueOutcome | None, language: str) -> str:
        if before is None:
            return ""
        said = ", ".join(
            part for part in (result_words(before.result, language), before.words) if part
        )
        return self._("Told so far: {words}").format(words=said)


def issue_rows(
    around: Surroundings,
    issues: tuple[VisitIssue, ...],
    inner: Mapping[int, InnerIssue],
    before: Mapping[int, IssueOutcome],
) -> list[IssueRow]:
    """Return a row for each issue, with what was told of it before."""
    return [
        IssueRow(around, issue, inner.get(issue.id, InnerIssue()), before.get(issue.id))
        for issue in issues
    ]
