"""The one way to write: a use-case opens an action, adds facts, edits records, and is on record.

``with gateway.write("record-call") as writing: …`` is one transaction. The action is put down
first and sealed last, with the digest of all it did and the hash of the action before it.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import islice
from operator import itemgetter
from typing import Any

from creditmate.db import digest, search_index
from creditmate.db.connection import execute, raw, transaction
from creditmate.db.days import as_stored
from creditmate.db.models import Action, Change, Customer, Fact, Record, Voidable
from creditmate.db.models.base import Table, column_names, digested, table_name
from creditmate.db.put_away import put_away_with_business
from creditmate.db.written_values import CardMasks, days_as_text, halves
from creditmate.domain.card_numbers import masked_cards
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.ports import Clock

_BATCH = 2000  # rows handed to the driver at once: bounds memory, keeps statements warm
Row = tuple[Any, ...]


class Writing:
    """One action being written. Made by ``Gateway.write``; dead when its block ends."""

    def __init__(self, action_id: int, staff_id: int | None = None) -> None:
        self.id = action_id
        self.staff_id = staff_id
        """Which of our people it is done as, where that is known."""
        self._next: dict[str, int] = {}
        self._rows: dict[str, digest.RowsDigest] = {}
        self._voided: dict[str, list[int]] = {}
        self._written: dict[type[Table], list[int]] = {}
        self._customers: set[int] = set()
        """Whose rows were added."""
        self._ended = False
        self.stands = False
        """On record even without a row: what was done is in no table (``keep_on_record``)."""
        self._masks = CardMasks()

    # ------------------------------------------------------------- facts
    def add(self, model: type[Fact], **values: object) -> int:
        """Add one fact and return its id; its personal text goes on record as well.

        Args:
            model: The table.
            values: Every column but ``id``, ``action_id`` and ``void_action_id``.
        """
        columns = tuple(values)
        (id_,) = self.add_many(model, columns, [tuple(values[name] for name in columns)])
        return id_

    def add_many(
        self, model: type[Fact], columns: Sequence[str], rows: Sequence[Sequence[Any]]
    ) -> range:
        """Add facts in order and return their ids, which follow one another.

        Args:
            model: The table.
            columns: The columns of each row, none of them ``id`` or ``action_id``.
            rows: Values in the order of ``columns``; days may be dates or ISO text.

        Raises:
            ValueError: A column of the table is missing, or one is unknown.
        """
        _check_columns(model, columns)
        rows = self._masks.rows(model, columns, rows)
        first = self._take_ids(model, len(rows))
        full = ("id", "action_id", *columns)
        self._note_customers(columns, rows)
        texts = days_as_text(columns, rows)
        stored = ((id_, self.id, *row) for id_, row in enumerate(texts, start=first))
        self._insert(model, full, stored)
        if model.personal and model is not Change:
            self._record_personal(model, columns, rows, first)
            self._written.setdefault(model, []).extend(range(first, first + len(rows)))
        return range(first, first + len(rows))

    def void(self, model: type[Voidable], ids: Sequence[int]) -> None:
        """Void facts: they never were. What hangs on them is the caller's to take back.

        Raises:
            ValueError: One of them is unknown, or void already.
        """
        self._check_alive()
        table = table_name(model)
        for id_ in ids:
            done = execute(
                f"UPDATE {table} SET void_action_id = ? WHERE id = ? AND void_action_id IS NULL",  # noqa: S608 - a table's own name
                (self.id, id_),
            )
            if done.rowcount != 1:
                raise ValueError(f"{table} {id_} cannot be voided")
        self._voided.setdefault(table, []).extend(ids)

    # ------------------------------------------------------------- records
    def create(self, model: type[Record], **values: object) -> int:
        """Add a record and return its id."""
        (id_,) = self.create_many(model, tuple(values), [tuple(values.values())])
        return id_

    def create_many(
        self, model: type[Record], columns: Sequence[str], rows: Sequence[Sequence[Any]]
    ) -> range:
        """Add records in order, each with its change row, and return their ids.

        Columns that a later format gave the table (``Record.added``) may be left out: they get
        what rows made before have there.
        """
        usual = {name: value for name, value in model.added.items() if name not in columns}
        columns, rows = (*columns, *usual), [(*row, *usual.values()) for row in rows]
        _check_columns(model, columns)
        rows = self._masks.rows(model, columns, rows)
        self._note_customers(columns, rows)
        first = self._take_ids(model, len(rows))
        full = ("id", "version", "archived_day", "action_id", *columns)
        stored = [
            (id_, 1, None, self.id, *map(as_stored, row))
            for id_, row in enumerate(rows, start=first)
        ]
        _execute_many(model, full, stored)
        images = (
            (id_, None, dict(zip(columns, map(as_stored, row), strict=True)))
            for id_, row in enumerate(rows, start=first)
        )
        self._record_changes(model, images)
        self._written.setdefault(model, []).extend(range(first, first + len(rows)))
        return range(first, first + len(rows))

    def edit(self, model: type[Record], id_: int, version: int, **values: object) -> bool:
        """Change columns of a record that was read at ``version``; return whether any did change.

        Raises:
            UserError: ``CHANGED_MEANWHILE``: the record is not at that version any more.
        """
        self._check_alive()
        table, names = table_name(model), tuple(values)
        kept = self._masks.values(model, values)
        after = {name: as_stored(value) for name, value in kept.items()}
        row = execute(
            f"SELECT {', '.join(names)} FROM {table} WHERE id = ? AND version = ?",  # noqa: S608 - names of columns
            (id_, version),
        ).fetchone()
        if row is None:
            raise UserError(Problem.CHANGED_MEANWHILE, entity=table, id=id_)
        before = dict(zip(names, row, strict=True))
        changed = {name: value for name, value in after.items() if before[name] != value}
        if not changed:
            return False
        sets = ", ".join(f"{name} = ?" for name in changed)
        execute(
            f"UPDATE {table} SET {sets}, version = version + 1, action_id = ? WHERE id = ?",  # noqa: S608 - names of columns
            (*changed.values(), self.id, id_),
        )
        self._record_changes(model, [(id_, {name: before[name] for name in changed}, changed)])
        self._written.setdefault(model, []).append(id_)
        return True

    def raise_version(self, model: type[Record], id_: int) -> None:
        """Make every earlier reading of a record an older one: rows that belong to it changed.

        A record that this action made or edited already has no earlier reading.
        """
        self._check_alive()
        if id_ in self._written.get(model, ()):
            return
        execute(
            f"UPDATE {table_name(model)} SET version = version + 1, action_id = ? WHERE id = ?",  # noqa: S608 - own names
            (self.id, id_),
        )
        self._record_changes(model, [(id_, {}, {})])
        self._written.setdefault(model, []).append(id_)

    def next_id(self, model: type[Table]) -> int:
        """The id that the next row of a table will get: rows may name one another beforehand."""
        return self._take_ids(model, 0)

    def take_back_reopened(self) -> None:
        """Take customers back that were put away, where this action opened something with them.

        Nobody who owes anything is in no list, whatever brought it about.
        """
        for id_, version in put_away_with_business(self._customers):
            self.edit(Customer, id_, version, archived_day=None)

    # ------------------------------------------------------------- the record of it
    def end(self) -> None:
        """Let nothing more be written: a row added later would be in no digest."""
        self._ended = True

    def keep_on_record(self) -> None:
        """Let the action stand although it adds no row, as when a password was changed."""
        self._check_alive()
        self.stands = True

    def _check_alive(self) -> None:
        if self._ended:
            raise RuntimeError("this action has ended")

    def _take_ids(self, model: type[Table], count: int) -> int:
        self._check_alive()
        table = table_name(model)
        if table not in self._next:
            self._next[table] = _last_id(table) + 1
        first = self._next[table]
        self._next[table] += count
        return first

    def _note_customers(self, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
        if "customer_id" in columns:
            place = columns.index("customer_id")
            self._customers.update(row[place] for row in rows)

    def _insert(self, model: type[Fact], columns: Sequence[str], rows: Iterator[Row]) -> None:
        """Insert ``rows`` and take their digested columns into the action's digest."""
        pick = itemgetter(*(columns.index(name) for name in digested(model)))
        hashed = self._rows.setdefault(table_name(model), digest.RowsDigest())
        while batch := list(islice(rows, _BATCH)):
            _execute_many(model, columns, batch)
            hashed.add([pick(row) for row in batch])

    def _record_personal(
        self, model: type[Fact], columns: Sequence[str], rows: Sequence[Sequence[Any]], first: int
    ) -> None:
        places = [(columns.index(name), name) for name in sorted(model.personal & set(columns))]
        images = (
            (id_, None, {name: row[place] for place, name in places})
            for id_, row in enumerate(rows, start=first)
            if any(row[place] for place, _ in places)
        )
        self._record_changes(model, images)

    def _record_changes(
        self,
        model: type[Table],
        images: Iterator[tuple[int, dict[str, Any] | None, dict[str, Any]]]
        | Sequence[tuple[int, dict[str, Any] | None, dict[str, Any]]],
    ) -> None:
        rows = [self._change_row(model, *image) for image in images]
        columns = ("entity", "entity_id", "op", "plain", "personal", "salt", "personal_hash")
        self.add_many(Change, columns, rows)

    def _change_row(
        self, model: type[Table], id_: int, before: dict[str, Any] | None, after: dict[str, Any]
    ) -> Row:
        plain, personal = halves(model, before, after)
        salt = digest.new_salt() if personal != "{}" else ""
        op = "create" if before is None else "edit"
        hashed = digest.personal_hash(salt, personal)
        return (table_name(model), id_, op, plain, personal, salt, hashed)

    @property
    def written(self) -> Mapping[type[Table], Sequence[int]]:
        """The rows with texts in them that were added or edited, by table."""
        return self._written

    @property
    def cards_masked(self) -> int:
        """How many payment cards' numbers stood in what was written, and are masked."""
        return self._masks.count

    @property
    def summary(self) -> tuple[int, str]:
        """How many rows were added or voided, and the digest over them."""
        return digest.action_digest(self._rows, self._voided)


def _check_columns(model: type[Table], columns: Sequence[str]) -> None:
    own = {"id", "action_id", "void_action_id", "version", "archived_day"}
    wanted = set(column_names(model)) - own
    if set(columns) != wanted:
        raise ValueError(f"{table_name(model)}: {sorted(set(columns) ^ wanted)}")


def _execute_many(model: type[Table], columns: Sequence[str], rows: Sequence[Row]) -> None:
    """Insert rows through the driver: six times faster than through the ORM (performance.md)."""
    marks = ", ".join("?" * len(columns))
    sql = f"INSERT INTO {table_name(model)} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608 - own names
    raw().executemany(sql, rows)


def _last_id(table: str) -> int:
    """The highest id ever given in ``table``: ids are never used twice."""
    row = execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
    return 0 if row is None else int(row[0])


class Gateway:
    """Opens actions in the name of the user at the computer."""

    def __init__(self, clock: Clock, os_user: str, app_version: str) -> None:
        self._clock = clock
        self._os_user = os_user
        self._app_version = app_version
        self._staff_id: int | None = None
        self._cards_masked = 0

    def work_as(self, staff_id: int | None) -> None:
        """Put what is written from now on down to one of our people; to nobody with None."""
        self._staff_id = staff_id

    @property
    def working_as(self) -> int | None:
        """Which of our people is at work, as far as is known."""
        return self._staff_id

    def take_cards_masked(self) -> int:
        """Return how many card numbers were masked since this was last asked, to tell the user."""
        count, self._cards_masked = self._cards_masked, 0
        return count

    @contextmanager
    def write(
        self, use_case: str, *, reason: str = "", source: str = "", undoes: int | None = None
    ) -> Iterator[Writing]:
        """Run one use-case in one transaction; an error leaves no trace of it.

        Args:
            use_case: Stable name of what is being done, such as ``record-call``.
            reason: Why, in the user's words, where something was overridden.
            source: Where the data came from, such as a file's SHA-256.
            undoes: The action that this one undoes.
        """
        with transaction():
            execute("SAVEPOINT opened")
            reason, in_reason = masked_cards(reason)
            action = self._open(use_case, reason, source, undoes)
            writing = Writing(int(str(action["id"])), self._staff_id)
            try:
                yield writing
                writing.take_back_reopened()
            finally:
                writing.end()
            search_index.renew(writing.written)
            count, hashed = writing.summary
            if count or writing.stands:
                _close(action, count, hashed)
            else:
                execute("ROLLBACK TO opened")  # what changed nothing never was
        self._cards_masked += writing.cards_masked + in_reason

    def _open(
        self, use_case: str, reason: str, source: str, undoes: int | None
    ) -> dict[str, object]:
        """Put the action down before its rows, which name it; it is sealed when they are there.

        Were it to come last, SQLite would look through every table for rows that name it.
        """
        now = self._clock.now()
        prev_hash, prev_at = _head()
        columns: dict[str, object] = {
            "id": _last_id(table_name(Action)) + 1,
            "use_case": use_case,
            "staff_id": self._staff_id,
            "os_user": self._os_user,
            "at": now.astimezone(UTC).isoformat(timespec="milliseconds"),
            "at_offset": offset_minutes(now),
            "business_day": self._clock.today.isoformat(),
            "clock_back": int(now < prev_at) if prev_at else 0,
            "reason": reason,
            "source": source,
            "app_version": self._app_version,
            "undoes_id": undoes,
            "row_count": 0,
            "digest": "",
            "prev_hash": prev_hash,
            "hash": "",
        }
        _execute_many(Action, tuple(columns), [tuple(columns.values())])
        return columns


def _close(action: dict[str, object], count: int, hashed: str) -> None:
    """Seal an action: from now on nothing of it can be changed."""
    action |= {"row_count": count, "digest": hashed}
    execute(
        "UPDATE action SET row_count = ?, digest = ?, hash = ? WHERE id = ?",
        (count, hashed, digest.action_hash(action), action["id"]),
    )


def offset_minutes(now: datetime) -> int:
    """Minutes that the computer's local time is ahead of UTC at ``now``."""
    offset = now.astimezone().utcoffset()
    return 0 if offset is None else int(offset.total_seconds() // 60)


def _head() -> tuple[str, datetime | None]:
    """The hash and moment of the latest action."""
    row = execute("SELECT hash, at FROM action ORDER BY id DESC LIMIT 1").fetchone()
    return (row[0], datetime.fromisoformat(row[1])) if row else (digest.GENESIS, None)
