"""The working days of both sides of a visit: ours, and those where the customer is."""

from datetime import date

from creditmate.db.business import business
from creditmate.db.customers import customers_by_id
from creditmate.db.visit_sites import site_places
from creditmate.domain.dates import Calendar
from creditmate.services.calendars import calendar_over


def both_calendars(
    customer: int, site: int | None, first: date, last: date
) -> tuple[Calendar, Calendar]:
    """Return our working days and those of the country in which a visit takes place.

    Args:
        customer: Whom we visit.
        site: Where, if it is one of their addresses: it may be in another country.
        first: A day in the first of the years asked for.
        last: A day in the last but one.
    """
    home, who = business(), customers_by_id([customer])[customer]
    country, region = who.country, who.region
    there = site_places([site]).get(site) if site is not None else None
    if there is not None and there.country != country:
        country, region = there.country, ""
    begins, ends = min(first, last), max(first, last)
    return (
        calendar_over(home.country, home.region, begins, ends),
        calendar_over(country, region, begins, ends),
    )
