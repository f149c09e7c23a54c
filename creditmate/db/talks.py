"""Putting down contacts made, what was promised in them, and the next steps."""

from collections.abc import Sequence
from typing import Any

from creditmate.db.gateway import Writing
from creditmate.db.models import Interaction, Promise, PromiseEvent, PromiseItem, Task

INTERACTION_COLUMNS = (
    "customer_id", "contact_id", "heard_name", "staff_id", "channel", "direction", "number", "day",
    "at", "at_offset", "seconds", "outcome", "notes", "next_day", "none_because", "corrects_id",
    "mood", "signals",
)  # fmt: skip
PROMISE_COLUMNS = (
    "customer_id", "interaction_id", "side", "made_day", "due_day", "grace_days", "until_day",
    "currency", "amount_minor", "deed", "method",
)  # fmt: skip
PROMISE_ITEM_COLUMNS = ("promise_id", "entry_id")
PROMISE_EVENT_COLUMNS = ("promise_id", "kind", "day", "by_promise_id")
TASK_COLUMNS = (
    "customer_id", "kind", "day", "note", "owner_id", "from_interaction_id",
    "done_by_interaction_id", "done_day",
)  # fmt: skip

Rows = Sequence[Sequence[Any]]
"""Values in the order of a table's columns."""


def add_interactions(writing: Writing, rows: Rows) -> range:
    """Add contacts made: values of ``INTERACTION_COLUMNS``."""
    return writing.add_many(Interaction, INTERACTION_COLUMNS, rows)


def add_promises(writing: Writing, rows: Rows) -> range:
    """Add promises of either side: values of ``PROMISE_COLUMNS``."""
    return writing.add_many(Promise, PROMISE_COLUMNS, rows)


def add_promise_items(writing: Writing, rows: Rows) -> range:
    """Add the entries that promises meant: values of ``PROMISE_ITEM_COLUMNS``."""
    return writing.add_many(PromiseItem, PROMISE_ITEM_COLUMNS, rows)


def add_promise_events(writing: Writing, rows: Rows) -> range:
    """Add what ended promises: values of ``PROMISE_EVENT_COLUMNS``."""
    return writing.add_many(PromiseEvent, PROMISE_EVENT_COLUMNS, rows)


def create_tasks(writing: Writing, rows: Rows) -> range:
    """Add next steps: values of ``TASK_COLUMNS``."""
    return writing.create_many(Task, TASK_COLUMNS, rows)
