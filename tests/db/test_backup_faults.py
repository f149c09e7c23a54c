"""A backup is made or not made: whatever the disk does, and wherever the program is killed.

reliability.md, figures 2 and 4.
"""

import errno
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from creditmate.db import connection
from creditmate.db.backup import make_backup
from creditmate.db.connection import execute
from creditmate.db.container import SUFFIX
from creditmate.db.manifest import manifest
from creditmate.db.restore import read_backup, unpack
from creditmate.db.staging import discard
from creditmate.domain.errors import Problem, UserError
from tests.builders import open_ledger
from tests.db.conftest import Ledger, of_both_kinds
from tests.db.snapshots import everything
from tests.db.specimens import write_specimens
from tests.kill_points import failed_everywhere, killed_everywhere, needs_fork
from tests.own_disk import own_disk


@pytest.fixture
def closed(ledger: Ledger) -> Ledger:
    write_specimens(ledger.gateway)
    connection.close()
    return ledger


def backed_up(ledger: Ledger, folder: Path) -> None:
    open_ledger(ledger.path, key=ledger.key)
    make_backup(folder, "daily", {})
    connection.close()


def named(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"*{SUFFIX}")) if folder.exists() else []


def refused(folder: Path) -> Problem | None:
    """Why no backup could be made, of which nothing may be left; None where one was made."""
    try:
        make_backup(folder, "daily", {})
    except UserError as error:
        problem, path = error.problem, error.facts["path"]
    else:
        return None
    assert path == folder
    assert not folder.exists() or list(folder.iterdir()) == []
    return problem


def see_whole(ledger: Ledger, backup: Path, place: Path) -> None:
    discard(unpack(read_backup(backup), place, ledger.key).folder)


@needs_fork
@of_both_kinds
def test_killed_at_every_step_there_is_a_whole_backup_or_none(
    closed: Ledger, tmp_path: Path
) -> None:
    open_ledger(closed.path, key=closed.key)
    held = everything()
    connection.close()

    def prepare(number: int) -> Callable[[], object]:
        return lambda: backed_up(closed, tmp_path / str(number))

    found = []
    for number in killed_everywhere(prepare):
        made = named(tmp_path / str(number))
        for backup in made:
            see_whole(closed, backup, tmp_path / "x.creditmate")
        open_ledger(closed.path, key=closed.key)
        assert everything() == held
        connection.close()
        found.append(len(made))
    assert found == sorted(found)
    assert found[-1] == 1
    assert len(found) >= 6


@needs_fork
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO])
@pytest.mark.parametrize("for_good", [False, True])
def test_refused_at_every_step_it_is_told_and_nothing_is_left(
    closed: Ledger, tmp_path: Path, error: int, for_good: bool
) -> None:
    expected = Problem.DISK_FULL if error == errno.ENOSPC else Problem.BACKUP_FAILED

    def work(folder: Path) -> None:
        refusal = refused(folder)
        assert named(folder) or refusal is expected

    def prepare(number: int) -> Callable[[], object]:
        def in_child() -> None:
            open_ledger(closed.path)
            work(tmp_path / str(number))

        return in_child

    tried = []
    for number in failed_everywhere(prepare, error, for_good=for_good):
        open_ledger(closed.path)
        head = manifest(execute)["head"]
        connection.close()
        assert head
        tried.append(named(tmp_path / str(number)))
    assert tried[-1], "the last one was not refused anything"
    assert len(tried) >= 4


# ---------------------------------------------------------------- a disk that is full


@pytest.fixture
def small_disk() -> Iterator[Callable[[int], Path]]:
    """Makes a disk as large as asked for, in KiB, and empty, in place of the one before."""
    with ExitStack() as one:

        def sized(kib: int) -> Path:
            one.close()
            return one.enter_context(own_disk(kib)).path

        yield sized


@of_both_kinds
def test_full_at_any_write_it_is_told_and_nothing_is_left(
    ledger: Ledger, small_disk: Callable[[int], Path], tmp_path: Path
) -> None:
    """From a disk that takes nothing to one that takes all: full at one write after another."""
    write_specimens(ledger.gateway)
    before, size = everything(), ledger.path.stat().st_size // 1024
    full = 0
    for kib in range(4, 3 * size, max(4, size // 20)):
        folder = small_disk(kib) / "safe"
        problem = refused(folder)
        if problem is None:
            break
        assert problem is Problem.DISK_FULL
        full += 1
    (made,) = folder.iterdir()
    see_whole(ledger, made, tmp_path / "x.creditmate")
    assert full >= 15
    assert everything() == before
