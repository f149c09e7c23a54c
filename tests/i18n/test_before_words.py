"""What to know before a talk, in words."""

from dataclasses import replace
from datetime import date

import pytest

from creditmate.domain.contact_budget import Refusal, Used
from creditmate.domain.contact_details import Told
from creditmate.domain.lateness import NEW_BOOK, Lateness
from creditmate.domain.promise_register import Matured
from creditmate.domain.rows import ContactRow
from creditmate.domain.talk_facts import ContactRoom, OurAuthority, Printed, Tried, WasTold
from creditmate.i18n import before_words as say

EN, TODAY = "en_GB", date(2026, 11, 23)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_the_budget_and_from_when_on_we_may_ring_again() -> None:
    room = ContactRoom(Used(week=3, month=4), next_day=date(2026, 11, 27), why=Refusal.WEEK)
    assert plain(say.room_words(room, EN, EN)) == "3 of 3 this week, 4 of 10 this month"
    assert plain(say.wait_words(room, EN, EN, TODAY)) == (
        "our next from 27 Nov: as many this week as we allow ourselves"
    )
    assert say.wait_words(ContactRoom(), EN, EN, TODAY) == ""
    assert all(say.refusal_words(why, EN) for why in Refusal)


def test_how_much_of_what_was_promised_came() -> None:
    rate = Matured("GBP", 5, 50_000, 3, 30_000, 0, 0, 2)
    assert say.kept_value_words(rate, EN, EN) == "£300.00 of £500.00"
    in_part = replace(rate, part=1, part_minor=12_000)
    assert say.kept_value_words(in_part, EN, EN) == "£300.00 of £500.00, in part £120.00"


def test_how_often_they_were_late() -> None:
    assert say.late_share_words(Lateness((3, -1, 4), NEW_BOOK), EN, EN) == (
        "late 2 of the last 3 times"
    )
    assert say.late_share_words(Lateness((), NEW_BOOK), EN, EN) == ""


@pytest.mark.parametrize(
    ("tried", "words"),
    [
        (Tried(), ""),
        (Tried(1, date(2026, 11, 20)), "Tried once since, 20 Nov, without an answer"),
        (Tried(3, date(2026, 11, 20)), "Tried 3 times since, last 20 Nov, without an answer"),
    ],
)
def test_attempts_are_one_line(tried: Tried, words: str) -> None:
    assert plain(say.tried_words(tried, EN, EN, TODAY)) == words


def test_what_was_told_and_what_is_in_print() -> None:
    told = WasTold(date(2026, 11, 11), "Ann Lee", "call", (Told.DUE_DATE, Told.WHERE_TO))
    assert plain(say.was_told_words(told, EN, EN, TODAY)) == (
        "the due day, where to pay to, to Ann Lee on 11 Nov"
    )
    somebody = WasTold(date(2026, 11, 11), "", "email", (Told.TERMS,))
    assert plain(say.was_told_words(somebody, EN, EN, TODAY)) == "the terms, on 11 Nov"
    printed = Printed("2318", date(2026, 9, 3), date(2026, 8, 4))
    assert plain(say.printed_words(printed, EN, EN, TODAY)) == "3 Sep on invoice 2318 of 4 Aug"
    assert all(say.told_title(told_, EN) for told_ in Told)


@pytest.mark.parametrize(
    ("may", "words"),
    [
        (OurAuthority(6, 0, "GBP"), "a plan of up to 6 parts; ask before a discount"),
        (OurAuthority(0, 0, "GBP"), "ask before a plan; ask before a discount"),
        (OurAuthority(1, 5_000, "GBP"), "a plan of 1 part; a discount of up to £50.00"),
    ],
)
def test_what_we_may_agree_without_asking(may: OurAuthority, words: str) -> None:
    assert say.may_agree_words(may, EN, EN) == words


@pytest.mark.parametrize(
    ("authority", "discuss", "words"),
    [
        ("decides", "yes", "can decide"),
        ("pays", "no", "handles payments, may not discuss the account"),
        ("none", "unknown", "cannot decide"),
        ("unknown", "unknown", ""),
    ],
)
def test_what_the_person_on_the_line_may_do(authority: str, discuss: str, words: str) -> None:
    person = ContactRow(1, 1, "Ann", "", authority, "call", "", "", "", discuss)
    assert say.person_may_words(person, EN) == words
