"""What the window is told of a ledger's safety: backups, checks, what a restore would change."""

import json
import shutil
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from creditmate.bootstrap import build
from creditmate.db.connection import execute
from creditmate.db.manifest import manifest
from creditmate.domain.errors import Problem, UserError
from creditmate.services import damage, published_figures, unlocking
from creditmate.services.backup_standing import BackupStanding, standing
from creditmate.services.checking import STEPS
from creditmate.services.ledger_difference import Difference
from creditmate.services.program import Program
from creditmate.services.trust_facts import trust_facts
from creditmate.services.unpacking import read_backup
from creditmate.system.computer import backup_folder, kept_apart

TODAY, NAME = date(2026, 11, 23), "firm.creditmate"
LOCK = unlocking.new_lock("first password of all")


@pytest.fixture(scope="module", params=[None, LOCK], ids=["unprotected", "protected"])
def sample(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, unlocking.Lock | None]:
    """A sample ledger to be copied with its key file, and what opens it."""
    folder, lock = tmp_path_factory.mktemp("sample"), request.param
    with kept_apart(folder / "home"):
        made = build(TODAY)
        made.ask(lambda: made.ledgers.create_sample(folder / NAME, lock))
        made.stop()
    return folder, lock


@pytest.fixture
def program(
    sample: tuple[Path, unlocking.Lock | None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Program]:
    monkeypatch.setenv("CREDITMATE_HOME", str(tmp_path / "home"))
    folder, lock = sample
    for file in folder.glob(f"{NAME}*"):
        shutil.copy(file, tmp_path)
    made = build(TODAY)
    made.ask(lambda: made.ledgers.open(tmp_path / NAME, lock.key if lock else None))
    yield made
    made.stop()


def stands(program: Program) -> BackupStanding:
    return program.ask(lambda: standing(program.backups))


def post(program: Program) -> None:
    program.ask(lambda: program.upkeep.post_cash(TODAY))


# ---------------------------------------------------------------- how backups stand
def test_how_backups_stand_from_none_to_one_that_is_gone(program: Program, tmp_path: Path) -> None:
    first = stands(program)
    assert (first.made_at, first.has_news, first.is_worrying) == (None, True, False)
    made = program.ask(lambda: program.backups.back_up("day"))
    second = stands(program)
    assert second.made_at is not None
    assert not second.has_news
    post(program)
    assert stands(program).has_news
    made.path.rename(tmp_path / made.path.name)
    assert stands(program).made_at is None, "what is not there any more is no backup"


def test_a_failure_is_remembered_with_its_reason_until_one_succeeds(program: Program) -> None:
    uid = program.ask(lambda: execute("SELECT ledger_uid FROM business").fetchone()[0])
    folder = backup_folder(uid)
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("in the way")
    with pytest.raises(UserError):
        program.ask(lambda: program.backups.back_up("day"))
    failed = stands(program).failed
    assert failed is not None
    assert failed.problem is Problem.BACKUP_FAILED
    assert failed.facts["path"] == str(folder)
    assert stands(program).is_worrying
    folder.unlink()
    program.ask(lambda: program.backups.back_up("day"))
    assert stands(program).failed is None


def test_a_second_place_that_is_away_is_told_apart_from_one_that_fails(
    program: Program, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    program.ask(lambda: program.backups.choose_second(stick))
    program.ask(lambda: program.backups.back_up("day"))
    there = stands(program)
    assert (there.second, there.second_away, there.second_failed) == (str(stick), False, False)
    stick.rename(tmp_path / "drawer")
    post(program)
    program.ask(lambda: program.backups.back_up("day"))
    assert (stands(program).second_away, stands(program).second_failed) == (True, False)
    (tmp_path / "drawer").rename(stick)
    (stick / "CreditMate backups").rename(stick / "before")
    (stick / "CreditMate backups").write_text("in the way")
    post(program)
    program.ask(lambda: program.backups.back_up("by hand"))
    assert (stands(program).second_away, stands(program).second_failed) == (False, True)


# ---------------------------------------------------------------- what a restore would change
def changed(program: Program, backup: Path, place: Path) -> Difference | None:
    told = read_backup(backup).manifest
    key = program.ask(lambda: program.ledgers.key_of(place))
    return program.ask(lambda: program.restoring.would_change(told, place, key))


def test_what_a_restore_would_change_is_told_before(program: Program, tmp_path: Path) -> None:
    place = tmp_path / NAME
    made = program.ask(lambda: program.backups.back_up("day"))
    same = changed(program, made.path, place)
    assert same is not None
    assert (same.rows, same.open) == ({}, {})
    post(program)
    before = program.ask(lambda: manifest(execute))
    other = changed(program, made.path, place)
    assert other is not None
    assert other.rows["action"] == (2, 1)
    assert other.last_at[0] > other.last_at[1]
    assert program.ask(lambda: manifest(execute)) == before, "asking changes nothing"
    key = program.ask(lambda: program.ledgers.key_of(place))
    program.ask(program.ledgers.close)
    told = read_backup(made.path).manifest
    assert program.ask(lambda: program.restoring.would_change(told, place, key)) == other
    place.unlink()
    assert program.ask(lambda: program.restoring.would_change(told, place, key)) is None


# ---------------------------------------------------------------- checks, step by step
def test_all_steps_together_are_a_full_check(program: Program) -> None:
    found = [f for at in range(STEPS) for f in program.ask(lambda at=at: program.checking.step(at))]  # type: ignore[misc]
    assert found == []
    assert program.ask(program.checking.due).full
    proof = program.ask(lambda: program.checking.ended(found))
    assert proof == program.ask(program.upkeep.check)
    assert not program.ask(program.checking.due).full
    assert program.ask(program.checking.found) == []


def test_whoever_waits_is_known(program: Program) -> None:
    began, may = threading.Event(), threading.Event()

    def hold() -> None:
        began.set()
        may.wait(20)

    held = program.later(hold)
    assert began.wait(20)
    waited = [program.is_awaited]
    waits = program.later(lambda: None)
    waited.append(program.is_awaited)
    may.set()
    held.result()
    waits.result()
    waited.append(program.is_awaited)
    assert waited == [False, True, False]


# ---------------------------------------------------------------- all that is known
def test_all_that_is_known_is_of_the_ledger_that_is_open(program: Program, tmp_path: Path) -> None:
    post(program)
    facts = program.ask(lambda: trust_facts(program))
    head, actions = program.ask(
        lambda: execute("SELECT hash, id FROM action ORDER BY id DESC LIMIT 1").fetchone()
    )
    assert (facts.head, facts.actions, facts.folder) == (head, actions, tmp_path)
    assert (facts.protection is not None) is (
        program.ask(lambda: program.ledgers.key_of(tmp_path / NAME)) is not None
    )
    assert program.ask(lambda: program.ledgers.path) == tmp_path / NAME
    program.ask(program.ledgers.close)
    assert program.ask(lambda: program.ledgers.path) is None


def test_figures_that_cannot_be_read_are_none(tmp_path: Path) -> None:
    file = tmp_path / "figures.json"
    read = published_figures.published_figures
    assert read(file) is None
    for wrong in ("", "[]", "{}", '{"made": 1, "version": 2, "figures": [{"number": "x"}]}'):
        file.write_text(wrong)
        assert read(file) is None
    one = {"number": 1, "title": "Kills", "result": "0 lost", "ok": True}
    file.write_text(json.dumps({"made": "2026-11-22", "version": "0.1.0", "figures": [one]}))
    found = read(file)
    assert found is not None
    assert [each.title for each in found.figures] == ["Kills"]


# ---------------------------------------------------------------- the damaged file
def test_a_copy_elsewhere_has_all_that_belongs_to_it_and_replaces_nothing(
    program: Program, tmp_path: Path
) -> None:
    path, folder = tmp_path / NAME, tmp_path / "elsewhere"
    program.ask(program.ledgers.close)
    folder.mkdir()
    before = path.read_bytes()
    copy = damage.copy_elsewhere(path, folder)
    assert copy.read_bytes() == path.read_bytes() == before
    key_file = path.with_name(path.name + "-key")
    assert copy.with_name(key_file.name).exists() is key_file.exists()
    with pytest.raises(UserError) as caught:
        damage.copy_elsewhere(path, folder)
    assert caught.value.problem is Problem.LEDGER_EXISTS
    with pytest.raises(UserError) as caught:
        damage.copy_elsewhere(path, tmp_path / "nowhere")
    assert caught.value.problem is Problem.FOLDER_UNWRITABLE
