"""How a visit stands, in a tag: the gravest thing that is still to be done about it."""

from creditmate.domain.visit_standing import VisitStanding
from creditmate.domain.visits import VisitState
from creditmate.i18n.catalogue import words
from creditmate.ui.kit.tag import Tone


def standing_tag(standing: VisitStanding, language: str) -> tuple[str, Tone]:
    """Return what the tag of a visit says, and how much it asks for attention."""
    _ = words(language).gettext
    ended = {
        VisitState.TO_REPORT: (_("To report"), Tone.WARNING),
        VisitState.TO_REBOOK: (_("To agree another day"), Tone.WARNING),
        VisitState.REPORTED: (_("Reported"), Tone.POSITIVE),
        VisitState.CANCELLED: (_("Cancelled"), Tone.NEUTRAL),
        VisitState.REFUSED: (_("They prefer no visit"), Tone.NEUTRAL),
    }
    if standing.state in ended:
        return ended[standing.state]
    if standing.agenda_outdated:
        return _("Agenda to send again"), Tone.WARNING
    if standing.agenda is None:
        return _("Agenda not sent yet"), Tone.WARNING
    if standing.needs_confirming:
        return _("Not confirmed yet"), Tone.WARNING
    return _("Confirmed"), Tone.POSITIVE
