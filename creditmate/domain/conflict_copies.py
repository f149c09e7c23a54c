"""Names that sync programs give to the second of two versions of a file: conflict copies.

Where two computers wrote, the program keeps both: one under the ledger's name, the other under one
of these. Which of them is the right one nobody can tell by its name, so none is ever opened
instead of the ledger; that it is there is told.
"""

import re
from enum import StrEnum

_DAY = r"\d{4}-?\d{2}-?\d{2}"
# What stands in the name beside the ledger's own: (after the stem, who names them so).
_CERTAIN = (
    # Books (Ann's conflicted copy 2026-11-22).creditmate, in any language: a bracket with a day
    rf" \([^()]*{_DAY}[^()]*\)",  # Dropbox, Nextcloud, ownCloud
    r" \((?:[^()]* )?conflicted copy(?: [^()]*)?\)",  # without a day
    r" \((?:case|selective sync|unicode encoding|white space) conflict[^()]*\)",  # Dropbox
    rf"\.sync-conflict-{_DAY}-\d{{6}}(?:-[A-Z0-9]{{7}})?",  # Syncthing
    rf"_conflict-{_DAY}-\d{{6}}",  # ownCloud before 2.5
    r"[_.]conf(?:lict)?(?:\(\d+\))?",  # Google Drive, Resilio Sync
    r" \[conflict(?: \d+)?\]",  # Google Drive
    rf" \(SFConflict [^()]*{_DAY}[^()]*\)",  # Seafile
)
_POSSIBLE = (
    r" \(\d+\)",  # Google Drive, OneDrive on the web; also a copy made by hand
    r" \d+",  # iCloud Drive; also a second ledger of that name
    r"-[A-Za-z0-9][A-Za-z0-9-]*",  # OneDrive: the other computer's name
    r" - [^()]*",  # a copy made by hand: Books - Copy
    r" copy(?: \d+)?",
)
_CERTAINLY = re.compile(rf"(?:{'|'.join(_CERTAIN)})+(?: \d+| \(\d+\))?", re.IGNORECASE)
_POSSIBLY = re.compile("|".join(_POSSIBLE), re.IGNORECASE)
_COPY_OF = "copy of "


class Likeness(StrEnum):
    """What a name says of a file beside a ledger."""

    CERTAIN = "certain"
    """Only a sync program names files so."""
    POSSIBLE = "possible"
    """It may as well be another ledger: what is in it has to tell."""


def likeness(ledger: str, other: str) -> Likeness | None:
    """Return whether a file is a conflict copy of a ledger, told by the names of both.

    Args:
        ledger: The ledger's file name, such as ``Books.creditmate``.
        other: The other's.
    """
    stem, dot, ending = ledger.rpartition(".")
    name = other.casefold()
    if not dot or not name.endswith(f".{ending}".casefold()) or name == ledger.casefold():
        return None
    rest = other[: -len(ending) - 1]
    if rest.casefold() == f"{_COPY_OF}{stem}".casefold():
        return Likeness.POSSIBLE
    if not rest.casefold().startswith(stem.casefold()):
        return None
    added = rest[len(stem) :]
    if _CERTAINLY.fullmatch(added):
        return Likeness.CERTAIN
    return Likeness.POSSIBLE if _POSSIBLY.fullmatch(added) else None
