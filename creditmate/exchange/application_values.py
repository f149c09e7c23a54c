"""Amounts and days on a form, read in the manner in which the form asked for them."""

import re
from datetime import date

from creditmate.domain.application_form import DayOrder
from creditmate.domain.currencies import CODES, exponent
from creditmate.domain.money import LIMIT, Money
from creditmate.exchange.amount_styles import exact, figure
from creditmate.exchange.currency_signs import meant
from creditmate.exchange.day_styles import Written, written

_SHORT = re.compile(r"([0-9]{1,2})([-/. ]+)([0-9]{1,2})\2([0-9]{2})")
"""A day in figures with two of its year: whoever signs today means this century."""
_CENTURY = "20"


def amount_on_form(text: str, currency: str, decimal: str) -> Money | None:
    """Return an amount, ``5,000`` or ``£5.000,00``; None for what cannot be read for certain.

    Args:
        text: As it stands in the form.
        currency: That was chosen there.
        decimal: The decimal mark in which the form asks, ``.`` or ``,``.
    """
    taken = figure(text.strip()) if currency in CODES else None
    found = None if taken is None else exact(taken, decimal)
    if found is None or found.digits < 0 or (found.sign and currency not in meant(found.sign)):
        return None
    digits = exponent(currency)
    if found.places > digits:
        return None
    minor = found.digits * 10 ** (digits - found.places)
    return Money(minor, currency) if minor <= LIMIT else None


def day_on_form(text: str, order: DayOrder) -> date | None:
    """Return a day; None for what cannot be read for certain.

    Args:
        text: As it stands in the form.
        order: In which the form asks for day, month and year.
    """
    plain = " ".join(text.split())
    if short := _SHORT.fullmatch(plain):
        plain = f"{short[1]}/{short[3]}/{_CENTURY}{short[4]}"
    seen = written(plain)
    if not isinstance(seen, Written):
        return None
    month, day = seen.first, seen.second
    if seen.numeric and order is not DayOrder.MDY:
        month, day = day, month
    try:
        return date(seen.year, month, day)
    except ValueError:
        return None
