"""The drill, the checks that are due, and the way out of a damaged ledger."""

import os
import random
import re
import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from creditmate.bootstrap import build
from creditmate.db import connection
from creditmate.db.business import ledger_uid
from creditmate.db.connection import execute
from creditmate.db.manifest import manifest
from creditmate.db.models import CashPosted
from creditmate.domain.errors import Cancelled, Problem, UserError
from creditmate.services import damage, unlocking
from creditmate.services.backup_checks import Past, check_backups
from creditmate.services.backups import Backups
from creditmate.services.checking import Checking
from creditmate.services.drills import Drills
from creditmate.services.program import Program
from creditmate.services.upkeep import Upkeep
from creditmate.system.backup_records import record_of
from creditmate.system.computer import data_folder
from tests.builders import SetClock, day, make_ledger
from tests.db.specimens import write_specimens
from tests.services.conftest import Office

TODAY = date(2026, 11, 23)
LOCK = unlocking.new_lock("first password of all")


pytestmark = pytest.mark.usefixtures("own_home")


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Office]:
    """A ledger with papers, documents and everything else."""
    clock = SetClock()
    gateway = make_ledger(tmp_path / "office.creditmate", clock)
    write_specimens(gateway)
    yield Office(clock, gateway)
    connection.close()


def post(office: Office, number: int = 1) -> None:
    with office.gateway.write("post-cash") as writing:
        writing.add(CashPosted, to_day=day(number))


def test_a_drill_that_was_killed_leaves_nothing_for_long(books: Office) -> None:
    backups, drills = Backups(books.clock, "test"), Drills(books.clock)
    backups.back_up("day")
    old, new = data_folder() / ".drill-of-yesterday", data_folder() / ".drill-of-now"
    for left in (old, new):
        left.mkdir()
        (left / "drill.creditmate").write_text("a whole ledger", encoding="utf-8")
    os.utime(old, (1, 1))
    assert drills.run(drills.target()).problem is None
    assert list(data_folder().glob(".drill-*")) == [new]


def test_a_drill_that_has_no_room_to_begin_is_told(
    books: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups, drills = Backups(books.clock, "test"), Drills(books.clock)
    backups.back_up("day")
    target = drills.target()
    (tmp_path / "a-file").write_text("", encoding="utf-8")
    monkeypatch.setenv("CREDITMATE_HOME", str(tmp_path / "a-file" / "home"))
    with pytest.raises(UserError) as caught:
        drills.run(target)
    assert caught.value.problem is Problem.FOLDER_UNWRITABLE


# ---------------------------------------------------------------- the drill


def test_the_newest_backup_is_the_ledger(books: Office) -> None:
    backups, drills = Backups(books.clock, "test"), Drills(books.clock)
    with pytest.raises(UserError) as caught:
        drills.target()
    assert caught.value.problem is Problem.NO_BACKUP
    backups.back_up("day")
    post(books)
    newest = backups.back_up("day")
    held = manifest(execute)
    post(books, 2)
    done = drills.run(drills.target())
    assert (done.problem, done.backup.path) == (None, newest.path)
    assert {name: done.holds[name] for name in held} == held
    assert held["rows"]["paper"] > 0
    record = record_of(ledger_uid())
    assert (record.drill_backup, record.drill_why) == (str(newest.path), "")
    assert record.drill_at == done.at.isoformat(timespec="seconds")
    assert not list(data_folder().glob(".drill*"))


def test_a_backup_that_has_changed_fails_the_drill_and_that_is_remembered(books: Office) -> None:
    backups, drills = Backups(books.clock, "test"), Drills(books.clock)
    path = backups.back_up("day").path
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    done = drills.run(drills.target())
    assert done.problem is not None
    assert done.problem.problem is Problem.BACKUP_DAMAGED
    assert record_of(ledger_uid()).drill_why == "seal"
    assert not list(data_folder().glob(".drill*"))


def test_a_drill_of_a_ledger_whose_document_has_other_bytes_fails(books: Office) -> None:
    """What every figure and SQLite itself lets pass: a paper's bytes are not what was issued."""
    triggers = execute(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name GLOB 'blob*'"
    )
    kept = execute("SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name GLOB 'blob*'")
    statements = [sql for (sql,) in kept.fetchall()]
    for (name,) in triggers.fetchall():
        execute(f"DROP TRIGGER {name}")
    execute("UPDATE blob SET content = x'00' WHERE id = 1")
    for sql in statements:
        execute(sql)
    Backups(books.clock, "test").back_up("day")
    drills = Drills(books.clock)
    done = drills.run(drills.target())
    assert done.problem is not None
    assert done.problem.facts["why"] == "blob-altered"


# ---------------------------------------------------------------- checks


def test_what_is_due_when(office: Office) -> None:
    office.clock.moment = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
    checking = Checking(office.clock, Upkeep(office.gateway, office.clock, "test"))
    assert (checking.due().file, checking.due().full) == (True, True)
    assert checking.file() == []
    assert checking.full().findings == []
    assert (checking.due().file, checking.due().full) == (False, False)
    office.clock.moment += timedelta(days=1)
    assert (checking.due().file, checking.due().full) == (True, False)
    office.clock.moment += timedelta(days=7)
    assert checking.due().full
    office.clock.moment -= timedelta(days=300)
    assert checking.due().full, "a clock that was set back must not put the check off"


def test_an_interrupted_check_is_still_due(office: Office) -> None:
    for number in range(100):
        post(office, number)
    checking = Checking(office.clock, Upkeep(office.gateway, office.clock, "test"))

    asked = []

    def stop(done: int, total: int) -> None:
        asked.append(done)
        if len(asked) > 1:  # in the middle of a statement
            raise Cancelled

    with pytest.raises(Cancelled):
        checking.file(stop)
    with pytest.raises(Cancelled):
        checking.full(stop)
    assert (checking.due().file, checking.due().full) == (True, True)
    assert checking.file() == []


def test_damage_is_found_named_and_remembered(office: Office) -> None:
    checking = Checking(office.clock, Upkeep(office.gateway, office.clock, "test"))
    for number in range(100):
        post(office, number)
    path = connection.ledger_path()
    connection.close()
    whole = path.read_bytes()
    path.write_bytes(whole[: -6 * 4096] + b"\xff" * 5 * 4096 + whole[-4096:])
    connection.connect(path, None)
    assert checking.file()
    assert checking.due().file


def test_backups_know_a_past_that_was_changed(office: Office) -> None:
    """reliability.md, figure 22: a chain that was cut off, or recomputed, fits itself."""
    backups = Backups(office.clock, "test")
    backups.back_up("day")
    post(office)
    backups.back_up("day")
    read = check_backups(backups.listed())
    assert [(each.problem, each.past) for each in read] == [(None, Past.SHARED)] * 2
    path = connection.ledger_path()
    connection.close()
    cut = sqlite3.connect(path)
    for (name,) in cut.execute("SELECT name FROM sqlite_schema WHERE type='trigger'").fetchall():
        cut.execute(f"DROP TRIGGER {name}")
    cut.execute("DELETE FROM cash_posted")
    cut.execute("DELETE FROM action WHERE id > 1")
    cut.execute("UPDATE sqlite_sequence SET seq = 1 WHERE name = 'action'")
    cut.execute("UPDATE sqlite_sequence SET seq = 0 WHERE name = 'cash_posted'")
    cut.commit()
    cut.close()
    connection.connect(path, None)
    assert Upkeep(office.gateway, office.clock, "test").check().findings == []
    read = check_backups(backups.listed())
    assert [each.past for each in read] == [Past.MISSING, Past.SHARED]
    read[0].backup.path.write_bytes(b"PK\x03\x04")
    assert check_backups([read[0].backup])[0].problem is not None


# ---------------------------------------------------------------- damage


@pytest.fixture(params=[None, LOCK], ids=["unprotected", "protected"])
def program(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Program]:
    made = build(TODAY)
    lock: unlocking.Lock | None = request.param
    made.ask(lambda: made.ledgers.create_sample(tmp_path / "firm.creditmate", lock))
    yield made
    made.stop()


def key_of(program: Program) -> object:
    return program.ask(connection.current_key)


def do(program: Program, name: str) -> None:
    def act() -> None:
        with program._gateway.write(name) as writing:
            writing.keep_on_record()

    program.ask(act)


def test_from_damage_to_a_whole_ledger(program: Program, tmp_path: Path) -> None:
    """As the dialog leads: which backup, what it lacks, and then it is open."""
    path, key = tmp_path / "firm.creditmate", program.ask(connection.current_key)
    program.ask(lambda: program.backups.back_up("day"))
    do(program, "one")
    good = program.ask(lambda: program.backups.back_up("day"))
    head = program.ask(lambda: manifest(execute))["head"]
    do(program, "two")
    do(program, "three")
    broken = program.ask(lambda: program.backups.back_up("day"))
    do(program, "four")
    program.ask(program.ledgers.close)
    broken.path.write_bytes(broken.path.read_bytes()[:-2000] + bytes(2000))
    chance, content = random.Random(3), bytearray(path.read_bytes())
    for at in chance.sample(range(200, 400), 60):
        content[at * 4096 : at * 4096 + 4096] = bytes(4096)
    path.write_bytes(content)

    told = damage.report(path)
    assert told.newest is not None
    assert told.newest.path == good.path
    assert len(told.others) == 1
    assert told.lacks == 3
    lost = damage.lost_since(path, told.newest, key)
    if lost is not None:
        assert [each.use_case for each in lost] == ["two", "three", "four"]
    assert path.read_bytes() == content, "looking does not touch it"

    newest = told.newest
    restored = program.ask(lambda: damage.mend(program.restoring, path, newest, key))
    assert restored.holds["head"] == head
    assert program.ask(program.upkeep.check).findings == []
    assert restored.aside is not None
    assert (restored.aside / path.name).read_bytes() == content
    do(program, "work goes on")


def test_what_is_missing_is_read_from_a_ledger_whose_other_pages_are_damaged(
    program: Program, tmp_path: Path
) -> None:
    path, key = tmp_path / "firm.creditmate", program.ask(connection.current_key)
    program.ask(lambda: program.backups.back_up("day"))
    do(program, "the only one since")
    program.ask(program.ledgers.close)
    (backup,) = (damage.report(path).newest,)
    assert backup is not None
    lost = damage.lost_since(path, backup, key)
    assert lost is not None
    assert [each.use_case for each in lost] == ["the only one since"]
    path.write_bytes(b"nothing of it is left" * 1000)
    assert damage.lost_since(path, backup, key) is None
    assert not list(data_folder().glob(".damaged*"))


def test_a_moment_that_is_damaged_is_no_fault_of_the_program(tmp_path: Path) -> None:
    path, program = tmp_path / "plain.creditmate", build(TODAY)
    program.ask(lambda: program.ledgers.create_sample(path))
    program.ask(lambda: program.backups.back_up("day"))
    do(program, "only-one-since")
    program.stop()
    content = path.read_bytes()
    at = content.index(b"only-one-since")
    row = content[at - 200 : at + 200]
    path.write_bytes(content.replace(row, re.sub(rb"20\d\d-\d\d-\d\dT", b"long ago---", row)))
    backup = damage.report(path).newest
    assert backup is not None
    assert damage.lost_since(path, backup, None) is None


def test_a_ledger_that_this_computer_does_not_know_by_its_place_is_found_by_key_or_name(
    program: Program, tmp_path: Path
) -> None:
    made = program.ask(lambda: program.backups.back_up("day"))
    protected = program.ask(connection.current_key) is not None
    program.ask(program.ledgers.close)
    path = tmp_path / "firm.creditmate"
    elsewhere = tmp_path / "elsewhere" / "firm.creditmate"
    elsewhere.parent.mkdir()
    elsewhere.write_bytes(path.read_bytes()[:5000])
    other_name = tmp_path / "other.creditmate"
    other_name.write_bytes(path.read_bytes()[:5000])
    for place, known in ((elsewhere, True), (other_name, protected)):
        newest = damage.report(place).newest
        assert (newest is not None and newest.path == made.path) is known


def test_where_there_is_no_backup_that_is_said(program: Program, tmp_path: Path) -> None:
    program.ask(program.ledgers.close)
    told = damage.report(tmp_path / "firm.creditmate")
    assert (told.newest, told.others, told.broken, told.lacks) == (None, (), (), None)
