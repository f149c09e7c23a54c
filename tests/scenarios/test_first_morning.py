"""Import the invoices, see today's list, read the brief, record the call, print the statement."""

import io
import re
from pathlib import Path

from pypdf import PdfReader

from tests.cli.books import write_books
from tests.cli.conftest import Run

MONDAY = "2026-11-23"


def test_the_main_job_from_the_file_to_the_letter(run: Run, tmp_path: Path) -> None:
    ledger, letters = tmp_path / "books.creditmate", tmp_path / "letters"
    at = ("--ledger", ledger, "--on", MONDAY)
    assert run("new", ledger, "--no-password", "--name", "Kestrel Lane", "--on", MONDAY).status == 0

    imported = run("import", write_books(tmp_path), "--currency", "GBP", *at)
    assert imported.status == 0, imported.err
    assert "Imported 10 new documents of 4 new customers" in imported.out

    (aged,) = run("aged", "--as-at", MONDAY, *at, "--json").json
    assert aged["total"] == {"minor": 1_165_000, "currency": "GBP"}
    assert aged["disputed"] == {"count": 1, "amount": {"minor": 50_000, "currency": "GBP"}}

    first, second, third = run("today", *at, "--json").json
    assert (first["code"], second["code"]) == ("Ashlar & Oak", "Brindle Row")
    assert first["amounts"] == [{"minor": 1_000_000, "currency": "GBP"}]
    assert second["amounts"] == [{"minor": 25_000, "currency": "GBP"}]
    # Calder Reach is new among customers of half a year: its first invoice is three days old
    assert (third["code"], third["step"]) == ("Calder Reach", "welcome")
    assert first["channel"] == "call"
    assert "usually_late" in first["reason_codes"]

    brief = run("customer", "ashlar & oak", *at).out
    assert "Please pay now: £10,000.00" in brief
    assert "Usually pays 10 days late" in brief
    assert "You could open with" in brief

    called = run(
        "call", "Ashlar & Oak", *at, "--with", "Daniel Marsh", "--outcome", "will_pay",
        "--promise", "6,000.00", "--by", "fri", "--next", "+8", "--note", "The rest next month.",
    )  # fmt: skip
    assert called.status == 0, called.err
    assert "They pay £6,000.00 by Friday 27 November 2026." in called.out.replace("\u00a0", " ")

    assert "Ashlar & Oak" not in {row["code"] for row in run("today", *at, "--json").json}
    codes = {row["code"]: row for row in run("today", "--left-out", *at, "--json").json}
    assert codes["Ashlar & Oak"]["why"] == "promise"  # of 6,000 of the 10,000
    assert codes["Ashlar & Oak"]["amounts"] == [{"minor": 1_000_000, "currency": "GBP"}]

    written = run("statements", *at, "--out", letters, "--customer", "Ashlar & Oak", "--json")
    assert written.status == 0, written.err
    (statement,) = written.json["issued"]
    assert (statement["number"], statement["pages"]) == ("S-2611-001", 1)
    text = _text(Path(statement["file"]))
    assert "Ashlar & Oak" in text
    assert "Kestrel Lane" in text
    assert {"10,000.00", "£10,000.00"} & set(re.findall(r"£?[\d,]+\.\d\d", text))
    assert re.search(r"Thank you\s*£4,000\.00", text)
    assert "by arrangement" in text

    checked = run("check", *at, "--json")
    assert (checked.status, checked.json["ok"], checked.json["papers"]) == (0, True, 1)
    assert run("backup", *at).status == 0


def test_a_promise_that_passes_unpaid_is_first_that_morning(run: Run, tmp_path: Path) -> None:
    ledger = tmp_path / "books.creditmate"
    at = ("--ledger", ledger, "--on", MONDAY)
    run("new", ledger, "--no-password", "--on", MONDAY)
    run("import", write_books(tmp_path), "--currency", "GBP", *at)
    run(
        "call", "Brindle Row", *at, "--with", "Ruth", "--outcome", "will_pay", "--promise", "250",
        "--by", "2026-11-25", "--next", "2026-11-30", "--note", "Wednesday's run.",
    )  # fmt: skip
    codes = [row["code"] for row in run("today", *at, "--json").json]
    assert codes == ["Ashlar & Oak", "Calder Reach"]  # the second is new, and welcomed

    morning = (
        "--ledger",
        ledger,
        "--on",
        "2026-11-28",
    )  # two working days after Wednesday are over
    waiting = {row["code"]: row["reason_codes"] for row in run("today", *morning, "--json").json}
    assert waiting["Brindle Row"][0] == "check_bank"

    assert run("posted", "--to", "2026-11-27", *morning).status == 0
    first = run("today", *morning, "--json").json[0]
    assert (first["code"], first["reason_codes"][0]) == ("Brindle Row", "promise_broken")
    assert "£250.00" in first["reasons"][0]


def test_paid_meanwhile_nobody_is_rung(run: Run, tmp_path: Path) -> None:
    ledger = tmp_path / "books.creditmate"
    at = ("--ledger", ledger, "--on", "2026-12-01")
    run("new", ledger, "--no-password")
    run("import", write_books(tmp_path), "--currency", "GBP", *at)
    paid = [row.replace(",,No", ",30/11/2026,No") for row in _rows(tmp_path)]
    again = run("import", write_books(tmp_path, *paid), "--currency", "GBP", *at)
    assert "4 settlements" in again.out
    assert [row["code"] for row in run("today", *at, "--json").json] == []
    (aged,) = run("aged", *at, "--json").json
    assert aged["total"] == {"minor": 50_000, "currency": "GBP"}
    (before,) = run("aged", "--as-at", "2026-11-29", *at, "--json").json
    assert before["total"] == {"minor": 1_165_000, "currency": "GBP"}


def _rows(folder: Path) -> list[str]:
    return (folder / "invoices.csv").read_text(encoding="utf-8").splitlines()[1:]


def _text(path: Path) -> str:
    pages = PdfReader(io.BytesIO(path.read_bytes())).pages
    return "\n".join(page.extract_text() for page in pages).replace("\u00a0", " ")
