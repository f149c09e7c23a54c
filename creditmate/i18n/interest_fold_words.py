"""What is folded together of the interest to decide, in words: small, waiting, paid long ago."""

from collections.abc import Sequence

from creditmate.domain.interest_claim import LateInterest
from creditmate.domain.interest_worth import ToDecide, WorthDeciding, invoices_of, sums_of
from creditmate.i18n.bidi import apart, sentences
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_short, money, number
from creditmate.i18n.interest_law_words import missing_words


def small_words(found: ToDecide, language: str, locale: str) -> str:
    """Return how many invoices are below the limit, and what they come to; empty for none."""
    if not found.small:
        return ""
    count = invoices_of(found.small)
    text = words(language).ngettext(
        "{count} invoice below {least}: {sums}.",
        "{count} invoices below {least}: {sums} together.",
        count,
    )
    return text.format(
        count=number(count, locale),
        least=apart(money(found.limits.least, locale, symbol=True)),
        sums=sums_words(found.small, locale),
    )


def waiting_words(found: ToDecide, language: str, locale: str) -> str:
    """Return how many invoices wait for a reference rate, and for which; empty for none."""
    if not found.waiting:
        return ""
    count = invoices_of(found.waiting)
    text = words(language).ngettext(
        "{count} invoice waits for a reference rate.",
        "{count} invoices wait for a reference rate.",
        count,
    )
    rates = dict.fromkeys(one.missing for one in found.waiting if one.missing is not None)
    said = [missing_words(rate, language, locale) for rate in rates]
    return sentences([text.format(count=number(count, locale)), *said])


def since_words(limits: WorthDeciding, language: str, locale: str) -> str:
    """Return what is not looked at; empty where everything is."""
    if limits.since is None:
        return ""
    text = words(language).gettext("Not looked at: what was paid before {day}.")
    return text.format(day=apart(day_short(limits.since, locale)))


def sums_words(found: Sequence[LateInterest], locale: str) -> str:
    """Return what is left of these, one sum for each currency."""
    return ", ".join(money(one, locale, symbol=True) for one in sums_of(found))
