"""Who may be on the telephone: why a customer was found, and who comes first.

What somebody says first is a number: their telephone's, the invoice's, an amount. Each way of
being found says how sure it is; who was found in several ways goes before others found as surely.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import IntEnum, StrEnum

from creditmate.domain.currencies import CODES
from creditmate.domain.money import Money

_FIGURE = re.compile(r"[^\d]*(\d[\d.,'\u00a0\u202f ]*)[^\d]*")
_SPACES = re.compile(r"[\s\u00a0\u202f']")


class Why(IntEnum):
    """How a customer was found, the surest way first."""

    CODE = 0
    PHONE = 1
    PAPER = 2  # the whole number of an invoice or statement
    AMOUNT = 3  # just what is open of an item, overdue, promised, or a part of a plan
    ORDER = 4
    CALLED = 5  # the name, from its start
    PERSON = 6
    NAME = 7  # some words of the name
    PAPER_LIKE = 8  # how a number begins, or its last digits
    EMAIL = 9
    PHONE_PART = 10  # so few digits of a telephone number that they may be anything


class Sum(StrEnum):
    """What an amount is of; the values are stable."""

    ITEM = "item"  # open of it
    OVERDUE = "overdue"  # of the account
    GROUP = "group"  # overdue of a head office and its branches
    INSTALMENT = "instalment"
    PROMISE = "promise"


@dataclass(frozen=True, slots=True)
class Match:
    """One reason why somebody was found: the number, name or address, and the amount if any.

    ``person`` is whose number or address it is, or what the person does; ``of`` what the amount is
    of, and ``day`` by when it was to come.
    """

    why: Why
    text: str
    person: str = ""
    amount: Money | None = None
    of: Sum = Sum.ITEM
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Caller:
    """A customer who may be calling, with every reason for thinking so, the surest first."""

    code: str
    name: str
    matches: tuple[Match, ...] = field(default=())

    @property
    def sure(self) -> Why:
        """The surest way in which it was found."""
        return self.matches[0].why


def amounts_meant(text: str) -> frozenset[Decimal]:
    """Return the amounts that a text may mean, however its thousands are separated.

    ``1,234`` may be a thousand or one and a bit; both are looked for. None where it is no amount.
    """
    told, letters = _FIGURE.fullmatch(text.strip()), "".join(filter(str.isalpha, text)).upper()
    if told is None or (letters and letters not in CODES):
        return frozenset()
    figure = _SPACES.sub("", told.group(1)).rstrip(".,")
    marks = {mark for mark in ".," if mark in figure}
    if len(marks) == 2:
        last = max(figure.rfind(mark) for mark in marks)
        return _decimals({f"{_digits(figure[:last])}.{figure[last + 1 :]}"})
    if not marks:
        return _decimals({figure})
    (mark,) = marks
    whole, *parts = figure.split(mark)
    thousands = all(len(part) == 3 for part in parts) and len(whole) <= 3
    readings = {f"{whole}{''.join(parts)}"} if thousands else set()
    if len(parts) == 1:
        readings.add(f"{whole}.{parts[0]}")
    return _decimals(readings)


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdigit())


def _decimals(figures: Iterable[str]) -> frozenset[Decimal]:
    return frozenset(Decimal(figure) for figure in figures if figure.strip("0."))


def ranked(found: Iterable[tuple[str, str, Match]]) -> list[Caller]:
    """Return who was found, the surest first.

    Args:
        found: Code and name of a customer, and why it was found; in any order.
    """
    names: dict[str, str] = {}
    matches: dict[str, dict[Match, None]] = {}
    for code, name, match in found:
        names[code] = name
        matches.setdefault(code, {})[match] = None
    callers = [
        Caller(code, names[code], tuple(sorted(why, key=lambda match: match.why)))
        for code, why in matches.items()
    ]
    return sorted(
        callers, key=lambda one: (one.sure, -len(one.matches), one.name.casefold(), one.code)
    )


def found_by_all(words: Iterable[list[Caller]]) -> list[Caller]:
    """Return who was found by every one of several words, with all the reasons."""
    found = [{caller.code: caller for caller in callers} for callers in words]
    if not found:
        return []
    codes = set.intersection(*(set(one) for one in found))
    return ranked(
        (one[code].code, one[code].name, match)
        for one in found
        for code in codes
        for match in one[code].matches
    )
