"""One page of a paper, drawn in whatever size it is looked at."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QImage

from creditmate.documents.raster import PageForm, page_forms
from creditmate.ui.kit.page_image import page_image

_POINTS = 72  # to the inch


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of one of the papers."""

    pdf: bytes
    number: int
    form: PageForm

    def drawn(self, width: int, ratio: float) -> QImage:
        """Return it as wide as it is shown, sharp on a screen of this pixel ratio."""
        return page_image(self.pdf, self.number, width * ratio / self.form.width * _POINTS)


def leaves_of(papers: Sequence[bytes]) -> tuple[Leaf, ...]:
    """Return the pages of papers, one after another."""
    return tuple(
        Leaf(pdf, number, form) for pdf in papers for number, form in enumerate(page_forms(pdf))
    )
