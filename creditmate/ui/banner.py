"""One line of ``Banners``: loaded when there is something to say (``docs/decisions/0006``)."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.i18n.catalogue import words
from creditmate.ui.banner_words import BannerWords
from creditmate.ui.kit.button import Button, IconButton, Kind
from creditmate.ui.kit.glyph_label import GlyphLabel
from creditmate.ui.kit.panel import Hairline
from creditmate.ui.kit.phrase import Phrase, Run
from creditmate.ui.kit.tag import Tone
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import ICON, SPACE, Ink, Type


class Banner(QWidget):
    """One line: an icon, a fact, what follows from it, a button, and the way to close it.

    Attributes:
        said: All its words.
        verb: What can be done about it; None where nothing can be.
        close_button: Takes it away; None where it stays.
    """

    def __init__(
        self,
        around: Surroundings,
        says: BannerWords,
        tone: Tone,
        act: Callable[[], object] | None,
        close: Callable[[], object] | None,
    ) -> None:
        super().__init__()
        theme, _ = around.theme, words(around.language).gettext
        self.setProperty("ground", tone.ground.value)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.said = " ".join(filter(None, says[:2]))
        self.setAccessibleName(self.said)
        self._row = row = QHBoxLayout()
        row.setContentsMargins(SPACE.xl, SPACE.s, SPACE.l, SPACE.s)
        row.setSpacing(SPACE.s)
        middle = Qt.AlignmentFlag.AlignVCenter
        glyph = Glyph.INFO if tone in {Tone.NEUTRAL, Tone.ACCENT} else Glyph.ALERT
        row.addWidget(GlyphLabel(theme, glyph, tone.ink, ICON.button), 0, middle)
        runs = [run for run in (Run(says.title, tone.ink), Run(says.detail, Ink.TEXT)) if run.text]
        row.addWidget(Phrase(theme, runs, Type.BODY_MEDIUM), 1, middle)
        self.verb = self.close_button = None
        if act is not None:
            self.verb = Button(theme, says.verb, small=True)
            self._put(self.verb, act)
        if close is not None:
            self.close_button = IconButton(theme, Glyph.CLOSE, _("Close"), Kind.QUIET, small=True)
            self._put(self.close_button, close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(Hairline())

    def _put(self, button: Button, act: Callable[[], object]) -> None:
        button.setAccessibleDescription(self.said)
        button.clicked.connect(lambda _on: act())
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
