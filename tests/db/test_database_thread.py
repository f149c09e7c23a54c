"""The database thread: in order, one at a time, errors to whoever asked, and closed at the end."""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future
from functools import partial
from pathlib import Path

import pytest

from creditmate.db import connection
from creditmate.db.connection import execute
from creditmate.db.database_thread import DatabaseThread
from creditmate.db.gateway import Gateway
from creditmate.db.models import CashPosted
from creditmate.domain.errors import Problem, UserError
from tests.builders import day, make_ledger, open_ledger


@pytest.fixture
def thread() -> Iterator[DatabaseThread]:
    made = DatabaseThread()
    yield made
    made.stop(connection.close if not connection.database.is_closed() else lambda: None)


def test_work_is_done_in_the_order_asked(thread: DatabaseThread) -> None:
    done: list[int] = []

    def work(number: int) -> int:
        time.sleep(0.001 * (number % 3))
        done.append(number)
        return number * number

    answers = [thread.ask(partial(work, number)) for number in range(50)]
    assert [answer.result(10) for answer in answers] == [number**2 for number in range(50)]
    assert done == list(range(50))


def test_all_of_it_is_done_on_one_thread_of_its_own(thread: DatabaseThread) -> None:
    idents = {thread.ask(threading.get_ident).result(10) for _ in range(5)}
    assert len(idents) == 1
    assert threading.get_ident() not in idents


def test_an_error_goes_to_whoever_asked_and_work_goes_on(thread: DatabaseThread) -> None:
    def fail() -> None:
        raise UserError(Problem.DISK_READ_ONLY)

    def leave() -> None:
        raise SystemExit(3)

    failed, left, after = thread.ask(fail), thread.ask(leave), thread.ask(lambda: "still here")
    with pytest.raises(UserError) as caught:
        failed.result(10)
    assert caught.value.problem is Problem.DISK_READ_ONLY
    with pytest.raises(SystemExit):
        left.result(10)
    assert after.result(10) == "still here"


def test_work_cancelled_before_its_turn_is_not_done(thread: DatabaseThread) -> None:
    gate = threading.Event()
    done: list[str] = []
    first: Future[bool] = thread.ask(lambda: gate.wait(10))
    second = thread.ask(lambda: done.append("second"))
    third = thread.ask(lambda: done.append("third"))
    assert second.cancel()
    gate.set()
    third.result(10)
    assert first.result() is True
    assert done == ["third"]


def test_stopping_does_what_is_queued_then_closes_the_ledger(tmp_path: Path) -> None:
    path = tmp_path / "some.creditmate"
    thread = DatabaseThread()
    gateway = thread.ask(lambda: make_ledger(path)).result(10)

    def post(number: int) -> None:
        with gateway.write("post-cash") as writing:
            writing.add(CashPosted, to_day=day(number))

    answers = [thread.ask(partial(post, number)) for number in range(5)]
    thread.stop(connection.close)
    assert all(answer.done() and answer.exception() is None for answer in answers)
    assert connection.database.is_closed()
    assert list(tmp_path.iterdir()) == [path]
    with pytest.raises(RuntimeError, match="stopped"):
        thread.ask(lambda: None)
    thread.stop(connection.close)  # a second time does no harm
    open_ledger(path)
    assert execute("SELECT count(*) FROM cash_posted").fetchone() == (5,)


def test_an_error_in_the_last_work_is_told_and_the_thread_ends() -> None:
    thread = DatabaseThread()

    def fail() -> None:
        raise UserError(Problem.DISK_FULL)

    with pytest.raises(UserError):
        thread.stop(fail)
    with pytest.raises(RuntimeError, match="stopped"):
        thread.ask(lambda: None)
    assert "database" not in {each.name for each in threading.enumerate()}


def test_ended_by_a_bug_it_lets_nobody_wait(
    thread: DatabaseThread, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("threading.excepthook", lambda _bug: None)
    gate = threading.Event()
    asked: list[Future[None]] = []

    def answer_twice() -> None:
        gate.wait(10)
        asked[0].set_result(None)

    asked.append(thread.ask(answer_twice))
    waiting = thread.ask(lambda: "never")
    gate.set()
    with pytest.raises(RuntimeError, match="has ended"):
        waiting.result(10)
    assert not thread.works
    with pytest.raises(RuntimeError, match="has ended"):
        thread.ask(lambda: "nor this").result(10)
    thread.stop(lambda: pytest.fail("nobody is there to do it"))
    thread._thread.join()


def test_the_connection_refuses_another_thread(thread: DatabaseThread, tmp_path: Path) -> None:
    gateway: Gateway = thread.ask(lambda: make_ledger(tmp_path / "some.creditmate")).result(10)
    with pytest.raises(Exception, match="can only be used in that same thread"):
        execute("SELECT 1")
    with pytest.raises(Exception, match="same thread"), gateway.write("post-cash"):
        pass
    assert thread.ask(lambda: execute("SELECT 1").fetchone()).result(10) == (1,)
    thread.stop(connection.close)


def test_the_ledger_can_be_opened_again_after_an_error_whose_traceback_is_kept(
    tmp_path: Path,
) -> None:
    """A traceback that is kept must not keep the file locked (D2)."""
    path = tmp_path / "some.creditmate"
    thread = DatabaseThread()
    thread.ask(lambda: make_ledger(path)).result(10)
    failed = thread.ask(lambda: execute("SELECT nothing FROM nowhere"))
    assert failed.exception(10) is not None
    thread.stop(connection.close)
    assert failed.exception() is not None
    open_ledger(path)
