"""A number that was said to be wrong is not rung again until it is put right."""

from datetime import timedelta

from creditmate.db.connection import execute
from creditmate.db.people import CONTACT_COLUMNS, create_contacts, create_emails, create_phones
from creditmate.domain.outcomes import Outcome
from creditmate.domain.work_reasons import ReasonCode
from creditmate.domain.worklist import Channel
from creditmate.i18n.brief_words import person_words
from creditmate.services.calls import CallNote, Calls
from creditmate.services.corrections import Correction, Corrections
from tests.services.conftest import Office
from tests.services.test_calls_and_today import MONDAY, owing

TUESDAY = MONDAY + timedelta(days=1)


def a_person(office: Office, name: str, authority: str, phone: str, email: str = "") -> int:
    contact = dict.fromkeys(CONTACT_COLUMNS, "") | {
        "customer_id": 1, "name": name, "authority": authority, "channel": "call",
        "confirmed_day": None,
    }  # fmt: skip
    with office.gateway.write("people") as writing:
        (made,) = create_contacts(writing, [tuple(contact[one] for one in CONTACT_COLUMNS)])
        create_phones(writing, [(made, phone, "office")])
        if email:
            create_emails(writing, [(made, email)])
    return int(made)


def wrong(office: Office, name: str = "") -> int:
    note = CallNote(name, Outcome.WRONG_NUMBER, "a bakery", TUESDAY)
    return Calls(office.gateway, office.clock).record("ACME", note).id


def asked(office: Office) -> str:
    person = office.brief("ACME").person
    return "" if person is None else person.name


def test_somebody_else_is_turned_to_and_the_number_is_marked(office: Office) -> None:
    owing(office, "ACME", 50_000)
    a_person(office, "Yvonne Castell", "pays", "020 7946 0053")
    a_person(office, "Martin Brough", "decides", "01632 960054")
    office.on(MONDAY)
    assert asked(office) == "Yvonne Castell"
    wrong(office, "Yvonne Castell")
    brief = office.brief("ACME")
    assert brief.person is not None
    assert brief.person.name == "Martin Brough"
    (yvonne,) = (row for row in brief.people if row.name == "Yvonne Castell")
    assert yvonne.wrong_since == MONDAY
    said = person_words(yvonne, "en_GB").replace("\u00a0", " ")
    assert "020 7946 0053 (said to be wrong on 23 Nov 2026)" in said
    assert office.on(MONDAY - timedelta(days=1)).brief("ACME").people[0].wrong_since is None


def test_where_nobody_gave_a_known_name_it_was_the_number_of_whom_one_turns_to(
    office: Office,
) -> None:
    owing(office, "ACME", 50_000)
    a_person(office, "Yvonne Castell", "pays", "020 7946 0053")
    a_person(office, "Martin Brough", "decides", "01632 960054")
    office.on(MONDAY)
    wrong(office, "a baker")
    assert asked(office) == "Martin Brough"


def test_where_there_is_no_other_number_it_goes_in_writing(office: Office) -> None:
    owing(office, "ACME", 50_000)
    a_person(office, "Yvonne Castell", "pays", "020 7946 0053", "y@acme.example")
    office.on(MONDAY)
    wrong(office)
    line = office.on(MONDAY + timedelta(days=9)).brief("ACME").line
    assert line is not None
    assert line.channel is Channel.EMAIL
    (row,) = office.today()
    assert row.line.channel is Channel.EMAIL
    told = {reason.code for reason in row.line.reasons}
    assert ReasonCode.WRONG_NUMBER in told
    assert ReasonCode.NO_PHONE not in told  # nobody wished it


def test_it_is_right_again_once_corrected_reached_taken_back_or_told_otherwise(
    office: Office,
) -> None:
    owing(office, "ACME", 50_000)
    a_person(office, "Yvonne Castell", "pays", "020 7946 0053")
    office.on(MONDAY)
    calls = Calls(office.gateway, office.clock)

    def marked() -> bool:
        return office.brief("ACME").people[0].wrong_since is not None

    made = wrong(office)
    assert marked()
    calls.undo(made)
    assert not marked()
    made = wrong(office)
    Corrections(office.gateway, office.clock).correct(made, Correction(outcome=Outcome.NO_ANSWER))
    assert not marked()
    wrong(office)
    assert marked()
    calls.record("ACME", CallNote("Yvonne Castell", Outcome.CALL_BACK, "it is hers", TUESDAY))
    assert not marked()
    wrong(office)
    assert marked()
    assert execute("SELECT count(*) FROM phone WHERE archived_day IS NULL").fetchone() == (1,)
    later = MONDAY + timedelta(days=300)
    assert office.on(later).brief("ACME").people[0].wrong_since is None


def test_a_talk_recorded_by_mistake_makes_no_number_right_again(office: Office) -> None:
    owing(office, "ACME", 50_000)
    a_person(office, "Yvonne Castell", "pays", "020 7946 0053")
    office.on(MONDAY)
    corrections = Corrections(office.gateway, office.clock)

    def marked() -> bool:
        return office.brief("ACME").people[0].wrong_since is not None

    wrong(office)
    reached = CallNote("Yvonne Castell", Outcome.CALL_BACK, "it is hers", TUESDAY)
    saved = Calls(office.gateway, office.clock).record("ACME", reached)
    assert not marked()
    corrections.correct(saved.id, Correction(note="it is hers, said twice"))
    assert not marked()  # put right, and still a talk
    corrections.correct(saved.id, Correction(outcome=Outcome.NO_ANSWER))
    assert marked()
