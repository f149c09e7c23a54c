"""A next step in a line: what it is, when, and whether its day has passed."""

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
        (AGREED._replace(agreed=False), "Our next try"),
        (AGREED._replace(agreed=False, interaction_id=None, about=About.OWN), "Call"),
        (AGREED._replace(kind="check_money"), "Look for the money"),
        (AGREED._replace(kind="other"), "Follow up"),
        (AGREED._replace(kind="other", about=About.VISIT), "Visit"),
        (AGREED._replace(kind="other", about=About.VISIT_REPORT), "Write the report of the visit"),
        (AGREED._replace(note="ask Helen"), "Call back: ask Helen"),
    ],
)
def test_every_step_says_what_it_is(task: TaskRow, title: str) -> None:
    assert step_title(task, EN) == title


@pytest.mark.parametrize("about", About)
def test_none_is_without_words(about: About) -> None:
    for kind in ("call_back", "check_money", "other"):
        assert step_title(AGREED._replace(kind=kind, about=about), EN)


def test_when_it_is_with_its_hour() -> None:
    at = AGREED._replace(day=date(2026, 11, 24), at=time(15))
    assert step_when(at, EN, TODAY).replace("\u00a0", " ") == "Tue 24 Nov, 15:00"
    assert step_when(at._replace(at=None), EN, TODAY).replace("\u00a0", " ") == "Tue 24 Nov"
