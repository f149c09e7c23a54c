"""Sentences of the sample with the figures filled in: a bookkeeper's notes are in English.

Numbers of invoices are given last of all, so a sentence keeps its facts until it is written.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from creditmate.domain.currencies import exponent
from creditmate.domain.money import Money
from creditmate.services.sample.account import Entry

Fact = str | Money | date | Entry
_SIGNS = {"GBP": "£", "EUR": "€", "USD": "$"}
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence with ``{names}`` in it, and the fact that each of them stands for."""

    text: str = ""
    facts: Mapping[str, Fact] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return the sentence as somebody here would have typed it."""
        return self.text.format(**{name: _said(fact) for name, fact in self.facts.items()})


def _said(fact: Fact) -> str:
    if isinstance(fact, Money):
        return f"{_SIGNS[fact.currency]}{fact.decimal:,.{exponent(fact.currency)}f}"
    if isinstance(fact, date):
        return f"{_WEEKDAYS[fact.weekday()]} {fact.day} {_MONTHS[fact.month - 1]}"
    if isinstance(fact, Entry):
        return fact.document.number if fact.document else ""
    return fact
