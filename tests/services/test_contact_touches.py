"""Contacts as the budget counts them, and what another one now would go against."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from creditmate.db.contacts_made import touches_of
from creditmate.db.conversation import add_interaction
from creditmate.db.models import Contact, Customer, Interaction, InteractionDetail
from creditmate.domain.contact_budget import Purpose, Touch, used
from creditmate.domain.contact_warnings import Against, Warned
from creditmate.domain.holds import HoldKind, Stop
from creditmate.domain.outcomes import Outcome
from creditmate.domain.wishes import WishKind
from creditmate.i18n.bidi import plain
from creditmate.i18n.contact_policy_words import against_words
from creditmate.services.calls import CallNote, Calls
from creditmate.services.contact_policy_editing import ContactPolicies
from creditmate.services.contact_warnings import warnings_for
from creditmate.services.decisions import Decisions, HoldEntry, WishEntry
from creditmate.services.groups import Groups
from tests.builders import a_customer
from tests.services.conftest import Office

TODAY = date(2026, 11, 23)  # a Monday
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def said(warned: Warned) -> str:
    return plain(against_words(warned, "en-GB", "en-GB"))


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.fixture
def acme(office: Office) -> int:
    with office.gateway.write("people") as writing:
        return a_customer(writing, "ACME")


def talk(
    office: Office,
    customer: int,
    on: date,
    outcome: Outcome = Outcome.WILL_PAY,
    *,
    channel: str = "call",
    direction: str = "out",
    purpose: Purpose | None = None,
    step: str = "",
    corrects: int | None = None,
) -> int:
    with office.gateway.write("talk") as writing:
        made = add_interaction(
            writing, customer_id=customer, contact_id=None, heard_name="", channel=channel,
            direction=direction, number="", day=on, at="2026-11-23T10:00:00+00:00", at_offset=0,
            outcome=outcome.value, notes="", next_day=None, none_because="all said",
            corrects_id=corrects,
        )  # fmt: skip
        if purpose is not None:
            writing.add(
                InteractionDetail, interaction_id=made, purpose=purpose.value, step=step,
                barrier="", told="", zone="", satisfaction=None, override="",
            )  # fmt: skip
    return made


# ---------------------------------------------------------------- what is counted
def test_contacts_are_read_with_their_purpose_or_it_is_worked_out(
    office: Office, acme: int
) -> None:
    talk(office, acme, ago(9), direction="in")
    talk(office, acme, ago(8), Outcome.VOICEMAIL)
    talk(office, acme, ago(7), purpose=Purpose.AGREED, step="call_2")
    talk(office, acme, ago(6), channel="letter")
    talk(office, acme, ago(5), Outcome.NO_ANSWER, channel="email")  # written: it is no attempt
    assert touches_of([acme], TODAY) == {
        acme: [
            Touch(ago(9), Purpose.INCOMING, "call"),
            Touch(ago(8), Purpose.ATTEMPT, "call", reached=False),
            Touch(ago(7), Purpose.AGREED, "call", "call_2"),
            Touch(ago(6), Purpose.OWN, "letter"),
            Touch(ago(5), Purpose.OWN, "email"),
        ]
    }
    found = used(touches_of([acme], TODAY)[acme], TODAY)
    assert (found.week, found.month, found.last_own) == (2, 2, ago(5))


def test_what_is_void_corrected_or_to_come_is_not_counted(office: Office, acme: int) -> None:
    wrong = talk(office, acme, ago(3), Outcome.WILL_PAY)
    talk(office, acme, ago(3), Outcome.VOICEMAIL, corrects=wrong)
    void = talk(office, acme, ago(2))
    talk(office, acme, TODAY + timedelta(days=1))
    with office.gateway.write("undo") as writing:
        writing.void(Interaction, [void])
    (found,) = touches_of([acme], TODAY)[acme]
    assert (found.day, found.purpose) == (ago(3), Purpose.ATTEMPT)


def test_of_older_contacts_only_the_last_one_with_words_is_known(office: Office, acme: int) -> None:
    talk(office, acme, ago(400))
    talk(office, acme, ago(200), purpose=Purpose.OWN, step="final")
    talk(office, acme, ago(100), Outcome.VOICEMAIL)
    talk(office, acme, ago(31), Outcome.BUSY)
    assert touches_of([acme], TODAY)[acme] == [Touch(ago(200), Purpose.OWN, "call", "final")]
    talk(office, acme, ago(30))
    assert [touch.day for touch in touches_of([acme], TODAY)[acme]] == [ago(200), ago(30)]
    assert touches_of([acme], ago(201)) == {acme: [Touch(ago(400), Purpose.OWN, "call")]}
    assert touches_of([acme + 1], TODAY) == {}


# ---------------------------------------------------------------- what it goes against
def against(
    office: Office,
    channel: str = "call",
    purpose: Purpose = Purpose.OWN,
    now: datetime = NOON,
    contact: int | None = None,
) -> list[Warned]:
    on = office.clock.today
    return list(warnings_for("ACME", channel, purpose, as_at=on, now=now, contact=contact))


def test_the_budget_of_a_whole_group_counts_every_channel(office: Office, acme: int) -> None:
    with office.gateway.write("people") as writing:
        head = a_customer(writing, "HEAD")
    assert against(office) == []
    talk(office, head, ago(1), channel="letter")
    assert against(office) == []
    Groups(office.gateway).join("ACME", "HEAD")
    assert against(office) == [Warned(Against.TOO_SOON, date(2026, 11, 27))]
    assert against(office, "email") == [Warned(Against.TOO_SOON, date(2026, 11, 27))]
    for purpose in set(Purpose) - {Purpose.OWN, Purpose.ATTEMPT}:
        assert against(office, purpose=purpose) == []


@pytest.mark.parametrize(("stops", "channels"), [
    (frozenset({Stop.STEPS, Stop.LETTERS}), {"call", "email", "letter", "text", "visit"}),
    (frozenset({Stop.LETTERS}), {"email", "letter"}),
    (frozenset({Stop.STATEMENTS}), set()),
])  # fmt: skip
def test_whoever_is_left_in_peace_is_not_contacted_without_a_word(
    office: Office, acme: int, stops: frozenset[Stop], channels: set[str]
) -> None:
    until = date(2026, 11, 26)
    hold = HoldEntry(HoldKind.OURS, TODAY, stops, until_day=until)
    Decisions(office.gateway, office.clock).hold("ACME", hold)
    left = [Warned(Against.AT_REST, date(2026, 11, 27))]
    for channel in ("call", "email", "letter", "text", "visit"):
        for purpose in (Purpose.OWN, Purpose.PROMISE):
            assert against(office, channel, purpose) == (left if channel in channels else [])
        assert against(office, channel, Purpose.AGREED) == []  # they wait for it
    office.on(date(2026, 11, 27))
    assert against(office, now=NOON) == []


def test_what_is_told_afterwards_is_judged_by_the_customer_s_own_day(
    office: Office, acme: int
) -> None:
    with office.gateway.write("move") as writing:
        writing.edit(Customer, acme, 1, country="US", zone="America/New_York")
    office.clock.moment = datetime(2026, 11, 23, 3, 52, tzinfo=UTC)  # there it is Sunday still
    told = CallNote("Ann", Outcome.REFUSES, "x", none_because="-")
    assert Calls(office.gateway, office.clock).against("ACME", told) == ()


def test_attempts_are_held_against_a_call_and_no_letter(office: Office, acme: int) -> None:
    talk(office, acme, TODAY, Outcome.VOICEMAIL)
    talk(office, acme, TODAY, Outcome.NO_ANSWER)
    assert against(office) == [Warned(Against.ATTEMPTS, date(2026, 11, 24))]
    assert against(office, "letter") == []


def test_hours_and_holidays_are_those_where_the_customer_is(office: Office, acme: int) -> None:
    with office.gateway.write("move") as writing:
        writing.edit(Customer, acme, 1, country="US", zone="America/New_York")
    night = datetime(2026, 11, 23, 12, 29, 59, tzinfo=UTC)
    early = Warned(
        Against.HOURS, hours=(time(7, 30), time(21)), now=time(7, 29, 59), zone="America/New_York"
    )
    assert against(office, now=night) == [early]
    assert said(early) == (
        "It is too early or too late: they are approached from 07:30 to 21:00. "
        "In New York it is 07:29 now."
    )
    assert against(office, now=night, channel="email") == []
    assert against(office, now=night + timedelta(seconds=1)) == []  # half past seven there
    office.on(date(2026, 11, 26))
    thanksgiving = datetime(2026, 11, 26, 16, 0, tzinfo=UTC)
    assert against(office, now=thanksgiving) == [Warned(Against.HOLIDAY, date(2026, 11, 27))]
    assert against(office, purpose=Purpose.AGREED, now=thanksgiving) == []
    office.on(date(2026, 11, 28))
    saturday = datetime(2026, 11, 28, 16, 0, tzinfo=UTC)
    assert against(office, purpose=Purpose.PROMISE, now=saturday) == [
        Warned(Against.WEEKEND, date(2026, 11, 30))
    ]


def test_a_part_of_a_country_has_holidays_of_its_own(office: Office, acme: int) -> None:
    office.on(date(2026, 11, 30))  # Saint Andrew's Day
    noon = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
    assert against(office, now=noon) == []
    with office.gateway.write("move") as writing:
        writing.edit(Customer, acme, 1, region="SCT")
    assert against(office, now=noon) == [Warned(Against.HOLIDAY, date(2026, 12, 1))]


def test_on_a_day_that_is_set_the_hour_counts_and_not_the_computers_day(
    office: Office, acme: int
) -> None:
    assert acme
    office.on(date(2026, 11, 28))  # a Saturday, acted on at noon of a Monday
    assert against(office) == [Warned(Against.WEEKEND, date(2026, 11, 30))]


def test_wishes_go_before_the_hours_and_a_persons_own_before_everybodys(
    office: Office, acme: int
) -> None:
    with office.gateway.write("person") as writing:
        ash = writing.create(
            Contact, customer_id=acme, name="Ms Ash", role="", authority="pays", channel="call",
            best_time="", notes="", confirmed_day=None, discuss="unknown",
        )  # fmt: skip
    decisions = Decisions(office.gateway, office.clock)
    decisions.wish("ACME", WishEntry(WishKind.HOURS, hours="13:00-17:00"))
    wished = Warned(Against.WISHED_HOURS, hours=(time(13), time(17)), now=time(12))
    assert against(office) == [wished]
    assert said(wished) == ("They wish to be approached from 13:00 to 17:00 only. It is 12:00 now.")
    assert against(office, "email") == []
    decisions.wish("ACME", WishEntry(WishKind.HOURS, ash, hours="11:00-13:00"))
    assert against(office, contact=ash) == []
    decisions.wish("ACME", WishEntry(WishKind.NO_CALLS))
    assert against(office, contact=ash) == [Warned(Against.REFUSED)]
    assert against(office, "letter") == []
    assert against(office, purpose=Purpose.REPLY) == []


def test_the_policy_of_the_customer_says_how_often_and_when(office: Office, acme: int) -> None:
    policies = ContactPolicies(office.gateway, office.clock)
    policies.set_for_customer("ACME", {"weekday_from": "13:00", "gap_days": 2})
    talk(office, acme, ago(2))
    usual = Warned(Against.HOURS, hours=(time(13), time(21)), now=time(12))
    assert against(office) == [usual]
    assert against(office, now=NOON + timedelta(hours=1)) == []
