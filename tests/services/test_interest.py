"""Interest on real ledgers: worked out, charged with a note, waived, cancelled, undone."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from creditmate.db.connection import execute
from creditmate.documents.read_back import page_texts
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.holds import HoldKind, Stop
from creditmate.domain.interest_basis import Because, Choice, Ground
from creditmate.domain.interest_claim import ChargedByHand, LateInterest
from creditmate.domain.interest_events import EventKind
from creditmate.domain.interest_refusals import InterestWhy
from creditmate.domain.kinds import DocumentKind
from creditmate.domain.legal_forms import LegalForm
from creditmate.domain.money import Money
from creditmate.domain.new_invoice import NewLine
from creditmate.domain.reference_rates import MissingRate, Series
from creditmate.domain.refusals import Why
from creditmate.i18n.problems import problem_words
from creditmate.services.decisions import Decisions, HoldEntry
from creditmate.services.interest_writing import What
from creditmate.services.reference_rates import ReferenceRateTable
from tests.builders import a_credit_note, a_receipt, allocate
from tests.services.interest_desk import (
    DUE,
    INVOICED,
    PAID,
    InterestDesk,
    an_interest_desk,
    gbp,
)
from tests.services.invoice_desk import TODAY


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[InterestDesk]:
    with an_interest_desk(tmp_path / "desk.creditmate") as found:
        yield found


def refusal(error: pytest.ExceptionInfo[UserError]) -> tuple[Problem, object]:
    said = problem_words(error.value, "en_GB", "en_GB")
    assert "{" not in said
    return error.value.problem, error.value.facts["why"]


def left(found: LateInterest) -> tuple[Money, Money]:
    return found.left.interest, found.left.fixed


# ---------------------------------------------------------------- worked out
def test_the_worked_sum_of_a_paid_invoice(desk: InterestDesk) -> None:
    entry = desk.late()
    desk.pay(entry, 1_200_00)
    found = desk.one()
    assert (found.interest, found.fixed, found.daily) == (gbp(34_77), gbp(70_00), gbp(0))
    assert (found.basis.ground, found.basis.because) == (Ground.STATUTE, Because.LAW)
    assert found.debt.paid_day == PAID
    assert [one.debt.entry for one in desk.interest.to_decide(TODAY).listed] == [entry]
    assert desk.interest.claimable(date(2026, 6, 30)) == []


def test_as_at_a_past_day_later_payments_are_not_known(desk: InterestDesk) -> None:
    desk.pay(desk.late(), 1_200_00)
    before = desk.one(as_at=date(2026, 7, 30))
    assert (before.interest, before.is_paid) == (gbp(11_59), False)


def test_part_payments_cut_the_days(desk: InterestDesk) -> None:
    entry = desk.late()
    desk.pay(entry, 500_00, date(2026, 7, 31))
    desk.pay(entry, 700_00)
    assert desk.one().interest == gbp(25_27)


def test_a_credit_note_says_that_it_never_was_owed(desk: InterestDesk) -> None:
    """Credited on 1 August, 200.01 less from the beginning: 999.99 earns, in the first tier."""
    entry = desk.late()
    with desk.desk.gateway.write("test") as writing:
        note = a_credit_note(writing, desk.customer(), "C-1", date(2026, 8, 1), 200_01)
        allocate(writing, note, entry, 200_01)
    desk.pay(entry, 999_99)
    found = desk.one()
    assert (found.interest, found.fixed) == (gbp(28_97), gbp(40_00))
    assert [each.days for each in found.segments] == [90]


def test_what_was_paid_in_time_or_credited_whole_has_none(desk: InterestDesk) -> None:
    in_time = desk.late("A-2")
    desk.pay(in_time, 1_200_00, DUE)
    credited = desk.late("A-3")
    with desk.desk.gateway.write("test") as writing:
        note = a_credit_note(writing, desk.customer(), "C-2", PAID, 1_200_00)
        allocate(writing, note, credited, 1_200_00)
    assert desk.interest.claimable(TODAY) == []
    for number in ("A-2", "A-3"):
        with pytest.raises(UserError) as refused:
            desk.one(number)
        assert refusal(refused) == (Problem.INTEREST_REFUSED, InterestWhy.NOT_LATE)


def test_a_contracts_rate_by_terms_accepted_in_time(desk: InterestDesk) -> None:
    desk.accept("1", "month", "interest", on=INVOICED)
    desk.pay(desk.late(), 1_200_00)
    found = desk.one()
    assert (found.basis.ground, found.interest, found.fixed) == (
        Ground.CONTRACT, gbp(35_51), gbp(0),
    )  # fmt: skip


def test_terms_accepted_later_do_not_govern(desk: InterestDesk) -> None:
    desk.accept("1", "month", "interest", on=INVOICED + timedelta(days=1))
    desk.late()
    assert desk.one().basis.because is Because.LAW


@pytest.mark.parametrize(
    ("form", "because"),
    [(LegalForm.INDIVIDUAL, Because.PERSON), (LegalForm.UNKNOWN, Because.FORM_UNKNOWN)],
)
def test_no_law_for_private_persons(desk: InterestDesk, form: LegalForm, because: Because) -> None:
    desk.desk.set_customer("ACME", legal_form=form.value)
    entry = desk.late()
    assert desk.one().basis.because is because
    assert desk.interest.claimable(TODAY) == []
    with pytest.raises(UserError) as refused:
        desk.charge(entry)
    assert refusal(refused) == (Problem.INTEREST_REFUSED, InterestWhy.NO_GROUND)


def test_a_breathing_space_is_left_out_and_refuses_charging(desk: InterestDesk) -> None:
    desk.desk.set_customer("ACME", legal_form=LegalForm.SOLE_TRADER.value)
    entry = desk.late()
    Decisions(desk.desk.gateway, desk.desk.clock).hold(
        "ACME",
        HoldEntry(
            HoldKind.BREATHING_SPACE, date(2026, 11, 14), frozenset({Stop.INTEREST}),
            until_day=date(2027, 1, 12),
        ),
    )  # fmt: skip
    found = desk.one()
    held = [each for each in found.segments if each.held]
    assert [(each.first, each.last) for each in held] == [(date(2026, 11, 14), TODAY)]
    assert found.stopped is not None
    with pytest.raises(UserError) as refused:
        desk.charge(entry)
    assert refusal(refused) == (Problem.INTEREST_REFUSED, InterestWhy.HELD)
    desk.interest.waive([entry], TODAY, "breathing space")


def test_a_hold_that_was_ended_counts_to_the_day_before(desk: InterestDesk) -> None:
    desk.late()
    decisions = Decisions(desk.desk.gateway, desk.desk.clock)
    desk.desk.clock.today = date(2026, 7, 1)
    stops = frozenset({Stop.INTEREST})
    made = decisions.hold("ACME", HoldEntry(HoldKind.OURS, date(2026, 7, 1), stops))
    decisions.hold("ACME", HoldEntry(HoldKind.OURS, date(2026, 7, 1), frozenset({Stop.LETTERS})))
    gone = decisions.hold("ACME", HoldEntry(HoldKind.OURS, date(2026, 9, 1), stops))
    decisions.end_hold("ACME", gone.id)
    desk.desk.clock.today = date(2026, 7, 11)
    decisions.end_hold("ACME", made.id)
    desk.desk.clock.today = TODAY
    held = [each for each in desk.one().segments if each.held]
    assert [(each.first, each.last) for each in held] == [(date(2026, 7, 1), date(2026, 7, 10))]


def test_a_missing_rate_is_told_and_can_be_entered(desk: InterestDesk) -> None:
    desk.desk.clock.today = date(2027, 3, 1)
    entry = desk.late(due=date(2027, 1, 31))
    desk.interest.choose("ACME", Choice.USUAL, "agreed so", fair=True)
    found = desk.one()
    assert found.missing == MissingRate(Series.BANK_OF_ENGLAND, date(2027, 1, 1))
    assert [one.debt.entry for one in desk.interest.claimable(date(2027, 3, 1))] == [entry]
    with pytest.raises(UserError) as refused:
        desk.charge(entry)
    assert refusal(refused) == (Problem.INTEREST_REFUSED, InterestWhy.RATE_MISSING)
    assert "31\xa0Dec\xa02026" in problem_words(refused.value, "en_GB", "en_GB")
    rates = ReferenceRateTable(desk.desk.gateway, desk.desk.clock)
    rates.enter(Series.BANK_OF_ENGLAND, date(2027, 1, 1), Decimal("3.5"), "Bank of England")
    assert desk.one().rates[0].percent == Decimal("11.5")


# ---------------------------------------------------------------- charged
def test_charging_issues_a_note_for_the_invoice(desk: InterestDesk) -> None:
    entry = desk.late()
    desk.pay(entry, 1_200_00)
    (done,) = desk.charge(entry)
    text = " ".join(" ".join(page_texts(done.pdf)).split())
    for said in (
        "Charge note CH-0001", "For invoice A-1, 31 May 2026", "£104.77", "34.77", "70.00",
        "£1,200.00 from 1 Jul 2026 to 28 Sep 2026: 90 days at 11.75% a year",
        "Fixed sum for paying late", "Late Payment of Commercial Debts (Interest) Act 1998",
        "11.75% a year: 8% above 3.75%, fixed when interest starts",
    ):  # fmt: skip
        assert said in text
    found = desk.one()
    assert left(found) == (gbp(0), gbp(0))
    (event,) = found.events
    assert (event.kind, event.number, event.document) == (
        EventKind.CHARGED, "CH-0001", done.issued.document_id,
    )  # fmt: skip
    assert desk.interest.claimable(TODAY) == []


def test_only_one_of_the_two_may_be_charged_and_the_other_stays(desk: InterestDesk) -> None:
    entry = desk.late()
    desk.pay(entry, 1_200_00)
    (plan,) = desk.interest.plan([entry], TODAY, What(fixed=False))
    assert plan.totals.gross == gbp(34_77)
    desk.desk.issuing.issue(plan)
    assert left(desk.one()) == (gbp(0), gbp(70_00))
    (rest,) = desk.interest.plan([entry], TODAY, What(interest=False))
    assert rest.totals.gross == gbp(70_00)
    with pytest.raises(UserError) as refused:
        desk.interest.plan([entry], TODAY, What(fixed=False))
    assert refusal(refused) == (Problem.INTEREST_REFUSED, InterestWhy.NOTHING_LEFT)
    with pytest.raises(UserError) as refused:
        desk.interest.plan([entry], TODAY, What(interest=False, fixed=False))
    assert refusal(refused) == (Problem.INTEREST_REFUSED, InterestWhy.SEVERAL)


def test_charged_twice_each_day_is_charged_once(desk: InterestDesk) -> None:
    entry = desk.late()
    (first,) = desk.charge(entry, as_at=date(2026, 7, 30))
    desk.pay(entry, 1_200_00)
    (second,) = desk.charge(entry)
    totals = [note.paper.totals.gross.minor for note in (first, second)]
    assert totals == [11_59 + 70_00, 34_77 - 11_59]
    assert "from 31 Jul 2026" in " ".join(" ".join(page_texts(second.pdf)).split())


def test_segment_lines_add_up_to_the_sum_rounded_once(desk: InterestDesk) -> None:
    entry = desk.late()
    desk.pay(entry, 500_00, date(2026, 7, 31))
    desk.pay(entry, 700_00)
    (plan,) = desk.interest.plan([entry], TODAY, What(fixed=False))
    assert [line.price for line in plan.lines] == [Decimal("11.98"), Decimal("13.29")]
    assert plan.totals.gross == gbp(25_27)


def test_what_came_out_otherwise_since_is_a_correction(desk: InterestDesk) -> None:
    """Charged to 30 July; then 600.00 of 10 July is entered late: less is left than since then."""
    entry = desk.late()
    desk.charge(entry, as_at=date(2026, 7, 30))
    desk.pay(entry, 600_00, date(2026, 7, 10))
    (plan,) = desk.interest.plan([entry], TODAY)
    assert plan.lines[-1].description == "Correction of interest worked out before"
    assert plan.lines[-1].price == Decimal("-3.87")
    assert plan.totals.gross == desk.one().left.interest


@pytest.mark.parametrize("paid_in_time", [False, True])
def test_what_was_charged_on_what_turns_out_not_late_is_told(
    desk: InterestDesk, paid_in_time: bool
) -> None:
    """Credited whole, or paid in time as is only entered now: all of it was charged too much."""
    entry = desk.late()
    desk.charge(entry, as_at=PAID)
    with desk.desk.gateway.write("test") as writing:
        if paid_in_time:
            money = a_receipt(writing, desk.customer(), DUE, 1_200_00)
        else:
            money = a_credit_note(writing, desk.customer(), "C-2", PAID, 1_200_00)
        allocate(writing, money, entry, 1_200_00)
    found = desk.one()
    assert (found.total, found.left.total) == (gbp(0), gbp(0))
    assert found.left.over == gbp(34_77 + 70_00)
    assert desk.interest.claimable(TODAY) == []


def test_a_note_that_was_worked_out_before_a_waiver_is_refused(desk: InterestDesk) -> None:
    entry = desk.late()
    (plan,) = desk.interest.plan([entry], TODAY)
    paper = desk.desk.invoicing.numbered(plan)
    desk.interest.waive([entry], TODAY, "a good customer")
    with pytest.raises(UserError) as refused:
        desk.desk.issuing.issue(replace(plan, paper=replace(paper, number="")))
    assert refused.value.problem is Problem.CHANGED_MEANWHILE
    assert execute("SELECT count(*) FROM interest_event").fetchone() == (1,)


def test_only_the_fixed_sum_changed_is_refused_too(desk: InterestDesk) -> None:
    entry = desk.late()
    (plan,) = desk.interest.plan([entry], TODAY)
    desk.interest.waive([entry], TODAY, "a good customer", What(interest=False))
    with pytest.raises(UserError) as refused:
        desk.desk.issuing.issue(plan)
    assert refused.value.problem is Problem.CHANGED_MEANWHILE


def test_cancelling_the_note_makes_it_undecided_again(desk: InterestDesk) -> None:
    entry = desk.late()
    desk.pay(entry, 1_200_00)
    desk.charge(entry)
    desk.desk.cancelling.cancel("CH-0001", "wrong month")
    assert left(desk.one()) == (gbp(34_77), gbp(70_00))
    assert desk.one().events == ()


def test_one_note_for_each_invoice(desk: InterestDesk) -> None:
    first, second = desk.late("A-1"), desk.late("A-2", 999_99)
    done = desk.charge(first, second)
    assert [note.issued.number for note in done] == ["CH-0001", "CH-0002"]


# ---------------------------------------------------------------- waived, cancelled, undone
def test_a_waiver_needs_a_reason_and_can_be_taken_back(desk: InterestDesk) -> None:
    entry = desk.late()
    with pytest.raises(UserError) as refused:
        desk.interest.waive([entry], TODAY, " ")
    assert refusal(refused) == (Problem.INTEREST_REFUSED, InterestWhy.NO_REASON)
    with pytest.raises(UserError) as refused:
        desk.interest.waive([entry], TODAY, "x" * 501)
    assert refusal(refused) == (Problem.FIELD_REFUSED, Why.TOO_LONG)
    before = desk.one()
    made = desk.interest.waive([entry], TODAY, "a good customer")
    assert (made.invoices, made.sums) == (1, (before.total,))
    assert left(desk.one()) == (gbp(0), gbp(0))
    with pytest.raises(UserError) as refused:
        desk.interest.waive([entry], TODAY, "again")
    assert refusal(refused) == (Problem.INTEREST_REFUSED, InterestWhy.NOTHING_LEFT)
    desk.interest.undo(made.done.action)
    assert desk.one().left.total == before.total
    with pytest.raises(UserError) as refused:
        desk.interest.undo(made.done.action)
    assert refusal(refused) == (Problem.INTEREST_REFUSED, InterestWhy.NOT_UNDONE)


def test_what_was_charged_is_not_undone_but_cancelled(desk: InterestDesk) -> None:
    desk.charge(desk.late())
    (event,) = desk.one().events
    with pytest.raises(UserError) as refused:
        desk.interest.undo(event.action)
    assert refusal(refused) == (Problem.INTEREST_REFUSED, InterestWhy.NOT_UNDONE)


def test_interest_on_what_is_open_goes_on_after_a_waiver(desk: InterestDesk) -> None:
    entry = desk.late()
    desk.interest.waive([entry], date(2026, 7, 30), "a good customer")
    desk.pay(entry, 1_200_00)
    assert left(desk.one()) == (gbp(34_77 - 11_59), gbp(0))


def test_it_ends_with_the_principal_only_when_that_is_paid(desk: InterestDesk) -> None:
    entry = desk.late()
    with pytest.raises(UserError) as refused:
        desk.interest.cancel([entry], "small")
    assert refusal(refused) == (Problem.INTEREST_REFUSED, InterestWhy.NOT_PAID)
    desk.pay(entry, 1_200_00)
    made = desk.interest.cancel([entry], "small")
    assert (made.kind, made.sums) == (EventKind.CANCELLED, (gbp(104_77),))
    assert desk.interest.to_decide(TODAY).everything == ()


def test_nothing_is_worked_out_ahead_and_nothing_of_nothing(desk: InterestDesk) -> None:
    entry = desk.late()
    for ask in (
        lambda: desk.interest.of_customer("ACME", TODAY + timedelta(days=1)),
        lambda: desk.interest.plan([entry], TODAY + timedelta(days=1)),
    ):
        with pytest.raises(UserError) as refused:
            ask()
        assert refusal(refused) == (Problem.INTEREST_REFUSED, InterestWhy.DAY_AHEAD)
    for entries in ([], [entry, 99_999]):
        with pytest.raises(UserError) as refused:
            desk.interest.plan(entries, TODAY)
        assert refusal(refused) == (Problem.INTEREST_REFUSED, InterestWhy.NOT_LATE)


# ---------------------------------------------------------------- on which basis
def test_a_choice_takes_a_reason_and_is_undone(desk: InterestDesk) -> None:
    desk.late()
    with pytest.raises(UserError) as refused:
        desk.interest.choose("ACME", Choice.NONE)
    assert refusal(refused) == (Problem.FIELD_REFUSED, Why.EMPTY)
    with pytest.raises(UserError) as refused:
        desk.interest.choose("ACME", Choice.NONE, "x" * 501)
    assert refusal(refused) == (Problem.FIELD_REFUSED, Why.TOO_LONG)
    made = desk.interest.choose("ACME", Choice.NONE, "our oldest customer")
    found = desk.one()
    assert (found.basis.ground, found.basis.chosen.reason) == (Ground.NONE, "our oldest customer")
    desk.interest.undo(made.action)
    assert desk.one().basis.ground is Ground.STATUTE


def test_the_facts_answer_in_one_look(desk: InterestDesk) -> None:
    entry = desk.late()
    desk.late("A-2")
    desk.pay(entry, 1_200_00)
    facts = desk.interest.facts("ACME", TODAY)
    assert facts.percent is not None
    assert facts.percent.percent == Decimal("11.75")
    assert facts.paid == (gbp(104_77),)
    assert facts.open == (desk.one("A-2").total,)


def test_euros_have_interest_by_the_law_but_no_fixed_sum_in_pounds(desk: InterestDesk) -> None:
    desk.late("E-1", code="EURO")
    found = desk.one("E-1")
    assert found.other_currency
    assert found.fixed == Money(0, "EUR")
    assert found.interest.currency == "EUR"


def test_a_charge_that_somebody_wrote_is_told_until_it_is_cancelled(desk: InterestDesk) -> None:
    desk.late()
    line = NewLine("Fixed sum", Decimal(1), Decimal(40))
    charge = {"kind": DocumentKind.CHARGE_NOTE, "belongs_to": "A-1"}
    desk.desk.issue(line, **charge)
    assert desk.one().debt.by_hand == (ChargedByHand("CH-0001", gbp(40_00)),)
    desk.desk.cancelling.cancel("CH-0001", "twice")
    desk.charge(desk.one().debt.entry)
    assert desk.one().debt.by_hand == ()
