"""A payment plan that was agreed on the visit, with its parts as they would be."""

from creditmate.domain.errors import UserError
from creditmate.domain.plan_terms import PlanTerms
from creditmate.services.customers import Brief
from creditmate.ui.plans.plan_form import PlanForm
from creditmate.ui.plans.refusals import placed
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.visits.report_values import ReportValues, ticks_value


class ReportPlan(PlanForm):
    """Nothing is agreed to before number and first day are said; the parts are seen by then."""

    def __init__(self, around: Surroundings, brief: Brief) -> None:
        super().__init__(around, brief, proposes=False)
        self.refused.connect(self._refuse)

    def be_known(self, values: ReportValues) -> None:
        """Have the fields kept as they are typed."""
        for name, field in self.fields.named().items():
            values.know(f"plan.{name}", field.input)
        values.know("plan.every", self.fields.every.input)
        values.know("plan.interest", self.fields.interest.input)
        values.know_as("plan.items", ticks_value(self.items))
        self.items.changed.connect(values.edited)

    def read(self) -> tuple[PlanTerms | None, bool]:
        """Return the plan, and whether it could be understood and was seen as it would be."""
        if not self.is_begun:
            return None, True
        try:
            terms = self.terms()
        except UserError as error:
            self._refuse(error)
            return None, False
        if not self.was_seen(terms):
            self.say(self._("Look at the parts above: Enter again agrees to them."))
            self.fields.parts.setFocus()
            return None, False
        return terms, True

    def _refuse(self, error: UserError) -> None:
        found = self.fields.named().get(str(placed(error).facts.get("field", "")), self.about)
        found.refuse(self.problem_words(error))
        found.setFocus()
