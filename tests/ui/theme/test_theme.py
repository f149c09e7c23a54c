"""Light and dark from the same tokens; what is drawn follows a change."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import creditmate.ui
from creditmate.ui.theme.palette import palette
from creditmate.ui.theme.qss import sheet
from creditmate.ui.theme.theme import Appearance, Theme
from creditmate.ui.theme.tokens import DARK, LIGHT, Colours, Ink, Type


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_role_of_the_palette_is_filled(colours: Colours) -> None:
    made = palette(colours)
    tokens = {getattr(colours, name) for name in Colours._fields if name != "ramp"}
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Disabled):
        for role in QPalette.ColorRole:
            if role not in {QPalette.ColorRole.NColorRoles, QPalette.ColorRole.NoRole}:
                assert made.color(group, role).name().upper() in tokens, role
    accent = made.color(QPalette.ColorRole.Accent)
    assert accent.name().upper() == colours.accent
    assert made.color(QPalette.ColorRole.Highlight).name().upper() == colours.accent_soft


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_knows_only_tokens(colours: Colours) -> None:
    written = sheet(colours)
    tokens = {getattr(colours, name) for name in Colours._fields if name != "ramp"}
    assert "$" not in written
    assert set(re.findall(r"#[0-9A-Fa-f]{3,8}", written)) <= tokens


def test_no_colour_stands_outside_the_tokens() -> None:
    folder = Path(str(creditmate.ui.__file__)).parent
    for path in folder.rglob("*.py"):
        if path.name != "tokens.py":
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"#[0-9A-Fa-f]{6}\b|QColor\(\s*\d", text), path


def test_choosing_dresses_the_application_and_tells(theme: Theme, qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    with qtbot.waitSignal(theme.changed):
        theme.choose(Appearance.DARK, text_scale=1.25)
    assert theme.is_dark
    assert theme.colour(Ink.TEXT).name().upper() == DARK.text
    assert app.palette().color(QPalette.ColorRole.WindowText).name().upper() == DARK.text
    assert DARK.surface in app.styleSheet()
    assert app.font().pixelSize() == 16
    assert theme.line(Type.BODY) == 25


def test_the_system_is_followed_unless_the_user_chose(theme: Theme) -> None:
    theme.choose(Appearance.SYSTEM)
    assert theme.is_dark is False
    assert theme.appearance is Appearance.SYSTEM
