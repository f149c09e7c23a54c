"""What this computer knows of each ledger's backups, drills and checks, by the ledger's own uid.

It lies with the computer's settings, not in the ledger: a ledger that is lost cannot tell where its
backups are. Everything but the second place can be found out again.
"""

import threading
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

from creditmate.system.computer import keep, kept

_KEY = "backups"
_LOCK = threading.Lock()
"""Backups are proved on other threads than the one that opens ledgers."""


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
    said = kept(_KEY).get(uid)
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
    with _LOCK:
        record = replace(record_of(uid), **changes)  # type: ignore[arg-type]
        usual = asdict(BackupRecord())
        said = {name: value for name, value in asdict(record).items() if value != usual[name]}
        keep(_KEY, {**kept(_KEY), uid: said})


def uid_of(ledger: Path) -> str | None:
    """Return the uid of the ledger that was last opened at a path; the file may be gone."""
    wanted = str(ledger.absolute())
    return next((uid for uid in kept(_KEY) if record_of(uid).ledger == wanted), None)
