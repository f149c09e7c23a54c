"""The models say what the migrated ledger has: table by table, column by column."""

from dataclasses import dataclass

import peewee
import pytest

from creditmate.db import connection
from creditmate.db.connection import execute
from creditmate.db.models import FACTS, KEPT, RECORDS, SCRATCH, TABLES, Action
from creditmate.db.models.base import (
    Fact,
    Record,
    Scratch,
    Table,
    Voidable,
    column_names,
    table_name,
)
from tests.builders import make_ledger

OWN = (
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
    " AND name NOT LIKE 'sqlite_%'"
)
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


@dataclass(frozen=True)
class Layout:
    """What SQLite says of one table."""

    sql: str
    strict: bool
    columns: dict[str, tuple[str, bool]]
    unique: set[str]
    references: set[str]


@pytest.fixture(scope="module")
def layouts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Layout]:
    """Every table of a new ledger."""
    make_ledger(tmp_path_factory.mktemp("schema") / "new.creditmate")
    names = [name for (name,) in execute(OWN)]
    found = {name: layout(name) for name in names}
    connection.close()
    return found


def layout(table: str) -> Layout:
    return Layout(
        sql=execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table,)).fetchone()[0],
        strict=execute("SELECT strict FROM pragma_table_list WHERE name = ?", (table,)).fetchone()
        == (1,),
        columns={
            name: (kind, bool(not_null or key))
            for _, name, kind, not_null, _, key in execute(f"PRAGMA table_info({table})")
        },
        unique={
            columns[0]
            for _, index, unique, _, partial in execute(f"PRAGMA index_list({table})").fetchall()
            if unique and not partial
            for columns in [[row[2] for row in execute(f"PRAGMA index_info({index})")]]
            if len(columns) == 1
        },
        references={row[3] for row in execute(f"PRAGMA foreign_key_list({table})")},
    )


def test_there_are_exactly_the_tables_of_the_models(layouts: dict[str, Layout]) -> None:
    assert set(layouts) == {table_name(model) for model in TABLES}


def test_every_model_is_listed_once_under_its_kind() -> None:
    bases = {Table, Fact, Voidable, Record, Scratch}
    assert subclasses(Table) - bases == set(TABLES)
    assert len(set(TABLES)) == len(TABLES)
    assert set(FACTS) == subclasses(Fact) - bases
    assert set(RECORDS) == subclasses(Record) - bases
    assert set(KEPT) == set(TABLES) - set(FACTS) - set(RECORDS) - set(SCRATCH) - {Action}
    assert set(SCRATCH) == subclasses(Scratch) - bases


@pytest.mark.parametrize("model", TABLES, ids=table_name)
def test_a_model_has_the_columns_of_its_table(
    layouts: dict[str, Layout], model: type[Table]
) -> None:
    assert layouts[table_name(model)].columns == {
        name: (affinity(field), not field.null) for name, field in model._meta.columns.items()
    }


@pytest.mark.parametrize("model", TABLES, ids=table_name)
def test_every_table_is_strict(layouts: dict[str, Layout], model: type[Table]) -> None:
    assert layouts[table_name(model)].strict


@pytest.mark.parametrize("model", [Action, *FACTS, *RECORDS], ids=table_name)
def test_ids_are_never_used_twice(layouts: dict[str, Layout], model: type[Table]) -> None:
    assert "id INTEGER PRIMARY KEY AUTOINCREMENT" in layouts[table_name(model)].sql


@pytest.mark.parametrize("model", TABLES, ids=table_name)
def test_kept_and_personal_columns_exist(model: type[Table]) -> None:
    assert model.kept | model.personal <= set(column_names(model))


@pytest.mark.parametrize("model", TABLES, ids=table_name)
def test_what_unique_says_is_unique(layouts: dict[str, Layout], model: type[Table]) -> None:
    said = {name for name, field in model._meta.columns.items() if field.unique}
    assert layouts[table_name(model)].unique == said


@pytest.mark.parametrize("model", TABLES, ids=table_name)
def test_every_reference_is_declared(layouts: dict[str, Layout], model: type[Table]) -> None:
    """A column called ``…_id`` refers to a row, or it would not be proved to be there."""
    called = {name for name in column_names(model) if name.endswith("_id")}
    assert layouts[table_name(model)].references == called - {"entity_id", "subject_id"}
