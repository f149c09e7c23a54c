"""What is drawn for looking at: every place and dialog of the window, in a state worth seeing."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from creditmate.system.crash_report import CrashReport
from creditmate.ui.main_window import MainWindow
from creditmate.ui.screens.customer import CustomerScreen
from creditmate.ui.screens.customer_edit import CustomerEditScreen
from creditmate.ui.screens.invoices import InvoicesScreen
from creditmate.ui.screens.record_payment import RecordPaymentScreen
from creditmate.ui.screens.settings import SettingsScreen
from creditmate.ui.settings.sections import CURRENCIES, INTEREST, PEOPLE, POLICY, SECTIONS
from creditmate.ui.wishes import (
    BringIn,
    EditCustomer,
    OpenCustomer,
    OpenPayments,
    OpenPlace,
    OpenSettings,
    PostCash,
    RecordPayment,
    StartCall,
    WriteInvoice,
)
from tools.scene_steps import PASSWORD, Step, dialogs, go, until

CUSTOMER = "BRIN01"
"""In question in part, with credit not matched, a promise kept, and work to do today."""
LATE = "2064"
"""An invoice of theirs that is late."""
_TO_PASSWORD = 5
"""Steps from the name of a new ledger to its password."""
_TO_STOPPED = 5
"""Lines of Today from the first to the one of a customer on stop."""
_CHARGE = WriteInvoice("BRAC01", charge=True, belongs_to=LATE)
AWAY = "GREY01"
"""Nothing of theirs is open, so that they can be put away."""
FAULTY = """Account ref,Name,Doc no.,Tax date,Due,Gross
BRA014,Brackenford Foods Ltd,INV-2318,04/08/2026,03/09/2026,1212.00
ASH002,Ashlar & Oak Builders Ltd,INV-2377,15/09/2026,15/10/2026,2480.40
ASH002,Ashlar & Oak Builders Ltd,INV-2391,31/11/2026,31/12/2026,1732.20
,Wexcombe festival deposit,INV-2402,08/10/2026,07/11/2026,1411.80
BRA014,Brackenford Foods Ltd,INV-2318,03/11/2026,03/12/2026,one
"""
SOUND = """Customer,Name,Number,Date,Due,Amount,Currency
BRA014,Brackenford Foods Ltd,INV-2318,04/08/2026,03/09/2026,1212.00,GBP
ASH002,Ashlar & Oak Builders Ltd,INV-2377,15/09/2026,15/10/2026,2480.40,GBP
ASH002,Ashlar & Oak Builders Ltd,INV-2391,30/10/2026,31/12/2026,1732.20,GBP
"""

_REPORT = CrashReport(
    "20261123-091502-4f1c",
    """CreditMate report 20261123-091502-4f1c
CreditMate 0.1.0
Linux-6.1.0-18-amd64-x86_64-with-glibc2.36
Python 3.11.7, Qt 6.11.3, SQLite 3.53.4, SQLCipher 4.19.0

KeyError
  creditmate/ui/screens/today.py:112 _on_lines
  creditmate/ui/screens/today_lines.py:74 line_of
""",
    Path("report-20261123-091502-4f1c.txt"),
)
"""As one looks that was made of a bug."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A name, and steps after each of which the window is let work; what is drawn at the end."""

    name: str
    steps: tuple[Step, ...]
    drawn: Callable[[MainWindow], QWidget] = field(default=lambda window: window)


def scenes(folder: Path) -> tuple[Scene, ...]:
    """Return the scenes of the sample ledger; files they bring in are written into ``folder``."""
    faulty, sound = folder / "open-items-november.csv", folder / "open-items.csv"
    faulty.write_text(FAULTY, encoding="utf-8")
    sound.write_text(SOUND, encoding="utf-8")
    return (
        Scene("today", (go(OpenPlace("today")),)),
        Scene("today-on-stop", (*(_press(Qt.Key.Key_Down),) * _TO_STOPPED,)),
        Scene("customers", (go(OpenPlace("customers")),)),
        Scene("customers-no-match", (go(OpenPlace("customers")), _type("zzz"))),
        Scene("customer", (go(OpenCustomer(CUSTOMER)),)),
        Scene("customer-people", (go(OpenCustomer(CUSTOMER)), _tab("people"))),
        Scene("customer-on-stop", (go(OpenCustomer("CAWD01")), _tab("documents"))),
        Scene("customer-group", (go(OpenCustomer("KEST01")), _tab("group"))),
        Scene("customer-new", (go(EditCustomer()), _type("Harrow Lane Joinery Ltd"))),
        Scene("customer-edit", (go(EditCustomer(CUSTOMER)),)),
        Scene("customer-terms", (go(EditCustomer("TARN01")), _terms("days_after_month_end"))),
        Scene("customer-cut-off", (go(EditCustomer("BIRK01")), _terms("day_of_next_month"))),
        Scene("person", (go(OpenCustomer(CUSTOMER)), _over_customer("person")), _dialog),
        Scene("status", (_close_dialog, _over_customer("status")), _dialog),
        Scene("limit", (_close_dialog, _over_customer("limit")), _dialog),
        Scene("hold", (_close_dialog, _over_customer("hold")), _dialog),
        Scene("group", (_close_dialog, _over_customer("group")), _dialog),
        Scene("merge", (_close_dialog, _over_customer("merge")), _dialog),
        Scene("call", (_close_dialog, go(StartCall(CUSTOMER)))),
        Scene("call-will-pay", (go(StartCall("BRAC01")), _type("p"), _type("fri"))),
        Scene("call-says-paid", (go(StartCall("OTTE01")), _type("s"), _type("fri"))),
        Scene("call-query", (go(StartCall("KEST01")), _type("d"))),
        Scene("call-leave", (go(StartCall("CARR01")), _press(Qt.Key.Key_F8))),
        Scene("payments", (go(OpenPlace("payments")),)),
        Scene("payments-not-matched", (go(OpenPayments("")),)),
        Scene("payments-match", (_type("m"),), _dialog),
        Scene("payments-look-for", (_close_dialog, go(OpenPayments("TANS01", True))), _dialog),
        Scene(
            "payment",
            (
                _close_dialog,
                go(RecordPayment("BRAC01", "Brackenford Homes Ltd")),
                _type("3704.80"),
            ),
        ),
        Scene("payment-of-several", _of_several()),
        Scene("cash-posted", (go(PostCash()),), _dialog),
        Scene("statements", (_close_dialog, go(OpenPlace("statements")))),
        Scene("invoices", (go(OpenPlace("invoices")),)),
        Scene("invoice-beside", (go(OpenPlace("invoices")), _press(Qt.Key.Key_Return))),
        Scene("invoice-credit", (_deed("credit"), _type_over("Two were short")), _dialog),
        Scene("invoice-cancel", (_close_dialog, _deed("cancel")), _dialog),
        Scene("invoices-to-invoice", (_close_dialog, _chip("to_invoice"))),
        Scene("invoice-work", (_press(Qt.Key.Key_W), _type_over("brin")), _dialog),
        Scene("invoice-small", (_close_dialog, _small, _type_anew("500")), _dialog),
        Scene("invoice-form", (_close_dialog, go(WriteInvoice("BRAC01")), *_invoice())),
        Scene("charge-form", (go(_CHARGE), *_charge())),
        Scene("invoice-interest", (*_late_beside(), _deed("interest")), _dialog),
        Scene("interest-to-decide", (_close_dialog, go(OpenPlace("invoices")), _decide), _dialog),
        Scene("charge-waive", (_close_dialog, *_charge_beside(), _deed("write_off")), _dialog),
        Scene("import-choose", (go(BringIn()),)),
        Scene("import-faulty", (go(BringIn(faulty)),)),
        Scene("import-sound", (go(BringIn(sound)),)),
        *(
            Scene(f"settings-{section.key}", (go(OpenSettings(section.key)),))
            for section in SECTIONS
        ),
        Scene("settings-person", (go(OpenSettings(PEOPLE)), _type("n")), _dialog),
        Scene("settings-rate", (_close_dialog, go(OpenSettings(CURRENCIES)), _type("n")), _dialog),
        Scene(
            "settings-reference", (_close_dialog, go(OpenSettings(INTEREST)), _type("n")), _dialog
        ),
        Scene("settings-policy-others", (_close_dialog, go(OpenSettings(POLICY)), _add), _dialog),
        Scene("find-or-do", (_close_dialog, _do("find"), _type("br"))),
        Scene("menu", (_close_search, _do("open_menu")), _popup),
        Scene("keys", (_close_popup, _do("show_keys")), _dialog),
        Scene("about", (_close_dialog, _do("about")), _dialog),
        Scene("bug", (_close_dialog, _bug), _dialog),
        Scene("bug-last-time", (_close_dialog, _ended), _dialog),
        Scene("help", (_close_dialog, _do("help")), _guide),
        Scene("customer-put-away", (go(OpenCustomer(AWAY)), _put_away)),
    )


def empty_scenes() -> tuple[Scene, ...]:
    """Return the scenes of a ledger with nothing in it, and of no ledger at all."""
    return (
        Scene("empty-today", (go(OpenPlace("today")),)),
        Scene("empty-customers", (go(OpenPlace("customers")),)),
        Scene("empty-statements", (go(OpenPlace("statements")),)),
        Scene("welcome", (_leave,)),
        Scene("welcome-new", _new_ledger()),
    )


def _leave(window: MainWindow) -> None:
    """Leave the ledger, once what is in it is backed up."""
    window.close_ledger()
    until(lambda: window.opening.is_welcome and not dialogs(window))


def _new_ledger() -> tuple[Step, ...]:
    """The form of a new ledger, as it is typed."""
    down, tab = _press(Qt.Key.Key_Down), _press(Qt.Key.Key_Tab)
    typed = _type("Harrow Lane Joinery"), *(tab,) * _TO_PASSWORD, _type(PASSWORD), tab, tab
    return down, down, _press(Qt.Key.Key_Return), *typed, _type(PASSWORD)


def _invoice() -> tuple[Step, ...]:
    """Two lines, as they are typed."""
    enter = _press(Qt.Key.Key_Return)
    typed = ("Oak door linings, 138 mm, kiln dried", "6", "84.50", "Delivery", "1", "45")
    lines = (step for text in typed for step in (_type(text), enter))
    return tuple(lines)


def _charge() -> tuple[Step, ...]:
    """A fixed sum, as it is typed."""
    enter = _press(Qt.Key.Key_Return)
    typed = ("Fixed sum for late payment", "1", "70")
    return tuple(step for text in typed for step in (_type(text), enter))


def _late_beside() -> tuple[Step, ...]:
    """A late invoice beside the list."""
    enter = _press(Qt.Key.Key_Return)
    return go(OpenPlace("invoices")), _chip("all"), _type("/"), _look_for(LATE), enter, enter


def _charge_beside() -> tuple[Step, ...]:
    """The charge note of the sample beside the list."""
    enter = _press(Qt.Key.Key_Return)
    return go(OpenPlace("invoices")), _chip("all"), _type("/"), _look_for("CH-001"), enter, enter


def _look_for(text: str) -> Step:
    """Type in the place of what was looked for before."""

    def work(window: MainWindow) -> None:
        field = _focused(window)
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(field, text)

    return work


def _of_several() -> tuple[Step, ...]:
    """One payment for two customers, as it is typed."""
    space, tab = _press(Qt.Key.Key_Space), _press(Qt.Key.Key_Tab)
    return _more_payers, space, _type("tansy"), tab, _type("88")


def _more_payers(window: MainWindow) -> None:
    if isinstance(window.screen_shown, RecordPaymentScreen):
        window.screen_shown.form.also.more.setFocus()


def _put_away(window: MainWindow) -> None:
    _customer(window).deeds.archive()


def _terms(form: str) -> Step:
    """Choose a form of terms for the customer that is edited, and see what it comes to."""

    def choose(window: MainWindow) -> None:
        screen = window.screen_shown
        if isinstance(screen, CustomerEditScreen):
            editor = screen.form.terms
            editor.rule.form.setCurrentIndex(editor.rule.form.findData(form))
            editor.cut_off.day.setText("25")
            screen.form.ensureWidgetVisible(editor, 0, editor.height())

    return choose


def _chip(key: str) -> Step:
    """Choose a chip of the place of invoices."""

    def choose(window: MainWindow) -> None:
        screen = window.screen_shown
        if isinstance(screen, InvoicesScreen):
            screen.chips.choose(key)
            screen.chips.chosen.emit(key)

    return choose


def _deed(name: str) -> Step:
    """What is done with the invoice that is shown."""

    def do(window: MainWindow) -> None:
        screen = window.screen_shown
        if isinstance(screen, InvoicesScreen):
            screen.beside.act(getattr(screen.deeds, name))

    return do


def _decide(window: MainWindow) -> None:
    if isinstance(window.screen_shown, InvoicesScreen):
        window.screen_shown.deeds.decide()


def _small(window: MainWindow) -> None:
    if isinstance(window.screen_shown, InvoicesScreen):
        window.screen_shown.deeds.write_off_small()


def _type_anew(text: str) -> Step:
    """Type in the place of what stands in the field of the dialog that is open."""

    def work(window: MainWindow) -> None:
        field = _in_dialog(window)
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(field, text)

    return work


def _type_over(text: str) -> Step:
    """Type into the dialog that is open."""
    return lambda window: QTest.keyClicks(_in_dialog(window), text)


def _in_dialog(window: MainWindow) -> QWidget:
    dialog = QApplication.activeModalWidget() or window
    return dialog.focusWidget() or dialog


def _add(window: MainWindow) -> None:
    """Add to the list of the page of the settings that is shown, also from within a form."""
    screen = window.screen_shown
    if isinstance(screen, SettingsScreen):
        screen.page.add_one()


def _type(text: str) -> Step:
    return lambda window: QTest.keyClicks(_focused(window), text)


def _tab(key: str) -> Step:
    """A tab of a customer's page."""
    return lambda window: _customer(window).area.tabs.choose(key)


def _over_customer(name: str) -> Step:
    """A dialog over a customer's page."""
    return lambda window: _open_deed(_customer(window), name)


def _open_deed(page: CustomerScreen, name: str) -> None:
    decisions = {
        "status": page.deeds.decisions.status,
        "limit": page.deeds.decisions.limit,
        "hold": page.deeds.decisions.hold,
    }
    if name in decisions:
        decisions[name](page.code)
    else:
        {"person": page.area.people.on_add, "group": page.deeds.group, "merge": page.deeds.merge}[
            name
        ]()


def _customer(window: MainWindow) -> CustomerScreen:
    shown = window.screen_shown
    if not isinstance(shown, CustomerScreen):
        raise TypeError(shown)
    return shown


def _press(key: Qt.Key) -> Step:
    return lambda window: QTest.keyClick(_focused(window), key)


def _do(name: str) -> Step:
    return lambda window: getattr(window.shell, name)()


def _bug(window: MainWindow) -> None:
    window.telling.bug(_REPORT)
    window.telling.bug_again()


def _ended(window: MainWindow) -> None:
    window.telling.ended([_REPORT])


def _focused(window: MainWindow) -> QWidget:
    """A dialog that is gone leaves no window active, and nothing hears that the focus moves."""
    window.activateWindow()
    return window.focusWidget() or window


def _close_search(window: MainWindow) -> None:
    window.shell.search.close_up()


def _close_popup(_window: MainWindow) -> None:
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()


def _close_dialog(_window: MainWindow) -> None:
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        dialog.close()


def _popup(window: MainWindow) -> QWidget:
    return window.shell.menu


def _dialog(window: MainWindow) -> QWidget:
    return QApplication.activeModalWidget() or window


def _guide(window: MainWindow) -> QWidget:
    return window.shell.guide or window
