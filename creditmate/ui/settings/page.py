"""A page of the settings: what it is about at the top, its actions at the end of that line."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from creditmate.domain.changes import Touched
from creditmate.i18n.catalogue import words
from creditmate.ui.kit.margins import keep_clear
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.settings.sections import Section
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type


class SettingsPage(QWidget):
    """Made when its section is first shown, and kept.

    Attributes:
        section: Which one it is.
        head_end: Takes the buttons at the end of the head.
        body: Takes everything below the head.
    """

    told = Signal(str)
    told_undo = Signal(str, object)
    changed = Signal(Touched)
    wanted = Signal(object)
    unsaved_changed = Signal(bool)
    """Whether something is typed that is not saved yet."""

    def __init__(self, around: Surroundings, section: Section) -> None:
        super().__init__()
        self.around, self.section = around, section
        self.words = words(around.language)
        _, theme = self.words.gettext, around.theme
        self.setAccessibleName(_(section.title))
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(Paragraph(theme, _(section.title), Type.TITLE))
        titles.addWidget(Paragraph(theme, _(section.purpose), Type.BODY, Ink.MUTED))
        self.head_end = QHBoxLayout()
        self.head_end.setSpacing(SPACE.s)
        head = QWidget()
        head.setMinimumHeight(SIZES.page_head)
        row = QHBoxLayout(head)
        row.setContentsMargins(SPACE.xl, SPACE.m, SPACE.xl, SPACE.m)
        row.setSpacing(SPACE.l)
        row.addLayout(titles, 1)
        end = QVBoxLayout()
        end.addLayout(self.head_end)
        end.addStretch()
        row.addLayout(end)
        self.body = QVBoxLayout()
        self.body.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self.body, 1)

    def scrolled(self, column: QVBoxLayout, widest: int) -> QScrollArea:
        """Return an area in which a column of blocks scrolls, at most so wide."""
        inside = QWidget()
        inside.setLayout(column)
        inside.setMaximumWidth(self.around.theme.wide(widest))
        inside.setAutoFillBackground(False)
        area = QScrollArea()
        area.setViewport(QWidget())  # asked for its own one, PySide goes through all kinds
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.accessibleName())
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)

        def on_range(_least: int, most: int) -> None:
            """The scroll bar takes its room from the gutter, so that nothing breaks otherwise."""
            end = SPACE.xl - (SIZES.scroll_bar if most else 0)
            keep_clear(column, SPACE.xl, SPACE.xs, end, SPACE.xl)

        area.verticalScrollBar().rangeChanged.connect(on_range)
        on_range(0, 0)
        return area

    @property
    def is_unsaved(self) -> bool:
        """Whether something is typed that is not saved yet."""
        return False

    def reload(self) -> None:
        """Ask again for what is shown."""
        raise NotImplementedError

    def begin(self) -> None:
        """Put the focus where work begins."""
        raise NotImplementedError

    def save_now(self) -> None:
        """Save what was typed; nothing to do where every record saves itself."""

    def add_one(self) -> None:
        """Add to the list; nothing to do where there is none."""
