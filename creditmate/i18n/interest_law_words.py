"""What a law about late interest says, in words, and the reference rates it is built on."""

from collections.abc import Mapping
from datetime import date

from creditmate.domain.interest_rules import Follows, Scheme
from creditmate.domain.money import Money
from creditmate.domain.reference_rates import MissingRate, Series
from creditmate.i18n.bidi import apart, sentences
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import day_short, money
from creditmate.i18n.quantities import percent_words

_SERIES: Mapping[Series, str] = {
    Series.BANK_OF_ENGLAND: N_("Bank of England Bank Rate"),
    Series.ECB: N_("European Central Bank main refinancing rate"),
    Series.GERMAN_BASE: N_("Deutsche Bundesbank base rate (Basiszinssatz)"),
}


def series_words(series: Series, language: str) -> str:
    """Return whose rate it is."""
    return words(language).gettext(_SERIES[series])


def above_words(scheme: Scheme, language: str, locale: str) -> str:
    """Return what a law adds to which reference rate."""
    text = words(language).gettext("{percent} above {series}")
    said = series_words(scheme.series, language)
    return text.format(percent=percent_words(scheme.margin, locale), series=said)


def missing_words(missing: MissingRate, language: str, locale: str) -> str:
    """Return which reference rate is missing, of which day, and where it is entered."""
    return missing_rate(missing.series, missing.half, missing.reference_day, language, locale)


def missing_rate(series: Series, half: date, decides: date, language: str, locale: str) -> str:
    """Return the same of its parts."""
    text = words(language).gettext(
        "{series}: the rate for the half-year from {half} is not known here. Read the one in force"
        " on {day} and enter it in Settings, Interest."
    )
    return text.format(
        series=series_words(series, language),
        half=apart(day_short(half, locale)),
        day=apart(day_short(decides, locale)),
    )


def law_words(law: Scheme | None, language: str, locale: str) -> str:
    """Return what the law of our country allows, in a few sentences."""
    _ = words(language).gettext
    if law is None:
        return _(
            "For our country no law about late interest is known here. Interest may be charged"
            " where a customer accepted terms with a rate."
        )
    text = _("By law ({law}) a business may be charged {above}, each rate for a half-year.")
    if law.follows is Follows.START:
        text = _(
            "By law ({law}) a business may be charged {above}, as it stands when interest starts,"
            " for the life of the debt."
        )
    sums = ", ".join(money(Money(s, law.fixed.currency), locale) for _least, s in law.fixed.tiers)
    fixed = _("Fixed sum for each late invoice: {sums} {currency}, by the size of the debt.")
    if len(law.fixed.tiers) == 1:
        fixed = _("Fixed sum for each late invoice: {sums} {currency}.")
    contract = _("A rate in terms that the customer accepted takes its place: never both.")
    said = text.format(law=law.source, above=above_words(law, language, locale))
    return sentences([said, fixed.format(sums=sums, currency=law.fixed.currency), contract])


def why_calculators_differ(language: str) -> str:
    """Return why a calculator on the internet may come to another sum."""
    return words(language).gettext(
        "By the law of the United Kingdom the rate is fixed on the day interest starts to run and"
        " stays the same until the debt is paid. Some calculators change the rate at each"
        " half-year, others leave out the day of payment or count 366 days: so their sums differ."
    )


def not_advice(language: str) -> str:
    """Return that none of this is legal advice."""
    return words(language).gettext(
        "This is not legal advice. Compare the rates with the bank's own table before you charge."
    )
