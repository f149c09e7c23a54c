"""The call form with real keys on the sample ledger, from opening to undo."""

import sys
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from creditmate.db.connection import execute
from creditmate.domain.contact_steps import Step
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome, further_outcomes, usual_outcomes
from creditmate.domain.work_reasons import ReasonCode
from creditmate.domain.worklist import Kind
from creditmate.i18n.formats import NBSP, money
from creditmate.i18n.reasons import reason_words
from creditmate.services.call_drafts import CallDraft, TypedCall
from creditmate.services.customers import Brief
from creditmate.ui.call.call_form import CallForm
from creditmate.ui.kit.elided import Elided
from creditmate.ui.kit.notice import Notice
from creditmate.ui.main_window import MainWindow
from creditmate.ui.screens.call import CallScreen
from creditmate.ui.theme.theme import Appearance
from creditmate.ui.wishes import OpenPlace, StartCall
from tests.ui.window.conftest import TODAY, Office

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
FRIDAY = date(2026, 11, 27)
LOST = 2_000  # milliseconds of typing that may be lost
MOST = 40
"""Keystrokes that recording a call with a promise may take besides the note."""


class Keys:
    """Presses keys where the focus is, and counts them."""

    def __init__(self, window: MainWindow) -> None:
        self._window, self.count = window, 0

    def type(self, text: str) -> None:
        for letter in text:
            self.count += 1
            QTest.keyClicks(self._at(), letter)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.count += 1
        QTest.keyClick(self._at(), key, modifiers)

    def _at(self) -> QWidget:
        return self._window.focusWidget() or self._window


class CallOffice:
    """A user with a call form open."""

    def __init__(self, office: Office) -> None:
        self.office, self.window = office, office.window
        self.program = office.around.program
        self.keys = Keys(office.window)
        self.code = ""

    @property
    def screen(self) -> CallScreen:
        screen = self.window.screens.screen_shown
        assert isinstance(screen, CallScreen)
        return screen

    @property
    def form(self) -> CallForm:
        return self.screen.page.form

    def ring(self, kind: Kind = Kind.PROMISE_NOT_KEPT, *, incoming: bool = False) -> None:
        """Open the form on the first customer with a kind of line."""
        rows = self.program.ask(lambda: self.program.worklists.today(TODAY))
        self.open(next(row.code for row in rows if row.line.kind is kind), incoming=incoming)

    def open(self, code: str, *, incoming: bool = False) -> None:
        self.code = code
        self.window.screens.fulfil(StartCall(code, incoming))
        self.office.until(lambda: self.screen.in_hand.code == code)
        self.office.until(lambda: self.window.focusWidget() is self.form.outcomes.grid)

    def brief(self) -> Brief:
        return self.program.ask(lambda: self.program.customers.brief(self.code, TODAY))

    def drafts(self) -> tuple[CallDraft, ...]:
        return self.program.ask(self.program.call_drafts.unfinished)

    def kept(self) -> TypedCall:
        """What is on disk of the form, once all that was typed is."""
        self.office.until(lambda: not self.screen.in_hand.keeper.is_behind)
        return next(draft.typed for draft in self.drafts() if draft.code == self.code)

    def until_left(self) -> None:
        self.office.until(lambda: not isinstance(self.window.screens.screen_shown, CallScreen))

    def undo(self) -> None:
        self.keys.press(Qt.Key.Key_Z, CTRL)
        self.office.until(lambda: isinstance(self.window.screens.screen_shown, CallScreen))
        self.office.until(lambda: self.screen.in_hand.code == self.code)


@pytest.fixture
def call(office: Office) -> Iterator[CallOffice]:
    made = CallOffice(office)
    yield made
    made.window.screens.end()


def plain(text: str) -> str:
    return text.replace(NBSP, " ")


def test_it_opens_on_the_outcomes_with_brief_name_and_a_running_timer(call: CallOffice) -> None:
    call.ring()
    assert call.window.focusWidget() is call.form.outcomes.grid
    assert call.screen.page.brief.brief == call.brief()
    assert call.screen.page.head.name in {person.name for person in call.brief().people}
    call.office.until(lambda: call.screen.in_hand.timer.seconds >= 1)
    call.office.until(lambda: call.window.screens.counts.get("call", "") >= "00:01")
    assert "call" in call.window.screens.standing
    assert call.drafts() == ()


def test_the_brief_of_a_call_that_was_left_is_not_shown_in_the_next(call: CallOffice) -> None:
    """It was asked for while the next call's form was on its way, and comes after it."""
    call.ring()
    left, rows = call.code, call.program.ask(lambda: call.program.worklists.today(TODAY))
    call.code = next(row.code for row in rows if row.code != left)
    call.window.screens.fulfil(StartCall(call.code))
    call.screen.reload()
    assert call.screen.in_hand.code == left  # so its brief is what was asked for
    call.office.until(lambda: call.screen.in_hand.code == call.code)
    call.office.until(lambda: not call.screen._briefs.waiting)
    shown = call.screen.page.brief.brief
    assert shown is not None
    assert shown.customer.code == call.code


def test_a_call_with_a_promise_takes_few_keys(call: CallOffice) -> None:
    """Will pay what is asked for, on Friday; and what we do for it tomorrow."""
    call.ring()
    asked = call.brief().accounts[0].pay_now.due
    keys = call.keys
    keys.type("p")
    assert call.window.focusWidget() is call.form.agreed.theirs.by
    keys.type("fri")
    keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_Tab)
    keys.type("Credit note")
    keys.press(Qt.Key.Key_Tab)
    keys.type("+1")
    assert plain(call.form.next.day.text()) == "1 Dec 2026"
    assert "this Friday, 27 November" in plain(call.form.read_back.sentence.text())
    keys.press(Qt.Key.Key_S, CTRL)
    assert keys.count <= MOST
    call.until_left()
    brief = call.brief()
    promise, deed = brief.standings[-1].promise, brief.deeds[-1]
    assert (promise.minor, promise.due_day) == (asked.minor, FRIDAY)
    assert (deed.words, deed.due_day) == ("Credit note", date(2026, 11, 24))
    assert brief.tasks[-1].day == date(2026, 12, 1)
    assert call.drafts() == ()
    assert "call" not in call.window.screens.standing


def test_how_they_will_pay_is_read_back_kept_and_recorded(call: CallOffice) -> None:
    call.ring()
    keys, method = call.keys, call.form.agreed.method
    keys.type("p")
    keys.type("fri")
    assert "by transfer" not in call.form.read_back.sentence.text()
    keys.press(Qt.Key.Key_Tab)
    assert call.window.focusWidget() is method
    keys.type("tra")
    assert method.currentData() == "transfer"
    assert "by transfer this Friday" in plain(call.form.read_back.sentence.text())
    assert call.kept().method == "transfer"
    keys.press(Qt.Key.Key_S, CTRL)
    call.until_left()
    last = "SELECT method FROM promise ORDER BY id DESC LIMIT 1"
    assert call.program.ask(lambda: execute(last).fetchone()) == ("transfer",)


def test_they_say_that_it_is_paid(call: CallOffice) -> None:
    """On which day, by what, under which reference; a draft keeps it, and it is waited for."""
    call.ring()
    keys, said = call.keys, call.form.agreed.said
    keys.type("s")
    assert said.isVisible()
    assert not call.form.agreed.theirs.isVisible()
    asked = call.brief().accounts[0].pay_now.due
    assert plain(said.amount.text()) == plain(money(asked, "en_GB"))
    assert call.window.focusWidget() is said.day
    keys.type("fri")
    assert "We wait until Tue 24 Nov" in plain(said.day.accessibleDescription())
    keys.press(Qt.Key.Key_Tab)
    keys.type("ch")  # cheque
    keys.press(Qt.Key.Key_Tab)
    keys.type("4711")
    assert "Friday, 20 November" in plain(call.form.read_back.sentence.text())
    call.office.until(lambda: call.drafts() and call.drafts()[0].typed.paid_reference == "4711")
    assert call.drafts()[0].typed.paid_method == "cheque"
    keys.press(Qt.Key.Key_Return)
    assert keys.count <= MOST
    call.until_left()
    (claim,) = call.program.ask(lambda: call.program.claims.open(TODAY, call.code))
    told = claim.standing.claim
    assert (told.paid_day, told.method, told.reference) == (date(2026, 11, 20), "cheque", "4711")
    assert told.minor == asked.minor


def test_the_same_with_amount_note_and_feeling_still_takes_few_keys(call: CallOffice) -> None:
    call.ring()
    keys, note = call.keys, "Run on Thursdays at 3"
    keys.type("p")
    keys.press(Qt.Key.Key_Backtab)
    keys.type("1,000.50")
    keys.press(Qt.Key.Key_Tab)
    keys.type("27/11")
    while call.window.focusWidget() is not call.form.notes.input:
        keys.press(Qt.Key.Key_Tab)
    keys.type(note)
    keys.press(Qt.Key.Key_Return, CTRL)
    assert keys.count - len(note) <= MOST
    call.office.until(lambda: call.brief().last_contacts[0].day == TODAY)
    brief = call.brief()
    assert brief.standings[-1].promise.minor == 100_050
    assert brief.last_contacts[0].notes == note


@pytest.mark.parametrize("letter", ["n", "v", "g"])
def test_nobody_answered_is_saved_at_once_and_undone(call: CallOffice, letter: str) -> None:
    """By one letter; where a message is left by one key more, once its words were seen."""
    call.ring()
    before = call.brief()
    call.keys.type(letter)
    if letter != "n":
        call.keys.press(Qt.Key.Key_S, CTRL)
    call.until_left()
    after = call.brief()
    assert not Outcome(after.last_contacts[0].outcome).reached
    assert after.last_contacts[0].next_day == date(2026, 11, 24)
    call.undo()
    assert call.brief() == before
    assert call.form.outcomes.grid.outcome is not None


def test_once_something_was_agreed_the_letter_only_chooses(call: CallOffice) -> None:
    call.ring()
    call.keys.type("p")
    call.keys.type("fri")
    call.keys.press(Qt.Key.Key_Escape)
    assert call.window.focusWidget() is call.form.outcomes.grid
    call.keys.type("v")
    assert call.form.outcomes.grid.outcome is Outcome.VOICEMAIL
    assert not call.screen.recorder.is_busy


def test_letters_are_text_where_one_types_and_escape_leads_back(call: CallOffice) -> None:
    call.ring()
    call.form.notes.input.setFocus()
    call.keys.type("non")
    assert call.form.notes.input.toPlainText() == "non"
    assert call.form.outcomes.grid.outcome is None
    call.keys.press(Qt.Key.Key_Escape)
    call.keys.type("d")
    assert call.form.outcomes.grid.outcome is Outcome.DISPUTE


def test_every_outcome_can_be_reached_by_letter_and_is_seen(call: CallOffice) -> None:
    call.ring()
    call.form.agreed.theirs.by.setText("fri")  # so that none of them is saved at once
    kind = call.screen.page.form.outcomes.grid._kind
    for outcome in (*usual_outcomes(kind), *further_outcomes(kind)):
        call.keys.press(Qt.Key.Key_Escape)
        call.keys.type(outcome.key.lower())
        grid = call.form.outcomes.grid
        assert grid.outcome is outcome
        assert grid._buttons[outcome].isVisibleTo(grid)


def test_arrows_move_the_choice_and_save_nothing(call: CallOffice) -> None:
    call.ring()
    for _step in range(3):
        call.keys.press(Qt.Key.Key_Down)
    call.keys.press(Qt.Key.Key_Down)
    kind = call.form.outcomes.grid._kind
    columns = call.form.outcomes.grid.columns_at(call.form.outcomes.grid.width())
    assert call.form.outcomes.grid.outcome is usual_outcomes(kind)[min(3 * columns, 12)]
    assert not call.screen.recorder.is_busy


def test_a_courtesy_call_shows_other_outcomes_first(call: CallOffice) -> None:
    call.ring(Kind.COURTESY)
    grid = call.form.outcomes.grid
    assert grid._buttons[Outcome.ALL_WELL].isVisibleTo(grid)
    assert not grid._buttons[Outcome.REFUSES].isVisibleTo(grid)
    call.form.outcomes.more.setFocus()
    call.keys.press(Qt.Key.Key_Space)
    assert grid._buttons[Outcome.REFUSES].isVisibleTo(grid)
    assert call.form.outcomes.more.text() == "Usual outcomes"


def test_what_is_missing_is_said_below_its_field_which_gets_the_focus(call: CallOffice) -> None:
    call.ring()
    call.keys.press(Qt.Key.Key_S, CTRL)
    assert call.window.focusWidget() is call.form.outcomes.grid
    assert call.form.outcomes._hint.text().startswith("Choose how the call ended")
    call.keys.type("p")
    call.keys.type("someday")
    call.keys.press(Qt.Key.Key_Return)
    by = call.form.agreed.theirs.by
    assert call.window.focusWidget() is by
    assert by.property("faulty") is True
    assert by.text() == "someday"
    call.keys.type("")
    by.clear()
    call.keys.type("fri")
    assert by.property("faulty") is False
    call.form.next.day.clear()
    call.keys.press(Qt.Key.Key_S, CTRL)
    assert call.window.focusWidget() is call.form.next.day
    assert call.form.next.told.text().startswith("Every call ends with")
    assert call.brief().last_contacts[0].day != TODAY


def test_none_because_closes_a_call_without_a_next_step(call: CallOffice) -> None:
    call.ring()
    call.keys.type("a")
    call.form.notes.input.setFocus()
    call.keys.type("A week")
    call.form.next.choice.setFocus()
    call.keys.press(Qt.Key.Key_Down)
    call.keys.press(Qt.Key.Key_S, CTRL)
    assert call.window.focusWidget() is call.form.next.because
    call.keys.type("they ring")
    call.keys.press(Qt.Key.Key_Return)
    call.until_left()
    assert call.brief().last_contacts[0].none_because == "they ring"


def test_what_is_typed_is_kept_within_two_seconds(call: CallOffice) -> None:
    call.ring()
    call.keys.type("p")
    call.form.notes.input.setFocus()
    call.keys.type("Run on Thursdays")
    assert call.screen.in_hand.keeper._wait.interval() <= LOST / 2  # the rest is the ledger's
    call.office.until(call.drafts)
    kept = call.kept()
    assert (kept.notes, kept.outcome) == ("Run on Thursdays", "will_pay")
    call.office.until(lambda: call.screen.page.kept.toolTip().startswith("Saved at"))


def test_another_place_parks_the_call_and_its_timer_goes_on(call: CallOffice) -> None:
    call.ring()
    call.form.notes.input.setFocus()
    call.keys.type("Wait")
    timer = call.screen.in_hand.timer
    screen, before = call.screen, timer.seconds
    call.window.screens.fulfil(OpenPlace("customers"))
    call.office.until(lambda: bool(call.drafts()))
    call.office.until(lambda: timer.seconds > before)
    assert "call" in call.window.screens.standing
    call.window.screens.fulfil(StartCall(call.code))
    assert call.screen is screen
    assert call.form.notes.input.toPlainText() == "Wait"
    assert timer.is_running


def test_a_second_call_parks_the_first_which_stands_there_afterwards(call: CallOffice) -> None:
    call.ring()
    first = call.code
    call.form.notes.input.setFocus()
    call.keys.type("Half a word")
    call.ring(Kind.FOLLOW_UP)
    assert call.code != first
    assert call.form.notes.input.toPlainText() == ""
    call.keys.press(Qt.Key.Key_Escape)
    call.keys.type("n")
    call.until_left()
    screen = call.window.screens._screens["call"]
    assert isinstance(screen, CallScreen)
    call.office.until(lambda: screen.in_hand.code == first)
    assert "call" in call.window.screens.standing
    assert screen.page.form.notes.input.toPlainText() == "Half a word"
    assert not screen.in_hand.timer.is_running
    call.window.screens.fulfil(StartCall(first))  # whoever goes there is on the line again
    call.office.until(lambda: screen.in_hand.timer.is_running)
    (told,) = screen.page.findChildren(Notice)
    assert "Taken up again" in told.accessibleName()


def test_a_parked_call_that_is_asked_for_again_goes_on_counting(call: CallOffice) -> None:
    call.ring()
    first, timer = call.code, call.screen.in_hand.timer
    call.form.notes.input.setFocus()
    call.keys.type("Half a word")
    call.office.until(lambda: timer.seconds >= 1)
    call.ring(Kind.FOLLOW_UP)
    call.open(first)
    assert timer.is_running
    assert timer.seconds >= 1
    (told,) = call.screen.page.findChildren(Notice)
    assert "Taken up again" in told.accessibleName()


def test_nobody_answering_goes_on_with_the_next_line_in_a_chain_of_calls(
    call: CallOffice,
) -> None:
    """``N`` is ``Save, next call`` there; a call by itself goes back to where it came from."""
    call.ring()
    call.keys.type("n")
    call.until_left()
    called, screen = [call.code], call.window.screens._screens["call"]
    assert isinstance(screen, CallScreen)
    call.ring(Kind.FOLLOW_UP)
    for keys in (True, False, False):
        called.append(screen.in_hand.code)
        if keys:
            call.form.notes.input.setFocus()
            call.keys.type("Rings again")
            call.form.go_to("next")
            call.keys.type("tomorrow")
            call.form.outcomes.choose(Outcome.CALL_BACK)
            call.keys.press(Qt.Key.Key_Return, CTRL)
        else:
            call.keys.type("n")
        call.office.until(lambda: screen.in_hand.code not in {"", *called})
        call.office.until(lambda: call.window.focusWidget() is screen.page.form.outcomes.grid)
        call.office.until(lambda: not screen.typed_on.is_active)
    assert len(set(called)) == len(called)


def test_undo_brings_the_form_back_with_its_text(call: CallOffice) -> None:
    call.ring()
    before = call.brief()
    call.keys.type("p")
    call.keys.type("fri")
    call.form.notes.input.setFocus()
    call.keys.type("Run on Thursdays")
    call.keys.press(Qt.Key.Key_S, CTRL)
    call.until_left()
    assert call.brief() != before
    call.undo()
    assert call.brief() == before
    assert call.form.notes.input.toPlainText() == "Run on Thursdays"
    assert call.form.agreed.theirs.by.text() == "fri"
    assert call.form.outcomes.grid.outcome is Outcome.WILL_PAY


@pytest.mark.parametrize("in_notes", [False, True])
def test_undo_pressed_before_it_is_told_takes_back_what_is_being_saved(
    call: CallOffice, in_notes: bool
) -> None:
    call.ring()
    before = call.brief()
    gate = Event()
    call.office.around.desk.ask(gate.wait, lambda _none: None)  # the ledger has other work
    if in_notes:
        call.form.outcomes.choose(Outcome.CALL_BACK)
        call.form.next.day.setText("+3")
        call.form.notes.input.setFocus()
        call.keys.type("Wait")
        call.keys.press(Qt.Key.Key_S, CTRL)
    else:
        call.keys.type("n")
    assert call.screen.recorder.is_busy
    call.keys.press(Qt.Key.Key_Z, CTRL)
    gate.set()
    screen = call.screen
    call.office.until(lambda: not screen.recorder.is_busy)
    call.office.until(lambda: call.window.screens.screen_shown is screen)
    call.office.until(lambda: screen.in_hand.code == call.code)
    assert call.brief() == before
    assert call.form.notes.input.toPlainText() == ("Wait" if in_notes else "")


def test_discarding_can_be_undone_too(call: CallOffice) -> None:
    call.ring()
    assert not call.screen.page.discard.isVisible()
    call.form.notes.input.setFocus()
    call.keys.type("Wrong customer")
    call.screen.page.discard.setFocus()
    call.keys.press(Qt.Key.Key_Space)
    call.until_left()
    assert call.drafts() == ()
    call.undo()
    assert call.form.notes.input.toPlainText() == "Wrong customer"


def test_a_form_only_looked_at_leaves_nothing(call: CallOffice) -> None:
    call.ring()
    call.keys.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    call.until_left()
    assert call.drafts() == ()
    assert "call" not in call.window.screens.standing


def test_a_form_emptied_again_leaves_nothing(call: CallOffice) -> None:
    call.ring()
    call.form.notes.input.setFocus()
    call.keys.type("x")
    assert call.kept().notes == "x"
    call.keys.press(Qt.Key.Key_Backspace)
    call.keys.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    call.until_left()
    call.office.qtbot.wait(100)
    assert call.drafts() == ()
    assert "call" not in call.window.screens.standing


def test_what_is_typed_while_another_form_comes_is_kept_with_its_own(call: CallOffice) -> None:
    call.ring()
    first, program = call.code, call.program
    call.form.notes.input.setFocus()
    rows = program.ask(lambda: program.worklists.today(TODAY))
    second = next(row.code for row in rows if row.line.kind is Kind.FOLLOW_UP)
    call.window.screens.fulfil(StartCall(second))
    call.keys.type("Wait")  # before the database has answered
    call.office.until(lambda: call.screen.in_hand.code == second)
    call.office.until(lambda: not call.screen.in_hand.keeper.is_behind)
    assert [(draft.code, draft.typed.notes) for draft in call.drafts()] == [(first, "Wait")]


def test_whoever_calls_us_is_recorded_as_having_called(call: CallOffice) -> None:
    call.ring(incoming=True)
    assert call.form.ticks._title.text() == "They called: what to cover"
    call.screen.page.head.with_whom.setFocus()
    call.keys.type("Ms Reed")
    call.keys.press(Qt.Key.Key_Escape)
    call.keys.type("b")
    call.keys.type("fri")
    call.form.notes.input.setFocus()
    call.keys.type("Asked for a copy")
    call.keys.press(Qt.Key.Key_S, CTRL)
    call.until_left()
    last = call.brief().last_contacts[0]
    assert (last.direction, last.with_name, last.next_day) == ("in", "Ms Reed", FRIDAY)


def test_the_timer_stops_and_goes_on(call: CallOffice) -> None:
    call.ring()
    head, timer = call.screen.page.head, call.screen.in_hand.timer
    head.turn.setFocus()
    call.keys.press(Qt.Key.Key_Return)
    assert not timer.is_running
    assert head.turn.text() == "Continue timer"
    call.keys.press(Qt.Key.Key_Return)
    assert timer.is_running


class Dialled(QObject):
    """Takes what would go to the system's telephone."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.urls.append(url.toString())


@pytest.fixture
def dialled() -> Iterator[Dialled]:
    made = Dialled()
    QDesktopServices.setUrlHandler("tel", made, "take")  # type: ignore[arg-type]
    yield made
    QDesktopServices.unsetUrlHandler("tel")


def test_the_number_is_dialled_by_the_system(call: CallOffice, dialled: Dialled) -> None:
    call.ring()
    call.screen.page.head.phone.setFocus()
    call.keys.press(Qt.Key.Key_Return)
    number = next(p.phone for p in call.brief().people if p.name == call.screen.page.head.name)
    assert dialled.urls == ["tel:" + "".join(c for c in number if c in "+0123456789")]


def test_moods_and_signals_are_tapped_and_taken_back(call: CallOffice) -> None:
    call.ring()
    feel = call.form.feel
    strained = feel.moods._buttons[2]
    strained.setFocus()
    call.keys.press(Qt.Key.Key_Space)
    assert feel.mood == "strained"
    call.keys.press(Qt.Key.Key_Space)
    assert feel.mood == ""
    next(iter(feel.signals.values())).setFocus()
    call.keys.press(Qt.Key.Key_Space)
    assert feel.noticed == ("hesitant",)
    assert call.kept().signals == ("hesitant",)


def test_ticks_are_counted_and_kept(call: CallOffice) -> None:
    call.ring()
    first = next(iter(call.form.ticks._ticks.values()))
    first.setFocus()
    call.keys.press(Qt.Key.Key_Space)
    assert call.form.ticks._count.text() == "1 of 6"
    assert call.kept().ticks == ("how_are_things",)


def test_a_promise_is_compared_with_what_is_asked_for(call: CallOffice) -> None:
    call.ring()
    pays = call.brief().accounts[0].pay_now
    call.keys.type("p")
    call.form.agreed.theirs.by.clear()  # the grace is told with a day
    rest: Callable[[], str] = call.form.agreed.theirs.what.accessibleDescription
    assert pays.in_question
    assert pays.unmatched  # so that neither alone is what the amount leaves out
    assert plain(rest()) == "All we ask for now, £562.00 less than is overdue"
    less = Money(pays.due.minor - 100, "GBP")
    call.form.agreed.theirs.what.setText(f"{less.decimal:.2f}")
    assert rest() == "£1.00 is left after that"


def test_what_is_typed_while_it_is_recorded_does_not_come_back(call: CallOffice) -> None:
    call.ring()
    call.keys.type("p")
    call.keys.type("fri")
    call.keys.press(Qt.Key.Key_S, CTRL)
    call.keys.type("x")  # before the database has answered
    call.screen.in_hand.keeper.flush()
    call.until_left()
    assert call.drafts() == ()


def test_what_cannot_be_recorded_stays_and_is_kept(call: CallOffice) -> None:
    """The disk takes nothing while it is saved: the form stands, and is kept once it does."""
    call.ring()
    call.keys.type("p")
    call.keys.type("fri")
    call.program.ask(partial(execute, "PRAGMA query_only = 1"))
    call.keys.press(Qt.Key.Key_S, CTRL)
    call.office.until(lambda: call.screen.page.kept.said == "Not saved yet")
    call.program.ask(partial(execute, "PRAGMA query_only = 0"))
    call.office.until(lambda: call.screen.page.kept.said == "Saved as you type")
    assert call.kept().by == "fri"
    call.keys.press(Qt.Key.Key_S, CTRL)
    call.until_left()
    assert call.drafts() == ()


@pytest.mark.parametrize("text_scale", [1.0, 1.5])
def test_that_something_is_not_kept_is_seen_wherever_one_is(
    call: CallOffice, text_scale: float
) -> None:
    call.office.around.theme.choose(Appearance.LIGHT, text_scale)
    call.window.resize(1024, 700)
    call.ring()
    call.program.ask(partial(execute, "PRAGMA query_only = 1"))
    call.keys.type("p")
    mark, bar = call.screen.page.kept, call.form.verticalScrollBar()
    call.office.until(lambda: mark.said == "Not saved yet")
    for place in (bar.minimum(), bar.maximum()):
        bar.setValue(place)
        assert mark.visibleRegion().boundingRect() == mark.rect()
    words = mark.findChild(Elided)
    assert words is not None
    assert words.width() >= words.sizeHint().width()
    call.program.ask(partial(execute, "PRAGMA query_only = 0"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps an open file where it is")
def test_what_is_typed_while_the_ledger_is_gone_is_kept_once_it_is_back(
    call: CallOffice, ledger: Path
) -> None:
    call.ring()
    away = ledger.rename(ledger.with_name("away"))
    call.form.notes.input.setFocus()
    call.keys.type("Helen signs on Thursdays")
    call.office.until(lambda: call.screen.page.kept.said == "Not saved yet")
    away.rename(ledger)
    call.office.until(lambda: call.screen.page.kept.said == "Saved as you type")
    assert call.kept().notes == "Helen signs on Thursdays"


def test_a_form_left_in_the_middle_is_there_when_the_ledger_is_opened_again(
    call: CallOffice, ledger: Path
) -> None:
    call.ring()
    call.form.notes.input.setFocus()
    call.keys.type("Helen signs on Thursdays")
    call.kept()
    call.window.close_ledger()
    call.office.until(lambda: call.window.opening.is_welcome)
    call.window.open_ledger(ledger)
    call.office.until(lambda: isinstance(call.window.screens.screen_shown, CallScreen))
    call.office.until(lambda: call.screen.in_hand.code == call.code)
    assert call.form.notes.input.toPlainText() == "Helen signs on Thursdays"
    assert call.screen.findChild(Notice) is not None


def record(call: CallOffice, note: str) -> None:
    """Record a call, and stay for the undo."""
    call.keys.type("p")
    call.keys.type("fri")
    call.form.notes.input.setFocus()
    call.keys.type(note)
    call.keys.press(Qt.Key.Key_S, CTRL)
    call.until_left()


def test_undo_takes_nothing_from_a_form_begun_since(call: CallOffice) -> None:
    call.ring()
    record(call, "First")
    told = call.window.telling.toast
    call.open(call.code)
    call.form.notes.input.setFocus()
    call.keys.type("Second")
    assert call.kept().notes == "Second"
    told.undone.emit()
    call.office.until(lambda: told._text.text().startswith("Another call with Brackenford"))
    assert call.form.notes.input.toPlainText() == "Second"
    assert call.kept().notes == "Second"
    assert call.brief().last_contacts[0].notes == "First"


def test_undo_brings_the_form_back_where_another_is_only_looked_at(call: CallOffice) -> None:
    call.ring()
    record(call, "First")
    call.open(call.code)
    call.window.telling.toast.undone.emit()
    call.office.until(lambda: call.form.notes.input.toPlainText() == "First")
    assert [draft.typed.notes for draft in call.drafts()] == ["First"]


def test_their_payment_run_is_proposed_and_typed_over(call: CallOffice) -> None:
    call.open("BRAC01")
    theirs = call.form.agreed.theirs
    assert theirs.by.text() == ""
    call.keys.type("p")
    assert theirs.by.text().replace(NBSP, " ") == "26 Nov 2026"
    assert "their payment run" in theirs.by.accessibleDescription()
    assert call.form.next.day.text().replace(NBSP, " ") == "30 Nov 2026"
    call.keys.type("fri")
    assert theirs.by.text() == "fri"
    assert "their payment run" not in theirs.by.accessibleDescription()
    assert call.form.next.day.text().replace(NBSP, " ") == "1 Dec 2026"


def test_nobody_answers_after_all_though_a_day_was_proposed(call: CallOffice) -> None:
    call.open("BRAC01")
    call.keys.type("p")
    call.form.outcomes.grid.setFocus()
    call.keys.type("n")
    assert call.form.agreed.theirs.by.text() == ""


def test_the_page_says_which_step_the_call_is_as_today_does(call: CallOffice) -> None:
    rows = call.program.ask(lambda: call.program.worklists.today(TODAY))
    row = next(row for row in rows if row.line.step is Step.LETTER_BEFORE)
    call.open(row.code)
    step = next(reason for reason in row.line.reasons if reason.code is ReasonCode.STEP)
    title = call.form.ticks._title.text()
    assert title == "Money due: what to cover · " + reason_words(step, "en_GB", "en_GB", TODAY)
    assert "what_follows" in call.form.ticks._ticks
    assert title.endswith("next: the letter before action")
