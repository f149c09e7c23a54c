"""Answers come on the UI thread, the newest only, and nobody waits for them."""

import threading
from collections.abc import Callable
from functools import partial
from time import monotonic

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from creditmate.services.program import Program
from creditmate.ui.queries import Desk, Latest, Writes


def answering(seen: list[object]) -> Callable[[object], None]:
    def show(answer: object) -> None:
        seen.append((answer, threading.current_thread() is threading.main_thread()))

    return show


def test_only_the_newest_answer_is_shown(qtbot: QtBot, desk: Desk) -> None:
    seen: list[object] = []
    asked: list[int] = []
    latest = Latest(desk, answering(seen), seen.append, desk)
    gate = threading.Event()
    desk.ask(gate.wait, lambda _future: None)

    def answer(number: int) -> int:
        asked.append(number)
        return number

    for number in range(5):
        latest.ask(partial(answer, number))
    gate.set()
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(4, True)]
    assert asked == [4]  # the others were taken back before their turn
    assert not latest.waiting


def test_an_answer_that_was_overtaken_is_dropped(qtbot: QtBot, desk: Desk) -> None:
    seen: list[object] = []
    latest = Latest(desk, answering(seen), seen.append, desk)
    begun, gate = threading.Event(), threading.Event()

    def slow() -> str:
        begun.set()
        gate.wait()
        return "slow"

    latest.ask(slow)
    begun.wait()
    latest.ask(lambda: "fast")
    gate.set()
    qtbot.waitUntil(lambda: bool(seen))
    qtbot.wait(20)
    assert seen == [("fast", True)]


def test_an_error_goes_to_its_handler(qtbot: QtBot, desk: Desk) -> None:
    failed: list[Exception] = []
    latest: Latest[float] = Latest(desk, lambda _answer: None, failed.append, desk)
    latest.ask(lambda: 1 / 0)
    qtbot.waitUntil(lambda: bool(failed))
    assert isinstance(failed[0], ZeroDivisionError)


def test_nothing_is_shown_to_whom_is_gone(qtbot: QtBot, desk: Desk) -> None:
    owner, seen = QObject(), list[object]()
    latest = Latest(desk, seen.append, seen.append, owner)
    gate = threading.Event()
    desk.ask(gate.wait, lambda _future: None)
    latest.ask(lambda: 1)
    with qtbot.waitSignal(owner.destroyed):
        owner.deleteLater()
    gate.set()
    done = list[object]()
    desk.ask(lambda: None, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert seen == []


@pytest.mark.parametrize("wrong", [None, OSError("disk")])
def test_whoever_is_gone_is_not_told_but_what_went_wrong_is(
    qtbot: QtBot, desk: Desk, wrong: OSError | None
) -> None:
    owner, told, failed = QObject(), list[object](), list[object]()
    desk.failed.connect(failed.append)
    gate, done = threading.Event(), list[object]()

    def work() -> None:
        gate.wait()
        if wrong is not None:
            raise wrong

    desk.ask(work, told.append, owner)
    with qtbot.waitSignal(owner.destroyed):
        owner.deleteLater()
    gate.set()
    desk.ask(lambda: None, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert (told, failed) == ([], [] if wrong is None else [wrong])


def test_asking_does_not_wait(qtbot: QtBot, desk: Desk, program: Program) -> None:
    gate = threading.Event()
    before = monotonic()
    done = list[object]()
    desk.ask(gate.wait, done.append)
    assert monotonic() - before < 1
    gate.set()
    qtbot.waitUntil(lambda: bool(done))
    assert program.ask(lambda: threading.current_thread().name) == "database"


def test_what_is_to_be_written_is_written_whatever_is_asked_next(qtbot: QtBot, desk: Desk) -> None:
    told, failed, gate = list[object](), list[Exception](), threading.Event()
    writes = Writes(desk, failed.append, desk)
    desk.ask(gate.wait, lambda _future: None)
    for number in (1, 0, 3):
        writes.do(partial(divmod, 6, number), told.append)
    gate.set()
    qtbot.waitUntil(lambda: len(told) + len(failed) == 3)
    assert told == [(6, 0), (2, 0)]
    assert isinstance(failed[0], ZeroDivisionError)


def test_the_same_press_upon_what_was_seen_is_done_once_unless_it_failed(
    qtbot: QtBot, desk: Desk
) -> None:
    told, failed, gate = list[object](), list[Exception](), threading.Event()
    writes = Writes(desk, failed.append, desk)
    seen, changed = (7, 1), (7, 2)
    desk.ask(gate.wait, lambda _future: None)
    for what in (seen, seen, changed):
        writes.do(partial(str, what), told.append, what)
    gate.set()
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == ["(7, 1)", "(7, 2)"]
    writes.do(partial(divmod, 6, 0), told.append, (8, 1))
    qtbot.waitUntil(lambda: len(failed) == 1)
    writes.do(partial(divmod, 6, 3), told.append, (8, 1))
    qtbot.waitUntil(lambda: len(told) == 3)
