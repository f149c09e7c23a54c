"""What is drawn where words are long: a brief with all that somebody may have put down."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from creditmate.domain.outcomes import Outcome
from creditmate.services.call_notes import CallNote
from creditmate.services.diary import NewEntry, What
from creditmate.ui.main_window import MainWindow
from creditmate.ui.screens.today import TodayScreen
from creditmate.ui.wishes import OpenCustomer, OpenPlace, StartCall
from tools.scene_steps import go, until
from tools.scenes import Scene

CODE = "BRAC01"
"""At the top of the list of whom to ring, so that its brief stands beside it."""
_NEXT = (
    "Ask Helen Sowerby whether the delivery notes for the four pallets of oak were found by their"
    " warehouse, and send them once more if they were not"
)
_WHY = (
    "They had asked to be rung before their payment run on Thursday, although three of ours had"
    " gone out this week already"
)
_SAID = "Looks for the delivery notes and rings back; sounded tired of our asking."
_PLAIN = CallNote("Daniel", Outcome.CALL_BACK, _SAID)


def long_scenes() -> tuple[Scene, ...]:
    """Return the scenes, one after another."""
    return (
        Scene("long-today", (_write, go(OpenPlace("today")), _choose)),
        Scene("long-call", (go(StartCall(CODE)),)),
        Scene("long-customer", (go(OpenCustomer(CODE)),)),
    )


def _choose(window: MainWindow) -> None:
    """Come to the customer's line, and wait for the brief."""
    shown = window.screen_shown
    if not isinstance(shown, TodayScreen):
        raise TypeError(shown)
    until(lambda: shown.state.day is not None and shown.state.day.is_whole)
    shown.left.begin()
    for _ in shown.state.rows:
        if shown.state.code == CODE:
            break
        QTest.keyClick(shown.left.list, Qt.Key.Key_Down)
    brief = shown.panel.brief
    until(lambda: brief.brief is not None and brief.brief.customer.code == CODE)


def _write(window: MainWindow) -> None:
    """Put down a next step and a contact against the policy, each in many words."""
    program = window.keeper.program
    today = program.clock.today
    step = NewEntry(CODE, today + timedelta(days=1), What.FOLLOW_UP, None, _NEXT)
    call = replace(_PLAIN, next_day=today, override=_WHY)
    program.ask(lambda: program.calls.record(CODE, call))
    program.ask(lambda: program.diary.add(step))
