"""Visits told afterwards on the command line, over the sample ledger, and a day's route."""

from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Answer, Run
from tests.cli.visit_plans import an_hour, planned

TODAY, VISITED = date(2026, 11, 23), date(2026, 11, 26)


@pytest.fixture
def ledger(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "Sample.creditmate"
    made = run("new", path, "--sample", "--no-password", "--on", TODAY)
    assert made.status == 0, made.err
    return path


@pytest.fixture
def visit(ledger: Path) -> str:
    return planned(ledger, TODAY, "PENN01", an_hour(VISITED, time(10, 30)))


def said(answer: Answer) -> Any:  # noqa: ANN401 - JSON
    assert answer.status == 0, answer.err
    return answer.json


def ask(run: Run, ledger: Path, *more: object, on: date = VISITED) -> Answer:
    return run(*more[:1], *more[1:], "--ledger", ledger, "--on", on)


REPORT = (
    "--outcome", "part_payment", "--note", "A good hour.", "--next", "2026-12-07",
    "--result", "1=fall_back;three parts", "--result", "2=not_spoken_of",
    "--paper", "1=promised;2026-12-04", "--they-pay", "20;2026-12-04",
    "--they-do", "Name somebody for orders;2026-12-04", "--we-do", "Send the notes;2026-11-27",
    "--seen", "stock=worse;empty racks", "--seen", "staff=same", "--mood", "calm",
    "--limit-view", "later", "--risk", "same", "--new-limit", "1500", "--limit-because", "quiet",
)  # fmt: skip


def test_a_report_is_told_shown_added_to_and_taken_back(run: Run, ledger: Path, visit: str) -> None:
    made = said(ask(run, ledger, "visit", "report", visit, *REPORT, "--json"))
    assert made["number"] == visit
    shown = said(ask(run, ledger, "visit", "report", visit, "--json"))
    assert [one["result"] for one in shown["issues"]] == ["fall_back", "not_spoken_of"]
    assert shown["papers"] == [
        {"what": "Accounts to 30 June", "came": "promised", "by": "2026-12-04", "file": None,
         "note": ""},
    ]  # fmt: skip
    assert shown["inner_picture"]["course"] == "one_sign"
    assert shown["inner_review"]["minutes"] == 110
    assert shown["inner_review"]["cost"] == {"minor": 6857, "currency": "GBP"}
    lines = ask(run, ledger, "visit", "report", visit).out.replace("\u00a0", " ")
    assert "Agreed as the fall-back" in lines
    assert "1 h 50, 22 miles, £68.57" in lines
    brief = said(ask(run, ledger, "customer", "PENN01", "--json"))
    assert brief["code"] == "PENN01"
    paper = ledger.parent / "accounts.pdf"
    paper.write_bytes(b"%PDF")
    more = ("--add", "--paper", "1=received", "--file", f"1={paper}", "--result", "2=wanted")
    said(ask(run, ledger, "visit", "report", visit, *more, "--json"))
    after = said(ask(run, ledger, "visit", "report", visit, "--json"))
    assert [one["result"] for one in after["issues"]] == ["fall_back", "wanted"]
    assert after["papers"][0]["came"] == "received"
    assert after["papers"][0]["file"] is not None
    late = ask(run, ledger, "visit", "report", visit, "--add", "--outcome", "will_pay")
    assert (late.status, late.err) == (1, "--add: “--outcome” is not possible.\n")
    assert ask(run, ledger, "check").status == 0


def test_a_report_is_taken_back_whole(run: Run, ledger: Path, visit: str) -> None:
    before = said(ask(run, ledger, "today", "--json"))
    assert ask(run, ledger, "visit", "report", visit, *REPORT).status == 0
    back = ask(run, ledger, "visit", "report", visit, "--undo").out
    assert back == f"The report on visit {visit} is taken back.\n"
    assert said(ask(run, ledger, "today", "--json")) == before
    told = ask(run, ledger, "visit", "report", visit).out
    assert told == f"Nothing was told of visit {visit} yet.\n"
    assert ask(run, ledger, "check").status == 0


def test_each_way_back_takes_back_its_own_kind_and_says_what(
    run: Run, ledger: Path, visit: str
) -> None:
    again = date(2026, 12, 3)
    moved = ("--with", "Jean", "--again", again)
    assert ask(run, ledger, "visit", "deputy", visit, *moved).status == 0
    talk = ("--outcome", "all_well", "--note", "fine", "--none-because", "all said")
    results = ("--result", "1=wanted", "--result", "2=wanted")
    assert ask(run, ledger, "visit", "report", visit, *talk, *results, on=again).status == 0
    early = ask(run, ledger, "visit", "deputy", visit, "--undo", on=again)
    assert (early.status, early.out) == (1, "")
    assert f"not put down of visit {visit}, or something was put down after it" in early.err
    assert ask(run, ledger, "visit", "report", visit, "--undo", on=again).out == (
        f"The report on visit {visit} is taken back.\n"
    )
    second = ask(run, ledger, "visit", "report", visit, "--undo", on=again)
    assert (second.status, second.err) == (1, f"Visit {visit} has no report yet.\n")
    for other in ("nobody", "refused"):
        wrong = ask(run, ledger, "visit", other, visit, "--undo", on=again)
        assert wrong.status == 1
        assert "not put down" in wrong.err
    assert said(ask(run, ledger, "visit", "show", visit, "--json"))["day"] == "2026-12-03"
    back = ask(run, ledger, "visit", "deputy", visit, "--undo", on=again)
    assert back.out.replace("\u00a0", " ").splitlines() == [
        f"Taken back of visit {visit}: that only a deputy was there.",
        "The visit is now on Thursday 26 November 2026.",
    ]  # fmt: skip
    refused = said(ask(run, ledger, "visit", "refused", visit, "--json"))
    undone = said(ask(run, ledger, "visit", "refused", visit, "--undo", "--json"))
    assert undone == {"number": visit, "undone": refused["interaction"], "what": "refused"}
    assert ask(run, ledger, "check").status == 0


def test_what_does_not_fit_is_said(run: Run, ledger: Path, visit: str) -> None:
    base = ("--outcome", "all_well", "--note", "x", "--none-because", "all said")
    cases = (
        (("--result", "3=wanted"), "--result: “3” is not possible. Expected: 1-2"),
        (("--result", "1=perhaps"), "Expected: wanted, fall_back, part, none, not_spoken_of"),
        (("--result", "wanted"), "Expected: PLACE=RESULT[;WORDS]"),
        (("--result", "1=wanted"), "What came of each issue: fill this in."),
        (("--result", "1=wanted", "--result", "2=part"), "or why nothing was: fill this in."),
        (("--they-do", "call"), "Expected: TEXT;DATE"),
        (("--seen", "moon=same"), "Expected: stock, equipment"),
        (("--distance", "far"), "“far” is not a number"),
    )
    for more, words in cases:
        answer = ask(run, ledger, "visit", "report", visit, *base, *more)
        assert answer.status == 1, more
        assert words in answer.err, more
    for said_only in ("--note", "--opportunity"):
        answer = ask(run, ledger, "visit", "report", visit, said_only, "how it ended is missing")
        assert answer.status == 1
        assert answer.err


def test_nobody_there_is_one_short_command(run: Run, ledger: Path, visit: str) -> None:
    made = said(ask(run, ledger, "visit", "nobody", visit, "--json"))
    assert made["next"] > "2026-11-26"
    answer = ask(run, ledger, "visit", "nobody", visit, "--undo")
    assert answer.status == 0, answer.err
    told = ask(run, ledger, "visit", "deputy", visit, "--with", "Jean", "--next", "2026-12-03")
    assert told.out.replace("\u00a0", " ").splitlines() == [
        f"Kept as an attempt on visit {visit}.", "Next step on Thursday 3 December 2026.",
    ]  # fmt: skip


def test_cost_against_what_came_in(run: Run, ledger: Path, visit: str) -> None:
    before = said(ask(run, ledger, "visit", "worth", "PENN01", "--json"))
    assert before["visits"] == []
    assert ask(run, ledger, "visit", "report", visit, *REPORT).status == 0
    paid = ("pay", "PENN01", "20", "--received", "2026-11-27")
    answer = ask(run, ledger, *paid, on=date(2026, 11, 27))
    assert answer.status == 0, answer.err
    worth = said(ask(run, ledger, "visit", "worth", "PENN01", "--json", on=date(2026, 11, 30)))
    (one,) = worth["visits"]
    assert one["number"] == visit
    assert one["cost"]["minor"] == 6857
    assert [came["amounts"][0]["minor"] for came in one["came"]] == [2000, 2000, 2000]
    assert not any(came["over"] for came in one["came"])
    lines = ask(run, ledger, "visit", "worth", "PENN01", on=date(2026, 11, 30)).out
    assert "£20.00 *" in lines
    assert "* so far" in lines


def test_the_sample_has_visits_from_which_a_course_is_seen(run: Run, ledger: Path) -> None:
    worth = said(ask(run, ledger, "visit", "worth", "LONG01", "--json"))
    latest, before = worth["visits"]
    assert latest["day"] > before["day"]
    assert all(came["amounts"] for one in worth["visits"] for came in one["came"])
    shown = said(ask(run, ledger, "visit", "report", latest["number"], "--json"))
    assert shown["inner_picture"]["last_day"] == before["day"]
    assert shown["inner_picture"]["worse"] == ["suppliers"]
    assert len(shown["inner_observations"]) == 13


def test_what_else_is_promised_may_follow_the_promise(run: Run, ledger: Path, visit: str) -> None:
    said(ask(
        run, ledger, "visit", "report", visit, "--outcome", "part_payment", "--note", "An hour.",
        "--result", "1=wanted", "--result", "2=wanted", "--next", "2026-12-07",
        "--promise", "50", "--by", "2026-12-04", "--they-pay", "30;2026-12-11",
        "--we-promise", "Send the notes", "--we-by", "2026-11-27", "--we-do", "Ring;2026-11-30",
        "--json",
    ))  # fmt: skip
    found = said(ask(run, ledger, "promise", "PENN01", "--json"))
    theirs = [(one["by"], one["amount"]["minor"]) for one in found if one["side"] == "theirs"]
    assert sorted(theirs) == [("2026-12-04", 5_000), ("2026-12-11", 3_000)]
    assert sorted(one["deed"] for one in found if one["side"] == "ours") == [
        "Ring", "Send the notes",
    ]  # fmt: skip


# ---------------------------------------------------------------- the route
def test_of_a_way_that_nobody_entered_no_hour_is_made_up(run: Run, ledger: Path) -> None:
    day = date(2026, 12, 15)
    bare = an_hour(day, time(10, 30), travel_minutes=None, distance_tenths=0)
    number = planned(ledger, TODAY, "PENN01", bare)
    (one,) = said(ask(run, ledger, "route", day, "--json"))["routes"]
    assert (one["leaves"], one["back"], one["minutes"]) == (None, None, None)
    assert one["way_back"] == {"minutes": None, "distance_tenths": None, "known": "unknown"}
    assert (one["stops"][0]["arrives"], one["stops"][0]["spare"]) == (None, None)
    lines = ask(run, ledger, "route", day).out.replace("\u00a0", " ")
    assert lines.count("the way is not known") == 2
    assert "0 min" not in lines
    assert "Leave" not in lines
    shown = ask(run, ledger, "visit", "show", number).out.replace("\u00a0", " ")
    assert "It costs £32.00 and the way, which is not known: 1 h there." in shown


def test_a_route_says_where_the_time_is_too_short(run: Run, ledger: Path) -> None:
    day = date(2026, 12, 15)
    first = planned(ledger, TODAY, "PENN01", an_hour(day, time(10, 30)))
    second = planned(ledger, TODAY, "OSPR01", an_hour(day, time(11, 40)))
    answer = said(ask(run, ledger, "route", day, "--json"))
    (one,) = answer["routes"]
    assert [stop["number"] for stop in one["stops"]] == [first, second]
    assert (one["leaves"], one["back"]) == ("10:00", "13:05")
    assert (one["minutes"], one["distance_tenths"]) == (75, 330)
    late = one["stops"][1]
    assert (late["arrives"], late["spare"], late["rather"]) == ("11:55", -15, "11:55")
    assert late["way"]["known"] == "roughly"
    lines = ask(run, ledger, "route", day).out.replace("\u00a0", " ")
    assert "Too short by 15 minutes: move it to 11:55, or ring ahead" in lines
    assert "Not confirmed yet" in lines
    nothing = ask(run, ledger, "route", "2026-12-16")
    said_so = nothing.out.replace("\u00a0", " ")
    assert said_so == "No visit is planned for Wednesday 16 December 2026.\n"


def test_nobody_there_with_the_day_agreed_instead_is_one_command(
    run: Run, ledger: Path, visit: str
) -> None:
    made = said(ask(run, ledger, "visit", "nobody", visit, "--again", "2026-12-03", "--json"))
    assert (made["again"], made["next"]) == ("2026-12-03", None)
    shown = said(ask(run, ledger, "visit", "show", visit, "--json"))
    assert (shown["day"], shown["at"], shown["state"]) == ("2026-12-03", "10:30", "planned")
    ask(run, ledger, "visit", "nobody", visit, "--undo")
    agreed = ("--again", "2026-12-03", "--again-at", "14:00")
    told = ask(run, ledger, "visit", "deputy", visit, *agreed)
    assert "The visit is now on Thursday" in told.out
    assert said(ask(run, ledger, "visit", "show", visit, "--json"))["at"] == "14:00"


def test_an_hour_agreed_instead_needs_its_day(run: Run, ledger: Path, visit: str) -> None:
    refused = ask(run, ledger, "visit", "nobody", visit, "--again-at", "14:00")
    assert refused.status != 0
    assert "--again-at" in refused.err
    nobody_wishes_it = ask(run, ledger, "visit", "refused", visit, "--again", "2026-12-03")
    assert nobody_wishes_it.status != 0


def test_nothing_is_no_addition(run: Run, ledger: Path, visit: str) -> None:
    assert ask(run, ledger, "visit", "report", visit, *REPORT).status == 0
    refused = ask(run, ledger, "visit", "report", visit, "--add", "--inner-note", " ")
    assert refused.status != 0
    assert "Say what is to be added" in refused.err
