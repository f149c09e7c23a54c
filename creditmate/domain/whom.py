"""Whom to speak or write to at a customer's, and who there decides.

Source: domain-rules 4.7; mock-up 01: the one who handles payments is asked first, and whoever
decides stands beside them.
"""

from collections.abc import Sequence

from creditmate.domain.rows import ContactRow
from creditmate.domain.worklist import Channel

DECIDES = "decides"
_FIRST = {"pays": 0, DECIDES: 1}


def whom(people: Sequence[ContactRow], channel: Channel | None = None) -> ContactRow | None:
    """Return whom to turn to: who pays before who decides, both before anybody else.

    Of these, whoever can be reached that way comes first: nobody is called who has no number,
    or who wishes to be written to, while somebody else can be.

    Args:
        people: Everybody known at the customer's.
        channel: How they are to be reached; None if it does not matter.
    """
    return min(people, key=lambda row: _rank(row, channel), default=None)


def who_decides(people: Sequence[ContactRow], besides: ContactRow | None) -> ContactRow | None:
    """Return who decides, if that is somebody other than the one spoken to."""
    return next((row for row in people if row.authority == DECIDES and row != besides), None)


def _rank(row: ContactRow, channel: Channel | None) -> tuple[bool, int, int]:
    return (not _reached(row, channel), _FIRST.get(row.authority, len(_FIRST)), row.id)


def _reached(row: ContactRow, channel: Channel | None) -> bool:
    if channel is Channel.CALL:
        return bool(row.phone) and row.channel == "call"
    return channel is not Channel.EMAIL or bool(row.email)
