"""The parts of the form in the order of talk, what stands in them, and where each field is."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.domain.outcomes import Outcome
from creditmate.services.call_drafts import TypedCall
from creditmate.services.call_sheets import CallSheet
from creditmate.ui.call.agreed_fields import AgreedFields
from creditmate.ui.call.extras import Extras
from creditmate.ui.call.feel_row import FeelRow
from creditmate.ui.call.next_step import NextStepField
from creditmate.ui.call.notes_field import NotesField
from creditmate.ui.call.outcome_section import OutcomeSection
from creditmate.ui.call.read_back_bar import ReadBackBar
from creditmate.ui.call.script_ticks import ScriptTicks
from creditmate.ui.kit.margins import keep_clear
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SPACE


class FormParts(QWidget):
    """Lays them out; the next step and the sentence to read back stand below, always seen."""

    def __init__(self, theme: Theme, language: str, locale: str) -> None:
        super().__init__()
        self.setAutoFillBackground(False)
        self.ticks = ScriptTicks(theme, language, locale)
        self.outcomes = OutcomeSection(theme, language)
        self.agreed = AgreedFields(theme, language)
        self.extras = Extras(theme, language, locale)
        self.feel = FeelRow(theme, language)
        self.notes = NotesField(theme, language, locale)
        self.next = NextStepField(theme, language)
        self.read_back = ReadBackBar(theme, language)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(SPACE.s)
        self._column.addWidget(inset(self.ticks))
        self._column.addWidget(self.outcomes)
        for part in (self.agreed, self.extras, self.feel, self.notes):
            self._column.addWidget(inset(part), 1 if part is self.notes else 0)
        self.keep_end(SPACE.l)

    def keep_end(self, end: int) -> None:
        """Keep so much clear where reading ends."""
        keep_clear(self._column, SPACE.l, SPACE.s, end, SPACE.xs)

    @property
    def typed(self) -> TypedCall:
        """What stands in them."""
        outcome = self.outcomes.grid.outcome
        typed = self.extras.typed(
            TypedCall(
                outcome="" if outcome is None else outcome.value,
                mood=self.feel.mood,
                signals=self.feel.noticed,
                notes=self.notes.input.toPlainText(),
                no_step=self.next.is_none,
                next_day=self.next.day.text(),
                next_at=self.next.at.text(),
                because=self.next.because.text(),
                ticks=self.ticks.ticked,
            )
        )
        return self.agreed.typed(typed)

    def show_typed(self, sheet: CallSheet, typed: TypedCall, today: date) -> None:
        """Begin a form, with what was typed in it before."""
        outcome = Outcome(typed.outcome) if typed.outcome else None
        self.outcomes.clear()
        self.outcomes.grid.offer(sheet.kind, outcome)
        self.agreed.show_typed(typed)
        self.extras.show_sheet(sheet, today)
        self.extras.show_typed(typed)
        self.feel.show_typed(typed.mood, typed.signals)
        self.notes.input.setPlainText(typed.notes)
        self.notes.clear()
        self.next.show_typed(typed.next_day, typed.next_at, typed.because, is_none=typed.no_step)

    def refuse(self, problems: Mapping[str, str]) -> None:
        """Say below each field what is wrong with it."""
        if "outcome" in problems:
            self.outcomes.refuse()
        self.agreed.refuse(problems)
        self.extras.refuse(problems)
        for name in ("next", "next-at", "because"):
            if name in problems:
                self.next.refuse(problems[name], name)
        if "note" in problems:
            self.notes.refuse(problems["note"])

    def part_of(self, field: QWidget) -> QWidget:
        """Return the part in which a field stands, with what is said of it."""
        items = filter(None, map(self._column.itemAt, range(self._column.count())))
        parts = (found for item in items if (found := item.widget()) is not None)
        return next((part for part in parts if part.isAncestorOf(field)), field)

    def settle(self) -> None:
        """Let every part take its room at once."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def field(self, name: str) -> QWidget:
        """Return the field of a name."""
        theirs, ours, said = self.agreed.theirs, self.agreed.ours, self.agreed.said
        fields: dict[str, QWidget] = {
            "outcome": self.outcomes.grid,
            "promise": theirs.what,
            "nothing-open": theirs.what,
            "by": theirs.by,
            "paid-amount": said.amount,
            "paid-none": said.amount,
            "paid-on": said.day,
            "deed": ours.what,
            "we-by": ours.by,
            "note": self.notes.input,
            "next": self.next.day,
            "next-at": self.next.at,
            "because": self.next.because,
            **self.extras.fields(),
        }
        return fields[name]


def inset(part: QWidget) -> QWidget:
    """Stand in line with the letters of the outcomes, whose ground reaches further out."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(SPACE.s, 0, SPACE.s, 0)
    row.addWidget(part)
    return holder
