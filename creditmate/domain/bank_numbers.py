"""The business's bank details: what cannot be right would send the customer's money astray.

IBAN and BIC carry their own proof (ISO 13616, ISO 9362; python-stdnum, offline), so a wrong one is
refused. A national number carries none that we know; what has not its usual form is doubted.
"""

from importlib import import_module
from typing import Any

from creditmate.domain.doubts import Doubt, Odd
from creditmate.domain.refusals import Why

_SORT_CODES = frozenset({"GB", "IE"})
_SORT_DIGITS, _ACCOUNT_DIGITS = 6, 8


def iban_refusal(text: str) -> Why | None:
    """Return why a text is no IBAN; None: it can be one."""
    return _refusal("stdnum.iban", text)


def bic_refusal(text: str) -> Why | None:
    """Return why a text is no BIC; None: it can be one."""
    return _refusal("stdnum.bic", text)


def grouped_iban(text: str) -> str:
    """Return an IBAN in groups of four, as it is read aloud."""
    plain = "".join(text.split()).upper()
    return " ".join(plain[at : at + 4] for at in range(0, len(plain), 4))


def sort_code_doubt(text: str, country: str) -> Doubt | None:
    """Return what looks odd about a British or Irish sort code."""
    digits = "".join(letter for letter in text if letter.isdecimal())
    if not text or country not in _SORT_CODES or len(digits) == _SORT_DIGITS:
        return None
    return Doubt("bank_sort_code", Odd.LENGTH, text, "00-11-22")


def account_doubt(text: str, country: str) -> Doubt | None:
    """Return what looks odd about a British or Irish account number."""
    digits = "".join(letter for letter in text if letter.isdecimal())
    if not text or country not in _SORT_CODES or len(digits) == _ACCOUNT_DIGITS:
        return None
    return Doubt("bank_account", Odd.LENGTH, text, "12345678")


def _refusal(module: str, text: str) -> Why | None:
    # loaded when the first number is looked at, as in ``identifiers``
    errors: Any = import_module("stdnum.exceptions")
    rule: Any = import_module(module)
    try:
        rule.validate(text)
    except errors.InvalidChecksum:
        return Why.CHECK_DIGITS
    except errors.ValidationError:
        return Why.WRONG_FORM
    return None
