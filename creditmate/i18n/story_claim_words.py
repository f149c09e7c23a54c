"""What a customer says to have paid, as the story tells it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from creditmate.domain.claims import ClaimEnd
from creditmate.domain.story import Claimed, ClaimMade, ClaimMoved
from creditmate.i18n.bidi import sentences
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import day_in_table, money
from creditmate.i18n.payment_words import method_words
from creditmate.i18n.story_account_words import Told

_ENDED = {
    ClaimEnd.FOUND: N_("Found what they said they had paid"),
    ClaimEnd.NOT_FOUND: N_("Not found what they said they had paid"),
    ClaimEnd.WITHDRAWN: N_("They take back that they had paid"),
    ClaimEnd.REPLACED: N_("They say once more that they have paid"),
}


@dataclass(frozen=True, slots=True)
class ClaimTeller:
    """Tells of claims in a language, as on a day."""

    language: str
    locale: str
    as_at: date

    def tell(self, event: ClaimMade | ClaimMoved) -> Told:
        """Return a happening in words."""
        _ = words(self.language).gettext
        said = self.claimed(event.claimed)
        if isinstance(event, ClaimMade):
            by = event.by_whom and _("Said by {name}.").format(name=event.by_whom)
            return Told(_("Said to be paid"), sentences((said, by)))
        since = _("Said on {day}.").format(day=self._day(event.said_day))
        return Told(_(_ENDED[event.kind]), sentences((said, since)))

    def claimed(self, claimed: Claimed) -> str:
        """Return what was said, as a sentence: ``Says £500.00 was sent on 16 Nov, Cheque``."""
        _ = words(self.language).gettext
        told = self._amount(claimed, _)
        method = method_words(claimed.method, self.language)
        reference = claimed.reference and _("reference {text}").format(text=claimed.reference)
        return ", ".join(filter(None, (told, method, reference))) + "."

    def _amount(self, claimed: Claimed, _: Callable[[str], str]) -> str:
        day = self._day(claimed.paid_day)
        if claimed.money is None:
            return _("Says all was sent on {day}").format(day=day)
        amount = money(claimed.money, self.locale, symbol=True)
        return _("Says {amount} was sent on {day}").format(amount=amount, day=day)

    def _day(self, day: date) -> str:
        return day_in_table(day, self.locale, self.as_at)
