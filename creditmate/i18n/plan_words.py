"""Payment plans and more time, in words."""

from collections.abc import Mapping

from creditmate.domain.extensions import ExtensionState
from creditmate.domain.plan_terms import Every, Meanwhile, Rhythm
from creditmate.domain.plan_warnings import (
    EXEMPT_MONTHS,
    EXEMPT_PARTS,
    PlanWarning,
    PlanWarningKind,
)
from creditmate.domain.plans import InstalmentState, PlanState
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import money

_STATES: Mapping[PlanState, str] = {
    PlanState.RUNNING: N_("as we agreed"),
    PlanState.KEPT: N_("kept so far"),
    PlanState.CURED: N_("kept, one part late"),
    PlanState.CHECK_BANK: N_("check the bank"),
    PlanState.PAUSED: N_("waits: under query, or said to be paid"),
    PlanState.MISSED: N_("a part has not come"),
    PlanState.DEFAULTED: N_("ended, a part stayed out"),
    PlanState.COMPLETED: N_("paid"),
    PlanState.PAID_EARLY: N_("paid early"),
    PlanState.FALLEN_AWAY: N_("not needed any more"),
    PlanState.CANCELLED: N_("ended"),
    PlanState.REPLACED: N_("replaced by another plan"),
}
_PARTS: Mapping[InstalmentState, str] = {
    InstalmentState.OPEN: N_("to come"),
    InstalmentState.CHECK_BANK: N_("check the bank"),
    InstalmentState.PAUSED: N_("under query, or said to be paid"),
    InstalmentState.MISSED: N_("date passed"),
    InstalmentState.DEFAULTED: N_("stayed out"),
    InstalmentState.PAID: N_("paid"),
    InstalmentState.CURED: N_("paid a little late"),
    InstalmentState.PAID_LATE: N_("paid late"),
    InstalmentState.FALLEN_AWAY: N_("not needed any more"),
    InstalmentState.ENDED: N_("ended with the plan"),
}
_EVERY: Mapping[Every, str] = {
    Every.WEEK: N_("every week"),
    Every.TWO_WEEKS: N_("every two weeks"),
    Every.FOUR_WEEKS: N_("every four weeks"),
    Every.MONTH: N_("every month"),
    Every.TWICE_A_MONTH: N_("twice a month"),
    Every.DATES: N_("on agreed days"),
}
_EXTENSIONS: Mapping[ExtensionState, str] = {
    ExtensionState.RUNNING: N_("as we agreed"),
    ExtensionState.PAID: N_("paid"),
    ExtensionState.PASSED: N_("date passed"),
    ExtensionState.WITHDRAWN: N_("withdrawn"),
    ExtensionState.REPLACED: N_("given anew"),
}
_INTEREST: Mapping[Meanwhile, str] = {
    Meanwhile.RUNS: N_("interest runs on"),
    Meanwhile.WAIVED: N_("no interest meanwhile"),
}


def plan_state_words(state: PlanState, language: str) -> str:
    """Return how a plan stands."""
    return words(language).gettext(_STATES[state])


def instalment_state_words(state: InstalmentState, language: str) -> str:
    """Return how a part of a plan stands."""
    return words(language).gettext(_PARTS[state])


def extension_state_words(state: ExtensionState, language: str) -> str:
    """Return how time that was given stands."""
    return words(language).gettext(_EXTENSIONS[state])


def every_words(every: Every, language: str) -> str:
    """Return how often a part is paid."""
    return words(language).gettext(_EVERY[every])


def rhythm_words(rhythm: Rhythm, language: str) -> str:
    """Return how often a part is paid, with the days of the month where they were named."""
    said = every_words(rhythm.every, language)
    if not rhythm.days:
        return said
    days = ", ".join(map(str, rhythm.days))
    return words(language).gettext("{rhythm} ({days})").format(rhythm=said, days=days)


def meanwhile_words(meanwhile: Meanwhile, language: str) -> str:
    """Return what becomes of interest while an arrangement is kept."""
    return words(language).gettext(_INTEREST[meanwhile])


_WARNINGS = {
    PlanWarningKind.IN_QUESTION: N_("{amount} under query is not part of the plan."),
    PlanWarningKind.RECEIVED: N_(
        "{amount} has come and is matched to nothing: it is taken off what is owed."
    ),
    PlanWarningKind.BRANCHES: N_(
        "What the branches owe is not in it: {amount} overdue stays open. Each branch agrees to a"
        " plan of its own."
    ),
    PlanWarningKind.REPLACES: N_("It takes the place of plan {number}."),
}


def plan_warning_words(warning: PlanWarning, language: str, locale: str) -> str:
    """Return what to think of before a plan is agreed, as a sentence."""
    catalogue = words(language)
    _, count = catalogue.gettext, warning.count
    amount = "" if warning.money is None else money(warning.money, locale, symbol=True)
    match warning.kind:
        case PlanWarningKind.CREDIT_LAW:
            return _(
                "As far as the customer is a person, a sole trader or a small partnership: an"
                " agreement is exempt from consumer credit law only with at most {parts} parts"
                " within {months} months and without interest or charges. Ask somebody who knows"
                " before you agree."
            ).format(parts=EXEMPT_PARTS, months=EXEMPT_MONTHS)
        case PlanWarningKind.BEYOND:
            return catalogue.ngettext(
                "More than {count} part goes beyond what is agreed without asking: it needs a"
                " reason, which is kept.",
                "More than {count} parts go beyond what is agreed without asking: it needs a"
                " reason, which is kept.",
                count,
            ).format(count=count)
        case (
            PlanWarningKind.IN_QUESTION
            | PlanWarningKind.RECEIVED
            | PlanWarningKind.BRANCHES
            | PlanWarningKind.REPLACES
        ):
            return _(_WARNINGS[warning.kind]).format(amount=amount, number=warning.plan)
        case PlanWarningKind.PROMISED:
            return catalogue.ngettext(
                "{count} promise about the same items ends: the plan takes its place.",
                "{count} promises about the same items end: the plan takes their place.",
                count,
            ).format(count=count)
        case PlanWarningKind.NOT_DUE:
            return catalogue.ngettext(
                "{count} of the items is not due yet.",
                "{count} of the items are not due yet.",
                count,
            ).format(count=count)
