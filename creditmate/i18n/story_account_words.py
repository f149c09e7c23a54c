"""What the account tells in a customer's story: documents, money, disputes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from creditmate.domain.disputes import DisputedItem, DisputeEventKind
from creditmate.domain.kinds import DocumentKind, EntryKind
from creditmate.domain.money import Money
from creditmate.domain.story import (
    DisputeMoved,
    DisputeRaised,
    DocumentIssued,
    MoneyMoved,
)
from creditmate.i18n.bidi import sentences
from creditmate.i18n.casing import capital
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import day_in_table, money, number
from creditmate.i18n.labels import dispute_reason, entry_label

_DOCUMENTS = {
    DocumentKind.INVOICE: EntryKind.INVOICE,
    DocumentKind.CREDIT_NOTE: EntryKind.CREDIT_NOTE,
    DocumentKind.CHARGE_NOTE: EntryKind.CHARGE,
}
_ADDING = frozenset({EntryKind.INVOICE, EntryKind.CHARGE, EntryKind.OPENING})
"""Debits shown as they are; all other movements are shown as money that came."""
_MOVED = {
    DisputeEventKind.AMENDED: N_("Query changed"),
    DisputeEventKind.UPHELD: N_("Query accepted"),
    DisputeEventKind.PART: N_("Query accepted in part"),
    DisputeEventKind.REJECTED: N_("Query not accepted"),
    DisputeEventKind.WITHDRAWN: N_("Query withdrawn"),
    DisputeEventKind.SETTLED: N_("Query settled"),
}
_REOPENED = N_("Query opened again")
_SUMS = {
    DisputeEventKind.AMENDED: N_("Under query now: {amount}."),
    DisputeEventKind.UPHELD: N_("To be credited: {amount}."),
    DisputeEventKind.PART: N_("To be credited: {amount}."),
}


@dataclass(frozen=True, slots=True)
class Told:
    """A happening in words: title, what is told, a tag behind the title, what stands at the end.

    ``is_amount`` says that the end is a figure, which is set in strong type.
    """

    title: str
    text: str = ""
    tag: str = ""
    end: str = ""
    is_amount: bool = False


@dataclass(frozen=True, slots=True)
class AccountTeller:
    """Tells what the account does in a language, as on a day."""

    language: str
    locale: str
    as_at: date

    def tell(self, event: DocumentIssued | MoneyMoved | DisputeRaised | DisputeMoved) -> Told:
        """Return a happening in words."""
        match event:
            case DocumentIssued():
                return self._document(event)
            case MoneyMoved():
                return self._money_moved(event)
            case DisputeRaised():
                return self._raised(event)
            case DisputeMoved():
                return self._moved(event)

    def _document(self, event: DocumentIssued) -> Told:
        _ = words(self.language).gettext
        label = entry_label(_DOCUMENTS[event.kind], event.number, self.language)
        order = event.order_number and _("order {number}").format(number=event.order_number)
        text = ", ".join(filter(None, (order, self._due(event.parts))))
        text = capital(text)
        return Told(label, text, end=self._money(event.gross), is_amount=True)

    def _due(self, parts: Sequence[date]) -> str:
        _ = words(self.language).gettext
        if not parts:
            return ""
        last = self._day(parts[-1])
        if len(parts) == 1:
            return _("due {day}").format(day=last)
        count = number(len(parts), self.locale)
        return _("due in {count} parts, the last {day}").format(count=count, day=last)

    def _money_moved(self, event: MoneyMoved) -> Told:
        _ = words(self.language).gettext
        is_receipt = event.kind is EntryKind.RECEIPT
        label = entry_label(event.kind, event.number, self.language)
        title = _("Payment received") if is_receipt else label
        number_ = label if is_receipt and event.number else ""
        reference = event.reference and _("reference {text}").format(text=event.reference)
        presumed = _("the books do not say on which day") if event.presumed else ""
        text = ", ".join(filter(None, (number_, reference, presumed, event.reason)))
        amount = event.amount if event.kind in _ADDING else -event.amount
        return Told(title, capital(text), end=self._money(amount), is_amount=True)

    # ------------------------------------------------------------- disputes
    def _raised(self, event: DisputeRaised) -> Told:
        _ = words(self.language).gettext
        parts = [self._question(item, event.reason) for item in event.items]
        parts += [event.note, self._shown(event)]
        parts += [event.by_whom and _("Raised by {name}.").format(name=event.by_whom)]
        if event.ended_day is None and event.answer_by is not None:
            day = self._day(event.answer_by)
            parts.append(_("Ours to answer by {day}.").format(day=day))
        title = self._titled(_("Query raised"), event.items)
        return Told(title, sentences(parts), end=self._age(event))

    def _shown(self, event: DisputeRaised) -> str:
        """What shows it, in words and as files."""
        shown = ", ".join(filter(None, (event.evidence, *event.files)))
        text = words(self.language).gettext("Shown by {what}.")
        return text.format(what=shown) if shown else ""

    def _question(self, item: DisputedItem, reason: str) -> str:
        _ = words(self.language).gettext
        why = dispute_reason(reason, self.language)
        original = self._money(item.original)
        if item.amount is None:
            return _("All of {original} for {reason}.").format(original=original, reason=why)
        amount = self._money(item.amount)
        return _("{amount} of {original} for {reason}.").format(
            amount=amount, original=original, reason=why
        )

    def _age(self, event: DisputeRaised) -> str:
        catalogue = words(self.language)
        if event.ended_day is not None:
            day = self._day(event.ended_day)
            return catalogue.gettext("Ended {day}").format(day=day)
        days = (self.as_at - event.key.day).days
        text = catalogue.ngettext("Open {days} day", "Open {days} days", days)
        return text.format(days=number(days, self.locale))

    def _moved(self, event: DisputeMoved) -> Told:
        catalogue = words(self.language)
        moved = _REOPENED if event.reopened else _MOVED[event.kind]
        title = self._titled(catalogue.gettext(moved), event.items)
        why = dispute_reason(event.reason, self.language)
        since = catalogue.gettext("Raised {day} for {reason}.").format(
            day=self._day(event.raised_day), reason=why
        )
        return Told(title, sentences((since, self._moved_by(event), event.note)))

    def _moved_by(self, event: DisputeMoved) -> str:
        """How much is in question now, or is to be credited; nothing where that is not known."""
        said = _SUMS.get(event.kind)
        if said is None or event.amount is None:
            return ""
        return words(self.language).gettext(said).format(amount=self._money(event.amount))

    def _titled(self, title: str, items: Sequence[DisputedItem]) -> str:
        numbers = ", ".join(item.number for item in items if item.number)
        if not numbers:
            return title
        on = words(self.language).gettext("{title}: {numbers}")
        return on.format(title=title, numbers=numbers)

    def _day(self, day: date) -> str:
        return day_in_table(day, self.locale, self.as_at)

    def _money(self, amount: Money) -> str:
        return money(amount, self.locale, symbol=True)
