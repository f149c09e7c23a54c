"""Contacts on a customer's page by keys: logged with their file, confirmed, put right, moved."""

from dataclasses import replace
from datetime import timedelta
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from creditmate.domain.arranged_talk import Promised
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.story import StoryEvent, StoryWanted, Talk
from creditmate.services.calls import CallNote
from creditmate.system.passing_folder import PassingFolder
from creditmate.ui.contacts.confirm_dialog import ConfirmDialog
from creditmate.ui.contacts.log_dialog import LogDialog
from creditmate.ui.contacts.put_right import CorrectDialog, MoveDialog
from creditmate.ui.customer.story_panel import StoryPanel
from creditmate.ui.kit.menu import ActionMenu, do_from
from creditmate.ui.screens.call import CallScreen
from creditmate.ui.screens.customer import CustomerScreen
from creditmate.ui.teller import Teller
from creditmate.ui.wishes import StartCall
from tests.ui.window.conftest import TODAY, Office
from tests.ui.window.test_customer_deeds import choose, dialog, keys, opened, press, undo

CODE = "BRAC01"


def story(office: Office, code: str = CODE) -> list[StoryEvent]:
    program = office.around.program
    listing = program.ask(lambda: program.stories.listing(code, StoryWanted(), TODAY))
    return list(listing.head)


def told(office: Office) -> int:
    """How much there is of the story."""
    program = office.around.program
    return program.ask(lambda: program.stories.listing(CODE, StoryWanted(), TODAY)).of


def last_talk(office: Office, code: str = CODE) -> Talk:
    return next(event for event in story(office, code) if isinstance(event, Talk))


def called(office: Office, code: str = CODE) -> int:
    """Somebody has just rung a customer and heard this."""
    program = office.around.program
    note = CallNote("Daniel Marsh", Outcome.REFUSES, "will not pay", none_because="to be asked")
    return program.ask(lambda: program.calls.record(code, note)).id


def a_mail(folder: Path) -> Path:
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["Subject"] = "Daniel Marsh <d.marsh@x.example>", "Order number"
    mail["Date"] = "Fri, 20 Nov 2026 16:00:00 +0000"
    mail.set_content("It is 4711.")
    path = folder / "daniel.eml"
    path.write_bytes(mail.as_bytes())
    return path


def on_story(office: Office, screen: CustomerScreen, text: str) -> None:
    """Choose a deed from the menu of the newest contact in the story."""
    view = screen.area.story.view
    model = screen.area.story.model
    office.until(lambda: model.rowCount() and isinstance(model.event_at(0), Talk))
    view.setCurrentIndex(view.model().index(0, 0))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(view, event)
    menu = screen.area.story.findChildren(ActionMenu)[-1]
    assert do_from(menu, [text]) == ""


# ------------------------------------------------------------------ logged
def test_an_email_is_logged_with_its_file_and_taken_back(office: Office, tmp_path: Path) -> None:
    screen = opened(office)
    before = told(office)
    choose(screen, "Log an e-mail, letter…")
    found = dialog(office, LogDialog)
    found.notes.input.setFocus()
    keys(found, "Put it on.")  # what is typed already stays, above what they wrote
    found.take_file(a_mail(tmp_path))
    office.until(lambda: "4711" in found.notes.input.toPlainText())
    assert found.notes.input.toPlainText() == "Put it on.\n\nOrder number\n\nIt is 4711."
    assert found.with_name.input.text() == "Daniel Marsh"
    found.because.input.setFocus()
    keys(found, "the number is on it")
    press(found, Qt.Key.Key_Return)
    office.until(lambda: told(office) > before)
    talk = next(e for e in story(office) if isinstance(e, Talk) and e.files)
    assert (talk.channel, talk.direction, talk.files) == ("email", "in", ("daniel.eml",))
    assert talk.key.day.isoformat() == "2026-11-20"
    undo(office)
    office.until(lambda: told(office) == before)


def test_an_incoming_email_is_found_in_the_story_by_what_is_in_it(
    office: Office, tmp_path: Path
) -> None:
    screen = opened(office)
    before = told(office)
    choose(screen, "Log an e-mail, letter…")
    found = dialog(office, LogDialog)
    found.take_file(a_mail(tmp_path))
    office.until(lambda: "4711" in found.notes.input.toPlainText())
    found.because.input.setFocus()
    keys(found, "the number is on it")
    press(found, Qt.Key.Key_Return)
    office.until(lambda: told(office) > before)
    office.until(lambda: QApplication.activeModalWidget() is None)
    story = screen.area.story
    for typed in ("4711", "DANIEL.eml", "order 4711 marsh"):
        story.search.setFocus()
        office.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        office.type(typed)
        office.until(lambda: _asked(story) == typed)  # noqa: B023 - looked at within the turn
        shown = [story.model.event_at(place) for place in range(story.model.rowCount())]
        assert [(one.channel, one.direction) for one in shown if isinstance(one, Talk)] == [
            ("email", "in")
        ], typed


def _asked(story: StoryPanel) -> str:
    listing = story.model.listing
    return "" if listing is None else listing.wanted.text


def test_an_email_dropped_on_the_page_is_about_to_be_logged(office: Office, tmp_path: Path) -> None:
    screen = opened(office)
    screen._drop.dropped.emit(a_mail(tmp_path))
    found = dialog(office, LogDialog)
    office.until(lambda: "4711" in found.notes.input.toPlainText())
    assert found.because.input.hasFocus()
    found.reject()
    broken = tmp_path / "broken.eml"
    broken.write_bytes(b"%PDF")
    screen._drop.dropped.emit(broken)
    refused = dialog(office, LogDialog)
    office.until(refused._problem.isVisible)


def test_what_fits_the_way_is_offered_and_what_is_missing_said(office: Office) -> None:
    screen = opened(office)
    choose(screen, "Log an e-mail, letter…")
    found = dialog(office, LogDialog)
    offered = {found.outcome.input.itemText(at) for at in range(found.outcome.input.count())}
    assert "Line busy" not in offered
    assert "Sent, not answered yet" not in offered  # it is from them
    found.with_name.input.setFocus()
    found.with_name.input.clear()
    press(found, Qt.Key.Key_Return)
    office.until(found.with_name.input.accessibleDescription)
    assert found.isVisible()


# ------------------------------------------------------------------ confirmed
def test_a_draft_opens_in_the_mail_program_and_stands_in_the_story(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []

    def view(path: Path) -> bool:
        shown.append(path)
        return True

    monkeypatch.setattr("creditmate.ui.contacts.confirm_dialog.view", view)
    called(office)
    opened(office)
    office.press(Qt.Key.Key_W)
    found = dialog(office, ConfirmDialog)
    assert "Dear Daniel Marsh," in found.text.input.toPlainText()
    QTest.mouseClick(found.verb, Qt.MouseButton.LeftButton)
    office.until(lambda: shown)
    assert b"X-Unsent: 1" in shown[0].read_bytes()
    office.until(lambda: last_talk(office).files)


def test_one_key_saves_a_call_and_confirms_it(office: Office) -> None:
    office.window.fulfil(StartCall(CODE))
    office.until(lambda: isinstance(office.window.screen_shown, CallScreen))
    screen = office.window.screen_shown
    assert isinstance(screen, CallScreen)
    office.until(lambda: screen.in_hand.code == CODE)
    office.until(screen.page.isVisible)
    screen.in_hand.choose(Outcome.REFUSES)
    screen.page.form.go_to("note")
    office.type("Asks for the delivery note")
    screen.page.form.next.day.setFocus()
    office.type("+30")
    office.press(Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    found = dialog(office, ConfirmDialog)
    assert "Thank you for talking with us" in found.text.input.toPlainText()
    assert last_talk(office).notes == "Asks for the delivery note"


def test_the_words_go_to_the_clipboard_as_they_were_changed(office: Office) -> None:
    made = called(office)
    screen = opened(office)
    on_story(office, screen, "Confirm in writing…")
    found = dialog(office, ConfirmDialog)
    found.text.input.setFocus()
    keys(found, "PS ")
    QTest.mouseClick(found.copy, Qt.MouseButton.LeftButton)
    office.until(lambda: QGuiApplication.clipboard().text().startswith("PS "))
    office.until(lambda: last_talk(office).files)
    assert last_talk(office).key.id == made


def test_a_copy_that_is_ticked_is_named_in_the_words(office: Office) -> None:
    called(office, "BIRK01")
    screen = opened(office, "BIRK01")
    choose(screen, "Confirm in writing…\tW")
    found = dialog(office, ConfirmDialog)
    number, row = next(iter(found.copies.items()))
    row.setFocus()
    press(found, Qt.Key.Key_Space)
    assert f"Enclosed: {number}" in found.text.input.toPlainText()
    press(found, Qt.Key.Key_Space)
    assert "Enclosed" not in found.text.input.toPlainText()


def test_of_what_there_is_no_copy_is_said_and_not_in_the_words(office: Office) -> None:
    called(office)
    opened(office)
    program = office.around.program
    told = replace(program.ask(lambda: program.confirmations.gather(CODE)), missing=("7001",))
    found = ConfirmDialog(office.around, office.window, told, Teller(), PassingFolder())
    assert found.missing.isVisible()
    assert "There is no copy of 7001 here" in found.missing.text()
    assert "7001" not in found.text.input.toPlainText()
    found.reject()


# ------------------------------------------------------------------ put right, moved
def test_a_contact_is_put_right_beside_it_and_that_is_taken_back(office: Office) -> None:
    made = called(office)
    screen = opened(office)
    on_story(office, screen, "Put it right…")
    found = dialog(office, CorrectDialog)
    found.notes.input.selectAll()
    keys(found, "will pay when it is signed")
    QTest.mouseClick(found.verb, Qt.MouseButton.LeftButton)
    office.until(lambda: last_talk(office).corrects)
    assert last_talk(office).notes == "will pay when it is signed"
    undo(office)
    office.until(lambda: last_talk(office).key.id == made)


def test_who_does_not_pay_after_all_has_promised_nothing(office: Office) -> None:
    program = office.around.program
    by = TODAY + timedelta(days=4)
    sum_ = Money(50_000, "GBP")
    paying = CallNote("Ann", Outcome.WILL_PAY, "x", by, promised=sum_, promised_by=by)
    program.ask(lambda: program.calls.record(CODE, paying))
    screen = opened(office)
    on_story(office, screen, "Put it right…")
    found = dialog(office, CorrectDialog)
    found.outcome.input.setFocus()
    QTest.keyClicks(found.outcome.input, Outcome.REFUSES.key.lower())
    assert found.nothing.isChecked()
    assert not found.amount.isEnabled()
    assert not found.by.isEnabled()
    QTest.keyClicks(found.outcome.input, Outcome.WAITING_APPROVAL.key.lower())
    assert not found.nothing.isChecked()
    assert found.amount.isEnabled()
    QTest.keyClicks(found.outcome.input, Outcome.REFUSES.key.lower())
    QTest.mouseClick(found.verb, Qt.MouseButton.LeftButton)
    office.until(lambda: last_talk(office).corrects)
    made = last_talk(office).key.id
    assert program.ask(lambda: program.corrections.promised_in(made)) == []


def test_a_promise_kept_beside_a_refusal_is_told_by_hand(office: Office) -> None:
    program = office.around.program
    by = TODAY + timedelta(days=4)
    sum_ = Money(50_000, "GBP")
    paying = CallNote("Ann", Outcome.WILL_PAY, "x", by, promised=sum_, promised_by=by)
    program.ask(lambda: program.calls.record(CODE, paying))
    screen = opened(office)
    on_story(office, screen, "Put it right…")
    found = dialog(office, CorrectDialog)
    found.outcome.input.setFocus()
    QTest.keyClicks(found.outcome.input, Outcome.REFUSES.key.lower())
    found.nothing.setFocus()
    QTest.keyClick(found.nothing, Qt.Key.Key_Space)
    assert found.amount.isEnabled()
    QTest.mouseClick(found.verb, Qt.MouseButton.LeftButton)
    office.until(lambda: last_talk(office).corrects)
    made = last_talk(office).key.id
    stands = program.ask(lambda: program.corrections.promised_in(made))
    assert stands == [Promised(sum_, by)]


def test_the_letters_of_the_call_choose_the_outcome_here_too(office: Office) -> None:
    called(office)
    screen = opened(office)
    on_story(office, screen, "Put it right…")
    found = dialog(office, CorrectDialog)
    choice = found.outcome.input
    choice.setFocus()
    for outcome in (Outcome.REFUSES, Outcome.DISPUTE, Outcome.PAYMENT_SENT):
        QTest.keyClicks(choice, outcome.key.lower())
        assert choice.currentData() == outcome.value
        assert choice.currentText().startswith(outcome.key)
    found.reject()


def test_nothing_changed_is_nothing_put_right(office: Office) -> None:
    called(office)
    screen = opened(office)
    on_story(office, screen, "Put it right…")
    found = dialog(office, CorrectDialog)
    QTest.mouseClick(found.verb, Qt.MouseButton.LeftButton)
    office.qtbot.wait(50)
    assert found.isVisible()


def test_a_contact_is_moved_to_whom_it_was_with(office: Office) -> None:
    called(office)
    screen = opened(office)
    on_story(office, screen, "Move to another customer…")
    found = dialog(office, MoveDialog)
    press(found, Qt.Key.Key_Return)
    assert "Choose" in found.to.input.accessibleDescription()
    keys(found, "birkett")
    office.until(lambda: found.to.input.is_offering)
    press(found, Qt.Key.Key_Return)
    assert found.to.input.code == "BIRK01"
    found.because.input.setFocus()
    keys(found, "Two Daniels")
    press(found, Qt.Key.Key_Return)
    office.until(lambda: screen.code == "BIRK01")
    assert last_talk(office, "BIRK01").moved_from == CODE
