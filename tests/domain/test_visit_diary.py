"""Visits in the diary's rules and on the day's list: the way takes room, steps are errands."""

from dataclasses import replace
from datetime import time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.agreed import errands_due
from creditmate.domain.diary import DiaryKind, overlaps
from creditmate.domain.diary_room import Free, free_times
from creditmate.domain.errands import Errand
from creditmate.domain.next_steps import About
from creditmate.domain.work_reasons import ReasonCode
from creditmate.domain.worklist import Channel, Kind, work_line
from tests.domain.diary_items import DAY, an_item
from tests.domain.worklist_cases import TODAY, case_of

OURS = (time(9), time(17, 30))
ONE = timedelta(days=1)
VISIT = an_item(1, at=time(10, 30), kind=DiaryKind.VISIT, minutes=60, travel=45)


def test_the_way_there_and_back_takes_room() -> None:
    assert free_times(DAY, [VISIT], OURS, 30) == (
        Free(time(9), time(9, 45)),
        Free(time(12, 15), time(17, 30)),
    )


def test_what_is_planned_on_the_way_overlaps() -> None:
    on_the_way_back = an_item(2, at=time(12))
    home_again = an_item(3, at=time(12, 15))
    before = an_item(4, at=time(9, 30))
    assert overlaps([VISIT, on_the_way_back]) == {"task-1": ("task-2",), "task-2": ("task-1",)}
    assert overlaps([VISIT, home_again]) == {}
    assert overlaps([before, VISIT]) == {"task-4": ("task-1",), "task-1": ("task-4",)}


def test_between_two_visits_the_longer_way_is_taken() -> None:
    next_one = replace(VISIT, id=2, at=time(12, 15), set_at=time(12, 15), travel=10)
    assert overlaps([VISIT, next_one]) == {}
    nearer = replace(next_one, at=time(12), set_at=time(12))
    assert set(overlaps([VISIT, nearer])) == {"task-1", "task-2"}


@given(
    ways=st.lists(
        st.builds(
            lambda id_, quarter, minutes, travel: an_item(
                id_, at=time(quarter // 4, quarter % 4 * 15), minutes=minutes, travel=travel
            ),
            st.integers(1, 10**6),
            st.integers(0, 95),
            st.integers(1, 120),
            st.integers(0, 90),
        ),
        max_size=8,
        unique_by=lambda item: item.key,
    )
)
def test_overlaps_with_ways_are_of_both_and_in_truth(ways: list) -> None:  # type: ignore[type-arg]
    said = overlaps(ways)
    pairs = {(a, b) for a, others in said.items() for b in others}
    truth = set()
    for a in ways:
        for b in ways:
            way = timedelta(minutes=max(a.travel, b.travel))
            apart = b.begins >= a.ends + way or a.begins >= b.ends + way
            one_after_the_other = a.begins < b.begins or b.begins < a.begins
            meets = a.begins < b.ends and b.begins < a.ends
            if a.key != b.key and ((not apart and one_after_the_other) or meets):
                truth.add((a.key, b.key))
    assert pairs == {(a, b) for b, a in pairs}
    assert pairs <= truth | {(a.key, b.key) for a in ways for b in ways if a.begins == b.begins}
    assert truth <= pairs


def test_steps_of_a_visit_stand_on_the_list_by_what_they_are() -> None:
    steps = (Errand(About.VISIT_AGENDA, TODAY), Errand(About.VISIT_STEP, TODAY, words="Samples"))
    line = work_line(case_of()._replace(errands=steps), TODAY)
    assert line is not None
    assert (line.kind, line.channel) == (Kind.VISIT, Channel.VISIT)
    told = [(reason.code, reason.words) for reason in line.reasons][:2]
    assert told == [
        (ReasonCode.VISIT_STEP, "visit_agenda"),
        (ReasonCode.VISIT_STEP, "Samples"),
    ]


def test_once_its_day_has_passed_the_report_is_left() -> None:
    report = Errand(About.VISIT_REPORT, TODAY - ONE)
    passed = (Errand(About.VISIT, TODAY - ONE), Errand(About.VISIT_AGENDA, TODAY - 7 * ONE), report)
    assert errands_due(case_of()._replace(errands=passed), TODAY) == [report]
    next_one = Errand(About.VISIT_AGENDA, TODAY)
    both = case_of()._replace(errands=(*passed, next_one))
    assert errands_due(both, TODAY) == [report, next_one]
    today = (Errand(About.VISIT, TODAY, time(10)), Errand(About.VISIT_REPORT, TODAY))
    assert len(errands_due(case_of()._replace(errands=today), TODAY)) == 2
