"""The self-test's backup: made, tried out, and a ledger again."""

from pathlib import Path

from creditmate.db.connection import execute
from creditmate.db.manifest import manifest
from creditmate.services.program import Program
from creditmate.services.unpacking import read_backup, unpacked_for


def backed_up_and_restored(program: Program, ledger: Path, place: Path) -> tuple[str, bool]:
    """Back up the open ledger and make another of the backup; the first is open afterwards.

    Returns:
        What is in the backup, in short, and whether all of it is in the ledger made of it.
    """
    made = program.ask(lambda: program.backups.back_up("by hand"))
    held = program.ask(lambda: manifest(execute))
    drilled = program.drills.run(program.ask(program.drills.target))
    unpacked = unpacked_for(read_backup(made.path), place, None)

    def restored() -> bool:
        now = program.restoring.into_new(unpacked, place, None).holds
        program.ledgers.close()
        program.ledgers.open(ledger)
        return all(now[figure] == held[figure] for figure in ("items", "papers", "head"))

    whole = program.ask(restored) and drilled.problem is None
    rows = held["rows"]
    return f"{rows['entry']} entries, {rows['paper']} papers", whole
