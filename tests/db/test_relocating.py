"""A ledger is copied elsewhere whole and proved there, or not at all; the old one stays."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from creditmate.db import connection
from creditmate.db.manifest import manifest
from creditmate.db.preflight import all_files
from creditmate.db.relocating import relocate
from creditmate.domain.data_key import KEY_FILE_SUFFIX
from creditmate.domain.errors import Cancelled, Problem, UserError
from tests.builders import KEY, a_customer, an_invoice, day, make_ledger, open_ledger
from tests.db.conftest import Ledger, of_both_kinds
from tests.kill_points import killed_everywhere, needs_fork
from tests.own_disk import own_disk


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    return folder / "Books.creditmate"


def filled(ledger: Ledger) -> dict[str, object]:
    """Write something into the ledger, close it, and return its figures."""
    with ledger.gateway.write("test") as writing:
        an_invoice(writing, a_customer(writing), "1", day(0), 12_300)
    figures = manifest(connection.execute)
    connection.close()
    return figures


def bytes_of(path: Path) -> dict[str, str]:
    there = (each for each in path.parent.iterdir() if each.is_file())
    return {each.name: hashlib.sha256(each.read_bytes()).hexdigest() for each in there}


@of_both_kinds
def test_the_copy_is_the_ledger_and_the_old_one_is_as_it_was(ledger: Ledger, place: Path) -> None:
    figures = filled(ledger)
    key_file = ledger.path.with_name(ledger.path.name + KEY_FILE_SUFFIX)
    key_file.write_bytes(b"{}")
    before = bytes_of(ledger.path)
    told: list[tuple[int, int]] = []
    relocate(ledger.path, ledger.key, place, lambda done, total: told.append((done, total)))
    assert bytes_of(ledger.path) == before
    assert told[-1][0] == told[-1][1] > 0
    assert sorted(bytes_of(place)) == [place.name, place.name + KEY_FILE_SUFFIX]
    assert place.stat().st_mode & 0o077 == 0
    open_ledger(place, key=ledger.key)
    assert manifest(connection.execute) == figures


@of_both_kinds
def test_what_is_still_in_the_journal_comes_along(ledger: Ledger, place: Path) -> None:
    """As a crash leaves a ledger: the last save is in the journal only."""
    with ledger.gateway.write("test") as writing:
        a_customer(writing, "LATE")
    left = {path: path.read_bytes() for path in all_files(ledger.path) if path.exists()}
    assert len(left) == 2
    connection.close()
    for path, content in left.items():
        path.write_bytes(content)
    relocate(ledger.path, ledger.key, place)
    assert sorted(bytes_of(place)) == [place.name]
    open_ledger(place, key=ledger.key)
    assert connection.execute("SELECT code FROM customer").fetchall() == [("LATE",)]


def test_one_that_is_open_elsewhere_is_not_copied(ledger: Ledger, place: Path) -> None:
    with pytest.raises(UserError) as caught:
        relocate(ledger.path, None, place)
    assert caught.value.problem is Problem.LEDGER_IN_USE
    assert list(place.parent.iterdir()) == []


def test_one_that_is_written_while_it_is_copied_is_not_taken(ledger: Ledger, place: Path) -> None:
    filled(ledger)

    def write(done: int, total: int) -> None:
        assert done <= total
        with ledger.path.open("ab") as file:
            file.write(b"x" * 4096)

    with pytest.raises(UserError) as caught:
        relocate(ledger.path, None, place, write)
    assert caught.value.problem is Problem.LEDGER_IN_USE
    assert list(place.parent.iterdir()) == []


@of_both_kinds
def test_a_damaged_one_is_not_moved_as_if_it_were_whole(ledger: Ledger, place: Path) -> None:
    filled(ledger)
    content = bytearray(ledger.path.read_bytes())
    content[20 * 4096 : 21 * 4096] = os.urandom(4096)
    ledger.path.write_bytes(content)
    with pytest.raises(UserError) as caught:
        relocate(ledger.path, ledger.key, place)
    assert caught.value.problem in {Problem.MOVE_FAILED, Problem.LEDGER_DAMAGED}
    assert list(place.parent.iterdir()) == []


def test_cancelled_it_leaves_nothing(ledger: Ledger, place: Path) -> None:
    filled(ledger)

    def cancel(done: int, total: int) -> None:
        raise Cancelled(done, total)

    with pytest.raises(Cancelled):
        relocate(ledger.path, None, place, cancel)
    assert list(place.parent.iterdir()) == []


def test_nothing_there_is_ever_replaced(ledger: Ledger, place: Path) -> None:
    filled(ledger)
    place.with_name(f"{place.name}-wal").write_bytes(b"of another ledger")
    with pytest.raises(UserError) as caught:
        relocate(ledger.path, None, place)
    assert caught.value.problem is Problem.LEDGER_EXISTS


@pytest.mark.skipif(os.name == "nt", reason="folders have no such modes")
def test_from_where_nothing_can_be_written_it_is_copied_all_the_same(
    ledger: Ledger, place: Path
) -> None:
    figures = filled(ledger)
    with own_disk() as disk:
        source = disk.path / ledger.path.name
        source.write_bytes(ledger.path.read_bytes())
        disk.only_read()
        relocate(source, None, place)
    open_ledger(place)
    assert manifest(connection.execute) == figures


@needs_fork
def test_killed_anywhere_the_old_one_is_whole_and_the_new_one_whole_or_unnamed(
    tmp_path: Path,
) -> None:
    source = tmp_path / "drive" / "Books.creditmate"
    source.parent.mkdir()
    gateway = make_ledger(source, key=KEY)
    with gateway.write("test") as writing:
        an_invoice(writing, a_customer(writing), "1", day(0), 12_300)
    connection.close()
    key_file = source.with_name(source.name + KEY_FILE_SUFFIX)
    key_file.write_bytes(b"{}")
    content = source.read_bytes()
    places: list[Path] = []

    def prepare(number: int) -> Callable[[], object]:
        folder = tmp_path / f"own{number}"
        folder.mkdir()
        places.append(folder / source.name)
        return lambda: relocate(source, KEY, places[-1])

    done = 0
    for number in killed_everywhere(prepare):
        done = number
        assert source.read_bytes() == content
        assert key_file.read_bytes() == b"{}"
        place = places[-1]
        if place.exists():
            assert place.read_bytes() == content
            assert place.with_name(place.name + KEY_FILE_SUFFIX).exists()
            open_ledger(place, key=KEY)
            connection.close()
    assert places[-1].exists()
    assert done > 8
