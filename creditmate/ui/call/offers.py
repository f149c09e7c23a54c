"""What a call form fills in by itself, and what of it stays; knows no toolkit."""

from dataclasses import dataclass

from creditmate.domain.confirmation import WANTS_COPY
from creditmate.domain.outcomes import Outcome
from creditmate.services.call_drafts import TypedCall
from creditmate.ui.call.extra_state import barrier_offered
from creditmate.ui.call.form_state import Reader


@dataclass(frozen=True, slots=True)
class Offers:
    """The texts that fields were filled with; empty where nothing follows from the rest.

    ``replaces`` is the tick that what they said before holds no longer.
    """

    amount: str = ""
    by: str = ""
    paid: str = ""
    next_day: str = ""
    next_at: str = ""
    barrier: str = ""
    deed: str = ""
    deed_by: str = ""
    replaces: bool = False


def offers(reader: Reader, outcome: Outcome | None, typed: TypedCall, copies: str = "") -> Offers:
    """Return what the promises, what they say to have paid, and the next step begin with.

    Args:
        reader: Of the form.
        outcome: How the call ended.
        typed: What stands in it.
        copies: In words, that we send what they have not received, or is missing.
    """
    got = reader.understand(typed)
    return Offers(
        amount=reader.amount_offered(outcome, anew=typed.replaces),
        by=reader.by_offered(outcome),
        deed=copies if outcome in WANTS_COPY else "",
        deed_by=reader.deed_by_offered(typed),
        paid=reader.paid_offered(outcome),
        next_day=reader.next_offered(typed, got),
        next_at=reader.hour_offered(got),
        barrier=barrier_offered(outcome),
        replaces=bool(reader.takes_place(typed, got)),
    )


def offered(current: str, before: str, now: str) -> str:
    """Return what a field shows when another text is offered: what a user typed stays."""
    return now if now != before and current in {"", before} else current
