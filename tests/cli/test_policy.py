"""``policy``: shown with where each value comes from, set, reset, and an invoice's days."""

from datetime import date
from pathlib import Path

import pytest

from creditmate.db import connection
from creditmate.db.models import Tag
from tests.builders import SetClock, a_customer, an_invoice, make_ledger
from tests.cli.conftest import Answer, Run


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """``ACME`` with the tag Trade and an invoice at thirty days, and ``PLAIN``."""
    path = tmp_path / "books.creditmate"
    gateway = make_ledger(path, SetClock())
    with gateway.write("test") as writing:
        acme = a_customer(writing, "ACME")
        a_customer(writing, "PLAIN")
        writing.create(Tag, customer_id=acme, text="Trade")
        an_invoice(writing, acme, "A-1", date(2026, 1, 1), 100, due=date(2026, 1, 31))
    connection.close()
    return path


def asked(run: Run, ledger: Path, *more: str) -> dict[str, tuple[object, str]]:
    found = run("policy", *more, "--ledger", ledger, "--on", "2026-11-23", "--json")
    assert found.status == 0, found.err
    return {one["key"]: (one["value"], one["from"]) for one in found.json["values"]}


def said(run: Run, ledger: Path, *more: str) -> Answer:
    return run("policy", *more, "--ledger", ledger, "--on", "2026-11-23")


def test_the_policy_is_shown_with_the_side_of_every_step(run: Run, ledger: Path) -> None:
    text = said(run, ledger).out
    assert "7 days before it is due" in text
    assert "60 days after it was due" in text
    assert "3 days after the invoice" in text
    assert "Contacts in 7 days" in text
    assert "Other values" not in text


def test_values_are_set_for_the_business_a_tag_and_a_customer(run: Run, ledger: Path) -> None:
    asked(run, ledger, "--set", "week=2", "--set", "large_minor=5000.00", "--step", "final=35")
    found = asked(run, ledger, "--customer", "acme")
    assert found["week"] == (2, "business")
    assert found["large_minor"] == (500_000, "business")
    assert found["final.offset"] == (35, "business")
    asked(run, ledger, "--tag", "trade", "--set", "gap_days=9", "--step", "manager=off")
    asked(run, ledger, "--customer", "ACME", "--set", "weekday_from=9:00", "--set", "gentle=no")
    found = asked(run, ledger, "--customer", "acme")
    assert found["gap_days"] == (9, "tag")
    assert found["manager.on"] == (False, "tag")
    assert found["weekday_from"] == ("09:00", "customer")
    assert found["gentle"] == (False, "customer")
    assert asked(run, ledger, "--customer", "PLAIN")["gap_days"] == (5, "business")
    text = said(run, ledger).out
    assert "tag trade: gap_days = 9; manager.on = no" in text
    assert "ACME  Acme Ltd: gentle = no; weekday_from = 09:00" in text
    own = said(run, ledger, "--customer", "ACME").out
    assert "tag trade" in own
    assert "this customer" in own


def test_values_are_taken_back_one_by_one_or_all(run: Run, ledger: Path) -> None:
    asked(run, ledger, "--customer", "ACME", "--set", "week=2", "--step", "final=40")
    asked(run, ledger, "--customer", "ACME", "--set", "week=", "--step", "final=")
    assert asked(run, ledger, "--customer", "ACME")["final.offset"] == (30, "business")
    asked(run, ledger, "--tag", "Trade", "--set", "week=2", "--set", "month=8")
    found = asked(run, ledger, "--tag", "Trade", "--reset", "--set", "week=1")
    assert (found["week"], found["month"]) == ((1, "tag"), (10, "business"))
    asked(run, ledger, "--tag", "Trade", "--reset")
    asked(run, ledger, "--set", "week=2", "--set", "month=8")
    found = asked(run, ledger, "--reset", "--set", "month=9")
    assert (found["week"], found["month"]) == ((3, "business"), (9, "business"))
    assert run("policy", "--ledger", ledger, "--json").json["differs"] == []


def test_the_days_of_an_invoices_steps(run: Run, ledger: Path) -> None:
    (found,) = run("policy", "--invoice", "A-1", "--ledger", ledger, "--json").json
    assert (found["number"], found["due"], found["new"]) == ("A-1", "2026-01-31", False)
    steps = {one["step"]: one for one in found["steps"]}
    assert steps["welcome"]["day"] is None
    assert (steps["courtesy"]["counted"], steps["courtesy"]["day"]) == ("2026-01-24", "2026-01-23")
    assert (steps["review"]["days"], steps["review"]["day"]) == (60, "2026-04-01")
    text = said(run, ledger, "--invoice", "a-1").out.replace("\u00a0", " ")
    assert "−8" in text
    assert "+60" in text
    assert "Wednesday 1 April 2026" in text


def test_a_customers_open_invoices_have_their_next_step(run: Run, ledger: Path) -> None:
    def asked_on(day: str) -> Answer:
        return run("policy", "--customer", "ACME", "--ledger", ledger, "--on", day)

    lines = asked_on("2026-02-10").out.replace("\u00a0", " ").splitlines()
    assert lines[-1].split("  ")[0] == "A-1"
    assert "Call and reminder 2" in lines[-1]
    assert lines[-1].endswith("Monday 16 February 2026")
    assert asked_on("2026-06-01").out.splitlines()[-1].endswith("–")  # no step is to come
    (one,) = run("policy", "--customer", "ACME", "--ledger", ledger, "--json").json["invoices"]
    assert one["number"] == "A-1"


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--set", "week"), "--set: “week” is not possible."),
        (("--set", "colour=red"), "--set: “colour=red” is not possible."),
        (("--set", "week=9"), "Contacts in 7 days: “9” is not possible. From 1 to 7 is."),
        (("--set", "week=often"), "Contacts in 7 days: “often” is not possible."),
        (("--set", "gentle=perhaps"), "Begin with a friendly call: “perhaps” is not possible."),
        (("--set", "weekday_to=half nine"), "--set: “half nine” is not an hour."),
        (("--set", "final.channel=pigeon"), "Final notice: “pigeon” is not possible."),
        (("--step", "final=-30"), "Final notice: “-30” is not possible. From 1 to 365 is."),
        (("--step", "courtesy=7"), "Courtesy call: “7” is not possible. From -365 to -1 is."),
        (("--step", "final=20"), "Final notice: “20” days is no later than the step before it."),
        (("--step", "thunder=20"), "--step: “thunder=20” is not possible."),
        (("--customer", "NOBODY", "--set", "week=1"), "NOBODY"),
        (("--customer", "ACME", "--set", "calls_per_day=3"), "Calls I can make in a day: “3”"),
        (("--invoice", "A-1", "--set", "week=1"), "--set: “--invoice A-1” is not possible."),
        (("--invoice", "A-9"), "A-9"),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    run: Run, ledger: Path, options: tuple[str, ...], expected: str
) -> None:
    before = asked(run, ledger)
    found = said(run, ledger, *options)
    assert found.status == 1
    assert expected in found.err
    assert asked(run, ledger) == before


def test_setting_takes_a_ledger_by_name(run: Run, ledger: Path) -> None:
    said(run, ledger)
    found = run("policy", "--set", "week=1")
    assert found.status == 1
    assert asked(run, ledger)["week"] == (3, "business")


def test_a_limit_that_can_never_be_reached_is_said_when_it_is_set(run: Run, ledger: Path) -> None:
    set_ = said(run, ledger, "--set", "week=3", "--set", "gap_days=5")
    assert set_.status == 0
    told = "Contacts in 7 days: never reached: with the other limits there can be 2 at most"
    assert told in set_.out
    assert "never reached" not in said(run, ledger, "--set", "week=2", "--set", "month=6").out
