"""What is promised about plans: by who has them, and by the head office that speaks for them."""

from collections.abc import Mapping, Sequence
from datetime import date

from creditmate.db.groups import heads_of
from creditmate.db.promises import promises_of
from creditmate.domain.plan_end import is_about
from creditmate.domain.plans import Plan
from creditmate.domain.promises import Promise


def promises_of_planned(
    agreed: Mapping[int, Sequence[Plan]], as_at: date
) -> dict[int, list[Promise]]:
    """Return the promises of customers with plans, and of their head offices those about the plans.

    Args:
        agreed: The plans, by customer; nothing is asked where there are none.
        as_at: Facts dated later are not known.
    """
    if not agreed:
        return {}
    heads = heads_of(list(agreed))
    known = promises_of(sorted({*agreed, *heads.values()}), as_at)
    found = {id_: list(known.get(id_, ())) for id_ in agreed}
    for branch, head in heads.items():
        found[branch] += [
            promise
            for promise in known.get(head, ())
            if any(is_about(promise, plan) for plan in agreed[branch])
        ]
    return found
