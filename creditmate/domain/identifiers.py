"""Company and tax numbers: whether one can be right in its country, by its check digits.

The rules are python-stdnum's, which never asks anybody: only its offline checks are used. A
number that fails is doubted, never refused: old ones may be odd, and there are forms nobody
knows. Source: ecosystem.md; Companies House (numbers have eight characters and no check digit).
"""

import re
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

from creditmate.domain.doubts import Doubt, Odd

# Country -> the module of python-stdnum that knows its numbers; the Union's countries and some
# others have one and the same form for tax and company.
_TAX: Mapping[str, str] = {
    "AT": "at.uid", "AU": "au.abn", "BE": "be.vat", "BG": "bg.vat", "CA": "ca.bn",
    "CH": "ch.vat", "CY": "cy.vat", "CZ": "cz.dic", "DE": "de.vat", "DK": "dk.cvr",
    "EE": "ee.kmkr", "ES": "es.nif", "FI": "fi.alv", "FR": "fr.tva", "GB": "gb.vat",
    "GR": "gr.vat", "HR": "hr.oib", "HU": "hu.anum", "IE": "ie.vat", "IN": "in_.gstin",
    "IT": "it.iva", "LT": "lt.pvm", "LU": "lu.tva", "LV": "lv.pvn", "MT": "mt.vat",
    "NL": "nl.btw", "NO": "no.mva", "NZ": "nz.ird", "PL": "pl.nip", "PT": "pt.nif",
    "RO": "ro.cf", "SE": "se.vat", "SI": "si.ddv", "SK": "sk.dph", "US": "us.ein",
    "ZA": "za.tin",
}  # fmt: skip
_COMPANY: Mapping[str, str] = {
    "AT": "at.businessid", "AU": "au.acn", "BE": "be.vat", "CH": "ch.uid",
    "DE": "de.handelsregisternummer", "DK": "dk.cvr", "ES": "es.cif", "FI": "fi.ytunnus",
    "FR": "fr.siren", "IT": "it.iva", "NO": "no.orgnr", "PL": "pl.regon", "SE": "se.orgnr",
}  # fmt: skip
_COMPANIES_HOUSE = re.compile(r"\d{8}|[A-Z]{2}\d{6}|R0?\d{6,7}|(IP|SP|RS)\d{5}R")
_EXAMPLE = "01234567"


def tax_number_doubt(number: str, country: str) -> Doubt | None:
    """Return what looks odd about a VAT or tax number; None when nothing does or none is known.

    Args:
        number: As written, with or without blanks and the country's letters.
        country: ISO 3166 code.
    """
    return _checked("tax_number", number, _TAX.get(country))


def company_number_doubt(number: str, country: str) -> Doubt | None:
    """Return what looks odd about a company's number in its register, as ``tax_number_doubt``."""
    if country == "GB" and number:
        if _COMPANIES_HOUSE.fullmatch(_plain(number)):
            return None
        return Doubt("company_number", Odd.FORM, number, _EXAMPLE)
    return _checked("company_number", number, _COMPANY.get(country))


def same_number(first: str, second: str) -> bool:
    """Whether two numbers are one and the same, however they are written."""
    return bool(_plain(first)) and _plain(first) == _plain(second)


def number_key(number: str) -> str:
    """Return the form in which company and tax numbers are compared."""
    return _plain(number)


def _plain(number: str) -> str:
    return "".join(letter for letter in number.upper() if letter.isalnum())


def _checked(field: str, number: str, module: str | None) -> Doubt | None:
    if not number or module is None:
        return None
    # loaded when the first number is looked at: fifty milliseconds that the start does not have
    errors: Any = import_module("stdnum.exceptions")
    validate: Callable[[str], str] = import_module(f"stdnum.{module}").validate
    try:
        validate(number)
    except errors.InvalidLength:
        return Doubt(field, Odd.LENGTH, number)
    except errors.InvalidChecksum:
        return Doubt(field, Odd.CHECK_DIGIT, number)
    except errors.ValidationError:
        return Doubt(field, Odd.FORM, number)
    return None
