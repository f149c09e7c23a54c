"""A line of Today in two parts, and the words round it."""

from datetime import date, time

import pytest

from creditmate.domain.day_plan import Act, Group, Sort
from creditmate.domain.money import Money
from creditmate.domain.work_reasons import Reason, ReasonCode
from creditmate.domain.worklist import Channel, Kind, Line
from creditmate.i18n.day_progress import progress_words
from creditmate.i18n.work_words import (
    act_words,
    group_words,
    line_words,
    side_words,
    sort_words,
)

TODAY = date(2026, 11, 23)
GBP = Money(421_260, "GBP")
LATE = Reason(ReasonCode.SLOWER_THAN_USUAL, days=18)
USUAL = Reason(ReasonCode.USUALLY_LATE, days=6)
SHARE = Reason(ReasonCode.LATE_SHARE, times=7, of=9)
SILENT = Reason(ReasonCode.SILENCE, days=12)
UNMATCHED = Reason(ReasonCode.UNMATCHED, amount=GBP)


def a_line(*reasons: Reason, channel: Channel = Channel.CALL, at: time | None = None) -> Line:
    return Line(1, Kind.FOLLOW_UP, channel, reasons, (GBP,), (), 18, None, at)


def said(*reasons: Reason) -> tuple[str, str]:
    words = line_words(a_line(*reasons), "en_GB", "en_GB", TODAY)
    return words.mark, words.rest.replace("\u00a0", " ")


@pytest.mark.parametrize(("reasons", "expected"), [
    (
        (Reason(ReasonCode.PROMISE_BROKEN, amount=GBP, day=date(2026, 11, 18)), LATE, SILENT),
        ("Date passed", "£4,212.60 by 18 Nov, nothing received"),
    ),
    (
        (Reason(ReasonCode.OURS_LATE, day=date(2026, 11, 20), words="Corrected {invoice}"),),
        ("We are late", "Corrected {invoice}, promised by 20 Nov"),
    ),
    (
        (Reason(ReasonCode.CALL_BACK, at=time(9, 30), words="Gwen is back"),),
        ("Call back at 09:30", "Gwen is back"),
    ),
    (
        (Reason(ReasonCode.CALL_BACK, at=time(9, 30), person="Gwen", named=True),),
        ("Call back at 09:30", "Gwen"),
    ),
    (
        (Reason(ReasonCode.PLANNED_CALL, day=date(2026, 11, 20), days=3, at=time(9, 30)),),
        ("Planned call, for 20\u00a0Nov", ""),
    ),
    ((Reason(ReasonCode.CALL_BACK), SILENT), ("Call back as agreed", "no contact for 12 days")),
    ((LATE, USUAL, SHARE, SILENT), (
        "Slower than usual", "usually pays 6 days late; no contact for 12 days")),
    ((LATE, SHARE, SILENT, UNMATCHED), (
        "Slower than usual", "late 7 of the last 9; no contact for 12 days")),
    ((UNMATCHED, LATE), (
        "Slower than usual", "£4,212.60 received or credited, not matched: match first")),
    ((Reason(ReasonCode.DUE_SOON, day=date(2026, 11, 29)), USUAL), (
        "Courtesy call", "due 29 Nov; usually pays 6 days late")),
    ((LATE,), ("Slower than usual", "")),
    ((SILENT,), ("Follow-up call", "")),
])  # fmt: skip
def test_a_line_says_first_what_it_is_there_for(
    reasons: tuple[Reason, ...], expected: tuple[str, str]
) -> None:
    assert said(*reasons) == expected


@pytest.mark.parametrize("code", list(ReasonCode))
def test_every_reason_has_words_with_every_fact_filled(code: ReasonCode) -> None:
    mark, rest = said(Reason(code, GBP, GBP, TODAY, time(9), 3, 2, 5, "note"))
    assert mark
    assert "{" not in mark + rest


def test_every_part_of_the_day_every_sort_and_every_act_has_a_name() -> None:
    for names in (
        [group_words(group, "en") for group in Group],
        [sort_words(sort, "en") for sort in Sort],
        [act_words(act, "", "en") for act in Act],
        [side_words(a_line(channel=channel), "en") for channel in Channel],
    ):
        assert all(names)
        assert len(set(names)) == len(names)


def test_the_hour_that_was_agreed_stands_at_the_side() -> None:
    assert side_words(a_line(at=time(9, 30)), "en") == "09:30"


def test_only_a_call_is_to_somebody() -> None:
    assert act_words(Act.CALL, "Daniel Marsh", "en") == "Call Daniel Marsh"
    assert act_words(Act.STATEMENT, "Daniel Marsh", "en") == "Prepare a statement"


@pytest.mark.parametrize(("done", "left", "expected"), [
    (0, 12, "12 to go"),
    (2, 12, "2 done, 12 to go"),
    (14, 0, "All 14 done"),
])  # fmt: skip
def test_how_far_the_day_is(done: int, left: int, expected: str) -> None:
    assert progress_words(done, left, "en", "en_GB") == expected


def test_on_stop_is_said_first_with_its_reason_whatever_else_there_is() -> None:
    stop = Reason(ReasonCode.ON_STOP, words="cheque came back")
    mark, rest = said(LATE, USUAL, SHARE, SILENT, stop)
    assert (mark, rest.split("; ")[0]) == (
        "Slower than usual",
        "on stop: cheque came back",
    )
    broken = Reason(ReasonCode.PROMISE_BROKEN, amount=GBP, day=date(2026, 11, 18))
    assert said(broken, LATE, stop)[1].endswith("nothing received; on stop: cheque came back")
    assert said(LATE, Reason(ReasonCode.ON_STOP))[1] == "on stop"
