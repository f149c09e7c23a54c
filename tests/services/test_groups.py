"""Head offices and branches: one line, one budget of contacts, one limit, one statement."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from creditmate.db.proof import prove_all
from creditmate.domain.claims import ClaimState, SaidPaid
from creditmate.domain.contact_form import ContactForm, PhoneForm
from creditmate.domain.customer_overview import Pick, Picked
from creditmate.domain.customer_status import Status
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.groups import NoGroup, StatementTo
from creditmate.domain.holds import HoldKind, Stop
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.receipts import Method, NewPayment
from creditmate.domain.statement_choice import LeftOut
from creditmate.domain.wishes import WishKind
from creditmate.domain.worklist import Channel, Kind
from creditmate.services.allocating import Allocating, MoneyWanted
from creditmate.services.call_notes import CallNote
from creditmate.services.claims import Claims
from creditmate.services.contacts_editing import ContactsEditing
from creditmate.services.customer_editing import CustomerEditing
from creditmate.services.customer_overview import CustomerOverview
from creditmate.services.decisions import Decisions, HoldEntry, WishEntry
from creditmate.services.groups import Groups
from creditmate.services.not_contacted import WhyNot
from creditmate.services.payments import Payments
from creditmate.services.statement_lists import StatementLists
from creditmate.services.statements import Statements
from creditmate.services.worklists import DayReading, WorkLists
from tests.builders import a_customer, a_receipt, an_invoice, day
from tests.services.conftest import Office

TODAY = date(2026, 11, 23)


@pytest.fixture
def groups(office: Office) -> Groups:
    """``HEAD`` with ``NORTH`` and ``SOUTH``, each with something overdue; ``ALONE`` beside it."""
    with office.gateway.write("group") as writing:
        for code, minor in (("HEAD", 1000), ("NORTH", 20_000), ("SOUTH", 300_000), ("ALONE", 50)):
            customer = a_customer(writing, code)
            an_invoice(writing, customer, f"{code}-1", day(0), minor, due=day(300))
            an_invoice(writing, customer, f"{code}-2", day(0), 7, due=TODAY + timedelta(days=90))
    made = Groups(office.gateway)
    made.join("NORTH", "HEAD")
    made.join("SOUTH", "head")
    return made


def whole_day(as_at: date) -> list[tuple[str, tuple[str, ...]]]:
    reading = DayReading(as_at)
    found = reading.go_on()
    while not found.is_whole:
        found = reading.go_on()
    return [(row.code, row.branches) for row in found.rows]


def test_the_brief_of_a_head_office_has_the_sums_of_its_group_and_each_part(
    office: Office, groups: Groups
) -> None:
    """Whoever is left in peace is asked for nothing, and so is no part of it."""
    assert groups is not None
    brief = office.brief("HEAD")
    group, line = brief.group, brief.line
    assert group is not None
    assert line is not None
    (together,) = group.accounts
    assert brief.spoken_of == group.accounts
    assert together.ageing.overdue == together.pay_now.due == line.amounts[0]
    assert together.ageing.owed == Money(321_021, "GBP")
    assert [(part.code, part.overdue) for part in group.parts] == [
        ("HEAD", (Money(1000, "GBP"),)),
        ("NORTH", (Money(20_000, "GBP"),)),
        ("SOUTH", (Money(300_000, "GBP"),)),
    ]
    assert brief.before.around.asked == line.amounts
    assert group.oldest is not None
    assert (group.oldest.number, group.oldest_of) == ("HEAD-1", "Head Ltd")
    branch = office.brief("NORTH")
    assert (branch.group, branch.spoken_of) == (None, branch.accounts)
    hold = HoldEntry(HoldKind.INSOLVENT, TODAY, frozenset({Stop.STEPS}))
    Decisions(office.gateway, office.clock).hold("SOUTH", hold)
    left = office.brief("HEAD").group
    assert left is not None
    assert [part.code for part in left.parts] == ["HEAD", "NORTH"]
    assert left.accounts[0].ageing.overdue == Money(21_000, "GBP")


def test_a_group_has_one_line_with_the_sum_and_the_branches_named(
    office: Office, groups: Groups
) -> None:
    head, alone = office.today()
    assert groups is not None
    assert (head.code, head.line.amounts) == ("HEAD", (Money(321_000, "GBP"),))
    assert head.branches == ("North Ltd", "South Ltd")
    assert (alone.code, alone.branches) == ("ALONE", ())
    assert whole_day(TODAY) == [("HEAD", head.branches), ("ALONE", ())]
    (first,) = WorkLists().today(TODAY, 1)
    assert first == head
    line = office.brief("HEAD").line
    assert line is not None
    assert line.amounts == head.line.amounts
    own = office.brief("NORTH").line
    assert own is not None
    assert own.amounts == (Money(20_000, "GBP"),)


def test_a_contact_with_one_counts_for_all(office: Office, groups: Groups) -> None:
    assert groups is not None
    office.call("SOUTH", CallNote("Ann", Outcome.WILL_PAY, "soon", none_because="she rings"))
    assert [office.brief(code).contacts_week for code in ("HEAD", "NORTH", "SOUTH")] == [1, 1, 1]
    assert office.brief("ALONE").contacts_week == 0
    found = DayReading(TODAY).go_on()
    (head,) = [row for row in found.not_contacted if row.code == "HEAD"]
    assert found.contacted == {head.customer}
    monday = TODAY + timedelta(days=7)  # five days on is a Saturday
    assert (head.why, head.until) == (WhyNot.TOO_SOON, monday)
    assert head.branches == ("North Ltd", "South Ltd")


def test_money_of_one_pays_for_no_other(office: Office, groups: Groups) -> None:
    assert groups is not None
    with office.gateway.write("money") as writing:
        north = execute_id("NORTH")
        a_receipt(writing, north, day(310), 25_000)
    head = office.today()[0]
    assert head.line.amounts == (Money(301_000, "GBP"),)
    assert head.branches == ("South Ltd",)  # nobody asks NORTH, which has paid


def test_on_a_combined_statement_money_of_one_pays_for_no_other(
    office: Office, groups: Groups
) -> None:
    for code in ("NORTH", "SOUTH"):
        groups.send_statement_to(code, StatementTo.HEAD_OFFICE)
    with office.gateway.write("money") as writing:
        a_receipt(writing, execute_id("NORTH"), day(310), 400_000)
    (draft, *_), _ = Statements(office.gateway).drafts(TODAY, ["HEAD"])
    statement = draft.paper.statement
    assert statement.pay_now.due == office.today()[0].line.amounts[0] == Money(301_000, "GBP")
    assert statement.balance == Money(321_021 - 400_000, "GBP")


def execute_id(code: str) -> int:
    from creditmate.db.customers import customer_by_code  # noqa: PLC0415

    found = customer_by_code(code)
    assert found is not None
    return found.id


def test_a_branch_at_rest_is_left_out_of_the_sum(office: Office, groups: Groups) -> None:
    assert groups is not None
    decisions = Decisions(office.gateway, office.clock)
    stops = frozenset({Stop.STEPS, Stop.STATEMENTS})
    decisions.hold("SOUTH", HoldEntry(HoldKind.INSOLVENT, TODAY, stops))
    head = office.today()[0]
    assert head.line.amounts == (Money(21_000, "GBP"),)
    assert head.branches == ("North Ltd",)
    assert [row.code for row in WorkLists().at_rest(TODAY)] == ["SOUTH"]
    decisions.set_status("HEAD", Status.WITH_AGENCY, "all of it")
    assert office.codes() == ["ALONE"]
    assert [row.code for row in WorkLists().at_rest(TODAY)] == ["HEAD", "NORTH", "SOUTH"]


def test_the_group_s_limit_counts_all(office: Office, groups: Groups) -> None:
    decisions = Decisions(office.gateway, office.clock)
    decisions.set_limit("HEAD", Money(300_000, "GBP"), "GBP", group=True)
    decisions.set_limit("NORTH", Money(30_000, "GBP"), "GBP", group=False)
    for code in ("HEAD", "NORTH"):
        use = office.brief(code).facts.group_limit
        assert use is not None
        assert use.over == Money(21_021, "GBP")
    assert office.brief("HEAD").facts.limit is None
    view = groups.group("SOUTH", TODAY)
    assert view is not None
    assert [member.customer.code for member in view.members] == ["HEAD", "NORTH", "SOUTH"]
    assert view.limit == office.brief("HEAD").facts.group_limit
    assert groups.group("ALONE", TODAY) is None
    facts = office.brief("NORTH").facts
    assert facts.head_office is not None
    assert facts.head_office.code == "HEAD"
    assert [branch.code for branch in office.brief("HEAD").facts.branches] == ["NORTH", "SOUTH"]


def test_groups_have_one_level(office: Office, groups: Groups) -> None:
    def why(branch: str, head: str) -> object:
        with pytest.raises(UserError) as caught:
            groups.join(branch, head)
        assert caught.value.problem is Problem.GROUP_REFUSED
        return caught.value.facts["why"]

    assert why("HEAD", "HEAD") == NoGroup.ITSELF
    assert why("ALONE", "NORTH") == NoGroup.HEAD_IS_BRANCH
    assert why("HEAD", "ALONE") == NoGroup.HAS_BRANCHES
    editing = CustomerEditing(office.gateway, office.clock)
    with office.gateway.write("more") as writing:
        a_customer(writing, "AWAY")
    editing.archive("AWAY")
    assert why("ALONE", "AWAY") == NoGroup.HEAD_ARCHIVED
    with pytest.raises(UserError) as caught:
        editing.archive("HEAD")
    assert "branches" in caught.value.facts["open"]  # type: ignore[operator]
    groups.leave("NORTH")
    assert office.codes() == ["HEAD", "NORTH", "ALONE"]
    assert prove_all() == []


# ---------------------------------------------------------------- statements
def test_a_combined_statement_goes_to_the_head_office_with_the_branches_named(
    office: Office, groups: Groups
) -> None:
    groups.send_statement_to("NORTH", StatementTo.HEAD_OFFICE)
    statements = Statements(office.gateway)
    drafts, skipped = statements.drafts(TODAY)
    assert [draft.customer.code for draft in drafts] == ["ALONE", "HEAD", "SOUTH"]
    assert skipped == []
    (head,) = [draft for draft in drafts if draft.customer.code == "HEAD"]
    statement = head.paper.statement
    assert head.paper.address[0] == "Head Ltd"
    assert [(item.number, item.branch) for item in statement.items] == [
        ("HEAD-1", ""), ("HEAD-2", ""), ("NORTH-1", "North Ltd"), ("NORTH-2", "North Ltd")
    ]  # fmt: skip
    assert statement.pay_now.due == Money(21_000, "GBP")
    assert statement.balance == Money(21_014, "GBP")
    assert statements.plan(TODAY).expected == 3
    book = StatementLists(statements).book(TODAY)
    found = {one.code: one for one in book.candidates}
    assert [ageing.total for ageing in found["HEAD"].ageings] == [Money(21_014, "GBP")]
    reason = found["NORTH"].reason
    assert reason is not None
    assert reason.why is LeftOut.AT_HEAD_OFFICE
    assert found["HEAD"].reason is None


def test_a_branch_that_is_chosen_by_hand_gets_its_own(office: Office, groups: Groups) -> None:
    groups.send_statement_to("NORTH", StatementTo.HEAD_OFFICE)
    drafts, _ = Statements(office.gateway).drafts(TODAY, ["NORTH"])
    assert [draft.customer.code for draft in drafts] == ["NORTH"]
    assert drafts[0].paper.statement.balance == Money(20_007, "GBP")
    drafts, _ = Statements(office.gateway).drafts(TODAY, ["HEAD"])
    assert drafts[0].paper.statement.balance == Money(21_014, "GBP")


def test_a_branch_gets_its_own_where_the_head_office_gets_none(
    office: Office, groups: Groups
) -> None:
    groups.send_statement_to("NORTH", StatementTo.HEAD_OFFICE)
    editing = CustomerEditing(office.gateway, office.clock)
    editing.save(replace(editing.form("HEAD"), friend=True))
    statements = Statements(office.gateway)
    drafts, skipped = statements.drafts(TODAY)
    assert {draft.customer.code for draft in drafts} == {"ALONE", "NORTH", "SOUTH"}
    assert [(one.customer.code, one.why) for one in skipped] == [("HEAD", LeftOut.FRIEND)]
    found = {one.code: one for one in StatementLists(statements).book(TODAY).candidates}
    assert found["NORTH"].reason is None
    assert [ageing.total for ageing in found["HEAD"].ageings] == [Money(1_007, "GBP")]


def test_a_head_office_that_owes_nothing_itself_gets_the_branches(office: Office) -> None:
    with office.gateway.write("group") as writing:
        a_customer(writing, "HEAD")
        an_invoice(writing, a_customer(writing, "NORTH"), "N-1", day(0), 500)
    groups = Groups(office.gateway)
    groups.join("NORTH", "HEAD", StatementTo.HEAD_OFFICE)
    drafts, skipped = Statements(office.gateway).drafts(TODAY)
    assert [draft.customer.code for draft in drafts] == ["HEAD"]
    assert skipped == []
    (row,) = office.today()
    assert (row.code, row.branches, row.line.kind) == ("HEAD", ("North Ltd",), Kind.FOLLOW_UP)
    assert row.line.channel is Channel.CALL


# ---------------------------------------------------------------- one line for all
def test_a_branch_has_a_line_only_while_its_group_has_one(office: Office, groups: Groups) -> None:
    assert groups is not None
    assert office.brief("NORTH").line is not None
    step = CallNote("Ann", Outcome.CALL_BACK, "away", next_day=TODAY + timedelta(days=3))
    office.call("HEAD", step)
    office.on(TODAY + timedelta(days=1))
    assert "HEAD" not in office.codes()
    assert [office.brief(code).line for code in ("HEAD", "NORTH", "SOUTH")] == [None] * 3
    office.on(TODAY + timedelta(days=3))
    lines = [office.brief(code).line for code in ("HEAD", "NORTH")]
    assert [line and line.kind for line in lines] == [Kind.CALL_BACK, Kind.CALL_BACK]


def test_a_head_office_that_wants_no_calls_is_reached_at_a_branch(
    office: Office, groups: Groups
) -> None:
    assert groups is not None
    contacts = ContactsEditing(office.gateway, office.clock)
    for code in ("HEAD", "NORTH", "SOUTH"):
        contacts.save(code, ContactForm(f"Eve of {code}", phones=(PhoneForm("01632 960961"),)))
    decisions = Decisions(office.gateway, office.clock)
    own = office.brief("HEAD").person
    assert own is not None
    assert (own.name, own.at) == ("Eve of HEAD", "")
    decisions.wish("HEAD", WishEntry(WishKind.NO_CALLS))
    decisions.hold("NORTH", HoldEntry(HoldKind.DECEASED, TODAY, frozenset({Stop.STEPS})))
    brief = office.brief("HEAD")
    assert brief.line is not None
    assert brief.line.channel is Channel.CALL
    assert brief.person is not None
    assert (brief.person.name, brief.person.at) == ("Eve of SOUTH", "South Ltd")
    assert [row.name for row in brief.people] == ["Eve of HEAD"]
    decisions.wish("SOUTH", WishEntry(WishKind.NO_CALLS))
    line = office.brief("HEAD").line
    assert line is not None
    assert line.channel is Channel.LETTER  # at NORTH nobody is reached while it is at rest


def test_a_limit_of_a_group_is_its_head_office_s_and_told_of_every_member(
    office: Office, groups: Groups
) -> None:
    decisions = Decisions(office.gateway, office.clock)
    with pytest.raises(UserError) as caught:
        decisions.set_limit("NORTH", Money(1, "GBP"), "GBP", group=True)
    assert caught.value.facts["field"] == "limit.scope"
    decisions.set_limit("HEAD", Money(300_000, "GBP"), "GBP", group=True)
    over = CustomerOverview().rows(TODAY, [Picked(Pick.OVER_LIMIT)])
    assert [row.customer.code for row in over] == ["HEAD", "NORTH", "SOUTH"]
    assert [row.over for row in over] == [(Money(21_021, "GBP"),)] * 3
    assert groups.group("HEAD", TODAY) is not None


# ---------------------------------------------------------------- what a head office pays, or says
def test_money_of_the_head_office_is_for_its_branches_too(office: Office, groups: Groups) -> None:
    for code in ("NORTH", "SOUTH"):
        groups.send_statement_to(code, StatementTo.HEAD_OFFICE)
    with office.gateway.write("money") as writing:
        a_receipt(writing, execute_id("HEAD"), day(310), 320_000)
    (head,) = [row for row in office.today() if row.code == "HEAD"]
    assert head.line.amounts == (Money(1000, "GBP"),)
    (draft, *_), _ = Statements(office.gateway).drafts(TODAY, ["HEAD"])
    assert draft.paper.statement.pay_now.due == Money(1000, "GBP")
    with office.gateway.write("money") as writing:
        a_receipt(writing, execute_id("HEAD"), day(310), 1_000)
    (head,) = [row for row in office.today() if row.code == "HEAD"]
    assert head.line.channel is Channel.MATCH
    assert WorkLists().today(TODAY, 2) == office.today()


@pytest.mark.parametrize("amount", [None, Money(321_000, "GBP")])
def test_what_the_head_office_says_to_have_paid_was_said_for_all(
    office: Office, groups: Groups, amount: Money | None
) -> None:
    assert groups is not None
    claims = Claims(office.gateway, office.clock)
    claims.make("HEAD", SaidPaid(amount=amount))
    assert office.codes() == ["ALONE"]
    shares = (
        Allocating(office.gateway, office.clock)
        .propose(MoneyWanted("HEAD", Money(321_000, "GBP"), TODAY))
        .shares
    )
    assert len(shares) == 3
    Payments(office.gateway, office.clock).record(NewPayment(TODAY, Method.TRANSFER, shares))
    assert claims.open(TODAY) == []
    assert [one.state for one in office.brief("HEAD").said] == [ClaimState.FOUND]
    assert prove_all() == []
