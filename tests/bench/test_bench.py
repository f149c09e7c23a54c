"""What is timed must be the same work: the references answer as the program does."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.aged_lines import reference
from bench.book import BenchClock, Shape, made_book, opened
from bench.heartbeat_lines import heartbeat_lines
from bench.import_lines import empty, fresh, invoice_file, read, rows_added, write, write_bare
from bench.measure import Goal, Line, Verdict, in_rounds
from bench.protected_lines import KEY, protected_copy, protected_lines
from bench.start_lines import start_lines
from bench.table_lines import table_lines
from creditmate.db.aged import aged_sums
from creditmate.db.connection import close, execute
from creditmate.db.proof.everything import prove_all

SMALL = Shape(customers=40, invoices=9000, days=300)


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


@pytest.fixture
def book() -> Iterator[Path]:
    path = made_book(SMALL)
    with opened(path):
        yield path


@pytest.mark.usefixtures("book")
def test_a_made_book_is_a_sound_ledger() -> None:
    assert list(prove_all()) == []
    assert execute("PRAGMA foreign_key_check").fetchall() == []
    assert execute("PRAGMA integrity_check").fetchone() == ("ok",)  # CHECK constraints too
    invoices, open_ = execute(
        "SELECT count(*), sum(open_minor > 0) FROM entry WHERE due_day IS NOT NULL"
    ).fetchone()
    assert invoices == SMALL.invoices
    assert 0 < open_ < invoices


@pytest.mark.usefixtures("book")
def test_the_reference_ages_as_the_program_does() -> None:
    expected = {row[0]: tuple(row[1:]) for row in reference()}
    found = {
        customer: (*ageing.sums, ageing.unallocated_minor)
        for (customer, _), ageing in aged_sums(BenchClock().today).items()
    }
    assert found == expected
    assert len(found) == SMALL.customers
    assert any(sums[-1] for sums in found.values())


def test_a_longer_history_has_the_same_open_items() -> None:
    found = []
    for days in (500, 1000):
        with opened(made_book(Shape(30, days * 3, days))):
            query = "SELECT customer_id, due_day, open_minor FROM entry WHERE open_minor <> 0"
            found.append(sorted(execute(f"{query} AND due_day IS NOT NULL").fetchall()))
    assert found[0] == found[1]
    assert found[0]


def test_the_bare_rows_are_the_imported_rows() -> None:
    at, table = empty(), read(invoice_file(300))
    with fresh(at) as gateway:
        rows = rows_added(lambda: write(gateway, table))
    with fresh(at):
        assert rows_added(lambda: write_bare(rows)) == rows
        assert list(prove_all()) == []
    assert len(rows["document"][1]) == 300
    assert len(rows["action"][1]) == 1


def test_rounds_alternate() -> None:
    done: list[str] = []
    times = in_rounds({"a": lambda: done.append("a"), "b": lambda: done.append("b")}, rounds=2)
    assert done == ["a", "b"] * 3
    assert [len(seconds) for seconds in times.seconds.values()] == [2, 2]


@pytest.mark.parametrize(
    ("ratios", "goal", "verdict"),
    [
        ((1.0, 9.0, 1.2), Goal(2, 1.3), Verdict.STRETCH),
        ((2.0,), Goal(2, 1.3), Verdict.MET),
        ((2.1,), Goal(2, 1.3), Verdict.MISSED),
        ((0.4,), Goal(0.4, 0.55, at_most=False), Verdict.MET),
        ((0.39,), Goal(0.4, 0.55, at_most=False), Verdict.MISSED),
        ((7.0,), None, Verdict.SHOWN),
    ],
)
def test_a_verdict_is_that_of_the_median(
    ratios: tuple[float, ...], goal: Goal | None, verdict: Verdict
) -> None:
    assert Line("", ratios, 1.0, "", goal).verdict is verdict


def test_windows_start_and_say_what_they_hold(book: Path) -> None:
    close()  # the window opens it
    *starts, memory = start_lines(book, rounds=1)
    assert len(starts) == 6
    assert all(line.figure > 0 for line in starts)
    assert memory.figure > 1


@pytest.mark.usefixtures("qtbot")
def test_the_table_has_every_invoice(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    close()
    monkeypatch.setattr("bench.table_lines.PAGES", 2)
    monkeypatch.setattr("bench.table_lines.JUMPS", 2)
    first, page, jump = table_lines(book, rounds=1)
    assert f"{SMALL.invoices:,} rows" in first.what
    assert min(first.seconds, page.seconds, jump.seconds) > 0


def test_the_window_is_listened_to_while_it_works() -> None:
    importing, issuing = heartbeat_lines(rows=300, statements=30)
    assert 0.5 < importing.figure <= 1
    assert 0.5 < issuing.figure <= 1
    assert "heartbeats came within 50 ms" in issuing.note


def test_a_protected_book_is_the_same_book() -> None:
    plain = made_book(SMALL)
    with opened(plain):
        expected = aged_sums(BenchClock().today)
    with opened(protected_copy(plain), KEY):
        assert aged_sums(BenchClock().today) == expected
    assert protected_copy(plain).read_bytes()[:16] == KEY.fingerprint


def test_what_a_password_costs_is_measured() -> None:
    lines = protected_lines(made_book(SMALL), 1)
    assert [line.goal is not None for line in lines] == [True, True, True, False, False]
    assert all(line.figure > 0 for line in lines)
