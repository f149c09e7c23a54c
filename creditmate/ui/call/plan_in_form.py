"""What is known of the plan that stands in a form; knows no toolkit."""

from dataclasses import dataclass

from creditmate.domain.errors import UserError
from creditmate.domain.plan_terms import PlanTerms
from creditmate.i18n.read_back import AgreedPlan
from creditmate.services.plan_agreeing import PlanDraft


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
    first, last = draft.parts[0], draft.parts[-1]
    return AgreedPlan(draft.amount, len(draft.parts), first.amount, first.day, last.day)
