"""What is to be come back to by hand stands on Today on its day: notes, and plans of our own."""

from datetime import date, timedelta

import pytest

from creditmate.db.connection import raw
from creditmate.domain.diary import DiaryKind
from creditmate.domain.disputes import DisputeEventKind
from creditmate.domain.noted import NewNoted, NotedKind
from creditmate.domain.outcomes import Outcome
from creditmate.domain.work_lines import Kind
from creditmate.domain.work_reasons import ReasonCode
from creditmate.services.call_notes import CallNote
from creditmate.services.diary import Diary, NewEntry, Wanted, What
from creditmate.services.disputes import Disputes
from creditmate.services.noted import NotedThings
from creditmate.services.worklists import WorkLists, WorkRow
from tests.builders import a_customer
from tests.services.conftest import Office
from tests.services.test_calls_and_today import FRIDAY, MONDAY, owing
from tests.services.test_disputes import about

SHED = NewNoted(NotedKind.OPPORTUNITY, "They build a second shed", FRIDAY)
KIND = NewNoted(NotedKind.FEEDBACK, "The driver was kind", FRIDAY)
SATURDAY = FRIDAY + timedelta(days=1)
RANG = CallNote("Ann", Outcome.ALL_WELL, "x", none_because="told")


@pytest.fixture
def noted(office: Office) -> NotedThings:
    """ACME owes nothing: nothing else brings it to the list."""
    with office.gateway.write("test") as writing:
        a_customer(writing)
    return NotedThings(office.gateway, office.clock)


def of_day(office: Office, day: date) -> list[WorkRow]:
    """The rows as Today reads them, which are those of the list, too."""
    rows = list(WorkLists().reading(office.on(day).clock.today).go_on().rows)
    assert {row.code for row in WorkLists().today(day)} == {row.code for row in rows}
    return rows


def words(rows: list[WorkRow]) -> list[tuple[Kind, list[str]]]:
    return [
        (row.line.kind, [r.words for r in row.line.reasons if r.code is ReasonCode.NOTED])
        for row in rows
    ]


@pytest.mark.parametrize("new", [SHED, KIND])
def test_a_note_stands_there_from_its_day_on_until_it_is_done(
    office: Office, noted: NotedThings, new: NewNoted
) -> None:
    made = noted.add("ACME", new).id
    assert of_day(office, FRIDAY - timedelta(days=1)) == []
    assert words(of_day(office, FRIDAY)) == [(Kind.NOTED, [new.words])]
    assert words(of_day(office, SATURDAY + timedelta(days=30))) == [(Kind.NOTED, [new.words])]
    office.on(FRIDAY)
    noted.done(made)
    assert of_day(office, FRIDAY) == []
    assert of_day(office, FRIDAY + timedelta(days=3)) == []


def test_put_off_it_comes_on_the_other_day_and_dropped_never(
    office: Office, noted: NotedThings
) -> None:
    first, second = (noted.add("ACME", new).id for new in (SHED, KIND))
    office.on(FRIDAY)
    noted.put_off(first, SATURDAY)
    noted.drop(second)
    assert of_day(office, FRIDAY) == []
    assert words(of_day(office, SATURDAY)) == [(Kind.NOTED, [SHED.words])]
    # as at a day before it was put off it stood there
    assert words(of_day(office, FRIDAY - timedelta(days=1))) == []


def test_a_talk_on_its_day_or_later_is_enough(office: Office, noted: NotedThings) -> None:
    owing(office, "OTHER", 100)
    noted.add("ACME", SHED)
    office.on(FRIDAY - timedelta(days=1)).call("ACME", RANG)
    assert len(words(of_day(office, FRIDAY))) == 2
    office.on(FRIDAY).call("ACME", RANG)
    assert [row.code for row in of_day(office, FRIDAY)] == ["OTHER"]
    assert [row.code for row in of_day(office, FRIDAY + timedelta(days=3))] == ["OTHER"]


def test_noted_in_a_talk_for_the_same_day_that_talk_is_not_it(
    office: Office, noted: NotedThings
) -> None:
    office.call("ACME", RANG)
    noted.add("ACME", NewNoted(NotedKind.FEEDBACK, "Send the leaflet", MONDAY))
    assert [row.code for row in of_day(office, MONDAY)] == ["ACME"]


def test_only_an_opportunity_waits_for_a_query(office: Office, noted: NotedThings) -> None:
    entry = owing(office, "BIRCH", 100_000, days_late=-20)
    for new in (SHED, KIND):
        noted.add("BIRCH", new)
    questions = Disputes(office.gateway, office.clock)
    asked = questions.raise_one("BIRCH", about(entry, 500)).id
    assert words(of_day(office, FRIDAY)) == [(Kind.NOTED, [KIND.words])]
    questions.end(asked, DisputeEventKind.WITHDRAWN)
    assert words(of_day(office, FRIDAY)) == [(Kind.NOTED, [SHED.words, KIND.words])]


def test_what_was_put_into_the_diary_to_follow_up_stands_there_and_a_talk_does_it(
    office: Office, noted: NotedThings
) -> None:
    diary = Diary(office.gateway, office.clock)
    diary.add(NewEntry("ACME", FRIDAY, What.FOLLOW_UP, note="Ask about the keys"))
    assert of_day(office, FRIDAY - timedelta(days=1)) == []
    assert words(of_day(office, FRIDAY)) == [(Kind.NOTED, ["Ask about the keys"])]
    page = diary.between(Wanted(FRIDAY, FRIDAY))
    assert [item.kind for item in page.items] == [DiaryKind.FOLLOW_UP]
    office.call("ACME", RANG)
    assert of_day(office, FRIDAY) == []
    assert diary.between(Wanted(FRIDAY, FRIDAY)).items == ()
    assert noted.all(FRIDAY) == []


def test_reading_the_day_asks_as_often_for_many_notes_as_for_one(
    office: Office, noted: NotedThings
) -> None:
    def asked() -> int:
        told: list[str] = []
        raw().set_trace_callback(told.append)
        try:
            of_day(office, FRIDAY)
        finally:
            raw().set_trace_callback(None)
        return len(told)

    noted.add("ACME", SHED)
    first = asked()
    with office.gateway.write("test") as writing:
        codes = [f"C{place:02}" for place in range(20)]
        for code in codes:
            a_customer(writing, code)
    for code in codes:
        noted.add(code, KIND)
    assert asked() == first
