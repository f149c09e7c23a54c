"""The list of customers, by keyboard."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from creditmate.domain.changes import Touched
from creditmate.domain.customer_list import Narrow, Order, Wanted
from creditmate.i18n.formats import NBSP, money
from creditmate.services.customer_lists import CustomerLists
from creditmate.ui.wishes import OpenCustomer
from tests.ui.window.conftest import TODAY, Office

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def listed(office: Office, wanted: Wanted) -> list[str]:
    """What the service lists."""
    lists = CustomerLists()
    found = office.around.program.ask(lambda: lists.listing(wanted, TODAY))
    return [row.name for row in found.head]


def test_it_begins_with_who_is_overdue_most_first(office: Office) -> None:
    assert office.names() == listed(office, Wanted(Narrow.OVERDUE))
    assert office.window.focusWidget() is office.customers.table
    assert office.customers.table.currentIndex().row() == 0


def test_letters_typed_in_the_list_narrow_it(office: Office) -> None:
    office.type("oak")
    office.until(lambda: office.names() == ["Ashlar & Oak Builders Ltd"])
    assert office.window.focusWidget() is office.customers.filter
    assert office.customers.filter.text() == "oak"
    office.press(Qt.Key.Key_Escape)
    office.until(lambda: len(office.names()) > 1)
    office.press(Qt.Key.Key_Down)
    assert office.window.focusWidget() is office.customers.table


def test_a_filter_without_hits_says_so_and_offers_everybody(office: Office) -> None:
    office.type("larkspur")
    office.until(lambda: office.customers.area.none is not None)
    none = office.customers.area.none
    assert none is not None
    assert none.accessibleName() == "Nothing matches ‘larkspur’ in Overdue"
    assert none.action.text() == "Look in all 61"
    none.action.setFocus()
    office.press(Qt.Key.Key_Space)
    office.until(lambda: office.customers.chips.key == Narrow.ALL)
    office.customers.filter.setFocus()
    office.press(Qt.Key.Key_Escape)
    office.until(lambda: len(office.names()) == 61)


def test_chips_are_chosen_with_arrows_and_space(office: Office) -> None:
    chips = office.customers.chips
    chip = next(c for c in chips.findChildren(type(chips._chips[0])) if c.isChecked())
    chip.setFocus()
    office.press(Qt.Key.Key_Left)
    office.press(Qt.Key.Key_Space)
    office.until(lambda: office.names() == listed(office, Wanted(Narrow.ALL)))
    assert [c.says.count for c in chips._chips] == [
        "61", "26", "4", "2", "1", "1", "1", "3", "8", "1", "1", "0", "0",
    ]  # fmt: skip


def names_are(office: Office, names: list[str]) -> bool:
    return office.names() == names


def test_titles_order_the_list_and_turn_it_round(office: Office) -> None:
    header = office.customers.table.horizontalHeader()
    for descending in (False, True):
        at = QPoint(header.sectionViewportPosition(0) + 40, header.height() // 2)
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
        wanted = Wanted(Narrow.OVERDUE, order=Order.NAME, descending=descending)
        expected = listed(office, wanted)
        office.until(partial(names_are, office, expected))


def test_enter_opens_the_row_one_is_on(office: Office) -> None:
    office.press(Qt.Key.Key_Down, times=2)
    row = office.customers.model.row_at(2)
    assert row is not None
    with office.qtbot.waitSignal(office.customers.wanted) as opened:
        office.press(Qt.Key.Key_Return)
    assert opened.args == [OpenCustomer(row.code)]


def test_totals_are_of_the_list_and_then_of_the_selection(office: Office) -> None:
    totals = office.customers.totals
    assert totals.figures[0].title == "26 of 61 customers"
    office.press(Qt.Key.Key_Down, SHIFT, times=2)
    office.until(lambda: totals.figures[0].title == "3 of 26 selected")
    rows = [office.customers.model.row_at(place) for place in range(3)]
    owed = sum(a.owed.minor for row in rows if row for a in row.ageings)
    first = rows[0]
    assert first is not None
    expected = money(replace(first.ageings[0].owed, minor=owed), "en_GB")
    assert totals.figures[1].lines == (expected,)
    office.press(Qt.Key.Key_Up)
    office.until(lambda: totals.figures[0].title == "26 of 61 customers")


def test_several_currencies_are_added_at_rates_whose_day_is_said(office: Office) -> None:
    chip = next(c for c in office.customers.chips._chips if c.isChecked())
    chip.setFocus()
    office.press(Qt.Key.Key_Left)
    office.press(Qt.Key.Key_Space)
    office.until(lambda: len(office.names()) == 61)
    program = office.around.program
    found = program.ask(lambda: program.customer_lists.listing(Wanted(Narrow.ALL), TODAY)).totals
    assert found.home is not None
    assert found.home_overdue is not None
    names, owed, overdue = office.customers.totals.figures[:3]
    assert [name.replace(NBSP, " ") for name in names.lines] == [
        "Totals, £", "€", "US$", "All in £, rates of 1 Oct",
    ]  # fmt: skip
    assert owed.lines[-1] == money(found.home.total, "en_GB")
    assert overdue.lines[-1] == money(found.home_overdue.total, "en_GB")


def test_what_is_offered_in_an_empty_list_keeps_the_focus_when_it_is_asked_again(
    office: Office,
) -> None:
    office.type("whi")
    area = office.customers.area
    office.until(lambda: area.none is not None)
    before = area.none
    assert before is not None
    before.action.setFocus()
    office.customers.reload()
    office.until(lambda: area.none is not before)
    assert area.none is not None
    assert area.none.action.hasFocus()
    office.press(Qt.Key.Key_Space)
    office.until(lambda: area.none is None)
    assert office.customers.table.hasFocus()


def test_the_selection_is_copied_as_a_table(office: Office) -> None:
    office.press(Qt.Key.Key_Down, SHIFT)
    with office.qtbot.waitSignal(office.customers.table.copied) as copied:
        office.press(Qt.Key.Key_C, CTRL)
    assert copied.args == [2]
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].startswith("Customer\tOwed, £\tOverdue, £\tAgeing\t")
    name = "Cawder Marine Fitters Ltd, On stop: Nothing more on account until the autumn is settled"
    assert lines[1].startswith(f"{name}\t14,420.75\t11,240.75\tNot due ")
    assert len(lines) == 3
    html = QGuiApplication.clipboard().mimeData().html()
    assert f"<td>{name}</td>" in html


def test_what_is_touched_elsewhere_is_asked_for_again_where_one_stands(office: Office) -> None:
    office.press(Qt.Key.Key_Down, times=5)
    with office.qtbot.waitSignal(office.customers.model.modelReset):
        office.around.jobs.touched.emit(Touched.PROMISES)
    assert office.customers.table.currentIndex().row() == 5
    with office.qtbot.assertNotEmitted(office.customers.model.modelReset, wait=100):
        office.around.jobs.touched.emit(Touched.PAPERS)
