"""That nobody was met who decides, and what comes next, in a sentence or two."""

from collections.abc import Mapping
from datetime import date

from creditmate.domain.visits import VisitEventKind
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import day_in_note
from creditmate.services.visit_attempts import VisitAttempt, VisitCancelled

_SAID: Mapping[VisitEventKind, str] = {
    VisitEventKind.NOBODY: N_("Nobody was there on {day}."),
    VisitEventKind.DEPUTY: N_("Only a deputy was there on {day}."),
    VisitEventKind.REFUSED: N_("They did not wish the visit on {day}."),
}
_UNDONE: Mapping[VisitEventKind, str] = {
    VisitEventKind.NOBODY: N_("Take back that nobody was there"),
    VisitEventKind.DEPUTY: N_("Take back that only a deputy was there"),
    VisitEventKind.REFUSED: N_("Take back that it was not wished"),
}


def attempt_words(attempt: VisitAttempt, language: str, locale: str, today: date) -> str:
    """Return what happened, whom we met, what was said, and which next step was set."""
    _ = words(language).gettext
    said = [_(_SAID[attempt.kind]).format(day=day_in_note(attempt.day, locale, today))]
    if attempt.with_name:
        said.append(_("We met {name}.").format(name=attempt.with_name))
    if attempt.note:
        said.append(_("“{words}”").format(words=attempt.note))
    said.append(next_words(attempt, language, locale, today))
    return " ".join(part for part in said if part)


def cancelled_words(cancelled: VisitCancelled, language: str, locale: str, today: date) -> str:
    """Return that a visit was cancelled, when, and why."""
    text = words(language).gettext("Cancelled on {day}: {because}")
    day = day_in_note(cancelled.day, locale, today)
    return text.format(day=day, because=cancelled.because)


def next_words(attempt: VisitAttempt, language: str, locale: str, today: date) -> str:
    """Return which next step was set; '' where it is the visit itself."""
    if attempt.next_day is None:
        return ""
    text = words(language).gettext("Next step: {day}.")
    return text.format(day=day_in_note(attempt.next_day, locale, today))


def take_back_words(kind: VisitEventKind, language: str) -> str:
    """Return what it is called to take an attempt back."""
    return words(language).gettext(_UNDONE[kind])
