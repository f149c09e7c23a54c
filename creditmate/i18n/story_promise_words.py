"""Promises of both sides in the words of a customer's story: made, and how they ended."""

from dataclasses import dataclass
from datetime import date

from creditmate.domain.money import Money
from creditmate.domain.promises import DeedState, PromiseState
from creditmate.domain.story import DeedEnded, Pledge, PromiseEnded, PromiseMade
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import day_in_table, money
from creditmate.i18n.payment_words import amount_by
from creditmate.i18n.story_account_words import Told

_ENDED = {
    PromiseState.KEPT: (N_("Promise kept"), N_("{amount}, promised by {day}.")),
    PromiseState.LATE_KEPT: (
        N_("Promised money came late"),
        N_("{amount} was promised by {day}, with time until {until}."),
    ),
    PromiseState.PART_KEPT: (
        N_("Part of a promise came"),
        N_("{amount} was promised by {day}. By {until} {came} had come."),
    ),
    PromiseState.BROKEN: (
        N_("Promise not kept"),
        N_("{amount} was promised by {day}. By {until} nothing had come."),
    ),
    PromiseState.WITHDRAWN: (N_("Promise withdrawn"), N_("{amount} had been promised by {day}.")),
    PromiseState.REPLACED: (
        N_("Promise replaced"),
        N_("{amount} by {day} gave way to a newer promise."),
    ),
}
_DEEDS = {
    DeedState.DONE: N_("Our promise kept"),
    DeedState.DONE_LATE: N_("Our promise kept late"),
    DeedState.LATE: N_("Our promise is late"),
    DeedState.WITHDRAWN: N_("Our promise withdrawn"),
    DeedState.REPLACED: N_("Our promise replaced"),
}


@dataclass(frozen=True, slots=True)
class PromiseTeller:
    """Tells promises in a language, as on a day."""

    language: str
    locale: str
    as_at: date

    def tell(self, event: PromiseMade | PromiseEnded | DeedEnded) -> Told:
        """Return what was promised, or how it ended, in words."""
        match event:
            case PromiseMade():
                return self._made(event)
            case PromiseEnded():
                return self._ended(event)
            case DeedEnded():
                return self._deed(event)

    def _made(self, made: PromiseMade) -> Told:
        _ = words(self.language).gettext
        title = _("Promise") if made.pledge.money else _("Our promise")
        return Told(title, self.pledge(made.pledge))

    def pledge(self, pledge: Pledge) -> str:
        """Return one promise in words, of money or of a deed."""
        _ = words(self.language).gettext
        day = self._day(pledge.due_day)
        if pledge.theirs:
            return _("They: {deed}, by {day}.").format(deed=pledge.deed, day=day)
        if pledge.money is None:
            return _("We: {deed}, by {day}.").format(deed=pledge.deed, day=day)
        amount = amount_by(self._money(pledge.money), pledge.method, self.language)
        return _("Will pay {amount} by {day}.").format(amount=amount, day=day)

    def _ended(self, ended: PromiseEnded) -> Told:
        _ = words(self.language).gettext
        standing, promise = ended.standing, ended.standing.promise
        title, text = _ENDED[standing.state]
        told = _(text).format(
            amount=self._money(Money(promise.minor, promise.currency)),
            day=self._day(promise.due_day),
            until=self._day(promise.until_day),
            came=self._money(Money(standing.came_minor + standing.late_minor, promise.currency)),
        )
        return Told(_(title), told)

    def _deed(self, ended: DeedEnded) -> Told:
        _ = words(self.language).gettext
        text = ended.deed.words
        if ended.state is not DeedState.DONE:
            day = self._day(ended.deed.due_day)
            text = _("{deed}, by {day}").format(deed=text, day=day)
        return Told(_(_DEEDS[ended.state]), text)

    def _day(self, day: date) -> str:
        return day_in_table(day, self.locale, self.as_at)

    def _money(self, amount: Money) -> str:
        return money(amount, self.locale, symbol=True)
