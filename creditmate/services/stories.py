"""Stories of customers: the order once, as keys, then the happenings that are looked at."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from creditmate.db.plans import plans_of
from creditmate.db.promises import deeds_of
from creditmate.db.story import story_keys, story_rows
from creditmate.db.story_talks import talk_moments
from creditmate.domain.promises import deed_state
from creditmate.domain.story import (
    DeedEnded,
    Happening,
    PlanEnded,
    PromiseEnded,
    StoryEvent,
    StoryKey,
    StoryListing,
    StoryWanted,
    Talk,
    Topic,
)
from creditmate.domain.story_order import (
    deed_ended_on,
    happenings_of,
    newest_first,
    plan_ended_on,
    promise_ended_on,
)
from creditmate.domain.story_search import is_found
from creditmate.services.customers import require_customer
from creditmate.services.plan_lists import plan_rows
from creditmate.services.promise_standings import standings_of

HEAD = 40
"""Happenings that come with the list itself: more than a window shows."""


class Stories:
    """What happened with a customer, as known on a day."""

    def listing(self, code: str, wanted: StoryWanted, as_at: date) -> StoryListing:
        """Return a customer's story in order, its first happenings told.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        customer = require_customer(code).id
        endings = _endings(customer, as_at)
        everything = story_keys(customer, as_at)
        narrowed = (
            everything
            if wanted.topic is Topic.EVERYTHING
            else story_keys(customer, as_at, wanted.topic)
        )
        told_here = happenings_of(wanted.topic)
        ended = (key for key in endings if key.what in told_here)
        taken = (key for key in (*narrowed, *ended) if wanted.takes(key))
        keys = newest_first(taken, talk_moments(customer, as_at))
        if wanted.text.strip() or wanted.channel:
            rows = story_rows(customer, as_at, keys) | endings
            keys = [key for key in keys if key in rows and _is_meant(rows[key], wanted)]
        listing = StoryListing(
            customer_id=customer,
            wanted=wanted,
            as_at=as_at,
            keys=keys,
            head=(),
            worked_out=endings,
            of=len(everything) + len(endings),
        )
        return replace(listing, head=self.rows(listing, keys[:HEAD]))

    def rows(self, listing: StoryListing, keys: Sequence[StoryKey]) -> list[StoryEvent]:
        """Return happenings of a story, a hundred or so at a time; vanished ones are left out."""
        found = story_rows(listing.customer_id, listing.as_at, keys)
        told = ((found.get(key) or listing.worked_out.get(key)) for key in keys)
        return [event for event in told if event is not None]


def _is_meant(event: StoryEvent, wanted: StoryWanted) -> bool:
    """Whether a happening was made in the way asked for and tells of the words."""
    in_way = not wanted.channel or (isinstance(event, Talk) and event.channel == wanted.channel)
    return in_way and is_found(event, wanted.text)


def _endings(customer: int, as_at: date) -> dict[StoryKey, StoryEvent]:
    """How promises of both sides ended, by the day on which that was settled."""
    found: dict[StoryKey, StoryEvent] = {}
    for standing in standings_of([customer], as_at).get(customer, ()):
        day = promise_ended_on(standing)
        if day is not None:
            key = StoryKey(day, Happening.PROMISE_ENDED, standing.promise.id)
            found[key] = PromiseEnded(key, standing)
    for deed in deeds_of([customer], as_at).get(customer, ()):
        day = deed_ended_on(deed, as_at)
        if day is not None:
            key = StoryKey(day, Happening.DEED_ENDED, deed.id)
            found[key] = DeedEnded(key, deed, deed_state(deed, as_at))
    for row in plan_rows(plans_of([customer], as_at).get(customer, []), as_at):
        day = plan_ended_on(row.standing)
        if day is not None:
            key = StoryKey(day, Happening.PLAN_ENDED, row.standing.plan.id)
            found[key] = PlanEnded(key, row.standing)
    return found
