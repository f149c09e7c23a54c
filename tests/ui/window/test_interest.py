"""Interest by keyboard: the working of a late invoice, charged, waived, taken back; the rates."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QMenu, QPushButton

from creditmate.domain.interest_basis import Choice, Ground
from creditmate.domain.interest_claim import LateInterest
from creditmate.domain.interest_worth import ToDecide, invoices_of
from creditmate.domain.kinds import DocumentKind
from creditmate.domain.reference_rates import MissingRate, ReferenceRate, Series
from creditmate.i18n.bidi import plain
from creditmate.ui.decisions.interest_choice_dialog import InterestChoiceDialog
from creditmate.ui.invoices.decide_dialog import DecideDialog
from creditmate.ui.invoices.decide_state import Heap
from creditmate.ui.invoices.interest_dialog import InterestDialog
from creditmate.ui.invoices.reason_dialog import ReasonDialog
from creditmate.ui.kit.menu import actions_of
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.screens.customer import CustomerScreen
from creditmate.ui.screens.invoices import InvoicesScreen
from creditmate.ui.settings.interest_page import InterestPage
from creditmate.ui.settings.reference_dialog import ReferenceDialog
from creditmate.ui.wishes import OpenCustomer
from tests.ui.window.conftest import TODAY, Office
from tests.ui.window.test_charges import choose_from_menu
from tests.ui.window.test_invoices import (
    CONTROL,
    dialog_of,
    invoices,
    press_in,
    save_as,
    show,
    shown,
    told,
    type_in,
    undo,
)
from tests.ui.window.test_settings import asked, dialog, page_of, put

LATE = "2064"
"""An invoice of a company that is late: 1,212.00 due weeks ago."""
ENTER = Qt.Key.Key_Return


def ask(office: Office, screen: InvoicesScreen) -> InterestDialog:
    screen.side.more.click()
    choose_from_menu(office, "Interest…")
    return dialog_of(office, InterestDialog)


def said(inside: QDialog) -> str:
    parts = inside.findChildren(Paragraph)
    found = [part.text() for part in parts if part.isVisibleTo(inside)]
    return " | ".join(found).replace("\u00a0", " ").replace("\u2068", "").replace("\u2069", "")


def came_up(office: Office) -> LateInterest:
    interest = office.around.program.interest
    (found,) = asked(office, lambda: interest.of_number(LATE, TODAY))
    return found


def test_the_working_stands_beside_its_ground_and_is_waived_with_a_reason(office: Office) -> None:
    screen = invoices(office)
    show(office, screen, LATE)
    before = came_up(office)
    made = ask(office, screen)
    words = said(made)
    assert "Late Payment of Commercial Debts (Interest) Act 1998" in words
    assert f"{before.segments[0].days} days at 11.75% a year" in words
    assert "This is not legal advice" in words
    assert made.interest.isChecked()
    assert made.fixed.isChecked()
    assert not made.end.isVisible()  # it is not paid
    made.waive.setFocus()
    press_in(made, Qt.Key.Key_Space)
    why = dialog_of(office, ReasonDialog)
    press_in(why, ENTER)
    office.until(why.reason.input.accessibleDescription)
    assert "Say why" in why.reason.input.accessibleDescription()
    type_in(why, "They rang and were sorry")
    press_in(why, ENTER)
    office.until(lambda: told(office).startswith("Interest is waived: £"))
    assert not came_up(office).left.total
    undo(office)
    office.until(lambda: came_up(office).left.total == before.left.total)


def test_a_waiver_is_taken_back_where_it_stands(office: Office) -> None:
    interest = office.around.program.interest
    entry = came_up(office).debt.entry
    asked(office, lambda: interest.waive([entry], TODAY, "a good customer"))
    screen = invoices(office)
    show(office, screen, LATE)
    made = ask(office, screen)
    assert "waived, up to 23 Nov 2026. a good customer" in said(made)
    assert not made.verb.isEnabled() or made.verb.toolTip()
    (back,) = [b for b in made.findChildren(QPushButton) if b.text() == "Take back"]
    back.setFocus()
    press_in(made, Qt.Key.Key_Space)
    office.until(lambda: came_up(office).left.total)
    office.until(lambda: told(office).startswith("It is taken back"))


def test_the_fixed_sum_alone_is_charged_and_saved(office: Office, tmp_path: Path) -> None:
    screen = invoices(office)
    show(office, screen, LATE)
    made = ask(office, screen)
    made.interest.setFocus()
    press_in(made, Qt.Key.Key_Space)
    made.save.setFocus()
    press_in(made, Qt.Key.Key_Space)
    save_as(office, tmp_path / "charge.pdf")
    office.until(lambda: told(office).startswith("Charge note CH-"))
    text = PdfReader(tmp_path / "charge.pdf").pages[0].extract_text()
    assert "Fixed sum for paying late" in text
    office.until(
        lambda: shown(screen).row.kind is DocumentKind.CHARGE_NOTE or shown(screen).charges
    )
    left = came_up(office).left
    assert left.interest
    assert not left.fixed


def to_decide(office: Office) -> ToDecide:
    interest = office.around.program.interest
    return asked(office, lambda: interest.to_decide(TODAY))


def paid(found: Iterable[LateInterest]) -> set[int]:
    return {one.debt.entry for one in found if one.is_paid}


def decide(office: Office) -> DecideDialog:
    screen = invoices(office)
    screen.deeds.decide()
    made = dialog_of(office, DecideDialog)
    office.until(lambda: made.choice.ids)
    return made


def list_heap(office: Office, made: DecideDialog, place: int, heap: Heap) -> None:
    """Choose a segment by keys, so many to the right of the one that is chosen."""
    made.which.begin()
    for _ in range(place):
        press_in(made, Qt.Key.Key_Right)
    office.until(lambda: made.choice.heap is heap and not made._reading.waiting)


def test_what_was_paid_late_is_listed_and_ended_together(office: Office) -> None:
    before = to_decide(office)
    made = decide(office)
    assert made.choice.chosen == []
    assert set(made.choice.ids) == paid(before.listed)
    words = said(made)
    assert f"{len(paid(before.small)):,} invoices below £50.00: £" in words
    assert "They are under “Small”. Not looked at: what was paid before 27 May 2026." in words
    made.table.setFocus()
    press_in(made, Qt.Key.Key_Space)
    (first,) = made.choice.chosen
    made.reason.input.setFocus()
    press_in(made, ENTER)
    office.until(made.reason.input.accessibleDescription)
    type_in(made, "As ever")
    press_in(made, ENTER)
    office.until(lambda: told(office).startswith("Interest has ended with the invoice: £"))
    assert paid(before.listed) - paid(to_decide(office).listed) == {first}
    undo(office)
    office.until(lambda: paid(to_decide(office).listed) == paid(before.listed))


def test_what_is_small_is_opened_and_ended_in_one_go(office: Office) -> None:
    before = to_decide(office)
    made = decide(office)
    list_heap(office, made, 1, Heap.SMALL)
    assert set(made.choice.ids) == paid(before.small)
    made.table.setFocus()
    QTest.keyClick(made.focusWidget(), Qt.Key.Key_A, CONTROL)
    assert set(made.choice.chosen) == paid(before.small)
    made.reason.input.setFocus()
    type_in(made, "Not worth asking for")
    press_in(made, ENTER)
    count = invoices_of(one for one in before.small if one.is_paid)
    office.until(lambda: told(office).startswith(f"Interest has ended with {count:,} invoices: £"))
    after = to_decide(office)
    assert paid(after.small) == set()
    assert paid(after.listed) == paid(before.listed)
    undo(office)
    office.until(lambda: paid(to_decide(office).small) == paid(before.small))


def test_what_was_paid_long_ago_is_found_among_all(office: Office) -> None:
    before = to_decide(office)
    made = decide(office)
    list_heap(office, made, 2, Heap.ALL)
    office.until(lambda: set(made.choice.ids) > paid(before.everything))
    assert "Not looked at" not in said(made)


def test_several_are_charged_with_a_note_each_into_a_folder(office: Office, tmp_path: Path) -> None:
    made = decide(office)
    made.table.setFocus()
    press_in(made, Qt.Key.Key_Space)
    press_in(made, Qt.Key.Key_Down)
    press_in(made, Qt.Key.Key_Space)
    chosen = set(made.choice.chosen)
    assert len(chosen) == 2
    made.charge.setFocus()
    press_in(made, Qt.Key.Key_Space)
    save_as(office, tmp_path)
    office.until(lambda: told(office).startswith("2 charge notes are issued: £"))
    assert len(list(tmp_path.glob("CH-*.pdf"))) == 2
    assert not chosen & paid(to_decide(office).everything)


def take_day(made: InterestDialog, text: str) -> None:
    made.day.setFocus()
    QTest.keyClick(made.focusWidget(), Qt.Key.Key_A, CONTROL)
    type_in(made, text)
    press_in(made, ENTER)


def test_it_is_worked_out_to_another_day(office: Office) -> None:
    screen = invoices(office)
    show(office, screen, LATE)
    made = ask(office, screen)
    before = came_up(office)
    day = made.day.input
    take_day(made, "20/11/2026")
    days = before.segments[-1].days
    office.until(lambda: f"{days - 3} days at" in said(made))
    assert made.verb.isEnabled()
    take_day(made, "1/1/2026")
    office.until(lambda: "is not late and was not paid late" in day.accessibleDescription())
    assert not made.verb.isEnabled()
    assert "days at" not in said(made)
    take_day(made, "20/11/2026")
    office.until(made.waive.isEnabled)
    made.waive.setFocus()
    press_in(made, Qt.Key.Key_Space)
    why = dialog_of(office, ReasonDialog)
    type_in(why, "Up to the day they rang")
    press_in(why, ENTER)
    office.until(lambda: told(office).startswith("Interest is waived: £"))
    left = came_up(office).left
    assert (left.interest.minor > 0, left.fixed.minor) == (True, 0)


# ---------------------------------------------------------------- settings
def test_a_missing_rate_is_said_and_entered(office: Office) -> None:
    page = page_of(office, "interest", InterestPage)
    office.until(lambda: page.rates.list.items)
    assert "Late Payment of Commercial Debts (Interest) Act 1998" in page.law.text()
    before = [one.rate for one in page.rates.list.items]
    office.press(Qt.Key.Key_N)
    form = dialog(office)
    assert isinstance(form, ReferenceDialog)
    put(form, "Percent a year", "4,5 %")
    QTest.keyClick(form.findChildren(QLineEdit)[0], ENTER)
    office.until(form.book.fields["reference.percent"].input.accessibleDescription)
    put(form, "Percent a year", "4.5")
    put(form, "Where it was read", "Bank of England")
    QTest.keyClick(form.findChildren(QLineEdit)[0], ENTER)
    office.until(lambda: page.rates.list.items[0].rate.source == "Bank of England")
    assert (
        came_up(office).rates[0].percent.normalize()
        == page.rates.list.items[0].rate.percent.normalize() + 8
    )
    page.rates.list.table.setFocus()
    page.rates.buttons[1].click()
    office.until(lambda: [one.rate for one in page.rates.list.items] == before)
    undo(office)
    office.until(lambda: page.rates.list.items[0].rate.source == "Bank of England")


def test_what_the_program_brings_is_marked_and_cannot_be_taken_back(office: Office) -> None:
    page = page_of(office, "interest", InterestPage)
    office.until(lambda: page.rates.list.items)
    assert page.rates.buttons[1].isHidden()
    newest = page.rates.list.items[0].rate
    assert isinstance(newest, ReferenceRate)
    assert (newest.series, newest.checked) == (Series.BANK_OF_ENGLAND, False)
    assert page.missing.isHidden()
    assert MissingRate(Series.BANK_OF_ENGLAND, newest.from_day).half == newest.from_day


def test_the_limits_of_what_is_worth_deciding_are_changed_and_put_back(office: Office) -> None:
    page = page_of(office, "interest", InterestPage)
    sentence = page.worth.sentence
    office.until(sentence.text)
    usual = "£50.00 or more for an invoice, up to 180 days after its payment."
    assert plain(sentence.text()).replace("\u00a0", " ").endswith(usual)
    page.worth.change.setFocus()
    QTest.keyClick(page.worth.change, Qt.Key.Key_Space)
    form = dialog(office)
    put(form, "Days after its payment", "9999")
    QTest.keyClick(form.findChildren(QLineEdit)[0], ENTER)
    field = form.book.fields["settings.interest_days"].input  # type: ignore[attr-defined]
    office.until(field.accessibleDescription)
    put(form, "From so much for an invoice", "120")
    put(form, "Days after its payment", "30")
    QTest.keyClick(form.findChildren(QLineEdit)[0], ENTER)
    office.until(lambda: "£120.00 or more" in plain(sentence.text()))
    limits = to_decide(office).limits
    assert (limits.least.minor, limits.since) == (120_00, date(2026, 10, 24))
    undo(office)
    office.until(lambda: "£50.00 or more" in plain(sentence.text()))


# ---------------------------------------------------------------- on which basis
def test_a_customer_is_charged_none_with_a_reason(office: Office) -> None:
    office.window.fulfil(OpenCustomer("BRAC01"))
    page = office.window.screen_shown
    assert isinstance(page, CustomerScreen)
    office.until(lambda: page.deeds.code == "BRAC01")
    menu = QMenu()
    page.deeds.fill(menu)
    next(one for one in actions_of(menu) if one.text() == "Interest…").trigger()
    made = dialog_of(office, InterestChoiceDialog)
    made.choice.input.setFocus()
    press_in(made, Qt.Key.Key_End)
    assert made.choice.input.currentData() == Choice.NONE.value
    made.reason.input.setFocus()
    press_in(made, ENTER)
    office.until(made.reason.input.accessibleDescription)
    type_in(made, "Our oldest customer")
    press_in(made, ENTER)
    office.until(lambda: told(office) == "Interest for Brackenford Homes Ltd: None")
    assert came_up(office).basis.ground is Ground.NONE
    undo(office)
    office.until(lambda: came_up(office).basis.ground is Ground.STATUTE)
