"""How backups stand, why one was made and what is in it, in words; knows no toolkit."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.casing import capital
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import day_in_table, hour, number
from creditmate.i18n.problems import problem_words
from creditmate.services.backup_shelf import KnownBackup
from creditmate.services.backup_standing import UNREAD, BackupStanding

_REASONS: Mapping[str, str] = {
    "day": N_("After work"),
    "by hand": N_("By hand"),
    "before import": N_("Before an import"),
    "before restore": N_("Before a restore"),
}
_BEFORE_FORMAT = "before format"
"""Begins the reason of one that was made before the file's own form was changed."""


def when_words(at: datetime, now: datetime, language: str, locale: str) -> str:
    """Return a moment as people say it: ``today 08:02``, ``Fri 20 Nov, 17:05``."""
    _, there, here = words(language).gettext, at.astimezone(), now.astimezone()
    clock = hour(there, locale)
    if there.date() == here.date():
        return _("today {hour}").format(hour=clock)
    day = day_in_table(there.date(), locale, here.date())
    return _("{day}, {hour}").format(day=day, hour=clock)


def standing_in_short(standing: BackupStanding, now: datetime, language: str, locale: str) -> str:
    """Return how the backups stand, for the line at the foot of the window."""
    _ = words(language).gettext
    if standing.failed is not None:
        return _("The last backup failed")
    if standing.lost:
        return (_("The last backup cannot be read") if standing.lost == UNREAD
                else _("The last backup is not there any more"))  # fmt: skip
    if standing.made_at is None:
        return _("Not backed up yet")
    when = when_words(standing.made_at, now, language, locale)
    return _("Backed up {when}").format(when=when)


def standing_words(standing: BackupStanding, now: datetime, language: str, locale: str) -> str:
    """Return how the backups stand, in a sentence or two."""
    _ = words(language).gettext
    if standing.lost:
        return _lost_words(standing, now, language, locale)
    if standing.made_at is None and standing.only_read:
        return _("None was made on this computer yet. This file may only be read: it is backed up"
                 " only when you say so.")  # fmt: skip
    if standing.made_at is None:
        return _("None was made on this computer yet. The first is made when you close the ledger.")
    when = when_words(standing.made_at, now, language, locale)
    said = _("{when}, opened again and compared.").format(when=capital(when))
    if standing.has_news and standing.only_read:
        more = _("This file is another state of the ledger. It may only be read, and is backed up"
                 " only when you say so.")  # fmt: skip
    elif standing.has_news:
        more = _("What was entered since is backed up when you close the ledger.")
    else:
        more = _("Everything in the ledger is in it.")
    return f"{said} {more}"


def _lost_words(standing: BackupStanding, now: datetime, language: str, locale: str) -> str:
    """Return what has become of the last backup, what is left, and that another is made."""
    _ = words(language).gettext

    def said(at: datetime | None) -> str:
        return "" if at is None else when_words(at, now, language, locale)

    if standing.lost == UNREAD:
        what = _("The last one, of {when}, cannot be read any more: its file was cut short or"
                 " changed.")  # fmt: skip
    else:
        what = _("The last one, of {when}, is not where it was any more.")
    if standing.made_at is None:
        left = _("No other one can be found here.")
    else:
        left = _("The newest that can be read is of {when}.").format(when=said(standing.made_at))
    if standing.only_read:
        then = _("This file may only be read: it is backed up only when you say so.")
    else:
        then = _("The ledger itself is untouched. Make another one now; if not, it is made when you"
                 " close the ledger.")  # fmt: skip
    return f"{what.format(when=said(standing.lost_at))} {left} {then}"


def made_by_hand_words(standing: BackupStanding, language: str) -> str:
    """Return that a backup was made, which was asked for."""
    _ = words(language).gettext
    said = _("Backed up, opened again and compared.")
    if standing.only_read and standing.has_news:  # it holds another state than the newest
        older = _("This file is an older state of the ledger and stands as such among the backups:"
                  " the newest stays the newest.")  # fmt: skip
        said = f"{said} {older}"
    if standing.second_away or standing.second_failed:
        said = f"{said} {second_words(standing, language)}"
    return said


def second_words(standing: BackupStanding, language: str) -> str:
    """Return how the second place stands."""
    _ = words(language).gettext
    folder = standing.second
    if not folder:
        return _(
            "None is chosen. All backups lie on the same disk as the ledger: a stick, or a folder"
            " that another program sends elsewhere, keeps them when the computer is lost."
        )
    if standing.second_away:
        said = _("{folder} is not there now. The next backup that finds it goes there; until then"
                 " nothing is wrong.")  # fmt: skip
    elif standing.second_failed:
        said = _("The last backup could not be put into {folder}. See whether there is room.")
    else:
        said = _("Every backup goes to {folder} as well.")
    return said.format(folder=folder)


def reason_words(reason: str, language: str) -> str:
    """Return why a backup was made; a dash where it does not say any more."""
    _ = words(language).gettext
    if not reason:
        return "–"
    if reason in _REASONS:
        return _(_REASONS[reason])
    if reason.startswith(_BEFORE_FORMAT):
        return _("Before a new version")
    return _("Before a change of key or password")


def counts_words(backup: KnownBackup, language: str, locale: str) -> str:
    """Return what is in a backup, in the figures that somebody can judge it by."""
    if backup.problem is not None:
        return words(language).gettext("Cannot be read any more")
    ngettext, rows = words(language).ngettext, backup.manifest["rows"]
    customers, entries = int(rows.get("customer", 0)), int(rows.get("entry", 0))
    parts = (
        ngettext("{count} customer", "{count} customers", customers).format(
            count=number(customers, locale)
        ),
        ngettext("{count} item", "{count} items", entries).format(count=number(entries, locale)),
    )
    return ", ".join(parts)


def place_words(backup: KnownBackup, standing: BackupStanding | None, language: str) -> str:
    """Return where a backup lies."""
    _ = words(language).gettext
    second = standing.second if standing is not None else ""
    if second and backup.path.is_relative_to(Path(second)):
        return _("Second place")
    return _("This computer")


def failure_words(standing: BackupStanding, language: str, locale: str) -> str:
    """Return what to do about a backup that failed; empty where none did."""
    if standing.failed is None:
        return ""
    return not_made_words(standing.failed, language, locale)


def not_made_words(error: UserError, language: str, locale: str) -> str:
    """Return why a backup was not made: the ledger itself was saved, so nothing else is lost."""
    if error.problem is Problem.DISK_FULL:
        said = words(language).gettext(
            "The disk with {path} is full. Make room there, then back up again."
        )
        return said.format(path=error.facts["path"])
    return problem_words(error, language, locale)
