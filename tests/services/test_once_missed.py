"""A promise that was missed stays so in rate, register and story, whatever came afterwards."""

from datetime import timedelta

import pytest

from creditmate.domain.disputes import DisputeEventKind
from creditmate.domain.promise_register import Matured
from creditmate.domain.promises import PromiseState
from creditmate.domain.story import StoryWanted, Topic
from creditmate.domain.story_talks import PromiseEnded
from creditmate.services.disputes import Disputes
from creditmate.services.promise_register import PromiseRegister
from creditmate.services.stories import Stories
from tests.builders import a_customer, an_invoice
from tests.services.conftest import Office
from tests.services.test_calls_and_today import FRIDAY, GRACE_END, MONDAY, owing, pays, will_pay
from tests.services.test_promised_and_set_aside import FIRST, SECOND, asked, longer

AFTER = GRACE_END + timedelta(days=1)
NEXT = AFTER + timedelta(days=4)
LATER = NEXT + timedelta(days=8)


@pytest.fixture
def entries(office: Office) -> tuple[int, int]:
    """Two invoices, and a promise of both."""
    due = MONDAY - timedelta(days=20)
    with office.gateway.write("test") as writing:
        customer = a_customer(writing, "ACME")
        first = an_invoice(writing, customer, "1", due - timedelta(30), FIRST, due=due)
        second = an_invoice(writing, customer, "2", due - timedelta(29), SECOND, due=due)
    office.call("ACME", will_pay(FIRST + SECOND))
    return first, second


@pytest.fixture
def register(office: Office) -> PromiseRegister:
    return PromiseRegister(office.gateway, office.clock)


def _on(office: Office, day: object) -> None:
    office.on(day).posted(day)  # type: ignore[arg-type]


def _states(register: PromiseRegister, office: Office) -> list[str]:
    return [row.state.value for row in register.rows(office.clock.today)]


def _rate(register: PromiseRegister, office: Office) -> Matured:
    (found,) = register.rate(office.clock.today)
    (in_brief,) = office.brief("ACME").kept_rates
    assert in_brief == found
    return found


def _promised_anew(office: Office) -> int:
    """Missed on Friday, promised again since."""
    entry = owing(office.on(MONDAY), "ACME", 49_800)
    office.call("ACME", will_pay(49_800))
    _on(office, AFTER)
    office.call("ACME", will_pay(49_800, by=NEXT))
    return entry


def test_the_money_that_keeps_the_next_one_is_late_for_the_first(
    office: Office, register: PromiseRegister
) -> None:
    entry = _promised_anew(office)
    assert _rate(register, office).count == 1
    pays(office, entry, NEXT, 49_800)
    _on(office, LATER)
    assert _states(register, office) == ["late_kept", "kept"]
    found = _rate(register, office)
    assert (found.count, found.kept, found.late) == (2, 1, 1)
    in_brief = [one.state.value for one in office.brief("ACME").standings]
    assert sorted(in_brief) == ["kept", "late_kept"]
    listing = Stories().listing("ACME", StoryWanted(topic=Topic.PROMISES), LATER)
    told = Stories().rows(listing, listing.keys)
    ended = [event.standing.state for event in told if isinstance(event, PromiseEnded)]
    assert sorted(ended) == [PromiseState.KEPT, PromiseState.LATE_KEPT]
    assert office.today() == [], "nothing is asked for because of it"


def test_what_was_paid_in_time_by_what_kept_another_one_was_never_missed(
    office: Office, register: PromiseRegister
) -> None:
    entry = owing(office.on(MONDAY), "ACME", 49_800)
    office.call("ACME", will_pay(49_800))
    office.call("ACME", will_pay(49_800, replaces_promises=False))
    pays(office, entry, FRIDAY, 49_800)
    _on(office, LATER)
    assert set(_states(register, office)) <= {"kept", "lapsed", "replaced"}


def test_what_was_in_question_or_given_time_when_its_days_were_up_was_not_missed(
    office: Office, register: PromiseRegister, entries: tuple[int, int]
) -> None:
    query = asked(office, entries[1])
    longer(office, entries[0])
    _on(office, AFTER)
    Disputes(office.gateway, office.clock).end(query, DisputeEventKind.REJECTED, note="as agreed")
    office.call("ACME", will_pay(FIRST + SECOND, by=NEXT, entries=entries))
    pays(office, entries[0], NEXT, FIRST)
    pays(office, entries[1], NEXT, SECOND)
    _on(office, LATER)
    assert _states(register, office) == ["lapsed", "kept"]
    assert _rate(register, office).count == 1


def test_of_which_a_part_was_free_that_was_missed(
    office: Office, register: PromiseRegister, entries: tuple[int, int]
) -> None:
    query = asked(office, entries[1])
    _on(office, AFTER)
    Disputes(office.gateway, office.clock).end(query, DisputeEventKind.REJECTED, note="as agreed")
    office.call("ACME", will_pay(FIRST + SECOND, by=NEXT, entries=entries))
    pays(office, entries[0], NEXT, FIRST)
    pays(office, entries[1], NEXT, SECOND)
    _on(office, LATER)
    assert _states(register, office) == ["late_kept", "kept"]
    assert _rate(register, office).count == 2


def test_until_the_bank_was_looked_at_nobody_missed_anything(
    office: Office, register: PromiseRegister
) -> None:
    entry = owing(office.on(MONDAY), "ACME", 49_800)
    office.call("ACME", will_pay(49_800))
    office.on(AFTER).call("ACME", will_pay(49_800, by=NEXT))
    pays(office, entry, NEXT, 49_800)
    office.on(LATER)
    assert "broken" not in _states(register, office)
