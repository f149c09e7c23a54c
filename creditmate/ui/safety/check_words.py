"""What checks have found, in words that say what to do; knows no toolkit."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import number
from creditmate.services.upkeep import Proof


class Wrong(Protocol):
    """A finding of a check: which rule does not hold, and in which row of which table."""

    @property
    def rule(self) -> str:
        """The rule's own name."""

    @property
    def table(self) -> str:
        """The table's own name, or the file."""

    @property
    def row_id(self) -> int:
        """The row; 0 where it is none."""


_KINDS: Mapping[str, str] = {
    "integrity": N_("a part of the file cannot be read as it was written"),
    "reference-missing": N_("something refers to what is not there"),
}
_CHAIN = N_("the record of who did what does not fit together")
_OTHER = N_("a figure or a rule does not hold")
_SHOWN = 5  # findings named by their row; more are counted


def checked_words(proof: Proof, language: str, locale: str) -> str:
    """Return what a full check has looked at, and that all is well, or how much is not."""
    catalogue = words(language)
    if proof.findings:
        count = len(proof.findings)
        said = catalogue.ngettext(
            "Checked: {count} thing is not as it must be. It stands under Trust.",
            "Checked: {count} things are not as they must be. They stand under Trust.",
            count,
        )
        return said.format(count=number(count, locale))
    said = catalogue.gettext(
        "Checked and as it must be: {actions} actions on record, {entries} items, {papers} papers."
    )
    return said.format(
        actions=number(proof.actions or 0, locale),
        entries=number(proof.entries or 0, locale),
        papers=number(proof.papers or 0, locale),
    )


def findings_words(findings: Sequence[Wrong], language: str, locale: str) -> str:
    """Return what was found wrong, and what to do about it."""
    catalogue = words(language)
    _ = catalogue.gettext
    kinds = dict.fromkeys(_(_kind(each.rule)) for each in findings)
    found = catalogue.ngettext(
        "{count} thing is not as it must be: {kinds}.",
        "{count} things are not as they must be: {kinds}.",
        len(findings),
    ).format(count=number(len(findings), locale), kinds=", ".join(kinds))
    todo = _(
        "Nothing was changed by looking, and your backups are untouched. Close the ledger and open"
        " it again; if this stays, restore the newest backup from before: what is there now is"
        " kept aside. The list below helps whoever looks into it; copy it."
    )
    return f"{found} {todo}"


def finding_lines(findings: Sequence[Wrong]) -> list[str]:
    """Return the first findings by rule, table and row: none of the user's own words."""
    lines = [f"{each.rule}: {each.table} {each.row_id}" for each in findings[:_SHOWN]]
    return [*lines, f"+ {len(findings) - _SHOWN}"] if len(findings) > _SHOWN else lines


def _kind(rule: str) -> str:
    return _KINDS.get(rule, _CHAIN if "chain" in rule or "hash" in rule else _OTHER)
