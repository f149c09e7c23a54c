"""The self-test's telephone, tax number and address of several countries.

Their rules are modules found by name and tables of their own, which a package may lack.
"""

from creditmate.domain.identifiers import company_number_doubt, tax_number_doubt
from creditmate.domain.telephone import telephone
from creditmate.services.postal_forms import postal_form

_PHONES = {"GB": "020 7946 0018", "DE": "030 23125007", "JP": "03-3224-9999"}
_TAX = {"GB": "GB980780684", "DE": "DE136695976", "FR": "FR40303265045", "PL": "PL5260250995"}
_SIREN = "552 008 443"
_FIRST_FIELDS = {"GB": "street_address", "DE": "street_address", "JP": "postal_code"}


def numbers_checked() -> str:
    """Look at one of each country.

    Returns:
        The countries.

    Raises:
        ValueError: One that is right was doubted, or a field is missing.
    """
    for country, number in _PHONES.items():
        if not telephone(number, country).valid:
            raise ValueError(f"{country} {number}")
    for country, number in _TAX.items():
        if tax_number_doubt(number, country) is not None:
            raise ValueError(f"{country} {number}")
    if company_number_doubt(_SIREN, "FR") is not None:
        raise ValueError(f"FR {_SIREN}")
    for country, key in _FIRST_FIELDS.items():
        if postal_form(country).rows[0][0].key != key:
            raise ValueError(f"{country} {key}")
    return ", ".join(dict.fromkeys([*_PHONES, *_TAX]))
