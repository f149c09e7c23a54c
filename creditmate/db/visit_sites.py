"""Where customers' addresses are: by coordinates, as far as anybody put them down, and postcode."""

from collections.abc import Sequence

from creditmate.db.connection import database
from creditmate.db.gateway import Writing
from creditmate.db.models import Customer, Site
from creditmate.db.prepared import Argument, Query, listed, prepared
from creditmate.domain.visit_near import Spot

_SPOT = (
    Site.customer_id, Site.country, Site.postcode, Site.latitude, Site.longitude, Site.id,
)  # fmt: skip


def site_places(sites: Sequence[int]) -> dict[int, Spot]:
    """Return where some addresses are."""
    return {row[-1]: Spot(*row) for row in _spots(list(sites))}


@prepared
def _spots(sites: Argument) -> Query:
    return Site.select(*_SPOT).where(Site.id.in_(listed(sites)))


def spots_of(customer: int) -> list[Spot]:
    """Return where a customer's addresses are, their own first: goods may go to a yard."""
    return [Spot(*row) for row in _own_spots(customer)]


@prepared
def _own_spots(customer: Argument) -> Query:
    return (
        Site.select(*_SPOT)
        .where((Site.customer_id == customer) & Site.archived_day.is_null())
        .order_by(Site.kind, Site.id)
    )


def all_spots() -> list[Spot]:
    """Return where everybody's addresses are, but of those who were put away."""
    return [Spot(*row) for row in _all_spots()]


@prepared
def _all_spots() -> Query:
    return (
        Site.select(*_SPOT)
        .join(Customer, on=Customer.id == Site.customer_id)
        .where(Site.archived_day.is_null() & Customer.archived_day.is_null())
    )


def site_address(site: int) -> tuple[int, str] | None:
    """Return whose an address is and its lines; None where there is none."""
    query = Site.select(Site.customer_id, Site.address, Site.postcode).where(Site.id == site)
    row = next(iter(database.execute(query)), None)
    if row is None:
        return None
    customer, address, postcode = row
    has_code = postcode and postcode.replace(" ", "") not in address.replace(" ", "")
    return customer, f"{address}\n{postcode}" if has_code else address


def place_site(writing: Writing, site: int, degrees: tuple[int, int] | None) -> None:
    """Put down where an address is, in millionths of a degree; None takes it away."""
    latitude, longitude = degrees or (None, None)
    version = int(Site.select(Site.version).where(Site.id == site).scalar())
    writing.edit(Site, site, version, latitude=latitude, longitude=longitude)
