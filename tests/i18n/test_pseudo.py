"""The pseudo-language stretches what is marked, and nothing else."""

import pytest

from creditmate.i18n.catalogue import words
from creditmate.i18n.pseudo import PSEUDO, stretched


@pytest.mark.parametrize("text", ["Customers", "Nothing matches ‘{text}’ in {list}", "All", "–"])
def test_it_is_two_fifths_longer_and_keeps_placeholders(text: str) -> None:
    long = stretched(text)
    bare, longer = (t.replace("{text}", "").replace("{list}", "") for t in (text, long))
    letters = sum(not letter.isspace() for letter in bare)
    added = sum(not letter.isspace() for letter in longer) - letters
    assert abs(added - letters * 0.4) <= 2
    assert long.count("{text}") == text.count("{text}")
    assert long.count("{list}") == text.count("{list}")


def test_only_what_is_marked_is_stretched() -> None:
    speaks = words(PSEUDO)
    assert speaks.gettext("Customers") != "Customers"
    assert speaks.gettext("nobody marked this") == "nobody marked this"
    assert "{days}" in speaks.ngettext("{days} day ago", "{days} days ago", 3)
    assert speaks.pgettext("anything", "Customers") == speaks.gettext("Customers")
