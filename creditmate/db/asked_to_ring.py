"""Attempts to ring back whoever had asked for it: they still expect us, until somebody is reached.

Source: issue 7, "agreed call-backs cost nothing"; docs/decisions/0027.
"""

import json
from collections.abc import Collection
from datetime import date

from creditmate.db.connection import execute
from creditmate.db.last_words import corrected_outcomes
from creditmate.domain.contact_channels import WRITTEN
from creditmate.domain.outcomes import Outcome

_ANSWERED = """
    SELECT a.id, t.from_interaction_id, i.outcome FROM interaction a
    JOIN task t ON t.customer_id = a.customer_id AND t.day <= a.day
        AND t.day >= date(a.day, '-31 days')
        AND t.done_by_interaction_id = a.id AND t.kind = 'call_back' AND t.about = ''
    JOIN interaction i ON i.id = t.from_interaction_id
    WHERE a.id IN (SELECT value FROM json_each(?1))
        AND a.channel NOT IN (SELECT value FROM json_each(?2))
"""
"""The call-backs for which attempts were made; one that waited for a month is none any more, so
that what was done long ago need not be read."""


def still_expected(attempts: Collection[int], as_at: date) -> set[int]:
    """Return those of these attempts that were made because they had asked to be rung.

    Args:
        attempts: Contacts in which nobody was reached.
        as_at: What was put right for a later day is not known.
    """
    written = json.dumps([way.value for way in WRITTEN])
    found = set[int]()
    first = {attempt: {attempt} for attempt in attempts}
    while first:
        rows = execute(_ANSWERED, (json.dumps(list(first)), written)).fetchall()
        ends = {int(talk): str(outcome) for _, talk, outcome in rows}
        ends |= corrected_outcomes(ends, as_at)
        before: dict[int, set[int]] = {}
        for attempt, talk, _ in rows:
            if Outcome(ends[talk]).agrees:
                found |= first[attempt]
            elif not Outcome(ends[talk]).reached:  # another attempt at the same
                before.setdefault(talk, set()).update(first[attempt] - found)
        first = {talk: waiting for talk, waiting in before.items() if waiting}
    return found
