"""Visits on the command line, over the sample ledger."""

from pathlib import Path
from typing import Any

import pytest

from creditmate.domain.visits import Preparation
from creditmate.i18n.visit_words import preparation_words
from tests.cli.conftest import Answer, Run
from tests.services.visit_paper_desk import text_of

ON = ("--on", "2026-11-23")
PURPOSE = "To hear how our deliveries work for you, and to bring the account up to date together"


@pytest.fixture
def ledger(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "Sample.creditmate"
    assert run("new", path, "--sample", "--no-password", *ON).status == 0
    return path


def said(answer: Answer) -> Any:  # noqa: ANN401 - JSON
    assert answer.status == 0, answer.err
    return answer.json


def ask(run: Run, ledger: Path, *words: object) -> Answer:
    return run(*words, "--ledger", ledger, *ON)


def plan(run: Run, ledger: Path, *more: object) -> Answer:
    return ask(
        run, ledger, "visit", "plan", "BRIN01", "--day", "2026-12-03", "--time", "10:30",
        "--purpose", PURPOSE, *more,
    )  # fmt: skip


def test_a_department_is_no_place_to_go_to(run: Run, ledger: Path) -> None:
    number = said(plan(run, ledger, "--json"))["number"]
    shown = said(ask(run, ledger, "visit", "show", number, "--json"))
    assert shown["address"].startswith("Unit 6, Tannery Yard")


def test_a_query_that_is_not_theirs_is_said_to_be_none(run: Run, ledger: Path) -> None:
    refused = plan(run, ledger, "--dispute", "9999")
    assert refused.status != 0
    assert "--dispute: “9999” is not possible. Expected: 3\n" in refused.err


def test_those_to_come_and_to_tell_of_are_listed(run: Run, ledger: Path) -> None:
    rows = said(ask(run, ledger, "visits", "--json"))["visits"]
    assert [(row["code"], row["day"], row["state"]) for row in rows] == [
        ("TARN01", "2026-11-20", "to_report"),
        ("CAWD01", "2026-12-04", "planned"),
    ]
    assert rows[1]["agenda"] == "2026-11-20"
    told = said(ask(run, ledger, "visits", "--to-report", "--json"))["visits"]
    assert [row["code"] for row in told] == ["TARN01"]
    done = said(ask(run, ledger, "visits", "--done", "--json"))["visits"]
    assert [row["code"] for row in done if row["state"] == "reported"] == ["LONG01"] * 2
    own = said(ask(run, ledger, "visits", "--customer", "long01", "--json"))["visits"]
    assert len(own) == 2
    text = ask(run, ledger, "visits").out.replace("\u00a0", " ")
    assert "Fri 4 Dec 10:30" in text


def test_who_is_worth_a_visit_is_said_with_the_reasons(run: Run, ledger: Path) -> None:
    found = said(ask(run, ledger, "visits", "--suggest", "--json"))
    codes = [row["code"] for row in found["visits"]]
    assert codes[:2] == ["BRIN01", "BRAC01"]
    assert "CAWD01" not in codes  # a visit is planned
    why = [one["why"] for one in found["visits"][0]["reasons"]]
    assert why == ["large_and_old", "dispute_stuck"]
    assert {row["purpose"] for row in found["visits"]} == {"get_well", "stay_well"}
    text = ask(run, ledger, "visits", "--suggest").out.replace("\u00a0", " ")
    assert "BRIN01  Brindle Row Interiors Ltd: £3,727.30 to ask for, oldest 75 days" in text
    worth = found["visits"][0]
    assert worth["cost"]["total"] == {"minor": 3_200, "currency": "GBP"}
    assert worth["way_known"] == "not"
    assert worth["at_stake"]["interest"] == {"minor": 3_600, "currency": "GBP"}
    assert "costs £32.00 and the way, which is not known; at stake: £3,813.70 overdue" in text
    shown = said(ask(run, ledger, "visit", "show", "V-2611-001", "--json"))["inner"]
    assert shown["interest"] == {"minor": 10_860, "currency": "GBP"}
    near = said(ask(run, ledger, "visits", "--near", "BRIN01", "--json"))["near"]
    assert "MOOR01" in [row["code"] for row in near]
    assert "MOOR01" in ask(run, ledger, "visits", "--near", "BRIN01").out


@pytest.mark.parametrize(("typed", "decides"), [
    ("ER", True), ("ER;owner", True), ("ER;owner;no", False), ("MP", False), ("MP;;decides", True),
])  # fmt: skip
def test_whether_somebody_decides_is_as_it_was_said_before_unless_it_is_said(
    run: Run, ledger: Path, typed: str, decides: bool
) -> None:
    made = said(
        plan(run, ledger, "--with", "Piers Langdon", "--with", "Ruth Okafor", "--from-us", typed,
             "--json")
    )  # fmt: skip
    assert [one["decides"] for one in made["people"]] == [True, False, decides]


def test_a_visit_is_planned_changed_moved_confirmed_and_cancelled(run: Run, ledger: Path) -> None:
    made = said(
        plan(
            run, ledger, "--with", "Piers Langdon;;decides", "--from-us", "ER;owner;decides",
            "--overdue", "--issue", "limit=Limit;stays;7,500 = as it is;accounts",
            "--point", "Friday deliveries", "--request", "Date of your payment run",
            "--travel", "50", "--distance", "44", "--limits", "no discount", "--json",
        )
    )  # fmt: skip
    number = made["number"]
    assert number.startswith("V-2611-")
    assert [(one["name"], one["role"], one["decides"]) for one in made["people"]] == [
        ("Piers Langdon", "Director", True),
        ("Ellen Rook", "owner", True),
    ]
    assert [(one["kind"], bool(one["entries"])) for one in made["issues"]] == [
        ("account", True),
        ("limit", False),
    ]
    assert made["inner"]["issues"][1]["fall_back"] == "7,500 = as it is"
    assert made["inner"]["cost"]["total"] == {"minor": 10_513, "currency": "GBP"}
    changed = said(
        ask(run, ledger, "visit", "change", number, "--purpose", "To talk", "--minutes", "45",
            "--travel", "50", "--json")
    )  # fmt: skip
    assert changed["purpose"] == "To talk"
    assert sum(one["minutes"] for one in changed["agenda_items"]) == 45
    assert len(changed["people"]) == 2
    moved = said(ask(run, ledger, "visit", "move", number, "2026-12-04", "--json"))
    assert (moved["day"], moved["at"]) == ("2026-12-04", "10:30")
    done = said(ask(run, ledger, "visit", "confirm", number, "--by", "Mr Langdon", "--json"))
    shown = said(ask(run, ledger, "visit", "show", number, "--json"))
    assert shown["confirmed"] == "2026-11-23"
    said(ask(run, ledger, "visit", "undo", done["action"], "--json"))
    assert said(ask(run, ledger, "visit", "show", number, "--json"))["confirmed"] is None
    said(ask(run, ledger, "visit", "prepare", number, "tell_sales", "--json"))
    steps = said(ask(run, ledger, "visit", "show", number, "--json"))["steps"]
    assert [one["kind"] for one in steps if one["done"]] == ["tell_sales"]
    refused = ask(run, ledger, "visit", "cancel", number)
    assert refused.status == 1
    assert "Say why" in refused.err
    said(ask(run, ledger, "visit", "cancel", number, "--because", "they paid", "--json"))
    assert number not in ask(run, ledger, "visits").out
    assert ask(run, ledger, "check").status == 0


def test_a_step_of_ones_own_is_added_done_and_taken_out(run: Run, ledger: Path) -> None:
    number = said(plan(run, ledger, "--json"))["number"]

    def own() -> list[dict[str, object]]:
        steps = said(ask(run, ledger, "visit", "show", number, "--json"))["steps"]
        return [one for one in steps if one["kind"] == "other"]

    prepare = ("visit", "prepare", number)
    made = said(ask(run, ledger, *prepare, "--add", "Take samples", "--by", "30/11/2026", "--json"))
    assert [(one["words"], one["due"], one["done"]) for one in own()] == [
        ("Take samples", "2026-11-30", None)
    ]
    assert "Take samples" in ask(run, ledger, "visit", "show", number).out
    diary = ask(run, ledger, "diary", "--day", "30/11/2026")
    assert "Take samples" in diary.out
    ask(run, ledger, *prepare, "other")
    assert own()[0]["done"] == "2026-11-23"
    out = said(ask(run, ledger, *prepare, made["id"], "--take-out", "--json"))
    assert own() == []
    said(ask(run, ledger, "visit", "undo", out["action"], "--json"))
    assert len(own()) == 1
    for words, expected in (
        (("--add", "Take samples", "--by", "7/12/2026"), "done by its day"),
        (("--add", " "), "what is to be done"),
        (("confirm", "--take-out"), "usual before a visit"),
        (("confirm", "--add", "it"), "STEP | --add"),
        ((), "STEP | --add"),
        (("other", "--by", "30/11/2026"), "--add TEXT"),
    ):
        refused = ask(run, ledger, *prepare, *words)
        assert refused.status == 1
        assert expected in refused.err


def test_the_agenda_that_the_sample_says_was_sent_is_there_to_be_opened(
    run: Run, ledger: Path, tmp_path: Path
) -> None:
    out = tmp_path / "agenda.pdf"
    given = said(ask(run, ledger, "visit", "agenda", "V-2611-001", "--out", out, "--json"))
    assert (given["number"], given["issued_now"]) == ("V-2611-001", False)
    found = text_of(out.read_bytes())
    assert "Your account at 20 November" in found
    assert "Statement S-2611-001" in found
    assert "We will telephone on 3 December to make sure." in found


def test_addresses_are_put_on_the_map_and_tell_who_is_near(run: Run, ledger: Path) -> None:
    (before,) = said(ask(run, ledger, "visit", "place", "BRIN01", "--json"))["addresses"]
    assert (before["latitude"], before["longitude"]) == (None, None)
    (after,) = said(
        ask(run, ledger, "visit", "place", "BRIN01", "54.0001, -2.5", "--json")
    )["addresses"]  # fmt: skip
    assert (after["id"], after["latitude"], after["longitude"]) == (before["id"], 54.0001, -2.5)
    assert ask(run, ledger, "visit", "place", "MOOR01", "geo:54.0,-2.6").status == 0
    assert "54.000100, -2.500000" in ask(run, ledger, "visit", "place", "BRIN01").out
    near = said(ask(run, ledger, "visits", "--near", "BRIN01", "--json"))["near"]
    assert (near[0]["code"], near[0]["distance"], near[0]["unit"]) == ("MOOR01", 4.1, "mile")
    for words, expected in (
        (("BRIN01", "here"), "here"),
        (("BRIN01", "91, 0"), "91, 0"),
        (("BRIN01", "54, -2", "--site", "999999"), "999999"),
        (("BRIN01", "54, -2", "--clear"), "--clear"),
        (("NOBODY", "54, -2"), "NOBODY"),
    ):
        refused = ask(run, ledger, "visit", "place", *words)
        assert refused.status == 1
        assert expected in refused.err
    (gone,) = said(ask(run, ledger, "visit", "place", "BRIN01", "--clear", "--json"))["addresses"]
    assert gone["latitude"] is None


def test_what_to_think_of_is_said_beside_the_plan(run: Run, ledger: Path) -> None:
    answer = ask(
        run, ledger, "visit", "plan", "BRIN01", "--day", "2026-11-28", "--time", "10:30",
        "--purpose", "To demand payment! Now.",
    )  # fmt: skip
    assert answer.status == 0, answer.err
    text = answer.out.replace("\u00a0", " ")
    for expected in (
        "Think about: demand",
        "One sentence is enough.",
        "They do not work on 28 Nov.",
        "Nobody of theirs is named yet.",
        "To take it back: visit undo",
    ):
        assert expected in text, expected


def test_free_time_leaves_room_for_the_way(run: Run, ledger: Path) -> None:
    free = said(
        ask(run, ledger, "visits", "--free", "BRIN01", "--day", "2026-12-04", "--owner", "ER",
            "--travel", "50", "--json")
    )  # fmt: skip
    assert free["free"] == [{"from": "13:00", "to": "16:30"}]


def test_of_a_holiday_no_time_is_free_and_why_is_said(run: Run, ledger: Path) -> None:
    asked = ("visits", "--free", "BRIN01", "--day", "2026-12-28", "--owner", "ER")
    found = said(ask(run, ledger, *asked, "--json"))
    assert (found["free"], found["against"]) == ([], ["our_holiday", "their_holiday"])
    text = ask(run, ledger, *asked).out
    assert "is a holiday here." in text
    assert "is a holiday there." in text


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("visit", "show", "V-1"), "no visit V-1"),
        (("visit", "prepare", "V-2611-001", "nothing"), "no such step"),
        (("visit", "plan", "NOBODY", "--day", "fri"), "no customer"),
        (("visit", "plan", "BRIN01", "--day", "fri"), "in one sentence"),
        (("visit", "plan", "BRIN01", "--day", "fri", "--distance", "far"), "is not a number"),
        (("visit", "plan", "BRIN01", "--day", "fri", "--dispute", "x"), "--dispute"),
        (("visit", "plan", "BRIN01", "--day", "fri", "--with", "A;b;maybe"), "--with"),
        (("visits", "--free", "BRIN01", "--travel", "-5"), "--travel: “-5”"),
        (("visit", "thanks", "V-2611-001", "--out", "t.pdf"), "no report yet."),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    run: Run, ledger: Path, words: tuple[str, ...], expected: str
) -> None:
    answer = ask(run, ledger, *words)
    assert answer.status == 1
    assert expected in answer.err


def test_what_was_not_done_before_it_was_cancelled_is_left_undone(run: Run, ledger: Path) -> None:
    named = "V-2611-001"
    before = said(ask(run, ledger, "visit", "show", named, "--json"))["steps"]
    done = [step["kind"] for step in before if step["done"]]
    assert done
    said(ask(run, ledger, "visit", "cancel", named, "--because", "they paid", "--json"))
    after = said(ask(run, ledger, "visit", "show", named, "--json"))["steps"]
    assert [step["kind"] for step in after if step["done"]] == done
    assert [step["left"] for step in after] == [not step["done"] for step in after]
    text = ask(run, ledger, "visit", "show", named).out
    assert text.count("left undone") == len(after) - len(done)
    told = ask(run, ledger, "timeline", "CAWD01").out
    named_steps = [
        step["kind"]
        for step in after
        if preparation_words(Preparation(step["kind"]), "", "en") in told
    ]
    assert named_steps == done, "what was done, and nothing else"


def test_it_is_not_reported_before_its_day(run: Run, ledger: Path) -> None:
    answer = ask(
        run, ledger, "visit", "report", "V-2611-001", "--outcome", "all_well",
        "--with", "Gavin Rennie", "--result", "1=wanted", "--result", "2=wanted",
        "--paper", "1=received", "--paper", "2=received", "--next", "2026-12-19",
    )  # fmt: skip
    assert answer.status != 0
    assert "planned for 4 Dec 2026, which is still to come" in answer.err.replace("\u00a0", " ")


def test_an_hour_by_another_clock_is_said_with_ours(run: Run, ledger: Path) -> None:
    number = said(plan(run, ledger, "--zone", "America/New_York", "--json"))["number"]
    shown = said(ask(run, ledger, "visit", "show", number, "--json"))
    assert (shown["at"], shown["zone"]) == ("10:30", "America/New_York")
    assert shown["here"] == "2026-12-03 15:30"
    text = ask(run, ledger, "visit", "show", number).out
    assert "by the clock of New York, 15:30 by ours" in text
    on_route = ask(run, ledger, "route", "2026-12-03").out
    assert "by the clock of New York, 15:30 by ours" in on_route
    refused = plan(run, ledger, "--zone", "Europe/Atlantis")
    assert refused.status != 0
    assert "There is no time zone Europe/Atlantis." in refused.err


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        ((), "and the way, which is not known"),
        (("--travel", "30"), "how far it is was not said."),
        (("--distance", "20"), "how long the way takes was not said."),
    ],
)
def test_what_was_not_said_of_the_way_is_no_nought(
    run: Run, ledger: Path, way: tuple[str, ...], expected: str
) -> None:
    number = said(plan(run, ledger, *way, "--json"))["number"]
    shown = ask(run, ledger, "visit", "show", number).out.replace("\u00a0", " ")
    assert expected in shown
    assert " 0 miles" not in shown


def test_a_day_of_last_week_is_not_taken_for_one_a_year_on(run: Run, ledger: Path) -> None:
    slip = ask(
        run, ledger, "visit", "plan", "BRIN01", "--day", "22/11", "--purpose", PURPOSE
    )  # fmt: skip
    assert slip.status != 0
    assert "with its year" in slip.err
    number = said(plan(run, ledger, "--json"))["number"]
    for typed in (
        ("visit", "move", number, "22/11"),
        ("visit", "change", number, "--day", "22/11"),
    ):
        moved = ask(run, ledger, *typed)
        assert moved.status != 0
        assert "with its year" in moved.err, moved.err
    assert ask(run, ledger, "visit", "move", number, "22/11/2027").status == 0
