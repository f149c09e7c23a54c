"""What was agreed, confirmed in writing: read back from the draft as a mail program would."""

from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest

from creditmate.db.connection import execute
from creditmate.db.customer_records import edit_customer
from creditmate.db.people import CONTACT_COLUMNS, create_contacts, create_emails
from creditmate.db.proof import prove_all
from creditmate.domain.attachments import About, Subject
from creditmate.domain.claims import SaidPaid
from creditmate.domain.disputes import DisputeReason, NewDispute, Questioned
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.extensions import NewExtension
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.plan_terms import Meanwhile, PlanTerms
from creditmate.domain.story import StoryWanted, Talk
from creditmate.services.attachments import Attachments
from creditmate.services.calls import CallNote, Calls
from creditmate.services.confirmations import Chosen, Confirmations, Written
from creditmate.services.corrections import Correction, Corrections
from creditmate.services.invoicing import Invoicing
from creditmate.services.stories import Stories
from tests.builders import an_invoice
from tests.services.conftest import Office
from tests.services.invoice_desk import Desk
from tests.services.test_calls_and_today import FRIDAY, MONDAY, owing, will_pay

TUESDAY = MONDAY + timedelta(days=1)


def service(office: Office) -> Confirmations:
    invoicing = Invoicing(office.gateway, office.clock)
    return Confirmations(office.gateway, office.clock, invoicing)


def ann(office: Office) -> None:
    contact = dict.fromkeys(CONTACT_COLUMNS, "") | {
        "customer_id": 1, "name": "Ann Lee", "authority": "pays", "channel": "call",
        "confirmed_day": None,
    }  # fmt: skip
    with office.gateway.write("people") as writing:
        (made,) = create_contacts(writing, [tuple(contact[one] for one in CONTACT_COLUMNS)])
        create_emails(writing, [(made, "ann@acme.example")])


def record(office: Office, note: CallNote) -> int:
    return Calls(office.gateway, office.clock).record("ACME", note).id


def write(office: Office, chosen: Chosen = Chosen()) -> Written:  # noqa: B008 - frozen
    confirmations = service(office)
    return confirmations.write(confirmations.gather("ACME"), chosen)


def read(written: Written) -> EmailMessage:
    mail = message_from_bytes(written.eml, policy=default)
    assert isinstance(mail, EmailMessage)
    return mail


def plain(written: Written) -> str:
    return written.message.text.replace("\u00a0", " ")


def test_a_draft_for_the_person_spoken_to_with_what_each_of_us_does(office: Office) -> None:
    owing(office, "ACME", 50_000)
    ann(office)
    record(office, will_pay(50_000, deed="Send a copy.", deed_by=TUESDAY))
    written = write(office)
    mail = read(written)
    assert (mail["X-Unsent"], mail["To"]) == ("1", "Ann Lee <ann@acme.example>")
    assert mail["Subject"].replace("\u00a0", " ") == (
        "What we agreed on 23 November 2026, account ACME"
    )
    body = mail.get_body()
    assert body is not None
    assert body.get_content().splitlines() == written.message.text.splitlines()
    lines = plain(written).splitlines()
    assert lines[0] == "Dear Ann Lee,"
    assert "Thank you for talking with us on Monday 23 November 2026." in lines
    theirs = lines.index("From your side:")
    assert lines[theirs + 1] == "- You pay £500.00 by Friday 27 November 2026."
    ours = lines.index("From our side:")
    assert lines[ours + 1] == "- Send a copy, by Tuesday 24 November 2026."


def test_everything_that_can_be_agreed_is_in_it(office: Office) -> None:
    entry = owing(office, "ACME", 50_000)
    other = owing_more(office)
    note = CallNote(
        "Bob", Outcome.PLAN_AGREED, "x", next_day=FRIDAY, incoming=True,
        plan=PlanTerms(parts=2, first=FRIDAY, entries=(other,)),
        dispute=NewDispute((Questioned(entry, Money(10_000, "GBP")),), DisputeReason.PRICE),
    )  # fmt: skip
    record(office, note)
    text = plain(write(office))
    assert "Thank you for your call on Monday 23 November 2026." in text
    assert "You pay in parts, as in payment plan P-2611-001:" in text
    assert "\n  £350.00 by Friday 27 November 2026\n" in text
    assert "We add no interest while the plan is kept." in text
    assert "We look into your query about £100.00 of ACME-1 (" in text
    assert "You have our answer by Monday 30 November 2026." in text
    assert "We are in touch again on Friday 27 November 2026." in text


def owing_more(office: Office) -> int:
    with office.gateway.write("test") as writing:
        due = MONDAY - timedelta(days=5)
        return an_invoice(writing, 1, "ACME-2", due - timedelta(days=30), 70_000, due=due)


def test_more_time_and_what_was_sent(office: Office) -> None:
    owing(office, "ACME", 50_000)
    told = NewExtension(FRIDAY, "The run is on Thursday")
    record(office, CallNote("Bob", Outcome.ASKS_FOR_TIME, "x", next_day=FRIDAY, extension=told))
    text = plain(write(office))
    assert "You have time until Friday 27 November 2026 for ACME-1, £500.00. " in text
    assert "Interest for paying late runs on meanwhile." in text
    owing_more(office)
    told = replace(told, to_day=FRIDAY + timedelta(days=7), interest=Meanwhile.WAIVED)
    record(office, CallNote("Bob", Outcome.ASKS_FOR_TIME, "x", next_day=FRIDAY, extension=told))
    text = plain(write(office))
    assert "for ACME-1, ACME-2, together £1,200.00. We add no interest meanwhile." in text
    paid = SaidPaid(amount=Money(50_000, "GBP"))
    record(office, CallNote("Bob", Outcome.PAYMENT_SENT, "x", next_day=FRIDAY, said_paid=paid))
    assert "You have sent £500.00 on Monday 23 November 2026." in plain(write(office))


def test_what_was_put_right_is_confirmed_as_it_was(office: Office) -> None:
    owing(office, "ACME", 50_000)
    made = record(office, will_pay(50_000))
    later = FRIDAY + timedelta(days=7)
    right = Correction(promised=Money(40_000, "GBP"), promised_by=later)
    Corrections(office.gateway, office.clock).correct(made, right)
    text = plain(write(office))
    assert "You pay £400.00 by Friday 4 December 2026." in text
    assert "£500.00" not in text


def test_of_whom_the_language_is_not_spoken_all_of_it_is_english(office: Office) -> None:
    owing(office, "ACME", 50_000)
    with office.gateway.write("test") as writing:
        edit_customer(writing, 1, locale="fr_FR")
    record(office, will_pay(50_000))
    written = write(office)
    assert "You pay £500.00 by Friday 27 November 2026." in plain(written)
    assert "23 November 2026" in written.message.subject.replace("\u00a0", " ")


def test_only_the_invoice_that_was_named_goes_along_and_a_copy_that_is_missing_is_said(
    office: Office,
) -> None:
    owing(office, "ACME", 50_000)
    named = owing_more(office)
    note = replace(will_pay(120_000), outcome=Outcome.INVOICE_NOT_RECEIVED, entries=(named,))
    made = record(office, note)
    confirmations = service(office)
    told = confirmations.gather("ACME")
    assert (told.copies, told.missing) == ((), ("ACME-2",))  # another program's: there is no PDF
    assert "Enclosed" not in plain(write(office))
    about = About(Subject.DOCUMENT, execute(_DOCUMENT, (named,)).fetchone()[0])
    Attachments(office.gateway, office.clock).add("ACME", "two.pdf", _PDF, about)
    right = Corrections(office.gateway, office.clock)
    right.correct(made, Correction(note="It was ACME-2 alone"))
    told = confirmations.gather("ACME")
    assert ([(one.number, one.ticked) for one in told.copies], told.missing) == (
        [("ACME-2", True)],
        (),
    )


_DOCUMENT = "SELECT document_id FROM entry WHERE id = ?"
_PDF = b"%PDF-1.7\n%%EOF\n"


def test_it_is_logged_as_the_same_contact(office: Office) -> None:
    owing(office, "ACME", 50_000)
    made = record(office, will_pay(50_000))
    confirmations = service(office)
    told = confirmations.gather("ACME")
    message = confirmations.message(told, Chosen())
    confirmations.log(told, message)
    confirmations.log(told, message)  # printed twice is written once
    assert execute("SELECT count(*) FROM interaction").fetchone() == (1,)
    (talk,) = [
        one
        for one in Stories().listing("ACME", StoryWanted(), MONDAY).head
        if isinstance(one, Talk)
    ]
    assert (talk.key.id, talk.files) == (made, ("confirmation-2026-11-23.txt",))
    assert prove_all() == []


def test_a_talk_that_was_confirmed_cannot_be_taken_back_unseen(office: Office) -> None:
    owing(office, "ACME", 50_000)
    made = record(office, will_pay(50_000))
    confirmations = service(office)
    told = confirmations.gather("ACME", made)
    confirmations.log(told, confirmations.message(told, Chosen()))
    with pytest.raises(UserError) as refused:
        Calls(office.gateway, office.clock).undo(made)
    assert refused.value.problem is Problem.CALL_STANDS


def test_without_a_contact_or_with_another_ones_nothing_is_confirmed(office: Office) -> None:
    owing(office, "ACME", 50_000)
    owing(office, "BOLT", 50_000)
    for code, talk in (("ACME", None), ("ACME", 99)):
        with pytest.raises(UserError):
            service(office).gather(code, talk)
    made = record(office, will_pay(50_000))
    with pytest.raises(UserError) as refused:
        service(office).gather("BOLT", made)
    assert refused.value.problem is Problem.CALL_STANDS


@pytest.mark.parametrize("outcome", [Outcome.NO_ANSWER, Outcome.GATEKEEPER])
def test_after_a_try_the_last_talk_is_confirmed_and_the_try_is_not(
    office: Office, outcome: Outcome
) -> None:
    owing(office, "ACME", 50_000)
    vain = CallNote("Reception", outcome, "x", next_day=FRIDAY)
    tried = record(office, vain)
    for talk in (None, tried):
        with pytest.raises(UserError) as refused:
            service(office).gather("ACME", talk)
        assert refused.value.facts["field"] == "confirm"
    spoken = record(office, will_pay(50_000))
    record(office, vain)
    assert service(office).gather("ACME").interaction == spoken
    Corrections(office.gateway, office.clock).correct(spoken, Correction(Outcome.AWAY))
    with pytest.raises(UserError):
        service(office).gather("ACME", spoken)


def test_an_invoice_that_did_not_arrive_goes_along_byte_for_byte(desk: Desk) -> None:
    issued = desk.issue().issued
    office = Office(desk.clock, desk.gateway)
    note = CallNote("Bob", Outcome.INVOICE_NOT_RECEIVED, "x", next_day=desk.clock.today)
    Calls(office.gateway, office.clock).record("ACME", note)
    confirmations = service(office)
    told = confirmations.gather("ACME")
    assert [(copy.number, copy.ticked) for copy in told.copies] == [(issued.number, True)]
    written = confirmations.write(told, Chosen())
    (enclosed,) = read(written).iter_attachments()
    stored = Invoicing(office.gateway, office.clock).stored(issued.document_id)
    assert enclosed.get_content() == stored.pdf
    assert enclosed.get_filename() == f"{issued.number}-ACME.pdf"
    assert f"Enclosed: {issued.number}" in written.message.text
    without = confirmations.write(told, Chosen(copies=()))
    assert list(read(without).iter_attachments()) == []
    with pytest.raises(UserError) as refused:
        confirmations.write(told, Chosen(copies=("X-9",)))
    assert refused.value.problem is Problem.UNKNOWN_DOCUMENT
