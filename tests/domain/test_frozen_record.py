"""Facts: as frozen dataclasses are, without a class of their own being compiled."""

from collections.abc import Callable

import pytest

from creditmate.domain.frozen import Frozen, changed, fields_of


class Pair(Frozen):
    """A fact for the tests."""

    name: str
    count: int = 0


class Other(Frozen):
    """One with the same fields."""

    name: str
    count: int = 0


class Nothing(Frozen):
    """One without any."""


def test_fields_are_given_in_their_order_or_by_name() -> None:
    assert Pair("a", 2) == Pair(count=2, name="a") == Pair("a", count=2)
    assert (Pair("a", 2).name, Pair("a", 2).count) == ("a", 2)
    assert Pair("a").count == 0


def test_only_those_of_one_class_with_equal_fields_are_equal() -> None:
    assert Pair("a") == Pair("a", 0)
    assert Pair("a") != Pair("b")
    assert Pair("a") != Other("a")
    assert Nothing() == Nothing()
    assert Nothing() != ()
    assert len({Pair("a"), Pair("a", 0), Other("a"), Nothing(), Nothing()}) == 3


def test_nothing_is_something() -> None:
    assert Nothing()


def test_they_stay_as_they_are() -> None:
    pair = Pair("a")
    with pytest.raises(AttributeError, match=r"Pair\.name cannot be set"):
        pair.name = "b"  # type: ignore[misc] # what is tried
    with pytest.raises(AttributeError, match=r"Pair\.name cannot be taken away"):
        del pair.name
    assert pair == Pair("a")


def test_they_are_written_as_in_python() -> None:
    assert repr(Pair("a", 2)) == "Pair(name='a', count=2)"
    assert repr(Nothing()) == "Nothing()"


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (Pair, "name is missing"),
        (lambda: Pair("a", 1, 2), "2 fields, 3 were given"),  # type: ignore[call-arg]
        (lambda: Pair("a", name="b"), "name is unknown, or given twice"),  # type: ignore[misc]
        (lambda: Pair("a", more=1), "more is unknown, or given twice"),  # type: ignore[call-arg]
    ],
)
def test_wrong_fields_are_refused(make: Callable[[], Pair], said: str) -> None:
    with pytest.raises(TypeError, match=said):
        make()


def test_they_are_matched_by_position() -> None:
    match Pair("a", 2):
        case Pair(name, count):
            assert (name, count) == ("a", 2)


def test_one_is_made_of_another() -> None:
    assert changed(Pair("a", 2), name="b") == Pair("b", 2)
    assert fields_of(Pair("a")) == {"name": "a", "count": 0}
    with pytest.raises(TypeError, match="more is unknown"):
        changed(Pair("a"), more=1)
