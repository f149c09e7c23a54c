"""The story tells what became of a question: sums, and that it was asked again."""

from datetime import timedelta

from creditmate.domain.disputes import DisputeEventKind
from creditmate.domain.money import Money
from creditmate.domain.story import StoryWanted, Topic
from creditmate.i18n.story_words import StoryTeller
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
        "Dispute accepted in part: ACME-1",
        "Dispute opened again: ACME-1",
        "Dispute not accepted: ACME-1",
        "Dispute changed: ACME-1",
        "Dispute raised: ACME-1",
    ]
    assert "To be credited: £10.00." in told[0].text
    assert "In question now: £90.00." in told[1].text
    assert "photographs" in told[1].text
    assert "£86.40 of £1,000.00 for a short delivery." in told[-1].text
