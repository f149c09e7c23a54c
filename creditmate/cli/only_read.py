"""What the command line says of a ledger that may only be read, and how one works with it."""

from pathlib import Path

from creditmate.disk import is_file
from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.place_problems import move_command_words, read_only_words
from creditmate.services.ledger_places import moved_to


def opened_words(path: Path, language: str) -> str:
    """Return what to know of one that was opened all the same."""
    return read_only_words(path, moved_to(path), language)


def way_on(error: UserError, language: str) -> str:
    """Return what follows such a refusal, after a blank; nothing after another one."""
    path = error.facts.get("path")
    if error.problem is not Problem.DISK_READ_ONLY or not isinstance(path, Path):
        return ""
    if not is_file(path):  # it was to be made there
        return ""
    return " " + move_command_words(path, moved_to(path), language)
