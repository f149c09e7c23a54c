"""What is known of the plan that stands in a form; knows no toolkit."""

from dataclasses import dataclass, replace
from datetime import date

from creditmate.domain.errors import UserError
from creditmate.domain.money import Money
from creditmate.domain.plan_terms import Beginning, PlanTerms
from creditmate.i18n.read_back import AgreedPlan
from creditmate.services.plan_agreeing import PlanDraft
from creditmate.services.plans import Plans


@dataclass(frozen=True, slots=True)
class PlanInForm:
    """What was worked out of which terms; an error says why it cannot be."""

    terms: PlanTerms | None = None
    draft: "PlanDraft | UserError | None" = None

    def of(self, terms: PlanTerms | None) -> "PlanDraft | UserError | None":
        """Return what is known of these terms; None: it is still to be worked out."""
        return self.draft if terms is not None and terms == self.terms else None


def agreed_plan(draft: PlanDraft | None) -> AgreedPlan | None:
    """Return a plan as it is read back."""
    if draft is None:
        return None
    parts, whole = draft.parts, draft.amount
    if draft.begins and draft.terms.down is not None:  # which is read back as their promise
        parts, whole = parts[1:], whole - draft.terms.down
    first, last = parts[0], parts[-1]
    return AgreedPlan(whole, len(parts), first.amount, first.day, last.day)


def begun(
    terms: PlanTerms | None, promised: Money | None, by: date | None, *, anew: bool
) -> PlanTerms | None:
    """Return a plan in a form as it begins: with what they promise besides it."""
    if terms is None or promised is None or by is None:
        return terms
    return replace(terms, begins=Beginning(promised, by, anew=anew))


def drawn_up(plans: Plans, code: str, terms: PlanTerms) -> tuple[PlanTerms, PlanDraft | UserError]:
    """What a plan would be, or why it cannot be: for the database thread."""
    try:
        return terms, plans.draft(code, terms)
    except UserError as error:
        return terms, error
