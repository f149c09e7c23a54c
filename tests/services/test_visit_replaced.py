"""What a customer holds of a visit and what takes its place: changed, moved twice, added to."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from creditmate.db.customer_records import customer_record
from creditmate.db.models import Customer
from creditmate.db.visit_writing import edit_step
from creditmate.documents.visit_thanks import thanks_text
from creditmate.domain.our_people import StaffEntry
from creditmate.domain.story import StoryWanted, VisitMoved
from creditmate.domain.visit_hints import HintWhy
from creditmate.domain.visit_observations import Observation, Seen, Topic
from creditmate.domain.visit_plan import PlanIssue, PlanPerson, VisitPlan, plan_of
from creditmate.domain.visit_report import Came, Findings, RequestOutcome
from creditmate.domain.visits import IssueKind, Preparation, Side, VisitEventKind, VisitState
from creditmate.i18n.story_words import StoryTeller
from creditmate.services.customers import require_customer
from creditmate.services.people import People
from creditmate.services.stories import Stories
from creditmate.services.visit_additions import Addition
from creditmate.services.visit_lists import visit_file
from creditmate.services.visit_report_notes import NotMet
from creditmate.services.visits import ConfirmedHow
from tests.services.invoice_desk import Desk
from tests.services.visit_paper_desk import MOVED_TO, PLANNED, VISIT_DAY, VisitDesk, text_of

Change = Callable[[VisitPlan], VisitPlan]


@pytest.fixture
def visiting(desk: Desk) -> VisitDesk:
    """A visit whose agenda was sent, and which they confirmed."""
    found = VisitDesk(desk)
    found.set_up()
    found.mail.sent(found.number, found.issue())
    found.visits.confirm(found.number, ConfirmedHow("email", "Ann Lee"))
    return found


def change(visiting: VisitDesk, changed: Change) -> int:
    file = visit_file(visiting.number)
    plan = changed(plan_of(file))
    return visiting.visits.change(visiting.number, plan, file.visit.version, "They asked").action


def standing(visiting: VisitDesk) -> object:
    today = visiting.desk.clock.today
    return visiting.visits.show(visiting.number, today).row.standing


def is_outdated(visiting: VisitDesk) -> bool:
    return bool(getattr(standing(visiting), "agenda_outdated"))  # noqa: B009


def is_confirmed(visiting: VisitDesk) -> bool:
    return getattr(standing(visiting), "confirmed") is not None  # noqa: B009


def to_do(visiting: VisitDesk) -> set[Preparation]:
    file = visit_file(visiting.number)
    return {step.kind for step in file.steps if step.done_day is None}


def guest(plan: VisitPlan) -> VisitPlan:
    return replace(plan, people=(*plan.people, PlanPerson(Side.THEIRS, "Bo Ash", "stores")))


SAID: dict[str, Change] = {
    "purpose": lambda plan: replace(plan, words="We should like to plan the spring with you."),
    "people": guest,
    "request": lambda plan: replace(plan, requests=plan.requests[:1]),
    "point": lambda plan: replace(plan, points=()),
    "issue": lambda plan: replace(
        plan,
        issues=(*plan.issues, PlanIssue("Spring orders", "", "", IssueKind.OTHER)),
        slots=(),
    ),
}
WHERE: dict[str, Change] = {
    "place": lambda plan: replace(plan, address="New Yard\nPort Cawder"),
    "length": lambda plan: replace(plan, minutes=90, slots=()),
}
OURS: dict[str, Change] = {
    "limits": lambda plan: replace(plan, limits="Nothing below half"),
    "note": lambda plan: replace(plan, note="Side door"),
    "way": lambda plan: replace(plan, travel_minutes=75, distance_tenths=500),
    "wanted": lambda plan: replace(
        plan, issues=(replace(plan.issues[0], fall_back="Half"), *plan.issues[1:])
    ),
    "nothing": lambda plan: plan,
    "lines": lambda plan: replace(plan, address="Unit 6, Tannery Yard, \nOvermere"),
}


# ------------------------------------------------------------- a change is as good as a move
@pytest.mark.parametrize("what", [*SAID, *WHERE])
def test_what_the_agenda_says_was_changed_so_a_new_one_is_to_be_sent(
    visiting: VisitDesk, what: str
) -> None:
    change(visiting, (SAID | WHERE)[what])
    assert is_outdated(visiting)
    assert Preparation.SEND_AGENDA in to_do(visiting)
    second = visiting.issue()
    assert second.agenda.number == f"{visiting.number}/2"
    visiting.mail.sent(visiting.number, second)
    assert not is_outdated(visiting)
    assert Preparation.SEND_AGENDA not in to_do(visiting)


@pytest.mark.parametrize("what", OURS)
def test_what_is_ours_alone_changes_nothing_for_them(visiting: VisitDesk, what: str) -> None:
    change(visiting, OURS[what])
    assert not is_outdated(visiting)
    assert is_confirmed(visiting)
    assert not {Preparation.SEND_AGENDA, Preparation.CONFIRM} & to_do(visiting)
    assert not visiting.issue().fresh
    assert visiting.mail.entry(visiting.number).sequence == 0


@pytest.mark.parametrize("what", WHERE)
def test_another_place_or_length_is_to_be_confirmed_as_another_day_is(
    visiting: VisitDesk, what: str
) -> None:
    change(visiting, WHERE[what])
    assert not is_confirmed(visiting)
    assert Preparation.CONFIRM in to_do(visiting)


@pytest.mark.parametrize("what", SAID)
def test_other_words_leave_what_they_confirmed(visiting: VisitDesk, what: str) -> None:
    change(visiting, SAID[what])
    assert is_confirmed(visiting)
    assert Preparation.CONFIRM not in to_do(visiting)


def test_a_change_before_the_agenda_was_sent_outdates_nothing(desk: Desk) -> None:
    visiting = VisitDesk(desk)
    visiting.set_up()
    change(visiting, WHERE["place"])
    assert not is_outdated(visiting)
    assert visit_file(visiting.number).events == ()


def test_a_change_taken_back_is_as_if_it_had_not_been(visiting: VisitDesk) -> None:
    before = standing(visiting), to_do(visiting)
    file = visit_file(visiting.number)
    plan = replace(plan_of(file), address="New Yard\nPort Cawder")
    done = visiting.visits.change(visiting.number, plan, file.visit.version)
    visiting.visits.undo(done)
    assert (standing(visiting), to_do(visiting)) == before


def test_where_nobody_was_met_it_is_still_to_be_booked_again_after_a_change(
    visiting: VisitDesk,
) -> None:
    visiting.on(VISIT_DAY)
    visiting.reports.not_met(visiting.number, NotMet(VisitEventKind.NOBODY))
    change(visiting, WHERE["place"])
    found = visiting.visits.show(visiting.number, VISIT_DAY).row.standing
    assert found.state is VisitState.TO_REBOOK
    assert Preparation.SEND_AGENDA not in to_do(visiting)
    change(visiting, lambda plan: replace(plan, day=MOVED_TO, at=time(9)))
    assert is_outdated(visiting)
    assert Preparation.SEND_AGENDA in to_do(visiting)


def test_moved_there_and_back_the_same_agenda_can_be_sent_once_more(visiting: VisitDesk) -> None:
    visiting.move()
    visiting.visits.move(visiting.number, VISIT_DAY, time(10, 30), "After all")
    assert is_outdated(visiting)
    kept = visiting.issue()
    assert not kept.fresh
    assert visiting.mail.sent(visiting.number, kept) is not None
    assert not is_outdated(visiting)
    assert visiting.mail.sent(visiting.number, kept) is None


def test_every_agenda_that_replaces_one_has_a_higher_sequence(desk: Desk) -> None:
    visiting = VisitDesk(desk)
    visiting.set_up()
    visiting.issue()
    found = [visiting.mail.entry(visiting.number).sequence]
    for place in ("New Yard", "Old Yard", "New Yard"):
        change(visiting, lambda plan, place=place: replace(plan, address=place))  # type: ignore[misc]
        visiting.issue()
        found.append(visiting.mail.entry(visiting.number).sequence)
    visiting.visits.cancel(visiting.number, "They closed for the week")
    found.append(visiting.mail.entry(visiting.number).sequence)
    assert found == [0, 1, 2, 3, 4]


def test_the_story_tells_a_change_as_one(visiting: VisitDesk) -> None:
    change(visiting, WHERE["place"])
    listing = Stories().listing("ACME", StoryWanted(), PLANNED)
    told = [event for event in listing.head if isinstance(event, VisitMoved)]
    teller = StoryTeller("en", "en_GB", PLANNED)
    assert f"Visit {visiting.number} changed: where it is, or how long it takes" in {
        teller.tell(event).title for event in told
    }


def test_two_on_one_day_are_told_apart_by_their_numbers(visiting: VisitDesk) -> None:
    visiting.move()
    second = visiting.issue()
    visiting.move(MOVED_TO + timedelta(days=1))
    third = visiting.issue()
    number = visiting.number
    assert f"This replaces our agenda {number} of 23 November." in text_of(second.pdf)
    assert f"This replaces our agenda {number}/2 of 23 November." in text_of(third.pdf)
    again = visiting.issue()
    assert not again.fresh
    assert again.agenda.replaces == third.agenda.replaces


# ------------------------------------------------------------- the letter of thanks
def add(visiting: VisitDesk, findings: Findings) -> None:
    visiting.reports.add(visiting.number, Addition(findings))


def test_an_observation_added_makes_no_other_letter(visiting: VisitDesk) -> None:
    visiting.report()
    first = visiting.thanks()
    visiting.on(date(2026, 12, 5))
    add(visiting, Findings(observations=(Observation(Topic.STOCK, Seen.SAME, "as before"),)))
    again = visiting.thanks()
    assert (again.id, again.pdf, again.fresh) == (first.id, first.pdf, False)


def test_a_paper_that_came_makes_another_letter_which_says_what_it_replaces(
    visiting: VisitDesk,
) -> None:
    visiting.report()
    first = visiting.thanks()
    assert "replaces" not in text_of(first.pdf)
    visiting.on(date(2026, 12, 5))
    accounts = visit_file(visiting.number).visit.requests[1].id
    add(visiting, Findings(requests=(RequestOutcome(accounts, Came.RECEIVED),)))
    second = visiting.thanks()
    assert second.fresh
    assert second.id != first.id
    found = text_of(second.pdf)
    said = f"This replaces our letter {first.paper.number} of 3 December."
    assert said in found
    again = visiting.thanks()
    assert not again.fresh
    assert said in thanks_text(again.paper).mail.replace("\u00a0", " ")


@pytest.mark.parametrize("how", ["who goes", "language"])
def test_what_was_changed_elsewhere_makes_the_agenda_that_was_sent_another_one(
    visiting: VisitDesk, how: str
) -> None:
    """The visit itself was not touched: its page says so, and the entry counts it."""
    people = People(visiting.desk.gateway, visiting.desk.clock, "")
    ids = [people.add(StaffEntry(name)).id for name in ("Ros Whitlock", "Jo Marsh")]
    file = visit_file(visiting.number)
    ours = tuple(one for one in plan_of(file).people if one.side is Side.THEIRS)
    plan = replace(plan_of(file), people=ours, owner=ids[0])
    visiting.visits.change(visiting.number, plan, file.visit.version)
    visiting.mail.sent(visiting.number, visiting.issue())

    def outdated() -> bool:
        page = visiting.visits.show(visiting.number, visiting.desk.clock.today)
        return HintWhy.AGENDA_OUTDATED in {hint.why for hint in page.hints}

    assert not outdated()
    before = visiting.mail.entry(visiting.number).sequence
    with visiting.desk.gateway.write("test") as writing:
        if how == "who goes":
            edit_step(writing, visit_file(visiting.number).visit.task, owner_id=ids[1])
        else:
            row = require_customer("ACME")
            writing.edit(Customer, row.id, customer_record(row.id)[0].version, locale="de_DE")
    assert outdated()
    assert visiting.mail.entry(visiting.number).sequence == before + 1
