"""What customers say they have paid: put down, and read as at a day."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from peewee import JOIN, fn

from creditmate.db.connection import database, execute
from creditmate.db.conversation import is_answer
from creditmate.db.fields import among
from creditmate.db.gateway import Writing
from creditmate.db.models import Claim, ClaimEvent, ClaimItem, Entry, Interaction, Receipt
from creditmate.db.prepared import Argument, Query, prepared
from creditmate.domain import claims as rules

_SAID = Claim.void_action_id.is_null()
"""What was undone never was, at any day."""
_HAPPENED = ClaimEvent.void_action_id.is_null()


def claims_of(customers: Sequence[int], as_at: date) -> dict[int, list[rules.Claim]]:
    """Return what these customers said up to a day to have paid, with what became of it."""
    if not customers or not _ever_claimed():
        return {}
    there = Claim.customer_id.in_(among(customers)) & (Claim.day <= as_at)
    found: dict[int, list[rules.Claim]] = {}
    for claim in _read(there, as_at):
        found.setdefault(claim.customer_id, []).append(claim)
    return found


def _ever_claimed() -> bool:
    """Whether anybody ever said so: most ledgers are asked in vain, and often."""
    return execute("SELECT 1 FROM claim LIMIT 1").fetchone() is not None


def claim_by_id(claim: int, as_at: date) -> rules.Claim | None:
    """Return a claim as known on a day; None if there is none."""
    return next(iter(_read((Claim.id == claim) & (Claim.day <= as_at), as_at)), None)


def claimants(as_at: date) -> set[int]:
    """Return the customers with a claim that was neither found nor taken back yet."""
    return {customer for customer, *_ in _waiting(as_at)}


@prepared
def _waiting(as_at: Argument) -> Query:
    return _unended(as_at)


def claims_past(as_at: date) -> list[tuple[int, str, int | None]]:
    """Return claims that may be lost: customer, currency and amount.

    Those whose time is up and that were neither found nor withdrawn, and those that somebody
    looked for in vain, while something they are about is open.
    """
    return list(_past(as_at))


@prepared
def _past(as_at: Argument) -> Query:
    still = (Entry.open_minor != 0) | Entry.closed_day.is_null() | (Entry.closed_day > as_at)
    about = ClaimItem.select(ClaimItem.id).where(ClaimItem.claim_id == Claim.id)
    left = about.clone().join(Entry, on=Entry.id == ClaimItem.entry_id).where(still)
    vain = ClaimEvent.select(ClaimEvent.claim_id).where(
        (ClaimEvent.kind == rules.ClaimEnd.NOT_FOUND) & (ClaimEvent.day <= as_at) & _HAPPENED
    )
    return (
        _unended(as_at)
        .where((Claim.until_day < as_at) | Claim.id.in_(vain))
        .where(fn.EXISTS(left) | ~fn.EXISTS(about))
    )


def _unended(as_at: Argument) -> Query:
    """Ask for claims without an ending up to a day: looked for in vain, it may come yet."""
    ended = ClaimEvent.select(ClaimEvent.claim_id).where(
        (ClaimEvent.day <= as_at) & _HAPPENED & (ClaimEvent.kind != rules.ClaimEnd.NOT_FOUND)
    )
    return Claim.select(Claim.customer_id, Claim.currency, Claim.amount_minor).where(
        (Claim.day <= as_at) & _SAID & Claim.id.not_in(ended)
    )


def _read(which: Any, as_at: date) -> Iterable[rules.Claim]:  # noqa: ANN401 - an expression
    query = (
        Claim.select(
            Claim.id, Claim.customer_id, Claim.interaction_id, Claim.day, Claim.by_whom,
            Claim.paid_day, Claim.method, Claim.reference, Claim.currency, Claim.amount_minor,
            Claim.until_day,
        )
        .where(which & _SAID)
        .order_by(Claim.id)
    )  # fmt: skip
    rows = list(database.execute(query))
    ids = [row[0] for row in rows]
    about, ended = _about(ids), _endings(ids, as_at)
    for id_, customer, talk, day, by, paid, method, reference, currency, minor, until in rows:
        yield rules.Claim(
            id=id_,
            customer_id=customer,
            interaction_id=talk,
            day=date.fromisoformat(day),
            by_whom=by,
            paid_day=date.fromisoformat(paid),
            method=method,
            reference=reference,
            currency=currency,
            minor=minor,
            until_day=date.fromisoformat(until),
            entries=tuple(about.get(id_, ())),
            ended=ended.get(id_),
        )


def _about(claims: Sequence[int]) -> dict[int, list[int]]:
    if not claims:
        return {}
    query = (
        ClaimItem.select(ClaimItem.claim_id, ClaimItem.entry_id)
        .where(ClaimItem.claim_id.in_(among(claims)))
        .order_by(ClaimItem.id)
    )
    found: dict[int, list[int]] = {}
    for claim, entry in database.execute(query):
        found.setdefault(claim, []).append(entry)
    return found


def _endings(claims: Sequence[int], as_at: date) -> dict[int, rules.ClaimEnding]:
    """What became of each claim: what was put down last counts."""
    if not claims:
        return {}
    query = (
        ClaimEvent.select(
            ClaimEvent.claim_id,
            ClaimEvent.kind,
            ClaimEvent.day,
            ClaimEvent.receipt_id,
            Receipt.amount_minor,
            fn.EXISTS(_spoken_since(as_at)),
        )
        .join(Claim, on=Claim.id == ClaimEvent.claim_id)
        .switch(ClaimEvent)
        .join(Receipt, JOIN.LEFT_OUTER, on=Receipt.id == ClaimEvent.receipt_id)
        .where(ClaimEvent.claim_id.in_(among(claims)) & (ClaimEvent.day <= as_at) & _HAPPENED)
        .order_by(ClaimEvent.day, ClaimEvent.id)
    )
    return {
        claim: rules.ClaimEnding(
            rules.ClaimEnd(kind), date.fromisoformat(day), receipt, minor, spoken_since=bool(spoken)
        )
        for claim, kind, day, receipt, minor, spoken in database.execute(query)
    }


def _spoken_since(as_at: date) -> Query:
    """Ask for talks put down later than an ending; of one day, the day does not tell the order."""
    return Interaction.select(Interaction.id).where(
        (Interaction.customer_id == Claim.customer_id)
        & (Interaction.day >= ClaimEvent.day)
        & (Interaction.day <= as_at)
        & (Interaction.action_id > ClaimEvent.action_id)
        & is_answer()
        & Interaction.void_action_id.is_null()
    )


def add_claim(writing: Writing, *, about: Sequence[int], **values: object) -> int:
    """Put down that a customer says to have paid, with the entries it is about."""
    claim = writing.add(Claim, **values)
    rows = [(claim, entry) for entry in about]
    writing.add_many(ClaimItem, ("claim_id", "entry_id"), rows)
    return claim


def end_claim(
    writing: Writing, claim: int, kind: rules.ClaimEnd, day: date, receipt: int | None = None
) -> None:
    """Put down what became of a claim."""
    writing.add(ClaimEvent, claim_id=claim, kind=kind.value, day=day, receipt_id=receipt)


def void_claim_endings(writing: Writing, events: Sequence[int]) -> None:
    """Void what was put down about claims: they hold again."""
    writing.void(ClaimEvent, events)


def claim_rest(writing: Writing, claim: rules.Claim, day: date, minor: int) -> int:
    """Put down that the rest of a claim is still claimed, as it was, when a part was found."""
    return add_claim(
        writing,
        about=claim.entries,
        customer_id=claim.customer_id,
        interaction_id=claim.interaction_id,
        day=day,
        by_whom=claim.by_whom,
        paid_day=claim.paid_day,
        method=claim.method,
        reference=claim.reference,
        currency=claim.currency,
        amount_minor=minor,
        until_day=max(claim.until_day, day),
    )
