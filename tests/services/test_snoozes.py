"""Lines put off and steps set by hand: back on their day, ended, taken back; and the day's cap."""

import random
from contextlib import suppress
from datetime import date, timedelta

import pytest

from creditmate.db.conversation import add_interaction
from creditmate.db.customer_records import edit_customer
from creditmate.db.customers import customer_names
from creditmate.db.next_steps import add_task
from creditmate.db.people import create_contacts
from creditmate.db.proof import prove_all
from creditmate.domain.contact_steps import Step
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.left_out import WhyNot
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.worklist import Kind
from creditmate.services.call_notes import CallNote
from creditmate.services.cases import read_files
from creditmate.services.day_lists import DayLists, Narrowed
from creditmate.services.housekeeping import Housekeeping, housekeeping
from creditmate.services.lateness import learnt_book
from creditmate.services.settings import work_policy
from creditmate.services.snoozes import Snoozes
from creditmate.services.work_cases import WorkCases
from creditmate.services.work_told import told_of
from tests.builders import a_customer, an_invoice
from tests.services.conftest import Office
from tests.services.test_calls_and_today import MONDAY, owing
from tests.services.test_top_of_random_ledgers import fill, pieces

DAY = timedelta(days=1)
BACK = MONDAY + 3 * DAY


@pytest.fixture
def snoozes(office: Office) -> Snoozes:
    owing(office, "ACME", 50_000)
    return Snoozes(office.gateway, office.clock)


def left_out(office: Office) -> dict[str, tuple[WhyNot, date | None, str]]:
    found = DayLists().left_out(office.clock.today)
    return {row.code: (row.why, row.until, row.words) for row in found}


def refused(work: object) -> str:
    with pytest.raises(UserError) as caught:
        work()  # type: ignore[operator]
    return str(caught.value.facts.get("field", caught.value.problem.value))


def test_a_line_put_off_is_back_on_its_day(office: Office, snoozes: Snoozes) -> None:
    snoozes.put_off("ACME", BACK, "  The owner is ill ")
    assert office.codes() == []
    assert left_out(office) == {"ACME": (WhyNot.PUT_OFF, BACK, "The owner is ill")}
    known = snoozes.of("ACME", MONDAY)
    assert known is not None
    assert (known.until, known.reason) == (BACK, "The owner is ill")
    assert office.on(BACK - DAY).codes() == []
    assert office.on(BACK).codes() == ["ACME"]
    assert snoozes.of("ACME", BACK) is None
    assert prove_all() == []


def test_what_is_put_off_without_its_kind_hides_nothing_more_urgent(
    office: Office, snoozes: Snoozes
) -> None:
    snoozes.put_off("ACME", BACK, "ill")
    known = snoozes.of("ACME", MONDAY)
    assert known is not None
    assert known.kind == Kind.FOLLOW_UP


def test_it_is_ended_and_undone(office: Office, snoozes: Snoozes) -> None:
    done = snoozes.put_off("ACME", BACK, "ill", Kind.FOLLOW_UP)
    ended = snoozes.end("ACME")
    assert office.codes() == ["ACME"]
    snoozes.undo(ended.action)
    assert office.codes() == []
    snoozes.undo(done.action)
    assert office.codes() == ["ACME"]
    assert refused(lambda: snoozes.undo(done.action)) == Problem.DECISION_STANDS.value
    assert refused(lambda: snoozes.undo(1)) == Problem.DECISION_STANDS.value
    assert refused(lambda: snoozes.end("ACME")) == "put_off.line"
    assert prove_all() == []


def test_a_line_is_put_off_to_a_day_to_come_and_with_a_reason(snoozes: Snoozes) -> None:
    assert refused(lambda: snoozes.put_off("ACME", MONDAY, "ill")) == "put_off.until"
    assert refused(lambda: snoozes.put_off("ACME", MONDAY + 400 * DAY, "x")) == "put_off.until"
    assert refused(lambda: snoozes.put_off("ACME", BACK, "  ")) == "put_off.reason"
    assert refused(lambda: snoozes.put_off("ACME", BACK, "x" * 501)) == "put_off.reason"
    late = refused(lambda: snoozes.put_off("ACME", BACK, "x", Kind.OURS_LATE))
    assert late == "put_off.line"
    assert refused(lambda: snoozes.at_step("ACME", Step.FINAL, "")) == "step.reason"


def test_what_is_said_of_a_branch_is_said_of_its_head_office(
    office: Office, snoozes: Snoozes
) -> None:
    with office.gateway.write("test") as writing:
        edit_customer(writing, a_customer(writing, "WEST"), head_office_id=1)
    snoozes.put_off("WEST", BACK, "ill")
    assert left_out(office).keys() == {"ACME"}


def test_after_a_first_import_a_friendly_call_and_on_from_the_step_that_is_told(
    office: Office, snoozes: Snoozes
) -> None:
    owing(office, "OLD", 90_000, days_late=100)
    steps = {row.code: row.line.step for row in office.today()}
    assert steps == {"OLD": Step.CALL_1, "ACME": Step.CALL_1}
    done = snoozes.at_step("OLD", Step.FINAL, "Told by the old program")
    assert {row.code: row.line.step for row in office.today()}["OLD"] is Step.LETTER_BEFORE
    snoozes.undo(done.action)
    assert {row.code: row.line.step for row in office.today()} == steps


def test_the_cap_counts_what_was_done_today_and_tells_what_is_for_tomorrow(office: Office) -> None:
    for place in range(5):
        owing(office, f"C{place}", 10_000 * 2**place)
    office.call("C4", CallNote("", Outcome.NO_ANSWER, "x", none_because="later"))
    found = DayLists().day(MONDAY, Narrowed(cap=3))
    assert [row.code for row in found.rows] == ["C3", "C2"]
    assert (found.cap.made, found.later) == (1, 3)
    every = DayLists().day(MONDAY, Narrowed(cap=3, everything=True))
    assert [row.code for row in every.rows] == ["C3", "C2", "C1", "C4", "C0"]
    assert [row.code for row in DayLists().day(MONDAY, Narrowed(limit=1)).rows] == ["C3"]
    assert DayLists().day(MONDAY, Narrowed(kinds=frozenset({Kind.COURTESY}))).rows == ()


def test_hours_agreed_abroad_stand_by_our_clock(office: Office) -> None:
    for code, zone, at in (("NEAR", "", "14:00"), ("TOKYO", "Asia/Tokyo", "08:30")):
        owing(office, code, 10_000, days_late=-30)
        customer = list(customer_names())[-1]
        day = MONDAY if code == "NEAR" else MONDAY + DAY
        with office.gateway.write("test") as writing:
            add_task(writing, customer_id=customer, kind="call_back", day=day, note="",
                     from_interaction_id=None, at=at, zone=zone, about="")  # fmt: skip
    rows = {row.code: row.line for row in office.today()}
    assert f"{rows['NEAR'].at:%H:%M}" == "14:00"
    assert (f"{rows['TOKYO'].at:%H:%M}", rows["TOKYO"].when) == ("23:30", MONDAY)


def test_what_there_is_to_put_in_order_is_counted(office: Office) -> None:
    assert housekeeping(MONDAY) == Housekeeping()
    owing(office, "ACME", 50_000)
    with office.gateway.write("test") as writing:
        create_contacts(writing, [(1, "Ann", "", "unknown", "call", "", "", None)])
    assert housekeeping(MONDAY).contacts == 0  # entered today
    assert housekeeping(MONDAY + 400 * DAY).contacts == 1
    assert housekeeping(MONDAY + 400 * DAY).count == 1


def test_who_is_looked_at_is_told_why_nothing_is_proposed(office: Office) -> None:
    owing(office, "ACME", 50_000)
    with office.gateway.write("test") as writing:
        edit_customer(writing, a_customer(writing, "WEST"), head_office_id=1)
    for told in (None, WhyNot.TOO_SOON):
        for file in read_files([1, 2], MONDAY, learnt_book(MONDAY)):
            found = told_of(file, MONDAY).left_out
            assert (None if found is None else found.why) is told
        office.call("ACME", CallNote("Ann", Outcome.ALL_WELL, "x", none_because="x"))
        office.on(MONDAY)
    line = office.brief("ACME").line
    assert line is not None
    assert line.amounts == (Money(50_000, "GBP"),)


@pytest.mark.parametrize("seed", range(6))
def test_whoever_has_anything_overdue_is_on_today_or_named(office: Office, seed: int) -> None:
    """The whole of issue 7's promise, on ledgers with some of everything."""
    dice = random.Random(100 + seed)
    with office.gateway.write("test") as writing:
        fill(writing, dice)
    office.posted(MONDAY - timedelta(days=dice.randrange(6)))
    codes = {id_: f"C{place:02}" for place, id_ in enumerate(sorted(customer_names()))}
    snoozes = Snoozes(office.gateway, office.clock)
    for code in dice.sample(sorted(codes.values()), 8):
        if dice.random() < 0.5:
            with suppress(UserError):  # of whom a promise of ours is late nothing is put off
                snoozes.put_off(code, BACK, "x")
        else:
            snoozes.at_step(code, dice.choice(list(Step)), "x")
    for as_at in (MONDAY - 10 * DAY, MONDAY, MONDAY + DAY, MONDAY + 6 * DAY):
        day = pieces(as_at)
        named = {row.line.customer for row in day.rows} | {
            one.customer for one in day.not_contacted
        }
        cases = WorkCases(as_at, learnt_book(as_at), work_policy(as_at))
        for file in read_files(sorted(codes), as_at, learnt_book(as_at)):
            overdue = any(entry.due_day < as_at for entry in file.case.entries)
            leader = cases.speaks_for(file.case.customer)
            assert not overdue or {leader, file.case.customer} & named, (as_at, file.case.customer)
        listed = [row.line.customer for row in day.rows]
        assert len(listed) == len(set(listed))
        assert not {one.customer for one in day.not_contacted if one.rest is None} & set(listed)


def test_a_contact_logged_by_hand_counts_however_it_was_made(office: Office) -> None:
    """The budget is one over all channels, whoever of us used it."""
    owing(office, "ACME", 50_000)
    with office.gateway.write("test") as writing:
        add_interaction(
            writing, customer_id=1, contact_id=None, heard_name="", channel="email",
            direction="out", number="", day=MONDAY - DAY, at="2026-11-22T09:30:00+00:00",
            at_offset=0, outcome="no_answer", notes="Sent.", next_day=None, none_because="x",
        )  # fmt: skip
    assert left_out(office)["ACME"][0] in {WhyNot.TOO_SOON, WhyNot.NO_STEP}


def test_an_invoice_more_brings_no_line_back_while_the_budget_is_used(office: Office) -> None:
    owing(office, "ACME", 50_000)
    office.call("ACME", CallNote("Ann", Outcome.ALL_WELL, "x", none_because="x"))
    with office.gateway.write("test") as writing:
        an_invoice(writing, 1, "MORE", MONDAY - 40 * DAY, 900, due=MONDAY - 2 * DAY)
    later = office.on(MONDAY + 2 * DAY)
    assert later.codes() == []
    assert left_out(later)["ACME"][0] in {WhyNot.TOO_SOON, WhyNot.NO_STEP}
