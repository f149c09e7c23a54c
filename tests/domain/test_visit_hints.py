"""What to think of before a visit, besides the hour."""

from dataclasses import replace
from datetime import date, time

import pytest

from creditmate.domain.at_rest import RestWhy
from creditmate.domain.dates import Calendar
from creditmate.domain.holds import Stop
from creditmate.domain.legal_forms import LegalForm
from creditmate.domain.money import Money
from creditmate.domain.visit_hints import HintWhy, Host, VisitHint, host_hints, visit_hints
from creditmate.domain.visit_refusals import VisitWhy, visit_refused
from creditmate.domain.visit_standing import standing_of
from creditmate.domain.visits import (
    InnerIssue,
    Side,
    SlotKind,
    VisitEvent,
    VisitEventKind,
    VisitFile,
    VisitPerson,
    VisitSlot,
)
from tests.domain.test_visit_plan import a_file

FIRM = Host(LegalForm.COMPANY)
EARLY, LATE = date(2026, 11, 9), date(2026, 11, 24)
BOTH = [Calendar(), Calendar()]


def on_the_agenda(file: VisitFile) -> VisitFile:
    """A visit whose agenda has an item for each issue."""
    slots = [
        VisitSlot(one.id, time(10), 5, SlotKind.ISSUE, issue=one.id) for one in file.visit.issues
    ]
    return replace(file, visit=replace(file.visit, slots=tuple(slots)))


def ready() -> VisitFile:
    file = on_the_agenda(a_file())
    issues = {issue.id: InnerIssue("this", "that") for issue in file.visit.issues}
    return replace(file, inner=replace(file.inner, issues=issues))


def whys(file: VisitFile, host: Host = FIRM, today: date = EARLY) -> list[HintWhy]:
    found = visit_hints(file, standing_of(file, today), host, BOTH, today)
    return [hint.why for hint in found]


def test_one_that_is_prepared_asks_for_nothing() -> None:
    assert whys(ready()) == []


def test_money_that_waits_to_be_matched_is_looked_at_first() -> None:
    found = host_hints(replace(FIRM, unmatched=Money(240_000, "GBP")))
    assert found == [VisitHint(HintWhy.UNMATCHED, amount=Money(240_000, "GBP"))]


def test_people_who_were_put_away_are_named_and_decide_nothing() -> None:
    theirs = VisitPerson(1, Side.THEIRS, "Piers", decides=True, contact=7)
    ours = VisitPerson(2, Side.OURS, "Ellen", decides=True, staff=3)
    file = ready()
    file = replace(file, visit=replace(file.visit, people=(theirs, ours)))
    assert whys(file) == []
    gone = replace(FIRM, contacts_gone=frozenset({7}), staff_gone=frozenset({3}))
    found = visit_hints(file, standing_of(file, EARLY), gone, BOTH, EARLY)
    assert [(one.why, one.name) for one in found] == [
        (HintWhy.PERSON_GONE, "Piers"), (HintWhy.COLLEAGUE_GONE, "Ellen"),
        (HintWhy.NOBODY_DECIDES_THERE, ""), (HintWhy.NOBODY_DECIDES_HERE, ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        (Host(LegalForm.SOLE_TRADER), HintWhy.IS_PERSON),
        (Host(LegalForm.INDIVIDUAL), HintWhy.IS_PERSON),
        (Host(LegalForm.UNKNOWN), HintWhy.FORM_UNKNOWN),
        (Host(LegalForm.COMPANY, wishes_none=True), HintWhy.NO_VISITS),
        (Host(LegalForm.COMPANY, at_rest=RestWhy.INSOLVENT), HintWhy.AT_REST),
        (Host(LegalForm.COMPANY, stopped=frozenset({Stop.LETTERS})), HintWhy.NO_LETTERS),
        (Host(LegalForm.COMPANY, stopped=frozenset({Stop.STATEMENTS})), HintWhy.NO_STATEMENTS),
        (Host(LegalForm.COMPANY, clock="America/New_York"), HintWhy.CLOCK_TAKEN),
    ],
)
def test_whom_we_visit_is_thought_of_first(host: Host, expected: HintWhy) -> None:
    assert whys(ready(), host) == [expected]


def test_without_people_hour_or_issues_there_is_something_to_say() -> None:
    file = ready()
    bare = replace(file, visit=replace(file.visit, people=(), issues=(), at=None))
    assert whys(bare) == [HintWhy.NO_HOUR, HintWhy.NOBODY_OF_THEIRS, HintWhy.NO_ISSUES]
    nobody = tuple(replace(person, decides=False) for person in file.visit.people)
    deputies = replace(file, visit=replace(file.visit, people=nobody))
    assert whys(deputies) == [HintWhy.NOBODY_DECIDES_THERE, HintWhy.NOBODY_DECIDES_HERE]
    theirs = replace(file, visit=replace(file.visit, people=file.visit.of_side(Side.THEIRS)))
    assert whys(theirs) == []


def test_issues_without_a_fall_back_are_counted() -> None:
    file = on_the_agenda(a_file())  # one of its two has one
    found = visit_hints(file, standing_of(file, EARLY), FIRM, BOTH, EARLY)
    assert found == (VisitHint(HintWhy.NO_FALL_BACK, count=1),)


def test_what_has_no_time_on_the_agenda_is_counted() -> None:
    file = ready()
    short = replace(file, visit=replace(file.visit, slots=file.visit.slots[:1]))
    found = visit_hints(short, standing_of(short, EARLY), FIRM, BOTH, EARLY)
    assert found == (VisitHint(HintWhy.NO_TIME, count=1),)


def test_an_agenda_that_is_late_or_outdated_is_said() -> None:
    file = ready()
    late = visit_hints(file, standing_of(file, LATE), FIRM, BOTH, LATE)
    assert late == (VisitHint(HintWhy.AGENDA_LATE, days=2),)
    sent = VisitEvent(VisitEventKind.AGENDA_SENT, EARLY)
    assert whys(replace(file, events=(sent,)), today=LATE) == []
    moved = VisitEvent(VisitEventKind.MOVED, EARLY)
    assert whys(replace(file, events=(sent, moved))) == [HintWhy.AGENDA_OUTDATED]


def test_a_visit_to_no_place_is_pointed_out() -> None:
    file = ready()
    nowhere = replace(file, visit=replace(file.visit, address=" "))
    assert whys(nowhere) == [HintWhy.NO_PLACE]


def test_once_it_was_held_there_is_nothing_to_think_of() -> None:
    held = replace(a_file(), events=(VisitEvent(VisitEventKind.HELD, EARLY),))
    assert whys(held, Host(LegalForm.INDIVIDUAL)) == []


def test_what_is_refused_names_why() -> None:
    error = visit_refused(VisitWhy.ENDED, number="V-2611-001")
    assert error.facts == {"why": "ended", "number": "V-2611-001"}
