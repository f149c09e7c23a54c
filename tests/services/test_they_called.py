"""They called: who it may be by whatever is said first, and what is typed before that is known."""

from datetime import UTC, date, datetime, timedelta

import pytest

from creditmate.db.connection import execute
from creditmate.db.people import CONTACT_COLUMNS, create_contacts, create_phones
from creditmate.domain.callers import Sum, Why
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.plan_terms import PlanTerms
from creditmate.services.call_drafts import CallDrafts, TypedCall
from creditmate.services.call_notes import CallNote
from creditmate.services.callers import Callers
from creditmate.services.groups import Groups
from creditmate.services.incoming import Incoming, TypedIncoming
from tests.builders import a_customer, an_invoice
from tests.services.conftest import Office
from tests.services.test_calls_and_today import FRIDAY, MONDAY, owing, will_pay

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
NOTE = TypedIncoming(find="0161", with_name="Ann", notes="About the refit", seconds=40)


def found(office: Office, text: str) -> list[tuple[str, Why]]:
    return [(one.code, one.sure) for one in Callers(office.clock).find(text)]


def a_person(office: Office, name: str, phone: str) -> None:
    contact = dict.fromkeys(CONTACT_COLUMNS, "") | {
        "customer_id": 1, "name": name, "authority": "pays", "channel": "call",
        "confirmed_day": None,
    }  # fmt: skip
    with office.gateway.write("people") as writing:
        (made,) = create_contacts(writing, [tuple(contact[one] for one in CONTACT_COLUMNS)])
        create_phones(writing, [(made, phone, "office")])


@pytest.mark.parametrize(
    "typed", ["0161 496 0142", "01614960142", "+44 161 496 0142", "0044 161 4960142", "496 0142"]
)
def test_a_telephone_number_in_any_spelling(office: Office, typed: str) -> None:
    owing(office, "ACME", 50_000)
    a_person(office, "Ann Lee", "+44 (0)161 496 0142")
    (caller,) = Callers(office.clock).find(typed)
    assert (caller.code, caller.sure) == ("ACME", Why.PHONE)
    assert caller.matches[0].person == "Ann Lee"


@pytest.mark.parametrize("typed", ["020 7946 0046", "+44 20 7946 0046", "(020) 7946 0046"])
def test_a_number_that_nobody_has_is_nobody_s_whatever_its_parts_are_like(
    office: Office, typed: str
) -> None:
    """Its parts are no words: who has an invoice that ends like one of them is not the caller."""
    with office.gateway.write("test") as writing:
        other = a_customer(writing, "OTHER")
        for number in ("2044", "7946", "4650", "4455"):
            an_invoice(writing, other, number, MONDAY, 121_200, due=FRIDAY)
    office.on(MONDAY)
    assert found(office, typed) == []
    assert found(office, "7946 1212") == [("OTHER", Why.PAPER)]  # an invoice and its amount


def test_few_digits_may_be_anything(office: Office) -> None:
    owing(office, "ACME", 50_000)
    a_person(office, "Ann Lee", "+44 (0)161 496 1212")
    with office.gateway.write("test") as writing:
        other = a_customer(writing, "OTHER")
        an_invoice(writing, other, "O-1", MONDAY, 121_200, due=FRIDAY)
    assert found(office, "1212") == [("OTHER", Why.AMOUNT), ("ACME", Why.PHONE_PART)]


@pytest.mark.parametrize("typed", ["500.00", "500", "£500", "500,00"])
def test_an_amount_that_is_just_what_is_open(office: Office, typed: str) -> None:
    owing(office, "ACME", 50_000)
    owing(office, "OTHER", 50_001)
    (caller,) = Callers(office.clock).find(typed)
    assert (caller.code, caller.sure) == ("ACME", Why.AMOUNT)
    assert caller.matches[0].amount == Money(50_000, "GBP")


def test_the_sum_of_what_is_overdue_is_found_and_what_is_not_due_is_no_part_of_it(
    office: Office,
) -> None:
    owing(office, "ACME", 50_000)
    with office.gateway.write("test") as writing:
        due = MONDAY - timedelta(days=1)
        an_invoice(writing, 1, "ACME-2", due - timedelta(days=30), 25_000, due=due)
        an_invoice(writing, 1, "ACME-3", MONDAY, 10_000, due=MONDAY)
    office.on(MONDAY)
    assert found(office, "750") == [("ACME", Why.AMOUNT)]
    assert found(office, "850") == []


def sums(office: Office, text: str) -> list[tuple[str, Sum, date | None]]:
    return [
        (one.code, match.of, match.day)
        for one in Callers(office.clock).find(text)
        for match in one.matches
    ]


def test_what_is_overdue_of_a_whole_group_finds_its_head_office(office: Office) -> None:
    owing(office, "HEAD", 50_000)
    owing(office, "NORTH", 25_000)
    Groups(office.gateway).join("NORTH", "HEAD")
    assert sums(office, "750") == [("HEAD", Sum.GROUP, None)]
    assert sums(office, "250")[0][0] == "NORTH"


def test_what_was_promised_and_a_part_of_a_plan_are_found(office: Office) -> None:
    owing(office, "ACME", 50_000)
    office.call("ACME", will_pay(12_300))
    assert sums(office, "123") == [("ACME", Sum.PROMISE, FRIDAY)]
    owing(office, "BOLT", 90_000)
    terms = PlanTerms(parts=3, first=FRIDAY)
    office.call("BOLT", CallNote("Bob", Outcome.PLAN_AGREED, "x", FRIDAY, plan=terms))
    ((code, of, day),) = sums(office, "300.00")
    assert (code, of, day) == ("BOLT", Sum.INSTALMENT, FRIDAY)
    office.call("ACME", will_pay(45_600, replaces_promises=True))
    assert sums(office, "123") == []


def test_a_whole_number_goes_before_one_that_begins_so(office: Office) -> None:
    owing(office, "ACME", 50_000)
    with office.gateway.write("test") as writing:
        other = a_customer(writing, "OTHER")
        an_invoice(writing, other, "ACME-12", MONDAY, 70_000, due=FRIDAY)
    assert found(office, "acme-1") == [("ACME", Why.PAPER), ("OTHER", Why.PAPER_LIKE)]


def test_by_code_by_name_by_person_and_by_several_words(office: Office) -> None:
    owing(office, "ACME", 50_000)
    owing(office, "BOLT", 60_000)
    a_person(office, "Ann Lee", "0161 496 0142")
    assert found(office, "acme")[0] == ("ACME", Why.CODE)
    assert found(office, "Acme L")[0] == ("ACME", Why.CALLED)
    assert found(office, "ltd acme")[0] == ("ACME", Why.NAME)
    assert found(office, "ann") == [("ACME", Why.PERSON)]
    assert found(office, "ann 500.00") == [("ACME", Why.AMOUNT)]
    assert found(office, "ann 600.00") == []
    assert found(office, "") == found(office, "zzz") == []


# ------------------------------------------------------------------ parked
def test_a_half_typed_note_is_kept_in_place_of_what_was_kept_before(office: Office) -> None:
    incoming = Incoming(office.clock)
    first = incoming.park(NOON, TypedIncoming(notes="Ab"))
    assert incoming.park(NOON, NOTE, first) == first
    second = incoming.park(NOON, TypedIncoming(notes="4111 1111 1111 1111"))
    later, earlier = incoming.parked()
    assert (earlier.id, earlier.begun_at, earlier.typed) == (first, NOON, NOTE)
    assert (later.id, "4111 1111" in later.typed.notes) == (second, False)
    incoming.discard(first)
    assert [one.id for one in incoming.parked()] == [second]


def test_what_was_typed_becomes_the_customers_call_form(office: Office) -> None:
    owing(office, "ACME", 50_000)
    incoming, drafts = Incoming(office.clock), CallDrafts(office.clock)
    incoming.give(incoming.park(NOON, NOTE), "ACME")
    kept = drafts.read("ACME")
    assert kept is not None
    assert kept.begun_at == NOON
    assert kept.typed == TypedCall(
        with_name="Ann", notes="About the refit", incoming=True, seconds=40
    )
    assert incoming.parked() == ()


def test_where_a_call_is_being_typed_already_it_stays_parked_beside(office: Office) -> None:
    owing(office, "ACME", 50_000)
    incoming, drafts = Incoming(office.clock), CallDrafts(office.clock)
    drafts.save("ACME", NOON, TypedCall(notes="ours"))
    parked = incoming.park(NOON, NOTE)
    with pytest.raises(UserError) as refused:
        incoming.give(parked, "ACME")
    assert refused.value.problem is Problem.CALL_BEGUN
    kept = drafts.read("ACME")
    assert kept is not None
    assert kept.typed.notes == "ours"
    assert [one.id for one in incoming.parked()] == [parked]


def test_what_is_not_there_any_more_is_refused(office: Office) -> None:
    with pytest.raises(UserError) as refused:
        Incoming(office.clock).give(7, "ACME")
    assert refused.value.problem is Problem.UNKNOWN_DRAFT
    assert execute("SELECT count(*) FROM call_draft").fetchone() == (0,)
