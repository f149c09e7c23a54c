"""So much by Friday and a plan in one talk: nobody owes the same pounds twice."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from creditmate.domain.disputes import DisputeReason, NewDispute, Questioned
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.plan_terms import Beginning, PlanTerms
from creditmate.domain.plan_warnings import PlanWarningKind
from creditmate.domain.plans import Plan, PlanState
from creditmate.domain.promises import PromiseState
from creditmate.i18n.plan_words import plan_warning_words
from creditmate.services.calls import CallNote, Calls
from creditmate.services.corrections import Correction, Corrections
from creditmate.services.groups import Groups
from creditmate.services.plans import Plans
from tests.builders import an_invoice
from tests.services.conftest import Office
from tests.services.test_calls_and_today import FRIDAY, MONDAY, owing, pays

FIRST = date(2026, 12, 15)
THREE = PlanTerms(first=FIRST, parts=3)


def pounds(minor: int) -> Money:
    return Money(minor, "GBP")


def both(promised: int = 100_000, terms: PlanTerms = THREE) -> CallNote:
    return CallNote(
        "Ann", Outcome.PART_PAYMENT, "x", none_because="-",
        promised=pounds(promised), promised_by=FRIDAY, plan=terms,
    )  # fmt: skip


def record(office: Office, note: CallNote, code: str = "ACME") -> int:
    return Calls(office.gateway, office.clock).record(code, note).id


def plan_of(office: Office, code: str = "ACME") -> Plan:
    (row,) = Plans(office.gateway, office.clock).of_customer(code, office.clock.today)
    return row.standing.plan


def parts(plan: Plan) -> list[tuple[date, int]]:
    return [(one.due_day, one.minor) for one in plan.instalments]


def test_what_is_promised_is_how_the_plan_begins_and_the_parts_are_of_the_rest(
    office: Office,
) -> None:
    owing(office.on(MONDAY), "ACME", 390_500)
    record(office, both())
    plan = plan_of(office)
    assert plan.minor == 390_500
    assert parts(plan)[0] == (FRIDAY, 100_000)
    assert [minor for _, minor in parts(plan)[1:]] == [96_833, 96_833, 96_834]
    brief = office.brief("ACME")
    (account,) = brief.accounts
    assert account.pay_now.due.minor == 0
    assert account.pay_now.promised == pounds(390_500)
    (standing,) = brief.standings
    assert (standing.state, standing.promise.minor) == (PromiseState.OPEN, 100_000)


def test_the_money_of_friday_keeps_both(office: Office) -> None:
    entry = owing(office.on(MONDAY), "ACME", 390_500)
    record(office, both())
    pays(office.on(FRIDAY), entry, FRIDAY, 100_000)
    office.on(FRIDAY + timedelta(days=10)).posted(FRIDAY + timedelta(days=10))
    (standing,) = office.brief("ACME").standings
    assert standing.state is PromiseState.KEPT
    (row,) = Plans(office.gateway, office.clock).of_customer("ACME", office.clock.today)
    assert row.standing.missing_minor == 290_500


def test_what_was_said_of_another_item_stays_beside_the_plan(office: Office) -> None:
    old = owing(office.on(MONDAY), "ACME", 390_500)
    with office.gateway.write("test") as writing:
        due = MONDAY - timedelta(days=5)
        other = an_invoice(writing, 1, "ACME-2", due - timedelta(days=30), 30_000, due=due)
    note = both(40_000, replace(THREE, entries=(old,)))
    record(office, replace(note, entries=(other,)))
    plan = plan_of(office)
    assert plan.minor == 390_500
    assert parts(plan)[0] == (FRIDAY, 10_000)  # 300.00 are of the other one
    assert office.brief("ACME").accounts[0].pay_now.due.minor == 0


def test_of_a_head_office_what_is_of_a_branch_is_not_in_its_plan(office: Office) -> None:
    owing(office.on(MONDAY), "ACME", 90_000)
    owing(office, "BOLT", 50_000, days_late=40)
    Groups(office.gateway).join("BOLT", "ACME")
    record(office, both(60_000))
    assert parts(plan_of(office))[0] == (FRIDAY, 10_000)


def test_a_head_office_is_told_that_its_branches_are_not_in_it_and_how_much_stays_open(
    office: Office,
) -> None:
    owing(office.on(MONDAY), "ACME", 90_000)
    owing(office, "BOLT", 50_000, days_late=40)
    plans = Plans(office.gateway, office.clock)
    assert plans.draft("ACME", THREE).warnings == ()
    Groups(office.gateway).join("BOLT", "ACME")
    (warning,) = plans.draft("ACME", THREE).warnings
    assert (warning.kind, warning.money) == (PlanWarningKind.BRANCHES, pounds(50_000))
    said = plan_warning_words(warning, "en", "en_GB")
    assert "What the branches owe is not in it: £500.00 overdue stays open." in said
    assert plans.draft("BOLT", THREE).warnings == ()


def test_a_query_of_the_same_talk_takes_nothing_off_the_promise(office: Office) -> None:
    entry = owing(office.on(MONDAY), "ACME", 390_500)
    query = NewDispute((Questioned(entry, pounds(90_500)),), DisputeReason.PRICE)
    record(office, replace(both(), dispute=query))
    plan = plan_of(office)
    assert (plan.minor, parts(plan)[0]) == (300_000, (FRIDAY, 100_000))
    (standing,) = office.brief("ACME").standings
    assert standing.state is PromiseState.OPEN


def test_who_promises_all_of_it_has_no_plan_and_a_day_after_the_first_part_is_doubted(
    office: Office,
) -> None:
    owing(office.on(MONDAY), "ACME", 390_500)
    for note in (both(390_500), replace(both(), promised_by=FIRST)):
        with pytest.raises(UserError) as caught:
            record(office, note)
        assert caught.value.problem is Problem.PLAN_REFUSED
    assert Plans(office.gateway, office.clock).of_customer("ACME", MONDAY) == []


def test_what_a_plan_begins_with_is_put_right_with_the_plan(office: Office) -> None:
    owing(office.on(MONDAY), "ACME", 390_500)
    made = record(office, both())
    corrections = Corrections(office.gateway, office.clock)
    half = Correction(promised=pounds(50_000), promised_by=FRIDAY)
    for right in (half, Correction(nothing_promised=True)):
        with pytest.raises(UserError) as caught:
            corrections.correct(made, right)
        assert caught.value.problem is Problem.PLAN_REFUSED
        assert caught.value.facts["number"] == plan_of(office).number
    corrections.correct(made, Correction(note="in writing"))
    Plans(office.gateway, office.clock).cancel(plan_of(office).number, "heard wrong")
    corrections.correct(made, half)
    open_ = (o for o in office.brief("ACME").standings if o.state is PromiseState.OPEN)
    assert [one.promise.minor for one in open_] == [50_000]


def test_an_outcome_in_which_nothing_is_agreed_ends_both(office: Office) -> None:
    owing(office.on(MONDAY), "ACME", 390_500)
    made = record(office, both())
    refuses = Correction(outcome=Outcome.REFUSES)
    Corrections(office.gateway, office.clock).correct(made, refuses)
    (row,) = Plans(office.gateway, office.clock).of_customer("ACME", MONDAY)
    assert row.standing.state is PlanState.CANCELLED
    assert office.brief("ACME").accounts[0].pay_now.due == pounds(390_500)


def test_it_is_seen_before_it_is_agreed(office: Office) -> None:
    owing(office.on(MONDAY), "ACME", 390_500)
    terms = replace(THREE, begins=Beginning(pounds(100_000), FRIDAY))
    draft = Plans(office.gateway, office.clock).draft("ACME", terms)
    assert [part.amount.minor for part in draft.parts] == [100_000, 96_833, 96_833, 96_834]
    euros = replace(THREE, begins=Beginning(Money(100, "EUR"), FRIDAY))
    draft = Plans(office.gateway, office.clock).draft("ACME", euros)
    assert len(draft.parts) == 3
