"""A customer's story from the tables: which happenings there are, then those that are looked at.

Naming them reads days and ids only, so that a story of thousands opens at once.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from peewee import fn

from creditmate.db import story_account as account
from creditmate.db import story_claims as claims
from creditmate.db import story_plans as plans
from creditmate.db import story_talks as spoken
from creditmate.db.connection import database
from creditmate.db.customers import chunks
from creditmate.db.models import (
    Action,
    Interaction,
    Paper,
    Task,
    Visit,
    VisitPreparation,
)
from creditmate.db.story_keys import story_key
from creditmate.db.story_moved import moved, moved_keys
from creditmate.db.story_noted import noted, noted_keys
from creditmate.db.story_visits import planned, planned_keys, visit_keys, visits
from creditmate.domain.kinds import DocumentKind, paper_kind
from creditmate.domain.money import Money
from creditmate.domain.story import (
    Happening,
    PaperIssued,
    StepDone,
    StoryEvent,
    StoryKey,
    Topic,
)
from creditmate.domain.story_order import happenings_of

_STANDS = Interaction.void_action_id.is_null()
"""What was undone never was, at any day."""
_DOCUMENTS = [kind.value for kind in DocumentKind]


def story_keys(customer: int, as_at: date, topic: Topic = Topic.EVERYTHING) -> list[StoryKey]:
    """Return the happenings of a topic up to a day that stand in tables, in no order.

    How promises ended is worked out, so it is not among them.
    """
    wanted = happenings_of(topic)
    found: list[StoryKey] = []
    if Happening.TALK in wanted:
        found += spoken.talk_keys(customer, as_at, topic)
    for what, query in _KEYS.items():
        if what in wanted:
            asked = query(customer, as_at)
            if what is Happening.PAPER and Happening.DOCUMENT in wanted:
                asked = asked.where(Paper.kind.not_in(_DOCUMENTS))  # told by their documents
            rows = database.execute(asked)
            found += [story_key(day, what, id_) for day, id_ in rows]
    return found


def story_rows(customer: int, as_at: date, keys: Iterable[StoryKey]) -> dict[StoryKey, StoryEvent]:
    """Return happenings by their keys, as known on a day; those not in tables are left out."""
    ids: dict[Happening, list[int]] = {}
    for key in keys:
        ids.setdefault(key.what, []).append(key.id)
    found: dict[StoryKey, StoryEvent] = {}
    for what, read in _ROWS.items():
        for chunk in chunks(ids.get(what, [])):
            found.update((event.key, event) for event in read(customer, as_at, chunk))
    return found


# ------------------------------------------------------------------ next steps
def _step_keys(customer: int, as_at: date) -> Any:  # noqa: ANN401 - a peewee query
    """Steps that a contact took care of are told by it, and money looked for by its promise.

    A visit is told by what happened to it, and what was called off with it was done by nobody.
    """
    contact = Interaction.select(Interaction.id).where(
        (Interaction.customer_id == customer) & (Interaction.day == Task.done_day) & _STANDS
    )
    visit = Visit.select(Visit.id).where(Visit.task_id == Task.id)
    step = VisitPreparation.task_id == Task.id
    left = VisitPreparation.select(VisitPreparation.id).where(
        step & VisitPreparation.archived_day.is_null(False)
    )
    return Task.select(Task.done_day, Task.id).where(
        (Task.customer_id == customer)
        & (Task.done_day <= as_at)
        & Task.archived_day.is_null()
        & Task.done_by_interaction_id.is_null()
        & ~fn.EXISTS(contact)
        & ~fn.EXISTS(visit)
        & ~fn.EXISTS(left)
        & ((Task.kind != "check_money") | (Task.note != ""))
    )


def _steps(_customer: int, _as_at: date, ids: Sequence[int]) -> Iterator[StepDone]:
    query = Task.select(Task.done_day, Task.id, Task.kind, Task.day, Task.note, Task.about).where(
        Task.id.in_(list(ids))
    )
    for done, id_, kind, day, note, about in database.execute(query):
        key = story_key(done, Happening.STEP_DONE, id_)
        yield StepDone(key, kind, date.fromisoformat(day), note, about)


# ------------------------------------------------------------------ papers
def _paper_keys(customer: int, as_at: date) -> Any:  # noqa: ANN401 - a peewee query
    """A paper was issued on the business day of the action that did it."""
    return (
        Paper.select(Action.business_day, Paper.id)
        .join(Action, on=Action.id == Paper.action_id)
        .where((Paper.customer_id == customer) & (Action.business_day <= as_at))
    )


def _papers(_customer: int, _as_at: date, ids: Sequence[int]) -> Iterator[PaperIssued]:
    query = (
        Paper.select(
            Action.business_day, Paper.id, Paper.number, Paper.as_at_day, Paper.total_minor,
            Paper.currency, Paper.pages, Paper.kind,
        )
        .join(Action, on=Action.id == Paper.action_id)
        .where(Paper.id.in_(list(ids)))
    )  # fmt: skip
    for day, id_, number, as_at, total, currency, pages, kind in database.execute(query):
        yield PaperIssued(
            story_key(day, Happening.PAPER, id_),
            number,
            date.fromisoformat(as_at),
            Money(total, currency),
            pages,
            paper_kind(kind),
        )


_KEYS: dict[Happening, Callable[[int, date], Any]] = {
    Happening.PROMISE_MADE: spoken.promise_keys,
    Happening.CLAIM_MADE: claims.made_keys,
    Happening.CLAIM_ENDED: claims.moved_keys,
    Happening.STEP_DONE: _step_keys,
    Happening.PAPER: _paper_keys,
    Happening.DISPUTE_RAISED: account.raised_keys,
    Happening.DISPUTE_ENDED: account.moved_keys,
    Happening.MONEY: account.money_keys,
    Happening.DOCUMENT: account.document_keys,
    Happening.CONTACT_MOVED: moved_keys,
    Happening.NOTED: noted_keys,
    Happening.VISIT_MOVED: visit_keys,
    Happening.VISIT_PLANNED: planned_keys,
    Happening.PLAN_AGREED: plans.agreed_keys,
    Happening.PLAN_MOVED: plans.moved_keys,
    Happening.TIME_GIVEN: plans.given_keys,
    Happening.TIME_ENDED: plans.ended_keys,
}
_ROWS: dict[Happening, Callable[[int, date, Sequence[int]], Iterable[StoryEvent]]] = {
    Happening.TALK: spoken.talks,
    Happening.PROMISE_MADE: spoken.promises,
    Happening.CLAIM_MADE: claims.made,
    Happening.CLAIM_ENDED: claims.moved,
    Happening.STEP_DONE: _steps,
    Happening.PAPER: _papers,
    Happening.DISPUTE_RAISED: account.raised,
    Happening.DISPUTE_ENDED: account.moved,
    Happening.MONEY: account.money,
    Happening.DOCUMENT: account.documents,
    Happening.CONTACT_MOVED: moved,
    Happening.NOTED: noted,
    Happening.VISIT_MOVED: visits,
    Happening.VISIT_PLANNED: planned,
    Happening.PLAN_AGREED: plans.agreed,
    Happening.PLAN_MOVED: plans.moved,
    Happening.TIME_GIVEN: plans.given,
    Happening.TIME_ENDED: plans.ended,
}
