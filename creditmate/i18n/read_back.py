"""What was agreed in one sentence, to be said to the customer before one hangs up.

Source: product.md, conviction 3; mock-up 05.
"""

from dataclasses import dataclass
from datetime import date

from creditmate.domain.money import Money
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_in_year, money, weekday_name

_WEEK = 7


@dataclass(frozen=True, slots=True)
class Agreed:
    """What was agreed; of each pair both or none is there.

    ``ring_again`` is the day of the next call, told only where nothing else was agreed.
    """

    promised: Money | None = None
    promised_by: date | None = None
    deed: str = ""
    deed_by: date | None = None
    ring_again: date | None = None


def read_back_words(agreed: Agreed, as_at: date, language: str, locale: str) -> str:
    """Return the sentence to read back; empty while nothing is agreed."""
    _ = words(language).gettext
    theirs, ours = agreed.promised is not None and agreed.promised_by, agreed.deed_by
    if theirs and ours:
        text = _(
            "“So that is {amount} {when}, and from our side: {deed}, {ours}. Did I get that right?”"
        )
    elif theirs:
        text = _("“So that is {amount} {when}. Did I get that right?”")
    elif ours:
        text = _("“So from our side: {deed}, {ours}. Did I get that right?”")
    elif agreed.ring_again:
        text = _("“So I will ring you again {again}. Does that suit you?”")
    else:
        return ""
    return text.format(
        amount=money(agreed.promised, locale, symbol=True) if agreed.promised else "",
        deed=agreed.deed.strip().rstrip("."),
        when=_when(agreed.promised_by, as_at, language, locale),
        ours=_when(agreed.deed_by, as_at, language, locale),
        again=_when(agreed.ring_again, as_at, language, locale),
    )


def _when(day: date | None, as_at: date, language: str, locale: str) -> str:
    """A day as one says it: ``tomorrow, 24 November``, ``this Friday, 27 November``."""
    if day is None:
        return ""
    _ = words(language).gettext
    ahead = (day - as_at).days
    if ahead == 0:
        return _("today")
    if ahead == 1:
        text = _("tomorrow, {day}")
    elif 1 < ahead < _WEEK:
        text = _("this {weekday}, {day}")
    else:
        text = _("on {weekday}, {day}")
    weekday = weekday_name(day, locale)
    return text.format(weekday=weekday, day=day_in_year(day, locale, as_at))
