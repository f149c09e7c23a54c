"""When, where, and the way there, in words."""

from datetime import date, datetime, timedelta

from creditmate.domain.visit_changes import in_one_line
from creditmate.domain.visits import VisitFile
from creditmate.i18n.call_words import days_ahead
from creditmate.i18n.catalogue import words
from creditmate.i18n.distances import distance_words, duration_words
from creditmate.i18n.formats import day_in_table, hour
from creditmate.i18n.place_words import place_words
from creditmate.services.visits import VisitPage, VisitRow
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.visits.page_lines import Fact


class PageFacts:
    """Says the facts of a visit in the window's language."""

    def __init__(self, around: Surroundings) -> None:
        self._language, self._locale = around.language, around.locale
        self._ = words(around.language).gettext

    def when(self, page: VisitPage, today: date) -> Fact:
        """The day and the hours by their clock; by ours where that shows others."""
        visit, _ = page.file.visit, self._
        shown = day_in_table(visit.day, self._locale, today)
        if visit.at is None:
            return Fact(Glyph.DIARY, _("{day}, no hour yet").format(day=shown),
                        self._ahead(visit.day, today))  # fmt: skip
        begins = datetime.combine(visit.day, visit.at)
        ends = begins + timedelta(minutes=visit.minutes)
        known = _("{day}, {begins} to {ends}").format(
            day=shown, begins=hour(begins, self._locale), ends=hour(ends, self._locale)
        )
        ahead, here = self._ahead(visit.day, today), page.row.here
        if here is not None and (here.shifted or (here.day, here.at) != (visit.day, visit.at)):
            at = hour(datetime.combine(here.day, here.at), self._locale)
            if here.day != visit.day:
                at = f"{day_in_table(here.day, self._locale, today)} {at}"
            ahead = _("{at} by our clock, {ahead}").format(at=at, ahead=ahead)
        return Fact(Glyph.DIARY, known, ahead)

    def where(self, row: VisitRow) -> Fact:
        """The place as it is said to the customer, in one line; abroad with the country."""
        said = place_words(in_one_line(row.file.visit.address), row.abroad, self._locale)
        return Fact(Glyph.VISIT, said or self._("Where is not said yet"))

    def way(self, file: VisitFile) -> Fact:
        """How long the way is."""
        inner, _ = file.inner, self._
        if inner.is_next_door:
            return Fact(Glyph.TRAVEL, _("Next door: there is no way to go"))
        if inner.travel_minutes is None:
            return Fact(Glyph.TRAVEL, _("The way is not known yet"))
        took = duration_words(inner.travel_minutes, self._locale)
        far = ""
        if inner.distance_tenths:
            far = distance_words(inner.distance_tenths, inner.unit.value, self._locale)
            far = _("{distance} there and back").format(distance=far)
        return Fact(Glyph.TRAVEL, _("{time} each way").format(time=took), far)

    def _ahead(self, day: date, today: date) -> str:
        return days_ahead(day, today, self._language, self._locale)
