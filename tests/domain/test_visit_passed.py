"""A visit in the diary whose day has passed is no visit of today: how it went is to be told."""

from datetime import time

from creditmate.domain.errands import Errand
from creditmate.domain.next_steps import About
from creditmate.domain.work_reasons import ReasonCode
from creditmate.domain.worklist import Line, work_line
from creditmate.i18n.opening import goal_words, opening_words
from creditmate.i18n.reasons import reason_words
from creditmate.i18n.work_words import line_words
from tests.domain.worklist_cases import DAY, TODAY, case_of


def visit(ago: int) -> Line:
    errand = Errand(About.VISIT, TODAY - ago * DAY, time(10, 30), "See the new yard")
    line = work_line(case_of()._replace(errands=(errand,)), TODAY)
    assert line is not None
    assert line.reasons[0].code is (ReasonCode.VISIT_PASSED if ago else ReasonCode.VISIT)
    return line


def test_on_its_day_it_has_its_hour() -> None:
    line = visit(0)
    assert line.at == time(10, 30)
    assert "Visit at 10:30" in reason_words(line.reasons[0], "en", "en_GB", TODAY)
    assert "time still suit" in opening_words(line, "Huw", "en", "en_GB")


def test_afterwards_its_day_is_named_and_nobody_asks_whether_the_time_suits() -> None:
    line = visit(1)
    assert line.at is None
    said = reason_words(line.reasons[0], "en", "en_GB", TODAY)
    assert said.startswith("Visit was planned for ")
    assert said.endswith(": See the new yard")
    assert "planned for" in line_words(line, "en", "en_GB", TODAY).mark
    opening = opening_words(line, "Huw", "en", "en_GB")
    assert "planned for" in opening
    assert "still suit" not in opening
    assert "how it went" in goal_words(line, "en", "en_GB")
