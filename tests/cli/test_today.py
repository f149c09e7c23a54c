"""``today``: narrowed, capped, who is left out, and what is put off; and what it says."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from creditmate.db import connection
from creditmate.db.models import Customer
from creditmate.db.our_people import add_staff
from creditmate.services.call_drafts import CallDrafts, TypedCall
from tests.builders import (
    SetClock,
    a_customer,
    a_receipt,
    allocate,
    an_invoice,
    make_ledger,
    open_ledger,
)
from tests.cli.conftest import Answer, Run

TODAY = date(2026, 11, 23)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Three who owe, the first of whom pays late by habit; a fourth that owes nothing."""
    path = tmp_path / "books.creditmate"
    with make_ledger(path, SetClock()).write("test") as writing:
        for code, minor, late in (("ACME", 420_000, 18), ("BIRCH", 5_000, 3), ("CEDAR", 900, 100)):
            customer, due = a_customer(writing, code), TODAY - timedelta(days=late)
            an_invoice(writing, customer, code, due - timedelta(days=30), minor, due=due)
        for number in range(5):
            due = TODAY - timedelta(days=200 + number)
            item = an_invoice(writing, 1, f"OLD{number}", due, 100, due=due)
            allocate(writing, a_receipt(writing, 1, due + timedelta(days=6), 100), item, 100)
        a_customer(writing, "DALE")
    connection.close()
    return path


def today(run: Run, ledger: Path, *more: str, on: date = TODAY) -> Answer:
    answer = run("today", *more, "--ledger", ledger, "--on", on.isoformat())
    assert answer.status == 0, answer.err
    return answer


def codes(answer: Answer) -> list[str]:
    return [row["code"] for row in answer.json]


def test_the_reasons_are_a_sentence_with_the_sum_and_the_step_in_words(
    run: Run, ledger: Path
) -> None:
    row, *_ = today(run, ledger, "--json").json
    assert row["reasons"][:2] == ["£4,200.00 overdue 18 days", "next: a friendly call"]
    assert (row["code"], row["step"], row["kind"]) == ("ACME", "call_1", "follow_up")
    assert row["for_tomorrow"] is False


def test_the_cap_and_the_rest_for_tomorrow(run: Run, ledger: Path) -> None:
    assert codes(today(run, ledger, "--cap", "1", "--json")) == ["ACME"]
    told = today(run, ledger, "--cap", "1").out
    assert "2 more for tomorrow: today --all shows them" in told
    every = today(run, ledger, "--cap", "1", "--all", "--json").json
    assert [row["for_tomorrow"] for row in every] == [False, True, True]
    assert "tomorrow" not in today(run, ledger).out
    assert "Nothing more today." in today(run, ledger, "--cap", "0").out
    assert codes(today(run, ledger, "--limit", "2", "--json")) == ["ACME", "CEDAR"]


def test_only_one_kind_and_only_somebody_s(run: Run, ledger: Path) -> None:
    assert codes(today(run, ledger, "--kind", "courtesy", "--json")) == []
    assert len(codes(today(run, ledger, "--kind", "follow_up", "--json"))) == 3
    nobody = run("today", "--owner", "Nobody", "--ledger", ledger, "--json")
    assert (nobody.status, "Nobody" in nobody.err) == (1, True)


def test_of_what_is_of_another_sort_it_is_said_that_it_waits(run: Run, ledger: Path) -> None:
    told = today(run, ledger, "--kind", "courtesy").out
    assert "Nothing of this sort today." in told
    assert "Nothing more today" not in told
    assert "3 lines of other sorts wait: today shows them" in told
    assert "other sorts" not in today(run, ledger, "--kind", "follow_up").out
    assert "Nothing more today." in today(run, ledger, "--kind", "courtesy", "--cap", "0").out


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """Two who owe are Bob's, one is Ann's; Cara has nobody."""
    path, contact = tmp_path / "shared.creditmate", {"role": "", "os_login": "", "phone": ""}
    with make_ledger(path, SetClock()).write("test") as writing:
        more = {**contact, "email": "", "signature": ""}
        ann, bob, _ = (
            add_staff(writing, {**more, "name": name, "initials": name[0]})
            for name in ("Ann", "Bob", "Cara")
        )
        for code, whose, minor in (
            ("ACME", bob, 9_000),
            ("BIRCH", bob, 8_000),
            ("CEDAR", ann, 7_000),
        ):
            customer, due = a_customer(writing, code), TODAY - timedelta(days=20)
            writing.edit(Customer, customer, 1, owner_id=whose)
            an_invoice(writing, customer, code, due - timedelta(days=30), minor, due=due)
    connection.close()
    return path


def test_what_waits_of_others_is_no_end_of_the_day(run: Run, shared: Path) -> None:
    told = today(run, shared, "--owner", "Cara").out
    assert "Nothing more today" not in told
    assert "Nothing more for Cara today." in told
    assert "3 lines of others wait: today shows them" in told
    assert "2 lines of others wait" in today(run, shared, "--owner", "a").out
    assert "1 line of others waits: today shows it" in today(run, shared, "--owner", "Bob").out
    assert "Nothing of this sort" in today(run, shared, "--owner", "a", "--kind", "courtesy").out
    assert codes(today(run, shared, "--owner", "Cara", "--json")) == []
    assert "of others" not in today(run, shared).out


def test_calls_that_a_colleague_made_leave_the_room_of_ones_own(run: Run, shared: Path) -> None:
    made = run("call", "ACME", "--outcome", "all_well", "--note", "Rang", "--none-because", "x",
               "--with", "Dan", "--ledger", shared, "--on", TODAY.isoformat())  # fmt: skip
    assert made.status == 0, made.err
    assert codes(today(run, shared, "--owner", "Ann", "--cap", "1", "--json")) == ["CEDAR"]
    assert codes(today(run, shared, "--owner", "Bob", "--cap", "1", "--json")) == []


def test_while_our_promise_is_late_nothing_is_put_off(run: Run, ledger: Path) -> None:
    when = ("--ledger", ledger, "--on", (TODAY - timedelta(days=5)).isoformat())
    told = run(
        "call", "ACME", "--with", "Ann", "--outcome", "all_well", "--we-promise", "A copy",
        "--we-by", "2026-11-20", "--none-because", "all said", *when,
    )  # fmt: skip
    assert told.status == 0, told.err
    put_off = ("--snooze", "ACME", "--until", "2026-11-30", "--because", "ill")
    answer = run("today", *put_off, "--ledger", ledger, "--on", TODAY.isoformat())
    assert answer.status == 1
    assert "That comes first and is not put off" in answer.err
    assert codes(today(run, ledger, "--json"))[0] == "ACME"


def test_a_line_is_put_off_taken_up_again_and_that_is_taken_back(run: Run, ledger: Path) -> None:
    deed = ("--snooze", "ACME", "--until", "26 Nov", "--because", "the owner is ill")
    done = today(run, ledger, *deed)
    assert "Put off: back on the list on 26\xa0November\xa02026." in done.out
    assert codes(today(run, ledger, "--json")) == ["CEDAR", "BIRCH"]
    (left,) = today(run, ledger, "--left-out", "--json").json
    assert {key: left[key] for key in ("code", "why", "because", "until")} == {
        "code": "ACME", "why": "put_off", "because": "the owner is ill", "until": "2026-11-26",
    }  # fmt: skip
    assert left["words"] == "put off: the owner is ill; again from 26\xa0Nov"
    listed = today(run, ledger, "--left-out").out
    (line,) = [one for one in listed.splitlines() if one.startswith("ACME")]
    assert [part.strip() for part in line.replace("\xa0", " ").split("  ") if part.strip()] == [
        "ACME", "Acme Ltd", "26 Nov", "£4,200.00", "put off: the owner is ill",
    ]  # fmt: skip
    assert listed.rstrip().endswith("1 customer, £4,200.00")
    assert "1 customer is not being followed up" in today(run, ledger).out
    ended = today(run, ledger, "--wake", "ACME", "--json").json
    assert "ACME" in codes(today(run, ledger, "--json"))
    assert "Taken back." in today(run, ledger, "--undo", str(ended["id"])).out
    assert "ACME" not in codes(today(run, ledger, "--json"))
    assert "ACME" in codes(today(run, ledger, "--json", on=TODAY + timedelta(days=3)))


def test_already_at_a_step(run: Run, ledger: Path) -> None:
    told = today(run, ledger, "--at-step", "CEDAR=final", "--because", "the old program")
    assert "Put down as already at the final notice." in told.out
    steps = {row["code"]: row["step"] for row in today(run, ledger, "--json").json}
    assert steps == {"ACME": "call_1", "CEDAR": "letter_before", "BIRCH": "call_1"}


def test_everybody_is_on_the_list(run: Run, ledger: Path) -> None:
    told = today(run, ledger, "--left-out").out
    assert "Everybody with something overdue is on today's list." in told


@pytest.mark.parametrize(("more", "said"), [
    (("--snooze", "ACME"), "--until"),
    (("--snooze", "ACME", "--until", "26 Nov"), "Reason"),
    (("--at-step", "ACME=shout"), "ACME=shout"),
    (("--wake", "ACME"), "Put off"),
])  # fmt: skip
def test_what_does_not_fit_is_refused(
    run: Run, ledger: Path, more: tuple[str, ...], said: str
) -> None:
    answer = run("today", *more, "--ledger", ledger, "--on", TODAY.isoformat())
    assert answer.status == 1
    assert said in answer.err
    assert codes(today(run, ledger, "--json")) == ["ACME", "CEDAR", "BIRCH"]


def test_a_call_that_was_left_half_written_is_named(run: Run, shared: Path) -> None:
    assert "half written" not in today(run, shared).out
    where = ("--ledger", shared, "--on", TODAY.isoformat())
    begun = datetime(2026, 11, 23, 9, tzinfo=UTC)
    open_ledger(shared)
    CallDrafts(SetClock()).save("ACME", begun, TypedCall(notes="he said"))
    connection.close()
    told = run("today", *where).out
    assert "Call half written: ACME" in told
    rows = run("today", "--json", *where).json
    assert [row["code"] for row in rows if row["half_written"]] == ["ACME"]


def test_what_was_done_today_is_listed_and_a_try_whose_line_stays_too(
    run: Run, shared: Path
) -> None:
    where = ("--ledger", shared, "--on", TODAY.isoformat())
    assert "Nothing was done yet today." in today(run, shared, "--done").out
    said = ("--with", "Dan", "--outcome", "all_well", "--note", "Rang", "--none-because", "told")
    tried = ("--outcome", "no_answer", "--none-because", "soon enough")
    for code, note in (("BIRCH", said), ("ACME", tried)):
        assert run("call", code, *note, *where).status == 0
    rows = today(run, shared, "--done", "--json").json
    found = [(row["code"], row["outcome"], row["person"], row["incoming"]) for row in rows]
    assert found == [
        ("BIRCH", "all_well", "Dan", False),
        ("ACME", "no_answer", "", False),
    ]
    assert "ACME" in codes(today(run, shared, "--json"))  # to be tried again
    told = today(run, shared, "--done").out
    assert "Done today, 23" in told.replace("\u00a0", " ")
    assert "no answer" in told
    assert codes(today(run, shared, "--done", "--owner", "Ann", "--json")) == []
