"""Asks for the key of a ledger: this computer's memory first, then whoever sits there."""

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path

from PySide6.QtCore import QObject

from creditmate.domain.data_key import DataKey
from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.remembering_words import remembering_words
from creditmate.services import unlocking
from creditmate.ui.kit.clipboard import forget_secret
from creditmate.ui.queries import Latest
from creditmate.ui.security.cover import Cover
from creditmate.ui.security.key_work import Known, Locked, Opened, known, opened, unlocked
from creditmate.ui.security.unlock_card import UnlockCard
from creditmate.ui.surroundings import Surroundings

Then = Callable[[DataKey], object]
Left = Callable[[UserError | None], object]
_OF_CARD = frozenset({
    Problem.WRONG_PASSWORD, Problem.RECOVERY_CODE, Problem.KEY_OTHER, Problem.KEY_FILE_MISSING,
    Problem.KEY_FILE_DAMAGED, Problem.KEY_FILE_OTHER, Problem.KEY_FILE_NEWER,
})  # fmt: skip
"""What another try, or the sheet, may mend."""


class Gate(QObject):
    """One ledger at a time; the card covers the window until there is a key or it is left.

    Args:
        around: Of the window.
        cover: What the card lies on.
        tell: Says in passing why a key is not remembered.

    Attributes:
        is_typed: Whether the last key was typed, and not this computer's memory.
        is_by_sheet: Whether it was typed from the sheet.
    """

    def __init__(
        self,
        around: Surroundings,
        cover: Cover,
        tell: Callable[[str], object],
    ) -> None:
        super().__init__(cover)
        self._around, self._cover, self._tell = around, cover, tell
        self._path = Path()
        self._then: Then = _nothing
        self._left: Left = _nothing
        self._locked: Callable[[], Locked] | None = None
        self.is_typed = self.is_by_sheet = False
        keys = around.keys
        self._knowing: Latest[Known] = Latest(keys, self._on_known, self._on_unknown, self)
        self._trying: Latest[Opened] = Latest(keys, self._on_opened, self._on_refused, self)

    @cached_property
    def card(self) -> UnlockCard:
        """The card, made when it is first needed."""
        card = UnlockCard(self._around)
        card.tried.connect(self._on_tried)
        card.left.connect(self._on_left)
        card.backup_wanted.connect(self._on_backup_wanted)
        return card

    # ------------------------------------------------------------- asking
    def ask(self, path: Path, then: Then, left: Left) -> None:
        """Get the key of a ledger that is shut.

        Args:
            path: The ledger.
            then: Given the key, once the window is uncovered again.
            left: What is done if the ledger is left shut; given why it cannot be opened at all,
                None if the user left it.
        """
        self._path, self._then, self._left, self._locked = path, then, left, None
        self.is_typed = self.is_by_sheet = False
        self._knowing.ask(partial(known, path))

    def lock(self, path: Path, locked: Callable[[], Locked], then: Then) -> None:
        """Cover the window; it is uncovered, and ``then`` done, when the ledger is open again.

        Args:
            path: The ledger.
            locked: Tells how it stands behind the lock at that moment.
            then: Given the key then.
        """
        self.forget()
        self._path, self._then, self._locked = path, then, locked
        self._show(can_leave=False)

    def forget(self) -> None:
        """Ask for nothing any more."""
        self._knowing.forget()
        self._trying.forget()

    def _show(self, *, can_leave: bool, why: str = "") -> None:
        is_lock = self._locked is not None
        self.card.ask(self._path.stem, can_leave=can_leave, is_lock=is_lock, why=why)
        self._cover.lay(self.card)
        self.card.begin()

    def _on_known(self, found: Known) -> None:
        if found.key is not None:
            self._then(found.key)
            return
        why = remembering_words(found.why.value, self._around.language) if found.why else ""
        self._show(can_leave=True, why=why)
        if found.problem is not None:
            self.card.offer_sheet(found.problem)
            self.card.begin()

    def _on_unknown(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._left(error)
        else:
            self._left(None)
            self._around.desk.failed.emit(error)

    # ------------------------------------------------------------- what was typed
    def _on_tried(self, typed: str, is_sheet: bool) -> None:
        self.is_typed, self.is_by_sheet = True, is_sheet
        if self._locked is not None:
            program, locked = self._around.program, self._locked()
            find = partial(unlocked, program, locked, typed, is_sheet=is_sheet)
        else:
            by = unlocking.unlock_with_sheet if is_sheet else unlocking.unlock
            find = partial(by, self._path, typed)
        self._trying.ask(partial(opened, find, remember=self.card.remember.isChecked()))

    def _on_opened(self, found: Opened) -> None:
        self._close()
        if self.is_by_sheet:
            forget_secret()
        if found.why is not None:
            self._tell(remembering_words(found.why.value, self._around.language))
        then, self._then = self._then, _nothing
        then(found.key)

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, UserError):
            if self._locked is None and error.problem not in _OF_CARD:
                self._close()
                self._left(error)
            else:
                self.card.refuse(error)
        else:
            self.card.rest()
            self._around.desk.failed.emit(error)

    def _on_left(self) -> None:
        self.stop()
        self._left(None)

    def _on_backup_wanted(self, error: UserError) -> None:
        self.stop()
        self._left(UserError(error.problem, **error.facts, ledger=self._path))

    def stop(self) -> None:
        """Ask no more; the window is uncovered."""
        self.forget()
        self._close()

    def _close(self) -> None:
        self.card.forget()
        self._cover.lift()


def _nothing(_given: object) -> None:
    """What follows while nothing is asked."""
