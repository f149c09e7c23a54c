"""A head office and its branches as one case, and the bound of its line."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.group_bounds import (
    group_aggregates,
    group_debts,
    group_worst,
    groups_not_to_ring,
)
from creditmate.domain.group_cases import (
    as_branch,
    branches_asked,
    group_case,
)
from creditmate.domain.groups import with_their_groups
from creditmate.domain.lateness import Lateness
from creditmate.domain.manner import Manner
from creditmate.domain.money import Money
from creditmate.domain.priority import Contact
from creditmate.domain.promises import PromiseState
from creditmate.domain.top_lines import (
    BY_GROUP,
    BY_RANK,
    Aggregate,
    Key,
    Order,
    points_bounds,
)
from creditmate.domain.work_reasons import ReasonCode
from creditmate.domain.workcase import Case, Fellow, Reach
from creditmate.domain.worklist import Channel, Kind, work_line
from tests.domain.worklist_cases import (
    BOOK,
    DAY,
    TODAY,
    case_of,
    deed_of,
    entry,
    line_of,
    promised,
)


def credit(minor: int) -> tuple[Money, ...]:
    return (Money(-minor, "GBP"),)


def group(*members: Case) -> Case:
    return group_case(members[0], members[1:], TODAY)


def test_the_sum_of_all_is_asked_for() -> None:
    head, branch = case_of(entry(1, 5, 100)), case_of(entry(2, 9, 700), customer=2)
    line = work_line(group(head, branch), TODAY)
    assert line is not None
    assert (line.customer, line.amounts, line.days_late) == (1, (Money(800, "GBP"),), 9)


def test_money_of_a_branch_is_taken_off_its_own_items_only() -> None:
    """200 of one that owes 100 today and 300 next week: 100 of it pay, 100 wait for next week."""
    rich = case_of(entry(1, 5, 100), entry(2, -3, 300), customer=2)._replace(
        unallocated=credit(200)
    )
    poor = case_of(entry(3, 5, 1000), customer=1)
    together = group(poor, rich)
    assert together.unallocated == credit(100)
    assert [(one.id, one.open_minor) for one in together.entries] == [(3, 1000), (1, 100), (2, 200)]
    line = work_line(together, TODAY)
    assert line is not None
    assert line.amounts == (Money(1000, "GBP"),)


def test_money_of_the_head_office_is_taken_off_what_all_owe() -> None:
    rich = case_of(entry(1, 5, 100), customer=1)._replace(unallocated=credit(800))
    poor = case_of(entry(3, 5, 1000), customer=2)
    line = work_line(group(rich, poor), TODAY)
    assert line is not None
    assert line.amounts == (Money(300, "GBP"),)


def test_what_is_paid_in_full_later_is_no_item() -> None:
    rich = case_of(entry(2, -3, 300), customer=2)._replace(unallocated=credit(900))
    assert group(case_of(), rich).entries == ()
    assert group(case_of(), rich).unallocated == ()


def test_who_was_reached_last_counts_for_all() -> None:
    head = case_of()._replace(last_contact=Contact(TODAY, reached=False), last_talk=TODAY - DAY)
    branch = case_of(customer=2)._replace(last_contact=Contact(TODAY), last_talk=None)
    together = group(head, branch, case_of(customer=3))
    assert together.last_contact == Contact(TODAY)
    assert together.last_talk == TODAY - DAY


def test_anybody_who_can_be_reached_is() -> None:
    mute = case_of(entry(1, 5, 100))._replace(reach=Reach(phone=False, email=False))
    branch = case_of(customer=2)._replace(reach=Reach(phone=False, email=True))
    line = work_line(group(mute, branch), TODAY)
    assert line is not None
    assert line.channel is Channel.EMAIL


def test_the_habit_is_learnt_from_each_in_turn() -> None:
    one, other = Lateness(tuple(range(15)), BOOK), Lateness((90, 91), BOOK)
    head = case_of(habit=one)
    together = group(head, case_of(habit=other, customer=2))
    assert together.lateness.recent[-4:] == (90, 13, 91, 14)
    assert len(together.lateness.recent) == 17
    many = Lateness(tuple(range(20)), BOOK)
    assert len(group(case_of(habit=many), case_of(habit=many)).lateness.recent) == 20


def test_our_promises_to_any_of_them_come_first() -> None:
    branch = case_of(customer=2)._replace(deeds=(deed_of(-1),))
    line = work_line(group(case_of(), branch), TODAY)
    assert line is not None
    assert line.kind is Kind.OURS_LATE


def test_branches_with_something_overdue_are_named_else_those_with_anything() -> None:
    cases = [case_of(entry(1, 5, 100)), case_of(entry(2, 5, 100), customer=2),
             case_of(entry(3, -5, 100), customer=3), case_of(customer=4)]  # fmt: skip
    assert branches_asked(1, cases, TODAY) == (2,)
    assert branches_asked(1, cases[2:], TODAY) == (3,)


def test_a_branch_is_named_only_where_its_own_money_is_meant() -> None:
    """Of what is asked of the head office alone a branch that owes nothing late is no part."""
    head, soon = case_of(entry(1, 5, 100)), case_of(entry(3, -5, 100), customer=3)
    queried = case_of(entry(2, 5, 100, disputed=100), customer=2)
    assert branches_asked(1, [head, soon], TODAY) == ()
    assert branches_asked(1, [head, queried, soon], TODAY) == ()
    assert branches_asked(1, [case_of(), queried, soon], TODAY) == (2,)  # left out: it is theirs


def test_a_friend_gets_no_courtesy_call_and_the_line_says_so() -> None:
    friend, soon = Manner(friend=True), case_of(entry(1, -3, 50_000))
    assert work_line(soon, TODAY) is not None
    assert work_line(soon._replace(manner=friend), TODAY) is None
    assert work_line(soon._replace(manner=Manner(courtesy=False)), TODAY) is None
    late = case_of(entry(1, 5, 500))._replace(manner=Manner(friend=True, on_stop=True))
    line = work_line(late, TODAY)
    assert line is not None
    assert [r.code for r in line.reasons][-2:] == [ReasonCode.ON_STOP, ReasonCode.FRIEND]


def test_aggregates_of_a_group_are_one() -> None:
    head = Aggregate(1, (Money(5, "GBP"),), TODAY, 3, by_phone=False)
    branch = Aggregate(2, (Money(7, "GBP"), Money(1, "EUR")), TODAY - DAY, 9, to_check=True,
                       missed=(Money(2, "GBP"),))  # fmt: skip
    alone = Aggregate(4, (), TODAY, agreed=True)
    (both, other) = group_aggregates([branch, head, alone], {2: 1, 3: 1})
    assert other == alone
    assert (both.customer, both.owed) == (1, (Money(12, "GBP"), Money(1, "EUR")))
    assert (both.oldest_due_day, both.worst_recent) == (TODAY - DAY, 9)
    assert (both.to_check, both.by_phone, both.agreed) == (True, True, False)
    assert both.missed == (Money(2, "GBP"),)
    (alone_of_group,) = group_aggregates([branch], {2: 1})
    assert alone_of_group == branch._replace(customer=1)
    (unknown,) = group_aggregates([head, branch._replace(worst_recent=None)], {2: 1})
    assert unknown.worst_recent is None


def test_what_branches_owe_is_their_head_office_s() -> None:
    rows = [(2, "GBP", 5, "2026-11-01"), (3, "EUR", 7, "2026-11-02"), (4, "GBP", 1, "2026-11-03")]
    assert list(group_debts(rows, {2: 1, 3: 1})) == [
        (1, "GBP", 5, "2026-11-01"),
        (1, "EUR", 7, "2026-11-02"),
        (4, "GBP", 1, "2026-11-03"),
    ]


def test_the_worst_lateness_of_a_group_is_known_once_it_is_of_all() -> None:
    assert group_worst({1: 3, 2: 9, 4: 5}, {2: 1}) == {1: 9, 2: 9, 4: 5}
    assert group_worst({1: 3, 2: 9, 4: 5}, {2: 1, 3: 1}) == {2: 9, 4: 5}
    assert group_worst({2: 9}, {2: 1}) == {2: 9}


def test_a_group_is_written_to_while_nobody_in_it_is_rung() -> None:
    assert groups_not_to_ring({1, 2, 4}, {2: 1, 3: 1}) == {2, 4}
    assert groups_not_to_ring({1, 2, 3}, {2: 1, 3: 1}) == {1, 2, 3}
    assert groups_not_to_ring({2, 3}, {2: 1, 3: 1}) == {2, 3}


def test_all_of_a_group_come_with_one_of_it() -> None:
    heads = {2: 1, 3: 1, 6: 5}
    assert with_their_groups([3, 4], heads) == {1, 2, 3, 4}
    assert with_their_groups([5], heads) == {5, 6}
    assert with_their_groups([], heads) == set()


_ENTRIES = st.lists(
    st.builds(
        entry,
        st.integers(1, 10**6),
        st.integers(-6, 200),
        st.integers(1, 10**7),
        st.sampled_from(["GBP", "EUR"]),
    ),
    max_size=3,
)
_HABITS = st.lists(st.integers(-30, 120), max_size=20).map(lambda days: Lateness(tuple(days), BOOK))
_LOOSE = st.dictionaries(st.sampled_from(["GBP", "EUR"]), st.integers(1, 10**7))
_LIVE = st.none() | st.integers(1, 10**7)


@st.composite
def _members(draw: st.DrawFn) -> list[Case]:
    """A head office, by place the first, and its branches."""
    cases = []
    for place in range(1, draw(st.integers(1, 4)) + 1):
        promise = draw(_LIVE)
        entries = [one._replace(id=10 * place + n) for n, one in enumerate(draw(_ENTRIES))]
        cases.append(
            case_of(*entries, habit=draw(_HABITS), customer=place)._replace(
                unallocated=tuple(
                    Money(-minor, currency) for currency, minor in draw(_LOOSE).items()
                ),
                standings=() if promise is None else (promised(promise, number=place),),
                reach=Reach(phone=draw(st.booleans()), email=True),
            )
        )
    return cases


def _owed(case: Case) -> list[tuple[int, str, int, str]]:
    return [(case.customer, e.currency, e.open_minor, e.due_day.isoformat()) for e in case.entries]


def _bound(cases: Sequence[Case], heads: dict[int, int], order: Order) -> Key:
    """As the ledger's questions would tell it: of some all is asked, of others what they owe."""
    worst = {c.customer: max(c.lateness.recent) for c in cases if c.lateness.recent}
    silent = {case.customer for case in cases if not case.reach.phone}
    live = any(case.standings for case in cases)
    marked = [
        case.customer
        for case in cases
        # a head office's money is for its branches too
        if _may_match(case, held=live) or (case.customer in heads.values() and case.unallocated)
    ]
    if not marked:
        debts = group_debts((row for case in cases for row in _owed(case)), heads)
        points = points_bounds(debts, group_worst(worst, heads), BOOK, TODAY)
        by_phone = 1 not in groups_not_to_ring(silent, heads)
        return order.bound_of_debt(points[1], by_phone=by_phone)
    aggregates = [
        Aggregate(
            customer=case.customer,
            owed=tuple(Money(e.open_minor, e.currency) for e in case.entries),
            oldest_due_day=min((e.due_day for e in case.entries), default=TODAY),
            worst_recent=worst.get(case.customer),
            to_check=case.customer in marked,
            by_phone=case.customer not in silent,
        )
        for case in cases
    ]
    (bound,) = group_aggregates(aggregates, heads)
    return order.bound(bound, BOOK, TODAY)


def _may_match(case: Case, *, held: bool) -> bool:
    credit = {money.currency: -money.minor for money in case.unallocated}
    overdue: dict[str, int] = {}
    for e in (e for e in case.entries if e.due_day < TODAY):
        overdue[e.currency] = overdue.get(e.currency, 0) + e.open_minor
    enough = all(credit.get(currency, 0) >= minor for currency, minor in overdue.items())
    return bool(credit and overdue) and (held or enough)


@given(_members(), st.sampled_from([BY_RANK, BY_GROUP]))
def test_no_group_stands_before_its_bound(cases: list[Case], order: Order) -> None:
    line = work_line(group(*cases), TODAY)
    if line is not None:
        heads = dict.fromkeys(range(2, len(cases) + 1), 1)
        assert _bound(cases, heads, order) < order.key(line)


@pytest.mark.parametrize("order", [BY_RANK, BY_GROUP])
def test_one_who_owes_nothing_may_be_rung_and_pay_late_for_all(order: Order) -> None:
    """The head office has the telephone and the habit; only the branch owes."""
    head = case_of(habit=Lateness((90,) * 20, BOOK))
    branch = case_of(entry(1, 5, 50_000), habit=Lateness((0,) * 20, BOOK), customer=2)
    branch = branch._replace(reach=Reach(phone=False, email=True))
    line = work_line(group(head, branch), TODAY)
    assert line is not None
    assert line.channel is Channel.CALL
    assert _bound([head, branch], {2: 1}, order) < order.key(line)


def test_a_promise_at_one_may_leave_another_s_money_to_match() -> None:
    """Promised is more than the head office owes, so that it covers most of the branch's."""
    head = case_of(entry(1, 9, 50_000))._replace(standings=(promised(90_000),))
    branch = case_of(entry(2, 5, 50_000), customer=2)._replace(unallocated=credit(10_000))
    line = work_line(group(head, branch), TODAY)
    assert line is not None
    assert line.kind is Kind.CHECK_MONEY
    assert _bound([head, branch], {2: 1}, BY_RANK) < BY_RANK.key(line)


def test_the_head_s_manner_is_the_group_s() -> None:
    head = case_of(entry(1, 5, 500))._replace(manner=Manner(friend=True))
    assert group(head, case_of(customer=2)).manner.friend


# ---------------------------------------------------------------- what one promises for all
def _two_members(minor: int) -> tuple[Case, Case]:
    """A head office and a branch that owe 100 each, the branch's older; promised by the head."""
    standing = promised(minor)
    meant = replace(standing.promise, entries=(2, 1))
    standings = (replace(standing, promise=meant),)
    head, branch = case_of(entry(1, 10, 100)), case_of(entry(2, 20, 100), customer=2)
    return (
        head._replace(standings=standings, fellows=(Fellow(2, branch.entries),)),
        branch._replace(fellows=(Fellow(1, head.entries, standings),)),
    )


@pytest.mark.parametrize(("minor", "covered"), [(100, (0, 100)), (150, (50, 100))])
def test_a_promise_for_all_covers_the_oldest_of_all_and_each_penny_once(
    minor: int, covered: tuple[int, int]
) -> None:
    head, branch = _two_members(minor)
    found = [case.portions(TODAY) for case in (head, branch)]
    assert [[portion.entry.id for portion in portions] for portions in found] == [[1], [2]]
    assert tuple(portions[0].promised_minor for portions in found) == covered
    assert head.covering(TODAY) == []
    assert branch.covering(TODAY) == list(head.standings)
    together = group_case(head, [branch], TODAY)
    assert together.fellows == ()
    assert sum(one.promised_minor for one in together.portions(TODAY)) == minor
    assert as_branch(branch, together).portions(TODAY) == branch.portions(TODAY)


def test_alone_nobody_else_s_promise_covers_anything() -> None:
    assert case_of(entry(1, 10, 100)).covering(TODAY) == []


# ---------------------------------------------------------------- whose word it was
def test_a_talk_with_a_branch_does_not_answer_what_its_head_office_missed() -> None:
    missed = promised(390_500, PromiseState.BROKEN, until=-3)
    talk = Contact(TODAY - DAY)
    head = case_of(entry(1, 18, 390_500))._replace(standings=(missed,))
    branch = case_of(entry(2, 18, 10_000), customer=2)._replace(last_contact=talk)
    assert line_of(group_case(head, [branch], TODAY)).kind is Kind.PROMISE_NOT_KEPT
    spoken = group_case(head._replace(last_contact=talk), [branch], TODAY)
    assert line_of(spoken).kind is Kind.FOLLOW_UP


def test_who_speaks_for_all_answers_what_a_branch_missed() -> None:
    missed = promised(10_000, PromiseState.BROKEN, until=-3)
    head = case_of(entry(1, 18, 390_500))._replace(last_contact=Contact(TODAY - DAY))
    branch = case_of(entry(2, 18, 10_000), customer=2)._replace(standings=(missed,))
    assert line_of(group_case(head, [branch], TODAY)).kind is Kind.FOLLOW_UP


def test_the_head_s_own_new_promise_answers_its_old_one() -> None:
    missed = promised(390_500, PromiseState.BROKEN, until=-3)
    anew = promised(100, made=-1, number=2)
    head = case_of(entry(1, 18, 390_500))._replace(standings=(missed, anew))
    line = line_of(group_case(head, [case_of(customer=2)], TODAY))
    assert line.kind is Kind.FOLLOW_UP
