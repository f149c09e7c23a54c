"""Days on which a debt earns no interest because it was so arranged: more time, or a plan kept."""

from collections.abc import Sequence
from datetime import date

from creditmate.db.extensions import extensions_of
from creditmate.db.plan_money import plan_money
from creditmate.db.plans import plans_of
from creditmate.domain.interest import Held
from creditmate.domain.plan_standing import plan_standings
from creditmate.domain.plan_terms import Meanwhile
from creditmate.services.plan_promises import promises_of_planned
from creditmate.services.promise_standings import posted_to


def waived_days(as_at: date, customers: Sequence[int]) -> dict[int, tuple[Held, ...]]:
    """Return, by entry, the days on which interest stands still by arrangement.

    Of more time all its days, of a plan those on which it was being kept; where interest was said
    to run on, none. The whole entry stands still, also where a plan pays only a part of it.
    """
    found: dict[int, list[Held]] = {}
    for own in extensions_of(customers, as_at).values():
        for one in own:
            if one.interest is Meanwhile.WAIVED and one.last_day >= one.day:
                for entry in one.entries:
                    found.setdefault(entry, []).append(Held(one.day, one.last_day))
    agreed = plans_of(customers, as_at)
    if not agreed:
        return {entry: tuple(spans) for entry, spans in found.items()}
    money, posted = plan_money(agreed, promises_of_planned(agreed, as_at), as_at), posted_to(as_at)
    for customer, plans in agreed.items():
        for standing in plan_standings(plans, money[customer], posted, as_at)[0]:
            if standing.plan.interest is Meanwhile.WAIVED:
                spans = [Held(first, last) for first, last in standing.kept_spans]
                for entry in standing.plan.entries:
                    found.setdefault(entry, []).extend(spans)
    return {entry: tuple(spans) for entry, spans in found.items()}
