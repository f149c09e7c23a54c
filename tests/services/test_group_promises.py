"""What a head office promises is promised for its group: the sum that was asked of all."""

from datetime import date, timedelta

import pytest

from creditmate.db.customers import customer_by_code
from creditmate.db.entries import open_entries
from creditmate.db.gateway import Writing
from creditmate.db.proof import prove_all
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.promises import PromiseState
from creditmate.domain.worklist import Channel, Kind
from creditmate.services.call_drafts import CallDrafts
from creditmate.services.call_notes import CallNote
from creditmate.services.call_sheets import CallSheets
from creditmate.services.calls import Calls
from creditmate.services.contact_moves import ContactMoves
from creditmate.services.corrections import Correction, Corrections
from creditmate.services.customers import Customers
from creditmate.services.groups import Groups
from creditmate.services.statements import Statements
from creditmate.services.worklists import WorkLists
from tests.builders import a_credit_note, a_customer, a_receipt, allocate, an_invoice, day
from tests.services.conftest import Office

TODAY = date(2026, 11, 23)
BY = TODAY + timedelta(days=3)
LATER = TODAY + timedelta(days=12)
"""Past the promise's day and its days of grace."""
ASKED = 321_000


@pytest.fixture
def group(office: Office) -> Office:
    """``HEAD`` with ``NORTH`` and ``SOUTH``: overdue the branches' first, later all of them."""
    with office.gateway.write("group") as writing:
        for code, minor, due in (
            ("HEAD", 1_000, 305),
            ("NORTH", 20_000, 300),
            ("SOUTH", 300_000, 302),
        ):
            customer = a_customer(writing, code)
            an_invoice(writing, customer, f"{code}-1", day(0), minor, due=day(due))
            later = TODAY + timedelta(days=90)
            an_invoice(writing, customer, f"{code}-2", day(0), 500_000, due=later)
    made = Groups(office.gateway)
    made.join("NORTH", "HEAD")
    made.join("SOUTH", "HEAD")
    return office


def promise(minor: int, by: date = BY, *, replaces: bool = False) -> CallNote:
    return CallNote(
        "Ann",
        Outcome.WILL_PAY,
        "",
        next_day=by + timedelta(days=1),
        promised=Money(minor, "GBP"),
        promised_by=by,
        replaces_promises=replaces,
    )


def pays(office: Office, code: str) -> int:
    (account,) = office.brief(code).accounts
    return account.pay_now.due.minor


def asked(office: Office, code: str = "HEAD") -> list[int]:
    line = office.brief(code).line
    return [] if line is None else [money.minor for money in line.amounts]


def states(office: Office, code: str = "HEAD") -> list[PromiseState]:
    return [one.state for one in office.brief(code).promised]


def receipt(office: Office, code: str, on: date, minor: int) -> None:
    customer = customer_by_code(code)
    assert customer is not None
    with office.gateway.write("money") as writing:
        a_receipt(writing, customer.id, on, minor)


def test_all_that_was_asked_of_the_group_is_promised_and_nothing_of_it_asked_for(
    group: Office,
) -> None:
    assert [row.line.amounts[0].minor for row in group.today()] == [ASKED]
    group.call("HEAD", promise(ASKED))
    assert group.today() == []
    assert [pays(group, code) for code in ("HEAD", "NORTH", "SOUTH")] == [0, 0, 0]
    for code, minor in (("HEAD", 1_000), ("NORTH", 20_000), ("SOUTH", 300_000)):
        (account,) = group.brief(code).accounts
        assert account.pay_now.promised.minor == minor
    assert states(group) == states(group, "NORTH") == [PromiseState.OPEN]
    drafts, _ = Statements(group.gateway).drafts(TODAY, ["HEAD", "NORTH", "SOUTH"])
    assert [draft.paper.statement.pay_now.due.minor for draft in drafts] == [0, 0, 0]


def test_of_a_part_the_oldest_of_all_are_meant(group: Office) -> None:
    group.call("HEAD", promise(120_000))  # all of NORTH's and a third of SOUTH's
    assert [pays(group, code) for code in ("HEAD", "NORTH", "SOUTH")] == [1_000, 0, 200_000]
    assert asked(group) == [201_000]


def test_when_it_has_passed_the_overdue_sum_is_asked_for_and_no_more(group: Office) -> None:
    group.call("HEAD", promise(ASKED))
    group.on(LATER).posted(LATER)
    (row,) = group.today()
    assert row.line.kind is Kind.PROMISE_NOT_KEPT
    assert [money.minor for money in row.line.amounts] == [ASKED]
    assert states(group) == [PromiseState.BROKEN]
    assert [pays(group, code) for code in ("HEAD", "NORTH", "SOUTH")] == [1_000, 20_000, 300_000]


@pytest.mark.parametrize(
    ("paid", "state", "left"),
    [
        ({"HEAD": ASKED}, PromiseState.KEPT, []),
        ({"HEAD": 1_000, "NORTH": 20_000, "SOUTH": 300_000}, PromiseState.KEPT, []),
        ({"SOUTH": 300_000}, PromiseState.PART_KEPT, [21_000]),
    ],
)
def test_money_of_any_of_them_keeps_it(
    group: Office, paid: dict[str, int], state: PromiseState, left: list[int]
) -> None:
    group.call("HEAD", promise(ASKED))
    for code, minor in paid.items():
        receipt(group, code, BY, minor)
    group.on(LATER).posted(LATER)
    assert states(group) == [state]
    (standing,) = group.brief("HEAD").standings
    assert standing.came_minor == sum(paid.values())
    (row,) = group.today()
    assert row.line.channel is (Channel.CALL if left else Channel.MATCH)
    if left:
        assert [money.minor for money in row.line.amounts] == left


@pytest.mark.parametrize("code", ["NORTH", "SOUTH", "HEAD"])
def test_moved_within_the_group_it_is_as_if_it_had_been_put_down_there(
    group: Office, code: str
) -> None:
    def paid() -> list[int]:
        return [pays(group, one) for one in ("HEAD", "NORTH", "SOUTH")]

    calls, moves = Calls(group.gateway, group.clock), ContactMoves(group.gateway, group.clock)
    there = calls.record(code, promise(120_000))
    expected = paid()
    calls.undo(there.id)
    wrong = "SOUTH" if code == "HEAD" else "HEAD"
    moved = moves.move(calls.record(wrong, promise(120_000)).id, code, "slip")
    assert paid() == expected
    back = moves.move(moved.saved.id, wrong, "slip of a slip")
    assert moves.move(back.saved.id, code, "there after all").code == code
    assert paid() == expected
    assert prove_all() == []


def test_a_receipt_keeps_one_promise_of_the_group(group: Office) -> None:
    group.call("NORTH", promise(20_000))
    group.call("HEAD", promise(301_000, BY + timedelta(days=1)))
    receipt(group, "NORTH", BY, 20_000)
    assert states(group.on(BY), "NORTH")[0] is PromiseState.KEPT
    (standing,) = [one for one in group.brief("HEAD").standings if one.promise.minor == 301_000]
    assert standing.came_minor == 0


def test_a_branch_promises_its_own_and_another_s_money_does_not_keep_that(group: Office) -> None:
    group.call("NORTH", promise(20_000))
    assert [pays(group, code) for code in ("HEAD", "NORTH", "SOUTH")] == [1_000, 0, 300_000]
    receipt(group, "SOUTH", BY, 300_000)
    group.on(LATER).posted(LATER)
    assert states(group, "NORTH") == [PromiseState.BROKEN]
    receipt(group, "HEAD", LATER, 20_000)  # a head office pays for its branches
    assert states(group, "NORTH") == [PromiseState.LATE_KEPT]


def test_it_lapses_once_nothing_it_meant_is_open_at_any(group: Office) -> None:
    group.call("HEAD", promise(20_000))
    with group.gateway.write("credit") as writing:
        north = customer_by_code("NORTH")
        assert north is not None
        _credited(writing, north.id)
    group.on(LATER).posted(LATER)
    assert states(group) == [PromiseState.LAPSED]


def _credited(writing: Writing, customer: int) -> None:
    (oldest,) = [row for row in open_entries([customer], TODAY) if row.open.minor == 20_000]
    note = a_credit_note(writing, customer, "C-1", TODAY, 20_000)
    allocate(writing, note, oldest.id, 20_000)


@pytest.fixture
def owing_nothing(office: Office) -> Office:
    """``HEAD`` owes nothing itself; its branch ``NORTH`` does."""
    with office.gateway.write("group") as writing:
        a_customer(writing, "HEAD")
        an_invoice(writing, a_customer(writing, "NORTH"), "N-1", day(0), 20_000, due=day(300))
    Groups(office.gateway).join("NORTH", "HEAD")
    return office


def test_a_head_office_that_owes_nothing_itself_promises_for_its_branch(
    owing_nothing: Office,
) -> None:
    office = owing_nothing
    office.call("HEAD", promise(20_000))
    assert office.today() == []
    assert pays(office, "NORTH") == 0
    office.on(LATER).posted(LATER)
    rows = office.today()
    assert [(row.code, row.line.kind) for row in rows] == [("HEAD", Kind.PROMISE_NOT_KEPT)]
    assert WorkLists().today(LATER, 1) == rows


def test_put_right_it_means_the_group_s_oldest_again(group: Office) -> None:
    group.call("HEAD", promise(20_000))
    (talk,) = group.brief("HEAD").talks
    right = Correction(promised=Money(ASKED, "GBP"), promised_by=BY)
    Corrections(group.gateway, group.clock).correct(talk.id, right)
    assert group.today() == []
    assert [pays(group, code) for code in ("HEAD", "NORTH", "SOUTH")] == [0, 0, 0]
    assert prove_all() == []


def test_said_anew_it_takes_the_place_of_the_one_before(group: Office) -> None:
    group.call("HEAD", promise(ASKED))
    group.call("HEAD", promise(21_000, replaces=True))
    assert asked(group) == [300_000]
    assert [pays(group, code) for code in ("HEAD", "NORTH", "SOUTH")] == [1_000, 0, 299_000]


def test_the_form_of_a_head_office_is_filled_with_what_is_asked_of_all(group: Office) -> None:
    for code, asked_for in (("HEAD", ASKED), ("NORTH", 20_000)):
        sheets = CallSheets(Customers(), CallDrafts(group.clock), group.clock)
        assert sheets.sheet(code).asked == Money(asked_for, "GBP")
