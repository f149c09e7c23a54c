"""Scenes of terms: written, sent, accepted, and what each customer's page says of the proof."""

from PySide6.QtTest import QTest

from creditmate.domain.acceptance import Method
from creditmate.domain.customer_status import Status
from creditmate.domain.terms import ClauseKind
from creditmate.services.sample import SITUATIONS
from creditmate.ui.agreed.accept_dialog import AcceptDialog
from creditmate.ui.agreed.terms_editor import TermsEditor
from creditmate.ui.customer.tabs_area import TERMS as TERMS_TAB
from creditmate.ui.decisions.status_dialog import StatusDialog
from creditmate.ui.main_window import MainWindow
from creditmate.ui.screens.customer import CustomerScreen
from creditmate.ui.screens.settings import SettingsScreen
from creditmate.ui.settings.sections import TERMS
from creditmate.ui.settings.terms_page import TermsPage
from creditmate.ui.wishes import OpenCustomer, OpenSettings
from tools.scene_steps import Step, close_dialogs, dialog_shown, dialog_there, dialogs, go, until
from tools.scenes import Scene

_SOLE_TRADER = "CARR01"
_PAGES = {
    "signed": SITUATIONS["terms_signed"],
    "conduct": SITUATIONS["terms_by_conduct"],
    "no-proof": SITUATIONS["terms_without_proof"],
    "old-version": SITUATIONS["terms_old_version"],
    "own-rate": SITUATIONS["interest_by_contract"],
    "sole-trader": _SOLE_TRADER,
}
_WORDING = """# Prices and payment
4.1 We invoice on the day we deliver. **Please pay within 30 days of the invoice date.**
4.2 If something is wrong with an invoice, tell us within 14 days:
- by telephone, or
- by e-mail, with the invoice number.

# If payment is late
5.1 We may charge interest of 1 % a month on what is overdue.
"""


def agreed_scenes() -> tuple[Scene, ...]:
    """Return the scenes of the sample ledger."""
    unproved, sent = SITUATIONS["terms_without_proof"], SITUATIONS["terms_not_returned"]
    pages = (_page(name, code) for name, code in _PAGES.items())
    return (
        Scene("terms-editor", (go(OpenSettings(TERMS)), _write, _typed), dialog_shown),
        *pages,
        Scene("terms-send", (*_tab_of(unproved), _send, dialog_there), dialog_shown),
        Scene("terms-record", (close_dialogs, *_tab_of(sent), _record, dialog_there), dialog_shown),
        Scene("terms-record-conduct", (_by_conduct,), dialog_shown),
        Scene("stop", (close_dialogs, *_tab_of(sent), _stop, dialog_there, _stopped), dialog_shown),
        Scene("application-typed", (close_dialogs, *_tab_of(sent), _type_in), dialog_shown),
    )


def _page(name: str, code: str) -> Scene:
    return Scene(f"customer-terms-{name}", (close_dialogs, *_tab_of(code)))


def _tab_of(code: str) -> tuple[Step, ...]:
    return go(OpenCustomer(code)), lambda window: _customer(window).area.tabs.choose(TERMS_TAB)


def _customer(window: MainWindow) -> CustomerScreen:
    shown = window.screen_shown
    if not isinstance(shown, CustomerScreen):
        raise TypeError(shown)
    return shown


def _write(window: MainWindow) -> None:
    """The editor of a version that is begun."""
    shown = window.screen_shown
    if isinstance(shown, SettingsScreen) and isinstance(shown.page, TermsPage):
        shown.page.add_one()
    dialog_there(window)


def _typed(window: MainWindow) -> None:
    editor = dialogs(window)[-1]
    if isinstance(editor, TermsEditor):
        editor.wording.input.setPlainText(_WORDING)
        editor.clauses.numbers[ClauseKind.INTEREST].setText("5.1")
        editor.clauses.rate.setText("1")
        editor.clauses.per.setCurrentIndex(1)
        QTest.keyClicks(editor.clauses.summaries[ClauseKind.INTEREST], "1 % a month")
        until(lambda: editor.preview.view.is_drawn)


def _send(window: MainWindow) -> None:
    _customer(window).area.terms.send.click()


def _record(window: MainWindow) -> None:
    _customer(window).area.terms.record.click()


def _by_conduct(window: MainWindow) -> None:
    dialog = dialogs(window)[-1]
    if isinstance(dialog, AcceptDialog):
        how = dialog.method.input
        how.setCurrentIndex(how.findData(Method.CONDUCT.value))


def _stop(window: MainWindow) -> None:
    shown = _customer(window)
    shown.deeds.decisions.status(shown.code)


def _stopped(window: MainWindow) -> None:
    dialog = dialogs(window)[-1]
    if isinstance(dialog, StatusDialog):
        choice = dialog.status.input
        choice.setCurrentIndex(choice.findData(Status.ON_STOP.value))


def _type_in(window: MainWindow) -> None:
    shown = _customer(window)
    shown.deeds.applications.type_in(shown.code)
    dialog_there(window)
