"""The story tells what became of a question: sums, and that it was asked again."""

from datetime import timedelta

from creditmate.domain.attachments import NewFile
from creditmate.domain.disputes import DisputeEventKind
from creditmate.domain.money import Money
from creditmate.domain.story import StoryWanted, Topic
from creditmate.i18n.story_words import StoryTeller
from creditmate.services.attachments import Attachments
from creditmate.services.disputes import Disputes
from creditmate.services.stories import Stories
from tests.services.conftest import Office
from tests.services.test_calls_and_today import MONDAY, owing
from tests.services.test_disputes import about


def test_a_question_from_its_being_raised_to_its_second_answer(office: Office) -> None:
    questions = Disputes(office.gateway, office.clock)
    made = questions.raise_one("ACME", about(owing(office, "ACME", 100_000), 8_640)).id
    for days, deed in (
        (2, lambda: questions.amend(made, Money(9_000, "GBP"))),
        (4, lambda: questions.end(made, DisputeEventKind.REJECTED, note="signed note")),
        (6, lambda: questions.reopen(made, note="photographs")),
        (8, lambda: questions.end(made, DisputeEventKind.PART, Money(1_000, "GBP"))),
    ):
        office.on(MONDAY + timedelta(days=days))
        deed()
    today = office.clock.today
    listing = Stories().listing("ACME", StoryWanted(Topic.DISPUTES), today)
    teller = StoryTeller("en_GB", "en_GB", today)
    told = [teller.tell(event) for event in listing.head]
    assert [one.title for one in told] == [
        "Query accepted in part: ACME-1",
        "Query opened again: ACME-1",
        "Query not accepted: ACME-1",
        "Query changed: ACME-1",
        "Query raised: ACME-1",
    ]
    assert "To be credited: £10.00." in told[0].text
    assert "Under query now: £90.00." in told[1].text
    assert "photographs" in told[1].text
    assert "£86.40 of £1,000.00 for a short delivery." in told[-1].text


def test_the_story_tells_what_shows_a_query(office: Office) -> None:
    """In words and as files, as they are known on the day; and looked for by them."""
    questions = Disputes(office.gateway, office.clock)
    shown = (NewFile("box.jpg", b"crushed"), NewFile("note.pdf", b"three"))
    new = about(owing(office, "ACME", 100_000), 8_640, evidence="delivery note", files=shown)
    made = questions.raise_one("ACME", new).id

    def told(search: str = "") -> list[str]:
        today = office.clock.today
        listing = Stories().listing("ACME", StoryWanted(Topic.DISPUTES, search), today)
        teller = StoryTeller("en_GB", "en_GB", today)
        return [teller.tell(event).text for event in Stories().rows(listing, listing.keys)]

    assert "Shown by delivery note, box.jpg, note.pdf." in told()[0]
    assert len(told("crushed")) == 0
    assert len(told("box")) == len(told("delivery")) == 1
    attachments = Attachments(office.gateway, office.clock)
    (note, _) = attachments.of("ACME")
    attachments.archive(note.id, note.version)
    assert "Shown by delivery note, box.jpg." in told()[0]
    office.on(MONDAY + timedelta(days=2))
    questions.hand_over(made, None, MONDAY + timedelta(days=9), "photographs")
    assert "Shown by photographs, box.jpg." in told()[0]
