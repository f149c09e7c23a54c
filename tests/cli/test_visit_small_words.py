"""Small words of the commands about visits: what was cancelled, whose clock, which option."""

from pathlib import Path

from tests.cli.conftest import Run
from tests.cli.test_visits import ask, ledger, plan, said

__all__ = ["ledger"]


def listed(run: Run, ledger: Path, number: str) -> str:
    answer = ask(run, ledger, "visits", "--customer", "BRIN01")
    return next(line for line in answer.out.splitlines() if line.startswith(number))


def test_of_a_visit_that_was_cancelled_no_agenda_is_to_be_sent(run: Run, ledger: Path) -> None:
    number = said(plan(run, ledger, "--json"))["number"]
    assert ask(run, ledger, "visit", "agenda", number, "--sent").status == 0
    assert ask(run, ledger, "visit", "move", number, "10/12").status == 0
    assert "to be sent anew" in listed(run, ledger, number)
    assert ask(run, ledger, "visit", "cancel", number, "--because", "They closed").status == 0
    assert "anew" not in listed(run, ledger, number)


def test_free_hours_abroad_say_whose_clock_they_go_by(run: Run, ledger: Path) -> None:
    abroad = ask(run, ledger, "visits", "--free", "AUBR01", "--day", "2/12").out.splitlines()
    assert abroad[0] == "By our clock, not by that of Paris:"
    here = ask(run, ledger, "visits", "--free", "BRIN01", "--day", "2/12").out
    assert "clock" not in here


def test_an_address_that_is_not_theirs_names_the_option(run: Run, ledger: Path) -> None:
    refused = plan(run, ledger, "--site", "9999")
    assert refused.status == 1
    assert refused.err.startswith("--site: “9999” is not possible. Expected: ")
    known = refused.err.strip().rpartition(" ")[2]
    assert plan(run, ledger, "--site", known).status == 0


def test_an_hour_that_clocks_leave_out_is_said_by_both_clocks(run: Run, ledger: Path) -> None:
    made = ask(
        run, ledger, "visit", "plan", "MEIS01", "--day", "2027-03-28", "--time", "02:30",
        "--purpose", "To see how it goes.", "--travel", "30",
    )  # fmt: skip
    assert "by the clock of Berlin, 02:30 by ours" in made.out


def test_a_way_in_vain_that_nobody_knows_is_not_for_nothing(run: Run, ledger: Path) -> None:
    number = said(plan(run, ledger, "--json"))["number"]
    there = ("--ledger", ledger, "--on", "2026-12-03")
    assert run("visit", "deputy", number, "--with", "The boy", *there).status == 0
    worth = run("visit", "worth", *there).out
    row = next(line for line in worth.splitlines() if line.startswith(number))
    assert "£0.00" not in row


def test_what_was_worked_out_of_another_currency_says_at_which_rate(run: Run, ledger: Path) -> None:
    made = ask(
        run, ledger, "visit", "plan", "LOUG01", "--day", "2026-12-03", "--time", "10:30",
        "--purpose", "To see how it goes.", "--travel", "30",
    )  # fmt: skip
    number = made.out.split()[1]
    there = ("--ledger", ledger, "--on", "2026-12-04")
    stake = next(
        line
        for line in run("visit", "show", number, *there).out.splitlines()
        if line.startswith("At stake:")
    )
    assert "overdue (worked out at the rate of " in stake
    told = run("visit", "show", number, "--json", *there).json
    assert told["inner"]["overdue_at_rate_of"] is not None
    here = said(plan(run, ledger, "--json"))
    assert here["inner"]["overdue_at_rate_of"] is None
