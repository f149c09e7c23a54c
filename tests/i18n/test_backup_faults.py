"""What is wrong with a backup is said in words: no code of ours is ever shown to anybody."""

import pytest

from creditmate.db.restore import COMPARED
from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.problems import problem_words

FILE, COPY = Problem.BACKUP_DAMAGED, Problem.BACKUP_FAILED
PATH = "Books.creditmate-backup"


def said(problem: Problem, why: str) -> str:
    error = UserError(problem, path=PATH, aside="Books before", why=why)
    return problem_words(error, "en_GB", "en_GB")


FIGURES = (*COMPARED, "application_id", "page_count", "dangling", "integrity_check: row 4 missing")
OF_A_FILE = ("container", "seal", "sha256", "size", "key_file", "manifest")


@pytest.mark.parametrize("why", FIGURES)
def test_a_figure_that_differs_is_no_word_for_a_user(why: str) -> None:
    for problem in (Problem.BACKUP_DAMAGED, Problem.RESTORE_DIFFERS):
        assert ": the ledger in it is not whole, or not the one that it was made from." in said(
            problem, why
        )
    for problem in (Problem.BACKUP_FAILED, Problem.MOVE_FAILED):
        assert ": the copy does not hold what the ledger holds. " in said(problem, why)


@pytest.mark.parametrize("why", OF_A_FILE)
def test_no_code_of_a_fault_is_shown(why: str) -> None:
    words = said(FILE, why)
    assert "(" not in words
    assert "_" not in words
    assert f": {why}" not in words
    assert words != said(FILE, "head"), "it has words of its own"


def test_a_backup_that_was_cut_short_says_what_happened_what_is_safe_and_what_to_do() -> None:
    assert said(FILE, "container") == (
        "The backup Books.creditmate-backup was not used: it cannot be read to its end, as if it"
        " were cut short or overwritten. Your ledger is untouched. Take the backup before it."
    )


def test_what_the_system_says_of_a_folder_stays() -> None:
    assert "kept: you have no right to do that there. The ledger" in said(COPY, "Permission denied")
    assert "did not read or write" in said(COPY, "disk I/O error")
