"""Terms as one line of text: every spelling, both readings refused, and back again alike."""

from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.due_rules import (
    CashOnDelivery,
    DayOfNextMonth,
    DaysAfterMonthEnd,
    DaysThenMonthEnd,
    DueRule,
    Instalment,
    Instalments,
    MonthEnd,
    Net,
    OnDay,
    OnReceipt,
    Prepaid,
)
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.payment_terms import Discount, PaymentTerms, Shift
from creditmate.domain.terms_notation import LONGEST, TermsWhy, parse_terms
from creditmate.domain.terms_text import rule_text, terms_text
from tests.domain.test_payment_terms import TERMS

JANUARY = date(2026, 1, 15)
THIRDS = Instalments((Instalment(30), Instalment(60), Instalment(90)))
WRITTEN: list[tuple[DueRule, str]] = [
    (OnReceipt(), "on receipt"),
    (CashOnDelivery(), "cod"),
    (Prepaid(), "prepaid"),
    (Net(30), "net 30"),
    (MonthEnd(), "eom"),
    (MonthEnd(1), "eom+1"),
    (MonthEnd(4), "eom+4 months"),
    (DaysAfterMonthEnd(30), "30 after eom"),
    (DaysThenMonthEnd(30), "30 then eom"),
    (DayOfNextMonth(20), "20th next month"),
    (DayOfNextMonth(11), "11th next month"),
    (DayOfNextMonth(22), "22nd next month"),
    (DayOfNextMonth(20, 25), "20th next month, cut-off 25"),
    (DayOfNextMonth(31, -3), "31st next month, cut-off -3"),
    (OnDay(19), "on day 19"),
    (THIRDS, "parts 30/60/90"),
    (Instalments((Instalment(0, 2), Instalment(30, 1))), "parts 0:2/30:1"),
]
OTHERWISE: list[tuple[str, DueRule]] = [
    ("30 days", Net(30)),
    ("30", Net(30)),
    ("NET30", Net(30)),
    ("n30", Net(30)),
    ("30 days net", Net(30)),
    ("due on receipt", OnReceipt()),
    ("immediately", OnReceipt()),
    ("Cash on delivery", CashOnDelivery()),
    ("payment in advance", Prepaid()),
    ("payment before delivery", Prepaid()),
    ("end of month", MonthEnd()),
    ("month-end", MonthEnd()),
    ("end of the following month", MonthEnd(1)),
    ("EOM + 2", MonthEnd(2)),
    ("eom+12 months", MonthEnd(12)),
    ("eom 30 A", DaysAfterMonthEnd(30)),
    ("30 days end of month (A)", DaysAfterMonthEnd(30)),
    ("net 45 days after the end of the month", DaysAfterMonthEnd(45)),
    ("eom 30 b", DaysThenMonthEnd(30)),
    ("30 days, then the end of that month", DaysThenMonthEnd(30)),
    ("20th of the month following", DayOfNextMonth(20)),
    ("20 prox.", DayOfNextMonth(20)),
    ("day 20 of next month; cutoff 25", DayOfNextMonth(20, 25)),
    ("20th next month, cut-off \u22123", DayOfNextMonth(20, -3)),
    ("on the 19th", OnDay(19)),
    ("day 19", OnDay(19)),
    ("instalments 30/60/90", THIRDS),
    ("parts 30 / 60 / 90 days", THIRDS),
    ("50% now, 50 % in 30 days", Instalments((Instalment(0), Instalment(30)))),
    (
        "33.33% now, 66.67% in 30 days",
        Instalments((Instalment(0, 3333), Instalment(30, 6667))),
    ),
]


@pytest.mark.parametrize(("rule", "text"), WRITTEN)
def test_how_a_rule_is_written(rule: DueRule, text: str) -> None:
    assert rule_text(rule) == text
    assert parse_terms(text, JANUARY).rule == rule


@pytest.mark.parametrize(("text", "rule"), OTHERWISE)
def test_other_ways_to_write_it(text: str, rule: DueRule) -> None:
    assert parse_terms(text, JANUARY) == PaymentTerms(rule)


@pytest.mark.parametrize(
    "text", ["2/10 net 30", "2% 10, net 30", "2 % / 10 net 30", "2% within 10 days, 30 days"]
)
def test_a_discount_stands_before_the_rule(text: str) -> None:
    terms = PaymentTerms(Net(30), Discount(Decimal(2), 10))
    assert parse_terms(text, JANUARY) == terms
    assert terms_text(terms) == "2/10 net 30"


@pytest.mark.parametrize(
    ("text", "shift"),
    [
        ("eom, next working day", Shift.NEXT),
        ("eom with the next business day", Shift.NEXT),
        ("eom, previous working day", Shift.PREVIOUS),
        ("eom, preceding working day", Shift.PREVIOUS),
    ],
)
def test_a_shift_stands_behind_it(text: str, shift: Shift) -> None:
    assert parse_terms(text, JANUARY) == PaymentTerms(MonthEnd(), shift=shift)


@given(TERMS)
def test_what_is_written_is_read_alike(terms: PaymentTerms) -> None:
    assert parse_terms(terms_text(terms), JANUARY) == terms


def test_the_longest_terms_are_read_alike() -> None:
    parts = tuple(Instalment(3541 + place, 1_000_000 - place % 2) for place in range(120))
    terms = PaymentTerms(Instalments(parts), shift=Shift.PREVIOUS)
    assert len(terms_text(terms)) <= LONGEST
    assert parse_terms(terms_text(terms), JANUARY) == terms


@pytest.mark.parametrize(
    "text", ["eom 30", "EOM 30", "30 eom", "30 days end of month", "net 30 eom", "30 days eom"]
)
def test_thirty_days_end_of_month_is_refused_with_both_readings(text: str) -> None:
    with pytest.raises(UserError) as told:
        parse_terms(text, JANUARY, field="--terms")
    assert told.value.problem is Problem.BAD_TERMS
    assert told.value.facts == {
        "field": "--terms",
        "found": text,
        "why": TermsWhy.TWO_READINGS.value,
        "one": "30 after eom",
        "one_day": date(2026, 3, 2),
        "other": "30 then eom",
        "other_day": date(2026, 2, 28),
        "day": JANUARY,
    }


def test_more_than_three_behind_eom_may_be_days() -> None:
    with pytest.raises(UserError) as told:
        parse_terms("eom+10", JANUARY)
    facts = told.value.facts
    assert (facts["one"], facts["one_day"]) == ("10 after eom", date(2026, 2, 10))
    assert (facts["other"], facts["other_day"]) == ("eom+10 months", date(2026, 11, 30))


@pytest.mark.parametrize(
    ("text", "why", "facts"),
    [
        ("", TermsWhy.UNKNOWN, {}),
        ("whenever", TermsWhy.UNKNOWN, {}),
        ("net -1", TermsWhy.UNKNOWN, {}),
        ("2/10", TermsWhy.UNKNOWN, {}),
        ("1" * (LONGEST + 1), TermsWhy.UNKNOWN, {}),
        (
            "net 3661",
            TermsWhy.BOUNDS,
            {"part": "days", "number": 3661, "low": 0, "high": 3660},
        ),
        (
            "eom+121 months",
            TermsWhy.BOUNDS,
            {"part": "months", "number": 121, "low": 0, "high": 120},
        ),
        (
            "0 after eom",
            TermsWhy.BOUNDS,
            {"part": "days", "number": 0, "low": 1, "high": 3660},
        ),
        (
            "20th next month, cut-off 0",
            TermsWhy.BOUNDS,
            {"part": "cut-off", "number": 0, "low": -27, "high": 31},
        ),
        (
            "20th next month, cut-off -28",
            TermsWhy.BOUNDS,
            {"part": "cut-off", "number": -28, "low": -27, "high": 31},
        ),
        (
            "parts 30",
            TermsWhy.BOUNDS,
            {"part": "number of instalments", "number": 1, "low": 2, "high": 120},
        ),
        (
            "2/9999 net 30",
            TermsWhy.BOUNDS,
            {"part": "discount days", "number": 9999, "low": 0, "high": 3660},
        ),
        ("parts 60/30", TermsWhy.ORDER, {}),
        ("50% now, 40% in 30 days", TermsWhy.SHARES, {"sum": "90"}),
        ("0/10 net 30", TermsWhy.PERCENT, {"number": "0"}),
        ("100/10 net 30", TermsWhy.PERCENT, {"number": "100"}),
        ("2/10 parts 30/60", TermsWhy.DISCOUNT_ON_PARTS, {}),
    ],
)
def test_what_cannot_be_is_told(text: str, why: TermsWhy, facts: dict[str, object]) -> None:
    with pytest.raises(UserError) as told:
        parse_terms(text, JANUARY)
    found = dict(told.value.facts)
    assert (found.pop("field"), found.pop("found")) == ("terms", text[:60])
    assert found == {"why": why.value, **facts}


@given(st.text("netomparswihfl 0123456789/+%:,-.", max_size=40))
def test_any_text_is_terms_or_refused(text: str) -> None:
    with suppress(UserError):
        terms = parse_terms(text, JANUARY)
        assert parse_terms(terms_text(terms), JANUARY) == terms


def test_a_rule_that_is_none_has_no_notation() -> None:
    with pytest.raises(ValueError, match="no notation"):
        rule_text("net 30")  # type: ignore[arg-type]
