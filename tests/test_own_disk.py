"""No disk of a killed test run stays mounted: a later run could not clean up its folders."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.own_disk import own_disk

_KILLED = """
import os, signal
from tests.own_disk import own_disk
with own_disk() as disk:
    (disk.path / "file").write_bytes(b"x")
    disk.only_read()
    print(disk.path, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(os.name == "nt", reason="nothing is mounted there")
def test_what_a_killed_run_has_left_is_taken_away_by_the_next(tmp_path: Path) -> None:
    with own_disk() as disk:
        assert tmp_path not in disk.path.parents
        assert not disk.path.is_relative_to(tmp_path.parent)
        killed = subprocess.run(
            [sys.executable, "-c", _KILLED], capture_output=True, text=True, check=False
        )
        assert killed.returncode == -signal.SIGKILL
        left = Path(killed.stdout.strip())
        assert left.is_mount()
        with own_disk():
            assert not left.exists()
        assert disk.path.is_mount(), "that of a run that is going on stays"
    assert not disk.path.exists()
