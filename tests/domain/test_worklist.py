"""The work list: who stands on it, about how much, and in which order."""

from datetime import time

from creditmate.domain.lateness import Book, Lateness
from creditmate.domain.money import Money
from creditmate.domain.priority import Contact, ScorePart
from creditmate.domain.promises import Promise, PromiseState, Standing, promise_states
from creditmate.domain.work_reasons import Reason, ReasonCode
from creditmate.domain.workcase import CallBack
from creditmate.domain.worklist import Channel, Kind, Line, work_line, work_list
from tests.domain.worklist_cases import (
    DAY,
    TODAY,
    case_of,
    codes_of,
    deed_of,
    entry,
    line_of,
    promised,
)

# ---------------------------------------------------------------- on the list or not


def test_overdue_money_makes_a_follow_up_call() -> None:
    line = line_of(case_of(entry(1, 18, 390_500), entry(2, -20, 50_000)))
    assert (line.kind, line.channel) == (Kind.FOLLOW_UP, Channel.CALL)
    assert line.amounts == (Money(390_500, "GBP"),)
    assert line.days_late == 18
    assert line.reasons[0] == Reason(ReasonCode.SLOWER_THAN_USUAL, days=18)


def test_nothing_due_is_not_on_the_list() -> None:
    assert work_line(case_of(), TODAY) is None
    assert work_line(case_of(entry(1, -8, 50_000)), TODAY) is None
    assert work_line(case_of(entry(1, 9, 50_000, disputed=50_000)), TODAY) is None


def test_due_today_is_not_overdue_but_worth_a_courtesy_call() -> None:
    line = line_of(case_of(entry(1, 0, 840_000)))
    assert (line.kind, line.days_late) == (Kind.COURTESY, 0)
    assert line_of(case_of(entry(1, 1, 840_000))).kind is Kind.FOLLOW_UP


def test_a_courtesy_call_is_for_who_is_usually_late_or_new() -> None:
    due_soon = entry(1, -7, 840_000)
    line = line_of(case_of(due_soon))
    assert line.kind is Kind.COURTESY
    assert line.amounts == (Money(840_000, "GBP"),)
    assert line.reasons[0] == Reason(ReasonCode.DUE_SOON, day=TODAY + 7 * DAY)
    assert line.reasons[2] == Reason(ReasonCode.LATE_SHARE, times=7, of=9)
    prompt = Lateness((-5,) * 20, Book((-5, -2, 1)))
    assert work_line(case_of(due_soon, habit=prompt), TODAY) is None
    new = case_of(due_soon, habit=Lateness((), Book((-9, -8, -7))))
    assert codes_of(new) == [ReasonCode.DUE_SOON, ReasonCode.FIRST_INVOICE]
    several = new._replace(entries=(due_soon, entry(2, -40, 500)))
    assert codes_of(several) == [ReasonCode.DUE_SOON, ReasonCode.NO_HISTORY]


def test_a_courtesy_call_is_not_made_twice_about_the_same_invoice() -> None:
    case = case_of(entry(1, -3, 840_000))
    spoken = case._replace(last_contact=Contact(TODAY - 4 * DAY))
    assert work_line(spoken, TODAY) is None
    tried = case._replace(last_contact=Contact(TODAY - 4 * DAY, reached=False))
    assert line_of(tried).kind is Kind.COURTESY
    earlier = case._replace(last_contact=Contact(TODAY - 5 * DAY))
    assert line_of(earlier).kind is Kind.COURTESY  # it was due in eight days then


# ---------------------------------------------------------------- promises


def test_a_promise_of_all_that_is_overdue_takes_the_customer_off_the_list() -> None:
    case = case_of(entry(1, 18, 390_500))._replace(standings=(promised(390_500),))
    assert work_line(case, TODAY) is None


def test_a_promise_of_a_part_never_silences_the_rest() -> None:
    case = case_of(entry(1, 18, 1_000_000))._replace(standings=(promised(100),))
    line = line_of(case)
    assert line.amounts == (Money(999_900, "GBP"),)
    assert Reason(ReasonCode.PROMISED, amount=Money(100, "GBP")) in line.reasons


def test_while_a_promise_runs_there_is_no_courtesy_call() -> None:
    case = case_of(entry(1, 2, 500), entry(2, -3, 90_000))._replace(standings=(promised(500),))
    assert work_line(case, TODAY) is None
    assert line_of(case._replace(standings=())).kind is Kind.FOLLOW_UP


def test_the_morning_after_a_broken_promise_it_is_the_first_call() -> None:
    promise = Promise(1, "GBP", 421_260, TODAY - 12 * DAY, TODAY - 3 * DAY, TODAY - DAY)
    standings = promise_states([promise], [], TODAY - DAY, TODAY, {})
    broken = case_of(entry(1, 81, 421_260))._replace(standings=tuple(standings))
    large = case_of(entry(1, 40, 99_000_000), customer=2)
    first, second = work_list([large, broken], TODAY)
    assert (first.customer, first.kind) == (1, Kind.PROMISE_NOT_KEPT)
    assert first.reasons[0] == Reason(
        ReasonCode.PROMISE_BROKEN, amount=Money(421_260, "GBP"), day=TODAY - 3 * DAY
    )
    assert first.parts[0].code is ScorePart.PROMISE_NOT_KEPT
    assert second.customer == 2
    [before] = work_list([broken._replace(standings=()), large], TODAY)[1:]
    assert (before.customer, before.kind) == (1, Kind.FOLLOW_UP)


def test_a_promise_kept_in_part_tells_what_came() -> None:
    state = promised(25_000, PromiseState.PART_KEPT, until=-1, came=10_000)
    case = case_of(entry(1, 9, 15_000))._replace(standings=(state,))
    assert line_of(case).reasons[0] == Reason(
        ReasonCode.PROMISE_PART_KEPT,
        amount=Money(25_000, "GBP"), came=Money(10_000, "GBP"), day=TODAY - 3 * DAY,
    )  # fmt: skip


def test_a_broken_promise_already_spoken_about_is_a_follow_up_like_others() -> None:
    broken = promised(500, PromiseState.BROKEN, until=-3)
    case = case_of(entry(1, 9, 900))._replace(standings=(broken,))
    spoken = case._replace(last_contact=Contact(TODAY - 2 * DAY))
    assert line_of(spoken).kind is Kind.FOLLOW_UP
    assert line_of(spoken).reasons[0].code is ReasonCode.PROMISE_BROKEN
    before = case._replace(last_contact=Contact(TODAY - 3 * DAY))
    assert line_of(before).kind is Kind.PROMISE_NOT_KEPT
    tried = case._replace(last_contact=Contact(TODAY, reached=False))
    assert line_of(tried).kind is Kind.PROMISE_NOT_KEPT
    renewed = case._replace(standings=(broken, promised(400, made=-2, number=2)))
    assert line_of(renewed).kind is Kind.FOLLOW_UP


def test_a_broken_promise_is_forgotten_once_a_later_one_was_kept() -> None:
    states = (
        promised(500, PromiseState.BROKEN, until=-9),
        promised(500, PromiseState.KEPT, until=-3, came=500, number=2),
    )
    case = case_of(entry(1, 9, 900))._replace(standings=states)
    assert ReasonCode.PROMISE_BROKEN not in codes_of(case)


def test_the_bank_is_checked_before_anybody_is_called() -> None:
    state = promised(500, PromiseState.CHECK_BANK, until=-1)
    case = case_of(entry(1, 9, 900))._replace(standings=(state,))
    line = line_of(case)
    assert (line.kind, line.channel) == (Kind.CHECK_MONEY, Channel.BANK)
    assert line.amounts == (Money(500, "GBP"),)
    assert line.reasons[0].code is ReasonCode.CHECK_BANK


# ---------------------------------------------------------------- money received


def test_money_that_covers_everything_is_matched_and_nobody_is_called() -> None:
    case = case_of(entry(1, 9, 900))._replace(unallocated=(Money(-1000, "GBP"),))
    line = line_of(case)
    assert (line.kind, line.channel) == (Kind.CHECK_MONEY, Channel.MATCH)
    assert line.amounts == (Money(900, "GBP"),)
    assert line.reasons[0] == Reason(ReasonCode.MATCH_RECEIPT, amount=Money(900, "GBP"))


def test_money_that_covers_a_part_lowers_what_is_asked() -> None:
    case = case_of(entry(1, 9, 900))._replace(unallocated=(Money(-300, "GBP"),))
    line = line_of(case)
    assert (line.kind, line.amounts) == (Kind.FOLLOW_UP, (Money(600, "GBP"),))
    assert Reason(ReasonCode.UNMATCHED, amount=Money(300, "GBP")) in line.reasons


def test_paid_in_one_currency_and_late_in_another_is_called_about_the_other() -> None:
    case = case_of(entry(1, 9, 900), entry(2, 5, 700, "EUR"), entry(3, 2, 99_900, "USD"))
    case = case._replace(unallocated=(Money(-900, "GBP"), Money(-5, "NZD")))
    assert line_of(case).amounts == (Money(99_900, "USD"), Money(700, "EUR"))


# ---------------------------------------------------------------- ours, call-backs, pauses


def test_our_own_late_promise_comes_first_by_email_even_with_nothing_owed() -> None:
    line = line_of(case_of()._replace(deeds=(deed_of(-1),)))
    assert (line.kind, line.channel, line.when) == (Kind.OURS_LATE, Channel.EMAIL, TODAY - DAY)
    assert line.reasons == (
        Reason(ReasonCode.OURS_LATE, day=TODAY - DAY, words="corrected invoice"),
    )
    assert (line.amounts, line.parts, line.days_late) == ((), (), None)


def test_our_promise_for_today_is_shown_today_and_not_before() -> None:
    assert line_of(case_of()._replace(deeds=(deed_of(0),))).kind is Kind.OURS_DUE
    assert codes_of(case_of()._replace(deeds=(deed_of(0),))) == [ReasonCode.OURS_DUE]
    assert work_line(case_of()._replace(deeds=(deed_of(1),)), TODAY) is None
    assert work_line(case_of()._replace(deeds=(deed_of(-1, TODAY),)), TODAY) is None


def test_a_call_back_is_due_on_its_day_and_keeps_its_hour() -> None:
    early = CallBack(TODAY, TODAY - 9 * DAY, time(9, 30), "back from leave")
    anytime = CallBack(TODAY, TODAY - 9 * DAY)
    line = line_of(case_of(entry(1, 9, 64_000))._replace(call_backs=(anytime, early)))
    assert (line.kind, line.when, line.at) == (Kind.CALL_BACK, TODAY, time(9, 30))
    assert line.reasons[0] == Reason(
        ReasonCode.CALL_BACK, day=TODAY, at=time(9, 30), words="back from leave"
    )


def _paused(day: int, set_day: int, *standings: Standing) -> Line | None:
    call_back = CallBack(TODAY + day * DAY, TODAY + set_day * DAY)
    case = case_of(entry(1, 9, 64_000))._replace(call_backs=(call_back,), standings=standings)
    return work_line(case, TODAY)


def test_an_agreed_call_back_pauses_until_its_day_at_most_a_fortnight() -> None:
    assert _paused(1, 0) is None
    assert _paused(1, -13) is None
    assert _paused(1, -14) is not None
    assert _paused(1, 1) is not None  # agreed only tomorrow, seen from today


def test_a_call_back_beside_a_promise_of_a_part_does_not_pause_the_rest() -> None:
    line = _paused(3, -5, promised(100))
    assert line is not None
    assert line.amounts == (Money(63_900, "GBP"),)


def test_a_promise_missed_since_ends_the_pause() -> None:
    kind = _paused(3, -5, promised(100, PromiseState.BROKEN, until=-1, made=-9))
    assert kind is not None
    assert kind.kind is Kind.PROMISE_NOT_KEPT
    assert _paused(3, -5, promised(100, PromiseState.BROKEN, until=-6, made=-9)) is None
    picture_of = case_of(entry(1, 9, 64_000))._replace(
        standings=(promised(100, PromiseState.BROKEN, until=-1, made=-9),),
        call_backs=(CallBack(TODAY + DAY, TODAY - DAY),),
        last_contact=Contact(TODAY),
    )
    found = work_line(picture_of, TODAY)
    assert found is not None
    assert found.kind is Kind.FOLLOW_UP


def test_the_day_s_order() -> None:
    owing = entry(1, 9, 64_000)
    broken = promised(500, PromiseState.BROKEN, until=-1)
    cases = [
        case_of(entry(1, -2, 900), customer=8),
        case_of(owing, customer=7),
        case_of(owing, customer=6)._replace(unallocated=(Money(-64_000, "GBP"),)),
        case_of(owing, customer=5)._replace(standings=(broken,)),
        case_of(owing, customer=4)._replace(call_backs=(CallBack(TODAY, TODAY),)),
        case_of(owing, customer=3)._replace(
            call_backs=(CallBack(TODAY - DAY, TODAY - DAY, time(16)),)
        ),
        case_of(customer=2)._replace(deeds=(deed_of(0),)),
        case_of(customer=1)._replace(deeds=(deed_of(-3),)),
        case_of(customer=0)._replace(deeds=(deed_of(-4), deed_of(-1))),
        case_of(entry(1, -30, 900), customer=9),
    ]
    assert [line.customer for line in work_list(cases, TODAY)] == [0, 1, 2, 3, 4, 5, 6, 7, 8]


def test_courtesy_and_follow_up_calls_share_one_ranking_by_worth() -> None:
    small = case_of(entry(1, 3, 1_500), customer=1)
    large = case_of(entry(1, -4, 840_000), customer=2)
    assert [line.kind for line in work_list([small, large], TODAY)] == [
        Kind.COURTESY, Kind.FOLLOW_UP,
    ]  # fmt: skip
