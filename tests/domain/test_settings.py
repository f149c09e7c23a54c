"""The settings document: defaults, bounds, and JSON that is read strictly."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.contact_policy import DEFAULT_POLICY, overlay
from creditmate.domain.due_rules import Instalment, Instalments, Net
from creditmate.domain.payment_terms import Discount, PaymentTerms
from creditmate.domain.settings import (
    DEFAULTS,
    AllocationOrder,
    ClaimDays,
    Prices,
    Rounding,
    Settings,
    SettingsError,
    from_json,
    to_json,
)

DAYS = st.integers(0, 60)
TERMS = st.one_of(
    st.integers(0, 90).map(lambda days: PaymentTerms(Net(days))),
    st.just(PaymentTerms(Net(30), Discount(Decimal("2.5"), 10))),
    st.just(PaymentTerms(Instalments((Instalment(30, 1), Instalment(60, 2))))),
)
SETTINGS = st.builds(
    Settings,
    contact_from_minor=st.integers(0, 10**15),
    print_from_minor=st.integers(0, 10**15),
    claim_days=st.builds(ClaimDays, DAYS, DAYS, DAYS),
    allocation_order=st.sampled_from(AllocationOrder),
    prices=st.sampled_from(Prices),
    rounding=st.sampled_from(Rounding),
    default_terms=TERMS,
    courtesy_window=DAYS,
    courtesy_days=DAYS,
    longest_pause=DAYS,
    grace_days=DAYS,
    interest_from_minor=st.integers(0, 10**15),
    interest_days=st.integers(0, 2_192),
    contact_policy=st.integers(1, 7).map(lambda n: overlay(DEFAULT_POLICY, {"week": n})),
)


@given(SETTINGS)
def test_what_is_stored_is_read_back(settings: Settings) -> None:
    assert from_json(to_json(settings)) == settings


def test_what_is_missing_has_its_default() -> None:
    assert from_json("{}") == DEFAULTS
    assert from_json('{"claim_days": {"card": 4}}').claim_days == ClaimDays(card=4)
    assert from_json('{"print_from_minor": 500}') == replace(DEFAULTS, print_from_minor=500)


def test_everything_is_stored_so_that_a_later_default_changes_nothing() -> None:
    assert json.loads(to_json(DEFAULTS)).keys() == set(Settings.__slots__)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("not json", ""),
        ("[]", ""),
        ('{"colour": 1}', "colour"),
        ('{"print_from_minor": -1}', "print_from_minor"),
        ('{"print_from_minor": true}', "print_from_minor"),
        ('{"contact_from_minor": 1.5}', "contact_from_minor"),
        ('{"longest_pause": 61}', "longest_pause"),
        ('{"prices": "both"}', "prices"),
        ('{"claim_days": 5}', "claim_days"),
        ('{"claim_days": {"pigeon": 9}}', "claim_days.pigeon"),
        ('{"claim_days": {"card": "3"}}', "claim_days.card"),
        ('{"contact_policy": 3}', "contact_policy"),
        ('{"contact_policy": {"week": 9}}', "contact_policy.week"),
        ('{"contact_policy": {"colour": 1}}', "contact_policy.colour"),
        ('{"default_terms": 30}', "default_terms"),
        ('{"default_terms": {"form": "someday"}}', "default_terms"),
        ('{"default_terms": {"form": "net", "days": -1}}', "default_terms"),
    ],
)
def test_what_cannot_be_is_refused_by_its_name(text: str, key: str) -> None:
    with pytest.raises(SettingsError) as caught:
        from_json(text)
    assert caught.value.key == key


def test_a_way_of_paying_that_is_not_named_takes_as_long_as_a_cheque() -> None:
    days = ClaimDays(transfer=1, card=3, cheque=5)
    assert [days.of(method) for method in ("transfer", "card", "cheque", "pigeon")] == [1, 3, 5, 5]
