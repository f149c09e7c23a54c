"""The models say what the migrated ledger has: table by table, column by column."""

import re

import peewee
import pytest

from creditmate.db.connection import execute
from creditmate.db.models import FACTS, KEPT, RECORDS, TABLES, Action
from creditmate.db.models.base import Fact, Record, Table, Voidable, column_names, table_name
from tests.db.conftest import Ledger

OWN = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
AFFINITY: dict[type[peewee.Field], str] = {
    peewee.IntegerField: "INTEGER",
    peewee.TextField: "TEXT",
    peewee.BlobField: "BLOB",
}


def affinity(field: peewee.Field) -> str:
    for kind, name in AFFINITY.items():
        if isinstance(field, kind):
            return name
    return str(field.field_type)  # a field of our own says what it is


def subclasses(model: type[Table]) -> set[type[Table]]:
    return {model}.union(*(subclasses(each) for each in model.__subclasses__()))


def test_there_are_exactly_the_tables_of_the_models(ledger: Ledger) -> None:
    assert ledger.path.exists()
    assert {name for (name,) in execute(OWN)} == {table_name(model) for model in TABLES}


def test_every_model_is_listed_once_under_its_kind() -> None:
    bases = {Table, Fact, Voidable, Record}
    assert subclasses(Table) - bases == set(TABLES)
    assert len(set(TABLES)) == len(TABLES)
    assert set(FACTS) == subclasses(Fact) - bases
    assert set(RECORDS) == subclasses(Record) - bases
    assert set(KEPT) == set(TABLES) - set(FACTS) - set(RECORDS) - {Action}


@pytest.mark.parametrize("model", TABLES, ids=table_name)
def test_a_model_has_the_columns_of_its_table(ledger: Ledger, model: type[Table]) -> None:
    assert ledger.path.exists()
    found = {
        name: (kind, bool(not_null or key))
        for _, name, kind, not_null, _, key in execute(f"PRAGMA table_info({table_name(model)})")
    }
    wanted = {
        name: (affinity(field), not field.null) for name, field in model._meta.columns.items()
    }
    assert found == wanted


@pytest.mark.parametrize("model", TABLES, ids=table_name)
def test_every_table_is_strict(ledger: Ledger, model: type[Table]) -> None:
    assert ledger.path.exists()
    listed = execute("SELECT strict FROM pragma_table_list WHERE name = ?", (table_name(model),))
    assert listed.fetchone() == (1,)


@pytest.mark.parametrize("model", [Action, *FACTS, *RECORDS], ids=table_name)
def test_ids_are_never_used_twice(ledger: Ledger, model: type[Table]) -> None:
    assert ledger.path.exists()
    sql = execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table_name(model),)).fetchone()
    assert "id INTEGER PRIMARY KEY AUTOINCREMENT" in sql[0]


@pytest.mark.parametrize("model", TABLES, ids=table_name)
def test_kept_and_personal_columns_exist(model: type[Table]) -> None:
    assert model.kept | model.personal <= set(column_names(model))


@pytest.mark.parametrize("model", TABLES, ids=table_name)
def test_what_unique_says_is_unique(ledger: Ledger, model: type[Table]) -> None:
    assert ledger.path.exists()
    said = {name for name, field in model._meta.columns.items() if field.unique}
    indexed = {
        columns[0]
        for _, index, unique, _, partial in execute(f"PRAGMA index_list({table_name(model)})")
        if unique and not partial
        for columns in [[row[2] for row in execute(f"PRAGMA index_info({index})")]]
        if len(columns) == 1
    }
    assert indexed == said


@pytest.mark.parametrize("model", TABLES, ids=table_name)
def test_every_reference_is_declared(ledger: Ledger, model: type[Table]) -> None:
    """A column called ``…_id`` refers to a row, or it would not be proved to be there."""
    assert ledger.path.exists()
    declared = {row[3] for row in execute(f"PRAGMA foreign_key_list({table_name(model)})")}
    called = {name for name in column_names(model) if re.search(r"_id$", name)}
    assert called - {"entity_id"} == declared
