"""What was agreed with a branch is told, rung and answered there, not at the head office."""

from datetime import date, time, timedelta

import pytest

from creditmate.db.models import Customer
from creditmate.domain.contact_form import ContactForm, PhoneForm
from creditmate.domain.noted import NewNoted, NotedKind
from creditmate.domain.outcomes import Outcome
from creditmate.domain.work_lines import Kind
from creditmate.i18n.reasons import reason_words
from creditmate.i18n.talk_words import talk_opening
from creditmate.i18n.work_words import line_words
from creditmate.services.call_notes import CallNote
from creditmate.services.calls import Calls
from creditmate.services.contacts_editing import ContactsEditing
from creditmate.services.disputes import Disputes
from creditmate.services.noted import NotedThings
from creditmate.services.worklists import WorkRow
from tests.builders import a_customer, an_invoice
from tests.services.conftest import Office
from tests.services.test_disputes import about

MONDAY = date(2026, 11, 23)
TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)


@pytest.fixture
def group(office: Office) -> Office:
    """``HEAD``, with Vikram; its branches ``NORTH``, with Debbie, and ``SOUTH``, who owes."""
    due = MONDAY - timedelta(days=20)
    with office.gateway.write("test") as writing:
        head = a_customer(writing, "HEAD")
        for code in ("NORTH", "SOUTH"):
            branch = a_customer(writing, code)
            row = Customer.get_by_id(branch)
            writing.edit(Customer, branch, row.version, head_office_id=head)
            an_invoice(writing, branch, code, due - timedelta(days=30), 50_000, due=due)
    people = ContactsEditing(office.gateway, office.clock)
    for code, name, number in (
        ("HEAD", "Vikram Shah", "01632 960049"),
        ("NORTH", "Debbie Clark", "020 7946 0020"),
    ):
        form = ContactForm(name=name, phones=(PhoneForm(number),))
        people.save(code, form)
    return office


def ring_debbie(office: Office, by: date = TUESDAY, at: time | None = time(10)) -> None:
    note = CallNote("Debbie", Outcome.CALL_BACK, "the caravans", next_day=by, next_at=at)
    office.on(MONDAY).call("NORTH", note)


def only(office: Office, day: date) -> WorkRow:
    (row,) = office.on(day).today()
    return row


def why(row: WorkRow, day: date) -> str:
    return reason_words(row.line.reasons[0], "en", "en_GB", day)


def test_the_line_says_with_whom_it_was_agreed_and_who_is_rung(group: Office) -> None:
    ring_debbie(group)
    row = only(group, TUESDAY)
    assert (row.code, row.line.kind, row.to_call) == ("HEAD", Kind.CALL_BACK, "NORTH")
    assert why(row, TUESDAY) == "Call back Debbie Clark at North Ltd at 10:00"
    said = line_words(row.line, "en", "en_GB", TUESDAY)
    assert said.mark == "Call back at 10:00"
    assert said.rest.startswith("Debbie Clark at North Ltd")


@pytest.mark.parametrize("code", ["HEAD", "NORTH"])
def test_the_brief_turns_to_who_is_expecting_us(group: Office, code: str) -> None:
    ring_debbie(group)
    person = group.on(TUESDAY).brief(code).person
    assert person is not None
    assert (person.name, person.phone) == ("Debbie Clark", "020 7946 0020")


@pytest.mark.parametrize("outcome", [Outcome.ALL_WELL, Outcome.NO_ANSWER, Outcome.CALL_BACK])
def test_who_is_rung_at_the_head_office_answers_nothing_agreed_elsewhere(
    group: Office, outcome: Outcome
) -> None:
    ring_debbie(group)
    note = CallNote("Vikram Shah", outcome, "x", none_because="-")
    group.on(TUESDAY).call("HEAD", note)
    row = only(group, TUESDAY)
    assert (row.line.kind, row.to_call) == (Kind.CALL_BACK, "NORTH")
    assert only(group, WEDNESDAY).line.kind is Kind.CALL_BACK


@pytest.mark.parametrize(("code", "name"), [("NORTH", "Somebody"), ("HEAD", "debbie clark")])
def test_she_or_her_house_answers_it(group: Office, code: str, name: str) -> None:
    ring_debbie(group)
    group.on(TUESDAY).call(code, CallNote(name, Outcome.ALL_WELL, "x", none_because="-"))
    assert group.on(TUESDAY).today() == []


def test_ringing_somebody_else_of_the_group_is_an_initiative_of_ours(group: Office) -> None:
    ring_debbie(group)
    # Monday's talk was one, so that another is warned of.
    calls, found = Calls(group.gateway, group.on(TUESDAY).clock), {}
    for code, name in (("HEAD", "Vikram Shah"), ("HEAD", "Debbie"), ("NORTH", "x")):
        note = CallNote(name, Outcome.ALL_WELL, "x", none_because="-")
        found[code, name] = bool(calls.against(code, note))
    assert found == {
        ("HEAD", "Vikram Shah"): True,
        ("HEAD", "Debbie"): False,
        ("NORTH", "x"): False,
    }


def test_what_we_promised_a_branch_names_it(group: Office) -> None:
    note = CallNote(
        "Debbie", Outcome.ALL_WELL, "x", none_because="-", deed="Copy of 2380", deed_by=MONDAY
    )
    group.on(MONDAY).call("NORTH", note)
    row = only(group, TUESDAY)
    assert (row.line.kind, row.to_call) == (Kind.OURS_LATE, "NORTH")
    told = "We are late: Copy of 2380, promised by 23\N{NO-BREAK SPACE}Nov (North Ltd)"
    assert why(row, TUESDAY) == told
    person = group.brief("HEAD").person
    assert person is not None
    assert person.name == "Debbie Clark"


def test_a_missed_call_back_says_so(group: Office) -> None:
    ring_debbie(group)
    row = only(group, WEDNESDAY)
    assert (row.line.when, row.line.at) == (TUESDAY, None)  # its hour has gone by
    told = "Call back Debbie Clark at North Ltd, agreed for 24\N{NO-BREAK SPACE}Nov, 10:00"
    assert why(row, WEDNESDAY) == told
    said = line_words(row.line, "en", "en_GB", WEDNESDAY)
    assert said.mark == "Call back, agreed for 24\N{NO-BREAK SPACE}Nov"
    brief = group.brief("NORTH")
    opening = talk_opening(brief.script, "Debbie Clark", brief.before.us, "en", "en_GB")
    late = "I said that I would ring you on Tuesday 24 November, and I am late."
    assert late in opening.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("code", ["HEAD", "NORTH", "SOUTH"])
@pytest.mark.parametrize("rung", ["HEAD", "NORTH", "SOUTH"])
def test_a_note_is_come_back_to_with_whoever_told_it(group: Office, code: str, rung: str) -> None:
    noted = NotedThings(group.gateway, group.on(MONDAY).clock)
    noted.add(code, NewNoted(NotedKind.FEEDBACK, "wants a fire door", TUESDAY))
    row = only(group, TUESDAY)
    assert (row.line.kind, row.to_call) == (Kind.NOTED, code)
    told = "Come back to it: wants a fire door"
    house = "" if code == "HEAD" else f" ({code.title()} Ltd)"
    assert why(row, TUESDAY) == told + house
    assert group.brief(code).line is not None
    note = CallNote("Ann", Outcome.ALL_WELL, "x", none_because="-")
    group.on(TUESDAY).call(rung, note)
    kinds = [row.line.kind for row in group.today()]
    assert kinds == ([] if rung == code else [Kind.NOTED])


def test_an_answer_owed_to_a_branch_names_it(group: Office) -> None:
    note = CallNote("Debbie", Outcome.ALL_WELL, "x", none_because="-")
    group.on(MONDAY).call("NORTH", note)
    disputes = Disputes(group.gateway, group.clock)
    (item, *_) = disputes.open_items("NORTH")
    disputes.raise_one("NORTH", about(item.id, 100, answer_by=TUESDAY))
    row = only(group, TUESDAY)
    assert (row.line.kind, row.to_call) == (Kind.ANSWER_DUE, "NORTH")
    assert "(North Ltd)" in why(row, TUESDAY)
