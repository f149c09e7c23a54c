"""Refusing to open or make a ledger where it would come to harm, with a better place to offer."""

from dataclasses import dataclass
from pathlib import Path

from creditmate.db.connection import is_open
from creditmate.db.read_only import is_read_only, may_be_written
from creditmate.db.sameness import identity_of, identity_of_open
from creditmate.disk import is_there
from creditmate.domain.conflict_copies import Likeness
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.ledger_place import Misplaced, Unfit
from creditmate.system import ledger_place
from creditmate.system.ledger_place import ledger_folder, misplaced
from creditmate.system.moved_ledgers import moved_to

__all__ = [
    "Offer",
    "conflict_copies",
    "is_read_only",
    "may_be_written",
    "moved_to",
    "offer",
    "see_place",
]

_PROBLEMS = {
    Unfit.SYNCED: Problem.PLACE_SYNCED,
    Unfit.NETWORK: Problem.PLACE_ON_NETWORK,
    Unfit.REMOVABLE: Problem.PLACE_REMOVABLE,
}


@dataclass(frozen=True, slots=True)
class Offer:
    """What is offered instead of opening a ledger where it lies.

    Attributes:
        why: Why it is not opened there.
        folder: Where it could be moved to; None if the program's own folder is no place either.
        moved: Where it was moved to before, if that is still there: the one to open.
    """

    why: Misplaced
    folder: Path | None
    moved: Path | None


def offer(path: Path) -> Offer | None:
    """Return what to offer for a ledger that may not lie where it does; None where it may."""
    why = misplaced(path)
    if why is None:
        return None
    folder = ledger_folder()
    return Offer(why, None if misplaced(folder) else folder, moved_to(path))


def see_place(path: Path, *, making: bool = False) -> None:
    """Refuse a place that is none for a ledger; there is no way round (reliability.md D5).

    Args:
        path: A ledger to be opened; where none is and none was, that is for the opening to tell.
        making: It is to be made there.

    Raises:
        UserError: ``PLACE_SYNCED``, ``PLACE_ON_NETWORK`` or ``PLACE_REMOVABLE``, with ``by``,
            ``folder`` and ``moved``, and whether there would be a ``new`` file.
    """
    found = offer(path)
    if found is not None and (making or is_there(path) or found.moved is not None):
        raise UserError(
            _PROBLEMS[found.why.why],
            path=path,
            by=found.why.by,
            folder=found.folder,
            moved=found.moved,
            new=making and not is_there(path),
        )


def conflict_copies(path: Path, *, is_shut: bool = False) -> list[Path]:
    """Return other versions of a ledger that a sync program left beside it, to be told.

    None of them is ever opened instead. A name that may as well be another ledger's counts only if
    what is in the file says that it is the same ledger.

    Args:
        path: A ledger; if one is open, then this one.
        is_shut: It is not this one that is open, if any is; then any thread may ask.
    """
    found = ledger_place.conflict_copies(path)
    if not found:
        return []
    own = identity_of_open() if is_open() and not is_shut else identity_of(path)
    return [
        copy
        for copy, like in found
        if like is Likeness.CERTAIN or (own is not None and identity_of(copy) == own)
    ]
