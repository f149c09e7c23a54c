"""The part of a customer's story that tells what they said they had paid."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from creditmate.db.connection import database
from creditmate.db.models import Claim, ClaimEvent
from creditmate.db.story_keys import story_key
from creditmate.domain.claims import ClaimEnd
from creditmate.domain.money import Money
from creditmate.domain.story import Claimed, ClaimMade, ClaimMoved, Happening

_SAID = Claim.void_action_id.is_null()
_CLAIMED = (Claim.paid_day, Claim.method, Claim.reference, Claim.amount_minor, Claim.currency)


def talks_with_a_claim(customer: int) -> set[int]:
    """Return the contacts in which a customer said to have paid."""
    query = Claim.select(Claim.interaction_id).where(
        (Claim.customer_id == customer) & Claim.interaction_id.is_null(False) & _SAID
    )
    return {id_ for (id_,) in database.execute(query)}


def claims_made_in(customer: int, talks: Sequence[int]) -> dict[int, list[Claimed]]:
    """Return what was said to be paid in each of these contacts."""
    query = (
        Claim.select(Claim.interaction_id, *_CLAIMED)
        .where((Claim.customer_id == customer) & Claim.interaction_id.in_(list(talks)) & _SAID)
        .order_by(Claim.id)
    )
    found: dict[int, list[Claimed]] = {}
    for talk, *values in database.execute(query):
        found.setdefault(talk, []).append(_claimed(*values))
    return found


def made_keys(customer: int, as_at: date) -> Any:  # noqa: ANN401 - a peewee query
    """Ask for the days and ids of claims; those made in a talk are told with it."""
    return Claim.select(Claim.day, Claim.id).where(
        (Claim.customer_id == customer)
        & (Claim.day <= as_at)
        & Claim.interaction_id.is_null()
        & _SAID
    )


def made(_customer: int, _as_at: date, ids: Sequence[int]) -> Iterator[ClaimMade]:
    """Return these claims."""
    query = Claim.select(Claim.day, Claim.id, Claim.by_whom, *_CLAIMED).where(
        Claim.id.in_(list(ids))
    )
    for day, id_, by_whom, *values in database.execute(query):
        yield ClaimMade(story_key(day, Happening.CLAIM_MADE, id_), by_whom, _claimed(*values))


def moved_keys(customer: int, as_at: date) -> Any:  # noqa: ANN401 - a peewee query
    """Ask for the days and ids of what became of claims; saying so once more tells itself."""
    return (
        ClaimEvent.select(ClaimEvent.day, ClaimEvent.id)
        .join(Claim, on=Claim.id == ClaimEvent.claim_id)
        .where((Claim.customer_id == customer) & (ClaimEvent.day <= as_at) & _SAID)
        .where(ClaimEvent.void_action_id.is_null() & (ClaimEvent.kind != ClaimEnd.REPLACED))
    )


def moved(_customer: int, _as_at: date, ids: Sequence[int]) -> Iterator[ClaimMoved]:
    """Return what became of claims."""
    query = (
        ClaimEvent.select(ClaimEvent.day, ClaimEvent.id, ClaimEvent.kind, Claim.day, *_CLAIMED)
        .join(Claim, on=Claim.id == ClaimEvent.claim_id)
        .where(ClaimEvent.id.in_(list(ids)))
    )
    for day, id_, kind, said, *values in database.execute(query):
        yield ClaimMoved(
            key=story_key(day, Happening.CLAIM_ENDED, id_),
            kind=ClaimEnd(kind),
            said_day=date.fromisoformat(said),
            claimed=_claimed(*values),
        )


def _claimed(paid: str, method: str, reference: str, minor: int | None, currency: str) -> Claimed:
    money = None if minor is None else Money(minor, currency)
    return Claimed(date.fromisoformat(paid), method, reference, money)
