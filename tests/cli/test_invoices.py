"""Invoices, credit notes and work from the command line: issued, shown, refused, as JSON."""

from pathlib import Path

import pytest

from creditmate.documents.read_back import page_texts
from tests.cli.conftest import Answer, Run

DAY = "2026-11-23"
LINE = "Oak door linings;12;64.50"


@pytest.fixture
def ledger(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "sample.creditmate"
    assert run("new", path, "--no-password", "--sample", "--on", DAY).status == 0
    return path


def on(run: Run, ledger: Path, *arguments: object) -> Answer:
    return run(*arguments, "--ledger", ledger, "--on", DAY)


def test_an_invoice_is_issued_credited_and_checked(run: Run, ledger: Path, tmp_path: Path) -> None:
    pdf = tmp_path / "invoice.pdf"
    made = on(run, ledger, "invoice", "new", "BRIN01", "--line", LINE, "--line", "Pads; 2;1.5;Z",
              "--order", "41158", "--issue", "--out", pdf, "--json").json  # fmt: skip
    assert made["gross"] == {"minor": 93_180, "currency": "GBP"}
    assert made["notices"] == []
    assert made["number"] in page_texts(pdf.read_bytes())[0]
    number = made["number"]
    copy = tmp_path / "copy.pdf"
    assert on(run, ledger, "invoice", "print", number, "--out", copy).status == 0
    assert copy.read_bytes() == pdf.read_bytes()

    note = on(run, ledger, "invoice", "credit", number, "--line", "1=2", "--because", "Two short",
              "--json").json  # fmt: skip
    assert note["gross"] == {"minor": 15_480, "currency": "GBP"}
    shown = on(run, ledger, "invoice", "show", number, "--json").json
    assert (shown["state"], shown["credit_notes"]) == ("part_paid", [note["number"]])
    assert shown["open"] == {"minor": 77_700, "currency": "GBP"}
    refused = on(run, ledger, "invoice", "credit", number, "--amount", "777.01", "--because", "x")
    assert (refused.status, "£777.00" in refused.err) == (1, True)
    listed = on(run, ledger, "invoices", "--state", "part_paid", "--customer", "BRIN01", "--json")
    assert number in [row["number"] for row in listed.json["invoices"]]
    assert on(run, ledger, "check").status == 0


def test_a_draft_has_no_number_until_it_is_issued(run: Run, ledger: Path, tmp_path: Path) -> None:
    preview = tmp_path / "draft.pdf"
    kept = on(run, ledger, "invoice", "new", "BRIN01", "--line", LINE, "--out", preview, "--json")
    assert "Draft" in page_texts(preview.read_bytes())[0]
    drafts = on(run, ledger, "invoices", "--drafts", "--json").json
    (mine,) = [draft for draft in drafts if draft["id"] == kept.json["draft"]]
    assert (mine["code"], mine["lines"]) == ("BRIN01", ["Oak door linings"])


def test_retention_is_a_part(run: Run, ledger: Path) -> None:
    made = on(run, ledger, "invoice", "new", "BRIN01", "--line", "Work;1;1000", "--retention", "5%",
              "--retention-due", "2027-11-23", "--issue", "--json").json  # fmt: skip
    assert [(part["amount"]["minor"], part["retained"]) for part in made["parts"]] == [
        (114_000, False), (6000, True),
    ]  # fmt: skip


def test_work_is_listed_and_invoiced(run: Run, ledger: Path) -> None:
    before = len(on(run, ledger, "work", "--json").json)
    assert (
        on(run, ledger, "work", "add", "BRIN01", "Stairs;1;300", "--done", "2026-11-01").status == 0
    )
    rows = on(run, ledger, "work", "--json").json
    mine = next(row for row in rows if row["description"] == "Stairs")
    assert (len(rows), mine["days_waiting"]) == (before + 1, 22)
    issued = on(run, ledger, "work", "invoice", "BRIN01", "--item", mine["id"], "--json").json
    assert issued["gross"] == {"minor": 36_000, "currency": "GBP"}
    assert len(on(run, ledger, "work", "--json").json) == before
    cancelled = on(run, ledger, "invoice", "cancel", issued["number"], "--because", "x", "--json")
    assert cancelled.json["work_waiting_again"] == 1


def test_writing_off_is_shown_first_and_taken_back(run: Run, ledger: Path) -> None:
    shown = on(run, ledger, "invoice", "write-off", "--under", "500", "--dry-run", "--json").json
    wanted = [line for line in shown["lines"] if line["left_out"] is None]
    assert wanted
    done = on(run, ledger, "invoice", "write-off", "--under", "500", "--because", "small", "--json")
    assert done.json["written_off"] == len(wanted)
    undone = on(run, ledger, "invoice", "write-off", "--undo", done.json["action"])
    assert undone.status == 0
    again = on(run, ledger, "invoice", "write-off", "--under", "500", "--dry-run", "--json").json
    assert again["lines"] == shown["lines"]


def test_a_charge_is_issued_shown_and_waived(run: Run, ledger: Path, tmp_path: Path) -> None:
    issued = on(run, ledger, "invoice", "new", "BRIN01", "--line", LINE, "--issue", "--json").json
    assert (issued["kind"], issued["for"]) == ("invoice", None)
    new = ("invoice", "new", "BRIN01", "--charge", "--for", issued["number"],
           "--line", "Fixed sum for late payment;1;70")  # fmt: skip
    draft = on(run, ledger, *new, "--json").json
    assert (draft["kind"], draft["for"]) == ("charge_note", issued["number"])
    drafts = on(run, ledger, "invoices", "--drafts", "--json").json
    assert "charge_note" in [one["kind"] for one in drafts]

    pdf = tmp_path / "charge.pdf"
    made = on(run, ledger, *new, "--issue", "--out", pdf)
    number = made.out.split()[2]
    assert made.out.startswith(f"Charge note {number} issued: £70.00 from Brindle Row")
    assert "no legal advice" in made.err
    text = " ".join(page_texts(pdf.read_bytes())[0].split())
    assert f"For invoice {issued['number']}, 23 November 2026" in text
    assert "Charge note" in on(run, ledger, "invoices", "--text", number).out
    shown = on(run, ledger, "invoice", "show", number)
    assert shown.out.startswith(f"Charge note {number}  BRIN01")
    assert f"For invoice {issued['number']}\n" in shown.out
    assert f"Charge note {number}\n" in on(run, ledger, "invoice", "show", issued["number"]).out

    waived = on(run, ledger, "invoice", "write-off", number, "--because", "goodwill")
    assert waived.out.startswith("The charge is waived: £70.00.")
    assert "Waived" in on(run, ledger, "invoice", "show", number).out
    as_json = on(run, ledger, "invoice", "show", number, "--json").json
    assert (as_json["kind"], as_json["for"]) == ("charge_note", issued["number"])
    assert [one["kind"] for one in as_json["settled"]] == ["waiver"]
    assert on(run, ledger, "check").status == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("new", "NOBODY", "--line", LINE), "no customer with the code"),
        (("new", "BRIN01", "--line", "Oak"), "--line"),
        (("new", "BRIN01", "--line", "Oak;one;2"), "quantity: “one” is not a number"),
        (("new", "BRIN01", "--line", "Oak;1;2;QQ"), "Line 1: No rate of the tax code “QQ”"),
        (("new", "BRIN01", "--line", "Oak;1;2", "--day", "24 Nov 2026"), "has not come yet"),
        (("new", "BRIN01", "--line", "Oak;1;2", "--retention", "5%"), "until when"),
        (("new", "BRIN01", "--line", "Oak;1;2", "--for", "1"), "Only a charge note names"),
        (("new", "BRIN01", "--line", "Oak;1;2", "--charge", "--labour", "1"), "Leave it out"),
        (("show", "no-such"), "no document with the number"),
        (("credit", "no-such", "--because", "x"), "no document with the number"),
        (("cancel", "no-such", "--because", "x"), "no document with the number"),
        (("write-off", "--under", "abc"), "is not an amount"),
        (("write-off", "--undo", "1"), "no such write-off"),
    ],
)
def test_what_is_refused(run: Run, ledger: Path, arguments: tuple[str, ...], said: str) -> None:
    answer = on(run, ledger, "invoice", *arguments)
    assert answer.status == 1
    assert said in answer.err.replace("\u00a0", " ")


def test_lists_are_read_by_people(run: Run, ledger: Path) -> None:
    listed = on(run, ledger, "invoices", "--state", "overdue", "--limit", "2")
    assert listed.status == 0
    assert "documents; open £" in listed.out
    assert on(run, ledger, "invoices", "--text", "qqqqq").out == "There is no such invoice.\n"
    number = listed.out.splitlines()[2].split()[0]
    assert number in on(run, ledger, "invoice", "show", number).out
