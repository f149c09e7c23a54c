"""How what customers say they have paid stands, read with what it stands by."""

from collections.abc import Mapping, Sequence
from datetime import date

from creditmate.db.business import cash_posted_to
from creditmate.db.claim_money import spent_elsewhere
from creditmate.db.claims import claims_of
from creditmate.db.entries import money_since, open_entries
from creditmate.db.groups import branches_of
from creditmate.db.unmatched import waiting_amounts
from creditmate.domain.claims import UNFOUND, Claim, ClaimStanding, ClaimState, claim_standings
from creditmate.domain.money import Money
from creditmate.domain.promises import Cash
from creditmate.domain.rows import OpenEntryRow

Entries = Mapping[int, Sequence[OpenEntryRow]]
"""What is open as at the day, by customer."""


def said_paid(
    customers: Sequence[int], as_at: date, entries: Entries
) -> dict[int, list[ClaimStanding]]:
    """Return how the claims of these customers stand; nobody who never said so is named.

    What a head office says to have paid may come as its branches' money, and be about their items.
    """
    claims = claims_of(customers, as_at)
    if not claims:
        return {}
    branches = branches_of(list(claims))
    heads = {branch: head for head, found in branches.items() for branch in found}
    theirs: dict[int, list[OpenEntryRow]] = {}
    for row in open_entries(list(heads), as_at):
        theirs.setdefault(heads[row.customer_id], []).append(row)
    said = [claim for own in claims.values() for claim in own]
    first = min(claim.paid_day for claim in said)
    cash: dict[int, list[Cash]] = {}
    rows = money_since([*claims, *heads], first, as_at)
    spent = spent_elsewhere(said, [id_ for id_, *_ in rows], as_at)
    for id_, customer, day, money in rows:
        one = Cash(id_, day, money.currency, money.minor, spent=spent.get(id_, {}))
        for whose in {customer, heads.get(customer, customer)} & claims.keys():
            cash.setdefault(whose, []).append(one)
    latest = cash_posted_to()
    posted = None if latest is None else min(date.fromisoformat(latest), as_at)
    return {
        customer: claim_standings(
            own,
            cash.get(customer, ()),
            posted,
            as_at,
            {
                claim.id: _open_of(claim, entries.get(customer, ()), theirs.get(customer, ()))
                for claim in own
            },
        )
        for customer, own in claims.items()
    }


def claims_like_money(
    standings: Mapping[int, Sequence[ClaimStanding]], as_at: date
) -> frozenset[int]:
    """Return the claims not found of which an unmatched receipt, anybody's, has the amount."""
    lost = [one for rows in standings.values() for one in rows if one.state is ClaimState.NOT_FOUND]
    if not lost:
        return frozenset()
    waiting = waiting_amounts(as_at)
    return frozenset(
        one.claim.id for one in lost if Money(one.missing_minor, one.claim.currency) in waiting
    )


def open_claims(customers: Sequence[int], as_at: date) -> list[ClaimStanding]:
    """Return claims of which money is still to be looked for, by the day it was paid."""
    claimed = list(claims_of(customers, as_at))
    if not claimed:
        return []
    entries: dict[int, list[OpenEntryRow]] = {}
    for row in open_entries(claimed, as_at):
        entries.setdefault(row.customer_id, []).append(row)
    standings = said_paid(claimed, as_at, entries)
    found = [one for rows in standings.values() for one in rows if one.state in UNFOUND]
    return sorted(found, key=lambda one: (one.claim.paid_day, one.claim.id))


def _open_of(
    claim: Claim, entries: Sequence[OpenEntryRow], of_branches: Sequence[OpenEntryRow]
) -> int:
    """What is open of the entries a claim is about; of all its currency's if it names none.

    A sum that a head office says to have paid may be for its branches too.
    """
    about = [row for row in entries if not claim.entries or row.id in claim.entries]
    return sum(
        row.open.minor
        for row in (*about, *(of_branches if claim.minor is not None else ()))
        if row.due_day is not None and row.open.currency == claim.currency
    )
