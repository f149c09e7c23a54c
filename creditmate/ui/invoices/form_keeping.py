"""Keeping the form that is in hand as it is typed, and throwing it away."""

from datetime import datetime

from PySide6.QtCore import QObject, Signal

from creditmate.i18n.catalogue import words
from creditmate.ui.call.draft_keeper import DraftKeeper
from creditmate.ui.invoices.form_in_hand import FormInHand
from creditmate.ui.kit.page_head import PageHead
from creditmate.ui.kit.tag import Tone
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings


class FormKeeping(QObject):
    """Says in the head whether all that is typed is kept.

    Attributes:
        is_refused: Whether it could not be kept the last time: it would be gone with the form.
    """

    kept = Signal()
    dropped = Signal()

    def __init__(
        self, around: Surroundings, in_hand: FormInHand, head: PageHead, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._around, self._in_hand, self._head = around, in_hand, head
        self._ = words(around.language).gettext
        self.is_refused = False
        self._keeper = DraftKeeper(around.desk, self)
        self._keeper.kept.connect(self._on_kept)
        self._keeper.failed.connect(self._on_not_kept)
        failed = around.desk.failed.emit
        self._dropping: Latest[None] = Latest(around.desk, self._on_dropped, failed, self)

    def begin(self) -> None:
        """From now on the form is kept."""
        self.is_refused = False
        self._keeper.begin()

    def touch(self) -> None:
        """Something was typed."""
        self._keeper.touch(lambda: self._in_hand.draft.save(self._around.program))

    def flush(self) -> None:
        """Keep it now, if anything was typed since."""
        self._keeper.flush()

    def end(self) -> None:
        """It is being issued, or put down."""
        self._keeper.end()

    def drop(self) -> None:
        """Throw it away."""
        self._keeper.end()
        self._dropping.ask(self._in_hand.draft.drop(self._around.program))

    def _on_kept(self, _at: datetime) -> None:
        self.is_refused = False
        self._head.show_tag(self._("Draft"), Tone.NEUTRAL)
        self.kept.emit()

    def _on_not_kept(self, error: Exception) -> None:
        self.is_refused = True
        self._head.show_tag(self._("Not saved yet"), Tone.DANGER)
        self._around.desk.failed.emit(error)

    def _on_dropped(self, _none: None) -> None:
        self.dropped.emit()
