"""Days agreed on a visit that a slip could mean are asked about, as those of a call are."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_visit_reports import (
    ask,
    ledger,  # noqa: F401 - a fixture
    said,
    visit,  # noqa: F401 - a fixture
)

BARE = (
    "--outcome", "will_pay", "--note", "A good hour.", "--next", "2026-12-07",
    "--result", "1=wanted", "--result", "2=not_spoken_of",
)  # fmt: skip
COMMITMENTS = (
    ("--they-pay", "20;20/11"),
    ("--they-do", "Name a buyer;20/11"),
    ("--we-do", "Send the notes;20/11"),
    ("--paper", "1=promised;20/11"),
)


@pytest.mark.parametrize(("option", "text"), COMMITMENTS)
def test_a_day_that_became_next_years_is_asked_about(
    run: Run,
    ledger: Path,  # noqa: F811
    visit: str,  # noqa: F811
    option: str,
    text: str,
) -> None:
    made = ask(run, ledger, "visit", "report", visit, *BARE, option, text)
    assert made.status == 1, made.out
    assert f"{option}: that would be 20 Nov 2027" in made.err.replace("\u00a0", " ")
    assert said(ask(run, ledger, "visit", "report", visit, "--json"))["talk"] is None
    with_year = f"{text}/2027"
    assert ask(run, ledger, "visit", "report", visit, *BARE, option, with_year).status == 0


@pytest.mark.parametrize(("option", "text"), COMMITMENTS)
def test_so_it_is_of_what_is_added(
    run: Run,
    ledger: Path,  # noqa: F811
    visit: str,  # noqa: F811
    option: str,
    text: str,
) -> None:
    assert ask(run, ledger, "visit", "report", visit, *BARE).status == 0
    before = said(ask(run, ledger, "visit", "report", visit, "--json"))
    added = ask(run, ledger, "visit", "report", visit, "--add", option, text)
    assert added.status == 1, added.out
    assert "type it with its year" in added.err
    assert said(ask(run, ledger, "visit", "report", visit, "--json")) == before


@pytest.mark.parametrize("option", ["--next", "--again"])
def test_so_it_is_of_a_way_in_vain(run: Run, ledger: Path, visit: str, option: str) -> None:  # noqa: F811
    made = ask(run, ledger, "visit", "deputy", visit, "--with", "Ann", option, "20/11")
    assert made.status == 1, made.out
    assert "type it with its year" in made.err


def test_a_day_left_empty_is_no_part_of_the_note(run: Run, ledger: Path, visit: str) -> None:  # noqa: F811
    refused = ("--paper", "1=refused;;they give none")
    assert ask(run, ledger, "visit", "report", visit, *BARE, *refused).status == 0
    (paper,) = said(ask(run, ledger, "visit", "report", visit, "--json"))["papers"]
    assert (paper["came"], paper["note"]) == ("refused", "they give none")


def test_nothing_overdue_is_no_issue(run: Run, ledger: Path) -> None:  # noqa: F811
    day = ("--day", "2026-12-03", "--purpose", "To look ahead together.", "--overdue")
    bare = ask(run, ledger, "visit", "plan", "FOYL01", *day)
    assert bare.status == 0, bare.err
    assert "Overdue invoices" not in bare.out
    assert "Nothing is overdue: it is no issue." in bare.err
    credit = ask(run, ledger, "visit", "plan", "UNDE01", *day).out.replace("\u00a0", " ")
    assert "Overdue invoices" in credit
    assert "£2,400.00 of theirs is not matched, as much as is overdue: match it first." in credit
