"""A ledger on a disk that may only be read is looked at; nothing is written, and a way leads on."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.own_disk import OwnDisk, own_disk


@pytest.fixture
def disk() -> Iterator[OwnDisk]:
    with own_disk() as made:
        yield made


@pytest.fixture
def word(tmp_path: Path) -> Path:
    path = tmp_path / "word"
    path.write_text("correct horse battery\n", encoding="utf-8")
    path.chmod(0o600)
    return path


@pytest.mark.parametrize("protected", [False, True], ids=["unprotected", "protected"])
def test_it_is_read_and_says_how_to_work_with_it(
    run: Run, tmp_path: Path, word: Path, disk: OwnDisk, *, protected: bool
) -> None:
    folder = disk.path
    path = folder / "old.creditmate"
    how = ("--password-file", word) if protected else ()
    assert run("new", path, "--sample", *(how or ("--no-password",))).status == 0
    listed = run("customers", "--ledger", path, *how).out
    disk.only_read()
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    read = run("customers", "--ledger", path, *how)
    assert (read.status, read.out) == (0, listed)
    assert "may only be read" in read.err
    assert f"creditmate move {path}" in read.err
    assert run("check", "--full", "--ledger", path, *how).status == 0
    assert run("backup", "--ledger", path, *how).status == 0
    refused = run("posted", "--to", "2026-01-05", "--ledger", path, *how)
    assert refused.status == 1
    assert "Nothing was saved" in refused.err
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before
    moved = run("move", path, *how, "--json")
    assert moved.status == 0
    there = moved.json["ledger"]
    assert run("posted", "--to", "2026-01-05", "--ledger", there, *how).status == 0
    assert run("customers", "--ledger", there, *how).err == ""
    again = run("customers", "--ledger", path, *how)
    assert (again.status, again.out) == (0, listed)
    assert f"What was entered since is there: {there}" in again.err
    refused = run("posted", "--to", "2026-01-05", "--ledger", path, *how)
    assert f"creditmate move {path}" not in refused.err


def test_what_lies_in_a_journal_still_is_never_left_out_in_silence(
    run: Run, tmp_path: Path, disk: OwnDisk
) -> None:
    folder = disk.path
    path = folder / "old.creditmate"
    assert run("new", path, "--sample", "--no-password").status == 0
    path.with_name(f"{path.name}-wal").write_bytes(b"what was saved last")
    disk.only_read()
    read = run("customers", "--ledger", path)
    assert (read.status, read.out) == (1, "")
    assert f"creditmate move {path}" in read.err


def test_a_backup_does_not_go_where_only_reading_is_possible(
    run: Run, tmp_path: Path, disk: OwnDisk
) -> None:
    folder = disk.path
    path = tmp_path / "a.creditmate"
    assert run("new", path, "--sample", "--no-password").status == 0
    made = run("backup", "--ledger", path, "--json").json["path"]
    shutil.copy(path, folder / "b.creditmate")
    disk.only_read()
    for place in (folder / "new.creditmate", folder / "b.creditmate"):
        refused = run("restore", made, "--into", place)
        assert refused.status == 1
        assert refused.err.startswith("Nothing was restored, and nothing was changed")
        assert "it may only be read" in refused.err
        assert "copy" not in refused.err.lower()
        assert "room" not in refused.err


def test_a_backup_of_an_older_file_says_that_it_is_not_the_newest(
    run: Run, tmp_path: Path, disk: OwnDisk
) -> None:
    path, old = tmp_path / "a.creditmate", disk.path / "a.creditmate"
    assert run("new", path, "--sample", "--no-password").status == 0
    shutil.copy(path, old)
    disk.only_read()
    assert run("posted", "--to", "2026-01-05", "--ledger", path).status == 0
    made = run("backup", "--ledger", path, "--json").json
    assert made["newest"]
    said = run("backup", "--ledger", old)
    assert said.status == 0
    assert "the newest stays the newest" in said.out
    assert not run("backup", "--ledger", old, "--json").json["newest"]
    assert run("drill", "--ledger", path, "--json").json["backup"] == made["path"]
