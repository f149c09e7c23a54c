"""Frozen records whose classes cost next to nothing to make.

A frozen dataclass has its methods written and compiled anew for each class, which takes the best
part of a millisecond. What every start loads before the window is painted shares one set of
methods instead (``docs/decisions/0006``). To make one takes longer than to make a dataclass, some
microseconds: what is made by the thousand is a dataclass.
"""

from typing import Any, ClassVar, NoReturn, TypeVar, dataclass_transform


@dataclass_transform(frozen_default=True)
class Frozen:
    """Has the fields that its class annotates, in their order, with their defaults.

    Two are equal if they are of one class and all their fields are. Such classes are not
    derived from one another.
    """

    __match_args__: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls.__match_args__ = tuple(cls.__annotations__)  # type: ignore[misc] # as mypy takes it to be

    def __init__(self, *values: Any, **named: Any) -> None:  # noqa: ANN401 - of whatever the fields are
        """Take the fields in their order, or by their names.

        Raises:
            TypeError: One is missing, is given twice, or is none of this class.
        """
        names, what = self.__match_args__, type(self).__name__
        if len(values) > len(names):
            raise TypeError(f"{what} has {len(names)} fields, {len(values)} were given")
        given = dict(zip(names, values, strict=False))
        for name in named:
            if name in given or name not in names:
                raise TypeError(f"{what}: {name} is unknown, or given twice")
        given |= named
        for name in names:
            if name not in given and not hasattr(type(self), name):
                raise TypeError(f"{what}: {name} is missing")
        vars(self).update(given)  # the others are found in the class

    def _values(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in self.__match_args__)

    def __eq__(self, other: object) -> bool:
        """Whether the other is of the same class and has the same fields."""
        if type(other) is not type(self):
            return NotImplemented
        return self._values() == other._values()

    def __hash__(self) -> int:
        """Alike for those that are equal."""
        return hash((type(self), self._values()))

    def __repr__(self) -> str:
        """As it is written in Python."""
        fields = zip(self.__match_args__, self._values(), strict=True)
        said = ", ".join(f"{name}={value!r}" for name, value in fields)
        return f"{type(self).__qualname__}({said})"

    def __setattr__(self, name: str, value: object) -> NoReturn:
        """It stays as it is."""
        raise AttributeError(f"{type(self).__name__}.{name} cannot be set: it is frozen")

    def __delattr__(self, name: str) -> NoReturn:
        """It stays as it is."""
        raise AttributeError(f"{type(self).__name__}.{name} cannot be taken away")


AnyFrozen = TypeVar("AnyFrozen", bound=Frozen)


def fields_of(one: Frozen) -> dict[str, Any]:
    """Return the fields of one by their names."""
    return {name: getattr(one, name) for name in type(one).__match_args__}


def changed(one: AnyFrozen, **fields: Any) -> AnyFrozen:  # noqa: ANN401 - of whatever the fields are
    """Return the same but for some fields.

    Raises:
        TypeError: It has no such field.
    """
    return type(one)(**{**fields_of(one), **fields})
