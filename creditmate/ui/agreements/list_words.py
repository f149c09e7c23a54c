"""What is said around the lists of agreements: chips, sums, and why a list is empty."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from creditmate.domain.dispute_register import aged
from creditmate.domain.money import Money, totals_by_currency
from creditmate.domain.promise_register import Matured, promised_by_them
from creditmate.i18n.agreement_words import dispute_age_words, percent_words
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import money, number
from creditmate.ui.agreements.list_state import AgreementsBook, Show
from creditmate.ui.agreements.promise_cells import left_of
from creditmate.ui.agreements.query_cells import QueryCells
from creditmate.ui.kit.empty_state import EmptyWords
from creditmate.ui.kit.totals import Figure
from creditmate.ui.payments.money_cells import NOTHING


@dataclass(slots=True)
class AgreementCells(QueryCells):
    """Makes the cells of every list, and says what stands around them."""

    def chip(self, show: Show) -> str:
        """Return what a chip says."""
        _ = words(self.language).gettext
        return {
            Show.PROMISES: _("Promises"),
            Show.ALL_PROMISES: _("All promises"),
            Show.PLANS: _("Plans"),
            Show.QUERIES: _("Queries"),
            Show.ANSWERED: _("Answered"),
            Show.CAUSES: _("Causes"),
            Show.NOTED: _("Noted"),
        }[show]

    # ------------------------------------------------------------- sums
    def totals(self, book: AgreementsBook) -> list[Figure]:
        """Return the sums under a list."""
        show = book.show
        _ = words(self.language).gettext
        if show in {Show.PROMISES, Show.ALL_PROMISES}:
            theirs = self._sums(promised_by_them(book.promises))
            promised = Figure(_("Promised by them"), theirs)
            rates = [] if book.narrowed else self._rates(book.rates)  # they are of all promises
            return [self._lines(len(book.promises)), promised, *rates]
        if show is Show.PLANS:
            left = Figure(_("Left of them"), self._sums(map(left_of, book.plans)))
            return [self._lines(len(book.plans)), left]
        if show is Show.CAUSES:
            sums = [cause.amount for _reason, cause in book.causes]
            asked = sum(cause.count for _reason, cause in book.causes)
            queries = Figure(_("Queries"), (number(asked, self.locale),))
            asked_about = Figure(_("Queried in all"), self._sums(sums))
            return [self._lines(len(book.causes)), queries, asked_about]
        if show is Show.NOTED:  # there is nothing to be added up
            return [Figure(_("In this list"), (self._lines(len(book.noted)).title,))]
        sums = [row.questioned for row in book.queries]
        lines, answered = self._lines(len(book.queries)), show is Show.ANSWERED
        under = Figure(_("Queried in all") if answered else _("Under query"), self._sums(sums))
        return [lines, under] if answered else [lines, under, *self._ages(book)]

    def _lines(self, count: int) -> Figure:
        text = words(self.language).ngettext("{count} line", "{count} lines", count)
        shown = text.format(count=number(count, self.locale))
        return Figure(shown, (words(self.language).gettext("Totals"),))

    def _sums(self, sums: Iterable[Money]) -> tuple[str, ...]:
        totals = totals_by_currency(sums)
        return tuple(money(one, self.locale, symbol=True) for one in totals) or (NOTHING,)

    def _rates(self, rates: Sequence[Matured]) -> list[Figure]:
        """How promises came out whose day has passed: a dash where there is none yet."""
        _ = words(self.language).gettext
        ordered = sorted(rates, key=lambda one: one.currency != self.currency)
        by_count = tuple(self._of(one) for one in ordered) or (NOTHING,)
        by_value = tuple(self._of_money(one) for one in ordered) or (NOTHING,)
        kept, value = _("Kept in time"), _("Of what was promised")
        return [Figure(kept, by_count, parted=True), Figure(value, by_value)]

    def _of(self, one: Matured) -> str:
        """A share of so many; in another currency than the book's with its name."""
        _ = words(self.language).gettext
        text = _("{percent} of {count}")
        if one.currency != self.currency:
            text = _("{percent} of {count} in {currency}")
        return text.format(
            percent=percent_words(one.by_count, self.locale),
            count=number(one.count, self.locale),
            currency=one.currency,
        )

    def _of_money(self, one: Matured) -> str:
        text = words(self.language).gettext("{percent} of {count}")
        promised = money(Money(one.minor, one.currency), self.locale, symbol=True)
        return text.format(percent=percent_words(one.by_value, self.locale), count=promised)

    def _ages(self, book: AgreementsBook) -> list[Figure]:
        """How long they have been open, a figure for each age there is."""
        by_age: dict[str, list[str]] = {}
        for one in aged(book.queries):
            shown = money(one.amount, self.locale, symbol=True)
            by_age.setdefault(dispute_age_words(one.age, self.language), []).append(shown)
        figures = [Figure(age, tuple(sums)) for age, sums in by_age.items()]
        return [Figure(one.title, one.lines, parted=not at) for at, one in enumerate(figures)]

    # ------------------------------------------------------------- empty
    def none_words(self, show: Show, text: str) -> EmptyWords:
        """Return why a list is empty."""
        _ = words(self.language).gettext
        if text.strip():
            fact = _("Nothing matches ‘{text}’ in {list}").format(
                text=text.strip(), list=self.chip(show)
            )
            return EmptyWords(fact, _("Customers, numbers and words are searched."))
        in_a_call = _("It is put down in the call, where it is said.")
        fact = {
            Show.PROMISES: _("No promise is waiting"),
            Show.ALL_PROMISES: _("Nothing was promised yet"),
            Show.PLANS: _("No plan is running"),
            Show.QUERIES: _("Nothing is under query"),
            Show.ANSWERED: _("No query was answered yet"),
            Show.CAUSES: _("Nothing was under query yet"),
            Show.NOTED: _("Nothing is noted"),
        }[show]
        return EmptyWords(fact, in_a_call)
