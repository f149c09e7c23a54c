"""Telephone numbers: read against the customer's country, shown and dialled.

The rules are those of phonenumbers (libphonenumber), which come with the program. What cannot be
read stays as it was typed: an extension of an old exchange is better than nothing.
"""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

MOST = 40
"""Letters of a number with its remark; more is a pasted line."""
_BARE = re.compile(r"[0-9\s+()./-]+((ext\.?|extension|x|#)\s*[0-9]+)?", re.IGNORECASE)
"""A number without a remark, perhaps with an extension."""


@dataclass(frozen=True, slots=True)
class Telephone:
    """A number as it is shown and dialled.

    ``e164`` is empty for one that could not be read; then the others are as it was typed.
    ``shown`` is how somebody in ``home`` country writes a customer's of that country: any other
    has the country's code, and one with a remark stays as it was typed. Read again against the
    same country, what is shown is the same number. ``valid`` says whether the country gives such
    numbers out.
    """

    typed: str
    shown: str
    international: str
    e164: str
    valid: bool

    @property
    def uri(self) -> str:
        """The number as a ``tel:`` link (RFC 3966); empty where there are no digits in it."""
        if self.e164:
            return f"tel:{self.e164}"
        digits = "".join(letter for letter in self.typed if letter in "+0123456789")
        return f"tel:{digits}" if any(map(str.isdigit, digits)) else ""


def telephone(typed: str, country: str, home: str = "") -> Telephone:
    """Return a number as it was typed, read against a country.

    Args:
        typed: With or without the country's code.
        country: ISO 3166 code of the customer, whose numbers are meant without one.
        home: Where we ring from; numbers of that country are shown without its code.
    """
    import phonenumbers as numbers  # noqa: PLC0415 - forty milliseconds that the start lacks

    text = " ".join(typed.split())
    found = _parsed(text, country)
    if found is None or not numbers.is_possible_number(found):
        return Telephone(typed, text, text, "", valid=False)
    form = numbers.PhoneNumberFormat
    international = str(numbers.format_number(found, form.INTERNATIONAL))
    national = str(numbers.format_number(found, form.NATIONAL))
    codes = {numbers.country_code_for_region(region.upper()) for region in (country, home)}
    written = national if codes == {found.country_code} else international
    return Telephone(
        typed=typed,
        shown=written if _BARE.fullmatch(text) and _parsed(written, country) == found else text,
        international=international,
        e164=str(numbers.format_number(found, form.E164)),
        valid=bool(numbers.is_valid_number(found)),
    )


def _parsed(text: str, country: str) -> "PhoneNumber | None":
    import phonenumbers as numbers  # noqa: PLC0415 - as above

    try:
        return numbers.parse(text, country.upper() or None)
    except numbers.NumberParseException:
        return None


def example_number(country: str) -> str:
    """Return a number such as the country gives out, for a message; empty for no country."""
    import phonenumbers as numbers  # noqa: PLC0415 - as above

    found = numbers.example_number(country.upper())
    if found is None:
        return ""
    return str(numbers.format_number(found, numbers.PhoneNumberFormat.NATIONAL))
