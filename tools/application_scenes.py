"""Scenes of what comes before the sale: applications read and typed in, checks, the welcome."""

from io import BytesIO

from PIL import Image, ImageDraw

from creditmate.domain.application_form import TICKED, Item
from creditmate.services.application_reading import ApplicationEntry
from creditmate.services.applications import ApplicationPreview
from creditmate.ui.applications.deeds import ApplicationDeeds
from creditmate.ui.main_window import MainWindow
from creditmate.ui.screens.customer import CustomerScreen
from creditmate.ui.wishes import OpenCustomer
from tools.scene_steps import close_dialogs, dialog_shown, dialog_there, go
from tools.scenes import CUSTOMER, Scene

_GIVEN = {
    Item.LEGAL_NAME: "Brindle Row Interiors Ltd",
    Item.TRADING_NAME: "Brindle Row",
    Item.LEGAL_FORM: "company",
    Item.TAX_NUMBER: "GB 980 7806 85",
    Item.INVOICE_ADDRESS: "Unit 2, The Maltings\nOvermere",
    Item.INVOICE_POSTCODE: "12345",
    Item.INVOICE_COUNTRY: "GB",
    Item.PAYS_NAME: "Ada Lister",
    Item.PAYS_PHONE: "01632 960 171",
    Item.PAYS_EMAIL: "ada@brindlerow.example",
    Item.PAYMENT_RUN: "monthly:last_fri",
    Item.ORDER_REQUIRED: TICKED,
    Item.REFERENCE_1_NAME: "Alder Timber Ltd",
    Item.LIMIT: "12,500",
    Item.LIMIT_CURRENCY: "GBP",
    Item.ACCEPTS_TERMS: TICKED,
    Item.SIGNER_NAME: "Jo Brindle",
    Item.SIGNER_POSITION: "Director",
    Item.SIGNED_DAY: "20/11/2026",
}


def application_scenes() -> tuple[Scene, ...]:
    """Return the scenes of the sample ledger."""
    there = go(OpenCustomer(CUSTOMER))
    return (
        Scene("application-read", (there, _read, dialog_there), dialog_shown),
        Scene("application-scan", (close_dialogs, there, _scan, dialog_there), dialog_shown),
        Scene("credit-checks", (close_dialogs, there, _checks, dialog_there), dialog_shown),
        Scene("welcome-letter", (close_dialogs, there, _welcome, dialog_there), dialog_shown),
    )


def _deeds(window: MainWindow) -> ApplicationDeeds:
    shown = window.screen_shown
    if not isinstance(shown, CustomerScreen):
        raise TypeError(shown)
    return shown.deeds.applications


def _read(window: MainWindow) -> None:
    """A form that came back, dropped on the page of whom it is."""
    program, entry = window.keeper.program, ApplicationEntry(_GIVEN)
    preview: ApplicationPreview = program.ask(lambda: program.applications.preview(entry, CUSTOMER))
    _deeds(window).show(CUSTOMER, entry, preview)


def _scan(window: MainWindow) -> None:
    """A photograph, typed beside its picture."""
    picture = Image.new("RGB", (1240, 1754), "white")
    pen = ImageDraw.Draw(picture)
    for place, text in enumerate(("Application", "Brindle Row Interiors Ltd", "Overmere")):
        pen.text((120, 160 + 90 * place), text, fill="black", font_size=48)
    target = BytesIO()
    picture.save(target, format="PNG")
    _deeds(window).type_in(CUSTOMER, ("Brindle Row.png", target.getvalue()))


def _checks(window: MainWindow) -> None:
    _deeds(window).checks(CUSTOMER)


def _welcome(window: MainWindow) -> None:
    _deeds(window).welcome(CUSTOMER)
