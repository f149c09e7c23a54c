"""The window's typeface: Inter, shipped as static files, with figures of one width."""

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from creditmate.ui.theme.tokens import Type

FAMILY = "Inter"
FONT_FOLDER = Path(__file__).parents[3] / "resources" / "fonts" / "inter"
"""Beside the package, in the source tree and in the frozen program alike."""

FACES = ("Inter-Regular", "Inter-Medium", "Inter-SemiBold")


def load_fonts(folder: Path = FONT_FOLDER) -> None:
    """Make the typeface known to the application; needs a ``QGuiApplication``.

    Raises:
        FileNotFoundError: A face is missing or is no font, so the program is not whole.
    """
    for face in FACES:
        path = folder / f"{face}.ttf"
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise FileNotFoundError(path)


def font(style: Type, scale: float = 1.0) -> QFont:
    """Return the font of a style; ``scale`` is the user's text size, 1.0 being 100 %.

    Scripts that the typeface lacks fall back to the system's fonts.
    """
    letter = style.value
    made = QFont(FAMILY)
    made.setPixelSize(round(letter.size * scale))
    made.setWeight(QFont.Weight(letter.weight))
    made.setFeature(QFont.Tag("tnum"), 1)
    if letter.tracking:
        made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100 + letter.tracking)
    return made
