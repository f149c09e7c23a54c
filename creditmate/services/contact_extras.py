"""What else may come of a contact: a question, words worth noting, more time, a plan."""

from dataclasses import dataclass, replace
from datetime import date

from creditmate.db.gateway import Writing
from creditmate.domain.changes import Touched
from creditmate.domain.errors import UserError
from creditmate.domain.noted import NewNoted, NotedKind
from creditmate.domain.plan_terms import Beginning, PlanTerms
from creditmate.domain.refusals import Why, refused
from creditmate.domain.rows import CustomerRow
from creditmate.services.call_notes import CallNote
from creditmate.services.cases import CustomerFile, read_files
from creditmate.services.group_time import put_down_time
from creditmate.services.lateness import learnt_book
from creditmate.services.new_disputes import check_dispute, put_down_dispute
from creditmate.services.noted import check_noted, put_down_noted
from creditmate.services.plan_agreeing import ARRANGED, put_down_plan
from creditmate.services.words_before import questioned_in


@dataclass(frozen=True, slots=True)
class Extras:
    """What else comes of one contact: with whom, what was told, on which day."""

    customer: CustomerRow
    file: CustomerFile
    call: CallNote
    day: date

    def check(self) -> None:
        """Refuse what cannot come of a contact with this customer.

        Raises:
            UserError: ``FIELD_REFUSED``; ``UNKNOWN_STAFF``.
        """
        queries = self.call.queries
        for place, query in enumerate(queries):
            try:
                check_dispute(self.file, query, self.day)
            except UserError as error:  # a form with several says it in the right one
                raise UserError(error.problem, **error.facts, query=place) from error
        asked = [item.entry for query in queries for item in query.items]
        if len(set(asked)) < len(asked):  # each was checked against what is open for itself
            raise refused("dispute.items", Why.TWICE)
        for new in self._noted():
            check_noted(new, self.day)

    def put_down(self, writing: Writing, talk: int) -> None:
        """Put down what was checked, in the action of the contact.

        Raises:
            UserError: ``PLAN_REFUSED``: a plan or more time cannot be agreed so.
        """
        customer, file, call, day = self.customer, self.file, self.call, self.day
        by = call.with_name.strip()
        for query in call.queries:
            asked = replace(query, by_whom=query.by_whom or by)
            put_down_dispute(writing, customer, file, asked, day, interaction=talk)
        if call.queries and (call.extension is not None or call.plan is not None):
            # what was just questioned is in no plan
            (file,) = read_files([customer.id], day, learnt_book(day))
        if call.extension is not None:
            new_time = replace(call.extension, by_whom=call.extension.by_whom or by)
            put_down_time(writing, customer, file, new_time, day, interaction=talk)
        if call.plan is not None:
            terms = plan_told(call, call.plan)
            put_down_plan(writing, customer, file, terms, day, interaction=talk)
        for new in self._noted():
            put_down_noted(writing, customer, new, day, interaction=talk)

    @property
    def touched(self) -> Touched:
        """What putting it down touches."""
        call = self.call
        touched = Touched.DISPUTES | Touched.PROMISES if call.queries else Touched.NOTHING
        return touched if call.extension is None and call.plan is None else touched | ARRANGED

    def _noted(self) -> list[NewNoted]:
        said = (
            (NotedKind.OPPORTUNITY, self.call.opportunity),
            (NotedKind.FEEDBACK, self.call.feedback),
        )
        return [NewNoted(kind, words.strip()) for kind, words in said if words.strip()]


def plan_told(call: CallNote, plan: PlanTerms) -> PlanTerms:
    """Return the plan of a contact as it is agreed: begun with what was promised besides it."""
    terms = replace(plan, by_whom=plan.by_whom or call.with_name.strip())
    if call.promised is None or call.promised_by is None:
        return terms
    spoken_of = tuple(one for one in call.entries if one not in questioned_in(call))
    began = Beginning(call.promised, call.promised_by, spoken_of, bool(call.replaces_promises))
    return replace(terms, begins=began)
