"""The right side of the call: covered, ended, promised, felt, noted, next, read back."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QScrollArea

from creditmate.domain.call_extras import Besides, unfolds
from creditmate.domain.call_script import Script, Situation
from creditmate.domain.confirmation import WANTS_COPY
from creditmate.domain.errors import UserError
from creditmate.domain.outcomes import Outcome
from creditmate.domain.plan_terms import PlanTerms
from creditmate.services.call_drafts import TypedCall
from creditmate.services.call_sheets import CallSheet
from creditmate.services.plan_agreeing import PlanDraft
from creditmate.ui.call.call_noting import Understood
from creditmate.ui.call.filling_in import fill_in, what_follows
from creditmate.ui.call.form_parts import FormParts
from creditmate.ui.call.form_state import Reader
from creditmate.ui.call.form_words import FormWords
from creditmate.ui.call.in_sight import InSight
from creditmate.ui.call.offers import Offers
from creditmate.ui.call.plan_in_form import PlanInForm, agreed_plan, begun
from creditmate.ui.call.steps_before import steps_before
from creditmate.ui.theme.theme import Theme


class CallForm(QScrollArea):
    """Says as it is filled in what it understands; what is wrong only when asked to save.

    Of the form, everything but with whom, the timer and who called.
    """

    edited = Signal()
    draft_wanted = Signal(object)
    """What a plan would be is to be worked out: its ``PlanTerms``; None: there is none."""

    def __init__(self, theme: Theme, language: str, locale: str) -> None:
        super().__init__()
        self._words = FormWords(language, locale)
        self._how, self._speaker = (language, locale), ""
        self._plan = PlanInForm()
        self._reader: Reader | None = None
        self._sheet: CallSheet | None = None
        self._offered = Offers()
        self._unfolded: Besides | None = None
        self._situation, self._today = Situation.MONEY_DUE, date.min
        self._script: Script | None = None
        self._quiet = False
        self._doubted: Mapping[str, str] = {}
        self.parts = FormParts(theme, language, locale)
        self._sight = InSight(self, self.parts)
        self.outcomes, self.agreed = self.parts.outcomes, self.parts.agreed
        self.ticks, self.extras, self.feel = self.parts.ticks, self.parts.extras, self.parts.feel
        self.notes, self.next = self.parts.notes, self.parts.next
        self.read_back = self.parts.read_back
        self._lay_out()
        self.outcomes.chosen.connect(self._on_outcome)
        parts = (self.ticks, self.agreed, self.extras, self.feel, self.notes, self.next)
        for part in parts:
            part.edited.connect(self._on_edited)
        for part in (self.agreed, self.extras, self.next):
            part.left.connect(self._on_left)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave every key to the screen; what has the focus is scrolled into sight anyway."""
        event.ignore()

    # ------------------------------------------------------------- what is in it
    def show_sheet(self, sheet: CallSheet, today: date, locale: str) -> None:
        """Begin a form, with what had been typed in it before."""
        typed = TypedCall() if sheet.draft is None else sheet.draft.typed
        outcome = Outcome(typed.outcome) if typed.outcome else None
        self._quiet, self._doubted = True, {}
        self._reader, self._sheet = Reader(sheet, today, locale), sheet
        self._words.begin(sheet, today)
        self._situation, self._today = sheet.script.situation, today
        self.ticks.show_script(self._script or sheet.script, typed.ticks, today)
        self.parts.show_typed(sheet, typed, today)
        self.agreed.show_deeds(self._words.deeds())
        self._plan, self._unfolded = PlanInForm(), unfolds(outcome)
        self.feel.offer_question(self._situation, typed.signals)
        got = self._reader.understand(typed)
        self._offered = what_follows(self.parts, self._words, self._reader)
        self._quiet = False
        self._show(typed, got)
        self.verticalScrollBar().setValue(0)

    def speak_with(self, name: str) -> None:
        """Know whom one speaks with: what was agreed with others is not answered."""
        if name != self._speaker:
            self._speaker = name
            if self._reader is not None and not self._quiet:
                typed = self.typed
                self._show(typed, self._reader.understand(typed))

    def show_script(self, script: Script) -> None:
        """Show what may be covered with whoever is on the line."""
        if script != self._script:
            self._script = script
            if self._reader is not None:
                self.ticks.show_script(script, self.ticks.ticked, self._today)

    @property
    def typed(self) -> TypedCall:
        """What stands in it."""
        return self.parts.typed

    @property
    def offered(self) -> Offers:
        """What it has filled in by itself."""
        return self._offered

    # ------------------------------------------------------------- filling in
    def note_down(self, said: str) -> None:
        """Write something into the notes, below what stands there."""
        self.notes.input.moveCursor(QTextCursor.MoveOperation.End)
        before = self.notes.input.toPlainText().strip()
        self.notes.input.insertPlainText(f"\n{said}" if before else said)

    def focus_first(self, outcome: Outcome) -> None:
        """Go where an outcome needs something first; a day proposed there is typed over."""
        asked = unfolds(outcome)
        if asked is not None and asked is not Besides.BARRIER:
            self.unfold(asked)
        elif outcome in WANTS_COPY and self.extras.barrier.copies.asks:
            self.go_to("copies")
        elif outcome.promises_money and not self.agreed.theirs.what.text():
            self.go_to("promise")  # whatever is typed first is how much
        elif outcome.promises_money:
            self.go_to("by")
            by = self.agreed.theirs.by
            if by.text() == self._offered.by:
                by.selectAll()
        elif outcome is Outcome.PAYMENT_SENT:
            self.go_to("paid-on")
        elif outcome is Outcome.CALL_BACK:
            self.go_to("next")

    def unfold(self, besides: Besides) -> None:
        """Unfold what may come of the call besides, and begin to fill it in."""
        if self._reader is None:
            return
        self.extras.unfold(besides)
        self.extras.begin(besides)
        self._sight.see_part(self.extras.parts[besides])
        self._on_edited()

    def _on_outcome(self, outcome: Outcome) -> None:
        """What the outcome before had unfolded is folded away unless it was filled in."""
        before, self._unfolded = self._unfolded, unfolds(outcome)
        if before is not None and before is not self._unfolded and self._is_bare(before):
            self.extras.fold(before)
        if self._unfolded is not None:
            self.extras.unfold(self._unfolded)
        self._on_edited()
        self._sight.see_chosen()

    def _is_bare(self, besides: Besides) -> bool:
        part = self.extras.parts[besides]
        return replace(part.typed(TypedCall()), query_item="", barrier="") == TypedCall()

    def show_draft(self, terms: PlanTerms, draft: PlanDraft | UserError) -> None:
        """Show what a plan would be, or why it cannot be, unless another one is meant by now."""
        if self._reader is not None:
            self._plan = PlanInForm(terms, draft)
            typed = self.typed
            self._show(typed, self._reader.understand(typed))
            plan, focus = self.extras.plan, self.focusWidget()
            if focus is not None and plan.isAncestorOf(focus):
                self.ensureWidgetVisible(plan)

    def _on_edited(self) -> None:
        if self._quiet or self._reader is None:
            return
        self._offer(self._reader)
        typed = self.typed
        self._show(typed, self._reader.understand(typed))
        self.edited.emit()

    def _offer(self, reader: Reader) -> None:
        """Fill in what follows from the rest, over what was filled in so before."""
        self._quiet = True
        self._offered = fill_in(self.parts, self._words, reader, self._offered)
        self._quiet = False

    def _show(self, typed: TypedCall, got: Understood) -> None:
        """Say what is understood; what is half typed is not called wrong."""
        self.agreed.show_for(speaks=got.speaks_of_promises, says_paid=got.says_paid)
        self.extras.setVisible(got.speaks_of_promises)
        self.feel.offer_question(self._situation, typed.signals)
        far = self._words.doubts(got)
        theirs = self._words.theirs(got, anew=typed.replaces)
        if self._reader is not None and got.speaks_of_promises:
            could = self._reader.takes_place(typed, got, replaces=True)
            self.agreed.show_before(self._words.before(could, got))
        self.agreed.theirs.echo(*theirs, doubtful=not far.keys().isdisjoint({"by", "promise"}))
        self.agreed.ours.echo(*self._words.ours(got), doubtful="we-by" in far)
        self.next.name_step(looks_for_money=got.looks_for_money)
        doubtful = not far.keys().isdisjoint({"next", "next-at"})
        self.next.echo(*self._words.next(got), doubtful=doubtful)
        self.next.tell_before(self._answers(got))
        self.notes.clear()
        if self._reader is not None:
            self.agreed.said.echo(*self._words.paid(got, self._reader.waits_until(typed, got)))
            self._say_besides(self._reader, typed, got)

    def _answers(self, got: Understood) -> str:
        """What of the next steps it takes the place of."""
        if self._sheet is None:
            return ""
        return steps_before(self._sheet, got, self._speaker, self._today, self._how)

    def _say_besides(self, reader: Reader, typed: TypedCall, got: Understood) -> None:
        """What is understood of what was unfolded, and the sentence that tells all of it."""
        told = reader.extras.plan(typed, got.extras)
        terms = begun(told, got.promised, got.by, anew=typed.replaces)
        known = self._plan.of(terms)
        if terms is not None and known is None:
            self.draft_wanted.emit(terms)
        for besides, part in self.extras.parts.items():
            part.echo(*self._words.besides(besides, got.extras))
        if isinstance(known, UserError):
            self.extras.plan.warn(self._words.problem(known))
        elif known is not None:
            self.extras.plan.echo(*self._words.plan(known))
            self.extras.plan.ask_why(wanted=known.needs_reason)
        plan = known if isinstance(known, PlanDraft) else None
        agreed = reader.agreed(typed, got, agreed_plan(plan))
        self.read_back.show_sentence(self._words.read_back(agreed))

    def _on_left(self) -> None:
        """One has left a field: now what cannot be read in it is said."""
        if self._reader is not None:
            bad = self._reader.understand(self.typed).bad
            self.refuse({name: self._words.unread(error) for name, error in bad.items()})

    # ------------------------------------------------------------- saving
    def problems(self, typed: TypedCall, got: Understood) -> dict[str, str]:
        """Return what is not right yet, in words by field, in the order of the form."""
        if self._reader is None:
            return {}
        names: Sequence[str] = self._reader.missing(typed, got)
        return {name: self._words.missing(name, got) for name in names} or self._doubts(got)

    def _doubts(self, got: Understood) -> dict[str, str]:
        """Days that hardly anybody means are pointed at once; whoever saves again means them."""
        found = self._words.doubts(got)
        fresh = {name: said for name, said in found.items() if self._doubted.get(name) != said}
        self._doubted = found
        return fresh

    def refuse(self, problems: Mapping[str, str]) -> None:
        """Say below each field what is wrong with it."""
        self.parts.refuse(problems)

    def refuse_files(self, error: UserError) -> None:
        """Say below what shows a query why a file of it cannot be kept, and go there."""
        self.unfold(Besides.QUERY)
        self.refuse({"query-files": self._words.problem(error)})
        self.go_to("query-files")

    def go_to(self, name: str) -> None:
        """Put the focus into a field, and into sight the field and what is said of it."""
        self._sight.go_to(self.parts.field(name))

    def _lay_out(self) -> None:
        self.setWidget(self.parts)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
