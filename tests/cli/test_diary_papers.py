"""``plan-paper``, ``history``, ``today-sheet`` and the letter of ``help-sheet``, as typed."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.books import write_books
from tests.cli.conftest import Run

ON = "--on", "2026-11-23"


@pytest.fixture
def books(run: Run, tmp_path: Path) -> Path:
    """A ledger with the usual file in it."""
    ledger = tmp_path / "books.creditmate"
    assert run("new", ledger, "--no-password", "--country", "GB", *ON).status == 0
    options = "--date-order", "dmy", "--currency", "GBP"
    assert run("import", write_books(tmp_path), "--ledger", ledger, *options, *ON).status == 0
    return ledger


@pytest.fixture
def code(run: Run, books: Path) -> str:
    listed = run("customers", "--ledger", books, "--json", *ON).json
    return next(str(row["code"]) for row in listed if row["name"] == "Ashlar & Oak")


def text_of(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages).replace("\u00a0", " ")


def test_an_agreement_is_issued_once_and_the_signed_one_kept(
    run: Run, books: Path, code: str, tmp_path: Path
) -> None:
    there = "--ledger", books, *ON
    agreed = run("plan", code, "--total", "--parts", 3, "--first", "2026-12-18", *there, "--json")
    assert agreed.status == 0, agreed.err
    out, again, draft = (tmp_path / f"{name}.pdf" for name in ("one", "two", "draft"))
    nobody = run("plan-paper", "P-2611-001", "--out", tmp_path / "no" / "x.pdf", *there)
    assert (nobody.status, nobody.out) == (1, "")  # nothing is issued into nowhere
    first = run("plan-paper", "P-2611-001", "--out", out, *there, "--json")
    assert first.status == 0, first.err
    assert first.json == {
        "paper": str(out), "number": "P-2611-001", "pages": 1, "issued_now": True,
    }  # fmt: skip
    said = text_of(out)
    for words in ("Payment plan agreement", "£10,000.00", "3,333.33", "3,333.34", "0005"):
        assert words in said
    second = run("plan-paper", "P-2611-001", "--out", again, "--ledger", books, "--on",
                 "2026-11-25")  # fmt: skip
    assert "was issued before" in second.out
    assert second.err == ""
    assert again.read_bytes() == out.read_bytes()
    assert run("plan-paper", "P-2611-001", "--out", draft, "--draft", *there).status == 0
    assert "Draft" in text_of(draft)
    kept = run("plan-paper", "P-2611-001", "--signed", out, *there, "--json")
    assert kept.json["attachment"] == 1
    assert run("check", "--ledger", books, *ON).status == 0


def test_what_cannot_be_done_is_said(run: Run, books: Path, code: str, tmp_path: Path) -> None:
    there = "--ledger", books, *ON
    missing = run("plan-paper", "P-2611-009", "--out", tmp_path / "x.pdf", *there)
    assert missing.status == 1
    assert "P-2611-009" in missing.err
    assert not (tmp_path / "x.pdf").exists()
    assert run("plan-paper", "1", "--signed", tmp_path / "none.pdf", *there).status == 1
    nowhere = run("history", "NOBODY", "--out", tmp_path / "x.pdf", *there)
    assert nowhere.status == 1
    turned = run("history", code, "--out", tmp_path / "x.pdf", "--from", "2026-11-20", "--to",
                 "2026-11-19", *there)  # fmt: skip
    assert turned.status == 1


def test_a_history_is_written_for_us_and_for_others(
    run: Run, books: Path, code: str, tmp_path: Path
) -> None:
    there = "--ledger", books, *ON
    call = run("call", code, "--with", "Ann", "--outcome", "all_well", "--note", "Cash is short",
               "--none-because", "asked", *there)  # fmt: skip
    assert call.status == 0, call.err
    ours, theirs = tmp_path / "ours.pdf", tmp_path / "theirs.pdf"
    answer = run("history", code, "--out", ours, *there, "--json").json
    assert answer["paper"] == str(ours)
    assert answer["entries"] >= 11
    assert "Cash is short" in text_of(ours)
    assert "INTERNAL" in text_of(ours)
    written = run("history", code, "--out", theirs, "--facts-only", "--from", "2026-11-01", *there)
    assert "1 page" in written.out
    assert "Cash is short" not in text_of(theirs)
    assert "Ann" in text_of(theirs)
    assert "0001" not in text_of(theirs)


def test_the_sheet_of_the_day_is_written(run: Run, books: Path, tmp_path: Path) -> None:
    out = tmp_path / "sheet.pdf"
    answer = run("today-sheet", "--out", out, "--top", 1, "--ledger", books, *ON, "--json")
    assert answer.status == 0, answer.err
    assert answer.json["lines"] == 1
    assert answer.json["of"] > 1
    assert "Call sheet" in text_of(out)


def test_the_sheet_is_capped_as_the_day_is(run: Run, books: Path, tmp_path: Path) -> None:
    out, there = tmp_path / "sheet.pdf", ("--ledger", books, *ON)
    assert run("policy", "--set", "calls_per_day=1", *there).status == 0
    capped = run("today-sheet", "--out", out, *there, "--json").json
    every = run("today-sheet", "--out", out, "--all", *there, "--json").json
    assert capped["lines"] == capped["of"] == len(run("today", *there, "--json").json)
    assert capped["for_tomorrow"] > 0 == every["for_tomorrow"]
    assert every["lines"] == capped["lines"] + capped["for_tomorrow"]


def test_a_help_sheet_is_a_letter_issued_when_it_is_sent(
    run: Run, books: Path, code: str, tmp_path: Path
) -> None:
    there, out = ("--ledger", books, *ON), tmp_path / "help.pdf"
    looked = run("help-sheet", "--for", code, "--out", out, *there, "--json")
    assert looked.json == {"paper": str(out), "pages": 1, "number": None}
    assert "Ashlar & Oak" in text_of(out)
    sent = run("help-sheet", "--for", code, "--send", "--out", out, *there, "--json")
    assert sent.json["number"] == "H-2611-001"
    assert "H-2611-001" in text_of(out)
    assert run("help-sheet", "GB", "--out", out, *there).status == 1
