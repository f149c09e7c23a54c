"""Words of the Statements place: why somebody is left out, how statements go."""

from datetime import date

from creditmate.domain.statement_choice import Carriage, LeftOut, Reason
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import day_in_note

_REASONS = {
    LeftOut.CEASED: N_("Said to have ceased trading"),
    LeftOut.IN_CREDIT: N_("In credit"),
    LeftOut.IN_DISPUTE: N_("All in dispute"),
    LeftOut.PROMISED: N_("By arrangement"),
    LeftOut.SAID_PAID: N_("Said to be paid"),
    LeftOut.SMALL: N_("Small balance"),
    LeftOut.DECEASED: N_("Deceased"),
    LeftOut.INSOLVENT: N_("Insolvent"),
    LeftOut.BREATHING_SPACE: N_("Breathing space"),
    LeftOut.HARDSHIP: N_("Hardship"),
    LeftOut.OURS: N_("Left in peace"),
    LeftOut.WITH_AGENCY: N_("With the agency"),
    LeftOut.FRIEND: N_("A friend"),
    LeftOut.AT_HEAD_OFFICE: N_("On the head office's"),
    LeftOut.NO_WAY: N_("Wants neither e-mails nor letters"),
    LeftOut.HELD: N_("Disputed or promised"),
}
_CARRIAGES = {
    Carriage.EMAIL: N_("E-mail"),
    Carriage.POST: N_("Post"),
    Carriage.NONE: N_("No way left"),
}


def left_out_words(reason: Reason, language: str, locale: str, as_at: date) -> str:
    """Return why a customer is left out: ``All in dispute``, ``Promised by 27 Nov``."""
    _ = words(language).gettext
    if reason.why is LeftOut.PROMISED and reason.day is not None:
        return _("Promised by {day}").format(day=day_in_note(reason.day, locale, as_at))
    return _(_REASONS[reason.why])


def carriage_words(carriage: Carriage, language: str) -> str:
    """Return how a statement goes."""
    return words(language).gettext(_CARRIAGES[carriage])
