"""What Today proposes and never stops is recorded without a warning and costs nothing.

And the other way round: what costs is what Today would stop.
"""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from creditmate.db.contacts_made import touches_of
from creditmate.db.customers import customer_by_code
from creditmate.db.next_steps import add_task
from creditmate.domain.contact_budget import Purpose, used
from creditmate.domain.contact_warnings import Against
from creditmate.domain.disputes import DisputeReason, NewDispute, Questioned
from creditmate.domain.money import Money
from creditmate.domain.next_steps import OUR_CHORES, About
from creditmate.domain.outcomes import Outcome
from creditmate.domain.plan_terms import PlanTerms
from creditmate.domain.work_lines import OF_OUR_OWN_ACCORD, Kind
from creditmate.services.calls import CallNote, Calls
from creditmate.services.diary import Diary, NewEntry, What
from creditmate.services.help_sheets import HelpSheets
from tests.builders import a_receipt
from tests.services.conftest import Office
from tests.services.test_calls_and_today import MONDAY, owing

TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = (MONDAY + timedelta(days=days) for days in range(1, 5))
Scene = Callable[[Office], date]
"""Sets something up from Monday on, and returns the day on which it is to be seen to."""


def talk(**more: object) -> CallNote:
    told = {"none_because": "all said", **more}
    return CallNote("Ann", Outcome.ALL_WELL, "x", **told)  # type: ignore[arg-type]


def record(office: Office, note: CallNote) -> int:
    return Calls(office.gateway, office.clock).record("ACME", note).id


def our_promise(office: Office, by: date) -> date:
    owing(office, "ACME", 50_000)
    record(office, talk(deed="A copy", deed_by=by))
    return WEDNESDAY


def our_answer(office: Office) -> date:
    entry = owing(office, "ACME", 50_000)
    asked = NewDispute((Questioned(entry),), DisputeReason.PRICE, answer_by=WEDNESDAY)
    record(office, talk(dispute=asked))
    return WEDNESDAY


def call_back(office: Office) -> date:
    owing(office, "ACME", 50_000)
    record(office, talk(next_day=WEDNESDAY, none_because=""))
    return WEDNESDAY


def call_back_beside_a_promise(office: Office) -> date:
    owing(office, "ACME", 50_000)
    promise = {"promised": Money(50_000, "GBP"), "promised_by": FRIDAY}
    record(office, talk(next_day=WEDNESDAY, none_because="", **promise))
    return WEDNESDAY


def by_hand(office: Office, what: What) -> date:
    owing(office, "ACME", 50_000, days_late=-90)
    Diary(office.gateway, office.clock).add(NewEntry("ACME", WEDNESDAY, what))
    return WEDNESDAY


def promise_passed(office: Office) -> date:
    owing(office, "ACME", 50_000)
    record(office, talk(promised=Money(50_000, "GBP"), promised_by=TUESDAY))
    office.on(FRIDAY).posted(THURSDAY)
    return FRIDAY


def said_paid(office: Office) -> date:
    owing(office, "ACME", 50_000)
    record(office, CallNote("Ann", Outcome.PAYMENT_SENT, "x", none_because="it is sent"))
    day = MONDAY + timedelta(days=14)
    office.on(day).posted(day - timedelta(days=1))
    return day


def instalment(office: Office, days: int) -> date:
    owing(office, "ACME", 60_000)
    record(office, talk(plan=PlanTerms(parts=3, first=TUESDAY)))
    day = TUESDAY + timedelta(days=days)
    office.on(day).posted(day - timedelta(days=1))
    return day


def lapsed(office: Office, days: int) -> date:
    """The plan ended: we had written about its part."""
    day = instalment(office, days)
    office.on(day - timedelta(days=9))
    note = CallNote("Ann", Outcome.NO_ANSWER, "", none_because="x", channel="letter")
    record(office, note)
    office.on(day)
    return day


def money_to_match(office: Office) -> date:
    owing(office, "ACME", 50_000)
    with office.gateway.write("test") as writing:
        a_receipt(writing, 1, MONDAY, 50_000)
    return WEDNESDAY


def help_sheet(office: Office) -> date:
    owing(office, "ACME", 50_000, days_late=-90)
    HelpSheets(office.gateway, office.clock).send("ACME", "Ann", WEDNESDAY)
    return WEDNESDAY


def noted(office: Office) -> date:
    owing(office, "ACME", 50_000, days_late=-90)
    with office.gateway.write("test") as writing:
        add_task(
            writing, customer_id=1, kind="other", day=WEDNESDAY, note="a second yard",
            from_interaction_id=None, about=About.NOTED.value,
        )  # fmt: skip
    return WEDNESDAY


def owed(office: Office, days_late: int) -> date:
    owing(office, "ACME", 50_000, days_late=days_late)
    return WEDNESDAY


SCENES: dict[str, tuple[Kind, Scene]] = {
    "our promise": (Kind.OURS_DUE, lambda office: our_promise(office, WEDNESDAY)),
    "our late promise": (Kind.OURS_LATE, lambda office: our_promise(office, TUESDAY)),
    "our answer": (Kind.ANSWER_DUE, our_answer),
    "call-back": (Kind.CALL_BACK, call_back),
    "beside a promise": (Kind.CALL_BACK, call_back_beside_a_promise),
    "visit": (Kind.VISIT, lambda office: by_hand(office, What.VISIT)),
    "promise": (Kind.PROMISE_NOT_KEPT, promise_passed),
    "said paid": (Kind.SAID_PAID, said_paid),
    "instalment": (Kind.INSTALMENT, lambda office: instalment(office, 1)),
    "plan": (Kind.PLAN_DEFAULT, lambda office: lapsed(office, 20)),
    "money": (Kind.CHECK_MONEY, money_to_match),
    "help sheet": (Kind.HELP_SHEET, help_sheet),
    "noted": (Kind.NOTED, noted),
    "planned": (Kind.PLANNED_CALL, lambda office: by_hand(office, What.CALL)),
    "overdue": (Kind.FOLLOW_UP, lambda office: owed(office, 20)),
    "due soon": (Kind.COURTESY, lambda office: owed(office, -5)),
}
NEVER_STOPPED = [name for name, (kind, _) in SCENES.items() if kind not in OF_OUR_OWN_ACCORD]
STOPPED = [name for name in SCENES if name not in NEVER_STOPPED]


def own_days(office: Office) -> tuple[date, ...]:
    customer = customer_by_code("ACME")
    assert customer is not None
    touches = touches_of([customer.id], office.clock.today).get(customer.id, [])
    return used(touches, office.clock.today).own_days


def the_day_comes(office: Office, name: str) -> None:
    """We wrote the day before of our own accord: the budget has nothing left today."""
    _, scene = SCENES[name]
    day = scene(office)
    office.on(day - timedelta(days=1))
    # Written without a next step of its own, it leaves those that were set before.
    leaves = any(task.about == "" for task in office.brief("ACME").tasks)
    ours = {"channel": "email", "purpose": Purpose.OWN, "none_because": "" if leaves else "-"}
    record(office, CallNote("Ann", Outcome.NO_ANSWER, "x", **ours))  # type: ignore[arg-type]
    office.on(day)


def test_every_kind_of_line_is_here() -> None:
    kinds = {kind for kind, _ in SCENES.values()}
    assert kinds == set(Kind) - {Kind.STAY_IN_TOUCH}  # which needs a year of books


@pytest.mark.parametrize("name", NEVER_STOPPED)
@pytest.mark.parametrize("outcome", [Outcome.ALL_WELL, Outcome.NO_ANSWER])
def test_what_today_never_stops_is_recorded_without_a_warning_and_costs_nothing(
    office: Office, name: str, outcome: Outcome
) -> None:
    the_day_comes(office, name)
    assert [row.line.kind for row in office.today()] == [SCENES[name][0]]
    before = own_days(office)
    note = CallNote("Ann", outcome, "x", none_because="-")
    assert Calls(office.gateway, office.clock).against("ACME", note) == ()
    record(office, note)
    assert own_days(office) == before


@pytest.mark.parametrize("name", STOPPED)
def test_what_costs_is_what_today_stops(office: Office, name: str) -> None:
    the_day_comes(office, name)
    assert office.codes() == []
    note = talk()
    warned = Calls(office.gateway, office.clock).against("ACME", note)
    assert [one.against for one in warned] == [Against.TOO_SOON]
    before = own_days(office)
    record(office, note)
    assert own_days(office) == (*before, office.clock.today)


@pytest.mark.parametrize("about", sorted(OUR_CHORES))
def test_work_of_ours_for_a_visit_makes_no_call_free(office: Office, about: About) -> None:
    """It stands on the list, as there is nothing against doing it; to ring is our own idea."""
    owing(office, "ACME", 50_000, days_late=20)
    record(office, talk())
    with office.gateway.write("test") as writing:
        add_task(
            writing, customer_id=1, kind="other", day=TUESDAY, note="samples",
            from_interaction_id=None, about=about.value,
        )  # fmt: skip
    office.on(TUESDAY)
    assert [row.line.kind for row in office.today()] == [Kind.VISIT]
    warned = Calls(office.gateway, office.clock).against("ACME", talk())
    assert [one.against for one in warned] == [Against.TOO_SOON]
    record(office, talk())
    assert own_days(office) == (MONDAY, TUESDAY)


@pytest.mark.parametrize("about", [About.VISIT_CONFIRM, About.VISIT_RECONFIRM])
@pytest.mark.parametrize("outcome", [Outcome.ALL_WELL, Outcome.NO_ANSWER])
def test_asking_them_about_a_visit_is_free_once(
    office: Office, about: About, outcome: Outcome
) -> None:
    """A step that we set ourselves stays until it is ticked: it is no leave to ring every day."""
    owing(office, "ACME", 50_000, days_late=20)
    record(office, talk())
    with office.gateway.write("test") as writing:
        add_task(
            writing, customer_id=1, kind="other", day=TUESDAY, note="",
            from_interaction_id=None, about=about.value,
        )  # fmt: skip
    office.on(TUESDAY)
    (row,) = office.today()
    assert (row.line.kind, row.line.ours_alone) == (Kind.VISIT, False)
    note = CallNote("Ann", outcome, "x", none_because="-")
    record(office, note)
    assert own_days(office) == (MONDAY,)
    (row,) = office.on(WEDNESDAY).today()  # it stands there until it is ticked
    assert (row.line.kind, row.line.ours_alone) == (Kind.VISIT, True)
    assert row.line.reasons[0].words == about.value
    warned = Calls(office.gateway, office.clock).against("ACME", note)
    assert [one.against for one in warned] == [Against.TOO_SOON]
    record(office, note)
    reached = outcome is Outcome.ALL_WELL
    assert own_days(office) == ((MONDAY, WEDNESDAY) if reached else (MONDAY,))
    touches = touches_of([1], WEDNESDAY)[1]
    assert touches[-1].purpose is (Purpose.OWN if reached else Purpose.ATTEMPT)


def test_on_the_day_of_a_visit_every_contact_is_about_it(office: Office) -> None:
    by_hand(office, What.VISIT)
    office.on(WEDNESDAY)
    for outcome in (Outcome.NO_ANSWER, Outcome.NO_ANSWER, Outcome.ALL_WELL):
        record(office, CallNote("Ann", outcome, "x", none_because="-"))
    assert own_days(office) == ()
    assert {touch.purpose for touch in touches_of([1], WEDNESDAY)[1]} == {Purpose.AGREED}
