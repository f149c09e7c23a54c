"""What the panel beside the list says of an invoice; knows no toolkit."""

from collections.abc import Iterator

from creditmate.domain.invoice_list import InvoiceDetail
from creditmate.domain.invoice_rows import LineRow, PartRow, SettledRow
from creditmate.domain.kinds import DocumentKind
from creditmate.domain.money import total
from creditmate.domain.promises import LIVE
from creditmate.domain.taxes import CHARGED, TaxKind
from creditmate.i18n.bidi import isolated
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_echoed, day_in_table, money
from creditmate.i18n.labels import dispute_reason, entry_label, paper_label
from creditmate.i18n.quantities import decimal_words, percent_words
from creditmate.i18n.terms_words import terms_words
from creditmate.ui.invoices.sums_block import SumLine

_TIMES = " × "


class SideWords:
    """Makes the words, for a language and a locale."""

    def __init__(self, language: str, locale: str) -> None:
        self._language, self._locale = language, locale
        self._ = words(language).gettext

    def title(self, detail: InvoiceDetail) -> str:
        """Which document it is."""
        return paper_label(detail.document.kind, detail.row.number, self._language)

    def facts(self, detail: InvoiceDetail) -> Iterator[tuple[str, str]]:
        """Labels with what is known; nothing where nothing is."""
        document, own = detail.document, detail.own
        yield self._("Date"), day_echoed(document.day, self._locale)
        if detail.row.due_day is not None:
            yield self._("Due"), day_echoed(detail.row.due_day, self._locale)
        if detail.terms is not None:
            yield self._("Terms"), terms_words(detail.terms, self._language)
        yield self._("Their order"), document.order_number
        if own is not None:
            yield self._("Job"), own.job
            yield self._("Because"), own.reason
        if detail.credits is not None:
            text = self._("Invoice {number}")
            yield self._("Against"), text.format(number=detail.credits.number)
        if detail.belongs_to is not None:
            text = self._("Invoice {number}")
            yield self._("For"), text.format(number=detail.belongs_to.number)
        if detail.charges:
            yield self._("Charged for it"), ", ".join(note.number for note in detail.charges)
        if not document.own:
            yield self._("From"), self._("Brought in from your accounts program")
        if detail.cancelled_day is not None:
            day = day_echoed(detail.cancelled_day, self._locale)
            yield self._("Cancelled"), f"{day}. {detail.cancelled_because}".strip()

    def line(self, line: LineRow) -> tuple[str, str, str]:
        """A line: what for, how it comes about, what it comes to."""
        price = decimal_words(line.price, self._locale, 2)
        quantity = f"{decimal_words(line.quantity, self._locale)} {line.unit}".strip()
        how = f"{quantity}{_TIMES}{price}"
        if line.discount is not None:
            less = self._("less {percent}").format(
                percent=percent_words(line.discount, self._locale)
            )
            how = f"{how}, {less}"
        return line.description, isolated(how), money(line.amount, self._locale)

    def sums(self, detail: InvoiceDetail) -> list[SumLine]:
        """Net, taxes, the whole, and what is open of it."""
        gross = SumLine(self._("Total"), money(detail.row.gross, self._locale, symbol=True))
        lines: list[SumLine] = []
        if detail.taxes:
            net = total((tax.net for tax in detail.taxes), detail.row.gross.currency)
            lines.append(SumLine(self._("Net"), money(net, self._locale)))
        for tax in detail.taxes:
            if tax.tax.kind is TaxKind.OUTSIDE:
                continue
            rate = percent_words(tax.tax.rate, self._locale)
            name = f"{tax.tax.name} {rate}" if tax.tax.kind in CHARGED else tax.tax.name
            lines.append(SumLine(name, money(tax.amount, self._locale)))
        open_ = money(detail.row.open, self._locale, symbol=True)
        return [*lines, gross, SumLine(self._("Open"), open_, whole=True)]

    def part(self, part: PartRow) -> tuple[str, str]:
        """A part that is due on a day of its own, and what is open of it."""
        text = self._("Held back until {day}") if part.retained else self._("Due {day}")
        said = text.format(day=day_echoed(part.due_day, self._locale))
        return said, money(part.open, self._locale)

    def settled(self, row: SettledRow, detail: InvoiceDetail) -> tuple[str, str]:
        """Something that was set against it, or taken back, and on which day."""
        day = day_in_table(row.day, self._locale, detail.row.as_at)
        label = entry_label(row.kind, row.number, self._language)
        if row.amount.minor < 0:
            label = self._("{what}, taken back").format(what=label)
        return f"{day}  {label}", money(row.amount, self._locale)

    def marks(self, detail: InvoiceDetail) -> Iterator[str]:
        """What is in question of it, and what was promised."""
        for dispute in detail.disputed:
            text = self._("{amount} under query since {day}: {reason}")
            if dispute.to_credit:
                text = self._("{amount} to be credited, asked on {day}: {reason}")
            yield text.format(
                amount=money(dispute.disputed, self._locale, symbol=True),
                day=day_in_table(dispute.raised_day, self._locale, detail.row.as_at),
                reason=dispute_reason(dispute.reason, self._language),
            )
        for standing in detail.promises:
            if standing.state in LIVE:
                day = day_echoed(standing.promise.due_day, self._locale)
                yield self._("Promised by {day}").format(day=day)

    def no_paper(self, detail: InvoiceDetail) -> str:
        """Why it cannot be printed; empty where it can."""
        if detail.paper_id is not None:
            return ""
        if not detail.document.own:
            return self._("It was brought in: its paper is in your accounts program.")
        return self._("Its paper was not kept.")

    def no_credit(self, detail: InvoiceDetail) -> str:
        """Why no credit note can be written against it; empty where one can."""
        if _is_note(detail):
            return self._("It is a credit note itself.")
        if detail.cancelled_day is not None:
            return self._("It was cancelled.")
        if not detail.left_to_credit:
            return self._("Nothing of it is left to credit.")
        return ""

    def no_cancel(self, detail: InvoiceDetail) -> str:
        """Why it cannot be cancelled; empty where it can."""
        if _is_note(detail):
            return self._("A credit note is not cancelled: write an invoice instead.")
        if not detail.document.own:
            return self._("It was brought in: cancel it in your accounts program.")
        if detail.cancelled_day is not None:
            return self._("It was cancelled before.")
        if detail.left_to_credit != detail.document.gross:
            return self._("It was credited in part: credit the rest.")
        return ""

    def no_charge(self, detail: InvoiceDetail) -> str:
        """Why nothing can be charged for paying it late; empty where something can."""
        if detail.document.kind is not DocumentKind.INVOICE:
            return self._("Only an invoice can be paid late.")
        if detail.cancelled_day is not None:
            return self._("It was cancelled.")
        due = detail.row.due_day
        return self._("It is not due yet.") if due and due >= detail.row.as_at else ""

    def nothing_open(self, detail: InvoiceDetail) -> str:
        """Why nothing of it can be paid or written off; empty where something can."""
        if _is_note(detail) or detail.row.open.minor <= 0:
            return self._("Nothing of it is open.")
        return ""


def is_charge(detail: InvoiceDetail) -> bool:
    """Whether a document is a charge note."""
    return detail.document.kind is DocumentKind.CHARGE_NOTE


def _is_note(detail: InvoiceDetail) -> bool:
    return detail.document.kind is DocumentKind.CREDIT_NOTE
