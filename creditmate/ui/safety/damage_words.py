"""What there is to say of a ledger that cannot be opened, in words; knows no toolkit."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from creditmate.domain.errors import Problem
from creditmate.i18n.casing import capital
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import number
from creditmate.services.backup_shelf import KnownBackup
from creditmate.services.damage import DamageReport, Lost
from creditmate.ui.safety.backup_words import counts_words, when_words
from creditmate.ui.safety.deed_words import lost_words

OF_KEY_FILE = frozenset(
    {Problem.KEY_FILE_MISSING, Problem.KEY_FILE_DAMAGED, Problem.KEY_FILE_OTHER}
)
"""A ledger that is whole itself: no password can be tried on it."""


class DamageWords:
    """Words in the order in which somebody frightened reads them."""

    def __init__(self, language: str, locale: str, now: datetime, path: Path) -> None:
        catalogue = words(language)
        self._, self._ngettext = catalogue.gettext, catalogue.ngettext
        self._language, self._locale, self._now, self._path = language, locale, now, path

    def title(self, problem: Problem) -> str:
        """Return what happened."""
        said = {
            Problem.LEDGER_EMPTY: self._("“{name}” cannot be opened: its file is empty"),
            Problem.LEDGER_MISSING: self._("“{name}” is not where it was"),
            Problem.MIGRATION_FAILED: self._("“{name}” was not brought to the new version"),
            Problem.KEY_FILE_MISSING: self._("“{name}” is shut: its key file is missing"),
            Problem.KEY_FILE_DAMAGED: self._("“{name}” is shut: its key file is damaged"),
            Problem.KEY_FILE_OTHER: self._("“{name}” is shut: its key file is another one's"),
        }.get(problem, self._("The file of “{name}” is damaged"))
        return said.format(name=self._path.stem)

    def calm(self, problem: Problem) -> str:
        """Return that nothing more can be lost."""
        if problem is Problem.MIGRATION_FAILED:
            return self._(
                "Nothing is lost: the ledger is as it was before, and was backed up first. The"
                " version of CreditMate that you had opens it as ever; you can also go back to an"
                " earlier backup here."
            )
        if problem is Problem.LEDGER_MISSING:
            return self._(
                "What is in a backup is not lost. If the file was only moved or renamed, open it"
                " where it is now: it holds the most. If it was deleted, look into the bin first;"
                " a whole backup can take its place in a minute."
            )
        if problem in OF_KEY_FILE:
            return self._(
                "Nothing is lost: the ledger is untouched, and its recovery sheet opens it as it"
                " is. Without the sheet a backup leads back, since it holds a key file of its own:"
                " its password opens it. The file of now is kept beside it, whole."
            )
        return self._(
            "What is in a backup is not lost. The file is left as it is, nothing is deleted, and a"
            " whole ledger can take its place in a minute."
        )

    def file(self, problem: Problem) -> str:
        """Return where the ledger lies, and what becomes of it."""
        if problem is Problem.LEDGER_MISSING:
            return self._("{path}. Nothing is there now.").format(path=self._path)
        return self._("{path}. It stays there, untouched.").format(path=self._path)

    def when(self, backup: KnownBackup) -> str:
        """Return when a backup was made."""
        return when_words(backup.made_at, self._now, self._language, self._locale)

    def facts(
        self,
        problem: Problem,
        report: DamageReport,
        lost: Sequence[Lost] | None,
        *,
        is_read: bool,
    ) -> list[tuple[str, str]]:
        """Return title and sentence of all that was found.

        Args:
            problem: What keeps the ledger shut.
            report: The backups there are.
            lost: What the file still tells of what the newest whole one lacks.
            is_read: Whether it was asked at all; a protected file cannot be before its key is.
        """
        _ = self._
        told = [(_("The file"), self.file(problem))]
        if report.newest is None:
            return [*told, *self._without(report, is_there=problem is not Problem.LEDGER_MISSING)]
        newest = _("{when}: {counts}. It was read to its end just now and is whole.")
        counts = counts_words(report.newest, self._language, self._locale)
        when = self.when(report.newest)
        when = capital(when)
        told.append((_("Newest backup"), newest.format(when=when, counts=counts)))
        told.append((_("Not in it"), self._missing(report, lost, is_read=is_read)))
        if report.broken:
            told.append((_("Passed over"), self._broken(len(report.broken))))
        return told

    def _missing(self, report: DamageReport, lost: Sequence[Lost] | None, *, is_read: bool) -> str:
        _ = self._
        if lost:
            said = lost_words(lost, self._now, self._language, self._locale)
            return _("To be entered again: {deeds}.").format(deeds=said)
        if is_read and lost is not None:
            return _("Nothing: what was entered last is in the backup.")
        if report.lacks == 0:
            return _("Nothing, as far as this computer noted when the ledger was last closed.")
        if report.lacks is None:
            return _("What was entered after it, if anything was. This computer cannot tell.")
        said = self._ngettext(
            "{count} thing was entered after it.",
            "{count} things were entered after it.",
            report.lacks,
        ).format(count=number(report.lacks, self._locale))
        if is_read:
            return said
        return said + " " + _("What it was is told afterwards, as far as the file still says so.")

    def _broken(self, count: int) -> str:
        said = self._ngettext(
            "{count} newer backup is not whole, and was left where it is.",
            "{count} newer backups are not whole, and were left where they are.",
            count,
        )
        return said.format(count=number(count, self._locale))

    def _without(self, report: DamageReport, *, is_there: bool) -> list[tuple[str, str]]:
        _ = self._
        to_do = _("If one lies on a stick, in a folder that is sent elsewhere or on another"
                  " computer, choose it.")  # fmt: skip
        if is_there:
            to_do += " " + _(
                "Copy the damaged file elsewhere before anybody tries anything with it: most of"
                " such a file can often still be read by somebody who knows databases."
            )
        told = [
            (_("Backups"), _("None that is whole was found on this computer.")),
            (_("What to do"), to_do),
        ]
        if report.broken:
            told.insert(1, (_("Passed over"), self._broken(len(report.broken))))
        return told
