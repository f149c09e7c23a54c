"""A disk that may only be read, mounted for a test: the superuser writes wherever modes say no."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def small_disk(folder: Path) -> Iterator[Callable[[], None]]:
    """Mount a disk on a folder that is made; what is given makes it one that may only be read.

    The test is skipped where nothing can be mounted: it needs root on Linux.
    """
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "tmpfs", str(folder)]
    if sys.platform != "linux" or subprocess.run(mount, capture_output=True).returncode:  # noqa: PLW1510 - asked
        pytest.skip("needs root on Linux: a read-only disk is mounted")
    try:
        yield lambda: _remount(folder)
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def _remount(folder: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
