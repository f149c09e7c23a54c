"""Initials and the name above the places are whole, however large letters are."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from creditmate.ui.kit.portrait import PersonPortrait, Portrait
from creditmate.ui.kit.side_buttons import LedgerSwitch
from creditmate.ui.theme.theme import Appearance, Theme
from tests.ui.kit.looking import picture, shown

LARGE = 2.0


@pytest.mark.parametrize("kind", [Portrait, PersonPortrait])
def test_two_people_have_marks_of_their_own_at_any_size(
    qtbot: QtBot, theme: Theme, kind: type[Portrait] | type[PersonPortrait]
) -> None:
    theme.choose(Appearance.LIGHT, LARGE)
    first, second = kind(theme, "Moira Wulstan"), kind(theme, "Gavin Meadows")
    shown(qtbot, first, second)
    assert picture(first) != picture(second)


def test_a_name_that_is_too_high_with_its_kind_stands_alone(qtbot: QtBot, theme: Theme) -> None:
    theme.choose(Appearance.LIGHT, LARGE)
    switch = LedgerSwitch(theme, "Rookmere Joinery Supplies", "Sample", "")
    shown(qtbot, switch, width=192)
    switch.setFixedHeight(switch.sizeHint().height())
    edge = _colours(switch, 0) | _colours(switch, switch.height() - 1)
    assert len(edge) == 1, "nothing is written over the edge"
    assert switch.toolTip() == "Rookmere Joinery Supplies, Sample"


def _colours(widget: QWidget, row: int) -> set[int]:
    """What the middle of a row of its pixels is drawn with."""
    image = widget.grab().toImage()
    return {image.pixel(x, row) for x in range(50, image.width() - 50)}
