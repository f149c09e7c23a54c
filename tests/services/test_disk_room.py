"""Little room is said before anything large begins; on a full disk everything can still be read."""

from collections.abc import Iterator
from datetime import date
from itertools import repeat
from pathlib import Path

import pytest

from creditmate.db.connection import execute
from creditmate.db.proof import prove_all
from creditmate.domain.disk_room import DiskRoom, Room, disk_room
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.importing import ImportOptions
from creditmate.exchange.invoice_table import read_invoice_table
from creditmate.i18n.problems import problem_words
from creditmate.i18n.sizes import size_words
from creditmate.services.disk_room import room_on_disk, see_room, see_room_in
from creditmate.services.document_delivery import write_pdf
from creditmate.services.ledgers import NewBusiness
from creditmate.services.program import Program
from creditmate.services.unlocking import new_lock
from creditmate.system.clock import SystemClock
from creditmate.system.computer import config_file, keep, kept
from creditmate.system.key_places import keep_beside, key_path
from tests.builders import a_customer, an_invoice, day
from tests.cli.books import HEADER, ROWS
from tests.own_disk import own_disk

MB = 1_000_000
BUSINESS = NewBusiness("Kestrel Lane", "GB", "GBP", "en_GB", "Europe/London")
PASSWORD = "four calm herons wade"
BOOKS = "\n".join((HEADER, *ROWS)).encode()


@pytest.mark.parametrize(
    ("free", "ledger", "coming", "room"),
    [
        (10_000 * MB, 100 * MB, 0, Room.PLENTY),
        (300 * MB, 100 * MB, 0, Room.PLENTY),
        (299 * MB, 100 * MB, 0, Room.LOW),
        (310 * MB, 100 * MB, 20 * MB, Room.LOW),
        (50 * MB, 1 * MB, 0, Room.LOW),  # the system itself has no room
        (70 * MB, 1 * MB, 0, Room.PLENTY),
        (1 * MB, 1 * MB, 0, Room.NONE),
        (0, 0, 0, Room.NONE),
    ],
)
def test_three_times_the_ledger_and_what_is_coming(
    free: int, ledger: int, coming: int, room: Room
) -> None:
    assert disk_room(free, ledger, coming).room is room


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (999, "999 bytes"),
        (1_000, "1 kB"),
        (1_260, "1.3 kB"),
        (12_345_678, "12 MB"),
        (2_000_000_000, "2 GB"),
        (1_240_000_000_000, "1.2 TB"),
    ],
)
def test_sizes_are_said_as_on_the_box(count: int, said: str) -> None:
    assert size_words(count, "en", "en_GB").replace("\u00a0", " ") == said


def test_sizes_are_said_in_the_locales_figures() -> None:
    assert size_words(1_260_000, "de", "de_DE").replace("\u00a0", " ") == "1,3 MB"


# ------------------------------------------------------------- a disk of its own


@pytest.fixture
def disk() -> Iterator[Path]:
    """A disk of 8 MB, which counts as low from the start."""
    with own_disk(8 * 1024) as made:
        yield made.path


@pytest.fixture
def program(disk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    monkeypatch.setenv("CREDITMATE_HOME", str(tmp_path / "home"))
    made = Program(SystemClock(), "ellen", "test")
    yield made
    made.stop()


def fill_up(disk: Path) -> None:
    """Leave not one byte."""
    with (disk / "ballast").open("wb", buffering=0) as file, pytest.raises(OSError, match="space"):
        file.writelines(repeat(bytes(4096)))


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@pytest.mark.parametrize("password", ["", PASSWORD])
def test_with_no_byte_free_everything_can_be_read_and_nothing_is_half_saved(
    disk: Path, program: Program, password: str
) -> None:
    path, lock = disk / "books.creditmate", new_lock(password) if password else None
    ledgers, key = program.ledgers, None if lock is None else lock.key

    def make() -> None:
        ledgers.create(path, BUSINESS, lock)
        with ledgers._gateway.write("test") as writing:
            an_invoice(writing, a_customer(writing), "1", day(0), 12_300)
        ledgers.close()

    program.ask(make)
    fill_up(disk)
    before, there = path.read_bytes(), names(disk)

    def read() -> None:
        ledgers.open(path, key)
        assert ledgers.facts().business.name == "Kestrel Lane"
        assert execute("SELECT sum(open_minor) FROM entry").fetchone() == (12_300,)
        assert program.worklists.today(date(2026, 11, 23))  # a day on which people are rung
        assert prove_all() == []
        found = room_on_disk()
        assert found is not None
        assert found.room is Room.NONE

    program.ask(read)

    def save() -> None:
        program.upkeep.post_cash(program.clock.today)

    with pytest.raises(UserError) as caught:
        program.ask(save)
    assert caught.value.problem is Problem.DISK_FULL
    program.ask(ledgers.close)
    assert path.read_bytes() == before
    assert names(disk) - there <= {"books.creditmate-wal"}
    (disk / "ballast").unlink()
    program.ask(lambda: ledgers.open(path, key))
    program.ask(save)  # there is room again
    assert program.ask(prove_all) == []


def test_an_import_is_not_begun_without_room(disk: Path, program: Program) -> None:
    path = disk / "books.creditmate"
    program.ask(lambda: program.ledgers.create(path, BUSINESS))
    table = read_invoice_table(BOOKS, ImportOptions(currency="GBP"))
    with pytest.raises(UserError) as caught:
        program.ask(lambda: program.importing.run(table, "books"))
    assert caught.value.problem is Problem.DISK_LOW
    said = problem_words(caught.value, "en", "en_GB")
    assert str(path) in said
    assert "MB free, and 67" in said.replace("\u00a0", " ")
    assert "Nothing was begun" in said
    assert program.ask(lambda: execute("SELECT count(*) FROM document").fetchone()) == (0,)


def test_what_is_written_beside_the_ledger_leaves_the_old_file_whole(
    disk: Path, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Settings, a paper and a key file: the old one stays, and no part of the new one."""
    monkeypatch.setenv("CREDITMATE_HOME", str(disk))
    keep("window", {"place": "today"})
    path, pdf = disk / "books.creditmate", disk / "S-1.pdf"
    lock, other = (new_lock(f"{word} calm herons wade") for word in ("four", "five"))
    program.ask(lambda: program.ledgers.create(path, BUSINESS, lock))
    program.ask(program.ledgers.close)
    write_pdf(pdf, b"%PDF the old one")
    before = {each: each.read_bytes() for each in (config_file(), pdf, key_path(path))}
    fill_up(disk)
    there = names(disk)
    keep("window", {"place": "x" * 5000})
    with pytest.raises(UserError) as caught:
        write_pdf(pdf, b"%PDF" * 5000)
    assert caught.value.problem is Problem.FOLDER_UNWRITABLE
    with pytest.raises(OSError, match="No space"):
        keep_beside(path, other.key_file)
    assert {each: each.read_bytes() for each in before} == before
    assert kept("window") == {"place": "today"}
    assert names(disk) == there


def test_room_is_asked_of_the_disk_a_file_goes_to(disk: Path) -> None:
    with pytest.raises(UserError) as caught:
        see_room_in(disk, MB)
    assert caught.value.problem is Problem.DISK_LOW
    assert caught.value.facts["path"] == disk
    see_room_in(disk / "no such folder", MB)  # where the system does not say, nothing is refused


def test_a_ledger_that_is_open_is_asked_with_its_journal(disk: Path, program: Program) -> None:
    path = disk / "books.creditmate"
    program.ask(lambda: program.ledgers.create(path, BUSINESS))
    found = program.ask(room_on_disk)
    assert isinstance(found, DiskRoom)
    assert found.room is Room.LOW
    with pytest.raises(UserError):
        program.ask(lambda: see_room(0))
