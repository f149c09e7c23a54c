"""The place of a visit: no department line of a billing address stands in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.department_lines import without_department


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("Accounts Payable\nUnit 6, Tannery Yard\nOvermere", "Unit 6, Tannery Yard\nOvermere"),
        (" purchase  ledger,\n1 High Street", "1 High Street"),
        ("Finance Dept.\nAccounts Payable\n1 High Street", "1 High Street"),
        ("Kreditorenbuchhaltung\nLindenweg 3", "Lindenweg 3"),
        ("Accounts House\nUnit 6", "Accounts House\nUnit 6"),
        ("Unit 6\nAccounts Payable", "Unit 6\nAccounts Payable"),
        ("Accounts Payable", "Accounts Payable"),
        ("", ""),
    ],
)
def test_a_department_at_the_head_is_left_out(address: str, place: str) -> None:
    assert without_department(address) == place


@given(st.lists(st.text("Accounts 19", min_size=1, max_size=9), max_size=4))
def test_what_is_left_is_the_end_of_it(lines: list[str]) -> None:
    address = "\n".join(lines)
    assert address.endswith(without_department(address))
    assert bool(without_department(address)) == bool(address)
