"""Money comes: recorded, matched, returned by the bank; and what is said to be on its way."""

from pathlib import Path

import pytest

from tests.cli.books import write_books
from tests.cli.conftest import Run

MONDAY, TUESDAY, THURSDAY = "2026-11-23", "2026-11-24", "2026-11-26"


@pytest.fixture
def ledger(run: Run, tmp_path: Path) -> Path:
    """A ledger with the usual books, proved at the end."""
    path = tmp_path / "books.creditmate"
    at = ("--ledger", path, "--on", MONDAY)
    assert run("new", path, "--no-password", "--name", "Kestrel Lane", "--on", MONDAY).status == 0
    assert run("import", write_books(tmp_path), "--currency", "GBP", *at).status == 0
    return path


def test_a_payment_is_proposed_recorded_and_taken_back(run: Run, ledger: Path) -> None:
    at = ("--ledger", ledger, "--on", MONDAY)
    paid = run("pay", "ashlar & oak", "4,000", "--received", "20 Nov", "--reference", "0006",
               "--method", "cheque", *at, "--json").json  # fmt: skip
    (entry,) = paid["entries"]
    assert [(part["number"], part["amount"]["minor"]) for part in entry["allocations"]] == [
        ("0006", 400_000)
    ]
    assert (paid["method"], paid["received"], paid["open"]["minor"]) == ("cheque", "2026-11-20", 0)
    (listed,) = run("payments", "--text", "ashlar", "--from", "20 Nov", *at, "--json").json[
        "payments"
    ]
    assert listed["payment"] == paid["payment"]

    back = run("pay", "bounce", paid["payment"], *at, "--json")
    assert back.status == 0, back.err
    shown = run("payments", "--id", paid["payment"], *at, "--json").json
    assert shown["bounced"] == MONDAY
    assert run("pay", "undo", back.json["action"], *at).status == 0
    assert run("pay", "undo", paid["action"], *at).status == 0
    again = run("pay", "undo", paid["action"], *at)
    assert (again.status, "cannot be taken back" in again.err) == (1, True)
    assert run("check", "--ledger", ledger).status == 0


def test_a_payment_is_set_by_hand_held_shared_and_refunded(run: Run, ledger: Path) -> None:
    at = ("--ledger", ledger, "--on", MONDAY, "--json")
    hand = run("pay", "Ashlar & Oak", "900", "--allocate", "0005=500", "0006=300", "--and",
               "Brindle Row=250", *at).json  # fmt: skip
    assert [entry["open"]["minor"] for entry in hand["entries"]] == [10_000, 25_000]
    auto = run("pay", "Brindle Row", "250", "--reference", "for 0008", *at).json
    assert auto["entries"][0]["allocations"][0]["number"] == "0008"
    taxed = run("pay", "Ashlar & Oak", "3,000", "--withheld", "0006=700", *at).json
    assert [entry["kind"] for entry in taxed["entries"]] == ["receipt", "tax_withheld"]
    assert sum(entry["open"]["minor"] for entry in taxed["entries"]) == 0
    held = run("pay", "Calder Reach", "600", "--deposit-for", "Loft", *at).json["entries"][0]
    assert (held["deposit_for"], held["open"]["minor"]) == ("Loft", 60_000)
    assert run("pay", "release", held["deposit"], *at).status == 0
    rows = {row["code"]: row for row in run("match", *at).json["matches"]}
    assert rows["Calder Reach"]["parts"] == [
        {"entry": rows["Calder Reach"]["parts"][0]["entry"], "number": "0009",
         "amount": {"minor": 60_000, "currency": "GBP"}}
    ]  # fmt: skip
    assert rows["Calder Reach"]["sure"] is False
    assert run("pay", "refund", "Calder Reach", "600", *at).status == 0
    assert run("pay", "void", hand["payment"], "--because", "Other firm", *at).status == 0
    assert run("check", "--ledger", ledger).status == 0


def test_match_applies_only_what_is_sure(run: Run, ledger: Path) -> None:
    at = ("--ledger", ledger, "--on", MONDAY, "--json")
    run("pay", "Ashlar & Oak", "6,000", "--allocate", "none", *at)
    run("pay", "Calder Reach", "100", "--allocate", "none", *at)
    assert run("match", "--apply", *at).json["action"] is not None
    left = run("match", *at).json["matches"]
    assert [row["code"] for row in left] == ["Calder Reach"]
    nothing = run("match", "--apply", "--ledger", ledger, "--on", MONDAY)
    assert "Nothing is sure enough" in nothing.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("pay", "Ashlar & Oak", "1", "--allocate", "9999=1"), "no open item"),
        (("pay", "Ashlar & Oak", "6,001", "--allocate", "0005=6,001"), "More is set against 0005"),
        (("pay", "Ashlar & Oak", "5", "--discount", "0005=1"), "not offered"),
        (("pay", "Ashlar & Oak", "5", "--received", "24 Nov 2026"), "not come yet"),
        (("pay", "Ashlar & Oak"), "not what is expected"),
        (("pay", "bounce", "x"), "not what is expected"),
        (("pay", "bounce", "999"), "no payment 999"),
        (("pay", "refund", "Ashlar & Oak", "1"), "can be given back"),
        (("said-paid", "Delph Hill"), "open"),
        (("said-paid", "found", "9", "9"), "still looked for"),
        (("said-paid", "Ashlar & Oak", "x"), "not what is expected"),
    ],
)
def test_what_does_not_fit_is_refused_and_says_why(
    run: Run, ledger: Path, words: tuple[str, ...], said: str
) -> None:
    answer = run(*words, "--ledger", ledger, "--on", MONDAY)
    assert answer.status == 1
    assert said in answer.err


def test_who_says_to_have_paid_is_left_in_peace_until_it_cannot_be_found(
    run: Run, ledger: Path
) -> None:
    at = ("--ledger", ledger, "--on", MONDAY)
    assert run(
        "call", "Brindle Row", *at, "--with", "Ann", "--outcome", "payment_sent", "--paid-on",
        "20 Nov", "--method", "transfer", "--reference", "BR 4471", "--next", "fri", "--note",
        "Went on Friday.",
    ).status == 0  # fmt: skip
    codes = [row["code"] for row in run("today", *at, "--json").json]
    assert "Brindle Row" not in codes
    brief = run("customer", "Brindle Row", *at).out
    assert "said to be on its way £250.00" in brief
    assert "Said to be paid" in brief
    (claim,) = run("said-paid", *at, "--json").json
    assert (claim["state"], claim["until"], claim["missing"]["minor"]) == (
        "waiting", TUESDAY, 25_000,
    )  # fmt: skip

    later = ("--ledger", ledger, "--on", THURSDAY)
    rows = {row["code"]: row for row in run("today", *later, "--json").json}
    assert (rows["Brindle Row"]["kind"], rows["Brindle Row"]["channel"]) == ("check_money", "bank")
    assert run("posted", "--to", "25 Nov", *later).status == 0
    rows = {row["code"]: row for row in run("today", *later, "--json").json}
    assert rows["Brindle Row"]["kind"] == "said_paid"
    assert "Said paid, not found" in run("today", *later).out

    stray = run("pay", "Calder Reach", "250", "--payer", "BRINDLE ROW", "--received", "24 Nov",
                "--allocate", "none", *later, "--json").json  # fmt: skip
    rows = {row["code"]: row for row in run("today", *later, "--json").json}
    assert rows["Brindle Row"]["channel"] == "match"
    (claim,) = run("said-paid", *later, "--json").json
    assert [one["payment"] for one in claim["candidates"]] == [stray["payment"]]
    assert "maybe payment" in run("said-paid", *later).out
    found = run("said-paid", "found", claim["claim"], stray["payment"], *later, "--json")
    assert found.status == 0, found.err
    assert run("match", "Brindle Row", "--apply", *later, "--json").json["action"] is not None
    assert run("said-paid", *later, "--json").json == []
    assert run("check", "--ledger", ledger).status == 0
