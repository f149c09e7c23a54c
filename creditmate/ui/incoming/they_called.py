"""They called: one key anywhere opens a note; once the customer is found it is their call form.

What is typed is kept from the first letter on, and Escape parks it: nothing that somebody said is
lost because nobody knew yet who it was.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from creditmate.domain.callers import Caller
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.folding import is_telephone
from creditmate.i18n.catalogue import words
from creditmate.services.incoming import Parked, TypedIncoming
from creditmate.ui.command import Command
from creditmate.ui.incoming.caller_lines import caller_lines, parked_lines
from creditmate.ui.incoming.find_line import FindLine
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.kit.text_input import TextInput
from creditmate.ui.queries import Latest
from creditmate.ui.search.lines import Line
from creditmate.ui.search.results import ResultList
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES
from creditmate.ui.wishes import StartCall

_BEHIND = 800  # ms after the last letter until what is typed is kept
_NOTES = 4


class TheyCalled(EditDialog):
    """A note of a call that came in.

    Attributes:
        finder: By what the customer is looked for.
        with_name: Who is on the telephone.
        notes: What they say.
        results: Who it may be; with nothing typed, what was parked before.
        park: Keeps the note for later.
    """

    wanted = Signal(object)
    """A ``Wish``: the customer's call form."""
    told = Signal(str)

    def __init__(self, around: Surroundings, window: QWidget) -> None:
        _ = words(around.language).gettext
        detail = _("Find the customer by whatever they say first; note what they say meanwhile.")
        super().__init__(
            around, window, _("They called"), _("Take the call"), detail=detail,
            leave=_("Close"), width=SIZES.bug_dialog,
        )  # fmt: skip
        theme, self._ = around.theme, _
        self._begun = around.program.clock.now()
        self._id: int | None = None
        self._enter_waits = self._is_unknown = False
        self._number = ""  # from which they ring, where it is on file for nobody
        self._before, self._lasts = 0, QElapsedTimer()
        self._lasts.start()
        self.finder = Field(theme, _("Telephone, invoice, amount or name"), FindLine(around, ""))
        self.with_name = Field(theme, _("Who is calling"), LineInput(theme, ""), echoes=False)
        self.notes = Field(theme, _("Notes"), TextInput(theme, "", _NOTES), echoes=False)
        self.results = ResultList(theme, _("Customers"))
        self.results.setMinimumHeight(5 * SIZES.control)
        self.park = Button(theme, _("Park"), Kind.PLAIN)
        self.put(self.finder, self.results, self.with_name, self.notes)
        self.put_at_foot(self.park, 1)
        failed = around.desk.failed.emit
        self._asked: Latest[list[Caller]] = Latest(around.desk, self._on_callers, failed, self)
        self._parked: Latest[Sequence[Parked]] = Latest(around.desk, self._on_parked, failed, self)
        self._keeping: Latest[int] = Latest(around.desk, lambda _id: None, self._on_lost, self)
        self._behind = QTimer(self, singleShot=True, interval=_BEHIND)
        self._connect()
        self._ask()
        self.open_at(self.finder)

    def _connect(self) -> None:
        self.finder.input.textEdited.connect(self._on_find)
        self.finder.input.moved.connect(self.results.step)
        self.finder.input.entered.connect(self.on_verb)
        self.with_name.input.textEdited.connect(self._on_edited)
        self.notes.input.textChanged.connect(self._on_edited)
        self.results.chosen.connect(self._take)
        self.park.clicked.connect(self._on_park)
        self._behind.timeout.connect(self._keep)

    @property
    def typed(self) -> TypedIncoming:
        """What stands in the note, and the number from which they ring where nobody has it."""
        find, notes = self.finder.input.text(), self.notes.input.toPlainText().strip()
        if self._number and self._number not in find and self._number not in notes:
            rang = self._("They rang from {number}.").format(number=self._number)
            notes = "\n".join(filter(None, (rang, notes)))
        return TypedIncoming(
            find=find,
            with_name=self.with_name.input.text().strip(),
            notes=notes,
            seconds=self._before + self._lasts.elapsed() // 1000,
        )

    @property
    def is_worth_keeping(self) -> bool:
        """Whether anything was noted; who is found by it is soon typed again, a number is not."""
        return bool(self.typed.with_name or self.typed.notes) or self._is_unknown

    # ------------------------------------------------------------- who it is
    def _on_find(self) -> None:
        self._on_edited()
        self._ask()

    def _ask(self) -> None:
        text = self.finder.input.text()
        if text.strip():
            self._asked.ask(partial(self.around.program.callers.find, text))
        else:
            self._asked.forget()
            self._is_unknown = False
            self._parked.ask(self.around.program.incoming.parked)

    def _on_callers(self, found: list[Caller]) -> None:
        around, text = self.around, self.finder.input.text()
        self._is_unknown = bool(text.strip()) and not found
        if is_telephone(text):
            self._number = "" if found else text.strip()
        if text.strip():
            lines = caller_lines(found, text, around.language, around.locale)
            self.results.show_lines(lines, keep=True)
        if self._enter_waits:
            self.on_verb()

    def _on_parked(self, parked: Sequence[Parked]) -> None:
        if self.finder.input.text().strip():
            return
        around, others = self.around, [one for one in parked if one.id != self._id]
        today = around.program.clock.today
        lines = parked_lines(others, self._resume, around.language, around.locale, today)
        self.results.show_lines(lines, keep=True)

    def _resume(self, parked: Parked) -> None:
        """Go on with a note that was parked."""
        self._id, self._begun = parked.id, parked.begun_at
        self._before = parked.typed.seconds
        self._lasts.restart()
        self.with_name.input.setText(parked.typed.with_name)
        self.notes.input.setPlainText(parked.typed.notes)
        self.finder.input.setText(parked.typed.find)
        self._ask()
        self.finder.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------- whose it is
    def on_verb(self) -> None:
        """Take the one that is marked."""
        line = self.results.current
        self._enter_waits = self._asked.waiting
        if self._enter_waits:
            return  # taken as soon as it is known who answers to what was typed
        if line is None or line.does is None:
            self._refuse(self._("Choose who it is, or park the note until you know."))
        else:
            self._take(line)

    def _refuse(self, text: str) -> None:
        self.finder.refuse(text)
        self.finder.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, line: Line) -> None:
        if isinstance(line.does, Command) and self.is_worth_keeping:
            self._refuse(self._("Say who this is, or park this note before you open another."))
        elif isinstance(line.does, Command):
            line.does.act()
        elif isinstance(line.does, StartCall):
            typed = self.typed if self.is_worth_keeping else None
            work = partial(self._give, line.does.code, typed)
            code = line.does.code
            wish = StartCall(code, incoming=True, noted=typed is not None)
            self.submit(work, partial(self._given, wish))

    def _give(self, code: str, typed: TypedIncoming | None) -> str:
        """On the database thread: make the note the customer's form; say why if it cannot be."""
        incoming = self.around.program.incoming
        if typed is None:
            if self._id is not None:
                incoming.discard(self._id)
            return ""
        try:
            incoming.give(self._park_now(typed), code)
        except UserError as error:
            if error.problem is not Problem.CALL_BEGUN:
                raise
            return self._("Another call with {name} is being typed; your note waits beside it.")
        return ""

    def _given(self, wish: StartCall, beside: str) -> None:
        self.wanted.emit(StartCall(wish.code, incoming=True) if beside else wish)
        if beside:
            self.told.emit(beside.format(name=wish.code))

    # ------------------------------------------------------------- nothing is lost
    def _on_edited(self) -> None:
        self._enter_waits = False
        self.finder.clear()
        self._behind.start()

    def _keep(self) -> None:
        if self.is_worth_keeping:
            self._keeping.ask(partial(self._park_now, self.typed))

    def _park_now(self, typed: TypedIncoming) -> int:
        """On the database thread, where one thing is done after the other."""
        self._id = self.around.program.incoming.park(self._begun, typed, self._id)
        return self._id

    def _on_park(self) -> None:
        if self.is_worth_keeping:
            self.submit(partial(self._park_now, self.typed), self._on_kept)
        else:
            super().reject()

    def _on_kept(self, _id: int) -> None:
        self.told.emit(self._("Parked: {keys} shows it again.").format(keys="Ctrl+I"))

    def reject(self) -> None:
        """Leave; what was noted is parked, never lost."""
        self._behind.stop()
        self._on_park()

    def _on_lost(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.refuse(error)  # and what is typed stays
            self._behind.start()
        else:
            self.around.desk.failed.emit(error)
