"""A plan that is agreed in a call: what the command tells of it."""

from tests.cli.conftest import Run
from tests.cli.test_contacts import ledger, plain, plain_error, tell
from tests.services.test_calls_and_today import FRIDAY

__all__ = ["ledger", "tell"]

SAID = ("call", "ACME", "--with", "Ann Lee", "--note", "x", "--none-because", "y")
PLAN = ("--plan", "3", "--plan-first", "2026-12-15")
BEGUN = (*SAID, "--outcome", "part_payment", "--promise", "200", "--by", FRIDAY, *PLAN)


def test_the_parts_are_told(tell: Run) -> None:
    said = plain(tell(*SAID, "--outcome", "plan_agreed", *PLAN))
    assert (
        "They pay £500.00 in 3 parts: £166.66 on Tuesday 15 December 2026, the last one £166.68 on"
        " Monday 15 February 2027."
    ) in said


def test_of_what_is_left_besides_a_promise(tell: Run) -> None:
    said = plain(tell(*BEGUN))
    assert "They pay £200.00 by Friday 27 November 2026." in said
    assert "They pay the rest, £300.00, in 3 parts: £100.00 on Tuesday 15 December 2026" in said
    (row,) = tell("plan", "--list", "--json").json
    assert row["amount"]["minor"] == 50_000


def test_as_json_and_put_right(tell: Run) -> None:
    made = tell(*BEGUN, "--json").json
    parts = [(one["day"], one["amount"]["minor"]) for one in made["plan"]["parts"]]
    assert parts[0] == ("2026-11-27", 20_000)
    assert sum(minor for _, minor in parts) == 50_000
    refused = tell("correct", made["interaction"], "--promise", "100", "--by", FRIDAY)
    assert "End that plan first, put this right, and agree the plan anew." in plain_error(refused)
