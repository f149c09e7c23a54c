"""``hold``: who is left in peace, why and until when; and what is said of who ceased trading."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from creditmate.db import connection
from creditmate.db.models import Customer
from tests.builders import SetClock, a_customer, an_invoice, make_ledger
from tests.cli.conftest import Run

ON = date(2026, 11, 23)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A company and a partnership, each 20 days late."""
    path = tmp_path / "books.creditmate"
    with make_ledger(path, SetClock()).write("test") as writing:
        for code, form in (("ACME", "company"), ("BIRCH", "partnership")):
            customer = a_customer(writing, code)
            writing.edit(Customer, customer, 1, legal_form=form)
            due = ON - timedelta(days=20)
            an_invoice(writing, customer, code, due - timedelta(days=30), 50_000, due=due)
    connection.close()
    return path


def told(run: Run, ledger: Path, *words: str, on: date = ON) -> Any:  # noqa: ANN401 - JSON
    answer = run(*words, "--ledger", ledger, "--on", on.isoformat(), "--json")
    assert answer.status == 0, answer.err
    return answer.json


def said(run: Run, ledger: Path, *words: str, on: date = ON) -> str:
    answer = run(*words, "--ledger", ledger, "--on", on.isoformat())
    assert answer.status == 0, answer.err
    return answer.out.replace("\u00a0", " ")


def refused(run: Run, ledger: Path, *words: str) -> str:
    answer = run(*words, "--ledger", ledger, "--on", ON.isoformat())
    assert answer.status == 1
    return answer.err


def test_what_is_not_said_is_as_usual_for_the_kind(run: Run, ledger: Path) -> None:
    told(run, ledger, "hold", "ACME", "--kind", "hardship", "--because", "flood in the yard")
    (row,) = told(run, ledger, "hold", "ACME")
    assert {key: row[key] for key in row if key != "id"} == {
        "code": "ACME", "kind": "hardship", "from": "2026-11-23", "until": None,
        "review": "2026-12-23", "ended": None, "in_force": True,
        "stops": ["steps", "letters", "interest"], "because": "flood in the yard",
    }  # fmt: skip
    assert [line["code"] for line in told(run, ledger, "today")] == ["BIRCH"]
    text = said(run, ledger, "hold")
    assert "Hardship; stops following up, letters, interest; look at it again 23 Dec" in text
    assert "flood in the yard" in text


def test_its_days_and_what_it_stops_are_told(run: Run, ledger: Path) -> None:
    told(run, ledger, "hold", "ACME", "--kind", "ours", "--from", "2026-11-20",
         "--until", "2026-12-02", "--stop", "steps")  # fmt: skip
    (row,) = told(run, ledger, "hold")
    assert (row["from"], row["until"], row["stops"]) == ("2026-11-20", "2026-12-02", ["steps"])
    assert row["review"] is None  # it would be looked at after its end
    assert told(run, ledger, "hold", on=date(2026, 12, 3)) == []
    (over,) = told(run, ledger, "hold", "--all", on=date(2026, 12, 3))
    assert over["in_force"] is False
    assert "Nobody is left in peace." in said(run, ledger, "hold", on=date(2026, 12, 3))


def test_it_is_looked_at_again_and_ended_and_both_are_taken_back(run: Run, ledger: Path) -> None:
    made = told(run, ledger, "hold", "ACME", "--kind", "insolvent")
    later = ON + timedelta(days=30)
    told(run, ledger, "hold", "ACME", "--reviewed", str(made["id"]), "--review", "2027-02-01",
         on=later)  # fmt: skip
    assert [row["review"] for row in told(run, ledger, "hold", on=later)] == ["2027-02-01"]
    ended = told(run, ledger, "hold", "ACME", "--end", str(made["id"]), on=later)
    assert told(run, ledger, "hold", on=later) == []
    assert "Taken back." in said(run, ledger, "hold", "--undo", str(ended["action"]), on=later)
    assert [row["ended"] for row in told(run, ledger, "hold", on=later)] == [None]
    text = said(run, ledger, "hold", "ACME", "--end", str(made["id"]), on=later)
    assert "To take it back: hold --undo" in text


def test_what_is_odd_is_said_and_what_cannot_be_is_refused(run: Run, ledger: Path) -> None:
    made = told(run, ledger, "hold", "BIRCH", "--kind", "breathing_space")
    assert "partnership" in made["doubts"][0]
    (row,) = told(run, ledger, "hold", "BIRCH")
    assert row["until"] == "2027-01-21"
    assert refused(run, ledger, "hold", "ACME", "--kind", "deceased")
    assert refused(run, ledger, "hold", "NOBODY", "--kind", "ours")
    assert refused(run, ledger, "hold", "NOBODY")
    assert refused(run, ledger, "hold", "ACME", "--end", "99")
    assert "--because" in refused(run, ledger, "hold", "ACME", "--because", "they asked")
    assert "--end" in refused(run, ledger, "hold", "--end", str(row["id"]))
    assert "--kind" in refused(run, ledger, "hold", "--kind", "ours")


def test_ceased_trading_waits_for_a_decision_that_a_hold_is(run: Run, ledger: Path) -> None:
    told(run, ledger, "call", "ACME", "--with", "Ann", "--outcome", "ceased_trading",
         "--note", "shut", "--none-because", "nobody is there")  # fmt: skip
    week = ON + timedelta(days=8)
    assert [line["code"] for line in told(run, ledger, "today", on=week)] == ["BIRCH"]
    left = told(run, ledger, "today", "--left-out", on=week)
    (row,) = [one for one in left if one["code"] == "ACME"]
    assert (row["why"], row["amounts"]) == ("ceased", [{"currency": "GBP", "minor": 50_000}])
    words = "said to have ceased trading; decide how to go on"
    assert words in said(run, ledger, "today", on=week)
    assert words in said(run, ledger, "customer", "ACME", on=week)
    made = told(run, ledger, "hold", "ACME", "--kind", "insolvent", on=week)
    left = told(run, ledger, "today", "--left-out", on=week)
    assert "insolvent" in {one["why"] for one in left if one["code"] == "ACME"}
    told(run, ledger, "hold", "ACME", "--end", str(made["id"]), on=week)
    codes = [line["code"] for line in told(run, ledger, "today", on=week)]
    assert "ACME" in codes


def test_how_we_trade_is_told_and_decided(run: Run, ledger: Path) -> None:
    """Who is said to have ceased trading waits for that, and no other command showed it."""
    call = ("call", "ACME", "--with", "Ann", "--outcome", "ceased_trading", "--note", "shut",
            "--none-because", "shut")  # fmt: skip
    assert "status ACME" in run(*call, "--ledger", ledger, "--on", ON.isoformat()).err
    now = told(run, ledger, "status", "ACME")
    assert (now["status"], now["said_to_have_ceased"]) == ("active", ON.isoformat())
    assert "Said on Monday 23 November 2026 to have ceased trading" in said(
        run, ledger, "status", "ACME"
    )
    assert "Reason" in refused(run, ledger, "status", "ACME", "--set", "on_stop")
    made = told(run, ledger, "status", "ACME", "--set", "on_stop", "--because", "the son pays")
    now = told(run, ledger, "status", "ACME")
    assert (now["status"], now["said_to_have_ceased"]) == ("on_stop", None)
    assert "the son pays" in said(run, ledger, "status", "ACME")
    told(run, ledger, "status", "ACME", "--undo", str(made["action"]))
    assert told(run, ledger, "status", "ACME")["said_to_have_ceased"] == ON.isoformat()
