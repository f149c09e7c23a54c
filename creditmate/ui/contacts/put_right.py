"""A contact heard wrong, or logged on the wrong customer: put right beside it, or moved."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Saved
from creditmate.domain.contact_channels import Way, fits
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.outcomes import Outcome
from creditmate.domain.put_right import PutRight
from creditmate.domain.story import Talk
from creditmate.i18n.call_words import missing_words
from creditmate.i18n.catalogue import words
from creditmate.i18n.contact_made_words import left_words
from creditmate.i18n.put_right_words import ended_words, stands_words
from creditmate.i18n.taken_words import again_words, taken_words
from creditmate.services.contact_moves import Moved
from creditmate.services.corrections import Correction
from creditmate.services.customers import Brief
from creditmate.ui.call.outcome_choice import OutcomeChoice
from creditmate.ui.kit.check_row import CheckRow
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.kit.text_input import TextInput
from creditmate.ui.kit.typed_dialog import TypedDialog
from creditmate.ui.kit.typed_fields import DayField, MoneyField
from creditmate.ui.search.customer_input import CustomerInput
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES, SPACE

_NOTES = 5
Corrected = Callable[[str, Saved], object]
"""Given the words for the toast, and what was recorded."""
MovedAway = Callable[[str, Moved], object]
"""Given the words for the toast, and where it is now."""


class CorrectDialog(TypedDialog):
    """What was put down stays; what is told here is added to it.

    Attributes:
        outcome: How it ended.
        notes: What was said.
        amount: A promise told otherwise.
        by: By when.
        nothing: They promised nothing.
    """

    def __init__(
        self, around: Surroundings, window: QWidget, brief: Brief, talk: Talk, told: Corrected
    ) -> None:
        _ = words(around.language).gettext
        self._talk, self._tell, self._ = talk, told, _
        self._told_anew = False
        detail = _("What was put down first stays in the story, marked as put right.")
        super().__init__(
            around, window, _("Put a contact right"), _("Record beside it"), detail=detail
        )
        theme, language = around.theme, around.language
        self.outcome = Field(theme, _("How it ended"), OutcomeChoice(theme, language), echoes=False)
        way, incoming = Way(talk.channel), talk.direction == "in"
        for outcome in Outcome:
            if fits(way, outcome, incoming=incoming):
                self.outcome.input.offer(outcome)
        self.outcome.input.setCurrentIndex(self.outcome.input.findData(talk.outcome))
        self.notes = Field(theme, _("What was said"), TextInput(theme, "", _NOTES))
        self.notes.input.setPlainText(talk.notes)
        pledged = next((one for one in talk.pledges if one.money is not None), None)
        currency = pledged.money.currency if pledged and pledged.money else brief.customer.currency
        self.amount = MoneyField(around, _("They pay"), currency)
        self.by = DayField(around, _("By"))
        self.nothing = CheckRow(theme, _("They promised no money"))
        self.nothing.setVisible(pledged is not None)
        self._pledged = pledged
        if pledged is not None:
            self.amount.show_amount(pledged.money)
            self.by.show_day(pledged.due_day)
        self.outcome.input.currentIndexChanged.connect(self._on_outcome)
        self.nothing.toggled.connect(self._on_nothing)
        promise = ColumnGrid(2, gap=SPACE.l)
        promise.add(self.amount, self.by)
        for name, field in (("note", self.notes), ("by", self.by), ("promise", self.amount)):
            self.add(name, field)
        self.put(self.outcome, self.notes, promise, self.nothing)
        self.open_at(self.notes)

    def on_verb(self) -> None:
        """Record what differs."""
        amount, is_amount = self.amount.read_or_refuse()
        by, is_day = self.by.read_or_refuse()
        if not (is_amount and is_day):
            return
        talk, pledged = self._talk, self._pledged
        outcome = Outcome(str(self.outcome.input.currentData()))
        note = self.notes.input.toPlainText().strip()
        nothing = self.nothing.isChecked()
        same = pledged is not None and (amount, by) == (pledged.money, pledged.due_day)
        if outcome.value != talk.outcome and outcome.rules_out_promise:
            same = False  # then it is told again, or was not made
        right = Correction(
            outcome=None if outcome.value == talk.outcome else outcome,
            note=None if note == talk.notes.strip() else note,
            promised=None if same or nothing else amount,
            promised_by=None if same or nothing else by,
            nothing_promised=nothing,
        )
        self._told_anew = right.promised is not None
        put_right = self.around.program.corrections.put_right
        self.submit(partial(put_right, talk.key.id, right), self._done)

    def _done(self, done: PutRight) -> None:
        language, locale = self.around.language, self.around.locale
        said = [
            self._("Recorded beside what was put down first."),
            *ended_words(done.ended, language, locale),
            *stands_words(done.stands, language, locale),
            *again_words(done.again, language, locale, done.sent_again),
            *taken_words(done.taken, language, locale, anew=self._told_anew),
        ]
        self._tell(" ".join(said), done.saved)

    def _on_outcome(self) -> None:
        """Where an outcome rules a promise out none was made; it may be told all the same."""
        outcome = Outcome(str(self.outcome.input.currentData()))
        self.nothing.setChecked(self._pledged is not None and outcome.rules_out_promise)

    def _on_nothing(self, nothing: bool) -> None:
        for field in (self.amount, self.by):
            field.setEnabled(not nothing)

    def refuse(self, error: UserError) -> None:
        """Say what is missing in the words of the window."""
        field = str(error.facts.get("field", ""))
        if error.problem is Problem.CALL_FIELD and field in self._fields:
            self._fields[field].refuse(missing_words(field, self.around.language))
            self._fields[field].setFocus()
        else:
            super().refuse(error)


class MoveDialog(TypedDialog):
    """With whom it was, and why it is moved.

    Attributes:
        to: The right customer.
        because: Why; both stories tell it.
    """

    def __init__(self, around: Surroundings, window: QWidget, talk: Talk, told: MovedAway) -> None:
        _ = words(around.language).gettext
        self._talk, self._tell, self._ = talk, told, _
        detail = _("It is taken out here with all that came of it, and both stories say so.")
        super().__init__(
            around, window, _("Move a contact to another customer"), _("Move it"), detail=detail
        )
        self.to = Field(around.theme, _("With whom it was"), CustomerInput(around, ""))
        self.because = Field(around.theme, _("Why it is moved"), LineInput(around.theme, ""))
        self.add("to", self.to)
        self.put(self.to, self.because)
        self.body.addSpacing(SIZES.foot)  # for whoever answers to what is typed
        self.open_at(self.to)

    def on_verb(self) -> None:
        """Move it."""
        self.clear()
        code, because = self.to.input.code, self.because.input.text().strip()
        if not code:
            self.to.refuse(self._("Choose the customer it was with."))
            self.to.setFocus()
        elif not because:
            self.because.refuse(self._("Say why; it stays with both stories."))
            self.because.setFocus()
        else:
            name, move = self.to.input.text(), self.around.program.contact_moves.move
            self.submit(partial(move, self._talk.key.id, code, because), partial(self._done, name))

    def _done(self, name: str, moved: Moved) -> None:
        said = self._("It is with {name} now.").format(name=name)
        if moved.left:
            left = ", ".join(left_words(one, self.around.language) for one in moved.left)
            said += " " + self._("This could not come along: {what}.").format(what=left)
        self._tell(said, moved)
