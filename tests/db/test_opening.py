"""Every wrong kind of file is refused by name and left as it was; a right one opens whole."""

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from creditmate.db import cipher, connection, ledger_file
from creditmate.db.migrations import STEPS
from creditmate.db.preflight import APPLICATION_ID
from creditmate.db.proof import prove_all
from creditmate.db.read_only import is_read_only
from creditmate.domain.data_key import DataKey
from creditmate.domain.errors import Problem, UserError
from tests.builders import (
    a_customer,
    a_gateway,
    an_invoice,
    an_invoice_book,
    day,
    make_ledger,
    open_ledger,
)
from tests.db.conftest import Ledger, of_both_kinds
from tests.db.snapshots import everything

WANTED = {
    "locking_mode": "exclusive",
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "recursive_triggers": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "secure_delete": 1,
}
LOCKER = """
import sys
from sqlcipher3 import dbapi2
held = dbapi2.connect(sys.argv[1], isolation_level=None)
held.execute("PRAGMA locking_mode = exclusive")
held.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""
WRITER = """
import sys
from pathlib import Path
from tests.builders import a_customer, a_gateway, open_ledger
open_ledger(Path(sys.argv[1]))
with a_gateway().write("add-customer") as writing:
    a_customer(writing, "LATE")
print("saved", flush=True)
sys.stdin.read()
"""


def header(path: Path, offset: int, value: bytes) -> None:
    with path.open("rb+") as file:
        file.seek(offset)
        file.write(value)


def a_closed_ledger(path: Path) -> None:
    gateway = make_ledger(path)
    with gateway.write("import-invoices") as writing:
        customer = a_customer(writing)
        for number in range(20):
            an_invoice(writing, customer, str(number), day(number), 1000)
    connection.close()


def missing_folder(path: Path) -> None:
    path.mkdir()


def empty(path: Path) -> None:
    path.touch()


def random_bytes(path: Path) -> None:
    path.write_bytes(random.Random(6).randbytes(8192))


def few_random_bytes(path: Path) -> None:
    path.write_bytes(random.Random(6).randbytes(4095))


def plain_text(path: Path) -> None:
    path.write_text("code,name\nACME,Acme Ltd\n" * 50, encoding="utf-8")


def other_database(path: Path) -> None:
    other = driver.connect(str(path))
    other.execute("CREATE TABLE recipe (name TEXT)")
    other.commit()
    other.close()


def newer_format(path: Path) -> None:
    a_closed_ledger(path)
    header(path, 60, (len(STEPS) + 1).to_bytes(4, "big"))


def formatless(path: Path) -> None:
    a_closed_ledger(path)
    header(path, 60, bytes(4))


def truncated(path: Path) -> None:
    a_closed_ledger(path)
    os.truncate(path, path.stat().st_size // 4096 // 2 * 4096)


def truncated_in_a_page(path: Path) -> None:
    a_closed_ledger(path)
    os.truncate(path, path.stat().st_size - 1000)


def truncated_in_the_header(path: Path) -> None:
    a_closed_ledger(path)
    os.truncate(path, 60)


def damaged_magic(path: Path) -> None:
    a_closed_ledger(path)
    header(path, 0, b"SQLite f0rmat 9\x00")


def damaged_page_size(path: Path) -> None:
    a_closed_ledger(path)
    header(path, 16, b"\x00\x07")


def damaged_write_version(path: Path) -> None:
    a_closed_ledger(path)
    header(path, 18, b"\x09\x09")


def damaged_first_page(path: Path) -> None:
    a_closed_ledger(path)
    header(path, 100, b"\xff" * 3996)


def without_tables(path: Path) -> None:
    bare = driver.connect(str(path))
    bare.execute("PRAGMA journal_mode = wal")
    bare.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    bare.execute(f"PRAGMA user_version = {len(STEPS)}")
    bare.execute("CREATE TABLE other (id INTEGER)")
    bare.commit()
    bare.close()


def without_a_trigger(path: Path) -> None:
    """Somebody made room for changing what was issued."""
    a_closed_ledger(path)
    with closing(driver.connect(str(path))) as other:
        (name,) = other.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchone()
        other.execute(f"DROP TRIGGER {name}")


def another_index(path: Path) -> None:
    a_closed_ledger(path)
    with closing(driver.connect(str(path))) as other:
        other.execute("CREATE INDEX of_theirs ON customer (trading_name)")


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (missing_folder, Problem.LEDGER_NOT_A_FILE),
        (empty, Problem.LEDGER_EMPTY),
        (random_bytes, Problem.LEDGER_PROTECTED),  # nobody can tell the two apart
        (few_random_bytes, Problem.LEDGER_UNKNOWN),
        (plain_text, Problem.LEDGER_UNKNOWN),
        (damaged_magic, Problem.LEDGER_UNKNOWN),
        (other_database, Problem.LEDGER_FOREIGN),
        (newer_format, Problem.LEDGER_NEWER),
        (formatless, Problem.LEDGER_DAMAGED),
        (truncated, Problem.LEDGER_DAMAGED),
        (truncated_in_a_page, Problem.LEDGER_DAMAGED),
        (truncated_in_the_header, Problem.LEDGER_DAMAGED),
        (damaged_page_size, Problem.LEDGER_DAMAGED),
        (damaged_write_version, Problem.LEDGER_DAMAGED),
        (damaged_first_page, Problem.LEDGER_DAMAGED),
        (without_tables, Problem.LEDGER_DAMAGED),
        (without_a_trigger, Problem.LEDGER_OTHER_TABLES),
        (another_index, Problem.LEDGER_OTHER_TABLES),
    ],
)
def test_a_wrong_file_is_refused_by_name_and_untouched(
    tmp_path: Path, make: Callable[[Path], None], problem: Problem
) -> None:
    path = tmp_path / "some.creditmate"
    make(path)
    before = snapshot(tmp_path)
    assert refusal(path) is problem
    assert connection.database.is_closed()
    assert snapshot(tmp_path) == before


def test_a_missing_file_is_never_made(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.creditmate") is Problem.LEDGER_MISSING
    with pytest.raises(UserError) as caught:
        connection.connect(tmp_path / "none.creditmate", None)
    assert caught.value.problem is Problem.LEDGER_UNREADABLE
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read every file"
)
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "some.creditmate"
    a_closed_ledger(path)
    path.chmod(0)
    assert refusal(path) is Problem.LEDGER_UNREADABLE
    path.chmod(0o600)
    assert refusal(path) is None


@pytest.fixture
def read_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A closed ledger in a folder into which nobody may write."""
    path = tmp_path / "a.creditmate"
    a_closed_ledger(path)
    access = os.access
    monkeypatch.setattr(os, "access", lambda where, mode: where != tmp_path and access(where, mode))
    return path


def test_a_ledger_where_nothing_can_be_written_is_read(read_only: Path) -> None:
    open_ledger(read_only)
    assert is_read_only()
    assert connection.execute("SELECT count(*) FROM action").fetchone() == (2,)
    with pytest.raises(UserError) as caught, a_gateway().write("test"):
        pass
    assert caught.value.problem is Problem.DISK_READ_ONLY
    assert caught.value.facts["path"] == read_only
    with pytest.raises(driver.OperationalError, match="readonly"):
        connection.execute("DELETE FROM setting")
    connection.close()
    assert not is_read_only()
    assert [file.name for file in read_only.parent.iterdir()] == [read_only.name]


def test_one_that_is_written_elsewhere_is_not_read_meanwhile(read_only: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", LOCKER, str(read_only)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    ) as holder:  # fmt: skip
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        assert refusal(read_only) is Problem.LEDGER_IN_USE
        holder.communicate(b"")


@pytest.mark.skipif(sys.platform == "win32", reason="its locks are others")
def test_one_that_is_read_is_not_written_elsewhere(read_only: Path) -> None:
    open_ledger(read_only)
    writes = (
        "import sqlite3, sys; db = sqlite3.connect(sys.argv[1], timeout=0);"
        "db.execute('PRAGMA locking_mode = exclusive'); db.execute('BEGIN IMMEDIATE')"
    )
    tried = subprocess.run(
        [sys.executable, "-c", writes, str(read_only)], capture_output=True, check=False
    )
    assert b"database is locked" in tried.stderr


def test_what_a_journal_holds_is_not_left_out(read_only: Path) -> None:
    read_only.with_name(f"{read_only.name}-wal").write_bytes(b"saved last")
    assert refusal(read_only) is Problem.DISK_READ_ONLY


def test_a_loop_of_links_is_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "some.creditmate"
    try:
        path.symlink_to(path)
    except OSError:
        pytest.skip("no symbolic links here")
    assert refusal(path) is Problem.LEDGER_UNREADABLE


def test_a_ledger_open_in_another_process_is_in_use(tmp_path: Path) -> None:
    path = tmp_path / "some.creditmate"
    a_closed_ledger(path)
    with subprocess.Popen(
        [sys.executable, "-c", LOCKER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        before = hashlib.sha256(path.read_bytes()).hexdigest()
        assert refusal(path) is Problem.LEDGER_IN_USE
        assert hashlib.sha256(path.read_bytes()).hexdigest() == before
        holder.communicate(b"")
    assert refusal(path) is None


@of_both_kinds
def test_an_open_ledger_admits_no_second_connection(ledger: Ledger) -> None:
    second = driver.connect(str(ledger.path), timeout=0)
    cipher.unlock(second, ledger.key)
    with pytest.raises(driver.OperationalError, match="locked"):
        second.execute("SELECT count(*) FROM customer")
    second.close()


def test_a_second_connection_of_the_same_process_keeps_the_ledger_in_use(tmp_path: Path) -> None:
    path = tmp_path / "some.creditmate"
    a_closed_ledger(path)
    other = driver.connect(str(path), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    assert refusal(path) is Problem.LEDGER_IN_USE
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before
    other.execute("ROLLBACK")
    other.close()
    assert refusal(path) is None


@of_both_kinds
def test_every_pragma_reads_back(ledger: Ledger) -> None:
    assert ledger.path.exists()
    found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in WANTED}
    assert found == WANTED


@of_both_kinds
def test_at_rest_there_is_one_file(ledger: Ledger) -> None:
    with ledger.gateway.write("add-customer") as writing:
        a_customer(writing)
    connection.close()
    assert list(ledger.path.parent.iterdir()) == [ledger.path]
    assert refusal(ledger.path, ledger.key) is None


def test_a_journal_left_by_a_killed_process_is_recovered(tmp_path: Path) -> None:
    path = tmp_path / "some.creditmate"
    a_closed_ledger(path)
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"saved\n"
        child.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
        child.wait()
    journal = path.with_name(path.name + "-wal")
    assert journal.stat().st_size > 0
    without = tmp_path / "copy" / path.name
    without.parent.mkdir()
    shutil.copyfile(path, without)
    assert codes(without) == ["ACME"], "what was saved last must stand in the journal alone"
    assert codes(path) == ["ACME", "LATE"]
    assert not journal.exists()


def test_a_journal_that_holds_a_newer_format_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "some.creditmate"
    a_closed_ledger(path)
    newer = driver.connect(str(path), isolation_level=None)
    newer.execute("PRAGMA wal_autocheckpoint = 0")
    newer.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    away = tmp_path / "crashed" / path.name
    away.parent.mkdir()
    for suffix in ("", "-wal"):
        shutil.copyfile(f"{path}{suffix}", f"{away}{suffix}")
    newer.close()
    assert refusal(away) is Problem.LEDGER_NEWER


@of_both_kinds
def test_a_disk_that_fails_at_closing_loses_nothing(ledger: Ledger) -> None:
    """The file cannot grow, so the journal stays beside it, and is read at the next opening."""
    resource = pytest.importorskip("resource", reason="no limits of file sizes here")
    with ledger.gateway.write("import-invoices") as writing:
        an_invoice_book(writing, customers=3, invoices=100)
    before = everything()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ledger.path.stat().st_size, hard))
    try:
        connection.close()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert connection.database.is_closed()
    open_ledger(ledger.path, key=ledger.key)
    assert everything() == before
    assert prove_all() == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps an open file where it is")
def test_a_ledger_whose_name_another_has_meanwhile_takes_nothing(tmp_path: Path) -> None:
    """As after a restore by another program: what is saved would be in the file put aside."""
    path, aside = tmp_path / "a.creditmate", tmp_path / "aside.creditmate"
    make_ledger(path)
    connection.close()
    copy = path.read_bytes()
    open_ledger(path)
    path.rename(aside)
    path.write_bytes(copy)
    with pytest.raises(UserError) as caught, a_gateway().write("test") as writing:
        a_customer(writing)
    assert caught.value.problem is Problem.LEDGER_GONE
    connection.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps an open file where it is")
def test_a_ledger_moved_away_while_it_is_open_takes_nothing_until_it_is_back(
    tmp_path: Path,
) -> None:
    path, elsewhere = tmp_path / "a.creditmate", tmp_path / "b.creditmate"
    gateway = make_ledger(path)
    path.rename(elsewhere)
    with pytest.raises(UserError) as caught, gateway.write("import-invoices") as writing:
        a_customer(writing)
    assert caught.value.problem is Problem.LEDGER_GONE
    elsewhere.rename(path)
    with gateway.write("import-invoices") as writing:
        a_customer(writing)
    connection.close()
    open_ledger(path)
    assert connection.execute("SELECT count(*) FROM customer").fetchone() == (1,)
    connection.close()


def test_making_never_replaces_a_file_and_needs_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "some.creditmate"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(UserError) as exists:
        make_ledger(path)
    assert exists.value.problem is Problem.LEDGER_EXISTS
    assert path.read_text(encoding="utf-8") == "mine"
    with pytest.raises(UserError) as nowhere:
        make_ledger(tmp_path / "no" / "such.creditmate")
    assert nowhere.value.problem is Problem.LEDGER_UNREADABLE


def test_a_ledger_whose_making_fails_leaves_nothing(tmp_path: Path) -> None:
    def fail() -> None:
        raise KeyError("nothing to fill it with")

    with pytest.raises(KeyError):
        ledger_file.create(tmp_path / "some.creditmate", fail)
    assert list(tmp_path.iterdir()) == []
    assert connection.database.is_closed()


def test_a_file_that_came_while_a_ledger_was_made_stays(tmp_path: Path) -> None:
    path = tmp_path / "some.creditmate"
    with pytest.raises(UserError) as caught:
        ledger_file.create(path, lambda: path.write_text("came first", encoding="utf-8"))
    assert caught.value.problem is Problem.LEDGER_EXISTS
    assert path.read_text(encoding="utf-8") == "came first"
    assert list(tmp_path.iterdir()) == [path]


def refusal(path: Path, key: DataKey | None = None) -> Problem | None:
    """What opening refuses the file for; None if it opens and proves whole."""
    try:
        open_ledger(path, key=key)
    except UserError as error:
        return error.problem
    assert prove_all() == []
    connection.close()
    return None


def codes(path: Path) -> list[str]:
    open_ledger(path)
    assert prove_all() == []
    found = [code for (code,) in connection.execute("SELECT code FROM customer ORDER BY id")]
    connection.close()
    return found


def snapshot(folder: Path) -> dict[str, str]:
    """Every file below a folder with the hash of its bytes."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        if path.is_file()
        else "folder"
        for path in folder.rglob("*")
    }
