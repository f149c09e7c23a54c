"""What is known of a ledger's safety, in words; knows no toolkit."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from creditmate import __version__
from creditmate.i18n.casing import capital
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import number
from creditmate.services.backups import moment_of
from creditmate.services.published_figures import PublishedFigures
from creditmate.services.trust_facts import TrustFacts
from creditmate.system.backup_records import BackupRecord
from creditmate.ui.safety.backup_words import second_words, standing_words, when_words
from creditmate.ui.safety.drill import seconds_words

_HEAD = 16  # figures of the head: as many as stand on a statement
_GROUP = 4

LIMITS = (
    N_(
        "It does not help against somebody who sits at the open program, or who is logged in to"
        " this computer as you."
    ),
    N_(
        "It does not help against a spy in your computer that reads what you type or what is in"
        " its memory."
    ),
    N_(
        "A file in an unprotected ledger, a paper you printed and a table you saved can be read by"
        " whoever gets them."
    ),
    N_(
        "A protected ledger's backup is encrypted, but its label is not: when it was made, the"
        " ledger's file name, how many customers and items there are, and the totals that are owed."
    ),
    N_(
        "With neither a password nor the recovery sheet nobody can open a protected ledger: we"
        " cannot either."
    ),
    N_("Backups on the same disk do not outlive the disk. Only a second place does."),
    N_(
        "The record shows that something was altered; it cannot keep somebody who has the computer"
        " from altering it."
    ),
)
"""What this program does not protect from (reliability.md, F15), to be translated."""


class Fact(NamedTuple):
    """What it is about, what is known, and whether that is as it should be; None where it is so."""

    title: str
    known: str
    is_well: bool | None = None


def drill_words(record: BackupRecord, now: datetime, language: str, locale: str) -> str:
    """Return when a backup was last tried out, and how it went."""
    _ = words(language).gettext
    at = moment_of(record.drill_at)
    if at is None:
        return _(
            "Not yet. Trying it out makes a ledger of the newest backup in an empty place, compares"
            " everything, and takes it away again."
        )
    when = when_words(at, now, language, locale)
    when = capital(when)
    if record.drill_why:
        return _(
            "{when}: that backup was not whole. The ledger itself is untouched: make a new backup"
            " and try that one."
        ).format(when=when)
    said = _("{when}: it is a whole ledger, equal in every figure.").format(when=when)
    return f"{said} {seconds_words(record.drill_seconds, language)}"


def facts_words(facts: TrustFacts, now: datetime, language: str, locale: str) -> list[Fact]:
    """Return everything as title and sentence, in the order of the page."""
    _, record, stands = words(language).gettext, facts.record, facts.standing
    backed_up = False if stands.is_worrying else True if stands.made_at else None
    second = False if stands.second_failed else True if stands.second else None
    tried = not record.drill_why if record.drill_at else None
    checked = not record.findings if record.proved_at else None
    return [
        Fact(_("Last backup"), standing_words(stands, now, language, locale), backed_up),
        Fact(_("Second place"), second_words(stands, language), second),
        Fact(_("Tried out"), drill_words(record, now, language, locale), tried),
        Fact(_("Checked"), checks_words(record, now, language, locale), checked),
        Fact(
            _("Encryption"), _protection_words(facts, language), True if facts.protection else None
        ),
        Fact(_("On record"), _head_words(facts, language, locale)),
        Fact(_("Folder"), str(facts.folder)),
        Fact(_("Versions"), versions_words(facts)),
    ]


def checks_words(record: BackupRecord, now: datetime, language: str, locale: str) -> str:
    """Return when the file and everything in it were last checked."""
    _ = words(language).gettext
    proved, file = moment_of(record.proved_at), moment_of(record.checked_at)
    parts = []
    if proved is None:
        parts.append(_("Everything is checked once a week, when it is quiet; not yet so far."))
    else:
        when = when_words(proved, now, language, locale)
        said = (_("Everything: {when}; something was not as it must be.") if record.findings
                else _("Everything: {when}, as it must be."))  # fmt: skip
        parts.append(said.format(when=when))
    if file is not None:
        when = when_words(file, now, language, locale)
        parts.append(_("Every page of the file: {when}.").format(when=when))
    return " ".join(parts)


def head_in_short(head: str) -> str:
    """Return the first figures of the record's head in groups, as one reads them to somebody."""
    short = head[:_HEAD].upper()
    return " ".join(short[at : at + _GROUP] for at in range(0, len(short), _GROUP))


def _head_words(facts: TrustFacts, language: str, locale: str) -> str:
    _, ngettext = words(language).gettext, words(language).ngettext
    said = ngettext(
        "{count} action, each with who, when and what. They end in {head}.",
        "{count} actions, each with who, when and what. They end in {head}.",
        facts.actions,
    ).format(count=number(facts.actions, locale), head=head_in_short(facts.head))
    why = _("Whoever changes one of them changes this ending.")
    return f"{said} {why}"


def _protection_words(facts: TrustFacts, language: str) -> str:
    _, ngettext, how = words(language).gettext, words(language).ngettext, facts.protection
    if how is None:
        return _("None: whoever gets the file can read it. Under Security you can protect it.")
    if not how.passwords:
        return _("Encrypted, but its key file is missing: only the recovery sheet opens it.")
    return ngettext(
        "Encrypted with a key of its own, which {count} password opens ({kdf}, {memory} MiB,"
        " {passes} passes). The recovery sheet opens it too.",
        "Encrypted with a key of its own, which {count} passwords open ({kdf}, {memory} MiB,"
        " {passes} passes). The recovery sheet opens it too.",
        how.passwords,
    ).format(count=how.passwords, kdf=how.kdf, memory=how.memory_kib // 1024, passes=how.passes)


def versions_words(facts: TrustFacts) -> str:
    """Return the versions; names and numbers are the same in every language."""
    return (
        f"CreditMate {__version__}, SQLite {facts.sqlite}, SQLCipher {facts.cipher},"
        f" Python {facts.python}"
    )


def figures_lines(found: PublishedFigures | None, language: str) -> list[str]:
    """Return what was measured of this version, one line each, or that nothing was."""
    _ = words(language).gettext
    if found is None:
        return [_("No figures were published with this build.")]
    head = _("Measured on {day} of version {version}; all of it can be run again.")
    good, bad = _("as promised"), _("not as promised")
    lines = [
        f"{each.number}. {each.title}: {each.result} ({good if each.ok else bad})"
        for each in found.figures
    ]
    return [head.format(day=found.made, version=found.version), *lines]


def copied_text(facts: Sequence[Fact], more: Sequence[str]) -> str:
    """Return everything as plain text: no name and no amount of the ledger is in it."""
    lines = [f"{fact.title}: {fact.known}" for fact in facts]
    return "\n".join([*lines, *more]).replace(str(Path.home()), "~")
