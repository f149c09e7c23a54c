"""Why a contact was made, which says whether it costs of the budget.

What Today proposes and never stops is not our own initiative: what we promised, what was agreed or
promised and did not come, a question of theirs. Nor is an answer to a contact of theirs. Each is
answered once: what follows it is our own again.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from creditmate.domain.contact_budget import Purpose
from creditmate.domain.work_lines import OF_OUR_OWN_ACCORD, Kind

REPLY_DAYS = 2
"""Working days within which what we say is an answer to a contact of theirs."""
PURPOSES: Mapping[Kind, Purpose] = {
    **dict.fromkeys(OF_OUR_OWN_ACCORD, Purpose.OWN),
    Kind.OURS_LATE: Purpose.AGREED,
    Kind.OURS_DUE: Purpose.AGREED,
    Kind.ANSWER_DUE: Purpose.REPLY,
    Kind.CALL_BACK: Purpose.AGREED,
    Kind.VISIT: Purpose.AGREED,
    Kind.PROMISE_NOT_KEPT: Purpose.PROMISE,
    Kind.PLAN_DEFAULT: Purpose.PROMISE,
    Kind.SAID_PAID: Purpose.PROMISE,
    Kind.INSTALMENT: Purpose.PROMISE,
    Kind.CHECK_MONEY: Purpose.PROMISE,
    Kind.HELP_SHEET: Purpose.AGREED,
    Kind.NOTED: Purpose.AGREED,
}
"""Why somebody is contacted about a line: every kind is here."""


TOLD_PURPOSES = (Purpose.OWN, Purpose.AGREED, Purpose.REPLY, Purpose.PROMISE)
"""What somebody who knows better may say; the others are seen by how the contact was."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """What was waiting to be answered on the day of a contact.

    ``line`` is the customer's or its group's on the day's list, were nothing against contacting
    them; None where it is work of ours alone. ``passed_on`` is the last day of grace of the latest
    promise that was not kept, ``said_on`` the last day on which anything was said or written.
    ``reply_until`` is the last day of an answer to a contact of theirs, if we have said nothing
    since.
    """

    line: Kind | None = None
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
    return as_it_ended(_waited_for(occasion, day), attempt=attempt)


def as_it_ended(purpose: Purpose, *, attempt: bool) -> Purpose:
    """Return a purpose for how the contact ended.

    Of our own accord it was an initiative if somebody was reached, else an attempt; what was done
    for another reason was done for that, whoever was reached.
    """
    if purpose not in {Purpose.OWN, Purpose.ATTEMPT}:
        return purpose
    return Purpose.ATTEMPT if attempt else Purpose.OWN


def _waited_for(occasion: Occasion, day: date) -> Purpose:
    if occasion.line is not None and PURPOSES[occasion.line] is not Purpose.OWN:
        return PURPOSES[occasion.line]
    passed, said = occasion.passed_on, occasion.said_on
    if passed is not None and passed < day and (said is None or said <= passed):
        return Purpose.PROMISE
    if occasion.reply_until is not None and day <= occasion.reply_until:
        return Purpose.REPLY
    return Purpose.OWN
