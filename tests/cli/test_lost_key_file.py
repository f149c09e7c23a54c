"""The key file is gone and the computer remembers the key: said at once, and mended by key."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from creditmate.system.computer import data_folder
from creditmate.system.key_places import key_path
from tests.cli.conftest import Run
from tests.cli.test_protection import OTHER, PASSWORD, Ask, book, file, store  # noqa: F401
from tests.system.test_key_cache import Memory

GONE = "key file of {path} is gone"


@pytest.fixture
def password(file: Ask) -> Path:  # noqa: F811 - as pytest wants it
    return file(PASSWORD)


@pytest.fixture
def lost(
    run: Run,
    book: Path,  # noqa: F811
    password: Path,
    store: Memory,  # noqa: F811
) -> Iterator[Path]:
    """A ledger whose key this computer remembers, and nothing else but the sheet does."""
    named = ("--ledger", book, "--password-file", password)
    assert run("password", *named, "--remember").status == 0
    lose(book)
    yield book
    assert len(store.kept) == 1, "whatever is refused, the last way in stays"


def lose(ledger: Path) -> None:
    key_path(ledger).unlink()
    shutil.rmtree(data_folder() / "Keys")


def test_it_is_said_by_every_command_until_a_password_is_set(
    run: Run,
    lost: Path,
    file: Ask,  # noqa: F811
) -> None:
    told = run("aged", "--ledger", lost)
    assert told.status == 0
    assert GONE.format(path=lost) in told.err
    assert f"creditmate password --ledger {lost}" in told.err
    new = file(OTHER)
    done = run("password", "--ledger", lost, "--new-password-file", new, "--json")
    assert (done.status, done.json) == (0, {"change": "reset-password", "passwords": 1})
    assert key_path(lost).is_file()
    assert run("aged", "--ledger", lost).err == ""
    assert run("check", "--ledger", lost, "--password-file", new).status == 0


def test_it_is_not_forgotten_while_it_is_the_only_key(run: Run, lost: Path, password: Path) -> None:
    for named in ((), ("--password-file", password)):
        told = run("password", "--ledger", lost, *named, "--forget")
        assert told.status == 1
        assert GONE.format(path=lost) in told.err
        assert f"creditmate password --ledger {lost}" in told.err


def test_no_backup_is_made_that_nobody_could_open(run: Run, lost: Path, file: Ask) -> None:  # noqa: F811
    told = run("backup", "--ledger", lost)
    assert told.status == 1
    assert GONE.format(path=lost) in told.err
    assert list(data_folder().rglob("*.creditmate-backup")) == []
    assert run("password", "--ledger", lost, "--new-password-file", file(OTHER)).status == 0
    assert run("backup", "--ledger", lost).status == 0
    drill = run("drill", "--ledger", lost, "--json")
    assert drill.json["ok"]


def test_a_backup_takes_the_key_file_of_the_one_before(
    run: Run,
    book: Path,  # noqa: F811
    password: Path,
    store: Memory,  # noqa: F811
    tmp_path: Path,
) -> None:
    named = ("--ledger", book, "--password-file", password)
    assert run("password", *named, "--remember").status == 0
    assert run("backup", *named).status == 0
    lose(book)
    assert run("posted", "--to", "2026-01-05", "--ledger", book).status == 0
    made = run("backup", "--ledger", book, "--json").json["path"]
    again = tmp_path / "again.creditmate"
    assert run("restore", made, "--into", again, "--password-file", password).status == 0
    assert len(store.kept) == 1
