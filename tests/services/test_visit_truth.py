"""What is told of a visit is what happened: not what was left undone, nor a day it never had."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from creditmate.db.proof import prove_all
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.outcomes import Outcome
from creditmate.domain.story import StepDone, StoryWanted, Talk, VisitMoved
from creditmate.domain.story_on_paper import facts_only
from creditmate.domain.visit_refusals import VisitWhy
from creditmate.domain.visit_report import Findings
from creditmate.domain.visit_standing import standing_of
from creditmate.domain.visits import Preparation, VisitEventKind, VisitState
from creditmate.i18n.problems import problem_words
from creditmate.i18n.story_words import StoryTeller
from creditmate.services.call_notes import CallNote
from creditmate.services.diary import Diary, Wanted
from creditmate.services.stories import Stories
from creditmate.services.visit_lists import visit_file
from creditmate.services.visit_report_notes import NotMet, VisitReport
from creditmate.services.visit_reports import VisitReports
from creditmate.services.visits import ConfirmedHow, Visits
from tests.services.conftest import Office
from tests.services.test_calls_and_today import owing
from tests.services.test_visits import MONDAY, PLAN, VISIT

TUESDAY = MONDAY + timedelta(days=1)
STANDS = 5
"""The visit, confirming it twice, the pack and the report."""
DAY_AFTER = VISIT + timedelta(days=1)


@pytest.fixture
def named(office: Office) -> str:
    owing(office, "ACME", 1_124_075)
    plan = replace(PLAN, issues=(), requests=())
    return str(Visits(office.gateway, office.clock).plan("ACME", plan).id)


def visits(office: Office) -> Visits:
    return Visits(office.gateway, office.clock)


def done(named: str) -> set[Preparation]:
    file = visit_file(named)
    return {step.kind for step in file.steps if file.is_done(step)}


def steps_told(day: date) -> list[StepDone]:
    listing = Stories().listing("ACME", StoryWanted(), day)
    return [event for event in listing.head if isinstance(event, StepDone)]


def test_what_a_cancelled_visit_leaves_undone_is_not_told_as_done(
    office: Office, named: str
) -> None:
    sales = visit_file(named).steps[0]
    visits(office).prepare(named, sales.id)
    office.on(TUESDAY)
    visits(office).agenda_sent(named, "email")
    diary = Diary(office.gateway, office.clock)
    assert len(diary.between(Wanted(TUESDAY, VISIT)).items) == STANDS
    cancelled = visits(office).cancel(named, "They have paid")
    assert done(named) == {Preparation.TELL_SALES, Preparation.SEND_AGENDA}, "and on its last day"
    assert all(step.done_day is not None for step in visit_file(named).steps), "nothing is to do"
    told = steps_told(TUESDAY)
    assert [(step.key.day, step.set_for) for step in told] == [
        (TUESDAY, date(2026, 11, 26)),
        (MONDAY, date(2026, 11, 25)),
    ]
    assert diary.between(Wanted(TUESDAY, VISIT)).items == ()
    assert prove_all() == []
    visits(office).undo(cancelled)
    assert done(named) == {Preparation.TELL_SALES, Preparation.SEND_AGENDA}
    assert len(diary.between(Wanted(TUESDAY, VISIT)).items) == STANDS
    assert prove_all() == []


def test_where_nobody_was_met_nothing_was_done_by_it(office: Office, named: str) -> None:
    office.on(VISIT)
    VisitReports(office.gateway, office.clock).not_met(named, NotMet(VisitEventKind.NOBODY))
    assert done(named) == set(), "the report as little as the rest"
    assert steps_told(VISIT) == []


@pytest.mark.parametrize(("told", "said", "ours"), [
    (NotMet(VisitEventKind.NOBODY, note="ZQNOTE"), ("Visit: nobody was there", ""), " ZQNOTE"),
    (
        NotMet(VisitEventKind.NOBODY, note="ZQNOTE", again=(DAY_AFTER, None)),
        ("Visit: nobody was there", "Agreed instead for Fri 4 Dec."), " ZQNOTE",
    ),
    (
        NotMet(VisitEventKind.DEPUTY, "The boy", "ZQNOTE"),
        ("Visit: only a deputy was there", "We met The boy."), " ZQNOTE",
    ),
    (NotMet(VisitEventKind.REFUSED), ("Visit: they did not wish it", ""), ""),
])  # fmt: skip
def test_the_story_says_how_a_visit_was_in_vain(
    office: Office, named: str, told: NotMet, said: tuple[str, str], ours: str
) -> None:
    title, facts = said
    office.on(VISIT)
    saved = VisitReports(office.gateway, office.clock).not_met(named, told)
    listing = Stories().listing("ACME", StoryWanted(), VISIT)
    teller = StoryTeller("en_GB", "en_GB", VISIT)
    (talk,) = [one for one in listing.head if isinstance(one, Talk)]
    assert talk.key.id == saved.id
    (fact,) = facts_only([talk])
    for event, text in ((talk, facts + ours), (fact, facts)):
        words = teller.tell(event)
        assert (words.title, plain(words.text)) == (title, text.strip())


def test_the_report_is_done_once_it_is_written(office: Office, named: str) -> None:
    office.on(VISIT)
    visits(office).prepare(named, visit_file(named).steps[0].id)
    tell(office, named)
    assert done(named) == {Preparation.TELL_SALES, Preparation.REPORT}


def test_each_thing_is_told_with_the_day_that_the_visit_had_then(
    office: Office, named: str
) -> None:
    for to in (VISIT + timedelta(days=5), VISIT + timedelta(days=7)):
        visits(office).agenda_sent(named, "email")
        visits(office).confirm(named, ConfirmedHow(by_whom="Ms Tallis"))
        visits(office).move(named, to, time(9), "")
    back = visits(office).move(named, VISIT + timedelta(days=8), time(9), "")
    visits(office).undo(back)
    visits(office).agenda_sent(named, "email")
    visits(office).cancel(named, "They have paid")
    listing = Stories().listing("ACME", StoryWanted(), MONDAY)
    moved = [event for event in listing.head if isinstance(event, VisitMoved)]
    teller = StoryTeller("en", "en_GB", MONDAY)
    told = [plain(teller.tell(event).text) for event in reversed(moved)]
    assert told == [
        "Planned for Thu 3 Dec.",
        "Planned for Thu 3 Dec. Ms Tallis",
        "From Thu 3 Dec to Tue 8 Dec.",
        "Planned for Tue 8 Dec.",
        "Planned for Tue 8 Dec. Ms Tallis",
        "From Tue 8 Dec to Thu 10 Dec.",
        "Planned for Thu 10 Dec.",
        "Planned for Thu 10 Dec. They have paid",
    ]


def plain(text: str) -> str:
    for mark, instead in (("\u00a0", " "), ("\u2068", ""), ("\u2069", "")):
        text = text.replace(mark, instead)
    return text


def tell(office: Office, named: str, day: date | None = None) -> None:
    talk = CallNote("", Outcome.ALL_WELL, "A good hour.", day=day, next_day=VISIT + timedelta(9))
    told = VisitReport(talk, Findings())
    VisitReports(office.gateway, office.clock).report(named, told)


@pytest.mark.parametrize("days", [-400, -3, -1])
def test_it_was_not_held_before_the_day_it_was_planned_for(
    office: Office, named: str, days: int
) -> None:
    """Else what came in after it is counted from a day on which nobody was there."""
    office.on(VISIT + timedelta(3))
    day = VISIT + timedelta(days)
    with pytest.raises(UserError) as caught:
        tell(office, named, day)
    assert caught.value.problem is Problem.VISIT_REFUSED
    said = {"why": VisitWhy.HELD_BEFORE, "day": VISIT, "found": day, "field": "day"}
    assert caught.value.facts == said
    words = problem_words(caught.value, "en", "en_GB")
    assert "2026" in words
    tell(office, named, VISIT + timedelta(1))
    assert standing_of(visit_file(named), VISIT + timedelta(3)).state is VisitState.REPORTED


@pytest.mark.parametrize("day", [None, MONDAY])
def test_a_visit_is_not_told_before_its_day(office: Office, named: str, day: date | None) -> None:
    with pytest.raises(UserError) as caught:
        tell(office, named, day)
    assert caught.value.problem is Problem.VISIT_REFUSED
    assert caught.value.facts == {"why": VisitWhy.STILL_TO_COME, "day": VISIT}
    assert standing_of(visit_file(named), MONDAY).state is VisitState.PLANNED
    visits(office).move(named, MONDAY, time(15), "They could see us at once")
    tell(office, named, day)
    assert standing_of(visit_file(named), MONDAY).state is VisitState.REPORTED


@pytest.mark.parametrize("kind", [VisitEventKind.NOBODY, VisitEventKind.DEPUTY])
def test_nobody_is_missed_before_its_day(office: Office, named: str, kind: VisitEventKind) -> None:
    reports = VisitReports(office.gateway, office.clock)
    with pytest.raises(UserError) as caught:
        reports.not_met(named, NotMet(kind))
    assert caught.value.facts == {"why": VisitWhy.STILL_TO_COME, "day": VISIT}
    reports.not_met(named, NotMet(VisitEventKind.REFUSED))
    assert standing_of(visit_file(named), MONDAY).state is VisitState.REFUSED


@pytest.mark.parametrize("second", [VisitEventKind.NOBODY, VisitEventKind.DEPUTY])
def test_a_visit_is_in_vain_once_until_another_day_is_agreed(
    office: Office, named: str, second: VisitEventKind
) -> None:
    office.on(VISIT)
    reports = VisitReports(office.gateway, office.clock)
    first = reports.not_met(named, NotMet(VisitEventKind.NOBODY)).id
    with pytest.raises(UserError) as caught:
        reports.not_met(named, NotMet(second))
    assert caught.value.facts["why"] == VisitWhy.IN_VAIN_ALREADY
    assert caught.value.facts["day"] == VISIT
    reports.undo(first)
    reports.not_met(named, NotMet(second))
    visits(office).move(named, VISIT, time(16), "They are in this afternoon")
    reports.not_met(named, NotMet(VisitEventKind.NOBODY))
    reports.not_met(named, NotMet(VisitEventKind.REFUSED))
    assert standing_of(visit_file(named), VISIT).state is VisitState.REFUSED
