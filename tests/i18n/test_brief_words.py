"""The brief in words."""

from datetime import date

import pytest

from creditmate.domain.lateness import NEW_BOOK, Book, Lateness
from creditmate.domain.promise_register import Matured
from creditmate.domain.promises import Deed, Promise
from creditmate.domain.rows import ContactRow
from creditmate.i18n import brief_words as say

TODAY = date(2026, 11, 23)
ON_TIME = Book((0, 0, 0))


@pytest.mark.parametrize(("recent", "book", "expected"), [
    ((), NEW_BOOK, "Has not paid an invoice yet"),
    ((-3, 0, 0), ON_TIME, "Usually pays on time"),
    ((14, 14, 14, 14, 14), ON_TIME, "Usually pays 14 days late"),
    ((1, 1, 1, 1, 1), ON_TIME, "Usually pays 1 day late"),
])  # fmt: skip
def test_the_habit(recent: tuple[int, ...], book: Book, expected: str) -> None:
    assert say.habit_words(Lateness(recent, book), "en_GB", "en_GB") == expected


@pytest.mark.parametrize(("late", "expected"), [
    (81, "81 days late"),
    (1, "1 day late"),
    (0, "due today"),
    (-1, "due in 1 day"),
    (-1200, "due in 1,200 days"),
])  # fmt: skip
def test_the_age_of_an_item(late: int, expected: str) -> None:
    assert say.age_words(late, "en_GB", "en_GB") == expected


def test_promises_of_both_sides() -> None:
    day = date(2026, 11, 18)
    promise = Promise(1, "GBP", 421_260, day, day, day)
    said = say.promise_words(promise, "en_GB", "en_GB", TODAY)
    assert said.replace("\u00a0", " ") == "They: £4,212.60 by 18 Nov"
    deed = Deed(2, "copy of {it}", day, day, None)
    said = say.deed_words(deed, "en_GB", "en_GB", TODAY)
    assert said.replace("\u00a0", " ") == "We: copy of {it}, by 18 Nov"
    done = Deed(2, "copy of {it}", day, day, day)
    assert say.deed_words(done, "en_GB", "en_GB", TODAY) == "We: copy of {it},"


def test_how_promises_were_kept() -> None:
    some, all_ = (Matured("GBP", 5, 0, kept, 0, 0, 0, 0) for kept in (3, 5))
    assert say.kept_words(some, "en_GB", "en_GB") == "3 of 5 kept"
    assert say.missed_words(some, "en_GB", "en_GB") == "2 not in time"
    assert say.missed_words(all_, "en_GB", "en_GB") == ""


@pytest.mark.parametrize(("phone", "email", "channel", "best", "expected"), [
    ("0113", "d@x", "call", "10 to 12", "Daniel, 0113, best 10 to 12"),
    ("0113", "d@x", "email", "", "Daniel, d@x"),
    ("0113", "", "email", "", "Daniel, 0113"),
    ("", "d@x", "call", "", "Daniel, d@x"),
])  # fmt: skip
def test_whom_to_speak_to(phone: str, email: str, channel: str, best: str, expected: str) -> None:
    person = ContactRow(1, 1, "Daniel", "", "pays", channel, best, phone, email)
    assert say.person_words(person, "en_GB") == expected


def test_buckets_under_a_stair() -> None:
    marks = [say.bucket_mark(place, "en_GB") for place in range(5)]
    assert marks == ["Not due", "1–30", "31–60", "61–90", "91+"]
