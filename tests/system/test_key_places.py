"""A key file is found beside its ledger or by its copy; another ledger's is never taken for it."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from creditmate.domain.errors import Problem, UserError
from creditmate.system.computer import data_folder, kept_apart
from creditmate.system.key_file import KeyFile, new_key, with_slot
from creditmate.system.key_places import (
    copy_path,
    find_key_file,
    keep_beside,
    keep_copy,
    key_file_first,
    key_path,
    mend,
)
from creditmate.system.password_slot import PasswordSlot

SLOT = PasswordSlot(65536, 3, bytes(16), bytes(72))


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path) -> Iterator[None]:
    with kept_apart(tmp_path / "home"):
        yield


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    folder = tmp_path / "books"
    folder.mkdir()
    return folder / "rookmere.creditmate"


def a_key_file() -> KeyFile:
    return KeyFile(new_key().fingerprint, (SLOT,))


def refusal(ledger: Path, beginning: bytes) -> Problem:
    with pytest.raises(UserError) as caught:
        find_key_file(ledger, beginning)
    assert caught.value.facts["path"] == key_path(ledger)
    return caught.value.problem


def test_it_stands_beside_the_ledger_and_in_the_programs_folder(ledger: Path) -> None:
    key_file = a_key_file()
    keep_beside(ledger, key_file)
    keep_copy(key_file)
    assert key_path(ledger).name == "rookmere.creditmate-key"
    assert copy_path(key_file.fingerprint).is_relative_to(data_folder())
    for path in (key_path(ledger), copy_path(key_file.fingerprint)):
        assert path.read_bytes() == key_file.as_bytes()
        if sys.platform != "win32":
            assert path.stat().st_mode & 0o077 == 0


def test_of_a_ledger_that_is_a_link_it_stands_where_the_ledger_lies(
    ledger: Path, tmp_path: Path
) -> None:
    ledger.touch()
    link = tmp_path / "link.creditmate"
    try:
        link.symlink_to(ledger)
    except OSError:
        pytest.skip("no symbolic links here")
    assert key_path(link) == key_path(ledger)


def test_missing_damaged_and_anothers_are_three_things(ledger: Path) -> None:
    key_file, other = a_key_file(), a_key_file()
    assert refusal(ledger, key_file.fingerprint) is Problem.KEY_FILE_MISSING
    key_path(ledger).write_bytes(b"{")
    assert refusal(ledger, key_file.fingerprint) is Problem.KEY_FILE_DAMAGED
    keep_beside(ledger, other)
    found = find_key_file(ledger, key_file.fingerprint)
    assert (found.key_file, found.fits) == (other, False)


@pytest.mark.parametrize("wrong", ["missing", "damaged", "anothers"])
def test_the_copy_takes_the_place_of_one_that_was_lost(ledger: Path, wrong: str) -> None:
    key_file, other = a_key_file(), a_key_file()
    keep_copy(key_file)
    if wrong == "damaged":
        key_path(ledger).write_bytes(key_file.as_bytes()[:100])
    if wrong == "anothers":
        keep_beside(ledger, other)
    found = find_key_file(ledger, key_file.fingerprint)
    assert (found.key_file, found.fits) == (key_file, True)
    mend(ledger, key_file.fingerprint)
    assert key_path(ledger).read_bytes() == key_file.as_bytes()
    if wrong == "anothers":
        assert copy_path(other.fingerprint).read_bytes() == other.as_bytes(), "nothing is lost"


def test_the_one_beside_the_ledger_counts_and_the_copy_follows_it(ledger: Path) -> None:
    """A crash between the two writings of a new password leaves the copy behind."""
    old = a_key_file()
    new = with_slot(old, PasswordSlot(65536, 3, b"1" * 16, bytes(72)), 0)
    keep_copy(old)
    keep_beside(ledger, new)
    assert find_key_file(ledger, old.fingerprint).key_file == new
    mend(ledger, old.fingerprint)
    assert copy_path(old.fingerprint).read_bytes() == new.as_bytes()


def test_a_copy_under_a_wrong_name_is_no_copy(ledger: Path) -> None:
    key_file, other = a_key_file(), a_key_file()
    keep_copy(other)
    copy_path(other.fingerprint).replace(copy_path(key_file.fingerprint))
    assert refusal(ledger, key_file.fingerprint) is Problem.KEY_FILE_MISSING


def test_what_is_as_it_should_be_is_not_written_again(ledger: Path) -> None:
    key_file = a_key_file()
    keep_beside(ledger, key_file)
    before = key_path(ledger).stat()
    mend(ledger, key_file.fingerprint)
    after = key_path(ledger).stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)
    assert copy_path(key_file.fingerprint).exists()


def test_mending_where_nothing_can_be_written_is_no_error(ledger: Path) -> None:
    key_file = a_key_file()
    data_folder().mkdir(parents=True)
    copy_path(key_file.fingerprint).parent.write_text("in the way", encoding="utf-8")
    keep_beside(ledger, key_file)
    mend(ledger, key_file.fingerprint)
    assert find_key_file(ledger, key_file.fingerprint).fits


# ---------------------------------------------------------------- before there is a ledger


def test_of_a_ledger_that_was_not_made_nothing_stays(ledger: Path) -> None:
    key_file = a_key_file()
    with pytest.raises(KeyError), key_file_first(ledger, key_file):
        raise KeyError(key_path(ledger).stat().st_size)
    assert list(ledger.parent.iterdir()) == []
    assert not copy_path(key_file.fingerprint).exists()


def test_one_that_was_there_before_comes_back(ledger: Path) -> None:
    before = a_key_file()
    keep_beside(ledger, before)
    with pytest.raises(KeyError), key_file_first(ledger, a_key_file()):
        raise KeyError
    assert key_path(ledger).read_bytes() == before.as_bytes()


def test_where_a_ledger_is_already_nothing_is_touched(ledger: Path) -> None:
    ledger.write_text("mine", encoding="utf-8")
    with pytest.raises(UserError) as caught, key_file_first(ledger, a_key_file()):
        pass
    assert caught.value.problem is Problem.LEDGER_EXISTS
    assert list(ledger.parent.iterdir()) == [ledger]


def test_a_folder_that_takes_nothing_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught, key_file_first(tmp_path / "no" / "a", a_key_file()):
        pass
    assert caught.value.problem is Problem.FOLDER_UNWRITABLE
