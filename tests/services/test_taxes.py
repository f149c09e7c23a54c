"""The taxes that are kept: proposed by country, edited, dated."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from creditmate.db.connection import execute
from creditmate.db.proof.everything import prove_all
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.taxes import TaxKind
from creditmate.services.taxes import TaxEntry, Taxes, begin_usual_taxes, tax_codes, tax_of
from tests.services.conftest import Office

TODAY = date(2026, 11, 23)
HIGHER = TaxEntry("S", "VAT", TaxKind.STANDARD, date(2027, 4, 1), Decimal("22.5"), "Budget")


def test_an_old_ledger_has_the_usual_taxes_until_one_is_changed(office: Office) -> None:
    taxes = Taxes(office.gateway)
    assert [rate.code for rate in taxes.on(TODAY)] == ["S", "R", "Z", "E", "RC", "O"]
    assert {row.id for row in taxes.table()} == {None}
    assert execute("SELECT count(*) FROM tax_rate").fetchone() == (0,)
    taxes.add(HIGHER)
    assert None not in {row.id for row in taxes.table()}
    assert len(taxes.table()) == 7
    assert prove_all() == []


def test_the_day_of_supply_decides(office: Office) -> None:
    with office.gateway.write("test") as writing:
        begin_usual_taxes(writing, "GB")
    Taxes(office.gateway).add(HIGHER)
    before, after = tax_of("S", date(2027, 3, 31)), tax_of("S", date(2027, 4, 1))
    assert before is not None
    assert after is not None
    assert (str(before.rate), str(after.rate)) == ("20", "22.5")
    assert tax_of("S", date(2011, 1, 3)) is None
    assert tax_of("nothing", TODAY) is None
    assert [str(rate.rate) for rate in tax_codes(date(2027, 4, 1))][:2] == ["22.5", "5"]


def test_a_rate_is_put_right_and_taken_back(office: Office) -> None:
    taxes = Taxes(office.gateway)
    reduced = next(row for row in taxes.table() if row.rate.code == "R")
    entry = TaxEntry("R", "VAT", TaxKind.REDUCED, date(2026, 1, 1), Decimal("5.5"))
    taxes.change(reduced, entry)
    (row,) = (row for row in taxes.table() if row.rate.code == "R")
    assert (str(row.rate.rate), row.rate.from_day) == ("5.5", date(2026, 1, 1))
    taxes.remove(row)
    assert "R" not in {rate.code for rate in taxes.on(TODAY)}
    for row in taxes.table():
        taxes.remove(row)
    assert taxes.table() == []
    assert prove_all() == []


@pytest.mark.parametrize(
    ("changed", "field", "why"),
    [
        ({"code": " "}, "tax.code", "empty"),
        ({"code": "123456789"}, "tax.code", "too-long"),
        ({"name": ""}, "tax.name", "empty"),
        ({"rate": Decimal(0)}, "tax.rate", "rate"),
        ({"rate": Decimal(101)}, "tax.rate", "rate"),
        ({"from_day": date(2011, 1, 4)}, "tax.from_day", "day-taken"),
        ({"kind": TaxKind.REDUCED}, "tax.kind", "kind-changes"),
    ],
)
def test_rates_that_cannot_be(
    office: Office, changed: dict[str, object], field: str, why: str
) -> None:
    taxes = Taxes(office.gateway)
    with pytest.raises(UserError) as error:
        taxes.add(replace(HIGHER, **changed))  # type: ignore[arg-type]
    assert (error.value.facts["field"], error.value.facts["why"]) == (field, why)
    assert execute("SELECT count(*) FROM tax_rate").fetchone() == (0,)


def test_codes_that_differ_in_case_alone_are_one(office: Office) -> None:
    taxes = Taxes(office.gateway)
    row = TaxEntry("Q2", "Special", TaxKind.STANDARD, date(2020, 1, 1), Decimal(20))
    taxes.add(row)
    with pytest.raises(UserError) as caught:
        taxes.add(replace(row, code="q2", rate=Decimal(5)))
    assert caught.value.facts["why"] == "day-taken"
    taxes.add(replace(row, code="q2", rate=Decimal(5), from_day=date(2021, 1, 1)))
    assert {one.rate.code for one in taxes.table() if one.rate.code.casefold() == "q2"} == {"Q2"}


def test_a_rate_taken_back_elsewhere_is_told(office: Office) -> None:
    taxes = Taxes(office.gateway)
    taxes.add(TaxEntry("Q2", "Special", TaxKind.STANDARD, date(2020, 1, 1), Decimal(20)))
    (row,) = [one for one in taxes.table() if one.rate.code == "Q2"]
    taxes.remove(row)
    for again in (
        lambda: taxes.remove(row),
        lambda: taxes.change(
            row, TaxEntry("Q2", "S", TaxKind.STANDARD, date(2020, 1, 1), Decimal(5))
        ),
    ):
        with pytest.raises(UserError) as caught:
            again()
        assert caught.value.problem is Problem.CHANGED_MEANWHILE
