"""Why somebody is not being followed up, and until when, in words."""

from datetime import date
from typing import Protocol

from creditmate.domain.at_rest import Rest
from creditmate.domain.left_out import WhyNot
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import day_in_note

_WHY = {
    WhyNot.DECEASED: N_("deceased"),
    WhyNot.INSOLVENT: N_("insolvent"),
    WhyNot.BREATHING_SPACE: N_("breathing space"),
    WhyNot.HARDSHIP: N_("hardship"),
    WhyNot.OURS: N_("left in peace by us"),
    WhyNot.WITH_AGENCY: N_("the agency has it"),
    WhyNot.CEASED: N_("said to have ceased trading: decide how to go on"),
    WhyNot.SMALL_BALANCE: N_("too little to contact them about"),
    WhyNot.IN_QUESTION: N_("under query"),
    WhyNot.TO_CREDIT: N_("to be credited"),
    WhyNot.PLAN: N_("paid by a plan that is kept"),
    WhyNot.MORE_TIME: N_("given more time"),
    WhyNot.SAID_PAID: N_("said to be on its way"),
    WhyNot.PROMISE: N_("by arrangement"),
    WhyNot.CALL_BACK: N_("a call-back is agreed"),
    WhyNot.CANNOT_PAY: N_("they cannot pay at present: we agreed when to speak again"),
    WhyNot.NO_ANSWER: N_("nobody was reached"),
    WhyNot.PLANNED_CALL: N_("a call of ours is planned"),
    WhyNot.GRACE: N_("within the days of grace"),
    WhyNot.COVERED: N_("covered by money received"),
    WhyNot.VISIT: N_("a visit is announced to them"),
    WhyNot.VISIT_CONFIRMED: N_("a visit is confirmed"),
    WhyNot.PUT_OFF: N_("put off: {words}"),
    WhyNot.WEEK: N_("this week's contacts are used up"),
    WhyNot.MONTH: N_("this month's contacts are used up"),
    WhyNot.TOO_SOON: N_("contacted only a short time ago"),
    WhyNot.ATTEMPTS: N_("tried often enough for now"),
    WhyNot.NO_STEP: N_("no further step is due"),
    WhyNot.TIME_TO_ANSWER: N_("they have time to answer our letter before action"),
    WhyNot.HOLIDAY: N_("no working day where they are"),
    WhyNot.NO_WAY: N_("no way left to reach them"),
}


class Out(Protocol):
    """Whoever is not followed up: why, until when, and in whose words or peace."""

    @property
    def why(self) -> WhyNot:
        """Why."""

    @property
    def until(self) -> date | None:
        """The first day on which that may change."""

    @property
    def words(self) -> str:
        """The user's, of who put it off."""

    @property
    def appointment(self) -> date | None:
        """The day on which we call next, where that is not the reason."""

    @property
    def rest(self) -> Rest | None:
        """Why it is left in peace."""

    @property
    def not_due(self) -> bool:
        """Nothing of it is overdue yet, and the amounts are all that is open."""


def why_not_words(row: Out, language: str, locale: str, as_at: date) -> str:
    """Return why a customer is not followed up, and when that may change, where it is known.

    The next call stands behind it, where one is set down.
    """
    why = with_nothing_overdue(_why(row, language, locale, as_at), row, language)
    return _with_next_call(why, row, language, locale, as_at)


def with_nothing_overdue(why: str, row: Out, language: str) -> str:
    """Return why, and that nothing is overdue where that is so: the amount is all that is open."""
    _ = words(language).gettext
    return _("{why}; nothing is overdue").format(why=why) if row.not_due else why


def why_alone_words(row: Out, language: str, locale: str, as_at: date) -> str:
    """Return why a customer is not followed up, where the day until which stands beside it."""
    _ = words(language).gettext
    why = _(_WHY[row.why]).format(words=row.words)
    if row.rest is not None and row.rest.review_due and not row.rest.is_undecided:
        why = _("{why}; look at it again now").format(why=why)
    return _with_next_call(with_nothing_overdue(why, row, language), row, language, locale, as_at)


def until_words(row: Out, locale: str, as_at: date) -> str:
    """Return the day until which a customer is not followed up; empty where none is known."""
    is_said = row.rest is not None and (row.rest.is_undecided or row.rest.review_due)
    return "" if row.until is None or is_said else day_in_note(row.until, locale, as_at)


def _with_next_call(why: str, row: Out, language: str, locale: str, as_at: date) -> str:
    if row.appointment is None:
        return why
    day = day_in_note(row.appointment, locale, as_at)
    return words(language).gettext("{why}; next call {day}").format(why=why, day=day)


def _why(row: Out, language: str, locale: str, as_at: date) -> str:
    _ = words(language).gettext
    if row.rest is not None:
        why = _(_WHY[row.why])
        if row.rest.is_undecided:
            return why
        if row.rest.review_due:
            return _("{why}; look at it again now").format(why=why)
        if row.rest.until is None:
            return why
        day = day_in_note(row.rest.until, locale, as_at)
        return _("{why}, to {day}").format(why=why, day=day)
    why = _(_WHY[row.why]).format(words=row.words)
    if row.until is None:
        return why
    day = day_in_note(row.until, locale, as_at)
    return _("{why}; again from {day}").format(why=why, day=day)
