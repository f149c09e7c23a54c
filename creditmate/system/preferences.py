"""How this computer's user wants the program to speak and look, and who works here."""

from typing import Any

from creditmate.domain.frozen import Frozen, fields_of
from creditmate.system.computer import keep, keep_in, kept

_KEY = "preferences"
_WORKING_AS = "working_as"
_SHEETS_PUT_OFF = "sheets_put_off"
_LOCK = "lock"
_READABLE = range(50, 301)

LOCK_AFTER = (5, 10, 30, 0)
"""Minutes without a sign of life after which a protected ledger is locked; 0 for never."""
_USUAL_LOCK = 10


class Preferences(Frozen):
    """What was chosen; empty is what the system says.

    Attributes:
        language: Of the words, such as ``de``.
        locale: Of figures and days, such as ``de_DE``.
        appearance: ``light`` or ``dark``.
        text_size: In per cent of the design's own.
    """

    language: str = ""
    locale: str = ""
    appearance: str = ""
    text_size: int = 100


def preferences() -> Preferences:
    """Return what was chosen on this computer; what makes no sense counts as not chosen."""
    found = kept(_KEY)
    names = ("language", "locale", "appearance")
    size = found.get("text_size")
    return Preferences(
        **{n: found[n] for n in names if isinstance(found.get(n), str)},
        text_size=size if isinstance(size, int) and size in _READABLE else 100,
    )


def remember_preferences(chosen: Preferences) -> None:
    """Keep what was chosen; a config folder that cannot be written is no obstacle."""
    keep(_KEY, fields_of(chosen))


def worked_as(ledger_uid: str) -> int | None:
    """Return which of a ledger's people was at work on this computer last; None if nobody said."""
    found = kept(_WORKING_AS).get(ledger_uid)
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def remember_working_as(ledger_uid: str, staff: int | None) -> None:
    """Remember who works on a ledger at this computer."""

    def change(known: dict[str, Any]) -> dict[str, Any]:
        others = {uid: id_ for uid, id_ in known.items() if uid != ledger_uid}
        return others if staff is None else {**others, ledger_uid: staff}

    keep_in(_WORKING_AS, change)


def sheet_put_off(key: bytes) -> str:
    """Return the day (ISO) on which printing a recovery sheet was put off last; empty if never.

    Args:
        key: The fingerprint of the ledger's key.
    """
    found = kept(_SHEETS_PUT_OFF).get(key.hex())
    return found if isinstance(found, str) else ""


def remember_sheet_put_off(key: bytes, day: str) -> None:
    """Remember the day (ISO) on which printing a recovery sheet was put off."""
    keep_in(_SHEETS_PUT_OFF, lambda known: {**known, key.hex(): day})


def lock_after() -> int:
    """Return after how many minutes a protected ledger is locked here; 0 for never."""
    found = kept(_LOCK).get("after")
    return found if isinstance(found, int) and found in LOCK_AFTER else _USUAL_LOCK


def remember_lock_after(minutes: int) -> None:
    """Remember after how many minutes a protected ledger is to be locked here."""
    keep(_LOCK, {"after": minutes})
