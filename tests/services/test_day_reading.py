"""The day read piece by piece, and its top read alone, agree with all of it."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from creditmate.db import connection, ledger_file
from creditmate.db.customers import customer_names
from creditmate.domain.top_lines import BY_GROUP, BY_RANK, Order
from creditmate.domain.worklist import work_list
from creditmate.services import work_candidates, worklists
from creditmate.services.lateness import learnt_book
from creditmate.services.sample import fill_sample
from creditmate.services.settings import work_policy
from creditmate.services.work_cases import WorkCases
from creditmate.services.worklists import WorkDay, WorkLists
from tests.builders import SetClock, a_gateway

MONDAY = date(2026, 11, 23)
DAYS = [MONDAY + timedelta(days=days) for days in (-200, -40, -13, -6, -3, -1, 0, 1, 3, 8, 21)]
"""Before the latest facts, on their day, and after it, when promises pass their days."""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The sample ledger: disputes, promises both ways, call-backs, loose money."""
    gateway = a_gateway(SetClock(MONDAY))

    def fill() -> None:
        with gateway.write("sample") as writing:
            fill_sample(writing, MONDAY)

    ledger_file.create(tmp_path_factory.mktemp("sample") / "sample.creditmate", fill)
    yield
    connection.close()


def pieces(as_at: date) -> Iterator[WorkDay]:
    reading = WorkLists().reading(as_at)
    while True:
        day = reading.go_on()
        yield day
        if day.is_whole:
            return


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize("as_at", DAYS, ids=str)
@pytest.mark.parametrize("order", [BY_RANK, BY_GROUP])
def test_nobody_stands_above_the_bound_and_nobody_is_left_out(as_at: date, order: Order) -> None:
    book, policy = learnt_book(as_at), work_policy(as_at)
    cases = WorkCases(as_at, book, policy, order=order)
    everybody = cases.read(sorted({cases.speaks_for(id_) for id_ in customer_names()}))
    lines = {line.customer: line for line in work_list(everybody, as_at, policy)}
    silent = cases.not_to_ring()
    bounds = {
        id_: order.bound_of_debt(points, by_phone=id_ not in silent)
        for id_, points in cases.debtors().items()
    }
    bounds = {**dict.fromkeys(cases.silent(), order.bound_of_silence()), **bounds}
    for found in (cases.bounded_to_match(), cases.bounded()):
        bounds |= {customer: bound for bound, customer in found}
    assert lines.keys() <= bounds.keys()
    above = [line for id_, line in lines.items() if order.key(line) <= bounds[id_]]
    assert above == []
    assert len(lines) > 3  # on a Sunday nobody is rung of our own accord


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize("as_at", DAYS, ids=str)
@pytest.mark.parametrize("size", [1, 3])
def test_the_pieces_are_the_day_and_what_was_read_keeps_its_place(
    as_at: date, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = WorkLists().today(as_at)
    assert WorkLists().today(as_at, 3) == whole[:3]
    whole.sort(key=lambda row: BY_GROUP.key(row.line))
    monkeypatch.setattr(work_candidates, "_CHUNK", size)
    monkeypatch.setattr(worklists, "_CHUNKS", 2)
    days = list(pieces(as_at))
    assert [list(day.rows) for day in days] == [whole[: len(day.rows)] for day in days]
    assert list(days[-1].rows) == whole
    assert len(days) > 2
    lasting = [all(BY_GROUP.key(row.line) < day.beyond for row in day.rows)
               for day in days if day.beyond is not None]  # fmt: skip
    assert all(lasting)
