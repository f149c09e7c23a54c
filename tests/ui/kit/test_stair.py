from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from creditmate.ui.kit.mood_line import MoodLine
from creditmate.ui.kit.stair import AgeingStair, Step, paint_stair, step_widths
from creditmate.ui.kit.stair_legend import StairLegend
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import LIGHT, STAIR_LARGE, STAIR_SMALL
from tests.ui.kit.looking import has_colour, picture, shown, spoken_name

STEPS = (
    Step(0, "Not due", "2,412.00", 241200),
    Step(1, "1–30", "3,144.00", 314400),
    Step(2, "31–60", "–", 0),
    Step(3, "61–90", "0.01", 1),
    Step(4, "91+", "–", 0),
)
SPOKEN = "Not due 2,412.00; 1–30 3,144.00; 31–60 –; 61–90 0.01; 91+ –"


@given(st.lists(st.integers(0, 10**12), min_size=5, max_size=5), st.integers(60, 400))
def test_widths_fill_the_room_and_nothing_owed_is_lost(amounts: list[int], room: int) -> None:
    widths = step_widths(amounts, room, STAIR_LARGE)
    filled = [width for width in widths if width]
    assert [bool(width) for width in widths] == [bool(amount) for amount in amounts]
    assert not filled or sum(filled) + STAIR_LARGE.gap * (len(filled) - 1) == room
    assert all(width >= STAIR_LARGE.least_width for width in filled)


def test_a_penny_is_seen() -> None:
    assert step_widths([1, 10**9], 96, STAIR_SMALL) == [3, 91]


def drawn(theme: Theme, direction: Qt.LayoutDirection) -> QImage:
    """Return a small stair."""
    image = QImage(96, 12, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surface))
    painter = QPainter(image)
    painter.setLayoutDirection(direction)
    paint_stair(painter, QRect(0, 0, 96, 12), theme, STEPS, STAIR_SMALL)
    painter.end()
    return image


def heights(image: QImage, x: int) -> int:
    """Return how many pixels of a column are painted."""
    empty = QColor(LIGHT.surface)
    return sum(image.pixelColor(x, y) != empty for y in range(image.height()))


def test_older_steps_are_taller_and_stand_on_one_line(theme: Theme) -> None:
    image = drawn(theme, Qt.LayoutDirection.LeftToRight)
    assert [heights(image, x) for x in (10, 60, 94)] == [4, 6, 10]
    assert image.pixelColor(10, 10).name().upper() == LIGHT.ramp[0]
    assert image.pixelColor(60, 10).name().upper() == LIGHT.ramp[1]


def test_not_due_stands_where_reading_begins(theme: Theme) -> None:
    image = drawn(theme, Qt.LayoutDirection.RightToLeft)
    assert [heights(image, x) for x in (85, 40, 1)] == [4, 6, 10]


def test_no_stair_without_its_figures(theme: Theme, qtbot: QtBot) -> None:
    stair, legend = AgeingStair(theme, STEPS), StairLegend(theme, STEPS)
    shown(qtbot, stair, legend)
    assert spoken_name(stair) == stair.toolTip() == spoken_name(legend) == SPOKEN
    assert all(has_colour(legend, colour) for colour in LIGHT.ramp)
    stair.show_steps(STEPS[:1])
    legend.show_steps(STEPS[:1])
    assert spoken_name(stair) == spoken_name(legend) == "Not due 2,412.00"


def test_long_labels_take_a_second_row(theme: Theme, qtbot: QtBot) -> None:
    longer = [step._replace(label=step.label + " noch nicht fällig") for step in STEPS]
    legend = StairLegend(theme, longer)
    shown(qtbot, legend, width=360)
    one_row = legend.sizeHint().height()
    assert legend.heightForWidth(legend.sizeHint().width()) == one_row
    assert legend.heightForWidth(300) > 2 * one_row


def test_a_cooling_mood_ends_in_warning(theme: Theme, qtbot: QtBot) -> None:
    line = MoodLine(theme, (3, 3, 2, 1), 4, "Mood: cooling")
    shown(qtbot, line)
    assert has_colour(line, LIGHT.warning)
    line.show_moods((1, 3), "Mood: warming")
    assert has_colour(line, LIGHT.positive)
    assert spoken_name(line) == "Mood: warming"
    line.show_moods((2, 2), "Mood: steady")
    assert not has_colour(line, LIGHT.warning)
    line.show_moods((), "No calls yet")
    assert len({picture(line).pixelColor(x, 10).name() for x in range(line.width())}) == 1
