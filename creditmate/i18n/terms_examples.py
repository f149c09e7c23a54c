"""What payment terms come to, in words: invoices of a few days, and what may be confused."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from creditmate.domain.payment_terms import DuePart, PaymentTerms
from creditmate.domain.worked_terms import WorkedTerms, other_reading
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_in_table, money
from creditmate.i18n.terms_words import terms_words, yearly_cost_words

_MOST_PARTS = 4


@dataclass(frozen=True, slots=True)
class ExampleRow:
    """An invoice's day, when it is due, and what paying early earns ('' for nothing)."""

    invoiced: str
    due: str
    discount: str


@dataclass(frozen=True, slots=True)
class TermsExamples:
    """Rows of examples, and sentences that hold for all of them."""

    rows: tuple[ExampleRow, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExampleWords:
    """Says examples in a language, by a locale; days of the year of ``today`` without it."""

    language: str
    locale: str
    today: date

    def of(self, terms: PaymentTerms, worked: Sequence[WorkedTerms]) -> TermsExamples:
        """Return what terms come to.

        Args:
            terms: That were tried.
            worked: On invoices of these days, in order.
        """
        rows = tuple(
            ExampleRow(self._day(one.day), self._due(one.parts), self._discount(one))
            for one in worked
        )
        return TermsExamples(rows, tuple(self._notes(terms, worked)))

    def _day(self, day: date) -> str:
        return day_in_table(day, self.locale, self.today)

    def _due(self, parts: Sequence[DuePart]) -> str:
        said = [self._part(part) for part in parts]
        if len(said) > _MOST_PARTS:
            said = [*said[: _MOST_PARTS - 1], "…", said[-1]]
        return ", ".join(said)

    def _part(self, part: DuePart) -> str:
        if part.day == part.shifted_day:
            return self._day(part.day)
        text = words(self.language).gettext("{day} (a day off: {moved})")
        return text.format(day=self._day(part.day), moved=self._day(part.shifted_day))

    def _discount(self, one: WorkedTerms) -> str:
        if one.offer is None:
            return ""
        text = words(self.language).gettext("{amount} less up to {day}")
        off = money(one.offer.amount, self.locale, symbol=True)
        return text.format(amount=off, day=self._day(one.offer.day))

    def _notes(self, terms: PaymentTerms, worked: Sequence[WorkedTerms]) -> Iterator[str]:
        _ = words(self.language).gettext
        first = worked[0]
        if first.offer is not None:
            amount = sum((part.amount for part in first.parts[1:]), first.parts[0].amount)
            of = _("These are invoices of {amount}.")
            cost = _("The discount ends when they are due: nobody pays earlier for it.")
            if first.offer.yearly_cost is not None:
                cost = yearly_cost_words(first.offer.yearly_cost, self.language, self.locale)
            yield of.format(amount=money(amount, self.locale, symbol=True)) + " " + cost
        yield from self._other(terms, worked)
        yield _("Invoices that were issued keep their due days, whatever is agreed later.")

    def _other(self, terms: PaymentTerms, worked: Sequence[WorkedTerms]) -> Iterator[str]:
        other = other_reading(terms.rule)
        if other is None:
            return
        text = words(self.language).gettext(
            "Not to be confused with “{other}”: by that, an invoice of {day} is due {due}."
        )
        differ = (one.day for one in worked if other.due(one.day) != terms.rule.due(one.day))
        day = next(differ, worked[0].day)
        yield text.format(
            other=terms_words(PaymentTerms(other), self.language),
            day=self._day(day),
            due=self._day(other.due(day)),
        )
