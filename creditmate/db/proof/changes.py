"""The changes: every record is what they made it, every personal text what they recorded.

Personal text is in no action's digest, so that an erasure can empty it; what stands in the
chain is its salted hash in a ``change`` row. So the text itself is compared here.
"""

import json
from collections.abc import Iterator

from creditmate.db import digest
from creditmate.db.connection import execute
from creditmate.db.models import FACTS, RECORDS, Change, Fact, Record
from creditmate.db.models.base import column_names, table_name
from creditmate.db.proof.finding import Finding


def prove_changes() -> Iterator[Finding]:
    """Prove the salted hashes, then the records and the facts' personal text against them."""
    sql = "SELECT id, salt, personal, personal_hash FROM change ORDER BY id"
    for id_, salt, personal, hashed in execute(sql):
        if digest.personal_hash(salt, personal) != hashed:
            yield Finding("personal-altered", "change", id_, "text does not give its hash")
    for record in RECORDS:
        yield from _prove_records(record)
    for fact in FACTS:
        if fact.personal and fact is not Change:
            yield from _prove_personal(fact)


def _prove_records(model: type[Record]) -> Iterator[Finding]:
    table = table_name(model)
    images: dict[int, dict[str, object]] = {}
    actions: dict[int, tuple[int, int]] = {}
    for id_, action, image in recorded_images(table):
        images.setdefault(id_, {}).update(image)
        actions[id_] = (action, actions.get(id_, (0, 0))[1] + 1)
    names = column_names(model)
    for values in execute(f"SELECT {', '.join(names)} FROM {table} ORDER BY id"):  # noqa: S608 - own names
        row = dict(zip(names, values, strict=True))
        id_ = row.pop("id")
        expected = images.pop(id_, {})
        recorded = (row.pop("action_id"), row.pop("version"))
        differing = [name for name in row if row[name] != expected.get(name, model.added.get(name))]
        if differing or recorded != actions.get(id_):
            yield Finding("record-altered", table, id_, ", ".join(differing) or "version")
    for id_ in images:
        yield Finding("record-missing", table, id_, "its changes are there")


def _prove_personal(model: type[Fact]) -> Iterator[Finding]:
    """A fact's personal text is what was recorded with it; empty text may have no record."""
    table, names = table_name(model), sorted(model.personal)
    images = {id_: (action, image) for id_, action, image in recorded_images(table)}
    sql = f"SELECT id, action_id, {', '.join(names)} FROM {table} ORDER BY id"  # noqa: S608 - own names
    for id_, action, *values in execute(sql):
        recorded_by, image = images.get(id_, (action, {}))
        differing = [
            name
            for name, value in zip(names, values, strict=True)
            if value != image.get(name, _nothing(value)) or recorded_by != action
        ]
        if differing:
            yield Finding("personal-altered", table, id_, ", ".join(differing))


def _nothing(value: object) -> object:
    """What a column says that nothing was written in: some hold numbers, or no value at all."""
    return None if value is None else ""


def recorded_images(table: str) -> Iterator[tuple[int, int, dict[str, object]]]:
    """What each change of a table's rows made of which row, and in which action."""
    sql = "SELECT entity_id, action_id, plain, personal FROM change WHERE entity = ? ORDER BY id"
    for id_, action, plain, personal in execute(sql, (table,)):
        image: dict[str, object] = {}
        for half in (plain, personal):
            image.update(json.loads(half).get("after", {}))
        yield id_, action, image
