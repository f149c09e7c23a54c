"""The application's icon for each system, made from the one drawing of our mark.

Run when the program is packaged, with the environment's Python.
"""

import os
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from tools.environment import ROOT

MARK = ROOT / "resources" / "mark" / "creditmate.svg"
LARGEST = 1024
"""Pixels a side; macOS wants so many, everything smaller is drawn for its own size."""
WINDOWS_SIZES = (16, 24, 32, 48, 64, 128, 256)
MACOS_SIZES = (16, 32, 64, 128, 256, 512, LARGEST)
_MACOS_MARGIN = 0.1
"""Share of the side left free all round, as Apple's own icons have it."""


def make_icons(folder: Path, mark: Path = MARK) -> Path:
    """Write the mark as ``.png``, ``.ico`` and ``.icns`` into a folder.

    Returns:
        The path of all three without its ending.
    """
    folder.mkdir(parents=True, exist_ok=True)
    stem = folder / "CreditMate"
    drawn = {size: draw(mark, size) for size in sorted({*WINDOWS_SIZES, *MACOS_SIZES})}
    drawn[256].save(stem.with_suffix(".png"))
    _save(stem.with_suffix(".ico"), [drawn[size] for size in WINDOWS_SIZES])
    _save(stem.with_suffix(".icns"), [draw(mark, size, _MACOS_MARGIN) for size in MACOS_SIZES])
    return stem


def draw(mark: Path, size: int, margin: float = 0.0) -> Image.Image:
    """Draw the mark for a size in pixels, ``margin`` of it free on every side."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QRectF, Qt  # noqa: PLC0415 - platform set first
    from PySide6.QtGui import QImage, QPainter  # noqa: PLC0415
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415

    image = QImage(size, size, QImage.Format.Format_RGBA8888)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    free, side = size * margin, size * (1 - 2 * margin)
    QSvgRenderer(str(mark)).render(painter, QRectF(free, free, side, side))
    painter.end()
    return Image.frombytes("RGBA", (size, size), bytes(image.constBits()))


def _save(path: Path, images: Sequence[Image.Image]) -> None:
    """Write one file with several sizes, each as it was drawn."""
    largest = max(images, key=lambda image: image.width)
    sizes = [image.size for image in images]
    largest.save(path, sizes=sizes, append_images=[i for i in images if i is not largest])
