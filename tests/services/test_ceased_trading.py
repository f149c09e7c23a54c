"""Whoever is said to have ceased trading: no further step is proposed until somebody decides."""

from datetime import date, timedelta

import pytest

from creditmate.db import ceased as db
from creditmate.db import connection
from creditmate.domain.at_rest import RestWhy
from creditmate.domain.contact_steps import Step
from creditmate.domain.customer_status import Status
from creditmate.domain.holds import HoldKind, Stop
from creditmate.domain.left_out import WhyNot
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.work_lines import Kind
from creditmate.services.calls import CallNote
from creditmate.services.corrections import Correction, Corrections
from creditmate.services.decisions import Decisions, HoldEntry
from creditmate.services.groups import Groups
from creditmate.services.not_contacted import NotContacted
from creditmate.services.snoozes import Snoozes
from creditmate.services.visit_peace import at_peace
from creditmate.services.worklists import WorkLists
from tests.builders import a_customer, an_invoice
from tests.services.conftest import Office

DAY = date(2026, 11, 23)
OWED = Money(50_000, "GBP")


def later(days: int) -> date:
    return DAY + timedelta(days=days)


def owing(office: Office, code: str, *, days_late: int = 20) -> None:
    with office.gateway.write("test") as writing:
        due = DAY - timedelta(days=days_late)
        day = min(due, DAY) - timedelta(days=9)
        an_invoice(writing, a_customer(writing, code), code, day, OWED.minor, due=due)
    office.on(DAY)


def ceased(office: Office, code: str = "ACME", **more: object) -> None:
    told = {"none_because": "nobody is there", **more}
    office.call(code, CallNote("Ann", Outcome.CEASED_TRADING, "shut", **told))  # type: ignore[arg-type]


def left(office: Office) -> tuple[NotContacted, ...]:
    return WorkLists().at_rest(office.clock.today)


@pytest.fixture
def decisions(office: Office) -> Decisions:
    return Decisions(office.gateway, office.clock)


@pytest.mark.parametrize("days", [0, 1, 8, 40, 200])
def test_no_step_is_proposed_and_it_is_said_until_somebody_decides(
    office: Office, days: int
) -> None:
    owing(office, "ACME")
    ceased(office)
    assert office.on(later(days)).codes() == []
    (row,) = left(office)
    assert (row.code, row.why, row.amounts) == ("ACME", WhyNot.CEASED, (OWED,))
    assert row.rest is not None
    assert row.rest.review_due
    assert row.until is None


def test_before_that_day_it_is_followed_up(office: Office) -> None:
    owing(office, "ACME")
    office.on(later(1))
    ceased(office)
    assert left(office.on(DAY)) == ()
    assert office.codes() == ["ACME"]


def test_what_is_not_due_yet_is_told_as_well(office: Office) -> None:
    """A firm that has shut pays nothing of that either: whoever decides has to know."""
    owing(office, "ACME", days_late=-80)
    ceased(office)
    (row,) = left(office.on(later(8)))
    assert row.amounts == (OWED,)


def test_all_that_is_open_is_told_whatever_of_it_could_be_asked_for(office: Office) -> None:
    owing(office, "ACME")
    with office.gateway.write("later") as writing:
        an_invoice(writing, 1, "NEXT", DAY, 7_000, due=later(60))
    ceased(office)
    (row,) = left(office.on(later(8)))
    assert row.amounts == (Money(57_000, "GBP"),)


def test_where_nothing_is_open_there_is_nothing_to_decide(office: Office) -> None:
    with office.gateway.write("test") as writing:
        a_customer(writing, "ACME")
    ceased(office.on(DAY))
    assert left(office.on(later(8))) == ()


def test_what_was_agreed_in_that_talk_is_kept(office: Office) -> None:
    """They named a day on which the administrator can be rung: nobody forgets that."""
    owing(office, "ACME")
    ceased(office, next_day=later(3), none_because="")
    assert office.on(later(2)).codes() == []
    (row,) = office.on(later(3)).today()
    assert row.line.kind in {Kind.CALL_BACK, Kind.PLANNED_CALL}


def test_insolvent_is_a_decision(office: Office, decisions: Decisions) -> None:
    owing(office, "ACME")
    ceased(office)
    decisions.hold("ACME", HoldEntry(HoldKind.INSOLVENT, DAY, frozenset(Stop), later(30)))
    (row,) = left(office)
    assert row.rest is not None
    assert (row.why, row.rest.review_due) == (WhyNot.INSOLVENT, False)


def test_a_hold_that_was_ended_is_a_decision_to_carry_on(
    office: Office, decisions: Decisions
) -> None:
    owing(office, "ACME")
    ceased(office)
    entry = HoldEntry(HoldKind.OURS, DAY, frozenset({Stop.STEPS}))
    hold = decisions.hold("ACME", entry)
    office.on(later(9))
    assert hold.id is not None
    decisions.end_hold("ACME", hold.id)
    assert left(office) == ()
    assert office.codes() == ["ACME"]


def test_a_hold_that_was_over_before_decides_nothing(office: Office, decisions: Decisions) -> None:
    owing(office, "ACME")
    early = HoldEntry(HoldKind.OURS, later(-9), frozenset({Stop.STEPS}), until_day=later(-1))
    decisions.hold("ACME", early)
    decisions.hold("ACME", HoldEntry(HoldKind.OURS, later(-9), frozenset({Stop.INTEREST})))
    ceased(office)
    assert office.on(later(8)).codes() == []


@pytest.mark.parametrize(
    ("status", "codes"),
    [(Status.ACTIVE, ["ACME"]), (Status.CLOSED, ["ACME"]), (Status.WITH_AGENCY, [])],
)
def test_how_we_trade_since_then_is_a_decision(
    office: Office, decisions: Decisions, status: Status, codes: list[str]
) -> None:
    owing(office, "ACME")
    ceased(office)
    decisions.set_status("ACME", status, "the son goes on with it")
    assert office.on(later(8)).codes() == codes
    assert WhyNot.CEASED not in {row.why for row in left(office)}


def test_how_we_traded_before_is_none(office: Office, decisions: Decisions) -> None:
    owing(office, "ACME")
    decisions.set_status("ACME", Status.ACTIVE, "good account")
    ceased(office)  # on the same day, and after it
    assert office.on(later(8)).codes() == []


def test_a_decision_that_was_taken_back_never_was(office: Office, decisions: Decisions) -> None:
    owing(office, "ACME")
    ceased(office)
    done = decisions.set_status("ACME", Status.ON_STOP, "shut")
    assert left(office.on(later(8))) == ()
    decisions.undo(done.action)
    assert [row.why for row in left(office)] == [WhyNot.CEASED]


def test_who_is_said_to_be_at_a_step_is_followed_up(office: Office) -> None:
    owing(office, "ACME")
    ceased(office)
    office.on(later(8))
    Snoozes(office.gateway, office.clock).at_step("ACME", Step.REMINDER_1, "the son pays")
    assert left(office) == ()
    assert office.codes() == ["ACME"]


def test_who_was_heard_of_again_is_followed_up(office: Office) -> None:
    owing(office, "ACME")
    ceased(office)
    office.on(later(1)).call("ACME", CallNote("", Outcome.NO_ANSWER, "x", none_because="later"))
    assert office.on(later(8)).codes() == []  # a ring nobody answers tells nothing
    office.call("ACME", CallNote("Ann", Outcome.REFUSES, "open again", none_because="later"))
    assert left(office.on(later(21))) == ()
    assert office.codes() == ["ACME"]


def test_what_was_put_right_counts(office: Office) -> None:
    owing(office, "ACME")
    ceased(office)
    (talk,) = office.brief("ACME").talks
    Corrections(office.gateway, office.clock).correct(talk.id, Correction(outcome=Outcome.REFUSES))
    assert left(office.on(later(8))) == ()
    assert office.codes() == ["ACME"]


def test_a_head_office_stands_for_its_branches(office: Office) -> None:
    owing(office, "HEAD")
    owing(office, "BRANCH")
    Groups(office.gateway).join("BRANCH", "HEAD")
    ceased(office, "HEAD")
    assert office.on(later(8)).codes() == []
    assert {(row.code, row.why) for row in left(office)} == {
        ("HEAD", WhyNot.CEASED),
        ("BRANCH", WhyNot.CEASED),
    }


def test_no_other_talks_are_read(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """The day's list asks it every time: nothing may grow with closed history."""
    owing(office, "ACME")
    ceased(office)
    steps: list[str] = []

    def explained(sql: str, parameters: tuple[object, ...]) -> object:
        plan = connection.execute("EXPLAIN QUERY PLAN " + sql, parameters)
        steps.extend(row[3] for row in plan if " c " in row[3])
        return connection.execute(sql, parameters)

    monkeypatch.setattr(db, "execute", explained)
    for customers in (None, [1]):
        assert set(db.said_to_have_ceased(DAY, customers)) == {1}
    assert steps == ["SCAN c USING INDEX interaction_ceased"] * 2


def test_the_brief_asks_for_nothing_and_nobody_is_visited(office: Office) -> None:
    owing(office, "ACME")
    ceased(office)
    office.on(later(8))
    found = office.brief("ACME")
    assert found.line is None
    assert found.before.around.silent
    assert found.facts.resting is not None
    assert found.facts.resting.why is RestWhy.CEASED
    assert at_peace([found.customer.id], office.clock.today)
