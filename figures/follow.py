"""A child process whose system calls are logged, cut short or refused, one by one, by strace.

strace is asked because SQLite's own writes cannot be seen from Python, and because it needs no
compiler: what is followed is the program as it is shipped. The child is forked, so that everything
is loaded already, and waits for strace before it begins.
"""

import os
import shutil
import signal
import subprocess
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NoReturn

DATA = "pwrite64,write,fdatasync,fsync,ftruncate"
"""What a full or failing disk refuses."""
WRITES = f"{DATA},unlink,unlinkat,rename,renameat,renameat2,link,linkat,mkdir,mkdirat,rmdir"
"""What changes a disk, but for opening a new file, which the writing of it follows."""
WENT_WRONG = 70
"""The exit status of a child whose work raised what nobody expected."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a child ended: its exit status, or the negative signal."""

    status: int

    @property
    def was_killed(self) -> bool:
        """Whether it was cut short."""
        return self.status == -signal.SIGKILL


@cache
def why_not() -> str:
    """Return why nothing can be followed here; empty if it can."""
    if shutil.which("strace") is None:
        return "strace is not installed here"
    done = subprocess.run(["strace", "-qq", "-o", os.devnull, "true"], check=False)
    return "this computer does not allow strace" if done.returncode else ""


def follow(work: Callable[[], int | None], *options: str) -> Ended:
    """Do ``work`` in a child that strace follows; its answer is the exit status.

    Args:
        work: Must not need a thread of this process; what it raises is printed.
        options: Of strace: what is traced, injected, logged where.
    """
    child = os.fork()
    if not child:
        _do(work)
    os.waitpid(child, os.WUNTRACED)
    command = ["strace", "-f", "-qq", *options, "-p", str(child)]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL) as tracer:
        _wait_until_traced(child, tracer)
        os.kill(child, signal.SIGCONT)
        _, status = os.waitpid(child, 0)
        tracer.wait()
    return Ended(os.waitstatus_to_exitcode(status))


def _do(work: Callable[[], int | None]) -> NoReturn:
    status = WENT_WRONG
    with suppress(BaseException):
        os.kill(os.getpid(), signal.SIGSTOP)
        try:
            status = work() or 0
        except Exception as error:  # told to whoever runs the figures
            os.write(2, f"{error!r}\n".encode())
    os._exit(status)


def _wait_until_traced(child: int, tracer: "subprocess.Popen[bytes]") -> None:
    """Wait until the kernel says that the child has a tracer."""
    place = Path(f"/proc/{child}/status")
    while tracer.poll() is None:
        lines = place.read_text(encoding="ascii", errors="replace").splitlines()
        if any(line.startswith("TracerPid:") and line.split()[1] != "0" for line in lines):
            return
    raise RuntimeError("strace could not follow")


def count(work: Callable[[], int | None], calls: str, log: Path) -> int:
    """Return how many of these system calls the busiest thread of ``work`` makes."""
    ended = follow(work, "-e", f"trace={calls}", "-o", str(log))
    if ended.status:
        raise RuntimeError(f"without anything injected it ended with {ended.status}")
    lines = [line.split(None, 1) for line in log.read_text(encoding="ascii").splitlines()]
    threads = [thread for thread, rest in lines if not rest.startswith(("+++", "---"))]
    return max(map(threads.count, set(threads)), default=0)
