"""The call form's words: what is echoed, what is read back, what was recovered."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from creditmate.domain.call_script import Situation
from creditmate.domain.call_topics import Topic, TopicCode
from creditmate.domain.claims import SaidPaid
from creditmate.domain.disputes import DisputeReason
from creditmate.domain.feeling import Mood, Signal
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.promised_share import PromisedShare, Share
from creditmate.i18n.call_words import (
    day_understood,
    missing_words,
    mood_words,
    outcome_title,
    recovered_words,
    share_words,
    signal_words,
    taken_up_words,
    timer_words,
)
from creditmate.i18n.formats import NBSP
from creditmate.i18n.read_back import (
    Agreed,
    AgreedPlan,
    AgreedQuery,
    AgreedTime,
    read_back_words,
)
from creditmate.i18n.script_words import situation_words, topic_words

MONDAY = date(2026, 11, 23)
FRIDAY = date(2026, 11, 27)
SUM = Money(642_440, "GBP")
DEED = "Credit note for the two pallets"
EN = "en_GB"


def plain(text: str) -> str:
    return text.replace(NBSP, " ")


def said(agreed: Agreed) -> str:
    return plain(read_back_words(agreed, MONDAY, EN, EN))


@pytest.mark.parametrize(
    ("agreed", "sentence"),
    [
        (Agreed(), ""),
        (Agreed(promised=SUM), ""),
        (
            Agreed(promised=SUM, promised_by=FRIDAY),
            "“So that is £6,424.40 this Friday, 27 November. Did I get that right?”",
        ),
        (
            Agreed(promised=SUM, promised_by=MONDAY, deed=DEED, deed_by=date(2026, 11, 24)),
            "“So that is £6,424.40 today, and from our side: Credit note for the two pallets,"
            " tomorrow, 24 November. Did I get that right?”",
        ),
        (
            Agreed(deed=f" {DEED}. ", deed_by=date(2027, 1, 4)),
            "“So from our side: Credit note for the two pallets, on Monday, 4 January 2027."
            " Did I get that right?”",
        ),
        (
            Agreed(ring_again=date(2026, 11, 30)),
            "“So I will ring you again on Monday, 30 November. Does that suit you?”",
        ),
        (
            Agreed(promised=SUM, promised_by=FRIDAY, ring_again=date(2026, 12, 1)),
            "“So that is £6,424.40 this Friday, 27 November. Did I get that right?”",
        ),
    ],
)
def test_what_is_agreed_is_one_sentence(agreed: Agreed, sentence: str) -> None:
    assert said(agreed) == sentence


PLAN = AgreedPlan(
    Money(100_000, "GBP"), 3, Money(33_333, "GBP"), date(2026, 12, 1), date(2027, 2, 1)
)
ANSWER = date(2026, 11, 30)
QUERY = AgreedQuery(Money(41_200, "GBP"), DisputeReason.QUANTITY, ANSWER)


@pytest.mark.parametrize(
    ("agreed", "sentence"),
    [
        (
            Agreed(plan=PLAN),
            "“So you pay £1,000.00 in 3 parts, £333.33 on Tuesday, 1 December and the last one on"
            " Monday, 1 February 2027. Did I get that right?”",
        ),
        (
            Agreed(plan=replace(PLAN, parts=1)),
            "“So you pay £1,000.00 in 1 part, on Tuesday, 1 December. Did I get that right?”",
        ),
        (
            Agreed(promised=SUM, promised_by=FRIDAY, query=QUERY, deed=DEED, deed_by=FRIDAY),
            "“So you pay £6,424.40 this Friday, 27 November; £412.00 is under query because of a"
            " short delivery; you have our answer on Monday, 30 November; from our side: Credit"
            " note for the two pallets, this Friday, 27 November. Did I get that right?”",
        ),
        (
            Agreed(query=replace(QUERY, answer_by=None)),
            "“So £412.00 is under query because of a short delivery. Did I get that right?”",
        ),
        (
            Agreed(more_time=AgreedTime(date(2026, 12, 14))),
            "“So you have time until 14 December, and interest runs on. Did I get that right?”",
        ),
        (
            Agreed(more_time=AgreedTime(date(2026, 12, 14), interest_runs=False)),
            "“So you have time until 14 December, without interest. Did I get that right?”",
        ),
        (
            Agreed(ring_again=ANSWER, ring_at=time(14, 30)),
            "“So I ring you again on Monday, 30 November at 14:30. Did I get that right?”",
        ),
        (
            Agreed(said_paid=SaidPaid(paid_on=MONDAY), query=QUERY),
            "“So what is due by transfer went out today; £412.00 is under query because of a short"
            " delivery; you have our answer on Monday, 30 November. Did I get that right?”",
        ),
    ],
)
def test_whatever_else_is_agreed_is_said_in_its_order(agreed: Agreed, sentence: str) -> None:
    assert said(agreed) == sentence


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (4, "Fri 27 Nov 2026, in 4 days"),
        (1, "Tue 24 Nov 2026, tomorrow"),
        (0, "Mon 23 Nov 2026, today"),
        (-1, "Sun 22 Nov 2026, 1 day ago"),
        (-3, "Fri 20 Nov 2026, 3 days ago"),
    ],
)
def test_a_day_is_echoed_so_that_nothing_is_left_open(days: int, words: str) -> None:
    assert plain(day_understood(MONDAY + timedelta(days=days), MONDAY, EN, EN)) == words


def test_a_form_is_recovered_from_an_hour_and_another_day_is_named() -> None:
    now = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
    at = now.replace(hour=10, minute=42)
    assert recovered_words(at, now, EN, EN) == "Recovered what you had typed at 10:42"
    before = plain(recovered_words(at - timedelta(days=3), now, EN, EN))
    assert before == "Recovered what you had typed on Fri 20 Nov at 10:42"
    assert taken_up_words(at, now, EN, EN) == "Taken up again; put aside at 10:42"
    parked = plain(taken_up_words(at - timedelta(days=3), now, EN, EN))
    assert parked == "Taken up again; put aside on Fri 20 Nov at 10:42"


@pytest.mark.parametrize(("seconds", "text"), [(0, "00:00"), (252, "04:12"), (3_725, "1:02:05")])
def test_a_timer_has_minutes_and_seconds(seconds: int, text: str) -> None:
    assert timer_words(seconds) == text


def test_every_code_has_words_and_none_of_them_blames() -> None:
    told = [outcome_title(outcome, EN) for outcome in Outcome]
    told += [mood_words(mood, EN) for mood in Mood]
    told += [signal_words(signal, EN) for signal in Signal]
    told += [situation_words(situation, EN) for situation in Situation]
    told += [topic_words(Topic(code), EN, EN, MONDAY) for code in TopicCode]
    told += [share_words(PromisedShare(share, SUM), EN, EN) for share in Share]
    assert all(told)
    assert len(set(told[: len(Outcome)])) == len(Outcome)
    for word in ("debtor", "chas", "broken", "liar"):
        assert not any(word in text.casefold() for text in told)


def test_a_topic_tells_its_facts() -> None:
    day = Topic(TopicCode.RECALL_DAY, day=date(2026, 11, 11))
    assert plain(topic_words(day, EN, EN, MONDAY)) == "Recall 11 November"
    query = Topic(TopicCode.UNDER_QUERY, amount=Money(41_200, "GBP"))
    assert topic_words(query, EN, EN, MONDAY) == "Under query: £412.00"
    ours = Topic(TopicCode.OUR_NEWS, words="Copy of INV-2318")
    assert topic_words(ours, EN, EN, MONDAY) == "What we promised: Copy of INV-2318"
    assert topic_words(Topic(TopicCode.RECALL_DAY), EN, EN, MONDAY) == "Recall what was agreed"
    assert topic_words(Topic(TopicCode.OUR_NEWS), EN, EN, MONDAY) == "What we promised"


@pytest.mark.parametrize(
    "field",
    [
        "outcome",
        "with",
        "note",
        "next",
        "because",
        "promise",
        "nothing-open",
        "by",
        "deed",
        "we-by",
    ],
)
def test_every_field_can_say_what_it_needs(field: str) -> None:
    assert missing_words(field, EN).endswith(".")
