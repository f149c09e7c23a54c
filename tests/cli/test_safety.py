"""``backup``, ``restore``, ``drill`` and ``check --full`` as a user runs them."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def ledger(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "books.creditmate"
    assert run("new", path, "--no-password", "--sample").status == 0
    return path


def a_file(path: Path, content: str) -> Path:
    path.write_text(content + "\n", encoding="utf-8")
    path.chmod(0o600)
    return path


def test_backup_work_restore_drill_and_check(run: Run, ledger: Path, tmp_path: Path) -> None:
    made = run("backup", "--json").json
    assert made["second"] is None
    assert Path(made["path"]).exists()
    assert run("posted", "--to", "2026-01-05", "--ledger", ledger).status == 0
    again = tmp_path / "again.creditmate"
    restored = run("restore", made["path"], "--into", again, "--json").json
    for figure in ("head", "rows", "open"):
        assert restored[figure] == made[figure]
    assert (restored["aside"], restored["difference"]) == (None, None)
    in_place = run("restore", made["path"], "--into", ledger, "--json").json
    assert in_place["difference"]["rows"]["action"] == [2, 1]
    assert Path(in_place["aside"], "books.creditmate").exists()
    drill = run("drill", "--ledger", ledger, "--json").json
    assert drill["ok"]
    assert drill["rows"]["action"] == 1
    checked = run("check", "--full", "--ledger", ledger, "--json")
    assert checked.status == 0
    assert [each["past"] for each in checked.json["backups"]] == ["shared"]


def test_what_is_said_in_words(run: Run, ledger: Path, tmp_path: Path) -> None:
    first = run("backup", "--ledger", ledger)
    assert "Backed up and proved" in first.out
    path = json.loads(run("backup", "--ledger", ledger, "--json").out)["path"]
    assert run("posted", "--to", "2026-01-05", "--ledger", ledger).status == 0
    said = run("restore", path, "--into", ledger).out
    assert "1 action that was done later is not in it." in said
    assert "whole" in said.splitlines()[-1]
    assert "is a whole ledger" in run("drill").out
    assert "agree with the ledger" in run("check", "--full").out


def test_a_second_place_from_the_command_line(run: Run, ledger: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    said = run("backup", "--ledger", ledger, "--second-place", stick)
    assert f"It is in {stick} as well." in said.out
    assert len(list(stick.rglob("*.creditmate-backup"))) == 1
    stick.rename(tmp_path / "drawer")
    away = run("backup", "--ledger", ledger)
    assert away.status == 0
    assert "is not there now" in away.out
    assert run("backup", "--ledger", ledger, "--json").json["second"]["problem"] == "away"
    assert run("backup", "--ledger", ledger, "--no-second-place", "--json").json["second"] is None
    refused = run("backup", "--ledger", ledger, "--second-place", tmp_path / "none")
    assert refused.status == 1
    assert "not a folder" in refused.err


def test_into_a_folder_of_ones_own(run: Run, ledger: Path, tmp_path: Path) -> None:
    made = run("backup", "--ledger", ledger, "--to", tmp_path / "mine", "--json").json
    assert Path(made["path"]).parent == tmp_path / "mine"


def test_a_protected_one_is_restored_by_password_or_sheet(run: Run, tmp_path: Path) -> None:
    path, word = tmp_path / "safe.creditmate", a_file(tmp_path / "pw", "correct horse battery")
    assert run("new", path, "--password-file", word).status == 0
    made = run("backup", "--ledger", path, "--password-file", word, "--json").json
    again = tmp_path / "again.creditmate"
    nobody = run("restore", made["path"], "--into", again)
    assert (nobody.status, again.exists()) == (1, False)
    wrong = a_file(tmp_path / "wrong", "incorrect horse")
    refused = run("restore", made["path"], "--into", again, "--password-file", wrong)
    assert (refused.status, again.exists()) == (1, False)
    assert "not the password" in refused.err
    assert run("restore", made["path"], "--into", again, "--password-file", word).status == 0
    groups = run("sheet", "--ledger", path, "--password-file", word, "--json").json["groups"]
    sheet = a_file(tmp_path / "sheet", " ".join(groups))
    other = tmp_path / "other.creditmate"
    done = run("restore", made["path"], "--into", other, "--with-sheet", sheet, "--json")
    assert done.json["head"] == made["head"]
    assert run("check", "--ledger", other, "--password-file", word).status == 0


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "There is no backup"),
        (b"Dear Sirs", "not a CreditMate backup"),
        (b"PK\x03\x04cut short", "has changed since it was made"),
    ],
)
def test_what_is_no_backup_is_refused_calmly(
    run: Run, tmp_path: Path, content: bytes | None, said: str
) -> None:
    path = tmp_path / "file.zip"
    if content is not None:
        path.write_bytes(content)
    refused = run("restore", path, "--into", tmp_path / "x.creditmate")
    assert (refused.status, refused.out) == (1, "")
    assert said in refused.err
    assert "Your ledger is untouched" in refused.err


def test_a_drill_that_fails_is_status_1(run: Run, ledger: Path) -> None:
    assert run("drill", "--ledger", ledger).status == 1
    path = Path(run("backup", "--ledger", ledger, "--json").json["path"])
    path.write_bytes(path.read_bytes()[:-70] + bytes(70))
    failed = run("drill", "--ledger", ledger, "--json")
    assert (failed.status, failed.json["ok"]) == (1, False)
    assert run("check", "--ledger", ledger).status == 0
    assert run("check", "--full", "--ledger", ledger).status == 1
