"""The line of steps says where one is."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from creditmate.ui.kit.step_line import StepLine
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import LIGHT
from tests.ui.kit.looking import picture, shown, spoken_name

STEPS = ("Choose the file", "Check the columns", "Dry run")


def test_the_present_step_is_read_out(theme: Theme, qtbot: QtBot) -> None:
    line = StepLine(theme, STEPS)
    shown(qtbot, line)
    line.show_step(1, "Step 2 of 3: Check the columns")
    assert line.at == 1
    assert spoken_name(line) == "Step 2 of 3: Check the columns"
    assert line.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_the_accent_moves_with_the_step(theme: Theme, qtbot: QtBot) -> None:
    line = StepLine(theme, STEPS)
    shown(qtbot, line)
    places = []
    for step in range(3):
        line.show_step(step, "")
        image = picture(line)
        row = image.height() // 2
        inked = [
            x
            for x in range(image.width())
            if image.pixelColor(x, row).name().upper() == LIGHT.accent
        ]
        places.append(min(inked))
    assert places == sorted(set(places))


def test_where_there_is_no_room_only_the_present_step_is_named(theme: Theme, qtbot: QtBot) -> None:
    line = StepLine(theme, STEPS)
    shown(qtbot, line, width=300)
    wide = StepLine(theme, STEPS)
    wide.resize(600, line.height())
    line.show_step(1, "")
    image = picture(line)
    last = [
        x
        for x in range(image.width())
        if image.pixelColor(x, image.height() // 2).name() != image.pixelColor(0, 0).name()
    ]
    assert max(last) < line.width()
