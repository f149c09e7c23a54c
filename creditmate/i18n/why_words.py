"""Why somebody is on the list, as one sentence: the sum and how late it is stand first in it."""

from datetime import date

from creditmate.domain.work_lines import Kind, Line
from creditmate.domain.work_reasons import Reason, ReasonCode
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_in_note, money, number
from creditmate.i18n.reasons import reason_words

_LATE = frozenset({ReasonCode.OVERDUE, ReasonCode.SLOWER_THAN_USUAL, ReasonCode.FIRST_TIME_LATE})
_MISSED = frozenset({ReasonCode.PROMISE_BROKEN})


def why_words(line: Line, language: str, locale: str, as_at: date) -> list[str]:
    """Return the reasons of a line as the parts of a sentence.

    «£4,200 overdue 18 days», «usually pays 6 days late», «promised for 3 March, not received»,
    «last spoken to 12 days ago».
    """
    return [
        _late(line, reason, language, locale)
        if reason.code in _LATE and line.kind is Kind.FOLLOW_UP
        else _missed(reason, language, locale, as_at)
        if reason.code in _MISSED and line.kind is Kind.FOLLOW_UP
        else reason_words(reason, language, locale, as_at)
        for reason in _ordered(line)
    ]


def _ordered(line: Line) -> list[Reason]:
    """How much is how late comes first where that is what the line is for."""
    if line.kind is not Kind.FOLLOW_UP:
        return list(line.reasons)
    return sorted(line.reasons, key=lambda reason: reason.code not in _LATE)


def _late(line: Line, reason: Reason, language: str, locale: str) -> str:
    days = reason.days or 0
    sums = ", ".join(money(amount, locale, symbol=True) for amount in line.amounts)
    if reason.code is ReasonCode.FIRST_TIME_LATE:
        text = words(language).ngettext(
            "{amount} overdue {days} day, for the first time",
            "{amount} overdue {days} days, for the first time",
            days,
        )
    else:
        text = words(language).ngettext(
            "{amount} overdue {days} day", "{amount} overdue {days} days", days
        )
    return text.format(amount=sums, days=number(days, locale))


def _missed(reason: Reason, language: str, locale: str, as_at: date) -> str:
    if reason.amount is None or reason.day is None:
        return reason_words(reason, language, locale, as_at)
    text = words(language).gettext("{amount} promised for {day}, not received")
    amount = money(reason.amount, locale, symbol=True)
    return text.format(amount=amount, day=day_in_note(reason.day, locale, as_at))
