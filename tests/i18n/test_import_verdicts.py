"""What is said of a file as a whole."""

import pytest

from creditmate.domain.importing import Ask, InvoiceTable, Question
from creditmate.i18n.import_asks import ask_words
from creditmate.i18n.import_verdicts import (
    bring_in_words,
    differ_words,
    done_words,
    later_words,
    leave_out_words,
    left_out_words,
    needed_words,
)


@pytest.mark.parametrize(
    ("asked", "rows", "said"),
    [
        (2, 4, "2 answers and 4 rows are needed. Nothing has been brought in."),
        (1, 0, "1 answer is needed. Nothing has been brought in."),
        (2, 0, "2 answers are needed. Nothing has been brought in."),
        (0, 1, "1 row cannot be read. Nothing has been brought in."),
        (0, 1200, "1,200 rows cannot be read. Nothing has been brought in."),
        (0, 0, "The file cannot be read. Nothing has been brought in."),
    ],
)
def test_what_is_needed(asked: int, rows: int, said: str) -> None:
    table = InvoiceTable("", questions=(Question(Ask.CURRENCY),) * asked)
    assert needed_words(table, rows, "en", "en_GB") == said


def test_one_and_many() -> None:
    words = (leave_out_words, left_out_words, later_words, differ_words, bring_in_words)
    for say in words:
        assert say(1, "en", "en_GB") != say(2, "en", "en_GB")
        assert "1,000" in say(1000, "en", "en_GB")


def test_what_came_in() -> None:
    assert done_words(1, 0, "en", "en_GB") == "1 invoice is in"
    assert done_words(312, 1, "en", "en_GB") == "312 invoices are in, with 1 new customer"


def test_a_currency_that_some_rows_lack_is_asked_for_these() -> None:
    every = Question(Ask.CURRENCY)
    some = Question(Ask.CURRENCY, {"column": "Ccy", "row": 7})
    assert ask_words(every, "en", "en_GB").startswith("The file names none.")
    assert ask_words(some, "en", "en_GB") == "Row 7 names none. Which currency is it in?"
