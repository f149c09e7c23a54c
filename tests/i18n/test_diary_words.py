"""Hours as they are typed, and the diary in words."""

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from creditmate.domain.contact_hours import NotNow
from creditmate.domain.diary import DiaryItem, DiaryKind, Holiday, Source
from creditmate.domain.diary_span import Span
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import Money
from creditmate.i18n.bidi import plain
from creditmate.i18n.diary_days import first_weekday, span_titles
from creditmate.i18n.diary_words import (
    About,
    calendar_words,
    holiday_words,
    kind_words,
    remark_words,
    title_words,
    what_words,
    whole_words,
)
from creditmate.i18n.hour_parsing import parse_hour
from tests.domain.diary_items import DAY, an_item

EN = ("en_GB", "en_GB")


# ---------------------------------------------------------------- hours
@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9", time(9)), ("09", time(9)), ("9:30", time(9, 30)), ("9.30", time(9, 30)),
        ("0930", time(9, 30)), ("930", time(9, 30)), ("14h", time(14)), ("14h30", time(14, 30)),
        ("2pm", time(14)), ("2 PM", time(14)), ("12 am", time(0)), ("12.15 p.m.", time(12, 15)),
        ("0:00", time(0)), ("23:59", time(23, 59)), (" 10:00\u00a0", time(10)),
    ],
)  # fmt: skip
def test_hours_are_read_as_people_write_them(typed: str, meant: time) -> None:
    assert parse_hour(typed, "en_GB") == meant


def test_the_locale_has_digits_and_halves_of_its_own() -> None:
    assert parse_hour("٩:٣٠", "ar_EG") == time(9, 30)
    assert parse_hour("2:30 μ.μ.", "el_GR") == time(14, 30)


@pytest.mark.parametrize(
    "typed", ["", "x", "24", "24:00", "9:60", "9:5", "15 pm", "0 am", "9:30:00", "٩", "1" * 30]
)
def test_what_is_no_hour_is_refused(typed: str) -> None:
    with pytest.raises(UserError) as caught:
        parse_hour(typed, "en_GB", field="--at")
    assert caught.value.problem is Problem.BAD_HOUR
    assert (caught.value.facts["field"], caught.value.facts["expected"]) == ("--at", "14:30")


def test_weeks_begin_as_the_locale_says() -> None:
    assert [first_weekday(code) for code in ("en_GB", "en_US", "ar_EG")] == [0, 6, 5]


@pytest.mark.parametrize(("span", "last", "said"), [
    (Span.WEEK, date(2026, 11, 29), (
        "23 to 29 November 2026, week 48", "23–29 Nov 2026, week 48", "23–29 Nov, week 48",
    )),
    (Span.WEEK, date(2027, 1, 3), (
        "23 November 2026 to 3 January 2027, week 53", "23 Nov 2026 – 3 Jan 2027, week 53",
        "23 Nov – 3 Jan, week 53",
    )),
    (Span.DAY, date(2026, 11, 23), (
        "Monday 23 November 2026", "Mon, 23 Nov 2026", "Mon 23 Nov",
    )),
    (Span.MONTH, date(2026, 11, 30), ("November 2026", "Nov 2026")),
])  # fmt: skip
def test_the_days_shown_are_said_in_ever_less_room_and_keep_their_week(
    span: Span, last: date, said: tuple[str, ...]
) -> None:
    first = date(2026, 11, 23)
    found = span_titles(span, first, (first, last), *EN)
    assert tuple(" ".join(plain(one).split()) for one in found) == said


# ---------------------------------------------------------------- items
def money_item(**more: Any) -> DiaryItem:  # noqa: ANN401 - any field
    return an_item(
        at=None, kind=DiaryKind.PROMISE_DUE, source=Source.PROMISE,
        amount=Money(336_000, "GBP"), **more,
    )  # fmt: skip


def test_a_step_before_a_visit_is_called_what_it_is_and_one_of_ours_by_its_words() -> None:
    usual = an_item(about="visit_confirm", words="")
    own = an_item(about="visit_step", words="Take samples along")
    assert title_words(usual, *EN) == f"{usual.name}: {what_words(usual, 'en')}"
    assert what_words(usual, "en") != kind_words(usual.kind, "en")
    assert title_words(own, *EN) == f"{own.name}: Take samples along"
    assert "samples" not in calendar_words(own, *EN)  # nothing of ours goes elsewhere
    assert what_words(an_item(), "en") == kind_words(an_item().kind, "en")


def test_every_kind_can_be_said_in_every_way() -> None:
    for kind in DiaryKind:
        for late in (False, True):
            item = an_item(kind=kind, late=late, amount=Money(100, "GBP"), way="call")
            for words in (
                title_words(item, *EN),
                calendar_words(item, *EN),
                kind_words(kind, "en"),
            ):
                assert words
                assert "{" not in words


def test_words_are_calm_where_a_day_has_passed() -> None:
    assert title_words(money_item(), *EN) == "Promise £3,360.00, Osprey"
    assert title_words(money_item(late=True), *EN) == "Date passed: £3,360.00, Osprey"
    assert title_words(money_item(done=True), *EN) == "Promise kept: £3,360.00, Osprey"
    ours = an_item(at=None, kind=DiaryKind.OUR_PROMISE, late=True)
    assert title_words(ours, *EN) == "We are late: Osprey"
    call = an_item(person="Gwen", set_day=date(2026, 11, 19), late=True)
    assert title_words(call, *EN).replace("\u00a0", " ") == "Osprey, Gwen, since Thu 19 Nov"


def test_a_calendar_elsewhere_is_told_no_amounts_and_no_words() -> None:
    item = replace(money_item(), words="ring the sister")
    assert calendar_words(item, *EN) == "Promise of Osprey"


def test_what_stands_against_a_call_is_said_the_gravest_first() -> None:
    item = an_item(
        set_at=time(10),
        zone="Europe/Berlin",
        against=NotNow.HOLIDAY,
        words="The crane",
        resting=True,
    )
    about = About(("Pennywell",), several=True)
    assert remark_words(item, about, *EN) == [
        "overlaps Pennywell",
        "a holiday there",
        "not followed up at present",
        "10:00 in Berlin",
        "more with them that day",
        "The crane",
    ]
    assert whole_words(item, About(), *EN).startswith(
        "09:00 to 09:30, Call back, Osprey, a holiday"
    )
    assert whole_words(money_item(), About(), *EN).startswith("all day, Their promise falls due")


def test_another_day_there_and_clocks_that_change_are_said() -> None:
    far = an_item(set_day=date(2026, 11, 24), set_at=time(9), at=time(20), zone="Pacific/Auckland")
    (there,) = remark_words(far, About(), *EN)
    assert there.replace("\u00a0", " ") == "09:00 on Tue 24 Nov in Auckland"
    shifted = an_item(set_at=time(1, 30), at=time(2, 30), zone="Europe/London", shifted=True)
    (there,) = remark_words(shifted, About(), *EN)
    assert there == "the clocks change in London: 01:30 is left out, so it is the next hour"


def test_a_holiday_says_where_and_who_has_it() -> None:
    ours = Holiday(DAY, "Christmas Day", "GB", "ENG", "England", ours=True)
    assert holiday_words(ours, *EN) == "Christmas Day"
    scots = Holiday(
        DAY, "St Andrew's Day", "GB", "SCT", "Scotland", customers=("Inverlaith", "Moor")
    )
    assert holiday_words(scots, *EN) == "St Andrew's Day in Scotland: Inverlaith, Moor"
    german = Holiday(DAY, "Mariä Himmelfahrt", "DE", customers=("Holzwerk",))
    assert holiday_words(german, *EN) == "Mariä Himmelfahrt in Germany: Holzwerk"
