"""By which clock an hour at a place is said: that of its country, and not of whoever is met there.

A customer may have an address abroad; and a customer abroad may have our zone for want of another,
since nobody is asked for it when customers are brought in.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_MAIN = {
    "AR": "America/Argentina/Buenos_Aires",
    "AU": "Australia/Sydney",
    "BR": "America/Sao_Paulo",
    "CA": "America/Toronto",
    "CL": "America/Santiago",
    "CY": "Asia/Nicosia",
    "EC": "America/Guayaquil",
    "ES": "Europe/Madrid",
    "FR": "Europe/Paris",
    "GB": "Europe/London",
    "GL": "America/Nuuk",
    "MN": "Asia/Ulaanbaatar",
    "MX": "America/Mexico_City",
    "NZ": "Pacific/Auckland",
    "PT": "Europe/Lisbon",
    "RU": "Europe/Moscow",
    "US": "America/New_York",
    "UZ": "Asia/Tashkent",
}
"""Countries with several zones: where most of the business is."""
_NOON = time(12)


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where somebody is: the country (ISO 3166) and the zone (IANA) that the ledger has."""

    country: str
    zone: str = ""


def zones_in(country: str, territories: Mapping[str, str]) -> tuple[str, ...]:
    """Return the zones of a country, that in which most of its business is first.

    Args:
        country: ISO 3166 code of two letters.
        territories: The country of each zone.
    """
    known = sorted(zone for zone, where in territories.items() if where == country)
    main = _MAIN.get(country)
    return (main, *(zone for zone in known if zone != main)) if main else tuple(known)


def place_zone(
    country: str, zones: Sequence[str], customer: Whereabouts, home: Whereabouts
) -> str | None:
    """Return by which clock an hour at a place is said; None where nothing tells.

    The customer's own zone is right where it is one of the country's, or was chosen for a customer
    who is there; else it is that in which most of the country's business is.

    Args:
        country: Of the place.
        zones: Those of the country, the main one first.
        customer: Whose place it is.
        home: Where we are; its zone is what customers have for whom nobody chose one.
    """
    said = customer.zone
    chosen = said not in {"", home.zone} and customer.country == country
    if said and (said in zones or chosen):
        return said
    if home.country == country:
        return home.zone
    return zones[0] if zones else (said or None)


def has_several_clocks(zones: Sequence[str], day: date, at: time | None) -> bool:
    """Whether clocks of these zones show different hours at an hour of a day, or at noon."""
    hour = datetime.combine(day, at or _NOON)
    return len({_offset(zone, hour) for zone in zones} - {None}) > 1


def _offset(zone: str, hour: datetime) -> object:
    try:
        return hour.replace(tzinfo=ZoneInfo(zone)).utcoffset()
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None  # a computer may know fewer zones
