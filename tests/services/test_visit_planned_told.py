"""That a visit was planned: in its customer's story once, and before that day it is not known."""

from datetime import date, time, timedelta

from creditmate.db.models import Customer
from creditmate.domain.story import StoryWanted, Topic, VisitPlanned
from creditmate.domain.story_on_paper import facts_only
from creditmate.i18n.story_words import StoryTeller
from creditmate.services.stories import Stories
from creditmate.services.visit_suggestions import VisitSuggestions
from creditmate.services.visits import ConfirmedHow, VisitPick
from tests.services.conftest import Office
from tests.services.test_visits import MONDAY, VISIT, acme, planned, visits

__all__ = ["acme"]

TUESDAY = MONDAY + timedelta(days=1)


def titles(day: date, topic: Topic = Topic.EVERYTHING) -> list[str]:
    teller = StoryTeller("en", "en_GB", day)
    listing = Stories().listing("ACME", StoryWanted(topic=topic), day)
    return [teller.tell(event).title for event in listing.head if "isit" in repr(type(event))]


def test_the_story_tells_planned_moved_and_called_off_once_each(acme: Office) -> None:
    named = str(planned(acme).id)
    acme.on(TUESDAY)
    visits(acme).move(named, VISIT + timedelta(days=4), time(9), "He is away")
    visits(acme).move(named, VISIT + timedelta(days=5), time(9), "and on that day too")
    visits(acme).confirm(named, ConfirmedHow())
    visits(acme).cancel(named, "They have paid")
    number = "Visit V-2611-001"
    told = [
        f"{number} cancelled", f"{number} confirmed", f"{number} moved", f"{number} moved",
        f"{number} planned",
    ]  # fmt: skip
    assert titles(TUESDAY) == told
    assert titles(TUESDAY, Topic.TALKS) == told


def test_it_is_told_on_its_day_with_the_day_for_which_it_was_at_first(acme: Office) -> None:
    named = str(planned(acme).id)
    acme.on(TUESDAY)
    visits(acme).move(named, VISIT + timedelta(days=4), time(9), "He is away")
    listing = Stories().listing("ACME", StoryWanted(), TUESDAY)
    (event,) = [one for one in listing.head if isinstance(one, VisitPlanned)]
    assert (event.key.day, event.number, event.visit_day) == (MONDAY, "V-2611-001", VISIT)
    told = StoryTeller("en", "en_GB", TUESDAY).tell(event)
    assert told.text.replace("\u00a0", " ") == "For Thu 3 Dec."
    assert list(facts_only([event])) == [event]
    found = StoryWanted(text="2611-001")
    assert event.key in Stories().listing("ACME", found, TUESDAY).keys


def test_what_was_planned_and_taken_back_never_was(acme: Office) -> None:
    visits(acme).undo(planned(acme))
    assert titles(MONDAY) == []


def test_before_the_day_on_which_it_was_planned_it_is_in_no_list(acme: Office) -> None:
    acme.on(TUESDAY)
    planned(acme)
    known, late = visits(acme), TUESDAY + timedelta(days=200)
    for day, count in ((MONDAY, 0), (TUESDAY, 1), (late, 1)):
        assert len(known.all(day)) == count
        assert len(known.all(day, VisitPick.ALL)) == count
        assert len(known.of_customer("ACME", day)) == count


def test_before_that_day_it_keeps_nobody_from_being_proposed(acme: Office) -> None:
    with acme.gateway.write("t") as writing:
        writing.edit(Customer, 1, 1, legal_form="company")
    known, before = VisitSuggestions(), MONDAY + timedelta(days=9)
    acme.on(before + timedelta(days=1))
    planned(acme)
    assert [one.code for one in known.suggest(acme.clock.today).visits] == []
    assert [one.code for one in known.suggest(before).visits] == ["ACME"]
