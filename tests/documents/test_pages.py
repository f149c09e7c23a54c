"""Splitting rows over pages."""

from hypothesis import given
from hypothesis import strategies as st

from creditmate.documents.statement_pages import Span, split_rows

FIRST, LATER, PITCH, LAST_ROW, END = 114.5, 54.0, 5.0, 262.0, 149.2


def split(extras: list[float]) -> list[Span]:
    return split_rows(extras, FIRST, LATER, PITCH, LAST_ROW, END)


@given(st.lists(st.sampled_from([0.0, 0.0, 0.0, 4.5, 9.0, 30.0]), max_size=120))
def test_every_row_stands_once_and_nothing_overflows(extras: list[float]) -> None:
    spans = split(extras)
    assert [row for span in spans for row in range(span.start, span.end)] == list(
        range(len(extras))
    )
    for number, span in enumerate(spans):
        rows = extras[span.start : span.end]
        top = LATER if number else FIRST
        foot = top + (len(rows) - 1) * PITCH + sum(rows)
        last = number == len(spans) - 1
        assert foot <= (END if last else LAST_ROW) or not rows
        if last and number:
            assert len(rows) >= 2 or extras[-2] + extras[-1] + PITCH > END - LATER


def test_six_items_and_a_note_stay_on_one_page_with_the_slip() -> None:
    assert split([4.5, 4.5, 0, 0, 0, 0]) == [(0, 6)]
    assert split([4.5, 0, 0, 0, 0, 0, 0]) == [(0, 7)]


def test_one_row_more_takes_another_with_it() -> None:
    assert split([0.0] * 8) == [(0, 6), (6, 8)]
