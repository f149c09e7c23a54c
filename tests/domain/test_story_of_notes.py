"""What is noted belongs to the talks of a story, is found by its words, and stands on no paper."""

from datetime import date

from creditmate.domain.noted import NotedKind
from creditmate.domain.story import Happening, NotedDown, StoryKey, Topic
from creditmate.domain.story_on_paper import facts_only, for_ourselves
from creditmate.domain.story_order import happenings_of
from creditmate.domain.story_search import is_found

DAY = date(2026, 3, 2)
SHED = NotedDown(
    StoryKey(DAY, Happening.NOTED, 1), NotedKind.OPPORTUNITY, "A second shed in spring", None
)


def test_it_is_among_the_talks() -> None:
    assert Happening.NOTED in happenings_of(Topic.TALKS)
    assert Happening.NOTED not in happenings_of(Topic.MONEY)


def test_it_is_found_by_its_words() -> None:
    assert is_found(SHED, "shed second")
    assert not is_found(SHED, "autumn")


def test_it_is_for_ourselves_alone() -> None:
    assert list(for_ourselves([SHED])) == [SHED]
    assert list(facts_only([SHED])) == []
