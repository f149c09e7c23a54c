"""The self-test sees whether the window was painted."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from creditmate.services.program import Program
from creditmate.ui import self_test
from creditmate.ui.self_test import NotPainted, _colours, painted


@pytest.mark.usefixtures("qtbot")
def test_a_painted_window_says_how(program: Program, ledger: Path) -> None:
    found = painted(program, ledger, "en_GB")
    assert found.startswith("Qt 6.")
    assert "1280 × 800" in found


@pytest.mark.usefixtures("qtbot")
def test_a_window_that_never_shows_a_place(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(self_test, "_PATIENCE", 200)
    with pytest.raises(NotPainted):
        painted(program, tmp_path / "none.creditmate", "en_GB")


@pytest.mark.usefixtures("qtbot")
def test_a_window_with_next_to_nothing_on_it(
    program: Program, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(self_test, "_colours", lambda _image: 3)
    with pytest.raises(NotPainted, match="3 colours"):
        painted(program, ledger, "en_GB")


@pytest.mark.usefixtures("qtbot")
def test_colours_are_counted() -> None:
    image = QImage(70, 70, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    assert _colours(image) == 1
    image.setPixelColor(7, 14, QColor("red"))
    image.setPixelColor(8, 14, QColor("blue"))  # between those that are looked at
    assert _colours(image) == 2
