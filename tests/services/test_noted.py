"""What is noted: come back to on its day, an opportunity not while a question is open."""

from datetime import date, timedelta

import pytest

from creditmate.db import conversation
from creditmate.db.models import InteractionDetail
from creditmate.db.noted import notes_due
from creditmate.db.proof import prove_all
from creditmate.domain.disputes import DisputeEventKind
from creditmate.domain.errors import UserError
from creditmate.domain.noted import NewNoted, NotedKind, NotedState, NoteDue
from creditmate.domain.story import StoryWanted, Topic
from creditmate.domain.story_on_paper import facts_only
from creditmate.i18n.story_words import StoryTeller
from creditmate.services.disputes import Disputes
from creditmate.services.noted import NotedThings, may_be_asked
from creditmate.services.stories import Stories
from tests.services.conftest import Office
from tests.services.test_calls_and_today import FRIDAY, MONDAY, owing
from tests.services.test_disputes import about

SHED = NewNoted(NotedKind.OPPORTUNITY, "They build a second shed in spring", FRIDAY)


def due(day: date) -> list[NoteDue]:
    """What is to be come back to by a day."""
    return [note for notes in notes_due(day).values() for note in notes]


@pytest.fixture
def noted(office: Office) -> NotedThings:
    return NotedThings(office.gateway, office.clock)


def test_it_is_due_on_its_day_and_not_before(office: Office, noted: NotedThings) -> None:
    owing(office, "ACME", 100)
    made = noted.add("ACME", SHED).id
    assert due(FRIDAY - timedelta(days=1)) == []
    assert [row.id for row in noted.all(FRIDAY)] == [made]
    (note,) = due(FRIDAY)
    assert (note.words, note.on, note.made) == (SHED.words, FRIDAY, MONDAY)
    assert due(MONDAY - timedelta(days=1)) == []
    assert notes_due(FRIDAY, [99]) == {}


def test_an_opportunity_waits_while_a_question_is_open(office: Office, noted: NotedThings) -> None:
    entry = owing(office, "ACME", 100_000)
    noted.add("ACME", SHED)
    noted.add("ACME", NewNoted(NotedKind.FEEDBACK, "The driver was kind", FRIDAY))
    questions = Disputes(office.gateway, office.clock)
    asked = questions.raise_one("ACME", about(entry, 500)).id
    states = {row.kind: row.state for row in noted.all(MONDAY)}
    assert states[NotedKind.OPPORTUNITY] is NotedState.WAITS
    office.on(FRIDAY)
    questions.end(asked, DisputeEventKind.WITHDRAWN)
    assert {row.state for row in noted.all(FRIDAY)} == {NotedState.OPEN}
    assert len(due(FRIDAY)) == 2
    assert due(FRIDAY - timedelta(days=1)) == []


def test_put_off_done_and_dropped(office: Office, noted: NotedThings) -> None:
    owing(office, "ACME", 100)
    first, second = (noted.add("ACME", SHED).id for _ in range(2))
    later = FRIDAY + timedelta(days=10)
    office.on(FRIDAY)
    noted.put_off(first, later, "after Easter")
    noted.done(second)
    assert due(FRIDAY) == []
    assert [note.on for note in due(later)] == [later]
    assert [row.id for row in noted.all(FRIDAY)] == [first]
    assert len(noted.all(FRIDAY, with_ended=True)) == 2
    assert len(noted.all(FRIDAY - timedelta(days=1))) == 2
    with pytest.raises(UserError, match="agreement-stands"):
        noted.drop(second)
    noted.drop(first)
    assert noted.all(FRIDAY, "acme") == []
    assert prove_all() == []


@pytest.mark.parametrize(
    "new",
    [NewNoted(NotedKind.FEEDBACK, "  "),
     NewNoted(NotedKind.FEEDBACK, "fine", MONDAY - timedelta(days=1))],
)  # fmt: skip
def test_what_says_nothing_or_has_passed_is_refused(
    office: Office, noted: NotedThings, new: NewNoted
) -> None:
    owing(office, "ACME", 100)
    with pytest.raises(UserError, match="field-refused"):
        noted.add("ACME", new)
    with pytest.raises(UserError, match="agreement-stands"):
        noted.put_off(1, FRIDAY)
    with pytest.raises(UserError, match="field-refused"):
        noted.put_off(1, MONDAY - timedelta(days=1))


def answered(office: Office, score: int) -> None:
    now = office.clock.now()
    with office.gateway.write("test") as writing:
        talk = conversation.add_interaction(
            writing, customer_id=1, contact_id=None, heard_name="Ann", channel="call",
            direction="out", number="", day=office.clock.today, at=now.isoformat(), at_offset=0,
            outcome="all_well", notes="fine", next_day=None, none_because="done",
        )  # fmt: skip
        writing.add(
            InteractionDetail, interaction_id=talk, purpose="reply", step="", barrier="", told="",
            zone="", satisfaction=score, override="",
        )  # fmt: skip


def test_how_satisfied_they_are_is_asked_seldom(office: Office) -> None:
    entry = owing(office, "ACME", 100_000)
    questions = Disputes(office.gateway, office.clock)

    def ask_and_answer() -> None:
        made = questions.raise_one("ACME", about(entry, 500)).id
        questions.end(made, DisputeEventKind.REJECTED)

    assert not may_be_asked(1, MONDAY)
    ask_and_answer()
    assert may_be_asked(1, MONDAY)
    assert may_be_asked(1, MONDAY + timedelta(days=14))
    assert not may_be_asked(1, MONDAY + timedelta(days=15))
    answered(office, 4)
    assert not may_be_asked(1, MONDAY)
    office.on(MONDAY + timedelta(days=90))
    ask_and_answer()
    assert not may_be_asked(1, office.clock.today)
    assert may_be_asked(1, office.clock.today + timedelta(days=1))


def test_it_is_told_in_the_story_and_found_by_its_words(office: Office, noted: NotedThings) -> None:
    owing(office, "ACME", 100)
    noted.add("ACME", SHED)
    noted.add("ACME", NewNoted(NotedKind.FEEDBACK, "The driver was kind"))
    listing = Stories().listing("ACME", StoryWanted(Topic.TALKS), MONDAY)
    teller = StoryTeller("en_GB", "en_GB", MONDAY)
    told = [teller.tell(event) for event in listing.head]
    assert [(one.title, "shed" in one.text) for one in told] == [
        ("Feedback", False),
        ("Opportunity noted", True),
    ]
    assert "27 Nov" in told[1].text.replace("\u00a0", " ")
    found = Stories().listing("ACME", StoryWanted(text="second shed"), MONDAY)
    assert len(found.keys) == 1
    assert list(facts_only(listing.head)) == []  # it is handed to nobody
