"""Contacts of the sample in other ways than by telephone, one put right, and one that was moved.

They are months old: what is to be done today does not hang on them.
"""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from creditmate.db.contact_again import move_contact, void_contact
from creditmate.db.contact_details import add_detail
from creditmate.db.conversation import add_interaction
from creditmate.db.gateway import Writing
from creditmate.domain.barriers import Barrier
from creditmate.domain.contact_budget import Purpose
from creditmate.domain.contact_channels import Way
from creditmate.domain.contact_details import Told, told_text
from creditmate.domain.outcomes import Outcome
from creditmate.services.sample.story import Setting
from creditmate.services.sample.write import Ids
from creditmate.services.sample.write_talks import summer_minutes

_HOUR = 11


@dataclass(frozen=True, slots=True)
class _Contact:
    """A contact so many working days ago; ``notes`` as somebody of ours or theirs wrote them."""

    ago: int
    code: str
    way: Way
    outcome: Outcome
    notes: str
    because: str
    incoming: bool = True
    purpose: Purpose = Purpose.INCOMING
    barrier: Barrier | None = None
    told: tuple[Told, ...] = ()


_CONTACTS = (
    _Contact(
        96, "BIRK01", Way.EMAIL, Outcome.PAPERS_MISSING,
        "Order number on invoices\n\nDear all, our system sends invoices back that have no order"
        " number. Could you please put it on every one? Kind regards, Sandra",
        "the numbers are on the invoices from now on", barrier=Barrier.ORDER_NUMBER,
    ),
    _Contact(
        95, "BIRK01", Way.EMAIL, Outcome.NO_ANSWER,
        "Thanked her, sent the invoices again with the order numbers on them.",
        "answered", incoming=False, purpose=Purpose.REPLY, told=(Told.WHERE_TO,),
    ),
    _Contact(
        88, "CALD01", Way.EMAIL, Outcome.DETAILS_CORRECTED,
        "New address for invoices\n\nPlease send invoices to the accounts mailbox from the first"
        " of the month. Many thanks, Femi",
        "changed in the details",
    ),
    _Contact(
        83, "COPP01", Way.TEXT, Outcome.ALL_WELL,
        "Delivery came in good order, thank you! Lorna", "nothing to do",
    ),
)  # fmt: skip
_HEARD = _Contact(
    79, "EAST01", Way.CALL, Outcome.REFUSES, "Lee will not pay the delivery note charge.",
    "the office manager is asked", incoming=False, purpose=Purpose.OWN,
)  # fmt: skip
_MEANT = _Contact(
    79, "EAST01", Way.CALL, Outcome.WAITING_APPROVAL,
    "Heard wrong at first: Lee cannot sign the delivery note charge himself, his partner does.",
    "the office manager is asked", incoming=False, purpose=Purpose.OWN, barrier=Barrier.APPROVAL,
)  # fmt: skip
_WRONG = _Contact(
    74, "FELL01", Way.CALL, Outcome.ALL_WELL,
    "Grace rang: the oak arrived and is as ordered.", "nothing to do",
)  # fmt: skip
_RIGHT = "ELLE01"


def write_contacts(writing: Writing, ids: Ids, staff: range, at: Setting) -> None:
    """Write contacts in several ways, a correction, and one moved to its customer."""
    writer = _Writer(writing, ids, staff[-1], at)
    for contact in _CONTACTS:
        writer.put_down(contact)
    heard, _ = writer.put_down(_HEARD)
    writer.put_down(_MEANT, corrects=heard)
    wrong, detail = writer.put_down(_WRONG)
    right, _ = writer.put_down(replace(_WRONG, code=_RIGHT))
    void_contact(writing, wrong, detail)
    move_contact(writing, wrong, right, at.working_ago(_WRONG.ago - 1), "Two on one list")


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes contacts of the sample."""

    writing: Writing
    ids: Ids
    staff: int
    at: Setting

    def put_down(self, contact: _Contact, corrects: int | None = None) -> tuple[int, int]:
        """Write one contact; return it and its detail."""
        day = self.at.working_ago(contact.ago)
        moment, offset = _moment(day)
        made = add_interaction(
            self.writing,
            customer_id=self.ids.customers[contact.code],
            contact_id=self.ids.contacts[contact.code][0],
            staff_id=self.staff,
            heard_name="",
            channel=contact.way.value,
            direction="in" if contact.incoming else "out",
            number="",
            day=day,
            at=moment,
            at_offset=offset,
            outcome=contact.outcome.value,
            notes=contact.notes,
            next_day=None,
            none_because=contact.because,
            corrects_id=corrects,
        )
        detail = add_detail(
            self.writing,
            interaction_id=made,
            purpose=contact.purpose.value,
            step="",
            barrier=contact.barrier.value if contact.barrier else "",
            told=told_text(contact.told),
            zone="Europe/London",
            satisfaction=None,
            override="",
        )
        return made, detail


def _moment(day: date) -> tuple[str, int]:
    minutes = summer_minutes(day)
    start = datetime(day.year, day.month, day.day, _HOUR, tzinfo=UTC)
    return (start - timedelta(minutes=minutes)).isoformat(timespec="milliseconds"), minutes
