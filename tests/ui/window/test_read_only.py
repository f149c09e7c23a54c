"""A ledger that may only be read is shown and says so; one key brings it onto this computer."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from creditmate.system.computer import data_folder
from creditmate.ui.safety.damage_dialog import DamageDialog
from creditmate.ui.safety.notices import ONLY_READ
from creditmate.ui.safety.told_dialog import ToldDialog
from creditmate.ui.security.sheet_keeper import SHEET
from tests.own_disk import own_disk
from tests.services.protecting import PASSWORD
from tests.ui.window.conftest import Office
from tests.ui.window.protecting import asks, copied
from tests.ui.window.test_backups import back_up
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
