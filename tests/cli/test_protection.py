"""Protected ledgers on the command line: made by default, opened by file, memory or terminal."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail

from creditmate.documents.read_back import page_texts
from tests.cli.conftest import Answer, Run
from tests.system.test_key_cache import Memory

PASSWORD, OTHER = "four words and more", "another password"
Ask = Callable[[str], Path]


@pytest.fixture
def store() -> Iterator[Memory]:
    before, memory = keyring.get_keyring(), Memory()
    keyring.set_keyring(memory)
    yield memory
    keyring.set_keyring(before)


@pytest.fixture
def file(tmp_path: Path) -> Ask:
    """Put a password into a file that only its owner may read."""

    def make(password: str) -> Path:
        path = tmp_path / f"{len(list(tmp_path.iterdir()))}.password"
        path.write_text(password + "\n", encoding="utf-8")
        path.chmod(0o600)
        return path

    return make


@pytest.fixture
def book(run: Run, file: Ask, tmp_path: Path) -> Path:
    """A protected ledger."""
    path = tmp_path / "books.creditmate"
    made = run("new", path, "--password-file", file(PASSWORD), "--name", "Rook & Sons", "--json")
    assert made.json == {"ledger": str(path), "sample": False, "protected": True}
    return path


def typing(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    """Sit at the terminal and type; return what was asked."""
    asked: list[str] = []
    left = iter(answers)

    def getpass(prompt: str) -> str:
        asked.append(prompt)
        return next(left)

    monkeypatch.setattr("getpass.getpass", getpass)
    monkeypatch.setattr(sys, "stdin", _Terminal())
    return asked


class _Terminal:
    """Somebody is there."""

    def isatty(self) -> bool:
        return True


def groups(run: Run, book: Path, password: Path) -> list[str]:
    answer = run("sheet", "--ledger", book, "--password-file", password, "--json")
    found: list[str] = answer.json["groups"]
    return found


def refused(answer: Answer, *words: str) -> None:
    assert answer.status == 1, answer
    assert answer.out == ""
    for word in words:
        assert word in answer.err
    assert "Traceback" not in answer.err


# ---------------------------------------------------------------- made and opened


def test_a_new_ledger_is_protected_unless_somebody_says_otherwise(
    run: Run, file: Ask, tmp_path: Path
) -> None:
    refused(run("new", tmp_path / "a.creditmate"), "--password-file", "--no-password")
    assert not (tmp_path / "a.creditmate").exists()
    made = run("new", tmp_path / "b.creditmate", "--password-file", file(PASSWORD))
    assert made.status == 0
    assert "protected" in made.out
    assert "creditmate sheet" in made.out
    assert (tmp_path / "b.creditmate-key").exists()
    assert b"SQLite" not in (tmp_path / "b.creditmate").read_bytes()[:16]
    plain = run("new", tmp_path / "c.creditmate", "--no-password", "--json")
    assert plain.json["protected"] is False
    assert not (tmp_path / "c.creditmate-key").exists()
    both = ("--no-password", "--password-file", file(PASSWORD))
    refused(run("new", tmp_path / "d.creditmate", *both), "--no-password")


def test_the_sample_is_unprotected_and_can_be_protected(
    run: Run, file: Ask, tmp_path: Path
) -> None:
    assert run("new", tmp_path / "a.creditmate", "--sample", "--json").json["protected"] is False
    made = run(
        "new", tmp_path / "b.creditmate", "--sample", "--password-file", file(PASSWORD), "--json"
    )
    assert made.json["protected"] is True


@pytest.mark.parametrize("password", ["", "short", "seven77 "])
def test_a_password_that_protects_nothing_makes_no_ledger(
    run: Run, file: Ask, tmp_path: Path, password: str
) -> None:
    path = tmp_path / "a.creditmate"
    refused(run("new", path, "--password-file", file(password)), "password")
    assert not path.exists()
    assert not path.with_name(path.name + "-key").exists()


def test_every_command_opens_it_by_the_password_file(run: Run, book: Path, file: Ask) -> None:
    right, wrong = file(PASSWORD), file(OTHER)
    for command in (["aged"], ["today"], ["check"], ["backup"], ["posted", "--to", "today"]):
        refused(run(*command, "--ledger", book), "protected", "--password-file")
        refused(run(*command, "--ledger", book, "--password-file", wrong), "Nothing is lost")
        assert run(*command, "--ledger", book, "--password-file", right).status == 0
    assert run("--password-file", right, "aged", "--ledger", book).status == 0


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="no such rights here")
def test_a_password_file_that_others_can_read_is_not_used(run: Run, book: Path, file: Ask) -> None:
    path = file(PASSWORD)
    path.chmod(0o644)
    refused(run("aged", "--ledger", book, "--password-file", path), "others", "chmod 600")


def test_an_unprotected_ledger_needs_no_password_and_takes_none_amiss(
    run: Run, file: Ask, tmp_path: Path
) -> None:
    path = tmp_path / "c.creditmate"
    run("new", path, "--no-password")
    assert run("aged", "--ledger", path, "--password-file", file(PASSWORD)).status == 0
    refused(run("sheet", "--ledger", path, "--password-file", file(PASSWORD)), "not protected")
    refused(run("unprotect", "--ledger", path), "not protected")


@pytest.mark.usefixtures("promised_slots")
def test_check_says_how_it_is_protected(run: Run, book: Path, file: Ask, tmp_path: Path) -> None:
    named = ("--ledger", book, "--password-file", file(PASSWORD))
    facts = run("check", *named, "--json").json["protection"]
    assert facts["cipher"].startswith("4.")
    assert {name: facts[name] for name in ("passwords", "kdf", "memory_kib", "passes")} == {
        "passwords": 1,
        "kdf": "argon2id",
        "memory_kib": 65536,
        "passes": 7,
    }
    assert "1 password, locked by argon2id with 64 MiB and 7 passes" in run("check", *named).out
    plain = tmp_path / "c.creditmate"
    run("new", plain, "--no-password")
    assert run("check", "--ledger", plain, "--json").json["protection"] is None
    assert "unprotected" in run("check", "--ledger", plain).out


def test_nobody_is_asked_for_a_password_that_could_not_be_tried(
    run: Run, book: Path, file: Ask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    key_file = book.with_name(book.name + "-key")
    asked = typing(monkeypatch, PASSWORD)
    key_file.write_bytes(b"{")
    for copy in tmp_path.rglob("Keys/*"):
        copy.unlink()
    refused(run("aged", "--ledger", book), "is damaged", "untouched", "recovery sheet")
    key_file.unlink()
    refused(run("aged", "--ledger", book), "is missing", "untouched", "recovery sheet")
    assert asked == []


# ---------------------------------------------------------------- at the terminal


def test_at_the_terminal_it_is_asked_for_and_asked_again(
    run: Run, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = typing(monkeypatch, OTHER, PASSWORD)
    answer = run("aged", "--ledger", book)
    assert answer.status == 0
    assert len(asked) == 2
    assert str(book) in asked[0]
    assert "Nothing is lost" in answer.err


def test_after_three_wrong_ones_it_gives_up(
    run: Run, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = typing(monkeypatch, *[OTHER] * 9)
    assert run("aged", "--ledger", book).status == 1
    assert len(asked) == 3


def test_a_new_one_is_typed_twice(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.creditmate"
    typing(monkeypatch, PASSWORD, OTHER)
    refused(run("new", path), "not the same")
    assert not path.exists()
    typing(monkeypatch, "short")
    refused(run("new", path), "at least 8")
    typing(monkeypatch, PASSWORD, PASSWORD)
    assert run("new", path).status == 0
    typing(monkeypatch, PASSWORD)
    assert run("aged", "--ledger", path).status == 0


# ---------------------------------------------------------------- protect and unprotect


def test_there_and_back_the_figures_stay(run: Run, file: Ask, tmp_path: Path) -> None:
    path, password = tmp_path / "s.creditmate", file(PASSWORD)
    run("new", path, "--sample")
    before = run("aged", "--ledger", path, "--json").json
    done = run("protect", "--ledger", path, "--password-file", password, "--json")
    assert done.status == 0, done.err
    assert (Path(done.json["kept"]) / path.name).exists()
    assert Path(done.json["backup"]).exists()
    refused(run("protect", "--ledger", path, "--password-file", password), "already")
    named = ("--ledger", path, "--password-file", password)
    assert run("aged", *named, "--json").json == before
    assert run("check", *named, "--json").json["ok"] is True
    back = run("unprotect", *named, "--json")
    assert set(back.json) == {"kept", "backup"}
    assert run("aged", "--ledger", path, "--json").json == before


def test_protecting_says_what_becomes_of_the_unprotected_file(
    run: Run, file: Ask, tmp_path: Path
) -> None:
    path, password = tmp_path / "c.creditmate", file(PASSWORD)
    run("new", path, "--no-password")
    said = run("protect", "--ledger", path, "--password-file", password).out
    assert "delete that folder" in said
    assert "Backups made before now are unprotected" in said
    folder = next(each for each in tmp_path.iterdir() if each.name.startswith("c 20"))
    assert str(folder) in said
    run("unprotect", "--ledger", path, "--password-file", password)
    removed = ("--password-file", password, "--remove-original")
    said = run("protect", "--ledger", path, *removed).out
    assert "was removed" in said


# ---------------------------------------------------------------- passwords


def test_passwords_are_changed_added_and_taken_away(run: Run, book: Path, file: Ask) -> None:
    first, second, third = file(PASSWORD), file(OTHER), file("a third password")

    def change(known: Path, *options: object) -> dict[str, object]:
        answer = run("password", "--ledger", book, "--password-file", known, *options, "--json")
        said: dict[str, object] = answer.json
        return said

    assert change(first, "--new-password-file", second)["change"] == "change-password"
    refused(run("aged", "--ledger", book, "--password-file", first), "not the password")
    assert change(second, "--add", "--new-password-file", third)["passwords"] == 2
    assert change(second, "--remove") == {"change": "remove-password", "passwords": 1}
    refused(run("aged", "--ledger", book, "--password-file", second), "not the password")
    assert run("aged", "--ledger", book, "--password-file", third).status == 0
    last = run("password", "--ledger", book, "--password-file", third, "--remove")
    refused(last, "only password")
    missing = run("password", "--ledger", book, "--password-file", third)
    refused(missing, "--new-password-file")


def test_a_forgotten_password_is_set_anew_with_the_sheet(
    run: Run, book: Path, file: Ask, tmp_path: Path
) -> None:
    sheet = tmp_path / "typed.txt"
    typed = groups(run, book, file(PASSWORD))
    sheet.write_text("\n".join(typed).lower(), encoding="utf-8")
    new = file(OTHER)
    done = run("password", "--ledger", book, "--with-sheet", sheet, "--new-password-file", new)
    assert done.status == 0, done.err
    assert run("aged", "--ledger", book, "--password-file", new).status == 0
    sheet.write_text(" ".join([typed[1], typed[0], *typed[2:]]), encoding="utf-8")
    wrong = run("password", "--ledger", book, "--with-sheet", sheet, "--new-password-file", new)
    refused(wrong, "1 and 2")
    none = ("--with-sheet", tmp_path / "none.txt", "--new-password-file", new)
    refused(run("password", "--ledger", book, *none), "none.txt")


# ---------------------------------------------------------------- the sheet


def test_the_sheet_is_shown_written_and_typed_back(
    run: Run, book: Path, file: Ask, tmp_path: Path
) -> None:
    password = file(PASSWORD)
    named = ("--ledger", book, "--password-file", password)
    shown = run("sheet", *named).out
    found = groups(run, book, password)
    assert all(group in shown for group in found)
    out = tmp_path / "sheet.pdf"
    assert run("sheet", *named, "--out", out, "--json").json == {"sheet": str(out)}
    (text,) = page_texts(out.read_bytes())
    assert all(group in text.replace(" ", "") for group in found)
    wrong = run("sheet", *named, "--confirm", f"1={found[0]}", f"2={found[0]}", f"3={found[2]}")
    refused(wrong, "Group 2")
    refused(run("sheet", *named, "--confirm", "ABCD"), "3=K7QF")
    typed = [f"{place}={found[place - 1]}" for place in (3, 7, 14)]
    assert "confirmed" in run("sheet", *named, "--confirm", *typed, "--json").json


def test_a_new_sheet_shuts_the_old_one_out(run: Run, book: Path, file: Ask, tmp_path: Path) -> None:
    password, new, old_sheet = file(PASSWORD), file(OTHER), tmp_path / "old.txt"
    old_sheet.write_text(" ".join(groups(run, book, password)), encoding="utf-8")
    named = ("--ledger", book, "--password-file", password)
    done = run("sheet", *named, "--new", "--json").json
    assert set(done) == {"groups", "kept", "backup"}
    assert done["groups"] == groups(run, book, password)
    shut = run("password", "--ledger", book, "--with-sheet", old_sheet, "--new-password-file", new)
    refused(shut, "before a new sheet")
    in_words = run("sheet", *named, "--new").out
    assert "old sheet opens it still" in in_words


def test_where_the_new_sheet_cannot_be_written_no_new_key_is_made(
    run: Run, book: Path, file: Ask, tmp_path: Path
) -> None:
    password = file(PASSWORD)
    before = groups(run, book, password)
    out = tmp_path / "no" / "sheet.pdf"
    refused(run("sheet", "--ledger", book, "--password-file", password, "--new", "--out", out))
    assert groups(run, book, password) == before


# ---------------------------------------------------------------- remembered


def test_a_remembered_key_opens_it_without_a_password(
    run: Run, book: Path, file: Ask, store: Memory
) -> None:
    password = file(PASSWORD)
    named = ("--ledger", book, "--password-file", password)
    refused(run("aged", "--ledger", book), "protected")
    assert run("password", *named, "--remember", "--json").json == {"remembered": True}
    assert run("aged", "--ledger", book).status == 0
    refused(run("sheet", "--ledger", book), "protected")  # whoever sits there may not print it
    refused(run("unprotect", "--ledger", book), "protected")
    run("sheet", *named, "--new")
    assert run("aged", "--ledger", book).status == 0, "it follows the key"
    assert len(store.kept) == 1
    assert run("password", *named, "--forget", "--json").json == {"remembered": False}
    assert store.kept == {}
    refused(run("aged", "--ledger", book), "protected")


def test_a_store_that_was_wiped_loses_nothing(
    run: Run, book: Path, file: Ask, store: Memory
) -> None:
    password = file(PASSWORD)
    run("password", "--ledger", book, "--password-file", password, "--remember")
    store.kept.clear()
    refused(run("aged", "--ledger", book), "does not have the password any more", "protected")
    assert run("aged", "--ledger", book, "--password-file", password).status == 0


def test_without_a_store_nothing_is_remembered(run: Run, book: Path, file: Ask) -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]
    try:
        named = ("--ledger", book, "--password-file", file(PASSWORD))
        refused(run("password", *named, "--remember"), "no safe store", "Nothing is lost")
    finally:
        keyring.set_keyring(before)
