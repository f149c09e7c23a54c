"""Sees that a report is kept while it is typed, and brought back when it is opened again."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject

from creditmate.domain.errors import UserError
from creditmate.i18n.call_words import recovered_words
from creditmate.i18n.problems import problem_words
from creditmate.ui.call.draft_keeper import DraftKeeper
from creditmate.ui.call.kept_mark import KeptMark
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.visits.report_state import OpenReport, ReportOn
from creditmate.ui.visits.report_values import ReportValues

_OPENED = "opened"
"""What is unfolded: kept with the form, but no word of anybody's."""


class ReportKeeping(QObject):
    """Keeps the form at most seconds behind.

    Attributes:
        mark: Says whether all of it is kept.
    """

    def __init__(
        self, around: Surroundings, on: ReportOn, values: ReportValues, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._around, self._on, self._values = around, on, values
        clock = around.program.clock
        self._begun = clock.now() if on.draft is None else on.draft.begun_at
        self.mark = KeptMark(around.theme, around.language, around.locale)
        self._keeper = DraftKeeper(around.desk, self)
        self._keeper.kept.connect(self._on_kept)
        self._keeper.failed.connect(self._on_lost)
        self._untouched = self._words()
        self._then: tuple[Callable[[], object], Callable[[str], object]] | None = None
        if on.draft is not None:
            values.show(on.draft.typed)
            self.mark.show_kept(on.draft.saved_at.astimezone())
        self._keeper.begin()
        values.edited.connect(self._on_edited)

    @property
    def brought_back(self) -> str:
        """That a form is there again, and from when; '' of a new one."""
        draft = self._on.draft
        if draft is None:
            return ""
        now = self._around.program.clock.now().astimezone()
        saved = draft.saved_at.astimezone()
        return recovered_words(saved, now, self._around.language, self._around.locale)

    @property
    def form(self) -> OpenReport:
        """The form as it stands now."""
        return OpenReport(self._on.number, self._begun, self._values.read())

    @property
    def is_worth_keeping(self) -> bool:
        """Whether anything stands in it that would be missed."""
        return self._words() != self._untouched

    def leave(self, kept: Callable[[], object], lost: Callable[[str], object]) -> None:
        """Keep it now, and do ``kept`` once it is, or ``lost`` with why it is not.

        It must hold something worth keeping. Asked again meanwhile, nothing else is done.
        """
        if self._then is None:
            self._then = kept, lost
            self._on_edited()
            self._keeper.flush()

    def end(self) -> None:
        """It is being saved: nothing is to be kept any more."""
        self._keeper.end()

    def go_on(self) -> None:
        """It could not be saved: what stands in it is to be kept as before."""
        self._keeper.begin()
        self._on_edited()

    def discard(self) -> None:
        """Throw away what was kept."""
        self._keeper.end()
        drafts, number = self._around.program.visit_drafts, self._on.number
        self._around.desk.ask(partial(drafts.discard, number), lambda _future: None)

    def _words(self) -> dict[str, str]:
        return {name: text for name, text in self._values.read().items() if name != _OPENED}

    def _on_edited(self) -> None:
        self._keeper.touch(self._picture)

    def _picture(self) -> Callable[[], datetime]:
        form, drafts = self.form, self._around.program.visit_drafts
        return partial(drafts.save, form.number, form.begun_at, form.typed)

    def _on_kept(self, at: datetime) -> None:
        if not self._keeper.is_behind:
            self.mark.show_kept(at.astimezone())
        then, self._then = self._then, None
        if then is not None:
            then[0]()

    def _on_lost(self, error: Exception) -> None:
        said = ""
        if isinstance(error, UserError):
            said = problem_words(error, self._around.language, self._around.locale)
            self.mark.show_lost(said)
        else:
            self._around.desk.failed.emit(error)
        then, self._then = self._then, None
        if then is not None:
            then[1](said)
