"""Lines over the place one is in: what concerns the whole ledger, and what can be done about it."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.i18n.catalogue import words
from creditmate.ui.kit.button import Button, IconButton, Kind
from creditmate.ui.kit.glyph_label import GlyphLabel
from creditmate.ui.kit.panel import Hairline
from creditmate.ui.kit.phrase import Phrase, Run
from creditmate.ui.kit.tag import Tone
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import ICON, SPACE, Ink, Type


class BannerWords(NamedTuple):
    """What a line says: a fact, what follows from it, and the verb of its button, if it has one."""

    title: str
    detail: str = ""
    verb: str = ""


class Banners(QWidget):
    """At most one line for each matter; no room is taken where there are none."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._ = words(around.language).gettext
        self._lines: dict[str, Banner] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setAccessibleName(self._("What concerns the whole ledger"))
        self.hide()

    def line(self, matter: str) -> "Banner | None":
        """Return the line of a matter; None where it has none."""
        return self._lines.get(matter)

    def say(
        self,
        matter: str,
        says: BannerWords,
        tone: Tone = Tone.WARNING,
        act: Callable[[], object] | None = None,
        *,
        can_go: bool = True,
    ) -> None:
        """Say something about a matter, in the place of what was said about it before.

        Args:
            matter: By which the line is known, and taken back.
            says: In words.
            tone: Of its ground.
            act: What the button does.
            can_go: Whether the user may close the line; else it stays until ``take_back``.
        """
        self.take_back(matter)
        close = partial(self.take_back, matter) if can_go else None
        made = self._lines[matter] = Banner(self._around, says, tone, act, close)
        self._column.addWidget(made)
        self.show()

    def take_back(self, matter: str) -> None:
        """Say nothing about a matter any more."""
        line = self._lines.pop(matter, None)
        if line is not None:
            had_focus = line.isAncestorOf(self.window().focusWidget())
            line.hide()
            self._column.removeWidget(line)
            line.deleteLater()
            if had_focus:
                self.focusNextChild()
        self.setVisible(bool(self._lines))

    def clear(self) -> None:
        """Say nothing any more: another ledger, or none, is open."""
        for matter in tuple(self._lines):
            self.take_back(matter)


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
