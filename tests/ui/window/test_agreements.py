"""The place of agreements by keyboard: promises, plans, queries, notes, and the way back."""

import re
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from creditmate.db.connection import execute
from creditmate.domain.dispute_register import DisputeRow
from creditmate.domain.disputes import DisputeEventKind
from creditmate.domain.money import totals_by_currency
from creditmate.domain.noted import NewNoted, NotedKind, NotedRow, NotedState
from creditmate.domain.plan_terms import PlanTerms
from creditmate.domain.promise_register import PromiseRow, Side, promised_by_them
from creditmate.i18n.formats import money
from creditmate.services.plan_lists import PlanRow
from creditmate.ui.agreements.answer_dialog import AnswerDialog
from creditmate.ui.agreements.dialogs import HandOverDialog, PutOffDialog, WithdrawDialog
from creditmate.ui.agreements.list_state import Show
from creditmate.ui.agreements.raise_dialog import RaiseDialog
from creditmate.ui.agreements.whose_dialog import WhoseDialog
from creditmate.ui.kit.chips import Chip
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.menu import actions_of
from creditmate.ui.plans.plan_dialog import PlanDialog
from creditmate.ui.screens.agreements import AgreementsScreen
from creditmate.ui.screens.customer import CustomerScreen
from creditmate.ui.wishes import OpenPlace
from tests.ui.window.conftest import TODAY, Office


def rows(office: Office, sql: str) -> list[tuple[object, ...]]:
    return office.around.program.ask(lambda: execute(sql).fetchall())


@pytest.fixture
def screen(office: Office) -> AgreementsScreen:
    """The place, with promises that wait."""
    office.window.fulfil(OpenPlace("agreements"))
    shown = office.window.screen_shown
    assert isinstance(shown, AgreementsScreen)
    office.until(lambda: shown.lists.promises.items)
    shown.begin()
    return shown


def turn_to(office: Office, screen: AgreementsScreen, show: Show) -> None:
    """Press a chip with the keyboard, and go into the list."""
    chip = next(chip for chip in screen.chips.findChildren(Chip) if chip.says.key == show.value)
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Space)
    office.until(lambda: not screen.is_asking and screen.show_now is show)
    screen.begin()


def dialog_of(office: Office) -> EditDialog:
    office.until(QApplication.activeModalWidget)
    found = QApplication.activeModalWidget()
    assert isinstance(found, EditDialog)
    return found


def type_in(dialog: EditDialog, text: str) -> None:
    QTest.keyClicks(dialog.focusWidget(), text)


def press_in(dialog: EditDialog, key: Qt.Key) -> None:
    QTest.keyClick(dialog.focusWidget(), key)


def go_to(screen: AgreementsScreen, code: str) -> None:
    """Go down the list to a customer's row."""
    table = screen.lists.table
    for place in range(table.model().rowCount()):
        table.go_to(place)
        if screen.lists.chosen is not None and screen.lists.chosen.code == code:
            return
    raise AssertionError(code)


def figures(screen: AgreementsScreen) -> dict[str, tuple[str, ...]]:
    return {one.title: one.lines for one in screen.totals.figures}


def undo(office: Office) -> None:
    office.window.telling.toast._undo.click()


def test_while_it_is_on_its_way_it_says_so(office: Office) -> None:
    gate = Event()
    office.around.desk.ask(partial(gate.wait, 9), lambda _: None)  # the machine is busy
    office.window.fulfil(OpenPlace("agreements"))
    there = office.window.screen_shown
    assert isinstance(there, AgreementsScreen)
    office.until(there.loading.isVisible)
    gate.set()
    office.until(there.lists.table.model().rowCount)
    assert not there.loading.isVisible()


def test_a_query_is_raised_where_none_is_listed(office: Office, screen: AgreementsScreen) -> None:
    """No row says whose it is: they are named first, by a name or the number of an invoice."""
    assert not screen.raising.isVisible()
    turn_to(office, screen, Show.QUERIES)
    assert screen.raising.isVisible()
    screen.filter.setFocus()
    QTest.keyClicks(screen.filter, "nobody like that")
    office.until(lambda: screen.lists.chosen is None)
    screen.raising.setFocus()
    QTest.keyClick(screen.raising, Qt.Key.Key_Space)
    whose = dialog_of(office)
    assert isinstance(whose, WhoseDialog)
    press_in(whose, Qt.Key.Key_Return)
    office.until(lambda: bool(whose.customer.accessibleDescription()))
    type_in(whose, "CALD01")
    office.until(lambda: whose.customer.is_offering)
    press_in(whose, Qt.Key.Key_Return)
    office.until(lambda: whose.customer.code == "CALD01")
    press_in(whose, Qt.Key.Key_Return)
    office.until(lambda: isinstance(QApplication.activeModalWidget(), RaiseDialog))
    found = QApplication.activeModalWidget()
    assert isinstance(found, RaiseDialog)
    assert "Calder" in found.windowTitle()
    press_in(found, Qt.Key.Key_Escape)


def test_what_shows_a_query_is_kept_with_it(
    office: Office, screen: AgreementsScreen, tmp_path: Path
) -> None:
    box = tmp_path / "box.jpg"
    box.write_bytes(b"crushed")
    turn_to(office, screen, Show.QUERIES)
    go_to(screen, "BRIN01")
    office.type("q")
    dialog = dialog_of(office)
    assert isinstance(dialog, RaiseDialog)
    row = next(iter(dialog.items.rows.values()))
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Space)
    dialog.reason.setFocus()
    press_in(dialog, Qt.Key.Key_Down)
    dialog.files.take(box)
    box.unlink()
    press_in(dialog, Qt.Key.Key_Return)
    office.until(lambda: not dialog._problem.isHidden())
    box.write_bytes(b"crushed")
    press_in(dialog, Qt.Key.Key_Return)
    kept = "SELECT name, subject FROM attachment WHERE name = 'box.jpg' AND archived_day IS NULL"
    office.until(lambda: QApplication.activeModalWidget() is None)
    assert rows(office, kept) == [("box.jpg", "dispute")]
    seen: Callable[[], DisputeRow | None] = lambda: next(  # noqa: E731 - asked again
        (row for row in screen.lists.queries.items if row.files), None
    )
    office.until(lambda: seen() is not None)  # whoever answers it is told of it
    shown = seen()
    assert shown is not None
    answer = AnswerDialog(office.around, screen, shown, lambda *_told: None)
    assert "1 file is kept with it" in answer.accessibleDescription()
    answer.reject()
    undo(office)
    office.until(lambda: rows(office, kept) == [])


def test_promises_of_both_sides_stand_with_what_was_kept(screen: AgreementsScreen) -> None:
    sides = {row.side for row in screen.lists.promises.items}
    assert sides == {Side.THEIRS, Side.OURS}
    shown = figures(screen)
    assert "%" in shown["Kept in time"][0]
    assert "%" in shown["Of what was promised"][0]
    assert shown["Promised by them"] != ("–",)


def test_what_was_taken_back_is_not_promised_any_more(
    office: Office, screen: AgreementsScreen
) -> None:
    turn_to(office, screen, Show.ALL_PROMISES)
    before = figures(screen)["Promised by them"]
    row = next(
        row
        for row in screen.lists.promises.items
        if row.is_waiting and row.money is not None and row.money.currency == "GBP"
    )
    register = office.around.program.promise_register
    office.around.program.ask(lambda: register.withdraw(row.id, "said it was a mistake"))
    turn_to(office, screen, Show.PROMISES)
    turn_to(office, screen, Show.ALL_PROMISES)
    (left,) = _amounts(figures(screen)["Promised by them"])
    (was,) = _amounts(before)
    assert row.money is not None
    assert was - left == row.money.minor


def _amounts(lines: tuple[str, ...]) -> list[int]:
    """The sums of a figure in pounds, in pence."""
    return [int(re.sub(r"\D", "", line)) for line in lines if "£" in line]


def test_a_query_is_answered_with_its_outcome_and_taken_back(
    office: Office, screen: AgreementsScreen
) -> None:
    turn_to(office, screen, Show.QUERIES)
    go_to(screen, "BRIN01")
    row = screen.lists.chosen
    assert isinstance(row, DisputeRow)
    office.type("a")
    dialog = dialog_of(office)
    assert isinstance(dialog, AnswerDialog)
    assert not dialog.amount.isVisible()
    press_in(dialog, Qt.Key.Key_Down)
    press_in(dialog, Qt.Key.Key_Down)
    assert dialog.outcome.input.currentText() == "Right in part"
    press_in(dialog, Qt.Key.Key_Return)
    office.until(dialog.amount.input.hasFocus)  # how much has to be told
    type_in(dialog, "43.20")
    press_in(dialog, Qt.Key.Key_Tab)
    type_in(dialog, "Two of the four lengths")
    waiting = len(screen.lists.queries.items)
    press_in(dialog, Qt.Key.Key_Return)
    office.until(lambda: len(screen.lists.queries.items) < waiting)
    ended = rows(office, "SELECT kind, amount_minor, note FROM dispute_event ORDER BY id DESC")
    assert ended[0] == ("part", 4_320, "Two of the four lengths")
    assert "£43.20" in office.window.telling.toast._text.text().replace("\u00a0", " ")
    undo(office)
    office.until(lambda: len(screen.lists.queries.items) == waiting)


def test_nothing_is_answered_without_an_outcome_and_escape_leaves(
    office: Office, screen: AgreementsScreen
) -> None:
    turn_to(office, screen, Show.QUERIES)
    office.type("a")
    dialog = dialog_of(office)
    press_in(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    press_in(dialog, Qt.Key.Key_Escape)
    office.until(lambda: QApplication.activeModalWidget() is None)


def test_a_query_is_handed_over(office: Office, screen: AgreementsScreen) -> None:
    turn_to(office, screen, Show.QUERIES)
    go_to(screen, "BRIN01")
    office.type("h")
    dialog = dialog_of(office)
    assert isinstance(dialog, HandOverDialog)
    press_in(dialog, Qt.Key.Key_Return)  # to whoever has it already
    office.until(lambda: "so already" in dialog.owner.input.accessibleDescription())
    assert dialog.owner.input.count() > 1
    QTest.keyClick(dialog.owner.input, Qt.Key.Key_End)
    owner = dialog.owner.input.currentData()
    dialog.day.input.selectAll()
    QTest.keyClicks(dialog.day.input, "15/12")
    press_in(dialog, Qt.Key.Key_Return)
    sql = "SELECT staff_id, answer_by_day FROM dispute_care ORDER BY id DESC"
    office.until(lambda: rows(office, sql)[0] == (owner, "2026-12-15"))
    office.until(lambda: screen.lists.queries.items[0].owner == owner)


def test_what_is_behind_queries_and_what_was_answered(
    office: Office, screen: AgreementsScreen
) -> None:
    turn_to(office, screen, Show.ANSWERED)
    assert {row.code for row in screen.lists.answered.items} == {"QUIL01", "LOCK01", "GREY01"}
    assert not screen.deed.isVisible()
    turn_to(office, screen, Show.CAUSES)
    assert "quantity" in {reason for reason, _ in screen.lists.causes.items}
    assert screen.lists.chosen is None
    office.press(Qt.Key.Key_Return)  # a cause is nobody's
    assert office.window.screen_shown is screen


def test_our_promise_is_done_with_one_key_and_theirs_asks_why(
    office: Office, screen: AgreementsScreen
) -> None:
    ours = next(row for row in screen.lists.promises.items if row.side is Side.OURS)
    screen.lists.promises.go_to(lambda row: row is ours)
    waiting = len(screen.lists.promises.items)
    office.type("a")
    office.until(lambda: len(screen.lists.promises.items) < waiting)
    assert rows(office, f"SELECT kind FROM promise_event WHERE promise_id = {ours.id}") == [
        ("done",)
    ]
    screen.lists.promises.go_to(lambda row: row.side is Side.THEIRS)
    theirs = screen.lists.chosen
    assert isinstance(theirs, PromiseRow)
    office.type("a")
    dialog = dialog_of(office)
    assert isinstance(dialog, WithdrawDialog)
    press_in(dialog, Qt.Key.Key_Return)
    office.until(lambda: not dialog._work.waiting)
    assert dialog.isVisible()  # it takes a reason
    type_in(dialog, "The order was cancelled")
    press_in(dialog, Qt.Key.Key_Return)
    office.until(lambda: len(screen.lists.promises.items) == waiting - 2)
    kind = f"SELECT kind FROM promise_event WHERE promise_id = {theirs.id}"
    assert rows(office, kind) == [("withdrawn",)]


def test_a_note_is_put_off_and_done(office: Office, screen: AgreementsScreen) -> None:
    turn_to(office, screen, Show.NOTED)
    go_to(screen, "DUNM01")
    office.type("p")
    dialog = dialog_of(office)
    assert isinstance(dialog, PutOffDialog)
    assert dialog.day.input.selectedText() == "+7"  # what is typed takes its place
    type_in(dialog, "15/12")
    press_in(dialog, Qt.Key.Key_Return)
    office.until(lambda: rows(office, "SELECT follow_up_day FROM noted_event"))
    assert rows(office, "SELECT follow_up_day FROM noted_event") == [("2026-12-15",)]
    office.until(lambda: QApplication.activeModalWidget() is None and not screen.is_asking)
    go_to(screen, "QUIL01")
    chosen = screen.lists.chosen
    assert isinstance(chosen, NotedRow)
    assert chosen.kind is NotedKind.FEEDBACK
    waiting = len(screen.lists.noted.items)
    office.type("a")
    office.until(lambda: len(screen.lists.noted.items) == waiting - 1)


def test_an_opportunity_waits_while_a_query_of_theirs_is_open(
    office: Office, screen: AgreementsScreen
) -> None:
    program = office.around.program
    queries = [one.id for one in program.ask(lambda: program.disputes.register(TODAY))
               if one.code == "BRIN01"]  # fmt: skip
    assert queries
    new = NewNoted(NotedKind.OPPORTUNITY, "They need shelves for the new shop", TODAY)
    program.ask(lambda: program.noted.add("BRIN01", new))

    def states() -> list[NotedState]:
        turn_to(office, screen, Show.PROMISES)
        turn_to(office, screen, Show.NOTED)
        return [one.state for one in screen.lists.noted.items if one.words == new.words]

    assert states() == [NotedState.WAITS]
    for query in queries:
        program.ask(partial(program.disputes.end, query, DisputeEventKind.REJECTED, note="Told"))
    assert states() == [NotedState.OPEN]


def test_typing_narrows_and_enter_opens_the_customer(
    office: Office, screen: AgreementsScreen
) -> None:
    turn_to(office, screen, Show.QUERIES)
    office.type("bri")
    office.until(lambda: [row.code for row in screen.lists.queries.items] == ["BRIN01"])
    office.press(Qt.Key.Key_Down)
    office.press(Qt.Key.Key_Return)
    office.until(lambda: isinstance(office.window.screen_shown, CustomerScreen))


@pytest.mark.parametrize("show", list(Show))
def test_the_foot_counts_what_is_shown(
    office: Office, screen: AgreementsScreen, show: Show
) -> None:
    turn_to(office, screen, show)
    office.until(lambda: screen.lists.seen.items)
    whole = screen.totals.figures
    screen.filter.setText("nobody like that")
    office.until(lambda: not screen.lists.seen.items)
    said = " ".join(str(figure) for figure in screen.totals.figures)
    assert "0 lines" in said
    assert not re.search(r"[1-9]\d*[ \u00a0]line|[1-9][\d,]*\.\d\d", said)
    screen.filter.clear()
    office.until(lambda: screen.totals.figures == whole)


def test_of_one_customer_the_foot_has_what_it_promised(
    office: Office, screen: AgreementsScreen
) -> None:
    whole = list(screen.lists.promises.items)
    theirs = next(row for row in whole if row.side is Side.THEIRS and row.money is not None)
    screen.filter.setText(theirs.code)
    office.until(lambda: {row.code for row in screen.lists.promises.items} == {theirs.code})
    seen = [row for row in whole if row.code == theirs.code]
    assert len(seen) < len(whole)
    lines, promised = screen.totals.figures  # how all promises came out is not of this one
    assert lines.title == ("1 line" if len(seen) == 1 else f"{len(seen)} lines")
    assert promised.title == "Promised by them"
    sums = totals_by_currency(promised_by_them(seen))
    assert promised.lines == tuple(money(one, "en_GB", symbol=True) for one in sums)


def test_what_is_noted_is_narrowed_to_opportunities_or_feedback(
    office: Office, screen: AgreementsScreen
) -> None:
    turn_to(office, screen, Show.NOTED)
    office.type("/")
    office.type("feedback")
    office.until(lambda: [row.code for row in screen.lists.noted.items] == ["QUIL01"])


def test_what_was_answered_is_not_said_to_be_under_query(
    office: Office, screen: AgreementsScreen
) -> None:
    for show in (Show.ANSWERED, Show.CAUSES):
        turn_to(office, screen, show)
        assert "Under query" not in figures(screen)
        assert "Queried in all" in figures(screen)
    turn_to(office, screen, Show.QUERIES)
    assert "Under query" in figures(screen)


def test_a_list_without_rows_says_so(office: Office, screen: AgreementsScreen) -> None:
    turn_to(office, screen, Show.QUERIES)
    office.type("zzz")
    office.until(lambda: screen.area.none is not None)
    none = screen.area.none
    assert none is not None
    assert "zzz" in none.accessibleName()


def test_the_menu_offers_what_the_keys_do(office: Office, screen: AgreementsScreen) -> None:
    for show in (Show.PROMISES, Show.PLANS, Show.QUERIES, Show.ANSWERED, Show.NOTED):
        turn_to(office, screen, show)
        chosen = screen.lists.chosen
        if chosen is None:
            continue  # the sample has no such row
        menu = screen.menu.make(chosen)
        said = [action.text().partition("\t")[0] for action in menu.actions()]
        assert "Open the customer" in said
        menu.deleteLater()


def test_a_plan_is_acted_upon_where_it_is_listed(office: Office, screen: AgreementsScreen) -> None:
    """By the same deeds as on the customer's page: by the button, by keys and in the menu."""
    turn_to(office, screen, Show.PLANS)
    row = screen.lists.chosen
    assert isinstance(row, PlanRow)
    number = row.standing.plan.number
    offered = [action.text().partition("\t") for action in actions_of(screen.menu.make(row))]
    texts = {text: keys for text, _, keys in offered}
    assert texts["Print agreement"] == "P"
    assert texts["Agree anew…"] == "M"
    assert texts["End it…"] == "E"
    assert screen.deed.isVisible()

    office.type("m")
    anew = dialog_of(office)
    assert isinstance(anew, PlanDialog)
    press_in(anew, Qt.Key.Key_Escape)
    office.until(lambda: QApplication.activeModalWidget() is None)

    office.type("e")
    asked = dialog_of(office)
    assert number in asked.windowTitle()
    type_in(asked, "paid at once")
    press_in(asked, Qt.Key.Key_Return)
    listed: Callable[[], set[str]] = lambda: {  # noqa: E731 - asked again
        one.standing.plan.number for one in screen.lists.plans.items
    }
    office.until(lambda: number not in listed())
    undo(office)
    office.until(lambda: number in listed())


def test_that_a_plan_came_back_signed_is_one_key(office: Office, screen: AgreementsScreen) -> None:
    program = office.around.program
    terms = PlanTerms(first=date(2026, 12, 4), parts=2, by_whom="Helen Sowerby")
    program.ask(partial(program.plans.agree, "BRAC01", terms))
    turn_to(office, screen, Show.PLANS)
    go_to(screen, "BRAC01")
    assert screen.deed.text() == "It came back signed"
    office.type("a")
    signed = "SELECT count(*) FROM plan_event WHERE kind = 'signed'"
    office.until(lambda: rows(office, signed) == [(2,)])
    office.until(lambda: screen.deed.text() == "Agree anew…")
    office.press(Qt.Key.Key_Return)
    office.until(lambda: isinstance(office.window.screen_shown, CustomerScreen))
    page = office.window.screen_shown
    assert isinstance(page, CustomerScreen)
    office.until(page.area.promises.arranged.isVisible)
