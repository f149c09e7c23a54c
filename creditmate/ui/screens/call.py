"""Call: the brief beside a form that is kept while it is typed and saved by one key."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QKeyCombination, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from creditmate.domain.call_extras import Besides
from creditmate.domain.changes import Saved, Touched
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.outcomes import Outcome, outcome_of_key
from creditmate.i18n.call_words import timer_words
from creditmate.i18n.catalogue import words
from creditmate.services.call_drafts import CallDraft
from creditmate.services.call_sheets import CallSheet
from creditmate.services.customers import Brief
from creditmate.services.ledgers import LedgerFacts
from creditmate.ui.call.call_in_hand import Back, CallInHand
from creditmate.ui.call.call_page import CallPage
from creditmate.ui.call.call_recorder import CallRecorder, OpenForm
from creditmate.ui.call.putting_right import PuttingRight
from creditmate.ui.kit.screen import Screen
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.typed_on import TypedOn
from creditmate.ui.wishes import DoThere, GoBack, NextLine, OpenPayments, StartCall, Wish

_ELSEWHERE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_BACK = QKeyCombination(Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Left)
_ENTER = {int(Qt.Key.Key_Return), int(Qt.Key.Key_Enter)}


class CallScreen(Screen):
    """One call is in hand at a time; another one begun meanwhile is parked, never lost."""

    shows = ~Touched.SETTINGS & ~Touched.PAPERS & ~Touched.SAFETY

    def __init__(self, around: Surroundings, _facts: LedgerFacts) -> None:
        super().__init__()
        self._around = around
        self._sheets = around.program.call_sheets
        self._then: Wish = GoBack()
        self._said = ""
        self._recovered = self._still = self._chained = self._noted = False
        self._inside: QWidget | None = None
        self.page = CallPage(around)
        self.in_hand = CallInHand(around, self.page, self)
        self.recorder = CallRecorder(around.program, around.desk, self)
        self.typed_on = TypedOn(self)
        desk, failed = around.desk, around.desk.failed.emit
        self._opening: Latest[CallSheet] = Latest(desk, self._on_sheet, failed, self)
        self._briefs: Latest[Brief] = Latest(desk, self._show_brief, failed, self)
        self._dropping: Latest[None] = Latest(desk, lambda _none: None, failed, self)
        self._parked: Latest[tuple[CallDraft, ...]] = Latest(desk, self._on_parked, failed, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        self.page.hide()
        self._connect()

    def _connect(self) -> None:
        page = self.page
        page.saved.connect(partial(self.save, GoBack()))
        page.saved_next.connect(self._save_next)
        page.discarded.connect(self._discard)
        page.help.taken.connect(self._save_and_help)
        page.brief.look_asked.connect(lambda code: self.wanted.emit(OpenPayments(code, True)))
        page.head.went_back.connect(self._go_back)
        right = PuttingRight(self._around, page)
        page.head.details_asked.connect(lambda: right.ask_details(self.in_hand.code))
        page.head.paying_asked.connect(lambda: right.ask_paying(self.in_hand.code))
        right.changed.connect(self.changed)
        right.told.connect(self.told)
        self.typed_on.dropped.connect(page.form.outcomes.ask_again)
        self.in_hand.told.connect(page.discard.setVisible)
        self.in_hand.timer.ticked.connect(self._count)
        self.recorder.recorded.connect(self._on_recorded)
        self.recorder.discarded.connect(self._on_discarded)
        self.recorder.failed.connect(self._on_failed)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, work in (
            ("Ctrl+S", partial(self.save, GoBack())),
            ("Ctrl+Return", self._save_next),
            ("Ctrl+Enter", self._save_next),
            ("Ctrl+W", self._save_and_confirm),
            ("Ctrl+H", self._save_and_help),
            ("Escape", self._to_outcomes),
            ("F8", page.turn_leave),
            ("F9", page.turn_brief),
            ("Ctrl+D", partial(page.form.unfold, Besides.QUERY)),
            ("Ctrl+P", partial(page.form.unfold, Besides.PLAN)),
            ("Ctrl+M", partial(page.form.unfold, Besides.TIME)),
        ):
            QShortcut(QKeySequence(keys), self, context=within).activated.connect(work)

    # ------------------------------------------------------------- which call
    def take(self, wish: object) -> None:
        """Begin a call with a customer, or go back to it where it was left."""
        if not isinstance(wish, StartCall) or wish.code == self.in_hand.code:
            return
        if self.in_hand.is_lost:
            _ = words(self._around.language).gettext
            said = _("The call with {name} is not saved yet: save or discard it before you begin"
                     " another.")  # fmt: skip
            self.told.emit(said.format(name=self.in_hand.form.name))
        else:
            self.in_hand.keeper.flush()
            self.stands.emit(True)
            self._recovered, self._still = wish.recovered, False
            self._chained, self._noted = wish.chained, wish.noted
            sheet = partial(self._sheets.sheet, wish.code, incoming=wish.incoming)
            self._opening.ask(sheet)

    def begin(self) -> None:
        """Whoever comes back goes on where they were."""
        if self._still and self.in_hand.code and not self.is_timed:
            self.in_hand.timer.turn()  # nobody was on the line while another call was in hand
        self._still = False
        inside = self.focusWidget()
        if self.in_hand.code and inside is not None:
            inside.setFocus(Qt.FocusReason.OtherFocusReason)

    def reload(self) -> None:
        """Ask again for the brief; what is typed stays."""
        if self.in_hand.code:
            today = self._around.program.clock.today
            customers = self._around.program.customers
            self._briefs.ask(partial(customers.brief, self.in_hand.code, today))

    def _show_brief(self, brief: Brief) -> None:
        """Show a brief, unless another call was begun since it was asked for."""
        if brief.customer.code == self.in_hand.code:
            self.page.brief.show_brief(brief)

    def on_touched(self, touched: Touched) -> None:
        """Show the brief anew; go to a form that an undo has brought back."""
        super().on_touched(touched)
        back, self.recorder.brought_back = self.recorder.brought_back, None
        if back is not None:
            if back.code == self.in_hand.code:  # begun since, and nothing of it kept
                self.in_hand.put_down()
            self.wanted.emit(back)

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever goes to another place, or closes the window, has parked the call."""
        super().hideEvent(event)
        self.in_hand.keeper.flush()

    @property
    def unsaved(self) -> Sequence[str]:
        """The call in hand, where the disk does not take what is typed of it."""
        if not self.in_hand.is_lost:
            return ()
        text = words(self._around.language).gettext("the call with {name}")
        return (text.format(name=self.in_hand.form.name),)

    @property
    def carried(self) -> Sequence[Callable[[], object]]:
        """The call in hand goes along where a copy of the ledger takes its place."""
        return self.in_hand.carried

    @property
    def is_timed(self) -> bool:
        """Whether the timer of a call runs, wherever one is meanwhile."""
        return bool(self.in_hand.code) and self.in_hand.timer.is_running

    def _on_sheet(self, sheet: CallSheet) -> None:
        running = not (self._recovered or self._still)
        back = Back.NOTED if self._noted else Back.PUT_ASIDE
        back = Back.RECOVERED if self._recovered else back
        self.in_hand.take_up(sheet, back, running=running)
        self._count()
        self.page.show()
        QTimer.singleShot(0, self, self._begin_typing)  # once everything has its place

    def _count(self) -> None:
        seconds = self.in_hand.timer.seconds
        self.counted.emit(timer_words(seconds) if self.in_hand.code else "")

    # ------------------------------------------------------------- keys
    def event(self, event: QEvent) -> bool:
        """Take the window's key for going back: only here is it known what is worth keeping."""
        if event.type() == QEvent.Type.ShortcutOverride and _goes_back(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters that nobody is typing choose how the call ended; Enter saves."""
        if _goes_back(event):
            self._go_back()
        elif event.modifiers() & _ELSEWHERE or self.recorder.is_busy or not self.in_hand.code:
            super().keyPressEvent(event)
        elif event.key() in _ENTER:
            self.save(GoBack())
        elif (outcome := outcome_of_key(event.text())) is None:
            super().keyPressEvent(event)
        elif self.in_hand.choose(outcome):  # that says it all: nobody answered
            self.save(NextLine(self.in_hand.code) if self._chained else GoBack())

    def _to_outcomes(self) -> None:
        if self.isVisible():
            self.page.form.go_to("outcome")

    def _begin_typing(self) -> None:
        """A form that opened by itself takes its first letter once one has paused."""
        if self._chained and self.isVisible():
            self.typed_on.hold()
        self._to_outcomes()

    # ------------------------------------------------------------- ending it
    def save(self, then: Wish) -> None:
        """Record the call if nothing is missing, and go where ``then`` wishes."""
        note = None if self.recorder.is_busy else self.in_hand.finished()
        if note is not None:
            self._then, self._said = then, self.in_hand.told_of(note)
            self._inside = self.focusWidget()
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # what is typed now is not of this call
            self.in_hand.keeper.end()
            if isinstance(then, NextLine):
                self.typed_on.hold()  # until it is seen which call comes next
            self.recorder.record(self.in_hand.form, note)

    def _save_next(self) -> None:
        self.save(NextLine(self.in_hand.code))

    def _save_and_confirm(self) -> None:
        """Record the call and write what was agreed in it to whoever it was with."""
        title = words(self._around.language).gettext("Confirm in writing…")
        self.save(DoThere("customer", (title,), title, self.in_hand.code))

    def _save_and_help(self) -> None:
        """Record the call and send them the help sheet; who has ceased trading is left in peace."""
        _ = words(self._around.language).gettext
        ceased = self.page.form.typed.outcome == Outcome.CEASED_TRADING.value
        title = _("Leave in peace…") if ceased else _("Help sheet…")
        self.save(DoThere("customer", (title,), title, self.in_hand.code))

    def _discard(self) -> None:
        if self.in_hand.code and not self.recorder.is_busy:
            self.in_hand.keeper.end()
            self.recorder.discard(self.in_hand.form)

    def _go_back(self) -> None:
        if self.in_hand.code and not self.in_hand.is_worth_keeping:
            self.in_hand.keeper.end()
            drafts = self._around.program.call_drafts  # it may be kept with what stood in it
            self._dropping.ask(partial(drafts.discard, self.in_hand.code))
            self._close()
        self.wanted.emit(GoBack())

    def _on_recorded(self, form: OpenForm, saved: Saved) -> None:
        undo = self.recorder.undo_of(form, saved)
        self._leave(self._said, undo, saved.touched, self._then)

    def _on_discarded(self, form: OpenForm) -> None:
        text = words(self._around.language).gettext("What you had typed of {name} is discarded")
        undo = self.recorder.undo_discard(form)
        self._leave(text.format(name=form.name), undo, Touched.NOTHING, GoBack())

    def _leave(self, text: str, undo: object, touched: Touched, then: Wish) -> None:
        then = then if self.isVisible() else GoBack()
        self._close()
        self.told_undo.emit(text, undo)
        self.changed.emit(touched)
        self.wanted.emit(then)

    def _on_failed(self, error: Exception) -> None:
        self.in_hand.keep_on()
        if self._inside is not None and isValid(self._inside):
            self._inside.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(error, UserError) and error.problem is Problem.ATTACHMENT_REFUSED:
            self.page.form.refuse_files(error)
        else:
            self._around.desk.failed.emit(error)

    # ------------------------------------------------------------- what is parked
    def _close(self) -> None:
        self.in_hand.put_down()
        self.page.hide()
        self.stands.emit(False)
        self.counted.emit("")
        self._parked.ask(self._around.program.call_drafts.unfinished)

    def _on_parked(self, drafts: tuple[CallDraft, ...]) -> None:
        """Take up again what was parked, without showing it: it stands in the sidebar."""
        if drafts and not self.in_hand.code and not self._opening.waiting:
            self.take(StartCall(drafts[0].code, drafts[0].typed.incoming))
            self._still = True


def _goes_back(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.keyCombination() == _BACK
