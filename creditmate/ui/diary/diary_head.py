"""The head of the diary: which days, back and forth, how they are shown, and what can be done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from creditmate.i18n.catalogue import words
from creditmate.i18n.diary_days import span_titles, span_words
from creditmate.ui.diary.diary_state import DiaryState, Show
from creditmate.ui.kit.button import Button, IconButton, Kind
from creditmate.ui.kit.elided import Elided
from creditmate.ui.kit.segments import Segments, SegmentText
from creditmate.ui.kit.text import Text
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type


class DiaryHead(QWidget):
    """Title and days where reading begins; the rest at the other end, what is new last."""

    stepped = Signal(int)

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        theme, language = around.theme, around.language
        _ = words(language).gettext
        self.setFixedHeight(SIZES.page_head)
        self.days = Elided(theme, "", Type.BODY, Ink.MUTED)
        self.back = IconButton(theme, Glyph.BACK, _("Earlier"))
        self.now = Button(theme, _("Today"), keys="T")
        self.on = IconButton(theme, Glyph.GO, _("Later"))
        names = {show: span_words(show.span, language) for show in Show}
        names[Show.LIST] = _("List")
        shown = [SegmentText(show.value, name) for show, name in names.items()]
        self.shows = Segments(theme, _("How the days are shown"), shown)
        self.export = IconButton(theme, Glyph.EXPORT, _("Save these days for another calendar"))
        self.new = Button(theme, _("New entry"), Kind.PRIMARY, glyph=Glyph.ADD, keys="N")
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.xl, 0, SPACE.xl, 0)
        row.setSpacing(SPACE.s)
        row.addWidget(Text(theme, _("Diary"), Type.TITLE))
        row.addWidget(self.days, 1)
        for part in (self.back, self.now, self.on, self.shows, self.export, self.new):
            row.addWidget(part)
        self.back.clicked.connect(lambda: self.stepped.emit(-1))
        self.on.clicked.connect(lambda: self.stepped.emit(1))

    def show_state(self, state: DiaryState) -> None:
        """Say which days are shown, and how."""
        language, locale = self._around.language, self._around.locale
        wanted = state.wanted(language)
        days = (wanted.first, wanted.last)
        self.days.show_text(*span_titles(state.show.span, state.day, days, language, locale))
        self.shows.choose(state.show.value)
