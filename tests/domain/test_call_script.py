"""What to cover follows from why the customer stands on the list."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from creditmate.domain.arranged_talk import Answered, Coming, Longer, Promised, Replying
from creditmate.domain.call_script import (
    Around,
    Missed,
    Script,
    Situation,
    call_kind,
    call_script,
    guarded,
)
from creditmate.domain.call_topics import Topic, TopicCode
from creditmate.domain.contact_steps import Step
from creditmate.domain.disputes import DisputeEventKind
from creditmate.domain.money import Money
from creditmate.domain.outcomes import CallKind
from creditmate.domain.work_reasons import Reason, ReasonCode
from creditmate.domain.worklist import Channel, Kind, Line

DAY = date(2026, 11, 18)
QUERY = Money(41_200, "GBP")


LONGER = Longer(QUERY, DAY, "their grant is late", interest_runs=True)
COMING = Coming(QUERY, DAY, 2, 3)
REPLYING = Around(asked=(QUERY,), replying=Replying(DAY, DAY + timedelta(days=14)))
ANSWERED = Answered(QUERY, DisputeEventKind.REJECTED, DAY)


def line(kind: Kind, *reasons: Reason) -> Line:
    return Line(1, kind, Channel.CALL, reasons, (), (), None)


def script(kind: Kind, *reasons: Reason, disputed: tuple[Money, ...] = ()) -> Script:
    return call_script(line(kind, *reasons), CallKind.COLLECTION, disputed, incoming=False)


@pytest.mark.parametrize(
    ("kind", "situation"),
    [
        (Kind.OURS_LATE, Situation.OURS),
        (Kind.OURS_DUE, Situation.OURS),
        (Kind.CALL_BACK, Situation.CALL_BACK),
        (Kind.PROMISE_NOT_KEPT, Situation.DATE_PASSED),
        (Kind.CHECK_MONEY, Situation.BANK),
        (Kind.FOLLOW_UP, Situation.MONEY_DUE),
        (Kind.COURTESY, Situation.COURTESY),
        (Kind.ANSWER_DUE, Situation.OURS),
        (Kind.VISIT, Situation.CALL_BACK),
        (Kind.NOTED, Situation.CALL_BACK),
        (Kind.PLAN_DEFAULT, Situation.PLAN_MISSED),
        (Kind.INSTALMENT, Situation.PLAN_MISSED),
        (Kind.HELP_SHEET, Situation.HARDSHIP),
        (Kind.STAY_IN_TOUCH, Situation.COURTESY),
    ],
)
def test_every_kind_of_line_has_its_script(kind: Kind, situation: Situation) -> None:
    found = script(kind)
    assert found.situation is situation
    assert 4 <= len(found.topics) <= 6
    assert found.topics[0].code is TopicCode.HOW_ARE_THINGS
    assert found.topics[-1].code is TopicCode.READ_BACK


def test_a_date_that_passed_is_named_with_what_is_under_query() -> None:
    """Mock-up 05: six topics, the day and the short pallets of 412.00 among them."""
    missed = Reason(ReasonCode.PROMISE_BROKEN, amount=Money(421_260, "GBP"), day=DAY)
    topics = {t.code: t for t in script(Kind.PROMISE_NOT_KEPT, missed, disputed=(QUERY,)).topics}
    assert topics[TopicCode.RECALL_DAY].day == DAY
    assert topics[TopicCode.UNDER_QUERY].amount == QUERY
    assert TopicCode.ANY_QUESTION not in topics
    assert len(topics) == 6


def test_a_part_that_came_is_thanked_for_before_the_rest() -> None:
    came = Reason(
        ReasonCode.PROMISE_PART_KEPT, amount=Money(900, "GBP"), came=Money(600, "GBP"), day=DAY
    )
    topics = {t.code: t for t in script(Kind.PROMISE_NOT_KEPT, came).topics}
    assert topics[TopicCode.THANK_PART].amount == Money(600, "GBP")
    assert topics[TopicCode.HOLDS_REST].amount == Money(300, "GBP")
    assert not {TopicCode.RECALL_DAY, TopicCode.WHAT_GOT_IN_THE_WAY} & set(topics)
    assert len(topics) == 6


def test_what_is_not_known_is_left_open() -> None:
    assert script(Kind.PROMISE_NOT_KEPT).topics[1].day is None
    assert script(Kind.OURS_LATE).topics[1].words == ""


def test_our_own_promise_is_named_in_our_words() -> None:
    late = Reason(ReasonCode.OURS_LATE, day=DAY, words="Copy of INV-2318")
    assert script(Kind.OURS_LATE, late).topics[1].words == "Copy of INV-2318"


def test_the_day_that_passed_follows_the_answer_that_we_owe() -> None:
    reasons = (Reason(ReasonCode.ANSWER_DUE, day=DAY), Reason(ReasonCode.PROMISE_BROKEN, day=DAY))
    assert Topic(TopicCode.RECALL_DAY, day=DAY) in script(Kind.ANSWER_DUE, *reasons).topics
    alone = script(Kind.ANSWER_DUE, reasons[0])
    assert TopicCode.RECALL_DAY not in {topic.code for topic in alone.topics}


def test_who_is_not_on_the_list_is_called_about_money_or_out_of_courtesy() -> None:
    for kind, situation in (
        (CallKind.COLLECTION, Situation.MONEY_DUE),
        (CallKind.COURTESY, Situation.COURTESY),
    ):
        assert call_script(None, kind, (), incoming=False).situation is situation


def test_whoever_calls_us_is_listened_to_first() -> None:
    found = call_script(line(Kind.FOLLOW_UP), CallKind.COLLECTION, (), incoming=True)
    assert found.situation is Situation.INCOMING
    assert found.topics[0].code is TopicCode.WHO_IS_IT


def test_a_call_is_about_money_when_any_is_asked_for_or_agreed() -> None:
    assert call_kind(None, [QUERY]) is CallKind.COLLECTION
    assert call_kind(line(Kind.CALL_BACK), []) is CallKind.COLLECTION
    assert call_kind(line(Kind.COURTESY), []) is CallKind.COURTESY
    assert call_kind(None, []) is CallKind.COURTESY


def around(found: Around, line_: Line | None = None) -> Script:
    return call_script(line_, CallKind.COLLECTION, (), incoming=False, around=found)


def topics_of(found: Script) -> dict[TopicCode, Topic]:
    assert 4 <= len(found.topics) <= 6
    return {topic.code: topic for topic in found.topics}


def test_where_all_of_it_is_under_query_one_talks_about_the_query() -> None:
    found = around(Around(disputed=(QUERY,)))
    assert found.situation is Situation.DISPUTE
    assert topics_of(found)[TopicCode.WHAT_IS_WRONG].amount == QUERY
    assert topics_of(found)[TopicCode.THE_REST].amount is None


def test_where_only_a_part_is_under_query_the_rest_is_asked_for() -> None:
    found = around(Around(asked=(Money(500, "GBP"),), disputed=(QUERY,)))
    assert found.situation is Situation.MONEY_DUE
    assert topics_of(found)[TopicCode.UNDER_QUERY].amount == QUERY


def test_a_part_of_a_plan_that_has_not_come_is_named() -> None:
    part = Missed(Money(20_000, "GBP"), DAY)
    found = around(Around(asked=(QUERY,), part=part), line(Kind.FOLLOW_UP))
    assert found.situation is Situation.PLAN_MISSED
    recalled = topics_of(found)[TopicCode.RECALL_PART]
    assert (recalled.amount, recalled.day) == (part.amount, DAY)
    assert around(Around(part=part), line(Kind.PROMISE_NOT_KEPT)).situation is (
        Situation.DATE_PASSED
    )


def test_a_part_for_which_another_day_was_named_is_no_reason_to_ask_what_got_in_the_way() -> None:
    named = Missed(Money(20_000, "GBP"), DAY, named=DAY + timedelta(days=20))
    topics = topics_of(around(Around(part=named)))
    assert topics[TopicCode.RECALL_PART].day == named.named
    assert TopicCode.WHAT_GOT_IN_THE_WAY not in topics
    other = around(Around(asked=(QUERY,), part=named), line(Kind.FOLLOW_UP))
    assert other.situation is Situation.MONEY_DUE, "what is asked for besides is spoken of first"


def test_who_sent_a_part_of_an_instalment_is_thanked_for_it() -> None:
    part = Missed(Money(20_000, "GBP"), DAY, came=QUERY)
    topics = topics_of(around(Around(part=part)))
    assert topics[TopicCode.THANK_PART].amount == QUERY
    assert topics[TopicCode.HOLDS_REST].amount == part.amount
    assert TopicCode.RECALL_PART not in topics
    came = Reason(ReasonCode.INSTALMENT_PART, amount=QUERY + part.amount, came=QUERY, day=DAY)
    told = topics_of(around(Around(part=part), line(Kind.INSTALMENT, came)))
    assert told == topics


def test_a_part_is_recalled_from_the_line_that_tells_of_it() -> None:
    late = Reason(ReasonCode.INSTALMENT_LATE, amount=Money(20_000, "GBP"), day=DAY)
    recalled = topics_of(script(Kind.INSTALMENT, late))[TopicCode.RECALL_PART]
    assert (recalled.amount, recalled.day) == (Money(20_000, "GBP"), DAY)
    assert topics_of(script(Kind.INSTALMENT))[TopicCode.RECALL_PART].day is None


@pytest.mark.parametrize("known", [Around(hardship=True), Around(silent=True)])
def test_whoever_cannot_pay_is_listened_to_unless_we_are_late_ourselves(known: Around) -> None:
    assert around(known).situation is Situation.HARDSHIP
    assert TopicCode.AGREE not in topics_of(around(known, line(Kind.FOLLOW_UP)))
    assert around(known, line(Kind.OURS_LATE)).situation is Situation.OURS


@pytest.mark.parametrize("situation", list(Situation))
def test_no_script_has_more_than_six_topics(situation: Situation) -> None:
    kinds = {_situation: kind for kind in Kind for _situation in [script(kind).situation]}
    found = {
        Situation.DISPUTE: around(Around(disputed=(QUERY,))),
        Situation.PLAN_MISSED: around(Around(part=Missed(QUERY, DAY))),
        Situation.HARDSHIP: around(Around(hardship=True)),
        Situation.INCOMING: call_script(None, CallKind.COLLECTION, (), incoming=True),
        Situation.ARRANGED: around(Around(longer=(LONGER,) * 3, coming=(COMING,) * 3)),
        Situation.ANSWERED: around(Around(answered=(ANSWERED,))),
        Situation.IN_PEACE: around(Around(asked=(QUERY,), in_peace=True)),
        Situation.REPLYING: around(REPLYING),
        Situation.VISIT_AHEAD: script(Kind.FOLLOW_UP, Reason(ReasonCode.VISIT_AHEAD, day=DAY)),
    }.get(situation) or script(kinds[situation])
    assert found.situation is situation
    assert len(topics_of(found)) == len(found.topics)


def test_who_may_not_discuss_the_account_hears_a_name_and_a_number() -> None:
    missed = Reason(ReasonCode.PROMISE_BROKEN, amount=Money(421_260, "GBP"), day=DAY)
    open_ = around(Around(asked=(QUERY,), disputed=(QUERY,)), line(Kind.PROMISE_NOT_KEPT, missed))
    shut = guarded(open_)
    assert shut.guarded
    assert shut.line is None
    assert shut.around == Around()
    assert [topic.code for topic in shut.topics] == [
        TopicCode.LEAVE_NAME,
        TopicCode.LEAVE_NUMBER,
        TopicCode.WHEN_IN,
    ]
    assert not any(topic.amount or topic.day or topic.words for topic in shut.topics)


def test_what_was_arranged_is_named_whatever_else_the_call_is_about() -> None:
    longer = around(Around(longer=(LONGER,), coming=(COMING,)))
    assert len(longer.topics) == 6
    assert longer.situation is Situation.ARRANGED
    named = topics_of(longer)
    assert (named[TopicCode.MORE_TIME].amount, named[TopicCode.MORE_TIME].day) == (QUERY, DAY)
    assert (named[TopicCode.NEXT_PART].amount, named[TopicCode.NEXT_PART].day) == (QUERY, DAY)
    assert longer.topics[0].code is TopicCode.HOW_ARE_THINGS
    for kind in (Kind.COURTESY, Kind.FOLLOW_UP):
        besides = around(Around(asked=(QUERY,), longer=(LONGER,)), line(kind))
        assert besides.situation is script(kind).situation
        assert TopicCode.MORE_TIME in topics_of(besides)
    promised = around(Around(longer=(LONGER,)), line(Kind.PROMISE_NOT_KEPT))
    assert TopicCode.MORE_TIME not in topics_of(promised)  # what was said is spoken of first


def test_what_they_promised_is_what_was_arranged_and_goes_first() -> None:
    promised = Promised(QUERY, DAY)
    found = around(Around(promised=(promised, Promised(QUERY, DAY + timedelta(days=7)))))
    assert found.situation is Situation.ARRANGED
    topic = topics_of(found)[TopicCode.PROMISED]
    assert (topic.amount, topic.day) == (QUERY, DAY)
    every = Around(asked=(QUERY,), promised=(promised,), longer=(LONGER,), coming=(COMING,))
    for line_ in (line(Kind.FOLLOW_UP), line(Kind.COURTESY), None):
        topics = around(every, line_).topics
        assert len(topics) <= 6
        assert topics[1].code is TopicCode.PROMISED


def test_our_answer_goes_before_what_we_would_ask_for_but_not_before_what_was_said() -> None:
    for line_ in (None, line(Kind.FOLLOW_UP), line(Kind.COURTESY)):
        found = around(Around(asked=(QUERY,), answered=(ANSWERED,)), line_)
        assert found.situation is Situation.ANSWERED
        assert topics_of(found)[TopicCode.TELL_ANSWER].amount == QUERY
    agreed = around(Around(answered=(ANSWERED,)), line(Kind.CALL_BACK))
    assert agreed.situation is Situation.CALL_BACK


def test_where_they_were_right_about_all_of_it_no_day_is_asked_for() -> None:
    upheld = around(Around(answered=(Answered(QUERY, DisputeEventKind.UPHELD, DAY),)))
    assert upheld.situation is Situation.ANSWERED
    assert not {TopicCode.THE_REST, TopicCode.AGREE} & set(topics_of(upheld))
    in_part = around(Around(asked=(QUERY,), answered=(ANSWERED,)))
    assert {TopicCode.THE_REST, TopicCode.AGREE} <= set(topics_of(in_part))


def test_where_a_question_is_open_beside_an_arrangement_it_is_among_the_topics() -> None:
    found = around(Around(longer=(LONGER,), disputed=(QUERY,)))
    assert found.situation is Situation.ARRANGED
    assert topics_of(found)[TopicCode.UNDER_QUERY].amount == QUERY


@pytest.mark.parametrize("kind", [Kind.FOLLOW_UP, Kind.PROMISE_NOT_KEPT, Kind.CALL_BACK, None])
def test_whoever_we_leave_in_peace_is_asked_for_nothing(kind: Kind | None) -> None:
    found = around(
        Around(asked=(QUERY,), in_peace=True, answered=(ANSWERED,)),
        None if kind is None else line(kind),
    )
    assert found.situation is Situation.IN_PEACE
    assert not {TopicCode.AGREE, TopicCode.THE_REST, TopicCode.WHAT_HOLDS_IT} & set(
        topics_of(found)
    )


def test_what_we_promised_is_done_for_whom_we_leave_in_peace_too() -> None:
    for kind in (Kind.OURS_LATE, Kind.OURS_DUE, Kind.ANSWER_DUE):
        assert around(Around(in_peace=True), line(kind)).situation is Situation.OURS


@pytest.mark.parametrize("step", [step for step in Step if not step.before_due])
def test_a_follow_up_knows_its_step(step: Step) -> None:
    at = line(Kind.FOLLOW_UP)._replace(step=step)
    found = around(Around(asked=(QUERY,)), at)
    assert (found.situation, found.step) == (Situation.MONEY_DUE, step)
    codes = list(topics_of(found))
    friendly = step.rank <= Step.CALL_2.rank
    assert (TopicCode.RECEIVED in codes) is friendly
    follows = step in {Step.FINAL, Step.LETTER_BEFORE, Step.HAND_OVER}
    assert (TopicCode.WHAT_FOLLOWS in codes) is follows
    arranged = around(Around(asked=(QUERY,), longer=(LONGER,)), at)
    assert TopicCode.MORE_TIME in topics_of(arranged)
    assert TopicCode.WHAT_FOLLOWS not in topics_of(arranged)


def test_only_a_step_that_the_talk_takes_is_named() -> None:
    at = line(Kind.FOLLOW_UP)._replace(step=Step.FINAL)
    theirs = call_script(at, CallKind.COLLECTION, (), incoming=True)
    assert theirs.step is None
    assert guarded(around(Around(), at)).step is None
    assert around(Around(), line(Kind.CALL_BACK)).step is None
    assert around(Around(), line(Kind.COURTESY)._replace(step=Step.COURTESY)).step is None
    assert around(Around()).step is None


def test_whoever_rings_us_is_told_our_answer_where_their_matter_was_heard() -> None:
    found = call_script(
        None, CallKind.COLLECTION, (), incoming=True, around=Around(answered=(ANSWERED,))
    )
    codes = [topic.code for topic in found.topics]
    assert codes.index(TopicCode.TELL_ANSWER) > codes.index(TopicCode.WHAT_THEY_NEED)
    assert TopicCode.ANY_QUESTION not in codes


def test_whoever_is_rung_back_is_told_our_answer_behind_the_greeting() -> None:
    found = around(Around(answered=(ANSWERED,)), line(Kind.CALL_BACK))
    assert [topic.code for topic in found.topics][1] is TopicCode.TELL_ANSWER


@pytest.mark.parametrize(
    ("missed", "topic"),
    [
        (ReasonCode.PROMISE_BROKEN, TopicCode.RECALL_DAY),
        (ReasonCode.TIME_PASSED, TopicCode.RECALL_DAY),
        (ReasonCode.INSTALMENT_LATE, TopicCode.RECALL_PART),
        (ReasonCode.PLAN_DEFAULT, TopicCode.RECALL_PART),
        (ReasonCode.SAID_PAID_NOT_FOUND, TopicCode.RECALL_PAID),
    ],
)
def test_an_agreed_call_speaks_of_what_was_missed_meanwhile_behind_what_it_is_for(
    missed: ReasonCode, topic: TopicCode
) -> None:
    agreed, what = Reason(ReasonCode.CALL_BACK, day=DAY), Reason(missed, amount=QUERY, day=DAY)
    codes = [one.code for one in script(Kind.CALL_BACK, agreed, what).topics]
    assert codes[1:3] == [TopicCode.AS_AGREED, topic]
    assert len(codes) <= 6
    for untold in (
        script(Kind.CALL_BACK, agreed._replace(hard=True), what),
        script(Kind.CALL_BACK, agreed, what._replace(spoken=True)),
    ):
        assert topic not in [one.code for one in untold.topics]


def test_while_they_may_answer_our_letter_it_is_about_that_and_no_first_friendly_call() -> None:
    for waiting in (None, line(Kind.FOLLOW_UP)):
        found = around(REPLYING, waiting)
        assert found.situation is Situation.REPLYING
        assert topics_of(found)[TopicCode.OUR_LETTER].day == DAY
        assert TopicCode.RECEIVED not in topics_of(found)
    over = line(Kind.FOLLOW_UP, Reason(ReasonCode.TIME_PASSED, amount=QUERY, day=DAY))
    assert around(REPLYING, over).situation is Situation.DATE_PASSED
    due = line(Kind.FOLLOW_UP)._replace(step=Step.REVIEW)
    assert around(REPLYING, due).situation is Situation.MONEY_DUE
    nothing = replace(REPLYING, asked=())
    assert around(nothing).situation is not Situation.REPLYING
