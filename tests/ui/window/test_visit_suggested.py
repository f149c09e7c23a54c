"""The list of suggestions: why, said whole, and sums of what its columns show."""

import pytest
from PySide6.QtCore import Qt

from creditmate.domain.money import Money, totals_by_currency
from creditmate.domain.visits import VisitPurpose
from creditmate.i18n.formats import money
from creditmate.ui.screens.visits import VisitsScreen
from creditmate.ui.visits.list_state import Show
from creditmate.ui.wishes import OpenPlace
from tests.ui.window.conftest import Office


@pytest.fixture
def suggested(office: Office) -> VisitsScreen:
    office.window.fulfil(OpenPlace("visits"))
    shown = office.window.screen_shown
    assert isinstance(shown, VisitsScreen)
    shown.turn_to(Show.SUGGESTIONS)
    office.until(lambda: shown.lists.suggestions.items and shown.show_now is Show.SUGGESTIONS)
    shown.begin()
    return shown


def test_every_reason_of_whom_one_is_on_is_said_whole(
    office: Office, suggested: VisitsScreen
) -> None:
    office.until(suggested.why.isVisible)
    listed = suggested.lists.suggestions
    for one in listed.items:
        office.until(lambda one=one: suggested.why.text().startswith(one.name))  # type: ignore[misc]
        assert suggested.why.text().count(";") == len(one.made.reasons) - 1
        office.press(Qt.Key.Key_Down)
    assert max(len(one.made.reasons) for one in listed.items) > 1
    suggested.turn_to(Show.UPCOMING)
    office.until(lambda: not suggested.why.isVisible())


def test_the_sum_below_is_that_of_its_column(office: Office, suggested: VisitsScreen) -> None:
    ones = suggested.lists.suggestions.items
    stakes: list[Money] = [
        one.made.stake for one in ones if one.made.purpose is not VisitPurpose.STAY_WELL
    ]
    assert len(stakes) > 1
    (whole,) = totals_by_currency(stakes)
    shown = {figure.title: figure.lines for figure in suggested.totals.figures}
    assert shown["At stake"] == (money(whole, "en_GB", symbol=True),)
    office.until(lambda: not suggested.is_asking)
