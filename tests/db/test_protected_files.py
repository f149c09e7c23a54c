"""A protected ledger is never opened or made as anything else, and what is wrong with it is named.

reliability.md, figures 13, 15 and 18: a key-less open can neither create nor leave a file that says
of itself that it is plain SQLite.
"""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from creditmate.db import cipher, connection, ledger_file
from creditmate.db.backup import make_backup
from creditmate.db.connection import execute
from creditmate.db.migrations import STEPS
from creditmate.db.preflight import APPLICATION_ID
from creditmate.domain.data_key import DataKey
from creditmate.domain.errors import Problem, UserError
from tests.builders import KEY, a_customer, an_invoice_book, make_ledger, open_ledger
from tests.db.snapshots import everything
from tests.db.test_opening import header, plain_text, refusal, snapshot

OTHER = DataKey(bytes(32))
MARKER = "Quillfeather"
OPENER = """
import sys
from pathlib import Path
from creditmate.domain.data_key import DataKey
from creditmate.domain.errors import UserError
from tests.builders import KEY, open_ledger
try:
    open_ledger(Path(sys.argv[1]), key=KEY)
except UserError as error:
    print(error.problem.value)
else:
    print("opened")
"""


def protected(path: Path) -> None:
    with make_ledger(path, key=KEY).write("import-invoices") as writing:
        an_invoice_book(writing, customers=3, invoices=40)
    connection.close()


def unprotected(path: Path) -> None:
    make_ledger(path)
    connection.close()


def of_another_key(path: Path) -> None:
    make_ledger(path, key=OTHER)
    connection.close()


def emptied(path: Path) -> None:
    protected(path)
    os.truncate(path, 0)


def cut_in_half(path: Path) -> None:
    protected(path)
    os.truncate(path, path.stat().st_size // 4096 // 2 * 4096)


def cut_in_a_page(path: Path) -> None:
    protected(path)
    os.truncate(path, path.stat().st_size - 1000)


def cut_to_a_few_bytes(path: Path) -> None:
    protected(path)
    os.truncate(path, 60)


def with_a_page_damaged(path: Path) -> None:
    """In the page with the tables' names, which is read at every opening."""
    protected(path)
    header(path, 2000, b"\xff" * 8)


def with_its_beginning_damaged(path: Path) -> None:
    protected(path)
    header(path, 0, bytes(16))


def with_its_first_page_gone(path: Path) -> None:
    protected(path)
    header(path, 0, random.Random(18).randbytes(4096))


def newer_format(path: Path) -> None:
    bare(path, f"PRAGMA user_version = {len(STEPS) + 1}")


def without_format(path: Path) -> None:
    bare(path, "PRAGMA user_version = 0")


def without_tables(path: Path) -> None:
    bare(path, f"PRAGMA user_version = {len(STEPS)}")


def bare(path: Path, sql: str) -> None:
    with closing(driver.connect(str(path), isolation_level=None)) as other:
        cipher.unlock(other, KEY)
        other.execute("PRAGMA journal_mode = wal")  # as every ledger
        other.execute("CREATE TABLE other (id INTEGER)")
        other.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        other.execute(sql)


def another_programs(path: Path) -> None:
    with closing(driver.connect(str(path), isolation_level=None)) as other:
        cipher.unlock(other, KEY)
        other.execute("PRAGMA journal_mode = wal")  # as every ledger
        other.execute("CREATE TABLE other (id INTEGER)")


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (emptied, Problem.LEDGER_EMPTY),
        (plain_text, Problem.KEY_OTHER),
        (unprotected, Problem.LEDGER_NOT_PROTECTED),
        (of_another_key, Problem.KEY_OTHER),
        (cut_in_half, Problem.LEDGER_DAMAGED),
        (cut_in_a_page, Problem.LEDGER_DAMAGED),
        (cut_to_a_few_bytes, Problem.LEDGER_DAMAGED),
        (with_a_page_damaged, Problem.LEDGER_DAMAGED),
        (with_its_beginning_damaged, Problem.LEDGER_DAMAGED),
        (with_its_first_page_gone, Problem.LEDGER_DAMAGED),
        (newer_format, Problem.LEDGER_NEWER),
        (without_format, Problem.LEDGER_DAMAGED),
        (without_tables, Problem.LEDGER_DAMAGED),
        (another_programs, Problem.LEDGER_FOREIGN),
    ],
)
def test_with_a_key_each_wrong_file_is_refused_by_name_and_untouched(
    tmp_path: Path, make: Callable[[Path], None], problem: Problem
) -> None:
    path = tmp_path / "some.creditmate"
    make(path)
    before = snapshot(tmp_path)
    assert refusal(path, KEY) is problem
    assert connection.database.is_closed()
    assert connection.current_key() is None
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize(
    "way",
    [
        lambda path: connection.connect(path, None),
        lambda path: connection.beside(path, None).__enter__(),
        open_ledger,
        ledger_file.look_at,
    ],
)
@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (protected, Problem.LEDGER_PROTECTED),
        (emptied, Problem.LEDGER_EMPTY),
        (cut_in_half, Problem.LEDGER_PROTECTED),
        (with_its_first_page_gone, Problem.LEDGER_PROTECTED),
    ],
)
def test_without_a_key_nothing_makes_a_plain_file_of_a_protected_ledger(
    tmp_path: Path,
    way: Callable[[Path], object],
    make: Callable[[Path], None],
    problem: Problem,
) -> None:
    path = tmp_path / "some.creditmate"
    make(path)
    before = snapshot(tmp_path)
    with pytest.raises(UserError) as caught:
        way(path)
    assert caught.value.problem is problem
    assert snapshot(tmp_path) == before
    assert not path.read_bytes().startswith(cipher.PLAIN)


def test_a_protected_ledger_is_so_from_its_first_byte(tmp_path: Path) -> None:
    """Also while it is being made: whatever a crash would leave of it is encrypted."""
    path = tmp_path / "some.creditmate"
    seen: list[bytes] = []

    def look() -> None:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        seen.extend(each.read_bytes()[:16] for each in tmp_path.iterdir() if each.stat().st_size)
        raise KeyError

    with pytest.raises(KeyError):
        ledger_file.create(path, look, KEY)
    assert seen == [KEY.fingerprint]
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_was_made_otherwise_than_it_had_to_be_gets_no_name(tmp_path: Path) -> None:
    path = tmp_path / "some.creditmate"
    unprotected(path)
    with pytest.raises(RuntimeError):
        cipher.see_made(path, KEY)
    path.unlink()
    protected(path)
    cipher.see_made(path, KEY)
    for other in (OTHER, None):
        with pytest.raises(RuntimeError):
            cipher.see_made(path, other)


def test_nothing_of_what_is_written_can_be_read_in_the_files(tmp_path: Path) -> None:
    """Ledger, journal and backup; figure 14 as far as it is the database's."""
    path = tmp_path / "some.creditmate"
    gateway = make_ledger(path, key=KEY)
    with gateway.write("add-customer") as writing:
        a_customer(writing, MARKER)
    make_backup(tmp_path / "backups", "daily", {})
    content = {each: each.read_bytes() for each in tmp_path.rglob("*") if each.is_file()}
    assert any(each.name.endswith("-wal") and bytes_ for each, bytes_ in content.items())
    for bytes_ in content.values():
        assert MARKER.encode() not in bytes_
        assert KEY.secret not in bytes_
    connection.close()
    assert MARKER.encode() not in path.read_bytes()
    unprotected(tmp_path / "plain.creditmate")
    assert b"Rookmere" in (tmp_path / "plain.creditmate").read_bytes(), "else it proves nothing"


def test_the_key_is_known_while_the_ledger_is_open_and_no_longer(tmp_path: Path) -> None:
    path = tmp_path / "some.creditmate"
    make_ledger(path, key=KEY)
    assert connection.current_key() == KEY
    assert "passphrase" not in connection.database.connect_params
    connection.close()
    assert connection.current_key() is None
    with pytest.raises(UserError):
        open_ledger(path, key=OTHER)
    assert connection.current_key() is None
    assert KEY.secret.hex() not in str(connection.database.connect_params)


def test_damage_and_a_wrong_key_print_nothing(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """SQLCipher would say on standard error which pages it cannot read."""
    path = tmp_path / "some.creditmate"
    with_a_page_damaged(path)
    for key in (KEY, OTHER):
        assert refusal(path, key) is not None
    assert capfd.readouterr() == ("", "")


def test_sorting_never_leaves_the_memory(tmp_path: Path) -> None:
    """What is sorted would otherwise be written unencrypted into a temporary file."""
    make_ledger(tmp_path / "some.creditmate", key=KEY)
    options = {row[0] for row in execute("PRAGMA compile_options")}
    assert options & {"TEMP_STORE=2", "TEMP_STORE=3"}


def test_a_protected_ledger_of_an_older_format_is_backed_up_and_stays_protected(
    tmp_path: Path,
) -> None:
    path = tmp_path / "some.creditmate"
    protected(path)
    step = ("CREATE TABLE oddment (id INTEGER PRIMARY KEY) STRICT",)
    made: list[Path] = []

    def back_up(reason: str) -> None:
        made.append(make_backup(tmp_path / "backups", "before", {"reason": reason}).path)

    open_ledger(path, key=KEY)
    before = everything()
    connection.close()
    ledger_file.open_existing(path, back_up, (*STEPS, step), key=KEY)
    assert ledger_file.user_version() == len(STEPS) + 1
    after = everything()
    assert {name: after[name] for name in before if name != "sqlite_schema"} == {
        name: rows for name, rows in before.items() if name != "sqlite_schema"
    }
    connection.close()
    assert cipher.beginning(path) == KEY.fingerprint
    assert len(made) == 1


# ---------------------------------------------------------------- the lock


def test_looking_at_the_open_ledger_would_give_its_lock_away_so_nothing_does(
    tmp_path: Path,
) -> None:
    """Closing any handle of the file drops the process's locks on it (POSIX)."""
    path = tmp_path / "some.creditmate"
    make_ledger(path, key=KEY)
    ways: tuple[Callable[[], object], ...] = (
        lambda: cipher.beginning(path),
        lambda: cipher.see_fits(path, KEY),
        lambda: ledger_file.look_at(path, KEY),
        lambda: open_ledger(path, key=KEY),
    )
    for way in ways:
        with pytest.raises(UserError) as caught:
            way()
        assert caught.value.problem is Problem.LEDGER_IN_USE
        assert opened_by_another(path) == "ledger-in-use"
    connection.close()
    assert opened_by_another(path) == "opened"


@pytest.mark.skipif(sys.platform == "win32", reason="locks belong to handles there")
def test_a_second_handle_does_give_the_lock_away(tmp_path: Path) -> None:
    """Else the test above proves nothing."""
    path = tmp_path / "some.creditmate"
    make_ledger(path, key=KEY)
    path.open("rb").close()
    assert opened_by_another(path) == "opened"


def opened_by_another(path: Path) -> str:
    """What another process is told that opens the ledger."""
    done = subprocess.run(
        [sys.executable, "-c", OPENER, str(path)], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_a_journal_that_a_crash_has_left_is_read_with_the_key(tmp_path: Path) -> None:
    path, away = tmp_path / "some.creditmate", tmp_path / "crashed" / "some.creditmate"
    away.parent.mkdir()
    with make_ledger(path, key=KEY).write("add-customer") as writing:
        a_customer(writing, "LATE")
    for suffix in ("", "-wal"):
        shutil.copyfile(f"{path}{suffix}", f"{away}{suffix}")
    connection.close()
    open_ledger(away, key=KEY)
    assert execute("SELECT code FROM customer").fetchall() == [("LATE",)]
