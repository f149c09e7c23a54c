"""Applications for credit by keyboard: dropped on a page, looked at, typed in; and checks."""

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TypeVar

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from creditmate.documents.application_form import draw_application
from creditmate.domain.acceptance import Capacity, Method
from creditmate.domain.application_form import TICKED, Item
from creditmate.domain.application_rows import Way
from creditmate.domain.attachments import Subject
from creditmate.domain.credit_checks import Check
from creditmate.domain.kinds import PaperKind
from creditmate.domain.money import Money
from creditmate.ui.applications import deeds
from creditmate.ui.applications.checks_dialog import ChecksDialog
from creditmate.ui.applications.preview_dialog import PreviewDialog
from creditmate.ui.applications.typing_dialog import TypingDialog
from creditmate.ui.applications.welcome_dialog import WelcomeDialog
from creditmate.ui.kit.question import Question
from creditmate.ui.screens.customer import CustomerScreen
from tests.documents.application_papers import ANSWERS, filled
from tests.ui.window.conftest import TODAY, Office
from tests.ui.window.test_customer_deeds import choose, dialog, drop, keys, opened, press, undo

CTRL = Qt.KeyboardModifier.ControlModifier
Dialog = TypeVar("Dialog", bound=QDialog)


@pytest.fixture
def screen(office: Office) -> CustomerScreen:
    return opened(office, "BRIN01")


def a_form(office: Office, folder: Path, answers: dict[Item, str], code: str = "") -> Path:
    """A form that was handed out and came back filled in."""
    program = office.around.program
    paper = program.ask(lambda: program.applications.paper(code))
    path = folder / "Mill Lane.pdf"
    path.write_bytes(filled(draw_application(paper).pdf, answers))
    return path


def test_a_form_that_came_back_makes_a_new_customer(
    office: Office, screen: CustomerScreen, tmp_path: Path
) -> None:
    screen.deeds.applications.take("", a_form(office, tmp_path, dict(ANSWERS)))
    found = dialog(office, PreviewDialog)
    assert found.verb.text() == "Make the customer"
    assert all(tick.isChecked() for tick in found.ticks.values())
    assert Item.LEGAL_NAME in found.ticks
    assert Item.LIMIT not in found.ticks  # kept with the application only
    found.ticks[Item.TRADING_NAME].setFocus()
    press(found, Qt.Key.Key_Space)
    QTest.keyClick(found.focusWidget(), Qt.Key.Key_Return, CTRL)
    office.until(lambda: screen.deeds.code == "LODZ01")
    program = office.around.program
    form = program.ask(lambda: program.customer_editing.form("LODZ01"))
    assert (form.name, form.trading_name) == (ANSWERS[Item.LEGAL_NAME], "")
    (row,) = program.ask(lambda: program.applications.of("LODZ01"))
    assert row.limit == Money(500_000, "GBP")
    files = program.ask(lambda: program.attachments.of("LODZ01"))
    assert [(file.name, file.subject) for file in files] == [("Mill Lane.pdf", Subject.APPLICATION)]


def test_dropped_on_a_page_it_shows_what_differs_from_what_is_known(
    office: Office, screen: CustomerScreen, tmp_path: Path
) -> None:
    answers = {Item.TRADING_NAME: "New Mill", Item.INVOICES_TO: "post@brindle.example"}
    path = a_form(office, tmp_path, answers, "BRIN01")
    program = office.around.program
    before = program.ask(lambda: program.customer_editing.form("BRIN01"))
    screen._on_dropped(path)
    found = dialog(office, PreviewDialog)
    assert found.whose.input.currentData() == "BRIN01"
    for item, known in (
        (Item.TRADING_NAME, before.trading_name),
        (Item.INVOICES_TO, before.invoices_to),
    ):
        assert found.ticks[item].isChecked() is not bool(known)
        found.ticks[item].setFocus()
        if known:
            press(found, Qt.Key.Key_Space)
    QTest.keyClick(found.focusWidget(), Qt.Key.Key_Return, CTRL)
    office.until(lambda: QApplication.activeModalWidget() is None)
    after = program.ask(lambda: program.customer_editing.form("BRIN01"))
    assert (after.trading_name, after.invoices_to) == ("New Mill", "post@brindle.example")
    assert after.name == before.name


def test_whose_it_is_can_be_chosen_where_it_may_be_somebody_we_know(
    office: Office, screen: CustomerScreen, tmp_path: Path
) -> None:
    program = office.around.program
    known = program.ask(lambda: program.customer_editing.form("BRIN01"))
    path = a_form(office, tmp_path, {Item.LEGAL_NAME: known.name.upper()})
    screen.deeds.applications.take("", path)
    found = dialog(office, PreviewDialog)
    choice = found.whose.input
    offered = [choice.itemData(at) for at in range(choice.count())]
    assert offered == ["", "BRIN01"]
    press(found, Qt.Key.Key_Down)
    office.until(lambda: found.verb.text() == f"Put into {known.name}")
    assert Item.LEGAL_NAME not in found.ticks  # it is as known
    press(found, Qt.Key.Key_Escape)
    office.until(lambda: QApplication.activeModalWidget() is None)
    assert program.ask(lambda: program.applications.of("BRIN01")) == []


def test_a_scan_is_typed_beside_its_picture(
    office: Office, screen: CustomerScreen, tmp_path: Path
) -> None:
    picture = BytesIO()
    Image.new("RGB", (600, 800), "white").save(picture, format="PNG")
    path = tmp_path / "scan.png"
    path.write_bytes(picture.getvalue())
    screen.deeds.applications.take("", path)
    typing = dialog(office, TypingDialog)
    assert typing.picture is not None
    office.until(lambda: typing.picture is not None and typing.picture.view.pages)
    keys(typing, "Mill Lane Joinery Ltd")
    typing.fields[Item.LIMIT].setFocus()
    keys(typing, "5,000")
    typing.fields[Item.LIMIT_CURRENCY].setFocus()
    keys(typing, "GBP")
    typing.ticks[Item.ACCEPTS_TERMS].setFocus()
    press(typing, Qt.Key.Key_Space)
    QTest.keyClick(typing.focusWidget(), Qt.Key.Key_Return, CTRL)
    found = dialog(office, PreviewDialog)
    QTest.keyClick(found.focusWidget(), Qt.Key.Key_Return, CTRL)
    office.until(lambda: screen.deeds.code == "MILL01")
    program = office.around.program
    (row,) = program.ask(lambda: program.applications.of("MILL01"))
    assert (row.way, row.limit) == (Way.SCAN, Money(500_000, "GBP"))
    assert row.given["accepts_terms"] == TICKED
    assert row.attachment is not None
    kept = row.attachment
    assert program.ask(lambda: program.attachments.content(kept)) == picture.getvalue()


def test_from_the_preview_one_goes_back_to_what_was_typed(
    office: Office, screen: CustomerScreen
) -> None:
    screen.deeds.applications.type_in("")
    typing = dialog(office, TypingDialog)
    keys(typing, "Mill Lane Joinery Ltd")
    typing.fields[Item.INVOICE_ADDRESS].setFocus()
    keys(typing, "Mill Lane 3")
    typing.fields[Item.LIMIT_CURRENCY].setFocus()
    keys(typing, "GBP")
    typing.ticks[Item.ACCEPTS_TERMS].setFocus()
    press(typing, Qt.Key.Key_Space)
    entry = typing.entry()
    QTest.keyClick(typing.focusWidget(), Qt.Key.Key_Return, CTRL)
    found = dialog(office, PreviewDialog)
    assert found.cancel.text() == "Back to typing"
    QTest.keyClick(found.focusWidget(), Qt.Key.Key_Escape)
    again = dialog(office, TypingDialog)
    assert again.entry() == entry
    assert entry.given[Item.INVOICE_ADDRESS] == "Mill Lane 3"


def test_checks_begin_with_what_is_missing_and_can_be_taken_back(
    office: Office, screen: CustomerScreen
) -> None:
    program = office.around.program
    missing = program.ask(lambda: program.credit_checks.of("BRIN01", TODAY)).checks.missing
    choose(screen, "Credit checks…")
    found = dialog(office, ChecksDialog)
    assert found.kind.input.currentData() == missing[0].value
    at = found.kind.input.findData(Check.SEARCH.value)
    while found.kind.input.currentIndex() != at:
        press(found, Qt.Key.Key_Down if found.kind.input.currentIndex() < at else Qt.Key.Key_Up)
    found.about.setFocus()
    keys(found, "Companies House")
    press(found, Qt.Key.Key_Return)
    office.until(lambda: QApplication.activeModalWidget() is None)
    rows = program.ask(lambda: program.credit_checks.of("BRIN01", TODAY)).checks.lines
    search = next(line for line in rows if line.kind is Check.SEARCH)
    assert search.rows[0].about == "Companies House"
    undo(office)
    office.until(
        lambda: (
            Check.SEARCH
            in program.ask(lambda: program.credit_checks.of("BRIN01", TODAY)).checks.missing
        )
    )


def test_the_welcome_letter_is_looked_at_issued_and_kept(
    office: Office, screen: CustomerScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr(deeds, "view", shown.append)  # no viewer on a test's computer
    choose(screen, "Welcome letter…")
    found = dialog(office, WelcomeDialog)
    office.until(lambda: found.preview.view.pages == 1)
    press(found, Qt.Key.Key_Return)
    office.until(lambda: shown)
    assert shown[0].read_bytes().startswith(b"%PDF-")
    program = office.around.program
    page = program.ask(lambda: program.customer_pages.page("BRIN01", TODAY))
    assert page.papers[0].kind is PaperKind.WELCOME
    assert page.papers[0].number in shown[0].name


def test_a_form_dropped_on_the_list_of_customers_makes_a_new_one(
    office: Office, tmp_path: Path
) -> None:
    path = a_form(office, tmp_path, dict(ANSWERS))
    drop(office.customers, path)
    found = dialog(office, PreviewDialog)
    assert found.verb.text() == "Make the customer"
    press(found, Qt.Key.Key_Escape)
    office.until(lambda: QApplication.activeModalWidget() is None)


def test_what_is_refused_stands_beside_its_field(office: Office, screen: CustomerScreen) -> None:
    choose(screen, "Credit checks…")
    found = dialog(office, ChecksDialog)
    at = found.kind.input.findData(Check.LIMIT.value)
    while found.kind.input.currentIndex() != at:
        press(found, Qt.Key.Key_Down if found.kind.input.currentIndex() < at else Qt.Key.Key_Up)
    assert found.limit.isVisible()
    found.review.input.selectAll()
    found.review.setFocus()
    QTest.keyClick(found.focusWidget(), Qt.Key.Key_A, CTRL)
    keys(found, "yesterday")
    QTest.keyClick(found.focusWidget(), Qt.Key.Key_Return)
    office.until(lambda: "not possible" in found.review._message.words)
    assert QApplication.activeModalWidget() is found
    press(found, Qt.Key.Key_Escape)


# ---------------------------------------------------------------- is it signed?
SIGNED = {
    Item.ACCEPTS_TERMS: TICKED,
    Item.SIGNER_NAME: "Jo Brindle",
    Item.SIGNED_DAY: "20/11/2026",
}


def taken_over(office: Office, found: PreviewDialog) -> str:
    """Take it over by keyboard, and return what is told."""
    QTest.keyClick(found.focusWidget(), Qt.Key.Key_Return, CTRL)
    office.until(lambda: QApplication.activeModalWidget() is None)
    telling = office.window.telling
    office.until(lambda: "application is kept" in telling.toast._text.text())
    return telling.toast._text.text()


def test_a_signature_that_was_seen_accepts_the_terms_enclosed(
    office: Office, screen: CustomerScreen, tmp_path: Path
) -> None:
    answers = {Item.SIGNER_POSITION: "Managing director", **SIGNED}
    path = a_form(office, tmp_path, answers, "BRIN01")
    screen._on_dropped(path)
    found = dialog(office, PreviewDialog)
    seen = found.signed.seen
    assert not seen.isChecked()
    assert "Jo Brindle accepted" in seen.text()
    assert seen.text().endswith("on 20\N{NO-BREAK SPACE}Nov\N{NO-BREAK SPACE}2026")
    assert not found.signed.capacity.isVisible()
    seen.setFocus()
    press(found, Qt.Key.Key_Space)
    assert found.signed.capacity.isVisible()
    assert "with its file" in found.signed.follows.text()
    assert taken_over(office, found).endswith("Its terms are put down as accepted.")
    program = office.around.program
    terms = program.ask(lambda: program.acceptances.of("BRIN01", TODAY))
    one = terms.acceptances[0]
    enclosed = program.ask(lambda: program.applications.paper("BRIN01")).terms
    assert enclosed is not None
    assert (one.version.id, one.method) == (enclosed.id, Method.SIGNED_APPLICATION)
    assert (one.by_whom, one.capacity) == ("Jo Brindle", Capacity.DIRECTOR)
    assert one.day == date(2026, 11, 20)
    (file,) = [row for row in terms.files if row.id in one.files]
    content = program.ask(lambda: program.attachments.content(file.id))
    assert content == path.read_bytes()


def test_one_that_nobody_saw_signed_accepts_nothing_and_says_so(
    office: Office, screen: CustomerScreen, tmp_path: Path
) -> None:
    program = office.around.program
    before = program.ask(lambda: program.acceptances.of("BRIN01", TODAY)).acceptances
    screen._on_dropped(a_form(office, tmp_path, dict(SIGNED), "BRIN01"))
    found = dialog(office, PreviewDialog)
    assert "no terms are put down as accepted" in found.signed.follows.text()
    assert taken_over(office, found).endswith("Its terms are not put down as accepted.")
    after = program.ask(lambda: program.acceptances.of("BRIN01", TODAY)).acceptances
    assert after == before


def test_one_that_accepts_no_terms_is_not_asked_about(
    office: Office, screen: CustomerScreen, tmp_path: Path
) -> None:
    screen._on_dropped(a_form(office, tmp_path, {Item.SIGNER_NAME: "Jo Brindle"}, "BRIN01"))
    found = dialog(office, PreviewDialog)
    assert not found.signed.seen.isVisible()
    assert "accepts no terms" in found.signed.follows.text()
    press(found, Qt.Key.Key_Escape)
    office.until(lambda: QApplication.activeModalWidget() is None)


def test_a_paper_that_was_typed_in_is_asked_about_as_well(
    office: Office, screen: CustomerScreen
) -> None:
    screen.deeds.applications.type_in("BRIN01")
    typing = dialog(office, TypingDialog)
    for item, text in (
        (Item.SIGNER_NAME, "Jo Brindle"), (Item.SIGNER_POSITION, "Buyer"),
        (Item.SIGNED_DAY, "20/11/2026"),
    ):  # fmt: skip
        typing.fields[item].setFocus()
        keys(typing, text)
    typing.ticks[Item.ACCEPTS_TERMS].setFocus()
    press(typing, Qt.Key.Key_Space)
    QTest.keyClick(typing.focusWidget(), Qt.Key.Key_Return, CTRL)
    found = dialog(office, PreviewDialog)
    found.signed.seen.setFocus()
    press(found, Qt.Key.Key_Space)
    assert "no file" in found.signed.follows.text()
    assert taken_over(office, found).endswith("Its terms are put down as accepted.")
    program = office.around.program
    one = program.ask(lambda: program.acceptances.of("BRIN01", TODAY)).acceptances[0]
    assert (one.capacity, one.note, one.files) == (Capacity.UNKNOWN, "Buyer", ())


# ---------------------------------------------------------------- nothing is lost
def test_leaving_what_was_typed_is_asked_about(office: Office, screen: CustomerScreen) -> None:
    screen.deeds.applications.type_in("")
    typing = dialog(office, TypingDialog)
    keys(typing, "Mill Lane Joinery Ltd")
    press(typing, Qt.Key.Key_Escape)
    question = dialog(office, Question)
    press(question, Qt.Key.Key_Escape)  # the safe answer
    office.until(lambda: QApplication.activeModalWidget() is typing)
    assert typing.entry().given == {Item.LEGAL_NAME: "Mill Lane Joinery Ltd"}
    press(typing, Qt.Key.Key_Escape)
    question = dialog(office, Question)
    question.other.setFocus()
    press(question, Qt.Key.Key_Space)
    office.until(lambda: QApplication.activeModalWidget() is None)


def test_leaving_an_empty_form_is_not(office: Office, screen: CustomerScreen) -> None:
    screen.deeds.applications.type_in("")
    typing = dialog(office, TypingDialog)
    press(typing, Qt.Key.Key_Escape)
    office.until(lambda: QApplication.activeModalWidget() is None)
