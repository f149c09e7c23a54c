"""What was agreed in one sentence, to be said to the customer before one hangs up.

Source: product.md, conviction 3; mock-up 05.
"""

from dataclasses import dataclass
from datetime import date

from creditmate.domain.claims import SaidPaid
from creditmate.domain.money import Money
from creditmate.domain.receipts import Method
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import day_in_year, money, weekday_name

_WEEK = 7
_BY = {
    Method.TRANSFER: N_("{amount} by transfer"),
    Method.CARD: N_("{amount} by card"),
    Method.CHEQUE: N_("{amount} by cheque"),
    Method.CASH: N_("{amount} in cash"),
    Method.DIRECT_DEBIT: N_("{amount} by direct debit"),
    Method.CONTRA: N_("{amount} set off against what we owe you"),
    Method.OTHER: N_("{amount}"),
}


@dataclass(frozen=True, slots=True)
class Agreed:
    """What was agreed; of each pair both or none is there.

    ``ring_again`` is the day of the next call, told only where nothing else was agreed.
    ``said_paid`` is on a day, and of an amount or of all that was spoken of.
    """

    promised: Money | None = None
    promised_by: date | None = None
    deed: str = ""
    deed_by: date | None = None
    ring_again: date | None = None
    said_paid: SaidPaid | None = None


def read_back_words(agreed: Agreed, as_at: date, language: str, locale: str) -> str:
    """Return the sentence to read back; empty while nothing is agreed."""
    _ = words(language).gettext
    theirs, ours = agreed.promised is not None and agreed.promised_by, agreed.deed_by
    if agreed.said_paid is not None:
        text = (
            _("“So {payment} {sent}, and from our side: {deed}, {ours}. Did I get that right?”")
            if ours
            else _("“So {payment} {sent}, and I will look out for it. Did I get that right?”")
        )
    elif theirs and ours:
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
        payment=_payment(agreed.said_paid, language, locale),
        sent=_sent(agreed.said_paid, as_at, language, locale),
    )


def _payment(said: SaidPaid | None, language: str, locale: str) -> str:
    """What was paid, and how: ``£1,212.00 by transfer, reference 4711``."""
    if said is None:
        return ""
    _ = words(language).gettext
    text = _(_BY[said.method])
    amount = _("what is due") if said.amount is None else money(said.amount, locale, symbol=True)
    told = text.format(amount=amount)
    if said.reference:
        return _("{payment}, reference {reference},").format(payment=told, reference=said.reference)
    return told


def _sent(said: SaidPaid | None, as_at: date, language: str, locale: str) -> str:
    """When it was sent: ``went out today``, ``went out on Monday, 16 November``."""
    if said is None or said.paid_on is None:
        return ""
    _ = words(language).gettext
    ago = (as_at - said.paid_on).days
    if ago == 0:
        return _("went out today")
    text = _("went out yesterday, {day}") if ago == 1 else _("went out on {weekday}, {day}")
    weekday = weekday_name(said.paid_on, locale)
    return text.format(weekday=weekday, day=day_in_year(said.paid_on, locale, as_at))


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
