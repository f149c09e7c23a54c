"""What strace says is understood, or refused: a write that is overlooked would prove anything."""

import os
from pathlib import Path
from random import Random

import pytest

from figures import follow
from figures.crash_images import Disk, Loss, files_in
from figures.disk_log import OPTIONS, Made, Reader, Removed, Renamed, Synced, Told

can_follow = pytest.mark.skipif(
    not hasattr(os, "fork") or bool(follow.why_not()), reason="strace is not to be had here"
)


def work(folder: Path, told: Path) -> None:
    """Change a folder in every way that a program of ours does."""
    telling = os.open(told, os.O_WRONLY | os.O_CREAT)
    (folder / "there").write_bytes(b"a new text")
    with (folder / "part").open("wb") as file:
        file.write(b"first")
        file.flush()
        os.pwrite(file.fileno(), b"LAST", 3)
        file.seek(0)
        file.write(b"F")
        file.truncate(6)
        file.flush()
        os.fsync(file.fileno())
    os.write(telling, b"one")
    (folder / "part").rename(folder / "whole")
    os.link(folder / "whole", folder / "twice")
    (folder / "gone").write_bytes(b"x")
    (folder / "gone").unlink()
    handle = os.open(folder, os.O_RDONLY)
    os.fsync(handle)


@can_follow
def test_replayed_to_its_end_the_log_is_the_folder(tmp_path: Path) -> None:
    folder, told, log = tmp_path / "books", tmp_path / "told", tmp_path / "log"
    folder.mkdir()
    (folder / "there").write_bytes(b"an old and longer text")
    before = files_in(folder)
    assert follow.follow(lambda: work(folder, told), *OPTIONS, "-o", str(log)).status == 0
    deeds = list(Reader(folder, set(before), told).read(log))
    disk = Disk(before)
    for deed in [*deeds, *(Synced(path) for path in files_in(folder)), Synced(str(folder))]:
        disk.do(deed)
    left = disk.cut(Loss.DROPPED, Random(0))
    assert left == files_in(folder)
    assert left[str(folder / "whole")] == b"FirLAS"
    assert [deed.what for deed in deeds if isinstance(deed, Told)] == ["one"]
    assert {type(deed) for deed in deeds} >= {Made, Renamed, Removed, Synced}


@can_follow
def test_the_nth_write_is_killed_or_refused(tmp_path: Path) -> None:
    file = tmp_path / "file"

    def write() -> int:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT)
        for place in range(5):
            try:
                os.pwrite(handle, b"x", place)
            except OSError:
                return place + 10
        return 0

    calls = "pwrite64"
    assert follow.count(write, calls, tmp_path / "log") == 5
    file.unlink()
    options = ("-e", f"trace={calls}", "-o", os.devnull, "-e")
    assert follow.follow(write, *options, f"inject={calls}:signal=KILL:when=3").was_killed
    assert file.stat().st_size == 2
    assert follow.follow(write, *options, f"inject={calls}:error=EIO:when=4").status == 13


def test_a_line_that_is_not_understood_is_an_error(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text("12 pwrite64(3</x>, <unfinished ...>\n", encoding="ascii")
    with pytest.raises(ValueError, match="unfinished"):
        list(Reader(tmp_path, set(), tmp_path / "told").read(log))
