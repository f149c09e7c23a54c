"""How a question stands, what of it each entry has, and what the register adds up."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.dispute_register import (
    DisputeItemRow,
    DisputePick,
    DisputeRow,
    DisputeWanted,
    aged,
    root_causes,
)
from creditmate.domain.disputes import (
    DisputeAge,
    DisputeEventKind,
    Moved,
    dispute_age,
    poured,
    standing,
)
from creditmate.domain.help_sheets import SHIPPED
from creditmate.domain.money import Money
from creditmate.domain.noted import (
    NotedKind,
    NotedMove,
    NotedRow,
    NotedState,
    may_ask_satisfaction,
    noted_state,
)

RAISED = date(2026, 3, 2)
KINDS = st.sampled_from(list(DisputeEventKind))
moves = st.lists(
    st.builds(
        Moved,
        KINDS,
        st.integers(0, 60).map(lambda days: RAISED + timedelta(days=days)),
        st.none() | st.integers(1, 10_000),
    ),
    max_size=6,
).map(lambda found: sorted(found, key=lambda move: move.day))


def day(days: int) -> date:
    return RAISED + timedelta(days=days)


# ---------------------------------------------------------------- how it stands
def test_raised_it_is_open_and_counts_its_days() -> None:
    found = standing(RAISED, [], day(9))
    assert found.is_open
    assert (found.open_since, found.days_open(day(9)), found.amended) == (RAISED, 9, False)


def test_ended_its_days_stand_still() -> None:
    found = standing(RAISED, [Moved(DisputeEventKind.REJECTED, day(4))], day(30))
    assert not found.is_open
    assert found.days_open(day(30)) == 4


def test_an_amendment_after_the_ending_opens_it_again_and_the_first_day_stays() -> None:
    told = [
        Moved(DisputeEventKind.UPHELD, day(4), 100),
        Moved(DisputeEventKind.AMENDED, day(9), 50),
    ]
    found = standing(RAISED, told, day(30))
    assert found.is_open
    assert (found.raised_day, found.open_since, found.minor) == (RAISED, day(9), 50)
    assert found.days_open(day(30)) == 30
    assert not standing(RAISED, told, day(8)).is_open


@given(moves, st.integers(0, 70))
def test_the_latest_known_move_decides(told: list[Moved], at: int) -> None:
    found, known = standing(RAISED, told, day(at)), [one for one in told if one.day <= day(at)]
    ended = bool(known) and known[-1].kind is not DisputeEventKind.AMENDED
    assert found.is_open is not ended
    assert found.raised_day == RAISED <= found.open_since
    assert 0 <= found.days_open(max(day(at), RAISED))
    later = [*told, Moved(DisputeEventKind.SETTLED, day(at + 1))]
    assert standing(RAISED, sorted(later, key=lambda one: one.day), day(at)) == found


# ---------------------------------------------------------------- over its entries
@given(st.integers(0, 10**6), st.lists(st.integers(1, 10**5), min_size=1, max_size=5))
def test_pouring_loses_no_penny(minor: int, amounts: list[int]) -> None:
    parts = poured(minor, amounts)
    assert sum(part or 0 for part in parts) == minor
    assert all(
        0 <= (part or 0) <= amount for part, amount in zip(parts[:-1], amounts, strict=False)
    )


def test_all_of_it_is_all_of_each() -> None:
    assert poured(None, [5, 7]) == [None, None]


@pytest.mark.parametrize(
    ("days", "age"),
    [(0, DisputeAge.WEEK), (7, DisputeAge.WEEK), (8, DisputeAge.FORTNIGHT),
     (14, DisputeAge.FORTNIGHT), (15, DisputeAge.MONTH), (30, DisputeAge.MONTH),
     (31, DisputeAge.OLDER), (400, DisputeAge.OLDER)],
)  # fmt: skip
def test_ages(days: int, age: DisputeAge) -> None:
    assert dispute_age(days) is age


# ---------------------------------------------------------------- the register
def a_row(minor: int, told: tuple[Moved, ...] = (), **more: object) -> DisputeRow:
    money = Money(minor, str(more.pop("currency", "GBP")))
    values: dict[str, object] = {
        "id": 1, "customer_id": 1, "code": "A", "name": "A", "reason": "price", "by_whom": "",
        "note": "", "evidence": "", "owner": None, "initials": "", "answer_by": None,
        "day_presumed": False, "items": (DisputeItemRow(1, "1", money, money),), "as_at": day(20),
        "standing": standing(RAISED, told, day(20)), **more,
    }  # fmt: skip
    return DisputeRow(**values)  # type: ignore[arg-type]


def ended(days: int, kind: DisputeEventKind, minor: int | None = None) -> tuple[Moved, ...]:
    return (Moved(kind, day(days), minor),)


def test_what_is_upheld_is_all_or_the_part() -> None:
    assert a_row(900).upheld is None
    assert a_row(900, ended(3, DisputeEventKind.REJECTED)).upheld is None
    assert a_row(900, ended(3, DisputeEventKind.UPHELD)).upheld == Money(900, "GBP")
    assert a_row(900, ended(3, DisputeEventKind.PART, 40)).upheld == Money(40, "GBP")


def test_a_late_answer_is_one_whose_day_has_passed() -> None:
    assert not a_row(1, answer_by=day(20)).is_late
    assert a_row(1, answer_by=day(19)).is_late
    assert not a_row(1, ended(19, DisputeEventKind.UPHELD), answer_by=day(3)).is_late


def test_it_is_narrowed() -> None:
    row, over = a_row(1, owner=3), a_row(1, ended(2, DisputeEventKind.SETTLED))
    assert DisputeWanted().takes(row)
    assert not DisputeWanted().takes(over)
    assert DisputeWanted(pick=DisputePick.ENDED).takes(over)
    everything = DisputePick.ALL
    assert DisputeWanted(pick=everything, owner=3, reason="price", age=DisputeAge.MONTH).takes(row)
    for other in (
        DisputeWanted(owner=4),
        DisputeWanted(reason="tax"),
        DisputeWanted(age=DisputeAge.WEEK),
    ):
        assert not other.takes(row)


def test_ages_are_summed_by_currency() -> None:
    rows = [
        a_row(100),
        a_row(50),
        a_row(7, currency="EUR"),
        a_row(9, ended(1, DisputeEventKind.UPHELD)),
    ]
    assert [(one.age, one.count, one.amount) for one in aged(rows)] == [
        (DisputeAge.MONTH, 1, Money(7, "EUR")),
        (DisputeAge.MONTH, 2, Money(150, "GBP")),
    ]


def test_what_is_behind_them_is_the_largest_first_and_its_days_are_averaged() -> None:
    rows = [
        a_row(100, ended(3, DisputeEventKind.UPHELD)),
        a_row(100, ended(4, DisputeEventKind.WITHDRAWN)),
        a_row(100, ended(9, DisputeEventKind.SETTLED), day_presumed=True),
        a_row(5_000, reason="tax"),
    ]
    found = root_causes(rows)
    assert [reason for reason, _ in found.by_reason] == ["tax", "price"]
    tax, price = (cause for _, cause in found.by_reason)
    assert (tax.count, tax.open, tax.average_days) == (1, 1, None)
    assert (price.count, price.open, price.resolved) == (3, 0, 2)
    assert (price.amount, price.average_days) == (Money(300, "GBP"), Decimal("3.5"))
    ((month, all_),) = found.by_month
    assert (month, all_.count) == (date(2026, 3, 1), 4)


@given(st.lists(st.tuples(st.integers(1, 10**6), st.sampled_from(["price", "tax"]), st.booleans())))
def test_reasons_and_months_add_up_to_the_same(told: list[tuple[int, str, bool]]) -> None:
    rows = [
        a_row(minor, ended(3, DisputeEventKind.UPHELD) if over else (), reason=reason)
        for minor, reason, over in told
    ]
    found = root_causes(rows)
    for causes in (found.by_reason, found.by_month):
        assert sum(cause.count for _, cause in causes) == len(rows)
        assert sum(cause.amount.minor for _, cause in causes) == sum(row[0] for row in told)
        assert sum(cause.resolved + cause.open for _, cause in causes) == len(rows)


# ---------------------------------------------------------------- what is noted
@pytest.mark.parametrize(
    ("kind", "latest", "in_question", "state"),
    [
        (NotedKind.OPPORTUNITY, None, False, NotedState.OPEN),
        (NotedKind.OPPORTUNITY, None, True, NotedState.WAITS),
        (NotedKind.OPPORTUNITY, NotedMove.PUT_OFF, True, NotedState.WAITS),
        (NotedKind.OPPORTUNITY, NotedMove.DONE, True, NotedState.DONE),
        (NotedKind.FEEDBACK, None, True, NotedState.OPEN),
        (NotedKind.FEEDBACK, NotedMove.DROPPED, False, NotedState.DROPPED),
    ],
)
def test_an_opportunity_waits_while_something_is_in_question(
    kind: NotedKind, latest: NotedMove | None, in_question: bool, state: NotedState
) -> None:
    assert noted_state(kind, latest, in_question=in_question) is state


def test_how_satisfied_they_are_is_asked_when_something_ended_and_once_in_a_quarter() -> None:
    assert not may_ask_satisfaction([], None, day(0))
    assert may_ask_satisfaction([day(0)], None, day(14))
    assert not may_ask_satisfaction([day(0)], None, day(15))
    assert not may_ask_satisfaction([day(1)], None, day(0))
    assert not may_ask_satisfaction([day(90)], day(0), day(90))
    assert may_ask_satisfaction([day(90)], day(0), day(91))


def test_it_is_due_on_its_day_while_it_is_open() -> None:
    row = NotedRow(1, 1, "A", "A", NotedKind.FEEDBACK, day(0), "w", day(5), NotedState.OPEN)
    assert [row.is_due(day(days)) for days in (4, 5, 6)] == [False, True, True]
    assert not replace(row, state=NotedState.WAITS).is_due(day(6))
    assert not replace(row, follow_up_day=None).is_due(day(6))


# ---------------------------------------------------------------- help sheets
def test_each_sheet_shipped_names_services_with_their_addresses() -> None:
    assert set(SHIPPED) == {"AU", "GB", "IE", "NZ", "US"}
    for sheet in SHIPPED.values():
        services = sheet.wording.split("\n\n")[1:-1]
        assert len(services) >= 2
        assert all("www." in service for service in services)
        assert sheet.is_as_shipped
