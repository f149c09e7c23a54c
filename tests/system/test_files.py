"""Files beside the ledger: the old one stays whole until the new one is, whatever goes wrong."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from creditmate import disk
from creditmate.system.files import see_writable, whole_file, write_whole
from tests.own_disk import own_disk

OLD, NEW = b"the good old one", b"n" * 300_000


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "settings.json"
    path.write_bytes(OLD)
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_new_takes_the_place_of_the_old_and_leaves_nothing_beside(target: Path) -> None:
    write_whole(target, NEW)
    assert target.read_bytes() == NEW
    assert names(target.parent) == [target.name]


def test_one_that_is_not_there_is_made(tmp_path: Path) -> None:
    with whole_file(tmp_path / "new") as file:
        assert [file.write(part) for part in (b"one", b"", NEW)] == [3, 0, len(NEW)]
    assert (tmp_path / "new").read_bytes() == b"one" + NEW


def test_an_error_between_the_pieces_leaves_the_old_one(target: Path) -> None:
    def half() -> None:
        with whole_file(target) as file:
            file.write(NEW)
            raise KeyError

    with pytest.raises(KeyError):
        half()
    assert target.read_bytes() == OLD
    assert names(target.parent) == [target.name]


@pytest.mark.parametrize("deed", ["fsync", "replace"])
def test_what_the_system_refuses_leaves_the_old_one(
    target: Path, monkeypatch: pytest.MonkeyPatch, deed: str
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EIO, "refused")

    monkeypatch.setattr(os, deed, refuse)
    with pytest.raises(OSError, match="refused"):
        write_whole(target, NEW)
    monkeypatch.undo()
    assert target.read_bytes() == OLD
    assert names(target.parent) == [target.name]


def test_what_does_not_read_back_never_gets_the_name(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that takes everything and keeps something else."""
    true_sync = os.fsync

    def cut(handle: int) -> None:
        true_sync(handle)
        os.ftruncate(handle, 1000)

    monkeypatch.setattr(os, "fsync", cut)
    with pytest.raises(OSError, match="read back"):
        write_whole(target, NEW)
    assert target.read_bytes() == OLD


class Held(PermissionError):  # noqa: N818 - reads as what happened
    """As Windows says that another program has the file."""

    def __init__(self, winerror: int) -> None:
        super().__init__(errno.EACCES, "held")
        self.winerror = winerror


def _held_for(times: int, winerror: int) -> Callable[[str, str], None]:
    true_replace, left = os.replace, iter(range(times))

    def replace(source: str, target: str) -> None:
        if next(left, None) is not None:
            raise Held(winerror)
        true_replace(source, target)

    return replace


@pytest.mark.parametrize("winerror", [5, 32, 33])
def test_a_file_that_is_held_for_a_moment_is_waited_for(
    target: Path, monkeypatch: pytest.MonkeyPatch, winerror: int
) -> None:
    monkeypatch.setattr(disk, "PAUSES", (0.0,) * 5)
    monkeypatch.setattr(os, "replace", _held_for(5, winerror))
    write_whole(target, NEW)
    assert target.read_bytes() == NEW


@pytest.mark.parametrize(("times", "winerror"), [(6, 32), (1, 1224)])
def test_one_that_stays_held_or_is_refused_otherwise_is_given_up(
    target: Path, monkeypatch: pytest.MonkeyPatch, times: int, winerror: int
) -> None:
    monkeypatch.setattr(disk, "PAUSES", (0.0,) * 5)
    monkeypatch.setattr(os, "replace", _held_for(times, winerror))
    with pytest.raises(Held):
        write_whole(target, NEW)
    assert target.read_bytes() == OLD
    assert names(target.parent) == [target.name]


def test_a_link_stays_a_link(target: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.json"
    link.symlink_to(target)
    write_whole(link, NEW)
    assert link.is_symlink()
    assert target.read_bytes() == NEW


def test_the_longest_name_that_a_disk_takes_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("ä" * 127)
    write_whole(path, NEW)
    assert path.read_bytes() == NEW


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such modes")
def test_what_is_private_is_for_this_user_only(tmp_path: Path) -> None:
    write_whole(tmp_path / "key", NEW, private=True)
    write_whole(tmp_path / "other", NEW)
    assert (tmp_path / "key").stat().st_mode & 0o077 == 0
    assert (tmp_path / "other").stat().st_mode & 0o044 != 0


def test_seeing_whether_it_could_be_written_touches_nothing(target: Path) -> None:
    see_writable(target)
    assert target.read_bytes() == OLD
    assert names(target.parent) == [target.name]
    with pytest.raises(IsADirectoryError):
        see_writable(target.parent)
    with pytest.raises(FileNotFoundError):
        see_writable(target.parent / "no such folder" / "x")


# ------------------------------------------------------------- full disks and kills


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A disk of 64 KiB with one file on it."""
    with own_disk(64) as made:
        yield made.path


def test_a_full_disk_leaves_the_old_one_whole(small_disk: Path) -> None:
    target = small_disk / "settings.json"
    target.write_bytes(OLD)
    with pytest.raises(OSError, match="No space") as caught:
        write_whole(target, NEW)
    assert caught.value.errno == errno.ENOSPC
    assert target.read_bytes() == OLD
    assert names(small_disk) == [target.name]
    write_whole(target, b"short")
    assert target.read_bytes() == b"short"


KILLED = """
import os, sys
from pathlib import Path
from creditmate.system.files import write_whole
deed, target = sys.argv[1], Path(sys.argv[2])
true = getattr(os, deed)
def die(*arguments):
    if sys.argv[3] == "after":
        true(*arguments)
    os.kill(os.getpid(), 9)
setattr(os, deed, die)
write_whole(target, b"n" * 300_000)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize(
    ("deed", "when", "left"),
    [
        ("fsync", "before", OLD),
        ("fsync", "after", OLD),
        ("replace", "before", OLD),
        ("replace", "after", NEW),
        ("urandom", "before", OLD),
    ],
)
def test_killed_at_any_step_it_is_the_old_one_or_the_new(
    target: Path, deed: str, when: str, left: bytes
) -> None:
    child = subprocess.run([sys.executable, "-c", KILLED, deed, target, when], check=False)
    assert child.returncode == -9
    assert target.read_bytes() == left
