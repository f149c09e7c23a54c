"""Where a visit to a customer can be, and by which clock its hour is there."""

from dataclasses import dataclass

from creditmate.db.business import home_zone
from creditmate.db.visit_sites import site_address, spots_of
from creditmate.domain.department_lines import without_department
from creditmate.services.place_clocks import visit_zone


@dataclass(frozen=True, slots=True)
class VisitPlace:
    """An address of a customer in one line; without a ``site`` none of theirs is known.

    ``zone`` is that of an hour there, ``elsewhere`` whether it is another than ours.
    """

    site: int | None
    address: str
    zone: str
    elsewhere: bool = False


def places_of(customer: int) -> tuple[VisitPlace, ...]:
    """Return where a visit to a customer can be; the first is taken where nobody says another."""
    found, home = [], home_zone()
    for spot in spots_of(customer):
        known = site_address(spot.site)
        lines = "" if known is None else without_department(known[1])
        said = ", ".join(line.strip() for line in lines.splitlines() if line.strip())
        zone = visit_zone(customer, spot.site)
        found.append(VisitPlace(spot.site, said, zone, zone != home))
    zone = visit_zone(customer, None)
    return tuple(found) or (VisitPlace(None, "", zone, zone != home),)
