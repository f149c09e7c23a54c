"""What the list of suggestions says, and what stands around all lists of visits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from creditmate.domain.money import Money, totals_by_currency
from creditmate.domain.visit_cost import WayKnown
from creditmate.domain.visits import VisitPurpose
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import currency_symbol, day_in_note, money, number
from creditmate.i18n.visit_words import visit_reason_words
from creditmate.services.visit_suggestions import SuggestedVisit
from creditmate.ui.kit.cell import Cell
from creditmate.ui.kit.empty_state import EmptyWords
from creditmate.ui.kit.item_table import Numbered
from creditmate.ui.kit.paged_model import Column
from creditmate.ui.kit.totals import Figure
from creditmate.ui.payments.money_cells import NOTHING
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import Ink, Type
from creditmate.ui.visits.list_state import Show, VisitsBook
from creditmate.ui.visits.visit_cells import VisitCells

STAKE = "stake"
"""The column of what is at stake; its sum stands below it."""


@dataclass(slots=True)
class SuggestionCells(VisitCells):
    """Makes the cells of suggestions as well; ``names`` are of those suggested, by code."""

    currency: str = ""
    names: Mapping[str, str] = field(default_factory=dict)

    def chip(self, show: Show) -> str:
        """Return what a chip says."""
        _ = words(self.language).gettext
        return {
            Show.UPCOMING: _("Upcoming"),
            Show.TO_REPORT: _("To report"),
            Show.SUGGESTIONS: _("Suggestions"),
            Show.DONE: _("Done"),
        }[show]

    # ------------------------------------------------------------- suggestions
    def suggestions(self) -> tuple[Column[Numbered[SuggestedVisit]], ...]:
        """Return the columns of those who are worth a visit."""
        _ = words(self.language).gettext
        symbol = currency_symbol(self.currency, self.locale)
        stake = _("At stake, {currency}").format(currency=symbol)
        cost = _("Costs, {currency}").format(currency=symbol)
        return (
            Column("who", _("Customer"), self._whom, 216, sortable=False),
            Column(STAKE, stake, self._stake, 120, right=True, sortable=False),
            Column("cost", cost, self._would_cost, 144, right=True, sortable=False),
            Column("last", _("Last visit"), self._last, 96, False, False, True),
            Column("near", _("Near"), self._near, 208, False, False, True),
        )

    def _whom(self, row: Numbered[SuggestedVisit]) -> Cell:
        """A visit to stay well has a sign of its own; why is said with the name."""
        one, _ = row.item, words(self.language).gettext
        stays = one.made.purpose is VisitPurpose.STAY_WELL
        text = _("{name}, to stay well: {why}") if stays else _("{name}: {why}")
        said = text.format(name=one.name, why=self.reasons(one))
        glyph = Glyph.MOOD_WARM if stays else Glyph.VISIT
        return Cell(one.name, style=Type.BODY_MEDIUM, glyph=glyph, spoken=said)

    def reasons(self, one: SuggestedVisit) -> str:
        """Return why somebody is suggested; it stands below their name."""
        said = (visit_reason_words(why, self.language, self.locale) for why in one.made.reasons)
        return "; ".join(said)

    def _stake(self, row: Numbered[SuggestedVisit]) -> Cell:
        """What somebody buys in a year is not at stake: it stands in the reasons."""
        if row.item.made.purpose is VisitPurpose.STAY_WELL:
            spoken = words(self.language).gettext("nothing")
            return Cell(NOTHING, Ink.MUTED, spoken=spoken)
        return Cell(money(row.item.made.stake, self.locale), style=Type.BODY_STRONG)

    def _would_cost(self, row: Numbered[SuggestedVisit]) -> Cell:
        """What going there would cost us; a sign where what is at stake is worth it."""
        worth, _ = row.item.worth, words(self.language).gettext
        said = money(worth.cost.total, self.locale)
        alone = worth.way is WayKnown.NOT
        text = _("{amount} + way").format(amount=said) if alone else said
        spoken = _("{amount}, the way left out").format(amount=said) if alone else said
        if worth.worth_it:
            spoken = _("{cost}, worth going").format(cost=spoken)
        ink = Ink.POSITIVE if worth.worth_it else Ink.MUTED
        return Cell(text, ink, glyph=Glyph.WORTH if worth.worth_it else None, spoken=spoken)

    def _last(self, row: Numbered[SuggestedVisit]) -> Cell:
        day = row.item.last_visit
        if day is None:
            return Cell(words(self.language).gettext("never"), Ink.MUTED)
        return Cell(day_in_note(day, self.locale, self.as_at), Ink.MUTED)

    def _near(self, row: Numbered[SuggestedVisit]) -> Cell:
        near = [self.names.get(code, code) for code in row.item.near]
        return Cell(", ".join(near) or NOTHING, Ink.MUTED)

    # ------------------------------------------------------------- around the lists
    def totals(self, book: VisitsBook) -> list[Figure]:
        """Return the sums under a list."""
        _ = words(self.language).gettext
        count = len(book.visits) + len(book.suggestions) + len(book.done)
        text = words(self.language).ngettext("{count} line", "{count} lines", count)
        said = text.format(count=number(count, self.locale))
        if book.show is Show.SUGGESTIONS:
            return [Figure(said, (_("Totals"),)), *self._suggested(book)]
        if book.together is None or not book.together.visits:
            return [Figure(_("In this list"), (said,))]  # there is nothing to be added up
        lines = Figure(said, (_("Totals"),))
        cost = Figure(_("They cost"), self._lines(book.together.costs))
        title = _("Came in within {days} days")
        came = [
            Figure(title.format(days=number(one.days, self.locale)), self._lines(one.amounts))
            for one in book.together.came
        ]
        return [lines, cost, *came]

    def _suggested(self, book: VisitsBook) -> list[Figure]:
        """What is at stake with those suggested, and how many cannot be judged."""
        _ = words(self.language).gettext
        visited = (one.made for one in book.suggestions)
        stakes = (one.stake for one in visited if one.purpose is not VisitPurpose.STAY_WELL)
        whole = Figure(_("At stake"), self._lines(totals_by_currency(stakes)), under=STAKE)
        if not book.forms_unknown:
            return [whole]
        left = (number(book.forms_unknown, self.locale),)
        return [Figure(_("Left out: nobody said whether a firm"), left), whole]

    def _lines(self, sums: Sequence[Money]) -> tuple[str, ...]:
        return tuple(money(one, self.locale, symbol=True) for one in sums) or (NOTHING,)

    def none_words(self, show: Show, text: str) -> EmptyWords:
        """Return why a list is empty."""
        _ = words(self.language).gettext
        if text.strip():
            fact = _("Nothing matches ‘{text}’ in {list}").format(
                text=text.strip(), list=self.chip(show)
            )
            return EmptyWords(fact, _("Customers, numbers and purposes are searched."))
        plan = _("Suggestions say who is worth one; N plans a visit to anybody.")
        fact, following = {
            Show.UPCOMING: (_("No visit is planned"), plan),
            Show.TO_REPORT: (_("No report is waiting"), _("It is written the same day.")),
            Show.SUGGESTIONS: (
                _("Nobody is suggested"),
                _("Visits are for firms; people who buy for themselves are never suggested."),
            ),
            Show.DONE: (_("No visit was made yet"), plan),
        }[show]
        return EmptyWords(fact, following)
