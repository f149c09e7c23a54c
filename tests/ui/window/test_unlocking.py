"""A protected ledger is asked for its password, and whatever goes wrong is said calmly."""

import gzip
import shutil
import unicodedata
from pathlib import Path
from typing import Literal

import keyring
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from creditmate.db.connection import current_key
from creditmate.domain.data_key import recovery_code
from creditmate.services.ledgers import NewBusiness
from creditmate.services.remembering import remember
from creditmate.services.self_test import SPECIMENS
from creditmate.services.unlocking import Lock, unlock
from creditmate.system.computer import data_folder
from creditmate.system.key_file import new_key, new_key_file
from creditmate.system.key_places import copy_path, key_path
from creditmate.ui.door_work import opened as open_for_door
from creditmate.ui.security.password_dialogs import PasswordDialog
from creditmate.ui.security.password_input import PasswordInput
from tests.services.protecting import BUSINESS, KEY, LOCK, PASSWORD
from tests.system.test_key_cache import Locked, Memory
from tests.ui.window.conftest import Office
from tests.ui.window.protecting import (
    SHEET,
    asks,
    card,
    copied,
    dialog,
    is_asked,
    is_open,
    leave,
    no_dialog,
    said,
    sheet_dialog,
)

ENTER, ESCAPE, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab
ACCENTED = "vier Wörter für Zoë"


@pytest.fixture
def books(empty_office: Office, tmp_path: Path) -> Path:
    """A small protected ledger, shut."""
    return make(empty_office, tmp_path / "Books.creditmate", LOCK)


def make(office: Office, path: Path, lock: Lock, business: NewBusiness = BUSINESS) -> Path:
    program = office.around.program

    def work() -> None:
        program.ledgers.create(path, business, lock)
        program.ledgers.close()

    program.ask(work)
    return path


def opened(office: Office, path: Path) -> None:
    """The ledger opens, with its own key."""
    office.until(lambda: is_open(office, path))
    assert office.around.program.ask(current_key) is not None
    assert not office.window.guard.cover.is_over


# ------------------------------------------------------------------ the password
def test_the_password_opens_the_ledger(empty_office: Office, books: Path) -> None:
    shown = asks(empty_office, books)
    assert shown.password.input.echoMode() is QLineEdit.EchoMode.Password
    assert not empty_office.window.sidebar.isVisible()
    empty_office.type(PASSWORD)
    empty_office.press(ENTER)
    opened(empty_office, books)
    assert shown.password.input.text() == ""


def test_twenty_wrong_passwords_are_each_refused_as_that(empty_office: Office, books: Path) -> None:
    shown = asks(empty_office, books)
    wrong = [
        PASSWORD.upper(), PASSWORD.title(), PASSWORD[:-1], PASSWORD + "e", PASSWORD[1:],
        PASSWORD.replace(" ", ""), PASSWORD.replace(" ", "  "), PASSWORD[::-1], "12345678",
        "password", "пароль пароль", *(f"guess number {n}" for n in range(9)),
    ]  # fmt: skip
    assert len(set(wrong)) == 20
    for text in wrong:
        if text.isascii():
            empty_office.type(text)
        else:
            shown.password.input.setText(text)
        assert shown.password.input.text() == text
        empty_office.press(ENTER)
        empty_office.until(shown.password.input.hasSelectedText)  # to be typed over
        assert said(empty_office).startswith("That is not the password of this ledger. Nothing is")
        assert is_asked(empty_office)
    empty_office.type(f" {PASSWORD} ")
    assert said(empty_office) == ""
    empty_office.press(ENTER)
    opened(empty_office, books)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_an_accent_may_be_typed_either_way(
    empty_office: Office, tmp_path: Path, form: Literal["NFC", "NFD"]
) -> None:
    key = new_key()
    chosen = unicodedata.normalize("NFC" if form == "NFD" else "NFD", ACCENTED)
    path = make(empty_office, tmp_path / "a.creditmate", Lock(key, new_key_file(key, chosen)))
    shown = asks(empty_office, path)
    shown.password.input.setText(unicodedata.normalize(form, ACCENTED))
    empty_office.press(ENTER)
    opened(empty_office, path)


def test_nothing_typed_is_not_tried(empty_office: Office, books: Path) -> None:
    asks(empty_office, books)
    empty_office.press(ENTER)
    assert said(empty_office) == "Type the password."
    assert is_asked(empty_office)


def test_the_eye_shows_what_is_typed(empty_office: Office, books: Path) -> None:
    shown = asks(empty_office, books)
    field = shown.password.input
    empty_office.type("abc")
    empty_office.press(TAB)
    assert empty_office.window.focusWidget() is field.eye
    empty_office.press(ENTER)
    assert field.echoMode() is QLineEdit.EchoMode.Normal
    assert field.eye.accessibleName() == "Hide what is typed"
    empty_office.press(ENTER)
    assert field.echoMode() is QLineEdit.EchoMode.Password


def test_read_from_the_right_nothing_typed_stands_under_the_eye(
    empty_office: Office, qtbot: QtBot
) -> None:
    field = PasswordInput(empty_office.around)
    qtbot.addWidget(field)
    field.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    field.resize(200, field.sizeHint().height())
    field.show()
    QTest.keyClicks(field, "abc")
    eye = field.eye.geometry()
    assert field.cursorPositionAt(QPoint(eye.right(), eye.center().y())) == 0


def test_escape_leads_to_welcome(empty_office: Office, books: Path) -> None:
    asks(empty_office, books)
    empty_office.type("half a passw")
    empty_office.press(ESCAPE)
    empty_office.until(lambda: empty_office.window.opening.is_welcome)
    assert empty_office.window.door.path is None
    assert not empty_office.window.guard.cover.is_over
    assert "“Books” stays shut" in empty_office.window.opening.said
    empty_office.press(ENTER)  # it was left by mistake: the next key asks again
    empty_office.until(lambda: is_asked(empty_office))
    assert card(empty_office).password.input.text() == ""


def test_another_ledger_may_be_opened_instead(
    empty_office: Office, books: Path, ledger: Path
) -> None:
    asks(empty_office, books)
    empty_office.window.open_ledger(ledger)
    empty_office.until(lambda: is_open(empty_office, ledger))
    assert not empty_office.window.guard.cover.is_over


# ------------------------------------------------------------------ beside an open ledger
def test_the_open_ledger_stays_while_the_next_one_is_asked_for(
    office: Office, ledger: Path, protected_sample: Path, tmp_path: Path
) -> None:
    path = copied(protected_sample, tmp_path)
    screen = office.customers
    asks(office, path)
    office.press(ESCAPE)
    assert office.window.door.path == ledger
    assert office.customers is screen
    assert office.window.focusWidget() is screen.table
    asks(office, path)
    office.type(PASSWORD)
    office.press(ENTER)
    opened(office, path)


def test_from_one_protected_ledger_to_another_and_back(
    empty_office: Office, books: Path, protected_sample: Path, tmp_path: Path
) -> None:
    other = copied(protected_sample, tmp_path, "Other")
    asks(empty_office, books)
    empty_office.type(PASSWORD)
    empty_office.press(ENTER)
    opened(empty_office, books)
    sheet_dialog(empty_office).cancel.click()
    with other.open("rb+") as file:  # its key file fits, and a page of it does not
        file.seek(3000)
        file.write(bytes(64))
    asks(empty_office, other)
    empty_office.type(PASSWORD)
    empty_office.press(ENTER)
    empty_office.until(lambda: not empty_office.window.guard.cover.is_over)
    empty_office.until(lambda: is_open(empty_office, books))
    assert empty_office.around.program.ask(current_key) == KEY


def test_what_fails_only_as_it_is_opened_brings_the_protected_one_back(
    empty_office: Office, books: Path, tmp_path: Path
) -> None:
    program, old = empty_office.around.program, tmp_path / "Old.creditmate"
    old.write_bytes(gzip.decompress((SPECIMENS / "format-1.creditmate.gz").read_bytes()))
    program.ask(lambda: program.ledgers.open(books, KEY))
    (data_folder() / "Backups").write_text("in the way")  # so that it is not brought up to date
    came = program.ask(lambda: open_for_door(program, old, books, None))
    assert came is not None
    assert (came.path, came.facts.protected) == (books, True)
    assert came.refused is not None
    assert program.ask(current_key) == KEY


# ------------------------------------------------------------------ key files
def test_a_missing_key_file_leads_to_the_sheet(empty_office: Office, books: Path) -> None:
    key_path(books).unlink()
    copy_path(KEY.fingerprint).unlink()
    shown = asks(empty_office, books)
    assert shown.sheet.isVisible()
    assert not shown.password.isVisible()
    assert shown.noted.startswith("Your ledger is not lost")
    assert "is missing" in shown.noted
    empty_office.type(SHEET)
    empty_office.press(ENTER)
    opened(empty_office, books)


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda path: path.write_bytes(path.read_bytes()[:-20]), "is damaged"),
        (lambda path: path.write_bytes(b'{"format": "creditmate-key", "version": 9}'), "newer"),
    ],
    ids=["damaged", "newer"],
)
def test_other_faults_of_the_key_file_are_told_as_themselves(
    empty_office: Office, books: Path, spoil: object, says: str
) -> None:
    assert callable(spoil)
    copy_path(KEY.fingerprint).unlink()
    spoil(key_path(books))
    assert says in asks(empty_office, books).noted


def test_the_key_file_of_another_ledger_is_told_after_its_password(
    empty_office: Office, books: Path
) -> None:
    other = new_key()
    copy_path(KEY.fingerprint).unlink()
    key_path(books).write_bytes(new_key_file(other, PASSWORD).as_bytes())
    shown = asks(empty_office, books)
    empty_office.type(PASSWORD)
    empty_office.press(ENTER)
    empty_office.until(shown.sheet.isVisible)
    assert "belongs to another ledger" in shown.noted


# ------------------------------------------------------------------ the sheet
def to_sheet(office: Office, path: Path) -> None:
    shown = asks(office, path)
    shown.turn.setFocus()
    office.press(ENTER)
    assert office.window.focusWidget() is shown.sheet.input


def test_the_sheet_opens_it_and_a_new_password_is_chosen(empty_office: Office, books: Path) -> None:
    to_sheet(empty_office, books)
    QGuiApplication.clipboard().setText(SHEET)
    empty_office.type(SHEET.lower())
    assert said(empty_office) == "All groups fit together"
    empty_office.press(ENTER)
    opened(empty_office, books)
    assert QGuiApplication.clipboard().text() == ""
    reset = dialog(empty_office, PasswordDialog)
    assert isinstance(reset, PasswordDialog)
    assert reset.new is not None
    for field in (reset.new.first, reset.new.again):
        field.input.setText("four new words chosen")
    reset.verb.click()
    empty_office.until(lambda: no_dialog(empty_office))
    leave(empty_office)
    assert unlock(books, "four new words chosen") == KEY


def test_a_slip_is_named_while_one_types(empty_office: Office, books: Path) -> None:
    to_sheet(empty_office, books)
    groups = list(recovery_code(KEY))
    empty_office.type(" ".join(groups[:3]))
    assert said(empty_office).startswith("3 of 14 groups.")
    empty_office.type(" !")
    assert "Group 4: “!”" in said(empty_office)
    empty_office.press(Qt.Key.Key_Backspace)
    groups[4] = groups[4][::-1]
    wrong = groups[4] != recovery_code(KEY)[4]
    empty_office.type(" ".join(groups[3:]))
    assert (said(empty_office) != "All groups fit together") is wrong
    assert card(empty_office).sheet.input.property("faulty") is wrong


def test_a_sheet_of_another_ledger_is_told_as_that(empty_office: Office, books: Path) -> None:
    to_sheet(empty_office, books)
    empty_office.type(" ".join(recovery_code(new_key())))
    empty_office.press(ENTER)
    empty_office.until(lambda: "another ledger" in said(empty_office))
    assert is_asked(empty_office)


def test_what_is_typed_from_the_sheet_cannot_be_copied(empty_office: Office, books: Path) -> None:
    to_sheet(empty_office, books)
    QGuiApplication.clipboard().setText("as before")
    empty_office.type(SHEET)
    for key in (Qt.Key.Key_A, Qt.Key.Key_C):
        empty_office.press(key, Qt.KeyboardModifier.ControlModifier)
    assert SHEET[:4] not in QGuiApplication.clipboard().text()


# ------------------------------------------------------------------ this computer's memory
@pytest.fixture
def store() -> object:
    before, memory = keyring.get_keyring(), Memory()
    keyring.set_keyring(memory)
    yield memory
    keyring.set_keyring(before)


def test_a_remembered_key_opens_without_asking(
    empty_office: Office, books: Path, store: Memory
) -> None:
    shown = asks(empty_office, books)
    shown.remember.setFocus()
    empty_office.press(Qt.Key.Key_Space)
    shown.password.input.setFocus()
    empty_office.type(PASSWORD)
    empty_office.press(ENTER)
    opened(empty_office, books)
    assert len(store.kept) == 1
    sheet_dialog(empty_office).cancel.click()
    leave(empty_office)
    empty_office.window.open_ledger(books)
    opened(empty_office, books)


@pytest.mark.parametrize("fault", ["wiped", "locked", "stale"])
def test_a_memory_that_fails_asks_for_the_password(
    empty_office: Office, books: Path, store: Memory, fault: str
) -> None:
    assert remember(KEY) is None
    if fault == "wiped":
        store.kept.clear()
    elif fault == "locked":
        keyring.set_keyring(Locked())
    else:
        assert remember(new_key()) is None
        (mine, other) = store.kept
        store.kept[mine] = store.kept[other]
    asks(empty_office, books)
    assert said(empty_office).endswith("Nothing is lost: the password opens the ledger.")
    empty_office.type(PASSWORD)
    empty_office.press(ENTER)
    opened(empty_office, books)


def test_a_copy_elsewhere_is_asked_for_as_well(
    empty_office: Office, books: Path, tmp_path: Path
) -> None:
    path = tmp_path / "Copy.creditmate"
    shutil.copy(books, path)  # without its key file: the copy in the program's folder serves
    asks(empty_office, path)
    empty_office.type(PASSWORD)
    empty_office.press(ENTER)
    opened(empty_office, path)
