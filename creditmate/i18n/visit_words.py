"""Visits as they are planned, in words: how they stand, why one is worth it, what to think of."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from creditmate.domain.visit_courtesy import CourtesyHint, CourtesyWhy
from creditmate.domain.visit_hints import HintWhy, VisitHint
from creditmate.domain.visit_suggestions import VisitReason, WhyVisit
from creditmate.domain.visit_times import TimeWarning, TimeWhy
from creditmate.domain.visits import DistanceUnit, Preparation, VisitPurpose, VisitState
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.countries import country_name
from creditmate.i18n.diary_words import zone_place
from creditmate.i18n.formats import day_in_note, decimal_figures, money, number
from creditmate.i18n.standing_words import rest_why_words

_STATES: Mapping[VisitState, str] = {
    VisitState.PLANNED: N_("planned"),
    VisitState.TO_REPORT: N_("to report"),
    VisitState.TO_REBOOK: N_("to book again"),
    VisitState.REPORTED: N_("done"),
    VisitState.CANCELLED: N_("cancelled"),
    VisitState.REFUSED: N_("declined"),
}
_PURPOSES: Mapping[VisitPurpose, str] = {
    VisitPurpose.STAY_WELL: N_("all is well: to keep it so"),
    VisitPurpose.GET_WELL: N_("to put something right"),
}
_PREPARATION: Mapping[Preparation, str] = {
    Preparation.TELL_SALES: N_("Talked to the people who deliver and sell"),
    Preparation.SEND_AGENDA: N_("Agenda sent with statement"),
    Preparation.SEND_PAPERS: N_("Papers sent ahead"),
    Preparation.CONFIRM: N_("Confirmed in writing"),
    Preparation.PRINT_PACK: N_("Visit pack printed"),
    Preparation.RECONFIRM: N_("Re-confirmed by telephone the day before"),
    Preparation.OTHER: N_("Something else"),
    Preparation.REPORT: N_("Report written"),
}
_REASONS: Mapping[WhyVisit, str] = {
    WhyVisit.NEVER_VISITED: N_("never visited"),
    WhyVisit.LIMIT_REVIEW: N_("{amount} owed, above the limit of {limit}"),
    WhyVisit.VALUABLE: N_("buys {amount} a year, nothing overdue"),
}
_TIMES: Mapping[TimeWhy, str] = {
    TimeWhy.OVERLAPS: N_("Overlaps {name} at {at} on {day}."),
    TimeWhy.WAY_UNKNOWN: N_(
        "You are with {name} at {at} as well, and how long the way takes was not said."
    ),
    TimeWhy.OUR_HOLIDAY: N_("{day} is a holiday here."),
    TimeWhy.OUR_WEEKEND: N_("We do not work on {day}."),
    TimeWhy.THEIR_HOLIDAY: N_("{day} is a holiday there."),
    TimeWhy.THEIR_WEEKEND: N_("They do not work on {day}."),
    TimeWhy.THEIR_HOURS: N_("{at} is outside contact hours there."),
    TimeWhy.THEIR_WISH: N_("{at} is not in the hours they wish."),
    TimeWhy.SHIFTED: N_("Clocks change that day: it will be {at}."),
    TimeWhy.COMES_TWICE: N_("Clocks change that day and {at} comes twice: the first is meant."),
    TimeWhy.LEAVES_DAY_BEFORE: N_("You would have to leave on {day} at {at}."),
}
_HINTS: Mapping[HintWhy, str] = {
    HintWhy.IS_PERSON: N_(
        "This may be a person, alone or in partnership: a visit about money is a last resort, and"
        " never uninvited."
    ),
    HintWhy.FORM_UNKNOWN: N_(
        "Nobody has said what legal form this customer has: people are not visited about money."
    ),
    HintWhy.NO_VISITS: N_("They wish no visits."),
    HintWhy.AT_REST: N_("They are not followed up at present."),
    HintWhy.NO_LETTERS: N_("Letters to them are stopped: ask before the agenda goes to them."),
    HintWhy.NO_STATEMENTS: N_("Statements to them are stopped: none goes with the agenda."),
    HintWhy.NO_PLACE: N_("No place is said: the agenda would not say where."),
    HintWhy.NO_HOUR: N_("No hour is agreed yet."),
    HintWhy.CLOCK_TAKEN: N_("{country} has several time zones: the hour is taken by {place}."),
    HintWhy.AGENDA_OUTDATED: N_("The visit was moved or changed since: send a new agenda."),
    HintWhy.NO_ANSWER: N_(
        "The agenda names no telephone and no e-mail of ours: they could not answer it."
    ),
    HintWhy.UNMATCHED: N_(
        "{amount} of theirs is not matched, as much as is overdue: match it first."
    ),
    HintWhy.PERSON_GONE: N_("{name} is no longer among their people: name somebody else."),
    HintWhy.COLLEAGUE_GONE: N_("{name} is no longer among our people: name somebody else."),
    HintWhy.NOBODY_OF_THEIRS: N_("Nobody of theirs is named yet."),
    HintWhy.NOBODY_DECIDES_THERE: N_("Nobody of theirs is known to be able to decide."),
    HintWhy.NOBODY_DECIDES_HERE: N_("Nobody of ours who goes is marked as able to decide."),
    HintWhy.NO_ISSUES: N_("Nothing to settle is named yet."),
}
_COURTESY: Mapping[CourtesyWhy, str] = {
    CourtesyWhy.EMPTY: N_("Say what the visit is for."),
    CourtesyWhy.HARSH: N_("Think about: {found}"),
    CourtesyWhy.ORDERS: N_("This reads as an order: begin with “To …”."),
    CourtesyWhy.SEVERAL_SENTENCES: N_("One sentence is enough."),
    CourtesyWhy.TOO_LONG: N_("This is long: two lines are read at a glance."),
    CourtesyWhy.EXCLAIMS: N_("Better without an exclamation mark."),
    CourtesyWhy.SHOUTS: N_("Better in small letters: {found}"),
}


def visit_state_words(state: VisitState, language: str) -> str:
    """Return how a visit stands: ``to report``."""
    return words(language).gettext(_STATES[state])


def visit_purpose_words(purpose: VisitPurpose, language: str) -> str:
    """Return why we go, for us only."""
    return words(language).gettext(_PURPOSES[purpose])


def preparation_words(kind: Preparation, own: str, language: str) -> str:
    """Return what a step of the check list is called; one of our own by its words."""
    if kind is Preparation.OTHER and own:
        return own
    return words(language).gettext(_PREPARATION[kind])


def visit_reason_words(reason: VisitReason, language: str, locale: str) -> str:
    """Return why somebody is worth a visit."""
    catalogue = words(language)
    days, times = reason.days or 0, reason.count
    text = {
        WhyVisit.LARGE_AND_OLD: catalogue.ngettext(
            "{amount} to ask for, oldest {days} day",
            "{amount} to ask for, oldest {days} days",
            days,
        ),
        WhyVisit.PROMISES_NOT_KEPT: catalogue.ngettext(
            "{count} date agreed has passed within a year",
            "{count} dates agreed have passed within a year",
            times,
        ),
        WhyVisit.NOT_REACHED: catalogue.ngettext(
            "{count} attempt without reaching anybody",
            "{count} attempts without reaching anybody",
            times,
        ),
        WhyVisit.DISPUTE_STUCK: catalogue.ngettext(
            "{amount} under query for {days} day", "{amount} under query for {days} days", days
        ),
        WhyVisit.REVIEW_DUE: catalogue.ngettext(
            "limit to be looked at again since {days} day ago",
            "limit to be looked at again since {days} days ago",
            days,
        )
        if days
        else catalogue.gettext("limit to be looked at again from today"),
        WhyVisit.LIMIT_LEFT_OPEN: catalogue.ngettext(
            "limit to be decided since the visit {days} day ago",
            "limit to be decided since the visit {days} days ago",
            days,
        ),
        WhyVisit.LAST_VISIT: catalogue.ngettext(
            "last visit {days} day ago", "last visit {days} days ago", days
        ),
    }.get(reason.why) or catalogue.gettext(_REASONS[reason.why])
    return text.format(
        amount="" if reason.amount is None else money(reason.amount, locale, symbol=True),
        limit="" if reason.limit is None else money(reason.limit, locale, symbol=True),
        days=number(days, locale),
        count=number(times, locale),
    )


def time_warning_words(one: TimeWarning, language: str, locale: str, as_at: date) -> str:
    """Return what is against an hour."""
    catalogue = words(language)
    if one.why is TimeWhy.NO_TIME_TO_GO:
        text = catalogue.ngettext(
            "Too little time for the way: {minutes} minute short of {name} at {at}.",
            "Too little time for the way: {minutes} minutes short of {name} at {at}.",
            one.minutes,
        )
    else:
        text = catalogue.gettext(_TIMES[one.why])
    return text.format(
        name=one.name,
        day="" if one.day is None else day_in_note(one.day, locale, as_at),
        at="" if one.at is None else f"{one.at:%H:%M}",
        minutes=number(one.minutes, locale),
    )


def visit_hint_words(hint: VisitHint, language: str, locale: str) -> str:
    """Return what to think of before a visit."""
    catalogue = words(language)
    if hint.why is HintWhy.AGENDA_LATE:
        text = catalogue.ngettext(
            "The agenda goes out five working days before; {days} is left.",
            "The agenda goes out five working days before; {days} are left.",
            hint.days,
        )
    elif hint.why is HintWhy.NO_TIME:
        text = catalogue.ngettext(
            "{count} issue is not on the agenda: there is no time left for it.",
            "{count} issues are not on the agenda: there is no time left for them.",
            hint.count,
        )
    elif hint.why is HintWhy.NO_FALL_BACK:
        text = catalogue.ngettext(
            "{count} issue has no fall-back result.",
            "{count} issues have no fall-back result.",
            hint.count,
        )
    elif hint.rest is not None:
        text = rest_why_words(hint.rest, language)
    else:
        text = catalogue.gettext(_HINTS[hint.why])
    return text.format(
        days=number(hint.days, locale),
        count=number(hint.count, locale),
        country=country_name(hint.country, language) if hint.country else "",
        place=zone_place(hint.zone),
        name=hint.name,
        amount="" if hint.amount is None else money(hint.amount, locale, symbol=True),
    )


def courtesy_words(hint: CourtesyHint, language: str) -> str:
    """Return what to think of in the sentence that the customer will read."""
    text = words(language).gettext(_COURTESY[hint.why])
    return text.format(found=", ".join(hint.found))


def distance_words(tenths: int, unit: DistanceUnit, language: str, locale: str) -> str:
    """Return a distance in tenths of its unit: ``96 miles``, ``1.5 km``."""
    whole = number(tenths // 10, locale)
    said = whole if tenths % 10 == 0 else decimal_figures(Decimal(tenths) / 10, 1, locale)
    catalogue = words(language)
    if unit is DistanceUnit.MILE:
        text = catalogue.ngettext("{distance} mile", "{distance} miles", tenths // 10)
    else:
        text = catalogue.gettext("{distance} km")
    return text.format(distance=said)


def minutes_words(minutes: int, language: str, locale: str) -> str:
    """Return how long something takes: ``3 h 50``, ``45 min``."""
    hours, rest = divmod(minutes, 60)
    _ = words(language).gettext
    if not hours:
        return _("{minutes} min").format(minutes=number(rest, locale))
    if not rest:
        return _("{hours} h").format(hours=number(hours, locale))
    return _("{hours} h {minutes}").format(hours=number(hours, locale), minutes=f"{rest:02}")
