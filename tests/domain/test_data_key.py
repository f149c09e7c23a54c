"""A key never shows itself; on paper every slip of the hand is found, and most are placed."""

import copy
import pickle
from itertools import combinations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from creditmate.domain.data_key import (
    _LETTERS,
    DataKey,
    _remainder,
    read_recovery_code,
    recovery_code,
    same_group,
)
from creditmate.domain.errors import Problem, UserError

keys = st.binary(min_size=32, max_size=32).map(DataKey)
places = st.integers(0, 55)
KEY = DataKey(bytes(range(32)))
KNOWN = "000G 40R4 0M30 E209 185G R38E 1W81 24GK 2GAH C5RR 34D1 P70X 3RFT 5WF7"
SEPARATORS = st.sampled_from(["", " ", "-", " - ", "\n", "\t", "–", "\u00a0", ". ", "_", "\u200b"])


def fault(text: str) -> dict[str, object]:
    """What is wrong with a code; no other error may come of it."""
    with pytest.raises(UserError) as caught:
        read_recovery_code(text)
    assert caught.value.problem is Problem.RECOVERY_CODE
    return caught.value.facts


def without_group(groups: tuple[str, ...], place: int) -> str:
    return " ".join(group for at, group in enumerate(groups, start=1) if at != place)


# ---------------------------------------------------------------- the key


def test_a_key_shows_itself_nowhere() -> None:
    shown = (repr(KEY), str(KEY), f"{KEY}", f"{[KEY]}", str({"key": KEY}), f"{KEY!s}")
    for text in shown:
        assert "DataKey(…)" in text
        assert KEY.secret.hex() not in text
        assert "\\x01" not in text
    with pytest.raises(TypeError):
        pickle.dumps(KEY)
    with pytest.raises(TypeError):
        copy.copy(KEY)


def test_keys_are_equal_by_their_bytes_and_nothing_else() -> None:
    assert DataKey(bytes(range(32))) == KEY
    assert hash(DataKey(bytes(range(32)))) == hash(KEY)
    assert DataKey(bytes(32)) != KEY
    assert KEY != bytes(range(32))
    with pytest.raises(ValueError, match="31"):
        DataKey(bytes(31))


@given(keys)
def test_a_fingerprint_is_no_part_of_the_key(key: DataKey) -> None:
    assert len(key.fingerprint) == 16
    assert key.fingerprint not in key.secret
    assert DataKey(key.secret).fingerprint == key.fingerprint


# ---------------------------------------------------------------- the code


def test_the_code_of_a_known_key_stays_what_it_is() -> None:
    """Sheets are printed once and read years later."""
    assert " ".join(recovery_code(KEY)) == KNOWN
    assert read_recovery_code(KNOWN) == KEY


@given(keys)
def test_a_code_has_fourteen_groups_of_four_clear_letters(key: DataKey) -> None:
    groups = recovery_code(key)
    assert [len(group) for group in groups] == [4] * 14
    assert not set("".join(groups)) & set("ILOU")


@given(keys, st.lists(SEPARATORS, min_size=14, max_size=14), st.booleans())
def test_every_code_reads_back_however_it_is_typed(
    key: DataKey, separators: list[str], small: bool
) -> None:
    groups = recovery_code(key)
    text = "".join(group + between for group, between in zip(groups, separators, strict=True))
    assert read_recovery_code(text.lower() if small else text) == key


@given(keys, st.sampled_from([" ", ". ", "\n", ": "]))
def test_the_places_before_the_groups_may_be_typed_as_well(key: DataKey, after: str) -> None:
    places = [f"{place}{after}{each}" for place, each in enumerate(recovery_code(key), start=1)]
    assert read_recovery_code("  ".join(places)) == key
    assert fault("  ".join(places[:-1])) == {"fault": "length", "found": 52}


@given(keys, st.sampled_from(["0oO", "1iIlL", "vVuU"]), st.data())
def test_what_looks_alike_is_taken_as_meant(key: DataKey, alike: str, data: st.DataObject) -> None:
    printed = {letter for letter in alike.upper() if letter in _LETTERS}
    code = " ".join(recovery_code(key))
    typed = "".join(
        data.draw(st.sampled_from(alike)) if letter in printed else letter for letter in code
    )
    assert read_recovery_code(typed) == key


def test_full_width_letters_are_letters() -> None:
    wide = "".join(chr(ord(sign) + 0xFEE0) for sign in "".join(recovery_code(KEY)))
    assert read_recovery_code(wide) == KEY


# ---------------------------------------------------------------- slips of the hand


@given(keys, places, st.integers(1, 31))
def test_every_single_wrong_character_is_found_and_its_group_named(
    key: DataKey, at: int, by: int
) -> None:
    text = "".join(recovery_code(key))
    wrong = _LETTERS[_LETTERS.index(text[at]) ^ by]
    facts = fault(text[:at] + wrong + text[at + 1 :])
    assert facts == {"fault": "group", "group": at // 4 + 1}


@given(keys, places, places, st.integers(1, 31), st.integers(1, 31))
def test_every_two_wrong_characters_are_found(
    key: DataKey, one: int, other: int, by: int, by_too: int
) -> None:
    assume(one != other)
    text = list("".join(recovery_code(key)))
    text[one] = _LETTERS[_LETTERS.index(text[one]) ^ by]
    text[other] = _LETTERS[_LETTERS.index(text[other]) ^ by_too]
    assert fault("".join(text))["fault"] in {"group", "check", "swapped"}


@given(keys, st.integers(0, 12), st.integers(1, 13))
def test_two_groups_that_changed_places_are_named(key: DataKey, one: int, after: int) -> None:
    groups = list(recovery_code(key))
    other = min(one + after, 13)
    assume(groups[one] != groups[other])
    groups[one], groups[other] = groups[other], groups[one]
    facts = fault(" ".join(groups))
    assert facts in (
        {"fault": "swapped", "group": one + 1, "other": other + 1},
        {"fault": "group", "group": facts.get("group")},  # groups that differ in one character
    )


@given(keys, st.integers(0, 54))
def test_two_neighbours_that_changed_places_are_found(key: DataKey, at: int) -> None:
    text = "".join(recovery_code(key))
    assume(text[at] != text[at + 1])
    facts = fault(text[:at] + text[at + 1] + text[at] + text[at + 2 :])
    assert facts == {"fault": "group", "group": at // 4 + 1}


@given(keys, st.integers(1, 14))
def test_a_group_left_out_or_typed_twice_is_counted(key: DataKey, place: int) -> None:
    groups = recovery_code(key)
    assert fault(without_group(groups, place)) == {"fault": "length", "found": 52}
    assert fault(" ".join((*groups[:place], *groups[place - 1 :])))["found"] == 60


@given(keys, st.integers(1, 14), st.integers(0, 3))
def test_a_character_left_out_of_a_group_is_told_by_its_group(
    key: DataKey, place: int, at: int
) -> None:
    groups = list(recovery_code(key))
    groups[place - 1] = groups[place - 1][:at] + groups[place - 1][at + 1 :]
    assert fault("-".join(groups)) == {"fault": "length", "found": 55, "group": place}
    assert fault("".join(groups)) == {"fault": "length", "found": 55}


def test_what_is_no_letter_of_the_sheet_is_shown_with_its_group() -> None:
    groups = list(recovery_code(KEY))
    groups[6] = "A*CD"
    assert fault(" ".join(groups)) == {"fault": "letter", "found": "*", "group": 7}
    for text in ("", "   ", "-"):
        assert fault(text) == {"fault": "length", "found": 0}


@given(st.text(max_size=200))
def test_any_text_is_a_key_or_refused_by_name(text: str) -> None:
    assume(len(text) < 40)
    fault(text)


def test_a_group_typed_back_is_compared_as_meant() -> None:
    assert same_group(" 0a1v", "0A1V")
    assert same_group("oaLu", "0A1V")
    assert not same_group("0A1W", "0A1V")
    assert not same_group("", "0A1V")


# ---------------------------------------------------------------- why it finds them


def test_no_one_or_two_characters_nor_swapped_groups_can_hide() -> None:
    """Of a linear code it is enough to look at what differs, whatever the key is.

    Every one of the 1,736 differences in one character has a remainder of its own, so no two of
    them cancel; no difference that two groups leave by changing places has the remainder nought.
    """
    single = {_remainder(by << 5 * at) for at in range(56) for by in range(1, 32)}
    assert len(single) == 56 * 31
    assert 0 not in single
    for one, other in combinations(range(14), 2):
        rows = [_remainder(1 << 20 * one + bit ^ 1 << 20 * other + bit) for bit in range(20)]
        assert independent(rows)


def independent(rows: list[int]) -> bool:
    """Whether no choice of rows adds up to nought, in arithmetic without carry."""
    basis: list[int] = []
    for row in rows:
        left = row
        for other in basis:
            left = min(left, left ^ other)
        if left == 0:
            return False
        basis.append(left)
    return True
