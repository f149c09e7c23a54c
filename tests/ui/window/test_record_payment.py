"""Recording payments with real keys on the sample ledger: few of them, and nothing unseen."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from creditmate.db.connection import execute
from creditmate.ui.screens.customers import CustomersScreen
from creditmate.ui.screens.payments import PaymentsScreen
from creditmate.ui.screens.record_payment import RecordPaymentScreen
from creditmate.ui.theme.tokens import SPACE
from creditmate.ui.wishes import RecordPayment
from tests.ui.window.conftest import Office

MOST = 15
"""Keystrokes that recording an ordinary payment may take besides names and amounts."""
CODE, NAME = "BRAC01", "Brackenford Homes Ltd"


def rows(office: Office, sql: str) -> list[tuple[object, ...]]:
    return office.around.program.ask(lambda: execute(sql).fetchall())


def last_receipt(office: Office) -> tuple[object, ...]:
    sql = "SELECT id, amount_minor, day, method, reference FROM receipt ORDER BY id DESC LIMIT 1"
    return rows(office, sql)[0]


def paid_by_last(office: Office) -> dict[str, int]:
    """What the receipt that was recorded last is set against, by number."""
    sql = """SELECT d.number, a.amount_minor FROM allocation a
        JOIN entry c ON c.id = a.credit_entry_id JOIN entry e ON e.id = a.debit_entry_id
        JOIN document d ON d.id = e.document_id
        WHERE c.receipt_id = (SELECT max(id) FROM receipt)"""
    return {str(number): int(str(minor)) for number, minor in rows(office, sql)}


def covers(toast: QWidget, foot: QWidget) -> bool:
    """Whether what is told lies over a foot."""
    there = QRect(foot.mapTo(foot.window(), QPoint(0, 0)), foot.size())
    return toast.geometry().intersects(there)


@pytest.fixture
def page(office: Office) -> RecordPaymentScreen:
    """The page, gone to by N on the list of payments."""
    office.window.go_to("payments")
    listed = office.window.screen_shown
    assert isinstance(listed, PaymentsScreen)
    office.until(listed.lists.model.rowCount)
    office.press(Qt.Key.Key_N)
    screen = office.window.screen_shown
    assert isinstance(screen, RecordPaymentScreen)
    return screen


def choose(office: Office, page: RecordPaymentScreen, typed: str) -> None:
    """Type who paid, take the first who answers, and wait for what is open."""
    office.type(typed)
    office.press(Qt.Key.Key_Return)
    office.until(lambda: page.sheet.worth)


def test_its_fields_stand_at_even_distances(office: Office, page: RecordPaymentScreen) -> None:
    choose(office, page, "brack")
    form = page.form
    fields: tuple[QWidget, ...] = (form.who, form.amount, form.method, form.payer)
    office.until(form.received.input.accessibleDescription)  # a line is said below it
    gaps = {below.y() - above.geometry().bottom() - 1 for above, below in pairwise(fields)}
    assert gaps == {SPACE.l}


def test_an_ordinary_payment_takes_three_keys_beside_name_and_amount(
    office: Office, page: RecordPaymentScreen
) -> None:
    keys = 1  # N
    before = last_receipt(office)
    office.type("brack")
    office.press(Qt.Key.Key_Return)
    office.until(page.form.amount.input.hasFocus)
    office.type("1212")
    office.press(Qt.Key.Key_Return)
    keys += 2
    office.until(lambda: last_receipt(office) != before)
    assert last_receipt(office)[1:4] == (121200, "2026-11-23", "transfer")
    assert paid_by_last(office) == {"2064": 121200}
    office.until(lambda: not page.form.who.input.code)
    assert page.form.who.input.hasFocus()  # the next one begins
    assert keys <= MOST
    said = office.window.telling.toast._text.text()
    assert "£1,212.00" in said
    assert NAME in said
    office.window.telling.toast._undo.click()
    receipt = last_receipt(office)[0]
    undone = f"SELECT void_action_id IS NULL FROM receipt WHERE id = {receipt}"
    office.until(lambda: rows(office, undone) == [(0,)])


def test_what_does_not_add_up_is_shown_before_it_is_recorded(
    office: Office, page: RecordPaymentScreen
) -> None:
    before = last_receipt(office)
    choose(office, page, "brack")
    QTest.keyClicks(page.form.amount.input, "1,000.07")
    office.press(Qt.Key.Key_Return)  # at once: the proposal is on its way
    office.until(page.area.table.table.hasFocus)
    assert last_receipt(office) == before
    why = "Nothing adds up: the oldest first, what is under query last."
    assert page.area.why.text() == why
    office.press(Qt.Key.Key_Return)  # seen, and meant
    office.until(lambda: last_receipt(office) != before)
    assert paid_by_last(office) == {"2064": 80000, "2197": 20007}  # 412 is in question


def test_amounts_are_corrected_in_place_and_what_is_left_is_named(
    office: Office, page: RecordPaymentScreen
) -> None:
    before = last_receipt(office)
    choose(office, page, "brack")
    office.type("1212")
    office.until(lambda: page.sheet.proposals)
    page.area.table.table.setFocus()
    for figure in "1200.50":  # the first opens the field that takes the others
        office.type(figure)
    office.press(Qt.Key.Key_Down)
    office.press(Qt.Key.Key_Space)  # the next item has the rest
    assert [row.covered.minor for row in page.sheet.covered(CODE)] == [120050, 1150]
    assert page.foot.pays.text() == "£1,212.00 pays 2 items"
    office.press(Qt.Key.Key_Space)
    assert page.foot.left.text() == "£11.50 stays unallocated"
    for figure in "99999":
        office.type(figure)
    office.press(Qt.Key.Key_Return)  # more than is open: said, and kept
    assert page.area.table.editor.property("faulty")
    office.press(Qt.Key.Key_Escape)
    office.press(Qt.Key.Key_Return)
    office.until(lambda: last_receipt(office) != before)
    assert paid_by_last(office) == {"2064": 120050}


def test_without_an_amount_the_ticks_say_how_much_it_is(
    office: Office, page: RecordPaymentScreen
) -> None:
    before = last_receipt(office)
    choose(office, page, "brack")
    page.area.table.table.setFocus()
    office.press(Qt.Key.Key_Space)
    office.press(Qt.Key.Key_Down)
    office.press(Qt.Key.Key_Space)
    assert page.form.amount.input.text() == "3,692.40"
    office.press(Qt.Key.Key_Return)
    office.until(lambda: last_receipt(office) != before)
    assert paid_by_last(office) == {"2064": 121200, "2197": 248040}


def test_a_charge_on_the_way_pays_the_item_with_the_money(
    office: Office, page: RecordPaymentScreen
) -> None:
    before = last_receipt(office)
    choose(office, page, "brack")
    office.type("1200")
    page.form.more.click()
    QTest.keyClicks(page.form.charge.input, "12")
    office.until(lambda: page.sheet.is_sure)
    came = "£1,200.00 and £12.00 bank charge"
    office.until(lambda: page.foot.pays.text() == f"{came} pay 1 item")
    assert page.area.why.text() == "With what came off, the same amount as 2064."
    page.form.received.setFocus()
    office.type("fri")
    office.press(Qt.Key.Key_Return)
    office.until(lambda: last_receipt(office) != before)
    office.until(lambda: came in office.window.telling.toast._text.text())
    assert last_receipt(office)[1:3] == (120000, "2026-11-20")
    kinds = "SELECT kind, -amount_minor FROM entry WHERE receipt_id = (SELECT max(id) FROM receipt)"
    assert sorted(rows(office, kinds)) == [("bank_charge", 1200), ("receipt", 120000)]
    assert rows(office, f"SELECT open_minor FROM entry e JOIN document d ON d.id = e.document_id"
                f" WHERE d.number = '2064' AND e.customer_id = (SELECT id FROM customer"
                f" WHERE code = '{CODE}')") == [(0,)]  # fmt: skip


def test_all_of_a_deposit_is_said_to_be_held(office: Office, page: RecordPaymentScreen) -> None:
    choose(office, page, "brack")
    office.type("500")
    page.form.more.click()
    QTest.keyClicks(page.form.deposit.input, "Loft")
    office.until(lambda: page.sheet.proposals and not page.sheet.covered(CODE))
    office.until(lambda: page.area.why.text() == "All of it is held: nothing is ticked.")
    assert (page.foot.pays.text(), page.foot.left.text()) == ("£500.00 is held for “Loft”", "")


def test_what_is_told_stands_above_the_summary_of_the_next_one(
    office: Office, page: RecordPaymentScreen
) -> None:
    choose(office, page, "brack")
    office.type("1212")
    office.press(Qt.Key.Key_Return)
    toast = office.window.telling.toast
    office.until(toast.isVisible)
    assert page.isVisible()
    assert not covers(toast, page.foot)
    office.window.go_to("customers")
    office.until(office.customers.totals.isVisible)
    office.until(lambda: not covers(toast, office.customers.totals))
    assert toast.isVisible()


def test_what_is_missing_or_wrong_is_said_below_its_field_and_kept(
    office: Office, page: RecordPaymentScreen
) -> None:
    office.press(Qt.Key.Key_Return)
    assert page.form.who.input.hasFocus()
    assert page.form.who.input.accessibleDescription().startswith("Who paid?")
    choose(office, page, "brack")
    office.type("12,1")
    office.press(Qt.Key.Key_Tab)
    said = page.form.amount.input.accessibleDescription()
    assert said.startswith("“12,1” is not understood.")
    assert page.form.amount.input.text() == "12,1"


def test_one_receipt_pays_for_two_customers(office: Office, page: RecordPaymentScreen) -> None:
    before = last_receipt(office)
    choose(office, page, "brack")
    office.type("1300")
    page.form.also.more.setFocus()
    office.press(Qt.Key.Key_Space)
    office.type("tansy")
    office.until(lambda: page.form.also.rows[0].who.input.is_offering)
    office.press(Qt.Key.Key_Tab)
    office.type("88")
    office.until(lambda: set(page.sheet.worth) == {CODE, "TANS01"})
    office.until(
        lambda: page.sheet.proposals.get(CODE) and page.sheet.proposals[CODE].amount.minor == 121200
    )
    office.press(Qt.Key.Key_Return)
    office.until(lambda: last_receipt(office) != before or page.area.table.table.hasFocus())
    if last_receipt(office) == before:
        office.press(Qt.Key.Key_Return)
    office.until(lambda: last_receipt(office) != before)
    entries = (
        "SELECT count(*), sum(-amount_minor) FROM entry WHERE kind = 'receipt' AND receipt_id ="
    )
    assert rows(office, f"{entries} (SELECT max(id) FROM receipt)") == [(2, 130000)]


def test_wished_for_from_a_customer_it_goes_back_there(office: Office) -> None:
    before = last_receipt(office)
    office.window.fulfil(RecordPayment(CODE, NAME))
    page = office.window.screen_shown
    assert isinstance(page, RecordPaymentScreen)
    assert page.form.amount.input.hasFocus()
    office.until(lambda: page.sheet.worth)
    office.type("1212")
    office.press(Qt.Key.Key_Return)
    office.until(lambda: last_receipt(office) != before)
    office.until(lambda: isinstance(office.window.screen_shown, CustomersScreen))
