"""What they said before that a call could take the place of, in words; knows no toolkit."""

from collections.abc import Iterable

from creditmate.domain.money import Money, totals_by_currency
from creditmate.domain.taken_place import TakenPlace
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import money
from creditmate.ui.call.call_noting import Understood


def before_words(could: TakenPlace, got: Understood, language: str, locale: str) -> str:
    """Return the words of the tick that ends it; empty where there is nothing to end.

    Args:
        could: What would hold no longer.
        got: What was understood of the form.
        language: The language's code.
        locale: How amounts are written.
    """
    if not could:
        return ""
    _, pays = words(language).gettext, got.outcome is None or got.outcome.promises_money
    promised = (Money(one.unfilled_minor, one.promise.currency) for one in could.promises)
    sent = (Money(one.missing_minor, one.claim.currency) for one in could.claims)
    if not could.promises:
        text = _("Instead of the {sent} said to be sent before")
    elif could.claims:
        text = _("Instead of the {amount} promised and the {sent} said to be sent before")
    elif got.promised is not None or pays:
        text = _("Instead of the {amount} promised before")
    else:
        text = _("The {amount} promised before holds no longer")
    return text.format(amount=_sums(promised, locale), sent=_sums(sent, locale))


def _sums(amounts: Iterable[Money], locale: str) -> str:
    sums = totals_by_currency(amounts)
    return ", ".join(money(one, locale, symbol=True) for one in sums)
