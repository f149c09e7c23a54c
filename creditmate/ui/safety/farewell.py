"""The backup after a day's work, made when one leaves the ledger that holds it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from creditmate.domain.errors import UserError
from creditmate.i18n.catalogue import N_, words
from creditmate.ui.going import Going
from creditmate.ui.kit.question import Question
from creditmate.ui.safety.backer import DAILY, Backer
from creditmate.ui.surroundings import Surroundings

_WITHOUT: Mapping[Going, str] = {
    Going.ANOTHER: N_("Switch without it"),
    Going.WELCOME: N_("Leave without it"),
    Going.QUIT: N_("Close without it"),
}
"""The answers of somebody who cannot wait; the work is backed up at the next opening then."""


class Farewell(QObject):
    """Lets nobody leave work behind without a backup, unless they say so."""

    def __init__(self, around: Surroundings, window: QWidget, backer: Backer) -> None:
        super().__init__(window)
        self._around, self._window, self._backer = around, window, backer
        self._ = words(around.language).gettext
        self._question: Question | None = None
        self._going = Going.QUIT
        self._then: Callable[[], object] | None = None
        backer.made.connect(self._on_made)
        backer.failed.connect(self._on_failed)
        backer.stopped.connect(self._on_stopped)
        backer.broke.connect(self._on_made)  # nobody is kept in a program that is broken

    @property
    def question(self) -> Question | None:
        """What is asked meanwhile; None while nobody is leaving."""
        return self._question

    def before(self, going: Going, then: Callable[[], object]) -> None:
        """Do ``then`` once what is in the ledger is backed up: at once if it is."""
        if self._question is not None:
            self._going, self._then = going, then
            return
        if going not in _WITHOUT or self._around.jobs.is_stopped or not self._backer.has_news:
            then()
            return
        self._going, self._then = going, then
        self._ask(self._("Stay here"))
        self._say_progress(0, 0)
        self._around.jobs.clear(self._begin)  # what anybody may stop unasked does not delay it

    def _begin(self) -> None:
        if self._then is None:
            return
        self._backer.start(DAILY)
        if self._backer.job is not None:
            self._backer.job.progressed.connect(self._say_progress)

    def _ask(self, safe: str) -> Question:
        other = self._(_WITHOUT[self._going])
        question = self._question = Question(self._around.theme, self._window, safe, other)
        question.decided.connect(self._go)
        question.rejected.connect(self._stay)
        question.open()
        return question

    def _say_progress(self, done: int, total: int) -> None:
        if self._question is None:
            return
        from creditmate.i18n.ledger_words import progress_words  # noqa: PLC0415 - Babel comes with it

        around = self._around
        title = self._("Backing up what you did")
        far = progress_words(title, done, total, around.language, around.locale)
        detail = self._(
            "It is saved already. A second copy is being made and compared, which takes a moment;"
            " then this goes on by itself."
        )
        self._question.say(far, detail)

    # ------------------------------------------------------------- what came of it
    def _on_made(self) -> None:
        if self._question is not None:
            self._go()

    def _on_failed(self, error: UserError) -> None:
        if self._question is None:
            return
        from creditmate.ui.safety.backup_words import not_made_words  # noqa: PLC0415 - with Babel

        then = self._then
        self._close()
        self._then = then
        question = self._ask(self._("Stay here"))
        why = not_made_words(error, self._around.language, self._around.locale)
        detail = self._("What you did is saved in the ledger itself. {why}").format(why=why)
        question.say(self._("The backup was not made"), detail)

    def _on_stopped(self) -> None:
        if self._question is not None and self._backer.job is None:
            self._close()

    def _go(self) -> None:
        then = self._then
        self._close()
        if then is not None:
            then()

    def _stay(self) -> None:
        self._question, self._then = None, None

    def _close(self) -> None:
        question, self._question, self._then = self._question, None, None
        if question is not None and question.isVisible():
            question.rejected.disconnect(self._stay)
            question.close()
