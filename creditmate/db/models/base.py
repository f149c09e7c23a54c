"""What the tables have in common. Models never leave ``db``; rows do, as dataclasses.

The bases stand for the kinds of table of data-model.md: ``Fact`` (F: append-only, held by
triggers), ``Record`` (R: edited in place, each edit on record) and ``Scratch`` (S: being typed, in
no digest). What is kept (K: derived, rebuilt at will) is a plain ``Table``. Each class names the
columns that are ``kept`` or ``personal``: neither is part of an action's digest, and personal text
is on record in a ``change`` row with a salted hash. Columns that are ``free`` hold what people
write as it comes to them, so that a payment card's number may be among it.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar

import peewee

from creditmate.db.connection import database


class Table(peewee.Model):
    """A STRICT table, so that a float can never land in a money column."""

    kept: ClassVar[frozenset[str]] = frozenset()
    personal: ClassVar[frozenset[str]] = frozenset()
    free: ClassVar[frozenset[str]] = frozenset()

    class Meta:
        """Peewee's options."""

        database = database
        strict_tables = True
        legacy_table_names = False


class Fact(Table):
    """Append-only: put right only by another fact."""

    id = peewee.AutoField()
    action_id = peewee.IntegerField()


class Voidable(Fact):
    """A fact that may be voided once: then it never was, at any day."""

    void_action_id = peewee.IntegerField(null=True)


class Record(Table):
    """Edited in place; ``version`` guards against a save made from an older reading.

    ``added`` are the columns that a later format gave it, with what rows made before have there.
    """

    added: ClassVar[Mapping[str, object]] = MappingProxyType({})

    id = peewee.AutoField()
    version = peewee.IntegerField()
    archived_day = peewee.TextField(null=True)
    action_id = peewee.IntegerField()


class Scratch(Table):
    """What is being typed: written beside the gateway, and gone when it is recorded."""


def table_name(model: type[Table]) -> str:
    """The table's name in the ledger."""
    return str(model._meta.table_name)  # noqa: SLF001 - peewee's documented way


def column_names(model: type[Table]) -> tuple[str, ...]:
    """The columns in the order of the model's fields."""
    return tuple(str(name) for name in model._meta.columns)  # noqa: SLF001 - as above


def digested(model: type[Table]) -> tuple[str, ...]:
    """The columns that an action's digest covers, sorted: all but kept, personal and voided."""
    left_out = model.kept | model.personal | {"void_action_id"}
    return tuple(sorted(name for name in column_names(model) if name not in left_out))
