"""Numbered, frozen steps from one ledger format to the next, listed by hand.

A step imports no model and never changes once released. ``STEPS[n - 1]`` leads from format
``n - 1`` to format ``n``; ``user_version`` in the file says which format it has.
"""

from creditmate.db.migrations import m0001, m0002, m0003, m0004

Step = tuple[str, ...]

STEPS: tuple[Step, ...] = (
    m0001.STATEMENTS,
    m0002.STATEMENTS,
    m0003.STATEMENTS,
    m0004.STATEMENTS,
)
"""Every step, in order. The newest format is ``len(STEPS)``."""
