"""What a contact does to the next steps set before it: a try answers none, a talk what was due."""

from datetime import date, time, timedelta

from creditmate.db.call_undo import recorded_call
from creditmate.db.next_steps import open_tasks
from creditmate.domain.outcomes import Outcome
from creditmate.domain.rows import TaskRow
from creditmate.domain.work_lines import Kind
from creditmate.services.calls import CallNote, Calls
from creditmate.services.corrections import Correction, Corrections
from creditmate.services.diary import Diary, NewEntry, What
from tests.services.conftest import Office
from tests.services.test_calls_and_today import MONDAY, owing

TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = (MONDAY + timedelta(days=days) for days in (1, 2, 3, 4))
LATER = MONDAY + timedelta(days=11)
IN_VAIN = CallNote("", Outcome.NO_ANSWER, "", next_day=TUESDAY, next_at=time(14))


def calls(office: Office) -> Calls:
    return Calls(office.gateway, office.clock)


def put_in(office: Office, day: date, note: str, what: What = What.CALL) -> None:
    Diary(office.gateway, office.clock).add(NewEntry("ACME", day, what, note=note))


def steps(office: Office) -> list[tuple[date, str, str]]:
    """The day, the words and the person of each step, customer by customer."""
    return [(task.day, task.note, task.person) for task in _steps(office)]


def _steps(office: Office) -> list[TaskRow]:
    return open_tasks([1], office.clock.today).get(1, [])


def talk(
    name: str, outcome: Outcome, day: date | None, at: int | None = None, *, incoming: bool = False
) -> CallNote:
    return CallNote(
        name, outcome, "x", next_day=day, next_at=None if at is None else time(at),
        none_because="" if day else "-", incoming=incoming,
    )  # fmt: skip


def test_a_try_takes_nothing_from_what_was_put_in_for_later(office: Office) -> None:
    owing(office, "ACME", 50_000)
    put_in(office, TUESDAY, "send swatches", What.FOLLOW_UP)
    put_in(office, THURSDAY, "ask about lintels")
    calls(office).record("ACME", IN_VAIN)
    assert steps(office) == [
        (TUESDAY, "send swatches", ""),
        (TUESDAY, "", ""),
        (THURSDAY, "ask about lintels", ""),
    ]


def test_a_due_call_goes_on_with_its_words_and_its_person(office: Office) -> None:
    owing(office, "ACME", 50_000)
    office.call("ACME", talk("Nigel Pybus", Outcome.CALL_BACK, TUESDAY, 10))
    put_in(office, TUESDAY, "ask about lintels")
    office.on(TUESDAY)
    tried = calls(office).attempt("ACME").id
    assert sorted(step[1:] for step in steps(office)) == [
        ("", "Nigel Pybus"),
        ("ask about lintels", ""),
    ]
    assert {step[0] for step in steps(office)} == {WEDNESDAY}
    assert office.today() == []  # tried today: they have their day
    (row,) = office.on(WEDNESDAY).today()
    assert (row.line.kind, row.line.person) == (Kind.CALL_BACK, "Nigel Pybus")
    calls(office.on(TUESDAY)).undo(tried)
    assert {step[0] for step in steps(office)} == {TUESDAY}
    assert [task.at for task in _steps(office)] == [time(10), None]


def test_words_of_a_planned_call_outlive_a_try_though_nothing_is_owed(office: Office) -> None:
    owing(office, "ACME", 50_000, days_late=-90)
    put_in(office, TUESDAY, "do the doors fit?")
    calls(office.on(TUESDAY)).attempt("ACME")
    (row,) = office.on(WEDNESDAY).today()
    assert row.line.kind is Kind.PLANNED_CALL
    assert row.line.reasons[0].words == "do the doors fit?"


def test_a_try_moves_a_follow_up_that_is_due_and_is_itself_followed_by_one(office: Office) -> None:
    owing(office, "ACME", 50_000)
    put_in(office, MONDAY, "send swatches", What.FOLLOW_UP)
    calls(office).record("ACME", IN_VAIN)
    assert steps(office) == [(TUESDAY, "send swatches", ""), (TUESDAY, "", "")]
    assert office.today() == []


def test_one_try_takes_the_place_of_another(office: Office) -> None:
    owing(office, "ACME", 50_000)
    for _ in range(2):
        calls(office).record("ACME", IN_VAIN)
    assert steps(office) == [(TUESDAY, "", "")]


def test_what_was_agreed_with_another_person_is_hers(office: Office) -> None:
    owing(office, "ACME", 50_000)
    office.call("ACME", talk("Nigel Pybus", Outcome.CALL_BACK, WEDNESDAY, 10, incoming=True))
    office.call("ACME", talk("Craig Ashworth", Outcome.FEEDBACK, FRIDAY, 11, incoming=True))
    assert steps(office) == [(WEDNESDAY, "", "Nigel Pybus"), (FRIDAY, "", "Craig Ashworth")]
    office.call("ACME", talk("Nigel", Outcome.ALL_WELL, LATER))
    assert steps(office) == [(FRIDAY, "", "Craig Ashworth"), (LATER, "", "Nigel")]
    office.on(FRIDAY).call("ACME", talk("Olga", Outcome.CALL_BACK, LATER, incoming=True))
    assert [step[2] for step in steps(office)] == ["Craig Ashworth", "Nigel", "Olga"]
    office.call("ACME", talk("Olga", Outcome.ALL_WELL, None))  # we rang them on the day
    assert [step[2] for step in steps(office)] == ["Nigel"]


def test_a_talk_ticks_off_what_was_due_and_not_what_was_put_in_for_later(office: Office) -> None:
    owing(office, "ACME", 50_000)
    put_in(office, MONDAY, "due")
    put_in(office, THURSDAY, "ask about lintels")
    office.call("ACME", talk("Ann", Outcome.ALL_WELL, LATER, incoming=True))
    assert steps(office) == [(THURSDAY, "ask about lintels", ""), (LATER, "", "Ann")]


def test_a_try_that_was_a_talk_answers_what_it_had_moved_on(office: Office) -> None:
    owing(office, "ACME", 50_000)
    office.call("ACME", talk("Nigel", Outcome.CALL_BACK, TUESDAY, 10))
    tried = calls(office.on(TUESDAY)).attempt("ACME").id
    right = Correction(Outcome.ALL_WELL, note="he rang back at once", with_name="Nigel Pybus")
    Corrections(office.gateway, office.clock).correct(tried, right)
    assert steps(office) == []


def test_a_try_after_which_nothing_is_to_follow_ends_what_was_due(office: Office) -> None:
    owing(office, "ACME", 50_000)
    put_in(office, MONDAY, "due")
    put_in(office, THURSDAY, "later")
    calls(office).record("ACME", CallNote("", Outcome.NO_ANSWER, "", none_because="closed"))
    assert steps(office) == [(THURSDAY, "later", "")]


def test_it_is_said_beforehand_what_a_talk_takes_the_place_of(office: Office) -> None:
    owing(office, "ACME", 50_000)
    office.call("ACME", talk("Nigel Pybus", Outcome.CALL_BACK, WEDNESDAY, 10))
    put_in(office, MONDAY, "due")
    put_in(office, THURSDAY, "later")
    told = calls(office).answered("ACME", talk("Nigel", Outcome.ALL_WELL, LATER))
    assert [(task.day, task.note) for task in told.done] == [(MONDAY, "due"), (WEDNESDAY, "")]
    assert told.again == ()
    tried = calls(office).answered("ACME", IN_VAIN)
    assert [task.note for task in tried.again] == ["due"]
    assert tried.done == ()


def test_undoing_a_try_has_all_as_it_was(office: Office) -> None:
    owing(office, "ACME", 50_000)
    put_in(office, MONDAY, "due", What.FOLLOW_UP)
    before = _steps(office)
    tried = calls(office).record("ACME", IN_VAIN).id
    assert recorded_call(tried) is not None
    calls(office).undo(tried)
    assert _steps(office) == before
