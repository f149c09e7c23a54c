"""What is observed on visits: counted, and followed from one to the next.

Worked example, mock-up paper-07: on 11 June order was better, suppliers worse, references better,
site and records not seen, the rest the same.
"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.visit_observations import (
    Course,
    Observation,
    Observed,
    Seen,
    Topic,
    picture,
)

JUNE, DECEMBER = date(2026, 6, 11), date(2026, 12, 3)


def observed(day: date, **found: Seen) -> Observed:
    return Observed(day, tuple(Observation(Topic(name), seen) for name, seen in found.items()))


IN_JUNE = Observed(
    JUNE,
    tuple(
        Observation(topic, {
            Topic.ORDER: Seen.BETTER, Topic.SUPPLIERS: Seen.WORSE, Topic.REFERENCES: Seen.BETTER,
            Topic.SITE: Seen.NOT_SEEN, Topic.RECORDS: Seen.NOT_SEEN,
        }.get(topic, Seen.SAME))
        for topic in Topic
    ),
)  # fmt: skip
MARKS = st.lists(
    st.builds(
        Observed,
        st.dates(date(2024, 1, 1), date(2026, 12, 31)),
        st.lists(
            st.builds(Observation, st.sampled_from(Topic), st.sampled_from(Seen)),
            max_size=13,
            unique_by=lambda one: one.topic,
        ).map(tuple),
    ),
    min_size=1,
    max_size=6,
    unique_by=lambda visit: visit.day,
)


def test_the_list_is_the_one_on_paper() -> None:
    assert len(Topic) == 13
    assert (next(iter(Topic)), list(Topic)[-1]) == (Topic.STOCK, Topic.TONE)


def test_without_visits_there_is_nothing_to_see() -> None:
    assert picture([]) is None


def test_a_first_visit_stands_alone() -> None:
    found = picture([IN_JUNE])
    assert found is not None
    assert (found.day, found.last_day) == (JUNE, None)
    assert found.better == (Topic.ORDER, Topic.REFERENCES)
    assert found.worse == (Topic.SUPPLIERS,)
    assert found.worse_again == ()
    assert found.course is Course.MENDING


def test_a_second_visit_is_held_against_the_first() -> None:
    december = observed(
        DECEMBER, suppliers=Seen.WORSE, stock=Seen.WORSE, order=Seen.SAME, records=Seen.BETTER
    )
    found = picture([december, IN_JUNE])
    assert found is not None
    assert (found.day, found.last_day) == (DECEMBER, JUNE)
    by_topic = {one.topic: one for one in found.topics}
    assert found.worse == (Topic.STOCK, Topic.SUPPLIERS)
    assert found.worse_again == (Topic.SUPPLIERS,)
    assert by_topic[Topic.SUPPLIERS].level == -2
    assert not by_topic[Topic.SUPPLIERS].turned
    assert by_topic[Topic.ORDER].turned
    assert by_topic[Topic.RECORDS].before is None
    assert not by_topic[Topic.RECORDS].turned
    assert by_topic[Topic.TRADE].now is None
    assert by_topic[Topic.TRADE].before_day == JUNE
    assert found.course is Course.SLIPPING


@pytest.mark.parametrize(("marks", "course"), [
    ({}, Course.UNSEEN),
    ({"stock": Seen.NOT_SEEN}, Course.UNSEEN),
    ({"stock": Seen.SAME}, Course.STEADY),
    ({"stock": Seen.WORSE}, Course.ONE_SIGN),
    ({"stock": Seen.WORSE, "trade": Seen.BETTER}, Course.STEADY),
    ({"stock": Seen.WORSE, "trade": Seen.WORSE}, Course.SLIPPING),
    ({"stock": Seen.WORSE, "trade": Seen.WORSE, "site": Seen.BETTER}, Course.SLIPPING),
    ({"stock": Seen.BETTER}, Course.MENDING),
])  # fmt: skip
def test_one_sign_alone_is_not_a_fall(marks: dict[str, Seen], course: Course) -> None:
    found = picture([observed(JUNE, **marks)])
    assert found is not None
    assert found.course is course


@given(MARKS)
def test_a_visit_that_saw_nothing_changes_no_height(visits: list[Observed]) -> None:
    blank = Observed(
        max(visit.day for visit in visits) + timedelta(1),
        tuple(Observation(topic, Seen.NOT_SEEN) for topic in Topic),
    )
    before, after = picture(visits), picture([*visits, blank])
    assert before is not None
    assert after is not None
    assert [one.level for one in before.topics] == [one.level for one in after.topics]
    assert after.course is Course.UNSEEN
    assert after.worse_again == ()


@given(MARKS)
def test_heights_and_runs_are_those_of_the_marks(visits: list[Observed]) -> None:
    found = picture(list(reversed(visits)))
    assert found is not None
    assert found == picture(visits)
    for one in found.topics:
        assert one.worse_in_a_row <= sum(
            each.topic is one.topic and each.seen is Seen.WORSE
            for visit in visits
            for each in visit.observations
        )
        assert abs(one.level) <= len(visits)
    assert set(found.worse_again) <= set(found.worse)
