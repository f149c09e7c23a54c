"""A second process of lower priority."""

import os

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
