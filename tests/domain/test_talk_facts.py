"""What to know before a talk: whom we reached, and what they were told."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.contact_details import Told
from creditmate.domain.outcomes import Outcome
from creditmate.domain.rows import InteractionRow
from creditmate.domain.talk_facts import (
    Expectation,
    Printed,
    TalkFacts,
    Tried,
    WasTold,
    talks_and_tries,
)

DAY = date(2026, 11, 18)


def contact(
    id_: int, outcome: str, channel: str = "call", direction: str = "out"
) -> InteractionRow:
    day = date(2026, 11, 28 - id_)
    return InteractionRow(id_, 1, channel, direction, day, "Ann", outcome, "", None, "")


def test_attempts_in_vain_do_not_fill_the_three() -> None:
    """Newest first: two attempts, a talk, a voicemail, a letter, they rang, one talk too many."""
    rows = [
        contact(1, "no_answer"),
        contact(2, "busy"),
        contact(3, "will_pay"),
        contact(4, "voicemail"),
        contact(5, "no_answer", "letter"),
        contact(6, "no_answer", "call", "in"),
        contact(7, "will_pay"),
    ]
    talks, tried = talks_and_tries(rows, 3)
    assert [row.id for row in talks] == [3, 5, 6]
    assert tried == Tried(2, date(2026, 11, 27))


def test_nobody_was_ever_reached() -> None:
    assert talks_and_tries([contact(1, "away")], 3) == ((), Tried(1, date(2026, 11, 27)))
    assert talks_and_tries([], 3) == ((), Tried(0, None))


@given(st.lists(st.sampled_from(list(Outcome)), max_size=12), st.integers(1, 4))
def test_talks_are_the_first_of_those_that_are_no_attempts(
    outcomes: list[Outcome], wanted: int
) -> None:
    rows = [contact(place + 1, outcome.value) for place, outcome in enumerate(outcomes)]
    talks, tried = talks_and_tries(rows, wanted)
    spoken = [row for row in rows if Outcome(row.outcome).reached]
    assert list(talks) == spoken[:wanted]
    before = rows.index(spoken[0]) if spoken else len(rows)
    assert tried.count == before


@pytest.mark.parametrize(
    ("told", "printed", "fair"),
    [
        (None, None, False),
        (WasTold(DAY, "Ann", "call", (Told.TERMS,)), None, False),
        (WasTold(DAY, "Ann", "call", (Told.TERMS, Told.DUE_DATE)), None, True),
        (None, Printed("4711", DAY, DAY), True),
    ],
)
def test_what_we_expect_is_fair_once_the_due_day_was_told_or_printed(
    told: WasTold | None, printed: Printed | None, fair: bool
) -> None:
    assert Expectation(told, printed).is_fair is fair


def test_who_tried_and_who_calls_is_known_later() -> None:
    facts = TalkFacts().by(Tried(1, DAY), TalkFacts().us)
    assert facts.tried == Tried(1, DAY)
    assert facts.room == TalkFacts().room
