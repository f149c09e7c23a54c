"""What was said to be paid when plans were agreed, as they were drawn without it."""

from collections.abc import Mapping, Sequence
from datetime import date

from creditmate.db.connection import database
from creditmate.db.fields import among
from creditmate.db.models import CashPosted
from creditmate.db.models import Claim as StoredClaim
from creditmate.domain.claims import Claim
from creditmate.domain.plan_besides import left_out
from creditmate.domain.plans import Plan

_Pairs = Sequence[tuple[Plan, Sequence[Claim]]]
"""Plans, each with what its customer ever said to have paid."""


def left_out_of(
    plans: Mapping[int, Sequence[Plan]],
    claims: Mapping[int, Sequence[Claim]],
    agreed_in: Mapping[int, int],
) -> dict[int, dict[int, int]]:
    """Return, by plan and claim, what plans were drawn without, in minor units.

    Args:
        plans: By customer.
        claims: What they said to have paid; nothing is asked where there is none.
        agreed_in: The action in which each plan was agreed.
    """
    pairs = [
        (plan, said)
        for customer, said in claims.items()
        for plan in plans.get(customer, ())
        if any(one.day <= plan.day for one in said)
    ]
    if not pairs:
        return {}
    told_in, posted = _told_in(pairs), _posted(pairs, agreed_in)
    found: dict[int, dict[int, int]] = {}
    for plan, said in pairs:
        action = agreed_in[plan.id]
        before = [one.id for one in said if one.day <= plan.day and told_in.get(one.id, 0) < action]
        then = max(((done, day) for done, day in posted if done < action), default=None)
        outside = left_out(plan, said, before, date.min if then is None else then[1])
        if outside:
            found[plan.id] = outside
    return found


def _told_in(pairs: _Pairs) -> dict[int, int]:
    """The actions in which claims of the very day of a plan were told."""
    same_day = {one.id for plan, said in pairs for one in said if one.day == plan.day}
    if not same_day:
        return {}
    query = StoredClaim.select(StoredClaim.id, StoredClaim.action_id).where(
        StoredClaim.id.in_(among(sorted(same_day)))
    )
    return dict(database.execute(query))


def _posted(pairs: _Pairs, agreed_in: Mapping[int, int]) -> list[tuple[int, date]]:
    """In which action cash was posted up to which day, where it matters for what was over."""
    over = [
        (one.until_day, agreed_in[plan.id])
        for plan, said in pairs
        for one in said
        if one.until_day < plan.day
    ]
    if not over:
        return []
    query = CashPosted.select(CashPosted.action_id, CashPosted.to_day).where(
        (CashPosted.to_day >= min(day for day, _ in over))
        & (CashPosted.action_id < max(action for _, action in over))
    )
    return [(action, date.fromisoformat(day)) for action, day in database.execute(query)]
