"""What every contact has beside what was said: why it was made, and what it was about."""

from dataclasses import dataclass
from datetime import date

from creditmate.db import contact_details as kept
from creditmate.db.gateway import Writing
from creditmate.domain.barriers import Barrier
from creditmate.domain.contact_budget import Purpose
from creditmate.domain.contact_details import Told, told_text
from creditmate.domain.contact_steps import Step
from creditmate.domain.rows import CustomerRow
from creditmate.services.call_notes import CallNote
from creditmate.services.cases import CustomerFile
from creditmate.services.contact_occasions import purpose_and_step
from creditmate.services.place_clocks import customer_zone


@dataclass(frozen=True, slots=True)
class Detail:
    """What a contact was about; ``zone`` is where the customer is, ``entries`` are ids."""

    purpose: Purpose
    step: Step | None = None
    barrier: Barrier | None = None
    told: tuple[Told, ...] = ()
    zone: str = ""
    satisfaction: int | None = None
    override: str = ""
    entries: tuple[int, ...] = ()


def put_down_detail(writing: Writing, interaction: int, detail: Detail) -> None:
    """Put down what a contact was about, in the action that puts the contact down."""
    kept.add_detail(
        writing,
        interaction_id=interaction,
        purpose=detail.purpose.value,
        step=detail.step.value if detail.step else "",
        barrier=detail.barrier.value if detail.barrier else "",
        told=told_text(detail.told),
        zone=detail.zone,
        satisfaction=detail.satisfaction,
        override=detail.override.strip(),
    )
    kept.add_items(writing, interaction, list(dict.fromkeys(detail.entries)))


def detail_of(
    customer: CustomerRow, file: CustomerFile | None, call: CallNote, day: date
) -> Detail:
    """Return what a contact of a day is about.

    Why it was made and which step it takes are worked out if they are not told.

    To be asked before the contact is put down: what it answers is open until then. The file is
    None where the customer's was read on another day.
    """
    purpose, step = purpose_and_step(customer, file, call, day)
    return Detail(
        purpose=purpose,
        step=step,
        barrier=call.barrier,
        told=call.told,
        zone=customer_zone(customer.id),
        satisfaction=call.satisfaction,
        override=call.override,
        entries=(*call.entries, *call.copies),
    )
