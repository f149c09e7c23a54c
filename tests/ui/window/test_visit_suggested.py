"""The list of suggestions: why, said whole, and sums of what its columns show."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics

from creditmate.domain.money import Money, totals_by_currency
from creditmate.domain.visits import VisitPurpose
from creditmate.i18n.formats import money
from creditmate.i18n.visit_words import visit_reason_words
from creditmate.ui.kit.told_table import ToldTable
from creditmate.ui.screens.visits import VisitsScreen
from creditmate.ui.theme.tokens import SIZES, Type
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


def test_every_reason_stands_whole_below_the_name(office: Office, suggested: VisitsScreen) -> None:
    listed, language = suggested.lists.suggestions, office.around.language
    assert isinstance(listed.table, ToldTable)
    painter = listed.table.painter
    metrics = QFontMetrics(office.around.theme.font(Type.SMALL))
    for place, one in enumerate(listed.items):
        said = listed.told(place)
        assert said.split("; ") == [
            visit_reason_words(why, language, "en_GB") for why in one.made.reasons
        ]
        room = QRect(0, 0, painter.room().width(), 10_000)
        high = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), said).height()
        assert listed.table.rowHeight(place) >= SIZES.table_row + high
        spoken = listed.table.model().index(place, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert said in spoken
    assert max(len(one.made.reasons) for one in listed.items) > 1


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


def test_the_sum_stands_below_its_column(office: Office, suggested: VisitsScreen) -> None:
    table = suggested.lists.suggestions.table
    bar, last = suggested.totals, suggested.totals.figures[-1]
    assert last.title == "At stake"
    edge = bar.edge_of(last.under)
    assert edge is not None
    titles = [table.model().headerData(at, Qt.Orientation.Horizontal) for at in range(5)]
    at = titles.index("At stake, £")
    left = table.columnViewportPosition(at)
    assert left < edge <= left + table.columnWidth(at)
    place = bar._below(bar.rect(), last, bar.figures[:-1])
    assert place is not None
    assert place.right() + 1 == edge
