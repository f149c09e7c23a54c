"""Queries that a visit brought: one for each of its issues, put down and taken back with it."""

import pytest

from creditmate.db.connection import execute
from creditmate.domain.disputes import DisputeReason, NewDispute, Questioned
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.outcomes import Outcome
from creditmate.services.attachments import Attachments
from creditmate.services.call_notes import CallNote
from creditmate.services.calls import NewFile
from creditmate.services.disputes import Disputes
from tests.services.test_visit_reports import (
    NEXT_WEEK,
    NUMBER,
    VISITED,
    Planned,
    planned,  # noqa: F401 - a fixture
    pounds,
    rows,
)


def talk(*queries: NewDispute) -> CallNote:
    first, *others = queries
    return CallNote(
        "", Outcome.ALL_WELL, "A good hour.", next_day=NEXT_WEEK, dispute=first,
        further=tuple(others),
    )  # fmt: skip


def query(entry: int, minor: int | None = None, *files: NewFile) -> NewDispute:
    amount = None if minor is None else pounds(minor)
    return NewDispute((Questioned(entry, amount),), DisputeReason.QUANTITY, files=files)


def test_each_issue_may_bring_a_query_with_what_shows_it(planned: Planned) -> None:  # noqa: F811
    first, second = planned.entries
    photo = NewFile("pallets.png", b"\x89PNG\r\n\x1a\n")
    told = planned.report(talk(query(first, 5_000), query(second, None, photo)))
    saved = planned.reports.report(NUMBER, told)
    office = planned.office
    raised = Disputes(office.gateway, office.clock).register(VISITED)
    assert sorted(one.questioned.minor for one in raised) == [5_000, 30_000]
    asked_by = {str(name) for (name,) in execute("SELECT by_whom FROM dispute")}
    assert asked_by == {"Aidan Coulthard"}  # whom the visit was to
    names = [row.name for row in Attachments(office.gateway, office.clock).of("ACME")]
    assert names == ["pallets.png"]
    planned.reports.undo(saved.id)
    assert rows("dispute") == 0
    assert Disputes(office.gateway, office.clock).register(VISITED) == []


def test_an_invoice_is_under_one_query_of_a_visit(planned: Planned) -> None:  # noqa: F811
    first, _second = planned.entries
    told = planned.report(talk(query(first, 50_000), query(first, 50_000)))
    with pytest.raises(UserError) as caught:
        planned.reports.report(NUMBER, told)
    assert caught.value.problem is Problem.FIELD_REFUSED
    assert caught.value.facts["field"] == "dispute.items"
    assert rows("dispute") == 0
