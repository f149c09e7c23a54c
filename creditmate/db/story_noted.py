"""What a customer's story tells of opportunities and feedback: that they were noted."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from creditmate.db.connection import database
from creditmate.db.days import maybe_day
from creditmate.db.models import Noted
from creditmate.db.story_keys import story_key
from creditmate.domain.noted import NotedKind
from creditmate.domain.story import Happening, NotedDown


def noted_keys(customer: int, as_at: date) -> Any:  # noqa: ANN401 - a peewee query
    """Ask for what was noted of a customer."""
    return Noted.select(Noted.day, Noted.id).where(
        (Noted.customer_id == customer) & (Noted.day <= as_at) & Noted.void_action_id.is_null()
    )


def noted(_customer: int, _as_at: date, ids: Sequence[int]) -> Iterator[NotedDown]:
    """Yield what was noted, with the day that was set then to come back to it."""
    query = Noted.select(Noted.day, Noted.id, Noted.kind, Noted.words, Noted.follow_up_day).where(
        Noted.id.in_(list(ids))
    )
    for day, id_, kind, words, follow_up in database.execute(query):
        key = story_key(day, Happening.NOTED, id_)
        yield NotedDown(key, NotedKind(kind), words, maybe_day(follow_up))
