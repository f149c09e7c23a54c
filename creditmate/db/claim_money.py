"""What of receipts was for something else than what customers say to have paid."""

from collections.abc import Collection, Sequence
from datetime import date

from peewee import fn

from creditmate.db.connection import database
from creditmate.db.fields import among
from creditmate.db.models import Allocation, Entry
from creditmate.db.models import Claim as StoredClaim
from creditmate.domain.claims import Claim
from creditmate.domain.kinds import EntryKind

_GIVEN_BACK = (EntryKind.BOUNCE, EntryKind.REFUND)


def spent_elsewhere(
    claims: Sequence[Claim], money: Sequence[int], as_at: date
) -> dict[int, dict[int, int]]:
    """Return, by entry of money and claim, what of it is set against what the claim is not about.

    That counts where somebody set it so before it was claimed, or when it was entered: then they
    knew what it was for. Matched later, it may be what was claimed all the same.
    """
    wanted = [claim for claim in claims if claim.minor is not None]
    used = _used(money, as_at) if wanted and money else []
    if not used:
        return {}
    made = dict(
        database.execute(
            StoredClaim.select(StoredClaim.id, StoredClaim.action_id).where(
                StoredClaim.id.in_(among([claim.id for claim in wanted]))
            )
        )
    )
    found: dict[int, dict[int, int]] = {}
    for claim in wanted:
        for credit, debit, minor, entered, matched, customer in used:
            about = debit in claim.entries or customer != claim.customer_id  # a branch's
            known = bool(claim.entries) and matched == entered
            if not about and (known or matched < made[claim.id]):
                spent = found.setdefault(credit, {})
                spent[claim.id] = spent.get(claim.id, 0) + minor
    return found


def set_against(money: Sequence[int], items: Collection[int], as_at: date) -> int:
    """Return how much of this money is set against these items, in minor units."""
    return sum(minor for _, debit, minor, *_ in _used(money, as_at) if debit in items)


def _used(money: Sequence[int], as_at: date) -> list[tuple[int, int, int, int, int, int]]:
    """Credit, debit, amount, the actions that entered the credit and matched the two, whose."""
    back, credit, debit = Allocation.alias("back"), Entry.alias("credit"), Entry.alias("debit")
    taken = back.select(back.id).where(
        (back.reverses_id == Allocation.id)
        & (back.debit_entry_id == Allocation.debit_entry_id)
        & (back.day <= as_at)
    )
    query = (
        Allocation.select(
            credit.id,
            debit.id,
            Allocation.amount_minor,
            credit.action_id,
            Allocation.action_id,
            Allocation.customer_id,
        )
        .join(credit, on=credit.id == Allocation.credit_entry_id)
        .switch(Allocation)
        .join(debit, on=debit.id == Allocation.debit_entry_id)
        .where(Allocation.credit_entry_id.in_(among(money)) & (Allocation.amount_minor > 0))
        .where((Allocation.day <= as_at) & ~fn.EXISTS(taken) & debit.kind.not_in(_GIVEN_BACK))
    )
    return list(database.execute(query))
