"""A process that ends at its n-th look at the disk, for every n: nothing is tidied up.

Python announces what it does with files (``sys.addaudithook``); a child counts, and goes without a
word before the n-th. What follows is what a kill leaves; power cuts need more (figure 3).
"""

import os
import sys
from collections.abc import Callable, Iterator
from itertools import count
from typing import NoReturn

import pytest

_DEEDS = frozenset({"os.rename", "os.mkdir", "os.rmdir", "os.remove", "os.link"})
KILLED, DONE, FAILED, REFUSED = 9, 0, 3, 4
_REFUSED = frozenset({"os.rename", "os.mkdir", "open"})

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="no children made by forking here")


def killed_everywhere(prepare: Callable[[int], Callable[[], object]]) -> Iterator[int]:
    """Do what ``prepare`` returns in children, the n-th killed at its n-th deed; yield each n.

    Ends after the first that comes through, which is yielded as well.

    Args:
        prepare: Lays out files for the n-th and returns the work; no ledger may be open here.
    """
    for number in count():
        work = prepare(number)
        child = os.fork()
        if not child:
            _work_until(work, number)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        assert status in {KILLED, DONE}, "it failed before it was killed"
        yield number
        if status == DONE:
            return


def failed_everywhere(
    prepare: Callable[[int], Callable[[], object]], error: int, *, for_good: bool
) -> Iterator[int]:
    """Do what ``prepare`` returns, the disk refusing the n-th deed of it; yield each n.

    Ends after the first of which nothing was refused. The work is done in a child, and has to see
    to its own assertions; to take something away is never refused.

    Args:
        prepare: Lays out files for the n-th and returns the work; no ledger may be open here.
        error: An ``errno``.
        for_good: Every later deed is refused as well.
    """
    for number in count():
        work = prepare(number)
        child = os.fork()
        if not child:
            _work_refused(work, number, error, for_good=for_good)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        assert status in {REFUSED, DONE}, "the work saw that something was not as it should be"
        yield number
        if status == DONE:
            return


def _work_refused(
    work: Callable[[], object], number: int, error: int, *, for_good: bool
) -> NoReturn:
    deeds = 0

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal deeds
        if event in _REFUSED and (event != "open" or _writes(arguments)):
            deeds += 1
            if deeds == number + 1 or (for_good and deeds > number):
                raise OSError(error, os.strerror(error))

    sys.addaudithook(watch)
    try:
        work()
    except BaseException as failure:
        os.write(2, repr(failure).encode())
        os._exit(FAILED)
    os._exit(REFUSED if deeds > number else DONE)


def _work_until(work: Callable[[], object], number: int) -> NoReturn:
    deeds = 0

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal deeds
        if event in _DEEDS or (event == "open" and _writes(arguments)):
            if deeds == number:
                os._exit(KILLED)
            deeds += 1

    sys.addaudithook(watch)
    try:
        work()
    except BaseException as error:
        os.write(2, repr(error).encode())
        os._exit(FAILED)
    os._exit(DONE)


def _writes(arguments: tuple[object, ...]) -> bool:
    flags = arguments[2]
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR))
