"""Going back to a backup never weakens what protects the ledger, and never takes another's place.

Ledgers and backups are real files, made, protected and rekeyed by the commands themselves.
"""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run

PLAIN = b"SQLite format 3\x00"
NAME = b"Abbey"
"""Begins the name of a customer of the sample."""


def a_file(path: Path, content: str) -> Path:
    path.write_text(content + "\n", encoding="utf-8")
    path.chmod(0o600)
    return path


@pytest.fixture
def word(tmp_path: Path) -> Path:
    return a_file(tmp_path / "word", "correct horse battery")


def sample(run: Run, path: Path, *how: object) -> Path:
    assert run("new", path, "--sample", *how).status == 0
    return path


def backed_up(run: Run, path: Path, *how: object) -> str:
    return str(run("backup", "--ledger", path, *how, "--json").json["path"])


def post(run: Run, path: Path, *how: object) -> None:
    assert run("posted", "--to", "2026-01-05", "--ledger", path, *how).status == 0


def test_a_backup_from_before_protection_comes_back_protected(
    run: Run, tmp_path: Path, word: Path
) -> None:
    path = sample(run, tmp_path / "q.creditmate", "--no-password")
    before = backed_up(run, path)
    with_word = ("--password-file", word)
    assert run("protect", "--ledger", path, *with_word, "--remove-original").status == 0
    done = run("restore", before, "--into", path, *with_word)
    assert done.status == 0
    assert "It is protected as the ledger of now" in done.out
    assert path.read_bytes()[:16] != PLAIN
    assert run("customers", "--ledger", path).status == 1
    assert run("check", "--ledger", path, *with_word).status == 0
    restored = run("restore", before, "--into", path, *with_word, "--json").json
    assert restored["protected"]


def test_without_the_password_of_today_nothing_is_made_plain(
    run: Run, tmp_path: Path, word: Path
) -> None:
    path = sample(run, tmp_path / "q.creditmate", "--no-password")
    before = backed_up(run, path)
    assert run("protect", "--ledger", path, "--password-file", word).status == 0
    was = path.read_bytes()
    nobody = run("restore", before, "--into", path)
    wrong = a_file(tmp_path / "wrong", "incorrect horse")
    guessed = run("restore", before, "--into", path, "--password-file", wrong)
    assert [nobody.status, guessed.status] == [1, 1]
    assert "password of the ledger" in guessed.err
    assert path.read_bytes() == was
    path.unlink()  # its key file tells that it was protected
    assert run("restore", before, "--into", path).status == 1
    assert not path.exists()
    assert run("restore", before, "--into", path, "--password-file", word).status == 0
    assert path.read_bytes()[:16] != PLAIN


def test_a_sheet_that_somebody_saw_does_not_open_it_again(
    run: Run, tmp_path: Path, word: Path
) -> None:
    with_word = ("--password-file", word)
    path = sample(run, tmp_path / "safe.creditmate", *with_word)
    seen = run("sheet", "--ledger", path, *with_word, "--json").json["groups"]
    before = backed_up(run, path, *with_word)
    assert run("sheet", "--ledger", path, *with_word, "--new",
               "--out", tmp_path / "sheet.pdf").status == 0  # fmt: skip
    safe = run("sheet", "--ledger", path, *with_word, "--json").json["groups"]
    assert safe != seen
    done = run("restore", before, "--into", path, *with_word)
    assert "newest recovery sheet open it" in done.out
    assert run("sheet", "--ledger", path, *with_word, "--json").json["groups"] == safe
    new = a_file(tmp_path / "new", "another horse battery")
    old_sheet = a_file(tmp_path / "seen", " ".join(seen))
    refused = run("password", "--ledger", path, "--with-sheet", old_sheet,
                  "--new-password-file", new)  # fmt: skip
    assert refused.status == 1
    # nor by the seen sheet alone
    was = path.read_bytes()
    refused = run("restore", before, "--into", path, "--with-sheet", old_sheet)
    assert (refused.status, path.read_bytes() == was) == (1, True)
    by_both = run("restore", before, "--into", path, "--with-sheet", old_sheet, *with_word)
    assert by_both.status == 0
    assert run("sheet", "--ledger", path, *with_word, "--json").json["groups"] == safe


@pytest.mark.parametrize("other_is", ["protected", "unprotected"])
@pytest.mark.parametrize("damaged", [False, True], ids=["healthy", "damaged in the middle"])
def test_the_backup_of_one_business_never_takes_the_place_of_anothers(
    run: Run, tmp_path: Path, word: Path, monkeypatch: pytest.MonkeyPatch,
    other_is: str, *, damaged: bool,
) -> None:  # fmt: skip
    theirs = a_file(tmp_path / "theirs", "three quiet otters")
    how = ("--no-password",) if other_is == "unprotected" else ("--password-file", theirs)
    monkeypatch.setenv("CREDITMATE_HOME", str(tmp_path / "their home"))
    other = sample(run, tmp_path / "other.creditmate", *how)
    if damaged:
        content = bytearray(other.read_bytes())
        middle = len(content) // 2 // 4096 * 4096
        content[middle : middle + 4096] = bytes(4096)
        other.write_bytes(content)
    monkeypatch.setenv("CREDITMATE_HOME", str(tmp_path / "our home"))
    ours = sample(run, tmp_path / "ours.creditmate", "--password-file", word)
    made = backed_up(run, ours, "--password-file", word)
    for profile in ("our home", "empty home"):
        monkeypatch.setenv("CREDITMATE_HOME", str(tmp_path / profile))
        was = other.read_bytes()
        refused = run("restore", made, "--into", other, "--password-file", word)
        assert refused.status == 1
        assert "restore it into a new file" in refused.err
        assert other.read_bytes() == was


def test_the_backup_of_an_unprotected_one_neither(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CREDITMATE_HOME", str(tmp_path / "their home"))
    theirs = a_file(tmp_path / "theirs", "three quiet otters")
    other = sample(run, tmp_path / "other.creditmate", "--password-file", theirs)
    monkeypatch.setenv("CREDITMATE_HOME", str(tmp_path / "our home"))
    ours = sample(run, tmp_path / "ours.creditmate", "--no-password")
    made, was = backed_up(run, ours), other.read_bytes()
    for how in ((), ("--password-file", theirs)):
        refused = run("restore", made, "--into", other, *how)
        assert refused.status == 1
        assert other.read_bytes() == was


def test_what_a_damaged_ledger_had_more_is_said(run: Run, tmp_path: Path, word: Path) -> None:
    with_word = ("--password-file", word)
    path = sample(run, tmp_path / "safe.creditmate", *with_word)
    made = backed_up(run, path, *with_word)
    post(run, path, *with_word)
    content = bytearray(path.read_bytes())
    content[:4096] = bytes(4096)
    path.write_bytes(content)
    done = run("restore", made, "--into", path, *with_word)
    assert done.status == 0
    assert "1 action that was done later is not in it." in done.out
    assert "whole" not in done.out
    assert "as it was, in" in done.out
    aside = Path(done.out.strip().splitlines()[-1].partition(" in ")[2].rstrip("."))
    assert (aside / path.name).read_bytes() == bytes(content)


def test_what_another_key_hid_is_said_too(run: Run, tmp_path: Path, word: Path) -> None:
    with_word = ("--password-file", word)
    path = sample(run, tmp_path / "safe.creditmate", *with_word)
    made = backed_up(run, path, *with_word)
    assert run("sheet", "--ledger", path, *with_word, "--new",
               "--out", tmp_path / "sheet.pdf").status == 0  # fmt: skip
    post(run, path, *with_word)
    done = run("restore", made, "--into", path, *with_word, "--json")
    assert done.json["difference"]["rows"]["action"] == [3, 1]


def test_a_ledger_whose_key_is_gone_for_good_says_what_opens_it_now(
    run: Run, tmp_path: Path, word: Path
) -> None:
    """Nobody can keep a key that is nowhere: then it is said whose key the ledger has."""
    with_word = ("--password-file", word)
    path = sample(run, tmp_path / "safe.creditmate", *with_word)
    made = backed_up(run, path, *with_word)
    assert run("sheet", "--ledger", path, *with_word, "--new",
               "--out", tmp_path / "sheet.pdf").status == 0  # fmt: skip
    path.with_name(path.name + "-key").unlink()
    for copies in list(tmp_path.rglob("Keys")):
        shutil.rmtree(copies)
    done = run("restore", made, "--into", path, *with_word)
    assert done.status == 0
    assert "has the key of its backup" in done.out
    key_file = json.loads(path.with_name(path.name + "-key").read_text())
    assert key_file["sheet_confirmed"] == ""
