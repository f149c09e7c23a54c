"""A way of no minutes is a way that was said: the customer is next door."""

from pathlib import Path
from typing import Any

from tests.cli.conftest import Run
from tests.cli.test_visits import ask, ledger, said
from tests.services.visit_paper_desk import text_of

__all__ = ["ledger"]

DAY = "2026-12-03"


def test_next_door_is_no_way_that_nobody_said(run: Run, ledger: Path) -> None:
    number = said(ask(
        run, ledger, "visit", "plan", "WATG01", "--day", DAY, "--time", "10:30",
        "--purpose", "To look ahead together.", "--travel", "0", "--json",
    ))["number"]  # fmt: skip
    shown = ask(run, ledger, "visit", "show", number).out.replace("\u00a0", " ")
    assert "It costs £32.00: 1 h, they are next door." in shown
    told = said(ask(run, ledger, "visit", "show", number, "--json"))["inner"]
    assert told["travel_minutes"] == 0
    assert told["way_known"] == {"minutes": True, "distance": True}
    (one,) = said(ask(run, ledger, "route", DAY, "--json"))["routes"]
    assert (one["leaves"], one["back"], one["minutes"]) == ("09:25", "10:30", 0)
    assert one["way_back"] == {"minutes": 0, "distance_tenths": 0, "known": "entered"}
    lines = ask(run, ledger, "route", DAY).out.replace("\u00a0", " ")
    assert "10:30  Back (next door)" in lines
    assert "0 min" not in lines
    assert "the way is not known" not in lines


def test_of_a_way_that_nobody_said_null_is_told(run: Run, ledger: Path) -> None:
    number = said(ask(
        run, ledger, "visit", "plan", "WATG01", "--day", DAY, "--time", "10:30",
        "--purpose", "To look ahead together.", "--json",
    ))["number"]  # fmt: skip
    told = said(ask(run, ledger, "visit", "show", number, "--json"))["inner"]
    assert told["travel_minutes"] is None
    assert told["way_known"] == {"minutes": False, "distance": False}
    ask(run, ledger, "visit", "change", number, "--travel", "0")
    told = said(ask(run, ledger, "visit", "show", number, "--json"))["inner"]
    assert told["travel_minutes"] == 0


def test_two_visits_next_door_have_no_unknown_way_between_them(run: Run, ledger: Path) -> None:
    whys = []
    for code, at, more in (
        ("WATG01", "10:30", ("--travel", "0")), ("BRIN01", "14:00", ("--travel", "0")),
        ("SKEL01", "16:00", ()), ("PENN01", "09:00", ()),
    ):  # fmt: skip
        made = said(ask(
            run, ledger, "visit", "plan", code, "--day", DAY, "--time", at, "--owner", "ER",
            "--purpose", "To look ahead together.", *more, "--json",
        ))  # fmt: skip
        whys.append("way_unknown" in made["warnings"])
    assert whys == [False, False, False, True], "only of two that nobody spoke of"


def test_a_way_in_vain_from_next_door_cost_nothing(run: Run, ledger: Path) -> None:
    numbers = []
    for code, more in (("WATG01", ("--travel", "0")), ("BRIN01", ())):
        planned = said(ask(
            run, ledger, "visit", "plan", code, "--day", DAY, "--time", "10:30",
            "--purpose", "To look ahead together.", *more, "--json",
        ))  # fmt: skip
        numbers.append(planned["number"])
        there = ("--ledger", ledger, "--on", DAY)
        assert run("visit", "nobody", planned["number"], *there).status == 0
    found = said(run("visit", "worth", "--json", "--ledger", ledger, "--on", DAY))["visits"]
    costs = {row["number"]: row["cost"] for row in found}
    assert costs[numbers[0]] == {"minor": 0, "currency": "GBP"}
    assert costs[numbers[1]] is None, "nobody said how long that way is"


def test_whoever_was_next_door_is_so_when_a_visit_is_suggested(run: Run, ledger: Path) -> None:
    before = _cost(run, ledger)
    assert before["way_known"] == "not"
    number = said(ask(
        run, ledger, "visit", "plan", "BRIN01", "--day", DAY, "--time", "10:30",
        "--purpose", "To look ahead together.", "--travel", "0", "--json",
    ))["number"]  # fmt: skip
    assert ask(run, ledger, "visit", "cancel", number, "--because", "they were away").status == 0
    assert _cost(run, ledger)["way_known"] == "before"


def _cost(run: Run, ledger: Path) -> Any:  # noqa: ANN401 - JSON
    found = said(ask(run, ledger, "visits", "--suggest", "--json"))["visits"]
    return next(row for row in found if row["code"] == "BRIN01")


def test_pack_and_route_sheet_say_next_door(run: Run, ledger: Path, tmp_path: Path) -> None:
    number = said(ask(
        run, ledger, "visit", "plan", "BRIN01", "--day", DAY, "--time", "10:30",
        "--purpose", "To look ahead together.", "--travel", "0", "--json",
    ))["number"]  # fmt: skip
    pack, sheet = tmp_path / "pack.pdf", tmp_path / "route.pdf"
    assert ask(run, ledger, "visit", "pack", number, "--out", pack).status == 0
    assert "next door" in text_of(pack.read_bytes())
    assert ask(run, ledger, "route", DAY, "--out", sheet).status == 0
    text = text_of(sheet.read_bytes())
    assert "next door, arrive 10:25" in text
    assert "Return, next door, home about 11:30" in text
    assert "not every way is known" not in text
    assert "on the road" not in text.replace("Times on the road are estimates", "")
