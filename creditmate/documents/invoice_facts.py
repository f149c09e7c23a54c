"""The facts beside the address of an invoice, charge note or credit note."""

from creditmate.documents.furniture import Fact
from creditmate.documents.invoice_paper import InvoicePaper
from creditmate.documents.invoice_words import name_words
from creditmate.documents.papers import BusinessCard
from creditmate.documents.voice import Voice
from creditmate.domain.kinds import DocumentKind


def facts_of(paper: InvoicePaper, number: str, voice: Voice) -> list[Fact]:
    """Return the rows of the facts block; those without a value are not drawn."""
    _ = voice.gettext
    return [
        *_dates(paper, number, voice),
        Fact(_("Your order"), paper.order_number),
        Fact(_("Job"), paper.job),
        Fact(_("Account"), paper.account),
        Fact(_("Your tax no."), paper.their_tax_number),
        Fact(_("Received by"), paper.received_by),
        Fact(_("Questions?"), _whom_to_ask(paper.business)),
    ]


def _dates(paper: InvoicePaper, number: str, voice: Voice) -> list[Fact]:
    _, day = voice.gettext, voice.day
    if paper.kind is DocumentKind.INVOICE:
        return [
            Fact(_("Invoice"), number, strong=True),
            Fact(_("Invoice date"), day(paper.day)),
            Fact(_("Supplied"), day(paper.supply_day)),
        ]
    about = paper.credited or paper.belongs
    charge = about is not None and about.kind is DocumentKind.CHARGE_NOTE
    return [
        Fact(name_words(paper.kind, voice), number, strong=True),
        Fact(_("Date"), day(paper.day)),
        Fact(
            _("For charge note") if charge else _("For invoice"),
            "" if about is None else f"{about.number}, {day(about.day)}",
        ),
    ]


def _whom_to_ask(card: BusinessCard) -> str:
    parts = (card.contact_person, card.phone.replace(" ", "\u00a0"))
    return ", ".join(part for part in parts if part)
