"""The form of the business: its texts, and what is said beside each; knows no toolkit."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from enum import Enum, auto
from typing import NamedTuple

from creditmate.documents.page import LEAST_CONTRAST, contrast_with_paper
from creditmate.domain.bank_numbers import (
    account_doubt,
    bic_refusal,
    grouped_iban,
    iban_refusal,
    sort_code_doubt,
)
from creditmate.domain.business_form import BusinessEntry
from creditmate.domain.doubts import Doubt
from creditmate.domain.email_syntax import is_email
from creditmate.domain.identifiers import tax_number_doubt
from creditmate.domain.refusals import Why, refused
from creditmate.i18n.catalogue import words
from creditmate.i18n.customer_fields import doubt_words
from creditmate.i18n.formats import decimal_figures
from creditmate.i18n.problems import problem_words

FIELD = "business."
"""Begins the names under which the service refuses the fields."""
_LINES = "address"
_FIXED = frozenset({"currency"})
"""Chosen when the ledger is made: every total in the home currency is in it."""
EDITED = tuple(name for name in BusinessEntry.__slots__ if name not in _FIXED)
_COLOUR = len("#RRGGBB")


class Standing(Enum):
    """How what is typed stands."""

    RIGHT = auto()
    ODD = auto()
    WRONG = auto()


class FieldNote(NamedTuple):
    """What is said below a field."""

    standing: Standing
    text: str


def texts_of(entry: BusinessEntry) -> dict[str, str]:
    """Return what stands in the fields."""
    return {
        FIELD + name: "\n".join(entry.address) if name == _LINES else getattr(entry, name)
        for name in EDITED
    }


def entry_of_texts(texts: Mapping[str, str], kept: BusinessEntry) -> BusinessEntry:
    """Return the entry that stands in the fields; the rest is as it is kept."""
    found = {name: texts[FIELD + name] for name in EDITED if name != _LINES}
    lines = tuple(texts[FIELD + _LINES].splitlines())
    return replace(kept, **found, address=lines)


def notes(entry: BusinessEntry, language: str, locale: str) -> dict[str, FieldNote]:
    """Return what is worth saying, by field; a field that is empty has nothing to say."""
    told = _Notes(language, locale)
    iban = grouped_iban(entry.iban)  # in groups, it breaks where there is little room
    told.refusable("iban", iban, iban_refusal(iban) if iban else None)
    told.refusable("bic", entry.bic, bic_refusal(entry.bic) if entry.bic else None)
    wrong = Why.NOT_AN_EMAIL if entry.email and not is_email(entry.email.strip()) else None
    told.refusable("email", entry.email if wrong else "", wrong)
    told.doubtable(
        "tax_number", entry.tax_number, tax_number_doubt(entry.tax_number, entry.country)
    )
    for name, doubt_of in (("bank_sort_code", sort_code_doubt), ("bank_account", account_doubt)):
        told.doubtable(name, "", doubt_of(getattr(entry, name), entry.country))
    if not entry.name.strip():
        told.refuse("name", Why.EMPTY)
    told.accent(entry.accent)
    return told.found


class _Notes:
    """Collects notes in a language."""

    def __init__(self, language: str, locale: str) -> None:
        self._language, self._locale = language, locale
        self._ = words(language).gettext
        self.found: dict[str, FieldNote] = {}

    def refusable(self, name: str, text: str, why: Why | None) -> None:
        """What carries its own proof is right or wrong."""
        if why is not None:
            self.refuse(name, why, found=text)
        elif text.strip():
            self._say(name, Standing.RIGHT, self._("Check digits fit"))

    def doubtable(self, name: str, text: str, doubt: Doubt | None) -> None:
        """What only has its usual form may look odd."""
        if doubt is not None:
            self._say(name, Standing.ODD, doubt_words(doubt, self._language))
        elif text.strip():
            self._say(name, Standing.RIGHT, self._("Written as such numbers are"))

    def accent(self, colour: str) -> None:
        """A colour that is whole is measured against white paper."""
        if len(colour) < _COLOUR:
            return
        try:
            ratio = contrast_with_paper(colour)
        except ValueError:
            self.refuse("accent", Why.NOT_A_COLOUR, found=colour)
            return
        if ratio < LEAST_CONTRAST:
            self.refuse("accent", Why.TOO_PALE, found=colour, least=f"{LEAST_CONTRAST:g}")
            return
        figure = decimal_figures(Decimal(str(ratio)), 1, self._locale)  # cut, so never up to 7
        self._say("accent", Standing.RIGHT, self._("{ratio} : 1 on white").format(ratio=figure))

    def refuse(self, name: str, why: Why, **facts: object) -> None:
        """Say what the service would say."""
        error = refused(FIELD + name, why, **facts)
        self._say(name, Standing.WRONG, problem_words(error, self._language, self._locale))

    def _say(self, name: str, standing: Standing, text: str) -> None:
        self.found[FIELD + name] = FieldNote(standing, text)
