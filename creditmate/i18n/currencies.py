"""The currencies that a ledger can be kept in, by their names."""

from functools import lru_cache

from babel.numbers import get_currency_name

from creditmate.domain.currencies import CODES
from creditmate.i18n.locales import known_locale


@lru_cache(maxsize=16)
def currencies(locale: str) -> tuple[tuple[str, str], ...]:
    """Return the code of every currency and what stands in a list: ``EUR, Euro``; by code."""
    where = known_locale(locale)
    return tuple(
        (code, f"{code}, {get_currency_name(code, locale=where)}") for code in sorted(CODES)
    )
