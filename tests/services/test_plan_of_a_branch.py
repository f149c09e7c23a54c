"""What a head office agrees about a part of its branch's plan is waited for, as the branch's is."""

from creditmate.domain.outcomes import Outcome
from creditmate.domain.plans import PlanState
from creditmate.services.call_notes import CallNote
from creditmate.services.groups import Groups
from tests.builders import a_customer
from tests.services.money import pounds
from tests.services.test_plans import DAY, FIRST, LAST_OF_FIRST, Desk, desk

__all__ = ["desk"]

NAMED = LAST_OF_FIRST + 6 * DAY


def head_names_a_day(desk: Desk, minor: int) -> None:
    office = desk.till.office
    with office.gateway.write("test") as writing:
        a_customer(writing, "HEAD")
    Groups(office.gateway).join("ACME", "HEAD")
    desk.agree()
    note = CallNote(
        "Ms Oak", Outcome.WILL_PAY, "", next_day=NAMED + 3 * DAY, promised=pounds(minor),
        promised_by=NAMED,
    )  # fmt: skip
    desk.on(FIRST + 3 * DAY).till.office.call("HEAD", note)
    desk.wrote().on(NAMED)


def test_the_plan_does_not_end_before_that_day(desk: Desk) -> None:
    head_names_a_day(desk, 114_243)
    assert desk.state is PlanState.MISSED
    until = desk.row().standing.instalments[0].cure_day
    assert until > NAMED
    assert desk.on(until + DAY).state is PlanState.DEFAULTED


def test_who_names_a_day_for_less_has_named_none(desk: Desk) -> None:
    head_names_a_day(desk, 1_000)
    assert desk.state is PlanState.DEFAULTED


def test_the_brief_of_the_branch_knows_the_day(desk: Desk) -> None:
    head_names_a_day(desk, 114_243)
    part = desk.till.office.brief("ACME").before.around.part
    assert part is not None
    assert part.named == NAMED
