"""Interest by keyboard: the working of a late invoice, charged, waived, taken back; the rates."""

from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton

from creditmate.domain.interest_basis import Choice, Ground
from creditmate.domain.interest_claim import LateInterest
from creditmate.domain.kinds import DocumentKind
from creditmate.domain.reference_rates import MissingRate, ReferenceRate, Series
from creditmate.ui.decisions.interest_choice_dialog import InterestChoiceDialog
from creditmate.ui.invoices.decide_dialog import DecideDialog
from creditmate.ui.invoices.interest_dialog import InterestDialog
from creditmate.ui.invoices.reason_dialog import ReasonDialog
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.screens.customer import CustomerScreen
from creditmate.ui.screens.invoices import InvoicesScreen
from creditmate.ui.settings.interest_page import InterestPage
from creditmate.ui.settings.reference_dialog import ReferenceDialog
from creditmate.ui.wishes import OpenCustomer
from tests.ui.window.conftest import TODAY, Office
from tests.ui.window.test_charges import choose_from_menu
from tests.ui.window.test_invoices import (
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


def said(inside: InterestDialog) -> str:
    found = [part.text() for part in inside.findChildren(Paragraph)]
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


def test_what_was_paid_late_is_listed_and_ended_together(office: Office) -> None:
    interest = office.around.program.interest
    waiting = asked(office, lambda: interest.undecided(TODAY))
    assert waiting
    screen = invoices(office)
    screen.deeds.decide()
    made = dialog_of(office, DecideDialog)
    office.until(lambda: made.choice.ids)
    assert made.choice.chosen == []
    assert len(made.choice.ids) + made.choice.earlier == len(waiting)
    made.table.setFocus()
    press_in(made, Qt.Key.Key_Space)
    (first,) = made.choice.chosen
    made.reason.input.setFocus()
    press_in(made, ENTER)
    office.until(made.reason.input.accessibleDescription)
    type_in(made, "As ever")
    press_in(made, ENTER)
    office.until(lambda: told(office).startswith("Interest has ended with the invoice: £"))
    left = asked(office, lambda: interest.undecided(TODAY))
    assert {one.debt.entry for one in waiting} - {one.debt.entry for one in left} == {first}
    undo(office)
    office.until(lambda: len(asked(office, lambda: interest.undecided(TODAY))) == len(waiting))


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


# ---------------------------------------------------------------- on which basis
def test_a_customer_is_charged_none_with_a_reason(office: Office) -> None:
    office.window.fulfil(OpenCustomer("BRAC01"))
    page = office.window.screen_shown
    assert isinstance(page, CustomerScreen)
    office.until(lambda: page.deeds.code == "BRAC01")
    menu = QMenu()
    page.deeds.fill(menu)
    next(one for one in menu.actions() if one.text() == "Interest…").trigger()
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
