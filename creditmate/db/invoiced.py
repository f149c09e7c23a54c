"""Who was invoiced lately, and whom somebody here has spoken with."""

from datetime import date

from peewee import fn

from creditmate.db.models import Customer, Document, Interaction
from creditmate.db.prepared import Argument, Query, prepared
from creditmate.domain.kinds import DocumentKind
from creditmate.domain.outcomes import Outcome

_STANDS = (Document.state == "issued") & Document.void_action_id.is_null()
_INVOICE = Document.kind == DocumentKind.INVOICE.value


def invoiced_between(first: date, last: date) -> list[int]:
    """Return the customers with an invoice of one of these days."""
    return [customer for (customer,) in _invoiced(first, last)]


@prepared
def _invoiced(first: Argument, last: Argument) -> Query:
    dated = Document.day.between(first, last)
    return Document.select(Document.customer_id).where(_STANDS & _INVOICE & dated).distinct()


def first_invoiced_between(first: date, last: date, none_before: date) -> list[int]:
    """Return the customers with an invoice of one of these days, and none before another day."""
    return [customer for (customer,) in _first_invoiced(first, last, none_before)]


@prepared
def _first_invoiced(first: Argument, last: Argument, none_before: Argument) -> Query:
    """Each customer is looked up once in the index of its documents, however many there are."""
    lately = (
        Document.select(Document.customer_id.alias("customer_id"))
        .where(_STANDS & _INVOICE & Document.day.between(first, last))
        .distinct()
        .alias("lately")
    )
    earlier = Document.alias("earlier")
    before = earlier.select(earlier.id).where(
        (earlier.customer_id == lately.c.customer_id)
        & (earlier.day < none_before)
        & (earlier.state == "issued")
        & earlier.void_action_id.is_null()
        & (earlier.kind == DocumentKind.INVOICE.value)
    )
    return lately.select_from(lately.c.customer_id).where(~fn.EXISTS(before))


def silent_since(day: date, as_at: date) -> list[int]:
    """Return the customers with whom somebody spoke up to a day, and nobody since.

    Args:
        day: The last one on which they were spoken with, or an earlier one.
        as_at: Contacts dated later are not known.
    """
    return [customer for (customer,) in _silent(day, day, as_at)]


@prepared
def _silent(day: Argument, again: Argument, as_at: Argument) -> Query:
    """Asked of each customer by the index of its contacts, not of the contacts as a whole."""
    reached = [outcome.value for outcome in Outcome if outcome.reached]
    talks = (
        Interaction.select(Interaction.id)
        .where(Interaction.customer_id == Customer.id)
        .where(Interaction.void_action_id.is_null() & Interaction.outcome.in_(reached))
    )
    here = Customer.archived_day.is_null() & Customer.merged_into_id.is_null()
    before = talks.where(Interaction.day <= day)
    since = talks.where((Interaction.day > again) & (Interaction.day <= as_at))
    return Customer.select(Customer.id).where(here & fn.EXISTS(before) & ~fn.EXISTS(since))
