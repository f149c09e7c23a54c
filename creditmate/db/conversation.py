"""Contacts made: by whom, when, how, and what came of them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from peewee import JOIN, SQL, fn

from creditmate.db.connection import database
from creditmate.db.days import maybe_day
from creditmate.db.gateway import Writing
from creditmate.db.models import Contact, Customer, Interaction, InteractionDetail
from creditmate.db.prepared import Argument, Query, listed, prepared
from creditmate.domain.outcomes import Outcome
from creditmate.domain.rows import InteractionRow

_STANDS = Interaction.void_action_id.is_null()
"""What was undone never was, at any day."""
_Later = Interaction.alias("later")
_Last = Interaction.alias("last")


def not_corrected(as_at: Any) -> Any:  # noqa: ANN401 - a day or an argument, an expression
    """Ask for contacts that no other one puts right up to a day: that one tells how it was."""
    right = _Later.select(_Later.id).where(
        (_Later.corrects_id == Interaction.id)
        & (_Later.day <= as_at)
        & _Later.void_action_id.is_null()
    )
    return ~fn.EXISTS(right)


def interactions_of(customer: int, as_at: date, limit: int) -> list[InteractionRow]:
    """Return a customer's contacts made up to a day, the latest first."""
    query = (
        Interaction.select(
            Interaction.id, Interaction.customer_id, Interaction.channel, Interaction.direction,
            Interaction.day, fn.COALESCE(Contact.name, Interaction.heard_name),
            Interaction.outcome, Interaction.notes, Interaction.next_day,
            Interaction.none_because, fn.COALESCE(InteractionDetail.override, ""),
        )
        .join(Contact, JOIN.LEFT_OUTER, on=Contact.id == Interaction.contact_id)
        .switch(Interaction)
        .join(
            InteractionDetail,
            JOIN.LEFT_OUTER,
            on=(InteractionDetail.interaction_id == Interaction.id)
            & InteractionDetail.void_action_id.is_null(),
        )
        .where((Interaction.customer_id == customer) & (Interaction.day <= as_at) & _STANDS)
        .where(not_corrected(as_at))
        .order_by(Interaction.day.desc(), Interaction.id.desc())
        .limit(limit)
    )  # fmt: skip
    return [
        InteractionRow(
            id=id_,
            customer_id=of,
            channel=channel,
            direction=direction,
            day=_day(day),
            with_name=name,
            outcome=outcome,
            notes=notes,
            next_day=maybe_day(next_day),
            none_because=because,
            override=override,
        )
        for (
            id_,
            of,
            channel,
            direction,
            day,
            name,
            outcome,
            notes,
            next_day,
            because,
            override,
        ) in database.execute(query)
    ]


Talk = tuple[date, str, bool]
"""Day and outcome of a contact, and whether they began it."""


def last_contacts(customers: Sequence[int], as_at: date) -> dict[int, list[Talk]]:
    """Return each customer's contacts on the latest day on which there was one."""
    found: dict[int, list[Talk]] = {}
    for customer, day, outcome, direction in _latest(list(customers), as_at):
        found.setdefault(customer, []).append((_day(day), outcome, direction == "in"))
    return found


@prepared
def _latest(customers: Argument, as_at: Argument) -> Query:
    """Each latest day is the end of its index: a long history costs nothing."""
    latest = (
        _Last.select(_Last.day)
        .where((_Last.customer_id == Customer.id) & (_Last.day <= as_at))
        .where(_Last.void_action_id.is_null())
        .order_by(_Last.day.desc())
        .limit(1)
    )
    return (
        Interaction.select(
            Interaction.customer_id, Interaction.day, Interaction.outcome, Interaction.direction
        )
        .join(Customer, on=Customer.id == Interaction.customer_id)
        .where(Customer.id.in_(listed(customers)) & (Interaction.day == latest))
        .where(_STANDS & not_corrected(as_at))
        .order_by(Interaction.id)
    )


def count_contacts(customers: Sequence[int], first: date, last: date) -> int:
    """How many contacts of our own making there were from ``first`` to ``last`` inclusive.

    Args:
        customers: All whose contacts count together: a group has one budget.
        first: The first day.
        last: The last day.
    """
    ((count,),) = _contacts_of_ours(list(customers), first, last)
    return int(count)


@prepared
def _contacts_of_ours(customers: Argument, first: Argument, last: Argument) -> Query:
    ours = Interaction.customer_id.in_(listed(customers)) & (Interaction.direction == "out")
    return Interaction.select(fn.COUNT(Interaction.id)).where(
        ours & _STANDS & Interaction.day.between(first, last) & not_corrected(last)
    )


def _day(text: object) -> date:
    return date.fromisoformat(str(text))


def add_interaction(writing: Writing, **values: object) -> int:
    """Put down a contact that was made, by who is at work; what is not given is not known."""
    row: dict[str, object] = {
        "staff_id": writing.staff_id,
        "seconds": None,
        "corrects_id": None,
        "mood": "",
        "signals": "",
        **values,
    }
    return writing.add(Interaction, **row)


def last_talks(customers: Sequence[int], as_at: date) -> dict[int, date]:
    """Return the last day up to ``as_at`` on which somebody of each customer's was reached."""
    rows = _reached(list(customers), as_at)
    return {customer: _day(day) for customer, day in rows if day is not None}


def last_answers(customers: Sequence[int], as_at: date) -> dict[int, date]:
    """Return the last day up to ``as_at`` on which what each customer owes was spoken of."""
    rows = _answered(list(customers), as_at)
    return {customer: _day(day) for customer, day in rows if day is not None}


@prepared
def _reached(customers: Argument, as_at: Argument) -> Query:
    reached = [outcome.value for outcome in Outcome if outcome.reached]
    return _last_day(Interaction.outcome.in_(reached), customers, as_at)


@prepared
def _answered(customers: Argument, as_at: Argument) -> Query:
    return _last_day(is_answer(), customers, as_at)


def _last_day(which: Any, customers: Argument, as_at: Argument) -> Query:  # noqa: ANN401 - an expression
    last = (
        Interaction.select(Interaction.day)
        .where((Interaction.customer_id == Customer.id) & (Interaction.day <= as_at))
        .where(which & _STANDS & not_corrected(as_at))
        .order_by(Interaction.day.desc())
        .limit(1)
    )
    return Customer.select(Customer.id, last).where(Customer.id.in_(listed(customers)))


def last_outcome(customer: int, as_at: date) -> str | None:
    """Return how the last contact up to a day ended in which what they owe was spoken of."""
    found = (
        Interaction.select(Interaction.outcome)
        .where((Interaction.customer_id == customer) & (Interaction.day <= as_at))
        .where(is_answer() & _STANDS & not_corrected(as_at))
        .order_by(Interaction.day.desc(), Interaction.id.desc())
        .limit(1)
    )
    return next((outcome for (outcome,) in database.execute(found)), None)


def is_answer() -> Any:  # noqa: ANN401 - an expression
    """Whether what is owed was spoken of in a contact (``Outcome.answers``)."""
    ours = [outcome.value for outcome in Outcome if outcome.answers(incoming=False)]
    theirs = [outcome.value for outcome in Outcome if outcome.answers(incoming=True)]
    begun_by_us = (Interaction.direction == "out") & Interaction.outcome.in_(ours)
    return begun_by_us | Interaction.outcome.in_(theirs)


def asked_not_to_be_called(customers: Sequence[int], as_at: date) -> set[int]:
    """Return which customers asked, up to a day, not to be called again.

    The wish stands whatever is said afterwards; only an interaction that corrects the one in
    which it was put down takes it back.
    """
    return {customer for (customer,) in _wished(list(customers), as_at)}


@prepared
def _wished(customers: Argument, as_at: Argument) -> Query:
    """The outcome stands in the text: only so the index of such talks answers."""
    wish = Interaction.outcome == SQL(f"'{Outcome.DO_NOT_CALL.value}'")
    return (
        Interaction.select(Interaction.customer_id)
        .where(wish & Interaction.customer_id.in_(listed(customers)) & (Interaction.day <= as_at))
        .where(_STANDS & not_corrected(as_at))
        .distinct()
    )
