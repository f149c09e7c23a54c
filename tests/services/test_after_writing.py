"""What was set for after a letter is no next try: nobody was rung who did not answer."""

from datetime import timedelta

from creditmate.domain.contact_channels import Way
from creditmate.domain.left_out import WhyNot
from creditmate.domain.outcomes import Outcome
from creditmate.i18n.diary_words import what_words
from creditmate.i18n.next_step_words import step_title
from creditmate.services.call_notes import CallNote
from creditmate.services.day_lists import DayLists
from creditmate.services.diary_items import planned_items
from tests.services.conftest import Office
from tests.services.test_calls_and_today import MONDAY, owing

LATER = MONDAY + timedelta(days=8)


def test_after_a_letter_a_call_of_ours_is_planned(office: Office) -> None:
    owing(office, "ACME", 50_000)
    letter = CallNote("", Outcome.NO_ANSWER, "Reminder", LATER, channel=Way.LETTER.value)
    office.call("ACME", letter)
    (task,) = office.brief("ACME").tasks
    assert step_title(task, "en") == "Call"
    (item,) = planned_items(LATER, LATER, LATER)
    assert what_words(item, "en") == "Call"
    assert item.removable
    (out,) = DayLists().left_out(MONDAY + timedelta(days=3))
    assert (out.why, out.until) == (WhyNot.PLANNED_CALL, LATER)


def test_after_a_ring_in_vain_it_is_our_next_try(office: Office) -> None:
    owing(office, "ACME", 50_000)
    office.call("ACME", CallNote("", Outcome.NO_ANSWER, "", LATER))
    (task,) = office.brief("ACME").tasks
    assert step_title(task, "en") == "Our next try"
    (out,) = DayLists().left_out(MONDAY + timedelta(days=3))
    assert out.why is WhyNot.NO_ANSWER
