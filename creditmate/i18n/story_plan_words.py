"""Payment plans and more time, as the story tells them."""

from dataclasses import dataclass
from datetime import date

from creditmate.domain.extensions import ExtensionEnd
from creditmate.domain.plans import PlanEventKind, PlanState
from creditmate.domain.story import PlanAgreed, PlanEnded, PlanMoved, TimeEnded, TimeGiven
from creditmate.i18n.bidi import sentences
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import day_in_table, money
from creditmate.i18n.story_account_words import Told

_MOVED = {
    PlanEventKind.SIGNED: N_("Payment plan {number} came back signed"),
    PlanEventKind.REINSTATED: N_("Payment plan {number} taken up again"),
    PlanEventKind.CANCELLED: N_("Payment plan {number} ended"),
    PlanEventKind.REPLACED: N_("Payment plan {number} replaced by another"),
}
_ENDED = {
    PlanState.COMPLETED: N_("Payment plan {number} paid"),
    PlanState.PAID_EARLY: N_("Payment plan {number} paid early"),
    PlanState.DEFAULTED: N_("Payment plan {number} ended: a part stayed out"),
}
_TIME = {
    ExtensionEnd.WITHDRAWN: N_("More time taken back"),
    ExtensionEnd.REPLACED: N_("More time given anew"),
}

ArrangementEvent = PlanAgreed | PlanMoved | PlanEnded | TimeGiven | TimeEnded


@dataclass(frozen=True, slots=True)
class ArrangementTeller:
    """Tells of plans and more time in a language, as on a day."""

    language: str
    locale: str
    as_at: date

    def tell(self, event: ArrangementEvent) -> Told:
        """Return a happening in words."""
        _ = words(self.language).gettext
        match event:
            case PlanAgreed():
                return self._agreed(event)
            case PlanMoved():
                return Told(_(_MOVED[event.kind]).format(number=event.number), event.note)
            case PlanEnded():
                plan = event.standing.plan
                title = _(_ENDED[event.standing.state]).format(number=plan.number)
                amount = money(plan.amount, self.locale, symbol=True)
                return Told(title, _("{amount} had been agreed.").format(amount=amount))
            case TimeGiven():
                return self._given(event)
            case TimeEnded():
                until = _("It was until {day}.").format(day=self._day(event.to_day))
                return Told(_(_TIME[event.kind]), sentences((until, event.note)))

    def _agreed(self, event: PlanAgreed) -> Told:
        catalogue = words(self.language)
        text = catalogue.ngettext(
            "{amount} in {count} part on {first}.",
            "{amount} in {count} parts from {first} to {last}.",
            event.parts,
        ).format(
            amount=money(event.amount, self.locale, symbol=True),
            count=event.parts,
            first=self._day(event.first),
            last=self._day(event.last),
        )
        by = event.by_whom and catalogue.gettext("Agreed with {name}.").format(name=event.by_whom)
        title = catalogue.gettext("Payment plan {number} agreed").format(number=event.number)
        return Told(title, sentences((text, by)))

    def _given(self, event: TimeGiven) -> Told:
        _ = words(self.language).gettext
        title = _("More time until {day}").format(day=self._day(event.to_day))
        numbers = ", ".join(event.numbers)
        about = numbers and _("For {numbers}.").format(numbers=numbers)
        by = event.by_whom and _("Asked for by {name}.").format(name=event.by_whom)
        return Told(title, sentences((about, by, event.because)))

    def _day(self, day: date) -> str:
        return day_in_table(day, self.locale, self.as_at)
