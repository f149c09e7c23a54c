"""How the open ledger is protected, for whoever checks it (reliability.md, figure 17; D21)."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from creditmate.db.connection import current_key, execute, ledger_path
from creditmate.domain.errors import UserError
from creditmate.services.recovery_sheets import RecoverySheets
from creditmate.services.remembering import is_remembered
from creditmate.system.key_places import find_key_file
from creditmate.system.password_slot import KDF


@dataclass(frozen=True, slots=True)
class ProtectionFacts:
    """How a protected ledger is encrypted, and its key locked.

    Attributes:
        cipher: SQLCipher's version.
        passwords: How many open it; 0 if its key file is missing or damaged: only the sheet does.
        kdf: What passwords are stretched with.
        memory_kib: How much memory that takes, in the weakest of the locks.
        passes: How often it goes over that, in the weakest of the locks.
    """

    cipher: str
    passwords: int
    kdf: str
    memory_kib: int
    passes: int


def protection_facts() -> ProtectionFacts | None:
    """Return how the open ledger is protected; None if it is not."""
    key = current_key()
    if key is None:
        return None
    version = str(execute("PRAGMA cipher_version").fetchone()[0])
    with suppress(UserError):
        found = find_key_file(ledger_path(), key.fingerprint)
        if found.fits:
            slots = found.key_file.slots
            weakest = min(slots, key=lambda slot: slot.memory_kib * slot.passes)
            return ProtectionFacts(version, len(slots), KDF, weakest.memory_kib, weakest.passes)
    return ProtectionFacts(version, 0, KDF, 0, 0)


@dataclass(frozen=True, slots=True)
class SecurityFacts:
    """What whoever sees to the keys of the open ledger has to know.

    Attributes:
        path: The ledger.
        passwords: How many open it, 0 if only the sheet does; None if it is not protected.
        sheet_confirmed: The day (ISO) on which the sheet was proved to be on paper; empty if not.
        remembered: Whether this computer is to remember its key.
    """

    path: Path
    passwords: int | None
    sheet_confirmed: str
    remembered: bool


def security_facts(sheets: RecoverySheets) -> SecurityFacts:
    """Return how it stands with the keys of the open ledger."""
    key, facts, standing = current_key(), protection_facts(), sheets.standing()
    return SecurityFacts(
        path=ledger_path(),
        passwords=None if facts is None else facts.passwords,
        sheet_confirmed="" if standing is None else standing.confirmed,
        remembered=key is not None and is_remembered(key),
    )


def facts_in_short() -> str:
    """Return the same in names and numbers, which are the same in every language."""
    facts = protection_facts()
    if facts is None:
        return "–"
    memory = facts.memory_kib // 1024
    return f"SQLCipher {facts.cipher}, {facts.kdf} {memory} MiB × {facts.passes}"
