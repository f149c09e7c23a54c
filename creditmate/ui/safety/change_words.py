"""What a restore would change, and what it has put in its place, in words; knows no toolkit."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from creditmate.domain.money import Money
from creditmate.i18n.casing import capital
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import money, number
from creditmate.services.backups import moment_of
from creditmate.services.ledger_difference import Difference
from creditmate.ui.safety.backup_words import when_words

_TABLES: Mapping[str, str] = {
    "customer": N_("Customers"),
    "entry": N_("Invoices and payments"),
    "interaction": N_("Calls and notes"),
    "promise": N_("Promises"),
    "paper": N_("Papers issued"),
    "action": N_("Actions on record"),
}
"""What a user can judge by; all that is done is in the last of them."""


class ChangeWords:
    """Words for what differs, in a language, as at a moment."""

    def __init__(self, language: str, locale: str, now: datetime) -> None:
        self._ = words(language).gettext
        self._ngettext = words(language).ngettext
        self._language, self._locale, self._now = language, locale, now

    def lines(self, change: Difference) -> list[tuple[str, str]]:
        """Return title and sentence of everything that would be different."""
        return [*self._latest(change), *self._open(change), *self._rows(change)]

    def _latest(self, change: Difference) -> Iterator[tuple[str, str]]:
        before, after = change.last_at
        if before != after:
            said = self._pair(self._when(before), self._when(after))
            yield self._("Last entered"), capital(said)

    def _open(self, change: Difference) -> Iterator[tuple[str, str]]:
        for currency, (before, after) in change.open.items():
            title = self._("Owed in {currency}").format(currency=currency)
            yield title, self._pair(self._money(before, currency), self._money(after, currency))

    def _rows(self, change: Difference) -> Iterator[tuple[str, str]]:
        for table, title in _TABLES.items():
            if table in change.rows:
                before, after = (number(count, self._locale) for count in change.rows[table])
                yield self._(title), self._pair(before, after)

    def _pair(self, before: str, after: str) -> str:
        return self._("{before} now, {after} in the backup").format(before=before, after=after)

    def _when(self, moment: str) -> str:
        at = moment_of(moment)
        return "–" if at is None else when_words(at, self._now, self._language, self._locale)

    def _money(self, minor: int, currency: str) -> str:
        return money(Money(minor, currency), self._locale, symbol=True)

    # ------------------------------------------------------------- what a backup holds
    def holds(self, manifest: Mapping[str, Any]) -> str:
        """Return what a ledger holds, in the figures that were compared."""
        owed = [self._money(minor, code) for code, minor in sorted(manifest["open"].items())]
        parts = [
            ", ".join(self._counts(manifest["rows"])),
            self._("{amounts} owed").format(amounts=", ".join(owed)) if owed else "",
        ]
        return "; ".join(filter(None, parts))

    def _counts(self, rows: Mapping[str, int]) -> Iterator[str]:
        ngettext = self._ngettext
        counts = (int(rows.get(table, 0)) for table in ("customer", "entry", "paper", "action"))
        customers, items, papers, actions = counts
        for count, said in (
            (customers, ngettext("{count} customer", "{count} customers", customers)),
            (items, ngettext("{count} item", "{count} items", items)),
            (papers, ngettext("{count} paper", "{count} papers", papers)),
            (actions, ngettext("{count} action on record", "{count} actions on record", actions)),
        ):
            yield said.format(count=number(count, self._locale))

    def made(self, manifest: Mapping[str, Any]) -> str:
        """Return when a backup was made."""
        return self._when(str(manifest.get("made_at", "")))
