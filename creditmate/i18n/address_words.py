"""What the fields of an address are called, as each country calls them.

The codes are those of ``services.postal_forms``, which are Google's for its address data.
"""

from creditmate.i18n.catalogue import N_, words

_CALLED = {
    "street_address": N_("Street and number"),
    "sorting_code": N_("Sorting code"),
    # cities
    "city": N_("City"),
    "post_town": N_("Post town"),
    # parts of cities
    "suburb": N_("Suburb"),
    "district": N_("District"),
    "neighborhood": N_("Neighbourhood"),
    "townland": N_("Townland"),
    "village_township": N_("Village or township"),
    # parts of countries
    "area": N_("Area"),
    "county": N_("County"),
    "department": N_("Department"),
    "do_si": N_("Do or si"),
    "emirate": N_("Emirate"),
    "island": N_("Island"),
    "oblast": N_("Oblast"),
    "parish": N_("Parish"),
    "prefecture": N_("Prefecture"),
    "province": N_("Province"),
    "state": N_("State"),
    # postcodes
    "postal": N_("Postcode"),
    "zip": N_("ZIP code"),
    "pin": N_("PIN code"),
    "eircode": N_("Eircode"),
}


def postal_field_words(called: str, language: str) -> str:
    """Return what a field of an address is called; a code nobody knows as it is."""
    known = _CALLED.get(called)
    return words(language).gettext(known) if known else called
