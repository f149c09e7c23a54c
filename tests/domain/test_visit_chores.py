"""Work of ours before and after a visit: done, but no reason to ring, and before no money."""

from collections.abc import Sequence
from datetime import time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.call_script import Around, Situation, call_kind, call_script
from creditmate.domain.contact_budget import Purpose, Touch
from creditmate.domain.contacting import Contacting
from creditmate.domain.errands import AnswerDue, Errand
from creditmate.domain.money import Money
from creditmate.domain.next_steps import OUR_CHORES, VISIT_STEPS, About
from creditmate.domain.outcomes import CallKind
from creditmate.domain.promises import PromiseState
from creditmate.domain.work_reasons import ReasonCode
from creditmate.domain.workcase import CallBack, Case
from creditmate.domain.worklist import Channel, Kind, line_at_any_size
from tests.domain.worklist_cases import TODAY, case_of, entry, line_of, promised

ONE = timedelta(days=1)
OWED = entry(1, 20, 50_000)
WITH_THEM = (About.VISIT, About.VISIT_CONFIRM, About.VISIT_RECONFIRM)
YESTERDAY = Contacting(touches=(Touch(TODAY - ONE, Purpose.OWN, "call"),))
ASKED = (Money(50_000, "GBP"),)
chores = st.lists(st.sampled_from(sorted(OUR_CHORES)), min_size=1, max_size=4)


def with_chores(case: Case, *abouts: About) -> Case:
    errands = tuple(Errand(about, TODAY, words=about.value) for about in abouts)
    return case._replace(errands=errands)


def test_what_is_ours_of_a_visit_is_all_but_asking_them_about_it() -> None:
    assert VISIT_STEPS - OUR_CHORES == {About.VISIT_CONFIRM, About.VISIT_RECONFIRM}
    assert OUR_CHORES <= VISIT_STEPS


@given(chores)
def test_an_overdue_follow_up_is_not_hidden_and_tells_of_them_last(abouts: Sequence[About]) -> None:
    line = line_of(with_chores(case_of(OWED), *abouts))
    assert (line.kind, line.channel, line.ours_alone) == (Kind.FOLLOW_UP, Channel.CALL, False)
    codes = [reason.code for reason in line.reasons]
    assert codes[0] is ReasonCode.SLOWER_THAN_USUAL
    assert codes.count(ReasonCode.VISIT_STEP) == len(abouts)


def test_a_promise_that_was_not_kept_goes_before_them() -> None:
    missed = promised(50_000, PromiseState.BROKEN, until=-2, made=-9)
    case = case_of(OWED)._replace(standings=(missed,))
    assert line_of(with_chores(case, About.VISIT_REPORT)).kind is Kind.PROMISE_NOT_KEPT


@pytest.mark.parametrize(
    "case",
    [case_of(), case_of(entry(1, -60, 50_000)), case_of(OWED)._replace(contacting=YESTERDAY)],
    ids=["owes nothing", "not due", "spoken to yesterday"],
)
@pytest.mark.parametrize("about", sorted(OUR_CHORES))
def test_where_nobody_is_to_be_contacted_they_stand_on_the_list(case: Case, about: About) -> None:
    line = line_of(with_chores(case, about))
    assert (line.kind, line.channel, line.ours_alone) == (Kind.VISIT, Channel.VISIT, True)
    assert (line.reasons[0].code, line.reasons[0].words) == (ReasonCode.VISIT_STEP, about)


@pytest.mark.parametrize("about", WITH_THEM)
def test_what_is_arranged_with_them_stays_before_the_money(about: About) -> None:
    line = line_of(with_chores(case_of(OWED), about, About.VISIT_PACK))
    assert (line.kind, line.ours_alone) == (Kind.VISIT, False)


@pytest.mark.parametrize(
    ("asked", "situation"), [(ASKED, Situation.MONEY_DUE), ((), Situation.COURTESY)]
)
def test_a_call_besides_them_is_about_what_is_owed_or_out_of_courtesy(
    asked: tuple[Money, ...], situation: Situation
) -> None:
    line = line_at_any_size(with_chores(case_of(), About.VISIT_REPORT), TODAY)
    kind = call_kind(line, asked)
    assert kind is (CallKind.COLLECTION if asked else CallKind.COURTESY)
    script = call_script(line, kind, (), incoming=False, around=Around(asked=asked))
    assert script.situation is situation
    assert script.line is None  # no words about a visit that was made


def test_a_call_that_we_planned_for_the_day_goes_before_them() -> None:
    planned = CallBack(TODAY, TODAY - ONE, ours=True)
    case = case_of()._replace(call_backs=(planned,))
    assert line_of(with_chores(case, About.VISIT_REPORT)).kind is Kind.PLANNED_CALL


def test_the_agenda_is_sent_before_they_are_asked_to_confirm() -> None:
    agenda, confirm = (Errand(About.VISIT_AGENDA, TODAY - ONE), Errand(About.VISIT_CONFIRM, TODAY))
    line = line_of(case_of(OWED)._replace(errands=(confirm, agenda)))
    assert [reason.words for reason in line.reasons][:2] == [agenda.about, confirm.about]
    both = (confirm, Errand(About.VISIT_AGENDA, TODAY))
    line = line_of(case_of(OWED)._replace(errands=both))
    assert [reason.words for reason in line.reasons][:2] == [agenda.about, confirm.about]


def test_a_visit_at_an_hour_of_the_day_is_what_the_line_says() -> None:
    visit = Errand(About.VISIT, TODAY, time(10, 30))
    case = case_of(OWED)._replace(errands=(visit,), answers=(AnswerDue(1, TODAY - ONE, "short"),))
    line = line_of(case)
    assert (line.kind, line.when, line.at) == (Kind.VISIT, TODAY, time(10, 30))
    codes = [reason.code for reason in line.reasons][:2]
    assert codes == [ReasonCode.VISIT, ReasonCode.ANSWER_DUE]
    noted = case._replace(errands=(Errand(About.VISIT, TODAY),))  # at no hour: the answer is late
    assert line_of(noted).kind is Kind.ANSWER_DUE
