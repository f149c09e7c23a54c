"""One page of a ledger's file that a disk has lost, in the middle of a file that opens."""

from pathlib import Path

from creditmate.db.cipher import PAGE
from creditmate.db.connection import beside
from creditmate.domain.data_key import DataKey

_LOST = 600  # bytes of the page


def damage(ledger: Path, table: str, key: DataKey | None = None) -> None:
    """Overwrite the beginning of the page at which a table begins; the ledger is open nowhere."""
    with beside(ledger, key) as ask:
        sql = f"SELECT rootpage FROM sqlite_schema WHERE name = '{table}'"
        (page,) = ask(sql).fetchone()
    begin = (int(page) - 1) * PAGE
    content = bytearray(ledger.read_bytes())
    for at in range(begin, begin + _LOST):
        content[at] ^= 0x5A
    ledger.write_bytes(content)
