"""What a call form says of what it understood; knows no toolkit."""

from collections.abc import Sequence
from datetime import date, datetime

from creditmate.domain.call_extras import Besides
from creditmate.domain.errors import UserError
from creditmate.domain.far_days import is_far
from creditmate.domain.plan_schedule import Part
from creditmate.domain.promised_share import promised_share
from creditmate.domain.promised_sums import beyond
from creditmate.domain.rows import OpenEntryRow
from creditmate.domain.taken_place import TakenPlace
from creditmate.i18n.call_words import day_understood, missing_words, share_words
from creditmate.i18n.catalogue import words
from creditmate.i18n.diary_words import against_words
from creditmate.i18n.formats import day_in_note, day_in_table, hour, money
from creditmate.i18n.plan_words import plan_warning_words
from creditmate.i18n.problems import problem_words
from creditmate.i18n.read_back import Agreed, read_back_words
from creditmate.services.call_sheets import CallSheet
from creditmate.services.plan_agreeing import PlanDraft
from creditmate.ui.call.before_words import before_words
from creditmate.ui.call.call_noting import Understood
from creditmate.ui.call.deed_words import copies_words, papers_words
from creditmate.ui.call.extra_state import ExtrasGot

Echo = tuple[str, str]
"""What was understood, and what follows from it."""


class FormWords:
    """Makes the words of one form after another."""

    def __init__(self, language: str, locale: str) -> None:
        self._language, self._locale = language, locale
        self._sheet: CallSheet | None = None
        self._today = date.min

    def begin(self, sheet: CallSheet, today: date) -> None:
        """Go on with the form of a customer."""
        self._sheet, self._today = sheet, today

    def theirs(self, got: Understood, *, anew: bool = False) -> Echo:
        """What they promise: by which day, and how much it is of what is asked for."""
        share, sheet = "", self._sheet
        pays = None if sheet is None else (sheet.anew if anew else sheet.compared)
        if got.promised and got.promised.minor > 0 and pays is not None and pays.overdue:
            compared = promised_share(got.promised, pays)
            share = share_words(compared, self._language, self._locale)
        told = self._grace(got.by)
        rest = "; ".join(filter(None, (share, told)))
        return self._then(self._run(got.by) or self._day(got.by), rest)

    def doubts(self, got: Understood) -> dict[str, str]:
        """What hardly anybody means, by field: a day so far away, a sum beyond all that is owed."""
        text = words(self._language).gettext("{day}: save once more if that is what they mean.")
        days = {
            "by": got.by,
            "we-by": got.deed_by,
            "query-by": got.extras.query_by,
            "time-to": got.extras.time_to,
            "plan-first": got.extras.plan_first,
            "next": got.next_day,
        }
        return (
            self._next_doubts(got)
            | self._beyond(got)
            | {
                name: text.format(day=self._day(day))
                for name, day in days.items()
                if day is not None and is_far(day, self._today)
            }
        )

    def _next_doubts(self, got: Understood) -> dict[str, str]:
        """What is against the day or the hour of the next step; they may mean it all the same."""
        said = self._against_next(got)
        if not said:
            return {}
        text = words(self._language).gettext("{doubt} Save once more if that is what they mean.")
        by_hour = got.extras.next_at is not None
        return {"next-at" if by_hour else "next": text.format(doubt=said)}

    def _against_next(self, got: Understood) -> str:
        """Why nobody is rung then: an hour that has passed, a holiday; '' where nothing is."""
        day, at, sheet = got.next_day, got.extras.next_at, self._sheet
        if day is None or sheet is None or (got.looks_for_money and at is None):
            return ""
        if at is not None and sheet.beside.has_passed(day, at):
            return words(self._language).gettext("That hour has passed, by their clock.")
        against = sheet.beside.against(day, at)
        return "" if against is None else against_words(against, day, self._language, self._locale)

    def _beyond(self, got: Understood) -> dict[str, str]:
        """That more is promised than all that is owed: a digit too many could never be kept."""
        if got.promised is None or self._sheet is None:
            return {}
        text = words(self._language).gettext(
            "All they owe is {owed}: save once more if {promised} is what they mean."
        )
        for one in beyond([got.promised], self._sheet.owed):
            if one.owed:
                owed, promised = (
                    money(each, self._locale, symbol=True) for each in (one.owed, one.promised)
                )
                return {"promise": text.format(owed=owed, promised=promised)}
        return {}

    def _grace(self, day: date | None) -> str:
        """Until when we wait for what was promised before we ring about it."""
        if day is None or self._sheet is None or day < self._today or not self._sheet.grace_days:
            return ""
        until = self._sheet.calendar.add_working_days(day, self._sheet.grace_days)
        text = words(self._language).gettext("grace to {day}")
        return text.format(day=day_in_note(until, self._locale, self._today))

    def paid(self, got: Understood, until: date) -> Echo:
        """What they say to have paid: on which day, and until when we wait for it."""
        if not got.says_paid:
            return "", ""
        text = words(self._language).gettext("We wait until {day}")
        day = day_in_table(until, self._locale, self._today)
        return self._then(self._day(got.paid_on), text.format(day=day))

    def ours(self, got: Understood) -> Echo:
        """What we promise: by which day, and that it comes first that morning."""
        if got.deed_by is None:
            return "", ""
        first = words(self._language).gettext("Goes first on Today")
        return self._then(self._day(got.deed_by), first)

    def copies(self, rows: Sequence[OpenEntryRow]) -> str:
        """What we do where an invoice was not received: send a copy, of which if that is known."""
        return copies_words(rows, self._language)

    def papers(self, rows: Sequence[OpenEntryRow]) -> str:
        """What we do where papers are missing: send them, for which invoices if that is known."""
        return papers_words(rows, self._language)

    def next(self, got: Understood) -> Echo:
        """The next step: its day, and that they are left in peace until then."""
        if got.next_day is None:
            return "", ""
        reached = got.outcome is not None and got.outcome.reached
        _ = words(self._language).gettext
        rest = _("No reminder until then") if reached else ""
        told = " ".join(filter(None, (self._against_next(got), self._our_hour(got))))
        return self._day(got.next_day), told or rest  # below one another

    def _then(self, day: str, rest: str) -> Echo:
        """A day, and what follows from it as a sentence of its own, if anything does."""
        if not day or not rest:
            return day, rest
        return words(self._language).gettext("{day}.").format(day=day), rest

    def _our_hour(self, got: Understood) -> str:
        """The hour by our clock, where theirs shows another one."""
        at, sheet = got.extras.next_at, self._sheet
        if at is None or sheet is None or got.next_day is None:
            return ""
        beside = sheet.beside
        home = beside.at_home(got.next_day, at)
        if home.replace(tzinfo=None) == datetime.combine(got.next_day, at):
            return ""
        there = hour(datetime.combine(got.next_day, at), self._locale)
        text = words(self._language).gettext("{there} there ({zone}) is {here} here")
        zone = beside.zone.rpartition("/")[2].replace("_", " ")
        return text.format(
            there=there, zone=zone, here=hour(home.replace(tzinfo=None), self._locale)
        )

    def besides(self, besides: Besides, got: ExtrasGot) -> Echo:
        """What was understood of the day that is agreed besides."""
        day = {Besides.QUERY: got.query_by, Besides.TIME: got.time_to}.get(besides)
        if day is None:
            return "", ""
        rest = ""
        if besides is Besides.TIME:
            rest = words(self._language).gettext("The due day on the invoice stays")
        return self._day(day), rest

    def plan(self, draft: PlanDraft) -> Echo:
        """A plan's parts as they would be, and what to think of."""
        _, parts = words(self._language).gettext, draft.parts
        first, last = parts[1] if draft.begins else parts[0], parts[-1]
        if len(parts) == 1:
            text = "{first}"
        elif first is last:
            text = _("{begins} as promised, then {first}; together {whole}")
        elif draft.begins:
            text = _("{begins} as promised, then {first}, the last one {last}; together {whole}")
        else:
            text = _("{first}, the last one {last}; together {whole}")
        said = text.format(
            begins=money(parts[0].amount, self._locale, symbol=True),
            first=_("{amount} on {day}").format(**self._part(first)),
            last=_("{amount} on {day}").format(**self._part(last)),
            whole=money(draft.amount, self._locale, symbol=True),
        )
        doubts = [plan_warning_words(one, self._language, self._locale) for one in draft.warnings]
        return said, " ".join(doubts)

    def _part(self, part: Part) -> dict[str, str]:
        return {
            "amount": money(part.amount, self._locale, symbol=True),
            "day": day_in_table(part.day, self._locale, self._today),
        }

    def problem(self, error: UserError) -> str:
        """Why something cannot be agreed."""
        return problem_words(error, self._language, self._locale)

    def read_back(self, agreed: Agreed) -> str:
        """The sentence to read back."""
        return read_back_words(agreed, self._today, self._language, self._locale)

    def missing(self, name: str, got: Understood) -> str:
        """What a field still needs, or why what stands in it cannot be read."""
        error = got.bad.get(name)
        return missing_words(name, self._language) if error is None else self.unread(error)

    def unread(self, error: UserError) -> str:
        """Why a text cannot be read; below its field, so the field is not named again."""
        text = words(self._language).gettext("“{found}” is not understood. Such as {expected}.")
        return text.format(found=error.facts["found"], expected=error.facts["expected"])

    def deeds(self) -> str:
        """What we promised before and have not done, to be ticked off."""
        if self._sheet is None or not self._sheet.undone:
            return ""
        _ = words(self._language).gettext
        told = ", ".join(deed.words for deed in self._sheet.undone)
        return _("Done: {deeds}").format(deeds=told)

    def before(self, could: TakenPlace, got: Understood) -> str:
        """What they said before that this could take the place of; empty where there is nothing."""
        return before_words(could, got, self._language, self._locale)

    def _run(self, day: date | None) -> str:
        """That a day is their payment run, where one is known."""
        if day is None or self._sheet is None or day != self._sheet.proposed_day:
            return ""
        text = words(self._language).gettext("{day}, their payment run")
        return text.format(day=day_in_table(day, self._locale, self._today))

    def _day(self, day: date | None) -> str:
        if day is None:
            return ""
        return day_understood(day, self._today, self._language, self._locale)
