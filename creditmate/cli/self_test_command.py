"""``self-test``: whether the program is whole on this computer, installed or from its source."""

import platform
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from creditmate import __version__
from creditmate.cli.session import Session
from creditmate.i18n.formats import day_long
from creditmate.i18n.locales import known_locale
from creditmate.services.self_test import (
    DAY,
    Check,
    Found,
    LedgerChecks,
    Part,
    looked_at,
    must_be,
)
from creditmate.system.computer import kept_apart
from creditmate.system.secure_store import proved_store

_LOCALES = {
    "en_GB": "20 November 2026",
    "en_US": "November 20, 2026",
    "de_DE": "20. November 2026",
    "fr_FR": "20 novembre 2026",
    "pl_PL": "20 listopada 2026",
    "ja_JP": "2026年11月20日",
    "ar_EG": "20 نوفمبر 2026",
}
"""One day as each writes it: a locale whose data are missing writes as in British English."""


def self_test(session: Session) -> int:
    """Check every part in a folder for trial; status 1 when anything is wrong."""
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder,
        kept_apart(Path(folder)),
    ):
        found = list(_told(session, looked_at(_checks(session, Path(folder)))))
    if session.wants_json:
        session.say_json(
            {
                **_about(),
                "ok": all(one.ok for one in found),
                "checks": [
                    {
                        "part": one.part.value,
                        "ok": one.ok,
                        "said": one.said,
                        "seconds": round(one.seconds, 3),
                    }
                    for one in found
                ],
            }
        )
    return 0 if all(one.ok for one in found) else 1


def _checks(session: Session, folder: Path) -> Iterator[Check]:
    ledger = LedgerChecks(session.program, folder)
    yield from ledger.checks()
    yield Check(Part.LOCALES, _locales)
    yield Check(Part.STORE, lambda: _store(session))
    ledger.close()
    # last: where Qt cannot paint at all it ends the program, and everything else is said by then
    yield Check(Part.WINDOW, lambda: session.paint_window(ledger.ledger))


def _told(session: Session, found: Iterator[Found]) -> Iterator[Found]:
    """Print each as it comes, unless all is printed together as JSON."""
    _ = session.translate
    if not session.wants_json:
        about = ", ".join(str(fact) for fact in _about().values())
        session.say(about)
    for one in found:
        if not session.wants_json:
            verdict = _("ok") if one.ok else _("FAILED")
            session.say(f"{verdict:<8}{_name(session, one.part)}: {one.said}")
            sys.stdout.flush()
        yield one


def _about() -> dict[str, object]:
    """Which program on which system."""
    frozen = bool(getattr(sys, "frozen", False))
    return {
        "program": f"CreditMate {__version__}",
        "python": f"Python {platform.python_version()}",
        "system": f"{platform.system()} {platform.machine()}",
        "from": str(Path(sys.executable if frozen else __file__).parent),
    }


def _name(session: Session, part: Part) -> str:
    _ = session.translate
    return {
        Part.LIBRARIES: _("libraries"),
        Part.LEDGER: _("making and opening a ledger"),
        Part.PROTECTION: _("making a protected ledger and opening it by its password"),
        Part.BACKUP: _("backing a ledger up and making it anew of the backup"),
        Part.MIGRATION: _("opening a ledger of the first format"),
        Part.IMPORT: _("importing invoices"),
        Part.FONTS: _("fonts for papers"),
        Part.STATEMENT: _("drawing a statement and reading it back"),
        Part.INVOICE: _("issuing an invoice and reading it back"),
        Part.TERMS: _("publishing terms, sending them and reading them back"),
        Part.INTEREST: _("charging interest for paying late and reading it back"),
        Part.PLAN: _("agreeing a payment plan and reading its agreement back"),
        Part.HISTORY: _("printing what happened with a customer"),
        Part.VISIT: _("a visit from its agenda to the letter of thanks"),
        Part.APPLICATION: _("handing out a credit application and reading it back"),
        Part.HOLIDAYS: _("public holidays"),
        Part.NUMBERS: _("telephone numbers, tax numbers, addresses"),
        Part.LOCALES: _("figures and days of other countries"),
        Part.STORE: _("secure store for passwords"),
        Part.PROCESS: _("helper process"),
        Part.WINDOW: _("painting the window"),
    }[part]


def _locales() -> str:
    for locale, expected in _LOCALES.items():
        written = " ".join(day_long(DAY, locale).split())
        must_be((locale, expected), (str(known_locale(locale)), written))
    return ", ".join(_LOCALES)


def _store(session: Session) -> str:
    return proved_store() or session.translate("none; a password is asked for each time")
