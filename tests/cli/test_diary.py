"""The diary on the command line, over the sample ledger."""

from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from tests.cli.conftest import Answer, Run

ON = ("--on", "2026-11-23")


@pytest.fixture
def ledger(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "Sample.creditmate"
    assert run("new", path, "--sample", "--no-password", *ON).status == 0
    return path


def said(answer: Answer) -> Any:  # noqa: ANN401 - JSON
    assert answer.status == 0, answer.err
    return answer.json


def items(answer: Answer) -> dict[str, dict[str, Any]]:
    return {item["key"]: item for day in said(answer)["days"] for item in day["items"]}


def ask(run: Run, ledger: Path, *more: object) -> Answer:
    return run("diary", "--ledger", ledger, *ON, *more)


def test_a_week_is_told_by_day_and_hour(run: Run, ledger: Path) -> None:
    answer = ask(run, ledger)
    assert answer.status == 0
    lines = answer.out.replace("\u00a0", " ").splitlines()
    called = next(line for line in lines if "PENN01" in line)
    assert called.startswith("Mon 23 Nov  09:30  Call back")
    abroad = next(line for line in lines if "HOLZ01" in line)
    assert abroad.startswith("Fri 27 Nov  14:00  Call")
    assert "15:00 in Berlin" in abroad
    assert next(line for line in lines if "LONG01" in line).count("overlaps Birkett") == 1
    assert "date passed: Fri 20 Nov" in next(line for line in lines if "OSPR01" in line)


def test_the_week_is_the_one_asked_about(run: Run, ledger: Path) -> None:
    week = said(ask(run, ledger, "--week", "2026-12-02", "--json"))
    assert (week["from"], week["to"], week["zone"]) == ("2026-11-30", "2026-12-06", "Europe/London")
    assert [day["worked"] for day in week["days"]] == [True] * 5 + [False] * 2
    month = said(ask(run, ledger, "--month", "2026-12-02", "--json"))
    assert (month["from"], month["to"]) == ("2026-11-30", "2027-01-03")
    assert [h["name"] for day in month["days"] for h in day["holidays"] if h["ours"]] == [
        "Christmas Day", "Boxing Day", "Boxing Day (observed)", "New Year's Day",
    ]  # fmt: skip
    day = said(ask(run, ledger, "--day", "fri", "--json"))
    assert (day["from"], day["to"]) == ("2026-11-27", "2026-11-27")


def test_everything_there_is_stands_in_it(run: Run, ledger: Path) -> None:
    found = items(ask(run, ledger, "--month", "2026-11-23", "--json")).values()
    assert {item["kind"] for item in found} == {
        "call", "call_back", "visit", "follow_up", "promise_due", "our_promise", "instalment",
        "answer_due", "contact",
    }  # fmt: skip
    parts = [item for item in found if item["kind"] == "instalment"]
    assert len({item["key"] for item in parts}) == len(parts)
    assert {item["done"] for item in parts} == {True, False}


def test_what_one_of_us_does(run: Run, ledger: Path) -> None:
    whose = items(ask(run, ledger, "--owner", "mp", "--json"))
    assert {"REDM01", "THOR01"} <= {item["code"] for item in whose.values()}
    assert {item["owner"] for item in whose.values()} == {2}
    refused = ask(run, ledger, "--owner", "XY")
    assert (refused.status, refused.out) == (1, "")


def test_what_is_planned_moves_and_what_is_promised_does_not(run: Run, ledger: Path) -> None:
    before = items(ask(run, ledger, "--json"))
    call = next(item for item in before.values() if item["code"] == "HOLZ01")
    moved = said(ask(run, ledger, "--move", call["id"], "thuT16:00", "--json"))["item"]
    assert (moved["day"], moved["at"]) == ("2026-11-26", "16:00")
    assert moved["agreed"] == {"day": "2026-11-26", "at": "17:00", "zone": "Europe/Berlin"}
    kept = said(ask(run, ledger, "--move", call["id"], "wed", "--json"))["item"]
    assert (kept["day"], kept["at"]) == ("2026-11-25", "16:00")
    told = ask(run, ledger, "--move", call["id"], "2026-11-25T9am")
    assert told.out.replace("\u00a0", " ").splitlines() == [
        f"In the diary as {call['id']}: Holzwerk Brandt KG, Wednesday 25 November 2026, 09:00.",
        "By their clock: 10:00 in Berlin.",
    ]
    promise = next(item for item in before.values() if item["kind"] == "promise_due")
    assert promise["id"] is None


def test_a_visit_is_put_in_and_taken_out(run: Run, ledger: Path) -> None:
    put = said(
        ask(run, ledger, "--add", "tans01", "--at", "thuT14:00", "--what", "visit",
            "--note", "See the doors", "--json")
    )  # fmt: skip
    item = put["item"]
    assert (item["kind"], item["at"], item["minutes"]) == ("visit", "14:00", 60)
    assert item["words"] == "See the doors"
    assert ask(run, ledger, "--take-out", put["id"]).out == "Taken out.\n"
    assert item["key"] not in items(ask(run, ledger, "--json"))


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (("--add", "TANS01"), "--at"),
        (("--add", "NOBODY", "--at", "fri"), "NOBODY"),
        (("--add", "TANS01", "--at", "friT25:00"), "“25:00” is not an hour"),
        (("--add", "TANS01", "--at=-1"), "has passed"),
        (("--move", "99999", "fri"), "99999"),
        (("--move", "x", "fri"), "number x"),
        (("--take-out", "98"), "Pennywell"),
    ],
)
def test_what_cannot_be_is_said_why(
    run: Run, ledger: Path, asked: tuple[str, ...], why: str
) -> None:
    answer = ask(run, ledger, *asked)
    assert answer.status == 1
    assert answer.out == ""
    assert why in answer.err


def test_time_that_is_free(run: Run, ledger: Path) -> None:
    found = said(ask(run, ledger, "--free", "60", "--day", "thu", "--json"))
    assert found == {
        "day": "2026-11-26",
        "free": [{"from": "09:00", "to": "10:30"}, {"from": "11:30", "to": "17:30"}],
    }
    assert (
        ask(run, ledger, "--free", "60", "--day", "thu").out == "09:00 to 10:30\n11:30 to 17:30\n"
    )
    assert ask(run, ledger, "--free", "600").out.startswith("No such time is free on Monday")


def events_in(file: Path) -> dict[str, Any]:
    calendar = Calendar.from_ical(file.read_bytes())
    return {str(event["uid"]): event for event in calendar.walk("VEVENT")}


def told(events: dict[str, Any]) -> str:
    """All that the events say, as a calendar shows it."""
    return "\n".join(str(value) for event in events.values() for value in event.values())


def test_a_calendar_updates_itself_and_tells_nothing_private(
    run: Run, ledger: Path, tmp_path: Path
) -> None:
    file = tmp_path / "week.ics"

    def read() -> dict[str, Any]:
        answer = ask(run, ledger, "--ics", file)
        assert answer.status == 0, answer.err
        return events_in(file)

    first = read()
    titles = {str(event["summary"]) for event in first.values()}
    assert {
        "Call back Pennywell Dental Practice, reception",
        "Promise of Wexcombe Festival CIC",
    } <= titles
    assert "3,360" not in told(first)
    assert "glasshouse" not in told(first)
    call = next(uid for uid, event in first.items() if "Holzwerk" in event["summary"])
    assert first[call]["dtstart"].params["TZID"] == "Europe/Berlin"
    assert str(first[call]["dtstart"].dt) == "2026-11-27 15:00:00+01:00"
    number = call.partition("@")[0].removeprefix("task-")
    assert ask(run, ledger, "--move", number, "wedT11:00").status == 0
    second = read()
    assert second.keys() == first.keys()
    assert second[call]["sequence"] == first[call]["sequence"] + 1
    assert str(second[call]["dtstart"].dt) == "2026-11-25 12:00:00+01:00"
    assert ask(run, ledger, "--ics", file, "--with-notes").status == 0
    noted = told(events_in(file))
    assert "glasshouse" in noted
    assert "3,360" not in noted


def test_a_folder_that_is_not_there_is_said(run: Run, ledger: Path, tmp_path: Path) -> None:
    answer = ask(run, ledger, "--ics", tmp_path / "nowhere" / "week.ics")
    assert answer.status == 1
    assert "week.ics" in answer.err
