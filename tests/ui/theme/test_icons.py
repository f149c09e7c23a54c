"""Every icon is there, is drawn in the colour asked for, and its lines keep their width."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QApplication

from creditmate.ui.theme.icons import DIRECTED, GRID, ICON_FOLDER, Glyph, Icons, source
from creditmate.ui.theme.tokens import ICON, ICON_STROKE

SIZES = (ICON.small, ICON.button, ICON.sidebar, ICON.notice)
RED = QColor("#B0281F")


def inked(drawn: QPixmap) -> set[tuple[int, int, int]]:
    """Return the colours of the pixels that are wholly covered."""
    image = drawn.toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return {(p.red(), p.green(), p.blue()) for p in pixels if p.alpha() == 255}


def test_every_glyph_has_its_file_and_every_file_its_glyph() -> None:
    files = {path.stem for path in ICON_FOLDER.glob("*.svg")}
    assert files == {glyph.value for glyph in Glyph}


@pytest.mark.parametrize("glyph", Glyph)
def test_drawings_share_one_style(glyph: Glyph) -> None:
    drawing = (ICON_FOLDER / f"{glyph.value}.svg").read_text(encoding="utf-8")
    assert f'viewBox="0 0 {GRID} {GRID}"' in drawing
    assert 'stroke-linecap="round" stroke-linejoin="round"' in drawing
    assert drawing.count("stroke-width") == 1
    assert not re.search(r"#[0-9a-fA-F]{3}", drawing)


@pytest.mark.parametrize("size", SIZES)
def test_lines_are_as_wide_at_every_size(size: int) -> None:
    found = re.search(r'stroke-width="([\d.]+)"', source(Glyph.CALL, "#000000", size))
    assert found
    assert float(found[1]) * size / GRID == pytest.approx(ICON_STROKE, abs=0.001)


@pytest.mark.parametrize("glyph", Glyph)
def test_icons_take_the_colour_asked_for(glyph: Glyph, qapp: QApplication) -> None:
    drawn = Icons().pixmap(glyph, RED.name(), 48, 2.0)
    assert drawn.devicePixelRatio() == 2
    assert drawn.deviceIndependentSize().toSize().width() == 48
    assert inked(drawn) == {(RED.red(), RED.green(), RED.blue())}


def test_an_icon_for_menus_is_faint_when_disabled(qapp: QApplication) -> None:
    icon = Icons().icon(Glyph.ADD, RED.name(), "#69665E", 16)
    sizes = icon.availableSizes()
    assert [size.width() for size in sizes] == [16]


@pytest.mark.parametrize("glyph", [Glyph.BACK, Glyph.CALL])
def test_arrows_turn_round_with_the_line_of_reading(glyph: Glyph, qapp: QApplication) -> None:
    icons = Icons()
    there = icons.pixmap(glyph, "#000000", 24).toImage()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        back = icons.pixmap(glyph, "#000000", 24).toImage()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert (back != there) is (glyph in DIRECTED)
