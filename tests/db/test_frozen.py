"""What was recorded stays: every way of changing a fact is tried on every table of facts."""

from collections.abc import Iterator
from datetime import date, timedelta

import peewee
import pytest
from sqlcipher3 import dbapi2 as driver

from creditmate.db.connection import execute
from creditmate.db.models import (
    FACTS,
    KEPT,
    Action,
    Dispute,
    Document,
    Entry,
    Fact,
    Interaction,
    PaperPart,
    Promise,
    PromiseEvent,
    Receipt,
    Table,
    Voidable,
)
from creditmate.db.models.base import column_names, table_name
from creditmate.db.proof import prove_all
from tests.db.conftest import Ledger
from tests.db.specimens import write_specimens

FROZEN: list[type[Table]] = [Action, *FACTS]
OPEN_COLUMNS: dict[type[Table], set[str]] = {
    Entry: {"open_minor", "closed_day"},
    Dispute: {"ended_day"},
}


@pytest.fixture
def specimens(ledger: Ledger) -> Ledger:
    write_specimens(ledger.gateway)
    return ledger


def contents() -> dict[str, list[tuple[object, ...]]]:
    return {
        table_name(model): execute(f"SELECT * FROM {table_name(model)} ORDER BY rowid").fetchall()
        for model in [*FROZEN, *KEPT]
    }


def first_row(model: type[Table]) -> dict[str, object]:
    names = column_names(model)
    row = execute(f"SELECT {', '.join(names)} FROM {table_name(model)} ORDER BY id").fetchone()
    return dict(zip(names, row, strict=True))


def another(value: object) -> object:
    """A value of the same type and length that differs: no CHECK must stop it first."""
    if isinstance(value, date):
        return value - timedelta(days=1)
    if isinstance(value, bytes):
        return value[:-1] + bytes([value[-1] ^ 1])
    if isinstance(value, str):
        return value[:-1] + ("1" if value.endswith("0") else "0")
    return 1 if value is None else int(str(value)) + 1


def held(model: type[Table]) -> list[str]:
    free = OPEN_COLUMNS.get(model, set()) | {"void_action_id"}
    return [name for name in column_names(model) if name not in free]


Attack = tuple[str, tuple[object, ...]]


def attacks(model: type[Table]) -> Iterator[Attack]:
    """Yield statements that would change, remove or replace the first row of a table."""
    table, row = table_name(model), first_row(model)
    for name in held(model):
        yield f"UPDATE {table} SET {name} = ? WHERE id = 1", (another(row[name]),)
        yield f"UPDATE OR REPLACE {table} SET {name} = ? WHERE id = 1", (another(row[name]),)
        yield f"UPDATE OR IGNORE {table} SET {name} = ? WHERE id = 1", (another(row[name]),)
    for alias in ("rowid", "_rowid_", "oid"):
        yield f"UPDATE {table} SET {alias} = 999 WHERE id = 1", ()
    yield f"DELETE FROM {table} WHERE id = 1", ()
    yield f"DELETE FROM {table}", ()
    names, marks = ", ".join(row), ", ".join("?" * len(row))
    altered = {**row, held(model)[-1]: another(row[held(model)[-1]])}
    yield f"INSERT OR REPLACE INTO {table} ({names}) VALUES ({marks})", tuple(altered.values())
    yield f"REPLACE INTO {table} ({names}) VALUES ({marks})", tuple(altered.values())
    sets = ", ".join(f"{name} = excluded.{name}" for name in held(model))
    yield (
        f"INSERT INTO {table} ({names}) VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET {sets}",
        tuple(altered.values()),
    )


def blocked(attack: Attack) -> bool:
    try:
        execute(*attack)
    except driver.IntegrityError as error:
        return "frozen: " in str(error)
    return False


@pytest.mark.parametrize("model", FROZEN, ids=table_name)
def test_every_attack_on_a_fact_is_blocked(specimens: Ledger, model: type[Table]) -> None:
    assert specimens.path.exists()
    before = contents()
    assert before[table_name(model)], "an empty table proves nothing"
    tried = list(attacks(model))
    assert len(tried) >= 3 * len(held(model)) + 8
    assert [attack for attack in tried if not blocked(attack)] == []
    assert contents() == before


@pytest.mark.parametrize("model", FACTS, ids=table_name)
def test_peewee_cannot_replace_a_fact(specimens: Ledger, model: type[Fact]) -> None:
    assert specimens.path.exists()
    before = contents()
    row = model.select().order_by(model.id).dicts().first()
    field = next(name for name in reversed(list(row)) if name in held(model))
    altered = {**row, field: another(row[field])}
    statements = (
        model.replace(**altered),  # type: ignore[no-untyped-call]
        model.insert(**altered).on_conflict_replace(),
        model.insert(**altered).on_conflict("replace"),
        model.insert(**altered).on_conflict(
            conflict_target=[model.id], update={field: altered[field]}
        ),
        model.update(**{field: altered[field]}),
        model.delete(),
    )
    for statement in statements:
        with pytest.raises(peewee.IntegrityError, match="frozen: "):
            statement.execute()
    with pytest.raises(peewee.IntegrityError, match="frozen: "):
        model.get_by_id(1).delete_instance()
    assert contents() == before


@pytest.mark.parametrize(
    ("model", "unique"),
    [(Action, "hash"), (Document, "number_key"), (PaperPart, "place")],
    ids=["action", "document", "paper_part"],
)
def test_a_fact_is_not_replaced_through_another_unique_column(
    specimens: Ledger, model: type[Table], unique: str
) -> None:
    """REPLACE deletes whatever row holds the unique value, under any id."""
    assert specimens.path.exists()
    before = contents()
    row = {**first_row(model), "id": 999}
    assert unique in row
    names, marks = ", ".join(row), ", ".join("?" * len(row))
    sql = f"INSERT OR REPLACE INTO {table_name(model)} ({names}) VALUES ({marks})"
    assert blocked((sql, tuple(row.values())))
    assert contents() == before


def test_the_triggers_hold_every_table_of_facts(specimens: Ledger) -> None:
    assert specimens.path.exists()
    found = {name for (name,) in execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")}
    for model in FROZEN:
        assert {f"{table_name(model)}_update", f"{table_name(model)}_delete"} <= found


def test_kept_columns_may_be_worked_out_anew(specimens: Ledger) -> None:
    assert specimens.path.exists()
    for sql in (
        "UPDATE entry SET open_minor = 1 WHERE id = 1",
        "UPDATE entry SET closed_day = '2026-02-01', open_minor = 0 WHERE id = 1",
        "UPDATE dispute SET ended_day = NULL",
    ):
        assert execute(sql).rowcount == 1


@pytest.mark.parametrize(
    "model", [Document, Receipt, Entry, Interaction, Promise, PromiseEvent], ids=table_name
)
def test_a_void_passes_once(specimens: Ledger, model: type[Voidable]) -> None:
    """The second of two voids is refused, and so is setting the first one back."""
    free = execute("SELECT id FROM entry WHERE kind = 'invoice' AND open_minor = 2000").fetchone()
    id_ = free[0] if model is Entry else 1
    execute("UPDATE entry SET open_minor = 0 WHERE id = ?", (free[0],))
    with specimens.gateway.write("void") as writing:
        writing.void(model, [id_])
        with pytest.raises(ValueError, match="cannot be voided"):
            writing.void(model, [id_])
    table = table_name(model)
    for sql in (
        f"UPDATE {table} SET void_action_id = 1 WHERE id = {id_}",
        f"UPDATE {table} SET void_action_id = NULL WHERE id = {id_}",
        f"UPDATE OR REPLACE {table} SET void_action_id = 1 WHERE id = {id_}",
    ):
        assert blocked((sql, ()))
    assert execute(f"SELECT void_action_id FROM {table} WHERE id = ?", (id_,)).fetchone() == (3,)


def test_an_issued_document_of_our_own_is_never_voided(specimens: Ledger) -> None:
    assert specimens.path.exists()
    own = execute("SELECT id FROM document WHERE origin = 'own'").fetchone()[0]
    entry = execute("SELECT id FROM entry WHERE document_id = ?", (own,)).fetchone()[0]
    execute("UPDATE entry SET open_minor = 0 WHERE id = ?", (entry,))
    for table, id_ in (("document", own), ("entry", entry)):
        assert blocked((f"UPDATE {table} SET void_action_id = 1 WHERE id = {id_}", ()))


def test_the_specimens_prove_whole(specimens: Ledger) -> None:
    assert specimens.path.exists()
    execute("DELETE FROM pay_habit")  # kept from the settled; nothing is settled here
    assert prove_all() == []
