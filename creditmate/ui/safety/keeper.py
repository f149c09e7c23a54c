"""Keeps an eye on the ledger that is open: its backups, its checks, what lies round it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Touched
from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.catalogue import words
from creditmate.services.program import Program
from creditmate.ui.banner_words import BannerWords
from creditmate.ui.banners import Banners
from creditmate.ui.going import Going
from creditmate.ui.kit.tag import Tone
from creditmate.ui.safety.backer import BY_HAND, DAILY, Backer
from creditmate.ui.safety.checker import Checker
from creditmate.ui.safety.drill import Drill
from creditmate.ui.safety.farewell import Farewell
from creditmate.ui.safety.notices import Notices
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.wishes import OpenSettings, SafeDeed

if TYPE_CHECKING:
    from creditmate.services.backup_standing import BackupStanding
    from creditmate.services.checking import Ruled
    from creditmate.services.upkeep import Proof

FAILED, FOUND, DAMAGED = "backup-failed", "check-found", "damaged"
"""The matters of its lines in the window."""


class Keeper(QObject):
    """Made when the first ledger is opened.

    Attributes:
        backer: Makes backups.
        checker: Checks the ledger.
        farewell: Backs up what was done before one leaves.
        notices: What is noticed by itself.
        drill: Tries the newest backup out.
    """

    told = Signal(str)
    wanted = Signal(object)
    """A ``Wish``."""
    touched = Signal(Touched)
    """``SAFETY``: what is known of backups and checks has changed."""

    def __init__(self, around: Surroundings, window: QWidget, banners: Banners) -> None:
        super().__init__(window)
        self._around, self._banners = around, banners
        self._ = words(around.language).gettext
        self.backer = Backer(around, self)
        self.checker = Checker(around, self)
        self.farewell = Farewell(around, window, self.backer)
        self.notices = Notices(around, banners)
        self._is_to_tell = False
        self.backer.standing_read.connect(self._on_standing)
        self.backer.made.connect(self._on_made)
        self.backer.failed.connect(self._on_failed)
        self.checker.ended.connect(self._on_checked)
        self.drill = Drill(around, self)
        self.drill.ended.connect(self._on_tried)

    @property
    def program(self) -> Program:
        """The program whose ledger it is."""
        return self._around.program

    # ------------------------------------------------------------- the ledger
    def begin(self, path: Path) -> None:
        """A ledger was opened."""
        self._is_to_tell = False  # of the one before
        self.backer.begin()
        self.checker.begin()
        self.notices.begin(path)

    def end(self) -> None:
        """No ledger is open any more, or soon none will be."""
        self.backer.end()
        self.checker.end()
        self.notices.end()
        self._banners.clear()

    def note_written(self, touched: Touched) -> None:
        """Something was written."""
        self.backer.note_written(touched & ~Touched.SAFETY)
        self.notices.note_written(touched & ~Touched.SAFETY)

    def on_new_day(self) -> None:
        """Another day has begun: the work of the one before is due."""
        self.backer.begin_day()
        self.notices.look()

    def do(self, deed: SafeDeed) -> None:
        """Do what somebody wants done now."""
        if deed is SafeDeed.BACK_UP:
            self.backer.start(BY_HAND)
        elif deed is SafeDeed.TRY_OUT:
            self.drill.start()
        elif deed is SafeDeed.CHECK and not self.checker.is_wanted:
            self.checker.now()
            self.told.emit(self._("The whole ledger is being checked; you can work meanwhile."))

    def knows_of_news(self) -> bool:
        """Whether something would be left behind that no backup holds."""
        can = self._around.program.works and not self._around.jobs.is_stopped
        return can and self.backer.has_news

    def back_up_unasked(self) -> None:
        """Begin to back up what was done, if that is not under way; nobody is asked or kept."""
        if self.knows_of_news():
            self.backer.start(DAILY)

    def before(self, going: Going, then: Callable[[], object]) -> None:
        """Do ``then`` once what was done is backed up."""
        self.farewell.before(going, then)

    def say_damaged(self, act: Callable[[], object]) -> None:
        """Say that a part of the ledger's file cannot be read; ``act`` leads to a whole one.

        A line and no dialog: whoever is in the middle of something comes to its end first.
        """
        if self._banners.line(DAMAGED) is not None:
            return
        title = self._("A part of this ledger's file cannot be read.")
        detail = self._(
            "What is in a backup is not lost. Enter nothing more here: a whole ledger can take this"
            " one's place in a minute."
        )
        says = BannerWords(title, detail, self._("To a whole ledger…"))
        self._banners.say(DAMAGED, says, Tone.DANGER, act, can_go=False)

    # ------------------------------------------------------------- what came of it
    def _on_made(self) -> None:
        self._is_to_tell = self.backer.reason == BY_HAND
        self.notices.look()

    def _on_standing(self, standing: "BackupStanding") -> None:
        self.touched.emit(Touched.SAFETY)
        if standing.failed is None:
            self._banners.take_back(FAILED)
        to_tell, self._is_to_tell = self._is_to_tell, False
        if to_tell:
            from creditmate.ui.safety.backup_words import made_by_hand_words  # noqa: PLC0415 - with Babel

            self.told.emit(made_by_hand_words(standing, self._around.language))

    def _on_failed(self, error: UserError) -> None:
        if self.farewell.question is not None:
            return  # it is said there
        from creditmate.ui.safety.backup_words import not_made_words  # noqa: PLC0415 - with Babel

        why = not_made_words(error, self._around.language, self._around.locale)
        title = self._("What you did is saved, but the backup was not made.")
        says = BannerWords(title, why, self._("Backups…"))
        self._banners.say(FAILED, says, act=self._to_backups)

    def _to_backups(self) -> None:
        self.wanted.emit(OpenSettings("backups"))

    def _on_tried(self, said: str) -> None:
        self.told.emit(said)
        self.touched.emit(Touched.SAFETY)

    def _on_checked(self, findings: "Sequence[Ruled]", proof: "Proof | None", wanted: bool) -> None:
        from creditmate.ui.safety.check_words import checked_words  # noqa: PLC0415 - with Babel

        if wanted and proof is not None:
            self.told.emit(checked_words(proof, self._around.language, self._around.locale))
        self.touched.emit(Touched.SAFETY)
        if not findings or _is_damage(findings):
            self._banners.take_back(FOUND)
            if findings:
                self._around.program.damage_met(UserError(Problem.LEDGER_DAMAGED))
            return
        title = self._("Checking found something in this ledger that is not as it must be.")
        detail = self._(
            "Nothing was changed by it. What it is, and what to do, stands under Trust."
        )
        says = BannerWords(title, detail, self._("Show it"))
        self._banners.say(FOUND, says, Tone.DANGER, self._to_trust)

    def _to_trust(self) -> None:
        self.wanted.emit(OpenSettings("trust"))


def _is_damage(findings: "Sequence[Ruled]") -> bool:
    from creditmate.services.checking import is_damage  # noqa: PLC0415 - the database comes with it

    return is_damage(findings)
