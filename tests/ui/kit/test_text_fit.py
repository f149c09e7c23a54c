"""What is said to fit does fit, in every style and size; the quick answer is rarely no."""

import random
import string

import pytest
from PySide6.QtGui import QFontMetrics

from creditmate.ui.kit.paint import shortened, text_width
from creditmate.ui.kit.text_fit import surely_fits
from creditmate.ui.theme.theme import Appearance, Theme
from creditmate.ui.theme.tokens import Type

LETTERS = (
    string.ascii_letters,
    string.digits + ".,-: ",
    string.printable[:95],
    "AVToyrwf'\"LTPd.,",
    "->=<!x*+()/0123456789ABC:",
    "éüñßøÅŁž €£\u202f\u2212\u2009–",
)
TEXTS = ("1,234,567.89", "Rookmere Joinery Supplies Ltd", "23 Nov 2026", "INV-2026-00417")


@pytest.mark.parametrize("scale", [1.0, 1.25, 2.0])
def test_what_surely_fits_is_not_wider_than_its_room(theme: Theme, scale: float) -> None:
    theme.choose(Appearance.LIGHT, scale)
    dice = random.Random(1)
    for style in Type:
        font = theme.font(style)
        metrics = QFontMetrics(font)
        for _ in range(400):
            text = "".join(dice.choices(dice.choice(LETTERS), k=dice.randrange(1, 40)))
            assert not surely_fits(text, font, metrics.horizontalAdvance(text) - 1), text


@pytest.mark.parametrize("text", TEXTS)
def test_the_quick_answer_needs_little_more_than_the_text(theme: Theme, text: str) -> None:
    font = theme.font(Type.BODY)
    assert surely_fits(text, font, text_width(text, font) * 6 // 5)


@pytest.mark.parametrize("text", ["שלום", "مرحبا", "नमस्ते", "株式会社", "e\u0301"])
def test_what_has_to_be_shaped_is_measured(theme: Theme, text: str) -> None:
    font = theme.font(Type.BODY)
    assert not surely_fits(text, font, 10_000)
    assert shortened(text, font, 10_000) == text


def test_what_does_not_fit_is_shortened(theme: Theme) -> None:
    font = theme.font(Type.BODY)
    for text in TEXTS:
        short = shortened(text, font, text_width(text, font) // 2)
        assert short.endswith("…")
        assert text_width(short, font) <= text_width(text, font) // 2 + 1
