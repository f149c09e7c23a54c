"""A payment plan that was agreed on the visit, with its parts as they would be."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.domain.errors import Problem, UserError
from creditmate.domain.plan_terms import PlanTerms
from creditmate.i18n.catalogue import words
from creditmate.i18n.problems import problem_words
from creditmate.services.customers import Brief
from creditmate.services.plan_agreeing import PlanDraft
from creditmate.ui.kit.field import Field
from creditmate.ui.plans.item_ticks import ItemTicks
from creditmate.ui.plans.plan_fields import PlanFields
from creditmate.ui.plans.plan_state import PlanReader, PlanTyped
from creditmate.ui.plans.refusals import placed
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE
from creditmate.ui.visits.report_values import ReportValues, ticks_value

_HALF_TYPED = frozenset({Problem.BAD_DATE, Problem.BAD_MONEY})


class ReportPlan(QWidget):
    """Nothing is agreed to before number and first day are said; the parts are seen by then.

    Attributes:
        items: What it pays.
        fields: How it is cut.
    """

    told_anew = Signal()

    def __init__(self, around: Surroundings, brief: Brief) -> None:
        super().__init__()
        self._around, self._brief = around, brief
        self._ = _ = words(around.language).gettext
        self.items = ItemTicks(around, brief)
        self.fields = PlanFields(around)
        self.about = Field(around.theme, _("It pays"), self.items, echoes=False)
        if brief.person is not None:
            self.fields.by_whom.input.setText(brief.person.name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addWidget(self.about)
        column.addWidget(self.fields)
        self._seen: PlanTerms | None = None
        self._asked: PlanTerms | None = None
        self._is_proposed = False
        self._drafts: Latest[PlanDraft] = Latest(
            around.desk, self._on_draft, self._on_no_draft, self
        )
        self.items.changed.connect(self._on_changed)
        self.fields.changed.connect(self._on_changed)
        self._on_changed()

    def be_known(self, values: ReportValues) -> None:
        """Have the fields kept as they are typed."""
        for name, field in self.fields.named().items():
            values.know(f"plan.{name}", field.input)
        values.know("plan.every", self.fields.every.input)
        values.know("plan.interest", self.fields.interest.input)
        values.know_as("plan.items", ticks_value(self.items))
        self.items.changed.connect(values.edited)

    @property
    def is_begun(self) -> bool:
        """Whether somebody began to say how it is cut."""
        typed = self._typed
        return any(
            (typed.parts.strip(), typed.each.strip(), typed.first.strip(), typed.down.strip())
        )

    def read(self) -> tuple[PlanTerms | None, bool]:
        """Return the plan, and whether it could be understood and was seen as it would be."""
        if not self.is_begun:
            return None, True
        try:
            terms = self._reader.terms(self._typed)
        except UserError as error:
            self._refuse(error)
            return None, False
        if self._seen != terms:
            self._say(self._("Look at the parts above: Enter again agrees to them."))
            self._ask(terms)
            self.fields.parts.setFocus()
            return None, False
        return terms, True

    def _ask(self, terms: PlanTerms) -> None:
        """Have the parts of these terms worked out."""
        self._asked = terms
        plans, code = self._around.program.plans, self._brief.customer.code
        self._drafts.ask(partial(plans.draft, code, terms))

    @property
    def _typed(self) -> PlanTyped:
        return self.fields.typed(self.items.chosen)

    @property
    def _reader(self) -> PlanReader:
        today = self._around.program.clock.today
        currency = self.items.currency or self._brief.customer.currency
        return PlanReader(self._around.locale, today, currency)

    def _on_changed(self) -> None:
        """Work the plan out anew; of what is half typed nothing is said."""
        self._seen = None
        self._propose()
        self.told_anew.emit()
        if not self._typed.is_begun:
            self._say(self._("Say how many parts and the day of the first: the parts stand here."))
            return
        try:
            self._ask(self._reader.terms(self._typed))
        except UserError as error:
            if error.problem not in _HALF_TYPED:
                self._say(self._words(error))

    def _propose(self) -> None:
        """Once it is said how it is cut: until then there is no plan."""
        typed = self._typed
        if not self._is_proposed and (typed.parts.strip() or typed.each.strip()):
            self._is_proposed = True
            self.fields.propose(self._brief.facts.pays.cycle)

    def _on_draft(self, draft: PlanDraft) -> None:
        if self._typed.is_begun:
            self._seen = self._asked
            self.fields.preview.show_draft(draft)
            self.fields.ask_why(wanted=draft.needs_reason)

    def _on_no_draft(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._say(self._words(error))
        else:
            self._around.desk.failed.emit(error)

    def _refuse(self, error: UserError) -> None:
        found = self.fields.named().get(str(placed(error).facts.get("field", "")), self.about)
        found.refuse(self._words(error))
        found.setFocus()

    def _say(self, text: str) -> None:
        self.fields.preview.say(text)

    def _words(self, error: UserError) -> str:
        return problem_words(error, self._around.language, self._around.locale)
