"""An e-mail, a letter, a text message or a meeting, theirs or ours: one record with the calls."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.domain.changes import Saved
from creditmate.domain.contact_channels import Way, fits
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.outcomes import Outcome
from creditmate.domain.taken_place import TakenPlace
from creditmate.i18n.call_words import missing_words
from creditmate.i18n.catalogue import words
from creditmate.i18n.contact_made_words import way_title
from creditmate.i18n.parsing import Towards
from creditmate.i18n.problems import problem_words
from creditmate.i18n.taken_words import taken_words
from creditmate.services.attachments import read_file
from creditmate.services.calls import CallNote, NewFile
from creditmate.services.customers import Brief
from creditmate.services.incoming_mail import CameIn
from creditmate.system.folders import Purpose
from creditmate.ui.call.outcome_choice import OutcomeChoice
from creditmate.ui.file_dialogs import ask_file
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.kit.segments import Segments, SegmentText
from creditmate.ui.kit.text_input import TextInput
from creditmate.ui.kit.typed_dialog import TypedDialog
from creditmate.ui.kit.typed_fields import DayField
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES, SPACE

_WAYS = (Way.EMAIL, Way.LETTER, Way.TEXT, Way.MEETING)
_OURS, _THEIRS = "ours", "theirs"
_NOTES = 5
Logged = Callable[[str, Saved], object]
"""Given the words for the toast, and what was recorded."""


class LogDialog(TypedDialog):
    """Asks what a call's record asks for, as far as the way of the contact has it.

    Attributes:
        way: How it was.
        whose: From whom it came.
        with_name: With whom, or from whom.
        outcome: How it ended.
        notes: What was said.
        day: When.
        next_day: The next step's; empty where those set before stand.
        because: Why there is none.
    """

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        brief: Brief,
        logged: Logged,
        file: Path | None = None,
    ) -> None:
        _ = words(around.language).gettext
        self._code, self._logged = brief.customer.code, logged
        self._files: tuple[NewFile, ...] = ()
        title = _("Log an e-mail, letter or meeting with {name}").format(name=brief.customer.name)
        super().__init__(around, window, title, _("Record"), width=SIZES.bug_dialog)
        theme, language, self._ = around.theme, around.language, _
        ways = [SegmentText(way.value, way_title(way, language)) for way in _WAYS]
        self.way = Segments(theme, _("How it was"), ways, is_input=True)
        sides = [SegmentText(_THEIRS, _("From them")), SegmentText(_OURS, _("From us"))]
        self.whose = Segments(theme, _("From whom"), sides, is_input=True)
        self.way.choose(Way.EMAIL.value)
        self.whose.choose(_THEIRS)
        self.with_name = Field(theme, _("With whom"), LineInput(theme, ""))
        choice = OutcomeChoice(theme, around.language)
        self.outcome = Field(theme, _("How it ended"), choice, echoes=False)
        self.notes = Field(theme, _("What was said"), TextInput(theme, "", _NOTES))
        self.day = DayField(around, _("Day"), Towards.PAST)
        self.day.show_day(around.program.clock.today)
        self.next_day = DayField(around, _("Next step"))
        self.because = Field(theme, _("Or why there is none"), LineInput(theme, ""))
        self.file = Button(theme, _("Attach the e-mail…"), Kind.PLAIN)
        failed = self._on_mail_failed
        self._mail: Latest[CameIn] = Latest(around.desk, self._on_mail, failed, self)
        self._lay_out_fields()
        if brief.person is not None:
            self.with_name.input.setText(brief.person.name)
        self.way.chosen.connect(self._offer)
        self.whose.chosen.connect(self._offer)
        self.file.clicked.connect(self._on_file)
        self._offer()
        self.open_at(self.way if file is None else self.because)
        if file is not None:
            self.take_file(file)

    def _lay_out_fields(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(SPACE.l)
        row.addWidget(self.way)
        row.addWidget(self.whose)
        row.addStretch()
        told = ColumnGrid(2, gap=SPACE.l)
        told.add(self.with_name, self.outcome)
        steps = ColumnGrid(3, gap=SPACE.l)
        steps.add(self.day, self.next_day, self.because)
        file = QVBoxLayout()
        file.addWidget(self.file)
        for name, field in (("with", self.with_name), ("note", self.notes),
                            ("next", self.next_day), ("day", self.day)):  # fmt: skip
            self.add(name, field)
        self.put(row, told, self.notes, steps, file)

    @property
    def _way(self) -> str:
        """The way that is chosen; there always is one."""
        return self.way.key or Way.EMAIL.value

    # ------------------------------------------------------------- what fits
    def _offer(self, _key: str = "") -> None:
        """Offer the outcomes that a contact of that way can have."""
        way, theirs = Way(self._way), self.whose.key == _THEIRS
        choice, before = self.outcome.input, self.outcome.input.currentData()
        choice.clear()
        for outcome in Outcome:
            if fits(way, outcome, incoming=theirs):
                choice.offer(outcome, self._title(way, outcome))
        usual = Outcome.QUERY_TAKEN if theirs else Outcome.NO_ANSWER
        kept = choice.findData(before)
        choice.setCurrentIndex(kept if kept >= 0 else choice.findData(usual.value))
        self.file.setVisible(way is Way.EMAIL)

    def _title(self, way: Way, outcome: Outcome) -> str:
        if way.is_written and outcome is Outcome.NO_ANSWER:
            return self._("Sent, not answered yet")
        if way.is_written and outcome is Outcome.WRONG_NUMBER:
            return self._("Came back")
        return ""

    # ------------------------------------------------------------- the file
    def _on_file(self) -> None:
        kinds = [f"{self._('E-mails')} (*.eml)"]
        title = self._("Attach the e-mail")
        ask_file(self, title, Purpose.ATTACHMENTS, kinds, self.take_file)

    def take_file(self, path: Path) -> None:
        """Read an e-mail that was saved as a file; it is kept with the contact."""
        self._mail.ask(partial(self._read, path))

    def _read(self, path: Path) -> CameIn:
        content = read_file(path)
        came = self.around.program.incoming_mail.read(path.name, content)
        self._files = (NewFile(path.name, content),)
        return came

    def _on_mail(self, came: CameIn) -> None:
        self.file.setText(self._("Attached: {name}").format(name=self._files[0].name))
        if self.whose.key == _THEIRS:
            self.with_name.input.setText(came.mail.from_name)
        typed = self.notes.input.toPlainText().strip()
        if came.note not in typed:  # chosen twice, it stands there once
            self.notes.input.setPlainText(came.below(typed))
        if came.day is not None:
            self.day.show_day(min(came.day, self.around.program.clock.today))

    def _on_mail_failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.refuse(error)
        else:
            self.around.desk.failed.emit(error)

    # ------------------------------------------------------------- recording
    def on_verb(self) -> None:
        """Record it."""
        day, is_day = self.day.read_or_refuse()
        next_day, is_next = self.next_day.read_or_refuse()
        if not (is_day and is_next):
            return
        note = CallNote(
            with_name=self.with_name.input.text().strip(),
            outcome=Outcome(str(self.outcome.input.currentData())),
            note=self.notes.input.toPlainText().strip(),
            next_day=next_day,
            none_because=self.because.input.text().strip(),
            incoming=self.whose.key == _THEIRS,
            channel=self._way,
            day=day,
        )
        said = self._("{way} with {name} recorded.").format(
            way=way_title(note.way, self.around.language), name=note.with_name or self._code
        )
        self.submit(partial(self._record, note, self._files), partial(self._on_recorded, said))

    def _record(self, note: CallNote, files: tuple[NewFile, ...]) -> tuple[TakenPlace, Saved]:
        """Record it, knowing what they said before that holds no longer then."""
        calls = self.around.program.calls
        taken = calls.takes_place_of(self._code, note)
        return taken, calls.record(self._code, note, files=files)

    def _on_recorded(self, said: str, found: tuple[TakenPlace, Saved]) -> None:
        taken, saved = found
        gone = taken_words(taken, self.around.language, self.around.locale, anew=False)
        self._logged(" ".join((said, *gone)), saved)

    def refuse(self, error: UserError) -> None:
        """Say what is missing in the words of the window."""
        field = str(error.facts.get("field", ""))
        if error.problem is Problem.CALL_FIELD and field in self._fields and field != "day":
            self._fields[field].refuse(missing_words(field, self.around.language))
            self._fields[field].setFocus()
        elif error.problem is Problem.CALL_FIELD and field == "day":
            self.day.refuse(problem_words(error, self.around.language, self.around.locale))
        else:
            super().refuse(error)
