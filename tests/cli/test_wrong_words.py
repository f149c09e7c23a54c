"""What was typed and cannot be: the message says what was found, and what was expected."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

ON = "--on", "2026-11-23"


@pytest.fixture
def ledger(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "sample.creditmate"
    assert run("new", path, "--sample", "--no-password", *ON).status == 0
    return path


def refused(run: Run, ledger: Path, *words: str) -> str:
    """Return what is said of a command that is refused."""
    answer = run(*words, "--ledger", ledger, *ON)
    assert answer.status != 0, answer.out
    return (answer.err or answer.out).replace("\u00a0", " ")


def test_an_invoice_of_somebody_else_is_named_with_whose_it_is_not(run: Run, ledger: Path) -> None:
    raised = "dispute", "BRIN01", "--raise", "--reason", "quantity"
    said = refused(run, ledger, *raised, "--invoices", "2118=86.40")
    assert "2118 is not an open invoice of BRIN01" in said
    assert "86.40" not in said  # the amount is not what was wrong


def test_a_contact_that_there_is_none_of_is_not_there(run: Run, ledger: Path) -> None:
    said = refused(run, ledger, "move-contact", "9999", "--to", "HOLL01", "--because", "x")
    assert "There is no contact with the number 9999" in said
    assert "taken back" not in said
    said = refused(run, ledger, "move-contact", "abc", "--to", "HOLL01", "--because", "x")
    assert "row_id" not in said
    assert "“abc”" in said


def test_a_next_step_in_the_past_is_told_with_the_day_that_was_found(
    run: Run, ledger: Path
) -> None:
    call = "call", "ASHL01", "--with", "Gail", "--outcome", "refuses", "--note", "x"
    said = refused(run, ledger, *call, "--next", "1/1/2020")
    assert "--next: 1 Jan 2020 has passed" in said


@pytest.mark.parametrize(
    ("option", "words"),
    [
        ("--answer-by", ("dispute", "BRIN01", "--raise", "--reason", "quantity",
                         "--invoices", "2083", "--answer-by", "20/11")),
        ("--answer-by", ("call", "BRIN01", "--with", "A", "--outcome", "dispute", "--note", "x",
                         "--dispute", "quantity", "--about", "2083", "--next", "mon",
                         "--answer-by", "20/11")),
        ("--days", ("plan", "BRIN01", "--total", "--days", "20/11,20/12")),
        ("--down-by", ("plan", "BRIN01", "--total", "--parts", "3", "--first", "1/12",
                       "--down", "100", "--down-by", "20/11")),
    ],
)  # fmt: skip
def test_a_day_that_a_slip_could_mean_is_doubted_everywhere_the_same(
    run: Run, ledger: Path, option: str, words: tuple[str, ...]
) -> None:
    """Who types last Friday's day would have next year's."""
    said = refused(run, ledger, *words)
    assert option in said
    assert "20 Nov 2027" in said
    assert "type it with its year" in said


def test_whoever_is_left_in_peace_with_nothing_overdue_is_told_so(run: Run, ledger: Path) -> None:
    """How much is all that is open then, not the one invoice that a call would be about."""
    (there,) = (
        row
        for row in run("today", "--left-out", "--ledger", ledger, "--json", *ON).json
        if row["code"] == "CARR01"
    )
    brief = run("brief", "CARR01", "--ledger", ledger, "--json", *ON).json
    (account,) = brief["accounts"]
    assert account["overdue"]["minor"] == 0
    assert there["amounts"] == [account["total"]]
    assert there["words"].endswith("nothing is overdue")
    for listed in (("today",), ("today", "--left-out")):
        said = run(*listed, "--ledger", ledger, *ON).out.replace("\u00a0", " ")
        (line,) = (one for one in said.splitlines() if one.startswith("CARR01"))
        assert f"£{account['total']['minor'] / 100:,.2f}" in line
        assert "nothing is overdue" in line
