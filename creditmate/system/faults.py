"""What ends the process itself, such as a fault in a library: written down, and reported later.

Nothing of ours runs any more then. Python writes where each thread was into a file that was opened
at the start; the next start makes a report of it, without the paths that Python has written.
"""

import faulthandler
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from creditmate.system.computer import log_folder

if TYPE_CHECKING:
    from creditmate.system.crash_report import CrashReport

_FILE, _FILES = "fault-{pid}.txt", "fault-*.txt"
_LARGEST = 256 * 1024  # bytes: many threads, each a hundred calls deep
_FRAME = re.compile(r'\s*File "(?P<file>.*)", line (?P<line>\d+) in (?P<name>[\w<>.]+)')
_FATAL = re.compile(r"(Fatal Python error|Windows fatal exception): [\w .:()-]+")


@contextmanager
def faults_written() -> Iterator[None]:
    """Let faults be written down that end this process within the block.

    Where somebody looks after them already (a developer, the tests), nothing is changed.
    """
    if faulthandler.is_enabled():
        yield
        return
    path = log_folder() / _FILE.format(pid=os.getpid())
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("w", encoding="utf-8")
    except OSError:  # then not
        yield
        return
    with file:
        faulthandler.enable(file, all_threads=True)
        try:
            yield
        finally:
            faulthandler.disable()
    with suppress(OSError):
        path.unlink()


def faults_before() -> "list[CrashReport]":
    """Make reports of what ended earlier processes, and remove what Python wrote of it.

    The file of a process that runs is empty, and stays.
    """
    found = []
    for file in log_folder().glob(_FILES):
        with suppress(OSError):
            if file.stat().st_size:
                from creditmate.system.crash_report import keep_report  # noqa: PLC0415 - seldom

                found.append(keep_report(list(_lines(_read(file)))))
                file.unlink()
            elif not _runs(file):
                file.unlink()
    return found


def _lines(text: str) -> Iterator[str]:
    """Yield what Python wrote in the words of ``frames``; all else is left out."""
    from creditmate.system.frames import named  # noqa: PLC0415 - as above

    for line in text.splitlines():
        frame = _FRAME.match(line)
        if frame:
            yield f"  {named(frame['file'])}:{frame['line']} {frame['name']}"
        elif fatal := _FATAL.match(line):
            yield fatal[0]
        elif line.startswith(("Thread 0x", "Current thread 0x")):
            yield line.partition(" 0x")[0]


def _read(file: Path) -> str:
    with file.open("rb") as opened:
        return opened.read(_LARGEST).decode(errors="replace")


def _runs(file: Path) -> bool:
    """Whether the process still runs whose file this is; where that cannot be told, it does."""
    number = file.stem.rpartition("-")[2]
    if os.name == "nt" or not number.isdecimal():
        return True  # Windows has no such question to ask; an empty file does no harm
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
