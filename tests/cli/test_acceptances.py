"""``terms`` and ``acceptances`` on the console: published, sent, accepted, reported."""

from pathlib import Path

import pytest

from creditmate.documents.read_back import page_texts
from tests.cli.conftest import Run

WORDING = "# Payment\n4.1 You pay within 30 days.\n5.1 Interest is **1 %** a month.\n"
INTEREST = "interest@5.1,1/month=1 % a month"


@pytest.fixture
def books(tmp_path: Path, run: Run) -> Path:
    """A ledger with two customers and one version of terms."""
    path = tmp_path / "books.creditmate"
    assert run("new", path, "--country", "GB", "--no-password").status == 0
    rows = "customer_code,number,date,due,total\nACME,1,2026-01-05,2026-02-04,100\n"
    rows += "BIRCH,2,2026-01-05,2026-02-04,100\n"
    (tmp_path / "invoices.csv").write_text(rows)
    done = run("import", tmp_path / "invoices.csv", "--currency", "GBP", "--ledger", path)
    assert done.status == 0, done.err
    (tmp_path / "terms.txt").write_text(WORDING)
    added = run(
        "terms", "add", tmp_path / "terms.txt", "--effective", "2026-01-01",
        "--clause", INTEREST, "--ledger", path, "--json",
    )  # fmt: skip
    assert added.status == 0, added.err
    assert added.json["number"] == 1
    return path


def test_from_published_to_accepted(run: Run, books: Path, tmp_path: Path) -> None:
    at = ("--ledger", books, "--on", "2026-11-23", "--json")
    missing = run("acceptances", "--missing", *at).json["customers"]
    assert [row["code"] for row in missing] == ["ACME", "BIRCH"]
    sent = run("terms", "send", "ACME", "--out", tmp_path / "t.pdf", *at)
    assert sent.status == 0, sent.err
    assert (sent.json["number"], sent.json["ask_on"]) == ("T-2611-001", "2026-12-07")
    assert "Account ACME" in page_texts((tmp_path / "t.pdf").read_bytes())[-1]
    (tmp_path / "signed.pdf").write_bytes(b"%PDF-1.4")
    done = run(
        "accept", "ACME", "--version", "1", "--by", "Ann Lee", "--capacity", "director",
        "--file", tmp_path / "signed.pdf", *at,
    )  # fmt: skip
    assert done.status == 0, done.err
    assert (done.json["state"], done.json["clauses"]) == ("good", ["interest"])
    missing = run("acceptances", "--missing", *at).json["customers"]
    assert [row["code"] for row in missing] == ["BIRCH"]
    one = run("acceptances", "ACME", *at).json
    assert one["acceptances"][0]["by"] == "Ann Lee"
    assert len(one["acceptances"][0]["files"]) == 1
    back = run("accept", "back", one["acceptances"][0]["id"], *at)
    assert back.status == 0
    only = run("acceptances", "--only", "not-returned", *at).json["customers"]
    assert [(row["code"], row["state"]) for row in only] == [("ACME", "sent_not_returned")]


def test_the_same_in_words(run: Run, books: Path) -> None:
    at = ("--ledger", books, "--on", "2026-11-23")
    done = run("accept", "ACME", "--version", "1", "--method", "conduct", *at)
    assert "Terms by conduct only" in done.out
    said = run("acceptances", *at).out
    assert "Terms of trade v1" in said
    assert "No proof of terms" in said
    assert "Fingerprint" in run("terms", "list", *at).out
    shown = run("terms", "show", "1", *at).out
    assert "Interest 5.1: 1 % a month" in shown
    assert "**1 %**" in shown
    stands = run("terms", "withdraw", "1", *at)
    assert (stands.status, "so it stays" in stands.err) == (1, True)


def test_a_blank_copy(run: Run, books: Path, tmp_path: Path) -> None:
    out = tmp_path / "blank.pdf"
    answer = run("terms", "pdf", "1", "--out", out, "--ledger", books)
    assert (answer.status, "2 pages" in answer.out) == (0, True)
    assert "Agreeing to our terms" in page_texts(out.read_bytes())[-1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("accept", "ACME", "--version", "7", "--by", "Ann"), "no version 7"),
        (("accept", "ACME", "--version", "1"), "Who accepted: fill this in."),
        (("accept", "ACME", "--version", "1", "--by", "A", "--clauses", "costs"), "not among"),
        (("accept", "ACME", "--version", "1", "--by", "A", "--clauses", "wages"), "--clauses"),
        (("accept", "ACME"), "--version"),
        (("accept", "back", "9"), "taken back already"),
        (("terms", "add", "terms.txt", "--clause", "wages=x"), "--clause"),
        (("terms", "add", "terms.txt"), "word for word"),
        (("terms", "add", "broken.pdf"), "not a PDF"),
        (("terms", "add", "latin.txt"), "UTF-8"),
    ],
)
def test_what_is_refused(
    run: Run, books: Path, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"no")
    (tmp_path / "latin.txt").write_bytes(b"\xff\xfe\xe9")
    files = [tmp_path / word if "." in word and "--" not in word else word for word in words]
    answer = run(*files, "--ledger", books, "--on", "2026-11-23")
    assert answer.status == 1
    assert said in answer.err, answer.err
