"""The clauses that something hangs on: each with its number in the wording and what it says."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from creditmate.domain.terms import ClauseKind, Per
from creditmate.domain.typed_terms import TypedClause
from creditmate.i18n.agreed_words import clause_name
from creditmate.i18n.catalogue import words
from creditmate.ui.kit.inputs import Choice, LineInput
from creditmate.ui.kit.text import Text
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type

_REST = 3  # columns: that of the sentence, and those in which only interest has something


class ClauseRows(QWidget):
    """A row for each kind; one whose sentence is empty is not marked."""

    edited = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        _, theme = words(around.language).gettext, around.theme
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.s)
        grid.setVerticalSpacing(SPACE.xs)
        grid.setColumnStretch(2, 1)
        heads = (_("Clause"), _("Number"), _("What is agreed, in short"))
        for place, said in enumerate(heads):
            grid.addWidget(Text(theme, said, Type.SMALL_MEDIUM, Ink.MUTED), 0, place)
        self.numbers: dict[ClauseKind, LineInput] = {}
        self.summaries: dict[ClauseKind, LineInput] = {}
        for row, kind in enumerate(ClauseKind, 1):
            name = clause_name(kind, around.language)
            number = LineInput(theme, _("Number of the clause: {clause}").format(clause=name))
            summary = LineInput(theme, _("In short: {clause}").format(clause=name))
            number.setFixedWidth(theme.wide(SIZES.card))
            grid.addWidget(Text(theme, name), row, 0)
            grid.addWidget(number, row, 1)
            grid.addWidget(summary, row, 2, 1, 1 if kind is ClauseKind.INTEREST else _REST)
            self.numbers[kind], self.summaries[kind] = number, summary
        self.rate = LineInput(theme, _("Rate of interest in percent; empty for the statute"))
        self.rate.setPlaceholderText(_("by law"))
        self.rate.setFixedWidth(theme.wide(SIZES.card))
        self.per = Choice(theme, _("Rate for"))
        for per, said in ((Per.YEAR, _("% a year")), (Per.MONTH, _("% a month"))):
            self.per.addItem(said, per.value)
        self.per.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.per.setMinimumWidth(theme.wide(SIZES.fact_label + SIZES.card // 2))
        row = [*ClauseKind].index(ClauseKind.INTEREST) + 1
        grid.addWidget(self.rate, row, 3)
        grid.addWidget(self.per, row, 4)
        for line in (*self.numbers.values(), *self.summaries.values(), self.rate):
            line.textEdited.connect(self.edited)
        self.per.activated.connect(self.edited)

    def show_clauses(self, clauses: Sequence[TypedClause]) -> None:
        """Show what is typed about each."""
        known = {ClauseKind(one.kind): one for one in clauses}
        for kind in ClauseKind:
            one = known.get(kind, TypedClause(kind.value))
            self.numbers[kind].setText(one.number)
            self.summaries[kind].setText(one.summary)
        interest = known.get(ClauseKind.INTEREST, TypedClause(ClauseKind.INTEREST.value))
        self.rate.setText(interest.rate)
        self.per.setCurrentIndex(max(self.per.findData(interest.per), 0))

    def typed(self) -> tuple[TypedClause, ...]:
        """Return what stands there, word for word."""
        return tuple(self._typed(kind) for kind in ClauseKind)

    def _typed(self, kind: ClauseKind) -> TypedClause:
        of_interest = kind is ClauseKind.INTEREST
        return TypedClause(
            kind=kind.value,
            number=self.numbers[kind].text(),
            summary=self.summaries[kind].text(),
            rate=self.rate.text() if of_interest else "",
            per=str(self.per.currentData()) if of_interest else "",
        )
