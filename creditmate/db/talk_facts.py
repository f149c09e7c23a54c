"""What was told to a customer, and what is printed of an item."""

from datetime import date

from peewee import JOIN, fn

from creditmate.db.connection import database
from creditmate.db.conversation import not_corrected
from creditmate.db.models import (
    Contact,
    Document,
    DocumentPaper,
    Entry,
    Interaction,
    InteractionDetail,
    Paper,
)
from creditmate.domain.contact_details import read_told
from creditmate.domain.talk_facts import Printed, WasTold


def last_told(customer: int, as_at: date) -> WasTold | None:
    """Return what a customer was told last, up to a day."""
    about = InteractionDetail.interaction_id == Interaction.id
    query = (
        Interaction.select(
            Interaction.day,
            fn.COALESCE(Contact.name, Interaction.heard_name),
            Interaction.channel,
            InteractionDetail.told,
        )
        .join(InteractionDetail, on=about & InteractionDetail.void_action_id.is_null())
        .switch(Interaction)
        .join(Contact, JOIN.LEFT_OUTER, on=Contact.id == Interaction.contact_id)
        .where((Interaction.customer_id == customer) & (Interaction.day <= as_at))
        .where((InteractionDetail.told != "") & Interaction.void_action_id.is_null())
        .where(not_corrected(as_at))
        .order_by(Interaction.day.desc(), Interaction.id.desc())
        .limit(1)
    )
    for day, name, channel, told in database.execute(query):
        return WasTold(date.fromisoformat(day), name or "", channel, read_told(told))
    return None


def printed_due_day(entry: int, as_at: date) -> Printed | None:
    """Return the due day that stands on the paper of an item's document, if we issued one."""
    query = (
        Entry.select(Document.number, Entry.due_day, Paper.as_at_day)
        .join(Document, on=Document.id == Entry.document_id)
        .join(DocumentPaper, on=DocumentPaper.document_id == Document.id)
        .join(Paper, on=Paper.id == DocumentPaper.paper_id)
        .where((Entry.id == entry) & Entry.due_day.is_null(False) & (Paper.as_at_day <= as_at))
    )
    for number, due, issued in database.execute(query):
        return Printed(number, date.fromisoformat(due), date.fromisoformat(issued))
    return None
