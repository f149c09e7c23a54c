"""Payment plans and more time by keys: a live preview, agreed, signed, ended, taken back."""

from datetime import date
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from creditmate.domain.extensions import ExtensionState
from creditmate.domain.plans import PlanState
from creditmate.services.extensions import ExtensionRow
from creditmate.services.plan_lists import PlanRow
from creditmate.ui.customer.tabs_area import PROMISES
from creditmate.ui.plans.plan_dialog import PlanDialog
from creditmate.ui.plans.reason_dialog import ReasonDialog
from creditmate.ui.plans.time_dialog import TimeDialog
from creditmate.ui.screens.customer import CustomerScreen
from tests.ui.window.conftest import TODAY, Office
from tests.ui.window.test_call import plain
from tests.ui.window.test_customer_deeds import choose, dialog, keys, opened, press, undo

CODE = "BRAC01"
"""Owes 6,836.40 that is overdue in four invoices, and one that is not due."""


def plans(office: Office, code: str = CODE) -> list[PlanRow]:
    program = office.around.program
    return program.ask(lambda: program.plans.of_customer(code, TODAY))


def times(office: Office) -> list[ExtensionRow]:
    program = office.around.program
    return program.ask(lambda: program.extensions.of_customer(CODE, TODAY))


def begin(office: Office) -> tuple[CustomerScreen, PlanDialog]:
    screen = opened(office)
    choose(screen, "Payment plan…")
    return screen, dialog(office, PlanDialog)


def agree(office: Office) -> CustomerScreen:
    """Agree one in three parts from the fourth of December on."""
    screen, found = begin(office)
    keys(found, "3")
    found.fields.first.input.setFocus(Qt.FocusReason.TabFocusReason)
    keys(found, "4 Dec")
    office.until(lambda: found.fields.preview.shown is not None)
    press(found, Qt.Key.Key_Return)
    office.until(lambda: plans(office))
    screen.area.tabs.choose(PROMISES)
    office.until(lambda: screen.area.promises.arranged.buttons)
    return screen


def deed(screen: CustomerScreen, name: str, about: object) -> None:
    QTest.keyClick(screen.area.promises.arranged.buttons[name, about], Qt.Key.Key_Space)


def test_the_parts_follow_what_is_typed_and_it_is_agreed_and_taken_back(office: Office) -> None:
    screen, found = begin(office)
    preview = found.fields.preview
    ticked = [row.isChecked() for row in found.items.rows.values()]
    assert ticked == [True, True, True, True, False]
    keys(found, "3")
    found.fields.first.input.setFocus(Qt.FocusReason.TabFocusReason)
    keys(found, "4 Dec")
    office.until(lambda: preview.shown is not None)
    assert preview.shown is not None
    whole = preview.shown.amount.minor
    assert [part.day for part in preview.shown.parts] == [
        date(2026, 12, 4), date(2026, 12, 11), date(2026, 12, 18),
    ]  # fmt: skip
    first = next(iter(found.items.rows.values()))
    QTest.keyClick(first, Qt.Key.Key_Space)
    office.until(lambda: preview.shown is not None and preview.shown.amount.minor < whole)
    press(found, Qt.Key.Key_Return)
    office.until(lambda: plans(office))
    (row,) = plans(office)
    assert (row.standing.state, len(row.items)) == (PlanState.RUNNING, 3)
    assert row.standing.plan.by_whom
    office.until(lambda: screen.area.promises.arranged.buttons)
    undo(office)
    office.until(lambda: not plans(office))


def test_their_own_payment_run_is_proposed(office: Office) -> None:
    """They pay every Thursday: the number of parts is all that is left to say."""
    _, found = begin(office)
    assert plain(found.fields.first.input.text()) == "26 Nov 2026"
    assert found.fields.every.input.currentData() == "week"
    keys(found, "3")
    preview = found.fields.preview
    office.until(lambda: preview.shown is not None)
    assert preview.shown is not None
    assert [part.day for part in preview.shown.parts] == [
        date(2026, 11, 26), date(2026, 12, 3), date(2026, 12, 10),
    ]  # fmt: skip


def test_nothing_is_agreed_before_its_parts_were_shown(office: Office) -> None:
    _, found = begin(office)
    keys(found, "3")
    found.fields.first.input.setFocus(Qt.FocusReason.TabFocusReason)
    gate = Event()
    office.around.desk.ask(partial(gate.wait, 5), lambda _: None)  # no answer comes before the key
    keys(found, "4 Dec")
    press(found, Qt.Key.Key_Return)
    gate.set()
    office.until(lambda: found.fields.preview.shown is not None)
    assert plans(office) == []
    assert found.isVisible()
    assert "Enter again" in found._problem.words
    press(found, Qt.Key.Key_Return)
    office.until(lambda: plans(office))


def test_parts_of_other_terms_are_not_agreed_for_these(office: Office) -> None:
    _, found = begin(office)
    keys(found, "3")
    found.fields.first.input.setFocus(Qt.FocusReason.TabFocusReason)
    keys(found, "4 Dec")
    preview = found.fields.preview
    office.until(lambda: preview.shown is not None)
    gate = Event()
    office.around.desk.ask(partial(gate.wait, 5), lambda _: None)
    found.fields.parts.input.setFocus()
    found.fields.parts.input.selectAll()
    keys(found, "4")
    press(found, Qt.Key.Key_Return)
    gate.set()
    office.until(lambda: preview.shown is not None and len(preview.shown.parts) == 4)
    assert plans(office) == []
    press(found, Qt.Key.Key_Return)
    office.until(lambda: plans(office))


def test_what_cannot_be_is_said_in_the_place_of_the_parts(office: Office) -> None:
    _, found = begin(office)
    keys(found, "3")
    found.fields.first.input.setFocus(Qt.FocusReason.TabFocusReason)
    keys(found, "1 Oct 2026")
    office.until(lambda: "has passed" in found.fields.preview.accessibleName())
    press(found, Qt.Key.Key_Return)
    office.until(lambda: "has passed" in found.fields.first.input.accessibleDescription())
    found.fields.first.input.clear()
    assert "Say how many parts" in found.fields.preview.accessibleName()
    for row in found.items.rows.values():
        row.setChecked(False)
    assert found.fields.preview.accessibleName() == "Tick what the plan pays."
    press(found, Qt.Key.Key_Escape)
    assert plans(office) == []


def test_a_long_plan_asks_why_and_days_of_their_own_need_no_parts(office: Office) -> None:
    _, found = begin(office)
    keys(found, "9")
    found.fields.first.input.setFocus(Qt.FocusReason.TabFocusReason)
    keys(found, "4 Dec")
    office.until(found.fields.because.isVisible)
    press(found, Qt.Key.Key_Return)
    office.until(found.fields.because.input.hasFocus)
    keys(found, "Ellen Rook agreed")
    own = found.fields.every.input
    own.setFocus()
    press(found, Qt.Key.Key_End)
    found.fields.first.input.setFocus(Qt.FocusReason.TabFocusReason)
    found.fields.first.input.selectAll()
    keys(found, "4 Dec; 18 Dec")
    preview = found.fields.preview
    office.until(lambda: preview.shown is not None and len(preview.shown.parts) == 2)
    assert not found.fields.parts.input.isEnabled()
    press(found, Qt.Key.Key_Return)
    office.until(lambda: plans(office))
    assert plans(office)[0].standing.plan.note == "Ellen Rook agreed"


def test_it_is_signed_ended_and_taken_up_again_on_the_promises_tab(office: Office) -> None:
    screen = agree(office)
    number = plans(office)[0].standing.plan.number
    arranged = screen.area.promises.arranged
    deed(screen, "sign", number)
    office.until(lambda: plans(office)[0].standing.plan.signed_day == TODAY)
    office.until(lambda: ("sign", number) not in arranged.buttons)
    deed(screen, "cancel", number)
    asked = dialog(office, ReasonDialog)
    press(asked, Qt.Key.Key_Return)
    office.until(lambda: "Say why" in asked.because.input.accessibleDescription())
    keys(asked, "paid at once")
    press(asked, Qt.Key.Key_Return)
    office.until(lambda: plans(office)[0].standing.state is PlanState.CANCELLED)
    office.until(lambda: ("reinstate", number) in arranged.buttons)
    deed(screen, "reinstate", number)
    asked = dialog(office, ReasonDialog)
    keys(asked, "a slip")
    press(asked, Qt.Key.Key_Return)
    office.until(lambda: plans(office)[0].standing.state is PlanState.RUNNING)


def test_more_time_is_given_and_taken_back(office: Office) -> None:
    screen = opened(office)
    choose(screen, "More time…")
    found = dialog(office, TimeDialog)
    press(found, Qt.Key.Key_Return)
    assert "Say until when." in found.to_day.input.accessibleDescription()
    keys(found, "14 Dec")
    press(found, Qt.Key.Key_Return)
    office.until(found.because.input.hasFocus)  # it is said there, and typed on
    assert "Say why" in found.because.input.accessibleDescription()
    assert not found._problem.isVisible()
    keys(found, "their builder is ill")
    for row in list(found.items.rows.values())[:3]:
        row.setChecked(False)
    press(found, Qt.Key.Key_Return)
    office.until(lambda: times(office))
    (given,) = times(office)
    assert len(given.items) == 1
    screen.area.tabs.choose(PROMISES)
    about = given.standing.extension.id
    office.until(lambda: ("withdraw", about) in screen.area.promises.arranged.buttons)
    deed(screen, "withdraw", about)
    asked = dialog(office, ReasonDialog)
    keys(asked, "went silent")
    press(asked, Qt.Key.Key_Return)
    office.until(lambda: times(office)[0].standing.state is ExtensionState.WITHDRAWN)
    office.until(lambda: not screen.area.promises.arranged.buttons)


def test_time_for_nothing_is_said_where_it_is_ticked(office: Office) -> None:
    screen = opened(office)
    choose(screen, "More time…")
    found = dialog(office, TimeDialog)
    for row in found.items.rows.values():
        row.setChecked(False)
    keys(found, "14 Dec")
    press(found, Qt.Key.Key_Return)
    assert "Tick at least" in found.items.accessibleDescription()
    assert "Tick" not in found.to_day.input.accessibleDescription()
    office.until(next(iter(found.items.rows.values())).hasFocus)
    press(found, Qt.Key.Key_Escape)
    assert times(office) == []


def test_the_agreement_is_printed_once_and_shown_again(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr("creditmate.ui.plans.deeds.view", shown.append)
    screen = agree(office)
    number = plans(office)[0].standing.plan.number
    arranged = screen.area.promises.arranged
    office.come_to_the_front()
    arranged.buttons["print", number].setFocus()
    before = arranged.buttons["print", number]
    deed(screen, "print", number)
    office.until(lambda: len(shown) == 1)
    assert shown[0].read_bytes().startswith(b"%PDF")
    office.until(lambda: arranged.buttons.get(("print", number)) not in (None, before))
    office.until(arranged.buttons["print", number].hasFocus)
    deed(screen, "print", number)
    office.until(lambda: len(shown) == 2)
    program = office.around.program
    papers = program.ask(lambda: program.customer_pages.page(CODE, TODAY)).papers
    assert [paper.number for paper in papers].count(number) == 1


def test_one_that_cannot_be_kept_is_agreed_anew(office: Office) -> None:
    screen = agree(office)
    deed(screen, "replace", plans(office)[0].standing.plan.number)
    found = dialog(office, PlanDialog)
    ticked = [row.isChecked() for row in found.items.rows.values()]
    assert ticked == [True, True, True, True, False]
    keys(found, "5")
    found.fields.first.input.setFocus(Qt.FocusReason.TabFocusReason)
    keys(found, "18 Dec")
    office.until(lambda: found.fields.preview.shown is not None)
    press(found, Qt.Key.Key_Return)
    office.until(lambda: len(plans(office)) == 2)
    old, new = (row.standing for row in plans(office))
    assert (old.state, new.state) == (PlanState.REPLACED, PlanState.RUNNING)
    assert (old.plan.minor, len(new.instalments)) == (new.plan.minor, 5)
