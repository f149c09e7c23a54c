"""Before a ledger is left: is the next one sound, and would anything stop or be lost?"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from creditmate.domain.errors import UserError
from creditmate.i18n.catalogue import words
from creditmate.i18n.ledger_words import progress_words, refused_words
from creditmate.ui.jobs import Job
from creditmate.ui.kit.question import Question
from creditmate.ui.queries import Latest
from creditmate.ui.shell.going import DISCARD, Going
from creditmate.ui.surroundings import Surroundings


class Leaving(QObject):
    """Asks whoever wants to leave the ledger that is open; until then nothing is touched.

    Args:
        around: Of the window.
        window: Over which is asked.
        choose: Lets the user choose another ledger.
        unsaved: Tells what was typed and would be lost, each by what it is about.
    """

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        choose: Callable[[], object],
        unsaved: Callable[[], Sequence[str]],
    ) -> None:
        super().__init__(window)
        self._unsaved = unsaved
        self._around, self._window, self._choose = around, window, choose
        self._ = words(around.language).gettext
        self._question: Question | None = None
        self._then: Callable[[], object] = _nothing
        self._looking: Latest[None] = Latest(around.desk, self._on_sound, self._on_error, self)

    def to(self, path: Path, then: Callable[[], object]) -> None:
        """Do ``then`` if there is a ledger that can be opened; else say why there is none."""
        self._then = partial(self.ask, Going.ANOTHER, then)
        self._looking.ask(partial(self._around.program.ledgers.look_at, path))

    def ask(self, going: Going, then: Callable[[], object]) -> None:
        """Do ``then``, at once if nothing is stopped or lost by it; else the user decides."""
        typed = self._unsaved()
        if typed:
            question = self._ask(self._("Go on editing"), self._(DISCARD[going]))
            text = self._("Typed here and not in the ledger yet: {what}.")
            question.say(self._("Leave without saving?"), text.format(what=", ".join(typed)))
            question.decided.connect(partial(self._stop, going, then))
        else:
            self._stop(going, then)

    def _stop(self, going: Going, then: Callable[[], object]) -> None:
        job = self._around.jobs.worth_asking
        if job is None:
            then()
            return
        question = self._ask(self._("Finish first"), self._(going))
        question.decided.connect(then)
        job.over.connect(question.reject)
        job.progressed.connect(self._on_progressed)
        self._say_progress(question, job)

    def refuse(self, error: UserError) -> None:
        """Say why another ledger was not opened; the one that is open stays."""
        question = self._ask(self._("Stay here"), self._("Choose another…"))
        title, why = refused_words(error, self._around.language, self._around.locale)
        if not why:
            title, why = self._("The ledger was not opened"), title
        stays = self._("The ledger you are in stays open.")
        question.say(title, f"{why} {stays}")
        question.decided.connect(self._choose)

    def _ask(self, safe: str, other: str) -> Question:
        """Open a question in the place of one that was not answered."""
        if self._question is not None:
            self._question.reject()
        question = self._question = Question(self._around.theme, self._window, safe, other)
        question.finished.connect(self._on_answered)
        question.open()
        return question

    def _on_progressed(self) -> None:
        job = self.sender()
        if self._question is not None and isinstance(job, Job):
            self._say_progress(self._question, job)

    def _on_answered(self) -> None:
        self._question = None

    def _say_progress(self, question: Question, job: Job) -> None:
        around = self._around
        far = progress_words(job.title, job.done, job.total, around.language, around.locale)
        question.say(far, job.if_stopped)

    def _on_sound(self, _none: None) -> None:
        self._then()

    def _on_error(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self.refuse(error)


def _nothing() -> None:
    """What follows before anything was asked."""
