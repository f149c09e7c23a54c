"""The day as Today shows it: in groups, with what is done and what is left."""

from dataclasses import replace
from datetime import timedelta

import pytest

from creditmate.domain.day_cap import Cap
from creditmate.domain.day_plan import Group, group_of
from creditmate.domain.day_result import Promised
from creditmate.domain.feeling import Mood
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.services import work_candidates, worklists
from creditmate.services.calls import CallNote
from creditmate.services.worklists import WorkDay, WorkLists
from tests.services.conftest import Office
from tests.services.test_calls_and_today import FRIDAY, MONDAY, owing, will_pay

LATER = MONDAY + timedelta(days=9)
NOT_IN = CallNote("", Outcome.NO_ANSWER, "Rang out", none_because="tomorrow is soon enough")


def day_of(office: Office) -> WorkDay:
    return WorkLists().reading(office.clock.today).go_on()


def test_a_new_ledger_has_nobody_to_turn_to(office: Office) -> None:
    cap = Cap(10)
    assert day_of(office) == WorkDay(MONDAY, (), frozenset(), has_customers=False, cap=cap)


def test_who_has_an_agreed_day_is_done_and_so_is_a_try_whose_line_is_left(office: Office) -> None:
    for code in ("ONE", "TWO", "THREE"):
        owing(office, code, 50_000)
    assert day_of(office).done == 0
    office.call("ONE", will_pay(50_000))
    office.call("TWO", NOT_IN)
    day = day_of(office)
    assert [row.code for row in day.rows] == ["THREE", "TWO"]
    assert day.done == 2
    office.call("TWO", NOT_IN)
    assert day_of(office).done == 2  # customers are counted, not tries
    assert day_of(office.on(MONDAY + timedelta(days=1))).done == 0


def test_customers_without_a_line_are_not_no_customers(office: Office) -> None:
    owing(office, "EARLY", 50_000, days_late=-20)
    cap = Cap(10)
    assert day_of(office) == WorkDay(MONDAY, (), frozenset(), has_customers=True, cap=cap)


def test_whom_we_write_to_comes_after_whom_we_call(office: Office) -> None:
    owing(office, "LARGE", 900_000)
    owing(office, "SMALL", 5_000)
    owing(office, "AGREED", 7_000)
    wish = CallNote("Ann", Outcome.DO_NOT_CALL, "Please write", none_because="they pay by letter")
    office.call("LARGE", wish)
    office.call("AGREED", replace(will_pay(7_000), deed="Copy of it", deed_by=FRIDAY))
    day = day_of(office.on(FRIDAY + timedelta(days=10)))
    assert [(row.code, group_of(row.line)) for row in day.rows] == [
        ("AGREED", Group.AGREED),
        ("SMALL", Group.CALLS),
        ("LARGE", Group.PAPERS),
    ]


def test_the_brief_names_what_was_promised_in_each_contact(office: Office) -> None:
    owing(office, "ACME", 50_000)
    office.call("ACME", NOT_IN)
    office.call("ACME", replace(will_pay(20_000), deed="Copy of it", deed_by=FRIDAY))
    brief = office.brief("ACME")
    talk, before = brief.last_contacts
    promised = [standing.promise.id for standing in brief.standings]
    ours = [deed.id for deed in brief.deeds]
    assert brief.made_in == {talk.id: (*promised, *ours), before.id: ()}
    assert (len(promised), len(ours)) == (1, 1)


def test_what_the_day_brought(office: Office) -> None:
    for code in ("ONE", "TWO"):
        owing(office, code, 50_000)
    office.call("ONE", replace(will_pay(50_000), deed="Copy of it", deed_by=FRIDAY))
    office.call("TWO", NOT_IN)
    result = WorkLists().result(MONDAY)
    assert (result.contacted, result.reached) == (2, 1)
    assert result.amounts == (Money(50_000, "GBP"),)
    assert result.theirs == result.ours == Promised(1, FRIDAY)
    assert WorkLists().result(MONDAY - timedelta(days=1)).contacted == 0


def test_the_brief_knows_the_moods_that_were_noted(office: Office) -> None:
    owing(office, "ACME", 50_000)
    for mood in (Mood.WARM, None, *[Mood.CALM] * 3, Mood.STRAINED):
        office.call("ACME", replace(NOT_IN, mood=mood))
    assert office.brief("ACME").moods == (Mood.WARM, *[Mood.CALM] * 3, Mood.STRAINED)
    office.call("ACME", replace(NOT_IN, mood=Mood.UPSET))
    assert office.brief("ACME").moods == (*[Mood.CALM] * 3, Mood.STRAINED, Mood.UPSET)
    office.on(MONDAY - timedelta(days=1))
    assert office.brief("ACME").moods == ()


def test_what_was_not_read_yet_is_as_it_was(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    for place in range(1, 9):
        owing(office, f"C{place}", 10_000 * 2**place)
    before = day_of(office)
    assert [row.code for row in before.rows] == [f"C{place}" for place in range(8, 0, -1)]
    owing(office, "NEW", 10_000 * 2**9)
    monkeypatch.setattr(work_candidates, "_CHUNK", 2)
    monkeypatch.setattr(worklists, "SCREENFUL", 1)
    part = day_of(office)
    assert part.rows[0].code == "NEW"
    assert len(part.rows) < 9
    codes = [row.code for row in part.over(before).rows]
    assert codes == ["NEW", *(f"C{place}" for place in range(8, 0, -1))]
    assert part.over(WorkDay(MONDAY - timedelta(days=1), before.rows, frozenset(), True)) == part


def test_a_holiday_is_looked_for_where_customers_are(office: Office) -> None:
    lists = WorkLists()
    owing(office, "ACME", 50_000)
    assert not lists.is_holiday_somewhere(MONDAY)
    christmas = MONDAY + timedelta(days=32)
    assert lists.is_holiday_somewhere(christmas)
    quick = lists.reading(christmas, holidays=False).go_on()
    assert [row.code for row in quick.rows] == ["ACME"]
    assert [row.code for row in lists.reading(christmas).go_on().not_contacted] == ["ACME"]
