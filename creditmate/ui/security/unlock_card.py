"""The card in front of a protected ledger: its password, or its recovery sheet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.catalogue import words
from creditmate.i18n.problems import problem_words
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.check_row import CheckSentence
from creditmate.ui.kit.mark import Mark
from creditmate.ui.kit.notice import Notice
from creditmate.ui.kit.shrinking import Shrinking
from creditmate.ui.kit.tag import Tone
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.security.password_input import password_field
from creditmate.ui.security.sheet_input import SheetField
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES, SPACE, Ground, Ink, Type

_OF_SHEET = frozenset({Problem.RECOVERY_CODE, Problem.KEY_OTHER})
_OF_KEY_FILE = frozenset({
    Problem.KEY_FILE_MISSING, Problem.KEY_FILE_DAMAGED, Problem.KEY_FILE_OTHER,
    Problem.KEY_FILE_NEWER,
})  # fmt: skip


class UnlockCard(QWidget):
    """Takes the whole window; what is wrong is said at the field, and what was typed stays.

    Attributes:
        password: Has the focus when the card is shown.
        sheet: In its place for whoever has forgotten the password.
        remember: Ticked, this computer remembers the key; only when a ledger is opened.
        verb: Tries what was typed.
        turn: From the password to the sheet and back.
        backup: Leads to the backups where no password can be tried, for whoever has no sheet.
        back: Leaves the ledger shut; also by Escape.
    """

    tried = Signal(str, bool)
    """What was typed, and whether it is of the sheet."""
    left = Signal()
    backup_wanted = Signal(UserError)
    """No password can be tried, for this reason, and there is no sheet at hand."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._ = _ = words(around.language).gettext
        theme = around.theme
        self.setProperty("ground", Ground.SURFACE.value)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = Paragraph(theme, "", Type.DISPLAY)
        self._detail = Paragraph(theme, "", Type.HEADING_PLAIN, Ink.MUTED)
        self._notes = QVBoxLayout()
        self.password = password_field(around, _("Password"))
        self.sheet = SheetField(around)
        login = _(
            "Remember on this computer. Then the login to this computer is the password: whoever"
            " can log in as you can open the ledger."
        )
        self.remember = CheckSentence(theme, login)
        self.verb = Button(theme, "", Kind.PRIMARY)
        self.back = Button(theme, _("Leave it shut"), Kind.QUIET)
        self.turn = Button(theme, "", Kind.LINK)
        self.backup = Button(theme, _("I have no sheet: show me the backups"), Kind.LINK)
        self._shut: UserError | None = None
        self._is_sheet = self._is_busy = self._is_lock = False
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        theme, held = self._around.theme, QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(SPACE.s, SPACE.s, SPACE.s, SPACE.s)
        column.setSpacing(SPACE.s)
        column.addWidget(Mark())
        column.addSpacing(SPACE.l)
        column.addWidget(self._title)
        column.addWidget(self._detail)
        column.addSpacing(SPACE.l)
        column.addLayout(self._notes)
        for part in (self.password, self.sheet, self.remember):
            column.addWidget(part)
        column.addSpacing(SPACE.s)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE.s)
        for button in (self.verb, self.back):
            foot.addWidget(button)
        foot.addStretch()
        column.addLayout(foot)
        column.addSpacing(SPACE.s)
        for link in (self.turn, self.backup):
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeading)
        area = Shrinking(held, self._("Opening a protected ledger"))
        area.setFixedWidth(theme.wide(SIZES.welcome_column))
        whole = QVBoxLayout(self)
        whole.addStretch(2)
        whole.addWidget(area, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(3)

    def _connect(self) -> None:
        self.password.input.returnPressed.connect(self._on_verb)
        self.password.input.textEdited.connect(self.password.clear)
        self.sheet.input.entered.connect(self._on_verb)
        self.verb.clicked.connect(self._on_verb)
        self.turn.clicked.connect(self._on_turn)
        self.back.clicked.connect(self._on_left)
        self.backup.clicked.connect(self._on_backup)

    # ------------------------------------------------------------- what it asks for
    def ask(self, name: str, *, can_leave: bool, is_lock: bool, why: str = "") -> None:
        """Ask for the password of a ledger.

        Args:
            name: Of the ledger.
            can_leave: Whether it may be left shut.
            is_lock: It was open until it was locked.
            why: What to say of this computer's memory; empty if it was not to remember it.
        """
        self.forget()
        self._is_lock = is_lock
        self._title.set_text(name)
        self.back.setVisible(can_leave)
        self.remember.setVisible(not is_lock)
        self._turn_to(is_sheet=False)
        if why:
            self.password.note(why)

    def offer_sheet(self, error: UserError) -> None:
        """Say why no password can be tried, and offer the sheet, which opens the ledger still."""
        title = self._("Your ledger is not lost, but no password can be tried on it just now")
        detail = problem_words(error, self._around.language, self._around.locale)
        self._notes.addWidget(Notice(self._around.theme, Tone.WARNING, title, detail))
        self._turn_to(is_sheet=True)
        self.turn.hide()
        self._shut = error
        mends = error.problem is not Problem.KEY_FILE_NEWER  # an update does
        self.backup.setVisible(mends and not self._is_lock)  # behind the lock nobody leaves it

    def warn_unsaved(self) -> None:
        """Say that closing the window now loses what was typed behind the lock."""
        title = self._("Something is typed behind the lock that is not saved yet")
        detail = self._("Unlock to save it. Closing once more leaves it unsaved.")
        self._notes.addWidget(Notice(self._around.theme, Tone.WARNING, title, detail))

    @property
    def noted(self) -> str:
        """What stands on the grounds above the field."""
        notes = (
            item.widget() for item in map(self._notes.itemAt, range(self._notes.count())) if item
        )
        said = [note for note in notes if note is not None]
        return " ".join(f"{n.accessibleName()}. {n.accessibleDescription()}" for n in said)

    def forget(self) -> None:
        """Keep nothing of what was typed, and say nothing about it any more."""
        self.password.input.empty()
        self.password.clear()
        self.sheet.input.setPlainText("")
        self.remember.setChecked(False)
        self._shut = None
        self.turn.show()
        self.backup.hide()
        while (item := self._notes.takeAt(0)) is not None:
            if (note := item.widget()) is not None:
                note.hide()
                note.deleteLater()
        self.rest()

    def begin(self) -> None:
        """Put the focus where it is typed."""
        field = self.sheet if self._is_sheet else self.password
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn_to(self, *, is_sheet: bool) -> None:
        _ = self._
        self._is_sheet = is_sheet
        self.password.setVisible(not is_sheet)
        self.sheet.setVisible(is_sheet)
        to_sheet = _("I have forgotten it: use the recovery sheet")
        self.turn.rename(_("I know the password after all") if is_sheet else to_sheet)
        if is_sheet:
            said = _("The recovery sheet opens the ledger as well. Afterwards you choose a new"
                     " password.")  # fmt: skip
        elif self._is_lock:
            said = _("Locked. All is as you left it: the password takes you back to it.")
        else:
            said = _("This ledger is protected. Its password opens it.")
        self._detail.set_text(said)
        self.rest()

    def _on_backup(self) -> None:
        if self._shut is not None:
            self.backup_wanted.emit(self._shut)

    def _on_turn(self) -> None:
        self._turn_to(is_sheet=not self._is_sheet)
        self.begin()

    # ------------------------------------------------------------- trying
    def _on_verb(self) -> None:
        if self._is_busy:
            return
        typed = self.sheet.typed if self._is_sheet else self.password.input.text()
        if not typed.strip():
            self._refuse(self._("Type the groups as they stand on the sheet.")
                         if self._is_sheet else self._("Type the password."))  # fmt: skip
            return
        self._is_busy = True
        self.password.clear()
        self.verb.rename(self._("One moment…"))
        self.tried.emit(typed, self._is_sheet)

    def rest(self) -> None:
        """Nothing is being tried any more."""
        self._is_busy = False
        self.verb.rename(self._("Unlock") if self._is_lock else self._("Open the ledger"))

    def refuse(self, error: UserError) -> None:
        """Say why what was typed does not open it; it stays, selected, to be typed over."""
        self.rest()
        if error.problem in _OF_KEY_FILE:
            self.offer_sheet(error)
            self.begin()
            return
        if error.problem in _OF_SHEET:
            self._turn_to(is_sheet=True)
        self._refuse(problem_words(error, self._around.language, self._around.locale))
        (self.sheet if self._is_sheet else self.password).input.selectAll()

    def _refuse(self, said: str) -> None:
        field = self.sheet if self._is_sheet else self.password
        field.refuse(said)
        if self.isVisible():
            self.begin()

    def _on_left(self) -> None:
        if self.back.isVisible():
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the ledger shut."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_left()
            return
        super().keyPressEvent(event)
