"""A visit's report is kept while it is typed, and a visit is booked again where it was in vain."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from creditmate.db.connection import execute
from creditmate.db.proof import prove_all
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.outcomes import Outcome
from creditmate.domain.visit_report import Commitment, Findings, IssueOutcome, IssueResult
from creditmate.domain.visit_standing import standing_of
from creditmate.domain.visits import Side, VisitEventKind, VisitState
from creditmate.services.call_notes import CallNote
from creditmate.services.visit_additions import Addition
from creditmate.services.visit_drafts import VisitDrafts
from creditmate.services.visit_lists import visit_file
from creditmate.services.visit_report_notes import NotMet, VisitReport
from creditmate.services.visit_reports import VisitReports
from creditmate.services.visit_talks import visit_talk
from tests.builders import a_customer, an_invoice
from tests.services.conftest import Office
from tests.services.visit_rows import a_person, a_visit, an_issue

VISITED = date(2026, 11, 26)
NEXT_WEEK = VISITED + timedelta(days=7)
NUMBER = "V-2611-004"
BEGUN = datetime(2026, 11, 26, 16, 5, tzinfo=UTC)


@pytest.fixture
def issue(office: Office) -> int:
    """An issue of a visit of today to somebody who owes 900.00."""
    with office.gateway.write("test") as writing:
        customer = a_customer(writing, "ACME")
        an_invoice(writing, customer, "A1", VISITED - timedelta(days=90), 90_000)
        visit = a_visit(writing, customer, NUMBER, VISITED)
        made = an_issue(writing, visit, 1, "Overdue invoices")
        a_person(writing, visit, 1, "Jean Tallis", decides=False)
    office.on(VISITED)
    return made


@pytest.fixture
def drafts(office: Office, issue: int) -> VisitDrafts:
    return VisitDrafts(office.clock)


@pytest.fixture
def reports(office: Office, issue: int) -> VisitReports:
    return VisitReports(office.gateway, office.clock)


def report_of(issue: int, *commitments: Commitment) -> VisitReport:
    talk = CallNote("Jean Tallis", Outcome.ALL_WELL, "A good hour.", next_day=NEXT_WEEK)
    return VisitReport(talk, Findings((IssueOutcome(issue, IssueResult.WANTED),)), commitments)


# ------------------------------------------------------------------ drafts
def test_a_form_is_kept_as_it_stands_and_the_last_word_counts(drafts: VisitDrafts) -> None:
    assert drafts.read(NUMBER) is None
    drafts.save(NUMBER, BEGUN, {"talk.notes": "They"})
    saved = drafts.save(NUMBER, BEGUN, {"talk.notes": "They see", "opened": "issues"})
    found = drafts.read(NUMBER)
    assert found is not None
    assert found.typed == {"talk.notes": "They see", "opened": "issues"}
    assert (found.begun_at, found.saved_at) == (BEGUN, saved.replace(microsecond=0))
    assert execute("SELECT count(*) FROM visit_draft").fetchone()[0] == 1
    drafts.discard(NUMBER)
    assert drafts.read(NUMBER) is None


def test_no_card_number_is_kept_in_it(drafts: VisitDrafts) -> None:
    drafts.save(NUMBER, BEGUN, {"talk.notes": "by card 4111 1111 1111 1111"})
    kept = execute("SELECT typed FROM visit_draft").fetchone()[0]
    assert "4111" not in kept
    assert "1111" in kept, "the last four tell which card"


def test_of_no_visit_nothing_is_kept(drafts: VisitDrafts) -> None:
    with pytest.raises(UserError) as caught:
        drafts.save("V-9999-001", BEGUN, {"talk.notes": "x"})
    assert caught.value.problem is Problem.VISIT_REFUSED
    with pytest.raises(UserError):
        drafts.read("V-9999-001")


def test_the_report_ends_its_draft_in_the_same_action(
    drafts: VisitDrafts, reports: VisitReports, issue: int
) -> None:
    drafts.save(NUMBER, BEGUN, {"talk.notes": "A good hour."})
    reports.report(NUMBER, report_of(issue))
    assert drafts.read(NUMBER) is None
    drafts.save(NUMBER, BEGUN, {"review.note": "more"})
    later = IssueOutcome(issue, IssueResult.FALL_BACK, "told wrong")
    reports.add(NUMBER, Addition(Findings((later,))))
    assert drafts.read(NUMBER) is None
    assert prove_all() == []


def test_a_report_that_is_refused_keeps_its_draft(
    drafts: VisitDrafts, reports: VisitReports, issue: int
) -> None:
    drafts.save(NUMBER, BEGUN, {"talk.notes": "A good hour."})
    too_early = Commitment(Side.OURS, VISITED - timedelta(days=1), "Send the notes")
    with pytest.raises(UserError):
        reports.report(NUMBER, report_of(issue, too_early))
    assert drafts.read(NUMBER) is not None


# ------------------------------------------------------------------ the talk, read back
def test_the_talk_is_read_back_with_what_both_sides_will_do(
    reports: VisitReports, issue: int
) -> None:
    assert visit_talk(NUMBER) is None, "it was not held yet"
    ours = Commitment(Side.OURS, NEXT_WEEK, "Send the notes")
    theirs = Commitment(Side.THEIRS, NEXT_WEEK, "Name somebody")
    reports.report(NUMBER, report_of(issue, ours, theirs))
    talk = visit_talk(NUMBER)
    assert talk is not None
    assert (talk.day, talk.with_name, talk.outcome) == (VISITED, "Jean Tallis", Outcome.ALL_WELL)
    assert (talk.notes, talk.next_day) == ("A good hour.", NEXT_WEEK)
    assert [(one.words, one.day) for one in talk.ours] == [("Send the notes", NEXT_WEEK)]
    assert [(one.words, one.day) for one in talk.does] == [("Name somebody", NEXT_WEEK)]
    assert not talk.pays


# ------------------------------------------------------------------ booked again
def test_a_visit_in_vain_is_booked_again_in_one_action(reports: VisitReports) -> None:
    before = visit_file(NUMBER)
    told = NotMet(VisitEventKind.DEPUTY, "Jean Tallis", "back on Thursday",
                  again=(NEXT_WEEK, time(10, 30)))  # fmt: skip
    saved = reports.not_met(NUMBER, told)
    file = visit_file(NUMBER)
    assert (file.visit.day, file.visit.at) == (NEXT_WEEK, time(10, 30))
    assert standing_of(file, VISITED).state is VisitState.PLANNED
    assert [event.kind for event in file.events] == [VisitEventKind.DEPUTY, VisitEventKind.MOVED]
    beside = "SELECT count(*) FROM task WHERE from_interaction_id = ?"
    assert execute(beside, (saved.id,)).fetchone()[0] == 0, "the visit itself is what comes next"
    reports.undo(saved.id)
    after = visit_file(NUMBER)
    assert (after.visit.day, after.visit.at) == (before.visit.day, before.visit.at)
    assert after.events == ()
    assert prove_all() == []


@pytest.mark.parametrize("day", [VISITED - timedelta(days=1), VISITED])
def test_another_day_has_to_be_one(reports: VisitReports, day: date) -> None:
    at = visit_file(NUMBER).visit.at
    with pytest.raises(UserError) as caught:
        reports.not_met(NUMBER, NotMet(VisitEventKind.NOBODY, again=(day, at)))
    assert caught.value.problem is Problem.VISIT_REFUSED
    assert visit_file(NUMBER).events == ()


def test_who_does_not_wish_a_visit_is_not_booked_again(reports: VisitReports) -> None:
    with pytest.raises(UserError) as caught:
        reports.not_met(NUMBER, NotMet(VisitEventKind.REFUSED, again=(NEXT_WEEK, None)))
    assert caught.value.problem is Problem.CALL_FIELD
    assert visit_file(NUMBER).events == ()
