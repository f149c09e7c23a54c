"""The way back to a whole ledger, by key: restored, mended, moved; nothing is ever overwritten."""

import random
import sqlite3
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from creditmate.bootstrap import build
from creditmate.db.connection import execute
from creditmate.db.manifest import manifest
from creditmate.db.proof.everything import prove_all
from creditmate.domain.data_key import recovery_code
from creditmate.domain.errors import Problem, UserError
from creditmate.services import unlocking
from creditmate.system.computer import data_folder
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.safety.backup_key_dialog import BackupKeyDialog
from creditmate.ui.safety.damage_dialog import DamageDialog
from creditmate.ui.safety.place_dialog import PlaceDialog
from creditmate.ui.safety.restore_dialog import RestoreDialog
from creditmate.ui.safety.told_dialog import ToldDialog
from creditmate.ui.wishes import KeepSafe, SafeDeed
from tests.ui.window.conftest import TODAY, Office
from tests.ui.window.test_backups import ENTER, ESCAPE, asked, back_up, page_of, post

PASSWORD = "four calm herons wade"
LOCK = unlocking.new_lock(PASSWORD)
Dialog = TypeVar("Dialog", bound=EditDialog)


def dialog(office: Office, kind: type[Dialog]) -> Dialog:
    """The dialog that is open, of a kind."""
    office.until(lambda: isinstance(QApplication.activeModalWidget(), kind))
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found


def press(inside: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(inside.focusWidget() or inside, key)


def chosen(office: Office, path: Path) -> None:
    """What the system's dialog tells when somebody has chosen a file in it."""
    office.until(
        lambda: any(
            isinstance(w, QFileDialog) and w.isVisible() for w in QApplication.topLevelWidgets()
        )
    )
    (over,) = [
        w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog) and w.isVisible()
    ]
    over.fileSelected.emit(str(path))
    over.close()


def held(office: Office) -> dict[str, Any]:
    return asked(office, lambda: manifest(execute))


def went_on(office: Office) -> dict[str, str]:
    """Read what is told after it, go on, and return it."""
    over = dialog(office, ToldDialog)
    facts = dict(over.facts)
    press(over, ENTER)
    office.until(lambda: QApplication.activeModalWidget() is None)
    return facts


def is_whole(office: Office) -> bool:
    return asked(office, prove_all) == []


# ----------------------------------------------------------------- restoring
def test_from_the_page_back_to_a_backup_with_what_is_different_said_before(
    office: Office, ledger: Path
) -> None:
    made = back_up(office)
    then = held(office)
    post(office)
    page = page_of(office)
    office.until(lambda: page.list.list.items)
    page.list.begin()
    page.list.list.go_to(lambda _row: True)
    office.press(ENTER)
    over = dialog(office, RestoreDialog)
    office.until(lambda: "Actions on record" in _texts(over))
    said = " ".join(_texts(over))
    assert "2 now, 1 in the backup" in said
    assert f"kept whole, in a folder of its own in {ledger.parent}" in said
    over.verb.setFocus()
    press(over, ENTER)
    facts = went_on(office)
    assert office.window.door.path == ledger
    now = held(office)
    assert {name: now[name] for name in ("open", "amount", "items", "papers")} == {
        name: then[name] for name in ("open", "amount", "items", "papers")
    }
    assert asked(office, _deeds) == ["sample", "restore-ledger"]
    assert "61 customers" in facts["Compared, equal"]
    said = facts["Kept aside"].removeprefix("The file from before is as it was, in ")
    aside = Path(said.rstrip("."))
    with sqlite3.connect(aside / ledger.name) as kept:
        assert kept.execute("SELECT use_case FROM action ORDER BY id").fetchall() == [
            ("sample",),
            ("post-cash",),
        ]
    assert is_whole(office)
    assert made.path.exists()
    office.until(office.window.status.backed_up.isVisible)


def test_beside_the_ledger_as_one_of_its_own_which_stays_as_it_is(
    office: Office, ledger: Path
) -> None:
    made = back_up(office)
    post(office)
    before = held(office)
    office.window.fulfil(KeepSafe(SafeDeed.RESTORE, made.path))
    over = dialog(office, RestoreDialog)
    office.until(over.in_place.hasFocus)
    press(over, Qt.Key.Key_Down)
    assert over.apart.isChecked()
    press(over, ENTER)
    facts = went_on(office)
    assert "Kept aside" not in facts
    assert office.window.door.path == data_folder() / "Sample.creditmate"
    assert asked(office, _deeds) == ["sample"]
    office.window.open_ledger(ledger)
    office.until(lambda: office.window.door.path == ledger)
    assert held(office) == before


def test_escape_leaves_all_as_it_is(office: Office, ledger: Path) -> None:
    made = back_up(office)
    before = held(office)
    office.window.fulfil(KeepSafe(SafeDeed.RESTORE, made.path))
    press(dialog(office, RestoreDialog), ESCAPE)
    office.until(lambda: QApplication.activeModalWidget() is None)
    assert held(office) == before
    assert office.window.door.path == ledger


def test_a_file_that_is_none_is_refused_in_words(office: Office, tmp_path: Path) -> None:
    wrong = tmp_path / "letter.creditmate-backup"
    wrong.write_text("Dear Sir or Madam")
    office.window.fulfil(KeepSafe(SafeDeed.RESTORE))
    chosen(office, wrong)
    toast = office.window.telling
    office.until(lambda: "Your ledger is untouched" in toast.toast._text.text())


def _deeds() -> list[str]:
    return [row[0] for row in execute("SELECT use_case FROM action ORDER BY id").fetchall()]


def _texts(inside: QWidget) -> list[str]:
    return [
        str(getattr(each, "text", str)())
        for each in inside.findChildren(QWidget)
        if hasattr(each, "text") and each.isVisible()
    ]


# ----------------------------------------------------------------- another computer, protected
@pytest.fixture(scope="session")
def carried(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of a protected ledger, carried here on a stick from a computer that is gone."""
    folder = tmp_path_factory.mktemp("gone")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CREDITMATE_HOME", str(folder / "home"))
        program = build(TODAY)
        place = folder / "Books.creditmate"
        program.ask(lambda: program.ledgers.create_sample(place, LOCK))
        made = program.ask(lambda: program.backups.back_up("day"))
        program.stop()
    return Path(made.path)


@pytest.fixture
def newcomer(request: pytest.FixtureRequest) -> Office:
    """Somebody at a window; what was there before them is made first, by another program."""
    for before in ("carried", "in_the_drive", "books"):
        if before in request.fixturenames:
            request.getfixturevalue(before)
    empty_office: Office = request.getfixturevalue("empty_office")
    empty_office.window.open_ledger(None)
    empty_office.come_to_the_front()
    return empty_office


def test_on_a_new_computer_from_welcome_with_the_password(newcomer: Office, carried: Path) -> None:
    backup = newcomer.window.opening.welcome.beginnings.backup
    backup.setFocus()
    newcomer.press(ENTER)
    chosen(newcomer, carried)
    over = dialog(newcomer, BackupKeyDialog)
    assert over.known is not None
    typed = over.known.input
    QTest.keyClicks(typed, "four calm herons fly")
    press(over, ENTER)
    newcomer.until(lambda: "not the password" in typed.accessibleDescription())
    newcomer.until(typed.selectedText)
    QTest.keyClicks(typed, PASSWORD)
    press(over, ENTER)
    where = dialog(newcomer, RestoreDialog)
    assert not where.in_place.isVisible(), "nothing of it is known here, so there is no choice"
    press(where, ENTER)
    facts = went_on(newcomer)
    assert "61 customers" in facts["Compared, equal"]
    assert newcomer.window.door.path == data_folder() / "Books.creditmate"
    assert asked(newcomer, _deeds) == ["sample"]
    assert is_whole(newcomer)


def test_the_recovery_sheet_opens_it_too(newcomer: Office, carried: Path) -> None:
    newcomer.window.shell.commands  # noqa: B018 - as the menu makes them
    newcomer.window.rescue.restore(carried)
    over = dialog(newcomer, BackupKeyDialog)
    over.turn.setFocus()
    press(over, ENTER)
    QTest.keyClicks(over.sheet.input, " ".join(recovery_code(LOCK.key)))
    press(over, ENTER)
    press(dialog(newcomer, RestoreDialog), ENTER)
    went_on(newcomer)
    assert is_whole(newcomer)


# ----------------------------------------------------------------- damage
@pytest.fixture(params=[None, LOCK], ids=["unprotected", "protected"])
def lock(request: pytest.FixtureRequest) -> unlocking.Lock | None:
    found: unlocking.Lock | None = request.param
    return found


@pytest.fixture
def books(tmp_path: Path, lock: unlocking.Lock | None) -> Path:
    """A ledger that was backed up, worked in once more, and closed."""
    path = tmp_path / "Books.creditmate"
    made = build(TODAY)
    made.ask(lambda: made.ledgers.create_sample(path, lock))
    made.ask(lambda: made.backups.back_up("day"))
    made.ask(lambda: made.upkeep.post_cash(TODAY))
    made.stop()
    return path


def damage(path: Path) -> bytes:
    """Let many of its pages be lost, and return what is left."""
    chance, content = random.Random(3), bytearray(path.read_bytes())
    pages = len(content) // 4096
    for at in [*chance.sample(range(2, pages), pages // 3), *range(1, 8)]:
        content[at * 4096 : at * 4096 + 4096] = bytes(4096)
    path.write_bytes(content)
    return bytes(content)


def unlock(office: Office, inside: BackupKeyDialog) -> None:
    assert inside.known is not None
    QTest.keyClicks(inside.known.input, PASSWORD)
    press(inside, ENTER)


def test_from_a_damaged_ledger_to_a_whole_one(
    newcomer: Office, books: Path, lock: unlocking.Lock | None
) -> None:
    content = damage(books)
    newcomer.window.door.open(books, None, lock.key if lock else None)
    over = dialog(newcomer, DamageDialog)
    newcomer.until(lambda: over.facts)
    title, calm = over.windowTitle(), over.accessibleDescription()
    assert title == "The file of “Books” is damaged"
    assert calm.startswith("What is in a backup is not lost.")
    assert "untouched" in over.facts["The file"]
    assert "61 customers" in over.facts["Newest backup"]
    assert "1 thing was entered after it." in over.facts["Not in it"]
    assert books.read_bytes() == content
    newcomer.until(over.verb.hasFocus)
    press(over, ENTER)
    if lock is not None:
        unlock(newcomer, dialog(newcomer, BackupKeyDialog))
    facts = went_on(newcomer)
    assert newcomer.window.door.path == books
    assert is_whole(newcomer)
    assert asked(newcomer, _deeds) == ["sample", "restore-ledger"]
    assert facts["To enter again"], "named, or said that it cannot be read any more"
    said = facts["Kept aside"].removeprefix("The file from before is as it was, in ")
    aside = Path(said.rstrip("."))
    assert (aside / books.name).read_bytes() == content


@pytest.mark.parametrize("lock", [None], indirect=True)
def test_what_is_missing_is_named_where_the_file_still_tells(newcomer: Office, books: Path) -> None:
    _cut_chain(books)
    newcomer.window.open_ledger(books)
    over = dialog(newcomer, DamageDialog)
    newcomer.until(lambda: over.facts)
    assert over.facts["Not in it"].startswith("To be entered again: cash posted")
    press(over, ESCAPE)
    assert newcomer.window.opening.is_welcome


@pytest.mark.parametrize("lock", [None], indirect=True)
def test_after_a_migration_that_failed_the_way_back_is_offered_in_the_same_dialog(
    newcomer: Office, books: Path
) -> None:
    """That it is told of, with nothing changed, is tested where steps can be made to fail."""
    error = UserError(Problem.MIGRATION_FAILED, path=books, why="changes a total")
    newcomer.window.door.shut.emit(error)
    over = dialog(newcomer, DamageDialog)
    newcomer.until(lambda: over.facts)
    assert over.windowTitle() == "“Books” was not brought to the new version"
    assert over.accessibleDescription().startswith("Nothing is lost: the ledger is as it was")
    newcomer.until(over.verb.hasFocus)
    press(over, ENTER)
    went_on(newcomer)
    assert is_whole(newcomer)


def _cut_chain(path: Path) -> None:
    """Change the hash of the last action, as no crash and no program of ours would."""
    last = "(SELECT max(id) FROM action)"
    _tamper(path, f"UPDATE action SET hash = 'ffff' || substr(hash, 5) WHERE id = {last}")


def _tamper(path: Path, statement: str) -> None:
    """Change something past every trigger, and leave those as they were."""
    with sqlite3.connect(path) as cut:
        names = cut.execute("SELECT name FROM sqlite_schema WHERE type='trigger'").fetchall()
        kept = cut.execute("SELECT sql FROM sqlite_schema WHERE type='trigger'").fetchall()
        for (name,) in names:
            cut.execute(f"DROP TRIGGER {name}")
        cut.execute(statement)
        for (sql,) in kept:
            cut.execute(sql)


@pytest.mark.parametrize("lock", [None], indirect=True)
def test_where_there_is_no_backup_what_can_be_done_is_said_and_a_copy_is_made(
    newcomer: Office, books: Path, tmp_path: Path
) -> None:
    for backup in data_folder().rglob("*.creditmate-backup"):
        backup.rename(tmp_path / backup.name)
    content = damage(books)
    newcomer.window.open_ledger(books)
    over = dialog(newcomer, DamageDialog)
    newcomer.until(lambda: over.facts)
    assert "None that is whole was found" in over.facts["Backups"]
    assert "choose it" in over.facts["What to do"]
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    over.copy.click()
    chosen(newcomer, elsewhere)
    newcomer.until((elsewhere / books.name).exists)
    newcomer.until(over.verb.isEnabled)
    assert (elsewhere / books.name).read_bytes() == content
    press(over, ENTER)  # a backup that lies elsewhere after all
    chosen(newcomer, next(tmp_path.glob("*.creditmate-backup")))
    went_on(newcomer)
    assert is_whole(newcomer)


@pytest.mark.parametrize("lock", [None], indirect=True)
def test_a_ledger_that_became_an_empty_file_is_damaged_and_any_other_empty_file_is_not(
    newcomer: Office, books: Path, tmp_path: Path
) -> None:
    books.write_bytes(b"")
    newcomer.window.open_ledger(books)
    over = dialog(newcomer, DamageDialog)
    assert over.windowTitle() == "“Books” cannot be opened: its file is empty"
    newcomer.until(lambda: over.facts)
    press(over, ESCAPE)
    stray = tmp_path / "stray.creditmate"
    stray.write_bytes(b"")
    newcomer.window.open_ledger(stray)
    newcomer.until(lambda: str(stray) in newcomer.window.opening.said)
    assert QApplication.activeModalWidget() is None


@pytest.mark.parametrize("lock", [None], indirect=True)
def test_a_damaged_one_offers_the_same_over_another_ledger(books: Path, office: Office) -> None:
    damage(books)
    office.window.open_ledger(books)
    over = dialog(office, DamageDialog)
    newest = over
    office.until(lambda: newest.facts)
    press(over, ESCAPE)
    assert office.window.door.path is not None
    assert office.names()


# ----------------------------------------------------------------- a place that is none
@pytest.fixture
def in_the_drive(books: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "ellen"
    drive = home / "Dropbox"
    drive.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    for file in sorted(books.parent.glob("Books.creditmate*")):
        if file.is_file():
            file.rename(drive / file.name)
    return drive / books.name


@pytest.mark.parametrize("lock", [None], indirect=True)
def test_one_click_moves_it_here_and_opens_it(newcomer: Office, in_the_drive: Path) -> None:
    before = in_the_drive.read_bytes()
    newcomer.window.open_ledger(in_the_drive)
    over = dialog(newcomer, PlaceDialog)
    assert "Dropbox" in over.accessibleDescription()
    newcomer.until(over.verb.hasFocus)
    press(over, ENTER)
    facts = went_on(newcomer)
    assert newcomer.window.door.path == data_folder() / "Books.creditmate"
    assert facts["It is now"] == str(data_folder() / "Books.creditmate")
    assert str(in_the_drive) in facts["The old file"]
    assert in_the_drive.read_bytes() == before
    newcomer.window.open_ledger(in_the_drive)  # the old one leads to the new one
    again = dialog(newcomer, PlaceDialog)
    assert again.verb.text() == "Open the moved one"
    press(again, ESCAPE)
    assert newcomer.window.door.path == data_folder() / "Books.creditmate"
