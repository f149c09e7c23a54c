"""A call that was agreed, or planned for an hour, decides how a line is done and when."""

from datetime import time

import pytest

from creditmate.domain.errands import AnswerDue, Errand
from creditmate.domain.next_steps import About
from creditmate.domain.promises import PromiseState
from creditmate.domain.workcase import CallBack, Case, Reach
from creditmate.domain.worklist import Channel, Kind
from tests.domain.worklist_cases import DAY, TODAY, case_of, deed_of, entry, line_of, promised

AGREED = CallBack(TODAY, TODAY - DAY, time(14))
PLANNED = AGREED._replace(ours=True)
ANSWER: dict[str, object] = {"answers": (AnswerDue(1, TODAY, "price"),)}
WRITTEN: dict[Kind, dict[str, object]] = {
    Kind.ANSWER_DUE: ANSWER,
    Kind.OURS_LATE: {"deeds": (deed_of(-1),)},
    Kind.OURS_DUE: {"deeds": (deed_of(0),)},
}
NOTED: dict[str, object] = {"errands": (Errand(About.OWN, TODAY, words="swatches"),)}


def owing(**more: object) -> Case:
    return case_of(entry(1, 18, 390_500))._replace(**more)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", WRITTEN)
@pytest.mark.parametrize("call", [AGREED, PLANNED], ids=["agreed", "planned"])
def test_what_is_owed_besides_does_not_turn_it_into_a_letter(kind: Kind, call: CallBack) -> None:
    line = line_of(owing(**WRITTEN[kind], call_backs=(call,)))
    assert (line.kind, line.channel) == (kind, Channel.CALL)
    assert (line.when, line.at) == (TODAY, time(14))


def test_nor_does_what_was_noted_take_its_hour() -> None:
    line = line_of(owing(**NOTED, call_backs=(PLANNED,)))
    assert (line.kind, line.channel) == (Kind.NOTED, Channel.CALL)
    assert (line.when, line.at) == (TODAY, time(14))


@pytest.mark.parametrize("kind", WRITTEN)
def test_without_an_hour_what_we_planned_decides_nothing(kind: Kind) -> None:
    line = line_of(owing(**WRITTEN[kind], call_backs=(PLANNED._replace(at=None),)))
    assert (line.channel, line.at) == (Channel.EMAIL, None)
    agreed = line_of(owing(**WRITTEN[kind], call_backs=(AGREED._replace(at=None),)))
    assert (agreed.channel, agreed.at) == (Channel.CALL, None)  # they wait for it


def test_an_hour_of_another_day_has_gone_by() -> None:
    line = line_of(owing(**ANSWER, call_backs=(AGREED._replace(day=TODAY - DAY),)))
    assert (line.channel, line.at) == (Channel.CALL, None)


def test_who_cannot_be_rung_is_written_to() -> None:
    line = line_of(owing(**ANSWER, call_backs=(AGREED,), reach=Reach(phone=False)))
    assert line.channel is Channel.EMAIL


def test_an_answer_owed_does_not_take_the_call_about_a_missed_promise() -> None:
    missed = promised(390_500, PromiseState.BROKEN, until=-3)
    line = line_of(owing(**ANSWER, standings=(missed,)))
    assert (line.kind, line.channel) == (Kind.ANSWER_DUE, Channel.CALL)
    assert line_of(owing(**ANSWER)).channel is Channel.EMAIL
