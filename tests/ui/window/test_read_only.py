"""A ledger that may only be read is shown and says so; one key brings it onto this computer."""

from pathlib import Path

from PySide6.QtCore import Qt

from creditmate.system.computer import data_folder
from creditmate.ui.safety.notices import ONLY_READ
from creditmate.ui.safety.told_dialog import ToldDialog
from tests.own_disk import own_disk
from tests.ui.window.conftest import Office
from tests.ui.window.test_rescue import dialog, press


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
