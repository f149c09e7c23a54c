"""The business, its settings and its numbering series."""

from dataclasses import fields

from creditmate.db.connection import execute
from creditmate.db.gateway import Writing
from creditmate.db.models import Business, CashPosted, Series
from creditmate.db.papers import blob, put_blob
from creditmate.db.prepared import Query, prepared
from creditmate.domain.rows import BusinessRow


def business() -> BusinessRow:
    """Return the business of the open ledger."""
    row = Business.get_by_id(1)
    values = {field.name: getattr(row, field.name) for field in fields(BusinessRow)}
    values["address"] = tuple(row.address.splitlines())
    values["sample"] = bool(row.sample)
    return BusinessRow(**values)


def home_currency() -> str:
    """Return the currency that the business's books are in."""
    return str(execute("SELECT currency FROM business").fetchone()[0])


def home_zone() -> str:
    """Return the time zone (IANA) that the business is in."""
    return str(execute("SELECT zone FROM business").fetchone()[0])


def home_region(country: str) -> str:
    """Return the part of a country in which the business is; '' where it is elsewhere."""
    found = execute("SELECT region FROM business WHERE country = ?", (country,)).fetchone()
    return "" if found is None else str(found[0])


def ledger_uid() -> str:
    """Return the ledger's own name for itself; read so that an older format can answer too."""
    return str(execute("SELECT ledger_uid FROM business").fetchone()[0])


def create_business(writing: Writing, row: BusinessRow) -> None:
    """Write the one row of a new ledger."""
    values = {field.name: getattr(row, field.name) for field in fields(BusinessRow)}
    values["address"] = "\n".join(row.address)
    values["sample"] = int(row.sample)
    writing.create(Business, **values)


def business_version() -> int:
    """Return the version at which the business may be edited now."""
    return int(Business.get_by_id(1).version)


def logo_of_business() -> bytes | None:
    """Return the logo as it is printed; None where there is none."""
    row = Business.get_by_id(1)
    return None if row.logo_blob_id is None else blob(row.logo_blob_id)


def edit_business(writing: Writing, row: BusinessRow, version: int, logo: bytes | None) -> None:
    """Edit the business; its identity stays.

    Raises:
        UserError: ``CHANGED_MEANWHILE``.
    """
    values = {field.name: getattr(row, field.name) for field in fields(BusinessRow)}
    values["address"] = "\n".join(row.address)
    values["sample"] = int(row.sample)
    values["logo_blob_id"] = None if logo is None else put_blob(writing, logo)
    writing.edit(Business, 1, version, **values)


def create_series(writing: Writing, kind: str, pattern: str) -> int:
    """Begin a numbering series; patterns are those of ``domain.numbering``."""
    return writing.create(Series, kind=kind, pattern=pattern)


def series(kind: str) -> tuple[int, str]:
    """Return the id and pattern of the series for a kind of paper or document."""
    row = Series.get(Series.kind == kind)
    return row.id, row.pattern


def cash_posted_to() -> str | None:
    """The day, ISO text, up to which cash is posted; None before it was said for the first time.

    What was said last counts: a newer fact may correct an older one backwards.
    """
    return next((to_day for (to_day,) in _posted()), None)


@prepared
def _posted() -> Query:
    return CashPosted.select(CashPosted.to_day).order_by(CashPosted.id.desc()).limit(1)


def sums_are_kept() -> bool:
    """Whether anything was recorded that the home currency is part of: items, rates, settings."""
    tables = ("entry", "exchange_rate", "setting")
    return any(
        execute(f"SELECT EXISTS (SELECT 1 FROM {table})").fetchone()[0]  # noqa: S608 - own names
        for table in tables
    )
