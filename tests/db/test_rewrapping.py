"""A ledger under another key is the ledger in every row, or is not made at all."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from creditmate.db import cipher, connection
from creditmate.db.connection import execute
from creditmate.db.rewrapping import Wrapped, rewrap
from creditmate.domain.data_key import DataKey
from creditmate.domain.errors import Cancelled, Problem, UserError
from tests.builders import KEY, an_invoice_book, make_ledger, open_ledger
from tests.db.snapshots import Snapshot, everything
from tests.db.specimens import write_specimens

OTHER = DataKey(bytes(32))


def rows(path: Path, key: DataKey | None) -> Snapshot:
    """Every row of a closed ledger, and every number given."""
    open_ledger(path, key=key)
    found = everything()
    connection.close()
    return {name: content for name, content in found.items() if name != "sqlite_schema"}


def schema(path: Path, key: DataKey | None) -> list[tuple[object, ...]]:
    """Tables, indexes, views and triggers with their text, wherever they stand in the file."""
    open_ledger(path, key=key)
    found = execute("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY 1, 2").fetchall()
    connection.close()
    return [tuple(row) for row in found]


def nothing() -> None:
    """Sign nothing: what was copied is compared as it is."""


@pytest.mark.parametrize(
    ("old", "new"), [(None, KEY), (KEY, None), (KEY, OTHER)], ids=["on", "off", "other"]
)
def test_every_row_of_every_table_is_in_the_copy_and_the_old_file_is_untouched(
    tmp_path: Path, old: DataKey | None, new: DataKey | None
) -> None:
    path, copy = tmp_path / "a.creditmate", tmp_path / "copy"
    write_specimens(make_ledger(path, key=old))
    connection.close()
    before, hashed = rows(path, old), hashlib.sha256(path.read_bytes()).hexdigest()
    rewrap(Wrapped(path, old), Wrapped(copy, new), nothing)
    assert rows(copy, new) == before
    assert schema(copy, new) == schema(path, old)
    assert cipher.beginning(copy) == (cipher.PLAIN if new is None else new.fingerprint)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == hashed
    assert {each.name for each in tmp_path.iterdir()} == {"a.creditmate", "copy"}


def test_a_key_that_is_not_the_ledgers_copies_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.creditmate"
    make_ledger(path, key=KEY)
    connection.close()
    for key, problem in ((OTHER, Problem.KEY_OTHER), (None, Problem.LEDGER_PROTECTED)):
        with pytest.raises(UserError) as caught:
            rewrap(Wrapped(path, key), Wrapped(tmp_path / f"{problem}", None), nothing)
        assert caught.value.problem is problem
        assert (tmp_path / f"{problem}").stat().st_size == 0


def test_a_page_that_cannot_be_read_ends_it(tmp_path: Path) -> None:
    path = tmp_path / "a.creditmate"
    write_specimens(make_ledger(path, key=KEY))
    connection.close()
    with path.open("rb+") as file:
        file.seek(path.stat().st_size // 2)
        file.write(b"\xff" * 64)
    with pytest.raises(UserError) as caught:
        rewrap(Wrapped(path, KEY), Wrapped(tmp_path / "copy", None), nothing)
    assert caught.value.problem in {Problem.LEDGER_DAMAGED, Problem.LEDGER_UNREADABLE}


def test_copying_much_can_be_cancelled_and_lets_go_of_the_ledger(tmp_path: Path) -> None:
    path, copy = tmp_path / "a.creditmate", tmp_path / "copy"
    with make_ledger(path).write("import-invoices") as writing:
        an_invoice_book(writing, customers=20, invoices=400)
    connection.close()
    looks: list[int] = []

    def stop(done: int, total: int) -> None:
        assert not total, "the proof must not have begun"
        looks.append(done)
        if len(looks) == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        rewrap(Wrapped(path, None), Wrapped(copy, KEY), nothing, stop)
    assert cipher.beginning(copy) in {b"", KEY.fingerprint}
    open_ledger(path)


@pytest.mark.parametrize(
    "harm",
    ["DELETE FROM email", "UPDATE entry SET open_minor = open_minor - 1 WHERE id = 2"],
)
def test_what_differs_is_found_before_it_is_signed(
    tmp_path: Path, harm: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if the export had left something out."""
    path, copy = tmp_path / "a.creditmate", tmp_path / "copy"
    write_specimens(make_ledger(path))
    connection.close()
    signed: list[bool] = []
    connect: Callable[..., None] = connection.connect

    def harmed(where: Path, key: DataKey | None) -> None:
        connect(where, key)
        execute("PRAGMA foreign_keys = 0")
        execute(harm)

    monkeypatch.setattr("creditmate.db.rewrapping.connect", harmed)
    with pytest.raises(UserError) as caught:
        rewrap(Wrapped(path, None), Wrapped(copy, KEY), lambda: signed.append(True))
    assert caught.value.problem is Problem.BACKUP_FAILED
    assert caught.value.facts["why"]
    assert signed == []
    assert connection.database.is_closed()
