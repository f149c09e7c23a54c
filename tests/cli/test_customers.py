"""``customers``, and what ``customer`` and ``today`` tell of a customer's standing."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from creditmate.bootstrap import build
from creditmate.domain.errors import UserError
from creditmate.domain.groups import StatementTo
from creditmate.domain.holds import HoldKind, Stop
from creditmate.domain.money import Money
from creditmate.domain.wishes import WishKind
from creditmate.i18n.problems import problem_words
from creditmate.services.decisions import HoldEntry, WishEntry
from creditmate.services.program import Program
from tests.cli.books import write_books
from tests.cli.conftest import Run

TODAY = date(2026, 11, 23)
ON = "--on", "2026-11-23"
DMY = "--date-order", "dmy", "--currency", "GBP"
ASHLAR, BRINDLE, CALDER = "Ashlar & Oak", "Brindle Row", "Calder Reach"


@pytest.fixture
def books(run: Run, tmp_path: Path) -> Path:
    """A ledger with the usual file in it."""
    ledger = tmp_path / "books.creditmate"
    assert run("new", ledger, "--no-password", "--country", "GB", *ON).status == 0
    file = write_books(tmp_path)
    assert run("import", file, "--ledger", ledger, *DMY, *ON).status == 0
    return ledger


Decide = Callable[[Callable[[Program], object]], None]


@pytest.fixture
def decide(books: Path) -> Decide:
    """Decide something through the program itself: only the window has these deeds."""

    def deed(work: Callable[[Program], object]) -> None:
        program = build(TODAY)
        try:
            program.ask(lambda: program.ledgers.open(books))
            program.ask(lambda: work(program))
        finally:
            program.stop()

    return deed


def test_every_customer_is_listed_with_its_standing(run: Run, books: Path, decide: Decide) -> None:
    limit = Money(500_000, "GBP")
    decide(lambda p: p.decisions.set_limit(ASHLAR, limit, "GBP", "asked", group=False))
    decide(lambda p: p.groups.join(CALDER, BRINDLE, StatementTo.HEAD_OFFICE))
    answer = run("customers", "--ledger", books, "--json", *ON)
    assert answer.status == 0
    rows = {row["name"]: row for row in answer.json}
    assert rows[ASHLAR]["limit"]["over"] == {"minor": 500_000, "currency": "GBP"}
    assert rows[ASHLAR]["exposure"][0]["total"] == {"minor": 1_000_000, "currency": "GBP"}
    assert rows[CALDER]["head_office"] == rows[BRINDLE]["code"]
    text = run("customers", "--ledger", books, "--filter", "over-limit", *ON).out
    assert ASHLAR in text
    assert BRINDLE not in text
    group = run("customers", "--ledger", books, "--json", "--filter", f"group={BRINDLE}", *ON)
    assert [row["name"] for row in group.json] == [BRINDLE, CALDER]


@pytest.mark.parametrize(
    "wanted", ["tag", "over-limit=x", "tag=", "colour=red", "status=bogus", "=", ""]
)
def test_a_filter_that_is_none_is_refused(run: Run, books: Path, wanted: str) -> None:
    answer = run("customers", "--ledger", books, "--filter", wanted, *ON)
    assert answer.status == 1
    assert f"--filter: “{wanted}”" in answer.err


def test_nobody_is_said_where_nobody_is_like_that(run: Run, books: Path) -> None:
    answer = run("customers", "--ledger", books, "--filter", "archived", *ON)
    assert (answer.status, answer.out.strip()) == (0, "No customer is like that.")


def test_a_hold_shows_on_the_brief_on_today_and_in_the_run(
    run: Run, books: Path, tmp_path: Path, decide: Decide
) -> None:
    stops = frozenset({Stop.STEPS, Stop.STATEMENTS})
    entry = HoldEntry(HoldKind.HARDSHIP, TODAY, stops, date(2026, 12, 7), None, "Flood")
    decide(lambda p: p.decisions.hold(ASHLAR, entry))
    decide(lambda p: p.decisions.wish(ASHLAR, WishEntry(WishKind.HOURS, hours="09:00-12:00")))
    brief = run("customer", ASHLAR, "--ledger", books, *ON).out
    assert "Not being followed up: hardship" in brief
    assert "stops following up, statements; look at it again 7\u00a0Dec: Flood" in brief
    assert "Wish: only 09:00-12:00" in brief
    answer = run("customer", ASHLAR, "--ledger", books, "--json", *ON).json
    assert answer["not_followed_up"] == "hardship"
    assert answer["holds"][0]["stops"] == ["statements", "steps"]
    assert answer["reason_codes"] == []
    today = run("today", "--ledger", books, *ON).out
    assert re.search(r"Ashlar & Oak  £10,000\.00  Not being followed up: hardship", today)
    later = run("today", "--ledger", books, "--on", "2026-12-07").out
    assert "look at it again now" in later
    out = tmp_path / "letters"
    issued = run("statements", "--ledger", books, "--out", out, *ON)
    assert issued.status == 0
    assert "Ashlar & Oak: no statement, Hardship" in issued.out


def test_a_group_stands_on_today_once_and_names_its_branches(
    run: Run, books: Path, decide: Decide
) -> None:
    decide(lambda p: p.groups.join(ASHLAR, BRINDLE))
    rows = run("today", "--ledger", books, "--json", *ON).json
    assert [row["name"] for row in rows] == [BRINDLE, CALDER]  # the second is new, and welcomed
    assert rows[0]["branches"] == [ASHLAR]
    assert "for Ashlar & Oak" in rows[0]["reasons"]
    assert "Head office" in run("customer", ASHLAR, "--ledger", books, *ON).out
    assert "Branches" in run("customer", BRINDLE, "--ledger", books, *ON).out


def test_a_merged_code_goes_on_working_for_commands_and_imports(
    run: Run, books: Path, tmp_path: Path, decide: Decide
) -> None:
    decide(lambda p: p.merging.merge(CALDER, BRINDLE))
    brief = run("customer", CALDER, "--ledger", books, "--json", *ON).json
    assert brief["name"] == BRINDLE
    same = run("import", tmp_path / "invoices.csv", "--ledger", books, *DMY, *ON)
    assert same.status == 0
    more = write_books(tmp_path, "Calder Reach,0011,21/11/2026,21/12/2026,50.00,,No")
    assert run("import", more, "--ledger", books, *DMY, *ON).status == 0
    rows = run("customers", "--ledger", books, "--json", *ON).json
    assert CALDER not in [row["name"] for row in rows]
    numbers = [row["number"] for row in run("customer", BRINDLE, "--ledger", books, "--json",
                                            *ON).json["entries"]]  # fmt: skip
    assert {"0009", "0011"} <= set(numbers)
    assert run("check", "--ledger", books).status == 0


def test_an_import_takes_back_who_was_put_away(
    run: Run, books: Path, tmp_path: Path, decide: Decide
) -> None:
    decide(lambda p: p.customer_editing.archive("Delph Hill"))
    listed = run("customers", "--ledger", books, "--json", *ON).json
    assert "Delph Hill" not in [row["name"] for row in listed]
    more = write_books(tmp_path, "Delph Hill,0012,21/11/2026,21/12/2026,50.00,,No")
    assert run("import", more, "--ledger", books, *DMY, *ON).status == 0
    listed = run("customers", "--ledger", books, "--json", *ON).json
    assert "Delph Hill" in [row["name"] for row in listed]


def test_why_a_customer_is_not_put_away_is_said_in_words(books: Path, decide: Decide) -> None:
    assert books.exists()
    with pytest.raises(UserError) as caught:
        decide(lambda p: p.customer_editing.archive(ASHLAR))
    assert problem_words(caught.value, "en_GB", "en_GB") == (
        "Ashlar & Oak cannot be put away while this is open: invoices, receipts or credits not"
        " settled (2)."
    )
