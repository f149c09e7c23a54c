"""What to think of before a visit: what is missing, and what is against its hour."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.domain.visit_hints import HintWhy
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import number
from creditmate.i18n.visit_words import time_warning_words, visit_hint_words
from creditmate.services.visit_attempts import VisitAttempt, VisitCancelled
from creditmate.services.visits import VisitPage
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.emptying import empty
from creditmate.ui.kit.field import MessageLine
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SPACE, Ink
from creditmate.ui.visits.attempt_words import attempt_words, cancelled_words

_MOST = 3
"""Lines that are read at once; the gravest come first, the others are counted."""
_FIRST = frozenset({
    HintWhy.AGENDA_OUTDATED, HintWhy.NO_ANSWER, HintWhy.NO_VISITS, HintWhy.AT_REST,
    HintWhy.PERSON_GONE, HintWhy.COLLEAGUE_GONE,
})  # fmt: skip
"""Goes before what is against the hour: they hold a wrong day, or do not wish us to come."""


class PageHints(QWidget):
    """Nothing of it stops anybody; it takes no room where there is nothing to think of.

    Attributes:
        lines: What is said, the lines that are counted among them.
        more: Shows those.
        settings: Leads to where telephone and e-mail of ours are entered, where both lack.
    """

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around, self.lines = around, list[str]()
        self._number, self._shows_all = "", False
        self.more = Button(around.theme, "", Kind.LINK)
        self.more.clicked.connect(self._show_all)
        self.more.hide()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(SPACE.xs)
        foot = QHBoxLayout()
        self.settings = Button(
            around.theme,
            words(around.language).gettext("Enter a telephone or an e-mail in Settings"),
            Kind.LINK,
        )
        self.settings.hide()
        foot.addWidget(self.settings)
        foot.addWidget(self.more)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        column.addLayout(self._lines)
        column.addLayout(foot)

    @property
    def shown(self) -> Sequence[str]:
        """The lines that are seen."""
        every = self._shows_all or len(self.lines) == _MOST + 1  # one line takes no more room
        return self.lines if every else self.lines[:_MOST]

    def show_page(
        self,
        page: VisitPage,
        attempt: VisitAttempt | None = None,
        cancelled: VisitCancelled | None = None,
    ) -> None:
        """Say what is to be thought of before this visit; that it came to nothing stands first."""
        language, locale = self._around.language, self._around.locale
        today = self._around.program.clock.today
        first = [hint for hint in page.hints if hint.why in _FIRST]
        rest = [hint for hint in page.hints if hint.why not in _FIRST]
        said = [] if attempt is None else [attempt_words(attempt, language, locale, today)]
        if cancelled is not None:
            said.append(cancelled_words(cancelled, language, locale, today))
        said += [visit_hint_words(one, language, locale) for one in first]
        said += [time_warning_words(one, language, locale, today) for one in page.times]
        said += [visit_hint_words(one, language, locale) for one in rest]
        if page.row.number != self._number:
            self._number, self._shows_all = page.row.number, False
        self.lines = said
        self.settings.setVisible(any(one.why is HintWhy.NO_ANSWER for one in page.hints))
        self._show()

    def _show(self) -> None:
        empty(self._lines)
        for text in self.shown:
            line = MessageLine(self._around.theme)
            line.say(Glyph.ALERT, Ink.WARNING, text, "")
            self._lines.addWidget(line)
        left = len(self.lines) - len(self.shown)
        text = words(self._around.language).ngettext(
            "And {count} more to think of", "And {count} more to think of", left
        )
        self.more.rename(text.format(count=number(left, self._around.locale)))
        self.more.setVisible(left > 0)
        self.setAccessibleName(" ".join(self.lines))
        self.setVisible(bool(self.lines))

    def _show_all(self) -> None:
        self._shows_all = True
        self._show()
