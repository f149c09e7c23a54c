"""Whether the program is whole where it runs: each part does its work once, in a folder for trial.

What a source tree always has, a packaged program may lack: a file, a library found by its name,
a helper process. What a check says is names, numbers and versions, the same in every language.
"""

import gzip
import os
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from creditmate.db.connection import execute
from creditmate.db.ledger_file import user_version
from creditmate.documents.fonts import Face, undrawable
from creditmate.documents.read_back import page_texts
from creditmate.domain.importing import ImportOptions
from creditmate.exchange.invoice_table import read_invoice_table
from creditmate.exchange.table_file import read_table_file
from creditmate.services.calendars import regions_of, working_calendar
from creditmate.services.ledgers import NewBusiness
from creditmate.services.program import Program
from creditmate.services.self_test_application import application_read_back
from creditmate.services.self_test_backup import backed_up_and_restored
from creditmate.services.self_test_diary import history_read_back, plan_read_back
from creditmate.services.self_test_interest import interest_read_back
from creditmate.services.self_test_invoice import invoice_read_back
from creditmate.services.self_test_numbers import numbers_checked
from creditmate.services.self_test_protection import protected_and_opened
from creditmate.services.self_test_terms import terms_read_back
from creditmate.services.self_test_visit import visit_told
from creditmate.services.statement_run import StatementRun
from creditmate.services.statements import Issued
from creditmate.system.about import parts
from creditmate.system.elsewhere import Elsewhere
from creditmate.system.files import write_whole

SPECIMENS = Path(__file__).parents[2] / "resources" / "self-test"
"""Beside the package, in the source tree and in the frozen program alike."""

DAY = date(2026, 11, 20)
"""The day that the specimens are looked at, whatever day it is."""

NAME = "Łódź & Ångström Ltd"
"""The specimens' first customer, in letters that only an embedded font draws."""
_CODE, _OWED = "TEST01", "1,300.00"
_LIBRARIES = {"Python", "Qt, PySide6", "SQLCipher, SQLite", "ReportLab", "Babel", "keyring"}
"""Some that About names; a package may hold a library and not what it says of itself."""
_FREE_DAYS = {
    ("GB", "ENG"): date(2026, 12, 25),
    ("GB", "SCT"): date(2026, 11, 30),
    ("DE", "BY"): date(2026, 6, 4),
    ("FR", None): date(2026, 7, 14),
    ("PL", None): date(2026, 11, 11),
    ("US", None): date(2026, 11, 26),
    ("JP", None): date(2026, 5, 4),
}
"""A public holiday each: where it is missing, the country's rules were not found."""


class Part(StrEnum):
    """What is checked; ``cli`` has the words."""

    LIBRARIES = "libraries"
    LEDGER = "ledger"
    PROTECTION = "protection"
    MIGRATION = "migration"
    IMPORT = "import"
    FONTS = "fonts"
    STATEMENT = "statement"
    INVOICE = "invoice"
    APPLICATION = "application"
    TERMS = "terms"
    INTEREST = "interest"
    PLAN = "plan"
    HISTORY = "history"
    VISIT = "visit"
    BACKUP = "backup"
    HOLIDAYS = "holidays"
    NUMBERS = "numbers"
    LOCALES = "locales"
    STORE = "store"
    PROCESS = "process"
    WINDOW = "window"


class PartFailed(Exception):  # noqa: N818 - reads as what happened
    """A part works, but not as it must: expected and found."""

    def __init__(self, expected: object, found: object) -> None:
        super().__init__(f"{expected!r} expected, {found!r} found")


@dataclass(frozen=True, slots=True)
class Check:
    """One part, and its work: says what it found, or raises."""

    part: Part
    work: Callable[[], str]


@dataclass(frozen=True, slots=True)
class Found:
    """What came of a check, and how long it took."""

    part: Part
    ok: bool
    said: str
    seconds: float


def looked_at(checks: Iterable[Check]) -> Iterator[Found]:
    """Make every check, also after one has failed."""
    for check in checks:
        begun = time.monotonic()
        try:
            said, ok = check.work(), True
        except Exception as error:
            said, ok = f"{type(error).__name__}: {error}", False
        yield Found(check.part, ok, said, time.monotonic() - begun)


def must_be(expected: object, found: object) -> None:
    """Hold what was found against what is expected.

    Raises:
        PartFailed: They differ.
    """
    if found != expected:
        raise PartFailed(expected, found)


class LedgerChecks:
    """What can be checked without words or a window, in the order in which it is done."""

    def __init__(self, program: Program, folder: Path) -> None:
        """``folder`` is empty, and the user's own settings are kept apart from it."""
        self._program, self._folder = program, folder
        self.ledger = folder / "self-test.creditmate"

    def checks(self) -> tuple[Check, ...]:
        """Return the checks; the statement is of what was imported."""
        return (
            Check(Part.LIBRARIES, _libraries),
            Check(Part.LEDGER, self._ledger),
            Check(Part.PROTECTION, self._protection),
            Check(Part.MIGRATION, self._migration),
            Check(Part.IMPORT, self._import),
            Check(Part.FONTS, _fonts),
            Check(Part.STATEMENT, self._statement),
            Check(Part.INVOICE, self._invoice),
            Check(Part.APPLICATION, self._application),
            Check(Part.TERMS, self._terms),
            Check(Part.INTEREST, self._interest),
            Check(Part.PLAN, self._plan),
            Check(Part.HISTORY, self._history),
            Check(Part.VISIT, self._visit),
            Check(Part.BACKUP, self._backup),
            Check(Part.HOLIDAYS, _holidays),
            Check(Part.NUMBERS, numbers_checked),
            Check(Part.PROCESS, _process),
        )

    def close(self) -> None:
        """Close the ledger, so that the window can open it."""
        self._program.ask(self._program.ledgers.close)

    def _ledger(self) -> str:
        """Make a ledger, close it and open it again."""
        ledgers = self._program.ledgers
        business = NewBusiness("Self-test", "GB", "GBP", "en_GB", "Europe/London")

        def again() -> str:
            ledgers.create(self.ledger, business)
            ledgers.close()
            ledgers.open(self.ledger)
            must_be(business.name, ledgers.facts().business.name)
            versions = (
                ("SQLite", "SELECT sqlite_version()"),
                ("SQLCipher", "PRAGMA cipher_version"),
            )
            return ", ".join(f"{name} {execute(sql).fetchone()[0]}" for name, sql in versions)

        return self._program.ask(again)

    def _protection(self) -> str:
        """Make a protected ledger and open it as its user would."""
        said, found = protected_and_opened(self._program, self._folder / "protected.creditmate")
        must_be(dict.fromkeys(found, True), found)
        return said

    def _migration(self) -> str:
        """Open a ledger of the first format; it is backed up, brought up to date and proved."""
        old = self._folder / "format-1.creditmate"
        write_whole(old, gzip.decompress((SPECIMENS / "format-1.creditmate.gz").read_bytes()))

        def opened() -> str:
            ledgers, upkeep = self._program.ledgers, self._program.upkeep
            ledgers.close()
            ledgers.open(old)
            proof = upkeep.check()
            must_be([], list(proof.findings))
            must_be((4, 1), (proof.entries, proof.papers))
            return f"1 → {user_version()}"

        return self._program.ask(opened)

    def _import(self) -> str:
        """Import a small file into the new ledger."""
        content = read_table_file(SPECIMENS / "invoices.csv")
        table = read_invoice_table(content, ImportOptions(currency="GBP"))

        def imported() -> str:
            self._program.ledgers.close()
            self._program.ledgers.open(self.ledger)
            plan, _touched = self._program.importing.run(table, "self-test")
            must_be((3, 2), (len(plan.new), len(plan.new_customers)))
            return str(len(plan.new))

        return self._program.ask(imported)

    def _statement(self) -> str:
        """Issue a statement and read what is printed on it."""
        issued: list[Issued] = []
        run = StatementRun(self._program.statements, self._program.ask)
        run.run(DAY, [_CODE], issued.append)
        (statement,) = issued
        text = "\n".join(page_texts(statement.pdf))
        for expected in (NAME, _OWED, statement.number):
            must_be((expected, True), (expected, expected in text))
        return f"{statement.number}, {len(statement.pdf):,} B"

    def _invoice(self) -> str:
        """Issue an invoice, read it back, and cancel it."""
        number, size, found = invoice_read_back(self._program, _CODE)
        must_be(dict.fromkeys(found, True), found)
        return f"{number}, {size:,} B"

    def _application(self) -> str:
        """Hand out a credit application and read it back."""
        size, found = application_read_back(self._program, _CODE)
        must_be(dict.fromkeys(found, True), found)
        return f"{size:,} B"

    def _terms(self) -> str:
        """Publish terms, send them, and see them accepted."""
        size, found = terms_read_back(self._program, _CODE)
        must_be(dict.fromkeys(found, True), found)
        return f"{size:,} B"

    def _interest(self) -> str:
        """Charge the interest on an invoice that was paid late, and read the charge note back."""
        number, size, found = interest_read_back(self._program, _CODE)
        must_be(dict.fromkeys(found, True), found)
        return f"{number}, {size:,} B"

    def _plan(self) -> str:
        """Agree a payment plan, issue its agreement and read it back."""
        number, size, found = plan_read_back(self._program, _CODE)
        must_be(dict.fromkeys(found, True), found)
        return f"{number}, {size:,} B"

    def _history(self) -> str:
        """Print what happened with a customer."""
        size, found = history_read_back(self._program, _CODE)
        must_be(dict.fromkeys(found, True), found)
        return f"{size:,} B"

    def _visit(self) -> str:
        """Plan a visit, send its agenda, move it, tell of it and give thanks."""
        number, found = visit_told(self._program, _CODE)
        must_be(dict.fromkeys(found, True), found)
        return number

    def _backup(self) -> str:
        """Back up what is there by now, and make a ledger of the backup."""
        place = self._folder / "restored.creditmate"
        said, whole = backed_up_and_restored(self._program, self.ledger, place)
        must_be(True, whole)
        return said


def _libraries() -> str:
    """Ask each library for its version, as About does."""
    versions = {part.name: part.version for part in parts() if part.version}
    must_be(set(), _LIBRARIES - set(versions))
    return ", ".join(f"{name} {version}" for name, version in versions.items())


def _fonts() -> str:
    for face in Face:
        must_be((), undrawable(NAME + "€ΩЖא", face))
    return ", ".join(face.value for face in Face)


def _holidays() -> str:
    for (country, part), day in _FREE_DAYS.items():
        calendar = working_calendar(country, part, years=[day.year])
        must_be((country, day, True), (country, day, day in calendar.holidays))
    must_be("Scotland", dict(regions_of("GB")).get("SCT"))
    return ", ".join(dict.fromkeys(country for country, _ in _FREE_DAYS))


def _process() -> str:
    """Let a helper process do something; done here it would have this one's number."""
    with Elsewhere() as elsewhere:
        number = elsewhere.do(_own_number, None)
    must_be((number, False), (number, number == os.getpid()))
    return str(number)


def _own_number(_nothing: None) -> int:
    return os.getpid()
