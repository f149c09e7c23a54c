"""What became of a run of statements: said over the list, with where to go on from there."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from creditmate.disk import is_folder
from creditmate.domain.errors import UserError
from creditmate.i18n.catalogue import words
from creditmate.services.statement_run import RunResult
from creditmate.ui.kit.button import Button
from creditmate.ui.kit.links import view
from creditmate.ui.kit.notice import Notice
from creditmate.ui.kit.tag import Tone
from creditmate.ui.screens.statement_page import StatementPage
from creditmate.ui.screens.statement_results import RunWords
from creditmate.ui.screens.statement_runs import Ended, StatementRuns
from creditmate.ui.surroundings import Surroundings


class StatementOutcome(QObject):
    """Keeps the focus where work goes on: in the list during a run, on its result afterwards.

    Whoever has gone elsewhere meanwhile, if only to the next row, is left there.

    Attributes:
        notice: What is said over the list; None for nothing.
        action: The button in it; None if there is none.
    """

    told = Signal(str)
    """For whoever does not see the place, or what stands in it."""
    sent_asked = Signal()
    """What was sent is to be shown."""

    def __init__(self, around: Surroundings, page: StatementPage, runs: StatementRuns) -> None:
        super().__init__(page)
        self._around, self._page = around, page
        self._words = RunWords(around.language, around.locale)
        self._waits = False
        self.notice: Notice | None = None
        self.action: Button | None = None
        self._then: QWidget | None = None
        runs.busy_changed.connect(self._on_busy)
        runs.told.connect(self.told)
        runs.ended.connect(self._on_ended)
        runs.broke.connect(self._on_broke)
        page.list.row_entered.connect(self._on_moved)
        page.sent.row_entered.connect(self._on_moved)

    def _on_busy(self, busy: bool) -> None:
        if not busy:
            return
        self._clear()
        focus = self._page.focusWidget()
        at = (self._page.foot, self._page.list, self._page.sent)
        self._waits = focus is None or any(part.isAncestorOf(focus) for part in at)
        if self._waits:  # before the buttons that may not be pressed now lose it to anybody
            self._page.begin()

    def _on_moved(self) -> None:
        self._waits = False

    def _on_ended(self, ended: Ended) -> None:
        result = ended.result
        if result.undelivered:
            self.told.emit(ended.said)
            self._say(Tone.DANGER, *self._words.undelivered(result))
        elif self._page.isVisible():
            self._say(Tone.POSITIVE, ended.said, action=self._next(ended.place, result))
        else:
            self.told.emit(ended.said)

    def _on_broke(self, delivered: int, error: UserError) -> None:
        self._say(Tone.DANGER, *self._words.broken(delivered, error))

    def _next(self, place: Path | None, result: RunResult) -> Button | None:
        """Return the way to the result: the folder, the file, or the list of what was sent."""
        _ = words(self._around.language).gettext
        if place is not None:
            text = _("Open the folder") if is_folder(place) else _("Open the file")
            button = Button(self._around.theme, text)
            button.clicked.connect(partial(view, place))
            return button
        if self._page.shows_sent or not result.issued:
            return None
        button = Button(self._around.theme, _("See what was sent"))
        button.clicked.connect(self.sent_asked)
        return button

    def _say(self, tone: Tone, title: str, detail: str = "", action: Button | None = None) -> None:
        self._clear()
        self.action = action
        self._then = action if tone is Tone.POSITIVE else self._page.foot.save
        self.notice = Notice(self._around.theme, tone, title, detail, action)
        self._page.put_notice(self.notice)

    def _clear(self) -> None:
        if self.notice is not None:
            self.notice.hide()
            self.notice.deleteLater()
            self.notice = self.action = self._then = None

    def go_on(self) -> None:
        """The run is over: put the focus on what comes next, unless its user is elsewhere."""
        focus = self._page.window().focusWidget()
        here = focus is not None and self._page.isAncestorOf(focus)
        if self._waits and here and self._then is not None and self._page.isVisible():
            self._then.setFocus()
        self._waits = False
