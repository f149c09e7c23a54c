"""What the lists of visits say: their columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from creditmate.domain.money import Money
from creditmate.domain.visits import Preparation
from creditmate.i18n.call_words import outcome_title
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_in_table, days_to_measure, hour, money, number
from creditmate.services.visit_lists import VisitRow
from creditmate.ui.kit.cell import Cell, CellTag
from creditmate.ui.kit.item_table import Numbered
from creditmate.ui.kit.paged_model import Column
from creditmate.ui.payments.money_cells import NOTHING
from creditmate.ui.theme.tokens import Ink, Type
from creditmate.ui.visits.list_state import DoneRow
from creditmate.ui.visits.standing_words import standing_tag


@dataclass(slots=True)
class VisitCells:
    """Makes the cells of visits that are to come, to be reported or done."""

    language: str
    locale: str
    as_at: date

    # ------------------------------------------------------------- to come, and to report
    def visits(self) -> tuple[Column[Numbered[VisitRow]], ...]:
        """Return the columns of visits that something is to be done about."""
        _ = words(self.language).gettext
        days = days_to_measure(self.locale)
        return (
            Column(
                "day", _("Day"), lambda one: self._day(one.item), 112, sortable=False, fits=days
            ),
            Column("at", _("Hour"), lambda one: self._at(one.item), 72, sortable=False),
            Column("who", _("Customer"), lambda one: _who(one.item), 200, sortable=False),
            Column("about", _("What for"), lambda one: self._about(one.item), 280, sortable=False),
            Column(
                "ready", _("Prepared"), lambda one: self._ready(one.item), 88, False, False, True
            ),
            Column("state", _("State"), lambda one: self._state(one.item), 176, sortable=False),
        )

    def _day(self, row: VisitRow) -> Cell:
        day = row.here.day if row.here else row.file.visit.day
        return Cell(day_in_table(day, self.locale, self.as_at), style=Type.BODY_MEDIUM)

    def _at(self, row: VisitRow) -> Cell:
        """The hour by our clock; where theirs shows another, that is said."""
        if row.here is None:
            return Cell(NOTHING, Ink.MUTED)
        visit = row.file.visit
        ours = hour(datetime.combine(row.here.day, row.here.at), self.locale)
        if visit.at is None or (visit.at == row.here.at and not row.here.shifted):
            return Cell(ours)
        theirs = hour(datetime.combine(visit.day, visit.at), self.locale)
        said = words(self.language).gettext("{ours}, there {theirs}")
        return Cell(ours, spoken=said.format(ours=ours, theirs=theirs))

    def _about(self, row: VisitRow) -> Cell:
        return Cell(row.file.visit.words)

    def _ready(self, row: VisitRow) -> Cell:
        steps = [step for step in row.file.steps if step.kind is not Preparation.REPORT]
        done = sum(step.is_done for step in steps)
        text = words(self.language).gettext("{done} of {count}")
        shown = text.format(done=number(done, self.locale), count=number(len(steps), self.locale))
        return Cell(shown, Ink.MUTED)

    def _state(self, row: VisitRow) -> Cell:
        said, tone = standing_tag(row.standing, self.language)
        return Cell("", tag=CellTag(said, tone), spoken=said)

    # ------------------------------------------------------------- done
    def done(self) -> tuple[Column[Numbered[DoneRow]], ...]:
        """Return the columns of visits that have ended."""
        _ = words(self.language).gettext
        days = days_to_measure(self.locale)
        came = _("In {days} days")
        return (
            Column("day", _("Day"), lambda one: self._day(one.item.row), 112, False, False, False,
                   days),
            Column("who", _("Customer"), lambda one: _who(one.item.row), 200, sortable=False),
            Column("state", _("How it ended"), lambda one: self._ended(one.item), 168, False),
            Column("cost", _("It cost"), lambda one: self._cost(one.item), 96, True, False),
            *(
                Column(
                    f"came{days_}",
                    came.format(days=number(days_, self.locale)),
                    lambda one, at=at: self._came(one.item, at),  # type: ignore[misc]
                    112,
                    right=True,
                    sortable=False,
                    optional=at < 2,
                )
                for at, days_ in enumerate((30, 60, 90))
            ),
        )  # fmt: skip

    def _ended(self, one: DoneRow) -> Cell:
        """How the conversation ended; where there was none, why not."""
        if one.ended is None:
            return self._state(one.row)
        said = outcome_title(one.ended, self.language)
        return Cell("", tag=CellTag(said, standing_tag(one.row.standing, self.language)[1]),
                    spoken=said)  # fmt: skip

    def _cost(self, one: DoneRow) -> Cell:
        cost = None if one.worth is None else one.worth.worth.visit.cost
        return Cell(NOTHING, Ink.MUTED) if cost is None else Cell(self._sums([cost]))

    def _came(self, one: DoneRow, at: int) -> Cell:
        """What came in; fainter as long as the days are not over."""
        if one.worth is None:
            return Cell(NOTHING, Ink.MUTED)
        came = one.worth.worth.came[at]
        shown = self._sums(came.amounts) or NOTHING
        if came.over:
            return Cell(shown)
        said = words(self.language).gettext("{amount} so far").format(amount=shown)
        return Cell(shown, Ink.MUTED, spoken=said)

    def _sums(self, sums: Sequence[Money]) -> str:
        return ", ".join(money(one, self.locale, symbol=True) for one in sums)


def _who(row: VisitRow) -> Cell:
    return Cell(row.name, style=Type.BODY_MEDIUM)
