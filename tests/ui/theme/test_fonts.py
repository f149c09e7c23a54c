"""The typeface is ours, in three weights, and its figures stand in columns."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QApplication

from creditmate.ui.theme.fonts import FAMILY, FONT_FOLDER, font, load_fonts
from creditmate.ui.theme.tokens import Type


@pytest.mark.parametrize("style", Type)
def test_styles_are_set_as_the_design_has_them(style: Type, qapp: QApplication) -> None:
    load_fonts()
    found = QFontInfo(font(style))
    assert (found.family(), found.pixelSize()) == (FAMILY, style.value.size)
    assert found.weight() == style.value.weight
    assert QFontMetricsF(font(style)).height() <= style.value.line


@pytest.mark.parametrize("style", Type)
def test_digits_have_one_width(style: Type, qapp: QApplication) -> None:
    load_fonts()
    metrics = QFontMetricsF(font(style))
    assert len({round(metrics.horizontalAdvance(digit), 3) for digit in "0123456789"}) == 1


def test_words_keep_their_own_hyphens(qapp: QApplication) -> None:
    load_fonts()
    metrics = QFontMetricsF(font(Type.BODY))
    assert metrics.horizontalAdvance("-") < metrics.horizontalAdvance("0")


def test_text_grows_with_the_users_scale(qapp: QApplication) -> None:
    assert font(Type.BODY, 1.5).pixelSize() == 20


def test_the_licence_lies_beside_the_fonts() -> None:
    assert "SIL Open Font License" in (FONT_FOLDER / "OFL.txt").read_text(encoding="utf-8")


def test_a_missing_face_is_told(tmp_path: Path, qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError, match="Inter-Regular"):
        load_fonts(tmp_path)
