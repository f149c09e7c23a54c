"""The thresholds and habits of the business as they are typed; knows no toolkit."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from creditmate.domain.due_rules import Instalments
from creditmate.domain.errors import UserError
from creditmate.domain.money import Money
from creditmate.domain.payment_terms import PaymentTerms
from creditmate.domain.refusals import Why, refused
from creditmate.domain.settings import (
    AllocationOrder,
    ClaimDays,
    Prices,
    Rounding,
    Settings,
    SettingsError,
)
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_in_table, money
from creditmate.i18n.parsing import parse_money
from creditmate.i18n.terms_words import terms_words
from creditmate.services.settings import KeptSettings
from creditmate.ui.customer_edit.typed_terms import as_text, from_text, read_typed, typed_terms
from creditmate.ui.settings.whole_numbers import whole

FIELD = "settings."
TERMS = FIELD + "terms"
AMOUNTS = ("contact_from", "print_from", "discount_alone", "visit_hour", "visit_distance")
_COSTS = frozenset({"visit_hour", "visit_distance"})
DAYS = (
    "follow_up_after", "grace_days", "longest_pause", "courtesy_window", "courtesy_days",
    "plan_parts_alone",
)  # fmt: skip
CLAIMS = ("transfer", "card", "cheque")
_CLAIM = FIELD + "claim_"
_CODES = {"allocation_order": AllocationOrder, "prices": Prices, "rounding": Rounding}
CODES = tuple(_CODES)


def texts_of(kept: KeptSettings, locale: str) -> dict[str, str]:
    """Return what stands in the fields."""
    settings = kept.settings
    found = {FIELD + name: money(getattr(kept, name), locale) for name in AMOUNTS}
    found |= {FIELD + name: str(getattr(settings, name)) for name in DAYS}
    found |= {_CLAIM + name: str(getattr(settings.claim_days, name)) for name in CLAIMS}
    found |= {FIELD + name: getattr(settings, name).value for name in CODES}
    return {**found, TERMS: as_text(typed_terms(settings.default_terms))}


def settings_of(texts: Mapping[str, str], kept: KeptSettings, locale: str) -> Settings:
    """Return the settings that stand in the fields.

    Raises:
        UserError: A text cannot be read, or what it says is out of bounds; ``field`` names it.
    """
    amounts: dict[str, Any] = {
        f"{name}_minor": _amount(name, texts, kept.currency, locale).minor for name in AMOUNTS
    }
    claims = {name: whole(texts[_CLAIM + name], locale, _CLAIM + name) for name in CLAIMS}
    days: dict[str, Any] = {name: whole(texts[FIELD + name], locale, FIELD + name) for name in DAYS}
    try:
        return replace(
            kept.settings,
            **amounts,
            claim_days=ClaimDays(**claims),
            default_terms=terms_of(texts, kept, locale),
            allocation_order=AllocationOrder(texts[FIELD + "allocation_order"]),
            prices=Prices(texts[FIELD + "prices"]),
            rounding=Rounding(texts[FIELD + "rounding"]),
            **days,
        )
    except SettingsError as error:
        raise refused(_name_of(error.key), Why.OUT_OF_BOUNDS, found=str(error.found)) from error


def terms_of(texts: Mapping[str, str], kept: KeptSettings, locale: str) -> PaymentTerms:
    """Return the usual terms that are typed.

    Raises:
        UserError: A number is missing or cannot be.
    """
    found = read_typed(from_text(texts[TERMS]), locale, TERMS)
    return kept.settings.default_terms if found is None else found


def terms_echo(
    texts: Mapping[str, str], kept: KeptSettings, today: date, language: str, locale: str
) -> tuple[str, str]:
    """Return the usual terms in words, and when an invoice of today would be due."""
    try:
        terms = terms_of(texts, kept, locale)
    except UserError:
        return "", ""
    said = terms_words(terms, language)
    if isinstance(terms.rule, Instalments):
        return said, ""
    due = day_in_table(terms.rule.due(today), locale, today)
    return said, words(language).gettext("(today's is due on {day})").format(day=due)


def amount_echo(
    name: str, texts: Mapping[str, str], currency: str, language: str, locale: str
) -> str:
    """Return what an amount means; nothing while it cannot be read."""
    _ = words(language).gettext
    try:
        found = _amount(name, texts, currency, locale)
    except UserError:
        return ""
    if name == "discount_alone":
        most = _("{amount} or less").format(amount=money(found, locale, symbol=True))
        return most if found else _("None: ask first")
    if name in _COSTS:
        return money(found, locale, symbol=True) if found else _("Nothing is reckoned")
    if not found:
        return _("Nobody is left out")
    return _("{amount} or more").format(amount=money(found, locale, symbol=True))


def _amount(name: str, texts: Mapping[str, str], currency: str, locale: str) -> Money:
    field = FIELD + name
    text = texts[field].strip()
    if not text:
        return Money(0, currency)
    return parse_money(text, currency, locale, field=field)


def _name_of(key: str) -> str:
    """The field of a key of the settings."""
    if key.startswith("claim_days."):
        return _CLAIM + key.removeprefix("claim_days.")
    return FIELD + key.removesuffix("_minor")
