"""Who is near: by coordinates where both sides have them, else by the area of the postcode."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from creditmate.domain.visits import DistanceUnit

_EARTH_KM = 6371.0088
"""Mean radius of the Earth (IUGG)."""
_KM_IN_MILE = 1.609344
NEAR_KM = 25.0
"""About half an hour on the road: a second visit costs less than the way to it alone."""
_OUTWARD = re.compile(r"([A-Z]{1,2})(\d[A-Z\d]?)")
_LEADING = {"US": (3, 3), "DE": (3, 2), "FR": (3, 2), "IT": (3, 2), "ES": (3, 2), "AU": (3, 2),
            "NZ": (3, 2), "NL": (3, 2), "BE": (3, 2), "AT": (3, 2), "CH": (3, 2), "CA": (3, 1),
            "IE": (3, 1)}  # fmt: skip
"""How many leading characters name a district, and how many an area, where that is known."""
_USUAL = (3, 2)


class Closeness(IntEnum):
    """How near somebody is by the postcode; the nearest first."""

    DISTRICT = 0
    AREA = 1


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a site is; degrees in millionths, both or neither."""

    customer: int
    country: str
    postcode: str = ""
    latitude: int | None = None
    longitude: int | None = None
    site: int = 0


@dataclass(frozen=True, slots=True)
class NearBy:
    """Somebody near: in kilometres as the crow flies, or only by the postcode."""

    spot: Spot
    km: float | None = None
    closeness: Closeness | None = None


def district_of(postcode: str, country: str) -> tuple[str, str]:
    """Return a postcode's district and area; empty where it names none.

    In the United Kingdom that is the outward code (``HB4`` of ``HB4 7QT``) and its letters; in
    other countries the leading figures, as many as name a region there.
    """
    compact = re.sub(r"[^0-9A-Z]", "", postcode.upper())
    if not compact:
        return "", ""
    if country in {"GB", "IM", "JE", "GG"}:
        outward = compact[:-3] if len(compact) > 4 else compact
        match = _OUTWARD.fullmatch(outward)
        return (outward, match.group(1)) if match else ("", "")
    district, area = _LEADING.get(country, _USUAL)
    return (compact[:district], compact[:area]) if len(compact) >= district else ("", "")


def distance_km(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Return the great-circle distance of two spots in millionths of a degree (haversine)."""
    lat1, lon1, lat2, lon2 = (math.radians(each / 1e6) for each in (*one, *other))
    half = (
        math.sin((lat2 - lat1) / 2) ** 2
        + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * _EARTH_KM * math.asin(math.sqrt(min(half, 1.0)))


def in_unit(km: float, unit: DistanceUnit) -> float:
    """Return a distance in the unit in which it is said."""
    return km / _KM_IN_MILE if unit is DistanceUnit.MILE else km


def nearby(here: Spot, others: Iterable[Spot], most_km: float = NEAR_KM) -> list[NearBy]:
    """Return whose sites are near one, the nearest first, each customer once.

    Those of the same customer are left out. Where either side's coordinates are not known, the
    postcode tells; those in the same district come before those in the same area.

    Args:
        here: The site.
        others: All other sites.
        most_km: How far somebody may be whose coordinates are known.
    """
    best: dict[int, NearBy] = {}
    for spot in others:
        found = _near(here, spot, most_km) if spot.customer != here.customer else None
        if found is None:
            continue
        known = best.get(spot.customer)
        if known is None or _order(found) < _order(known):
            best[spot.customer] = found
    return sorted(best.values(), key=_order)


def _near(here: Spot, spot: Spot, most_km: float) -> NearBy | None:
    mine, theirs = _degrees(here), _degrees(spot)
    if mine is not None and theirs is not None:
        km = distance_km(mine, theirs)
        return NearBy(spot, km=km) if km <= most_km else None
    if here.country != spot.country:
        return None
    district, area = district_of(here.postcode, here.country)
    other_district, other_area = district_of(spot.postcode, spot.country)
    if district and district == other_district:
        return NearBy(spot, closeness=Closeness.DISTRICT)
    return NearBy(spot, closeness=Closeness.AREA) if area and area == other_area else None


def _degrees(spot: Spot) -> tuple[int, int] | None:
    if spot.latitude is None or spot.longitude is None:
        return None
    return spot.latitude, spot.longitude


def _order(near: NearBy) -> tuple[bool, float, int, int, int]:
    by_road = near.km is not None
    return (not by_road, near.km or 0.0, int(near.closeness or 0), near.spot.customer,
            near.spot.site)  # fmt: skip
