"""Pages to be enlarged, or why there are none; used wherever papers are looked at."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from creditmate.i18n.catalogue import words
from creditmate.ui.kit.button import IconButton, Kind
from creditmate.ui.kit.page_view import PageView
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SPACE, Ink, Type


class PagesOrNone(QStackedWidget):
    """The pages, and the two buttons that enlarge them, which stand where its owner puts them.

    Attributes:
        view: The pages.
        smaller: Makes them smaller, while they can be.
        larger: Makes them larger, while there are any.
    """

    def __init__(self, around: Surroundings, name: str) -> None:
        super().__init__()
        theme, _ = around.theme, words(around.language).gettext
        self.view = PageView(theme, around.drawing, around.desk.failed.emit, name)
        self._why = Paragraph(theme, "", Type.BODY, Ink.MUTED)
        self.smaller = IconButton(theme, Glyph.ZOOM_OUT, _("Smaller"), Kind.QUIET, small=True)
        self.larger = IconButton(theme, Glyph.ZOOM_IN, _("Larger"), Kind.QUIET, small=True)
        none = QWidget()
        inside = QVBoxLayout(none)
        inside.setContentsMargins(SPACE.xl, SPACE.s, SPACE.xl, SPACE.xl)
        inside.addWidget(self._why)
        inside.addStretch(1)
        self.addWidget(self.view)
        self.addWidget(none)
        self.smaller.clicked.connect(self.view.reduce)
        self.larger.clicked.connect(self.view.enlarge)
        self.view.zoomed.connect(self._on_zoomed)
        self._on_zoomed()

    def show_papers(self, make: Callable[[], Sequence[bytes]], *, anew: bool = False) -> None:
        """Show what ``make`` draws; what is there stays until the new pages are.

        Args:
            make: Draws them, on the drawing thread.
            anew: They are the same papers drawn anew: whoever looks stays where they are.
        """
        self.setCurrentWidget(self.view)
        self.view.show_papers(make, anew=anew)
        self._on_zoomed()

    def show_none(self, why: str) -> None:
        """Say why there is nothing to look at."""
        self._why.set_text(why)
        self.setCurrentIndex(1)
        self.view.show_nothing()
        self._on_zoomed()

    def _on_zoomed(self) -> None:
        self.larger.setEnabled(self.view.can_enlarge and self.currentWidget() is self.view)
        self.smaller.setEnabled(self.view.can_reduce)
