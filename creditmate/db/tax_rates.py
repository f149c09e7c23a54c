"""The taxes that the user keeps."""

from datetime import date
from decimal import Decimal

from creditmate.db.connection import database
from creditmate.db.gateway import Writing
from creditmate.db.models import TaxRate
from creditmate.domain.taxes import TaxKind
from creditmate.domain.taxes import TaxRate as Rate

_SHOWN = (
    TaxRate.code, TaxRate.name, TaxRate.kind, TaxRate.from_day, TaxRate.rate, TaxRate.source,
)  # fmt: skip


def kept_tax_rates() -> list[tuple[int, Rate]]:
    """Return every rate that was not taken back with its id, by code and day."""
    query = (
        TaxRate.select(TaxRate.id, *_SHOWN)
        .where(TaxRate.void_action_id.is_null())
        .order_by(TaxRate.code, TaxRate.from_day, TaxRate.id)
    )
    return [
        (id_, Rate(code, name, TaxKind(kind), date.fromisoformat(day), Decimal(rate), source))
        for id_, code, name, kind, day, rate, source in database.execute(query)
    ]


def were_taxes_kept() -> bool:
    """Return whether any rate was ever entered, also one that was taken back."""
    return bool(TaxRate.select().exists())


def add_tax_rate(writing: Writing, rate: Rate) -> int:
    """Add a rate and return its id."""
    return writing.add(
        TaxRate,
        code=rate.code,
        name=rate.name,
        kind=rate.kind.value,
        from_day=rate.from_day,
        rate=f"{rate.rate:f}",
        source=rate.source,
    )


def take_back_tax_rate(writing: Writing, id_: int) -> None:
    """Take a rate back: it never was.

    Raises:
        ValueError: It is unknown or was taken back before.
    """
    writing.void(TaxRate, [id_])
