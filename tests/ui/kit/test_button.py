import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from creditmate.ui.kit.button import Button, IconButton, Kind, look
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Appearance, Theme
from creditmate.ui.theme.tokens import DARK, LIGHT, SIZES, Ground, Ink
from tests.ui.kit.looking import has_colour, role, shown, spoken_name


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_keys_press_it(key: Qt.Key, theme: Theme, qtbot: QtBot) -> None:
    button = Button(theme, "Print all", Kind.PRIMARY)
    shown(qtbot, button)
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)


def test_refused_it_says_why_and_does_nothing(theme: Theme, qtbot: QtBot) -> None:
    button = IconButton(theme, Glyph.PRINT, "Print")
    shown(qtbot, button)
    button.refuse("Nothing is chosen")
    with qtbot.assertNotEmitted(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert button.toolTip() == button.accessibleDescription() == "Nothing is chosen"
    button.allow()
    assert (button.toolTip(), button.isEnabled()) == ("Print", True)


def test_what_is_read_out(theme: Theme, qtbot: QtBot) -> None:
    button = Button(theme, "Call Daniel Marsh", Kind.PRIMARY, glyph=Glyph.CALL, keys="Enter")
    shown(qtbot, button)
    assert role(button) is QAccessible.Role.Button
    assert spoken_name(button) == "Call Daniel Marsh"
    button.rename("Check the letter")
    assert spoken_name(button) == button.text() == "Check the letter"


@pytest.mark.parametrize("kind", Kind)
def test_looks(kind: Kind) -> None:
    calm, hovered = look(kind, enabled=True, hovered=False), look(kind, enabled=True, hovered=True)
    assert calm != hovered or kind is Kind.LINK
    assert look(kind, enabled=False, hovered=True).ink is Ink.FAINT
    assert (calm.fill is Ground.ACCENT) is (kind is Kind.PRIMARY)


def test_it_follows_the_theme(theme: Theme, qtbot: QtBot) -> None:
    button = Button(theme, "Print all", Kind.PRIMARY)
    shown(qtbot, button)
    assert has_colour(button, LIGHT.accent)
    theme.choose(Appearance.DARK)
    assert has_colour(button, DARK.accent)


def test_sizes(theme: Theme, qtbot: QtBot) -> None:
    assert Button(theme, "Write").sizeHint().height() == SIZES.control
    assert IconButton(theme, Glyph.MORE, "More", small=True).sizeHint().width() == SIZES.target
    small = Button(theme, "Write").sizeHint().height()
    theme.choose(Appearance.LIGHT, text_scale=2)
    assert Button(theme, "Write").sizeHint().height() > small


def test_a_cap_goes_before_words_are_cut(qtbot: QtBot, theme: Theme) -> None:
    button = Button(theme, "Open the account", Kind.PRIMARY, keys="Enter")
    bare = Button(theme, "Open the account", Kind.PRIMARY)
    qtbot.addWidget(button)
    qtbot.addWidget(bare)
    assert button.minimumSizeHint() == bare.sizeHint()
    button.resize(bare.sizeHint())
    bare.resize(bare.sizeHint())
    assert button.grab().toImage() == bare.grab().toImage()
    button.resize(button.sizeHint())
    assert button.sizeHint().width() > bare.sizeHint().width()
    assert button.grab().toImage() != bare.grab().toImage()


def test_an_icon_alone_fades_while_it_cannot_be_pressed(theme: Theme, qtbot: QtBot) -> None:
    button = IconButton(theme, Glyph.OPEN_UP, "Before", Kind.QUIET)
    shown(qtbot, button)
    assert has_colour(button, LIGHT.muted)
    button.setEnabled(False)
    assert not has_colour(button, LIGHT.muted)
    assert not has_colour(button, LIGHT.faint)
