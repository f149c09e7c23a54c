"""Promises whose place something else takes: a plan, more time, a question about all of it."""

from collections.abc import Collection, Mapping
from datetime import date

from creditmate.domain.chasing import OpenEntry
from creditmate.domain.disputes import Questioned
from creditmate.domain.promises import LIVE
from creditmate.services.cases import CustomerFile


def promises_about(
    file: CustomerFile, entries: Collection[int], until: date | None = None
) -> list[int]:
    """Return the promises that run and are about nothing but some entries.

    Args:
        file: The customer's.
        entries: Their ids.
        until: The last day that counts: a promise of a later one stands. None where any does.
    """
    inside = set(entries)
    return [
        one.promise.id
        for one in file.case.standings
        if one.state in LIVE
        and one.promise.entries
        and set(one.promise.entries) <= inside
        and (until is None or one.promise.due_day <= until)
    ]


def wholly_in_question(
    file: CustomerFile, items: Collection[Questioned], asked: Mapping[int, int]
) -> set[int]:
    """Return the entries of which nothing is left besides what is in question.

    Args:
        file: The customer's, before these were asked about.
        items: What is asked about now.
        asked: What was in question before, in minor units by entry.
    """
    now = {item.entry: item.amount for item in items}

    def left(entry: OpenEntry) -> int:
        amount = now.get(entry.id)
        if entry.id in now and amount is None:
            return 0
        more = 0 if amount is None else amount.minor
        return entry.open_minor - asked.get(entry.id, 0) - more

    return {entry.id for entry in file.case.entries if left(entry) <= 0}
