"""What such a document says of itself and of its taxes, in the customer's language."""

from creditmate.documents.invoice_paper import InvoicePaper
from creditmate.documents.voice import Voice
from creditmate.domain.invoicing import LineTax, TaxSum
from creditmate.domain.kinds import DocumentKind
from creditmate.domain.taxes import TaxKind
from creditmate.i18n.quantities import percent_words

_VAT, _GST = "VAT", "GST"


def name_words(kind: DocumentKind, voice: Voice) -> str:
    """Return what a kind of document is called, without its tax."""
    _ = voice.gettext
    if kind is DocumentKind.CREDIT_NOTE:
        return _("Credit note")
    return _("Charge note") if kind is DocumentKind.CHARGE_NOTE else _("Invoice")


def title_words(paper: InvoicePaper, voice: Voice) -> str:
    """Return the title: a registered business's invoice is named after its tax."""
    _ = voice.gettext
    if paper.kind is not DocumentKind.INVOICE:
        return name_words(paper.kind, voice)
    named = {row.tax.name for row in paper.totals.taxes if row.tax.kind is not TaxKind.OUTSIDE}
    if paper.business.tax_number and _VAT in named:
        return _("VAT invoice")
    if paper.business.tax_number and _GST in named:
        return _("Tax invoice")
    return _("Invoice")


def is_taxed(paper: InvoicePaper) -> bool:
    """Whether the paper speaks of tax at all: not where everything is outside of it."""
    return any(row.tax.kind is not TaxKind.OUTSIDE for row in paper.totals.taxes)


def tax_name(name: str, voice: Voice) -> str:
    """Return what a tax is called; names that the user entered stay as they are."""
    return voice.gettext("VAT") if name == _VAT else name


def tax_head(paper: InvoicePaper, voice: Voice) -> str:
    """Return the head of the column of rates."""
    names = {row.tax.name for row in paper.totals.taxes}
    return tax_name(names.pop(), voice) if len(names) == 1 else voice.gettext("Tax")


def rate_words(tax: LineTax, voice: Voice) -> str:
    """Return what a line's column of rates says."""
    _ = voice.gettext
    if tax.kind is TaxKind.EXEMPT:
        return _("exempt")
    if tax.kind is TaxKind.REVERSE_CHARGE:
        return _("reverse")
    if tax.kind is TaxKind.OUTSIDE:
        return "–"
    return percent_words(tax.rate, voice.locale)


def tax_words(row: TaxSum, voice: Voice) -> str:
    """Return the label of a rate's line among the totals: ``VAT at 20% on 1,705.00``."""
    _ = voice.gettext
    name, base = tax_name(row.tax.name, voice), voice.amount(row.net)
    if row.tax.kind is TaxKind.EXEMPT:
        return _("Exempt from {tax}: {amount}").format(tax=name, amount=base)
    if row.tax.kind is TaxKind.REVERSE_CHARGE:
        return _("Reverse charge on {amount}").format(amount=base)
    if row.tax.kind is TaxKind.OUTSIDE:
        return _("Outside {tax}: {amount}").format(tax=name, amount=base)
    rate = percent_words(row.tax.rate, voice.locale)
    return _("{tax} at {rate} on {amount}").format(tax=name, rate=rate, amount=base)


def notes_of(paper: InvoicePaper, voice: Voice) -> list[str]:
    """Return the sentences that tax law or the trade asks for beside the totals."""
    found = [_reverse_charge(row, paper, voice) for row in paper.totals.taxes]
    _ = voice.gettext
    if paper.labour is not None:
        words = _("Labour within the Construction Industry Scheme, before tax: {amount}.")
        found.append(words.format(amount=voice.amount(paper.labour)))
    return [note for note in found if note]


def _reverse_charge(row: TaxSum, paper: InvoicePaper, voice: Voice) -> str:
    """Say that the customer accounts for the tax, and at which rate where that is known.

    Sources: HMRC VAT Notice 735, section 8; Directive 2006/112/EC, Article 226 (11a).
    """
    if row.tax.kind is not TaxKind.REVERSE_CHARGE:
        return ""
    _ = voice.gettext
    name = tax_name(row.tax.name, voice)
    if not row.tax.rate:
        words = _("Reverse charge: the {tax} is for you to account for.")
        return words.format(tax=name)
    if paper.country == "GB":
        words = _("Reverse charge: please account to HMRC for the {tax}, {rate} of {amount}.")
    else:
        words = _("Reverse charge: please account for the {tax}, {rate} of {amount}.")
    rate = percent_words(row.tax.rate, voice.locale)
    return words.format(tax=name, rate=rate, amount=voice.amount(row.net))
