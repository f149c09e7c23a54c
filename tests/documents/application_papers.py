"""A credit application as it is handed out, and as customers of all sorts fill it in."""

from collections.abc import Mapping
from datetime import date
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    BooleanObject,
    ByteStringObject,
    DictionaryObject,
    NameObject,
    PdfObject,
    TextStringObject,
)

from creditmate.documents.application_form import draw_application
from creditmate.documents.application_paper import ApplicationPaper, TermsEnclosed
from creditmate.domain.application_form import TICKED, TICKS, Item
from tests.documents.builders import a_card

DAY = date(2026, 11, 23)
UID = "0123456789abcdef"
TERMS = TermsEnclosed(7, "Terms of trade", 3, date(2026, 10, 1), "7F3A 91C0 D25E 4B18")
ANSWERS: Mapping[Item, str] = {
    Item.LEGAL_NAME: "Łódź & Öztürk Joinery Ltd",
    Item.TRADING_NAME: "Mill Lane Joinery",
    Item.LEGAL_FORM: "company",
    Item.COMPANY_NUMBER: "01234567",
    Item.TAX_NUMBER: "GB 980 7806 84",
    Item.INVOICE_ADDRESS: "Unit 4\nOld Mill Lane\nOvermere",
    Item.INVOICE_POSTCODE: "M2 5BQ",
    Item.INVOICE_COUNTRY: "GB",
    Item.DELIVERY_ADDRESS: "The Loft, no. 9\nOvermere",
    Item.DELIVERY_POSTCODE: "M2 5BR",
    Item.DELIVERY_COUNTRY: "GB",
    Item.ORDERS_NAME: "Jo Lund",
    Item.ORDERS_PHONE: "0161 496 0125",
    Item.ORDERS_EMAIL: "jo@mill.example",
    Item.PAYS_NAME: "Ms Ash",
    Item.PAYS_PHONE: "0161 496 0123",
    Item.PAYS_EMAIL: "ash@mill.example",
    Item.APPROVES_NAME: "Mr Oak",
    Item.APPROVES_PHONE: "0161 496 0124",
    Item.APPROVES_EMAIL: "oak@mill.example",
    Item.INVOICES_TO: "invoices@mill.example",
    Item.PAYMENT_RUN: "monthly:last_fri",
    Item.BANK: "Mill Bank, Overmere",
    Item.ORDER_REQUIRED: TICKED,
    Item.REFERENCE_1_NAME: "Alder Timber Ltd",
    Item.REFERENCE_1_CONTACT: "Pat Alder",
    Item.REFERENCE_1_REACH: "pat@alder.example",
    Item.LIMIT: "5,000",
    Item.LIMIT_CURRENCY: "GBP",
    Item.ACCEPTS_TERMS: TICKED,
    Item.ALLOWS_CHECKS: TICKED,
    Item.SIGNER_NAME: "Mr Oak",
    Item.SIGNER_POSITION: "Director",
    Item.SIGNED_DAY: "20/11/26",
}


def an_application(**changes: object) -> ApplicationPaper:
    usual = {
        "business": a_card(),
        "ledger": UID,
        "day": DAY,
        "currency": "GBP",
        "currencies": ("GBP", "EUR", "USD"),
        "terms": TERMS,
    }
    return ApplicationPaper(**{**usual, **changes})  # type: ignore[arg-type]


def blank(**changes: object) -> bytes:
    return draw_application(an_application(**changes)).pdf


def filled(form: bytes, answers: Mapping[Item, str] = ANSWERS) -> bytes:
    """Fill a form in with a PDF library, as a customer's program would."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(form)))
    values = {
        item.value: "/Yes" if item in TICKS else text for item, text in answers.items() if text
    }
    for page in writer.pages:
        writer.update_page_form_field_values(page, dict(values), auto_regenerate=True)
    return written(writer)


def filled_oddly(form: bytes, answers: Mapping[Item, str] = ANSWERS) -> bytes:
    """Fill a form in as an old program does: bytes in UTF-16, ticks of its own, words of choices.

    What the fields look like is left to whoever shows them (``NeedAppearances``).
    """
    writer = PdfWriter(clone_from=PdfReader(BytesIO(form)))
    root = writer._root_object["/AcroForm"].get_object()
    assert isinstance(root, DictionaryObject)
    root[NameObject("/NeedAppearances")] = BooleanObject(True)
    for reference in root["/Fields"]:  # type: ignore[attr-defined]  # an array
        field = reference.get_object()
        name = str(field["/T"])
        if name in set(Item) and (text := answers.get(Item(name), "")):
            field[NameObject("/V")] = _odd(Item(name), text, field)
            field.pop("/AS", None)
            field.pop("/AP", None)
    return written(writer)


def _odd(item: Item, text: str, field: DictionaryObject) -> PdfObject:
    if item in TICKS:
        return NameObject("/On")
    shown = {str(code): str(said) for code, said in field.get("/Opt", ())}
    words = shown.get(text, text).replace("\n", "\r\n")
    if item is Item.SIGNER_POSITION:
        return TextStringObject(words)
    return ByteStringObject(b"\xfe\xff" + words.encode("utf-16-be"))


def written(writer: PdfWriter) -> bytes:
    target = BytesIO()
    writer.write(target)
    return target.getvalue()
