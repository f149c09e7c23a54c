"""Numbered, frozen steps from one ledger format to the next, listed by hand.

A step imports no model and never changes once released. ``STEPS[n - 1]`` leads from format
``n - 1`` to format ``n``; ``user_version`` in the file says which format it has.
"""

from creditmate.db.migrations import m0001, m0002, m0003, m0004, m0005, m0006, m0007

Step = tuple[str, ...]

STEPS: tuple[Step, ...] = (
    m0001.STATEMENTS,
    m0002.STATEMENTS,
    m0003.STATEMENTS,
    m0004.STATEMENTS,
    m0005.STATEMENTS,
    m0006.STATEMENTS,
    m0007.STATEMENTS,
)
"""Every step, in order. The newest format is ``len(STEPS)``."""

SCHEMAS: tuple[str, ...] = (
    "5803d3512302947e",
    "eb2db457eda0e57e",
    "787306475aab4c2f",
    "ebaa60a75022d874",
    "1ead59cde9882873",
    "3dab913375e49021",
    "afa319a0b5d9a581",
)
"""What ``schema_check.schema_digest`` gives after each step: a ledger must have it to be opened."""
