"""More time and a plan, as they are agreed on the telephone."""

from dataclasses import replace

from creditmate.domain.pay_cycles import PayCycle
from creditmate.domain.plan_terms import Every, Meanwhile
from creditmate.i18n.besides_words import interest_title
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_short
from creditmate.i18n.plan_words import every_words
from creditmate.services.call_drafts import TypedCall
from creditmate.ui.call.extra_part import ExtraPart
from creditmate.ui.kit.inputs import Choice, LineInput
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SIZES

_RHYTHMS = tuple(every for every in Every if every is not Every.DATES)
"""Days of their own are agreed in the plan's own dialog."""


class TimeFields(ExtraPart):
    """Until when, why, and what becomes of interest; the contract's due day stays."""

    def __init__(self, theme: Theme, language: str) -> None:
        _ = words(language).gettext
        super().__init__(theme, _("More time"))
        self.to = LineInput(theme, _("Day until which they have time"))
        self.to.be_wide(SIZES.short_day)
        self.because = LineInput(theme, _("Why they have more time"))
        self.because.setPlaceholderText(_("why"))
        self.interest = _interest(theme, language)
        self.add_row((_("until"), self.to, self.because, self.interest), 2)
        self.end(time_to=self.to, time_because=self.because, time_interest=self.interest)

    def show_typed(self, typed: TypedCall) -> None:
        """Show what was typed before."""
        self.to.setText(typed.time_to)
        self.because.setText(typed.time_because)
        self.interest.setCurrentIndex(max(self.interest.findData(typed.time_interest), 0))

    def typed(self, rest: TypedCall) -> TypedCall:
        """Return a form with what stands here; the usual interest is left out."""
        return replace(
            rest,
            time_to=self.to.text(),
            time_because=self.because.text(),
            time_interest=_other(self.interest, Meanwhile.RUNS),
        )


class PlanFields(ExtraPart):
    """How many parts, how often, from when on; below it the parts as they would be.

    As long as no number of parts is said, what is proposed of the rhythm counts for nothing.
    """

    def __init__(self, theme: Theme, language: str, locale: str) -> None:
        _ = words(language).gettext
        self._locale = locale
        self._cycle: PayCycle | None = None
        super().__init__(theme, _("Plan"))
        self.parts = LineInput(theme, _("How many parts"), amount=True)
        self.parts.be_wide(SIZES.short_day // 2)
        self.every = Choice(theme, _("How often a part is paid"))
        for every in _RHYTHMS:
            self.every.addItem(every_words(every, language), every.value)
        self.every.setCurrentIndex(_RHYTHMS.index(Every.MONTH))
        self.every.be_as_wide_as_its_place()
        self.first = LineInput(theme, _("Day of the first part"))
        self.first.be_wide(SIZES.short_day)
        self.interest = _interest(theme, language)
        self.interest.setCurrentIndex(self.interest.findData(Meanwhile.WAIVED.value))
        self.because = LineInput(theme, _("Why it goes beyond what is usual, or who agreed"))
        self.because.setPlaceholderText(_("why it goes beyond what is usual, or who agreed"))
        self.because.hide()
        row = (self.parts, _("parts"), self.every, _("from"), self.first, self.interest)
        self.add_row(row, 2)
        self._column.addWidget(self.because)
        self.end(
            plan_parts=self.parts,
            plan_every=self.every,
            plan_first=self.first,
            plan_interest=self.interest,
            plan_because=self.because,
        )

    def show_cycle(self, cycle: PayCycle | None) -> None:
        """Begin a form: when the customer pays anyway, None where nobody knows."""
        self._cycle = cycle

    def propose(self) -> None:
        """Fill the rhythm in as they pay, where nothing was typed."""
        cycle = self._cycle
        if cycle is None or self.parts.text() or self.first.text():
            return
        if self.every.currentData() == Every.MONTH.value:
            self.every.setCurrentIndex(self.every.findData(cycle.every.value))
            self.first.setText(day_short(cycle.first, self._locale))

    def _is_proposal(self) -> bool:
        cycle = self._cycle
        if cycle is None or self.parts.text():
            return False
        shown = (self.every.currentData(), self.first.text())
        return shown == (cycle.every.value, day_short(cycle.first, self._locale))

    def ask_why(self, *, wanted: bool) -> None:
        """Ask for a reason where the plan goes beyond what whoever calls may agree."""
        self.because.setVisible(wanted or bool(self.because.text()))

    def show_typed(self, typed: TypedCall) -> None:
        """Show what was typed before."""
        self.parts.setText(typed.plan_parts)
        self.every.setCurrentIndex(self.every.findData(typed.plan_every or Every.MONTH.value))
        self.first.setText(typed.plan_first)
        interest = typed.plan_interest or Meanwhile.WAIVED.value
        self.interest.setCurrentIndex(self.interest.findData(interest))
        self.because.setText(typed.plan_because)
        self.ask_why(wanted=False)

    def typed(self, rest: TypedCall) -> TypedCall:
        """Return a form with what stands here; what is usual, or only proposed, is left out."""
        proposed = self._is_proposal()
        return replace(
            rest,
            plan_parts=self.parts.text(),
            plan_every="" if proposed else _other(self.every, Every.MONTH),
            plan_first="" if proposed else self.first.text(),
            plan_interest=_other(self.interest, Meanwhile.WAIVED),
            plan_because=self.because.text(),
        )


def _interest(theme: Theme, language: str) -> Choice:
    choice = Choice(theme, words(language).gettext("Interest meanwhile"))
    for each in Meanwhile:
        choice.addItem(interest_title(each, language), each.value)
    choice.be_as_wide_as_its_place()
    choice.setMinimumWidth(SIZES.day_field)
    return choice


def _other(choice: Choice, usual: Every | Meanwhile) -> str:
    """What is chosen, unless it is the usual: an untouched form stays one."""
    chosen = str(choice.currentData() or "")
    return "" if chosen == usual.value else chosen
