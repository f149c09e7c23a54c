"""Recording a call or throwing its form away, and the way back from either."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from creditmate.domain.changes import Saved, Touched
from creditmate.services.attachments import read_files
from creditmate.services.call_drafts import TypedCall
from creditmate.services.call_notes import CallNote
from creditmate.services.program import Program
from creditmate.ui.queries import Desk
from creditmate.ui.wishes import StartCall


@dataclass(frozen=True, slots=True)
class OpenForm:
    """A form as it stands: of which customer, begun when, with what in it."""

    code: str
    name: str
    begun: datetime
    typed: TypedCall


class CallRecorder(QObject):
    """One call at a time.

    Attributes:
        is_busy: Whether a call is being recorded or thrown away.
        brought_back: Where to go once an undo has brought a form back.
    """

    recorded = Signal(OpenForm, Saved)
    discarded = Signal(OpenForm)
    failed = Signal(Exception)

    def __init__(self, program: Program, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._program, self._desk = program, desk
        self.is_busy = False
        self.brought_back: StartCall | None = None

    def record(self, form: OpenForm, note: CallNote) -> None:
        """Put a call on record; its form is finished with it."""
        self.is_busy = True
        calls = self._program.calls

        def put_down() -> Saved:
            whole = _with_files(note, form.typed)
            return calls.record(form.code, whole, ends_draft=True)

        self._desk.ask(put_down, partial(self._on_recorded, form), self)

    def discard(self, form: OpenForm) -> None:
        """Throw a form away."""
        self.is_busy = True
        drafts = self._program.call_drafts
        self._desk.ask(partial(drafts.discard, form.code), partial(self._on_discarded, form), self)

    def undo_of(self, form: OpenForm, saved: Saved) -> Callable[[], Touched]:
        """Return what takes a recorded call back, for the database thread."""

        def undo() -> Touched:
            row = self._program.call_drafts.row(form.code, form.begun, form.typed)
            touched = self._program.calls.undo(saved.id, row)
            self.brought_back = _way_to(form)
            return touched

        return undo

    def undo_discard(self, form: OpenForm) -> Callable[[], Touched]:
        """Return what brings a form back that was thrown away, for the database thread."""

        def undo() -> Touched:
            self._program.call_drafts.bring_back(form.code, form.begun, form.typed)
            self.brought_back = _way_to(form)
            return Touched.NOTHING

        return undo

    def _on_recorded(self, form: OpenForm, future: "Future[Saved]") -> None:
        if self._went_well(future):
            self.recorded.emit(form, future.result())

    def _on_discarded(self, form: OpenForm, future: "Future[None]") -> None:
        if self._went_well(future):
            self.discarded.emit(form)

    def _went_well(self, future: "Future[Saved] | Future[None]") -> bool:
        self.is_busy = False
        error = future.exception()
        if isinstance(error, Exception):
            self.failed.emit(error)
        return error is None


def _with_files(note: CallNote, typed: TypedCall) -> CallNote:
    """Read what shows a query; not for the window's thread.

    Raises:
        UserError: ``ATTACHMENT_REFUSED``: a file is empty, too large, or gone.
    """
    if note.dispute is None or not typed.query_files:
        return note
    files = read_files(map(Path, typed.query_files))
    return replace(note, dispute=replace(note.dispute, files=files))


def _way_to(form: OpenForm) -> StartCall:
    return StartCall(form.code, form.typed.incoming, recovered=True)
