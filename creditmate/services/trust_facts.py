"""All that is known of the open ledger's safety, for the page that shows it.

Source: reliability.md, D21.
"""

import platform
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from creditmate.db.connection import execute, ledger_path
from creditmate.db.proof.finding import Finding
from creditmate.services.backup_standing import BackupStanding, standing
from creditmate.services.program import Program
from creditmate.services.protection_facts import ProtectionFacts, protection_facts
from creditmate.services.published_figures import PublishedFigures, published_figures
from creditmate.system.backup_records import BackupRecord


@dataclass(frozen=True, slots=True)
class TrustFacts:
    """What somebody who doubts asks for.

    Attributes:
        standing: How the backups stand.
        record: What this computer remembers of backups, drills and checks.
        head: The hash of the latest action on record; empty where nothing was done yet.
        actions: How many there are.
        protection: How the ledger is encrypted; None if it is not.
        folder: Where it lies.
        sqlite: The version of the database that runs.
        cipher: The version of what encrypts it.
        python: The version of Python.
        figures: What was measured of this version; None where this build has none.
        found: What the last check since the program began found wrong.
    """

    standing: BackupStanding
    record: BackupRecord
    head: str
    actions: int
    protection: ProtectionFacts | None
    folder: Path
    sqlite: str
    cipher: str
    python: str
    figures: PublishedFigures | None
    found: Sequence[Finding]


def trust_facts(program: Program) -> TrustFacts:
    """Gather them; for the database thread."""
    last = execute("SELECT hash, id FROM action ORDER BY id DESC LIMIT 1").fetchone()
    return TrustFacts(
        standing=standing(program.backups),
        record=program.backups.record(),
        head=str(last[0]) if last else "",
        actions=int(last[1]) if last else 0,
        protection=protection_facts(),
        folder=ledger_path().parent,
        sqlite=str(execute("SELECT sqlite_version()").fetchone()[0]),
        cipher=str(execute("PRAGMA cipher_version").fetchone()[0]),
        python=platform.python_version(),
        figures=published_figures(),
        found=program.checking.found(),
    )
