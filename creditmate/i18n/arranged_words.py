"""What was arranged with a customer, or answered to it, in the words of a brief."""

from datetime import date

from creditmate.domain.arranged_talk import (
    Answered,
    Coming,
    Longer,
    Promised,
    Replying,
    Sent,
)
from creditmate.domain.plan_terms import Meanwhile
from creditmate.i18n.agreement_words import dispute_outcome
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_in_note, money, number
from creditmate.i18n.plan_words import meanwhile_words


def promised_words(one: Promised, language: str, locale: str, as_at: date) -> str:
    """Return what they have promised: ``they pay £1,872.40 by Fri 27 Nov``."""
    return (
        words(language)
        .gettext("they pay {amount} by {day}")
        .format(
            amount=money(one.amount, locale, symbol=True), day=day_in_note(one.day, locale, as_at)
        )
    )


def sent_words(one: Sent, language: str, locale: str, as_at: date) -> str:
    """Return what they say to have paid: ``£288.00, said to be paid on 20 Nov``."""
    return (
        words(language)
        .gettext("{amount}, said to be paid on {day}")
        .format(
            amount=money(one.amount, locale, symbol=True), day=day_in_note(one.day, locale, as_at)
        )
    )


def longer_words(one: Longer, language: str, locale: str, as_at: date) -> str:
    """Return until when there is more time, for how much, why, and what interest does."""
    _ = words(language).gettext
    interest = meanwhile_words(Meanwhile.RUNS if one.interest_runs else Meanwhile.WAIVED, language)
    text = _("more time until {day} for {amount} ({why}; {interest})")
    if not one.because:
        text = _("more time until {day} for {amount} ({interest})")
    return text.format(
        day=day_in_note(one.to_day, locale, as_at),
        amount=money(one.amount, locale, symbol=True),
        why=one.because,
        interest=interest,
    )


def coming_words(one: Coming, language: str, locale: str, as_at: date) -> str:
    """Return what comes next of a plan: ``a plan, next £300.00 on 4 Dec, 2 of 3 parts to come``."""
    text = words(language).ngettext(
        "a plan, next {amount} on {day}, {left} of {of} part to come",
        "a plan, next {amount} on {day}, {left} of {of} parts to come",
        one.of,
    )
    return text.format(
        amount=money(one.amount, locale, symbol=True),
        day=day_in_note(one.day, locale, as_at),
        left=number(one.left, locale),
        of=number(one.of, locale),
    )


def replying_words(one: Replying, language: str, locale: str, as_at: date) -> str:
    """Return until when they may answer: ``time until 14 Dec to answer our letter of 30 Nov``."""
    text = words(language).gettext("time until {until} to answer our letter before action of {day}")
    return text.format(
        until=day_in_note(one.until, locale, as_at), day=day_in_note(one.written, locale, as_at)
    )


def answered_words(one: Answered, language: str, locale: str, as_at: date) -> str:
    """Return what we answered and when: ``their query about £412.00: not accepted, 18 Nov``."""
    _ = words(language).gettext
    said = _("their query about {amount}: {answer}, {day}").format(
        amount=money(one.amount, locale, symbol=True),
        answer=dispute_outcome(one.kind, language),
        day=day_in_note(one.day, locale, as_at),
    )
    said = f"{said} ({one.note})" if one.note else said
    return f"{one.house}: {said}" if one.house else said
