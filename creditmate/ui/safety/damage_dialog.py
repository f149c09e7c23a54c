"""A ledger that cannot be opened: what happened, that nothing is lost, what to do next."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.casing import capital
from creditmate.i18n.catalogue import words
from creditmate.services.damage import DamageReport, Lost, lost_since, report
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.fact_rows import FactRows
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import Choice
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.queries import Latest
from creditmate.ui.safety.damage_words import OF_KEY_FILE, DamageWords
from creditmate.ui.shut_ledger import ledger_of
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type


@dataclass(frozen=True, slots=True)
class _Found:
    """The backups, what the file still tells, and whether it was asked."""

    report: DamageReport
    lost: tuple[Lost, ...] | None
    is_read: bool


class DamageDialog(EditDialog):
    """Looks for backups while it is read; its verb leads to the newest whole one.

    Attributes:
        path: The ledger.
        facts: What is told, by title; empty until it was looked.
        which: The backup to open, the newest whole one to begin with; hidden if there is but one.
        other_file: A backup that lies elsewhere.
        copy: Puts the damaged file elsewhere as well.
        other_ledger: Another ledger.
    """

    restore_wanted = Signal(Path)
    """Open this backup in the ledger's place."""
    file_wanted = Signal()
    copy_wanted = Signal()
    ledger_wanted = Signal()

    def __init__(self, around: Surroundings, window: QWidget, error: UserError) -> None:
        _ = words(around.language).gettext
        self.path = ledger_of(error) or Path()
        self._why = problem = error.problem
        now = around.program.clock.now()
        self._says = DamageWords(around.language, around.locale, now, self.path)
        super().__init__(
            around,
            window,
            self._says.title(problem),
            _("Choose a backup…"),
            detail=self._says.calm(problem),
            leave=_("Not now"),
            width=SIZES.damage_dialog,
        )
        self._, theme = _, around.theme
        self._is_busy = False
        self._whens: list[str] = []
        self.facts: dict[str, str] = {}
        looking = _("Looking for the newest whole backup…")
        self._looking = Paragraph(theme, looking, Type.BODY, Ink.MUTED)
        self._rows = QVBoxLayout()
        self.which = Field(theme, _("Backup to open"), Choice(theme, ""), echoes=False)
        self.other_file = Button(theme, _("A backup that lies elsewhere…"), Kind.LINK)
        self.copy = Button(theme, _("Copy the damaged file elsewhere…"), Kind.LINK)
        gone = problem is Problem.LEDGER_MISSING
        other = _("Open it where it is now…") if gone else _("Open another ledger…")
        self.other_ledger = Button(theme, other, Kind.LINK)
        self._fill()
        self._finding: Latest[_Found] = Latest(around.keys, self._on_found, self._on_error, self)

    def _fill(self) -> None:
        self.which.hide()
        self.put(self._looking, self._rows, self.which)
        self.body.addSpacing(SPACE.s)
        links = QVBoxLayout()
        links.setSpacing(0)
        gone = self._why is Problem.LEDGER_MISSING
        first, last = (self.other_ledger, self.other_file) if gone else (
            self.other_file, self.other_ledger
        )  # fmt: skip
        for link in (first, self.copy, last):
            links.addWidget(link)
            links.setAlignment(link, Qt.AlignmentFlag.AlignLeading)
        self.copy.setVisible(not gone and self._why not in OF_KEY_FILE)
        self.put(links)
        self.other_file.clicked.connect(self.file_wanted)
        self.copy.clicked.connect(self.copy_wanted)
        self.other_ledger.clicked.connect(self._on_other_ledger)
        self.which.input.currentIndexChanged.connect(self._on_which)

    def begin(self) -> None:
        """Open, and look for backups."""
        self.verb.refuse(self._("The backups are being read."))
        self._finding.ask(partial(_found, self.path))
        moved = self._why is Problem.LEDGER_MISSING  # which is likelier than deleted
        self.open_at(self.other_ledger if moved else self.cancel)

    # ------------------------------------------------------------- what was found
    def _on_found(self, found: _Found) -> None:
        self._looking.hide()
        known = found.report
        told = self._says.facts(self._why, known, found.lost, is_read=found.is_read)
        self.facts = dict(told)
        rows = FactRows(self.around.theme)
        for title, said in told:
            rows.add(title).set_text(said)
        self._rows.addWidget(rows)
        whole = [] if known.newest is None else [known.newest, *known.others]
        self._whens = [self._says.when(backup) for backup in whole]
        for when, backup in zip(self._whens, whole, strict=True):
            self.which.input.addItem(capital(when), backup.path)
        self.which.setVisible(len(whole) > 1)
        self.verb.allow()
        self._on_which()
        if self.focusWidget() is self.cancel:  # also while the window is not active yet
            self.verb.setFocus()
        self.refit()

    def _on_error(self, error: Exception) -> None:
        self._looking.hide()
        self.verb.allow()
        self.around.desk.failed.emit(error)

    def _on_which(self) -> None:
        at = self.which.input.currentIndex()
        if at >= 0:
            said = self._("Open the backup of {when}")
            self.verb.rename(said.format(when=self._whens[at]))

    # ------------------------------------------------------------- what to do
    def on_verb(self) -> None:
        """Open the backup in the ledger's place; choose one where none was found."""
        chosen = self.which.input.currentData()
        if self._is_busy or not self.verb.isEnabled():
            return
        if isinstance(chosen, Path):
            self.restore_wanted.emit(chosen)
        else:
            self.file_wanted.emit()

    def work(self) -> None:
        """Something is being done about it."""
        self._is_busy = True
        self.clear()
        self.verb.refuse(self._("One moment…"))

    def rest(self, error: UserError | None = None) -> None:
        """It is not any more; ``error`` says why nothing came of it."""
        self._is_busy = False
        self.verb.allow()
        if error is not None:
            self.refuse(error)

    def tell(self, said: str) -> None:
        """Say what was done meanwhile."""
        self._looking.set_text(said)
        self._looking.show()
        self.refit()

    def warn(self, said: str, verb: str) -> None:
        """Say what to know before the backup that was chosen is opened after all, by ``verb``."""
        self.rest()
        self.tell(said)
        self.verb.rename(verb)

    def _on_other_ledger(self) -> None:
        self.reject()
        self.ledger_wanted.emit()


def _found(path: Path) -> _Found:
    """Read the backups, and what an unprotected file still tells; this takes a while."""
    known = report(path)
    newest = known.newest
    if newest is None or newest.protected:
        return _Found(known, None, is_read=False)
    return _Found(known, lost_since(path, newest, None), is_read=True)
