"""Agreeing a payment plan: what it pays, how it is cut, and the parts as they would be."""

from functools import partial

from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Done
from creditmate.domain.errors import UserError
from creditmate.domain.plans import Plan
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_short, money
from creditmate.services.customers import Brief
from creditmate.ui.decisions.told import Told
from creditmate.ui.kit.typed_dialog import TypedDialog
from creditmate.ui.plans.far_asked import FarAsked
from creditmate.ui.plans.plan_form import PlanForm
from creditmate.ui.plans.refusals import ITEMS, placed
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES


class PlanDialog(TypedDialog):
    """What is agreed to was seen: Enter before the parts of just these terms shows them first.

    Attributes:
        items: What it pays.
        fields: How it is cut.
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
        title = _("Payment plan with {name}").format(name=brief.customer.name)
        super().__init__(around, window, title, _("Agree"), width=SIZES.bug_dialog)
        self._form = PlanForm(around, brief, replaces=replaces)
        self.items, self.fields = self._form.items, self._form.fields
        for name, field in self.fields.named().items():
            self.add(name, field)
        self.add(ITEMS, self._form.about)
        self._far = FarAsked(around, self.fields.first)
        self.put(self._form)
        self._form.shown_anew.connect(self.refit)
        self._form.refused.connect(self.refuse)
        self.open_at(self.fields.parts)

    def on_verb(self) -> None:
        """Put it down."""
        try:
            terms = self._form.terms()
        except UserError as error:
            self.refuse(error)
            return
        if not self._form.was_seen(terms):
            _ = words(self.around.language).gettext
            self.tell(_("Look at the parts above: Enter again agrees to them."))
            return
        if self._far.is_asked(next(iter(terms.dates), terms.first)):
            return
        plans = self.around.program.plans
        self.submit(partial(plans.agree, self._brief.customer.code, terms), self._on_agreed)

    def refuse(self, error: UserError) -> None:
        """Say it where it is about a field."""
        super().refuse(placed(error))

    def _on_agreed(self, done: Done) -> None:
        _, draft = words(self.around.language).gettext, self._form.draft
        said = _("Payment plan agreed with {name}.").format(name=self._brief.customer.name)
        if draft is not None:
            first = draft.parts[0]
            amount = money(first.amount, self.around.locale, symbol=True)
            day = day_short(first.day, self.around.locale)
            more = _("The first part is {amount} by {day}.").format(amount=amount, day=day)
            said = f"{said} {more}"
        self._told(said, done)
