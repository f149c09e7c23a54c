"""``interest``: one invoice worked out, a customer in one look, all that is to be decided."""

from pathlib import Path

import pytest

from creditmate.db import connection
from creditmate.db.models import Customer
from creditmate.domain.legal_forms import LegalForm
from tests.builders import SetClock, a_customer, a_receipt, allocate, an_invoice, make_ledger
from tests.cli.conftest import Run
from tests.services.interest_desk import DUE, INVOICED, PAID


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Two customers: a company that paid late and owes more, and one of unknown form."""
    path = tmp_path / "books.creditmate"
    gateway = make_ledger(path, SetClock())
    with gateway.write("test") as writing:
        acme, somebody = a_customer(writing, "ACME"), a_customer(writing, "WHO")
        paid = an_invoice(writing, acme, "A-1", INVOICED, 1_200_00, due=DUE)
        allocate(writing, a_receipt(writing, acme, PAID, 1_200_00), paid, 1_200_00)
        an_invoice(writing, acme, "A-2", INVOICED, 999_99, due=DUE)
        an_invoice(writing, somebody, "W-1", INVOICED, 500_00, due=DUE)
    with gateway.write("test") as writing:
        writing.edit(Customer, acme, 1, legal_form=LegalForm.COMPANY.value)
    connection.close()
    return path


def said(run: Run, ledger: Path, *more: str) -> str:
    answer = run("interest", *more, "--ledger", ledger, "--on", "2026-11-23")
    assert answer.status == 0, answer.err
    return answer.out.replace("\u00a0", " ")


def test_an_invoice_is_worked_out_line_by_line(run: Run, ledger: Path) -> None:
    text = said(run, ledger, "A-1", "--as-at", "2026-11-23")
    for line in (
        "A-1  ACME  Acme Ltd",
        "8% above Bank of England Bank Rate. Late Payment of Commercial Debts (Interest) Act 1998:"
        " no rate of our own was agreed before 31 May 2026.",
        "From 1 Jul 2026, the day after the agreed day.",
        "11.75% a year: 8% above 3.75%, fixed when interest starts",
        "  £1,200.00 from 1 Jul 2026 to 28 Sep 2026: 90 days at 11.75% a year",
        "Interest: £34.77",
        "Fixed sum: £70.00. Fixed sum by the same law, once for each invoice.",
        "Total: £104.77",
        "This is not legal advice. Compare the rates with the bank's own table before you charge.",
    ):
        assert line in text.splitlines()
    assert "Each further day" not in text  # it is paid
    assert "Each further day: £0.32" in said(run, ledger, "A-2").splitlines()


def test_an_earlier_day_knows_no_later_payment(run: Run, ledger: Path) -> None:
    common = "interest", "A-1", "--ledger", ledger, "--on", "2026-11-23", "--as-at", "2026-07-30"
    (found,) = run(*common, "--json").json
    assert (found["interest"], found["paid"]) == ({"minor": 1159, "currency": "GBP"}, None)


def test_json_has_the_segments_and_the_ground(run: Run, ledger: Path) -> None:
    (found,) = run(
        "interest", "A-1", "--ledger", ledger, "--on", "2026-11-23", "--json"
    ).json  # fmt: skip
    assert found["basis"]["ground"] == "statute"
    assert found["basis"]["fixed_sum"] is True
    assert found["rates"][0] == {
        "from": "2026-07-01", "percent": "11.75", "reference": "3.75", "checked": False,
        "source": "derived: held on 18 June 2026, next meeting 30 July (livesquawk.com)",
    }  # fmt: skip
    (segment,) = found["segments"]
    assert (segment["days"], segment["percent"]) == (90, "11.75")
    assert segment["exact_minor"] == "253800/73"
    assert found["left"] == {"minor": 10477, "currency": "GBP"}


def test_a_customer_in_one_look(run: Run, ledger: Path) -> None:
    text = said(run, ledger, "--customer", "ACME")
    assert "11.75% a year: 8% above 3.75%" in text
    assert "A-1" in text
    assert "To decide: £" in text
    unknown = said(run, ledger, "--customer", "WHO")
    assert "this customer's legal form is not entered" in unknown
    found = run(
        "interest", "--customer", "ACME", "--ledger", ledger, "--on", "2026-11-23", "--json"
    ).json
    assert [amount["minor"] for amount in found["paid"]] == [10477]
    assert len(found["invoices"]) == 2


def test_everything_that_is_to_be_decided(run: Run, ledger: Path) -> None:
    text = said(run, ledger)
    assert "A-1" in text
    assert "W-1" not in text  # nothing may be charged there
    found = run("interest", "--ledger", ledger, "--on", "2026-11-23", "--json").json
    assert {one["number"] for one in found["invoices"]} == {"A-1", "A-2"}
    assert (found["worth_from"]["minor"], found["paid_since"]) == (50_00, "2026-05-27")
    assert (found["small"]["count"], found["waiting"]["count"]) == (0, 0)
    assert "No interest is to be decided." in said(run, ledger, "--as-at", "2026-06-30")


@pytest.mark.parametrize(
    ("more", "wrong"),
    [
        (("A-1", "--as-at", "2026-06-01"), "is not late and was not paid late"),
        (("A-9",), "A-9"),
        (("A-1", "--as-at", "soon"), "--as-at"),
        (("A-1", "--as-at", "2026-12-01"), "--as-at"),
        (("--customer", "NOBODY"), "NOBODY"),
    ],
)
def test_what_is_refused_is_named(
    run: Run, ledger: Path, more: tuple[str, ...], wrong: str
) -> None:
    answer = run("interest", *more, "--ledger", ledger, "--on", "2026-11-23")
    assert answer.status == 1
    assert wrong in answer.err


def test_years_later_the_rate_is_still_that_of_the_beginning(run: Run, ledger: Path) -> None:
    (later,) = run("interest", "A-2", "--ledger", ledger, "--on", "2030-01-01", "--json").json
    assert [rate["percent"] for rate in later["rates"]] == ["11.75"]
    assert later["missing_rate"] is None
