"""Telephone numbers: read against the customer's country, shown and dialled.

The rules are those of phonenumbers (libphonenumber), which come with the program. What cannot be
read stays as it was typed: an extension of an old exchange is better than nothing.
"""

from dataclasses import dataclass

MOST = 40
"""Letters of a number with its remark; more is a pasted line."""


@dataclass(frozen=True, slots=True)
class Telephone:
    """A number as it is shown and dialled.

    ``e164`` is empty for one that could not be read; then the others are as it was typed.
    ``shown`` is how somebody in ``home`` country writes it: with the country's code only from
    abroad. ``valid`` says whether the country gives such numbers out.
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
    try:
        found = numbers.parse(text, country.upper() or None)
    except numbers.NumberParseException:
        found = None
    if found is None or not numbers.is_possible_number(found):
        return Telephone(typed, text, text, "", valid=False)
    form = numbers.PhoneNumberFormat
    international = str(numbers.format_number(found, form.INTERNATIONAL))
    national = str(numbers.format_number(found, form.NATIONAL))
    here = bool(home) and found.country_code == numbers.country_code_for_region(home.upper())
    return Telephone(
        typed=typed,
        shown=national if here else international,
        international=international,
        e164=str(numbers.format_number(found, form.E164)),
        valid=bool(numbers.is_valid_number(found)),
    )


def example_number(country: str) -> str:
    """Return a number such as the country gives out, for a message; empty for no country."""
    import phonenumbers as numbers  # noqa: PLC0415 - as above

    found = numbers.example_number(country.upper())
    if found is None:
        return ""
    return str(numbers.format_number(found, numbers.PhoneNumberFormat.NATIONAL))
