"""Thresholds, days and terms as they are typed."""

from dataclasses import replace
from datetime import date

import pytest

from creditmate.domain.due_rules import Instalment, Instalments
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.payment_terms import PaymentTerms, from_parameters
from creditmate.domain.settings import DEFAULTS, AllocationOrder, Prices, Rounding
from creditmate.services.settings import KeptSettings
from creditmate.ui.customer_edit.typed_terms import TypedTerms, as_text, from_text
from creditmate.ui.settings.contact_state import (
    TERMS,
    amount_echo,
    settings_of,
    terms_echo,
    texts_of,
)

KEPT = KeptSettings(DEFAULTS, 1, "GBP")
TODAY = date(2026, 11, 23)


def typed(**texts: str) -> dict[str, str]:
    """The fields with something else in some of them."""
    named = {f"settings.{name}": text for name, text in texts.items()}
    return {**texts_of(KEPT, "en_GB"), **named}


def test_texts_there_and_back_are_the_same_settings() -> None:
    assert settings_of(texts_of(KEPT, "en_GB"), KEPT, "en_GB") == DEFAULTS


def test_everything_typed_is_read() -> None:
    texts = typed(
        contact_from="5", print_from="", claim_card="4", grace_days="3", follow_up_after="5",
        terms=as_text(TypedTerms("month_end", "1")), prices="gross", rounding="line",
        allocation_order="costs_first",
    )  # fmt: skip
    found = settings_of(texts, KEPT, "en_GB")
    assert (found.contact_from_minor, found.print_from_minor) == (500, 0)
    assert (found.claim_days.card, found.grace_days, found.follow_up_after) == (4, 3, 5)
    assert found.default_terms == from_parameters("month_end", {"months": 1})
    wanted = (Prices.GROSS, Rounding.LINE, AllocationOrder.COSTS_FIRST)
    assert (found.prices, found.rounding, found.allocation_order) == wanted


def test_what_may_be_agreed_without_asking_is_read_and_said() -> None:
    texts = typed(plan_parts_alone="3", discount_alone="50")
    found = settings_of(texts, KEPT, "en_GB")
    assert (found.plan_parts_alone, found.discount_alone_minor) == (3, 5_000)
    said = amount_echo("discount_alone", texts, "GBP", "en_GB", "en_GB")
    assert said == "£50.00 or less"
    none = amount_echo("discount_alone", typed(), "GBP", "en_GB", "en_GB")
    assert none == "None: ask first"


def test_what_a_visit_costs_is_read_and_said() -> None:
    texts = typed(visit_hour="40", visit_distance="0.5")
    found = settings_of(texts, KEPT, "en_GB")
    assert (found.visit_hour_minor, found.visit_distance_minor) == (4_000, 50)
    assert amount_echo("visit_hour", texts, "GBP", "en_GB", "en_GB") == "£40.00"
    none = amount_echo("visit_distance", typed(visit_distance=""), "GBP", "en_GB", "en_GB")
    assert none == "Nothing is reckoned"


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("contact_from", "1.2.3", Problem.BAD_MONEY),
        ("contact_from", "-1", Problem.FIELD_REFUSED),
        ("claim_cheque", "-1", Problem.BAD_NUMBER),
        ("claim_cheque", "61", Problem.FIELD_REFUSED),
        ("longest_pause", "1.5", Problem.BAD_NUMBER),
    ],
)
def test_what_cannot_be_names_its_field(name: str, text: str, problem: Problem) -> None:
    with pytest.raises(UserError) as caught:
        settings_of(typed(**{name: text}), KEPT, "en_GB")
    assert caught.value.problem is problem
    assert caught.value.facts["field"] == f"settings.{name}"


def test_terms_without_their_number_are_refused_at_the_terms() -> None:
    with pytest.raises(UserError) as caught:
        settings_of(typed(terms=as_text(TypedTerms("net"))), KEPT, "en_GB")
    assert caught.value.facts["field"] == TERMS


def test_a_discount_that_is_kept_stays() -> None:
    terms = from_parameters("net", {"days": 30, "discount_percent": "2", "discount_days": 10})
    kept = replace(KEPT, settings=replace(DEFAULTS, default_terms=terms))
    shown = from_text(texts_of(kept, "en_GB")[TERMS])
    texts = {**texts_of(kept, "en_GB"), TERMS: as_text(replace(shown, number="14"))}
    found = settings_of(texts, kept, "en_GB").default_terms
    assert found.discount == terms.discount
    assert found.to_parameters()["days"] == 14


def test_instalments_are_kept_as_they_are_and_have_no_one_day() -> None:
    terms = PaymentTerms(Instalments((Instalment(30, 1), Instalment(60, 1))))
    kept = replace(KEPT, settings=replace(DEFAULTS, default_terms=terms))
    texts = texts_of(kept, "en_GB")
    assert settings_of(texts, kept, "en_GB").default_terms == terms
    assert terms_echo(texts, kept, TODAY, "en_GB", "en_GB") == ("in parts after 30 / 60 days", "")


def test_echoes_say_nothing_of_what_cannot_be_read() -> None:
    bad = typed(contact_from="x", terms=as_text(TypedTerms("net", "x")))
    assert amount_echo("contact_from", bad, "GBP", "en_GB", "en_GB") == ""
    assert terms_echo(bad, KEPT, TODAY, "en_GB", "en_GB") == ("", "")
    assert amount_echo("print_from", bad, "GBP", "en_GB", "en_GB") == "Nobody is left out"
