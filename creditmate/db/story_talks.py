"""What was said, for a customer's story: contacts made, and promises with or without one."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Any

from peewee import JOIN, fn

from creditmate.db import story_claims as claims
from creditmate.db.connection import database
from creditmate.db.models import Contact, Interaction, InteractionDetail, Promise, Staff
from creditmate.db.story_keys import story_key
from creditmate.db.story_moved import files_of, moved_here
from creditmate.db.story_visits import visits_in_vain
from creditmate.db.visit_letters import awaited_in
from creditmate.domain.barriers import Barrier
from creditmate.domain.contact_details import read_told
from creditmate.domain.feeling import read_signals
from creditmate.domain.money import Money
from creditmate.domain.receipts import Method
from creditmate.domain.story import Happening, Pledge, PromiseMade, StoryKey, Talk, Topic
from creditmate.domain.story_order import is_told_in

_STANDS = Interaction.void_action_id.is_null()
"""What was undone never was, at any day."""
_PROMISED = Promise.void_action_id.is_null()


def talk_keys(customer: int, as_at: date, topic: Topic) -> list[StoryKey]:
    """Return the contacts made with a customer up to a day that a topic tells of."""
    query = Interaction.select(Interaction.day, Interaction.id, Interaction.channel).where(
        (Interaction.customer_id == customer) & (Interaction.day <= as_at) & _STANDS
    )
    pledged = frozenset[int]()
    if topic is Topic.PROMISES:
        pledged = frozenset(_talks_with_a_pledge(customer)) | claims.talks_with_a_claim(customer)
    return [
        story_key(day, Happening.TALK, id_)
        for day, id_, channel in database.execute(query)
        if is_told_in(topic, channel, pledged=id_ in pledged)
    ]


def talk_moments(customer: int, as_at: date) -> dict[int, str]:
    """Return when each contact was that was not the customer's only one of its day."""
    there = (Interaction.customer_id == customer) & (Interaction.day <= as_at) & _STANDS
    several = (
        Interaction.select(Interaction.day)
        .where(there)
        .group_by(Interaction.day)
        .having(fn.COUNT(Interaction.id) > 1)
    )
    query = Interaction.select(Interaction.id, Interaction.at)
    return dict(database.execute(query.where(there & Interaction.day.in_(several))))


def _talks_with_a_pledge(customer: int) -> Collection[int]:
    query = Promise.select(Promise.interaction_id).where(
        (Promise.customer_id == customer) & Promise.interaction_id.is_null(False) & _PROMISED
    )
    return {id_ for (id_,) in database.execute(query)}


def talks(customer: int, as_at: date, ids: Sequence[int]) -> Iterator[Talk]:
    """Yield contacts by their ids, with what was promised in them or said to be paid."""
    pledges = _pledges_made_in(customer, ids)
    corrected = _corrected(customer, as_at, ids)
    said = claims.claims_made_in(customer, ids)
    moved, files = moved_here(ids), files_of(customer, ids)
    in_vain = visits_in_vain(ids, as_at)
    query = (
        Interaction.select(
            Interaction.day, Interaction.id, Interaction.channel, Interaction.direction,
            Interaction.outcome, fn.COALESCE(Contact.name, Interaction.heard_name),
            fn.COALESCE(Staff.name, ""), Interaction.seconds, Interaction.notes,
            Interaction.none_because, Interaction.signals, Interaction.corrects_id,
            fn.COALESCE(InteractionDetail.barrier, ""), fn.COALESCE(InteractionDetail.told, ""),
            fn.COALESCE(InteractionDetail.override, ""),
        )
        .join(Contact, JOIN.LEFT_OUTER, on=Contact.id == Interaction.contact_id)
        .switch(Interaction)
        .join(Staff, JOIN.LEFT_OUTER, on=Staff.id == Interaction.staff_id)
        .switch(Interaction)
        .join(
            InteractionDetail,
            JOIN.LEFT_OUTER,
            on=(InteractionDetail.interaction_id == Interaction.id)
            & InteractionDetail.void_action_id.is_null(),
        )
        .where(Interaction.id.in_(list(ids)) & _STANDS)
    )  # fmt: skip
    for row in database.execute(query):
        day, id_, channel, direction, outcome, name, by, seconds, notes, *more = row
        because, signals, corrects, barrier, was_told, override = more
        yield Talk(
            key=story_key(day, Happening.TALK, id_),
            channel=channel,
            direction=direction,
            outcome=outcome,
            with_name=name,
            by=by,
            seconds=seconds,
            notes=notes,
            none_because=because,
            pledges=tuple(pledges.get(id_, ())),
            claims=tuple(said.get(id_, ())),
            signals=read_signals(signals),
            corrects=corrects is not None,
            corrected=id_ in corrected,
            moved_from=moved.get(id_, ""),
            barrier=Barrier(barrier) if barrier else None,
            told=read_told(was_told),
            files=tuple(files.get(id_, ())),
            override=override,
            in_vain=in_vain.get(id_),
        )


def _corrected(customer: int, as_at: date, ids: Sequence[int]) -> Collection[int]:
    query = Interaction.select(Interaction.corrects_id).where(
        (Interaction.customer_id == customer)
        & (Interaction.day <= as_at)
        & _STANDS
        & Interaction.corrects_id.in_(list(ids))
    )
    return {id_ for (id_,) in database.execute(query)}


# ------------------------------------------------------------------ promises
_PLEDGE = (
    Promise.due_day, Promise.amount_minor, Promise.currency, Promise.deed, Promise.method,
)  # fmt: skip


def _pledges_made_in(customer: int, talks: Sequence[int]) -> dict[int, list[Pledge]]:
    query = (
        Promise.select(Promise.interaction_id, *_PLEDGE)
        .where((Promise.customer_id == customer) & Promise.interaction_id.in_(list(talks)))
        .where(_PROMISED)
        .order_by(Promise.side.desc(), Promise.id)
    )
    found: dict[int, list[Pledge]] = {}
    for talk, *values in database.execute(query):
        found.setdefault(talk, []).append(_pledge(*values))
    for talk, deeds in awaited_in(talks).items():
        theirs = [Pledge(one.day, None, one.words, theirs=True) for one in deeds]
        said = found.get(talk, [])
        pays = [one for one in said if one.money is not None]
        found[talk] = [*pays, *theirs, *(one for one in said if one.money is None)]
    return found


def _pledge(due: str, minor: int | None, currency: str | None, deed: str, method: str) -> Pledge:
    money = None if minor is None or currency is None else Money(minor, currency)
    return Pledge(date.fromisoformat(due), money, deed, Method(method) if method else None)


def promise_keys(customer: int, as_at: date) -> Any:  # noqa: ANN401 - a peewee query
    """Ask for the promises up to a day; those made in a talk are told with it."""
    return Promise.select(Promise.made_day, Promise.id).where(
        (Promise.customer_id == customer)
        & (Promise.made_day <= as_at)
        & Promise.interaction_id.is_null()
        & _PROMISED
    )


def promises(_customer: int, _as_at: date, ids: Sequence[int]) -> Iterator[PromiseMade]:
    """Yield promises by their ids."""
    query = Promise.select(Promise.made_day, Promise.id, *_PLEDGE).where(
        Promise.id.in_(list(ids)) & _PROMISED
    )
    for day, id_, *values in database.execute(query):
        yield PromiseMade(story_key(day, Happening.PROMISE_MADE, id_), _pledge(*values))
