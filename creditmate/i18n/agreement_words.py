"""Registers in words: how questions were answered, how promises were kept, what is noted."""

from collections.abc import Mapping
from decimal import Decimal

from creditmate.domain.dispute_register import DisputeRow
from creditmate.domain.disputes import DisputeAge, DisputeEventKind
from creditmate.domain.noted import NotedKind, NotedState
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import decimal_figures, number

_OUTCOMES: Mapping[DisputeEventKind, str] = {
    DisputeEventKind.AMENDED: N_("changed"),
    DisputeEventKind.UPHELD: N_("they were right"),
    DisputeEventKind.PART: N_("right in part"),
    DisputeEventKind.REJECTED: N_("not accepted"),
    DisputeEventKind.WITHDRAWN: N_("taken back"),
    DisputeEventKind.SETTLED: N_("settled"),
}
_AGES: Mapping[DisputeAge, str] = {
    DisputeAge.WEEK: N_("up to 7 days"),
    DisputeAge.FORTNIGHT: N_("8 to 14 days"),
    DisputeAge.MONTH: N_("15 to 30 days"),
    DisputeAge.OLDER: N_("over 30 days"),
}
_KINDS: Mapping[NotedKind, str] = {
    NotedKind.OPPORTUNITY: N_("Opportunity"),
    NotedKind.FEEDBACK: N_("Feedback"),
}
_STATES: Mapping[NotedState, str] = {
    NotedState.OPEN: N_("open"),
    NotedState.WAITS: N_("waits for an answer"),
    NotedState.DONE: N_("done"),
    NotedState.DROPPED: N_("nothing came of it"),
}


def dispute_outcome(kind: DisputeEventKind, language: str) -> str:
    """Return how a question was answered."""
    return words(language).gettext(_OUTCOMES[kind])


def dispute_age_words(age: DisputeAge, language: str) -> str:
    """Return how old questions of an age are."""
    return words(language).gettext(_AGES[age])


def dispute_state(row: DisputeRow, language: str, locale: str) -> str:
    """Return for how long a question has been open, or how it was answered."""
    ending, catalogue = row.standing.ending, words(language)
    if ending is not None:
        return dispute_outcome(ending.kind, language)
    days = row.days_open
    text = catalogue.ngettext("open {days} day", "open {days} days", days)
    return text.format(days=number(days, locale))


def average_days_words(days: Decimal | None, locale: str) -> str:
    """Return an average of days; a dash where there is none."""
    return "–" if days is None else decimal_figures(days, 1, locale)


def percent_words(value: Decimal | None, locale: str) -> str:
    """Return how much of a hundred it was; a dash where nothing was there to be counted."""
    return "–" if value is None else f"{decimal_figures(value, 1, locale)} %"


def noted_kind_words(kind: NotedKind, language: str) -> str:
    """Return what something noted is."""
    return words(language).gettext(_KINDS[kind])


def noted_state_words(state: NotedState, language: str) -> str:
    """Return how something noted stands."""
    return words(language).gettext(_STATES[state])
