"""A ledger with one damaged page at the command line: told, with status 1, in every command."""

from pathlib import Path

import pytest

from creditmate.services.unlocking import unlock
from tests.cli.conftest import Run
from tests.damaged_pages import damage


@pytest.fixture(params=["plain", "protected"])
def options(request: pytest.FixtureRequest, run: Run, tmp_path: Path) -> tuple[object, ...]:
    """A backed-up sample that has lost a page of its items, and what opens it."""
    path, word = tmp_path / "books.creditmate", tmp_path / "pw"
    word.write_text("four calm herons wade\n", encoding="utf-8")
    word.chmod(0o600)
    protected = request.param == "protected"
    how = ("--password-file", word) if protected else ("--no-password",)
    assert run("new", path, *how, "--sample").status == 0
    opened = ("--ledger", path, *(("--password-file", word) if protected else ()))
    assert run("backup", *opened).status == 0
    damage(path, "entry", unlock(path, "four calm herons wade") if protected else None)
    return opened


def test_a_check_says_what_it_found(run: Run, options: tuple[object, ...]) -> None:
    told = run("check", *options)
    assert told.status == 1
    assert "integrity: file 0" in told.out
    assert "cannot be read" in told.out
    assert "as it must be. Chain head" not in told.out
    assert told.err == ""
    answer = run("check", "--full", "--json", *options)
    assert (answer.status, answer.json["ok"]) == (1, False)
    assert {found["rule"] for found in answer.json["findings"]} >= {"integrity"}
    assert answer.json["entries"] is None
    assert [each["whole"] for each in answer.json["backups"]] == [True]


def test_every_command_that_meets_it_says_damage(run: Run, options: tuple[object, ...]) -> None:
    for command in ("today", "aged", "invoices", "backup"):
        told = run(command, *options)
        assert told.status == 1
        assert "is damaged. Leave the file as it is and take the newest backup." in told.err
        assert "fault of the program" not in told.err


def test_one_that_is_too_damaged_to_be_opened_is_no_answer_without_json(
    run: Run, options: tuple[object, ...], tmp_path: Path
) -> None:
    path = tmp_path / "books.creditmate"
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    answer = run("check", "--json", *options)
    assert (answer.status, answer.json["ok"]) == (1, False)
    assert "is damaged" in answer.err
