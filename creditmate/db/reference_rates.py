"""The reference rates of interest that the user keeps, before those that the program brings."""

from datetime import date
from decimal import Decimal

from creditmate.db.connection import database
from creditmate.db.gateway import Writing
from creditmate.db.models import ReferenceRate as Row
from creditmate.domain.reference_rates import ReferenceRate, Series


def own_rates() -> list[ReferenceRate]:
    """Return the rates that were not taken back, in the order in which they were entered."""
    query = (
        Row.select(Row.id, Row.scheme, Row.from_day, Row.rate, Row.source, Row.checked)
        .where(Row.void_action_id.is_null())
        .order_by(Row.id)
    )
    return [
        ReferenceRate(
            series=Series(scheme),
            from_day=date.fromisoformat(day),
            percent=Decimal(rate),
            source=source,
            checked=bool(checked),
            id=id_,
        )
        for id_, scheme, day, rate, source, checked in database.execute(query)
    ]


def add_rate(writing: Writing, rate: ReferenceRate) -> int:
    """Add a rate and return its id."""
    return writing.add(
        Row,
        scheme=rate.series.value,
        from_day=rate.from_day,
        rate=f"{rate.percent:f}",
        source=rate.source,
        checked=int(rate.checked),
    )


def take_back_rates(writing: Writing, ids: list[int]) -> None:
    """Take rates back: they never were.

    Raises:
        ValueError: One is unknown or was taken back before.
    """
    writing.void(Row, ids)
