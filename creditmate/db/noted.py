"""Opportunities and feedback as at a day, and noting them."""

from collections.abc import Collection, Sequence
from datetime import date

from peewee import fn

from creditmate.db.connection import database
from creditmate.db.days import maybe_day
from creditmate.db.disputes import customers_in_question
from creditmate.db.gateway import Writing
from creditmate.db.models import (
    Customer,
    Dispute,
    DisputeEvent,
    Interaction,
    InteractionDetail,
    Noted,
    NotedEvent,
)
from creditmate.db.prepared import Argument, Query, about_customers, prepared
from creditmate.domain.disputes import DisputeEventKind
from creditmate.domain.noted import NotedKind, NotedMove, NotedRow, NoteDue, noted_state

_STANDS = Noted.void_action_id.is_null()
"""What was undone never was, at any day."""


def noted_rows(as_at: date, customers: Sequence[int] | None = None) -> list[NotedRow]:
    """Return everything noted up to a day, the latest first, as it stood then.

    Args:
        as_at: What happened later is not known.
        customers: Of these; of everybody for None.
    """
    found = list(_noted(customers, as_at))
    if not found:
        return []
    moves: dict[int, list[tuple[NotedMove, date, date | None, str]]] = {}
    for id_, kind, day, on, note in _moves(as_at):
        move = (NotedMove(kind), date.fromisoformat(day), maybe_day(on), note)
        moves.setdefault(id_, []).append(move)
    asking = customers_in_question(as_at)
    rows = []
    for id_, customer, code, name, kind, day, words, on in found:
        made, since = moves.get(id_, []), maybe_day(on)
        latest = made[-1] if made else None
        put_off = [to for _, _, to, _ in made if to is not None]
        state = noted_state(NotedKind(kind), latest and latest[0], in_question=customer in asking)
        ended = latest is not None and latest[0] is not NotedMove.PUT_OFF
        rows.append(
            NotedRow(
                id=id_,
                customer_id=customer,
                code=code,
                name=name,
                kind=NotedKind(kind),
                day=date.fromisoformat(day),
                words=words,
                follow_up_day=put_off[-1] if put_off else since,
                state=state,
                ended_day=latest[1] if latest is not None and ended else None,
                note=latest[3] if latest is not None else "",
            )
        )
    return rows


@about_customers(Noted.customer_id)
def _noted(as_at: Argument) -> Query:
    return (
        Noted.select(
            Noted.id, Noted.customer_id, Customer.code, Customer.name, Noted.kind, Noted.day,
            Noted.words, Noted.follow_up_day,
        )
        .join(Customer, on=Customer.id == Noted.customer_id)
        .where((Noted.day <= as_at) & _STANDS)
        .order_by(Noted.day.desc(), Noted.id.desc())
    )  # fmt: skip


@prepared
def _moves(as_at: Argument) -> Query:
    return (
        NotedEvent.select(
            NotedEvent.noted_id, NotedEvent.kind, NotedEvent.day, NotedEvent.follow_up_day,
            NotedEvent.note,
        )
        .where((NotedEvent.day <= as_at) & NotedEvent.void_action_id.is_null())
        .order_by(NotedEvent.day, NotedEvent.id)
    )  # fmt: skip


def notes_due(as_at: date, customers: Collection[int] | None = None) -> dict[int, list[NoteDue]]:
    """Return what was noted and is to be come back to by a day, by customer.

    An opportunity that waits for an answer is among them. What is done with is not read.

    Args:
        as_at: What happened later is not known.
        customers: Of these; of everybody for None.
    """
    found: dict[int, list[NoteDue]] = {}
    for customer, kind, made, words, on in _due(customers, as_at):
        note = NoteDue(NotedKind(kind), date.fromisoformat(made), words, date.fromisoformat(on))
        found.setdefault(customer, []).append(note)
    return found


@about_customers(Noted.customer_id)
def _due(as_at: Argument) -> Query:
    happened = (NotedEvent.noted_id == Noted.id) & (NotedEvent.day <= as_at)
    happened &= NotedEvent.void_action_id.is_null()
    put_off = NotedEvent.kind == NotedMove.PUT_OFF.value
    latest = (
        NotedEvent.select(NotedEvent.follow_up_day)
        .where(happened & put_off)
        .order_by(NotedEvent.day.desc(), NotedEvent.id.desc())
        .limit(1)
    )
    on = fn.COALESCE(latest, Noted.follow_up_day)
    ended = fn.EXISTS(NotedEvent.select(NotedEvent.id).where(happened & ~put_off))
    return Noted.select(Noted.customer_id, Noted.kind, Noted.day, Noted.words, on).where(
        (Noted.day <= as_at) & _STANDS & (on <= as_at) & ~ended
    )


# ---------------------------------------------------------------- how satisfied they are
def last_satisfaction(customer: int, as_at: date) -> date | None:
    """Return the last day up to which a customer said how satisfied it is."""
    query = (
        Interaction.select(fn.MAX(Interaction.day))
        .join(InteractionDetail, on=InteractionDetail.interaction_id == Interaction.id)
        .where((Interaction.customer_id == customer) & (Interaction.day <= as_at))
        .where(InteractionDetail.satisfaction.is_null(False))
        .where(Interaction.void_action_id.is_null() & InteractionDetail.void_action_id.is_null())
    )
    ((day,),) = database.execute(query)
    return maybe_day(day)


def questions_ended(customer: int, first: date, last: date) -> list[date]:
    """Return the days from ``first`` to ``last`` on which we answered a customer's questions.

    Those that a file says were settled are not among them: nobody told the customer anything.
    """
    query = (
        DisputeEvent.select(DisputeEvent.day)
        .join(Dispute, on=Dispute.id == DisputeEvent.dispute_id)
        .where((Dispute.customer_id == customer) & DisputeEvent.day.between(first, last))
        .where(DisputeEvent.kind.not_in([DisputeEventKind.AMENDED, DisputeEventKind.SETTLED]))
        .where(Dispute.void_action_id.is_null() & DisputeEvent.void_action_id.is_null())
    )
    return [date.fromisoformat(day) for (day,) in database.execute(query)]


# ---------------------------------------------------------------- writing
def add_noted(writing: Writing, **values: object) -> int:
    """Note something of a customer's."""
    return writing.add(Noted, **values)


def add_noted_event(writing: Writing, noted: int, **values: object) -> int:
    """Put down what became of something noted."""
    return writing.add(NotedEvent, noted_id=noted, **values)
