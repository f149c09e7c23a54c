"""Where customers' addresses are on the map, as somebody put it down: nothing is looked up."""

from dataclasses import dataclass

from creditmate.db.gateway import Gateway
from creditmate.db.visit_sites import place_site, site_address, spots_of
from creditmate.domain.changes import Touched
from creditmate.domain.map_place import Degrees, degrees_of
from creditmate.domain.visit_refusals import VisitWhy, visit_refused
from creditmate.services.customers import require_customer

TOUCHED = Touched.CUSTOMERS | Touched.TASKS
"""Whoever is near is told of on customers' visits."""


@dataclass(frozen=True, slots=True)
class SitePlace:
    """An address of a customer in one line, and where it is; None where nobody put it down."""

    site: int
    address: str
    degrees: Degrees | None


@dataclass(frozen=True, slots=True)
class Placed:
    """That an address was placed, and where it was before, so that it can be put back."""

    site: int
    before: Degrees | None
    touched: Touched = TOUCHED


class MapPlaces:
    """Puts addresses on the map.

    Args:
        gateway: Writes.
    """

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway

    def of_customer(self, code: str) -> list[SitePlace]:
        """Return a customer's addresses, their own first.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        spots = spots_of(require_customer(code).id)
        return [
            SitePlace(spot.site, _in_one_line(spot.site), _known(spot.latitude, spot.longitude))
            for spot in spots
        ]

    def place(self, code: str, site: int, text: str) -> Placed:
        """Put down where an address is, as typed or pasted; an empty text takes it away.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``VISIT_REFUSED``: no place is named, or the address
                is not the customer's.
        """
        known = {one.site: one for one in self.of_customer(code)}
        if site not in known:
            raise visit_refused(VisitWhy.NOT_THEIRS, found=site)
        degrees = degrees_of(text)
        if degrees is None and text.strip():
            raise visit_refused(VisitWhy.NO_PLACE, found=text.strip())
        self._write(site, degrees)
        return Placed(site, known[site].degrees)

    def put_back(self, placed: Placed) -> Touched:
        """Put an address back to where it was."""
        self._write(placed.site, placed.before)
        return TOUCHED

    def _write(self, site: int, degrees: Degrees | None) -> None:
        with self._gateway.write("place-site") as writing:
            place_site(writing, site, degrees)


def _known(latitude: int | None, longitude: int | None) -> Degrees | None:
    return None if latitude is None or longitude is None else (latitude, longitude)


def _in_one_line(site: int) -> str:
    found = site_address(site)
    lines = "" if found is None else found[1]
    return ", ".join(line.strip() for line in lines.splitlines() if line.strip())
