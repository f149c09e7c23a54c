"""Giving more time: for which invoices, until when, and why."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Done
from creditmate.domain.errors import UserError
from creditmate.domain.extensions import NewExtension
from creditmate.domain.plan_terms import Meanwhile
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_short
from creditmate.i18n.plan_words import meanwhile_words
from creditmate.services.customers import Brief
from creditmate.ui.decisions.told import Told
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import Choice, LineInput
from creditmate.ui.kit.typed_fields import DayField
from creditmate.ui.plans.far_asked import FarAsked
from creditmate.ui.plans.item_ticks import ItemTicks
from creditmate.ui.plans.refusals import ITEMS, TO_DAY, placed
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE


class TimeDialog(EditDialog):
    """The due days stay; what is ticked is left in peace until the day."""

    def __init__(self, around: Surroundings, window: QWidget, brief: Brief, told: Told) -> None:
        _ = words(around.language).gettext
        self._brief, self._told = brief, told
        title = _("More time for {name}").format(name=brief.customer.name)
        detail = _("Nothing of it is asked for until that day. The due days stay.")
        super().__init__(around, window, title, _("Give time"), detail=detail)
        theme, language = around.theme, around.language
        self.items = ItemTicks(around, brief)
        self.to_day = DayField(around, _("Until"))
        self.interest = Field(theme, _("Interest meanwhile"), Choice(theme, ""))
        for each in Meanwhile:
            self.interest.input.addItem(meanwhile_words(each, language), each.value)
        self.because = Field(theme, _("Why"), LineInput(theme, ""))
        self.by_whom = Field(theme, _("Who asked for it"), LineInput(theme, ""))
        if brief.person is not None:
            self.by_whom.input.setText(brief.person.name)
        self.about = Field(theme, _("For"), self.items, echoes=False)
        self.add(ITEMS, self.about)
        self._far = FarAsked(around, self.to_day)
        self.add(TO_DAY, self.to_day)
        self.add("plan.because", self.because)
        self.add("plan.by_whom", self.by_whom)
        days = ColumnGrid(2, gap=SPACE.l)
        days.add(self.to_day, self.interest)
        self.put(self.about, days, self.because, self.by_whom)
        self.open_at(self.to_day)

    def on_verb(self) -> None:
        """Put it down."""
        self.clear()
        day, is_read = self.to_day.read_or_refuse()
        if not is_read:
            return
        _ = words(self.around.language).gettext
        if day is None:
            self.to_day.refuse(_("Say until when."))
            self.to_day.setFocus()
            return
        if not self.items.chosen:
            self.about.refuse(_("Tick at least one invoice."))
            self.about.setFocus()
            return
        if self._far.is_asked(day):
            return
        new = NewExtension(
            to_day=day,
            because=self.because.input.text(),
            entries=self.items.chosen,
            interest=Meanwhile(str(self.interest.input.currentData())),
            by_whom=self.by_whom.input.text(),
        )
        give = self.around.program.extensions.give
        self.submit(partial(give, self._brief.customer.code, new), partial(self._on_given, day))

    def refuse(self, error: UserError) -> None:
        """Say it where it is about a field."""
        super().refuse(placed(error))

    def _on_given(self, day: date, done: Done) -> None:
        said = words(self.around.language).gettext("{name} has time until {day}.")
        until = day_short(day, self.around.locale)
        self._told(said.format(name=self._brief.customer.name, day=until), done)
