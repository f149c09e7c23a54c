"""Before a ledger is left: is the next one sound, and would anything stop or be lost?"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from creditmate.domain.errors import UserError
from creditmate.i18n.catalogue import words
from creditmate.i18n.ledger_words import progress_words, refused_words
from creditmate.ui.going import DISCARD, Going
from creditmate.ui.jobs import Job
from creditmate.ui.kit.question import Question
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from creditmate.domain.data_key import DataKey
    from creditmate.services.program import Program
    from creditmate.ui.ask_key import AskKey


class Leaving(QObject):
    """Asks whoever wants to leave the ledger that is open; until then nothing is touched.

    Args:
        around: Of the window.
        window: Over which is asked.
        choose: Lets the user choose another ledger.
        unsaved: Tells what was typed and would be lost, each by what it is about.
        ask_key: Gets the key of the next ledger, if it is protected.

    Attributes:
        last: Does what it is given once what was done is backed up.
        offer: Offers a way out of what keeps a ledger shut; tells whether there is one.
    """

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        choose: Callable[[], object],
        unsaved: Callable[[], Sequence[str]],
        ask_key: "AskKey",
    ) -> None:
        super().__init__(window)
        self._unsaved, self._ask_key = unsaved, ask_key
        self.last: Callable[[Going, Callable[[], object]], object] = _at_once
        self.offer: Callable[[UserError], bool] = _nothing_to_offer
        self._around, self._window, self._choose = around, window, choose
        self._ = words(around.language).gettext
        self._question: Question | None = None
        self._next = Path()
        self._then: Callable[[DataKey | None], object] = _nothing
        self._ready: Callable[[], object] = partial(_nothing, None)
        self._looking: Latest[bool] = Latest(around.desk, self._on_looked, self._on_error, self)

    def to(
        self,
        path: Path,
        then: "Callable[[DataKey | None], object]",
        key: "DataKey | None" = None,
    ) -> None:
        """Do ``then`` if there is a ledger that can be opened; else say why there is none.

        Args:
            path: The ledger.
            then: Given its key, None for an unprotected one.
            key: The same, if it is at hand; else the user is asked for it.
        """
        self._next, self._then = path, then
        self._look(key)

    def _look(self, key: "DataKey | None") -> None:
        self._ready = partial(self._then, key)
        self._looking.ask(partial(_looked_at, self._around.program, self._next, key))

    def ask(
        self,
        going: Going,
        then: Callable[[], object],
        typed: Sequence[str] | None = None,
        why: str = "",
    ) -> None:
        """Do ``then``, at once if nothing is stopped or lost by it; else the user decides.

        Args:
            going: Where to.
            then: What is done.
            typed: What of that which was typed is lost by it; None: all that is not saved.
            why: Why it is, and what helps.
        """
        typed = self._unsaved() if typed is None else typed
        if typed:
            question = self._ask(self._("Go on editing"), self._(DISCARD[going]))
            text = self._("Typed here and not in the ledger yet: {what}.")
            said = f"{text.format(what=', '.join(typed))} {why}".strip()
            question.say(self._("Leave without saving?"), said)
            question.decided.connect(partial(self._stop, going, then))
        else:
            self._stop(going, then)

    def _stop(self, going: Going, then: Callable[[], object]) -> None:
        job = self._around.jobs.worth_asking
        last = partial(self.last, going, then)
        if job is None:
            last()
            return
        question = self._ask(self._("Finish first"), self._(going))
        question.decided.connect(partial(self._around.jobs.clear, last))
        job.over.connect(question.reject)
        job.progressed.connect(self._on_progressed)
        self._say_progress(question, job)

    def refuse(self, error: UserError) -> None:
        """Say why another ledger was not opened; the one that is open stays."""
        if self.offer(error):
            return
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

    def _on_looked(self, is_sound: bool) -> None:
        if is_sound:
            ready, self._ready = self._ready, partial(_nothing, None)  # it has the key
            self.ask(Going.ANOTHER, ready)
        else:
            self._ask_key(self._next, self._look, self._on_no_key)

    def _on_no_key(self, error: UserError | None) -> None:
        if error is not None:
            self.refuse(error)

    def _on_error(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self.refuse(error)


def _looked_at(program: "Program", path: Path, key: "DataKey | None") -> bool:
    """See on the database thread that a ledger can be opened; False: its key is needed for it."""
    if key is None and program.ledgers.needs_key(path):
        return False
    program.ledgers.look_at(path, key)
    return True


def _nothing_to_offer(_error: UserError) -> bool:
    return False


def _at_once(_going: Going, then: Callable[[], object]) -> object:
    return then()


def _nothing(_key: "DataKey | None") -> None:
    """What follows before anything was asked."""
