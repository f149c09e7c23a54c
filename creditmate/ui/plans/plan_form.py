"""The form of a payment plan: what it pays, how it is cut, and the parts as they would be."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.domain.errors import Problem, UserError
from creditmate.domain.plan_terms import PlanTerms
from creditmate.domain.plans import Plan
from creditmate.i18n.catalogue import words
from creditmate.i18n.problems import problem_words
from creditmate.services.customers import Brief
from creditmate.services.plan_agreeing import PlanDraft
from creditmate.ui.kit.field import Field
from creditmate.ui.plans.item_ticks import ItemTicks
from creditmate.ui.plans.plan_fields import PlanFields
from creditmate.ui.plans.plan_state import PlanReader, PlanTyped
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE

_HALF_TYPED = frozenset({Problem.BAD_DATE, Problem.BAD_MONEY})


class PlanForm(QWidget):
    """The parts follow what is typed; what cannot be agreed is said in their place.

    Attributes:
        items: What it pays.
        about: The field around them.
        fields: How it is cut.
    """

    told_anew = Signal()
    """Something else is typed."""
    shown_anew = Signal()
    """Something else stands where the parts are."""
    refused = Signal(object)
    """These terms were to be agreed to, and cannot be: a ``UserError``."""

    def __init__(
        self,
        around: Surroundings,
        brief: Brief,
        *,
        replaces: Plan | None = None,
        proposes: bool = True,
    ) -> None:
        """Make it, for a new plan or for one in the place of another.

        Args:
            around: Of the window.
            brief: Whose plan it is.
            replaces: The plan whose place it takes.
            proposes: Their usual rhythm stands there at once; else once somebody begins to type,
                so that nothing typed is no plan.
        """
        super().__init__()
        self._around, self._brief = around, brief
        self._replaces = None if replaces is None else replaces.id
        self._asked: PlanTerms | None = None
        self._seen: PlanTerms | None = None
        self._is_wanted = self._is_proposed = False
        self._proposes = proposes
        self._ = _ = words(around.language).gettext
        self.items = ItemTicks(around, brief)
        if replaces is not None:
            self.items.tick(replaces.entries)
        self.fields = PlanFields(around)
        self.about = Field(around.theme, _("It pays"), self.items, echoes=False)
        if brief.person is not None:
            self.fields.by_whom.input.setText(brief.person.name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addWidget(self.about)
        column.addWidget(self.fields)
        self._drafts: Latest[PlanDraft] = Latest(
            around.desk, self._on_draft, self._on_no_draft, self
        )
        self.items.changed.connect(self._on_changed)
        self.fields.changed.connect(self._on_changed)
        self._on_changed()

    # ------------------------------------------------------------- what is typed
    @property
    def is_begun(self) -> bool:
        """Whether somebody began to say how it is cut."""
        typed = self._typed
        return any(
            (typed.parts.strip(), typed.each.strip(), typed.first.strip(), typed.down.strip())
        )

    @property
    def draft(self) -> PlanDraft | None:
        """The plan as it is shown; None while something else is said there."""
        return self.fields.preview.shown

    def terms(self) -> PlanTerms:
        """Return what is to be agreed to.

        Raises:
            UserError: Something cannot be understood.
        """
        return self._reader.terms(self._typed)

    def was_seen(self, terms: PlanTerms) -> bool:
        """Whether the parts of just these terms are shown; if not, they will be.

        Nobody agrees to days and amounts that were not shown yet.
        """
        if self._seen == _cut(terms):
            return True
        self._is_wanted = True
        if self._asked != _cut(terms):
            self._ask(terms)
        return False

    def say(self, text: str) -> None:
        """Say something where the parts stand."""
        self._seen = None
        self.fields.preview.say(text)
        self.shown_anew.emit()

    def problem_words(self, error: UserError) -> str:
        """Return what is wrong, in words."""
        return problem_words(error, self._around.language, self._around.locale)

    # ------------------------------------------------------------- the parts
    def _ask(self, terms: PlanTerms) -> None:
        """Have the parts of these terms worked out."""
        self._asked = _cut(terms)
        plans, code = self._around.program.plans, self._brief.customer.code
        self._drafts.ask(partial(plans.draft, code, terms))

    @property
    def _typed(self) -> PlanTyped:
        return self.fields.typed(self.items.chosen, self._replaces)

    @property
    def _reader(self) -> PlanReader:
        today = self._around.program.clock.today
        currency = self.items.currency or self._brief.customer.currency
        return PlanReader(self._around.locale, today, currency)

    def _on_changed(self) -> None:
        """Work the plan out anew; of what is half typed nothing is said."""
        self._is_wanted = False
        self._propose()
        self.told_anew.emit()
        typed, _ = self._typed, self._
        if not typed.is_begun:
            missing = _("Say how many parts and the day of the first: the parts stand here.")
            self.say(missing if typed.entries else _("Tick what the plan pays."))
            return
        try:
            terms = self._reader.terms(typed)
        except UserError as error:
            if error.problem not in _HALF_TYPED:
                self.say(self.problem_words(error))
            return
        self._ask(terms)

    def _propose(self) -> None:
        typed = self._typed
        if not self._is_proposed and (self._proposes or typed.parts.strip() or typed.each.strip()):
            self._is_proposed = True
            self.fields.propose(self._brief.facts.pays.cycle)

    def _on_draft(self, draft: PlanDraft) -> None:
        if not self._typed.is_begun:
            return  # something was taken out meanwhile
        self._seen = self._asked
        self.fields.preview.show_draft(draft)
        self.fields.ask_why(wanted=draft.needs_reason)
        self.shown_anew.emit()

    def _on_no_draft(self, error: Exception) -> None:
        self._asked = None
        if not isinstance(error, UserError):
            self._around.desk.failed.emit(error)
            return
        self.say(self.problem_words(error))
        if self._is_wanted:
            self.refused.emit(error)


def _cut(terms: PlanTerms) -> PlanTerms:
    """What the parts follow from: who agreed and why do not change them."""
    return replace(terms, by_whom="", because="")
