"""What came up on a debt, and what of it is to decide."""

import json
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.charge_facts import charge_facts
from creditmate.domain.errors import UserError
from creditmate.domain.holds import Hold, HoldKind, Stop
from creditmate.domain.interest import Balance, Held, StartsBecause
from creditmate.domain.interest_basis import Basis, Because, Ground, InterestTerms, basis_for
from creditmate.domain.interest_claim import Circumstances, LateDebt, LateInterest, work_out
from creditmate.domain.interest_events import EventKind, InterestEvent
from creditmate.domain.interest_record import basis_text
from creditmate.domain.interest_refusals import (
    InterestWhy,
    check_chargeable,
    interest_refused,
)
from creditmate.domain.interest_rules import scheme_for
from creditmate.domain.legal_forms import LegalForm
from creditmate.domain.money import Money
from creditmate.domain.reference_rates import MissingRate, ReferenceRates, Series

INVOICE, DUE, PAID = date(2026, 5, 31), date(2026, 6, 30), date(2026, 9, 28)
UK = scheme_for("GB", INVOICE)
TERMS = InterestTerms(
    "Terms of trade", 3, date(2026, 1, 5), "signed_terms", Decimal(1), interest_monthly=True,
    about_interest=True,
)  # fmt: skip
AROUND = Circumstances(ReferenceRates())
HOLD = Hold(1, 1, HoldKind.BREATHING_SPACE, PAID, None, None, frozenset({Stop.INTEREST}), "", None)


def gbp(minor: int) -> Money:
    return Money(minor, "GBP")


def debt(minor: int = 1_200_00, **more: object) -> LateDebt:
    found = LateDebt(
        entry=1,
        document=1,
        customer=1,
        code="ACME",
        name="Acme Ltd",
        number="INV-0001",
        invoice_day=INVOICE,
        notice=INVOICE,
        due_day=DUE,
        amount=gbp(minor),
        balances=(Balance(INVOICE, minor),),
        disputed=gbp(0),
    )
    return replace(found, **more)  # type: ignore[arg-type]  # as the test says


def basis(terms: InterestTerms | None = None, form: LegalForm = LegalForm.COMPANY) -> Basis:
    return basis_for(INVOICE, form, UK, terms)


def came_up(
    on: LateDebt | None = None,
    ground: Basis | None = None,
    as_at: date = PAID,
    around: Circumstances = AROUND,
    events: tuple[InterestEvent, ...] = (),
) -> LateInterest:
    return work_out(on or debt(), ground or basis(), around, events, as_at)


def event(kind: EventKind, until: date, interest: int, fixed: int = 0) -> InterestEvent:
    charged = kind is EventKind.CHARGED
    return InterestEvent(
        1, 1, kind, until, until, gbp(interest), gbp(fixed), 7 if charged else None, "", "", 3
    )


# ---------------------------------------------------------------- what came up
def test_the_worked_sum_with_its_fixed_sum_and_what_a_day_costs() -> None:
    found = came_up()
    assert found.start is not None
    assert (found.start.day, found.start.because) == (date(2026, 7, 1), StartsBecause.AGREED)
    assert (found.interest, found.fixed, found.total) == (gbp(34_77), gbp(70_00), gbp(104_77))
    assert found.daily == gbp(39)
    assert found.left.total == gbp(104_77)
    assert not found.is_paid


@pytest.mark.parametrize(
    ("minor", "fixed"),
    [(999_99, 40_00), (1_000_00, 70_00), (9_999_99, 70_00), (10_000_00, 100_00)],
)
def test_the_fixed_sum_goes_by_the_debt_with_which_interest_begins(minor: int, fixed: int) -> None:
    grown = (Balance(INVOICE, minor + 500), Balance(DUE, minor), Balance(date(2026, 8, 1), 1))
    assert came_up(debt(minor + 500, balances=grown)).fixed == gbp(fixed)


def test_a_contracts_rate_takes_its_place_without_a_fixed_sum() -> None:
    found = came_up(ground=basis(TERMS))
    assert found.interest == gbp(35_51)  # 1,200.00 x 12 % x 90 / 365
    assert found.fixed == gbp(0)
    assert [step.percent for step in found.rates] == [Decimal(12)]


def test_a_contracts_day_stands_however_far_and_the_laws_does_not() -> None:
    far = debt(due_day=INVOICE + timedelta(days=90))
    by_law, by_contract = came_up(far), came_up(far, basis(TERMS))
    assert by_law.start is not None
    assert by_contract.start is not None
    assert by_law.start.because is StartsBecause.TOO_LONG
    assert by_law.start.day == INVOICE + timedelta(days=60)
    assert by_contract.start.day == INVOICE + timedelta(days=91)


def test_where_no_day_was_agreed_the_law_says_when() -> None:
    found = came_up(debt(due_day=None), basis(TERMS))
    assert found.start is not None
    assert found.start.day == INVOICE + timedelta(days=30)
    nowhere = replace(basis(TERMS), scheme=None)
    assert came_up(debt(due_day=None), nowhere).start is None


def test_nothing_comes_up_without_a_ground_or_before_it_starts() -> None:
    private = came_up(ground=basis(form=LegalForm.INDIVIDUAL))
    assert (private.start, private.total) == (None, gbp(0))
    early = came_up(as_at=DUE)
    assert (early.segments, early.total, early.daily) == ((), gbp(0), gbp(0))
    lawless = replace(basis(), scheme=None)
    assert came_up(ground=lawless).segments == ()
    by_contract = replace(basis(TERMS), scheme=None)
    assert came_up(ground=by_contract).interest == gbp(35_51)
    odd = replace(lawless, ground=Ground.CONTRACT)
    assert came_up(ground=odd).segments == ()


def test_a_missing_rate_is_told() -> None:
    late = debt(due_day=date(2027, 1, 31), notice=date(2026, 12, 31))
    found = came_up(late, as_at=date(2027, 3, 1))
    assert found.missing == MissingRate(Series.BANK_OF_ENGLAND, date(2027, 1, 1))
    assert found.total == gbp(0)
    with pytest.raises(UserError) as refused:
        check_chargeable(found)
    assert refused.value.facts["why"] == InterestWhy.RATE_MISSING


def test_the_disputed_part_earns_nothing_while_it_is_in_question() -> None:
    found = came_up(debt(disputed=gbp(200_00)))
    assert found.interest == gbp(28_97)
    assert came_up(debt(disputed=gbp(2_000_00))).interest == gbp(0)


def test_only_the_part_late_first_asks_for_the_fixed_sum() -> None:
    assert came_up(debt(leads=False)).fixed == gbp(0)
    assert not came_up(debt(leads=False)).other_currency


def test_in_another_currency_there_is_no_fixed_sum_and_that_is_said() -> None:
    euro = debt(amount=Money(1_200_00, "EUR"), disputed=Money(0, "EUR"))
    found = came_up(euro)
    assert (found.interest, found.fixed) == (Money(34_77, "EUR"), Money(0, "EUR"))
    assert found.other_currency


def test_days_of_a_hold_are_left_out_and_the_fixed_sum_waits_for_a_day_that_counts() -> None:
    all_of_it = Circumstances(ReferenceRates(), (Held(DUE, PAID),), HOLD)
    found = came_up(around=all_of_it)
    assert (found.interest, found.fixed, found.daily) == (gbp(0), gbp(0), gbp(0))
    some = Circumstances(ReferenceRates(), (Held(date(2026, 7, 1), date(2026, 7, 31)),))
    assert came_up(around=some).interest == gbp(22_79)
    assert came_up(around=some).fixed == gbp(70_00)


def test_once_it_is_paid_a_day_more_costs_nothing() -> None:
    balances = (Balance(INVOICE, 1_200_00), Balance(PAID + timedelta(days=1), 0))
    found = came_up(debt(balances=balances, paid_day=PAID), as_at=date(2026, 11, 23))
    assert (found.interest, found.daily, found.is_paid) == (gbp(34_77), gbp(0), True)


# ---------------------------------------------------------------- what is to decide
def test_what_was_charged_is_not_to_decide_again() -> None:
    charged = event(EventKind.CHARGED, date(2026, 8, 1), 12_36, 70_00)
    found = came_up(events=(charged,))
    assert (found.left.interest, found.left.fixed) == (gbp(22_41), gbp(0))
    assert found.left.over == gbp(0)


def test_a_waiver_settles_everything_up_to_its_day() -> None:
    waived = event(EventKind.WAIVED, date(2026, 8, 1), 9_99, 40_00)
    found = came_up(events=(waived,))
    assert (found.left.interest, found.left.fixed) == (gbp(22_41), gbp(0))
    before = event(EventKind.CHARGED, date(2026, 7, 15), 5_00)
    assert came_up(events=(before, waived)).left.interest == gbp(22_41)


def test_only_the_fixed_sum_may_be_waived() -> None:
    waived = event(EventKind.WAIVED, PAID, 0, 70_00)
    found = came_up(events=(waived,))
    assert (found.left.interest, found.left.fixed) == (gbp(34_77), gbp(0))


def test_what_was_charged_too_much_shows() -> None:
    charged = event(EventKind.CHARGED, PAID, 40_00, 100_00)
    found = came_up(events=(charged,))
    assert (found.left.total, found.left.over) == (gbp(0), gbp(35_23))


@given(st.integers(0, 200), st.integers(0, 200))
def test_deciding_in_two_steps_is_deciding_at_once(first: int, second: int) -> None:
    early, late = DUE + timedelta(days=1 + first), DUE + timedelta(days=1 + first + second)
    around = Circumstances(ReferenceRates())
    at_first = came_up(as_at=early, around=around)
    charged = event(
        EventKind.CHARGED, early, at_first.left.interest.minor, at_first.left.fixed.minor
    )
    then = came_up(as_at=late, around=around, events=(charged,))
    whole = came_up(as_at=late, around=around)
    assert at_first.left.total + then.left.total == whole.total
    assert then.left.over == gbp(0)


# ---------------------------------------------------------------- refusals
@pytest.mark.parametrize(
    ("found", "why"),
    [
        (came_up(ground=basis(form=LegalForm.UNKNOWN)), InterestWhy.NO_GROUND),
        (came_up(around=Circumstances(ReferenceRates(), (), HOLD)), InterestWhy.HELD),
        (came_up(as_at=DUE), InterestWhy.NOTHING_LEFT),
    ],
)
def test_what_cannot_be_charged(found: LateInterest, why: InterestWhy) -> None:
    with pytest.raises(UserError) as refused:
        check_chargeable(found)
    assert refused.value.facts["why"] == why


def test_what_can_be_charged_passes() -> None:
    check_chargeable(came_up())
    assert interest_refused(InterestWhy.NO_REASON).facts == {"why": "no-reason"}


# ---------------------------------------------------------------- in one look
def test_the_facts_of_a_customer() -> None:
    paid = came_up(debt(paid_day=PAID))
    facts = charge_facts(basis(), AROUND, [came_up(), paid, came_up(as_at=DUE)], PAID)
    assert facts.percent is not None
    assert facts.percent.percent == Decimal("11.75")
    assert (facts.open, facts.paid, facts.missing) == ((gbp(104_77),), (gbp(104_77),), None)


def test_the_facts_where_nothing_may_be_charged_or_a_rate_is_missing() -> None:
    private = charge_facts(basis(form=LegalForm.INDIVIDUAL), AROUND, [], PAID)
    assert (private.basis.because, private.percent) == (Because.PERSON, None)
    assert (private.open, private.paid) == ((), ())
    ahead = charge_facts(basis(), AROUND, [], date(2027, 1, 1))
    assert ahead.missing == MissingRate(Series.BANK_OF_ENGLAND, date(2027, 1, 1))


def test_how_it_was_worked_out_is_kept() -> None:
    kept = json.loads(basis_text(came_up(ground=basis(TERMS))))
    assert kept["ground"] == "contract"
    assert kept["terms"]["version"] == 3
    assert kept["segments"][0]["balance_minor"] == 1_200_00
    none = json.loads(basis_text(came_up(ground=basis(form=LegalForm.INDIVIDUAL))))
    assert (none["terms"], none["start"], none["segments"]) == (None, None, [])
    assert json.loads(basis_text(came_up(ground=replace(basis(), scheme=None))))["law"] is None
