"""``interest`` decides: folded below the limit, charged, waived, ended, taken back."""

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from creditmate.db import connection
from creditmate.db.models import Customer
from creditmate.domain.legal_forms import LegalForm
from tests.builders import SetClock, a_customer, a_receipt, allocate, an_invoice, make_ledger
from tests.cli.conftest import Run
from tests.services.interest_desk import DUE, INVOICED, PAID

LONG_AGO = date(2025, 1, 10), date(2025, 2, 10), date(2025, 3, 1)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A company that paid one large and two small invoices late, and one long ago; one is open."""
    path = tmp_path / "books.creditmate"
    gateway = make_ledger(path, SetClock())
    with gateway.write("test") as writing:
        acme = a_customer(writing, "ACME")
        for number, minor, days in (
            ("A-1", 1_200_00, (INVOICED, DUE, PAID)),
            ("A-2", 90_00, (INVOICED, DUE, PAID)),
            ("A-3", 80_00, (INVOICED, DUE, PAID)),
            ("A-4", 2_000_00, LONG_AGO),
        ):
            day, due, paid = days
            entry = an_invoice(writing, acme, number, day, minor, due=due)
            allocate(writing, a_receipt(writing, acme, paid, minor), entry, minor)
        an_invoice(writing, acme, "A-5", INVOICED, 70_00, due=DUE)
    with gateway.write("test") as writing:
        writing.edit(Customer, acme, 1, legal_form=LegalForm.COMPANY.value)
    connection.close()
    return path


def asked(run: Run, ledger: Path, *more: str) -> object:
    answer = run("interest", *more, "--ledger", ledger, "--on", "2026-11-23", "--json")
    assert answer.status == 0, answer.err
    return answer.json


def heaps(run: Run, ledger: Path) -> tuple[list[str], int]:
    found = run("interest", "--ledger", ledger, "--on", "2026-11-23", "--json").json
    return [one["number"] for one in found["invoices"]], found["small"]["count"]


def said(run: Run, ledger: Path, *more: str) -> str:
    answer = run("interest", *more, "--ledger", ledger, "--on", "2026-11-23")
    assert answer.status == 0, answer.err
    return answer.out.replace("\u00a0", " ")


def test_what_is_small_is_one_line_and_can_be_opened(run: Run, ledger: Path) -> None:
    text = said(run, ledger)
    assert "A-1" in text
    assert "A-2" not in text
    assert "3 invoices below £50.00: £128.22 together. One by one: interest --small." in text
    assert "Not looked at: what was paid before 27 May 2026. With it: interest --all." in text
    small = said(run, ledger, "--small")
    assert [number in small for number in ("A-1", "A-2", "A-3", "A-5")] == [False, True, True, True]
    everything = said(run, ledger, "--all")
    assert all(number in everything for number in ("A-1", "A-2", "A-3", "A-4", "A-5"))
    assert "Not looked at" not in everything


def test_what_is_small_and_paid_ends_in_one_go_and_is_taken_back(run: Run, ledger: Path) -> None:
    text = said(run, ledger, "--small", "--end", "--because", "Not worth it")
    assert "Ended with 2 invoices: £84.93. To take it back: interest --undo " in text
    assert heaps(run, ledger) == (["A-1"], 1)
    action = text.rsplit("--undo ", 1)[1].split()[0].rstrip(".")
    said(run, ledger, "--undo", action)
    assert heaps(run, ledger) == (["A-1"], 3)


def test_what_is_small_is_waived_with_what_is_open(run: Run, ledger: Path) -> None:
    found = asked(run, ledger, "--small", "--waive", "--because", "Not worth it")
    assert isinstance(found, dict)
    assert (found["kind"], found["count"]) == ("waived", 3)
    assert found["amounts"] == [{"minor": 128_22, "currency": "GBP"}]
    assert heaps(run, ledger) == (["A-1"], 0)


def test_several_are_charged_with_a_note_each_and_written(
    run: Run, ledger: Path, tmp_path: Path
) -> None:
    found = asked(run, ledger, "A-1", "A-2", "--charge", "--out", str(tmp_path))
    assert isinstance(found, dict)
    assert [(one["for"], one["amount"]["minor"]) for one in found["charged"]] == [
        ("A-1", 104_77), ("A-2", 42_61),
    ]  # fmt: skip
    for one in found["charged"]:
        assert one["for"] in PdfReader(one["file"]).pages[0].extract_text()
    assert heaps(run, ledger) == ([], 2)


def test_only_the_interest_of_a_customer_is_charged(run: Run, ledger: Path) -> None:
    text = said(run, ledger, "--customer", "ACME", "--charge", "--only", "interest")
    assert "issued for A-1: £34.77 from Acme Ltd." in text
    (left,) = run("interest", "A-1", "--ledger", ledger, "--on", "2026-11-23", "--json").json
    assert left["left"]["minor"] == 70_00


@pytest.mark.parametrize(
    ("more", "wrong"),
    [
        (("--charge",), "NUMBER, --customer, --small"),
        (("--all", "--end", "--because", "x"), "--all"),
        (("--small", "--charge"), "--small"),
        (("A-1", "--end"), "Say why"),
        (("A-5", "--end", "--because", "x"), "A-5 is not paid yet"),
        (("A-1", "--end", "--because", "x", "--only", "fixed"), "--only"),
        (("A-1", "--small"), "A-1"),
        (("A-1", "A-9", "--charge"), "A-9"),
        (("--customer", "NOBODY", "--charge"), "NOBODY"),
        (("--undo", "1"), "cannot be taken back"),
        (("A-1", "--charge", "--out", "/dev/null/x"), "/dev/null/x"),
    ],
)
def test_what_is_refused_changes_nothing(
    run: Run, ledger: Path, more: tuple[str, ...], wrong: str
) -> None:
    answer = run("interest", *more, "--ledger", ledger, "--on", "2026-11-23")
    assert answer.status == 1
    assert wrong in answer.err
    assert heaps(run, ledger) == (["A-1"], 3)


def test_what_is_charged_is_not_charged_again(run: Run, ledger: Path) -> None:
    said(run, ledger, "A-1", "--charge")
    answer = run("interest", "A-1", "--charge", "--ledger", ledger, "--on", "2026-11-23")
    assert answer.status == 1
    assert "Nothing of the interest on A-1 is left to decide." in answer.err


def test_a_deed_names_its_ledger(run: Run, ledger: Path) -> None:
    answer = run("interest", "A-1", "--waive", "--because", "x", "--on", "2026-11-23")
    assert answer.status == 1
    assert "--ledger" in answer.err
    assert heaps(run, ledger) == (["A-1"], 3)
