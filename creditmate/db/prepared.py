"""Queries whose text is made once: making it takes longer than most of them take to answer.

The screens ask the same few questions of one customer or of a hundred. A prepared question is
written as any other, as an expression of peewee, with arguments in place of values::

    @prepared
    def _made(customers: Argument, as_at: Argument) -> Query:
        return Promise.select(...).where(Promise.customer_id.in_(listed(customers)) & ...)

    for row in _made(customers, as_at): ...

What is asked now of everybody and now of some is one question of both (``about_customers``).
"""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from functools import lru_cache
from inspect import signature
from typing import Any, NamedTuple

import peewee

from creditmate.db.connection import execute

Value = int | str | date | list[int] | None
Query = Any
"""A query of peewee, which has no types."""
Argument = Any
"""Stands in a query for a value that is given when it is asked; an expression of peewee."""


class _Place(NamedTuple):
    """Which of the values stands here."""

    number: int


def listed(ids: Argument) -> peewee.SQL:
    """Return an argument that is a list of ids as what a column may be in."""
    return peewee.SQL("(SELECT value FROM json_each(?))", ids.params)


def prepared(build: Callable[..., Query]) -> "Question":
    """Make a question of a function that builds a query of its arguments."""
    return Question(build, _count(build))


def about_customers(whose: Any) -> Callable[[Callable[..., Query]], "AboutCustomers"]:  # noqa: ANN401 - a column of peewee
    """Make a question of a function that builds a query about everybody.

    Args:
        whose: The column that tells whose each row is.
    """
    return lambda build: AboutCustomers(build, whose)


class Question:
    """A query whose text is made when it is first asked."""

    def __init__(self, build: Callable[..., Query], count: int) -> None:
        self._build, self._count = build, count
        self._in_order = tuple(map(_Place, range(count)))
        self._made: tuple[str, tuple[object, ...]] | None = None

    def __call__(self, *values: Value) -> Any:  # noqa: ANN401 - the driver's cursor
        """Ask with these values, in the order of the arguments; return the rows' cursor."""
        if self._made is None:
            query = self._build(*(peewee.SQL("?", (_Place(at),)) for at in range(self._count)))
            self._made = _with_numbers(*query.sql())
        sql, parameters = self._made
        stored = tuple(map(_stored, values))
        if parameters == self._in_order:
            return execute(sql, stored)
        return execute(
            sql, tuple(stored[p.number] if isinstance(p, _Place) else p for p in parameters)
        )


class AboutCustomers:
    """A question that is asked of everybody, or of some customers."""

    def __init__(self, build: Callable[..., Query], whose: Any) -> None:  # noqa: ANN401 - a column of peewee
        def of_some(customers: Argument, *values: Argument) -> Query:
            return build(*values).where(whose.in_(listed(customers)))

        self._of_all = Question(build, _count(build))
        self._of_some = Question(of_some, _count(build) + 1)

    def __call__(self, customers: Collection[int] | None, *values: Value) -> Any:  # noqa: ANN401 - the driver's cursor
        """Ask of these customers, of everybody for None; return the rows' cursor."""
        if customers is None:
            return self._of_all(*values)
        return self._of_some(list(customers), *values)


def _count(build: Callable[..., Query]) -> int:
    return len(signature(build).parameters)


def _with_numbers(sql: str, parameters: Sequence[object]) -> tuple[str, tuple[object, ...]]:
    """Write the numbers that never change into the text; what is left stays beside it.

    Whether a partial index answers (``open_minor <> 0``) is decided with the text alone: a
    number given beside it would have SQLite decide anew at each asking.
    """
    first, *others = sql.split("?")  # peewee puts words beside the text, never into it
    text, left = [first], list[object]()
    for parameter, after in zip(parameters, others, strict=True):
        is_number = type(parameter) is int
        text += [str(parameter) if is_number else "?", after]
        left += [] if is_number else [parameter]
    return "".join(text), tuple(left)


def _stored(value: Value) -> int | str | None:
    if isinstance(value, date):
        return value.isoformat()
    return _in_json(tuple(value)) if isinstance(value, list) else value


@lru_cache(maxsize=16)
def _in_json(ids: tuple[int, ...]) -> str:
    """Write ids as JSON; the same are asked about dozens of times in a row.

    Numbers are written in JSON as they are in Python, and so many times more quickly.
    """
    return str(list(ids))
