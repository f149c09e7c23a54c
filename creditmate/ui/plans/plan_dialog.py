"""Agreeing a payment plan: what it pays, how it is cut, and the parts as they would be."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Done
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.plan_terms import PlanTerms
from creditmate.domain.plans import Plan
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_short, money
from creditmate.i18n.problems import problem_words
from creditmate.services.customers import Brief
from creditmate.services.plan_agreeing import PlanDraft
from creditmate.ui.decisions.told import Told
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.field import Field
from creditmate.ui.plans.item_ticks import ItemTicks
from creditmate.ui.plans.plan_fields import PlanFields
from creditmate.ui.plans.plan_state import PlanReader, PlanTyped
from creditmate.ui.plans.refusals import ITEMS, placed
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES

_HALF_TYPED = frozenset({Problem.BAD_DATE, Problem.BAD_MONEY})


class PlanDialog(EditDialog):
    """The parts follow what is typed; what cannot be agreed is said in their place.

    What is agreed to was seen: Enter before the parts of just these terms are shown shows them.
    """

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        brief: Brief,
        told: Told,
        replaces: Plan | None = None,
    ) -> None:
        """Open it, for a new plan or for one in the place of another."""
        _ = words(around.language).gettext
        self._brief, self._told = brief, told
        self._replaces = None if replaces is None else replaces.id
        self._asked: PlanTerms | None = None
        self._seen: PlanTerms | None = None
        self._is_wanted = False
        title = _("Payment plan with {name}").format(name=brief.customer.name)
        super().__init__(around, window, title, _("Agree"), width=SIZES.bug_dialog)
        self.items = ItemTicks(around, brief)
        if replaces is not None:
            self.items.tick(replaces.entries)
        self.fields = PlanFields(around)
        for name, field in self.fields.named().items():
            self.add(name, field)
        about = Field(around.theme, _("It pays"), self.items, echoes=False)
        self.add(ITEMS, about)
        self.put(about, self.fields)
        if brief.person is not None:
            self.fields.by_whom.input.setText(brief.person.name)
        self._drafts: Latest[PlanDraft] = Latest(
            around.desk, self._on_draft, self._on_no_draft, self
        )
        self.fields.propose(brief.facts.pays.cycle)
        self.items.changed.connect(self._on_changed)
        self.fields.changed.connect(self._on_changed)
        self._on_changed()
        self.open_at(self.fields.parts)

    def on_verb(self) -> None:
        """Put it down."""
        try:
            terms = self._reader.terms(self._typed)
        except UserError as error:
            self.refuse(error)
            return
        if self._seen != _cut(terms):
            self._show_first(terms)
            return
        plans = self.around.program.plans
        self.submit(partial(plans.agree, self._brief.customer.code, terms), self._on_agreed)

    def refuse(self, error: UserError) -> None:
        """Say it where it is about a field."""
        super().refuse(placed(error))

    def _show_first(self, terms: PlanTerms) -> None:
        """Nobody agrees to days and amounts that were not shown yet."""
        _ = words(self.around.language).gettext
        self._is_wanted = True
        self.tell(_("Look at the parts above: Enter again agrees to them."))
        if self._asked != _cut(terms):
            self._ask(terms)

    def _ask(self, terms: PlanTerms) -> None:
        """Have the parts of these terms worked out."""
        self._asked = _cut(terms)
        plans, code = self.around.program.plans, self._brief.customer.code
        self._drafts.ask(partial(plans.draft, code, terms))

    @property
    def _typed(self) -> PlanTyped:
        return self.fields.typed(self.items.chosen, self._replaces)

    @property
    def _reader(self) -> PlanReader:
        today = self.around.program.clock.today
        currency = self.items.currency or self._brief.customer.currency
        return PlanReader(self.around.locale, today, currency)

    def _on_changed(self) -> None:
        """Work the plan out anew; of what is half typed nothing is said."""
        self._is_wanted = False
        typed, _ = self._typed, words(self.around.language).gettext
        if not typed.is_begun:
            missing = _("Say how many parts and the day of the first: the parts stand here.")
            self._say(missing if typed.entries else _("Tick what the plan pays."))
            return
        try:
            terms = self._reader.terms(typed)
        except UserError as error:
            if error.problem not in _HALF_TYPED:
                self._say(self._words(error))
            return
        self._ask(terms)

    def _on_draft(self, draft: PlanDraft) -> None:
        if not self._typed.is_begun:
            return  # something was taken out meanwhile
        self._seen = self._asked
        self.fields.preview.show_draft(draft)
        self.fields.ask_why(wanted=draft.needs_reason)
        self.refit()

    def _on_no_draft(self, error: Exception) -> None:
        self._asked = None
        if isinstance(error, UserError):
            self._say(self._words(error))
            if self._is_wanted:
                self.refuse(error)
        else:
            self.around.desk.failed.emit(error)

    def _say(self, text: str) -> None:
        self._seen = None
        self.fields.preview.say(text)
        self.refit()

    def _words(self, error: UserError) -> str:
        return problem_words(error, self.around.language, self.around.locale)

    def _on_agreed(self, done: Done) -> None:
        _, draft = words(self.around.language).gettext, self.fields.preview.shown
        said = _("Payment plan agreed with {name}.").format(name=self._brief.customer.name)
        if draft is not None:
            first = draft.parts[0]
            amount = money(first.amount, self.around.locale, symbol=True)
            day = day_short(first.day, self.around.locale)
            more = _("The first part is {amount} by {day}.").format(amount=amount, day=day)
            said = f"{said} {more}"
        self._told(said, done)


def _cut(terms: PlanTerms) -> PlanTerms:
    """What the parts follow from: who agreed and why do not change them."""
    return replace(terms, by_whom="", because="")
