"""What belongs to which topic of a story, in which order it is told, and when promises ended."""

from collections.abc import Iterable, Mapping
from datetime import date

from creditmate.domain.plans import FULFILLED, PlanStanding
from creditmate.domain.promises import NOT_KEPT, Deed, DeedState, PromiseState, Standing, deed_state
from creditmate.domain.story import Happening, StoryKey, Topic

_TOPICS = {
    Happening.PROMISE_ENDED: Topic.PROMISES,
    Happening.DEED_ENDED: Topic.PROMISES,
    Happening.PROMISE_MADE: Topic.PROMISES,
    Happening.CLAIM_MADE: Topic.PROMISES,
    Happening.CLAIM_ENDED: Topic.PROMISES,
    Happening.STEP_DONE: Topic.TALKS,
    Happening.DISPUTE_ENDED: Topic.DISPUTES,
    Happening.DISPUTE_RAISED: Topic.DISPUTES,
    Happening.PAPER: Topic.LETTERS,
    Happening.MONEY: Topic.MONEY,
    Happening.DOCUMENT: Topic.MONEY,
    Happening.CONTACT_MOVED: Topic.TALKS,
    Happening.NOTED: Topic.TALKS,
    Happening.VISIT_MOVED: Topic.TALKS,
    Happening.VISIT_PLANNED: Topic.TALKS,
    Happening.PLAN_ENDED: Topic.PROMISES,
    Happening.PLAN_MOVED: Topic.PROMISES,
    Happening.PLAN_AGREED: Topic.PROMISES,
    Happening.TIME_ENDED: Topic.PROMISES,
    Happening.TIME_GIVEN: Topic.PROMISES,
}
_WRITTEN = frozenset({"email", "letter"})
"""Channels that are letters in the story; the others are talks."""


def happenings_of(topic: Topic) -> frozenset[Happening]:
    """Return the sorts of happening in which a topic may be found."""
    if topic is Topic.EVERYTHING:
        return frozenset(Happening)
    found = {what for what, told_in in _TOPICS.items() if told_in is topic}
    return frozenset(found | ({Happening.TALK} if topic in _OF_TALKS else set()))


_OF_TALKS = frozenset({Topic.TALKS, Topic.LETTERS, Topic.PROMISES})


def is_told_in(topic: Topic, channel: str, *, pledged: bool) -> bool:
    """Return whether a contact belongs to a topic.

    Args:
        topic: One that contacts may belong to at all.
        channel: How the contact was made.
        pledged: Whether anything was promised in it, by either side, or said to be paid.
    """
    if topic is Topic.PROMISES:
        return pledged
    return topic is Topic.EVERYTHING or (topic is Topic.LETTERS) == (channel in _WRITTEN)


def newest_first(
    keys: Iterable[StoryKey], moments: Mapping[int, str] | None = None
) -> list[StoryKey]:
    """Return happenings in the order in which they are told.

    Args:
        keys: In any order.
        moments: When talks of one day were, by id: one that was put right, or moved here, was put
            down later than it was.
    """
    at = moments or {}
    latest = sorted(
        keys,
        key=lambda key: (at.get(key.id, "") if key.what is Happening.TALK else "", key.id),
        reverse=True,
    )
    return sorted(latest, key=lambda key: (-key.day.toordinal(), key.what))


def promise_ended_on(standing: Standing) -> date | None:
    """Return the day on which it was settled how a promise of theirs ended; None while it runs.

    One that was kept ended when its last money came, one that was not with its last day of grace.
    """
    if standing.state in {PromiseState.KEPT, PromiseState.LATE_KEPT}:
        return standing.filled_day
    if standing.state in NOT_KEPT:
        return standing.promise.until_day
    ended = standing.promise.ended
    return ended.day if ended is not None and standing.state in _TAKEN_BACK else None


def plan_ended_on(standing: PlanStanding) -> date | None:
    """Return the day on which a plan was paid or ended by itself; None while it runs.

    One that was ended by hand is told by that.
    """
    if standing.state in FULFILLED:
        days = (one.filled_day for one in standing.instalments if one.filled_day is not None)
        return max(days, default=None)
    return standing.defaulted_day


def deed_ended_on(deed: Deed, as_at: date) -> date | None:
    """Return the day on which a promise of ours was settled or missed; None while it runs."""
    state = deed_state(deed, as_at)
    if state in {DeedState.DONE, DeedState.DONE_LATE}:
        return deed.done_day
    if state is DeedState.LATE:
        return deed.due_day
    return deed.ended.day if deed.ended is not None and state is not DeedState.OPEN else None


_TAKEN_BACK = frozenset({PromiseState.WITHDRAWN, PromiseState.REPLACED})
