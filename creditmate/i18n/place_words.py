"""Where a place is, in words: abroad an address ends with the country."""

from creditmate.i18n.countries import country_name


def place_words(address: str, abroad: str, locale: str) -> str:
    """Return an address in one line; one abroad names the country, unless it does already.

    Args:
        address: In one line.
        abroad: The country's code (ISO 3166); '' at home.
        locale: Of whoever reads it.
    """
    if not abroad:
        return address
    name = country_name(abroad, locale)
    last = address.rpartition(",")[2].strip(" .").casefold()
    known = {said.casefold() for said in (name, country_name(abroad, "en"), abroad)}
    return address if last in known else ", ".join(part for part in (address, name) if part)
