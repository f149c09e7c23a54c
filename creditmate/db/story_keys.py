"""How the happenings of a story are told apart, as the tables name them."""

from datetime import date

from creditmate.domain.story import Happening, StoryKey


def story_key(day: str, what: Happening, id_: int) -> StoryKey:
    """Return the key of a happening on a day (ISO)."""
    return StoryKey(date.fromisoformat(day), what, id_)
