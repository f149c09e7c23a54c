"""A next step in a line: what it is, when, and whether its day has passed."""

from dataclasses import replace
from datetime import date, time

import pytest

from creditmate.domain.next_steps import About
from creditmate.domain.rows import TaskRow
from creditmate.i18n.next_step_words import step_title, step_when

EN, TODAY = "en_GB", date(2026, 11, 23)
AGREED = TaskRow(1, 1, "call_back", TODAY, "", TODAY, 7, agreed=True)


@pytest.mark.parametrize(
    ("task", "title"),
    [
        (AGREED, "Call back"),
        (replace(AGREED, agreed=False), "Our next try"),
        (replace(AGREED, agreed=False, interaction_id=None, about=About.OWN), "Call"),
        (replace(AGREED, kind="check_money"), "Look for the money"),
        (replace(AGREED, kind="other"), "Follow up"),
        (replace(AGREED, kind="other", about=About.VISIT), "Visit"),
        (replace(AGREED, kind="other", about=About.VISIT_REPORT), "Write the report of the visit"),
        (replace(AGREED, note="ask Helen"), "Call back: ask Helen"),
    ],
)
def test_every_step_says_what_it_is(task: TaskRow, title: str) -> None:
    assert step_title(task, EN) == title


@pytest.mark.parametrize("about", About)
def test_none_is_without_words(about: About) -> None:
    for kind in ("call_back", "check_money", "other"):
        assert step_title(replace(AGREED, kind=kind, about=about), EN)


def test_when_it_is_with_its_hour() -> None:
    at = replace(AGREED, day=date(2026, 11, 24), at=time(15))
    assert step_when(at, EN, TODAY).replace("\u00a0", " ") == "Tue 24 Nov, 15:00"
    assert step_when(replace(at, at=None), EN, TODAY).replace("\u00a0", " ") == "Tue 24 Nov"
