"""The ledger that an error keeps shut."""

from pathlib import Path

from creditmate.domain.errors import UserError


def ledger_of(error: UserError) -> Path | None:
    """Return the ledger an error is about; some name another file of it. None: it names none."""
    said = error.facts.get("ledger") or error.facts.get("path")
    return None if said is None else Path(str(said))
