"""Why a contact was made, which says whether it costs of the budget.

What answers somebody is not our own initiative: a call-back that was agreed, a promise whose day
has passed, a contact of theirs. Each is answered once: what follows it is our own again.
"""

from dataclasses import dataclass
from datetime import date

from creditmate.domain.contact_budget import Purpose

REPLY_DAYS = 2
"""Working days within which what we say is an answer to a contact of theirs."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """What was waiting to be answered on the day of a contact.

    ``agreed_for`` is the day of the earliest call-back that somebody reached had agreed to,
    ``passed_on`` the last day of grace of the latest promise that was not kept, ``said_on`` the
    last day on which anything was said or written. ``reply_until`` is the last day of an answer to
    a contact of theirs, if we have said nothing since.
    """

    agreed_for: date | None = None
    passed_on: date | None = None
    said_on: date | None = None
    reply_until: date | None = None


def purpose_now(occasion: Occasion, day: date, *, incoming: bool, attempt: bool) -> Purpose:
    """Return why a contact of a day was made.

    Args:
        occasion: What was waiting to be answered.
        day: Of the contact.
        incoming: They were in contact with us.
        attempt: We tried to reach somebody in vain.
    """
    if incoming:
        return Purpose.INCOMING
    if attempt:
        return Purpose.ATTEMPT
    if occasion.agreed_for is not None and occasion.agreed_for <= day:
        return Purpose.AGREED
    passed, said = occasion.passed_on, occasion.said_on
    if passed is not None and passed < day and (said is None or said <= passed):
        return Purpose.PROMISE
    if occasion.reply_until is not None and day <= occasion.reply_until:
        return Purpose.REPLY
    return Purpose.OWN
