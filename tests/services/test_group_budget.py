"""A group has one budget, and what was agreed with one of it is answered once for all."""

from datetime import date, timedelta

import pytest

from creditmate.db.contacts_made import touches_of
from creditmate.db.groups import branches_of
from creditmate.db.models import Customer
from creditmate.domain.contact_budget import Purpose, used
from creditmate.domain.outcomes import Outcome
from creditmate.domain.work_lines import Kind
from creditmate.services.calls import CallNote, Calls
from tests.builders import a_customer, an_invoice
from tests.services.conftest import Office

MONDAY = date(2026, 11, 23)
TUESDAY, WEDNESDAY, THURSDAY = (MONDAY + timedelta(days=days) for days in (1, 2, 3))


@pytest.fixture
def group(office: Office) -> Office:
    """``HEAD`` with the branches ``NORTH`` and ``SOUTH``, each of which owes."""
    due = MONDAY - timedelta(days=20)
    with office.gateway.write("test") as writing:
        head = a_customer(writing, "HEAD")
        for code in ("NORTH", "SOUTH"):
            branch = a_customer(writing, code)
            row = Customer.get_by_id(branch)
            writing.edit(Customer, branch, row.version, head_office_id=head)
            an_invoice(writing, branch, code, due - timedelta(days=30), 50_000, due=due)
    assert branches_of([head]) == {head: [head + 1, head + 2]}
    return office


def record(office: Office, code: str, **more: object) -> int:
    told = {"none_because": "" if "next_day" in more else "all said", **more}
    note = CallNote("Ann", Outcome.CALL_BACK, "x", **told)  # type: ignore[arg-type]
    return Calls(office.gateway, office.clock).record(code, note).id


def own(office: Office) -> list[date]:
    found = touches_of([1, 2, 3], office.clock.today).values()
    return list(used([one for touches in found for one in touches], office.clock.today).own_days)


@pytest.mark.parametrize("code", ["HEAD", "NORTH", "SOUTH"])
@pytest.mark.parametrize("other", ["HEAD", "NORTH", "SOUTH"])
def test_what_was_agreed_with_one_is_answered_once_by_whomever_one_rings(
    group: Office, code: str, other: str
) -> None:
    record(group, code, next_day=WEDNESDAY)
    (row,) = group.on(WEDNESDAY).today()
    assert (row.code, row.line.kind) == ("HEAD", Kind.CALL_BACK)
    made = record(group, other)
    assert own(group) == [MONDAY]
    assert group.codes() == []
    record(group.on(THURSDAY), other)
    assert own(group) == [MONDAY, THURSDAY]  # what follows is our own again
    calls = Calls(group.gateway, group.clock)
    calls.undo(made + 1)
    calls.undo(made)
    assert [row.line.kind for row in group.on(WEDNESDAY).today()] == [Kind.CALL_BACK]


def test_what_was_agreed_for_later_with_another_one_stands(group: Office) -> None:
    record(group, "NORTH", next_day=THURSDAY)
    record(group.on(TUESDAY), "SOUTH")
    assert [row.line.kind for row in group.on(THURSDAY).today()] == [Kind.CALL_BACK]


def test_the_group_is_asked_of_its_own_accord_once(group: Office) -> None:
    record(group, "NORTH")
    talk = CallNote("Ann", Outcome.ALL_WELL, "x", none_because="-")
    for code in ("HEAD", "NORTH", "SOUTH"):
        assert Calls(group.gateway, group.on(TUESDAY).clock).against(code, talk) != ()
    theirs = CallNote("Ann", Outcome.ALL_WELL, "x", none_because="-", incoming=True)
    Calls(group.gateway, group.clock).record("SOUTH", theirs)
    found = touches_of([1, 2, 3], TUESDAY)
    assert [one.purpose for one in found[3]] == [Purpose.INCOMING]
    assert Calls(group.gateway, group.clock).against("HEAD", talk) == ()  # an answer to the group


def test_the_head_office_is_told_what_we_had_promised_a_branch(group: Office) -> None:
    record(group, "NORTH", deed="A copy", deed_by=TUESDAY)
    (row,) = group.on(WEDNESDAY).today()
    assert (row.code, row.line.kind) == ("HEAD", Kind.OURS_LATE)
    record(group, "HEAD", deeds_done=True)
    assert Kind.OURS_LATE not in [row.line.kind for row in group.today()]
    assert own(group) == [MONDAY]
