"""A head office and its branches as one case, and the bound of its line."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.chasing import OpenEntry
from creditmate.domain.group_cases import branches_asked, group_aggregates, group_case
from creditmate.domain.lateness import Lateness
from creditmate.domain.manner import Manner
from creditmate.domain.money import Money
from creditmate.domain.priority import Contact
from creditmate.domain.top_lines import BY_RANK, Aggregate
from creditmate.domain.work_reasons import ReasonCode
from creditmate.domain.workcase import Case, Reach
from creditmate.domain.worklist import Channel, Kind, work_line
from tests.domain.worklist_cases import BOOK, DAY, TODAY, case_of, deed_of, entry


def credit(minor: int) -> tuple[Money, ...]:
    return (Money(-minor, "GBP"),)


def group(*members: Case) -> Case:
    return group_case(members[0], members[1:], TODAY)


def test_the_sum_of_all_is_asked_for() -> None:
    head, branch = case_of(entry(1, 5, 100)), case_of(entry(2, 9, 700), customer=2)
    line = work_line(group(head, branch), TODAY)
    assert line is not None
    assert (line.customer, line.amounts, line.days_late) == (1, (Money(800, "GBP"),), 9)


def test_money_of_one_is_taken_off_its_own_items_only() -> None:
    """200 of one that owes 100 today and 300 next week: 100 of it pay, 100 wait for next week."""
    rich = replace(
        case_of(entry(1, 5, 100), entry(2, -3, 300), customer=1), unallocated=credit(200)
    )
    poor = case_of(entry(3, 5, 1000), customer=2)
    together = group(rich, poor)
    assert together.unallocated == credit(100)
    assert [(one.id, one.open_minor) for one in together.entries] == [(1, 100), (2, 200), (3, 1000)]
    line = work_line(together, TODAY)
    assert line is not None
    assert line.amounts == (Money(1000, "GBP"),)


def test_what_is_paid_in_full_later_is_no_item() -> None:
    rich = replace(case_of(entry(2, -3, 300)), unallocated=credit(900))
    assert group(rich).entries == ()
    assert group(rich).unallocated == ()


def test_who_was_reached_last_counts_for_all() -> None:
    head = replace(case_of(), last_contact=Contact(TODAY, reached=False), last_talk=TODAY - DAY)
    branch = replace(case_of(customer=2), last_contact=Contact(TODAY), last_talk=None)
    together = group(head, branch, case_of(customer=3))
    assert together.last_contact == Contact(TODAY)
    assert together.last_talk == TODAY - DAY


def test_anybody_who_can_be_reached_is() -> None:
    mute = replace(case_of(entry(1, 5, 100)), reach=Reach(phone=False, email=False))
    branch = replace(case_of(customer=2), reach=Reach(phone=False, email=True))
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
    branch = replace(case_of(customer=2), deeds=(deed_of(-1),))
    line = work_line(group(case_of(), branch), TODAY)
    assert line is not None
    assert line.kind is Kind.OURS_LATE


def test_branches_with_something_overdue_are_named_else_those_with_anything() -> None:
    cases = [case_of(entry(1, 5, 100)), case_of(entry(2, 5, 100), customer=2),
             case_of(entry(3, -5, 100), customer=3), case_of(customer=4)]  # fmt: skip
    assert branches_asked(1, cases, TODAY) == (2,)
    assert branches_asked(1, [cases[0], *cases[2:]], TODAY) == (3,)


def test_a_friend_gets_no_courtesy_call_and_the_line_says_so() -> None:
    friend, soon = Manner(friend=True), case_of(entry(1, -3, 50_000))
    assert work_line(soon, TODAY) is not None
    assert work_line(replace(soon, manner=friend), TODAY) is None
    assert work_line(replace(soon, manner=Manner(courtesy=False)), TODAY) is None
    late = replace(case_of(entry(1, 5, 500)), manner=Manner(friend=True, on_stop=True))
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
    assert alone_of_group == replace(branch, customer=1)
    (unknown,) = group_aggregates([head, replace(branch, worst_recent=None)], {2: 1})
    assert unknown.worst_recent is None


_ENTRIES = st.lists(
    st.builds(
        entry,
        st.integers(1, 10**6),
        st.integers(-6, 200),
        st.integers(1, 10**7),
    ),
    max_size=3,
)
_HABITS = st.lists(st.integers(-30, 120), max_size=20).map(lambda days: Lateness(tuple(days), BOOK))
_MEMBERS = st.lists(st.tuples(_ENTRIES, _HABITS, st.integers(0, 10**7)), min_size=1, max_size=4)


@given(_MEMBERS)
def test_no_group_stands_before_its_bound(
    members: list[tuple[list[OpenEntry], Lateness, int]],
) -> None:
    cases, aggregates, heads = [], [], {}
    for place, (entries, habit, loose) in enumerate(members, start=1):
        found = replace(case_of(*entries, habit=habit, customer=place))
        if loose:
            found = replace(found, unallocated=credit(loose))
        overdue = sum(e.open_minor for e in entries if e.due_day < TODAY)
        cases.append(found)
        if entries:
            aggregates.append(
                Aggregate(
                    customer=place,
                    owed=(Money(sum(e.open_minor for e in entries), "GBP"),),
                    oldest_due_day=min(e.due_day for e in entries),
                    worst_recent=max(habit.recent, default=None),
                    to_check=0 < overdue <= loose,
                )
            )
        heads[place] = 1
    del heads[1]
    line = work_line(group(*cases), TODAY)
    bounds = group_aggregates(aggregates, heads)
    if line is not None:
        (bound,) = bounds
        assert BY_RANK.bound(bound, BOOK, TODAY) <= BY_RANK.key(line)


def test_the_head_s_manner_is_the_group_s() -> None:
    head = replace(case_of(entry(1, 5, 500)), manner=Manner(friend=True))
    assert group(head, case_of(customer=2)).manner.friend
