"""Security: what kind of ledger this is, and all that can be done about its keys."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from creditmate.domain.changes import Touched
from creditmate.domain.data_key import DataKey
from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.problems import problem_words
from creditmate.i18n.remembering_words import remembering_words
from creditmate.services.protection import Change, Rewrapped
from creditmate.services.protection_facts import SecurityFacts, security_facts
from creditmate.services.remembering import forget
from creditmate.services.unlocking import see_passwords
from creditmate.system.key_cache import Why
from creditmate.system.preferences import LOCK_AFTER, lock_after, remember_lock_after
from creditmate.ui.kit.emptying import empty
from creditmate.ui.kit.notice import Notice
from creditmate.ui.kit.panel import SectionHead
from creditmate.ui.kit.segments import Segments, SegmentText
from creditmate.ui.kit.tag import Tone
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.queries import Latest
from creditmate.ui.security.password_dialogs import PasswordDialog
from creditmate.ui.security.remember_dialog import RememberDialog
from creditmate.ui.security.rewrapping import RewrapDialog, Rewrapping
from creditmate.ui.security.security_rows import SecurityRows
from creditmate.ui.security.security_words import done_words, ledger_words
from creditmate.ui.settings.page import SettingsPage
from creditmate.ui.settings.sections import SECURITY, section_of
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type
from creditmate.ui.wishes import PrintSheet


class SecurityPage(SettingsPage):
    """Each line says what follows, and asks for the password where it matters.

    Attributes:
        rows: What can be done about the ledger that is open.
        lock_after: After how many minutes it is locked.
    """

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around, section_of(SECURITY))
        self._facts: SecurityFacts | None = None
        self._top, self._came = QVBoxLayout(), QVBoxLayout()
        self.rows = SecurityRows(around)
        self.lock_after = self._minutes()
        self.rewrapping = Rewrapping(around, self)
        self.body.addWidget(self.scrolled(self._column(), SIZES.settings_form), 1)
        desk, failed = around.desk, around.desk.failed.emit
        self._reading: Latest[SecurityFacts] = Latest(desk, self._show, failed, self)
        forgotten, unforgotten = self._on_forgotten, self._on_unforgotten
        self._forgetting: Latest[Why | None] = Latest(around.keys, forgotten, unforgotten, self)
        self._connect()

    def _minutes(self) -> Segments:
        _, ngettext = self.words.gettext, self.words.ngettext
        texts = []
        for minutes in LOCK_AFTER:
            said = ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)
            texts.append(SegmentText(str(minutes), said if minutes else _("Never")))
        name = _("Lock after")
        return Segments(self.around.theme, name, texts, is_input=True)

    def _column(self) -> QVBoxLayout:
        _, theme = self.words.gettext, self.around.theme
        column = QVBoxLayout()
        column.setSpacing(SPACE.s)
        column.addLayout(self._came)
        column.addLayout(self._top)
        column.addWidget(self.rows)
        column.addSpacing(SPACE.s)
        column.addWidget(SectionHead(theme, _("Lock when nobody types for")))
        row = QHBoxLayout()
        row.addWidget(self.lock_after)
        row.addStretch()
        column.addLayout(row)
        said = _(
            "On this computer. Never while a call is timed; always when the computer goes to"
            " sleep. Ctrl+L locks at once. A ledger without a password cannot be locked."
        )
        column.addWidget(Paragraph(theme, said, Type.SMALL, Ink.MUTED))
        column.addStretch()
        return column

    def _connect(self) -> None:
        rows = self.rows
        rows.change.button.clicked.connect(self._change)
        rows.more.button.clicked.connect(partial(self._password, Change.PASSWORD_ADDED))
        rows.fewer.button.clicked.connect(partial(self._password, Change.PASSWORD_REMOVED))
        rows.sheet.button.clicked.connect(lambda: self.wanted.emit(PrintSheet()))
        rows.renew.button.clicked.connect(partial(self._rewrap, Change.KEY_RENEWED))
        rows.memory.button.clicked.connect(self._remember)
        rows.protect.button.clicked.connect(partial(self._rewrap, Change.PROTECTED))
        rows.unprotect.button.clicked.connect(partial(self._rewrap, Change.UNPROTECTED))
        self.rewrapping.done.connect(self._on_rewrapped)
        self.lock_after.chosen.connect(lambda key: remember_lock_after(int(key)))

    # ------------------------------------------------------------- showing
    def begin(self) -> None:
        """Work begins at the first thing that can be done."""
        self.rows.first().setFocus()

    def reload(self) -> None:
        """Ask how it stands with the keys."""
        self.lock_after.choose(str(lock_after()))
        program = self.around.program
        self._reading.ask(lambda: security_facts(program.recovery_sheets))

    def _show(self, facts: SecurityFacts) -> None:
        self._facts = facts
        empty(self._top)
        title, detail = ledger_words(facts, self.around.language, self.around.locale)
        tone = Tone.POSITIVE if facts.passwords else Tone.WARNING
        self._top.addWidget(Notice(self.around.theme, tone, title, detail))
        self._top.addSpacing(SPACE.s)
        self.rows.show_facts(facts)

    # ------------------------------------------------------------- doing
    def _change(self) -> None:
        lost = self._facts is not None and self._facts.passwords == 0
        self._password(Change.PASSWORD_RESET if lost else Change.PASSWORD_CHANGED)

    def _password(self, change: Change) -> None:
        if self._facts is not None:
            path = self._facts.path
            PasswordDialog(self.around, self, path, change, self._tell).begin()

    def _rewrap(self, change: Change) -> None:
        if self._facts is not None:
            begin = self.rewrapping.begin
            RewrapDialog(self.around, self, self._facts.path, change, begin).begin()

    def _remember(self) -> None:
        if self._facts is None:
            return
        if not self._facts.remembered:
            RememberDialog(self.around, self, self._facts.path, self._tell).begin()
            return
        program, path = self.around.program, self._facts.path
        self._forgetting.ask(lambda: _forgotten(path, program.ask(program.protection.key)))

    def _on_unforgotten(self, error: Exception) -> None:
        """Say what comes first where this computer's memory is the last way in."""
        _ = self.words.gettext
        if isinstance(error, UserError) and error.problem is Problem.KEY_FILE_GONE:
            said = _("Set a password first: without the key file nothing else opens this ledger.")
            self._tell(said)
        elif isinstance(error, UserError):
            self._tell(problem_words(error, self.around.language, self.around.locale))
        else:
            self.around.desk.failed.emit(error)

    def _on_forgotten(self, why: Why | None) -> None:
        done = self.words.gettext("This computer does not remember the key.")
        self._tell(done if why is None else remembering_words(why.value, self.around.language))

    def _tell(self, said: str) -> None:
        self.told.emit(said)
        self.changed.emit(Touched.SETTINGS)  # whereupon the page is read anew

    def _on_rewrapped(self, change: Change, came: Rewrapped) -> None:
        """Say what came of it, and where the old file lies; it stays to be read."""
        around = self.around
        title, detail = done_words(change, came, around.language)
        if came.problem is not None:
            why = problem_words(came.problem, around.language, around.locale)
            detail = f"{detail} {why}"
        empty(self._came)
        tone = Tone.POSITIVE if came.problem is None else Tone.WARNING
        self._came.addWidget(Notice(around.theme, tone, title, detail))
        self._came.addSpacing(SPACE.s)
        self.told.emit(title)


def _forgotten(path: Path, key: DataKey) -> Why | None:
    """Forget a key, unless nothing but the sheet would be left."""
    see_passwords(path, key)
    return forget(key)
