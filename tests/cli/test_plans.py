"""``plan`` and ``more-time``: agreed, listed, shown, ended, taken back."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from creditmate.db import connection
from creditmate.db.models import Customer
from tests.builders import SetClock, a_customer, an_invoice, make_ledger
from tests.cli.conftest import Run

ON = "2026-12-03"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A customer that owes 1,000.00 in two overdue invoices."""
    return made(tmp_path / "books.creditmate")


def made(path: Path, payment_run: str = "") -> Path:
    gateway = make_ledger(path, SetClock())
    with gateway.write("test") as writing:
        acme = a_customer(writing, "ACME")
        row = Customer.get_by_id(acme)
        writing.edit(Customer, acme, row.version, payment_run=payment_run)
        an_invoice(writing, acme, "A-1", date(2026, 9, 1), 600_00)
        an_invoice(writing, acme, "A-2", date(2026, 10, 1), 400_00)
    connection.close()
    return path


def said(run: Run, ledger: Path, *words: str, on: str = ON) -> str:
    answer = run(*words, "--ledger", ledger, "--on", on)
    assert answer.status == 0, answer.err
    return answer.out.replace("\u00a0", " ")


def refused(run: Run, ledger: Path, *words: str) -> str:
    answer = run(*words, "--ledger", ledger, "--on", ON)
    assert answer.status == 1
    return answer.err


def told(run: Run, ledger: Path, *words: str, on: str = ON) -> Any:  # noqa: ANN401 - JSON
    answer = run(*words, "--ledger", ledger, "--on", on, "--json")
    assert answer.status == 0, answer.err
    return answer.json


THREE = ("plan", "ACME", "--total", "--parts", "3", "--every", "month", "--first", "2026-12-18")


def test_a_dry_run_shows_the_parts_and_does_nothing(run: Run, ledger: Path) -> None:
    text = said(run, ledger, *THREE, "--dry-run")
    for line in ("A-1", "Together: £1,000.00", "18 Dec 2026", "333.34", "18 Feb 2027"):
        assert line in text
    assert said(run, ledger, "plan", "--list").strip() == "There are no such plans."


def test_where_nothing_is_said_of_the_rhythm_it_is_that_of_their_payment_run(
    run: Run, ledger: Path, tmp_path: Path
) -> None:
    parts = ("plan", "ACME", "--total", "--parts", "3", "--dry-run")
    assert "Say when the first part is paid" in refused(run, ledger, *parts)
    thursdays = made(tmp_path / "thursdays.creditmate", "weekly:thu")
    for words in (parts, (*parts, "--every", "week"), (*parts, "--first", "2026-12-10")):
        text = said(run, thursdays, *words)
        assert "10 Dec 2026" in text
        assert "17 Dec 2026" in text
    assert "Say when the first part is paid" in refused(run, thursdays, *parts, "--every", "month")
    monthly = said(run, thursdays, *parts, "--every", "month", "--first", "2026-12-18")
    assert "18 Jan 2027" in monthly


def test_a_plan_agreed_in_a_call_is_on_their_payment_run(run: Run, tmp_path: Path) -> None:
    last = made(tmp_path / "last.creditmate", "monthly:last")
    said(run, last, "call", "ACME", "--with", "Ann", "--outcome", "plan_agreed", "--note", "n",
         "--plan", "3", "--next", "2027-01-15")  # fmt: skip
    text = said(run, last, "plan", "--show", "1")
    for day in ("31 Dec 2026", "1 Feb 2027", "1 Mar 2027"):  # 31 Jan and 28 Feb are Sundays
        assert day in text


def test_it_is_agreed_shown_signed_ended_and_taken_back(run: Run, ledger: Path) -> None:
    text = said(run, ledger, *THREE, "--with", "Ms Ash")
    assert "Agreed as plan P-2612-001." in text
    shown = said(run, ledger, "plan", "--show", "P-2612-001")
    assert "£1,000.00 agreed on 3 Dec 2026: as we agreed." in shown
    assert "every month; no interest meanwhile" in shown
    assert "The signed agreement has not come back." in shown
    said(run, ledger, "plan", "--signed", "P-2612-001", on="2026-12-09")
    later = said(run, ledger, "plan", "--show", "1", on="2026-12-10")
    assert "Signed agreement back on 9 Dec 2026." in later
    assert "Say why" in refused(run, ledger, "plan", "--cancel", "P-2612-001")
    text = said(run, ledger, "plan", "--cancel", "1", "--because", "paid at once", on="2026-12-10")
    assert "Recorded." in text
    action = text.rsplit(maxsplit=1)[-1]
    listed = said(run, ledger, "plan", "--list", "--state", "cancelled", on="2026-12-10")
    assert "P-2612-001" in listed
    assert "Taken back." in said(run, ledger, "plan", "--undo", action, on="2026-12-10")
    said(run, ledger, "plan", "--cancel", "1", "--because", "again", on="2026-12-10")
    said(run, ledger, "plan", "--reinstate", "1", "--because", "slip", on="2026-12-10")
    assert "as we agreed" in said(run, ledger, "plan", "ACME", "--list", on="2026-12-10")


def test_json_has_parts_warnings_and_states(run: Run, ledger: Path) -> None:
    draft = told(
        run, ledger, "plan", "ACME", "--invoices", "a-1", "--each", "50", "--every", "week",
        "--first", "2026-12-11", "--down", "100", "--because", "Ellen agreed",
    )  # fmt: skip
    assert (draft["number"], draft["amount"]["minor"]) == ("P-2612-001", 600_00)
    assert [part["amount"]["minor"] for part in draft["parts"]] == [10_000, *[5_000] * 10]
    kinds = [one["kind"] for one in draft["warnings"]]
    assert kinds == ["beyond"]
    shown = told(run, ledger, "plan", "--show", "P-2612-001", on="2027-06-01")
    assert (shown["state"], shown["signed"], shown["every"]) == ("check_bank", None, "week")
    assert shown["items"] == [{"number": "A-1", "amount": {"minor": 600_00, "currency": "GBP"}}]
    (row,) = told(run, ledger, "plan", "--list")
    assert row["parts"][0] == {
        "no": 1, "day": "2026-12-03", "until": "2026-12-17",
        "amount": {"minor": 10_000, "currency": "GBP"},
        "came": {"minor": 0, "currency": "GBP"}, "state": "open", "days_late": None,
    }  # fmt: skip


def test_on_days_of_their_own_and_on_days_of_the_month(run: Run, ledger: Path) -> None:
    own = told(run, ledger, "plan", "ACME", "--total", "--days", "2026-12-04,2027-01-15",
               "--dry-run")  # fmt: skip
    assert [part["day"] for part in own["parts"]] == ["2026-12-04", "2027-01-15"]
    month = told(run, ledger, *THREE, "--on-the", "31", "--dry-run")
    assert [(part["day"], part["moved"]) for part in month["parts"]] == [
        ("2026-12-31", False), ("2027-02-01", True), ("2027-03-01", True),
    ]  # fmt: skip


def test_a_plan_takes_the_place_of_another(run: Run, ledger: Path) -> None:
    said(run, ledger, *THREE)
    of_one = ("plan", "ACME", "--invoices", "A-1", *THREE[3:])
    assert "in plan P-2612-001 already" in refused(run, ledger, *of_one)
    again = told(run, ledger, *THREE, "--replaces", "P-2612-001")
    assert again["number"] == "P-2612-002"
    assert "replaced by another plan" in said(run, ledger, "plan", "ACME", "--list")


@pytest.mark.parametrize(
    ("words", "because"),
    [
        (("plan", "ACME", "--total", "--first", "2026-12-18"), "Say how it is cut"),
        ((*THREE[:-1], "2026-12-01"), "that day has passed"),
        (("plan", "ACME", "--invoices", "A-9", "--parts", "2"), "not open with the customer: a-9"),
        ((*THREE, "--on-the", "x"), "Say one day of the month"),
        ((*THREE, "--down", "2000"), "less than all of it"),
        ((*THREE, "--amount", "2000"), "no more than £1,000.00"),
        ((*THREE, "--currency", "ZZZ", "--down", "5"), "ZZZ"),
        (("plan", "--show", "P-1"), "There is no plan P-1"),
        (("more-time", "ACME", "--to", "2026-12-20"), "Say why"),
        (("more-time", "ACME", "--because", "x"), "Say until when"),
        (("more-time", "--withdraw", "9", "--because", "x"), "no such time"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_words(
    run: Run, ledger: Path, words: tuple[str, ...], because: str
) -> None:
    assert because in refused(run, ledger, *words)


def test_more_time_says_that_a_promise_about_the_same_ends(run: Run, ledger: Path) -> None:
    said(
        run, ledger, "call", "ACME", "--with", "Ann", "--outcome", "will_pay", "--promise", "1000",
        "--by", "2026-12-08", "--note", "x", "--next", "2026-12-11",
    )  # fmt: skip
    time = ("more-time", "ACME", "--to", "2026-12-20", "--because", "the builder is ill")
    text = said(run, ledger, *time)
    assert "1 promise about the same items ends: the time takes its place." in text
    assert said(run, ledger, "promise", "--waiting").strip() == "Nothing was promised."
    assert "promise" not in said(run, ledger, *time)


def test_a_promise_of_a_part_stands_beside_more_time(run: Run, ledger: Path) -> None:
    said(
        run, ledger, "call", "ACME", "--with", "Ann", "--outcome", "part_payment", "--promise",
        "600", "--by", "2026-12-08", "--more-time", "2026-12-20", "--because", "the rest",
        "--note", "x", "--next", "2026-12-21",
    )  # fmt: skip
    assert "£600.00" in said(run, ledger, "promise", "--waiting")
    text = said(run, ledger, "brief", "ACME")
    assert "more time until 20 Dec for £400.00" in text
    assert "Please pay now: £0.00" in text


def test_more_time_is_given_listed_withdrawn_and_taken_back(run: Run, ledger: Path) -> None:
    assert "Nobody was given more time." in said(run, ledger, "more-time")
    text = said(
        run, ledger, "more-time", "ACME", "--invoices", "A-2", "--to", "2026-12-20", "--because",
        "their builder is ill", "--interest", "waived", "--with", "Ms Ash",
    )  # fmt: skip
    assert "Recorded." in text
    listed = said(run, ledger, "more-time")
    assert "20 Dec 2026" in listed
    assert "£400.00" in listed
    (row,) = told(run, ledger, "more-time", "ACME")
    assert (row["state"], row["interest"], row["by"]) == ("running", "waived", "Ms Ash")
    assert row["items"] == [{"number": "A-2", "open": {"minor": 400_00, "currency": "GBP"}}]
    text = said(run, ledger, "more-time", "--withdraw", "1", "--because", "went silent",
                on="2026-12-05")  # fmt: skip
    assert "withdrawn" in said(run, ledger, "more-time", "--all", on="2026-12-05")
    action = text.rsplit(maxsplit=1)[-1]
    said(run, ledger, "more-time", "--undo", action, on="2026-12-05")
    assert "as we agreed" in said(run, ledger, "more-time", on="2026-12-05")
