"""What a system says of a file is said in our words, within our sentences."""

import errno
import os
from pathlib import Path

import pytest

from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.problems import problem_words
from creditmate.i18n.system_words import system_words


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (errno.ENOENT, "/a cannot be written: there is no such file or folder"),
        (errno.ENOSPC, "/a cannot be written: the disk is full"),
        (errno.EACCES, "/a cannot be written: you have no right to do that there"),
        (errno.EROFS, "/a cannot be written: it may only be read"),
        (errno.EBUSY, "/a cannot be written: another program has it"),
    ],
)
def test_the_usual_faults_are_in_our_words(code: int, expected: str) -> None:
    error = UserError(Problem.FOLDER_UNWRITABLE, path=Path("/a"), why=os.strerror(code))
    assert problem_words(error, "en_GB", "en_GB") == expected


def test_a_file_that_cannot_be_read_is_told_alike() -> None:
    why = os.strerror(errno.EISDIR)
    error = UserError(Problem.IMPORT_FILE_UNREADABLE, path="/a", system=why)
    assert problem_words(error, "en_GB", "en_GB") == "/a cannot be read: it is a folder"


def test_what_the_database_says_is_in_our_words() -> None:
    error = UserError(Problem.LEDGER_UNREADABLE, path="/a", why="unable to open database file")
    assert (
        problem_words(error, "en_GB", "en_GB") == "/a cannot be opened: no file could be made there"
    )


def test_what_is_not_known_stays() -> None:
    assert system_words("The parrot has flown", "en_GB") == "The parrot has flown"
