"""What happened to visits before they took place, in the words of a customer's story."""

from collections.abc import Mapping, Sequence
from datetime import date

from creditmate.domain.story import InVain, Talk, VisitMoved, VisitPlanned
from creditmate.domain.visits import VisitChange, VisitEventKind
from creditmate.i18n.bidi import sentences
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import day_in_table
from creditmate.i18n.story_account_words import Told

_TITLES: Mapping[VisitEventKind, str] = {
    VisitEventKind.AGENDA_SENT: N_("Agenda of visit {number} sent"),
    VisitEventKind.CONFIRMED: N_("Visit {number} confirmed"),
    VisitEventKind.RECONFIRMED: N_("Visit {number} confirmed again"),
    VisitEventKind.MOVED: N_("Visit {number} moved"),
    VisitEventKind.CANCELLED: N_("Visit {number} cancelled"),
}
_CHANGED: Mapping[VisitChange, str] = {
    VisitChange.PLACE: N_("Visit {number} changed: where it is, or how long it takes"),
    VisitChange.WORDS: N_("Visit {number} changed: what its agenda says"),
}


_IN_VAIN: Mapping[VisitEventKind, str] = {
    VisitEventKind.NOBODY: N_("Visit: nobody was there"),
    VisitEventKind.DEPUTY: N_("Visit: only a deputy was there"),
    VisitEventKind.REFUSED: N_("Visit: they did not wish it"),
}


def in_vain_title(in_vain: InVain, language: str) -> str:
    """Return how a visit ended that was no conversation with somebody who decides."""
    return words(language).gettext(_IN_VAIN[in_vain.kind])


def in_vain_words(talk: Talk, language: str, locale: str, as_at: date) -> Sequence[str]:
    """Return whom we met on it, and which day was agreed instead; nothing of any other contact."""
    _ = words(language).gettext
    if talk.in_vain is None:
        return ()
    met = _("We met {name}.").format(name=talk.with_name) if talk.with_name else ""
    day = talk.in_vain.instead
    instead = day and _("Agreed instead for {day}.").format(day=day_in_table(day, locale, as_at))
    return met, instead or ""


def visit_moved_words(event: VisitMoved, language: str, locale: str, as_at: date) -> Told:
    """Return what happened to a visit, and of which day it was."""
    _ = words(language).gettext

    def shown(day: date) -> str:
        return day_in_table(day, locale, as_at)

    if event.moved is not None:
        day, other = map(shown, event.moved)
        about = _("From {day} to {other}.").format(day=day, other=other)
    else:
        about = _("Planned for {day}.").format(day=shown(event.visit_day))
    said = _TITLES[event.kind] if event.change is None else _CHANGED[event.change]
    title = _(said).format(number=event.number)
    return Told(title, sentences((about, event.by_whom, event.note)))


def visit_planned_words(event: VisitPlanned, language: str, locale: str, as_at: date) -> Told:
    """Return that a visit was planned, and for which day at first."""
    _ = words(language).gettext
    title = _("Visit {number} planned").format(number=event.number)
    return Told(title, _("For {day}.").format(day=day_in_table(event.visit_day, locale, as_at)))
