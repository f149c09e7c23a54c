"""No card number reaches the disk, whichever way a text goes in; and the user is told."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from creditmate.db import connection
from creditmate.db.connection import execute, ledger_path
from creditmate.db.models import FACTS, RECORDS, Interaction
from creditmate.db.models.base import column_names
from creditmate.db.proof import prove_all
from creditmate.domain.contact_form import ContactForm
from creditmate.domain.customer_status import Status
from creditmate.services.call_drafts import CallDrafts, TypedCall
from creditmate.services.contacts_editing import ContactsEditing
from creditmate.services.decisions import Decisions
from creditmate.services.search import Search
from tests.builders import a_customer
from tests.services.conftest import Office
from tests.services.test_calls_and_today import MONDAY, owing, will_pay

CARD = "4111 1111 1111 1111"
SAID = f"They read out {CARD}, I said no"
KEPT = "They read out •••• 1111, I said no"
_NAMES = {"note", "notes", "reason", "remember", "deed", "none_because"}


def on_disk() -> bytes:
    """Return every byte of the ledger and of what stands beside it; it is closed."""
    path = ledger_path()
    connection.close()
    return b"".join(each.read_bytes() for each in path.parent.iterdir() if each.is_file())


def test_every_note_is_free_text_but_what_stands_on_a_paper() -> None:
    """What was printed must be what is kept: it was looked at before it was issued."""
    notes = {
        (model.__name__, name)
        for model in (*FACTS, *RECORDS)
        for name in set(column_names(model)) & _NAMES - model.free
    }
    codes, printed = {("Dispute", "reason")}, {("OwnDocument", "note"), ("OwnDocument", "reason")}
    assert notes == codes | printed
    for model in (*FACTS, *RECORDS):
        assert model.free <= set(column_names(model))


def test_a_number_typed_as_who_was_spoken_to_is_masked_too(office: Office) -> None:
    owing(office, "ACME", 50_000)
    office.call("ACME", replace(will_pay(50_000), with_name=f"Joe {CARD}"))
    assert office.gateway.take_cards_masked() == 1
    assert execute("SELECT heard_name FROM interaction").fetchone() == ("Joe •••• 1111",)
    assert CARD.encode() not in on_disk()


def test_a_calls_texts_are_masked_everywhere_and_told(office: Office) -> None:
    owing(office, "ACME", 50_000)
    note = replace(
        will_pay(50_000), note=SAID, deed=f"Ring the card people about {CARD}", deed_by=MONDAY
    )
    office.call("ACME", note)
    assert office.gateway.take_cards_masked() == 2
    assert office.gateway.take_cards_masked() == 0
    assert execute("SELECT notes FROM interaction").fetchone() == (KEPT,)
    assert prove_all() == []
    assert Search().notes("1111")
    assert CARD.encode() not in on_disk()


def test_a_record_and_its_edits_are_masked(office: Office) -> None:
    owing(office, "ACME", 50_000)
    people = ContactsEditing(office.gateway, office.clock)
    people.save("ACME", ContactForm(name="Ann Lee", notes=SAID))
    assert office.gateway.take_cards_masked() == 1
    (form,) = people.of("ACME")
    assert form.notes == KEPT
    people.save("ACME", replace(form, notes=f"{SAID}. Again: 5555-5555-5555-4444"))
    (form,) = people.of("ACME")
    assert form.notes == f"{KEPT}. Again: •••• 4444"
    assert prove_all() == []
    found = on_disk()
    assert CARD.encode() not in found
    assert b"5555-5555" not in found


def test_what_is_being_typed_is_masked_too(office: Office) -> None:
    owing(office, "ACME", 50_000)
    drafts = CallDrafts(office.clock)
    drafts.save("ACME", datetime(2026, 11, 23, 9, 0, tzinfo=UTC), TypedCall(notes=SAID, deed=SAID))
    kept = drafts.read("ACME")
    assert kept is not None
    assert (kept.typed.notes, kept.typed.deed) == (KEPT, KEPT)
    assert CARD.encode() not in on_disk()


def test_what_fails_is_not_told(office: Office) -> None:
    def failing() -> None:
        with office.gateway.write("test") as writing:
            writing.add_many(Interaction, (), [])

    with pytest.raises(ValueError, match="interaction"):
        failing()
    assert office.gateway.take_cards_masked() == 0


def test_a_reason_for_a_decision_or_a_deed_is_masked(office: Office) -> None:
    owing(office, "ACME", 50_000)
    Decisions(office.gateway, office.clock).set_status("ACME", Status.ON_STOP, SAID)
    assert execute("SELECT reason FROM customer_status").fetchone() == (KEPT,)
    with office.gateway.write("test", reason=SAID) as writing:
        a_customer(writing, "OAK")
    assert execute("SELECT reason FROM action ORDER BY id DESC").fetchone() == (KEPT,)
    assert office.gateway.take_cards_masked() == 2
    assert prove_all() == []
    assert CARD.encode() not in on_disk()
