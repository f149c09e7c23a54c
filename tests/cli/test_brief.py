"""``brief``: what to know before a call, in words and for programs."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

ON = "--on", "2026-11-23"
CODE = "BRAC01"


@pytest.fixture
def ledger(run: Run, tmp_path: Path) -> Path:
    """The sample, whose promise of BRAC01 has passed."""
    path = tmp_path / "sample.creditmate"
    assert run("new", path, "--sample", "--no-password", *ON).status == 0
    return path


def test_it_says_what_to_know_and_what_to_say(run: Run, ledger: Path) -> None:
    answer = run("brief", CODE, "--ledger", ledger, *ON)
    assert answer.status == 0
    said = answer.out.replace("\u00a0", " ")
    for words in (
        "Date passed: what to cover",
        "Goal: ",
        "You could open with: “Good morning Daniel, it’s ",
        "Decides: Helen Sowerby",
        "On the line: handles payments",
        "    They: £4,212.60 by 17 Nov, date passed",
        "    We: Delivery notes for 2064 to Daniel, done",
        "of 3 this week",
        "You may agree: a plan of up to 6 parts; ask before a discount",
    ):
        assert words in said, words
    assert "debtor" not in said.casefold()


def test_the_same_for_programs(run: Run, ledger: Path) -> None:
    told = run("brief", CODE, "--ledger", ledger, "--json", *ON).json
    assert told["situation"] == "date_passed"
    assert len(told["talks"]) == 3
    latest = told["talks"][0]
    assert latest["they_promised"] == [
        {"amount": {"minor": 421_260, "currency": "GBP"}, "by": "2026-11-17", "state": "broken"}
    ]
    assert latest["we_promised"][0]["state"] == "done"
    assert told["contacts"]["week"]["of"] == 3
    assert told["promises_kept"][0]["of"] >= told["promises_kept"][0]["kept"]
    assert told["may_agree"]["plan_parts"] == 6
    assert "read_back" in told["topics"]


def test_an_attempt_is_told_beside_the_talks(run: Run, ledger: Path) -> None:
    call = run(
        "call", CODE, "--ledger", ledger, "--outcome", "no_answer", "--next", "tomorrow", *ON
    )
    assert call.status == 0, call.err
    told = run("brief", CODE, "--ledger", ledger, "--json", *ON).json
    assert told["tried_since"] == {"count": 1, "last": "2026-11-23"}
    assert len(told["talks"]) == 3
    assert "Tried once since" in run("brief", CODE, "--ledger", ledger, *ON).out


def test_a_head_office_s_brief_says_what_its_group_is_asked_for(run: Run, ledger: Path) -> None:
    head = run("brief", "KEST01", "--ledger", ledger, "--json", *ON).json
    (group,) = head["of_group"]
    own = sum(one["please_pay_now"]["minor"] for one in head["accounts"])
    assert group["please_pay_now"]["minor"] > own
    line = run("today", "--ledger", ledger, "--all", "--json", *ON).json
    asked = [row["amounts"] for row in line if row["code"] == "KEST01"]
    assert asked == [[group["please_pay_now"]]]
    said = run("brief", "KEST01", "--ledger", ledger, *ON).out.replace("\u00a0", " ")
    sums = {key: f"£{group[key]['minor'] / 100:,.2f}" for key in ("overdue", "please_pay_now")}
    assert f"The whole group: overdue {sums['overdue']}, " in said
    assert f"The whole group, please pay now: {sums['please_pay_now']}" in said
    alone = run("brief", CODE, "--ledger", ledger, "--json", *ON).json
    assert alone["of_group"] == []
    assert "whole group" not in run("brief", CODE, "--ledger", ledger, *ON).out


def test_whoever_is_left_in_peace_is_asked_for_nothing(run: Run, ledger: Path) -> None:
    """What is overdue stands there all the same: it is only not asked for."""
    assert "Please pay now" in run("brief", CODE, "--ledger", ledger, *ON).out
    said = run("brief", "CARR01", "--ledger", ledger, *ON).out
    assert "pay now" not in said.casefold()
    assert "Nothing is asked for now." in said
    assert "Overdue £" in said
    told = run("brief", "CARR01", "--ledger", ledger, "--json", *ON).json
    assert [one["please_pay_now"] for one in told["accounts"]] == [None]


def test_while_they_may_answer_our_letter_before_action_it_is_spoken_of_that(
    run: Run, ledger: Path
) -> None:
    where = "--ledger", ledger
    letter = "--channel", "letter", "--step", "letter_before", "--note", "sent"
    assert run("log", "DELP01", *letter, "--none-because", "x", *where, *ON).status == 0
    answer = run("brief", "DELP01", *where, "--on", "2026-12-07")
    said = answer.out.replace("\u00a0", " ")
    assert "Arranged: time until 23 Dec to answer our letter before action of 23 Nov" in said
    assert "Our letter, time to answer: what to cover" in said
    assert (
        "they have until Wednesday 23 December to answer our letter of Monday 23 November" in said
    )
    assert "and you have until Wednesday 23 December to answer. Is there anything about it" in said
    assert "Did the invoices reach you" not in said
    told = run("brief", "DELP01", "--json", *where, "--on", "2026-12-07").json
    assert told["situation"] == "replying"
    assert told["arranged"]["answering_letter"] == {"letter": "2026-11-23", "until": "2026-12-23"}
    after = run("brief", "DELP01", "--json", *where, "--on", "2026-12-24").json
    assert after["arranged"]["answering_letter"] is None
    assert after["situation"] == "money_due"


def test_what_was_answered_in_their_favour_is_not_under_query_any_more(
    run: Run, ledger: Path
) -> None:
    where, about = ("--ledger", ledger), ("--reason", "price", "--invoices", "2250=905")
    assert run("dispute", "ASHL01", "--raise", *about, *where, *ON).status == 0
    (query,) = run("dispute", "ASHL01", "--json", *where, *ON).json
    before = run("brief", "ASHL01", *where, *ON).out.replace("\u00a0", " ")
    assert "of it under query £905.00" in before
    assert "to be credited" not in before
    end = "--end", str(query["dispute"]), "--outcome", "upheld"
    assert run("dispute", *end, *where, *ON).status == 0
    said = run("brief", "ASHL01", *where, *ON).out.replace("\u00a0", " ")
    assert "of it under query £0.00, to be credited £905.00" in said
