"""Interest in words: every ground, choice, event and refusal has its sentence, without gaps."""

from datetime import date
from decimal import Decimal

import pytest

from creditmate.domain.holds import HoldKind
from creditmate.domain.interest import RateStep, Segment, Start, StartsBecause
from creditmate.domain.interest_basis import (
    Basis,
    Because,
    Choice,
    Chosen,
    Ground,
    InterestTerms,
    basis_for,
)
from creditmate.domain.interest_events import EventKind, InterestEvent
from creditmate.domain.interest_refusals import InterestWhy, interest_refused, rate_missing
from creditmate.domain.interest_rules import scheme_for
from creditmate.domain.legal_forms import LegalForm
from creditmate.domain.money import Money
from creditmate.domain.reference_rates import MissingRate, Series
from creditmate.i18n import interest_law_words as laws
from creditmate.i18n import interest_words as words
from creditmate.i18n.bidi import plain
from creditmate.i18n.problems import problem_words

DAY = date(2026, 2, 3)
UK = scheme_for("GB", DAY)
TERMS = InterestTerms(
    "Terms of trade", 3, date(2026, 1, 5), "signed_terms", Decimal(1), interest_monthly=True
)
EN = "en_GB", "en_GB"


def said(text: str) -> str:
    assert "{" not in text
    return plain(text).replace("\u00a0", " ")


def basis(because: Because, ground: Ground = Ground.STATUTE) -> Basis:
    return Basis(ground, because, DAY, UK, TERMS, fixed=True, chosen=Chosen(reason="so"))


@pytest.mark.parametrize("because", Because)
def test_every_reason_has_a_sentence(because: Because) -> None:
    assert said(words.because_words(basis(because), *EN)).endswith((".", "so"))


def test_the_reason_where_nothing_may_be_charged() -> None:
    none = basis_for(DAY, LegalForm.COMPANY, None, None)
    text = said(words.because_words(none, *EN))
    assert text == "No terms with an interest clause were accepted before 3 Feb 2026."
    assert words.fixed_words(none, "en_GB") == ""
    assert words.ground_words(none, *EN) == "No interest"


def test_the_ground_in_short() -> None:
    contract = basis(Because.RATE_ACCEPTED, Ground.CONTRACT)
    assert said(words.ground_words(contract, *EN)) == "1% a month by contract"
    assert said(words.because_words(contract, *EN)) == (
        "The rate of Terms of trade, version 3, accepted on 5 Jan 2026. It takes the place of"
        " the law's: never both."
    )
    law = said(words.ground_words(basis(Because.LAW), *EN))
    assert law == "8% above Bank of England Bank Rate"


def test_fixed_sums_say_why() -> None:
    contract = basis(Because.RATE_ACCEPTED, Ground.CONTRACT)
    assert "clause of the accepted terms" in words.fixed_words(contract, "en_GB")
    without = Basis(Ground.CONTRACT, Because.RATE_ACCEPTED, DAY, UK, TERMS, fixed=False)
    assert "no clause" in words.fixed_words(without, "en_GB")


@pytest.mark.parametrize("choice", Choice)
def test_every_choice_has_words(choice: Choice) -> None:
    assert said(words.choice_words(choice, "en_GB"))


@pytest.mark.parametrize("because", StartsBecause)
def test_every_start_has_words(because: StartsBecause) -> None:
    assert "3 Feb 2026" in said(words.start_words(Start(DAY, because), *EN))


@pytest.mark.parametrize("kind", EventKind)
def test_every_event_has_words(kind: EventKind) -> None:
    event = InterestEvent(
        1, 1, kind, DAY, DAY, Money(100, "GBP"), Money(4000, "GBP"), 1, "CH-1", "why so", 1
    )
    text = said(words.event_words(event, *EN))
    assert "£41.00" in text
    assert text.endswith("why so")
    assert words.event_kind_words(kind, "en_GB")


def test_days_and_rates() -> None:
    held = Segment(DAY, DAY, Money(100, "GBP"), Decimal(8), held=True)
    assert said(words.segment_words(held, *EN)) == "3 Feb 2026 to 3 Feb 2026: 1 day left out"
    assert said(words.rate_words(RateStep(DAY, Decimal(12)), UK, *EN)) == "12% a year"


def test_laws_in_words() -> None:
    for country in ("GB", "DE", "FR", "IE"):
        law = scheme_for(country, DAY)
        assert law is not None
        assert law.source in said(laws.law_words(law, *EN))
    assert "no law" in laws.law_words(None, *EN)
    assert "fixed on the day" in laws.why_calculators_differ("en_GB")
    assert "not legal advice" in laws.not_advice("en_GB")


@pytest.mark.parametrize("why", set(InterestWhy) - {InterestWhy.RATE_MISSING})
def test_every_refusal_has_words(why: InterestWhy) -> None:
    error = interest_refused(
        why, number="A-1", hold=HoldKind.HARDSHIP, basis=basis(Because.PERSON), day=DAY, today=DAY
    )
    text = said(problem_words(error, *EN))
    assert "–" not in text
    assert text


def test_a_missing_rate_names_half_year_and_day() -> None:
    missing = MissingRate(Series.BANK_OF_ENGLAND, date(2027, 1, 1))
    text = said(problem_words(rate_missing(missing), *EN))
    assert text.startswith("Bank of England Bank Rate: the rate for the half-year from 1 Jan 2027")
    assert "31 Dec 2026" in text
    assert said(laws.missing_words(missing, *EN)) == text
