"""The place of payments by keyboard: matching, what the bank took back, what is said to be paid."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from creditmate.db.connection import execute
from creditmate.domain.claims import SaidPaid
from creditmate.domain.money import Money
from creditmate.domain.payment_list import PaymentRow
from creditmate.domain.proposals import Match
from creditmate.domain.receipts import Method, NewPayment, Share
from creditmate.i18n.formats import money
from creditmate.ui.kit.chips import Chip
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.elided import Elided
from creditmate.ui.kit.text import Text
from creditmate.ui.payments.allocate_dialog import AllocateDialog
from creditmate.ui.payments.find_dialog import FindDialog
from creditmate.ui.payments.list_state import Show
from creditmate.ui.screens.customer import CustomerScreen
from creditmate.ui.screens.payments import PaymentsScreen
from creditmate.ui.screens.today import TodayScreen
from creditmate.ui.shell.post_cash import PostCashDialog
from creditmate.ui.wishes import OpenCustomer, OpenPayments
from tests.ui.window.conftest import TODAY, Office

WEDNESDAY = date(2026, 11, 18)
CODE, NAME = "BRAC01", "Brackenford Homes Ltd"


def rows(office: Office, sql: str) -> list[tuple[object, ...]]:
    return office.around.program.ask(lambda: execute(sql).fetchall())


@pytest.fixture
def screen(office: Office) -> PaymentsScreen:
    """The place, with receipts listed."""
    office.window.go_to("payments")
    shown = office.window.screen_shown
    assert isinstance(shown, PaymentsScreen)
    office.until(lambda: shown.lists.model.rowCount() and shown.side.isVisible())
    return shown


def turn_to(office: Office, screen: PaymentsScreen, show: Show) -> None:
    """Press a chip with the keyboard, and go into the list."""
    chip = next(chip for chip in screen.chips.findChildren(Chip) if chip.says.key == show.value)
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Space)
    office.until(lambda: not screen._latest.waiting and screen.show_now is show)
    assert screen.lists.table.model().rowCount()
    screen.begin()


def dialog_of(office: Office) -> EditDialog:
    """The dialog that has opened."""
    office.until(QApplication.activeModalWidget)
    found = QApplication.activeModalWidget()
    assert isinstance(found, EditDialog)
    return found


def match_of(screen: PaymentsScreen) -> Match:
    chosen = screen.lists.chosen
    assert isinstance(chosen, Match)
    return chosen


def receipt_of(screen: PaymentsScreen) -> PaymentRow:
    chosen = screen.lists.chosen
    assert isinstance(chosen, PaymentRow)
    return chosen


def open_of(office: Office, entry: int) -> object:
    return rows(office, f"SELECT open_minor FROM entry WHERE id = {entry}")[0][0]


def beside(screen: PaymentsScreen, kind: type[Elided] | type[Text]) -> list[str]:
    """What stands in the panel beside the list."""
    return [
        one.text().replace("\u00a0", " ")
        for one in screen.side.findChildren(kind)
        if one.isVisible()
    ]


def undo(office: Office) -> None:
    office.window.telling.toast._undo.click()


def test_what_is_not_matched_is_taken_one_by_one_with_enter(
    office: Office, screen: PaymentsScreen
) -> None:
    turn_to(office, screen, Show.UNALLOCATED)
    office.until(lambda: len(screen.lists.matches.items) > 1)
    first, second = screen.lists.matches.items[:2]
    waiting = len(screen.lists.matches.items)
    office.press(Qt.Key.Key_Return)
    office.until(lambda: len(screen.lists.matches.items) < waiting)
    assert open_of(office, first.credit.entry_id) == 0
    assert match_of(screen).credit.entry_id == second.credit.entry_id
    undo(office)
    office.until(lambda: len(screen.lists.matches.items) == waiting)
    assert open_of(office, first.credit.entry_id) == -first.credit.open.minor


def test_what_waits_is_said_in_the_sidebar_before_anybody_is_contacted(office: Office) -> None:
    counts = office.window.screens.counts
    office.until(lambda: counts.get("payments") == "6")
    assert office.window.screens.key != "payments"
    program = office.around.program
    claim, *_ = program.ask(lambda: program.claims.open(program.clock.today))
    office.window.screens.spread(
        program.ask(lambda: program.claims.withdraw(claim.standing.claim.id)).touched
    )
    office.until(lambda: counts["payments"] == "5")


def test_it_is_matched_by_hand_in_the_same_sheet(office: Office, screen: PaymentsScreen) -> None:
    turn_to(office, screen, Show.UNALLOCATED)
    credit = match_of(screen).credit
    office.press(Qt.Key.Key_M)
    dialog = dialog_of(office)
    assert isinstance(dialog, AllocateDialog)
    table = dialog.area.table.table
    QTest.keyClick(table, Qt.Key.Key_Space)  # not the first
    ticked = sum(row.covered.minor for row in dialog.sheet.covered(credit.code))
    QTest.keyClick(table, Qt.Key.Key_Return)
    office.until(lambda: open_of(office, credit.entry_id) == ticked - credit.open.minor)


def test_what_the_bank_took_back_is_open_again_and_undone(
    office: Office, screen: PaymentsScreen
) -> None:
    screen.begin()
    row = receipt_of(screen)
    screen.acts.bounce(row)
    dialog = dialog_of(office)
    whose = f"{money(row.amount, 'en_GB', symbol=True)} from {row.names[0]}"
    assert dialog.accessibleDescription().startswith(whose)
    paid = beside(screen, Elided)
    assert paid
    assert "Allocated to" in beside(screen, Text)
    QTest.keyClicks(dialog.focusWidget(), "1/1/2020")  # behind the day that stands there
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.isVisible()  # no such day: said below the field, and kept
    field = dialog.focusWidget()
    assert field is not None
    field.clear()  # type: ignore[attr-defined]
    QTest.keyClicks(field, "today")
    QTest.keyClick(field, Qt.Key.Key_Return)
    office.until(lambda: receipt_of(screen).bounced_day == TODAY)
    office.until(lambda: "What it had paid" in beside(screen, Text))
    assert beside(screen, Elided) == paid
    assert beside(screen, Text).count("taken back Mon 23 Nov") == len(paid)
    undo(office)
    office.until(lambda: receipt_of(screen).bounced_day is None)


def test_a_payment_typed_wrong_is_removed_for_a_reason(
    office: Office, screen: PaymentsScreen
) -> None:
    payment = NewPayment(TODAY, Method.CASH, (Share(CODE, Money(1234, "GBP")),))
    program = office.around.program
    done = program.ask(lambda: program.payments.record(payment))
    screen.changed.emit(done.touched)
    office.until(lambda: receipt_of(screen).id and screen.lists.model.ids[0] == done.id)
    office.until(lambda: screen.lists.model.row_at(0) is not None)
    row = screen.lists.model.row_at(0)
    assert row is not None
    assert (row.open.minor, row.names) == (1234, (NAME,))
    screen.acts.void(row)
    dialog = dialog_of(office)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    field = dialog.focusWidget()
    assert field is not None
    office.until(lambda: "never was" in field.accessibleDescription())  # why is asked for
    QTest.keyClicks(field, "another customer's")
    QTest.keyClick(field, Qt.Key.Key_Return)
    office.until(lambda: screen.lists.model.ids[0] != done.id)


def test_an_item_is_taken_off_and_the_rest_given_back(
    office: Office, screen: PaymentsScreen
) -> None:
    screen.begin()
    row = receipt_of(screen)
    office.until(lambda: screen.side.links)
    screen.side.links[0].click()
    office.until(lambda: receipt_of(screen).open.minor > 0)
    left = receipt_of(screen).open
    screen.acts.refund_receipt(receipt_of(screen))
    dialog = dialog_of(office)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)  # all of what is left, today
    office.until(lambda: not receipt_of(screen).open)
    kinds = f"SELECT kind, amount_minor FROM entry WHERE receipt_id = {row.id} ORDER BY id"
    assert ("refund", left.minor) in rows(office, kinds)


def test_a_deposit_is_released_with_enter(office: Office, screen: PaymentsScreen) -> None:
    turn_to(office, screen, Show.DEPOSITS)
    office.until(screen.side.act.isVisible)
    office.press(Qt.Key.Key_Return)
    unreleased = "SELECT 1 FROM deposit WHERE id NOT IN (SELECT deposit_id FROM deposit_release)"
    office.until(lambda: not rows(office, unreleased))


def test_money_said_to_be_paid_is_found_among_what_came(office: Office) -> None:
    """From the customer's banner to the dialog; Enter says that this is it."""
    program = office.around.program

    def set_up() -> None:
        said = SaidPaid(Method.TRANSFER, date(2026, 11, 20), "0815", Money(77700, "GBP"))
        program.claims.make(CODE, said)
        share = Share("TANS01", Money(77700, "GBP"))  # entered for somebody else
        program.payments.record(NewPayment(TODAY, Method.TRANSFER, (share,), reference="0815"))

    program.ask(set_up)
    office.window.fulfil(OpenPayments(CODE, look_for=True))
    dialog = dialog_of(office)
    assert isinstance(dialog, FindDialog)
    best = dialog.list.current
    assert best is not None
    assert best.credit.code == "TANS01"
    assert best.likeness.same_amount
    QTest.keyClick(dialog.list.table, Qt.Key.Key_Return)
    ended = "SELECT kind FROM claim_event ORDER BY id DESC LIMIT 1"
    office.until(lambda: rows(office, ended) == [("found",)])
    whose = """SELECT c.code FROM entry e JOIN customer c ON c.id = e.customer_id
        WHERE e.kind = 'receipt' ORDER BY e.id DESC LIMIT 1"""
    assert rows(office, whose) == [(CODE,)]


def test_a_claim_is_seen_on_the_customers_page_before_anybody_calls(office: Office) -> None:
    office.window.fulfil(OpenCustomer("TANS01"))
    page = office.window.screen_shown
    assert isinstance(page, CustomerScreen)
    office.until(page.banner.isVisible)
    said = [line.title.replace("\xa0", " ") for line in page.banner.lines]
    assert said == [
        "Said paid on Fri 20 Nov by cheque, reference a new cheque,"
        " not yet found; we wait until Fri 27 Nov"
    ]


def test_cash_that_is_posted_late_is_amber_on_today_and_set_there(office: Office) -> None:
    program = office.around.program
    office.window.screens.spread(program.ask(lambda: program.upkeep.post_cash(WEDNESDAY)))
    office.window.go_to("today")
    today = office.window.screen_shown
    assert isinstance(today, TodayScreen)
    mark = today.left.cash
    office.until(mark.isVisible)
    assert mark.text().replace("\xa0", " ") == "Cash posted only up to Wed 18 Nov"
    mark.setFocus()
    office.press(Qt.Key.Key_Return)
    dialog = dialog_of(office)
    assert isinstance(dialog, PostCashDialog)
    dialog.day.input.clear()
    QTest.keyClicks(dialog.day.input, "fri")
    QTest.keyClick(dialog.day.input, Qt.Key.Key_Return)
    office.until(mark.isHidden)
    said = "Cash posted up to Fri 20 Nov"
    office.until(lambda: office.window.status.posted.text().replace("\xa0", " ") == said)
    undo(office)
    office.until(mark.isVisible)
