"""Papers to look at: their pages below one another on a sunken ground, drawn elsewhere."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea

from creditmate.ui.kit.leaf import Leaf, leaves_of
from creditmate.ui.kit.page_layout import ZOOMS, laid_out, zoomed
from creditmate.ui.kit.shadow import paint_shadow
from creditmate.ui.queries import Desk, Failed, Latest
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SPACE, Ground

_AROUND = QPoint(SPACE.xl, SPACE.xl)
"""How far a shadow reaches at most."""
_TURNS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class PageView(QAbstractScrollArea):
    """Whole pages at first; zooming shows them larger, arrows scroll, PgUp and PgDn turn.

    Nothing blocks: pages are drawn on the desk's thread, and the newest papers win. Paper is
    white in every theme.
    """

    turned = Signal(int)
    """To the paper before (-1) or after (1): whoever shows papers knows which those are."""
    zoomed = Signal()

    def __init__(self, theme: Theme, desk: Desk, failed: Failed, name: str) -> None:
        """Make it empty; ``desk`` takes drawing to a thread, ``failed`` is told what fails."""
        super().__init__()
        self._theme, self._zoom = theme, 0.0
        self._leaves: tuple[Leaf, ...] = ()
        self._sheets: tuple[QRect, ...] = ()
        self._images: dict[tuple[int, int], QImage] = {}
        self._before: dict[tuple[int, int], QImage] = {}
        self._is_anew = False
        self._shaded: tuple[QSize, QPixmap] | None = None
        self._opening: Latest[tuple[Leaf, ...]] = Latest(desk, self._on_leaves, failed, self)
        self._drawing: Latest[dict[tuple[int, int], QImage]] = Latest(
            desk, self._on_images, failed, self
        )
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.viewport().update)

    @property
    def pages(self) -> int:
        """How many pages are shown."""
        return len(self._leaves)

    @property
    def is_drawn(self) -> bool:
        """Whether every page that is seen has been drawn."""
        return bool(self._leaves) and not self._opening.waiting and not self._missing()

    def show_papers(self, make: Callable[[], Sequence[bytes]], *, anew: bool = False) -> None:
        """Show other papers, from their first page on.

        Args:
            make: Returns the PDFs; it is called on the desk's thread.
            anew: They are the same papers drawn anew: one stays where one is, and the pages as
                they were are seen until the new ones are there.
        """
        self._opening.ask(lambda: leaves_of(make()))
        self._is_anew = anew

    def show_nothing(self) -> None:
        """Take the papers away."""
        self._opening.forget()
        self._is_anew = False
        self._on_leaves(())

    # ------------------------------------------------------------- zoom
    @property
    def can_enlarge(self) -> bool:
        """Whether there is a larger size."""
        return self._zoom < ZOOMS[-1]

    @property
    def can_reduce(self) -> bool:
        """Whether there is a smaller size; whole pages are the smallest."""
        return bool(self._zoom)

    def enlarge(self) -> None:
        """Show the next larger size."""
        self._zoom_to(zoomed(self._zoom, self._scale(), 1))

    def reduce(self) -> None:
        """Show the next smaller size."""
        self._zoom_to(zoomed(self._zoom, self._scale(), -1))

    def show_whole(self) -> None:
        """Show whole pages."""
        self._zoom_to(0.0)

    def _zoom_to(self, zoom: float) -> None:
        self._zoom = zoom
        self._arrange()
        self.zoomed.emit()

    def _scale(self) -> float:
        """Pixels to the point, as it is shown now."""
        if not self._sheets:
            return 1.0
        return self._sheets[0].width() / self._leaves[0].form.width

    # ------------------------------------------------------------- pages
    def _on_leaves(self, leaves: tuple[Leaf, ...]) -> None:
        self._leaves = leaves
        self._before = self._images if self._is_anew else {}
        self._images = {}
        if not self._is_anew:
            self.verticalScrollBar().setValue(0)
        self._arrange()

    def _arrange(self) -> None:
        """Lay the pages out again for the room there is."""
        forms = [leaf.form for leaf in self._leaves]
        laid = laid_out(forms, self.viewport().size(), self._zoom)
        self._sheets = laid.sheets
        room = self.viewport().size()
        for bar, whole, seen in (
            (self.verticalScrollBar(), laid.size.height(), room.height()),
            (self.horizontalScrollBar(), laid.size.width(), room.width()),
        ):
            bar.setRange(0, max(whole - seen, 0))
            bar.setPageStep(seen)
            bar.setSingleStep(max(seen // 10, 1))
        self._draw_missing()
        self.viewport().update()

    def _seen(self) -> list[tuple[int, QRect]]:
        """The pages that are seen, with where they stand in the viewport."""
        shift = (-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        area = self.viewport().rect()
        placed = ((n, sheet.translated(*shift)) for n, sheet in enumerate(self._sheets))
        return [(number, rect) for number, rect in placed if rect.intersects(area)]

    def _missing(self) -> list[tuple[int, int]]:
        wanted = [(number, rect.width()) for number, rect in self._seen()]
        return [key for key in wanted if key not in self._images]

    def _draw_missing(self) -> None:
        """Have the pages that are seen drawn; those of other sizes are let go of."""
        missing = self._missing()
        if not missing:
            return
        ratio, leaves = self.devicePixelRatioF(), self._leaves
        self._drawing.ask(lambda: {key: leaves[key[0]].drawn(key[1], ratio) for key in missing})

    def _on_images(self, images: dict[tuple[int, int], QImage]) -> None:
        seen = {number for number, _ in self._seen()}
        kept = {key: image for key, image in self._images.items() if key[0] in seen}
        self._images, self._before = {**kept, **images}, {}
        self.viewport().update()
        self._draw_missing()

    # ------------------------------------------------------------- events
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        super().resizeEvent(event)
        self._arrange()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Show other pages, or another part of one."""
        self.viewport().update()
        self._draw_missing()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn, zoom, or scroll."""
        if event.key() in _TURNS:
            self.turned.emit(_TURNS[Qt.Key(event.key())])
        elif event.matches(QKeySequence.StandardKey.ZoomIn) or event.text() == "+":
            self.enlarge()
        elif event.matches(QKeySequence.StandardKey.ZoomOut) or event.text() == "-":
            self.reduce()
        elif event.text() == "0":
            self.show_whole()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.enlarge if event.angleDelta().y() > 0 else self.reduce)()
        else:
            super().wheelEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sheets that are seen."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._theme.colour(Ground.SUNKEN))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number, rect in self._seen():
            painter.drawPixmap(rect.topLeft() - _AROUND, self._shadow(rect.size()))
            painter.fillRect(rect, QColor(Qt.GlobalColor.white))
            image = self._images.get((number, rect.width())) or self._nearest(number)
            if image is not None:
                painter.drawImage(rect, image)

    def _shadow(self, size: QSize) -> QPixmap:
        """The shadow of a sheet, drawn once for its size: it costs more than the page."""
        if self._shaded is None or self._shaded[0] != size:
            ratio, grown = self.devicePixelRatioF(), QSize(_AROUND.x(), _AROUND.y()) * 2
            drawn = QPixmap((size + grown) * ratio)
            drawn.setDevicePixelRatio(ratio)
            drawn.fill(Qt.GlobalColor.transparent)
            painter = QPainter(drawn)
            paint_shadow(painter, QRect(_AROUND, size), 0)
            painter.end()
            self._shaded = (size, drawn)
        return self._shaded[1]

    def _nearest(self, number: int) -> QImage | None:
        """The page in another size, or as it was before, until it is drawn."""
        known = {**self._before, **self._images}
        return next((image for (of, _), image in known.items() if of == number), None)

    def minimumSizeHint(self) -> QSize:
        """It gives way to what is beside it."""
        return QSize(0, 0)
