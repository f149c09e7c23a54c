"""The language and the locale of one document: the customer's, never the window's."""

from dataclasses import replace
from datetime import date
from typing import Protocol, TypeVar

from creditmate.documents.papers import BusinessCard
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money
from creditmate.i18n import formats, labels
from creditmate.i18n.catalogue import spoken, words
from creditmate.i18n.locales import is_locale

P = TypeVar("P", bound="Spoken")


def is_spoken(locale: str) -> bool:
    """Whether there is a language and a region of a code, so that papers can be written in it."""
    return is_locale(locale)


class Spoken(Protocol):
    """A paper that is written in a language."""

    @property
    def business(self) -> BusinessCard:
        """Whose it is."""

    @property
    def locale(self) -> str:
        """The customer's."""


def in_spoken(paper: P) -> P:
    """Return a paper in its customer's locale if the program speaks it, else in the sender's own.

    So that no paper has days and amounts of one language among words of another.
    """
    locale = spoken(paper.locale, paper.business.locale)
    return paper if locale == paper.locale else replace(paper, locale=locale)  # type: ignore[type-var]


class Voice:
    """How one document speaks; made per paper, so that nothing is global.

    ``as_at`` is the day of the paper: other days of its year are written without the year.
    """

    def __init__(self, locale: str, as_at: date) -> None:
        self.locale = locale
        self.as_at = as_at
        self.gettext = words(locale).gettext
        self.ngettext = words(locale).ngettext

    def amount(self, amount: Money) -> str:
        """Return plain figures, for a column or a sentence."""
        return formats.money(amount, self.locale)

    def total(self, amount: Money) -> str:
        """Return an amount with its currency's symbol, for the one total."""
        return formats.money(amount, self.locale, symbol=True)

    def symbol(self, currency: str) -> str:
        """Return the currency's symbol."""
        return formats.currency_symbol(currency, self.locale)

    def currency(self, currency: str) -> str:
        """Return the currency's name as a sentence has it."""
        return formats.currency_name(currency, self.locale)

    def number(self, value: int) -> str:
        """Return a whole number."""
        return formats.number(value, self.locale)

    def day(self, day: date) -> str:
        """Return a day for prose."""
        return formats.day_long(day, self.locale)

    def column_day(self, day: date) -> str:
        """Return a day for a column."""
        return formats.day_short(day, self.locale)

    def day_in_year(self, day: date) -> str:
        """Return a day for prose, its year left out when it goes without saying."""
        return formats.day_in_year(day, self.locale, self.as_at)

    def note_day(self, day: date) -> str:
        """Return a day for a note, its year left out when it goes without saying."""
        return formats.day_in_note(day, self.locale, self.as_at)

    def entry(self, kind: EntryKind, number: str) -> str:
        """Return what an entry is called."""
        return labels.entry_label(kind, number, self.locale)

    def reason(self, reason: str) -> str:
        """Return the words for a dispute's reason."""
        return labels.dispute_reason(reason, self.locale)
