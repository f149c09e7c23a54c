"""A story narrowed to days and ways of being in contact, and by what a moved contact is found."""

from datetime import date, timedelta

import pytest

from creditmate.domain.barriers import Barrier
from creditmate.domain.confirmation import wants_copies
from creditmate.domain.outcomes import Outcome
from creditmate.domain.story import ContactMoved, Happening, StoryKey, StoryWanted
from creditmate.domain.story_search import is_found

MONDAY = date(2026, 11, 23)
DAY = timedelta(days=1)
TALK = StoryKey(MONDAY, Happening.TALK, 1)
PAPER = StoryKey(MONDAY, Happening.PAPER, 1)


@pytest.mark.parametrize(
    ("wanted", "taken"),
    [
        (StoryWanted(), True),
        (StoryWanted(first=MONDAY, last=MONDAY), True),
        (StoryWanted(first=MONDAY + DAY), False),
        (StoryWanted(last=MONDAY - DAY), False),
        (StoryWanted(channel="email"), True),  # whether it is one is seen from its row
    ],
)
def test_both_ends_of_a_span_are_in_it(wanted: StoryWanted, taken: bool) -> None:
    assert wanted.takes(TALK) is taken


def test_only_contacts_were_made_in_some_way() -> None:
    assert not StoryWanted(channel="email").takes(PAPER)


def test_a_moved_contact_is_found_by_whose_it_is_now_and_why() -> None:
    key = StoryKey(MONDAY, Happening.CONTACT_MOVED, 1)
    moved = ContactMoved(key, "call", MONDAY - DAY, "BOLT", "Bolt Ltd", "Two Anns")
    for text in ("bolt", "two anns", "LTD"):
        assert is_found(moved, text)
    assert not is_found(moved, "acme")


def test_copies_are_proposed_where_a_paper_did_not_arrive() -> None:
    assert wants_copies(Outcome.INVOICE_NOT_RECEIVED, None)
    assert wants_copies(Outcome.ALL_WELL, Barrier.NOT_RECEIVED)
    assert not wants_copies(Outcome.WILL_PAY, Barrier.CASH)
