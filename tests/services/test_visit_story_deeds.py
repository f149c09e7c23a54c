"""What they said on a visit that they would do is in their story, with what was paid and ours."""

from creditmate.domain.story import StoryWanted, Talk
from creditmate.services.stories import Stories
from creditmate.services.visit_additions import Addition
from tests.services.test_visit_additions import FORGOTTEN, told  # noqa: F401 - a fixture
from tests.services.test_visit_reports import (
    NUMBER,
    Planned,
    everything,
    planned,  # noqa: F401 - a fixture
)


def deeds_of_theirs(planned: Planned) -> list[tuple[str, bool]]:  # noqa: F811
    """What the last talk promises besides money, and whether it is theirs; in its order."""
    office = planned.office
    events = Stories().listing("ACME", StoryWanted(), office.clock.today).head
    talk = next(one for one in events if isinstance(one, Talk))
    money = [one for one in talk.pledges if one.money is not None]
    assert list(talk.pledges[: len(money)]) == money, "what they pay stands first"
    return [(one.deed, one.theirs) for one in talk.pledges[len(money) :]]


def test_what_they_will_do_and_send_is_told(planned: Planned) -> None:  # noqa: F811
    planned.reports.report(NUMBER, everything(planned))
    assert deeds_of_theirs(planned) == [
        ("Name somebody for orders", True), ("Accounts to 30 June", True),
        ("Write to confirm", False), ("Send the delivery notes", False),
    ]  # fmt: skip


def test_so_is_what_was_added_and_not_what_was_taken_back(told: Planned) -> None:  # noqa: F811
    assert deeds_of_theirs(told) == []
    done = told.reports.add(NUMBER, Addition(said=FORGOTTEN))
    assert ("Name somebody for orders", True) in deeds_of_theirs(told)
    told.reports.undo_added(done.action)
    assert deeds_of_theirs(told) == []
