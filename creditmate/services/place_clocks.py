"""By which clock the hour of a visit is: that of the place, as its country and zone tell."""

from functools import lru_cache

from creditmate.db.business import business
from creditmate.db.diary import Whose, customers_in
from creditmate.db.visit_sites import site_places
from creditmate.domain.diary_clock import zone_or
from creditmate.domain.place_clock import Whereabouts, has_several_clocks, place_zone, zones_in
from creditmate.domain.rows import BusinessRow
from creditmate.domain.visits import Visit


@lru_cache(maxsize=64)
def zones_of_country(country: str) -> tuple[str, ...]:
    """Return the zones of a country (ISO 3166), that in which most of its business is first."""
    from babel.core import get_global  # noqa: PLC0415 - most questions are about our own clock

    return zones_in(country, get_global("zone_territories"))


def visit_zone(customer: int, site: int | None, said: str = "") -> str:
    """Return the zone in which an hour at a customer's is meant.

    Args:
        customer: Whom we visit.
        site: Where, if it is one of their addresses; else it is where they are.
        said: What somebody said; '' for that of the place.
    """
    home = business()
    if said:
        return zone_or(said, home.zone)
    who = customers_in([customer])[customer]
    there = site_places([site]).get(site) if site is not None else None
    return zone_at((there.country if there is not None else "") or who.country, who, home)


def customer_zone(customer: int) -> str:
    """Return the zone in which a customer is, by whose clock they are called and written to."""
    return visit_zone(customer, None)


def zone_at(country: str, who: Whose, home: BusinessRow) -> str:
    """Return the zone of a customer's place in a country."""
    here, theirs = Whereabouts(home.country, home.zone), Whereabouts(who.country, who.zone)
    zones = () if country in {home.country, ""} else zones_of_country(country)
    return zone_or(place_zone(country, zones, theirs, here) or home.zone, home.zone)


def clock_taken(visit: Visit) -> str:
    """Return the zone that was taken for a visit where its country has several, and nobody said.

    One said afterwards is another than that which would be taken; '' where there is no doubt.
    """
    who, home = customers_in([visit.customer])[visit.customer], business()
    if visit.at is None or visit.country in {home.country, ""}:
        return ""
    zones = zones_of_country(visit.country)
    theirs = who.country == visit.country and who.zone not in {"", home.zone}
    if theirs or visit.zone != next(iter(zones), None):
        return ""
    return visit.zone if has_several_clocks(zones, visit.day, visit.at) else ""
