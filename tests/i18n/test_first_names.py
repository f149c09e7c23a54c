"""By what somebody is greeted: a first name, a title with its name, nothing for a whole office."""

import pytest

from creditmate.i18n.first_names import spoken_name


@pytest.mark.parametrize(
    ("contact", "name"),
    [
        ("Tessa Horrocks", "Tessa"),
        ("Major R. Venn", "Major Venn"),
        ("Dr. Ada King", "Dr. King"),
        ("Mrs Pike", "Mrs Pike"),
        ("Major", "Major"),
        ("Accounts payable helpdesk", ""),
        ("Accounts team", ""),
        ("Reception", ""),
        ("The buying office", ""),
        ("", ""),
    ],
)
def test_how_somebody_is_greeted(contact: str, name: str) -> None:
    assert spoken_name(contact) == name
