"""Amounts beyond all that is owed are taken only where somebody says that they are meant."""

from pathlib import Path

from tests.cli.conftest import Run
from tests.cli.test_contacts import ledger, plain, plain_error, tell
from tests.services.test_calls_and_today import FRIDAY

__all__ = ["ledger", "tell"]

SAID = (
    "call", "ACME", "--with", "Ann Lee", "--outcome", "will_pay", "--note", "x",
    "--by", FRIDAY, "--next", "2026-12-02",
)  # fmt: skip
MEANT = "--more-than-owed"


def states(tell: Run) -> list[tuple[str, int]]:
    rows = tell("promise", "ACME", "--json").json
    return [(row["state"], row["amount"]["minor"]) for row in rows]


def test_a_digit_too_many_is_asked_about(tell: Run) -> None:
    """It could never be kept, and would weigh in their kept rate for good."""
    refused = tell(*SAID, "--promise", "5000")
    assert refused.status == 1
    assert "£5,000.00 is more than all they owe, £500.00" in plain_error(refused)
    assert MEANT in refused.err
    assert states(tell) == []
    assert "£5,000.00" in plain(tell(*SAID, "--promise", "5000", MEANT))
    assert states(tell) == [("open", 500_000)]


def test_all_that_is_owed_and_less_is_not(tell: Run) -> None:
    assert tell(*SAID, "--promise", "500").status == 0
    assert states(tell) == [("open", 50_000)]


def test_a_promise_in_its_place_alike(tell: Run, ledger: Path) -> None:
    assert tell(*SAID, "--promise", "400").status == 0
    (row,) = tell("promise", "ACME", "--json").json
    anew = ("promise", "--replace", row["promise"], "--by", "2026-12-04", "--because", "more")
    refused = tell(*anew, "--amount", "4000")
    assert "more than all they owe" in plain_error(refused)
    assert states(tell) == [("open", 40_000)]
    assert tell(*anew, "--amount", "4000", MEANT).status == 0
    assert ("open", 400_000) in states(tell)


def test_and_what_puts_a_talk_right(tell: Run) -> None:
    made = tell(*SAID, "--promise", "400", "--json").json["interaction"]
    right = ("correct", made, "--promise", "4000", "--by", FRIDAY)
    refused = tell(*right)
    assert "more than all they owe" in plain_error(refused)
    assert tell(*right, MEANT).status == 0
    assert ("open", 400_000) in states(tell)
