"""Why a ledger is not opened or made where it lies, and what is offered instead, in words."""

from collections.abc import Mapping
from pathlib import Path

from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.catalogue import N_, words

PLACE_MESSAGES: Mapping[Problem, str] = {
    Problem.PLACE_SYNCED: N_(
        "The ledger {path} lies in a folder that {by} copies while it is written. Such copies"
        " break, and two computers soon have two different ledgers, so it is not opened there."
        " It was not touched."
    ),
    Problem.PLACE_ON_NETWORK: N_(
        "The ledger {path} lies on a network ({by}). Over a network a save can be lost, and two"
        " people can write at once, so it is not opened there. It was not touched."
    ),
    Problem.PLACE_REMOVABLE: N_(
        "The ledger {path} lies on something that can be pulled out ({by}). Pulled out too soon"
        " the ledger breaks, and it can be lost with it, so it is not opened there. It was not"
        " touched."
    ),
    Problem.MOVE_FAILED: N_("The ledger was not moved: {why}. It is where it was, untouched."),
    Problem.MOVED_ALREADY: N_(
        "The ledger {path} was moved to this computer before: open {moved}. What was entered since"
        " is there."
    ),
    Problem.DISK_LOW: N_(
        "There is too little room on the disk with {path}: {free} free, and {needed} should be."
        " Nothing was begun. Make room and do it again."
    ),
}
"""What happened; ``place_offer`` says what to do about a place."""

_NEW: Mapping[Problem, str] = {
    Problem.PLACE_SYNCED: N_(
        "The folder of {path} is one that {by} copies while a ledger is written. Such copies break,"
        " and two computers soon have two different ledgers, so none is made there. Nothing was"
        " made."
    ),
    Problem.PLACE_ON_NETWORK: N_(
        "The folder of {path} is on a network ({by}). Over a network a save can be lost, and two"
        " people can write at once, so no ledger is made there. Nothing was made."
    ),
    Problem.PLACE_REMOVABLE: N_(
        "The folder of {path} is on something that can be pulled out ({by}). Pulled out too soon a"
        " ledger breaks, and it can be lost with it, so none is made there. Nothing was made."
    ),
}
"""The same of a ledger that is only to be made."""

_PLACES = frozenset({Problem.PLACE_SYNCED, Problem.PLACE_ON_NETWORK, Problem.PLACE_REMOVABLE})


def is_about_place(problem: Problem) -> bool:
    """Whether a ledger was refused because of where it lies."""
    return problem in _PLACES


def read_only_words(path: Path, moved: Path | None, language: str) -> str:
    """Return what to know of a ledger that was opened although nothing can be written to it.

    Args:
        path: The ledger.
        moved: Where it was copied to before, if that is still there.
        language: Of the words.
    """
    said = words(language).gettext(
        "{path} may only be read: it can be looked at, but nothing can be entered or issued."
    )
    return f"{said.format(path=path)} {move_command_words(path, moved, language)}"


def move_command_words(path: Path, moved: Path | None, language: str) -> str:
    """Return how one works with such a ledger, by a command."""
    _ = words(language).gettext
    if moved is not None:
        said = _("It was copied to this computer before. What was entered since is there: {moved}")
        return said.format(moved=moved)
    return _("Copy it to this computer: creditmate move {path}").format(path=path)


def place_reason(error: UserError, language: str) -> str:
    """Return why a ledger is not opened where it lies, without what to do instead."""
    return place_message(error, language).format_map(error.facts)


def place_message(error: UserError, language: str) -> str:
    """Return the same before its facts are filled in."""
    messages = _NEW if error.facts.get("new") else PLACE_MESSAGES
    return words(language).gettext(messages[error.problem])


def place_offer(error: UserError, language: str) -> str:
    """Return what to do instead, after a blank; nothing for other errors."""
    if error.problem not in _PLACES:
        return ""
    _ = words(language).gettext
    moved, folder = error.facts.get("moved"), error.facts.get("folder")
    if moved is not None:
        said = _("It was moved to this computer before: open {moved}.").format(moved=moved)
    elif folder is not None and error.facts.get("new"):
        said = _("Make it on this computer, in {folder}, and send the backups there.").format(
            folder=folder
        )
    elif folder is not None:
        said = _(
            "Better: keep it on this computer, in {folder}, and send the backups there. “creditmate"
            " move FILE” copies it, proves the copy and opens it; this file stays as it is."
        ).format(folder=folder)
    else:
        said = _(
            "The program's own folder is no better place here. Set CREDITMATE_HOME to a folder on"
            " this computer's own disk."
        )
    return f" {said}"
