"""Once the window has closed, no answer starts another question."""

from concurrent.futures import Future

from pytestqt.qtbot import QtBot

from creditmate.services.program import Program
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
