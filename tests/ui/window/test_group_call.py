"""A call with a head office is about its whole group: one sum, one habit, wherever one looks."""

from collections.abc import Iterator

import pytest

from creditmate.domain.work_reasons import ReasonCode
from creditmate.i18n.formats import money
from creditmate.ui.brief.brief_widget import BriefWidget
from creditmate.ui.kit.figure_columns import FigureColumns
from creditmate.ui.kit.text import Paragraph, Text
from tests.ui.window.conftest import Office
from tests.ui.window.test_call import CallOffice, plain

HEAD = "KEST01"
"""Of the sample: £898.56 of its own are overdue, and £449.22 of a branch."""


@pytest.fixture
def call(office: Office) -> Iterator[CallOffice]:
    made = CallOffice(office)
    yield made
    made.window.screens.end()


def said(brief: BriefWidget) -> str:
    """What stands in a brief, the figures as they are read out."""
    found = [label.text() for label in brief.findChildren(Paragraph)]
    found += [label.text() for label in brief.findChildren(Text)]
    found += [figures.accessibleName() for figures in brief.findChildren(FigureColumns)]
    return plain("\n".join(found))


def test_beside_a_call_the_sums_are_those_of_the_goal(call: CallOffice) -> None:
    call.open(HEAD)
    brief = call.brief()
    assert brief.line is not None
    (asked,) = brief.line.amounts
    told = said(call.screen.page.brief)
    sums = [plain(money(one, "en_GB", symbol=True)) for one in (asked, brief.of_group[0].overdue)]
    assert f"Overdue {sums[1]}" in told
    assert sums[0] in told  # the goal
    own = brief.accounts[0].ageing.overdue
    assert own != brief.of_group[0].overdue
    assert brief.group is not None
    parts = [
        f"{part.name} {plain(money(one, 'en_GB', symbol=True))}"
        for part in brief.group.parts
        for one in part.overdue
    ]
    assert len(parts) > 1
    assert f"With its branches; overdue at {', '.join(parts)}." in told
    (usual,) = (why.days for why in brief.line.reasons if why.code is ReasonCode.USUALLY_LATE)
    assert f"The group usually pays {usual} days late" in told
    assert brief.lateness.usual_days != usual  # the head office's own is another one
