"""What may come of a call besides promises, and what the form says of it, by real keys."""

from collections.abc import Callable, Iterator
from datetime import date, time
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from creditmate.db.connection import execute
from creditmate.domain.barriers import Barrier
from creditmate.domain.call_extras import Besides
from creditmate.domain.contact_details import Told
from creditmate.domain.disputes import DisputeEventKind, DisputeReason
from creditmate.domain.outcomes import Outcome
from creditmate.domain.payment_runs import Weekly
from creditmate.domain.plan_terms import Meanwhile
from creditmate.i18n.formats import NBSP
from creditmate.services.calls import CallNote
from creditmate.ui.call.paying_dialog import PayingDialog
from creditmate.ui.customer_edit.typed_run import WEEKLY
from creditmate.ui.decisions.hold_dialog import HoldDialog
from creditmate.ui.kit.button import IconButton
from creditmate.ui.kit.inputs import Choice
from creditmate.ui.theme.theme import Appearance
from tests.ui.window.conftest import TODAY, Office
from tests.ui.window.test_call import CTRL, MOST, CallOffice, plain
from tests.ui.window.test_customer_deeds import dialog

MISSED = "BRAC01"
"""Its promise of the sample has passed; two of its people may be spoken with."""


@pytest.fixture
def call(office: Office) -> Iterator[CallOffice]:
    made = CallOffice(office)
    yield made
    made.window.screens.end()


def detail(call: CallOffice) -> tuple[object, ...]:
    """What is put down of the last contact: purpose, barrier, told, override, satisfaction."""
    sql = (
        "SELECT purpose, barrier, told, override, satisfaction FROM interaction_detail"
        " ORDER BY id DESC LIMIT 1"
    )
    return tuple(call.program.ask(lambda: execute(sql).fetchone()))


def rows(call: CallOffice, sql: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in call.program.ask(lambda: execute(sql).fetchall())]


def choose(choice: Choice, data: str) -> None:
    """Choose by the arrow keys."""
    wanted = choice.findData(data)
    assert wanted >= 0
    choice.setFocus()
    while choice.currentIndex() != wanted:
        key = Qt.Key.Key_Down if choice.currentIndex() < wanted else Qt.Key.Key_Up
        QTest.keyClick(choice, key)


# ------------------------------------------------------------- a question
def test_an_item_is_put_under_query_in_part(call: CallOffice) -> None:
    """Which invoice, how much of it, why, what shows it, by when; the read-back tells it."""
    call.open("OTTE01")
    keys, query = call.keys, call.form.extras.query
    keys.type("d")
    assert query.isVisible()
    assert call.window.focusWidget() is query.item
    debits = query.item.count()
    if debits > 1:
        keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Tab)
    keys.type("50")
    keys.press(Qt.Key.Key_Tab)
    keys.type("short")  # by letters
    keys.press(Qt.Key.Key_Tab)
    keys.type("photo")
    keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_Tab)
    keys.type("+3")
    said = plain(call.form.read_back.sentence.text())
    assert "£50.00 is under query because of a short delivery" in said
    assert "you have our answer this Thursday, 26 November" in said
    assert plain(call.form.next.day.text()) == "26 Nov 2026"  # the next step follows from it
    call.form.next.day.setFocus(Qt.FocusReason.TabFocusReason)
    keys.type("+7")
    kept = call.kept()
    assert (kept.query_amount, kept.query_evidence, kept.query_by) == ("50", "photo", "+3")
    assert kept.opened == (Besides.QUERY.value,)
    keys.press(Qt.Key.Key_Return)
    assert keys.count <= MOST
    call.until_left()
    assert not call.drafts()
    (raised,) = rows(
        call,
        "SELECT d.reason, d.answer_by_day, i.amount_minor, c.evidence FROM dispute d"
        " JOIN dispute_item i ON i.dispute_id = d.id JOIN dispute_care c ON c.dispute_id = d.id"
        f" WHERE d.raised_day = '{TODAY}'",
    )
    assert raised == (DisputeReason.QUANTITY.value, "2026-11-26", 5_000, "photo")
    assert detail(call)[1] == Barrier.DISPUTE.value


@pytest.mark.parametrize("size", [(1280, 800), (1024, 700)])
def test_what_is_missing_is_told_where_it_can_be_seen(
    call: CallOffice, size: tuple[int, int]
) -> None:
    """The words below the next step, the last of the form, are not hidden by what stands below."""
    call.window.resize(*size)
    call.open(MISSED)
    call.keys.type("b")  # to be rung again: nothing says when
    for besides in (Besides.TOLD, Besides.OPPORTUNITY, Besides.BARRIER):
        call.form.unfold(besides)  # more than there is room for
    call.form.notes.input.setFocus()
    call.keys.type("Rings her again")
    call.form.verticalScrollBar().setValue(0)
    call.keys.press(Qt.Key.Key_S, CTRL)
    step = call.form.next
    call.office.until(lambda: step.day.hasFocus() and bool(step.told.text()))
    call.office.until(lambda: step.told.visibleRegion().boundingRect() == step.told.rect())


def ask_for_a_query(call: CallOffice) -> None:
    """Put all that is open under query, so that only a file is left to be told."""
    call.open("OTTE01")
    call.keys.type("d")
    query = call.form.extras.query
    if query.item.count() > 1:
        choose(query.item, "all")
    choose(query.reason, DisputeReason.DAMAGED.value)
    call.form.notes.input.setFocus()
    call.keys.type("Crushed")


def attach(call: CallOffice, path: Path) -> None:
    """Press the button, and choose a file in the system's dialog."""
    files = call.form.extras.query.files
    files.attach.setFocus()
    QTest.keyClick(files.attach, Qt.Key.Key_Space)
    call.office.until(lambda: call.window.findChildren(QFileDialog))
    dialog = call.window.findChildren(QFileDialog)[-1]
    dialog.fileSelected.emit(str(path))
    dialog.close()
    call.office.until(lambda: path in files.paths)
    call.office.come_to_the_front()


def test_what_shows_a_query_is_attached_and_kept_when_the_call_was_parked(
    call: CallOffice, tmp_path: Path
) -> None:
    box, note = tmp_path / "box.jpg", tmp_path / "note.pdf"
    box.write_bytes(b"crushed")
    note.write_bytes(b"three of four")
    ask_for_a_query(call)
    attach(call, box)
    attach(call, note)
    assert call.kept().query_files == (str(box), str(note))
    call.open("DELP01")  # somebody else rings: the call is parked
    call.open("OTTE01")
    files = call.form.extras.query.files
    assert files.paths == [box, note]
    says = [away.accessibleName() for away in files.findChildren(IconButton)]
    assert says == ["Take box.jpg out", "Take note.pdf out"]
    away = files.findChildren(IconButton)[1]
    QTest.keyClick(away, Qt.Key.Key_Space)
    assert files.paths == [box]
    call.keys.press(Qt.Key.Key_S, CTRL)
    call.until_left()
    kept = rows(
        call,
        "SELECT t.name, t.subject FROM attachment t JOIN dispute d ON d.id = t.subject_id"
        f" WHERE d.raised_day = '{TODAY}' AND t.archived_day IS NULL",
    )
    assert kept == [("box.jpg", "dispute")]
    call.undo()
    assert call.form.extras.query.files.paths == [box]


def test_a_file_that_is_gone_is_told_below_and_the_call_stays(
    call: CallOffice, tmp_path: Path
) -> None:
    box = tmp_path / "box.jpg"
    box.write_bytes(b"crushed")
    ask_for_a_query(call)
    attach(call, box)
    box.unlink()
    call.keys.press(Qt.Key.Key_S, CTRL)
    attaching = call.form.extras.query.files.attach
    call.office.until(lambda: "box.jpg" in attaching.accessibleDescription())
    assert call.window.focusWidget() is attaching
    assert call.screen.in_hand.code == "OTTE01"
    box.write_bytes(b"crushed")
    call.keys.press(Qt.Key.Key_S, CTRL)
    call.until_left()


def test_nothing_is_put_under_query_that_was_not_named(call: CallOffice) -> None:
    call.open(MISSED)
    keys, query = call.keys, call.form.extras.query
    keys.type("d")
    keys.press(Qt.Key.Key_S, CTRL)
    assert call.window.focusWidget() is query.item
    assert "which invoice" in query.item.accessibleDescription()
    choose(query.item, "all")
    keys.press(Qt.Key.Key_S, CTRL)
    assert call.window.focusWidget() is query.reason
    assert call.brief().talks[0].day != TODAY


def test_another_outcome_folds_away_what_was_not_filled_in(call: CallOffice) -> None:
    call.open(MISSED)
    keys, extras = call.keys, call.form.extras
    keys.type("d")
    keys.press(Qt.Key.Key_Escape)
    keys.type("l")
    assert extras.opened == (Besides.PLAN.value,)
    keys.type("3")
    keys.press(Qt.Key.Key_Escape)
    keys.type("p")
    assert extras.opened == (Besides.PLAN.value,)
    keys.press(Qt.Key.Key_Escape)
    keys.type("b")
    keys.press(Qt.Key.Key_D, CTRL)
    assert set(extras.opened) == {Besides.PLAN.value, Besides.QUERY.value}


# ------------------------------------------------------------- a plan, more time
def test_a_plan_is_drawn_up_as_it_is_typed_and_agreed_in_the_call(call: CallOffice) -> None:
    call.open("OTTE01")
    keys, plan = call.keys, call.form.extras.plan
    asked = call.brief().accounts[0].pay_now.due
    keys.type("l")
    assert call.window.focusWidget() is plan.parts
    keys.type("3")
    keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_Tab)
    keys.type("+7")
    call.office.until(lambda: "in 3 parts" in plain(call.form.read_back.sentence.text()))
    assert "Mon 30 Nov" in plain(plan.first.accessibleDescription())
    call.form.next.day.setFocus(Qt.FocusReason.TabFocusReason)
    keys.type("+8")
    keys.press(Qt.Key.Key_Return)
    assert keys.count <= MOST
    call.until_left()
    (made,) = rows(call, "SELECT amount_minor, rhythm, interest FROM plan ORDER BY id DESC LIMIT 1")
    assert made == (asked.minor, "month", Meanwhile.WAIVED.value)
    parts = rows(
        call,
        "SELECT due_day FROM instalment WHERE plan_id = (SELECT max(id) FROM plan) ORDER BY place",
    )
    assert [part for (part,) in parts] == ["2026-11-30", "2026-12-30", "2027-02-01"]
    call.undo()
    assert call.form.extras.plan.parts.text() == "3"
    assert call.form.outcomes.grid.outcome is Outcome.PLAN_AGREED


def test_a_plan_beside_a_promise_is_of_the_rest(call: CallOffice) -> None:
    """£980.00: £500.00 by Friday, the rest in parts; nobody is read back more than they owe."""
    call.open("OTTE01")
    keys, plan, form = call.keys, call.form.extras.plan, call.form
    keys.type("l")
    keys.type("3")
    plan.first.setFocus(Qt.FocusReason.TabFocusReason)
    keys.type("+21")
    form.agreed.theirs.what.setFocus(Qt.FocusReason.TabFocusReason)
    keys.type("500")
    form.agreed.theirs.by.setFocus(Qt.FocusReason.TabFocusReason)
    keys.type("+4")
    call.office.until(lambda: "£480.00 in 3 parts" in plain(form.read_back.sentence.text()))
    assert "£500.00 as promised, then £160.00" in plain(plan.first.accessibleDescription())
    form.next.day.setFocus(Qt.FocusReason.TabFocusReason)
    keys.type("+22")
    keys.press(Qt.Key.Key_Return)
    call.until_left()
    sql = "SELECT amount_minor FROM instalment WHERE plan_id = (SELECT max(id) FROM plan)"
    assert [minor for (minor,) in rows(call, sql)] == [50_000, 16_000, 16_000, 16_000]


def test_the_rhythm_of_a_plan_is_their_own_payment_run(call: CallOffice) -> None:
    """They pay every Thursday; what is only proposed does not keep the plan unfolded."""
    call.open("BRAC01")
    keys, plan = call.keys, call.form.extras.plan
    keys.type("l")
    assert plain(plan.first.text()) == "26 Nov 2026"
    keys.press(Qt.Key.Key_Escape)
    keys.type("b")
    assert call.form.extras.opened == ()
    keys.press(Qt.Key.Key_Escape)
    keys.type("l")
    keys.type("3")
    call.office.until(lambda: "in 3 parts" in plain(call.form.read_back.sentence.text()))
    assert plan.every.currentData() == "week"


def test_who_has_ceased_trading_is_left_in_peace_with_one_key(call: CallOffice) -> None:
    call.open("OTTE01")
    keys = call.keys
    keys.type("c")
    assert call.screen.page.help.isVisible()
    call.form.notes.input.setFocus()
    keys.type("closed")
    call.form.next.day.setFocus(Qt.FocusReason.TabFocusReason)
    keys.type("+8")
    keys.press(Qt.Key.Key_H, CTRL)
    found = dialog(call.office, HoldDialog)
    assert found.kind.input.currentData() == "insolvent"
    QTest.keyClick(found, Qt.Key.Key_Return)
    held = "SELECT kind, void_action_id FROM hold ORDER BY id DESC LIMIT 1"
    call.office.until(lambda: rows(call, held) == [("insolvent", None)])


def test_more_parts_than_one_may_agree_alone_take_a_reason(call: CallOffice) -> None:
    call.open("OTTE01")
    keys, plan = call.keys, call.form.extras.plan
    keys.type("l")
    keys.type("9")
    plan.first.setFocus()
    keys.type("+7")
    call.office.until(plan.because.isVisible)
    assert "6" in plain(plan.parts.accessibleDescription())


def test_more_time_says_who_why_and_what_of_interest(call: CallOffice) -> None:
    call.open("OTTE01")
    keys = call.keys
    keys.type("a")
    keys.type("+14")
    keys.press(Qt.Key.Key_Tab)
    keys.type("stocktaking")
    keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_Down)
    assert "without interest" in call.form.read_back.sentence.text()
    call.form.next.day.setFocus(Qt.FocusReason.TabFocusReason)
    keys.type("+15")
    keys.press(Qt.Key.Key_Return)
    assert keys.count <= MOST
    call.until_left()
    (given,) = rows(
        call, "SELECT to_day, reason, interest, by_whom FROM extension ORDER BY id DESC LIMIT 1"
    )
    assert given[:3] == ("2026-12-07", "stocktaking", Meanwhile.WAIVED.value)
    assert given[3]


def test_who_asks_for_time_and_gets_none_needs_none(call: CallOffice) -> None:
    call.open("OTTE01")
    before = rows(call, "SELECT count(*) FROM extension")
    call.keys.type("a")
    call.form.notes.input.setFocus()
    call.keys.type("Asks again on Friday")
    call.form.next.day.setFocus(Qt.FocusReason.TabFocusReason)
    call.keys.type("fri")
    call.keys.press(Qt.Key.Key_Return)
    call.until_left()
    assert rows(call, "SELECT count(*) FROM extension") == before


# ------------------------------------------------------------- what was told, and is in the way
def test_an_outcome_names_what_is_in_the_way_and_a_tap_another(call: CallOffice) -> None:
    call.open(MISSED)
    keys, barrier = call.keys, call.form.extras.barrier
    keys.type("i")
    assert barrier.isVisible()
    assert barrier.barrier == Barrier.NOT_RECEIVED.value
    chip = barrier.chips.chip(Barrier.ORDER_NUMBER.value)
    barrier.chips.setFocus()
    keys.press(Qt.Key.Key_Right)
    assert chip.hasFocus()
    keys.press(Qt.Key.Key_Space)
    assert barrier.barrier == Barrier.ORDER_NUMBER.value
    told = call.form.extras.chips.chip(Besides.TOLD.value)
    told.setFocus()
    keys.press(Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_Space)  # the due day
    call.form.notes.input.setFocus()
    keys.type("Sends it today")
    call.form.next.day.setFocus(Qt.FocusReason.TabFocusReason)
    keys.type("+2")
    keys.press(Qt.Key.Key_Return)
    call.until_left()
    assert detail(call)[1:3] == (Barrier.ORDER_NUMBER.value, Told.DUE_DATE.value)
    assert call.brief().before.expects.is_fair


def test_an_opportunity_and_feedback_are_kept_in_their_words(call: CallOffice) -> None:
    call.open(MISSED)
    extras = call.form.extras
    for besides, text in (
        (Besides.OPPORTUNITY, "needs shelving"),
        (Besides.FEEDBACK, "friendly drivers"),
    ):
        extras.chips.chip(besides.value).setFocus()
        call.keys.press(Qt.Key.Key_Space)
        call.keys.type(text)
    kept = call.kept()
    assert (kept.opportunity, kept.feedback) == ("needs shelving", "friendly drivers")
    call.keys.press(Qt.Key.Key_Escape)
    call.keys.type("b")
    call.keys.type("+2")
    call.keys.press(Qt.Key.Key_Return)
    call.until_left()
    noted = rows(call, f"SELECT kind, words FROM noted WHERE day = '{TODAY}' ORDER BY kind")
    assert noted == [("feedback", "friendly drivers"), ("opportunity", "needs shelving")]


def test_nobody_is_asked_how_satisfied_they_are_unless_it_is_time(call: CallOffice) -> None:
    call.open(MISSED)
    chip = call.form.extras.chips.chip(Besides.SATISFACTION.value)
    asked = call.program.ask(lambda: call.program.call_sheets.sheet(MISSED)).beside.may_ask
    assert chip.isHidden() is not asked


def test_they_are_asked_once_a_question_was_answered(call: CallOffice) -> None:
    (open_,) = call.program.ask(
        lambda: [
            row.id
            for row in call.program.disputes.register(TODAY)
            if row.code == MISSED and row.standing.is_open
        ]
    )
    call.program.ask(lambda: call.program.disputes.end(open_, DisputeEventKind.REJECTED, note="x"))
    call.open(MISSED)
    extras = call.form.extras
    extras.chips.chip(Besides.SATISFACTION.value).setFocus()
    call.keys.press(Qt.Key.Key_Space)
    call.keys.press(Qt.Key.Key_Right)
    call.keys.press(Qt.Key.Key_Right)
    call.keys.press(Qt.Key.Key_Right)
    call.keys.press(Qt.Key.Key_Space)
    assert call.kept().satisfaction == "4"
    call.keys.press(Qt.Key.Key_Escape)
    call.keys.type("b")
    call.keys.type("+2")
    call.form.notes.input.setFocus()
    call.keys.type("Content")
    call.keys.press(Qt.Key.Key_S, CTRL)
    call.until_left()
    assert detail(call)[4] == 4
    call.open(MISSED)
    assert call.form.extras.chips.chip(Besides.SATISFACTION.value).isHidden()


# ------------------------------------------------------------- the next step
def test_an_hour_is_agreed_by_their_clock_and_shown_by_ours(call: CallOffice) -> None:
    call.open(MISSED)
    keys = call.keys
    keys.type("b")
    keys.type("+2")
    keys.press(Qt.Key.Key_Tab)
    keys.type("2 pm")
    assert "at 14:00" in plain(call.form.read_back.sentence.text())
    call.form.notes.input.setFocus()
    keys.type("In a meeting")
    keys.press(Qt.Key.Key_Return, CTRL)
    call.office.until(lambda: call.brief().talks[0].day == TODAY)
    task = call.brief().tasks[-1]
    assert (task.day, task.at) == (date(2026, 11, 25), time(14))


def test_another_clock_is_told_beside_ours(call: CallOffice) -> None:
    call.program.ask(
        lambda: execute("UPDATE customer SET zone = 'America/New_York' WHERE code = 'BRAC01'")
    )
    call.open(MISSED)
    call.form.next.day.setFocus(Qt.FocusReason.TabFocusReason)
    call.keys.type("+2")
    call.form.next.at.setFocus()
    call.keys.type("10")
    said = plain(call.form.next.rest.text())
    assert said == "10:00 there (New York) is 15:00 here"


def test_nobody_answers_is_one_key_with_the_next_attempt(call: CallOffice) -> None:
    call.open(MISSED)
    call.keys.type("n")
    call.until_left()
    assert call.keys.count == 1
    brief = call.brief()
    assert brief.before.tried.last == TODAY
    assert (brief.tasks[-1].day, brief.tasks[-1].at) == (date(2026, 11, 24), time(14))


# ------------------------------------------------------------- what it goes against
def try_twice(call: CallOffice, code: str) -> None:
    """Try a customer in vain as often as a day allows."""
    for _ in range(2):
        call.program.ask(lambda: call.program.calls.attempt(code))


def test_whoever_rings_too_often_says_why(call: CallOffice) -> None:
    try_twice(call, "DELP01")
    call.open("DELP01")
    bar, keys = call.screen.page.warning, call.keys
    assert bar.isVisible()
    keys.type("b")
    call.form.notes.input.setFocus()
    keys.type("x")
    call.form.next.day.setFocus(Qt.FocusReason.TabFocusReason)
    keys.type("+7")
    keys.press(Qt.Key.Key_S, CTRL)
    assert call.window.focusWidget() is bar.reason
    assert bar.reason.accessibleDescription() == "Say why you ring all the same: it is kept."
    keys.type("they asked me to")
    call.office.until(lambda: call.drafts() and call.drafts()[0].typed.override)
    keys.press(Qt.Key.Key_S, CTRL)
    call.until_left()
    assert detail(call)[3] == "they asked me to"


def test_that_it_was_agreed_is_said_by_a_tick_and_costs_nothing(call: CallOffice) -> None:
    try_twice(call, "DELP01")
    call.open("DELP01")
    bar, keys = call.screen.page.warning, call.keys
    keys.type("b")
    call.form.notes.input.setFocus()
    keys.type("x")
    call.form.next.day.setFocus(Qt.FocusReason.TabFocusReason)
    keys.type("+7")
    bar.agreed.setFocus(Qt.FocusReason.TabFocusReason)
    keys.press(Qt.Key.Key_Space)
    call.office.until(lambda: call.drafts() and call.drafts()[0].typed.was_agreed)
    keys.press(Qt.Key.Key_S, CTRL)
    call.until_left()
    assert detail(call)[0] == "agreed"


def test_a_second_call_of_the_day_says_quietly_who_spoke_with_them(call: CallOffice) -> None:
    call.open(MISSED)
    assert not call.screen.page.spoken.isVisible()
    note = CallNote("Ann Lee", Outcome.ALL_WELL, "x", none_because="all said")
    call.program.ask(lambda: call.program.calls.record("DELP01", note))
    call.open("DELP01")
    spoken = call.screen.page.spoken
    assert spoken.isVisible()
    assert "Ann Lee" in spoken.accessibleName()
    assert "today already" in spoken.accessibleName()
    assert not call.screen.page.warning.isVisible()  # one day is one initiative


def test_whoever_calls_us_is_warned_of_nothing(call: CallOffice) -> None:
    try_twice(call, "DELP01")
    call.open("DELP01", incoming=True)
    assert not call.screen.page.warning.isVisible()


# ------------------------------------------------------------- words to say
def test_one_key_shows_three_calm_sentences_and_hides_them(call: CallOffice) -> None:
    call.open(MISSED)
    keys, leave = call.keys, call.screen.page.leave
    seen: Callable[[], bool] = leave.isVisible
    assert not seen()
    keys.type("h")
    keys.press(Qt.Key.Key_F8)
    assert seen()
    lines: Callable[[], int] = lambda: len(leave.said)  # noqa: E731 - asked again below
    assert lines() == 3
    assert "Thank you for telling me" in leave.said[0]
    leave.states._buttons[2].setFocus()
    keys.press(Qt.Key.Key_Right)  # a voicemail
    assert lines() == 1
    assert "£" not in leave.said[0]
    keys.press(Qt.Key.Key_F8)
    assert not seen()


def test_a_hesitation_offers_one_question_more(call: CallOffice) -> None:
    call.open(MISSED)
    feel = call.form.feel
    seen: Callable[[], bool] = feel.question.isVisible
    assert not seen()
    chip = feel.signals[next(iter(feel.signals))]
    chip.setFocus()
    call.keys.press(Qt.Key.Key_Space)
    assert seen()
    assert feel.question.text().count("?") == 1
    call.keys.press(Qt.Key.Key_Space)
    assert not seen()


def test_who_may_not_discuss_the_account_is_told_nothing_of_it(call: CallOffice) -> None:
    call.program.ask(
        lambda: execute("UPDATE contact SET discuss = 'no' WHERE name = 'Daniel Marsh'")
    )
    call.open(MISSED)
    page = call.screen.page
    assert page.head.name == "Helen Sowerby"
    assert "£" in spoken(call)
    page.head.with_whom.setFocus()
    line = page.head.with_whom.lineEdit()
    assert line is not None
    line.selectAll()
    call.keys.type("Daniel Marsh")
    assert "£" not in spoken(call)
    assert "November" not in spoken(call)
    assert "May I speak with Helen Sowerby?" in spoken(call)
    assert page.script is not None
    assert page.script.guarded
    call.keys.press(Qt.Key.Key_F8)
    assert "£" not in " ".join(page.leave.said)


def name_them(call: CallOffice, name: str) -> None:
    """Type over the name that was expected."""
    line = call.screen.page.head.with_whom.lineEdit()
    assert line is not None
    call.screen.page.head.with_whom.setFocus()
    line.selectAll()
    call.keys.type(name)


def test_to_a_stranger_on_the_line_nothing_is_said_of_money_until_they_may_hear_it(
    call: CallOffice,
) -> None:
    call.open(MISSED)
    page = call.screen.page
    assert page.stranger.isHidden()
    name_them(call, "Reception")
    assert page.stranger.isVisible()
    assert "£" not in spoken(call)
    assert "November" not in spoken(call)
    assert "May I speak with" in spoken(call)
    page.stranger.may.setFocus()
    call.keys.press(Qt.Key.Key_Space)
    assert "Good morning, it’s" in spoken(call)  # nobody is called Reception
    assert "£4,212.60" in spoken(call)
    name_them(call, "Bob")  # of whom it was not said
    assert "£" not in spoken(call)
    name_them(call, "Daniel")  # a first name alone is who is on file
    assert "£" in spoken(call)
    assert page.stranger.isHidden()


def test_that_a_stranger_may_hear_it_is_kept_with_the_form(call: CallOffice) -> None:
    call.open(MISSED)
    name_them(call, "Reception")
    call.screen.page.stranger.may.setFocus()
    call.keys.press(Qt.Key.Key_Space)
    assert call.kept().may_discuss
    call.open("OTTE01")
    assert call.screen.page.stranger.isHidden()
    call.open(MISSED)
    assert call.screen.page.head.name == "Reception"
    assert "£4,212.60" in spoken(call)


def test_whoever_rings_us_is_heard_though_nobody_knows_them(call: CallOffice) -> None:
    call.open(MISSED, incoming=True)
    name_them(call, "A son")
    page = call.screen.page
    assert page.stranger.isHidden()
    assert page.script is not None
    assert not page.script.guarded


def spoken(call: CallOffice) -> str:
    """Goal, opening and script, as they are shown."""
    page = call.screen.page
    shown = page.brief._page
    assert shown is not None
    ticks = [tick.text() for tick in page.form.ticks._ticks.values()]
    said = [shown._words.goal()[1], shown._words.opening(), page.form.ticks._title.text(), *ticks]
    return " ".join(said).replace(NBSP, " ")


# ------------------------------------------------------------- the window
def test_the_brief_is_hidden_and_shown_by_a_key(call: CallOffice) -> None:
    call.open(MISSED)
    panel = call.screen.page._panel
    assert panel.isVisible()
    call.keys.press(Qt.Key.Key_F9)
    assert not panel.isVisible()
    call.keys.press(Qt.Key.Key_F9)
    assert panel.isVisible()


def test_details_are_put_right_while_the_call_stays(call: CallOffice) -> None:
    call.open(MISSED)
    call.keys.type("b")
    button = call.screen.page.head.details
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    call.office.until(lambda: QApplication.activeModalWidget() or call.window.findChild(QDialog))
    dialog = call.window.findChild(QDialog)
    assert dialog is not None
    dialog.reject()
    assert call.form.outcomes.grid.outcome is Outcome.CALL_BACK
    assert call.screen.in_hand.code == MISSED


def test_how_they_pay_is_put_right_while_the_call_stays_and_is_told_in_its_notes(
    call: CallOffice,
) -> None:
    call.open(MISSED)
    call.keys.type("b")
    call.form.notes.input.setFocus()
    call.keys.type("Rings Friday")
    button = call.screen.page.head.paying
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    call.office.until(lambda: isinstance(QApplication.activeModalWidget(), PayingDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PayingDialog)
    choose(dialog.run.often, WEEKLY)
    choose(dialog.run.weekday, "4")
    cut_off, order = (dialog.book.input(name) for name in ("invoice_cut_off", "order_required"))
    cut_off.setFocus()
    QTest.keyClicks(cut_off, "32")
    QTest.keyClick(cut_off, Qt.Key.Key_Return)
    call.office.until(lambda: bool(cut_off.property("faulty")))
    QTest.keyClick(cut_off, Qt.Key.Key_A, CTRL)
    QTest.keyClicks(cut_off, "25")
    order.setFocus()
    QTest.keyClick(order, Qt.Key.Key_Space)
    QTest.keyClick(order, Qt.Key.Key_Return)
    call.office.until(lambda: QApplication.activeModalWidget() is None)
    notes = plain(call.form.notes.input.toPlainText())
    assert notes.splitlines()[0] == "Rings Friday"
    assert "Payment run: every Friday" in notes
    assert "Cut-off for invoices: 25" in notes
    assert "order number" in notes
    call.office.until(lambda: call.brief().facts.pays.run == Weekly(4))
    assert call.brief().facts.pays.invoice_cut_off == 25
    call.office.come_to_the_front()
    call.form.next.day.setFocus(Qt.FocusReason.TabFocusReason)
    call.keys.type("+7")
    call.keys.press(Qt.Key.Key_S, CTRL)
    call.until_left()
    assert "every Friday" in plain(call.brief().talks[0].notes)


def test_how_they_pay_unchanged_is_told_nowhere(call: CallOffice) -> None:
    call.open(MISSED)
    call.screen.page.head.paying.click()
    call.office.until(lambda: isinstance(QApplication.activeModalWidget(), PayingDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PayingDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    call.office.until(lambda: QApplication.activeModalWidget() is None)
    assert not call.form.notes.input.toPlainText()


@pytest.mark.parametrize("outcome", ["d", "l", "a", "i", "u", "f"])
def test_nothing_is_cut_off_at_the_smallest_size(call: CallOffice, outcome: str) -> None:
    """Whatever is unfolded fits the width: only downwards is scrolled."""
    call.window.resize(1024, 700)
    call.office.around.theme.choose(Appearance.DARK)
    call.open(MISSED)
    call.keys.type(outcome)
    form = call.form
    call.office.until(lambda: form.parts.width() <= form.viewport().width())
    for part in form.extras.parts.values():
        if part.isVisible():
            assert part.minimumSizeHint().width() <= part.width()


def test_keys_typed_while_a_dialog_is_fetched_do_nothing_to_the_call_behind(
    call: CallOffice,
) -> None:
    """A letter chooses an outcome and Enter saves: neither was meant for the page behind."""
    call.open(MISSED)
    before = call.screen.in_hand.typed.outcome
    gate = Event()
    call.office.around.desk.ask(gate.wait, lambda _none: None)  # the ledger has other work
    call.screen.page.head.details.click()
    call.keys.type("nx")
    call.keys.press(Qt.Key.Key_S, CTRL)
    assert call.screen.in_hand.typed.outcome == before
    gate.set()
    call.office.until(lambda: QApplication.activeModalWidget() is not None)
    assert call.screen.in_hand.code == MISSED
    assert call.screen.in_hand.typed.outcome == before
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.close()
    call.office.until(lambda: QApplication.activeModalWidget() is None)
    call.office.come_to_the_front()
    call.form.go_to("outcome")
    call.keys.type("x")  # and now they act again
    assert call.screen.in_hand.typed.outcome == Outcome.REFUSES.value
