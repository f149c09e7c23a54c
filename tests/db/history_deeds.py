"""What a random history is made of: its deeds, how they are drawn, and what they are about."""

from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

from creditmate.db.connection import execute


@dataclass(frozen=True)
class Deed:
    """One thing that happens; ``which`` and ``whose`` pick among what there is."""

    kind: str
    which: int
    whose: int
    on: int
    later: int
    minor: int
    way: int


KINDS = (
    "invoice", "invoice", "invoice", "invoice", "charge", "pay", "pay", "pay", "pay", "credit_note",
    "match", "match", "bounce", "refund", "void", "release", "take_back", "write_off", "claim",
    "find", "undo", "undo", "match_again", "undo_match", "merge", "unmerge", "charge_interest",
    "waive", "decide_again", "send", "accept", "unaccept", "plan", "plan", "time", "unarrange",
)  # fmt: skip


def _histories(
    kinds: Sequence[str], whose: Sequence[int], ways: int, most: int = 30
) -> st.SearchStrategy[list[Deed]]:
    deeds = st.builds(
        Deed,
        kind=st.sampled_from(kinds),
        which=st.integers(0, 50),
        whose=st.sampled_from(whose),
        on=st.integers(0, 90),
        later=st.integers(0, 60),
        minor=st.integers(3, 12),
        way=st.integers(0, ways),
    )
    return st.lists(deeds, min_size=6, max_size=most)


MATCHING = ("invoice", "pay", "match", "match", "match_again", "undo", "undo_match", "bounce")
"""What meets where one account is matched, unmatched, and matched again."""
ARRANGING = ("invoice", "invoice", "plan", "plan", "pay", "pay", "bounce", "write_off", "time",
             "unarrange", "credit_note", "match", "undo_match")  # fmt: skip
"""What meets where a debt is paid in parts."""
AFTER_A_PLAN = _histories(ARRANGING, (0,), 5, most=12)
DEEDS = _histories(KINDS, (0, 0, 0, 0, 1, 2, 3), 5) | _histories(MATCHING, (0,), 0)
"""Mostly of one account: there things meet."""
SHORT = _histories(KINDS, (0, 1, 1, 2, 2, 4), 5, most=12)
"""Before, between and after two customers become one: all three of them have something."""


def pick(table: str, which: int) -> int | None:
    rows = execute(f"SELECT id FROM {table} WHERE void_action_id IS NULL ORDER BY id").fetchall()
    return int(rows[which % len(rows)][0]) if rows else None


def actions(table: str, which: str) -> list[int]:
    rows = execute(
        f"SELECT DISTINCT action_id FROM {table} WHERE void_action_id IS NULL AND {which}"
        " ORDER BY 1"
    ).fetchall()
    return [int(id_) for (id_,) in rows]
