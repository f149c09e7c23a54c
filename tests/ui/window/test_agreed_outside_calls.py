"""What is agreed, asked or sent outside a call, by keyboard: a query, a step, a help sheet."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from creditmate.db.connection import execute
from creditmate.domain.contact_steps import Step
from creditmate.domain.dispute_register import DisputePick, DisputeRow, DisputeWanted
from creditmate.domain.kinds import PaperKind
from creditmate.ui.agreements.amend_dialog import AmendDialog
from creditmate.ui.agreements.list_state import Show
from creditmate.ui.agreements.raise_dialog import RaiseDialog
from creditmate.ui.contacts.help_sheet_dialog import HelpSheetDialog
from creditmate.ui.contacts.step_dialog import StepDialog
from creditmate.ui.invoices.steps_dialog import StepsDialog
from creditmate.ui.screens.agreements import AgreementsScreen
from creditmate.ui.wishes import OpenPlace
from tests.ui.window.conftest import TODAY, Office
from tests.ui.window.test_charges import choose_from_menu
from tests.ui.window.test_customer_deeds import choose, dialog, keys, opened, press, undo
from tests.ui.window.test_invoices import invoices, show

CODE = "BRAC01"


def queries(office: Office, code: str = CODE) -> list[DisputeRow]:
    program, wanted = office.around.program, DisputeWanted(pick=DisputePick.ALL, code=code)
    return program.ask(lambda: program.disputes.register(TODAY, wanted))


def read(office: Office, sql: str) -> list[tuple[Any, ...]]:
    return office.around.program.ask(lambda: execute(sql).fetchall())


def test_a_query_is_raised_on_the_customers_page_and_taken_back(office: Office) -> None:
    screen, before = opened(office), {one.id for one in queries(office)}
    choose(screen, "Raise a query…")
    found = dialog(office, RaiseDialog)
    press(found, Qt.Key.Key_Return)
    assert "Tick at least one" in found.items.accessibleDescription()
    press(found, Qt.Key.Key_Space)
    found.amount.input.setFocus()
    keys(found, "20")
    press(found, Qt.Key.Key_Return)
    assert "Choose why" in found.reason.input.accessibleDescription()
    press(found, Qt.Key.Key_Down)
    press(found, Qt.Key.Key_Return)
    office.until(lambda: len(queries(office)) > len(before))
    (row,) = [one for one in queries(office) if one.id not in before]
    assert (row.questioned.minor, row.is_open, row.by_whom != "") == (2_000, True, True)
    undo(office)
    office.until(lambda: {one.id for one in queries(office)} == before)


def test_a_query_is_amended_and_one_that_was_answered_opened_again(office: Office) -> None:
    office.window.fulfil(OpenPlace("agreements"))
    screen = office.window.screen_shown
    assert isinstance(screen, AgreementsScreen)
    office.until(screen.lists.table.model().rowCount)
    screen.turn_to(Show.QUERIES)
    office.until(lambda: not screen.is_asking and screen.lists.queries.items)
    screen.begin()
    row = screen.lists.chosen
    assert isinstance(row, DisputeRow)
    office.type("m")
    found = dialog(office, AmendDialog)
    keys(found, "1.50")  # in the place of what is under query now
    press(found, Qt.Key.Key_Return)
    office.until(lambda: queries(office, row.code)[0].questioned.minor == 150)
    office.until(lambda: QApplication.activeModalWidget() is None and not screen.is_asking)
    screen.turn_to(Show.ANSWERED)
    office.until(lambda: not screen.is_asking and screen.lists.answered.items)
    screen.begin()
    before = screen.lists.chosen
    assert isinstance(before, DisputeRow)
    office.type("m")
    press(dialog(office, AmendDialog), Qt.Key.Key_Return)
    office.until(
        lambda: any(one.id == before.id and one.is_open for one in queries(office, before.code))
    )


def test_somebody_is_at_a_step_already(office: Office) -> None:
    screen = opened(office)
    choose(screen, "Already at a step…")
    found = dialog(office, StepDialog)
    press(found, Qt.Key.Key_Return)
    office.until(found.reason.input.accessibleDescription)  # why is kept
    found.step.input.setCurrentIndex(list(Step).index(Step.FINAL))
    found.reason.input.setFocus()
    keys(found, "written to in the old books")
    press(found, Qt.Key.Key_Return)
    sql = "SELECT step FROM step_set WHERE void_action_id IS NULL"
    office.until(lambda: ("final",) in read(office, sql))
    undo(office)
    office.until(lambda: ("final",) not in read(office, sql))


def test_a_help_sheet_is_sent_and_they_have_peace(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr("creditmate.ui.contacts.approach_deeds.view", shown.append)
    screen = opened(office)
    choose(screen, "Help sheet…")
    found = dialog(office, HelpSheetDialog)
    found.hold.setFocus()
    press(found, Qt.Key.Key_Space)
    press(found, Qt.Key.Key_Return)
    office.until(lambda: shown)
    assert shown[0].read_bytes().startswith(b"%PDF")
    program = office.around.program
    page = program.ask(lambda: program.customer_pages.page(CODE, TODAY))
    assert PaperKind.HELP_SHEET in {paper.kind for paper in page.papers}
    assert [hold.kind.value for hold in page.brief.facts.holds] == ["hardship"]
    sent = "SELECT count(*) FROM task WHERE about = 'help_sheet' AND archived_day IS NULL"
    assert read(office, sent) == [(1,)]
    undo(office)
    office.until(lambda: read(office, sent) == [(0,)])
    page = program.ask(lambda: program.customer_pages.page(CODE, TODAY))
    assert not page.brief.facts.holds
    assert PaperKind.HELP_SHEET in {paper.kind for paper in page.papers}  # its number stays


# ---------------------------------------------------------------- about one invoice
def test_one_invoice_is_questioned_and_its_steps_have_their_days(office: Office) -> None:
    screen = invoices(office)
    show(office, screen, "2230")
    screen.side.more.click()
    choose_from_menu(office, "Its steps and their days…")
    steps = dialog(office, StepsDialog)
    said = {name: day.replace("\u00a0", " ") for name, day in steps.said}
    assert said["Friendly call"] == "Friday 30 October 2026, passed"
    assert "passed" not in said["Hand-over"]
    press(steps, Qt.Key.Key_Return)
    office.until(lambda: QApplication.activeModalWidget() is None)
    screen.side.more.click()
    choose_from_menu(office, "A query about it…")
    found = dialog(office, RaiseDialog)
    ticked = [row.text() for row in found.items.rows.values() if row.isChecked()]
    assert [text.split(" · ")[0] for text in ticked] == ["2230"]
    press(found, Qt.Key.Key_Escape)
