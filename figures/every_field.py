"""A mark of its own in every column in which a person's words can stand, of every table there is.

So a column that a later format brings is searched for as well, without anybody thinking of it.
"""

import hashlib
from collections.abc import Iterator
from functools import partial

import peewee

from creditmate.db.connection import execute
from creditmate.db.models import Change
from creditmate.db.models.base import Fact, Record, Scratch, Table, Voidable, table_name
from creditmate.services.program import Program

_BASES = (Fact, Voidable, Record, Scratch)
_OWN = frozenset({"id", "action_id", "void_action_id", "version", "archived_day"})
_BEYOND = 700_000
"""Ids that no row has."""
Columns = dict[str, str]


def marks() -> dict[str, Columns]:
    """Return the mark of every such column, by table and column.

    They are the columns that are ``free`` or ``personal``, and all text of what is being typed.
    """
    found = {}
    for model in _models():
        text = {name for name, field in _fields(model) if isinstance(field, peewee.TextField)}
        theirs = text if issubclass(model, Scratch) else text & (model.free | model.personal)
        if theirs:
            table = table_name(model)
            found[table] = {name: _mark(table, name) for name in sorted(theirs)}
    return found


def write_marks(program: Program) -> None:
    """Put a row with them into every such table; for a ledger that nobody will work in.

    Its own rules are laid aside for it: what a row says beside its marks makes no sense.
    """
    program.ask(lambda: execute("PRAGMA foreign_keys = OFF"))
    program.ask(lambda: execute("PRAGMA ignore_check_constraints = ON"))
    models = {table_name(model): model for model in _models()}
    for number, (table, columns) in enumerate(marks().items()):
        program.ask(partial(_write, program, models[table], columns, _BEYOND + number))


def _write(program: Program, model: type[Table], columns: Columns, number: int) -> None:
    values = {
        name: columns.get(name, _beside(field, number))
        for name, field in _fields(model)
        if name not in _OWN
    }
    if issubclass(model, Scratch):
        places = ", ".join("?" * len(values))
        sql = f"INSERT INTO {table_name(model)} ({', '.join(values)}) VALUES ({places})"
        execute(sql, tuple(values.values()))
        return
    with program._gateway.write("marks") as writing:  # noqa: SLF001 - what no use-case would write
        if issubclass(model, Record):
            writing.create(model, **values)
        elif issubclass(model, Fact):
            writing.add(model, **values)


def _beside(field: peewee.Field, number: int) -> object:
    if field.null:
        return None
    if isinstance(field, peewee.BlobField):
        return b""
    return str(number) if isinstance(field, peewee.TextField) else number


def _mark(table: str, column: str) -> str:
    """Letters and figures that stand nowhere else, and are no card's number."""
    return "zyx" + hashlib.sha256(f"{table}.{column}".encode()).hexdigest()[:12]


def _models() -> list[type[Table]]:
    found = {model for model in _below(Table) if model not in _BASES and model is not Change}
    return sorted(found, key=table_name)


def _below(model: type[Table]) -> Iterator[type[Table]]:
    for each in model.__subclasses__():
        yield each
        yield from _below(each)


def _fields(model: type[Table]) -> list[tuple[str, peewee.Field]]:
    """The columns by their own names."""
    named = model._meta.columns  # noqa: SLF001 - peewee's documented way
    return [(str(name), field) for name, field in named.items()]
