"""Over several days at the command line: who changes their mind has not promised twice."""

from datetime import date
from pathlib import Path

import pytest

from creditmate.db import connection
from tests.builders import SetClock, a_customer, an_invoice, make_ledger
from tests.cli.conftest import Run
from tests.cli.test_plans import said, told

MON, TUE, AFTER = "2026-11-23", "2026-11-24", "2026-12-02"
WILL_PAY = ("--outcome", "will_pay", "--note", "x", "--next", "2026-12-09", "--with", "Nigel")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A customer with 3,905.00 overdue, and 1,650.00 that is due in January."""
    path = tmp_path / "books.creditmate"
    gateway = make_ledger(path, SetClock())
    with gateway.write("test") as writing:
        acme = a_customer(writing, "ACME")
        an_invoice(writing, acme, "2250", date(2026, 10, 6), 3_905_00, due=date(2026, 11, 5))
        an_invoice(writing, acme, "2338", date(2026, 11, 6), 1_650_00, due=date(2027, 1, 6))
    connection.close()
    return path


def call(run: Run, ledger: Path, amount: str, by: str, *more: str, on: str = MON) -> str:
    words = ("call", "ACME", "--incoming", *WILL_PAY, "--promise", amount, "--by", by, *more)
    return said(run, ledger, *words, on=on)


def standing(run: Run, ledger: Path, on: str) -> list[tuple[str, str]]:
    rows = told(run, ledger, "promise", "ACME", "--list", on=on)
    return [(row["by"], row["state"]) for row in rows]


def test_a_week_later_is_one_promise_and_is_said(run: Run, ledger: Path) -> None:
    assert "takes the place" not in call(run, ledger, "3905", "2026-11-27")
    text = call(run, ledger, "3905", "2026-12-04", on=TUE)
    assert (
        "It takes the place of what they promised before: £3,905.00 by Friday 27 November 2026."
        in text
    )
    assert standing(run, ledger, TUE) == [("2026-11-27", "replaced"), ("2026-12-04", "open")]
    brief = said(run, ledger, "brief", "ACME", on=TUE)
    assert "Arranged: they pay £3,905.00 by 4 Dec" in brief
    assert "£3,905.00 by 27 Nov, replaced" in brief
    said(run, ledger, "posted", "--to", AFTER, on=AFTER)
    assert "ACME" not in said(run, ledger, "today", on=AFTER), "their day is still to come"
    assert "no promise has come yet" in said(run, ledger, "promise", "--rate", "ACME", on=AFTER)


def test_both_stand_where_it_is_said_so(run: Run, ledger: Path) -> None:
    call(run, ledger, "3905", "2026-11-27")
    text = call(run, ledger, "3905", "2026-12-04", "--besides")
    assert "what they promised before" not in text
    assert [state for _, state in standing(run, ledger, MON)] == ["open", "open"]


def test_the_answer_as_json_names_what_ended(run: Run, ledger: Path) -> None:
    sent = ("call", "ACME", "--incoming", "--outcome", "payment_sent", "--with", "Nigel", "--note",
            "x", "--next", "2026-11-26")  # fmt: skip
    said(run, ledger, *sent, on=MON)
    words = ("call", "ACME", "--incoming", *WILL_PAY, "--promise", "3905", "--by", "2026-11-27")
    answer = told(run, ledger, *words, on=TUE)
    assert (answer["replaced"], len(answer["claims_ended"])) == ([], 1)
    refused = ("call", "ACME", "--incoming", "--outcome", "refuses", "--with", "Nigel", "--note",
               "x", "--next", "2026-12-09")  # fmt: skip
    answer = told(run, ledger, *refused, on=TUE)
    assert [one["by"] for one in answer["replaced"]] == ["2026-11-27"]
    assert standing(run, ledger, TUE) == [("2026-11-27", "withdrawn")]
    brief = said(run, ledger, "brief", "ACME", on=TUE)
    assert "Arranged: they pay" not in brief
    assert "Please pay now: £3,905.00" in brief


def test_not_sent_after_all_is_said(run: Run, ledger: Path) -> None:
    sent = ("call", "ACME", "--incoming", "--outcome", "payment_sent", "--with", "Nigel", "--note",
            "x", "--next", "2026-11-26")  # fmt: skip
    said(run, ledger, *sent, on=MON)
    text = call(run, ledger, "3905", "2026-12-04", on=TUE)
    assert "What they said was sent is not waited for any more: £3,905.00" in text
    said(run, ledger, "posted", "--to", AFTER, on=AFTER)
    assert "ACME" not in said(run, ledger, "today", on=AFTER), "it is not looked for"


def test_refused_is_said(run: Run, ledger: Path) -> None:
    call(run, ledger, "2000", "2026-11-27")
    words = ("call", "ACME", "--incoming", "--outcome", "cannot_pay", "--with", "Nigel", "--note",
             "x", "--next", "2026-12-09")  # fmt: skip
    text = said(run, ledger, *words, on=TUE)
    assert (
        "What they promised before is not waited for any more: £2,000.00 by Friday 27 November"
        in text
    )


def test_put_right_the_older_word_holds_again(run: Run, ledger: Path) -> None:
    call(run, ledger, "3905", "2026-11-27")
    call(run, ledger, "3905", "2026-12-04", on=TUE)
    text = said(run, ledger, "correct", "2", "--no-promise", on=TUE)
    assert "What they promised before holds again: £3,905.00 by Friday 27 November 2026." in text
    assert standing(run, ledger, TUE) == [("2026-11-27", "open"), ("2026-12-04", "withdrawn")]


def test_a_correction_keeps_the_currency_and_says_what_it_takes_the_place_of(
    run: Run, ledger: Path
) -> None:
    connection.close()
    gateway = make_ledger(ledger.with_name("euros.creditmate"), SetClock())
    with gateway.write("test") as writing:
        acme = a_customer(writing, "ACME")
        due = date(2026, 11, 5)
        an_invoice(writing, acme, "2250", date(2026, 10, 6), 3_905_00, due=due)
        an_invoice(writing, acme, "E100", date(2026, 10, 6), 2_000_00, currency="EUR", due=due)
    connection.close()
    books = ledger.with_name("euros.creditmate")
    call(run, books, "3905", "2026-11-27")
    call(run, books, "2000", "2026-12-04", "--currency", "EUR", on=TUE)
    text = said(run, books, "correct", "2", "--promise", "2000", "--by", "2026-12-11", on=TUE)
    assert "promised before" not in text
    rows = told(run, books, "promise", "ACME", "--list", "--waiting", on=TUE)
    assert sorted(row["amount"]["currency"] for row in rows) == ["EUR", "GBP"]
    text = said(
        run, books, "correct", "2", "--promise", "2000", "--currency", "GBP", "--by", "2026-12-11",
        on=TUE,
    )  # fmt: skip
    assert "It takes the place of what they promised before: £3,905.00 by Friday 27" in text


def test_a_talk_put_in_late_says_that_the_later_word_holds(run: Run, ledger: Path) -> None:
    call(run, ledger, "3905", "2026-12-04", on=TUE)
    text = call(run, ledger, "3905", "2026-11-27", "--day", MON, on="2026-11-25")
    assert "What they promised later holds: £3,905.00 by Friday 4 December 2026." in text
    assert standing(run, ledger, "2026-11-25") == [
        ("2026-11-27", "replaced"), ("2026-12-04", "open"),
    ]  # fmt: skip


def test_put_right_what_was_sent_holds_again_and_is_said(run: Run, ledger: Path) -> None:
    paid = ("--outcome", "payment_sent", "--paid-on", MON, "--note", "x", "--next", "2026-11-26")
    said(run, ledger, "call", "ACME", "--with", "Nigel", *paid, on=MON)
    call(run, ledger, "3905", "2026-12-04", on=TUE)
    text = said(run, ledger, "correct", "2", "--outcome", "all_well", "--no-promise", on=TUE)
    assert "What they said was sent holds again: £3,905.00 of Monday 23 November 2026." in text
