"""An older ledger is brought up to date whole, after a verified backup, or stays as it was."""

from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from creditmate.db import connection, ledger_file
from creditmate.db.backup import Backup, make_backup
from creditmate.db.connection import execute
from creditmate.db.manifest import manifest
from creditmate.db.migrations import SCHEMAS, STEPS, Step
from creditmate.db.proof import prove_all
from creditmate.db.schema_check import schema_digest
from creditmate.domain.errors import Problem, UserError
from tests.builders import open_ledger
from tests.db.conftest import Ledger
from tests.db.snapshots import Snapshot, everything
from tests.db.specimens import write_specimens

NEWER = len(STEPS) + 1
STEP: Step = (
    "CREATE TABLE oddment (id INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT NOT NULL) STRICT",
    "INSERT INTO oddment (text) SELECT 'once a month' FROM business",
    "CREATE INDEX oddment_text ON oddment (text)",
)
FAILING: Step = ("INSERT INTO oddment (text) VALUES (NULL)",)
LOSING: Step = ("UPDATE entry SET open_minor = open_minor - 1 WHERE id = 2",)
BREAKING: Step = (
    "CREATE TABLE link (id INTEGER PRIMARY KEY, entry_id INTEGER NOT NULL REFERENCES entry (id)"
    " DEFERRABLE INITIALLY DEFERRED) STRICT",
    "INSERT INTO link VALUES (1, 999)",
)


@pytest.fixture
def old(ledger: Ledger) -> Path:
    """A closed ledger of the format before."""
    write_specimens(ledger.gateway)
    connection.close()
    return ledger.path


def contents(path: Path) -> Snapshot:
    open_ledger(path)
    found = everything()
    connection.close()
    return found


def test_a_migration_backs_up_first_and_keeps_every_total(old: Path, tmp_path: Path) -> None:
    made: list[tuple[str, int, Backup]] = []

    def back_up(reason: str) -> None:
        backup = make_backup(tmp_path / "backups", "before", {"reason": reason})
        made.append((reason, ledger_file.user_version(), backup))

    before = contents(old)
    ledger_file.open_existing(old, back_up, (*STEPS, STEP))
    ((reason, version, backup),) = made
    assert (reason, version) == (f"before format {NEWER}", len(STEPS))
    assert backup.path.exists()
    after = manifest(execute)
    assert after["format"] == NEWER
    assert after["rows"] == {**backup.manifest["rows"], "oddment": 1}
    for figure in ("open", "amount", "head", "ledger_uid"):
        assert after[figure] == backup.manifest[figure]
    found = everything()
    assert {name: found[name] for name in before if not name.startswith("sqlite_")} == {
        name: rows for name, rows in before.items() if not name.startswith("sqlite_")
    }
    assert prove_all() == []


def test_a_migrated_ledger_is_not_migrated_again(old: Path) -> None:
    ledger_file.open_existing(old, lambda _: None, (*STEPS, STEP))
    connection.close()
    ledger_file.open_existing(old, never, (*STEPS, STEP))
    assert execute("SELECT text FROM oddment").fetchall() == [("once a month",)]


def test_what_each_step_leads_to_is_frozen() -> None:
    """A step that is edited after its release fails here: ledgers made by it would be refused."""
    with closing(driver.connect(":memory:", isolation_level=None)) as memory:
        for step, expected in zip(STEPS, SCHEMAS, strict=True):
            for statement in step:
                memory.execute(statement)
            assert schema_digest(memory.execute) == expected


def never(reason: str) -> None:
    raise AssertionError(reason)


@pytest.mark.parametrize(
    ("step", "says"),
    [(FAILING, "NOT NULL"), (LOSING, "changes a total"), (BREAKING, "breaks a reference")],
)
def test_a_step_that_fails_leaves_the_old_format_whole(old: Path, step: Step, says: str) -> None:
    before = contents(old)
    with pytest.raises(UserError, match=says) as caught:
        ledger_file.open_existing(old, lambda _: None, (*STEPS, STEP, step))
    assert caught.value.problem is Problem.MIGRATION_FAILED
    assert connection.database.is_closed()
    assert contents(old) == before
    assert list(old.parent.iterdir()) == [old]


def test_without_a_backup_there_is_no_migration(old: Path) -> None:
    def refuse(reason: str) -> None:
        raise UserError(Problem.BACKUP_FAILED, why=reason)

    before, data = contents(old), old.read_bytes()
    with pytest.raises(UserError) as caught:
        ledger_file.open_existing(old, refuse, (*STEPS, STEP))
    assert caught.value.problem is Problem.BACKUP_FAILED
    assert connection.database.is_closed()
    assert old.read_bytes() == data
    assert contents(old) == before


def test_one_with_a_broken_reference_is_damaged_and_nothing_is_changed_in_it(
    old: Path, tmp_path: Path
) -> None:
    """No backup of it can be proved: that is said of the ledger, not of the backup's folder."""

    def back_up(reason: str) -> None:
        make_backup(tmp_path / "backups", "before", {"reason": reason})

    with closing(driver.connect(str(old), isolation_level=None)) as broken:
        broken.execute("PRAGMA foreign_keys = OFF")
        names = broken.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type='trigger'"
        ).fetchall()
        for name, _sql in names:
            broken.execute(f"DROP TRIGGER {name}")
        broken.execute("UPDATE contact SET customer_id = 98765 WHERE id = 1")
        for _name, sql in names:
            broken.execute(sql)
    with pytest.raises(UserError) as caught:
        ledger_file.open_existing(old, back_up, (*STEPS, STEP))
    assert caught.value.problem is Problem.LEDGER_DAMAGED
    assert caught.value.facts["path"] == old
    assert connection.database.is_closed()
    with closing(driver.connect(str(old))) as still:
        assert still.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
    assert list((tmp_path / "backups").iterdir()) == []


def test_a_migrated_ledger_is_refused_by_the_program_before(old: Path) -> None:
    ledger_file.open_existing(old, lambda _: None, (*STEPS, STEP))
    connection.close()
    data = old.read_bytes()
    with pytest.raises(UserError) as caught:
        open_ledger(old)
    assert caught.value.problem is Problem.LEDGER_NEWER
    assert (caught.value.facts["found"], caught.value.facts["known"]) == (NEWER, len(STEPS))
    assert old.read_bytes() == data


def test_two_steps_are_one_transaction(old: Path) -> None:
    """A ledger two formats behind is never left at the one between."""
    before = contents(old)
    with pytest.raises(UserError, match="no such table"):
        ledger_file.open_existing(old, lambda _: None, (*STEPS, STEP, ("DROP TABLE none",)))
    assert contents(old) == before
