"""A visit's report on the command line: currencies, additions, and all of it shown."""

from datetime import time
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_visit_reports import (
    REPORT,
    TODAY,
    VISITED,
    ask,
    ledger,  # noqa: F401 - a fixture
    said,
    visit,  # noqa: F401 - a fixture
)
from tests.cli.visit_plans import an_hour, planned
from tests.services.visit_paper_desk import text_of

BASE = (
    "--outcome", "will_pay", "--note", "A good hour.", "--next", "2026-12-07",
    "--result", "1=wanted", "--result", "2=not_spoken_of",
)  # fmt: skip


@pytest.fixture
def abroad(ledger: Path) -> str:  # noqa: F811
    """A visit to Lough Ree Boats, who owe euros, and pounds besides."""
    return planned(ledger, TODAY, "LOUG01", an_hour(VISITED, time(10, 30)))


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_each_promise_has_its_own_currency(run: Run, ledger: Path, abroad: str) -> None:  # noqa: F811
    promises = (
        "--they-pay", "655.04 GBP;2026-12-18", "--they-pay", "1000 eur;2026-12-14",
        "--they-pay", "€500;2026-12-15", "--they-pay", "£0.01;2026-12-19",
    )  # fmt: skip
    made = ask(run, ledger, "visit", "report", abroad, *BASE, *promises)
    assert made.status == 0, made.err
    talk = said(ask(run, ledger, "visit", "report", abroad, "--json"))["talk"]
    paid = [(one["amount"]["minor"], one["amount"]["currency"]) for one in talk["they_pay"]]
    assert sorted(paid) == [(1, "GBP"), (50_000, "EUR"), (65_504, "GBP"), (100_000, "EUR")]
    assert "£655.05 is promised, though £655.04 is owed: is the currency right?" in plain(made.out)
    assert "€" not in made.out, "the euros are within what is owed"


def test_a_currency_that_is_not_owed_is_refused(run: Run, ledger: Path, abroad: str) -> None:  # noqa: F811
    answer = ask(run, ledger, "visit", "report", abroad, *BASE, "--they-pay", "5 USD;2026-12-18")
    assert answer.status == 1
    assert "USD" in answer.err
    answer = ask(run, ledger, "visit", "report", abroad, *BASE, "--they-pay", "5 XXQ;2026-12-18")
    assert answer.status == 1


def test_all_that_was_told_is_shown(run: Run, ledger: Path, visit: str) -> None:  # noqa: F811
    more = ("--opportunity", "A second depot", "--satisfaction", "4")
    assert ask(run, ledger, "visit", "report", visit, *REPORT, *more).status == 0
    lines = plain(ask(run, ledger, "visit", "report", visit).out)
    for words in (
        "Part payment, Aidan Coulthard, 26 Nov", "A good hour.", "They pay: £20.00 by 4 Dec",
        "They will: Name somebody for orders by 4 Dec", "We will: Send the notes by 27 Nov",
        "An opportunity: A second depot", "Next step: 7 Dec", "Mood: ", "4 of 5",
        "Agreed as the fall-back",
    ):  # fmt: skip
        assert words in lines, (words, lines)
    told = said(ask(run, ledger, "visit", "report", visit, "--json"))["talk"]
    assert told["with"] == "Aidan Coulthard"
    assert told["outcome"] == "part_payment"
    assert told["next"] == "2026-12-07"
    assert told["we_do"] == [{"words": "Send the notes", "by": "2026-11-27"}]


def test_what_was_forgotten_is_added_and_taken_back(run: Run, ledger: Path, visit: str) -> None:  # noqa: F811
    assert ask(run, ledger, "visit", "report", visit, *REPORT).status == 0
    before = said(ask(run, ledger, "visit", "report", visit, "--json"))
    more = (
        "--add", "--note", "He asked for fewer deliveries.", "--they-pay", "5;2026-12-11",
        "--we-do", "Ring the depot;2026-12-01", "--they-do", "Send the order form;2026-12-02",
    )  # fmt: skip
    made = ask(run, ledger, "visit", "report", visit, *more)
    assert made.status == 0, made.err
    after = said(ask(run, ledger, "visit", "report", visit, "--json"))["talk"]
    assert after["note"] == "A good hour.\nHe asked for fewer deliveries."
    assert len(after["they_pay"]) == 2
    assert "Ring the depot" in [one["words"] for one in after["we_do"]]
    assert "Send the order form" in [one["words"] for one in after["they_do"]]
    back = ask(run, ledger, "visit", "report", visit, "--undo")
    assert back.out == f"What was added last to the report on visit {visit} is taken back.\n"
    assert said(ask(run, ledger, "visit", "report", visit, "--json")) == before
    whole = ask(run, ledger, "visit", "report", visit, "--undo").out
    assert whole == f"The report on visit {visit} is taken back.\n"
    again = ask(run, ledger, "visit", "report", visit, "--undo")
    assert (again.status, again.err) == (1, f"Visit {visit} has no report yet.\n")
    assert ask(run, ledger, "check").status == 0


def test_a_visit_brings_several_queries(run: Run, ledger: Path, abroad: str) -> None:  # noqa: F811
    shown = said(ask(run, ledger, "customer", "LOUG01", "--json"))
    numbers = [one["number"] for one in shown["entries"] if one["due"]][:2]
    queries = (
        "--query", f"{numbers[0]}=quantity;;two pallets short", "--query", f"{numbers[1]}=price",
    )  # fmt: skip
    made = ask(run, ledger, "visit", "report", abroad, *BASE, *queries)
    assert made.status == 0, made.err
    talk = said(ask(run, ledger, "visit", "report", abroad, "--json"))["talk"]
    assert talk["queries"] == [[numbers[0]], [numbers[1]]]
    for text, words in (("2083", "NUMBER,…=REASON"), ("2083=moon", "quantity")):
        answer = ask(run, ledger, "visit", "report", abroad, "--add", "--query", text)
        assert answer.status == 1
        assert words in answer.err


def test_the_letter_of_thanks_names_what_is_paid_by_its_days(
    run: Run, ledger: Path, visit: str, tmp_path: Path  # noqa: F811
) -> None:  # fmt: skip
    promises = ("--they-pay", "50;2026-12-04", "--they-pay", "20;2026-12-02")
    assert ask(run, ledger, "visit", "report", visit, *BASE, *promises).status == 0
    assert ask(run, ledger, "visit", "thanks", visit, "--out", tmp_path / "t.pdf").status == 0
    later = ("--add", "--they-pay", "250;2026-12-11")
    assert ask(run, ledger, "visit", "report", visit, *later).status == 0
    out = tmp_path / "again.pdf"
    assert ask(run, ledger, "visit", "thanks", visit, "--out", out).status == 0
    text = plain(text_of(out.read_bytes()))
    places = [text.index(f"You pay £{sum_}.00 by") for sum_ in (20, 50, 250)]
    assert places == sorted(places)
    refused = ask(run, ledger, "visit", "report", visit, "--undo")
    assert refused.status == 1
    assert "a letter of thanks that tells of it was issued since" in refused.err
