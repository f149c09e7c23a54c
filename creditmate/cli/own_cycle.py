"""A plan's rhythm where nobody said one: the customer's own payment run."""

from dataclasses import replace
from datetime import date

from creditmate.cli.session import Session
from creditmate.domain.plan_terms import Every, PlanTerms


def on_their_cycle(session: Session, terms: PlanTerms, every: str | None) -> PlanTerms:
    """Return a plan as it was told, with what nobody said of its rhythm as they pay.

    Args:
        session: Whose ``code`` tells who the plan is with.
        terms: As they were told; the rhythm is a month where nobody said one.
        every: The rhythm that was told.
    """
    if terms.dates or terms.days or (every is not None and terms.first is not None):
        return terms
    code = session.arguments.code
    brief = session.ask(lambda: session.program.customers.brief(code, session.today))
    cycle = brief.facts.pays.cycle
    if cycle is None or every not in {None, cycle.every.value}:
        return terms
    first: date = terms.first or cycle.first
    return replace(terms, every=cycle.every, first=first, days=cycle.days_of(cycle.every, first))


def told_rhythm(every: str | None) -> Every:
    """Return the rhythm that was told, else a month."""
    return Every.MONTH if every is None else Every(every)
