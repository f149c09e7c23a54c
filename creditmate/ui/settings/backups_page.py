"""The backups of the ledger: where they are, whether they are whole, and the way back."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from creditmate.domain.changes import Touched
from creditmate.services.backup_shelf import KnownBackup
from creditmate.services.backup_standing import BackupStanding, standing
from creditmate.services.program import Program
from creditmate.system.backup_records import BackupRecord
from creditmate.system.folders import Purpose
from creditmate.ui.file_dialogs import ask_folder
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.empty_state import EmptyWords
from creditmate.ui.kit.fact_rows import FactRows
from creditmate.ui.kit.links import view
from creditmate.ui.queries import Latest
from creditmate.ui.safety.backup_words import failure_words, second_words, standing_words
from creditmate.ui.safety.trust_words import drill_words
from creditmate.ui.settings.backup_cells import BackupCells
from creditmate.ui.settings.list_page import Action, ListBlock
from creditmate.ui.settings.records_page import RecordsPage
from creditmate.ui.settings.sections import BACKUPS, section_of
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SPACE, Ink
from creditmate.ui.wishes import KeepSafe, SafeDeed


@dataclass(frozen=True, slots=True)
class _Backups:
    """The backups there are, also what cannot be read, how they stand, what is remembered."""

    listed: Sequence[KnownBackup]
    standing: BackupStanding
    record: BackupRecord


class BackupsPage(RecordsPage):
    """Three facts with what can be done about each; below them every backup there is."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around, section_of(BACKUPS))
        _, theme = self.words.gettext, around.theme
        self.now = Button(theme, _("Back up now"), Kind.PRIMARY, glyph=Glyph.SAFE, keys="N")
        self.from_file = Button(theme, _("Restore from a file…"), Kind.QUIET)
        self.elsewhere = Button(theme, _("Choose a folder…"), Kind.LINK)
        self.nowhere = Button(theme, _("None any more"), Kind.LINK)
        self.try_out = Button(theme, _("Try it out"), Kind.LINK)
        self.facts = FactRows(around.theme)
        self.last = self.facts.add(_("Last backup"))
        self.second = self.facts.add(_("Second place"), (self.elsewhere, self.nowhere))
        self.tried = self.facts.add(_("Tried out"), (self.try_out,))
        self._cells = BackupCells(around.language, around.locale, around.program.clock.now())
        self.list: ListBlock[KnownBackup] = ListBlock(
            around, _("Backups there are"), self._cells.columns(), self._actions(), flexible=2
        )
        self._lay_out()
        self._reading: Latest[_Backups] = Latest(
            around.desk, self._show, around.desk.failed.emit, self
        )

    def _lay_out(self) -> None:
        for button in (self.from_file, self.now):
            self.head_end.addWidget(button)
        self.facts.setContentsMargins(SPACE.xl, SPACE.xs, SPACE.xl, SPACE.m)
        self.body.addWidget(self.facts)
        self.body.addWidget(self.list, 1)
        self.now.clicked.connect(self.add_one)
        self.from_file.clicked.connect(self._from_file)
        self.elsewhere.clicked.connect(self._ask_elsewhere)
        self.nowhere.clicked.connect(self._go_nowhere)
        self.try_out.clicked.connect(self._try)
        self.list.acted_on_none.connect(self.add_one)

    def _actions(self) -> list[Action[KnownBackup]]:
        _ = self.words.gettext
        return [
            Action(Glyph.UNDO, _("Restore this one…"), self._restore),
            Action(Glyph.FOLDER, _("Show the file"), lambda row: view(row.path.parent)),
        ]

    # ------------------------------------------------------------- showing
    def begin(self) -> None:
        """Work begins at the button that makes one."""
        self.now.setFocus()

    def reload(self) -> None:
        """Ask which backups there are; folders are read for it."""
        self._reading.ask(partial(_backups, self.around.program))

    def _show(self, known: _Backups) -> None:
        _, around = self.words.gettext, self.around
        speech = around.language, around.locale
        now = self._cells.now = around.program.clock.now()
        self._cells.standing = known.standing
        failed = failure_words(known.standing, *speech)
        said = standing_words(known.standing, now, *speech)
        if failed and known.standing.made_at is None:
            said = failed
        elif failed:
            said = _("{why} The last one that succeeded: {said}").format(why=failed, said=said)
        ink = Ink.WARNING if known.standing.is_worrying else Ink.TEXT
        self.last.set_text(said, ink)
        wrong = known.standing.second_failed
        text = second_words(known.standing, around.language)
        self.second.set_text(text, Ink.WARNING if wrong else Ink.TEXT)
        self.elsewhere.rename(
            _("Another folder…") if known.standing.second else _("Choose a folder…")
        )
        self.nowhere.setVisible(bool(known.standing.second))
        bad = bool(known.record.drill_why)
        self.tried.set_text(
            drill_words(known.record, now, *speech), Ink.DANGER if bad else Ink.TEXT
        )
        if known.listed:
            self.try_out.allow()
        else:
            self.try_out.refuse(_("There is no backup yet."))
        none = EmptyWords(
            _("There is no backup yet"),
            _("One is made by itself when you close the ledger after work."),
            _("Back up now"),
        )
        self.list.show_items(known.listed, none)

    # ------------------------------------------------------------- doing
    def add_one(self) -> None:
        """Make a backup now."""
        self.wanted.emit(KeepSafe(SafeDeed.BACK_UP))

    def _try(self) -> None:
        self.wanted.emit(KeepSafe(SafeDeed.TRY_OUT))

    def _from_file(self) -> None:
        self.wanted.emit(KeepSafe(SafeDeed.RESTORE))

    def _restore(self, row: KnownBackup) -> None:
        self.wanted.emit(KeepSafe(SafeDeed.RESTORE, row.path))

    def _ask_elsewhere(self) -> None:
        _ = self.words.gettext
        title = _("Where every backup is to go as well")
        ask_folder(self, title, Purpose.SECOND_PLACE, self._go_to, accept=_("Use this folder"))

    def _go_to(self, folder: Path) -> None:
        said = self.words.gettext("Every backup goes to {folder} as well from now on.")
        self._choose(folder, said.format(folder=folder))

    def _go_nowhere(self) -> None:
        self._choose(None, self.words.gettext("Backups stay on this computer only. What lies in the"
                                              " second place stays there."))  # fmt: skip

    def _choose(self, folder: Path | None, said: str) -> None:
        program = self.around.program

        def choose() -> Touched:
            backups = program.backups
            backups.choose_second(folder)
            if folder is not None and backups.listed():
                backups.take_to_second()
            return Touched.SAFETY

        self.do(choose, said)


def _backups(program: Program) -> _Backups:
    backups = program.backups
    listed, unread = backups.listed(), backups.unread()
    if unread:  # without them the order is that of their numbers, whatever the clock said
        listed = sorted([*listed, *unread], key=lambda each: each.made_at, reverse=True)
    return _Backups(listed, standing(backups), backups.record())
