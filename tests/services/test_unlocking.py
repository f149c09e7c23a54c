"""Five things can keep a protected ledger shut, and each is told as itself."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from creditmate.db import staging
from creditmate.domain.data_key import DataKey, recovery_code
from creditmate.domain.errors import Problem, UserError
from creditmate.services.unlocking import (
    Lock,
    is_protected,
    new_lock,
    unlock,
    unlock_with_sheet,
)
from creditmate.system.key_file import KeyFile
from creditmate.system.key_places import copy_path, key_path
from creditmate.system.password_slot import locked
from tests.services.protecting import BUSINESS, KEY, LOCK, OTHER, PASSWORD, Books, books_in

OTHER_KEY = DataKey(bytes(range(32)))
OTHER_FILE = KeyFile(OTHER_KEY.fingerprint, (locked(OTHER_KEY, OTHER),))


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Books]:
    with books_in(tmp_path / "books", tmp_path / "home") as books:
        books.make(LOCK)
        yield books


def without_copy() -> None:
    copy_path(KEY.fingerprint).unlink()


def overwrite(path: Path, offset: int, content: bytes) -> None:
    with path.open("rb+") as file:
        file.seek(offset)
        file.write(content)


def key_file_missing(books: Books) -> None:
    key_path(books.path).unlink()
    without_copy()


def key_file_damaged(books: Books) -> None:
    overwrite(key_path(books.path), 50, b"\xff")
    without_copy()


def key_file_of_another(books: Books) -> None:
    key_path(books.path).write_bytes(OTHER_FILE.as_bytes())
    without_copy()


def ledger_of_another(books: Books) -> None:
    """The ledger was exchanged, and its key file stayed."""
    books.path.unlink()
    key_path(books.path).rename(books.path.with_name("aside"))
    books.program.ask(
        lambda: books.program.ledgers.create(books.path, BUSINESS, Lock(OTHER_KEY, OTHER_FILE))
    )
    books.close()
    copy_path(OTHER_KEY.fingerprint).unlink()
    books.path.with_name("aside").replace(key_path(books.path))


def beginning_damaged(books: Books) -> None:
    overwrite(books.path, 0, random.Random(3).randbytes(16))


def nothing(books: Books) -> None:
    assert books.path.exists()


@pytest.mark.parametrize(
    ("harm", "password", "problem"),
    [
        (nothing, OTHER, Problem.WRONG_PASSWORD),
        (nothing, "", Problem.WRONG_PASSWORD),
        (key_file_missing, PASSWORD, Problem.KEY_FILE_MISSING),
        (key_file_damaged, PASSWORD, Problem.KEY_FILE_DAMAGED),
        (key_file_of_another, PASSWORD, Problem.KEY_FILE_OTHER),
        (key_file_of_another, OTHER, Problem.KEY_FILE_OTHER),
        (ledger_of_another, PASSWORD, Problem.KEY_FILE_OTHER),
        (beginning_damaged, PASSWORD, Problem.LEDGER_DAMAGED),
    ],
)
def test_each_is_told_as_itself_and_nothing_is_touched(
    books: Books, harm: Callable[[Books], None], password: str, problem: Problem
) -> None:
    harm(books)
    before = books.files()
    with pytest.raises(UserError) as caught:
        unlock(books.path, password)
    assert caught.value.problem is problem
    assert books.files() == before


def test_a_damaged_ledger_takes_its_password_and_is_told_to_be_damaged(books: Books) -> None:
    overwrite(books.path, 2000, b"\xff" * 8)
    key = unlock(books.path, PASSWORD)
    with pytest.raises(UserError) as caught:
        books.open(key)
    assert caught.value.problem is Problem.LEDGER_DAMAGED


@pytest.mark.parametrize("harm", [nothing, key_file_missing, key_file_damaged, key_file_of_another])
def test_the_sheet_opens_it_whatever_became_of_the_key_file(
    books: Books, harm: Callable[[Books], None]
) -> None:
    harm(books)
    key = unlock_with_sheet(books.path, " ".join(recovery_code(KEY)).lower())
    books.open(key)
    assert books.actions()[-1] == "import-invoices"


def test_the_sheet_of_another_ledger_is_told_from_a_mistyped_one(books: Books) -> None:
    groups = recovery_code(KEY)
    for typed, problem in (
        (" ".join(recovery_code(OTHER_KEY)), Problem.KEY_OTHER),
        (" ".join((groups[1], groups[0], *groups[2:])), Problem.RECOVERY_CODE),
    ):
        with pytest.raises(UserError) as caught:
            unlock_with_sheet(books.path, typed)
        assert caught.value.problem is problem


@pytest.mark.parametrize("harm", [nothing, beginning_damaged])
def test_the_sheet_tells_a_damaged_ledger_too(books: Books, harm: Callable[[Books], None]) -> None:
    harm(books)
    overwrite(books.path, 2000, b"\xff" * 8)
    with pytest.raises(UserError) as caught:
        books.open(unlock_with_sheet(books.path, "".join(recovery_code(KEY))))
    assert caught.value.problem is Problem.LEDGER_DAMAGED


def test_a_key_file_that_was_lost_comes_back_from_its_copy(books: Books) -> None:
    before = key_path(books.path).read_bytes()
    key_path(books.path).unlink()
    books.open(unlock(books.path, PASSWORD))
    assert key_path(books.path).read_bytes() == before


def test_a_ledger_whose_key_file_is_lost_too_can_be_carried_to_another_computer(
    books: Books, tmp_path: Path
) -> None:
    """Ledger and key file go together; the copy on this computer is not needed."""
    without_copy()
    assert unlock(books.path, PASSWORD) == KEY


# ---------------------------------------------------------------- is it protected?


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (None, False),
        (b"", False),
        (b"code,name\n" * 1000, False),
        (random.Random(1).randbytes(8192), True),
    ],
)
def test_only_what_may_be_protected_is_asked_a_password_for(
    tmp_path: Path, content: bytes | None, *, expected: bool
) -> None:
    path = tmp_path / "some.creditmate"
    if content is not None:
        path.write_bytes(content)
    assert is_protected(path) is expected


def test_a_ledger_knows_its_kind_also_when_cut_or_emptied(books: Books) -> None:
    assert is_protected(books.path)
    content = books.path.read_bytes()
    books.path.write_bytes(content[:60])
    assert is_protected(books.path)
    books.path.write_bytes(b"")
    assert not is_protected(books.path), "which the opening refuses as empty"
    with pytest.raises(UserError) as caught:
        books.open()
    assert caught.value.problem is Problem.LEDGER_EMPTY


def test_a_change_that_was_cut_off_is_finished_before_anything_is_asked(books: Books) -> None:
    staged = staging.staging(books.path)
    for each in (books.path, key_path(books.path)):
        (staged / each.name).write_bytes(each.read_bytes())
    new = staged / "new"
    new.mkdir()
    for each in (books.path, key_path(books.path)):
        (staged / each.name).rename(new / each.name)
    (staged / "rookmere aside").mkdir()
    staged.rename(books.path.with_name(f".{books.path.name}.swap"))
    books.path.unlink()
    assert is_protected(books.path)
    assert unlock(books.path, PASSWORD) == KEY


@pytest.mark.parametrize("password", ["", "short", "with\x00nul and more"])
def test_a_password_that_protects_nothing_makes_no_lock(password: str) -> None:
    with pytest.raises(UserError) as caught:
        new_lock(password)
    assert caught.value.problem is Problem.PASSWORD_UNSUITABLE


def test_every_new_ledger_has_a_key_of_its_own() -> None:
    one, other = new_lock(PASSWORD), new_lock(PASSWORD)
    assert one.key != other.key
    assert one.key_file.open(PASSWORD) == one.key
    assert repr(one.key.secret) not in repr(one)
