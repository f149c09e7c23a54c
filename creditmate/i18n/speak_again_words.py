"""What was agreed with somebody who cannot pay: to speak again about what is possible."""

from datetime import date

from creditmate.domain.work_reasons import Reason
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import day_in_note

_REASONS = {
    (False, False): N_("Speak again about what is possible"),
    (True, False): N_("Speak again at {at} about what is possible"),
    (False, True): N_("Speak again about what is possible: {words}"),
    (True, True): N_("Speak again at {at} about what is possible: {words}"),
}
_OF_MEMBER = {
    (False, False): N_("Speak again with {who} about what is possible"),
    (True, False): N_("Speak again with {who} at {at} about what is possible"),
    (False, True): N_("Speak again with {who} about what is possible: {words}"),
    (True, True): N_("Speak again with {who} at {at} about what is possible: {words}"),
}
"""By whether an hour and a note were given; with whom it was agreed, where that is said."""


def speak_again_message(reason: Reason, language: str) -> str:
    """Return the reason's message, its facts still to be filled in."""
    _ = words(language).gettext
    texts = _OF_MEMBER if reason.house or reason.named else _REASONS
    text = _(texts[reason.at is not None, bool(reason.words)])
    if reason.days:
        text = _("{what}, agreed for {day}").replace("{what}", text)
    if reason.their_at is None:
        return text
    return _("{what} (their {their_at})").replace("{what}", text)


def speak_again_mark(reason: Reason, language: str, locale: str, as_at: date) -> str:
    """Return in the fewest words that they are spoken with again, and when."""
    _ = words(language).gettext
    if reason.days and reason.day is not None:
        day = day_in_note(reason.day, locale, as_at)
        return _("Speak again, agreed for {day}").format(day=day)
    if reason.at is not None:
        return _("Speak again at {at}").format(at=reason.at.strftime("%H:%M"))
    return _("Speak again as agreed")
