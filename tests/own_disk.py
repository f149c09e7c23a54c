"""A disk of a test's own: as small as it is wanted, or one that may only be read.

It is mounted outside the folders of the test run, which pytest takes away by itself and could not
if a killed run had left one that may only be read; whatever is left is taken away by the next.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

_NAME = "creditmate-disk"


@dataclass(frozen=True, slots=True)
class OwnDisk:
    """A disk, mounted at ``path``."""

    path: Path

    def only_read(self) -> None:
        """Make it one that may only be read: the superuser writes wherever modes say no."""
        subprocess.run(["mount", "-o", "remount,ro", str(self.path)], check=True)


@contextmanager
def own_disk(kib: int | None = None) -> Iterator[OwnDisk]:
    """Mount a disk for a test, which is skipped where that is not possible.

    Args:
        kib: How large it is; None leaves room enough.
    """
    take_away_left()
    folder = Path(tempfile.mkdtemp(prefix=f"{_NAME}-{os.getpid()}-"))
    size = [] if kib is None else ["-o", f"size={kib}k"]
    mount = ["mount", "-t", "tmpfs", *size, "tmpfs", str(folder)]
    can = sys.platform == "linux" and os.geteuid() == 0
    if not can or subprocess.run(mount, capture_output=True, check=False).returncode:
        folder.rmdir()
        pytest.skip("needs root on Linux: a disk is mounted")
    try:
        yield OwnDisk(folder)
    finally:
        _take_away(folder)


def take_away_left() -> None:
    """Take away the disks of runs that were killed."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_NAME}-*-*"):
        if not _is_alive(int(folder.name.split("-")[2])):
            _take_away(folder)


def _take_away(folder: Path) -> None:
    """Unmount it, also while something of it is open; another run may have done so just now."""
    subprocess.run(["umount", "-l", str(folder)], capture_output=True, check=False)
    with suppress(OSError):
        folder.rmdir()


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
