"""What a brief says before a talk: whom we reached, contacts left, what they know, what we may."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from creditmate.db.models import Customer
from creditmate.domain.call_script import Situation
from creditmate.domain.call_topics import TopicCode
from creditmate.domain.contact_budget import Refusal
from creditmate.domain.contact_details import Told
from creditmate.domain.customer_status import Status
from creditmate.domain.disputes import DisputeReason, NewDispute, Questioned
from creditmate.domain.holds import HoldKind, Stop
from creditmate.domain.our_people import StaffEntry, Us
from creditmate.domain.outcomes import CallKind, Outcome
from creditmate.domain.talk_facts import Printed, Tried
from creditmate.i18n.talk_words import talk_goal, talk_opening
from creditmate.services.call_drafts import CallDrafts
from creditmate.services.call_sheets import CallSheets
from creditmate.services.calls import CallNote, Calls
from creditmate.services.customers import Customers
from creditmate.services.decisions import Decisions, HoldEntry
from creditmate.services.disputes import Disputes
from creditmate.services.people import People
from creditmate.services.settings import BusinessSettings
from tests.builders import a_customer, an_invoice
from tests.services.conftest import Office
from tests.services.invoice_desk import Desk

MONDAY = date(2026, 11, 23)
FRIDAY = date(2026, 11, 27)
NOT_IN = CallNote("", Outcome.NO_ANSWER, "", FRIDAY)
TALKED = CallNote("Ann", Outcome.CALL_BACK, "She looks for it", FRIDAY)


@pytest.fixture
def acme(office: Office) -> int:
    with office.gateway.write("test") as writing:
        customer = a_customer(writing, "ACME")
        an_invoice(writing, customer, "A1", MONDAY - timedelta(days=60), 100_000)
    return customer


def test_attempts_do_not_fill_the_three(office: Office, acme: int) -> None:
    for back in (40, 30, 20, 10):
        office.on(MONDAY - timedelta(days=back)).call("ACME", replace(TALKED, note=f"{back}"))
        office.call("ACME", NOT_IN)
    office.on(MONDAY).call("ACME", NOT_IN)
    brief = office.brief("ACME")
    assert [row.notes for row in brief.talks] == ["10", "20", "30"]
    assert brief.before.tried == Tried(2, MONDAY)
    assert [row.outcome for row in brief.last_contacts] == ["no_answer", "no_answer", "call_back"]
    office.on(MONDAY - timedelta(days=15))
    assert [row.notes for row in office.brief("ACME").talks] == ["20", "30", "40"]


def test_what_was_promised_is_named_in_talks_however_long_ago(office: Office, acme: int) -> None:
    deed = replace(TALKED, deed="Copy of it", deed_by=FRIDAY)
    office.on(MONDAY - timedelta(days=3)).call("ACME", deed)
    for _ in range(4):
        office.on(MONDAY).call("ACME", NOT_IN)
    brief = office.brief("ACME")
    (talk,) = brief.talks
    assert brief.made_in[talk.id] == (brief.deeds[0].id,)


def test_how_many_contacts_are_left_and_from_when_on(office: Office, acme: int) -> None:
    """The gap of five days goes over a weekend, so that Monday is the first day we may ring."""
    assert office.on(MONDAY).brief("ACME").before.room.next_day is None
    office.on(date(2026, 11, 24)).call("ACME", TALKED)
    room = office.on(date(2026, 11, 25)).brief("ACME").before.room
    assert (room.used.week, room.used.month) == (1, 1)
    assert (room.limits.week, room.limits.month) == (3, 10)
    assert (room.next_day, room.why) == (date(2026, 11, 30), Refusal.TOO_SOON)
    assert office.on(date(2026, 11, 30)).brief("ACME").before.room.why is None


def test_what_they_were_told_and_by_whom_it_was_heard(office: Office, acme: int) -> None:
    assert not office.on(MONDAY).brief("ACME").before.expects.is_fair
    office.call("ACME", replace(TALKED, told=(Told.DUE_DATE, Told.HOW_TO_PAY)))
    office.call("ACME", TALKED)
    expects = office.brief("ACME").before.expects
    assert expects.told is not None
    assert (expects.told.to, expects.told.day, expects.told.channel) == ("Ann", MONDAY, "call")
    assert expects.told.told == (Told.DUE_DATE, Told.HOW_TO_PAY)
    assert expects.is_fair
    office.on(MONDAY - timedelta(days=1))
    assert office.brief("ACME").before.expects.told is None


def test_what_is_undone_was_never_told(office: Office, acme: int) -> None:
    calls = Calls(office.gateway, office.clock)
    saved = calls.record("ACME", replace(TALKED, told=(Told.DUE_DATE,)))
    calls.undo(saved.id)
    assert office.brief("ACME").before.expects.told is None


def test_the_due_day_stands_on_our_own_invoice(desk: Desk) -> None:
    issued = desk.issue()
    brief = Customers().brief("ACME", desk.clock.today)
    assert brief.oldest is not None
    assert brief.oldest.due_day is not None
    assert brief.before.expects.printed == Printed(
        issued.issued.number, brief.oldest.due_day, desk.clock.today
    )
    assert brief.before.expects.is_fair
    before = Customers().brief("ACME", desk.clock.today - timedelta(days=1))
    assert before.before.expects.printed is None


def test_what_we_may_agree_is_a_setting(office: Office, acme: int) -> None:
    settings = BusinessSettings(office.gateway)
    assert office.brief("ACME").before.may_agree.plan_parts == 6
    kept = settings.read()
    changed = replace(kept.settings, plan_parts_alone=3, discount_alone_minor=5_000)
    settings.save(changed, kept.version)
    may = office.brief("ACME").before.may_agree
    assert (may.plan_parts, may.discount_minor, may.currency) == (3, 5_000, "GBP")


def test_who_is_at_work_is_who_calls(office: Office, acme: int) -> None:
    people = People(office.gateway, office.clock, "")
    assert office.brief("ACME").before.us.person == ""
    saved = people.add(StaffEntry("Ros Pike", phone="0113 496 0142"))
    people.work_as(saved.id)
    brief = Customers(office.gateway).brief("ACME", MONDAY)
    assert brief.before.us == Us("Ros", brief.before.us.business, "0113 496 0142")
    opening = talk_opening(brief.script, "", brief.before.us, "en_GB", "en_GB")
    assert f"it’s Ros from {brief.before.us.business}" in opening


@pytest.mark.parametrize(
    ("kind", "opened"), [(HoldKind.HARDSHIP, True), (HoldKind.DECEASED, False)]
)
def test_whoever_is_left_in_peace_is_asked_for_nothing(
    office: Office, acme: int, kind: HoldKind, opened: bool
) -> None:
    office.on(MONDAY)
    entry = HoldEntry(kind, MONDAY, frozenset(Stop), MONDAY + timedelta(days=30))
    Decisions(office.gateway, office.clock).hold("ACME", entry)
    brief = office.brief("ACME")
    assert brief.script.situation is Situation.HARDSHIP
    drafts = CallDrafts(office.clock)
    found = CallSheets(Customers(), drafts, office.clock).sheet("ACME")
    assert found.kind is CallKind.COLLECTION
    said = talk_opening(brief.script, "Ann", brief.before.us, "en_GB", "en_GB")
    assert bool(said) is opened
    assert "£" not in said


@pytest.mark.parametrize("agency", [False, True])
def test_whoever_we_or_an_agency_leave_in_peace_is_not_asked_for_money(
    office: Office, acme: int, agency: bool
) -> None:
    decisions = Decisions(office.on(MONDAY).gateway, office.clock)
    assert office.brief("ACME").script.situation is Situation.MONEY_DUE
    if agency:
        decisions.set_status("ACME", Status.WITH_AGENCY, "handed over")
    else:
        until = MONDAY + timedelta(days=9)
        decisions.hold("ACME", HoldEntry(HoldKind.OURS, MONDAY, frozenset({Stop.STEPS}), until))
    brief = office.brief("ACME")
    assert brief.script.situation is Situation.IN_PEACE
    assert brief.before.around.with_agency is agency
    sheet = CallSheets(Customers(), CallDrafts(office.clock), office.clock).sheet("ACME")
    assert sheet.script == brief.script
    said = talk_opening(brief.script, "Ann", brief.before.us, "en_GB", "en_GB")
    assert "£" not in said + talk_goal(brief.script, "en_GB", "en_GB")


@pytest.mark.parametrize("kind", [HoldKind.INSOLVENT, HoldKind.OURS, HoldKind.HARDSHIP])
def test_no_payment_is_prefilled_for_whoever_is_left_in_peace(
    office: Office, acme: int, kind: HoldKind
) -> None:
    sheets = CallSheets(Customers(), CallDrafts(office.on(MONDAY).clock), office.clock)
    assert sheets.sheet("ACME").asked
    entry = HoldEntry(kind, MONDAY, frozenset(Stop), MONDAY + timedelta(days=30))
    Decisions(office.gateway, office.clock).hold("ACME", entry)
    for incoming in (False, True):
        sheet = sheets.sheet("ACME", incoming=incoming)
        assert sheet.asked is None
        assert TopicCode.AGREE not in {topic.code for topic in sheet.script.topics}


def test_a_group_has_one_budget(office: Office, acme: int) -> None:
    with office.gateway.write("test") as writing:
        branch = a_customer(writing, "NORTH")
        row = Customer.get_by_id(branch)
        writing.edit(Customer, branch, row.version, head_office_id=acme)
    office.on(MONDAY).call("NORTH", TALKED)
    assert office.brief("ACME").before.room.used.week == 1
    assert Status.ACTIVE is office.brief("ACME").facts.status


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_a_question_that_is_put_down_is_not_asked_again(office: Office, acme: int) -> None:
    (entry,) = (row.id for row in office.brief("ACME").entries)
    new = NewDispute(
        (Questioned(entry),), DisputeReason.PRICE, by_whom="Ann", answer_by=FRIDAY, note="x"
    )
    Disputes(office.gateway, office.clock).raise_one("ACME", new)
    brief = office.brief("ACME")
    assert brief.script.situation is Situation.DISPUTE
    opening = plain(talk_opening(brief.script, "Ann", brief.before.us, "en", "en_GB"))
    assert "you have our answer by Friday 27 November" in opening
    assert "hear it from you" not in opening
    assert "answer by Friday 27 November" in plain(talk_goal(brief.script, "en", "en_GB"))
    codes = [topic.code for topic in brief.script.topics]
    assert TopicCode.UNDER_QUERY in codes
    assert TopicCode.WHAT_IS_WRONG not in codes
