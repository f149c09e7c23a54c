"""Two of a customer's people expect us, or somebody who is not on file: nobody is mixed up."""

from datetime import date, time

import pytest

from creditmate.domain.contact_form import ContactForm, PhoneForm
from creditmate.domain.outcomes import Outcome
from creditmate.i18n.formats import NBSP
from creditmate.i18n.reasons import reason_words
from creditmate.i18n.talk_words import talk_opening
from creditmate.services.call_notes import CallNote
from creditmate.services.contacts_editing import ContactsEditing
from tests.builders import a_customer, an_invoice
from tests.services.conftest import Office

MONDAY, TUESDAY, WEDNESDAY, THURSDAY = (date(2026, 11, day) for day in (23, 24, 25, 26))


@pytest.fixture
def two(office: Office) -> Office:
    """A customer with two people on file who asked to be rung on Wednesday."""
    with office.gateway.write("test") as writing:
        an_invoice(writing, a_customer(writing, "ACME"), "A1", date(2026, 9, 24), 90_000)
    office.on(MONDAY)
    people = ContactsEditing(office.gateway, office.clock)
    for name, number in (("Nigel Pybus", "01632 960049"), ("Craig Ashworth", "01632 960050")):
        people.save("ACME", ContactForm(name=name, phones=(PhoneForm(number),)))
    return office


def asks(office: Office, name: str, day: date, at: time | None = None) -> None:
    note = CallNote(name, Outcome.CALL_BACK, "n", incoming=True, next_day=day, next_at=at)
    office.on(MONDAY).call("ACME", note)


def told(office: Office, day: date) -> list[str]:
    (row,) = office.on(day).today()
    said = (reason_words(reason, "en", "en_GB", day) for reason in row.line.reasons)
    return [words.replace(NBSP, " ") for words in said if words.startswith("Call back")]


def test_a_line_says_who_expects_us_at_which_hour(two: Office) -> None:
    asks(two, "Nigel Pybus", WEDNESDAY, time(10))
    assert told(two, WEDNESDAY) == ["Call back at 10:00"]  # the line is about him alone
    asks(two, "Craig Ashworth", WEDNESDAY, time(11))
    assert told(two, WEDNESDAY) == [
        "Call back Nigel Pybus at 10:00",
        "Call back Craig Ashworth at 11:00",
    ]


def test_the_hour_of_a_line_is_that_of_whom_it_is_about(two: Office) -> None:
    asks(two, "Nigel Pybus", TUESDAY, time(10))
    asks(two, "Craig Ashworth", WEDNESDAY, time(11))
    assert told(two, WEDNESDAY) == [
        "Call back Nigel Pybus, agreed for 24 Nov, 10:00",
        "Call back Craig Ashworth at 11:00",
    ]
    (row,) = two.today()
    assert (row.line.person, row.line.when, row.line.at) == ("Nigel Pybus", TUESDAY, None)


def test_who_was_not_spoken_with_is_still_rung(two: Office) -> None:
    asks(two, "Nigel Pybus", WEDNESDAY, time(10))
    asks(two, "Craig Ashworth", WEDNESDAY, time(11))
    two.on(WEDNESDAY).call("ACME", CallNote("Nigel Pybus", Outcome.ALL_WELL, "n", none_because="x"))
    assert told(two, WEDNESDAY) == ["Call back at 11:00"]
    person = two.brief("ACME").person
    assert person is not None
    assert person.name == "Craig Ashworth"


def test_nobody_answers_and_the_other_hour_stands(two: Office) -> None:
    asks(two, "Nigel Pybus", WEDNESDAY, time(10))
    asks(two, "Craig Ashworth", WEDNESDAY, time(11))
    tried = CallNote("", Outcome.NO_ANSWER, "", next_day=THURSDAY, next_at=time(10))
    two.on(WEDNESDAY).call("ACME", tried)
    days = {task.person: (task.day, task.at) for task in two.brief("ACME").tasks}
    assert days["Nigel Pybus"] == (THURSDAY, time(10))
    assert days["Craig Ashworth"] == (WEDNESDAY, time(11))


def test_the_brief_turns_to_whom_it_was_agreed_with_though_nobody_has_them_on_file(
    two: Office,
) -> None:
    asks(two, "Gail Tranter", WEDNESDAY, time(10))
    assert told(two, WEDNESDAY) == ["Call back Gail Tranter at 10:00"]
    brief = two.brief("ACME")
    assert (brief.person, brief.stranger) == (None, "Gail Tranter")
    known = brief.reached_by
    assert known is not None
    assert (known.name, known.phone) == ("Nigel Pybus", "01632 960049")
    said = talk_opening(brief.script, brief.stranger, brief.before.us, "en", "en_GB")
    assert said.startswith("Good morning Gail")
    assert two.on(TUESDAY).brief("ACME").stranger == ""


def test_whoever_only_took_our_call_is_not_who_is_turned_to(two: Office) -> None:
    note = CallNote("reception", Outcome.CALL_BACK, "Nigel is back", next_day=WEDNESDAY)
    two.on(MONDAY).call("ACME", note)
    assert told(two, WEDNESDAY) == ["Call back as agreed"]
    person = two.brief("ACME").person
    assert person is not None
    assert person.name == "Nigel Pybus"
