"""Words of what may come of a call besides promises, and of what is in the way."""

from creditmate.domain.barriers import Barrier
from creditmate.domain.call_extras import Besides
from creditmate.domain.contact_details import Told
from creditmate.domain.plan_terms import Meanwhile
from creditmate.i18n.before_words import told_title
from creditmate.i18n.casing import capital
from creditmate.i18n.catalogue import N_, words

_BESIDES = {
    Besides.BARRIER: N_("In the way"),
    Besides.QUERY: N_("Under query"),
    Besides.PLAN: N_("Plan"),
    Besides.TIME: N_("More time"),
    Besides.TOLD: N_("Told them"),
    Besides.OPPORTUNITY: N_("Opportunity"),
    Besides.FEEDBACK: N_("Feedback"),
    Besides.SATISFACTION: N_("How satisfied?"),
}
_BARRIERS = {
    Barrier.NOT_RECEIVED: N_("Not received"),
    Barrier.ORDER_NUMBER: N_("Order number"),
    Barrier.APPROVAL: N_("Approval"),
    Barrier.CASH: N_("Cash"),
    Barrier.DISPUTE: N_("A query"),
    Barrier.OTHER: N_("Something else"),
}
_INTEREST = {
    Meanwhile.RUNS: N_("interest runs"),
    Meanwhile.WAIVED: N_("no interest"),
}


def interest_title(meanwhile: Meanwhile, language: str) -> str:
    """Return what becomes of interest meanwhile, where there is little room."""
    return words(language).gettext(_INTEREST[meanwhile])


def besides_title(besides: Besides, language: str) -> str:
    """Return what can be filled in besides: ``More time``."""
    return words(language).gettext(_BESIDES[besides])


def barrier_title(barrier: Barrier, language: str) -> str:
    """Return what is in the way: ``Order number``."""
    return words(language).gettext(_BARRIERS[barrier])


def told_chip(told: Told, language: str) -> str:
    """Return what they were told, standing by itself: ``The due day``."""
    return capital(told_title(told, language))
