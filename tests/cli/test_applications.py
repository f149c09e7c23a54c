"""``application form`` and ``application read``."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from creditmate.domain.application_form import Item
from tests.cli.conftest import Run
from tests.documents.application_papers import ANSWERS, filled

ON = "--on", "2026-11-23"


@pytest.fixture
def ledger(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "books.creditmate"
    assert run("new", path, "--no-password", "--country", "GB", *ON).status == 0
    return path


@pytest.fixture
def form(run: Run, ledger: Path, tmp_path: Path) -> Path:
    """A form that was handed out, and came back filled in."""
    out = tmp_path / "form.pdf"
    answer = run("application", "form", "--ledger", ledger, "--out", out, *ON)
    assert (answer.status, answer.err) == (0, "")
    assert str(out) in answer.out
    out.write_bytes(filled(out.read_bytes()))
    return out


def test_looking_writes_nothing(run: Run, ledger: Path, form: Path) -> None:
    answer = run("application", "read", form, "--dry-run", "--ledger", ledger, *ON, "--json")
    assert answer.status == 0
    assert (answer.json["customer"], answer.json["new"]) == ("LODZ01", True)
    assert answer.json["written"] is False
    assert answer.json["limit"] == {"minor": 500_000, "currency": "GBP"}
    assert answer.json["signed"] == "2026-11-20"
    fields = {each["field"]: each for each in answer.json["fields"]}
    assert fields.keys() == {item.value for item in ANSWERS}
    assert fields["legal_name"]["understood"] == ANSWERS[Item.LEGAL_NAME]
    assert all(each["doubts"] == [] for each in fields.values())
    said = run("application", "read", form, "--dry-run", "--ledger", ledger, *ON)
    assert "A new customer LODZ01 would be made. Nothing was written." in said.out
    assert "on the last Friday of the month" in said.out
    listed = run("customers", "--ledger", ledger, *ON, "--json")
    assert listed.json == []


def test_read_makes_the_customer_and_does_not_make_it_twice(
    run: Run, ledger: Path, form: Path
) -> None:
    made = run("application", "read", form, "--ledger", ledger, *ON)
    assert made.status == 0
    assert "The new customer is LODZ01" in made.out
    again = run("application", "read", form, "--ledger", ledger, *ON)
    assert again.status == 1
    assert "May be the same as LODZ01" in again.out
    assert "--into CODE" in again.out
    into = run("application", "read", form, "--into", "LODZ01", "--ledger", ledger, *ON, "--json")
    assert (into.status, into.json["new"], into.json["written"]) == (0, False, True)
    assert {each["comparison"] for each in into.json["fields"]} <= {"same", "apart", "new"}
    both = run("application", "read", form, "--new", "--ledger", ledger, *ON, "--json")
    assert (both.status, both.json["customer"]) == (0, "LODZ02")
    (known, _) = run("customers", "--ledger", ledger, *ON, "--json").json
    assert (known["code"], known["status"]) == ("LODZ01", "prospect")


def test_what_differs_is_taken_over_when_that_is_said(
    run: Run, ledger: Path, form: Path, tmp_path: Path
) -> None:
    assert run("application", "read", form, "--ledger", ledger, *ON).status == 0
    own = tmp_path / "own.pdf"
    done = run("application", "form", "lodz01", "--out", own, "--ledger", ledger, *ON, "--json")
    assert done.json == {"form": str(own), "customer": "LODZ01", "pages": 2}
    assert PdfReader(own).get_fields()["legal_name"]["/V"] == ANSWERS[Item.LEGAL_NAME]  # type: ignore[index]
    own.write_bytes(filled(own.read_bytes(), {Item.TRADING_NAME: "New Mill"}))
    read = "application", "read", own, "--into", "LODZ01", "--ledger", ledger, *ON, "--json"
    left = {each["field"]: each for each in run(*read).json["fields"]}["trading_name"]
    assert (left["comparison"], left["taken"]) == ("different", False)
    took = {each["field"]: each for each in run(*read, "--take-differences").json["fields"]}
    assert took["trading_name"]["taken"] is True
    after = {each["field"]: each for each in run(*read).json["fields"]}
    assert after["trading_name"]["comparison"] == "same"


def test_what_is_no_form_is_refused_in_one_line(run: Run, ledger: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.pdf"
    letter.write_text("Dear Sir")
    answer = run("application", "read", letter, "--dry-run", "--ledger", ledger, *ON)
    assert answer.status == 1
    assert answer.err.startswith("letter.pdf is not a PDF.")
    missing = run("application", "read", tmp_path / "no.pdf", "--dry-run", "--ledger", ledger, *ON)
    assert (missing.status, "There is no file" in missing.err) == (1, True)
    wrong = run("application", "read", letter, "--new", "--into", "X", "--ledger", ledger, *ON)
    assert (wrong.status, "--new" in wrong.err) == (1, True)
    unknown = run("application", "form", "NOBODY", "--out", letter, "--ledger", ledger, *ON)
    assert (unknown.status, "NOBODY" in unknown.err) == (1, True)


def test_a_dry_run_refuses_what_would_be_refused(run: Run, ledger: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.pdf"
    assert run("application", "form", "--out", empty, "--ledger", ledger, *ON).status == 0
    real = run("application", "read", empty, "--ledger", ledger, *ON)
    tried = run("application", "read", empty, "--dry-run", "--ledger", ledger, *ON)
    assert (tried.status, tried.err) == (real.status, real.err) == (1, "Name: fill this in.\n")
    assert "Legal name: This was left empty." in tried.out
    assert "would be made" not in tried.out


def test_what_is_damaged_is_told_once_in_our_words(ledger: Path, form: Path) -> None:
    """As it is run by a person: in a test's own process the library's words go elsewhere."""
    form.write_bytes(form.read_bytes()[:20_000])
    reading = ("application", "read", str(form), "--dry-run", "--ledger", str(ledger))
    told = subprocess.run(
        [sys.executable, "-P", "-m", "creditmate", *reading],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert told.returncode == 1
    assert told.stderr.startswith("form.pdf is damaged and cannot be read.")
    assert len(told.stderr.splitlines()) == 1
