"""The places of the window in the order of the sidebar; each appears there when it is built."""

from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from creditmate.domain.frozen import Frozen
from creditmate.i18n.catalogue import N_, words
from creditmate.ui.kit.screen import Screen
from creditmate.ui.kit.sidebar import NavEntry
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.wishes import (
    BringIn,
    DoThere,
    EditCustomer,
    NextLine,
    OpenCustomer,
    OpenInvoice,
    OpenPayments,
    OpenPlace,
    OpenSettings,
    OpenStatements,
    OpenVisit,
    PlanVisit,
    RecordPayment,
    StartCall,
    Wish,
    WriteInvoice,
)

if TYPE_CHECKING:
    from creditmate.services.ledgers import LedgerFacts


class Place(Frozen):
    """A place: its stable key, its title (to be translated), its icon, and how it is made.

    ``takes`` are the kinds of wish it fulfils. A place ``under`` another has no line of its own
    in the sidebar: the other's is marked. One that is there only ``while_open`` has its line
    while the screen says so; one ``at_foot`` has a button of its own below the places. What is
    ``coming`` is seen while the ledger is being opened; with none a sentence is. One that
    ``came_late`` has its number behind those of the others: fingers know them.
    """

    key: str
    title: str
    glyph: Glyph
    make: "Callable[[Surroundings, LedgerFacts], Screen]"
    takes: tuple[type[Wish], ...] = ()
    under: str = ""
    while_open: bool = False
    at_foot: bool = False
    begins_group: bool = False
    came_late: bool = False
    coming: Callable[[Surroundings], QWidget] | None = None


# A place's parts are loaded when it is first shown: the window is there sooner.
def _agreements(around: Surroundings, facts: "LedgerFacts") -> Screen:
    from creditmate.ui.screens.agreements import AgreementsScreen  # noqa: PLC0415

    return AgreementsScreen(around, facts)


def _call(around: Surroundings, facts: "LedgerFacts") -> Screen:
    from creditmate.ui.screens.call import CallScreen  # noqa: PLC0415

    return CallScreen(around, facts)


def _customer(around: Surroundings, facts: "LedgerFacts") -> Screen:
    from creditmate.ui.screens.customer import CustomerScreen  # noqa: PLC0415

    return CustomerScreen(around, facts)


def _customer_edit(around: Surroundings, facts: "LedgerFacts") -> Screen:
    from creditmate.ui.screens.customer_edit import CustomerEditScreen  # noqa: PLC0415

    return CustomerEditScreen(around, facts)


def _customers(around: Surroundings, facts: "LedgerFacts") -> Screen:
    from creditmate.ui.screens.customers import CustomersScreen  # noqa: PLC0415

    return CustomersScreen(around, facts)


def _diary(around: Surroundings, facts: "LedgerFacts") -> Screen:
    from creditmate.ui.screens.diary import DiaryScreen  # noqa: PLC0415

    return DiaryScreen(around, facts)


def _import(around: Surroundings, facts: "LedgerFacts") -> Screen:
    from creditmate.ui.screens.importing import ImportScreen  # noqa: PLC0415

    return ImportScreen(around, facts)


def _invoices(around: Surroundings, facts: "LedgerFacts") -> Screen:
    from creditmate.ui.screens.invoices import InvoicesScreen  # noqa: PLC0415

    return InvoicesScreen(around, facts)


def _invoice_form(around: Surroundings, facts: "LedgerFacts") -> Screen:
    from creditmate.ui.screens.invoice_form import InvoiceFormScreen  # noqa: PLC0415

    return InvoiceFormScreen(around, facts)


def _payments(around: Surroundings, facts: "LedgerFacts") -> Screen:
    from creditmate.ui.screens.payments import PaymentsScreen  # noqa: PLC0415

    return PaymentsScreen(around, facts)


def _record_payment(around: Surroundings, facts: "LedgerFacts") -> Screen:
    from creditmate.ui.screens.record_payment import RecordPaymentScreen  # noqa: PLC0415

    return RecordPaymentScreen(around, facts)


def _settings(around: Surroundings, facts: "LedgerFacts") -> Screen:
    from creditmate.ui.screens.settings import SettingsScreen  # noqa: PLC0415

    return SettingsScreen(around, facts)


def _statements(around: Surroundings, facts: "LedgerFacts") -> Screen:
    from creditmate.ui.screens.statements import StatementsScreen  # noqa: PLC0415

    return StatementsScreen(around, facts)


def _today(around: Surroundings, facts: "LedgerFacts") -> Screen:
    from creditmate.ui.screens.today import TodayScreen  # noqa: PLC0415

    return TodayScreen(around, facts)


def _today_coming(around: Surroundings) -> QWidget:
    from creditmate.ui.screens.today_coming import TodayComing  # noqa: PLC0415

    return TodayComing(around)


def _visit(around: Surroundings, facts: "LedgerFacts") -> Screen:
    from creditmate.ui.screens.visit import VisitScreen  # noqa: PLC0415

    return VisitScreen(around, facts)


def _visits(around: Surroundings, facts: "LedgerFacts") -> Screen:
    from creditmate.ui.screens.visits import VisitsScreen  # noqa: PLC0415

    return VisitsScreen(around, facts)


PLACES = (
    Place("today", N_("Today"), Glyph.TODAY, _today, takes=(NextLine,), coming=_today_coming),
    Place("call", N_("Call"), Glyph.CALL, _call, takes=(StartCall,), while_open=True),
    Place("customers", N_("Customers"), Glyph.CUSTOMERS, _customers),
    Place(
        "customer",
        N_("Customer"),
        Glyph.CUSTOMERS,
        _customer,
        takes=(OpenCustomer,),
        under="customers",
    ),
    Place(
        "customer-edit",
        N_("Customer's details"),
        Glyph.EDIT,
        _customer_edit,
        takes=(EditCustomer,),
        under="customers",
    ),
    Place(
        "import",
        N_("Bring in invoices"),
        Glyph.IMPORT,
        _import,
        takes=(BringIn,),
        under="customers",
    ),
    Place("diary", N_("Diary"), Glyph.DIARY, _diary),
    Place("visits", N_("Visits"), Glyph.VISIT, _visits, takes=(PlanVisit,), came_late=True),
    Place("visit", N_("Visit"), Glyph.VISIT, _visit, takes=(OpenVisit,), under="visits"),
    Place("agreements", N_("Agreements"), Glyph.OUR_PROMISE, _agreements),
    Place(
        "invoices",
        N_("Invoices"),
        Glyph.INVOICE,
        _invoices,
        takes=(OpenInvoice,),
        begins_group=True,
    ),
    Place(
        "invoice",
        N_("New invoice"),
        Glyph.INVOICE,
        _invoice_form,
        takes=(WriteInvoice,),
        under="invoices",
    ),
    Place("payments", N_("Payments"), Glyph.PAYMENT, _payments, takes=(OpenPayments,)),
    Place(
        "payment",
        N_("Record a payment"),
        Glyph.PAYMENT,
        _record_payment,
        takes=(RecordPayment,),
        under="payments",
    ),
    Place("statements", N_("Statements"), Glyph.STATEMENT, _statements, takes=(OpenStatements,)),
    Place(
        "settings",
        N_("Settings"),
        Glyph.SETTINGS,
        _settings,
        takes=(OpenSettings,),
        at_foot=True,
    ),
)


def lines() -> tuple[Place, ...]:
    """The places that always have a line in the sidebar, in its order."""
    apart = (place for place in PLACES if place.under or place.while_open or place.at_foot)
    without = {place.key for place in apart}
    return tuple(place for place in PLACES if place.key not in without)


def numbered() -> tuple[Place, ...]:
    """The same in the order of their numbers, which stay when another place comes."""
    return tuple(sorted(lines(), key=lambda place: place.came_late))


def place_of(key: str) -> Place | None:
    """The place with a key, if there is one."""
    return next((place for place in PLACES if place.key == key), None)


def place_for(wish: Wish) -> Place | None:
    """The place that takes a wish; the one that is named if a place is wished for."""
    if isinstance(wish, OpenPlace):
        return place_of(wish.key)
    if isinstance(wish, DoThere):
        return place_of(wish.place)
    return next((place for place in PLACES if isinstance(wish, place.takes)), None)


def nav_entries(
    language: str, counts: Mapping[str, str], standing: Collection[str]
) -> list[NavEntry]:
    """Return the sidebar's lines in a language.

    Args:
        language: Of the titles.
        counts: What stands at the end of a place's line.
        standing: The places of those that come and go that are there now.
    """
    _ = words(language).gettext
    return [
        NavEntry(
            place.key,
            place.glyph,
            _(place.title),
            counts.get(place.key, ""),
            begins_group=place.begins_group,
        )
        for place in PLACES
        if not (place.under or place.at_foot) and (not place.while_open or place.key in standing)
    ]
