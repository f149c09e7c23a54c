"""On what ground interest may be charged: contract or statute, never both, or nothing and why."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.interest_basis import (
    Basis,
    Because,
    Choice,
    Chosen,
    Ground,
    InterestTerms,
    basis_for,
)
from creditmate.domain.interest_rules import scheme_for
from creditmate.domain.legal_forms import LegalForm

INVOICE = date(2026, 2, 3)
UK = scheme_for("GB", INVOICE)
MONTHLY = InterestTerms(
    "Terms of trade", 3, date(2026, 1, 5), "signed_terms", Decimal(1), interest_monthly=True,
    about_interest=True, about_fixed_sums=True,
)  # fmt: skip
YEARLY = InterestTerms("Terms of trade", 2, INVOICE, "email", Decimal(5), about_interest=True)
STATUTORY = InterestTerms("Terms", 1, date(2025, 1, 1), "signed_terms", about_interest=True)
SILENT = InterestTerms("Terms", 1, date(2025, 1, 1), "signed_terms")
LATER = InterestTerms("Terms", 4, date(2026, 2, 4), "signed_terms", Decimal(2))


def basis(
    terms: InterestTerms | None = None,
    choice: Choice = Choice.USUAL,
    form: LegalForm = LegalForm.COMPANY,
    *,
    law: bool = True,
) -> Basis:
    return basis_for(INVOICE, form, UK if law else None, terms, Chosen(choice))


def test_a_rate_that_was_accepted_takes_the_place_of_the_law() -> None:
    found = basis(MONTHLY)
    assert (found.ground, found.because) == (Ground.CONTRACT, Because.RATE_ACCEPTED)
    assert found.yearly_percent == Decimal(12)
    assert found.fixed
    assert basis(YEARLY).yearly_percent == Decimal(5)
    assert not basis(YEARLY).fixed
    assert not basis(MONTHLY, law=False).fixed  # its amounts are the law's


@pytest.mark.parametrize(
    ("terms", "because"),
    [(None, Because.LAW), (SILENT, Because.LAW), (STATUTORY, Because.LAW_BY_CLAUSE),
     (LATER, Because.LAW)],
)  # fmt: skip
def test_without_one_the_law_counts_between_businesses(
    terms: InterestTerms | None, because: Because
) -> None:
    found = basis(terms)
    assert (found.ground, found.because, found.fixed) == (Ground.STATUTE, because, True)
    assert found.yearly_percent is None


@pytest.mark.parametrize(
    ("found", "because"),
    [
        (basis(law=False), Because.NO_TERMS),
        (basis(LATER, law=False), Because.NO_TERMS),
        (basis(STATUTORY, law=False), Because.CLAUSE_WITHOUT_RATE),
        (basis(form=LegalForm.INDIVIDUAL), Because.PERSON),
        (basis(form=LegalForm.UNKNOWN), Because.FORM_UNKNOWN),
        (basis(MONTHLY, Choice.NONE), Because.CHOSEN_NONE),
        (basis(None, Choice.CONTRACT), Because.CHOSEN_CONTRACT),
        (basis(None, Choice.STATUTE, law=False), Because.CHOSEN_STATUTE),
    ],
)
def test_nothing_otherwise_with_the_reason(found: Basis, because: Because) -> None:
    assert (found.ground, found.because, found.fixed) == (Ground.NONE, because, False)
    assert found.yearly_percent is None


def test_a_person_may_have_agreed_to_a_rate() -> None:
    assert basis(MONTHLY, form=LegalForm.INDIVIDUAL).ground is Ground.CONTRACT


def test_the_law_may_be_chosen_in_place_of_the_contract() -> None:
    found = basis(MONTHLY, Choice.STATUTE)
    assert (found.ground, found.because) == (Ground.STATUTE, Because.LAW_CHOSEN)


def test_a_contract_without_its_rate_has_none() -> None:
    odd = Basis(Ground.CONTRACT, Because.RATE_ACCEPTED, INVOICE, UK, STATUTORY, fixed=False)
    assert odd.yearly_percent is None


@given(
    st.sampled_from([None, MONTHLY, YEARLY, STATUTORY, SILENT, LATER]),
    st.sampled_from(Choice),
    st.sampled_from(LegalForm),
    st.booleans(),
)
def test_never_both(
    terms: InterestTerms | None, choice: Choice, form: LegalForm, law: bool
) -> None:
    found = basis(terms, choice, form, law=law)
    assert (found.yearly_percent is not None) == (found.ground is Ground.CONTRACT)
    if found.ground is Ground.STATUTE:
        assert found.scheme is not None
        assert form not in {LegalForm.INDIVIDUAL, LegalForm.UNKNOWN}
    if found.terms is not None:
        assert found.terms.accepted_day <= INVOICE
