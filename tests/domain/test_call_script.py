"""What to cover follows from why the customer stands on the list."""

from datetime import date

import pytest

from creditmate.domain.call_script import Script, Situation, TopicCode, call_kind, call_script
from creditmate.domain.money import Money
from creditmate.domain.outcomes import CallKind
from creditmate.domain.work_reasons import Reason, ReasonCode
from creditmate.domain.worklist import Channel, Kind, Line

DAY = date(2026, 11, 18)
QUERY = Money(41_200, "GBP")


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


def test_what_is_not_known_is_left_open() -> None:
    assert script(Kind.PROMISE_NOT_KEPT).topics[1].day is None
    assert script(Kind.OURS_LATE).topics[1].words == ""


def test_our_own_promise_is_named_in_our_words() -> None:
    late = Reason(ReasonCode.OURS_LATE, day=DAY, words="Copy of INV-2318")
    assert script(Kind.OURS_LATE, late).topics[1].words == "Copy of INV-2318"


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
