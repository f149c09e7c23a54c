"""What an invoice may not be, said before it has a number: papers, options, numbers of others."""

import errno
import os
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run

AT = ("--on", "2026-11-23")
HEADER = "Customer,Invoice number,Invoice date,Due date,Amount,Date paid,Disputed"
ROWS = ("Marlpit,INV-0001,28/10/2026,27/11/2026,12.00,,No",)
LINE = ("--line", "Oak;1;6")


@pytest.fixture
def ledger(run: Run, tmp_path: Path) -> Path:
    path, books = tmp_path / "books.creditmate", tmp_path / "books.csv"
    books.write_text("\n".join((HEADER, *ROWS)) + "\n", encoding="utf-8")
    assert run("new", path, "--no-password", *AT).status == 0
    taken = run("import", books, "--currency", "GBP", "--ledger", path, *AT)
    assert taken.status == 0
    return path


@pytest.fixture
def code(run: Run, ledger: Path) -> str:
    (row,) = run("customers", "--ledger", ledger, *AT, "--json").json
    return str(row["code"])


def numbers(run: Run, ledger: Path) -> list[str]:
    listed = run("invoices", "--ledger", ledger, *AT, "--json").json
    return [row["number"] for row in listed["invoices"] if row["own"]]


# ---------------------------------------------------------------- where the paper goes
def test_nothing_is_issued_where_its_paper_cannot_be_written(
    run: Run, ledger: Path, code: str, tmp_path: Path
) -> None:
    for out in (tmp_path / "none" / "x.pdf", tmp_path):
        refused = run("invoice", "new", code, *LINE, "--issue", "--out", out,
                      "--ledger", ledger, *AT)  # fmt: skip
        assert (refused.status, refused.out) == (1, "")
        assert str(out) in refused.err
        run("invoice", "new", code, *LINE, "--out", out, "--ledger", ledger, *AT)
    assert numbers(run, ledger) == []
    assert run("invoices", "--drafts", "--ledger", ledger, *AT, "--json").json == []


@pytest.mark.parametrize("as_json", [False, True])
def test_a_disk_that_fills_afterwards_hides_no_number(
    run: Run, ledger: Path, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    *, as_json: bool,
) -> None:  # fmt: skip
    replace, out = os.replace, tmp_path / "x.pdf"

    def full(source: Path, target: Path) -> None:
        if target == out:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        replace(source, target)

    monkeypatch.setattr(os, "replace", full)
    done = run("invoice", "new", code, *LINE, "--issue", "--out", out, "--ledger", ledger, *AT,
               *(("--json",) if as_json else ()))  # fmt: skip
    assert done.status == 1
    assert "INV-0001" in done.out
    assert "INV-0001 is issued all the same" in done.err
    assert "the disk is full" in done.err
    assert list(tmp_path.glob("*.part")) == []
    if as_json:
        assert (done.json["number"], done.json["file"]) == ("INV-0001", None)


# ---------------------------------------------------------------- what stands on it
def test_what_no_font_has_is_asked_about_first(run: Run, ledger: Path, code: str) -> None:
    line = ("--line", "Oak 🙂 مرحبا;1;6")
    refused = run("invoice", "new", code, *line, "--issue", "--ledger", ledger, *AT)
    assert (refused.status, refused.out) == (1, "")
    assert "🙂" in refused.err
    assert "--despite" in refused.err
    assert numbers(run, ledger) == []
    issued = run("invoice", "new", code, *line, "--issue", "--despite", "--ledger", ledger, *AT)
    assert (issued.status, "🙂" in issued.err) == (0, True)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--line", "a\0b;1;5"), "Line 1: Description: It holds characters that cannot be seen"),
        ((*LINE, "--order", "a\x1b[1m"), "Order number: It holds"),
        ((*LINE, "--order", "x" * 61), "Order number: At most 60"),
        ((*LINE, "--note", "x" * 601), "Note: At most 600"),
        (("--line", "x" * 601 + ";1;5"), "Line 1: Description: At most 600"),
        ((*LINE, "--day", "24/11/2026"), "Day: "),
        (("--line", "a"), "Expected: DESC;QTY;PRICE[;TAX]"),
        (("--line", "a;1;99999999999999"), "at most 12 digits"),
        ((*LINE, "--day", "1/1/1900"), "No rate of tax is known on"),
        ((*LINE, "--retention-due", "1/6/2027"), "Say how much is held back"),
        ((*LINE, "--retention", "0.01%", "--retention-due", "1/6/2027"), "has to be a part"),
    ],
)
def test_what_is_refused_is_named(
    run: Run, ledger: Path, code: str, options: tuple[str, ...], said: str
) -> None:
    refused = run("invoice", "new", code, *options, "--issue", "--ledger", ledger, *AT)
    assert (refused.status, refused.out) == (1, "")
    assert said in refused.err


def test_a_payer_of_letters_that_nobody_sees_is_refused(run: Run, ledger: Path, code: str) -> None:
    refused = run("pay", code, "5", "--payer", "Marl\0pit", "--ledger", ledger, *AT)
    assert (refused.status, "Payer" in refused.err) == (1, True)


def test_nothing_is_written_off_under_nothing(run: Run, ledger: Path) -> None:
    refused = run("invoice", "write-off", "--under", "-5", "--because", "x", "--ledger", ledger,
                  *AT)  # fmt: skip
    assert (refused.status, "more than nothing" in refused.err) == (1, True)


# ---------------------------------------------------------------- which one is meant
def test_of_two_documents_of_one_number_none_is_chosen_unasked(
    run: Run, ledger: Path, code: str, tmp_path: Path
) -> None:
    at = ("--ledger", ledger, *AT)
    assert run("invoice", "new", code, *LINE, "--issue", *at).status == 0
    because, out = ("--because", "x"), ("--out", tmp_path / "x.pdf")
    for command, *more in (("show",), ("credit", *because), ("cancel", *because),
                           ("write-off", *because), ("print", *out)):  # fmt: skip
        refused = run("invoice", command, "INV-0001", *more, *at)
        assert (refused.status, "own:INV-0001" in refused.err) == (1, True)
    assert run("invoice", "show", "own:inv-0001", *at, "--json").json["gross"]["minor"] == 600
    (other,) = [name for name in re.findall(r"\S+:INV-0001", refused.err) if name[:4] != "own:"]
    shown = run("invoice", "show", other, *at, "--json").json
    assert (shown["own"], shown["gross"]["minor"]) == (False, 1200)
    assert run("invoice", "cancel", "own:INV-0001", "--because", "x", *at).status == 0


def test_a_credit_note_is_known_as_one(run: Run, ledger: Path, code: str) -> None:
    at = ("--ledger", ledger, *AT)
    assert run("invoice", "new", code, *LINE, "--issue", *at).status == 0
    assert run("invoice", "credit", "own:INV-0001", "--because", "x", *at).status == 0
    for command in ("credit", "cancel", "write-off"):
        refused = run("invoice", command, "CN-0001", "--because", "x", *at)
        assert (refused.status, "CN-0001 is a credit note" in refused.err) == (1, True)
    for amount in ("0", "-5"):
        refused = run(
            "invoice", "credit", "own:INV-0001", "--amount", amount, "--because", "x", *at
        )
        assert "above nothing" in refused.err
