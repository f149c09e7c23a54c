"""What payment terms come to, in words."""

from datetime import date
from decimal import Decimal

import pytest

from creditmate.domain.due_rules import (
    DayOfNextMonth,
    DaysAfterMonthEnd,
    DaysThenMonthEnd,
    Instalment,
    Instalments,
    Net,
)
from creditmate.domain.errors import UserError
from creditmate.domain.payment_terms import Discount, PaymentTerms, Shift
from creditmate.domain.terms_notation import parse_terms
from creditmate.domain.worked_terms import examples
from creditmate.i18n.problems import problem_words
from creditmate.i18n.terms_examples import ExampleWords, TermsExamples
from creditmate.i18n.terms_words import grace_words, terms_words, yearly_cost_words

TODAY = date(2026, 11, 23)
GB = "en_GB"


def said(terms: PaymentTerms) -> TermsExamples:
    return ExampleWords(GB, GB, TODAY).of(terms, examples(terms, TODAY, "GBP"))


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_days_have_their_weekdays_and_a_discount_its_cost() -> None:
    found = said(PaymentTerms(Net(30), Discount(Decimal(2), 10)))
    first = found.rows[0]
    assert plain(first.invoiced) == "Mon 23 Nov"
    assert plain(first.due) == "Wed 23 Dec"
    assert plain(first.discount) == "£20.00 less up to Thu 3 Dec"
    assert "£1,000.00. The discount costs you about 37% a year." in plain(found.notes[0])
    assert "keep their due days" in found.notes[-1]


def test_a_discount_to_the_due_day_earns_nobody_anything() -> None:
    found = said(PaymentTerms(Net(10), Discount(Decimal(2), 10)))
    assert "ends when they are due" in found.notes[0]


def test_a_day_that_moves_is_told_with_the_contract_s() -> None:
    found = said(PaymentTerms(DayOfNextMonth(20), shift=Shift.NEXT))
    assert plain(found.rows[0].due) == "Sun 20 Dec (a day off: Mon 21 Dec)"


def test_each_reading_names_the_other_on_a_day_on_which_they_differ() -> None:
    (note, _kept) = said(PaymentTerms(DaysAfterMonthEnd(30))).notes
    assert "“30 days, then the end of that month”" in note
    assert "an invoice of Mon 23 Nov is due Thu 31 Dec" in plain(note)
    (note, _kept) = said(PaymentTerms(DaysThenMonthEnd(30))).notes
    assert "due Wed 30 Dec" in plain(note)


def test_many_parts_are_shortened() -> None:
    many = Instalments(tuple(Instalment(30 * place) for place in range(1, 13)))
    assert said(PaymentTerms(many)).rows[0].due.count(", ") == 4
    assert ", …, " in said(PaymentTerms(many)).rows[0].due


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("20th next month, cut-off 25", "day 20 of the following month, invoices to day 25"),
        (
            "20th next month, cut-off -3",
            "day 20 of the following month, invoices to 3 days before month's end",
        ),
        ("parts 30/60", "in parts after 30 / 60 days"),
        ("parts 0:1/30:2", "in parts after 0 / 30 days, by shares of 1 / 2"),
        (
            "net 30, next working day",
            "30 days from invoice date; a day that is not worked moves to the next working day",
        ),
        (
            "eom, previous working day",
            "end of the invoice's month; a day that is not worked moves to the working day before",
        ),
    ],
)
def test_terms_in_a_sentence(text: str, words: str) -> None:
    assert terms_words(parse_terms(text, TODAY), GB) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (None, ""),
        (0, "as soon as anything is late"),
        (1, "when anything is more than 1 day late"),
        (7, "when anything is more than 7 days late"),
    ],
)
def test_grace_is_said_by_what_it_means(days: int | None, words: str) -> None:
    assert grace_words(days, GB) == words


def test_a_cost_is_said_in_whole_percent() -> None:
    assert "37%" in yearly_cost_words(Decimal("0.3724"), GB, GB)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("30 eom", ("two readings", "30 Dec 2026", "31 Dec 2026", "30 then eom")),
        ("net 9999", ("days: found 9999", "from 0 to 3660")),
        ("parts 60/30", ("later than the one before",)),
        ("50% now, 40% in 30", ("90 % together", "100 %")),
        ("0/10 net 30", ("discount of 0 %",)),
        ("2/10 parts 30/60", ("one due day",)),
        ("sometime", ("not understood", "net 30, eom")),
        ("20th next month, cut-off 0", ("cut-off day: found 0",)),
    ],
)
def test_every_refusal_says_what_was_found_and_expected(text: str, words: tuple[str, ...]) -> None:
    with pytest.raises(UserError) as told:
        parse_terms(text, date(2026, 11, 5), field="customer.terms")
    message = plain(problem_words(told.value, GB, GB))
    assert message.startswith("Terms: “")
    assert text in message
    for part in words:
        assert part in message, message
