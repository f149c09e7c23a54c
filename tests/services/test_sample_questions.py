"""The sample shows questions with owners and days, and what is noted beside them."""

from datetime import date
from pathlib import Path

import pytest

from creditmate.db import connection, ledger_file
from creditmate.db.noted import last_satisfaction, noted_rows, notes_due
from creditmate.db.proof import prove_all
from creditmate.domain.dispute_register import DisputePick, DisputeWanted
from creditmate.domain.disputes import DisputeEventKind
from creditmate.domain.money import Money
from creditmate.domain.noted import NotedKind, NotedState
from creditmate.services.disputes import Disputes
from creditmate.services.sample import fill_sample
from tests.builders import SetClock, a_gateway

MONDAY = date(2026, 11, 23)


@pytest.fixture
def sample(tmp_path: Path) -> Disputes:
    clock = SetClock(MONDAY)
    gateway = a_gateway(clock)

    def fill() -> None:
        with gateway.write("make-sample") as writing:
            fill_sample(writing, MONDAY)

    ledger_file.create(tmp_path / "sample.creditmate", fill)
    return Disputes(gateway, clock)


def test_questions_have_an_owner_a_day_and_evidence(sample: Disputes) -> None:
    rows = {row.code: row for row in sample.register(MONDAY, DisputeWanted(DisputePick.ALL))}
    assert set(rows) == {"BRAC01", "BRIN01", "QUIL01", "LOCK01", "GREY01"}
    assert all(row.initials and row.answer_by for row in rows.values())
    assert all(rows[code].evidence for code in rows.keys() - {"BRAC01"})
    brindle, quill = rows["BRIN01"], rows["QUIL01"]
    assert brindle.is_open
    assert brindle.questioned == Money(8_640, "GBP")
    assert brindle.questioned < brindle.items[0].original
    assert quill.standing.ending is not None
    assert quill.standing.ending.kind is DisputeEventKind.UPHELD
    assert quill.upheld == Money(24_000, "GBP")
    assert prove_all() == []
    connection.close()


def test_an_opportunity_waits_behind_the_open_question(sample: Disputes) -> None:
    rows = noted_rows(MONDAY)
    assert sorted(row.kind for row in rows) == [
        NotedKind.FEEDBACK, NotedKind.OPPORTUNITY, NotedKind.OPPORTUNITY,
    ]  # fmt: skip
    states = {row.code: row.state for row in rows}
    assert (states["BRIN01"], states["DUNM01"]) == (NotedState.WAITS, NotedState.OPEN)
    assert notes_due(MONDAY) == {}
    grey = next(row for row in sample.register(MONDAY, DisputeWanted(DisputePick.ENDED))
                if row.code == "GREY01")  # fmt: skip
    assert last_satisfaction(grey.customer_id, MONDAY) is not None
    connection.close()
