"""The taxes that the business charges: dated rates by code, edited by hand."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from creditmate.db.business import business
from creditmate.db.gateway import Gateway, Writing
from creditmate.db.tax_rates import (
    add_tax_rate,
    kept_tax_rates,
    take_back_tax_rate,
    were_taxes_kept,
)
from creditmate.domain.changes import Saved, Touched
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.refusals import Why, refused
from creditmate.domain.taxes import TaxKind, TaxRate, fits, tax_on, taxes_on
from creditmate.domain.usual_taxes import usual_taxes

LONGEST_CODE, LONGEST_NAME = 8, 40
"""Characters: a code stands in a narrow column, a name on a line of the totals."""


@dataclass(frozen=True, slots=True)
class TaxRow:
    """A rate as the settings show it; ``id`` is None while it is only proposed."""

    id: int | None
    rate: TaxRate


@dataclass(frozen=True, slots=True)
class TaxEntry:
    """What is typed about a rate; ``rate`` is percent."""

    code: str
    name: str
    kind: TaxKind
    from_day: date
    rate: Decimal
    source: str = ""


class Taxes:
    """Rates of tax. Issued documents keep the rates they were issued at."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway

    def table(self) -> list[TaxRow]:
        """Return every rate, by code and day; the usual ones of the country in an old ledger."""
        return [TaxRow(id_, rate) for id_, rate in _kept()]

    def on(self, supply_day: date) -> list[TaxRate]:
        """Return every code with its rate on a day of supply, the one used most likely first."""
        return tax_codes(supply_day)

    def add(self, entry: TaxEntry) -> Saved:
        """Add a rate: a new code, or what a known one comes to from a day on.

        Raises:
            UserError: ``FIELD_REFUSED``.
        """
        rate = _checked(entry, None)
        with self._gateway.write("add-tax-rate") as writing:
            _keep_usual(writing)
            made = add_tax_rate(writing, rate)
        return Saved(made, Touched.SETTINGS)

    def change(self, row: TaxRow, entry: TaxEntry) -> Saved:
        """Put a rate right that was typed wrong: the old one never was.

        Raises:
            UserError: ``FIELD_REFUSED``; ``CHANGED_MEANWHILE``: it was taken back elsewhere.
        """
        rate = _checked(entry, row)
        with self._gateway.write("change-tax-rate") as writing:
            _keep_usual(writing)
            take_back_tax_rate(writing, _id_of(row))
            made = add_tax_rate(writing, rate)
        return Saved(made, Touched.SETTINGS)

    def remove(self, row: TaxRow) -> Touched:
        """Take a rate back; with its last one a code is gone.

        Raises:
            UserError: ``CHANGED_MEANWHILE``: it was taken back elsewhere.
        """
        with self._gateway.write("remove-tax-rate") as writing:
            _keep_usual(writing)
            take_back_tax_rate(writing, _id_of(row))
        return Touched.SETTINGS


def begin_usual_taxes(writing: Writing, country: str) -> None:
    """Enter the usual taxes of a country in a new ledger."""
    for rate in usual_taxes(country):
        add_tax_rate(writing, rate)


def tax_codes(supply_day: date) -> list[TaxRate]:
    """Return every code with its rate on a day of supply, the one used most likely first."""
    return taxes_on((rate for _, rate in _kept()), supply_day)


def all_rates() -> list[TaxRate]:
    """Return every rate of every day."""
    return [rate for _, rate in _kept()]


def tax_of(code: str, supply_day: date) -> TaxRate | None:
    """Return what a code comes to on a day of supply; None where it has no rate yet."""
    return tax_on((rate for _, rate in _kept()), code, supply_day)


def _kept() -> list[tuple[int | None, TaxRate]]:
    """What is kept; a ledger of before taxes were has the usual ones of its country."""
    found: list[tuple[int | None, TaxRate]] = [*kept_tax_rates()]
    if found or were_taxes_kept():
        return found
    return [(None, rate) for rate in usual_taxes(business().country)]


def _keep_usual(writing: Writing) -> None:
    """Enter what was only proposed so far, so that it can be changed."""
    if not were_taxes_kept():
        begin_usual_taxes(writing, business().country)


def _id_of(row: TaxRow) -> int:
    """The id of a row; one that was proposed a moment ago has been entered since."""
    for id_, rate in kept_tax_rates():
        if row.id == id_ or (row.id is None and rate == row.rate):
            return id_
    raise UserError(Problem.CHANGED_MEANWHILE, entity="tax_rate", id=row.id or 0)


def _checked(entry: TaxEntry, instead_of: TaxRow | None) -> TaxRate:
    tidy = replace(
        entry, code=entry.code.strip(), name=entry.name.strip(), source=entry.source.strip()
    )
    for field, text, most in (
        ("tax.code", tidy.code, LONGEST_CODE),
        ("tax.name", tidy.name, LONGEST_NAME),
    ):
        if not text:
            raise refused(field, Why.EMPTY)
        if len(text) > most:
            raise refused(field, Why.TOO_LONG, most=most)
    if not fits(tidy.kind, tidy.rate):
        raise refused("tax.rate", Why.RATE, found=f"{tidy.rate:f}")
    others = [row for row in _kept() if instead_of is None or row[1] != instead_of.rate]
    code = tidy.code
    for _, other in others:
        if other.code.casefold() != tidy.code.casefold():
            continue  # on a line a code may be typed in upper or lower case
        code = other.code
        if other.from_day == tidy.from_day:
            raise refused("tax.from_day", Why.DAY_TAKEN, day=other.from_day)
        if other.kind is not tidy.kind:
            raise refused("tax.kind", Why.KIND_CHANGES, found=other.kind.value)
    return TaxRate(code, tidy.name, tidy.kind, tidy.from_day, tidy.rate, tidy.source)
