"""A visit told afterwards: one conversation with all that came of it, taken back as one."""

from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import Any

import pytest

from creditmate.db.connection import execute
from creditmate.db.proof import prove_all
from creditmate.documents.papers import DrawnPaper
from creditmate.domain.credit_limits import Scope, limit_at
from creditmate.domain.errors import UserError
from creditmate.domain.feeling import Mood
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.plan_terms import PlanTerms
from creditmate.domain.story import StoryWanted, Talk
from creditmate.domain.visit_observations import Course, Observation, Seen, Topic
from creditmate.domain.visit_refusals import VisitWhy
from creditmate.domain.visit_report import (
    Came,
    Commitment,
    Findings,
    IssueOutcome,
    IssueResult,
    LimitView,
    RequestOutcome,
    Review,
    RiskView,
)
from creditmate.domain.visit_standing import standing_of
from creditmate.domain.visits import Side, VisitEventKind, VisitState
from creditmate.domain.work_lines import Kind
from creditmate.services.attachments import Attachments
from creditmate.services.call_notes import CallNote
from creditmate.services.calls import NewFile
from creditmate.services.cases import read_files
from creditmate.services.confirmations import Confirmations
from creditmate.services.decisions import Decisions
from creditmate.services.invoicing import Invoicing
from creditmate.services.lateness import learnt_book
from creditmate.services.stories import Stories
from creditmate.services.visit_additions import Addition
from creditmate.services.visit_lists import visit_file
from creditmate.services.visit_report_notes import (
    NewLimit,
    NotMet,
    ReportFile,
    VisitReport,
)
from creditmate.services.visit_reports import VisitReports
from creditmate.services.visit_thanks import VisitLetters
from creditmate.services.visits import Visits
from tests.builders import a_customer, an_invoice
from tests.services.conftest import Office
from tests.services.visit_rows import a_person, a_request, a_visit, an_issue

VISITED = date(2026, 11, 26)  # a Thursday
FRIDAY = date(2026, 12, 4)
NUMBER = "V-2611-004"
NEXT_WEEK = VISITED + timedelta(days=7)


def pounds(minor: int) -> Money:
    return Money(minor, "GBP")


@dataclass
class Planned:
    """A visit to ACME, which owes 900.00 and 300.00, with two issues and a paper asked for."""

    office: Office
    account: int
    delivery: int
    accounts: int
    entries: tuple[int, ...]

    @property
    def reports(self) -> VisitReports:
        return VisitReports(self.office.gateway, self.office.clock)

    @property
    def state(self) -> VisitState:
        return standing_of(visit_file(NUMBER), self.office.clock.today).state

    def findings(self, **more: Any) -> Findings:  # noqa: ANN401 - fields
        results = (
            IssueOutcome(self.account, IssueResult.FALL_BACK, "three parts"),
            IssueOutcome(self.delivery, IssueResult.NOT_SPOKEN_OF),
        )
        return replace(Findings(results=results), **more)

    def report(self, talk: CallNote | None = None, **more: Any) -> VisitReport:  # noqa: ANN401 - fields
        words = talk or CallNote("", Outcome.ALL_WELL, "A good hour.", next_day=NEXT_WEEK)
        return replace(VisitReport(words, self.findings()), **more)


@pytest.fixture
def planned(office: Office) -> Planned:
    with office.gateway.write("test") as writing:
        customer = a_customer(writing, "ACME")
        first = an_invoice(writing, customer, "A1", VISITED - timedelta(days=90), 90_000)
        second = an_invoice(writing, customer, "A2", VISITED - timedelta(days=60), 30_000)
        visit = a_visit(writing, customer, NUMBER, VISITED)
        account = an_issue(writing, visit, 1, "Overdue invoices", first, second)
        delivery = an_issue(writing, visit, 2, "Late September delivery")
        accounts = a_request(writing, visit, 1, "Accounts to 30 June")
        a_person(writing, visit, 1, "Jean Tallis", decides=False)
        a_person(writing, visit, 2, "Aidan Coulthard", decides=True)
    office.on(VISITED)
    return Planned(office, account, delivery, accounts, (first, second))


def rows(table: str) -> int:
    sql = f"SELECT count(*) FROM {table} WHERE void_action_id IS NULL"
    return int(execute(sql).fetchone()[0])


def awaited() -> list[str]:
    """What they are still to do."""
    sql = (
        "SELECT note FROM task WHERE about = 'noted' AND done_day IS NULL"
        " AND archived_day IS NULL ORDER BY id"
    )
    return [note for (note,) in execute(sql)]


def everything(planned: Planned) -> VisitReport:
    talk = CallNote(
        "", Outcome.PART_PAYMENT, "They see the spring as safe.", next_day=NEXT_WEEK,
        opportunity="A second depot in May",
    )  # fmt: skip
    return planned.report(
        talk,
        findings=planned.findings(
            requests=(RequestOutcome(planned.accounts, Came.PROMISED, FRIDAY),),
            observations=(
                Observation(Topic.STOCK, Seen.WORSE, "half the racks are empty"),
                Observation(Topic.STAFF, Seen.SAME),
            ),
            review=Review(
                LimitView.LATER, RiskView.SAME, Mood.CALM, None, 230, 960, pounds(16_587)
            ),
        ),
        commitments=(
            Commitment(Side.THEIRS, FRIDAY, amount=pounds(60_000)),
            Commitment(Side.THEIRS, date(2026, 12, 31), amount=pounds(60_000)),
            Commitment(Side.THEIRS, FRIDAY, "Name somebody for orders"),
            Commitment(Side.OURS, FRIDAY, "Send the delivery notes"),
            Commitment(Side.OURS, NEXT_WEEK, "Write to confirm"),
        ),
        files=(ReportFile(NewFile("terms.pdf", b"signed")),),
        new_limit=NewLimit(pounds(1_500_000), "GBP", "until the plan is kept"),
    )


# ---------------------------------------------------------------- a report
def test_a_report_is_a_conversation_with_whom_decides(planned: Planned) -> None:
    talk = planned.reports.report(NUMBER, planned.report()).id
    sql = "SELECT channel, direction, heard_name, outcome, day FROM interaction WHERE id = ?"
    assert execute(sql, (talk,)).fetchone() == (
        "visit", "out", "Aidan Coulthard", "all_well", VISITED.isoformat()
    )  # fmt: skip
    spoken = execute("SELECT entry_id FROM interaction_item WHERE interaction_id = ?", (talk,))
    assert {entry for (entry,) in spoken} == set(planned.entries)
    assert planned.state is VisitState.REPORTED
    assert visit_file(NUMBER).ended_day == VISITED
    assert not [row for row in planned.office.today() if row.line.kind.value == "visit"]
    assert prove_all() == []


def test_commitments_both_ways_become_promises_deeds_and_next_steps(planned: Planned) -> None:
    planned.reports.report(NUMBER, everything(planned))
    brief = planned.office.brief("ACME")
    promised = [(s.promise.minor, s.promise.due_day) for s in brief.standings]
    assert promised == [(60_000, FRIDAY), (60_000, date(2026, 12, 31))]
    meant = [s.promise.entries for s in brief.standings]
    assert meant == [planned.entries[:1], planned.entries]
    assert [(d.words, d.due_day) for d in brief.deeds] == [
        ("Write to confirm", NEXT_WEEK), ("Send the delivery notes", FRIDAY),
    ]  # fmt: skip
    waiting = execute(
        "SELECT note, day FROM task WHERE about = 'noted' AND archived_day IS NULL ORDER BY id"
    ).fetchall()
    assert waiting == [
        ("Name somebody for orders", FRIDAY.isoformat()),
        ("Accounts to 30 June", FRIDAY.isoformat()),
    ]
    assert prove_all() == []


def test_what_they_will_send_is_come_back_to_on_its_day(planned: Planned) -> None:
    findings = planned.findings(requests=(RequestOutcome(planned.accounts, Came.PROMISED, FRIDAY),))
    quiet = CallNote("", Outcome.ALL_WELL, "fine", none_because="all is said")
    planned.reports.report(NUMBER, planned.report(quiet, findings=findings))
    (row,) = planned.office.on(FRIDAY).today()
    said = [reason.words for reason in row.line.reasons if reason.code.value == "noted"]
    assert said == ["Accounts to 30 June"]


def test_a_report_holds_what_is_ours_alone(planned: Planned) -> None:
    planned.reports.report(NUMBER, everything(planned))
    page = planned.reports.show(NUMBER, VISITED)
    assert [one.result for one in page.findings.results] == [
        IssueResult.FALL_BACK, IssueResult.NOT_SPOKEN_OF,
    ]  # fmt: skip
    assert page.findings.requests == (RequestOutcome(planned.accounts, Came.PROMISED, FRIDAY),)
    assert page.findings.review == Review(
        LimitView.LATER, RiskView.SAME, Mood.CALM, None, 230, 960, pounds(16_587)
    )
    assert page.picture is not None
    assert page.picture.worse == (Topic.STOCK,)
    assert page.picture.course is Course.ONE_SIGN
    limits = Decisions(planned.office.gateway, planned.office.clock).of("ACME", VISITED).limits
    limit = limit_at(limits, Scope.CUSTOMER, VISITED)
    assert limit is not None
    assert limit.amount == pounds(1_500_000)
    (file,) = Attachments(planned.office.gateway, planned.office.clock).of("ACME")
    assert (file.name, file.subject.value) == ("terms.pdf", "interaction")
    assert planned.office.brief("ACME").standings
    assert prove_all() == []


def test_a_plan_agreed_on_a_visit_goes_with_its_report(planned: Planned) -> None:
    three = PlanTerms(first=FRIDAY, parts=3, by_whom="Aidan Coulthard")
    talk = CallNote("", Outcome.PLAN_AGREED, "", next_day=NEXT_WEEK, plan=three)
    made = planned.reports.report(NUMBER, planned.report(talk)).id
    assert rows("plan") == 1
    planned.reports.undo(made)
    assert rows("plan") == 0
    assert planned.state is VisitState.PLANNED


def test_undo_leaves_everything_as_before(planned: Planned) -> None:
    before, listed = planned.office.brief("ACME"), planned.office.today()
    steps = execute("SELECT id, day, done_day FROM task ORDER BY id").fetchall()
    made = planned.reports.report(NUMBER, everything(planned)).id
    assert planned.office.brief("ACME") != before
    planned.reports.undo(made)
    assert planned.office.brief("ACME") == before
    assert planned.office.today() == listed
    left = execute("SELECT id, day, done_day FROM task WHERE archived_day IS NULL ORDER BY id")
    assert left.fetchall() == steps
    for table in ("visit_event", "visit_result", "visit_observation", "visit_review",
                  "visit_request_event", "credit_limit", "promise", "interaction"):  # fmt: skip
        assert rows(table) == 0, table
    assert planned.state is VisitState.PLANNED
    assert planned.reports.show(NUMBER, VISITED).told == ()
    assert prove_all() == []
    with pytest.raises(UserError) as caught:
        planned.reports.undo(made)
    assert caught.value.facts["why"] == VisitWhy.RESTS.value


def test_a_report_is_taken_back_after_what_was_added_to_it_was(planned: Planned) -> None:
    promised = planned.findings(requests=(RequestOutcome(planned.accounts, Came.PROMISED, FRIDAY),))
    made = planned.reports.report(NUMBER, planned.report(findings=promised)).id
    came = Findings(requests=(RequestOutcome(planned.accounts, Came.RECEIVED),))
    added = planned.reports.add(NUMBER, Addition(came))
    with pytest.raises(UserError):
        planned.reports.undo(made)
    planned.reports.undo_added(added.action)
    planned.reports.undo(made)
    assert planned.state is VisitState.PLANNED
    assert prove_all() == []


def test_a_report_whose_letter_of_thanks_was_issued_stands(planned: Planned) -> None:
    made = planned.reports.report(NUMBER, planned.report()).id
    gateway, clock = planned.office.gateway, planned.office.clock
    confirmations = Confirmations(gateway, clock, Invoicing(gateway, clock))
    letters = VisitLetters(gateway, clock, confirmations)
    letters.issue(NUMBER, letters.numbered(NUMBER), DrawnPaper(b"%PDF", 1))
    with pytest.raises(UserError) as caught:
        planned.reports.undo(made)
    assert caught.value.facts["why"] == VisitWhy.THANKED.value


def test_a_report_told_later_holds_from_the_day_of_the_visit(planned: Planned) -> None:
    late = VISITED + timedelta(days=3)
    planned.office.on(late)
    assert planned.state is VisitState.TO_REPORT
    talk = planned.reports.report(NUMBER, planned.report()).id
    day = execute("SELECT day FROM interaction WHERE id = ?", (talk,)).fetchone()
    assert day == (VISITED.isoformat(),)
    events = [(event.kind, event.day) for event in visit_file(NUMBER).events]
    assert events == [(VisitEventKind.HELD, VISITED), (VisitEventKind.REPORTED, late)]


@pytest.mark.parametrize("days", [0, 1, 3])
def test_a_visit_was_agreed_before_and_costs_nothing_of_the_budget(
    planned: Planned, days: int
) -> None:
    planned.office.on(VISITED + timedelta(days=days))
    talk = planned.reports.report(NUMBER, planned.report()).id
    sql = "SELECT purpose FROM interaction_detail WHERE interaction_id = ?"
    assert execute(sql, (talk,)).fetchone() == ("agreed",)


def test_what_a_visit_took_is_as_planned_unless_it_is_told(planned: Planned) -> None:
    planned.reports.report(NUMBER, planned.report())
    took = planned.reports.show(NUMBER, VISITED).findings.review
    assert (took.minutes, took.distance_tenths, took.cost) == (230, 960, pounds(16_587))
    planned.reports.add(NUMBER, Addition(Findings(review=Review(minutes=290))))
    longer = planned.reports.show(NUMBER, VISITED).findings.review
    assert (longer.minutes, longer.distance_tenths) == (290, 960)
    assert longer.cost == pounds(15_467 + 4_320)
    planned.reports.add(NUMBER, Addition(Findings(review=Review(note="quiet"))))
    assert planned.reports.show(NUMBER, VISITED).findings.review.cost == longer.cost


@pytest.mark.parametrize("days", [0, 1, 4])
def test_a_visit_is_asked_about_from_its_day_on_until_it_is_told(
    planned: Planned, days: int
) -> None:
    planned.office.on(VISITED + timedelta(days=days))
    (row,) = planned.office.today()
    assert row.line.kind is (Kind.FOLLOW_UP if days else Kind.VISIT)  # money is not hidden by it
    assert "visit_report" in {reason.words for reason in row.line.reasons}
    planned.reports.report(NUMBER, planned.report())
    told = {reason.words for row in planned.office.today() for reason in row.line.reasons}
    assert "visit_report" not in told


def test_a_visit_is_a_conversation_for_every_other_rule(planned: Planned) -> None:
    planned.reports.report(NUMBER, everything(planned))
    later = VISITED + timedelta(days=2)
    (file,) = read_files([1], later, learnt_book(later))
    assert file.case.last_contact is not None
    assert file.case.last_contact.day == VISITED
    assert file.case.last_contact.reached
    stories = Stories()
    listing = stories.listing("ACME", StoryWanted(), later)
    talks = [one for one in stories.rows(listing, listing.keys) if isinstance(one, Talk)]
    assert [(talk.channel, talk.outcome, talk.with_name) for talk in talks] == [
        ("visit", "part_payment", "Aidan Coulthard")
    ]
    pays = [one for one in talks[0].pledges if one.money is not None]
    deeds = [one.theirs for one in talks[0].pledges if one.money is None]
    assert (len(pays), sorted(deeds)) == (2, [False, False, True, True])


# ---------------------------------------------------------------- what does not fit
def test_every_issue_is_spoken_of(planned: Planned) -> None:
    findings = replace(planned.findings(), results=planned.findings().results[:1])
    with pytest.raises(UserError) as caught:
        planned.reports.report(NUMBER, planned.report(findings=findings))
    assert caught.value.facts["field"] == "visit.results"
    assert planned.state is VisitState.PLANNED


def test_a_visit_is_reported_once(planned: Planned) -> None:
    planned.reports.report(NUMBER, planned.report())
    with pytest.raises(UserError) as caught:
        planned.reports.report(NUMBER, planned.report())
    assert caught.value.facts["why"] == VisitWhy.ENDED.value


@pytest.mark.parametrize(("talk", "field"), [
    (CallNote("", Outcome.NO_ANSWER, "x", next_day=NEXT_WEEK), "outcome"),
    (CallNote("", Outcome.ALL_WELL, "x", next_day=NEXT_WEEK, day=NEXT_WEEK), "day"),
    (CallNote("", Outcome.ALL_WELL, "x"), "next"),
])  # fmt: skip
def test_what_does_not_fit_together_is_named(planned: Planned, talk: CallNote, field: str) -> None:
    with pytest.raises(UserError) as caught:
        planned.reports.report(NUMBER, planned.report(talk))
    assert caught.value.facts["field"] == field


def test_a_promise_is_told_in_one_place(planned: Planned) -> None:
    talk = CallNote(
        "", Outcome.WILL_PAY, "", next_day=NEXT_WEEK, promised=pounds(1), promised_by=FRIDAY
    )
    again = (Commitment(Side.THEIRS, FRIDAY, amount=pounds(1)),)
    with pytest.raises(UserError) as caught:
        planned.reports.report(NUMBER, planned.report(talk, commitments=again))
    assert caught.value.facts["field"] == "visit.commitment"


def test_nothing_is_put_down_of_a_report_that_is_refused(planned: Planned) -> None:
    before = execute("SELECT count(*) FROM action").fetchone()
    wrong = replace(everything(planned), new_limit=NewLimit(pounds(-1), "GBP"))
    with pytest.raises(UserError):
        planned.reports.report(NUMBER, wrong)
    assert execute("SELECT count(*) FROM action").fetchone() == before


# ---------------------------------------------------------------- adding
def test_a_report_is_put_right_by_adding_to_it(planned: Planned) -> None:
    planned.reports.report(NUMBER, everything(planned))
    planned.office.on(FRIDAY)
    added = Addition(
        Findings(
            results=(IssueOutcome(planned.delivery, IssueResult.WANTED),),
            requests=(RequestOutcome(planned.accounts, Came.RECEIVED),),
            observations=(Observation(Topic.STOCK, Seen.SAME, "it was behind the door"),),
        ),
        (ReportFile(NewFile("accounts.pdf", b"figures"), planned.accounts),),
    )
    done = planned.reports.add(NUMBER, added)
    page = planned.reports.show(NUMBER, FRIDAY)
    assert len(page.told) == 2
    assert [one.result for one in page.findings.results] == [
        IssueResult.FALL_BACK, IssueResult.WANTED,
    ]  # fmt: skip
    assert page.picture is not None
    assert page.picture.worse == ()
    assert planned.accounts in page.files
    before = planned.reports.show(NUMBER, VISITED)
    assert before.findings.results[1].result is IssueResult.NOT_SPOKEN_OF
    assert awaited() == ["Name somebody for orders"]
    planned.reports.undo_added(done.action)
    assert planned.reports.show(NUMBER, FRIDAY).findings == before.findings
    assert awaited() == ["Name somebody for orders", "Accounts to 30 June"]
    assert prove_all() == []
    with pytest.raises(UserError):
        planned.reports.undo_added(done.action)


def test_what_was_added_rests_on_the_report(planned: Planned) -> None:
    made = planned.reports.report(NUMBER, planned.report()).id
    added = Addition(Findings(observations=(Observation(Topic.SITE, Seen.SAME),)))
    done = planned.reports.add(NUMBER, added)
    with pytest.raises(UserError) as caught:
        planned.reports.undo(made)
    assert caught.value.facts["why"] == VisitWhy.ADDED_SINCE.value
    planned.reports.undo_added(done.action)
    planned.reports.undo(made)
    assert planned.state is VisitState.PLANNED


def test_only_a_report_can_be_added_to(planned: Planned) -> None:
    with pytest.raises(UserError) as caught:
        planned.reports.add(NUMBER, Addition(Findings()))
    assert caught.value.facts["why"] == VisitWhy.NOT_REPORTED.value


# ---------------------------------------------------------------- nobody was met
@pytest.mark.parametrize(("kind", "state"), [
    (VisitEventKind.DEPUTY, VisitState.TO_REBOOK),
    (VisitEventKind.NOBODY, VisitState.TO_REBOOK),
    (VisitEventKind.REFUSED, VisitState.REFUSED),
])  # fmt: skip
def test_where_nobody_was_met_it_was_an_attempt(
    planned: Planned, kind: VisitEventKind, state: VisitState
) -> None:
    before = planned.office.brief("ACME")
    talk = planned.reports.not_met(NUMBER, NotMet(kind, note="the gate was shut")).id
    assert planned.state is state
    sql = (
        "SELECT i.channel, d.purpose, i.next_day FROM interaction i"
        " JOIN interaction_detail d ON d.interaction_id = i.id WHERE i.id = ?"
    )
    channel, purpose, next_day = execute(sql, (talk,)).fetchone()
    assert channel == "visit"
    assert purpose in {"attempt", "agreed"}
    assert date.fromisoformat(next_day) > VISITED
    assert prove_all() == []
    planned.reports.undo(talk)
    assert planned.state is VisitState.PLANNED
    assert planned.office.brief("ACME") == before


def test_where_nobody_was_met_the_next_step_is_what_is_left_to_do(planned: Planned) -> None:
    planned.reports.not_met(NUMBER, NotMet(VisitEventKind.NOBODY, next_day=FRIDAY))
    assert [row.line.kind for row in planned.office.today() if row.line.kind is Kind.VISIT] == []
    (row,) = planned.office.on(FRIDAY).today()
    assert "planned_call" in {reason.code.value for reason in row.line.reasons}


def test_a_day_that_was_agreed_with_the_deputy_is_the_next_step(planned: Planned) -> None:
    told = NotMet(VisitEventKind.DEPUTY, "Jean Tallis", "She asks him", next_day=FRIDAY)
    talk = planned.reports.not_met(NUMBER, told).id
    row = execute("SELECT heard_name, next_day FROM interaction WHERE id = ?", (talk,)).fetchone()
    assert row == ("Jean Tallis", FRIDAY.isoformat())


def test_after_another_day_was_agreed_it_is_told_as_any(planned: Planned) -> None:
    planned.reports.not_met(NUMBER, NotMet(VisitEventKind.NOBODY))
    visits = Visits(planned.office.gateway, planned.office.clock)
    visits.move(NUMBER, FRIDAY, time(10), "nobody was there")
    assert planned.state.value == "planned"
    planned.office.on(FRIDAY)
    (row,) = [row for row in planned.office.today() if row.line.kind is Kind.VISIT]
    assert "visit_report" in {reason.words for reason in row.line.reasons}
    talk = CallNote("", Outcome.ALL_WELL, "fine", none_because="all is said")
    planned.reports.report(NUMBER, planned.report(talk))
    assert planned.state is VisitState.REPORTED
    assert prove_all() == []


def test_a_visit_that_was_held_was_not_in_vain(planned: Planned) -> None:
    with pytest.raises(UserError) as caught:
        planned.reports.not_met(NUMBER, NotMet(VisitEventKind.HELD))
    assert caught.value.facts["field"] == "outcome"


# ---------------------------------------------------------------- from one to the next
def test_what_is_seen_is_held_against_the_visit_before(planned: Planned) -> None:
    planned.reports.report(NUMBER, everything(planned))
    later = VISITED + timedelta(days=180)
    planned.office.on(later)
    with planned.office.gateway.write("test") as writing:
        a_visit(writing, visit_file(NUMBER).visit.customer, "V-2705-001", later)
    seen = Findings(observations=(
        Observation(Topic.STOCK, Seen.WORSE), Observation(Topic.STAFF, Seen.WORSE),
    ))  # fmt: skip
    talk = CallNote("Aidan", Outcome.ALL_WELL, "x", none_because="all is said")
    planned.reports.report("V-2705-001", VisitReport(talk, seen))
    page = planned.reports.show("V-2705-001", later)
    assert page.picture is not None
    assert page.picture.last_day == VISITED
    assert page.picture.worse_again == (Topic.STOCK,)
    assert page.picture.course is Course.SLIPPING
    assert planned.reports.trend("ACME", later) == page.picture
    first = planned.reports.show(NUMBER, later).picture
    assert first is not None
    assert first.day == VISITED
