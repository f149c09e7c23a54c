"""A second process of lower priority."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from creditmate.system.elsewhere import Elsewhere


def who(_: int) -> tuple[int, int]:
    """Which process this is, and how much it gives way."""
    return os.getpid(), os.nice(0)


def fail(text: str) -> None:
    raise ValueError(text)


def die(process: int) -> str:
    """End the helper, but not the process it belongs to."""
    if os.getpid() != process:
        os._exit(3)
    return "done here"


@pytest.mark.skipif(os.name == "nt", reason="niceness is of POSIX")
def test_work_is_done_in_one_other_process_that_gives_way() -> None:
    with Elsewhere() as elsewhere:
        first, second = (elsewhere.do(who, n) for n in range(2))
    assert first == second
    assert first[0] != os.getpid()
    assert first[1] > os.nice(0)


def test_errors_come_back() -> None:
    with Elsewhere() as elsewhere, pytest.raises(ValueError, match="too much"):
        elsewhere.do(fail, "too much")


def test_where_the_process_was_killed_the_work_is_done_here() -> None:
    with Elsewhere() as elsewhere:
        assert elsewhere.do(die, os.getpid()) == "done here"
        assert elsewhere.do(who, 1)[0] == os.getpid()


def test_nothing_is_begun_that_is_not_needed() -> None:
    with Elsewhere() as elsewhere:
        assert elsewhere._pool is None


SCRIPT = """
import os, time
from creditmate.system.elsewhere import Elsewhere
from tests.system.test_elsewhere import who
if __name__ == "__main__":
    with Elsewhere() as elsewhere:
        print(elsewhere.do(who, 0)[0], flush=True)
        time.sleep(60)
"""


@pytest.mark.skipif(os.name == "nt", reason="asks for a process as POSIX does")
def test_where_the_program_was_killed_the_process_goes_too(tmp_path: Path) -> None:
    script = tmp_path / "program.py"
    script.write_text(SCRIPT, encoding="utf-8")
    facts = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, env=facts) as program:
        assert program.stdout is not None
        helper = int(program.stdout.readline())
        program.kill()
    until = time.monotonic() + 10
    while _lives(helper) and time.monotonic() < until:
        time.sleep(0.05)
    assert not _lives(helper)


def _lives(process: int) -> bool:
    """Whether there is such a process; one that has ended and waits to be noticed is none."""
    try:
        os.kill(process, 0)
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").split()[2] != "Z"
    except ProcessLookupError:
        return False
    except FileNotFoundError:  # gone since, or a system that has no such files
        return not Path("/proc/self").exists()


def test_beside_its_own_work_it_does_that_of_another_thread() -> None:
    elsewhere = Elsewhere()
    assert elsewhere.do_beside(who, 1)[0] == os.getpid()  # nothing is begun for that
    with elsewhere:
        first = elsewhere.do(who, 1)
        assert elsewhere.do_beside(who, 2) == first
        with pytest.raises(ValueError, match="too much"):
            elsewhere.do_beside(fail, "too much")
    assert elsewhere.do_beside(who, 3)[0] == os.getpid()  # it has ended
