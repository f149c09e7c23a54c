"""The foot of the diary: what the signs mean, and whose days are shown."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.domain.diary import DiaryKind
from creditmate.domain.our_people import StaffRow
from creditmate.i18n.catalogue import words
from creditmate.i18n.diary_words import kind_words
from creditmate.ui.diary.entries import LOOKS
from creditmate.ui.kit.elided import Elided
from creditmate.ui.kit.feet import frame_foot
from creditmate.ui.kit.inputs import Choice
from creditmate.ui.kit.paint import Lane, centred, line_of_text, text_width
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import ICON, SIZES, SPACE, Ink, Type

_SIGNS = (
    DiaryKind.CALL,
    DiaryKind.VISIT,
    DiaryKind.PROMISE_DUE,
    DiaryKind.OUR_PROMISE,
    DiaryKind.ANSWER_DUE,
)


def _words(kind: DiaryKind, language: str) -> str:
    """What a sign means; the way to a visit has a pattern of its own."""
    if kind is DiaryKind.VISIT:
        return words(language).gettext("Visit, with travel hatched")
    return kind_words(kind, language)


class Signs(QWidget):
    """Icons with what they mean; those for which there is no room are left out, the last first."""

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self._theme, self._language = theme, language
        said = ", ".join(_words(kind, language) for kind in _SIGNS)
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.setMinimumHeight(theme.line(Type.SMALL))
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw them one after another."""
        painter, theme, font = QPainter(self), self._theme, self._theme.font(Type.SMALL)
        lane = Lane(self.rect(), self.layoutDirection())
        for kind in _SIGNS:
            said, look = _words(kind, self._language), LOOKS[kind]
            wide = text_width(said, font)
            if lane.rest().width() < ICON.small + SPACE.xs + wide:
                return
            at = centred(lane.lead(ICON.small, SPACE.xs), ICON.small, ICON.small)
            drawn = theme.pixmap(look.glyph, look.ink, ICON.small, self.devicePixelRatioF())
            painter.drawPixmap(at, drawn)
            place = lane.lead(wide, SPACE.l)
            line_of_text(painter, place, said, font, theme.colour(Ink.MUTED))


class DiaryFoot(QWidget):
    """Signs with their words; a choice of one of us where there are several."""

    owner_chosen = Signal(object)
    """The id of one of us, or None for everybody."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._language, self._theme = around.language, around.theme
        theme, _ = around.theme, words(around.language).gettext
        frame_foot(self)
        self.about = Elided(theme, "", Type.SMALL_MEDIUM)
        words_ = QVBoxLayout()
        words_.setSpacing(SPACE.xs)
        words_.addStretch()
        words_.addWidget(self.about)
        words_.addWidget(Signs(theme, around.language))
        words_.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.xl, 0, SPACE.xl, 0)
        row.setSpacing(SPACE.l)
        row.addLayout(words_, 1)
        self.owner = Choice(theme, _("Whose entries are shown"))
        self.owner.be_as_wide_as_its_place()
        self.owner.activated.connect(lambda: self.owner_chosen.emit(self.owner.currentData()))
        self.owner.hide()
        row.addWidget(self.owner)

    def tell(self, said: str) -> None:
        """Say all there is to know of the entry one is on."""
        self.about.show_text(said)

    def show_people(self, people: Sequence[StaffRow], owner: int | None) -> None:
        """Offer our people, if we are several."""
        _ = words(self._language).gettext
        self.owner.clear()
        self.owner.addItem(_("Everybody"), None)
        for row in people:
            self.owner.addItem(row.name, row.id)
        self.owner.setCurrentIndex(max(self.owner.findData(owner), 0))
        self.owner.setVisible(len(people) > 1)
        everybody = text_width(self.owner.itemText(0), self._theme.font(Type.BODY))
        self.owner.setMinimumWidth(everybody + SIZES.control + 2 * SPACE.l)
