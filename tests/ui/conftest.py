"""What the window's tests share: no display is needed, and every theme is a fresh one."""

import os
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from creditmate.ui.theme.theme import Appearance, Theme

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture
def theme(qtbot: QtBot) -> Iterator[Theme]:
    """Return the light theme, worn by the application."""
    made = Theme(Appearance.LIGHT)
    made.dress()
    yield made
    made.deleteLater()
