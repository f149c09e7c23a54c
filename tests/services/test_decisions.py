"""What is decided about a customer, and what follows from it on Today and in a run of papers."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import pytest

from creditmate.db.proof import prove_all
from creditmate.domain.contact_budget import Purpose
from creditmate.domain.contact_form import ContactForm, EmailForm, PhoneForm
from creditmate.domain.contact_warnings import Against
from creditmate.domain.credit_limits import Scope
from creditmate.domain.customer_list import Flag, Wanted
from creditmate.domain.customer_status import Status
from creditmate.domain.doubts import Odd
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.holds import HoldKind, Stop, usual
from creditmate.domain.legal_forms import LegalForm
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.payment_runs import Monthly, OnLast, Weekly
from creditmate.domain.refusals import Why
from creditmate.domain.statement_choice import Carriage, LeftOut
from creditmate.domain.wishes import WishKind
from creditmate.domain.work_reasons import ReasonCode
from creditmate.domain.worklist import Channel, Kind
from creditmate.i18n.customer_fields import doubt_words
from creditmate.services.call_drafts import CallDrafts
from creditmate.services.call_notes import CallNote
from creditmate.services.call_sheets import CallSheets
from creditmate.services.calls import Calls
from creditmate.services.contacts_editing import ContactsEditing
from creditmate.services.customer_editing import CustomerEditing
from creditmate.services.customer_lists import CustomerLists
from creditmate.services.customers import Customers
from creditmate.services.decisions import Decided, Decisions, HoldEntry, WishEntry
from creditmate.services.groups import Groups
from creditmate.services.interest_book import late_interest
from creditmate.services.not_contacted import WhyNot
from creditmate.services.statement_lists import StatementLists
from creditmate.services.statements import Statements
from creditmate.services.worklists import WorkLists
from tests.builders import a_customer, an_invoice, day
from tests.services.conftest import Office

TODAY = date(2026, 11, 23)
STEPS = frozenset({Stop.STEPS})


@pytest.fixture
def decisions(office: Office) -> Decisions:
    return Decisions(office.gateway, office.clock)


@pytest.fixture
def owing(office: Office) -> Office:
    """``ACME`` and ``BIRCH`` owe something that is overdue, ``CEDAR`` something soon due."""
    with office.gateway.write("owing") as writing:
        for code, due in (("ACME", -30), ("BIRCH", -20), ("CEDAR", 3)):
            customer = a_customer(writing, code)
            on = TODAY + timedelta(days=due)
            an_invoice(writing, customer, f"{code}-1", day(0), 120_000, due=on)
    return office


def left_out(office: Office) -> dict[str, tuple[WhyNot, bool]]:
    found = WorkLists().at_rest(office.clock.today)
    return {row.code: (row.why, bool(row.rest and row.rest.review_due)) for row in found}


def skipped(office: Office) -> dict[str, str]:
    statements = Statements(office.gateway)
    _, skips = statements.drafts(office.clock.today)
    book = StatementLists(statements).book(office.clock.today)
    reasons = {one.code: one.reason.why.value for one in book.candidates if one.reason}
    assert {skip.customer.code: skip.why for skip in skips} == reasons
    return reasons


def a_hold(kind: HoldKind = HoldKind.HARDSHIP, **more: object) -> HoldEntry:
    entry = HoldEntry(kind, TODAY, STEPS)
    return replace(entry, **more)  # type: ignore[arg-type]


# ---------------------------------------------------------------- holds
def test_a_hold_takes_the_customer_off_today_and_out_of_the_run(
    owing: Office, decisions: Decisions
) -> None:
    assert owing.codes() == ["ACME", "BIRCH", "CEDAR"]
    proposed = usual(HoldKind.BREATHING_SPACE, TODAY)
    entry = HoldEntry(HoldKind.BREATHING_SPACE, TODAY, proposed.stops, proposed.review_day)
    form = CustomerEditing(owing.gateway, owing.clock).form("ACME")
    CustomerEditing(owing.gateway, owing.clock).save(
        replace(form, legal_form=LegalForm.SOLE_TRADER)
    )
    decisions.hold("ACME", replace(entry, until_day=proposed.until_day, reason="letter of 20 Nov"))
    assert owing.codes() == ["BIRCH", "CEDAR"]
    assert left_out(owing) == {"ACME": (WhyNot.BREATHING_SPACE, False)}
    assert skipped(owing) == {"ACME": LeftOut.BREATHING_SPACE}
    brief = owing.brief("ACME")
    assert brief.line is None
    assert brief.accounts[0].pay_now.due == Money(120_000, "GBP")
    (hold,) = brief.facts.holds
    assert (hold.until_day, hold.reason) == (date(2027, 1, 21), "letter of 20 Nov")
    listed = {row.code: row for row in CustomerLists().listing(Wanted(), TODAY).head}
    assert listed["ACME"].flag is Flag.BREATHING_SPACE
    assert listed["ACME"].next_step is None
    owing.on(date(2027, 1, 22))
    assert "ACME" in owing.codes()
    assert skipped(owing) == {}
    assert prove_all() == []


def test_each_hold_stops_only_what_it_says(owing: Office, decisions: Decisions) -> None:
    decisions.hold("ACME", a_hold(stops=frozenset({Stop.STATEMENTS})))
    decisions.hold("BIRCH", a_hold(stops=frozenset({Stop.LETTERS, Stop.INTEREST})))
    assert owing.codes() == ["ACME", "BIRCH", "CEDAR"]
    assert skipped(owing) == {"ACME": LeftOut.HARDSHIP}


def stopped(office: Office) -> frozenset[Stop]:
    """What is not done for ``ACME``, as each of the places tells that does it."""
    today, found = office.clock.today, set[Stop]()
    acme = office.brief("ACME").customer.id
    if "ACME" not in office.codes():
        found.add(Stop.STEPS)
    letter = Calls(office.gateway, office.clock).against(
        "ACME", CallNote("Ann", Outcome.NO_ANSWER, "x", channel="letter", purpose=Purpose.PROMISE)
    )
    if Against.AT_REST in {one.against for one in letter}:
        found.add(Stop.LETTERS)
    if "ACME" in skipped(office):
        found.add(Stop.STATEMENTS)
    if any(one.stopped is not None for one in late_interest(today, [acme])):
        found.add(Stop.INTEREST)
    return frozenset(found)


@pytest.mark.parametrize("kind", [HoldKind.INSOLVENT, HoldKind.HARDSHIP, HoldKind.OURS])
def test_whatever_is_chosen_is_stopped_and_nothing_else(
    owing: Office, decisions: Decisions, kind: HoldKind
) -> None:
    """All fifteen choices. Who is not followed up at all gets no letters of ours either."""
    assert stopped(owing) == frozenset()
    for count in range(1, len(Stop) + 1):
        for chosen in map(frozenset, combinations(Stop, count)):
            hold = decisions.hold("ACME", a_hold(kind, stops=chosen))
            letters = {Stop.LETTERS} if Stop.STEPS in chosen else set()
            assert stopped(owing) == chosen | letters
            decisions.undo(hold.action)
    assert stopped(owing) == frozenset()


def test_who_gets_no_letters_is_not_written_to(owing: Office, decisions: Decisions) -> None:
    for kind in (WishKind.NO_CALLS, WishKind.NO_EMAILS):
        decisions.wish("ACME", WishEntry(kind))

    def channel() -> Channel:
        line = owing.brief("ACME").line
        assert line is not None
        return line.channel

    assert channel() is Channel.LETTER
    decisions.hold("ACME", a_hold(stops=frozenset({Stop.INTEREST})))
    assert channel() is Channel.LETTER
    decisions.hold("ACME", a_hold(stops=frozenset({Stop.LETTERS})))
    assert channel() is Channel.NONE
    assert owing.codes() == ["BIRCH", "CEDAR"]  # there is no way left to reach them
    assert skipped(owing) == {}


def test_a_hold_is_looked_at_again_and_ended(owing: Office, decisions: Decisions) -> None:
    made = decisions.hold("ACME", a_hold(review_day=TODAY + timedelta(days=7)))
    owing.on(TODAY + timedelta(days=7))
    assert left_out(owing) == {"ACME": (WhyNot.HARDSHIP, True)}
    decisions.review_hold("ACME", made.id, TODAY + timedelta(days=20))
    assert left_out(owing) == {"ACME": (WhyNot.HARDSHIP, False)}
    owing.on(TODAY + timedelta(days=9))
    decisions.end_hold("ACME", made.id)
    assert left_out(owing) == {}
    assert "ACME" in owing.codes()
    assert owing.on(TODAY + timedelta(days=8)).brief("ACME").facts.holds
    with pytest.raises(UserError) as caught:
        decisions.end_hold("ACME", made.id + 1)
    assert caught.value.problem is Problem.DECISION_STANDS


def test_a_hold_to_come_can_be_taken_back(owing: Office, decisions: Decisions) -> None:
    first = TODAY + timedelta(days=3)
    made = decisions.hold("ACME", a_hold(from_day=first))
    (listed,) = decisions.of("ACME", TODAY).holds
    assert (listed.id, listed.action) == (made.id, made.action)
    ended = decisions.end_hold("ACME", made.id)
    assert decisions.of("ACME", TODAY).holds == ()
    assert left_out(owing.on(first)) == {}
    owing.on(TODAY)
    with pytest.raises(UserError) as caught:
        decisions.end_hold("ACME", made.id)
    assert caught.value.problem is Problem.DECISION_STANDS
    decisions.undo(ended.action)
    assert left_out(owing.on(first)) == {"ACME": (WhyNot.HARDSHIP, False)}
    decisions.undo(listed.action)
    assert decisions.of("ACME", first).holds == ()
    assert prove_all() == []


def test_every_decision_names_its_action(owing: Office, decisions: Decisions) -> None:
    actions = [
        decisions.set_status("ACME", Status.WATCH, "slow").action,
        decisions.set_limit("ACME", Money(5, "GBP"), "GBP", group=False).action,
        decisions.hold("ACME", a_hold()).action,
        decisions.wish("ACME", WishEntry(WishKind.NO_CALLS)).action,
    ]
    known = decisions.of("ACME", TODAY)
    kinds = (known.statuses, known.limits, known.holds, known.wishes)
    assert [row.action for rows in kinds for row in rows] == actions
    for action in actions:
        decisions.undo(action)
    known = decisions.of("ACME", owing.clock.today)
    assert known == Decided((), (), (), ())


def test_one_whose_review_has_come_is_shown_though_nothing_is_open(
    office: Office, decisions: Decisions
) -> None:
    with office.gateway.write("quiet") as writing:
        a_customer(writing, "QUIET")
    decisions.hold("QUIET", a_hold(review_day=TODAY))
    assert left_out(office) == {"QUIET": (WhyNot.HARDSHIP, True)}


def test_what_we_promised_is_done_all_the_same(owing: Office, decisions: Decisions) -> None:
    owing.call(
        "ACME",
        CallNote("Ms Ash", Outcome.WILL_PAY, "copy", deed="Send a copy", deed_by=TODAY,
                 none_because="we write"),
    )  # fmt: skip
    decisions.hold("ACME", a_hold())
    (line,) = [row.line for row in owing.today() if row.code == "ACME"]
    assert (line.kind, line.amounts) == (Kind.OURS_DUE, ())


@pytest.mark.parametrize(
    ("entry", "field", "why"),
    [
        (a_hold(HoldKind.DECEASED), "hold.kind", Why.NOT_POSSIBLE),
        (a_hold(HoldKind.BREATHING_SPACE), "hold.kind", Why.NOT_POSSIBLE),
        (a_hold(stops=frozenset()), "hold.stops", Why.EMPTY),
        (a_hold(until_day=TODAY - timedelta(days=1)), "hold.until_day", Why.DAYS_TURNED),
        (a_hold(review_day=TODAY - timedelta(days=1)), "hold.review_day", Why.DAYS_TURNED),
        (
            a_hold(until_day=TODAY, review_day=TODAY + timedelta(days=1)),
            "hold.review_day",
            Why.DAYS_TURNED,
        ),
        (a_hold(reason="r" * 501), "decision.reason", Why.TOO_LONG),
    ],
)
def test_a_hold_that_cannot_be_is_refused(
    owing: Office, decisions: Decisions, entry: HoldEntry, field: str, why: Why
) -> None:
    editing = CustomerEditing(owing.gateway, owing.clock)
    editing.save(replace(editing.form("ACME"), legal_form=LegalForm.COMPANY))
    with pytest.raises(UserError) as caught:
        decisions.hold("ACME", entry)
    assert (caught.value.facts["field"], caught.value.facts["why"]) == (field, why.value)


@pytest.mark.parametrize(
    ("form", "number", "doubted"),
    [
        (LegalForm.SOLE_TRADER, "", False),
        (LegalForm.SOLE_TRADER, "GB980780684", True),
        (LegalForm.PARTNERSHIP, "", True),
        (LegalForm.INDIVIDUAL, "", False),
    ],
)
def test_a_breathing_space_is_doubted_for_whom_it_is_not(
    owing: Office, decisions: Decisions, form: LegalForm, number: str, doubted: bool
) -> None:
    editing = CustomerEditing(owing.gateway, owing.clock)
    editing.save(replace(editing.form("ACME"), legal_form=form, tax_number=number))
    expected = [Odd.NO_BREATHING_SPACE] if doubted else []
    found = decisions.hold_doubts("ACME", HoldKind.BREATHING_SPACE)
    assert [doubt.odd for doubt in found] == expected
    assert all(doubt_words(doubt, "en_GB") for doubt in found)
    assert decisions.hold_doubts("ACME", HoldKind.HARDSHIP) == []
    made = decisions.hold("ACME", a_hold(HoldKind.BREATHING_SPACE))
    assert [doubt.odd for doubt in editing.doubts(editing.form("ACME"))] == expected
    company = replace(editing.form("ACME"), legal_form=LegalForm.COMPANY)
    (doubt,) = editing.doubts(company)
    assert (doubt.field, doubt.odd) == ("legal_form", Odd.HOLD_MISFITS)
    decisions.end_hold("ACME", made.id)
    assert editing.doubts(company) == []


@pytest.mark.parametrize("days", [0, 11])
def test_a_review_in_the_past_or_after_the_end_is_refused(
    owing: Office, decisions: Decisions, days: int
) -> None:
    made = decisions.hold("ACME", a_hold(until_day=TODAY + timedelta(days=10)))
    with pytest.raises(UserError) as caught:
        decisions.review_hold("ACME", made.id, TODAY + timedelta(days=days))
    assert caught.value.facts["field"] == "hold.review_day"


# ---------------------------------------------------------------- how we trade
def test_on_stop_is_followed_up_without_courtesy(owing: Office, decisions: Decisions) -> None:
    decisions.set_status("ACME", Status.ON_STOP, "ninety days")
    decisions.set_status("CEDAR", Status.ON_STOP, "ninety days")
    assert owing.codes() == ["ACME", "BIRCH"]
    (line,) = [row.line for row in owing.today() if row.code == "ACME"]
    assert ReasonCode.ON_STOP in {reason.code for reason in line.reasons}
    facts = owing.brief("ACME").facts
    assert (facts.status, facts.status_day, facts.status_reason) == (
        Status.ON_STOP, TODAY, "ninety days"
    )  # fmt: skip


def test_what_the_agency_has_is_not_ours(owing: Office, decisions: Decisions) -> None:
    decisions.set_status("ACME", Status.WITH_AGENCY, "handed over")
    assert owing.codes() == ["BIRCH", "CEDAR"]
    assert left_out(owing) == {"ACME": (WhyNot.WITH_AGENCY, False)}
    assert skipped(owing) == {"ACME": LeftOut.WITH_AGENCY}
    owing.on(TODAY - timedelta(days=3))
    assert "ACME" in owing.codes()


def test_a_grave_status_needs_its_reason(owing: Office, decisions: Decisions) -> None:
    with pytest.raises(UserError) as caught:
        decisions.set_status("ACME", Status.CLOSED)
    assert caught.value.facts["field"] == "decision.reason"
    decisions.set_status("ACME", Status.PROSPECT)
    assert owing.brief("ACME").facts.status is Status.PROSPECT


def test_a_friend_is_met_gently(owing: Office) -> None:
    editing = CustomerEditing(owing.gateway, owing.clock)
    for code in ("ACME", "CEDAR"):
        editing.save(replace(editing.form(code), friend=True))
    assert owing.codes() == ["ACME", "BIRCH"]
    (line,) = [row.line for row in owing.today() if row.code == "ACME"]
    assert line.reasons[-1].code is ReasonCode.FRIEND
    assert skipped(owing) == {"ACME": LeftOut.FRIEND, "CEDAR": LeftOut.FRIEND}


# ---------------------------------------------------------------- limits
def test_a_limit_is_set_used_passed_and_lifted(owing: Office, decisions: Decisions) -> None:
    decisions.set_limit("ACME", Money(100_000, "GBP"), "GBP", "asked for it", group=False)
    use = owing.brief("ACME").facts.limit
    assert use is not None
    assert (use.used, use.over) == (Money(120_000, "GBP"), Money(20_000, "GBP"))
    decisions.set_limit("ACME", None, "GBP", group=False)
    assert owing.brief("ACME").facts.limit is None
    decided = decisions.of("ACME", TODAY)
    assert [change.amount for change in decided.limits] == [None, Money(100_000, "GBP")]
    assert decided.limits[0].scope is Scope.CUSTOMER


@pytest.mark.parametrize(
    ("amount", "currency", "field"),
    [
        (Money(1, "EUR"), "GBP", "limit.currency"),
        (None, "ZZZ", "limit.currency"),
        (Money(-1, "GBP"), "GBP", "limit.amount"),
        (Money(10**15 + 1, "GBP"), "GBP", "limit.amount"),
    ],
)
def test_a_limit_that_cannot_be_is_refused(
    owing: Office, decisions: Decisions, amount: Money | None, currency: str, field: str
) -> None:
    with pytest.raises(UserError) as caught:
        decisions.set_limit("ACME", amount, currency, group=False)
    assert caught.value.facts["field"] == field
    assert owing.brief("ACME").facts.limit is None


def test_what_an_insurer_covers_and_by_when_to_report(owing: Office) -> None:
    editing = CustomerEditing(owing.gateway, owing.clock)
    form = replace(editing.form("ACME"), insured=Money(70_000, "GBP"), report_by_days=60)
    editing.save(replace(form, insurer="Atradius"))
    insurance = owing.brief("ACME").facts.insurance
    assert insurance is not None
    assert insurance.uninsured == Money(50_000, "GBP")
    assert insurance.report_by == TODAY + timedelta(days=30)


def test_only_what_is_late_in_the_currency_insured_is_reported(office: Office) -> None:
    with office.gateway.write("euro") as writing:
        customer = a_customer(writing, "ACME")
        an_invoice(writing, customer, "1", day(0), 100, due=day(30), currency="EUR")
        an_invoice(writing, customer, "2", day(0), 100, due=TODAY + timedelta(days=9))
    editing = CustomerEditing(office.gateway, office.clock)
    form = replace(editing.form("ACME"), insured=Money(70_000, "GBP"), report_by_days=60)
    editing.save(form)
    insurance = office.brief("ACME").facts.insurance
    assert insurance is not None
    assert insurance.report_by is None


def test_who_wants_neither_e_mails_nor_letters_gets_no_statement(
    owing: Office, decisions: Decisions
) -> None:
    decisions.wish("ACME", WishEntry(WishKind.NO_EMAILS))
    decisions.wish("BIRCH", WishEntry(WishKind.NO_LETTERS))
    for kind in (WishKind.NO_EMAILS, WishKind.NO_LETTERS, WishKind.NO_CALLS):
        decisions.wish("CEDAR", WishEntry(kind))
    person = ContactForm("Ann", emails=(EmailForm("ann@x.example"),))
    for code in ("ACME", "BIRCH", "CEDAR"):
        ContactsEditing(owing.gateway, owing.clock).save(code, person)
    assert skipped(owing) == {"CEDAR": LeftOut.NO_WAY}
    book = StatementLists(Statements(owing.gateway)).book(TODAY)
    assert {one.code: one.carriage for one in book.candidates} == {
        "ACME": Carriage.POST, "BIRCH": Carriage.EMAIL, "CEDAR": Carriage.NONE
    }  # fmt: skip
    line = owing.brief("CEDAR").line
    assert line is None or line.channel is Channel.NONE


# ---------------------------------------------------------------- wishes, and how they pay
def test_wishes_go_before_any_number(owing: Office, decisions: Decisions) -> None:
    people = ContactsEditing(owing.gateway, owing.clock)
    person = ContactForm(
        "Ms Ash", phones=(PhoneForm("020 7946 0018"),), emails=(EmailForm("ash@acme.example"),)
    )
    ash = people.save("ACME", person).id

    def channel() -> Channel:
        return next(row.line.channel for row in owing.today() if row.code == "ACME")

    assert channel() is Channel.CALL
    own = decisions.wish("ACME", WishEntry(WishKind.NO_CALLS, contact=ash))
    assert channel() is Channel.EMAIL
    decisions.undo(own.action)
    assert channel() is Channel.CALL
    decisions.wish("ACME", WishEntry(WishKind.NO_CALLS, note="asked on the phone"))
    decisions.wish("ACME", WishEntry(WishKind.NO_EMAILS))
    decisions.wish("ACME", WishEntry(WishKind.HOURS, hours="09:00-12:30"))
    assert channel() is Channel.LETTER
    assert {wish.kind for wish in owing.brief("ACME").facts.wishes} == {
        WishKind.NO_CALLS, WishKind.NO_EMAILS, WishKind.HOURS
    }  # fmt: skip
    decisions.wish("ACME", WishEntry(WishKind.NO_CALLS, lifted=True))
    assert channel() is Channel.CALL
    assert prove_all() == []


def test_hours_that_are_none_and_a_stranger_s_wish_are_refused(
    owing: Office, decisions: Decisions
) -> None:
    people = ContactsEditing(owing.gateway, owing.clock)
    stranger = people.save("BIRCH", ContactForm("Mr Elm")).id
    for entry, field in (
        (WishEntry(WishKind.HOURS, hours="12:00-09:00"), "wish.hours"),
        (WishEntry(WishKind.HOURS, hours="mornings"), "wish.hours"),
        (WishEntry(WishKind.NO_CALLS, contact=stranger), "wish.contact"),
    ):
        with pytest.raises(UserError) as caught:
            decisions.wish("ACME", entry)
        assert caught.value.facts["field"] == field


def test_the_brief_says_when_they_pay_next(owing: Office) -> None:
    editing = CustomerEditing(owing.gateway, owing.clock)
    editing.save(replace(editing.form("ACME"), payment_run=Weekly(0), approver="Mr Elm"))
    pays = owing.brief("ACME").facts.pays
    assert (pays.next_run, pays.approver) == (TODAY + timedelta(days=7), "Mr Elm")


# ---------------------------------------------------------------- taken back
def test_a_slip_is_undone_once(owing: Office, decisions: Decisions) -> None:
    made = decisions.set_status("ACME", Status.WITH_AGENCY, "slip")
    decisions.undo(made.action)
    assert owing.brief("ACME").facts.status is Status.ACTIVE
    assert "ACME" in owing.codes()
    with pytest.raises(UserError) as caught:
        decisions.undo(made.action)
    assert caught.value.problem is Problem.DECISION_STANDS
    assert prove_all() == []


def test_a_hold_with_a_review_stands_until_that_is_undone(
    owing: Office, decisions: Decisions
) -> None:
    made = decisions.hold("ACME", a_hold())
    review = decisions.review_hold("ACME", made.id, None)
    with pytest.raises(UserError):
        decisions.undo(made.action)
    decisions.undo(review.action)
    decisions.undo(made.action)
    assert decisions.of("ACME", TODAY).holds == ()
    assert "ACME" in owing.codes()


def test_a_hold_that_is_still_to_begin_is_shown_and_stops_nothing(
    owing: Office, decisions: Decisions
) -> None:
    decisions.hold("ACME", a_hold(from_day=TODAY + timedelta(days=1)))
    assert "ACME" in owing.codes()
    assert len(decisions.of("ACME", TODAY).holds) == 1
    owing.on(TODAY + timedelta(days=1))
    assert "ACME" not in owing.codes()


def test_the_call_form_proposes_their_next_payment_run(owing: Office) -> None:
    editing = CustomerEditing(owing.gateway, owing.clock)
    editing.save(replace(editing.form("ACME"), payment_run=Weekly(4)))
    sheets = CallSheets(Customers(), CallDrafts(owing.clock), owing.clock)
    assert sheets.sheet("ACME").proposed_day == date(2026, 11, 27)
    assert sheets.sheet("BIRCH").proposed_day is None
    groups = Groups(owing.gateway)
    groups.join("ACME", "BIRCH")
    assert sheets.sheet("BIRCH").proposed_day == date(2026, 11, 27)
    groups.join("CEDAR", "BIRCH")
    assert sheets.sheet("CEDAR").proposed_day is None
    editing.save(replace(editing.form("CEDAR"), payment_run=Weekly(0)))
    assert sheets.sheet("BIRCH").proposed_day == date(2026, 11, 30)
    editing.save(replace(editing.form("BIRCH"), payment_run=Weekly(1)))
    editing.save(replace(editing.form("ACME"), payment_run=None))
    assert sheets.sheet("BIRCH").proposed_day == date(2026, 11, 24)
    assert sheets.sheet("ACME").proposed_day == date(2026, 11, 24)


def test_what_came_after_their_cut_off_is_promised_for_the_run_after(owing: Office) -> None:
    editing = CustomerEditing(owing.gateway, owing.clock)
    month_ends = Monthly((OnLast(),))
    editing.save(replace(editing.form("ACME"), payment_run=month_ends, invoice_cut_off=20))
    sheets = CallSheets(Customers(), CallDrafts(owing.clock), owing.clock)
    assert sheets.sheet("ACME").proposed_day == date(2026, 11, 30)
    customer, on = owing.brief("ACME").customer.id, TODAY - timedelta(days=1)
    with owing.gateway.write("not-due-yet") as writing:
        an_invoice(writing, customer, "ACME-2", on, 5_000, due=TODAY + timedelta(days=5))
    assert sheets.sheet("ACME").proposed_day == date(2026, 11, 30)
    with owing.gateway.write("due") as writing:
        an_invoice(writing, customer, "ACME-3", on, 5_000, due=on)
    assert sheets.sheet("ACME").proposed_day == date(2026, 12, 31)
    Groups(owing.gateway).join("BIRCH", "ACME")
    assert sheets.sheet("BIRCH").proposed_day == date(2026, 11, 30)
