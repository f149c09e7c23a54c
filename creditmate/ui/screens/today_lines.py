"""What Today says: its lines and titles, the copied table, and why there are no lines."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from creditmate.domain.day_plan import Act, Sort, act_of, group_of
from creditmate.domain.frozen import changed
from creditmate.domain.work_reasons import ReasonCode
from creditmate.domain.worklist import Channel, Kind, Line
from creditmate.i18n.brief_words import age_words
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import money, number
from creditmate.i18n.reasons import channel_words
from creditmate.i18n.work_words import (
    act_words,
    group_words,
    line_words,
    side_words,
    sort_words,
)
from creditmate.services.worklists import WorkDay, WorkRow
from creditmate.ui.kit.empty_state import EmptyWords
from creditmate.ui.kit.work_line import GroupTitle, Row, WorkLine
from creditmate.ui.screens.today_state import TodayState
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import Ink

NOTHING = "–"
_SEPARATOR = " · "
_CHANNELS = {
    Channel.CALL: Glyph.CALL,
    Channel.EMAIL: Glyph.EMAIL,
    Channel.LETTER: Glyph.LETTER,
    Channel.BANK: Glyph.BANK,
    Channel.MATCH: Glyph.PAYMENT,
    Channel.VISIT: Glyph.VISIT,
    Channel.NONE: Glyph.LOCK,
}
_OURS = frozenset({Kind.OURS_LATE, Kind.OURS_DUE})
_MARKS = {
    **dict.fromkeys(
        (
            ReasonCode.OURS_DUE,
            ReasonCode.CALL_BACK,
            ReasonCode.PLANNED_CALL,
            ReasonCode.VISIT,
            ReasonCode.VISIT_STEP,
            ReasonCode.VISIT_AHEAD,
            ReasonCode.VISIT_CONFIRMED,
        ),
        Ink.ACCENT,
    ),
    **dict.fromkeys(
        (
            ReasonCode.OURS_LATE,
            ReasonCode.SAID_PAID_NOT_FOUND,
            ReasonCode.VISIT_PASSED,
            ReasonCode.CHECK_BANK,
            ReasonCode.CHECK_SAID_PAID,
            ReasonCode.MATCH_RECEIPT,
        ),
        Ink.WARNING,
    ),
    ReasonCode.DUE_SOON: Ink.POSITIVE,
}
"""Late money is in danger's ink, as all others are."""
ACTS = {
    Act.CALL: Glyph.CALL,
    Act.STATEMENT: Glyph.STATEMENT,
    Act.ACCOUNT: Glyph.OPEN_PAGE,
    Act.MATCH: Glyph.PAYMENT,
    Act.LOOK: Glyph.SEARCH,
    Act.VISIT: Glyph.VISIT,
}


@dataclass(frozen=True, slots=True)
class TodayLines:
    """Makes the lines, for a language, a locale and a day."""

    language: str
    locale: str
    as_at: date
    _made: dict[str, tuple[WorkRow, WorkLine]] = field(default_factory=dict, compare=False)

    def rows(self, rows: Sequence[WorkRow], half: Collection[str] = ()) -> list[Row]:
        """Return the lines, each group under its title.

        Args:
            rows: What they are about.
            half: The codes of those whose call is half written.
        """
        found: list[Row] = []
        for group, lines in groupby(rows, key=lambda row: group_of(row.line)):
            found.append(GroupTitle(group_words(group, self.language)))
            found += [self._noted(row, half) for row in lines]
        return found

    def _noted(self, row: WorkRow, half: Collection[str]) -> WorkLine:
        line = self._line(row)
        if row.code not in half and row.to_call not in half:
            return line
        return changed(line, note=words(self.language).gettext("Call half written"))

    def _line(self, row: WorkRow) -> WorkLine:
        """The line as it was made before, if it is still about the same."""
        known = self._made.get(row.code)
        if known is None or known[0] is not row:
            known = self._made[row.code] = row, self._new_line(row)
        return known[1]

    def _new_line(self, row: WorkRow) -> WorkLine:
        line, act = row.line, act_of(row.line)
        said = line_words(line, self.language, self.locale, self.as_at)
        return WorkLine(
            key=row.code,
            glyph=Glyph.OUR_PROMISE if line.kind in _OURS else _CHANNELS[line.channel],
            name=row.name,
            mark=said.mark,
            mark_ink=Ink.DANGER if said.code is None else _MARKS.get(said.code, Ink.DANGER),
            rest=said.rest,
            figure=self._amounts(line),
            under=self._age(line),
            side=side_words(line, self.language),
            act=ACTS[act],
            act_name=act_words(act, "", self.language),
            off_name="" if line.kind is Kind.OURS_LATE else self._off_name,
        )

    @property
    def _off_name(self) -> str:
        return words(self.language).gettext("Put off…")

    def _amounts(self, line: Line) -> str:
        amounts = (money(amount, self.locale, symbol=True) for amount in line.amounts)
        return _SEPARATOR.join(amounts) or NOTHING

    def _age(self, line: Line) -> str:
        if line.days_late is None:
            return ""
        return age_words(line.days_late, self.language, self.locale)

    def table(self, rows: Sequence[WorkRow]) -> list[list[str]]:
        """Return the lines as a table with its titles, for the clipboard."""
        _ = words(self.language).gettext
        titles = (_("Code"), _("Customer"), _("Amount"), _("Age"), _("How"), _("Why"))
        return [list(titles), *(list(self._cells(row)) for row in rows)]

    def _cells(self, row: WorkRow) -> Iterator[str]:
        said = line_words(row.line, self.language, self.locale, self.as_at)
        yield row.code
        yield row.name
        yield self._amounts(row.line)
        yield self._age(row.line)
        yield channel_words(row.line.channel, self.language)
        yield ": ".join(part for part in (said.mark, said.rest) if part)

    def copied(self, count: int) -> str:
        """Return what is told after so many lines were copied."""
        catalogue = words(self.language)
        text = catalogue.ngettext("{count} line copied", "{count} lines copied", count)
        return text.format(count=number(count, self.locale))

    def none(self, state: TodayState) -> EmptyWords:
        """Return why there are no lines, and the one thing to do about it."""
        _, day, sort = words(self.language).gettext, state.day, state.sort
        if day is None or not day.has_customers:
            fact = _("No customers yet")
            next_ = _("Bring them in from your accounts program.")
            return EmptyWords(fact, next_, _("Bring in invoices…"))
        if state.later and not state.every:
            return self._none_but_tomorrow(state)
        if state.others_wait and not day.rows:
            said = self._others(day) or _("What others look after may still be open.")
            return EmptyWords(self._nobody_s(state), said, _("Look at everybody's"))
        if sort is not Sort.ALL and state.every:
            fact = _("Nothing under ‘{sort}’ today").format(sort=sort_words(sort, self.language))
            action = _("Show all {count}").format(count=number(len(state.every), self.locale))
            return EmptyWords(fact, _("Other lines are left."), action)
        if day.done:
            next_ = _("Everyone on the list was reached or written to, or has a day agreed.")
            return EmptyWords(_("Nothing more today"), next_, _("See all customers"))
        next_ = _("Nothing is late, no day was agreed for today and nobody is worth a call early.")
        return EmptyWords(_("Nothing to do today"), next_, _("See all customers"))

    def _none_but_tomorrow(self, state: TodayState) -> EmptyWords:
        """The day's own calls are made: that is an end."""
        catalogue = words(self.language)
        text = catalogue.ngettext(
            "You have made the calls of the day; {count} is for tomorrow.",
            "You have made the calls of the day; {count} are for tomorrow.",
            state.later,
        )
        said = [text.format(count=number(state.later, self.locale))]
        fact = catalogue.gettext("Nothing more today")
        if state.day is not None and state.others_wait:
            fact = self._nobody_s(state)
            said.append(self._others(state.day))
        next_ = " ".join(filter(None, said))
        return EmptyWords(fact, next_, catalogue.gettext("Show them all the same"))

    def _nobody_s(self, state: TodayState) -> str:
        """Nothing is left for whoever is at work, or for the colleague one looks at."""
        _ = words(self.language).gettext
        people = () if state.day is None else state.day.people
        name = next((one.name for one in people if one.id == state.owner), "")
        if name:
            return _("Nothing more for {name} today").format(name=name)
        return _("Nothing of yours is left today")

    def _others(self, day: WorkDay) -> str:
        """How many lines others have; empty while that is not known."""
        text = words(self.language).ngettext(
            "{count} line of others waits.", "{count} lines of others wait.", day.of_others
        )
        return text.format(count=number(day.of_others, self.locale)) if day.of_others else ""
