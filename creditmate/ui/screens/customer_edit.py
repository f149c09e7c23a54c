"""A customer entered or edited: typed, checked as one types, saved with Ctrl+S."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from creditmate.domain.changes import Saved, Touched
from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.catalogue import words
from creditmate.services.customer_editing import EditSheet, LookedAt
from creditmate.services.ledgers import LedgerFacts
from creditmate.ui.customer_edit.edit_form import EditForm
from creditmate.ui.customer_edit.edit_head import EditHead
from creditmate.ui.customer_edit.edit_says import EditSays
from creditmate.ui.customer_edit.edit_state import EditState
from creditmate.ui.customer_edit.form_talk import FormTalk
from creditmate.ui.decisions.dialogs import DecisionDialogs
from creditmate.ui.kit.panel import Hairline
from creditmate.ui.kit.question import Question
from creditmate.ui.kit.screen import Screen
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.wishes import EditCustomer, GoBack, OpenCustomer

_PAUSE = 250
"""Milliseconds without a key after which what was typed is looked at."""


class CustomerEditScreen(Screen):
    """Whoever leaves it half typed finds it so again; only Escape and Back ask."""

    shows = Touched.CUSTOMERS

    def __init__(self, around: Surroundings, _facts: LedgerFacts) -> None:
        super().__init__()
        self._around = around
        self._editing = around.program.customer_editing
        self.state = EditState(around.language, around.locale)
        self.head = EditHead(around.theme, around.language)
        self.form = EditForm(around)
        self.talk = FormTalk(around, self.form)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.head, self.talk.notes, Hairline()):
            column.addWidget(part)
        column.addWidget(self.form, 1)
        self._decisions = DecisionDialogs(around, self)
        failed = around.desk.failed.emit
        self._sheets: Latest[EditSheet] = Latest(around.desk, self._show, failed, self)
        self._looks: Latest[LookedAt] = Latest(around.desk, self._say, failed, self)
        self._codes: Latest[str] = Latest(around.desk, self._propose, failed, self)
        self._saves: Latest[Saved] = Latest(around.desk, self._saved, self._not_saved, self)
        self._newer: Latest[EditSheet] = Latest(around.desk, self._show_newer, failed, self)
        self._connect()

    def _connect(self) -> None:
        self.head.save.clicked.connect(self.on_save)
        self.head.backed.connect(self.on_leave)
        self.head.discard.clicked.connect(self.on_leave)
        self.form.edited.connect(self._on_edited)
        self._pause.timeout.connect(self._look)
        self.talk.discarded.connect(self._on_discarded)
        decided = self.form.decided
        decided.status_wanted.connect(lambda: self._decisions.status(self.state.code))
        decided.limit_wanted.connect(lambda: self._decisions.limit(self.state.code))
        self._decisions.changed.connect(self.changed)
        self._decisions.told_undo.connect(self.told_undo)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, act in (("Ctrl+S", self.on_save), ("Esc", self.on_leave)):
            QShortcut(QKeySequence(keys), self, context=within).activated.connect(act)

    # ------------------------------------------------------------- whose form
    def take(self, wish: object) -> None:
        """Edit a customer; what was typed for another one is kept until one comes back to it."""
        if isinstance(wish, EditCustomer):
            self._park()
            self._turn_to(wish.code)
            self._stale = True
            self._reload_if_stale()

    def begin(self) -> None:
        """Work begins with the name."""
        self.form.book.fields["name"].setFocus(Qt.FocusReason.TabFocusReason)

    def reload(self) -> None:
        """Ask for the customer as it is; what is being typed stays."""
        self._sheets.ask(partial(self._editing.sheet, self.state.code))

    def _turn_to(self, code: str) -> None:
        """Show empty fields until the customer was read: typing may begin at once."""
        if self.state.sheet is None or code != self.state.code:
            self.form.show_none()
        self.state.turn_to(code, self.form.typed())

    def _park(self) -> None:
        if self.state.sheet is not None:
            self.state.park(self.form.typed())

    def _show(self, sheet: EditSheet) -> None:
        if self.state.sheet is not None:  # it was touched elsewhere: only what was decided is new
            self._park()
            self.form.decided.show_facts(sheet.facts)
            if self.state.is_dirty(self.form.typed()):
                return
        was_typed = self.state.has_draft
        typed = self.state.begin(sheet, self.form.typed())
        self.head.show_whose(sheet.form.name, is_new=not sheet.form.id)
        self.form.show_sheet(sheet, typed, self.state.kept(typed, self._today))
        self.talk.begin(was_typed=was_typed)
        self._show_dirty()
        self._look()

    # ------------------------------------------------------------- typing
    def _on_edited(self, name: str) -> None:
        if name == "code":
            self.state.code_by_hand = True
        if name == "name" and not self.state.code_by_hand:
            typed = str(self.form.book.values()["name"])
            self._codes.ask(partial(self._editing.proposed_code, typed))
        self._show_dirty()
        self._pause.start()

    def _propose(self, code: str) -> None:
        if not self.state.code_by_hand:
            self.form.propose("code", code)

    def _show_dirty(self) -> None:
        self.head.show_dirty(is_dirty=self.state.is_dirty(self.form.typed()))

    def _look(self) -> None:
        """Ask what follows from what was typed."""
        read = self.state.read(self.form.typed(), self._today)
        if read is not None:
            self._looks.ask(partial(self._editing.look_at, read.form))

    def _say(self, looked: LookedAt) -> None:
        read = self.state.read(self.form.typed(), self._today)
        if read is not None:
            says, theirs = self._says(), self.state.theirs
            clashes = [says.clash(field, theirs(field)) for field in self.state.clashes]
            self.talk.say([*says.lines(read, looked), *clashes])
            self.form.offer_regions(looked.regions)
            self.form.terms.show_examples(says.examples(read, looked))

    def _says(self) -> EditSays:
        return EditSays(self._around.language, self._around.locale, self._today)

    @property
    def _today(self) -> date:
        return self._around.program.clock.today

    # ------------------------------------------------------------- saving
    def on_save(self) -> None:
        """Save; the first field that cannot be read or saved is gone to."""
        typed = self.form.typed()
        read = self.state.read(typed, self._today)
        if read is None or self._saves.waiting:
            return
        self._pause.stop()
        if read.problems:
            self.talk.point_at(self._says().wrong(next(iter(read.problems.values()))))
            return
        begins = self.state.begins(typed, read)
        self._saves.ask(partial(self._editing.save, read.form, begins))

    def _saved(self, saved: Saved) -> None:
        typed, before = self.form.typed(), self.state.code
        code = " ".join(typed.code.split())
        self._turn_to(code if before else "")
        self._stale = True
        self.changed.emit(saved.touched)
        text = words(self._around.language).gettext("{name} is saved.")
        self.told.emit(text.format(name=typed.name.strip()))
        is_seen = self.isVisible()
        self.wanted.emit(GoBack())
        if is_seen and code != before:  # made, or called otherwise now
            self.wanted.emit(OpenCustomer(code))

    def _not_saved(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            self._around.desk.failed.emit(error)
        elif error.problem is Problem.CHANGED_MEANWHILE:
            self._newer.ask(partial(self._editing.sheet, self.state.code))
        elif not self.talk.point_at(self._says().wrong(error)):
            self._around.desk.failed.emit(error)

    def _show_newer(self, sheet: EditSheet) -> None:
        typed = self.state.renew(sheet, self.form.typed())
        self.form.show_sheet(sheet, typed, self.state.kept(typed, self._today))
        self._look()
        self.talk.meanwhile(self.state)

    # ------------------------------------------------------------- leaving
    @property
    def unsaved(self) -> Sequence[str]:
        """Whose details are typed."""
        nobody = words(self._around.language).gettext("a new customer")
        return [name.strip() or nobody for name in self.state.unsaved(self.form.typed())]

    def on_leave(self) -> None:
        """Go back; whoever has typed something is asked first."""
        if not self.state.is_dirty(self.form.typed()):
            self._leave()
            return
        _ = words(self._around.language).gettext
        question = Question(
            self._around.theme, self.window(), _("Go on editing"), _("Discard what I typed")
        )
        detail = _("What you typed here is not in the ledger yet.")
        question.say(_("Leave without saving?"), detail)
        question.decided.connect(self._leave)
        question.open()

    def _leave(self) -> None:
        self._show_base()
        self.wanted.emit(GoBack())

    def _on_discarded(self) -> None:
        self._show_base()
        self.begin()

    def _show_base(self) -> None:
        typed, sheet = self.state.forget(), self.state.sheet
        if sheet is not None:
            self.form.show_sheet(sheet, typed, self.state.kept(typed, self._today))
        self.talk.begin(was_typed=False)
        self._show_dirty()
