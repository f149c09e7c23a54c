"""What the window's tests share: no display is needed, and every theme is a fresh one."""

import os
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from creditmate.ui.theme.theme import Appearance, Theme

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def _nothing_left() -> Iterator[None]:
    """Let Qt destroy what a test leaves, from the top down, as in the program.

    Python's collector takes a ring of widgets apart in any order. Where it destroys a child whose
    end is also its parent's end, Qt destroys the child twice: a crash, in whatever test it comes.
    """
    yield
    for widget in QApplication.topLevelWidgets():
        if widget.parentWidget() is None:
            widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def theme(qtbot: QtBot) -> Iterator[Theme]:
    """Return the light theme, worn by the application."""
    made = Theme(Appearance.LIGHT)
    made.dress()
    yield made
    made.deleteLater()
