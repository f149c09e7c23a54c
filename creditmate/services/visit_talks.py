"""The conversation of a visit that was held, read back with what both sides said they would do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from creditmate.db.contact_again import (
    last_word,
    noted_in,
    pledges_made_in,
    stored_contact,
    words_before,
)
from creditmate.db.dispute_register import dispute_row
from creditmate.db.made_in_contact import made_in
from creditmate.db.plans import plan_by_id
from creditmate.db.visit_letters import awaited_from
from creditmate.db.visit_outcomes import outcomes_of
from creditmate.domain.confirmation import Confirmation, Deed, Part
from creditmate.domain.money import Money
from creditmate.domain.noted import NotedKind
from creditmate.domain.outcomes import Outcome
from creditmate.domain.visits import VisitFile
from creditmate.services.visit_lists import visit_file
from creditmate.services.visit_report_pages import held_event


@dataclass(frozen=True, slots=True)
class VisitTalk:
    """What was said on a visit.

    Attributes:
        day: When it was held.
        with_name: Whom we met.
        outcome: How it ended.
        notes: In our words.
        pays: What they said they would pay, and by when.
        does: What else they said they would do.
        ours: What we said we would do.
        next_day: Of the next step; None without one, for ``none_because``.
        none_because: Why there is none.
        plan: The number of the plan that was agreed; '' without one.
        queries: What they query, by the numbers of its items.
        opportunity: A need that they spoke of, in their words.
        feedback: What they think of us, in their words.
    """

    day: date
    with_name: str
    outcome: Outcome
    notes: str
    pays: tuple[Part, ...] = ()
    does: tuple[Deed, ...] = ()
    ours: tuple[Deed, ...] = ()
    next_day: date | None = None
    none_because: str = ""
    plan: str = ""
    queries: tuple[tuple[str, ...], ...] = ()
    opportunity: str = ""
    feedback: str = ""


def outcomes_told(files: Sequence[VisitFile], as_at: date) -> Mapping[int, Outcome]:
    """Return how the conversations of visits ended, by the visit; those not held are left out."""
    held = {file.visit.id: held_event(file) for file in files}
    talks = {id_: one.interaction for id_, one in held.items() if one and one.interaction}
    ended = outcomes_of(list(talks.values()), as_at)
    return {id_: Outcome(ended[talk]) for id_, talk in talks.items() if talk in ended}


def visit_talk(named: str) -> VisitTalk | None:
    """Return the conversation of a visit; None where it was not held.

    Where the conversation was put right since, it is told as it is now.

    Raises:
        UserError: ``VISIT_REFUSED``: there is no such visit.
    """
    held = held_event(visit_file(named))
    if held is None or held.interaction is None:
        return None
    told = stored_contact(last_word(held.interaction))
    if told is None:
        return None
    chain = words_before(told.id)
    pledges = [one for one in pledges_made_in(chain) if not one.ended]
    noted = noted_in(chain)
    return VisitTalk(
        day=held.day,
        with_name=told.with_name,
        outcome=Outcome(told.outcome),
        notes=told.notes,
        pays=tuple(
            Part(Money(one.minor, one.currency), one.due_day)
            for one in pledges
            if one.theirs and one.minor is not None and one.currency is not None
        ),
        does=awaited_from(held.interaction),
        ours=tuple(Deed(one.deed, one.due_day) for one in pledges if not one.theirs),
        next_day=told.next_day,
        none_because=told.none_because,
        plan=_plan(chain, held.day),
        queries=_queries(chain, held.day),
        opportunity=noted.get(NotedKind.OPPORTUNITY.value, ""),
        feedback=noted.get(NotedKind.FEEDBACK.value, ""),
    )


def by_their_days(
    told: Confirmation, more: Sequence[Part]
) -> tuple[Confirmation, tuple[Part, ...]]:
    """Return a conversation and the further sums so that all that is paid follows by its days."""
    if told.promised is None or not more:
        return told, tuple(more)
    first, *rest = sorted((told.promised, *more), key=lambda one: one.day)
    return replace(told, promised=first), tuple(rest)


def _plan(chain: Sequence[int], as_at: date) -> str:
    """The number of the plan that was agreed last."""
    plans = (plan_by_id(id_, as_at) for talk in chain for id_ in made_in(talk, "plan"))
    return next((plan.number for plan in plans if plan is not None), "")


def _queries(chain: Sequence[int], as_at: date) -> tuple[tuple[str, ...], ...]:
    """What each query is about, the first that was raised first."""
    ids = (id_ for talk in reversed(chain) for id_ in made_in(talk, "dispute"))
    asked = (dispute_row(id_, as_at) for id_ in ids)
    return tuple(tuple(item.number for item in one.items) for one in asked if one is not None)
