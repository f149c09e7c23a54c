"""Why a plan or more time cannot be agreed as it is told, in words."""

from collections.abc import Mapping, Sequence
from datetime import date

from creditmate.domain.errors import UserError
from creditmate.domain.money import Money
from creditmate.domain.plan_refusals import PlanWhy
from creditmate.domain.plans import PlanState
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import day_short, money
from creditmate.i18n.plan_words import plan_state_words

_MESSAGES: Mapping[PlanWhy, str] = {
    PlanWhy.NOTHING_OPEN: N_("Nothing is open that could be paid in parts or given more time."),
    PlanWhy.NOT_OPEN: N_("This is not open with the customer: {found}."),
    PlanWhy.IN_QUESTION: N_(
        "{numbers}: all of it is under query or said to be paid. Nothing under query is in a plan;"
        " answer the query first, or leave it out."
    ),
    PlanWhy.IN_A_PLAN: N_(
        "It is in plan {number} already. Let the new plan take its place, or end it first."
    ),
    PlanWhy.SEVERAL_CURRENCIES: N_(
        "It is open in several currencies: name the invoices, one plan for each currency."
    ),
    PlanWhy.OTHER_CURRENCY: N_("Nothing of what is meant is open in {currency}."),
    PlanWhy.TOO_MUCH: N_(
        "{amount} cannot be agreed: it has to be above zero and no more than {most}, which is open"
        " and not under query."
    ),
    PlanWhy.HOW_CUT: N_(
        "Say how it is cut: how many parts, or how much a part, or on which days of their own."
    ),
    PlanWhy.TOO_MANY_PARTS: N_("No more than {most} parts."),
    PlanWhy.PART_TOO_SMALL: N_("A part would be nothing: take fewer parts."),
    PlanWhy.DOWN_TOO_MUCH: N_(
        "What is paid down, or promised first, has to be less than all of it."
    ),
    PlanWhy.NO_FIRST: N_("Say when the first part is paid."),
    PlanWhy.FIRST_PAST: N_("The first part cannot be on {day}: that day has passed."),
    PlanWhy.TOO_FAR: N_("{day} is too far ahead for a plan."),
    PlanWhy.DAYS_OF_MONTH: N_(
        "Say one day of the month for a part a month, two different ones for two, from 1 to 31."
    ),
    PlanWhy.DATES_TURNED: N_("Each part has to be on a later day than the one before."),
    PlanWhy.CURE_DAYS: N_("The days until we write are 0 to {most}."),
    PlanWhy.NO_REASON: N_("Say why: the reason is kept."),
    PlanWhy.BEYOND: N_(
        "More than {parts} parts go beyond what is agreed without asking. Say why, or who agreed:"
        " the reason is kept."
    ),
    PlanWhy.UNKNOWN_PLAN: N_("There is no plan {found} that could be meant."),
    PlanWhy.NOT_RUNNING: N_("Plan {number} has ended: {state}."),
    PlanWhy.NOT_IN_DEFAULT: N_(
        "Only a plan that has ended, by hand or because of a missed part, is taken up again."
        " Plan {number}: {state}."
    ),
    PlanWhy.SIGNED_ALREADY: N_("The agreement of plan {number} has come back already."),
    PlanWhy.RESTS: N_(
        "This cannot be taken back: it is taken back already, or something was done with it since."
    ),
    PlanWhy.BEGUN: N_(
        "What they promised is how plan {number} begins. End that plan first, put this right, and"
        " agree the plan anew."
    ),
    PlanWhy.PART_OF_PLAN: N_(
        "What is overdue is in plan {number}: more time is not given for a part of a plan. Put down"
        " the day that they name for the part as a promise, or agree a new plan in its place. For"
        " something else, name the invoices."
    ),
    PlanWhy.NO_DAY: N_("Say until when: --to."),
    PlanWhy.TO_PAST: N_("More time has to end after {today}; {day} is none."),
    PlanWhy.UNKNOWN_EXTENSION: N_("There is no such time given: {found}."),
    PlanWhy.EXTENSION_ENDED: N_("That time has ended already."),
}


def plan_problem(error: UserError, language: str, locale: str) -> str:
    """Return a ``PLAN_REFUSED`` in words."""
    facts = {
        name: _said(name, value, language, locale)
        for name, value in error.facts.items()
        if name != "why"
    }
    return words(language).gettext(_MESSAGES[PlanWhy(str(error.facts["why"]))]).format(**facts)


def _said(name: str, value: object, language: str, locale: str) -> str:
    if isinstance(value, Money):
        return money(value, locale, symbol=True)
    if isinstance(value, date):
        return day_short(value, locale)
    if name == "state":
        return plan_state_words(PlanState(str(value)), language)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(map(str, value))
    return str(value)
