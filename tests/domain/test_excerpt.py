"""The piece of a note that shows why it was found."""

import pytest

from creditmate.domain.excerpt import excerpt

NOTE = (
    "Rang about the oak boards.\nThe largest customer of theirs paid late as well, so the cheque"
    " goes out on Friday and the rest follows when the pallets are counted again."
)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("oak", "Rang about the oak boards. The largest…"),
        ("pallets", "…rest follows when the pallets are count…"),
        ("PÁLLETS count", "…rest follows when the pallets are count…"),
        ("no such word", "Rang about the oak boards. The largest…"),
        ("", "Rang about the oak boards. The largest…"),
    ],
)
def test_it_begins_a_few_words_before(typed: str, shown: str) -> None:
    assert excerpt(NOTE, typed, 40) == shown


def test_a_short_note_is_shown_whole() -> None:
    assert excerpt("Pays on\n Friday ", "friday", 40) == "Pays on Friday"
    assert excerpt("", "friday", 40) == ""
