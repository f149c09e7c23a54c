"""The work list's words."""

from datetime import date, time

import pytest

from creditmate.domain.money import Money
from creditmate.domain.priority import Part, ScorePart
from creditmate.domain.work_reasons import Reason, ReasonCode
from creditmate.domain.worklist import Channel, Kind
from creditmate.i18n.reasons import channel_words, kind_words, part_words, reason_words

TODAY = date(2026, 11, 23)
DAY = date(2026, 11, 18)
GBP = Money(421_260, "GBP")


def _words(reason: Reason) -> str:
    return reason_words(reason, "en_GB", "en_GB", TODAY).replace("\u00a0", " ")


@pytest.mark.parametrize(("reason", "expected"), [
    (
        Reason(ReasonCode.PROMISE_BROKEN, amount=GBP, day=DAY),
        "Date passed: £4,212.60 by 18 Nov, nothing received",
    ),
    (
        Reason(ReasonCode.PROMISE_PART_KEPT, amount=GBP, came=Money(10_000, "GBP"), day=DAY),
        "Part came: £100.00 of £4,212.60 promised by 18 Nov",
    ),
    (Reason(ReasonCode.OVERDUE, days=1), "1 day late"),
    (Reason(ReasonCode.OVERDUE, days=1200), "1,200 days late"),
    (Reason(ReasonCode.USUALLY_LATE, days=6), "usually pays 6 days late"),
    (Reason(ReasonCode.LATE_SHARE, times=7, of=9), "late 7 of the last 9"),
    (Reason(ReasonCode.CALL_BACK, day=DAY), "Call back as agreed"),
    (Reason(ReasonCode.CALL_BACK, day=DAY, at=time(9, 30)), "Call back at 09:30"),
    (Reason(ReasonCode.CALL_BACK, day=DAY, words="{back}"), "Call back: {back}"),
    (
        Reason(ReasonCode.CALL_BACK, day=DAY, at=time(9, 30), words="back from leave"),
        "Call back at 09:30: back from leave",
    ),
    (
        Reason(ReasonCode.CALL_BACK, day=DAY, at=time(9, 30), person="Gwen Lloyd", named=True),
        "Call back Gwen Lloyd at 09:30",
    ),
    (
        Reason(ReasonCode.CALL_BACK, day=DAY, hard=True, person="Gwen Lloyd", named=True),
        "Speak again with Gwen Lloyd about what is possible",
    ),
    (Reason(ReasonCode.PLANNED_CALL, day=DAY, days=2), "You planned to call on 18 Nov"),
    (
        Reason(ReasonCode.PLANNED_CALL, day=DAY, days=2, at=time(9, 30), words="the grant"),
        "You planned to call on 18 Nov, 09:30: the grant",
    ),
    (
        Reason(ReasonCode.OURS_LATE, day=date(2025, 12, 30), words="copy"),
        "We are late: copy, promised by 30 Dec 2025",
    ),
    (
        Reason(ReasonCode.MATCH_RECEIPT, amount=GBP),
        "Match first: £4,212.60 is covered by money or credit received",
    ),
    (
        Reason(ReasonCode.UNMATCHED, amount=GBP),
        "£4,212.60 received or credited, not matched: match first",
    ),
])  # fmt: skip
def test_a_reason_reads_as_people_say_it(reason: Reason, expected: str) -> None:
    assert _words(reason) == expected


@pytest.mark.parametrize("code", list(ReasonCode))
def test_every_code_has_words_with_every_fact_filled(code: ReasonCode) -> None:
    text = _words(Reason(code, GBP, GBP, DAY, time(9), 3, 2, 5, "note"))
    assert text
    assert "{" not in text


def test_every_channel_kind_and_part_has_words() -> None:
    for words in (
        [channel_words(channel, "en") for channel in Channel],
        [kind_words(kind, "en") for kind in Kind],
        [part_words(Part(code, 2.0), "en", "en_GB") for code in ScorePart],
    ):
        assert len(set(words)) == len(words)


def test_points_are_told_whole() -> None:
    assert part_words(Part(ScorePart.SUM, 24.4), "en", "en_GB") == "Sum 24"
    assert part_words(Part(ScorePart.SPOKEN, -10.0), "en", "en_GB") == "Spoken to lately −10"
