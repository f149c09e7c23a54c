"""One call in hand: its sheet, its form and timer, kept while it is typed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from creditmate.domain.errors import UserError
from creditmate.domain.outcomes import Outcome
from creditmate.domain.plan_terms import PlanTerms
from creditmate.i18n.call_words import missing_words, recovered_words, taken_up_words
from creditmate.i18n.problems import problem_words
from creditmate.services.call_drafts import TypedCall
from creditmate.services.call_notes import CallNote
from creditmate.services.call_sheets import CallSheet
from creditmate.services.plan_agreeing import PlanDraft
from creditmate.ui.call.call_page import CallPage
from creditmate.ui.call.call_recorder import OpenForm
from creditmate.ui.call.call_timer import CallTimer
from creditmate.ui.call.draft_keeper import DraftKeeper
from creditmate.ui.call.form_state import Reader
from creditmate.ui.call.form_worth import is_unanswered, worth_keeping
from creditmate.ui.call.plan_in_form import drawn_up
from creditmate.ui.call.steps_before import recorded_words
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings


class Back(Enum):
    """How a form comes back in which something was typed before."""

    PUT_ASIDE = auto()
    RECOVERED = auto()
    NOTED = auto()
    """A moment ago, while it was found out who calls."""


class CallInHand(QObject):
    """Fills the page with a call, knows what stands in it and sees that it is kept."""

    told = Signal(bool)
    """Whether anything stands in the form that would be missed."""

    def __init__(self, around: Surroundings, page: CallPage, parent: QObject) -> None:
        super().__init__(parent)
        self._around, self._page = around, page
        self._clock = around.program.clock
        self._sheet: CallSheet | None = None
        self._untouched = TypedCall()
        self._begun = self._clock.now()
        self._chosen = self._is_refused = False
        self.timer = CallTimer(self)
        self.keeper = DraftKeeper(around.desk, self)
        self.timer.ticked.connect(self._on_tick)
        self.keeper.kept.connect(self._on_kept)
        self.keeper.failed.connect(self._on_lost)
        self._drafts: Latest[tuple[PlanTerms, PlanDraft | UserError]] = Latest(
            around.desk, self._on_draft, around.desk.failed.emit, self
        )
        page.head.timer_turned.connect(self.timer.turn)
        for part in (page.form, page.head, page.warning, page.stranger):
            part.edited.connect(self._on_edited)
        page.head.edited.connect(page.show_person)
        page.form.draft_wanted.connect(self._ask_draft)

    # ------------------------------------------------------------- which call
    @property
    def code(self) -> str:
        """Of which customer; empty while no call is in hand."""
        return "" if self._sheet is None else self._sheet.brief.customer.code

    @property
    def form(self) -> OpenForm:
        """What stands in the form now."""
        name = "" if self._sheet is None else self._sheet.brief.customer.name
        return OpenForm(self.code, name, self._begun, self.typed)

    @property
    def typed(self) -> TypedCall:
        """What stands in it, with whom, and what the timer has counted."""
        incoming = self._sheet is not None and self._sheet.incoming
        return replace(
            self._page.form.typed,
            with_name=self._page.head.name,
            incoming=incoming,
            seconds=self.timer.seconds,
            override=self._page.warning.reason.text(),
            was_agreed=self._page.warning.is_agreed,
            may_discuss=self._page.stranger.is_said,
        )

    @property
    def is_worth_keeping(self) -> bool:
        """Whether anything stands in it that would be missed."""
        return self._sheet is not None and worth_keeping(self.typed, self._untouched)

    @property
    def is_lost(self) -> bool:
        """Whether that could not be kept the last time: it would be gone with the form."""
        return self._is_refused and self.is_worth_keeping

    @property
    def carried(self) -> tuple[Callable[[], datetime], ...]:
        """Work that keeps it in the ledger that is open then, if it would be missed."""
        return (self._picture(),) if self.is_worth_keeping else ()

    def take_up(self, sheet: CallSheet, back: Back, *, running: bool) -> None:
        """Begin a call, or go on with one that was not finished.

        Args:
            sheet: Of whom.
            back: How it comes back, where something was typed before.
            running: The timer goes on from where it was; of a new call it runs from the start.
        """
        self.keeper.flush()  # typed in the other form while this one was asked for
        self._sheet = None  # nothing that is filled in from here on was typed
        draft, page = sheet.draft, self._page
        page.show_sheet(sheet)
        page.form.show_sheet(sheet, self._clock.today, self._around.locale)
        page.kept.show_kept(None if draft is None else draft.saved_at.astimezone())
        self._begun = self._clock.now() if draft is None else draft.begun_at
        self.timer.begin(
            0 if draft is None else draft.typed.seconds, running=draft is None or running
        )
        self._sheet = sheet
        self._is_refused = False
        self.keeper.begin()
        self._untouched = self.typed
        self._chosen = draft is not None and bool(draft.typed.outcome)
        if draft is not None:
            page.head.show_name(draft.typed.with_name)
            self._untouched = TypedCall()
            page.tell("" if back is Back.NOTED else self._back_words(draft.saved_at, back))
        self.told.emit(self.is_worth_keeping)

    def keep_on(self) -> None:
        """It could not be recorded: what stands in it is to be kept as before."""
        self.keeper.begin()
        self._on_edited()

    def put_down(self) -> None:
        """No call is in hand any more."""
        self._sheet = None
        self.keeper.end()
        self.timer.begin(0, running=False)

    # ------------------------------------------------------------- filling in
    def choose(self, outcome: Outcome) -> bool:
        """Choose by letter, and go where the outcome needs something first.

        Returns:
            Whether that says it all, so that the call is to be saved at once: nobody answered.
        """
        form = self._page.form
        unanswered = not self._chosen and is_unanswered(
            self.typed, form.offered.amount, form.offered.by
        )
        form.outcomes.choose(outcome)
        if outcome is Outcome.NO_ANSWER and unanswered:
            return True
        form.focus_first(outcome)
        if unanswered and self._page.leave.show_for(outcome) and outcome is Outcome.GATEKEEPER:
            self._page.head.ask_whom()  # with whom word is left
        return False

    def finished(self) -> CallNote | None:
        """Return the call to be recorded; if something is missing say so and go there."""
        if self._sheet is None:
            return None
        typed, form = self.typed, self._page.form
        reader = Reader(self._sheet, self._clock.today, self._around.locale)
        got = reader.understand(typed)
        problems = form.problems(typed, got)
        asked = self._page.warning.is_asked
        self._page.warning.refuse(missing_words("override", self._around.language) if asked else "")
        whom = problems.get("with", "")
        self._page.head.mark(faulty=bool(whom), problem=whom)
        form.refuse(problems)
        if not problems and not asked:
            return reader.note(typed, got)
        if not problems:
            self._page.warning.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        first = next(iter(problems))
        if first == "with":
            self._page.head.with_whom.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            form.go_to(first)
        return None

    def told_of(self, note: CallNote) -> str:
        """Return what is told once a call is recorded."""
        today, how = self._clock.today, (self._around.language, self._around.locale)
        return "" if self._sheet is None else recorded_words(self._sheet, note, today, how)

    def _ask_draft(self, terms: PlanTerms) -> None:
        """Have it worked out what a plan would be, while one goes on typing."""
        plans, code = self._around.program.plans, self.code
        if code:
            self._drafts.ask(partial(drawn_up, plans, code, terms))

    def _on_draft(self, found: "tuple[PlanTerms, PlanDraft | UserError]") -> None:
        if self._sheet is not None:
            self._page.form.show_draft(*found)

    # ------------------------------------------------------------- keeping
    def _on_edited(self) -> None:
        if self._sheet is None:
            return
        self._chosen = self._chosen or bool(self.typed.outcome)
        self._page.head.mark(faulty=False)
        self.keeper.touch(self._picture)
        self.told.emit(self.is_worth_keeping)

    def _picture(self) -> Callable[[], datetime]:
        form = self.form
        return partial(self._around.program.call_drafts.save, form.code, form.begun, form.typed)

    def _on_kept(self, at: datetime) -> None:
        self._is_refused = False
        if not self.keeper.is_behind:
            self._page.kept.show_kept(at.astimezone())

    def _on_lost(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._is_refused = True
        around = self._around
        self._page.kept.show_lost(problem_words(error, around.language, around.locale))
        if self._sheet is not None:
            self.keeper.touch(self._picture)

    def _on_tick(self) -> None:
        self._page.head.show_time(self.timer.seconds, running=self.timer.is_running)

    def _back_words(self, saved: datetime, back: Back) -> str:
        now, around = self._clock.now().astimezone(), self._around
        said = recovered_words if back is Back.RECOVERED else taken_up_words
        return said(saved.astimezone(), now, around.language, around.locale)
