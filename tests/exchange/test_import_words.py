"""Every code that reading a table may give has words, and they say where and what."""

import string
from datetime import date

import pytest

from creditmate.domain.importing import (
    Ask,
    CellProblem,
    DateOrder,
    Field,
    ImportOptions,
    Question,
    Reason,
)
from creditmate.exchange.invoice_table import read_invoice_table
from creditmate.i18n import import_questions, import_words
from creditmate.i18n.import_questions import field_words, order_words, question_words
from creditmate.i18n.import_words import place_words, problem_words
from tests.exchange.malformed import MALFORMED
from tests.exchange.malformed_kind import GOOD, HEAD, table


def test_every_code_has_words_of_its_own() -> None:
    assert set(import_words._REASONS) == set(Reason) - {Reason.NOT_A_TABLE}
    assert set(import_questions._QUESTIONS) == set(Ask)
    for messages in (import_words._REASONS, import_words._FILE_KINDS, import_questions._QUESTIONS):
        assert len(set(messages.values())) == len(messages)
    assert len({field_words(field, "en") for field in Field}) == len(Field)
    assert len({order_words(order, "en") for order in DateOrder}) == len(DateOrder)


def test_malformed_files_reach_every_reason_to_refuse() -> None:
    reached = {problem[0] for file in MALFORMED for problem in file.problems}
    remarks = {
        Reason.FOLDED,
        Reason.DUE_BEFORE_INVOICE,
        Reason.SETTLED_BEFORE_INVOICE,
        Reason.PAID_DISAGREES,
        Reason.NAMES_DIFFER,
    }
    assert reached == set(Reason) - remarks
    assert {ask for file in MALFORMED for ask in file.questions} == set(Ask)


def test_remarks_have_their_facts() -> None:
    head = f"Customer code,{HEAD},Date paid,Amount paid,Balance"
    late = "Acme,2,2024-01-15,2024-01-14,100.00,2024-01-13,10.00,20.00"
    found = read_invoice_table(
        table(f"7,{GOOD},,,", f"7,{GOOD},,,", f"7,{late.replace('Acme', 'Bolt')}", head=head),
        ImportOptions(currency="GBP"),
    )
    assert {remark.reason for remark in found.remarks} == {
        Reason.FOLDED,
        Reason.DUE_BEFORE_INVOICE,
        Reason.SETTLED_BEFORE_INVOICE,
        Reason.PAID_DISAGREES,
        Reason.NAMES_DIFFER,
    }
    for remark in found.remarks:
        assert "{" not in problem_words(remark, "en", "en_GB")


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [
        (7, "Due", "Row 7, column “Due”"),
        (7, None, "Row 7"),
        (None, "Due", "Column “Due”"),
        (None, None, ""),
    ],
)
def test_places(row: int | None, column: str | None, words: str) -> None:
    assert place_words(CellProblem(Reason.MISSING, row, column), "en") == words


def test_braces_in_a_file_are_only_text() -> None:
    problem = CellProblem(Reason.NAMES_DIFFER, 2, "{x}", "{0}", {"code": "{code}"})
    told = problem_words(problem, "en", "en_GB")
    assert told == "Row 2, column “{x}”: “{0}”. The customer {code} has another name further up."


def test_both_readings_of_a_date_are_in_the_question() -> None:
    facts = {"row": 2, "column": "Due", "value": "3/4/2013"}
    days = {"dmy": date(2013, 4, 3), "mdy": date(2013, 3, 4)}
    told = question_words(Question(Ask.DATE_ORDER, facts | days), "en", "en_GB")
    assert told.replace("\u00a0", " ").endswith("is “3/4/2013” 3 April 2013 or 4 March 2013?")


def test_messages_name_facts_only() -> None:
    for message in (*import_words._REASONS.values(), *import_questions._QUESTIONS.values()):
        for _, name, spec, conversion in string.Formatter().parse(message):
            assert name is None or (name.isidentifier() and not spec and not conversion)
