"""A visit that has ended by keyboard: it stays as it was, and what follows it is offered."""

from datetime import date, time
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from creditmate.domain.visit_plan import PlanIssue, PlanPoint, VisitPlan
from creditmate.i18n.call_words import outcome_title
from creditmate.services.visit_lists import VisitPick
from creditmate.services.visit_talks import visit_talk
from creditmate.ui.kit.menu import actions_of
from creditmate.ui.plans.reason_dialog import ReasonDialog
from creditmate.ui.screens.visit import VisitScreen
from creditmate.ui.screens.visits import VisitsScreen
from creditmate.ui.visits.list_state import Show
from creditmate.ui.visits.plan_dialog import PlanVisitDialog
from creditmate.ui.wishes import OpenPlace
from tests.ui.window.conftest import TODAY, Office
from tests.ui.window.visiting import (
    back_at_the_page,
    choose_more,
    page_of,
    press_in,
    shown_dialog,
    standing_of,
    tagged,
    type_in,
)

DAY = date(2026, 12, 8)
PURPOSE = "To agree together how the open invoices can be settled."


@pytest.fixture
def number(office: Office) -> str:
    """A visit to somebody who has none."""
    program = office.around.program
    plan = VisitPlan(
        DAY, time(10, 30), PURPOSE, issues=(PlanIssue("First thing"),),
        points=(PlanPoint("Friday deliveries"),),
    )  # fmt: skip
    done = program.ask(lambda: program.visits.plan("BRIN01", plan))
    return program.ask(lambda: program.visits.show(str(done.id), TODAY).row.number)


@pytest.fixture
def cancelled(office: Office, number: str) -> VisitScreen:
    """Its page, once it was cancelled."""
    program = office.around.program
    program.ask(lambda: program.visits.cancel(number, "They moved away"))
    screen = page_of(office, number)
    tagged(office, screen, "Cancelled")
    return screen


def menu_texts(office: Office, screen: VisitScreen) -> list[str]:
    """What the menu of the page offers; it is closed again."""
    screen.head.more.setFocus()
    office.press(Qt.Key.Key_Return)
    office.until(QApplication.activePopupWidget)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [action.text().partition("\t")[0] for action in actions_of(menu)]
    menu.close()
    return texts


def toast(office: Office) -> str:
    return office.window.telling.toast._text.text()


def test_no_reason_is_said_beside_the_field(office: Office, number: str) -> None:
    screen = page_of(office, number)
    choose_more(office, screen, "Cancel the visit…")
    dialog = shown_dialog(office, ReasonDialog)
    press_in(dialog, Qt.Key.Key_Return)
    office.until(dialog.because.input.accessibleDescription)
    assert not dialog._problem.isVisible()
    assert dialog.focusWidget() is dialog.because.input
    type_in(dialog.because.input, "They moved away")
    press_in(dialog, Qt.Key.Key_Return)
    tagged(office, screen, "Cancelled")
    back_at_the_page(office)
    assert office.window.focusWidget() is screen.again


@pytest.mark.parametrize("key", [Qt.Key.Key_M, Qt.Key.Key_W])
def test_keys_that_change_a_visit_say_that_it_has_ended(
    office: Office, cancelled: VisitScreen, key: Qt.Key
) -> None:
    cancelled.begin()
    office.press(key)
    office.until(lambda: "The visit has ended" in toast(office))
    assert QApplication.activeModalWidget() is None


def test_what_was_planned_is_read_and_not_changed(office: Office, cancelled: VisitScreen) -> None:
    body = cancelled.body
    pressed = [body.when, body.where, *body.issues.lines, *body.points.lines, *body.hour.lines]
    assert not any(part.isEnabled() for part in pressed)
    asking = [body.issues.add, body.theirs.add, body.slot, body.inner.edit]
    assert not any(button.isVisible() for button in asking)
    assert body.purpose.input.isReadOnly()
    assert not cancelled.side.prepare.ticks, "nothing of it had been done"
    assert not cancelled.side.worth.isVisible()
    texts = menu_texts(office, cancelled)
    assert not {"Move the visit…", "Cancel the visit…", "Place and way…"} & set(texts)


def test_another_visit_is_planned_from_one_that_was_cancelled(
    office: Office, cancelled: VisitScreen
) -> None:
    cancelled.begin()
    assert office.window.focusWidget() is cancelled.again
    office.press(Qt.Key.Key_Return)
    dialog = shown_dialog(office, PlanVisitDialog)
    assert dialog.customer.code == "BRIN01"


def test_taking_it_back_lets_it_be_changed_again(office: Office, number: str) -> None:
    program = office.around.program
    done = program.ask(lambda: program.visits.cancel(number, "They moved away"))
    screen = page_of(office, number)
    tagged(office, screen, "Cancelled")
    screen.changed.emit(program.ask(lambda: program.visits.undo(done)))
    tagged(office, screen, "Agenda not sent yet")
    assert screen.body.when.isEnabled()
    assert all(line.isEnabled() for line in screen.body.issues.lines)
    assert screen.body.issues.add.isVisible()
    assert not screen.body.purpose.input.isReadOnly()
    assert not screen.again.isVisible()


def test_what_was_told_offers_thanks_and_the_next_visit(office: Office) -> None:
    program = office.around.program
    ended = program.ask(lambda: program.visits.all(TODAY, VisitPick.DONE))
    screen = page_of(office, ended[0].number)
    tagged(office, screen, "Reported")
    assert screen.thanks.isVisible()
    assert not screen.confirm.isVisible()
    assert screen.again.isVisible()
    screen.again.setFocus()
    office.press(Qt.Key.Key_Return)
    shown_dialog(office, PlanVisitDialog)
    press_in(shown_dialog(office, PlanVisitDialog), Qt.Key.Key_Escape)
    back_at_the_page(office)
    assert not standing_of(office, screen.number).is_open


def test_what_was_done_before_a_visit_was_cancelled_is_still_told(
    office: Office, number: str
) -> None:
    program = office.around.program
    (row, *_more) = program.ask(lambda: program.visits.all(TODAY, VisitPick.UPCOMING))
    done = [step.id for step in row.file.steps if step.done_day is not None]
    assert done
    program.ask(lambda: program.visits.cancel(row.number, "They moved away"))
    screen = page_of(office, row.number)
    tagged(office, screen, "Cancelled")
    ticks = screen.side.prepare.ticks
    assert list(ticks) == done
    assert not any(tick.isEnabled() for tick in ticks.values())


def test_the_list_of_what_is_done_says_how_each_ended(office: Office, number: str) -> None:
    program = office.around.program
    program.ask(lambda: program.visits.cancel(number, "They moved away"))
    office.window.fulfil(OpenPlace("visits"))
    screen = office.window.screen_shown
    assert isinstance(screen, VisitsScreen)
    screen.turn_to(Show.DONE)
    office.until(lambda: screen.lists.done.items)
    model = screen.lists.done.table.model()
    titles = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    at, said = titles.index("How it ended"), Qt.ItemDataRole.AccessibleTextRole
    rows = [
        (one, model.index(row, at).data(said)) for row, one in enumerate(screen.lists.done.items)
    ]
    assert {one.ended is None for one, _said in rows} == {True, False}
    for one, shown in rows:
        talk = program.ask(partial(visit_talk, one.row.number))
        assert shown == ("Cancelled" if talk is None else outcome_title(talk.outcome, "en_GB"))
