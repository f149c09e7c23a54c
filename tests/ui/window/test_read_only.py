"""A ledger that may only be read is shown and says so; one key brings it onto this computer."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from creditmate.services.found_backups import backups_of
from creditmate.system.computer import data_folder
from creditmate.system.moved_ledgers import remember_move
from creditmate.ui.safety.damage_dialog import DamageDialog
from creditmate.ui.safety.notices import ONLY_READ
from creditmate.ui.safety.told_dialog import ToldDialog
from creditmate.ui.screens.invoice_form import InvoiceFormScreen
from creditmate.ui.security.sheet_keeper import SHEET
from creditmate.ui.wishes import EditCustomer, KeepSafe, SafeDeed, WriteInvoice
from tests.own_disk import OwnDisk, own_disk
from tests.services.protecting import PASSWORD
from tests.ui.window.conftest import Office
from tests.ui.window.protecting import asks, copied
from tests.ui.window.test_backups import back_up, uid_of
from tests.ui.window.test_call import CallOffice
from tests.ui.window.test_leaving_a_ledger import question
from tests.ui.window.test_rescue import damage, dialog, is_whole, press, went_on


def test_it_is_shown_and_can_be_copied_to_where_one_can_work(
    empty_office: Office, sample: Path
) -> None:
    office = empty_office
    with own_disk() as disk:
        path = disk.path / "Old.creditmate"
        path.write_bytes(sample.read_bytes())
        disk.only_read()
        office.open(path)
        assert office.names()
        office.until(lambda: office.window.banners.line(ONLY_READ) is not None)
        line = office.window.banners.line(ONLY_READ)
        assert line is not None
        assert line.verb is not None
        line.verb.click()
        told = dialog(office, ToldDialog)
        assert office.window.door.path == data_folder() / "Old.creditmate"
        office.until(told.isActiveWindow)
        press(told, Qt.Key.Key_Escape)
        office.until(lambda: office.window.banners.line(ONLY_READ) is None)
        assert [file.name for file in path.parent.iterdir()] == [path.name]
        office.open(path)  # the old file once more, as when the copy is not thought of
        office.until(lambda: office.window.banners.line(ONLY_READ) is not None)
        line = office.window.banners.line(ONLY_READ)
        assert line is not None
        assert line.verb is not None
        assert line.verb.text() == "Open the copy"
        line.verb.click()
        office.until(lambda: office.window.door.path == data_folder() / "Old.creditmate")
        office.until(lambda: office.window.banners.line(ONLY_READ) is None)


def test_nothing_is_made_of_it_unasked(
    empty_office: Office, protected_sample: Path, tmp_path: Path
) -> None:
    office = empty_office
    with own_disk() as disk:
        path = copied(protected_sample, disk.path)
        disk.only_read()
        asks(office, path)
        office.type(PASSWORD)
        office.press(Qt.Key.Key_Return)
        office.until(lambda: office.window.door.path == path)
        office.until(lambda: office.window.banners.line(SHEET) is not None)
        office.until(lambda: office.window.keeper.backer.standing is not None)
        assert office.window.keeper.backer.standing.has_news  # type: ignore[union-attr]
        assert not office.window.keeper.knows_of_news()
        assert QApplication.activeModalWidget() is None, "the sheet could not be taken down"
        office.window.close_ledger()
        office.until(lambda: office.window.opening.is_welcome)
        assert not list(tmp_path.rglob("*.creditmate-backup"))


def test_a_damaged_one_where_nothing_can_be_written_leads_to_a_whole_one_here(
    empty_office: Office, sample: Path
) -> None:
    """As when the system lets a failing disk be read only: nothing can take the file's place."""
    office = empty_office
    with own_disk() as disk:
        path = disk.path / "Books.creditmate"
        path.write_bytes(sample.read_bytes())
        office.open(path)
        back_up(office)
        office.window.close_ledger()
        office.until(lambda: office.window.opening.is_welcome)
        left = damage(path)
        disk.only_read()
        office.come_to_the_front()
        office.window.open_ledger(path)
        over = dialog(office, DamageDialog)
        office.until(lambda: over.facts)
        office.until(over.verb.hasFocus)
        press(over, Qt.Key.Key_Return)
        went_on(office)
        assert office.window.door.path == data_folder() / "Books.creditmate"
        assert is_whole(office)
        assert office.window.banners.line(ONLY_READ) is None
        assert path.read_bytes() == left


NOTES = "The joiner signs on Thursdays; ring after ten"


def only_read_copy(office: Office, sample: Path, disk: OwnDisk) -> Path:
    """Open the sample where it may only be read, and wait for the line that says so."""
    path = disk.path / "Old.creditmate"
    path.write_bytes(sample.read_bytes())
    disk.only_read()
    office.open(path)
    office.until(lambda: office.window.banners.line(ONLY_READ) is not None)
    return path


def copy_it(office: Office) -> None:
    line = office.window.banners.line(ONLY_READ)
    assert line is not None
    assert line.verb is not None
    line.verb.setFocus()
    press(line.verb, Qt.Key.Key_Space)


def test_a_half_typed_call_goes_along_into_the_copy(empty_office: Office, sample: Path) -> None:
    office = empty_office
    with own_disk() as disk:
        path = only_read_copy(office, sample, disk)
        call = CallOffice(office)
        call.open("BRAC01")
        call.form.notes.input.setFocus()
        call.keys.type(NOTES)
        office.until(lambda: bool(office.window.screens.unsaved()))
        copy_it(office)
        told = dialog(office, ToldDialog)
        assert office.window.door.path == data_folder() / "Old.creditmate"
        assert "What you were typing" in told_titles(told)
        office.until(told.isActiveWindow)
        press(told, Qt.Key.Key_Escape)
        office.until(lambda: CallOffice(office).screen.in_hand.code == "BRAC01")
        call = CallOffice(office)
        call.code = "BRAC01"
        office.until(lambda: call.form.typed.notes == NOTES)
        assert call.kept().notes == NOTES
        assert [file.name for file in path.parent.iterdir()] == [path.name]


def told_in_passing(office: Office) -> str:
    telling = office.window.telling
    return telling.toast.message if "toast" in vars(telling) else ""


def told_titles(told: ToldDialog) -> list[str]:
    return list(told.facts)


def test_an_invoice_that_is_being_written_goes_among_the_drafts_of_the_copy(
    empty_office: Office, sample: Path
) -> None:
    office = empty_office
    with own_disk() as disk:
        only_read_copy(office, sample, disk)
        office.window.fulfil(WriteInvoice(code="BRAC01"))
        screen = office.window.screen_shown
        assert isinstance(screen, InvoiceFormScreen)
        office.until(lambda: screen.in_hand.is_open)
        office.until(lambda: screen.page.lines.hasFocus() or bool(office.window.focusWidget()))
        office.type("Oak boards, planed")
        office.until(lambda: bool(office.window.screens.unsaved()))
        office.press(Qt.Key.Key_Escape)
        assert screen.in_hand.is_open, "what could not be kept is not let go of by Escape"
        copy_it(office)
        told = dialog(office, ToldDialog)
        office.until(told.isActiveWindow)
        press(told, Qt.Key.Key_Escape)
        drafts = office.around.program.ask(office.around.program.invoice_drafts.list)
        assert [draft.code for draft in drafts].count("BRAC01") == 1


def test_what_is_typed_stays_where_the_copy_is_not_made(
    empty_office: Office, sample: Path, tmp_path: Path
) -> None:
    office = empty_office
    with own_disk() as disk:
        path = only_read_copy(office, sample, disk)
        call = CallOffice(office)
        call.open("BRAC01")
        call.form.notes.input.setFocus()
        call.keys.type(NOTES)
        office.until(lambda: bool(office.window.screens.unsaved()))
        other = tmp_path / "Elsewhere.creditmate"
        other.write_bytes(sample.read_bytes())
        remember_move(path, other)  # by another window, or a command, just now
        copy_it(office)
        office.until(lambda: str(other) in told_in_passing(office))
        assert office.window.door.path == path
        assert call.form.typed.notes == NOTES
        assert office.window.screens.unsaved()
        assert office.around.program.ask(lambda: office.around.program.ledgers.path) == path


def test_what_has_no_draft_is_asked_about_and_the_words_say_why(
    empty_office: Office, sample: Path
) -> None:
    office = empty_office
    with own_disk() as disk:
        path = only_read_copy(office, sample, disk)
        office.window.fulfil(EditCustomer())
        office.type("Harrow Lane Joinery")
        office.until(lambda: bool(office.window.screens.unsaved()))
        copy_it(office)
        asked = question(office)
        assert "Harrow Lane Joinery" in asked.said[1]
        assert "no draft" in asked.said[1]
        office.until(asked.isActiveWindow)
        press(asked, Qt.Key.Key_Escape)
        office.until(lambda: QApplication.activeModalWidget() is None)
        assert office.window.door.path == path
        assert office.window.screens.unsaved()


def test_an_older_file_backed_up_by_hand_says_that_it_is_not_the_newest(
    empty_office: Office, sample: Path, tmp_path: Path
) -> None:
    office = empty_office
    path = tmp_path / "Books.creditmate"
    path.write_bytes(sample.read_bytes())
    with own_disk() as disk:
        old = disk.path / path.name
        old.write_bytes(sample.read_bytes())
        disk.only_read()
        office.open(path)
        program = office.around.program
        program.ask(lambda: program.upkeep.post_cash(program.clock.today))
        back_up(office)
        newest = backups_of(uid_of(office))[0]
        office.come_to_the_front()
        office.window.open_ledger(old)
        office.until(lambda: office.window.door.path == old)
        office.until(lambda: office.window.keeper.backer.standing is not None)
        office.window.safe.fulfil(KeepSafe(SafeDeed.BACK_UP))
        office.until(lambda: "the newest stays the newest" in told_in_passing(office))
        assert backups_of(uid_of(office))[0].path == newest.path
        assert len(backups_of(uid_of(office))) == 2
