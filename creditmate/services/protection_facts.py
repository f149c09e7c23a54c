"""How the open ledger is protected, for whoever checks it (reliability.md, figure 17; D21)."""

from contextlib import suppress
from dataclasses import dataclass

from creditmate.db.connection import current_key, execute, ledger_path
from creditmate.domain.errors import UserError
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


def facts_in_short() -> str:
    """Return the same in names and numbers, which are the same in every language."""
    facts = protection_facts()
    if facts is None:
        return "–"
    memory = facts.memory_kib // 1024
    return f"SQLCipher {facts.cipher}, {facts.kdf} {memory} MiB × {facts.passes}"
