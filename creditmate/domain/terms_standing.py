"""How well a customer's terms are proved: what governs, what is awaited, what is out of date.

Source: domain-rules 4.14 (reports: trading without proof, on an old version, sent and not
returned).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from creditmate.domain.acceptance import Acceptance, Governing, Method, Sent, governing
from creditmate.domain.terms import TermsVersion, current


class State(StrEnum):
    """How well a customer's terms are proved, the worst first; the values are names for JSON."""

    NONE = "none"
    SENT_NOT_RETURNED = "sent_not_returned"
    CONDUCT_ONLY = "conduct_only"
    ON_OLD_VERSION = "on_old_version"
    GOOD = "good"


UNPROVED = frozenset({State.NONE, State.SENT_NOT_RETURNED})
"""Nothing was accepted in any way."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a customer stands with its terms on a day.

    ``awaited`` is what was sent last and has not come back, whatever governs meanwhile; ``newer``
    is the version in effect where an older one governs; ``to_come`` is an acceptance whose
    version has not taken effect yet.
    """

    state: State
    governing: Governing | None = None
    awaited: Sent | None = None
    newer: TermsVersion | None = None
    to_come: Acceptance | None = None


NO_STANDING = Standing(State.NONE)
"""Of a customer who was sent nothing and accepted nothing."""


def awaited(sent: Iterable[Sent], acceptances: Sequence[Acceptance], as_at: date) -> Sent | None:
    """Return what was sent last up to a day, unless it came back accepted by then.

    It came back when it, or a later version of it, was accepted in a way better than conduct; or
    when anything else was, on the same day or later.
    """
    known = [one for one in sent if one.day <= as_at]
    if not known:
        return None
    last = max(known, key=lambda one: (one.day, one.id))
    answers = (one for one in acceptances if one.day <= as_at and one.method is not Method.CONDUCT)
    return None if any(_answers(one, last) for one in answers) else last


def _answers(accepted: Acceptance, sent: Sent) -> bool:
    same = accepted.version.document == sent.version.document
    return accepted.day >= sent.day or (same and accepted.version.number >= sent.version.number)


def standing(
    acceptances: Sequence[Acceptance],
    sent: Sequence[Sent],
    versions: Iterable[TermsVersion],
    as_at: date,
) -> Standing:
    """Return how a customer stands with its terms on a day.

    Args:
        acceptances: Its own, and its head office's.
        sent: What was sent to it.
        versions: All that were published.
        as_at: The day; what happened later is not known.
    """
    known = [one for one in acceptances if one.day <= as_at]
    now, waits = governing(known, as_at), awaited(sent, known, as_at)
    coming = [one for one in known if one.counts_from > as_at]
    to_come = min(coming, key=lambda one: (one.counts_from, one.id), default=None)
    if now is None:
        state = State.NONE if waits is None else State.SENT_NOT_RETURNED
        return Standing(state, awaited=waits, to_come=to_come)
    latest = current(versions, as_at).get(now.version.document, now.version)
    newer = latest if latest.number > now.version.number else None
    if now.by_conduct:
        state = State.CONDUCT_ONLY
    else:
        state = State.GOOD if newer is None else State.ON_OLD_VERSION
    return Standing(state, now, waits, newer, to_come)
