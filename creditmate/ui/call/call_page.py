"""The call as one sees it: head, brief, form and foot."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from creditmate.domain.call_manner import closing_for
from creditmate.domain.call_script import Script, guarded
from creditmate.domain.feeling import Mood
from creditmate.domain.outcomes import Outcome
from creditmate.domain.rows import ContactRow
from creditmate.domain.whom import is_stranger, may_discuss, may_hear, whom
from creditmate.domain.worklist import Channel
from creditmate.i18n.catalogue import words
from creditmate.services.call_drafts import TypedCall
from creditmate.services.call_sheets import CallSheet
from creditmate.ui.brief.brief_widget import BriefWidget
from creditmate.ui.brief.in_talk import InTalk
from creditmate.ui.brief.sections import IN_CALL
from creditmate.ui.call.call_form import CallForm
from creditmate.ui.call.call_head import CallHead
from creditmate.ui.call.help_offer import HelpOffer
from creditmate.ui.call.in_sight import MoreBelow
from creditmate.ui.call.kept_mark import KeptMark
from creditmate.ui.call.leave_panel import LeavePanel
from creditmate.ui.call.spoken_line import SpokenLine
from creditmate.ui.call.stranger_bar import StrangerBar
from creditmate.ui.call.warning_bar import WarningBar
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.feet import MessageRoom, frame_foot
from creditmate.ui.kit.margins import keep_clear
from creditmate.ui.kit.notice import Notice
from creditmate.ui.kit.panel import Hairline, SidePanel, Upright
from creditmate.ui.kit.tag import Tone
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES, SPACE


class CallPage(QWidget):
    """Lays the parts out; knows nothing of saving."""

    saved = Signal()
    saved_next = Signal()
    discarded = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        theme, language = around.theme, around.language
        self._theme = theme
        self._ = words(language).gettext
        self.head = CallHead(theme, language)
        self.form = CallForm(theme, language, around.locale)
        self.brief = BriefWidget(theme, language, around.locale, IN_CALL)
        self.save = Button(theme, self._("Save"))
        self.save_next = Button(
            theme, self._("Save, next call"), Kind.PRIMARY, keys=self._("Ctrl Enter")
        )
        self.discard = Button(theme, self._("Discard"), Kind.QUIET)
        self.kept = KeptMark(theme, language, around.locale)
        self.warning = WarningBar(theme, language, around.locale)
        self.spoken = SpokenLine(theme, language, around.locale)
        self.stranger = StrangerBar(theme, language)
        self.help = HelpOffer(theme, language)
        self.leave = LeavePanel(theme, language)
        self._sheet: CallSheet | None = None
        self._notice: Notice | None = None
        self._lay_out()
        self.save.clicked.connect(self.saved)
        self.save_next.clicked.connect(self.saved_next)
        self.discard.clicked.connect(self.discarded)
        self.stranger.edited.connect(self.show_person)
        self.form.edited.connect(lambda: self.help.show_for(self.form.typed.outcome))

    def show_sheet(self, sheet: CallSheet) -> None:
        """Show the brief, with whom the call is, and what it goes against."""
        self._sheet = sheet
        typed = TypedCall() if sheet.draft is None else sheet.draft.typed
        self.brief.show_brief(sheet.brief)
        self.head.show_sheet(sheet)
        if typed.with_name:
            self.head.show_name(typed.with_name)
        beside = sheet.beside
        self.warning.show_warnings(beside.warnings, typed.override, agreed=typed.was_agreed)
        self.spoken.show_spoken(beside.spoken)
        self.help.show_for(typed.outcome)
        self.leave.hide()
        self._know_person(said=typed.may_discuss)
        self.show_person()
        self.tell("")

    @property
    def script(self) -> Script | None:
        """What may be covered with whoever is on the line."""
        if self._sheet is None:
            return None
        sheet, name = self._sheet, self.head.name
        open_ = self.stranger.is_said or may_hear(name, self._on_file())
        if sheet.incoming and is_stranger(name, self._on_file()):
            open_ = True  # they tell us their matter, and who they are is the first to be asked
        return sheet.script if open_ else guarded(sheet.script)

    def show_person(self) -> None:
        """Show what may be said to whoever is on the line: of money nothing to just anybody."""
        self._know_person()
        script, sheet = self.script, self._sheet
        if script is None or sheet is None:
            return
        contact = self.head.name
        if script.guarded and contact != sheet.brief.stranger:  # who expects us is asked for
            whom_ = [row for row in sheet.brief.people if may_discuss(row)]
            contact = "" if not whom_ else (whom(whom_, Channel.CALL) or whom_[0]).name
        self.form.show_script(script)
        self.form.speak_with(self.head.name)
        self.brief.show_talk(InTalk(script, contact))
        self.leave.know(sheet.brief.before.us, contact)

    def _know_person(self, *, said: bool = False) -> None:
        """Say that whoever is on the line is not on file, where that is so."""
        sheet, name = self._sheet, self.head.name
        asks = sheet is not None and not sheet.incoming
        stranger = asks and is_stranger(name, self._on_file())
        self.stranger.know(name, stranger=stranger, may=said)

    def _on_file(self) -> list[ContactRow]:
        brief = None if self._sheet is None else self._sheet.brief
        return [] if brief is None else [*brief.people, *brief.asked]

    def turn_leave(self) -> None:
        """Show the words to take leave with, or hide them."""
        script = self.script
        if script is not None:
            typed = self.form.typed
            outcome = Outcome(typed.outcome) if typed.outcome else None
            mood = Mood(typed.mood) if typed.mood else None
            closing = partial(closing_for, script.situation, outcome, mood)
            self.leave.turn(outcome, closing, to_somebody=script.guarded)

    def turn_brief(self) -> None:
        """Hide the brief so that the form has all the room, or show it again."""
        hidden = not self._panel.isHidden()
        for part in (self._panel, self._upright):
            part.setHidden(hidden)

    def tell(self, recovered: str) -> None:
        """Say above the form that it was recovered; nothing if it was not."""
        if self._notice is not None:
            self._above.removeWidget(self._notice)
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None
        if recovered:
            detail = self._("Go on where you stopped, or discard it below.")
            self._notice = Notice(self._theme, Tone.WARNING, recovered, detail)
            self._above.addWidget(self._notice)
        margin = SPACE.m if recovered else 0
        self._above.setContentsMargins(SPACE.xl, margin, SPACE.xl, 0)

    def _lay_out(self) -> None:
        panel = self._panel = SidePanel(self._("Brief"))
        panel.setFixedWidth(SIZES.panel_small)
        panel.body.addWidget(self.brief)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._above = QVBoxLayout()
        column.addLayout(self._above)
        bars = QVBoxLayout()
        bars.setContentsMargins(SPACE.xl, 0, SPACE.xl, 0)
        bars.setSpacing(0)
        for bar in (self.stranger, self.leave, self.warning, self.spoken, self.help):
            bars.addWidget(bar)
        column.addLayout(bars)
        column.addWidget(self.form, 1)
        column.addWidget(MoreBelow(self.form))
        column.addLayout(self._always_seen())
        column.addWidget(MessageRoom())
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.head, 0, 0, 1, 3)
        grid.addWidget(Hairline(), 1, 0, 1, 3)
        grid.addWidget(panel, 2, 0, 2, 1)
        self._upright = Upright()
        grid.addWidget(self._upright, 2, 1, 2, 1)
        grid.addWidget(right, 2, 2)
        grid.addWidget(self._foot(), 3, 2)
        grid.setColumnStretch(2, 1)
        grid.setRowStretch(2, 1)

    def _always_seen(self) -> QVBoxLayout:
        """What closes the call: no unfolded part of the form pushes it out of sight."""
        told = QVBoxLayout()
        keep_clear(told, SPACE.xl, SPACE.xs, SPACE.xl, SPACE.s)
        told.setSpacing(SPACE.s)
        told.addWidget(self.form.next)
        told.addWidget(self.form.read_back)
        return told

    def _foot(self) -> QWidget:
        foot = QWidget()
        frame_foot(foot)
        row = QHBoxLayout(foot)
        keep_clear(row, SPACE.m, 0, SPACE.xl, 0)
        row.setSpacing(SPACE.s)
        row.addWidget(self.discard)
        row.addWidget(self.kept, 1)
        row.addWidget(self.save)
        row.addWidget(self.save_next)
        return foot
