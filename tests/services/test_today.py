"""Today: agreed days are kept, missed promises are seen, and wishes not to be called respected."""

from dataclasses import replace
from datetime import timedelta

import pytest

from creditmate.db import prepared
from creditmate.db.connection import execute
from creditmate.db.conversation import add_interaction, asked_not_to_be_called
from creditmate.db.people import create_contacts, create_emails, create_phones
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.work_reasons import ReasonCode
from creditmate.domain.worklist import Channel, Kind
from creditmate.services.calls import CallNote
from creditmate.services.worklists import WorkLists
from tests.services.conftest import Office
from tests.services.test_calls_and_today import (
    FRIDAY,
    GRACE_END,
    MONDAY,
    owing,
    pays,
    will_pay,
)


def test_a_day_agreed_before_the_promise_s_day_is_kept(office: Office) -> None:
    """The next step was read back to the user, so it has to come."""
    owing(office, "ACME", 50_000)
    thursday = FRIDAY - timedelta(days=1)
    office.call("ACME", replace(will_pay(50_000), next_day=thursday))
    assert office.on(thursday - timedelta(days=1)).codes() == []
    (row,) = office.on(thursday).today()
    assert (row.line.kind, row.line.when) == (Kind.CALL_BACK, thursday)
    assert office.on(GRACE_END).codes() == ["ACME"]  # not made, it stays
    office.on(GRACE_END + timedelta(days=1)).posted(GRACE_END)
    (row,) = office.today()
    assert row.line.kind is Kind.PROMISE_NOT_KEPT


def test_a_day_agreed_before_is_dropped_once_the_promise_is_kept(office: Office) -> None:
    entry = owing(office, "ACME", 50_000)
    office.call("ACME", replace(will_pay(50_000), next_day=MONDAY + timedelta(days=3)))
    pays(office, entry, MONDAY + timedelta(days=2), 50_000)
    assert office.on(FRIDAY).codes() == []


@pytest.mark.parametrize("later", [0, 1, 4])
def test_checking_that_the_money_came_is_the_promise_s_own_business(
    office: Office, later: int
) -> None:
    owing(office, "ACME", 50_000)
    office.call("ACME", replace(will_pay(50_000), next_day=FRIDAY + timedelta(days=later)))
    set_for = FRIDAY + timedelta(days=later)
    for day in (MONDAY + timedelta(days=day) for day in range(9)):
        looked_at = ["ACME"] if later and day >= set_for else []  # a day behind its own is kept
        assert office.on(day).codes() == looked_at, day


def test_a_broken_promise_is_not_hidden_by_a_small_one_kept(office: Office) -> None:
    entry = owing(office, "ACME", 200_000)
    office.call("ACME", will_pay(100_000))
    office.call("ACME", will_pay(5_000, by=GRACE_END))
    pays(office, entry, GRACE_END + timedelta(days=1), 5_000)
    office.on(GRACE_END + timedelta(days=1)).posted(GRACE_END + timedelta(days=1))
    before = office.today()[0]
    assert (before.code, before.line.kind) == ("ACME", Kind.PROMISE_NOT_KEPT)
    assert before.line.reasons[0].amount == Money(100_000, "GBP")


def test_a_try_after_a_talk_does_not_make_it_unspoken(office: Office) -> None:
    owing(office, "ACME", 50_000)
    office.call("ACME", will_pay(50_000))
    after = GRACE_END + timedelta(days=1)
    office.on(after).posted(GRACE_END)
    office.call("ACME", CallNote("Ann", Outcome.CANNOT_PAY, "x", none_because="we think"))
    assert kind_of(office) is Kind.FOLLOW_UP
    assert office.codes() == []  # of our own accord they are left alone for some days
    office.on(after + timedelta(days=1))
    office.call("ACME", CallNote("", Outcome.NO_ANSWER, "x", none_because="we think"))
    assert kind_of(office) is Kind.FOLLOW_UP


def kind_of(office: Office) -> Kind:
    line = office.brief("ACME").line
    assert line is not None
    return line.kind


def test_a_promise_missed_about_what_is_not_yet_due_is_on_the_list(office: Office) -> None:
    owing(office, "ACME", 50_000, days_late=-20)
    office.call("ACME", will_pay(50_000))
    assert office.on(GRACE_END).codes() == []
    (row,) = office.on(GRACE_END + timedelta(days=1)).today()
    assert (row.line.kind, row.line.channel) == (Kind.CHECK_MONEY, Channel.BANK)
    office.posted(GRACE_END)
    (row,) = office.today()
    assert row.line.kind is Kind.PROMISE_NOT_KEPT
    assert row.line.amounts == (Money(50_000, "GBP"),)
    (limited,) = WorkLists().today(office.clock.today, limit=1)
    assert limited == row


def test_seen_from_before_it_was_settled_it_is_still_missed(office: Office) -> None:
    """What is settled later was open on the day that is asked about."""
    entry = owing(office, "ACME", 50_000, days_late=-20)
    office.call("ACME", will_pay(50_000))
    morning = GRACE_END + timedelta(days=1)
    office.on(morning).posted(GRACE_END)
    pays(office, entry, morning + timedelta(days=5), 50_000)
    assert office.codes() == ["ACME"]
    assert office.on(morning + timedelta(days=5)).codes() == []


def a_contact(office: Office, channel: str = "call") -> None:
    """Somebody at the customer's, with a number and an address."""
    with office.gateway.write("test") as writing:
        row = (1, "Ann Lee", "", "unknown", channel, "", "", None)
        (contact,) = create_contacts(writing, [row])
        create_phones(writing, [(contact, "+441134960123", "office")])
        create_emails(writing, [(contact, "ann@example.com")])


def do_not_call(office: Office) -> None:
    wish = CallNote("Ann", Outcome.DO_NOT_CALL, "Please write", none_because="they pay by letter")
    office.call("ACME", wish)


def channel_of(office: Office) -> Channel:
    line = office.brief("ACME").line
    assert line is not None
    told = [reason.code for reason in line.reasons]
    assert (ReasonCode.NO_PHONE in told) is (line.channel is not Channel.CALL)
    return line.channel


@pytest.mark.parametrize("known", [True, False])
def test_who_asked_not_to_be_called_is_not_called(office: Office, known: bool) -> None:
    owing(office, "ACME", 50_000)
    if known:
        a_contact(office)
    assert channel_of(office) is Channel.CALL
    do_not_call(office)
    assert channel_of(office) is Channel.EMAIL
    assert channel_of(office.on(MONDAY - timedelta(days=1))) is Channel.CALL


def test_of_all_talks_only_those_in_which_it_was_asked_are_read(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The day's list asks it of everybody: nothing may grow with closed history."""
    owing(office, "ACME", 50_000)
    do_not_call(office)
    read: list[str] = []

    def explained(sql: str, parameters: tuple[object, ...]) -> object:
        plan = execute("EXPLAIN QUERY PLAN " + sql, parameters)
        read.extend(row[3] for row in plan if " t1 " in row[3])
        return execute(sql, parameters)

    monkeypatch.setattr(prepared, "execute", explained)
    assert asked_not_to_be_called([1], MONDAY) == {1}
    assert [each for each in read if "interaction_no_calls" not in each] == []
    assert read


def test_the_wish_stands_after_they_have_rung_us_and_until_it_is_corrected(office: Office) -> None:
    owing(office, "ACME", 50_000)
    do_not_call(office)
    office.on(MONDAY + timedelta(days=3))
    office.call("ACME", CallNote("Ann", Outcome.ALL_WELL, "x", none_because="y", incoming=True))
    assert channel_of(office) is Channel.EMAIL
    with office.gateway.write("test") as writing:
        add_interaction(
            writing, customer_id=1, contact_id=None, heard_name="Ann", channel="call",
            direction="out", number="", day=MONDAY + timedelta(days=4),
            at="2026-11-27T09:30:00+00:00", at_offset=0, outcome="all_well", notes="the wrong key",
            next_day=None, none_because="put right", corrects_id=1,
        )  # fmt: skip
    assert channel_of(office) is Channel.EMAIL
    assert channel_of(office.on(MONDAY + timedelta(days=4))) is Channel.CALL


def test_who_wishes_to_be_written_to_is_not_called(office: Office) -> None:
    owing(office, "ACME", 50_000)
    a_contact(office, channel="email")
    assert channel_of(office) is Channel.EMAIL
