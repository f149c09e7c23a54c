"""Why a visit cannot be planned or moved as it is told, in words."""

from collections.abc import Mapping
from datetime import date

from creditmate.domain.errors import UserError
from creditmate.domain.visit_refusals import VisitWhy
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import day_short

_MESSAGES: Mapping[VisitWhy, str] = {
    VisitWhy.UNKNOWN_VISIT: N_("There is no visit {found} that could be meant."),
    VisitWhy.ENDED: N_("Visit {number} has ended: it was reported, refused or cancelled."),
    VisitWhy.DAY_PAST: N_("A visit cannot be planned for {day}: that day has passed."),
    VisitWhy.TOO_FAR: N_("{day} is too far ahead for a visit."),
    VisitWhy.NO_PURPOSE: N_(
        "Say what the visit is for, in one sentence as the customer will read it."
    ),
    VisitWhy.LENGTH: N_("A visit takes {least} to {most} minutes."),
    VisitWhy.TRAVEL: N_("The way there takes 0 to {most} minutes."),
    VisitWhy.DISTANCE: N_("The way there and back is 0 to {most} long."),
    VisitWhy.NO_NAME: N_("Say who it is: everybody who takes part has a name."),
    VisitWhy.TWICE: N_("{found} takes part already."),
    VisitWhy.NOT_THEIRS: N_("{found} is not this customer's."),
    VisitWhy.NO_WHAT: N_("Say what it is: nothing on the agenda is without words."),
    VisitWhy.NOT_OPEN: N_("This is not open with the customer: {found}."),
    VisitWhy.AGENDA_TOO_LONG: N_(
        "The agenda takes {minutes} minutes, the visit {most}: make one of them fit."
    ),
    VisitWhy.NO_REASON: N_("Say why: the reason is kept."),
    VisitWhy.SAME_TIME: N_("The visit is planned for that day and hour already."),
    VisitWhy.UNKNOWN_STEP: N_("The visit has no such step: {found}."),
    VisitWhy.STEP_IS_REPORT: N_("The report is done by writing it."),
    VisitWhy.STEP_IS_USUAL: N_("This step is usual before a visit: say that it is done instead."),
    VisitWhy.NO_PLACE: N_(
        "“{found}” names no place on the map. Expected degrees such as 51.5074, -0.1278, or a "
        "link copied from a map."
    ),
    VisitWhy.UNKNOWN_ZONE: N_("There is no time zone {found}. Expected such as Europe/Paris."),
    VisitWhy.NO_STEP: N_("Say what is to be done."),
    VisitWhy.STEP_PAST: N_("A step cannot be done by {day}: that day has passed."),
    VisitWhy.STEP_AFTER: N_("A step before the visit is done by its day, {visit}, not on {day}."),
    VisitWhy.NOT_AN_HOUR: N_("Say the hour as well: an agenda needs one."),
    VisitWhy.CANCEL_IT: N_("This belongs to visit {number}: move it, or cancel the visit."),
    VisitWhy.RESTS: N_(
        "This cannot be taken back: it is taken back already, or something was done with it since."
    ),
    VisitWhy.STILL_TO_COME: N_(
        "The visit is planned for {day}, which is still to come. If it took place sooner, move it "
        "to today first."
    ),
    VisitWhy.HELD_BEFORE: N_(
        "{found} is before the day of the visit, {day}: it was held then, or later."
    ),
    VisitWhy.NOT_REPORTED: N_("Visit {number} has no report yet."),
    VisitWhy.NOTHING_ADDED: N_("Say what is to be added: nothing is told yet."),
    VisitWhy.ADDED_SINCE: N_(
        "Something was added to the report of visit {number} since: take that back first."
    ),
    VisitWhy.THANKED: N_(
        "This cannot be taken back: a letter of thanks that tells of it was issued since. Add to "
        "the report instead."
    ),
    VisitWhy.NEVER_TOLD: N_(
        "They were never told of visit {number}: no agenda was sent, and nothing is to be called "
        "off."
    ),
    VisitWhy.DAY_OVER: N_(
        "Visit {number} was to be on {day}, which has passed: nothing is to be called off."
    ),
    VisitWhy.IN_VAIN_ALREADY: N_(
        "That visit {number} was in vain on {day} is put down already. Agree another day, or take "
        "that back first."
    ),
    VisitWhy.NOTHING_SUCH: N_(
        "This is not put down of visit {number}, or something was put down after it: take that "
        "back first."
    ),
}


def visit_problem(error: UserError, language: str, locale: str) -> str:
    """Return a ``VISIT_REFUSED`` in words."""
    facts = {
        name: day_short(value, locale) if isinstance(value, date) else str(value)
        for name, value in error.facts.items()
        if name != "why"
    }
    return words(language).gettext(_MESSAGES[VisitWhy(str(error.facts["why"]))]).format(**facts)
