"""Cards of which one is chosen, with real keys."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from creditmate.ui.kit.radio_card import RadioCard
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import LIGHT, SIZES
from tests.ui.kit.looking import has_colour, role, shown, spoken_name


def cards(theme: Theme, qtbot: QtBot) -> tuple[RadioCard, RadioCard]:
    first = RadioCard(theme, Glyph.SAMPLE, "Look round", "An invented business.")
    second = RadioCard(theme, Glyph.NEW_LEDGER, "Start empty", "Add customers as you go.")
    shown(qtbot, first, second)
    first.setChecked(True)
    return first, second


def test_arrows_choose_and_exclude(theme: Theme, qtbot: QtBot) -> None:
    first, second = cards(theme, qtbot)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert (first.isChecked(), second.isChecked()) == (False, True)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Up)
    assert first.isChecked()


def test_enter_goes_on_with_the_card_one_is_on(theme: Theme, qtbot: QtBot) -> None:
    _, second = cards(theme, qtbot)
    second.setFocus()
    with qtbot.waitSignal(second.entered):
        QTest.keyClick(second, Qt.Key.Key_Return)
    assert second.isChecked()


def test_a_click_anywhere_on_it_chooses(theme: Theme, qtbot: QtBot) -> None:
    _, second = cards(theme, qtbot)
    at = QPoint(second.width() - 4, second.height() - 4)
    QTest.mouseClick(second, Qt.MouseButton.LeftButton, pos=at)
    assert second.isChecked()


def test_it_is_read_out_as_what_it_is(theme: Theme, qtbot: QtBot) -> None:
    first, _ = cards(theme, qtbot)
    assert role(first) == QAccessible.Role.RadioButton
    assert spoken_name(first) == "Look round"
    assert first.accessibleDescription() == "An invented business."


def test_the_chosen_one_is_framed_in_the_accent(theme: Theme, qtbot: QtBot) -> None:
    first, second = cards(theme, qtbot)
    assert has_colour(first, LIGHT.accent)
    assert not has_colour(second, LIGHT.accent)


def test_its_words_are_never_cut(theme: Theme, qtbot: QtBot) -> None:
    first, _ = cards(theme, qtbot)
    longer = RadioCard(theme, Glyph.SAMPLE, "Look round", "An invented business, much longer.")
    assert longer.minimumSizeHint().width() > first.minimumSizeHint().width()
    assert longer.minimumSizeHint().height() == SIZES.card
