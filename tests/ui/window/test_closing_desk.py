"""Once the window has closed, no answer starts another question."""

import time
from concurrent.futures import Future
from threading import Event

from pytestqt.qtbot import QtBot

from creditmate.services.program import Program
from creditmate.ui.own_thread import OwnDesk
from creditmate.ui.queries import Desk, Latest


def test_an_answer_under_way_is_let_go_of(qtbot: QtBot, program: Program, desk: Desk) -> None:
    answers: list[Future[int]] = []
    asked = desk.ask(lambda: 1, answers.append)
    desk.close()
    program.stop()
    assert asked.result() == 1
    qtbot.wait(50)
    assert answers == []


def test_a_later_question_stays_unanswered(qtbot: QtBot, program: Program, desk: Desk) -> None:
    desk.close()
    program.stop()
    answers: list[object] = []
    latest: Latest[int] = Latest(desk, answers.append, answers.append, desk)
    latest.ask(lambda: 1)
    latest.ask(lambda: 2)
    qtbot.wait(50)
    assert answers == []


def test_nothing_is_being_drawn_any_more(qtbot: QtBot) -> None:
    desk, began = OwnDesk("drawing"), Event()
    drawn, answers = list[str](), list[object]()

    def draw() -> None:
        began.set()
        time.sleep(0.05)
        drawn.append("under way")

    desk.ask(draw, answers.append)
    waiting = desk.ask(lambda: drawn.append("waiting"), answers.append)
    assert began.wait(60)
    desk.close()
    assert drawn == ["under way"]
    assert waiting.cancelled()
    qtbot.wait(50)
    assert answers == []
