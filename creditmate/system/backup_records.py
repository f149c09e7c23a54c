"""What this computer knows of each ledger's backups, drills and checks, by the ledger's own uid.

It lies with the computer's settings, not in the ledger: a ledger that is lost cannot tell where its
backups are. Everything but the second place can be found out again.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from creditmate.system.computer import keep_in, kept

_KEY = "backups"


@dataclass(frozen=True, slots=True)
class BackupRecord:
    """What is remembered of one ledger. Moments are ISO text in UTC; empty is never.

    Attributes:
        path: The last backup that was proved.
        made_at: When that was.
        head: The hash of the latest action in it.
        failed_at: When a backup failed last, if none was made since.
        failed_problem: How (``Problem``).
        failed_path: Where it was to go.
        failed_why: What the system said.
        second: The second place; empty where none was chosen.
        second_at: When a backup got there last.
        second_problem: Why the last one did not: ``away`` (the folder is not there) or a
            ``Problem``; empty where it did.
        drill_at: When a backup was last tried out.
        drill_backup: Which.
        drill_why: What was wrong with it; empty where nothing was.
        drill_seconds: How long the ledger took to be back.
        checked_at: When the file was last checked through after opening.
        proved_at: When everything in it was last proved.
        findings: How much was wrong then.
        ledger: Where the ledger lies.
        actions: How many actions it had when it was last closed here.
        closed_at: When that was.
    """

    path: str = ""
    made_at: str = ""
    head: str = ""
    failed_at: str = ""
    failed_problem: str = ""
    failed_path: str = ""
    failed_why: str = ""
    second: str = ""
    second_at: str = ""
    second_problem: str = ""
    drill_at: str = ""
    drill_backup: str = ""
    drill_why: str = ""
    drill_seconds: float = 0.0
    checked_at: str = ""
    proved_at: str = ""
    findings: int = 0
    ledger: str = ""
    actions: int = 0
    closed_at: str = ""


def record_of(uid: str) -> BackupRecord:
    """Return what is remembered of a ledger; what makes no sense counts as never said."""
    return _record(kept(_KEY).get(uid))


def _record(said: object) -> BackupRecord:
    if not isinstance(said, dict):
        return BackupRecord()
    known = {
        field.name: said[field.name]
        for field in fields(BackupRecord)
        if type(said.get(field.name)) is type(field.default)
    }
    return BackupRecord(**known)


def remember(uid: str, **changes: str | float) -> None:
    """Remember more of a ledger; a config folder that cannot be written is no obstacle."""
    keep_in(_KEY, lambda known: _changed(known, uid, changes))


def remember_place(uid: str, ledger: Path) -> None:
    """Remember where a ledger lies; another one that lay there before does so no longer."""
    path = str(ledger.absolute())

    def change(known: dict[str, Any]) -> dict[str, Any]:
        for other in [other for other in known if _record(known[other]).ledger == path]:
            known = _changed(known, other, {"ledger": ""})
        return _changed(known, uid, {"ledger": path})

    keep_in(_KEY, change)


def _changed(
    known: Mapping[str, Any], uid: str, changes: Mapping[str, str | float]
) -> dict[str, Any]:
    record = asdict(replace(_record(known.get(uid)), **changes))  # type: ignore[arg-type]
    usual = asdict(BackupRecord())
    return {**known, uid: {name: was for name, was in record.items() if was != usual[name]}}


def uid_of(ledger: Path) -> str | None:
    """Return the uid of the ledger that was last opened at a path; the file may be gone."""
    wanted = str(ledger.absolute())
    return next((uid for uid in kept(_KEY) if record_of(uid).ledger == wanted), None)
