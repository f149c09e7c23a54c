"""The diary over a real ledger: what stands in it, and moving it about."""

from datetime import date, time, timedelta

import pytest

from creditmate.db.connection import execute, raw
from creditmate.db.models import Customer
from creditmate.db.our_people import add_staff
from creditmate.db.proof import prove_all
from creditmate.domain.changes import Touched
from creditmate.domain.contact_hours import NotNow
from creditmate.domain.diary import DiaryItem, DiaryKind
from creditmate.domain.diary_room import Free
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.services.call_notes import CallNote
from creditmate.services.diary import Diary, DiaryPage, NewEntry, Wanted, What
from creditmate.services.holiday_names import holiday_names
from tests.builders import a_customer, a_receipt
from tests.services.conftest import Office
from tests.services.test_calls_and_today import owing

MONDAY = date(2026, 11, 23)
SUNDAY = MONDAY + timedelta(days=6)
FRIDAY = MONDAY + timedelta(days=4)


def diary(office: Office) -> Diary:
    return Diary(office.gateway, office.clock)


def week(office: Office, first: date = MONDAY, owner: int | None = None) -> DiaryPage:
    return diary(office).between(Wanted(first, first + timedelta(days=6), owner))


def kinds(page: DiaryPage) -> list[tuple[DiaryKind, date]]:
    return [(item.kind, item.day) for item in page.items]


def there(office: Office, code: str, zone: str, country: str, region: str = "") -> int:
    """Add a customer somewhere else."""

    with office.gateway.write("t") as writing:
        made = a_customer(writing, code)
        writing.edit(Customer, made, 1, zone=zone, country=country, region=region)
        return made


def only(page: DiaryPage) -> DiaryItem:
    (item,) = page.items
    return item


# ---------------------------------------------------------------- what stands in it
def test_an_empty_week_has_its_days_and_nothing_in_them(office: Office) -> None:
    page = week(office)
    assert [day.day for day in page.days] == [MONDAY + timedelta(days=n) for n in range(7)]
    assert page.items == ()
    assert [day.works for day in page.days] == [True] * 5 + [False] * 2
    assert page.zone == "Europe/London"


def test_a_promise_stands_on_its_day_and_is_looked_for_until_it_is_kept(office: Office) -> None:
    owing(office, "ACME", 50_000)
    office.call(
        "ACME",
        CallNote(
            "Ann", Outcome.WILL_PAY, "On Wednesday", next_day=FRIDAY,
            promised=Money(50_000, "GBP"), promised_by=MONDAY + timedelta(days=2),
            deed="Send a copy", deed_by=MONDAY + timedelta(days=1),
        ),
    )  # fmt: skip
    page = week(office)
    assert kinds(page) == [
        (DiaryKind.CONTACT, MONDAY),
        (DiaryKind.OUR_PROMISE, MONDAY + timedelta(days=1)),
        (DiaryKind.PROMISE_DUE, MONDAY + timedelta(days=2)),
        (DiaryKind.FOLLOW_UP, FRIDAY),
    ]
    made, deed, promise, check = page.items
    assert (made.done, made.way, made.at) == (True, "call", time(9, 30))
    assert (deed.words, deed.movable) == ("Send a copy", False)
    assert (promise.amount, promise.done, promise.movable) == (Money(50_000, "GBP"), False, False)
    assert (check.person, check.movable, check.by_hand) == ("Ann", True, False)
    office.on(MONDAY + timedelta(days=2))
    with office.gateway.write("t") as writing:
        a_receipt(writing, made.customer, office.clock.today, 50_000)
    page = week(office)
    assert DiaryKind.FOLLOW_UP not in [kind for kind, _ in kinds(page)]
    assert [item.done for item in page.items if item.kind is DiaryKind.PROMISE_DUE] == [True]


def test_what_was_not_done_stands_on_today_until_it_is(office: Office) -> None:
    owing(office, "ACME", 50_000)
    note = CallNote("Ann", Outcome.CALL_BACK, "x", next_day=MONDAY + timedelta(days=1),
                    deed="Send a copy", deed_by=MONDAY)  # fmt: skip
    office.call("ACME", note)
    office.on(FRIDAY)
    late = [item for item in week(office).items if not item.done]
    assert [(i.kind, i.day, i.set_day, i.late) for i in late] == [
        (DiaryKind.OUR_PROMISE, FRIDAY, MONDAY, True),
        (DiaryKind.CALL_BACK, FRIDAY, MONDAY + timedelta(days=1), True),
    ]
    # next week it is not known yet whether it is done, and last week it is over
    assert kinds(week(office, MONDAY + timedelta(days=7))) == []
    office.call(
        "ACME", CallNote("Ann", Outcome.ALL_WELL, "x", none_because="paid", deeds_done=True)
    )
    assert [item.kind for item in week(office).items if not item.done] == []


def test_a_promise_whose_day_has_passed_stays_there(office: Office) -> None:
    owing(office, "ACME", 50_000)
    note = CallNote("Ann", Outcome.WILL_PAY, "x", next_day=FRIDAY,
                    promised=Money(50_000, "GBP"), promised_by=MONDAY)  # fmt: skip
    office.call("ACME", note)
    office.on(FRIDAY).posted(FRIDAY - timedelta(days=1))
    promise = next(i for i in week(office).items if i.kind is DiaryKind.PROMISE_DUE)
    assert (promise.day, promise.late, promise.done) == (MONDAY, True, False)


def test_what_is_dated_later_is_not_known(office: Office) -> None:
    owing(office, "ACME", 50_000)
    office.on(MONDAY + timedelta(days=1))
    office.call("ACME", CallNote("Ann", Outcome.CALL_BACK, "x", next_day=FRIDAY))
    office.on(MONDAY)
    assert week(office).items == ()


def test_an_hour_agreed_in_a_call_stands_there_by_our_clock(office: Office) -> None:
    there(office, "BERLIN", "Europe/Berlin", "DE")
    note = CallNote("Silke", Outcome.CALL_BACK, "x", next_day=FRIDAY, next_at=time(9, 30))
    office.call("BERLIN", note)
    item = next(item for item in week(office).items if not item.done)
    assert (item.kind, item.day, item.at) == (DiaryKind.CALL_BACK, FRIDAY, time(8, 30))
    assert (item.set_at, item.zone, item.person) == (time(9, 30), "Europe/Berlin", "Silke")
    moved = diary(office).move(item.id, item.version, FRIDAY, time(10))
    assert moved.now is not None
    assert moved.now.set_at == time(11)
    office.on(FRIDAY)
    office.call("BERLIN", CallNote("Silke", Outcome.ALL_WELL, "x", none_because="paid"))
    assert {item.kind for item in week(office).items} == {DiaryKind.CONTACT}


def test_a_try_after_one_in_vain_is_ours_and_nothing_that_was_agreed(office: Office) -> None:
    owing(office, "ACME", 50_000)
    office.call("ACME", CallNote("", Outcome.VOICEMAIL, "x", next_day=FRIDAY, next_at=time(10)))
    (again,) = [item for item in week(office).items if not item.done]
    assert (again.kind, again.day, again.at) == (DiaryKind.TRY, FRIDAY, time(10))
    assert again == diary(office).item(again.id)
    assert (again.movable, again.removable, again.against) == (True, True, None)
    (made,) = execute("SELECT id FROM interaction").fetchone()
    right = CallNote("Ann", Outcome.CALL_BACK, "x", next_day=FRIDAY, corrects=made)
    office.call("ACME", right)
    agreed = [item for item in week(office).items if not item.done]
    assert {(item.kind, item.removable) for item in agreed} == {(DiaryKind.CALL_BACK, False)}


def test_a_try_of_ours_may_be_taken_out_and_put_back(office: Office) -> None:
    owing(office, "ACME", 50_000)
    office.call("ACME", CallNote("", Outcome.NO_ANSWER, "x", next_day=FRIDAY))
    (again,) = [item for item in week(office).items if not item.done]
    out = diary(office).take_out(again.id, again.version)
    assert [item for item in week(office).items if not item.done] == []
    diary(office).put_back(out)
    assert [item.kind for item in week(office).items if not item.done] == [DiaryKind.TRY]


# ---------------------------------------------------------------- putting in and moving
def test_a_call_is_put_in_moved_and_put_back(office: Office) -> None:
    owing(office, "ACME", 50_000)
    put = diary(office).add(NewEntry("acme", MONDAY, at=time(10), note=" about the crane "))
    assert put.touched is Touched.TASKS
    item = only(week(office))
    assert (item.kind, item.at, item.words) == (DiaryKind.CALL, time(10), "about the crane")
    assert (item.key, item.by_hand, item.elsewhere) == (f"task-{put.id}", True, False)
    moved = diary(office).move(put.id, put.version, FRIDAY, time(15, 30))
    assert (moved.now and moved.now.begins) == only(week(office)).begins
    assert (only(week(office)).day, only(week(office)).at) == (FRIDAY, time(15, 30))
    assert diary(office).put_back(moved) is Touched.TASKS
    back = only(week(office))
    assert (back.day, back.at, back.version) == (MONDAY, time(10), 3)
    assert prove_all() == []


def test_an_hour_may_be_given_up_and_comes_back(office: Office) -> None:
    owing(office, "ACME", 50_000)
    put = diary(office).add(NewEntry("ACME", MONDAY, at=time(10)))
    moved = diary(office).move(put.id, put.version, FRIDAY, None)
    assert (only(week(office)).at, only(week(office)).day) == (None, FRIDAY)
    assert execute("SELECT at, zone FROM task").fetchone() == (None, "")
    diary(office).put_back(moved)
    assert only(week(office)).at == time(10)


def test_what_was_put_in_is_taken_out_and_back(office: Office) -> None:
    owing(office, "ACME", 50_000)
    put = diary(office).add(NewEntry("ACME", MONDAY, What.VISIT, time(10)))
    assert only(week(office)).kind is DiaryKind.VISIT
    assert only(week(office)).minutes == 60
    out = diary(office).take_out(put.id, put.version)
    assert week(office).items == ()
    diary(office).put_back(out)
    assert only(week(office)).kind is DiaryKind.VISIT
    other = diary(office).add(NewEntry("ACME", MONDAY, What.FOLLOW_UP))
    assert [i.kind for i in week(office).items] == [DiaryKind.FOLLOW_UP, DiaryKind.VISIT]
    diary(office).put_back(other)
    assert [i.kind for i in week(office).items] == [DiaryKind.VISIT]


def test_a_contact_recorded_is_how_a_call_is_done(office: Office) -> None:
    owing(office, "ACME", 50_000)
    diary(office).add(NewEntry("ACME", MONDAY, at=time(10)))
    office.call("ACME", CallNote("Ann", Outcome.ALL_WELL, "x", none_because="all is paid"))
    assert only(week(office)).kind is DiaryKind.CONTACT


def test_what_cannot_be_is_refused_and_nothing_is_written(office: Office) -> None:
    owing(office, "ACME", 50_000)
    office.call("ACME", CallNote("Ann", Outcome.CALL_BACK, "x", next_day=FRIDAY))
    agreed = next(item for item in week(office).items if not item.done)
    before = execute("SELECT count(*) FROM action").fetchone()
    yesterday = MONDAY - timedelta(days=1)
    for problem, work in (
        (Problem.DIARY_DAY, lambda: diary(office).add(NewEntry("ACME", yesterday))),
        (Problem.DIARY_DAY, lambda: diary(office).move(agreed.id, 1, yesterday, None)),
        (Problem.NOT_IN_DIARY, lambda: diary(office).move(999, 1, MONDAY, None)),
        (Problem.CHANGED_MEANWHILE, lambda: diary(office).move(agreed.id, 7, MONDAY, None)),
        (Problem.DIARY_AGREED, lambda: diary(office).take_out(agreed.id, agreed.version)),
        (Problem.UNKNOWN_CUSTOMER, lambda: diary(office).add(NewEntry("NOBODY", MONDAY))),
        (Problem.UNKNOWN_STAFF, lambda: diary(office).add(NewEntry("ACME", MONDAY, owner=9))),
        (Problem.UNKNOWN_STAFF, lambda: week(office, owner=9)),
    ):
        with pytest.raises(UserError) as caught:
            work()
        assert caught.value.problem is problem
    assert execute("SELECT count(*) FROM action").fetchone() == before


# ---------------------------------------------------------------- whose
def test_one_of_us_sees_what_is_theirs(office: Office) -> None:
    staff = {"role": "", "os_login": "", "phone": "", "email": "", "signature": ""}
    owing(office, "ACME", 50_000)
    with office.gateway.write("t") as writing:
        ann, bob = (
            add_staff(writing, {**staff, "name": name, "initials": name[0]})
            for name in ("Ann", "Bob")
        )
        theirs = a_customer(writing, "OTHER")
        writing.edit(Customer, theirs, 1, owner_id=bob)
    diary(office).add(NewEntry("ACME", MONDAY, at=time(10), owner=ann))
    diary(office).add(NewEntry("OTHER", MONDAY, at=time(10, 15)))
    assert [item.owner for item in week(office).items] == [ann, bob]
    assert week(office).overlaps == {}
    assert [item.code for item in week(office, owner=bob).items] == ["OTHER"]
    assert [row.name for row in week(office).people] == ["Ann", "Bob"]
    assert diary(office).free(MONDAY, 60, ann) == (
        Free(time(9), time(10)),
        Free(time(10, 30), time(17, 30)),
    )


def test_two_calls_at_once_overlap_where_one_works_alone(office: Office) -> None:
    owing(office, "ACME", 50_000)
    owing(office, "OTHER", 50_000)
    one = diary(office).add(NewEntry("ACME", MONDAY, at=time(10)))
    two = diary(office).add(NewEntry("OTHER", MONDAY, at=time(10, 15)))
    visit = diary(office).add(NewEntry("ACME", MONDAY, What.VISIT))
    page = week(office)
    assert page.overlaps == {
        f"task-{one.id}": (f"task-{two.id}",),
        f"task-{two.id}": (f"task-{one.id}",),
    }
    assert page.several == {f"task-{one.id}", f"task-{visit.id}"}
    assert diary(office).free(MONDAY, 60) == (
        Free(time(9), time(10)),
        Free(time(10, 45), time(17, 30)),
    )


# ---------------------------------------------------------------- clocks and holidays
def test_our_hour_is_kept_by_their_clock(office: Office) -> None:
    there(office, "BERLIN", "Europe/Berlin", "DE")
    diary(office).add(NewEntry("BERLIN", MONDAY, at=time(10)))
    assert execute("SELECT day, at, zone FROM task").fetchone() == (
        "2026-11-23", "11:00", "Europe/Berlin",
    )  # fmt: skip
    item = only(week(office))
    assert (item.at, item.set_at, item.elsewhere) == (time(10), time(11), True)


def test_over_midnight_it_is_another_day_there(office: Office) -> None:
    there(office, "AKL", "Pacific/Auckland", "NZ")
    put = diary(office).add(NewEntry("AKL", SUNDAY, at=time(20)))
    assert execute("SELECT day, at FROM task").fetchone() == ("2026-11-30", "09:00")
    item = only(week(office))
    assert (item.day, item.at, item.set_day) == (SUNDAY, time(20), date(2026, 11, 30))
    assert week(office, MONDAY + timedelta(days=7)).items == ()
    assert put.now is not None
    assert put.now.against is None


def test_the_hour_that_summer_time_leaves_out_is_the_next(office: Office) -> None:
    owing(office, "ACME", 50_000)
    office.on(date(2026, 3, 23))
    put = diary(office).add(NewEntry("ACME", date(2026, 3, 29), at=time(1, 30)))
    assert put.now is not None
    assert (put.now.at, put.now.set_at) == (time(2, 30), time(2, 30))
    # one that was agreed so is stored as it was said, and shown at the next hour
    execute("UPDATE task SET at = '01:30'")
    item = only(week(office, date(2026, 3, 23)))
    assert (item.at, item.set_at, item.shifted) == (time(2, 30), time(1, 30), True)


def test_the_hour_that_comes_twice_is_the_first(office: Office) -> None:
    there(office, "UTC", "UTC", "GB")
    put = diary(office).add(NewEntry("UTC", date(2026, 12, 1), at=time(9)))
    office.on(date(2026, 10, 19))
    moved = diary(office).move(put.id, 1, date(2026, 10, 25), time(1, 30))
    assert execute("SELECT day, at FROM task").fetchone() == ("2026-10-25", "00:30")
    assert moved.now is not None
    assert moved.now.at == time(1, 30)


def test_holidays_of_ours_and_of_theirs_are_named(office: Office) -> None:
    there(office, "SCOT", "Europe/London", "GB", "SCT")
    there(office, "FREE", "Europe/London", "GB")
    st_andrew = date(2026, 11, 30)
    diary(office).add(NewEntry("SCOT", st_andrew, at=time(10)))
    diary(office).add(NewEntry("FREE", st_andrew, at=time(11)))
    first = week(office, st_andrew).days[0]
    (holiday,) = first.holidays
    assert (holiday.country, holiday.region, holiday.ours) == ("GB", "SCT", False)
    assert holiday.customers == ("Scot Ltd",)
    assert "Andrew" in holiday.name
    assert first.works
    assert [item.against for item in first.timed] == [NotNow.HOLIDAY, None]
    christmas = week(office, date(2026, 12, 21)).days[4]
    assert (christmas.holidays[0].ours, christmas.works) == (True, False)


def test_a_night_and_a_weekend_stand_against_a_call_but_not_against_money(office: Office) -> None:
    owing(office, "ACME", 50_000)
    office.call(
        "ACME",
        CallNote("Ann", Outcome.WILL_PAY, "x", next_day=SUNDAY,
                 promised=Money(50_000, "GBP"), promised_by=SUNDAY),
    )  # fmt: skip
    diary(office).add(NewEntry("ACME", MONDAY, at=time(6)))
    diary(office).add(NewEntry("ACME", SUNDAY))
    against = {item.key: item.against for item in week(office).items if not item.done}
    assert list(against.values()) == [NotNow.HOURS, NotNow.WEEKEND, None, None]


def test_few_questions_are_asked_however_much_there_is(office: Office) -> None:
    def asked() -> int:
        statements: list[str] = []
        raw().set_trace_callback(statements.append)
        week(office)
        raw().set_trace_callback(None)
        return len(statements)

    for place in range(3):
        owing(office, f"A{place}", 1_000)
        diary(office).add(NewEntry(f"A{place}", MONDAY, at=time(10)))
    week(office)
    few = asked()
    for place in range(30):
        owing(office, f"B{place}", 1_000)
        diary(office).add(NewEntry(f"B{place}", MONDAY, at=time(10)))
    assert asked() == few


# ---------------------------------------------------------------- what holidays are called
def test_holidays_are_named_in_the_language_asked_for_where_they_are_known_in_it() -> None:
    christmas = date(2026, 12, 25)
    assert holiday_names("DE", "", 2026)[christmas] == "Erster Weihnachtstag"
    assert holiday_names("DE", "", 2026, "en_US")[christmas] == "Christmas Day"
    assert holiday_names("DE", "", 2026, "en_GB")[christmas] == "Christmas Day"
    assert holiday_names("DE", "", 2026, "ja")[christmas] == "Erster Weihnachtstag"


def test_a_part_of_a_country_has_holidays_of_its_own() -> None:
    assert date(2026, 11, 30) in holiday_names("GB", "SCT", 2026)
    assert date(2026, 11, 30) not in holiday_names("GB", "", 2026)
    assert holiday_names("GB", "NOWHERE", 2026)
    assert holiday_names("ZZ", "", 2026) == {}
