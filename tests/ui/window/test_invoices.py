"""Invoices by keyboard: the list and one beside it, the form, credit, cancelling, writing off."""

import io
from functools import partial
from pathlib import Path
from typing import TypeVar

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit

from creditmate.domain.invoice_list import InvoiceDetail
from creditmate.domain.invoice_rows import InvoiceRow
from creditmate.domain.invoice_state import InvoiceState
from creditmate.domain.money import Money
from creditmate.domain.receipts import Method, NewPayment, Part, Share
from creditmate.i18n.bidi import plain
from creditmate.i18n.formats import money
from creditmate.ui.invoices.credit_dialog import CreditDialog
from creditmate.ui.invoices.list_state import Show
from creditmate.ui.invoices.reason_dialog import ReasonDialog
from creditmate.ui.invoices.small_dialog import SmallDialog
from creditmate.ui.invoices.work_dialog import WorkDialog
from creditmate.ui.screens.customer import CustomerScreen
from creditmate.ui.screens.invoice_form import InvoiceFormScreen
from creditmate.ui.screens.invoices import InvoicesScreen
from creditmate.ui.wishes import OpenCustomer, WriteInvoice
from tests.ui.window.conftest import TODAY, Office

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
ENTER = Qt.Key.Key_Return
ROOM = 220
"""Pixels that a description has at 1280 x 800."""
SOME = 20  # rows that are found by a number, in numbers and order numbers
Dialog = TypeVar("Dialog", bound=QDialog)


def invoices(office: Office) -> InvoicesScreen:
    """Go there and wait for the list."""
    office.window.go_to("invoices")
    screen = office.window.screen_shown
    assert isinstance(screen, InvoicesScreen)
    office.until(lambda: screen.lists.invoices.hasFocus() and screen.state.page is not None)
    return screen


def form(office: Office, wish: WriteInvoice) -> InvoiceFormScreen:
    office.window.fulfil(wish)
    screen = office.window.screen_shown
    assert isinstance(screen, InvoiceFormScreen)
    office.until(lambda: screen.in_hand.is_open and screen.page.isVisible())
    return screen


def dialog_of(office: Office, kind: type[Dialog]) -> Dialog:
    office.until(lambda: isinstance(QApplication.activeModalWidget(), kind))
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found


def type_in(dialog: QDialog, text: str) -> None:
    QTest.keyClicks(dialog.focusWidget(), text)


def press_in(dialog: QDialog, key: Qt.Key) -> None:
    QTest.keyClick(dialog.focusWidget(), key)


def save_as(office: Office, path: Path) -> None:
    """Give the system's dialog a place, and accept."""
    office.until(partial(office.window.findChildren, QFileDialog))
    (dialog,) = office.window.findChildren(QFileDialog)
    edit = dialog.findChild(QLineEdit, "fileNameEdit")
    assert edit is not None
    edit.setText(str(path))
    office.until(lambda: dialog.selectedFiles() == [str(path)])
    with office.qtbot.waitSignal(dialog.fileSelected):
        dialog.accept()


def show(office: Office, screen: InvoicesScreen, number: str) -> None:
    """Type a number and have its invoice beside the list."""
    office.type("/")
    office.type(number)
    model = screen.lists.invoice_model
    office.until(lambda: 0 < model.rowCount() < SOME and row_at(screen, 0).number == number)
    office.press(ENTER)
    office.until(screen.lists.invoices.hasFocus)
    office.press(ENTER)
    office.until(lambda: shown(screen).row.number == number)


def shown(screen: InvoicesScreen) -> InvoiceDetail:
    """What stands beside the list; while nothing does, whoever waits for it waits on."""
    assert screen.side.detail is not None
    return screen.side.detail


def place(office: Office) -> InvoicesScreen:
    """The place, once it is there."""
    screen = office.window.screen_shown
    assert isinstance(screen, InvoicesScreen)
    return screen


def row_at(screen: InvoicesScreen, position: int) -> InvoiceRow:
    row = screen.lists.invoice_model.row_at(position)
    assert row is not None
    return row


def undo(office: Office) -> None:
    """Take back what the toast tells."""
    office.come_to_the_front()
    office.press(Qt.Key.Key_Z, CONTROL)


def counted(screen: InvoicesScreen, chip: Show) -> int:
    return 0 if screen.state.page is None else screen.state.page.count(chip)


def told(office: Office) -> str:
    return office.window.telling.toast._text.text().replace("\u00a0", " ")


# ------------------------------------------------------------- the list
def test_the_list_is_narrowed_and_shows_one_beside_that_follows(office: Office) -> None:
    screen = invoices(office)
    everything = screen.lists.invoice_model.rowCount()
    screen.chips.setFocus()
    screen._on_chip(Show.OVERDUE)
    office.until(lambda: 0 < screen.lists.invoice_model.rowCount() < everything)
    assert all(row_at(screen, position).days_late for position in range(SOME))
    screen.lists.invoices.setFocus()
    office.press(ENTER)
    office.until(partial(shown, screen))
    first = shown(screen).row.number
    office.press(Qt.Key.Key_Down)
    office.until(lambda: shown(screen).row.number != first)
    assert shown(screen).row.id == screen.lists.current_invoice
    office.press(Qt.Key.Key_Escape)
    assert not screen.is_side_open
    assert screen.lists.invoices.hasFocus()


def test_an_invoice_is_opened_from_the_customers_account(office: Office) -> None:
    office.window.fulfil(OpenCustomer("BRIN01"))
    page = office.window.screen_shown
    assert isinstance(page, CustomerScreen)
    page.area.tabs.choose("account")
    office.until(page.area.account.model.rowCount)
    page.area.account.table.setFocus()
    item = page.area.account.model.row_at(0)
    assert item is not None
    office.press(ENTER)
    office.until(partial(place, office))
    screen = place(office)
    office.until(partial(shown, screen))
    assert shown(screen).row.number == item.number
    office.until(lambda: screen.lists.current_invoice == shown(screen).row.id)


def test_printed_again_it_is_the_paper_as_it_was_issued(office: Office, tmp_path: Path) -> None:
    screen, paper = invoices(office), tmp_path / "again.pdf"
    show(office, screen, "2382")
    office.until(lambda: screen.side.page.is_drawn)
    office.press(Qt.Key.Key_P, CONTROL)
    office.until(partial(office.window.findChildren, QPrintDialog))
    (dialog,) = office.window.findChildren(QPrintDialog)
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(paper))
    dialog.done(QPrintDialog.DialogCode.Accepted)
    office.until(lambda: told(office) == "Printed")
    assert len(PdfReader(io.BytesIO(paper.read_bytes())).pages) == 1


# ------------------------------------------------------------- giving back and up
def test_a_write_off_asks_why_and_is_undone_from_the_toast(office: Office) -> None:
    screen = invoices(office)
    show(office, screen, "2382")
    screen.deeds.write_off(shown(screen))
    dialog = dialog_of(office, ReasonDialog)
    press_in(dialog, ENTER)
    office.until(dialog.reason.input.accessibleDescription)
    assert "Say why" in dialog.reason.input.accessibleDescription()
    type_in(dialog, "Not worth a letter")
    press_in(dialog, ENTER)
    office.until(lambda: shown(screen).row.state is InvoiceState.WRITTEN_OFF)
    assert told(office).startswith("£1,674.72 of 1 invoice is written off")
    undo(office)
    office.until(lambda: shown(screen).row.open == Money(167472, "GBP"))


def test_cancelled_it_is_owed_no_more_and_its_copy_says_so(office: Office, tmp_path: Path) -> None:
    screen = invoices(office)
    show(office, screen, "2382")
    screen.deeds.cancel(shown(screen))
    dialog = dialog_of(office, ReasonDialog)
    assert (dialog.verb.text(), dialog.cancel.text()) == ("Cancel the invoice", "Keep it")
    type_in(dialog, "Written for the wrong site")
    press_in(dialog, ENTER)
    office.until(lambda: shown(screen).row.state is InvoiceState.CANCELLED)
    assert shown(screen).cancelled_because == "Written for the wrong site"
    total = money(shown(screen).document.gross, "en_GB", symbol=True)
    assert plain(told(office)) == f"Cancelled: Invoice 2382, {total}."
    office.come_to_the_front()
    office.press(Qt.Key.Key_S, CONTROL)
    save_as(office, tmp_path / "copy.pdf")
    office.until((tmp_path / "copy.pdf").exists)
    text = PdfReader(io.BytesIO((tmp_path / "copy.pdf").read_bytes())).pages[0].extract_text()
    assert "cancelled" in text.lower()


def test_cancelling_what_was_paid_says_what_is_loose_now(office: Office) -> None:
    screen = invoices(office)
    show(office, screen, "2382")
    detail, program = shown(screen), office.around.program
    (part,) = detail.parts
    share = Share(detail.row.code, part.open, (Part(part.entry_id, part.open),))
    payment = NewPayment(TODAY, Method.TRANSFER, (share,), reference="R 9")
    office.window.screens.spread(program.ask(lambda: program.payments.record(payment)).touched)
    office.until(lambda: shown(screen).row.state is InvoiceState.PAID)
    screen.deeds.cancel(shown(screen))
    dialog = dialog_of(office, ReasonDialog)
    type_in(dialog, "Never ordered")
    press_in(dialog, ENTER)
    office.until(lambda: shown(screen).row.state is InvoiceState.CANCELLED)
    said = money(part.open, "en_GB", symbol=True)
    assert plain(told(office)) == (
        f"Cancelled: Invoice 2382, {said}. {said} of money is to be matched anew."
    )
    became = [line for line, _ in screen.side._settled(shown(screen))]
    assert [line.partition("  ")[2] for line in became] == [
        "Receipt R 9", "Receipt R 9, taken back", "Cancellation",
    ]  # fmt: skip
    office.window.fulfil(OpenCustomer(detail.row.code))
    page = office.window.screen_shown
    assert isinstance(page, CustomerScreen)
    office.until(page.area.story.model.rowCount)
    story = page.area.story.model
    titles = [str(story.index(row, 0).data()) for row in range(story.rowCount())]
    assert "Cancellation 2382" in titles
    assert "Invoice 2382" in titles
    assert "Statement 2382" not in titles
    documents = page.area.documents.model
    names = [documents.index(row, 0).data() for row in range(documents.rowCount())]
    assert "Invoice 2382" in names


def test_one_line_in_part_is_credited_against_its_invoice(office: Office, tmp_path: Path) -> None:
    screen = invoices(office)
    show(office, screen, "2382")
    line = shown(screen).lines[0]
    screen.deeds.credit(shown(screen))
    dialog = dialog_of(office, CreditDialog)
    type_in(dialog, "Two were short")
    QTest.keyClick(dialog.what, Qt.Key.Key_Tab)
    dialog._choose(dialog.typed.what.LINES)
    dialog.cancel.setFocus()
    for button in (dialog.save, dialog.verb, dialog.what):  # as seen, and round to the first
        press_in(dialog, Qt.Key.Key_Tab)
        assert button.hasFocus() or button.isAncestorOf(dialog.focusWidget())
    box, quantity = dialog.lines[0]
    quantity.setFocus()
    quantity.selectAll()
    type_in(dialog, "2")
    assert box.isChecked()
    expected = Money(round(line.price * 2 * 120), "GBP")
    said = f"Comes to {expected.decimal:,.2f}".replace("to ", "to £")
    office.until(lambda: dialog._comes_to._words.text().replace("\u00a0", " ").startswith(said))
    dialog.save.click()
    save_as(office, tmp_path / "credit.pdf")
    office.until(lambda: shown(screen).credits)
    assert shown(screen).row.gross == -expected
    against = shown(screen).credits
    assert against is not None
    assert against.number == "2382"
    assert "Two were short" in PdfReader(tmp_path / "credit.pdf").pages[0].extract_text()


def test_small_balances_go_together_and_come_back(office: Office) -> None:
    screen = invoices(office)
    program, today = office.around.program, office.around.program.clock.today
    limit = Money(50_000, "GBP")
    found = program.ask(lambda: program.write_offs.preview(limit, today))
    free = [line for line in found if line.reason is None]
    assert free
    screen.more.setFocus()
    screen.deeds.write_off_small()
    dialog = dialog_of(office, SmallDialog)
    dialog.limit.input.selectAll()
    type_in(dialog, "500")
    press_in(dialog, ENTER)
    office.until(lambda: len(dialog.choice.lines) == len(found))
    assert dialog.choice.chosen == [line.document_id for line in free]
    type_in(dialog, "Too small to ask for")
    press_in(dialog, ENTER)
    office.until(lambda: "written off" in told(office))
    left = program.ask(lambda: program.write_offs.preview(limit, today))
    assert len(left) == len(found) - len(free)
    undo(office)
    office.until(lambda: len(program.ask(lambda: program.write_offs.preview(limit, today)))
                 == len(found))  # fmt: skip


# ------------------------------------------------------------- the form
def test_what_is_wrong_is_said_beside_its_field_and_what_was_typed_stays(office: Office) -> None:
    screen = form(office, WriteInvoice())
    page = screen.page
    office.until(page.upper.customer.hasFocus)
    page.upper.day.setFocus()
    office.type("31/2")
    page.lines.go_to(0)
    office.type("Oak treads")
    office.press(ENTER)
    office.type("some")
    office.press(ENTER, CONTROL)
    assert page.upper.customer.hasFocus()
    assert "Choose a customer" in page.upper.customer.accessibleDescription()
    assert "31/2" in page.upper.day.input.accessibleDescription()
    row = page.lines.rows[0]
    assert "some" in row.inputs["quantity"].accessibleDescription()
    assert (page.upper.day.input.text(), row.typed.quantity) == ("31/2", "some")


def test_an_order_number_is_asked_for_first_and_nothing_is_issued_without(office: Office) -> None:
    screen = form(office, WriteInvoice("CALD01"))
    order = screen.page.upper.order.input
    office.until(order.hasFocus)
    office.press(ENTER)
    office.until(screen.page.lines.rows[0].inputs["description"].hasFocus)
    for text in ("Treads", "2", "40"):
        office.type(text)
        office.press(ENTER)
    office.until(lambda: screen.page.preview.view.is_drawn)  # to be looked at all the same
    office.press(ENTER, CONTROL)
    office.until(order.hasFocus)
    assert "pays no invoice without" in order.accessibleDescription()
    assert not office.window.findChildren(QPrintDialog)
    office.type("PO 9")
    office.press(ENTER, CONTROL)
    office.until(partial(office.window.findChildren, QPrintDialog))
    office.window.findChildren(QPrintDialog)[0].reject()
    program = office.around.program
    office.until(lambda: "CALD01" in [d.code for d in program.ask(program.invoice_drafts.list)])


def test_lines_are_moved_and_removed_by_keys_and_a_new_one_is_always_there(office: Office) -> None:
    screen = form(office, WriteInvoice("BRAC01"))
    lines = screen.page.lines
    office.until(lines.rows[0].inputs["description"].hasFocus)
    for what, quantity, price in (("Treads", "14", "38.50"), ("Risers", "13", "21")):
        for text in (what, quantity, price):
            office.type(text)
            office.press(ENTER)
    assert [row.typed.description for row in lines.rows] == ["Treads", "Risers", ""]
    office.until(lambda: screen.page.sums.lines and screen.page.sums.lines[-1].amount == "£974.40")
    office.press(Qt.Key.Key_Up)
    office.press(Qt.Key.Key_Up, ALT)
    assert [line.description for line in lines.typed] == ["Risers", "Treads"]
    assert lines.place_of_focus() == 0
    office.press(Qt.Key.Key_Delete, CONTROL)
    assert [line.description for line in lines.typed] == ["Treads"]
    assert lines.place_of_focus() == 0
    office.press(Qt.Key.Key_Down)
    office.press(ENTER)
    assert screen.page.foot.print.hasFocus()


def test_a_long_description_has_its_room_and_is_read_from_its_beginning(office: Office) -> None:
    office.window.resize(1280, 800)
    screen = form(office, WriteInvoice("BRAC01"))
    cell = screen.page.lines.rows[0].inputs["description"]
    assert isinstance(cell, QLineEdit)
    office.until(cell.hasFocus)
    office.type("Oak door linings, 138 mm, kiln dried, planed on four sides and primed")
    office.press(ENTER)
    office.until(lambda: not cell.hasFocus())
    assert cell.cursorPosition() == 0
    assert cell.width() >= ROOM
    assert screen.page.preview.isVisible()


def test_work_is_put_down_and_invoiced_in_one_step(office: Office, tmp_path: Path) -> None:
    screen, program = invoices(office), office.around.program
    office.press(Qt.Key.Key_W)
    dialog = dialog_of(office, WorkDialog)
    type_in(dialog, "brack")
    office.until(lambda: dialog.customer.is_offering)
    press_in(dialog, ENTER)
    for name, text in (("description", "Hung two doors"), ("quantity", "2"), ("price", "95")):
        dialog.fields[name].input.setFocus()
        type_in(dialog, text)
    press_in(dialog, ENTER)
    office.until(lambda: counted(screen, Show.TO_INVOICE) == 5)
    screen._on_chip(Show.TO_INVOICE)
    office.until(lambda: screen.lists.work_model.rowCount() == 5)
    codes = [row.code for row in screen.state.work]
    screen.lists.work.setFocus()
    screen.lists.work.go_to(codes.index("BRAC01"))
    office.press(ENTER)
    office.until(lambda: isinstance(office.window.screen_shown, InvoiceFormScreen))
    made = office.window.screen_shown
    assert isinstance(made, InvoiceFormScreen)
    office.until(lambda: made.in_hand.is_open and made.page.sums.lines)
    assert made.page.sums.lines[-1].amount == "£228.00"
    made.page.foot.save.setFocus()
    office.press(Qt.Key.Key_Space)
    save_as(office, tmp_path / "work.pdf")
    office.until(partial(place, office))
    waiting = program.ask(lambda: program.work.waiting(program.clock.today))
    assert "BRAC01" not in [row.code for row in waiting]
    office.until(lambda: shown(screen).row.code == "BRAC01")
    assert shown(screen).row.lag_days == 0


def test_what_was_discarded_comes_back_among_the_drafts(office: Office) -> None:
    screen, program = form(office, WriteInvoice("BRAC01")), office.around.program
    office.until(screen.page.lines.rows[0].inputs["description"].hasFocus)
    office.type("Treads")
    screen.page.discard.setFocus()
    office.press(Qt.Key.Key_Space)
    office.until(lambda: not screen.isVisible())
    undo(office)

    def kept() -> list[str]:
        drafts = program.ask(program.invoice_drafts.list)
        return [one.typed.lines[0].description for one in drafts if one.code == "BRAC01"]

    office.until(lambda: kept() == ["Treads"])
