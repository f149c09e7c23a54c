"""A page that cannot be read is damage, whoever meets it: never a fault of ours, never «whole»."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from creditmate.db.connection import execute
from creditmate.db.models import Entry
from creditmate.domain.data_key import DataKey
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.ledger_glance import Glance
from creditmate.services.checking import STEPS
from creditmate.ui.door_work import opened
from tests.damaged_pages import damage
from tests.services.protecting import KEY, LOCK, Books, books_in

TABLES = ("entry", "paper", "blob", "allocation")


@pytest.fixture(params=["plain", "protected"])
def key(request: pytest.FixtureRequest) -> DataKey | None:
    return KEY if request.param == "protected" else None


@pytest.fixture
def books(tmp_path: Path, key: DataKey | None) -> Iterator[Books]:
    with books_in(tmp_path / "books", tmp_path / "home") as made:
        made.make(LOCK if key else None)
        yield made


@pytest.mark.parametrize("table", TABLES)
def test_a_check_names_the_damage_instead_of_stopping_at_it(
    books: Books, key: DataKey | None, table: str
) -> None:
    damage(books.path, table, key)
    books.open(key)
    proof = books.program.ask(books.program.checking.full)
    assert "integrity" in {finding.rule for finding in proof.findings}
    steps = [
        found
        for place in range(STEPS)
        for found in books.program.ask(lambda at=place: books.program.checking.step(at))  # type: ignore[misc]
    ]
    ended = books.program.ask(lambda: books.program.checking.ended(steps))
    assert [each.rule for each in ended.findings] == [each.rule for each in steps]
    assert books.program.ask(books.program.checking.found) == ended.findings
    assert books.program.ask(books.program.checking.file)


def test_whatever_is_read_says_damage_and_the_program_is_told_of_it(
    books: Books, key: DataKey | None
) -> None:
    damage(books.path, "entry", key)
    met: list[UserError] = []
    books.program.damage_met = met.append
    books.open(key)
    for read in (
        lambda: list(Entry.select()),
        lambda: execute("SELECT * FROM entry").fetchall(),
    ):
        with pytest.raises(UserError) as refused:
            books.program.ask(read)
        assert refused.value.problem is Problem.LEDGER_DAMAGED
        assert refused.value.facts["path"] == books.path
    assert [error.facts["path"] for error in met] == [books.path] * 2


def test_a_fault_of_ours_stays_one(books: Books, key: DataKey | None) -> None:
    books.open(key)
    met: list[UserError] = []
    books.program.damage_met = met.append

    def fail() -> None:
        raise LookupError("ours")

    with pytest.raises(LookupError):
        books.program.ask(fail)
    assert met == []


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ("disk I/O error", Problem.LEDGER_DAMAGED),
        ("Could not decode to UTF-8 column 'note'", Problem.LEDGER_DAMAGED),
        ("database or disk is full", Problem.DISK_FULL),
    ],
)
def test_what_a_disk_does_while_one_reads_is_told_and_no_fault_of_ours(
    books: Books, key: DataKey | None, said: str, problem: Problem
) -> None:
    """Which words the driver has for it; a disk that fails on demand is not to be had."""
    books.open(key)
    met: list[UserError] = []
    books.program.damage_met = met.append

    def read() -> None:
        raise driver.OperationalError(said)

    with pytest.raises(UserError) as refused:
        books.program.ask(read)
    assert (refused.value.problem, refused.value.facts["path"]) == (problem, books.path)
    assert len(met) == (problem is Problem.LEDGER_DAMAGED)
    books.close()
    with pytest.raises(driver.OperationalError):
        books.program.ask(read)


@pytest.mark.parametrize("table", ["business", "customer", "action"])
def test_a_ledger_that_cannot_be_read_as_it_is_opened_is_refused_and_shut(
    books: Books, key: DataKey | None, table: str
) -> None:
    damage(books.path, table, key)
    with pytest.raises(UserError) as refused:
        books.program.ask(lambda: opened(books.program, books.path, None, key))
    assert refused.value.problem is Problem.LEDGER_DAMAGED
    assert refused.value.facts["path"] == books.path
    assert books.program.ask(lambda: books.program.ledgers.path) is None


def test_a_quick_look_never_says_more_than_it_saw(books: Books, key: DataKey | None) -> None:
    damage(books.path, "entry", key)
    books.open(key)
    looked = books.program.ask(books.program.checking.glance)
    assert looked is Glance.END_FITS
    assert books.program.ask(books.program.checking.pages) is Glance.DAMAGED
