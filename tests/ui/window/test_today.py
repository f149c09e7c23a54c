"""Today by keyboard: a list one works off from top to bottom, and the brief beside it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from creditmate.db.models import Customer
from creditmate.domain.changes import Touched
from creditmate.domain.day_cap import Cap
from creditmate.domain.day_plan import Sort
from creditmate.domain.money import Money, totals_by_currency
from creditmate.domain.our_people import CoverEntry
from creditmate.domain.outcomes import Outcome
from creditmate.domain.visit_plan import VisitPlan
from creditmate.domain.work_lines import OF_OUR_OWN_ACCORD
from creditmate.domain.work_lines import Kind as WorkKind
from creditmate.i18n.formats import money
from creditmate.services import work_candidates, worklists
from creditmate.services.calls import CallNote
from creditmate.services.diary import NewEntry, What
from creditmate.services.housekeeping import Housekeeping
from creditmate.services.worklists import WorkDay, WorkRow
from creditmate.ui.diary.entry_dialog import EntryDialog
from creditmate.ui.kit.text import Text
from creditmate.ui.kit.work_line import GroupTitle, WorkLine
from creditmate.ui.screens import today_state
from creditmate.ui.screens.today import TodayScreen
from creditmate.ui.screens.today_done import DoneDialog
from creditmate.ui.screens.today_left_out import LeftOutDialog
from creditmate.ui.screens.today_put_off import PutOffDialog
from creditmate.ui.screens.visit import VisitScreen
from creditmate.ui.wishes import (
    NextLine,
    OpenCustomer,
    OpenPlace,
    OpenStatements,
    OpenVisit,
    StartCall,
    Wish,
)
from tests.ui.window.conftest import TODAY, Office
from tests.ui.window.test_customer_deeds import dialog, keys, press

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
FRIDAY = TODAY + timedelta(days=4)
ALL_WELL = CallNote("Ann Lee", Outcome.ALL_WELL, "All well", next_day=TODAY + timedelta(days=9))


@dataclass
class Desk:
    """A user at Today."""

    office: Office
    screen: TodayScreen
    day: WorkDay
    wishes: list[Wish]

    @property
    def codes(self) -> list[str]:
        """The lines that are seen."""
        return [row.key for row in self.screen.left.list.rows if isinstance(row, WorkLine)]

    @property
    def shown(self) -> str:
        """The customer whose brief is seen."""
        brief = self.screen.panel.brief.brief
        return "" if brief is None else brief.customer.code

    def act(self) -> None:
        """Press the key that acts on the line, and come back."""
        self.office.press(Qt.Key.Key_Return)
        self.office.window.go_to("today")

    def record(self, code: str) -> None:
        """Record a call, as the call form does."""
        program = self.office.around.program
        saved = program.ask(lambda: program.calls.record(code, ALL_WELL))
        self.screen.changed.emit(saved.touched)

    def until(self, condition: Callable[[], object]) -> None:
        self.office.until(condition)


@pytest.fixture
def desk_today(empty_office: Office, ledger: Path) -> Desk:
    office = empty_office
    office.window.open_ledger(ledger)
    office.until(lambda: office.window.screen_shown is not None)
    office.window.go_to("today")
    screen = office.window.screen_shown
    assert isinstance(screen, TodayScreen)
    office.until(lambda: screen.state.day is not None)
    wishes: list[Wish] = []
    screen.wanted.connect(wishes.append)
    program = office.around.program
    day = program.ask(program.worklists.reading(TODAY).go_on)
    screen._show_tomorrow(True)
    desk = Desk(office, screen, day, wishes)
    office.until(lambda: desk.shown == day.rows[0].code)
    office.window.activateWindow()
    office.until(office.window.isActiveWindow)
    return desk


def test_the_day_is_listed_in_groups_and_begins_on_the_first_line(desk_today: Desk) -> None:
    desk = desk_today
    assert desk.codes == [row.code for row in desk.day.rows]
    titles = [row.text for row in desk.screen.left.list.rows if isinstance(row, GroupTitle)]
    assert titles == [
        "First: what we promised, and agreed times",
        "Worth a call, most useful first",
        "Letters and paperwork",
    ]
    assert desk.screen.left.list.key == desk.codes[0] == "OSPR01"
    assert desk.office.window.focusWidget() is desk.screen.left.list
    assert desk.screen.left.head.progress.text() == f"{len(desk.day.rows)} to go"


def test_arrows_pass_over_titles_and_the_brief_follows(desk_today: Desk) -> None:
    desk = desk_today
    for place in range(1, 4):
        desk.office.press(Qt.Key.Key_Down)
        assert desk.screen.left.list.key == desk.codes[place]
    desk.until(lambda: desk.shown == desk.codes[3])
    desk.office.press(Qt.Key.Key_Up, times=2)
    desk.until(lambda: desk.shown == desk.codes[1])
    assert desk.screen.panel.act.text() == "Call Gwen Aldous"
    desk.office.press(Qt.Key.Key_Home)
    assert desk.screen.left.list.key == desk.codes[0]
    desk.office.press(Qt.Key.Key_End)
    assert desk.screen.left.list.key == desk.codes[-1]


def test_enter_acts_in_the_way_of_the_line(desk_today: Desk) -> None:
    desk = desk_today
    assert desk.screen.panel.act.text() == "Open the account"
    desk.act()
    desk.office.press(Qt.Key.Key_Down)
    desk.act()
    desk.screen.left.list.go_to("FENN01")
    desk.act()
    assert desk.wishes == [OpenCustomer("OSPR01"), StartCall("PENN01"), OpenStatements(("FENN01",))]


def test_c_calls_and_o_opens_whoever_it_is(desk_today: Desk) -> None:
    desk = desk_today
    desk.office.type("c")
    desk.office.window.go_to("today")
    desk.office.type("o")
    assert desk.wishes == [StartCall("OSPR01"), OpenCustomer("OSPR01")]


def come_to(desk: Desk, code: str) -> WorkLine:
    """Go to the line of somebody by the keyboard, as soon as it is there."""
    desk.until(lambda: code in desk.codes)
    desk.office.press(Qt.Key.Key_Home)
    desk.office.press(Qt.Key.Key_Down, times=desk.codes.index(code))
    assert desk.screen.left.list.key == code
    desk.until(lambda: desk.shown == code)
    rows = desk.screen.left.list.rows
    return next(row for row in rows if isinstance(row, WorkLine) and row.key == code)


@pytest.mark.parametrize("ahead", [0, 2])
def test_a_visit_and_what_is_to_be_done_before_it_open_its_page(
    desk_today: Desk, ahead: int
) -> None:
    desk, program = desk_today, desk_today.office.around.program
    plan = VisitPlan(TODAY + timedelta(days=ahead), None, "To agree how to go on together.")
    done = program.ask(lambda: program.visits.plan("BRIN01", plan))
    number = program.ask(lambda: program.visits.show(str(done.id), TODAY).row.number)
    desk.screen.changed.emit(done.touched)
    desk.until(lambda: any(row.line.kind is WorkKind.VISIT for row in of(desk, "BRIN01")))
    line = come_to(desk, "BRIN01")
    assert (line.side, line.act_name) == ("Visit", "Open the visit")
    assert desk.screen.panel.act.text() == "Open the visit"
    desk.office.press(Qt.Key.Key_Return)
    assert desk.wishes == [OpenVisit(code="BRIN01")]
    page = desk.office.window.screen_shown
    assert isinstance(page, VisitScreen)
    desk.until(lambda: page.number == number)


def test_a_visit_that_was_only_noted_opens_the_customer_and_may_be_called_about(
    desk_today: Desk,
) -> None:
    desk, program = desk_today, desk_today.office.around.program
    entry = NewEntry("BRIN01", TODAY, What.VISIT, None, "See the new saw", None)
    put = program.ask(lambda: program.diary.add(entry))
    desk.screen.changed.emit(put.touched)
    desk.until(lambda: any(row.line.kind is WorkKind.VISIT for row in of(desk, "BRIN01")))
    line = come_to(desk, "BRIN01")
    assert (line.side, line.act_name) == ("Visit", "Open the account")
    desk.act()
    desk.office.type("c")
    assert desk.wishes == [OpenCustomer("BRIN01"), StartCall("BRIN01")]


def of(desk: Desk, code: str) -> list[WorkRow]:
    """The customer's line, as it was read."""
    return [row for row in desk.screen.state.rows if row.code == code]


def test_digits_narrow_the_list(desk_today: Desk) -> None:
    desk = desk_today
    sorts = list(Sort)
    desk.office.type(str(sorts.index(Sort.COURTESY) + 1))
    counts = desk.screen.state.counts
    assert len(desk.codes) == counts[Sort.COURTESY] > 5
    assert desk.screen.left.chips.key == Sort.COURTESY
    desk.until(lambda: desk.shown == desk.codes[0] == "SALL01")
    desk.office.type("1")
    assert len(desk.codes) == len(desk.day.rows)
    assert desk.screen.left.list.key == "SALL01"


def test_f6_goes_to_the_panel_then_to_the_sidebar_and_back(desk_today: Desk) -> None:
    desk = desk_today
    window, panel = desk.office.window, desk.screen.panel
    desk.office.press(Qt.Key.Key_F6)
    assert window.focusWidget() is panel.act
    desk.office.press(Qt.Key.Key_F6, SHIFT)
    assert window.focusWidget() is desk.screen.left.list
    desk.office.press(Qt.Key.Key_F6)
    desk.office.press(Qt.Key.Key_Return)
    assert desk.wishes == [OpenCustomer("OSPR01")]
    window.go_to("today")
    desk.office.press(Qt.Key.Key_F6, times=2)
    assert window.focusWidget() is window.sidebar.places
    desk.office.press(Qt.Key.Key_F6)
    assert window.focusWidget() is desk.screen.left.list


def test_the_menu_has_the_same_actions(desk_today: Desk) -> None:
    desk = desk_today
    desk.screen.left.list.go_to("FENN01")
    desk.screen._on_line("FENN01")
    viewport = desk.screen.left.list.viewport()
    at = viewport.mapToGlobal(QPoint(5, 5))
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), at)
    QApplication.sendEvent(viewport, asked)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert texts == [
        "Prepare a statement",
        "Call\tC",
        "Open the account\tO",
        "Put off…\tZ",
        "Already at a step…",
        "Print the call sheet…\tCtrl+P",
        "Copy all lines\tCtrl+C",
    ]
    with desk.office.qtbot.waitSignal(desk.screen.told) as told:
        QTest.keyClick(menu, Qt.Key.Key_Up)
        QTest.keyClick(menu, Qt.Key.Key_Return)
    assert told.args == [f"{len(desk.day.rows)} lines copied"]
    desk.office.press(Qt.Key.Key_F6)
    desk.office.press(Qt.Key.Key_Tab)
    desk.office.press(Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert desk.wishes == [OpenCustomer("FENN01")]


def test_the_button_of_a_line_acts_and_the_line_itself_only_chooses(desk_today: Desk) -> None:
    desk = desk_today
    lines = desk.screen.left.list
    rect = lines.visualRect(lines.model().index(2, 0))
    QTest.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert lines.key == "PENN01"
    assert desk.wishes == []
    button = lines._delegate.button_in(rect).center()
    QTest.mouseMove(lines.viewport(), button)
    QTest.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=button)
    assert desk.wishes == [StartCall("PENN01")]


def test_the_lines_are_copied_as_a_table(desk_today: Desk) -> None:
    desk = desk_today
    with desk.office.qtbot.waitSignal(desk.screen.told) as told:
        desk.office.press(Qt.Key.Key_C, CTRL)
    assert told.args == [f"{len(desk.day.rows)} lines copied"]
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 1 + len(desk.day.rows)
    assert lines[0] == "Code\tCustomer\tAmount\tAge\tHow\tWhy"
    assert lines[4].startswith("BRAC01\tBrackenford Homes Ltd\t£6,274.40\t81 days late\tCall\t")


def test_once_acting_has_changed_a_line_the_next_one_is_chosen(desk_today: Desk) -> None:
    desk = desk_today
    desk.office.press(Qt.Key.Key_Down)
    desk.act()
    desk.record("PENN01")
    desk.until(lambda: "PENN01" not in desk.codes)
    assert desk.screen.left.list.key == "TARN01"
    desk.until(lambda: desk.shown == "TARN01")
    assert desk.screen.left.head.progress.text() == f"1 done, {len(desk.day.rows) - 1} to go"


def test_what_is_touched_elsewhere_leaves_one_where_one_was(desk_today: Desk) -> None:
    desk = desk_today
    desk.office.press(Qt.Key.Key_Down, times=3)
    desk.record("PENN01")
    desk.until(lambda: "PENN01" not in desk.codes)
    assert desk.screen.left.list.key == "BRAC01"


def test_the_next_call_is_the_one_below(desk_today: Desk) -> None:
    desk = desk_today
    desk.office.window.fulfil(NextLine("OSPR01"))
    desk.until(lambda: desk.wishes == [StartCall("PENN01", chained=True)])
    assert desk.screen.left.list.key == "PENN01"


def test_the_next_call_is_of_the_sort_one_is_at(desk_today: Desk) -> None:
    desk = desk_today
    desk.office.type("4")
    desk.office.window.fulfil(NextLine("SALL01"))
    desk.until(lambda: desk.wishes == [StartCall("MARL01", chained=True)])


def test_after_the_last_call_one_stays_and_is_told(desk_today: Desk) -> None:
    desk = desk_today
    telling = desk.office.window.telling
    telling.say_undoable("Call with somebody recorded", lambda: Touched.NOTHING)
    desk.screen.state.narrow(Sort.PAPERWORK)
    with desk.office.qtbot.waitSignal(desk.screen.told_besides) as told:
        desk.office.window.fulfil(NextLine(desk.codes[-1]))
    assert told.args == ["No more calls today"]
    assert desk.wishes == []
    assert desk.office.window.screen_shown is desk.screen
    assert telling.toast.message == "Call with somebody recorded. No more calls today"
    assert telling.undoable is not None  # what was recorded can still be taken back


def test_below_the_last_call_one_goes_on_from_the_top(desk_today: Desk) -> None:
    desk = desk_today
    desk.office.window.fulfil(NextLine(desk.codes[-1]))
    desk.until(lambda: desk.wishes == [StartCall("PENN01", chained=True)])


def test_the_next_call_is_found_though_today_was_never_seen(office: Office) -> None:
    office.window.fulfil(NextLine("OSPR01"))
    screen = office.window.screen_shown
    assert isinstance(screen, TodayScreen)
    with office.qtbot.waitSignal(screen.wanted) as wanted:
        pass
    assert wanted.args == [StartCall("PENN01", chained=True)]


def test_the_day_comes_in_pieces_and_others_get_between_them(
    empty_office: Office, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was shown first keeps its place, and what is asked meanwhile is not kept waiting."""
    monkeypatch.setattr(work_candidates, "_CHUNK", 3)
    monkeypatch.setattr(worklists, "SCREENFUL", 1)
    office = empty_office
    office.window.open_ledger(ledger)
    office.until(lambda: office.window.screen_shown is not None)
    office.window.go_to("today")
    screen = office.window.screen_shown
    assert isinstance(screen, TodayScreen)
    screen.state.shows_tomorrow = True  # else the calls of the day are chosen anew as lines come
    seen: list[list[str]] = []
    answers: list[tuple[bool, int]] = []

    def put() -> None:
        shown = [row.key for row in screen.left.list.rows if isinstance(row, WorkLine)]
        seen.extend([shown] if shown not in seen else [])
        chips = screen.left.chips.sizeHint().width()
        answers.append((screen.state.is_known, chips))
        if not screen.state.is_known:
            office.around.desk.ask(lambda: None, lambda _answer: put())

    put()
    office.until(lambda: screen.state.is_known)
    put()
    last = seen[-1]
    assert len(last) > 24
    assert all(codes == last[: len(codes)] for codes in seen)
    assert len(seen) > 3
    assert office.window.screens.counts["today"] == str(len(last))
    waiting = {width for known, width in answers if not known}
    assert max(waiting) < answers[-1][1]  # counts stand on the chips once they are known


def test_coming_to_the_end_shows_further_lines(
    desk_today: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desk_today
    monkeypatch.setattr(today_state, "STEP", 12)
    desk.screen._narrow(Sort.ALL)
    assert len(desk.codes) == 12
    desk.office.press(Qt.Key.Key_End)
    desk.until(lambda: len(desk.codes) == 24)
    assert desk.screen.left.list.key == desk.codes[11]
    desk.office.press(Qt.Key.Key_End)
    desk.until(lambda: len(desk.codes) == len(desk.day.rows))


def test_a_sort_without_lines_offers_all(desk_today: Desk) -> None:
    desk = desk_today
    desk.record("UNDE01")
    desk.screen._narrow(Sort.PAPERWORK)
    desk.screen.state.day = WorkDay(TODAY, desk.day.rows[:2], frozenset(), has_customers=True)
    desk.screen._show_rows()
    none = desk.screen.left.none
    assert none is not None
    assert none.accessibleName() == "Nothing under ‘Paperwork’ today"
    assert not desk.screen.panel.isVisible()
    assert desk.office.window.focusWidget() is none.action
    desk.office.press(Qt.Key.Key_Return)
    assert desk.screen.left.none is None
    assert desk.codes == ["OSPR01", "PENN01"]


@pytest.mark.parametrize(("done", "known", "fact", "wish"), [
    (14, True, "Nothing more today", OpenPlace("customers")),
    (0, True, "Nothing to do today", OpenPlace("customers")),
])  # fmt: skip
def test_when_nothing_is_left_it_says_so(
    desk_today: Desk, done: int, known: bool, fact: str, wish: Wish
) -> None:
    desk = desk_today
    desk.screen._show(WorkDay(TODAY, (), frozenset(range(done)), known))
    none = desk.screen.left.none
    assert none is not None
    assert none.accessibleName() == fact
    assert desk.office.window.screens.counts["today"] == ""
    assert desk.screen.left.head.progress.isVisible() is bool(done)
    assert desk.screen.left.head.progress.text() == ("All 14 done" if done else "0 to go")
    none.action.click()
    assert desk.wishes == [wish]


def test_once_all_is_done_it_says_what_the_day_brought(desk_today: Desk) -> None:
    desk = desk_today
    program, screen = desk.office.around.program, desk.screen
    money = Money(98_000, "GBP")
    will_pay = CallNote("Lionel", Outcome.WILL_PAY, "On Friday", next_day=FRIDAY,
                        promised=money, promised_by=FRIDAY)  # fmt: skip
    program.ask(lambda: program.calls.record("OTTE01", will_pay))
    program.ask(lambda: program.calls.record("PENN01", ALL_WELL))
    screen._show(WorkDay(TODAY, (), frozenset({1, 2}), has_customers=True))
    desk.until(screen.side.result.isVisible)
    assert not screen.panel.isVisible()
    said = [text.text().replace("\u00a0", " ") for text in screen.side.result.findChildren(Text)]
    assert said == [
        "Your day",
        "£980.00",
        "promised to you, in 1 promise",
        "Reached", "2 of 2 customers",
        "They promised", "1, by Fri 27 Nov",
        "We promised", "nothing",
    ]  # fmt: skip
    screen._show(desk.day)
    assert screen.panel.isVisible()
    assert not screen.side.result.isVisible()


def test_it_is_left_and_found_again_where_one_was(desk_today: Desk) -> None:
    desk = desk_today
    desk.office.type("3")
    desk.office.press(Qt.Key.Key_Down)
    kept = dict(desk.screen.keep())
    assert kept == {"sort": "calls", "code": desk.codes[1], "mine": False}
    other = TodayScreen(desk.office.around, desk.office.around.program.ask(
        desk.office.around.program.ledgers.facts))  # fmt: skip
    desk.office.qtbot.addWidget(other)
    other.restore(kept)
    other.show()
    desk.until(lambda: other.state.day is not None)
    assert (other.state.sort, other.left.list.key) == (Sort.CALLS, kept["code"])
    for nonsense in ({}, {"sort": "elsewhere", "code": 7}):
        other.restore(nonsense)
        assert (other.state.sort, other.state.code) == (Sort.ALL, "")


def test_a_narrow_window_says_less(desk_today: Desk) -> None:
    desk = desk_today
    brief, window = desk.screen.panel.brief, desk.office.window
    wide = brief._sections
    window.resize(QSize(1024, 700))
    desk.until(lambda: desk.screen.panel.width() == 328)
    assert brief._sections < wide
    window.resize(QSize(1280, 800))
    desk.until(lambda: desk.screen.panel.width() == 376)
    assert brief._sections == wide


def test_placeholders_come_late_so_that_fast_answers_never_flash(desk_today: Desk) -> None:
    desk = desk_today
    lines = desk.screen.left.list
    lines.show_rows([], "")
    lines.wait()
    assert lines.rows == ()
    desk.until(lambda: len(lines.rows) == 6)
    assert lines.grab().toImage().width() == lines.width()
    lines.show_rows([GroupTitle("x")], "")
    lines.wait()
    assert not lines._patience.isActive()


def test_mine_is_what_one_looks_after_and_what_nobody_does(desk_today: Desk) -> None:
    office, screen = desk_today.office, desk_today.screen
    program = office.around.program
    people, ellen, marian = program.people, 1, 2
    everybody = {row.code: row.line.customer for row in desk_today.day.rows}
    assert screen.left.whose is None  # nobody said who it is
    program.ask(lambda: people.work_as(marian))
    office.window.screens.spread(Touched.SETTINGS)
    office.until(lambda: screen.left.whose is not None and screen.left.whose.isVisible())
    screen.begin()
    office.press(Qt.Key.Key_M)
    office.until(lambda: shown(screen).mine and shown(screen).is_whole)
    owners = program.ask(lambda: people.owners([*everybody.values()]))
    mine = {code for code, id_ in everybody.items() if owners.get(id_, marian) == marian}
    assert {row.code for row in shown(screen).rows} == mine
    assert 0 < len(mine) < len(everybody)
    program.ask(lambda: people.add_cover(CoverEntry(ellen, marian, TODAY, TODAY)))
    office.window.screens.spread(Touched.SETTINGS)  # she stands in for the other one as well
    office.until(lambda: len(shown(screen).rows) == len(everybody))
    office.press(Qt.Key.Key_M)
    office.until(lambda: not shown(screen).mine)


def test_whose_lines_where_nobody_is_said_to_be_at_work_is_answered(desk_today: Desk) -> None:
    told: list[str] = []
    desk_today.screen.told.connect(told.append)
    desk_today.office.press(Qt.Key.Key_M)
    desk_today.until(lambda: told)
    assert told == ["Say first who is at work, at the foot of the window"]


def test_the_lines_of_a_colleague_are_looked_at(desk_today: Desk) -> None:
    office, screen = desk_today.office, desk_today.screen
    program, ellen, marian = office.around.program, 1, 2
    program.ask(lambda: program.people.work_as(marian))
    office.window.screens.spread(Touched.SETTINGS)
    office.until(lambda: screen.left.whose is not None and screen.left.whose.isVisible())
    whose = screen.left.whose
    assert whose is not None
    everybody = {row.code: row.line.customer for row in shown(screen).rows}
    whose.setFocus()
    office.press(Qt.Key.Key_End)  # the names come after everybody's and one's own
    while whose.currentData() != ellen:
        office.press(Qt.Key.Key_Up)
    office.until(lambda: shown(screen).owner == ellen and shown(screen).is_whole)
    owners = program.ask(lambda: program.people.owners([*everybody.values()]))
    theirs = {code for code, id_ in everybody.items() if owners.get(id_, ellen) == ellen}
    assert {row.code for row in shown(screen).rows} == theirs
    assert 0 < len(theirs) < len(everybody)
    assert whose.currentData() == ellen
    screen.begin()
    office.press(Qt.Key.Key_M)  # back to everybody's
    office.until(lambda: not shown(screen).mine)


def test_nothing_lies_over_what_is_for_tomorrow(desk_today: Desk) -> None:
    office, screen = desk_today.office, desk_today.screen
    foot = screen.left.foot
    office.until(foot.isVisible)
    screen.told.emit("Something was put down")
    toast = office.window.telling.toast
    office.until(toast.isVisible)
    free = foot.rect().translated(foot.mapTo(office.window, QPoint(0, 0)))
    office.until(lambda: not toast.geometry().intersects(free))


def shown(screen: TodayScreen) -> WorkDay:
    """The day as far as it is shown."""
    assert screen.state.day is not None
    return screen.state.day


# ---------------------------------------------------------------- the cap, and who is left out
def test_the_day_has_so_many_calls_and_the_rest_is_for_tomorrow(desk_today: Desk) -> None:
    desk, screen = desk_today, desk_today.screen
    screen._show_tomorrow(False)
    later = len(desk.day.tomorrow)
    assert later > 5
    assert len(desk.codes) == len(desk.day.rows) - later
    ours = [r for r in screen.state.every if r.line.kind in OF_OUR_OWN_ACCORD]
    assert len(ours) == 10
    foot = screen.left.foot
    assert foot.tomorrow.text() == f"{later} more for tomorrow \u2013 show them"
    foot.tomorrow.setFocus()
    desk.office.press(Qt.Key.Key_Return)
    assert len(desk.codes) == len(desk.day.rows)
    assert foot.tomorrow.text().endswith("hide them")


def test_z_puts_a_line_off_with_a_reason_and_that_is_undone(desk_today: Desk) -> None:
    desk, office = desk_today, desk_today.office
    desk.screen.left.list.go_to("ASHL01")
    desk.screen._on_line("ASHL01")
    office.press(Qt.Key.Key_Z)
    found = dialog(office, PutOffDialog)
    assert found.windowTitle() == "Put Ashlar & Oak Builders Ltd off"
    press(found, Qt.Key.Key_Return)
    office.until(lambda: not found._work.waiting)
    assert "ASHL01" in desk.codes  # a reason is asked for
    assert found.reason.input.accessibleDescription().startswith("Reason:")  # as it is labelled
    keys(found, "the owner is ill")
    assert not found.reason.input.accessibleDescription()  # what was wrong stands there no more
    with office.qtbot.waitSignal(desk.screen.told_undo) as told:
        press(found, Qt.Key.Key_Return)
    said, undo = told.args
    assert said.replace("\xa0", " ") == ("Ashlar & Oak Builders Ltd is back on the list on 26 Nov.")
    office.until(lambda: "ASHL01" not in desk.codes)
    office.until(lambda: shown(desk.screen).is_whole)
    assert "ASHL01" in {one.code for one in shown(desk.screen).not_contacted}
    touched = office.around.program.ask(undo)
    desk.screen.changed.emit(touched)
    office.until(lambda: "ASHL01" in desk.codes)


def test_a_line_has_a_button_that_puts_it_off_and_one_may_write(desk_today: Desk) -> None:
    """As in the picture: beside the button that acts; what may not be put off has none."""
    desk, lines = desk_today, desk_today.screen.left.list
    lines.go_to("ASHL01")
    desk.screen._on_line("ASHL01")
    desk.until(desk.screen.panel.mail.isEnabled)
    rect = lines.visualRect(lines.currentIndex())
    delegate = lines._delegate
    at = delegate.off_in(rect).center()
    assert not delegate.off_in(rect).intersects(delegate.button_in(rect))
    assert lines._tip(at) == "Put off…"
    QTest.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=at)
    found = dialog(desk.office, PutOffDialog)
    assert found.windowTitle() == "Put Ashlar & Oak Builders Ltd off"
    found.reject()
    lines.go_to("OSPR01")
    late = lines.visualRect(lines.currentIndex())
    assert lines._tip(delegate.off_in(late).center()) != "Put off…"


def test_visits_are_lines_of_their_own_sort(desk_today: Desk) -> None:
    desk = desk_today
    desk.office.type(str(list(Sort).index(Sort.VISITS) + 1))
    desk.until(lambda: desk.codes == ["TARN01"])
    assert desk.screen.left.chips.key == Sort.VISITS


def test_what_we_promised_and_is_late_is_not_put_off(desk_today: Desk) -> None:
    desk = desk_today
    with desk.office.qtbot.waitSignal(desk.screen.told) as told:
        desk.office.press(Qt.Key.Key_Z)
    assert told.args == ["What we promised and is late cannot be put off"]


def test_a_holiday_of_theirs_is_learnt_once_the_lines_are_there(desk_today: Desk) -> None:
    screen = desk_today.screen
    desk_today.until(lambda: screen.reading._knows_holidays)
    reading = screen.reading._reading
    screen.reading._on_holidays(False)
    assert screen.reading._reading is reading
    screen.reading._on_holidays(True)
    assert screen.reading._reading is not reading


def test_who_is_not_being_followed_up_is_told_and_one_goes_there(desk_today: Desk) -> None:
    desk, office = desk_today, desk_today.office
    foot = desk.screen.left.foot
    out = len(desk.day.not_contacted)
    office.until(foot.left_out.isVisible)
    assert foot.left_out.text() == f"{out} not being followed up"
    foot.left_out.setFocus()
    office.press(Qt.Key.Key_Return)
    found = dialog(office, LeftOutDialog)
    assert next(row.code for row in found.list.items) == "CARR01"
    press(found, Qt.Key.Key_Down)
    there = found.list.current
    assert there is not None
    press(found, Qt.Key.Key_Return)
    office.until(lambda: desk.wishes)
    assert desk.wishes == [OpenCustomer(there.code)]


def test_until_when_somebody_is_not_followed_up_has_its_own_column_and_there_are_sums(
    desk_today: Desk,
) -> None:
    desk, office = desk_today, desk_today.office
    office.until(desk.screen.left.foot.left_out.isVisible)
    desk.screen.dialogs.left_out(desk.day)
    found = dialog(office, LeftOutDialog)
    model = found.list.table.model()
    heads = [
        str(model.headerData(at, Qt.Orientation.Horizontal)) for at in range(model.columnCount())
    ]
    assert heads == ["Customer", "Why", "Until", "Amount"]
    rows = [
        [str(model.index(at, column).data() or "") for column in range(4)]
        for at in range(model.rowCount())
    ]
    dated = [row for row, out in zip(rows, desk.day.not_contacted, strict=True) if out.until]
    assert dated
    assert not any("again from" in row[1] for row in rows)
    assert all(row[2] != "\u2013" for row in dated)
    assert found.totals is not None
    count, sums = found.totals.figures
    assert count.lines == (f"{len(rows)} customers",)
    owed = totals_by_currency(one for out in desk.day.not_contacted for one in out.amounts)
    assert sums.lines == tuple(money(one, office.around.locale, symbol=True) for one in owed)
    press(found, Qt.Key.Key_Escape)


def test_what_there_is_to_put_in_order_is_one_line(desk_today: Desk) -> None:
    desk = desk_today
    order = desk.screen.left.foot.order
    desk.until(order.isVisible)
    assert "to put in order" in order.text()
    assert "without proof of terms" in order.toolTip()


def test_work_to_invoice_and_credit_notes_to_write_are_money(desk_today: Desk) -> None:
    desk, foot = desk_today, desk_today.screen.left.foot
    desk.until(foot.invoices.isVisible)  # the sample has done work that nobody was sent a bill for
    assert not foot.credits.isVisible()
    found = Housekeeping(to_invoice=3, amounts=(Money(120_000, "GBP"),), to_credit=1)
    foot._show_order(replace(found, credits=(Money(30_000, "GBP"),)))
    assert foot.invoices.text() == "3 pieces of work to invoice, £1,200.00"
    assert foot.credits.text() == "1 credit note to write, £300.00"
    desk.until(foot.credits.isVisible)
    desk.wishes.clear()
    foot.invoices.click()
    foot.credits.click()
    assert desk.wishes == [OpenPlace("invoices"), OpenPlace("agreements")]


def test_once_the_calls_of_the_day_are_made_nothing_more_is_left(desk_today: Desk) -> None:
    desk, screen = desk_today, desk_today.screen
    ours = tuple(r for r in desk.day.rows if r.line.kind in OF_OUR_OWN_ACCORD)
    screen._show_tomorrow(False)
    screen.state.day = WorkDay(
        TODAY, ours, frozenset({9}), has_customers=True, cap=Cap(10, made=10)
    )
    screen._show_rows()
    none = screen.left.none
    assert none is not None
    assert none.accessibleName() == "Nothing more today"
    desk.office.press(Qt.Key.Key_Return)
    assert len(desk.codes) == len(ours)


def test_a_line_says_its_step(desk_today: Desk) -> None:
    rows = desk_today.screen.left.list.rows
    said = {row.key: row.rest for row in rows if isinstance(row, WorkLine)}
    assert "next: the second call and reminder" in said["ASHL01"]


@pytest.mark.parametrize("by_key", [True, False])
def test_something_new_is_put_in_from_here_and_stands_in_the_list(
    desk_today: Desk, by_key: bool
) -> None:
    office, screen = desk_today.office, desk_today.screen
    assert "ALDE01" not in desk_today.codes
    if by_key:
        office.press(Qt.Key.Key_N)
    else:
        QTest.mouseClick(screen.left.head.add, Qt.MouseButton.LeftButton)
    entry = dialog(office, EntryDialog)
    office.until(entry.customer.hasFocus)
    QTest.keyClicks(entry.customer, "alder")
    QTest.keyClick(entry.customer, Qt.Key.Key_Return)
    office.until(lambda: entry.customer.code == "ALDE01")
    office.until(entry.day.input.hasFocus)
    QTest.keyClick(entry.day.input, Qt.Key.Key_Return)  # today, at any hour
    office.until(lambda: "ALDE01" in desk_today.codes)
    (row,) = of(desk_today, "ALDE01")
    assert row.line.kind is WorkKind.PLANNED_CALL
    toast = office.window.telling.toast
    office.until(toast.isVisible)
    office.window.activateWindow()  # as a desktop does once the dialog is gone
    office.until(office.window.isActiveWindow)
    office.press(Qt.Key.Key_Z, CTRL)
    office.until(lambda: "ALDE01" not in desk_today.codes)


def test_what_was_done_today_is_told_and_one_goes_there(desk_today: Desk) -> None:
    office, screen = desk_today.office, desk_today.screen
    foot, program = screen.left.foot, office.around.program
    assert not foot.done.isVisible()
    desk_today.record("ASHL01")
    tried = CallNote("", Outcome.NO_ANSWER, "", none_because="soon enough")
    program.ask(lambda: program.calls.record("DELP01", tried))
    screen.changed.emit(Touched.CONTACTS_MADE)
    office.until(lambda: len(shown(screen).contacted) == 2 and shown(screen).is_whole)
    office.until(foot.done.isVisible)
    assert "DELP01" in desk_today.codes  # to be tried again
    assert shown(screen).done == 2
    assert screen.left.head.progress.text().startswith("2 done, ")
    foot.done.setFocus()
    office.press(Qt.Key.Key_Space)
    told = dialog(office, DoneDialog)
    model = told.list.table.model()
    office.until(lambda: model.rowCount() == 2)
    names = [str(model.index(row, 1).data()) for row in range(2)]
    assert names == ["Ashlar & Oak Builders Ltd", "Delph Hill Catering Hire"]
    assert str(model.index(1, 2).data()) == "No answer"
    QTest.keyClick(told.list.table, Qt.Key.Key_Return)
    office.until(lambda: OpenCustomer("ASHL01") in desk_today.wishes)


def test_where_nothing_of_ones_own_is_left_others_are_counted_and_enter_shows_them(
    desk_today: Desk,
) -> None:
    office, screen = desk_today.office, desk_today.screen
    program, marian = office.around.program, 2
    writer = program._gateway

    def all_of_ellen() -> None:
        with writer.write("test") as writing:
            for row in list(Customer.select(Customer.id, Customer.version)):
                writing.edit(Customer, row.id, row.version, owner_id=1)

    program.ask(all_of_ellen)
    program.ask(lambda: program.people.work_as(marian))
    office.window.screens.spread(Touched.SETTINGS | Touched.CUSTOMERS)
    office.until(lambda: shown(screen).shared and shown(screen).is_whole)
    every = len(shown(screen).rows)
    screen.begin()
    office.press(Qt.Key.Key_M)
    office.until(lambda: shown(screen).mine and screen.left.none is not None)
    office.until(lambda: shown(screen).is_whole and screen.left.none is not None)
    none = screen.left.none
    assert none is not None
    assert none.accessibleName() == "Nothing of yours is left today"
    waiting = shown(screen).of_others
    assert none.accessibleDescription() == f"{waiting} lines of others wait."
    assert 0 < waiting < every  # those for tomorrow are not waiting today
    office.press(Qt.Key.Key_Return)
    office.until(lambda: len(shown(screen).rows) == every)
