"""Lines over the place one is in: what concerns the whole ledger, and what can be done about it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.i18n.catalogue import words
from creditmate.ui.banner_words import BannerWords
from creditmate.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from creditmate.ui.banner import Banner
    from creditmate.ui.kit.tag import Tone


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
        tone: "Tone | None" = None,
        act: Callable[[], object] | None = None,
        *,
        can_go: bool = True,
    ) -> None:
        """Say something about a matter, in the place of what was said about it before.

        Args:
            matter: By which the line is known, and taken back.
            says: In words.
            tone: Of its ground; amber if none is given.
            act: What the button does.
            can_go: Whether the user may close the line; else it stays until ``take_back``.
        """
        from creditmate.ui.banner import Banner  # noqa: PLC0415 - the window is there sooner
        from creditmate.ui.kit.tag import Tone  # noqa: PLC0415 - as above

        self.take_back(matter)
        close = partial(self.take_back, matter) if can_go else None
        made = self._lines[matter] = Banner(self._around, says, tone or Tone.WARNING, act, close)
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
