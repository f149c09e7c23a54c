"""What may come of a call besides promises, and which outcome asks for it by itself."""

from enum import StrEnum

from creditmate.domain.outcomes import Outcome


class Besides(StrEnum):
    """What may be filled in; the values are kept with what is typed."""

    BARRIER = "barrier"
    QUERY = "query"
    PLAN = "plan"
    TIME = "time"
    TOLD = "told"
    OPPORTUNITY = "opportunity"
    FEEDBACK = "feedback"
    SATISFACTION = "satisfaction"


_BY_OUTCOME = {
    Outcome.WAITING_APPROVAL: Besides.BARRIER,
    Outcome.INVOICE_NOT_RECEIVED: Besides.BARRIER,
    Outcome.PAPERS_MISSING: Besides.BARRIER,
    Outcome.CANNOT_PAY: Besides.BARRIER,
    Outcome.REFUSES: Besides.BARRIER,
    Outcome.PART_PAYMENT: Besides.BARRIER,
    Outcome.DISPUTE: Besides.QUERY,
    Outcome.PLAN_AGREED: Besides.PLAN,
    Outcome.ASKS_FOR_TIME: Besides.TIME,
    Outcome.OPPORTUNITY: Besides.OPPORTUNITY,
    Outcome.FEEDBACK: Besides.FEEDBACK,
}


def unfolds(outcome: Outcome | None) -> Besides | None:
    """Return what an outcome asks for; None where it asks for nothing more."""
    return None if outcome is None else _BY_OUTCOME.get(outcome)
