"""The right side of the call: covered, ended, promised, felt, noted, next, read back."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from creditmate.domain.outcomes import Outcome
from creditmate.services.call_drafts import TypedCall
from creditmate.services.call_sheets import CallSheet
from creditmate.ui.call.agreed_fields import AgreedFields
from creditmate.ui.call.feel_row import FeelRow
from creditmate.ui.call.form_state import Reader, Understood
from creditmate.ui.call.form_words import FormWords
from creditmate.ui.call.next_step import NextStepField
from creditmate.ui.call.notes_field import NotesField
from creditmate.ui.call.offers import Offers, offered, offers
from creditmate.ui.call.outcome_section import OutcomeSection
from creditmate.ui.call.read_back_bar import ReadBackBar
from creditmate.ui.call.script_ticks import ScriptTicks
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.kit.margins import keep_clear
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SIZES, SPACE


class CallForm(QScrollArea):
    """Says as it is filled in what it understands; what is wrong only when asked to save.

    Of the form, everything but with whom, the timer and who called.
    """

    edited = Signal()

    def __init__(self, theme: Theme, language: str, locale: str) -> None:
        super().__init__()
        self._words = FormWords(language, locale)
        self._reader: Reader | None = None
        self._offered = Offers()
        self._quiet = False
        self.ticks = ScriptTicks(theme, language, locale)
        self.outcomes = OutcomeSection(theme, language)
        self.agreed = AgreedFields(theme, language)
        self.feel = FeelRow(theme, language)
        self.notes = NotesField(theme, language, locale)
        self.next = NextStepField(theme, language)
        self.read_back = ReadBackBar(theme, language)
        self._lay_out()
        self.outcomes.chosen.connect(self._on_edited)
        parts = (self.ticks, self.agreed, self.feel, self.notes, self.next)
        for part in parts:
            part.edited.connect(self._on_edited)
        for part in (self.agreed, self.next):
            part.left.connect(self._on_left)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave every key to the screen; what has the focus is scrolled into sight anyway."""
        event.ignore()

    # ------------------------------------------------------------- what is in it
    def show_sheet(self, sheet: CallSheet, today: date, locale: str) -> None:
        """Begin a form, with what had been typed in it before."""
        typed = TypedCall() if sheet.draft is None else sheet.draft.typed
        outcome = Outcome(typed.outcome) if typed.outcome else None
        self._quiet = True
        self._reader = Reader(sheet, today, locale)
        self._words.begin(sheet, today)
        self.ticks.show_script(sheet.script, typed.ticks, today)
        self.outcomes.clear()
        self.outcomes.grid.offer(sheet.kind, outcome)
        self.agreed.show_sheet(self._words.deeds(), self._words.running())
        self.agreed.show_typed(typed)
        self.feel.show_typed(typed.mood, typed.signals)
        self.notes.input.setPlainText(typed.notes)
        self.notes.clear()
        self.next.show_typed(typed.next_day, typed.because, is_none=typed.no_step)
        got = self._reader.understand(typed)
        self._offered = offers(self._reader, outcome, self.typed)
        self._quiet = False
        self._show(typed, got)
        self.verticalScrollBar().setValue(0)

    @property
    def typed(self) -> TypedCall:
        """What stands in it."""
        outcome = self.outcomes.grid.outcome
        return self.agreed.typed(
            TypedCall(
                outcome="" if outcome is None else outcome.value,
                mood=self.feel.mood,
                signals=self.feel.noticed,
                notes=self.notes.input.toPlainText(),
                no_step=self.next.is_none,
                next_day=self.next.day.text(),
                because=self.next.because.text(),
                ticks=self.ticks.ticked,
            )
        )

    @property
    def offered(self) -> Offers:
        """What it has filled in by itself."""
        return self._offered

    # ------------------------------------------------------------- filling in
    def focus_first(self, outcome: Outcome) -> None:
        """Go where an outcome needs something first; a day proposed there is typed over."""
        if outcome.promises_money:
            self.go_to("by")
            by = self.agreed.theirs.by
            if by.text() == self._offered.by:
                by.selectAll()
        elif outcome is Outcome.PAYMENT_SENT:
            self.go_to("paid-on")
        elif outcome is Outcome.CALL_BACK:
            self.go_to("next")

    def _on_edited(self) -> None:
        if self._quiet or self._reader is None:
            return
        self._offer(self._reader)
        typed = self.typed
        self._show(typed, self._reader.understand(typed))
        self.edited.emit()

    def _offer(self, reader: Reader) -> None:
        """Fill in what follows from the rest, over what was filled in so before."""
        self._quiet = True
        before, outcome = self._offered, self.outcomes.grid.outcome
        now = offers(reader, outcome, self.typed)
        theirs = self.agreed.theirs
        _refill(theirs.what, before.amount, now.amount)
        _refill(theirs.by, before.by, now.by)
        _refill(self.agreed.said.amount, before.paid, now.paid)
        self._offered = now = offers(reader, outcome, self.typed)  # the next step follows these
        _refill(self.next.day, before.next_day, now.next_day)
        self._quiet = False

    def _show(self, typed: TypedCall, got: Understood) -> None:
        """Say what is understood; what is half typed is not called wrong."""
        self.agreed.show_for(speaks=got.speaks_of_promises, says_paid=got.says_paid)
        self.agreed.theirs.echo(*self._words.theirs(got))
        self.agreed.ours.echo(*self._words.ours(got))
        self.next.name_step(looks_for_money=got.promised is not None or got.says_paid)
        self.next.echo(*self._words.next(got))
        self.notes.clear()
        if self._reader is not None:
            self.agreed.said.echo(*self._words.paid(got, self._reader.waits_until(typed, got)))
            self.read_back.show_sentence(self._words.read_back(self._reader.agreed(typed, got)))

    def _on_left(self) -> None:
        """One has left a field: now what cannot be read in it is said."""
        if self._reader is not None:
            bad = self._reader.understand(self.typed).bad
            self.refuse({name: self._words.unread(error) for name, error in bad.items()})

    # ------------------------------------------------------------- saving
    def problems(self, typed: TypedCall, got: Understood) -> dict[str, str]:
        """Return what is not right yet, in words by field, in the order of the form."""
        if self._reader is None:
            return {}
        names: Sequence[str] = self._reader.missing(typed, got)
        return {name: self._words.missing(name, got) for name in names}

    def refuse(self, problems: Mapping[str, str]) -> None:
        """Say below each field what is wrong with it."""
        if "outcome" in problems:
            self.outcomes.refuse()
        self.agreed.refuse(problems)
        for name in ("next", "because"):
            if name in problems:
                self.next.refuse(problems[name])
        if "note" in problems:
            self.notes.refuse(problems["note"])

    def go_to(self, name: str) -> None:
        """Put the focus into a field, and the field into sight."""
        field = self._field(name)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(field)

    def _field(self, name: str) -> QWidget:
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
            "because": self.next.because,
        }
        return fields[name]

    def _lay_out(self) -> None:
        page = QWidget()
        page.setAutoFillBackground(False)
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(SPACE.l, SPACE.m, SPACE.l, SPACE.m)
        self._column.setSpacing(SPACE.s)
        self._column.addWidget(_inset(self.ticks))
        self._column.addWidget(self.outcomes)
        for part in (self.agreed, self.feel, self.notes, self.next, self.read_back):
            self._column.addWidget(_inset(part), 1 if part is self.notes else 0)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().rangeChanged.connect(self._on_range)
        self.viewport().setAutoFillBackground(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _on_range(self, _least: int, most: int) -> None:
        """The scroll bar takes its room from the gutter: the edges stay in line with the head."""
        end = SPACE.l - (SIZES.scroll_bar if most else 0)
        keep_clear(self._column, SPACE.l, SPACE.m, end, SPACE.m)


def _refill(field: LineInput, before: str, now: str) -> None:
    text = offered(field.text(), before, now)
    if text != field.text():  # else who types in its middle would find themselves at its end
        field.setText(text)


def _inset(part: QWidget) -> QWidget:
    """Stand in line with the letters of the outcomes, whose ground reaches further out."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(SPACE.s, 0, SPACE.s, 0)
    row.addWidget(part)
    return holder
