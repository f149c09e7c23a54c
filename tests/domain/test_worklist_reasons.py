"""Why a customer is on the work list, and by which channel to act."""

import pytest

from creditmate.domain.lateness import Book, Lateness
from creditmate.domain.money import Money
from creditmate.domain.priority import Contact
from creditmate.domain.work_reasons import Reason, ReasonCode
from creditmate.domain.workcase import Reach
from creditmate.domain.worklist import Channel, work_list
from tests.domain.worklist_cases import (
    BOOK,
    DAY,
    TODAY,
    case_of,
    codes_of,
    deed_of,
    entry,
    line_of,
)


@pytest.mark.parametrize(("habit", "late", "code"), [
    ((), 3, ReasonCode.OVERDUE),
    ((-1, -4, 0), 3, ReasonCode.FIRST_TIME_LATE),
    ((9, 9, 9), 9, ReasonCode.OVERDUE),
    ((9, 9, 9), 10, ReasonCode.SLOWER_THAN_USUAL),
])  # fmt: skip
def test_lateness_is_told_against_the_customer_s_own_habit(
    habit: tuple[int, ...], late: int, code: ReasonCode
) -> None:
    case = case_of(entry(1, late, 900), habit=Lateness(habit, BOOK))
    assert line_of(case).reasons[0] == Reason(code, days=late)


def test_who_is_usually_early_is_not_called_usually_late() -> None:
    habit = Lateness((-6, -6, -6, -6, 2), Book((-6, -4, -2)))
    codes = codes_of(case_of(entry(1, 3, 900), habit=habit))
    assert ReasonCode.USUALLY_LATE not in codes
    assert ReasonCode.LATE_SHARE in codes


@pytest.mark.parametrize(("ago", "reached", "code"), [
    (0, True, ReasonCode.SPOKEN_TODAY),
    (1, True, ReasonCode.SPOKEN_YESTERDAY),
    (0, False, ReasonCode.TRIED_TODAY),
    (1, False, None), (9, True, None),
    (10, True, ReasonCode.LAST_SPOKEN), (12, False, ReasonCode.SILENCE),
])  # fmt: skip
def test_the_last_contact_is_a_reason(ago: int, reached: bool, code: ReasonCode | None) -> None:
    case = case_of(entry(1, 60, 900))
    told = codes_of(case._replace(last_contact=Contact(TODAY - ago * DAY, reached)))
    assert told[3:] == ([] if code is None else [code])
    assert told[:3] == codes_of(case)


def test_spoken_to_today_ranks_lower_but_stays() -> None:
    spoken = case_of(entry(1, 9, 64_000))._replace(last_contact=Contact(TODAY))
    other = case_of(entry(1, 9, 30_000), customer=2)
    assert [line.customer for line in work_list([spoken, other], TODAY)] == [2, 1]


def test_what_is_in_question_is_told() -> None:
    case = case_of(entry(1, 9, 900, disputed=200))
    assert Reason(ReasonCode.IN_QUESTION, amount=Money(200, "GBP")) in line_of(case).reasons


@pytest.mark.parametrize(("reach", "call", "ours"), [
    (Reach(), Channel.CALL, Channel.EMAIL),
    (Reach(email=False), Channel.CALL, Channel.CALL),
    (Reach(phone=False), Channel.EMAIL, Channel.EMAIL),
    (Reach(phone=False, email=False), Channel.LETTER, Channel.LETTER),
    (Reach(phone=False, email=False, post=False), Channel.NONE, Channel.NONE),
])  # fmt: skip
def test_the_channel_follows_how_they_can_be_reached(
    reach: Reach, call: Channel, ours: Channel
) -> None:
    case = case_of(entry(1, 9, 900))._replace(reach=reach)
    assert line_of(case).channel is call
    assert line_of(case._replace(deeds=(deed_of(-1),))).channel is ours
    assert (ReasonCode.NO_PHONE in codes_of(case)) is not reach.phone
    wrong = case._replace(reach=reach._replace(wrong=True))
    assert (ReasonCode.WRONG_NUMBER in codes_of(wrong)) is not reach.phone
    assert ReasonCode.NO_PHONE not in codes_of(wrong)
