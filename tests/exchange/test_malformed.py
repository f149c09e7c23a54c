"""Every malformed file is refused or asked about, at the right place, in bounded time."""

import time

import pytest

from creditmate.domain.importing import CellProblem
from creditmate.exchange.invoice_table import read_invoice_table
from creditmate.i18n.import_questions import question_words
from creditmate.i18n.import_words import problem_words
from tests.exchange.malformed import MALFORMED
from tests.exchange.malformed_kind import GOOD, GOOD_2, POUNDS, Malformed, Place, table


def _place(problem: CellProblem) -> Place:
    return problem.reason, problem.row, problem.column


def _by_text(place: Place) -> tuple[int, str, str]:
    return place[1] or 0, place[0], place[2] or ""


@pytest.mark.parametrize("file", MALFORMED, ids=lambda file: file.name)
def test_is_refused_or_asked_about(file: Malformed) -> None:
    started = time.process_time()
    read = read_invoice_table(file.data, file.options)
    assert time.process_time() - started < 10
    assert sorted(map(_place, read.problems), key=_by_text) == sorted(file.problems, key=_by_text)
    assert tuple(question.ask for question in read.questions) == file.questions
    assert not read.ready


@pytest.mark.parametrize("file", MALFORMED, ids=lambda file: file.name)
def test_is_told_in_words(file: Malformed) -> None:
    read = read_invoice_table(file.data, file.options)
    told = [problem_words(problem, "en", "en_GB") for problem in read.problems]
    told += [question_words(question, "en", "en_GB") for question in read.questions]
    for line in told:
        assert line.isprintable() or "\u00a0" in line
        assert "{" not in line
        assert line.endswith((".", "?", ":")) or "right:" in line or "used yet are:" in line


def test_there_are_enough_kinds_and_none_twice() -> None:
    assert len({file.name for file in MALFORMED}) == len(MALFORMED) >= 75


def test_the_rows_around_them_are_good() -> None:
    read = read_invoice_table(table(GOOD, GOOD_2), POUNDS)
    assert read.ready
    assert [record.number for record in read.records] == ["0001", "0002"]
