"""``statements`` at the command line: the customer's kind and day of statement."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from pypdf import PdfReader

from creditmate.bootstrap import build
from creditmate.domain.customer_form import CustomerForm, StatementKind
from tests.cli.books import write_books
from tests.cli.conftest import Run

TODAY = date(2026, 11, 23)
ON = "--on", "2026-11-23"
DMY = "--date-order", "dmy", "--currency", "GBP"
ASHLAR, CALDER, DELPH = "Ashlar & Oak", "Calder Reach", "Delph Hill"

Change = Callable[[str, Callable[[CustomerForm], CustomerForm]], str]


@pytest.fixture
def books(run: Run, tmp_path: Path) -> Path:
    """A ledger with the usual file in it."""
    ledger = tmp_path / "books.creditmate"
    assert run("new", ledger, "--no-password", "--country", "GB", *ON).status == 0
    assert run("import", write_books(tmp_path), "--ledger", ledger, *DMY, *ON).status == 0
    return ledger


@pytest.fixture
def change(run: Run, books: Path) -> Change:
    """Edit a customer, found by its name, as the window does; return its code."""

    def edit(name: str, how: Callable[[CustomerForm], CustomerForm]) -> str:
        listed = run("customers", "--ledger", books, "--json", *ON).json
        code = next(str(row["code"]) for row in listed if row["name"] == name)
        program = build(TODAY)
        try:
            program.ask(lambda: program.ledgers.open(books))
            editing = program.customer_editing
            program.ask(lambda: editing.save(how(editing.form(code))))
        finally:
            program.stop()
        return code

    return edit


def text_of(path: str) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages).replace("\u00a0", " ")


def test_the_statement_is_of_the_customer_s_kind(
    run: Run, books: Path, change: Change, tmp_path: Path
) -> None:
    kinds = {
        ASHLAR: (StatementKind.BALANCE_FORWARD, "= closing 10,000.00"),
        CALDER: (StatementKind.ACTIVITY, "Billed £900.00, received or credited £0.00."),
    }
    for name, (kind, _) in kinds.items():
        change(name, partial(replace, statement_kind=kind))
    at = ("--ledger", books, *ON, "--out", tmp_path / "out", "--json")
    issued = {row["name"]: row for row in run("statements", *at).json["issued"]}
    for name, (_, words) in kinds.items():
        assert words in text_of(issued[name]["file"])
    assert "open items" in text_of(issued["Brindle Row"]["file"])
    again = {row["name"]: row for row in run("statements", *at).json["issued"]}
    assert {name: row["number"] for name, row in again.items()} == {
        name: row["number"] for name, row in issued.items()
    }
    assert not any(row["fresh"] for row in again.values())


def test_who_has_a_statement_day_is_told_to_wait_for_it(
    run: Run, books: Path, change: Change, tmp_path: Path
) -> None:
    code = change(ASHLAR, lambda form: replace(form, statement_day=25))
    at = ("--ledger", books, *ON, "--out", tmp_path / "out")
    assert f"{code}  {ASHLAR}: no statement, Statement day 25 Nov" in run(
        "statements", *at
    ).out.replace("\u00a0", " ")
    skipped = json.loads(run("statements", *at, "--json").out)["skipped"]
    assert skipped == [{"code": code, "why": "statement_day", "day": "2026-11-25"}]
    named = run("statements", *at, "--customer", code, "--json").json
    assert [row["code"] for row in named["issued"]] == [code]
    later = ("--ledger", books, "--on", "2026-11-25", "--out", tmp_path / "out", "--json")
    due = run("statements", *later).json
    assert code in {row["code"] for row in due["issued"]}
