"""A program with a home of its own, a small ledger in it, and what it takes to protect that."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from creditmate.db.connection import current_key, execute
from creditmate.db.manifest import manifest
from creditmate.db.proof import prove_all
from creditmate.domain.data_key import DataKey
from creditmate.services.ledgers import NewBusiness
from creditmate.services.program import Program
from creditmate.services.unlocking import Lock, is_protected
from creditmate.system.computer import kept_apart
from creditmate.system.key_file import KeyFile, new_key
from creditmate.system.password_slot import PasswordSlot, locked
from tests.builders import SetClock, a_customer, a_gateway, an_invoice_book

PASSWORD, OTHER, THIRD = "four words and more", "another password", "a third password"
BUSINESS = NewBusiness("Rookmere", "GB", "GBP", "en_GB", "Europe/London")
KEY = new_key()
SLOT = locked(KEY, PASSWORD)
"""Stretched once for all tests: it takes a while on purpose."""
LOCK = Lock(KEY, KeyFile(KEY.fingerprint, (SLOT,)))
KEPT = ("ledger_uid", "amount", "open", "items", "papers", "blobs")
"""Of a manifest: what no change of protection touches."""


@dataclass
class Books:
    """A program and the file of a ledger."""

    program: Program
    path: Path

    def make(self, lock: Lock | None = None) -> None:
        """Make a ledger with something in it, and close it."""
        self.program.ask(lambda: self.program.ledgers.create(self.path, BUSINESS, lock))
        self.program.ask(_fill)
        self.close()

    def open(self, key: DataKey | None = None) -> None:
        self.program.ask(lambda: self.program.ledgers.open(self.path, key))

    def close(self) -> None:
        self.program.ask(self.program.ledgers.close)

    def contents(self) -> dict[str, Any]:
        """What the open ledger holds of business."""
        found = self.program.ask(lambda: manifest(execute))
        return {figure: found[figure] for figure in KEPT}

    def actions(self) -> list[str]:
        """What is on record in the open ledger, once all of it is proved."""
        assert self.program.ask(prove_all) == []
        rows = self.program.ask(
            lambda: execute("SELECT use_case FROM action ORDER BY id").fetchall()
        )
        return [use_case for (use_case,) in rows]

    def key(self) -> DataKey | None:
        return self.program.ask(current_key)

    def files(self) -> dict[str, bytes]:
        """Every file beside the ledger, but for what tells that it is open."""
        folder = self.path.parent
        return {
            str(each.relative_to(folder)): each.read_bytes()
            for each in sorted(folder.rglob("*"))
            if each.is_file() and not each.name.endswith((".open", "-wal"))
        }

    def protected(self) -> bool:
        return is_protected(self.path)


def _fill() -> None:
    with a_gateway(SetClock()).write("import-invoices") as writing:
        an_invoice_book(writing, customers=3, invoices=5)
        a_customer(writing, "QUILLFEATHER")


@contextmanager
def books_in(folder: Path, home: Path) -> Iterator[Books]:
    """Give a program and the place of a ledger; the program is stopped at the end."""
    folder.mkdir(parents=True, exist_ok=True)
    with kept_apart(home):
        program = Program(SetClock(), "ellen", "0.1.0")
        try:
            yield Books(program, folder / "rookmere.creditmate")
        finally:
            program.stop()


def a_slot(password: str) -> PasswordSlot:
    return locked(KEY, password)
