"""By which ways people are in contact, and how a contact in each way can end.

Source: data-model.md, "interaction"; domain-rules 4.7.
"""

from enum import StrEnum

from creditmate.domain.outcomes import Outcome


class Way(StrEnum):
    """How a contact was made; the values are stored (``interaction.channel``) and never change."""

    CALL = "call"
    EMAIL = "email"
    LETTER = "letter"
    TEXT = "text"
    MEETING = "meeting"
    VISIT = "visit"

    @property
    def is_written(self) -> bool:
        """Whether nobody answers while it is done."""
        return self in WRITTEN


WRITTEN = frozenset({Way.EMAIL, Way.LETTER, Way.TEXT})
_BY_TELEPHONE = frozenset({Outcome.VOICEMAIL, Outcome.BUSY, Outcome.GATEKEEPER})
"""Outcomes that only a telephone has."""


def fits(way: Way, outcome: Outcome, *, incoming: bool) -> bool:
    """Return whether a contact can end so.

    What we wrote and nobody has answered yet ends in no answer, what came back in a wrong number,
    that is address; what they wrote says something, were it that somebody is away.
    """
    if way is Way.CALL:
        return True
    if outcome in _BY_TELEPHONE:
        return outcome is Outcome.GATEKEEPER and not way.is_written
    if way.is_written and incoming:
        return outcome.reached or outcome is Outcome.AWAY
    return True


def is_attempt(way: Way, outcome: Outcome, *, incoming: bool) -> bool:
    """Return whether we tried to reach somebody in vain; what we wrote reaches whoever reads it."""
    if incoming or outcome.reached:
        return False
    return not way.is_written or outcome is Outcome.WRONG_NUMBER
