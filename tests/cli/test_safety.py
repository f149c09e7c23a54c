"""``backup``, ``restore``, ``drill`` and ``check --full`` as a user runs them."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_refusals import HOLDER, started


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
    assert "kept as it was" in said.splitlines()[-1]
    assert "is a whole ledger" in run("drill").out
    assert "agree with the ledger" in run("check", "--full").out


def test_a_full_check_without_a_backup_says_what_that_means(run: Run, ledger: Path) -> None:
    checked = run("check", "--full", "--ledger", ledger)
    assert checked.status == 0
    assert "Everything is as it must be." in checked.out
    assert "This computer knows of no backup of this ledger" in checked.out
    assert f"Make one now: creditmate backup --ledger {ledger}" in checked.out
    assert run("check", "--full", "--ledger", ledger, "--json").json["backups"] == []
    assert "no backup" not in run("check", "--ledger", ledger).out  # that did not look for any
    made = run("backup", "--ledger", ledger, "--json").json["path"]
    assert "1 backup is whole and agrees" in run("check", "--full", "--ledger", ledger).out
    Path(made).unlink()
    assert "knows of no backup" in run("check", "--full", "--ledger", ledger).out


def test_a_backup_that_was_cut_short_is_told_and_not_passed_over(run: Run, ledger: Path) -> None:
    first = run("backup", "--ledger", ledger, "--json").json["path"]
    assert run("posted", "--ledger", ledger, "--to", "2026-11-20").status == 0
    last = Path(run("backup", "--ledger", ledger, "--json").json["path"])
    assert run("check", "--full", "--ledger", ledger, "--json").json["ok"] is True
    last.write_bytes(last.read_bytes()[:9_000])
    checked = run("check", "--full", "--ledger", ledger)
    assert checked.status == 1
    assert f"The backup {last} was not used: it cannot be read to its end" in checked.err
    assert "1 backup is whole and agrees" in checked.out
    assert "The newest backup is not whole. Make another one now: creditmate backup" in checked.out
    found = run("check", "--full", "--ledger", ledger, "--json")
    assert (found.status, found.json["ok"], found.json["findings"]) == (1, False, [])
    told = {each["path"]: (each["whole"], each["problem"]) for each in found.json["backups"]}
    assert told == {first: (True, None), str(last): (False, "backup-damaged")}
    assert run("check", "--ledger", ledger, "--json").json["ok"] is True, "it looked for none"
    drilled = run("drill", "--ledger", ledger)
    assert (drilled.status, str(last) in drilled.err) == (1, True)
    Path(first).unlink()
    only = run("check", "--full", "--ledger", ledger)
    assert only.status == 1
    assert "knows of no backup" not in only.out
    assert "0 backups" not in only.out


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


def test_with_the_password_of_then_it_is_said_which_opens_the_ledger(
    run: Run, tmp_path: Path
) -> None:
    path, then = tmp_path / "safe.creditmate", a_file(tmp_path / "then", "correct horse battery")
    now = a_file(tmp_path / "now", "staple of another kind")
    run("new", path, "--password-file", then)
    made = run("backup", "--ledger", path, "--password-file", then, "--json").json["path"]
    named = ("--ledger", path, "--password-file", then)
    assert run("password", *named, "--new-password-file", now).status == 0
    back = run("restore", made, "--into", path, "--password-file", then)
    assert back.status == 0
    assert "It has the passwords of today" in back.out
    assert "restore the backup into a file of another name" in back.out
    assert run("check", *named).status == 1
    again = run("restore", made, "--into", path, "--password-file", then, "--json").json
    assert again["key"] == "today"
    same = run("restore", made, "--into", path, "--password-file", now)
    assert "passwords of today" not in same.out
    own = tmp_path / "beside.creditmate"
    beside = run("restore", made, "--into", own, "--password-file", then)
    assert "the passwords and the recovery sheet of that day open it" in beside.out
    assert run("check", "--ledger", own, "--password-file", then).status == 0, "as it was said"
    assert run("check", "--ledger", path, "--password-file", now).status == 0
    assert run("check", *named).status == 1


def test_beside_one_that_got_a_new_sheet_it_is_said_that_it_has_the_old_key(
    run: Run, tmp_path: Path
) -> None:
    path, word = tmp_path / "safe.creditmate", a_file(tmp_path / "pw", "correct horse battery")
    run("new", path, "--password-file", word)
    made = run("backup", "--ledger", path, "--password-file", word, "--json").json["path"]
    own = tmp_path / "one.creditmate"
    plain = run("restore", made, "--into", own, "--password-file", word)
    assert "of that day" not in plain.out, "it is the key of today"
    assert run("sheet", "--new", "--ledger", path, "--password-file", word).status == 0
    side = tmp_path / "side.creditmate"
    said = run("restore", made, "--into", side, "--password-file", word)
    assert "the passwords and the recovery sheet of that day open it" in said.out
    run("check", "--ledger", path, "--password-file", word)  # which of them it is, is remembered
    other = ("--into", tmp_path / "other.creditmate", "--password-file", word, "--json")
    assert run("restore", made, *other).json["key"] == "then"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "There is no backup"),
        (b"Dear Sirs", "not a CreditMate backup"),
        (b"PK\x03\x04cut short", "cannot be read to its end"),
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


def test_a_folder_never_goes_aside_as_if_it_were_a_ledger(
    run: Run, ledger: Path, tmp_path: Path
) -> None:
    made = run("backup", "--ledger", ledger, "--json").json["path"]
    folder = tmp_path / "papers.creditmate"
    (folder / "letters").mkdir(parents=True)
    refused = run("restore", made, "--into", folder)
    assert (refused.status, refused.out) == (1, "")
    assert f"{folder} is not a file." in refused.err
    assert (folder / "letters").is_dir()
    assert not list(tmp_path.glob(".papers*"))


@pytest.mark.skipif(sys.platform == "win32", reason="there the file itself cannot be renamed")
def test_what_is_open_elsewhere_is_refused_by_its_holder_and_waited_for(
    run: Run, ledger: Path, tmp_path: Path
) -> None:
    made = run("backup", "--ledger", ledger, "--json").json["path"]
    for command in (("restore", made, "--into", ledger), ("move", ledger)):
        with held(ledger, "60") as holder:
            refused = run(*command)
            holder.kill()
        assert refused.status == 1
        assert "It is held by" in refused.err
    with held(ledger, "2"):
        assert run("restore", made, "--into", ledger, "--wait", "60").status == 0
    with held(ledger, "2"):
        assert run("move", ledger, "--wait", "60").status == 0


@contextmanager
def held(ledger: Path, seconds: str) -> "Iterator[subprocess.Popen[str]]":
    """Let another program have a ledger open."""
    command = [sys.executable, "-c", HOLDER, str(ledger), seconds]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        yield holder


@pytest.mark.skipif(sys.platform == "win32", reason="a console's Ctrl-C cannot be sent to a child")
@pytest.mark.parametrize("command", ["protect", "check"])
def test_what_says_that_it_was_interrupted_has_done_nothing(
    run: Run, ledger: Path, tmp_path: Path, command: str
) -> None:
    """Wherever Ctrl-C meets it: told as interrupted it is the old ledger, told as done the new.

    While Python itself begins or ends there is nobody to tell anything: it is either, and whole.
    """
    word = a_file(tmp_path / "word", "four words do well")
    for moment in (0.0, 0.15, 0.4):
        place = tmp_path / f"{moment}.creditmate"
        shutil.copy(ledger, place)
        with started(command, "--ledger", place, "--password-file", word) as child:
            while child.poll() is None and not place.with_name(f"{place.name}-wal").exists():
                time.sleep(0.005)
            time.sleep(moment)
            child.send_signal(signal.SIGINT)
            _out, err = child.communicate(timeout=60)
        protected = place.read_bytes()[:6] != b"SQLite"
        told = child.returncode != -signal.SIGINT
        assert not told or (child.returncode, protected) in {
            (130, False), (0, command == "protect")
        }  # fmt: skip
        assert "Traceback" not in err
        assert not list(tmp_path.glob(f".{place.name}*"))
        opened = run("aged", "--ledger", place, "--password-file", word)
        assert opened.status == 0


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="no such rights here")
def test_a_folder_that_may_not_be_looked_into_is_no_fault_of_the_program(
    run: Run, tmp_path: Path
) -> None:
    """As a stick that was pulled out, or a network that went away: the system has no answer."""
    beyond = tmp_path / ("x" * 300) / "books.creditmate"
    refused = run("check", "--ledger", beyond)
    assert refused.status == 1
    assert "cannot be opened" in refused.err
    assert "fault of the program" not in refused.err


def test_a_drill_that_fails_is_status_1(run: Run, ledger: Path) -> None:
    assert run("drill", "--ledger", ledger).status == 1
    path = Path(run("backup", "--ledger", ledger, "--json").json["path"])
    path.write_bytes(path.read_bytes()[:-70] + bytes(70))
    failed = run("drill", "--ledger", ledger, "--json")
    assert (failed.status, failed.json["ok"]) == (1, False)
    assert run("check", "--ledger", ledger).status == 0
    assert run("check", "--full", "--ledger", ledger).status == 1
