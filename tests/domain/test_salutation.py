"""A name as it was heard is saluted plainly."""

import pytest

from creditmate.domain.salutation import saluted


@pytest.mark.parametrize(
    ("heard", "said"),
    [
        ("Bob from Leeds", "Bob"),
        ("Daniel Marsh", "Daniel Marsh"),
        ("Ludwig van der Berg", "Ludwig van der Berg"),
        ("Maria de", "Maria"),
        ("somebody in accounts", ""),
        ("Ann Lee, accounts", "Ann Lee"),
        ("Ann Lee (accounts)", "Ann Lee"),
        ("李小龍", "李小龍"),
        ("  ", ""),
    ],
)
def test_a_place_or_a_task_is_no_part_of_a_name(heard: str, said: str) -> None:
    assert saluted(heard) == said
