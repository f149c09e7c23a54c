"""The end of the chain, looked at whenever a ledger is opened (reliability.md D7).

The whole chain is for the weekly check; work that was cut off or changed is mostly the latest.
"""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from creditmate.db import digest

LOOKED_AT = 100
"""Actions: less than a day's work in a large office, and under a millisecond."""


def tail_is_whole(ask: Callable[..., Any]) -> bool:
    """Whether the latest actions follow one another and are what their hashes say.

    Args:
        ask: Asks a ledger of any format.
    """
    cursor = ask("SELECT * FROM action ORDER BY id DESC LIMIT ?", (LOOKED_AT + 1,))
    names = [column[0] for column in cursor.description]
    actions = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    last = ask("SELECT seq FROM sqlite_sequence WHERE name = 'action'").fetchone()
    if (last[0] if last else 0) != (actions[0]["id"] if actions else 0):
        return False
    follows = [
        later["prev_hash"] == earlier["hash"] and later["id"] == earlier["id"] + 1
        for later, earlier in pairwise(actions)
    ]
    whole = [digest.action_hash(action) == action["hash"] for action in actions[:LOOKED_AT]]
    begins = len(actions) > LOOKED_AT or not actions or actions[-1]["prev_hash"] == digest.GENESIS
    return all(follows) and all(whole) and begins
