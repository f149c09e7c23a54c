"""A plan and a promise from one talk: what they pay by Friday is how the plan begins.

Source: docs/decisions/0025-plans-and-more-time.md.
"""

from dataclasses import replace
from datetime import date

from creditmate.domain.money import Money
from creditmate.domain.plan_draft import Covered
from creditmate.domain.plan_terms import PlanTerms
from creditmate.domain.promised_items import items_meant
from creditmate.services.cases import CustomerFile
from creditmate.services.whose_word import spoken_for


def begun(file: CustomerFile, terms: PlanTerms, found: Covered, today: date) -> PlanTerms:
    """Return terms of which what is promised in the same talk is paid before the parts.

    What of it is for something else stays beside the plan: a branch's item, or one that was named
    and is in no plan.

    Args:
        file: The customer's, before the talk.
        terms: As they were told.
        found: What the plan pays.
        today: Its day.
    """
    begins = terms.begins
    if begins is None or terms.down is not None or begins.money.currency != found.amount.currency:
        return terms
    case = spoken_for(file, today)
    if begins.anew:
        before = {standing.promise.id for standing in file.case.standings}
        stands = (one for one in case.standings if one.promise.id not in before)
        case = case._replace(standings=tuple(stands))
    meant = items_meant(case.portions(today), begins.money, today, begins.entries)
    inside = sum(meant.get(item.entry, 0) for item in found.items)
    if not inside:
        return terms
    return replace(terms, down=Money(inside, found.amount.currency), down_by=begins.by)
