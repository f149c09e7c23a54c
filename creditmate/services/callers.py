"""They called: who it may be, by whatever they say first."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from creditmate.db import search
from creditmate.db.caller_amounts import (
    currencies_owed,
    instalments_of_amount,
    open_items_of,
    overdue_of,
    overdue_of_groups,
    promises_of_amount,
)
from creditmate.domain.callers import Caller, Match, Sum, Why, amounts_meant, found_by_all, ranked
from creditmate.domain.folding import fold, is_telephone
from creditmate.domain.found import Found, FoundKind
from creditmate.domain.ports import Clock

_OF_EACH = 20
"""How many are looked at of each kind: who is on the telephone can say another word."""
_LONGEST = 200
_LATELY = timedelta(days=90)
"""What was promised or arranged for longer ago is nobody's first word on the telephone."""
_SURE = 6
"""Digits from which on a telephone number is no coincidence."""
Hit = tuple[str, str, Match]


class Callers:
    """Finds customers by telephone number, paper, amount or name. Nothing typed can be wrong."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def find(self, text: str) -> list[Caller]:
        """Return who may be calling, the surest first, each with why it was found.

        What is typed is looked for as a whole; where that finds nobody, every word of it has to.
        The parts of a telephone number are no words.
        """
        typed = text[:_LONGEST].encode(errors="ignore").decode().strip()
        found = ranked(self._hits(typed)) if typed else []
        words = typed.split()
        if found or len(words) == 1 or is_telephone(typed):
            return found
        return found_by_all([ranked(self._hits(word)) for word in words])

    def _hits(self, typed: str) -> Iterator[Hit]:
        for one in search.customers_found(typed, _OF_EACH):
            yield one.code, one.customer, Match(_named(one, typed), one.text)
        for one in search.people_found(typed, _OF_EACH):
            yield one.code, one.customer, Match(_person(one, typed), one.text, one.person)
        for one in search.papers_found(typed, _OF_EACH):
            why, said = _paper(one, typed)
            yield one.code, one.customer, Match(why, said, amount=one.amount)
        yield from self._by_amount(typed, self._clock.today)

    def _by_amount(self, typed: str, today: date) -> Iterator[Hit]:
        amounts = amounts_meant(typed)
        if not amounts:
            return
        for currency in currencies_owed():
            for code, name, number, amount in open_items_of(amounts, currency, _OF_EACH):
                yield code, name, Match(Why.AMOUNT, number, amount=amount)
            for code, name, amount in overdue_of(amounts, currency, today, _OF_EACH):
                yield code, name, Match(Why.AMOUNT, "", amount=amount, of=Sum.OVERDUE)
            for code, name, amount in overdue_of_groups(amounts, currency, today, _OF_EACH):
                yield code, name, Match(Why.AMOUNT, "", amount=amount, of=Sum.GROUP)
            yield from _arranged(amounts, currency, today - _LATELY)


def _arranged(amounts: frozenset[Decimal], currency: str, since: date) -> Iterator[Hit]:
    for code, name, amount, day in promises_of_amount(amounts, currency, since, _OF_EACH):
        yield code, name, Match(Why.AMOUNT, "", amount=amount, of=Sum.PROMISE, day=day)
    for code, name, number, amount, day in instalments_of_amount(
        amounts, currency, since, _OF_EACH
    ):
        yield code, name, Match(Why.AMOUNT, number, amount=amount, of=Sum.INSTALMENT, day=day)


def _named(found: Found, typed: str) -> Why:
    begins = fold(typed)
    if fold(found.code) == begins:
        return Why.CODE
    return Why.CALLED if fold(found.text).startswith(begins) else Why.NAME


def _person(found: Found, typed: str) -> Why:
    if found.kind is FoundKind.PHONE:
        return Why.PHONE if sum(map(str.isdigit, typed)) >= _SURE else Why.PHONE_PART
    return Why.PERSON if found.kind is FoundKind.CONTACT else Why.EMAIL


def _paper(found: Found, typed: str) -> tuple[Why, str]:
    """Whether the whole number was typed, or how it or the order's begins."""
    asked = " ".join(typed.casefold().split())
    if found.text.casefold() == asked:
        return Why.PAPER, found.text
    if found.person.casefold() == asked:
        return Why.ORDER, found.text
    return Why.PAPER_LIKE, found.text
