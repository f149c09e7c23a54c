"""Terms in words: as what somebody signed, read from the position that they wrote."""

import pytest

from creditmate.domain.acceptance import Capacity
from creditmate.i18n.agreed_words import capacity_said
from creditmate.i18n.pseudo import PSEUDO


@pytest.mark.parametrize(
    ("position", "capacity"),
    [
        ("Director", Capacity.DIRECTOR),
        ("Managing director", Capacity.DIRECTOR),
        ("COMPANY SECRETARY", Capacity.SECRETARY),
        ("Secretary", Capacity.UNKNOWN),  # that of an office signs for nobody
        ("Director’s assistant", Capacity.UNKNOWN),
        ("Buyer", Capacity.UNKNOWN),
        ("", Capacity.UNKNOWN),
    ],
)
def test_a_position_names_a_capacity_or_none(position: str, capacity: Capacity) -> None:
    assert capacity_said(position, "en") is capacity
    assert capacity_said(position, PSEUDO, "en") is capacity
