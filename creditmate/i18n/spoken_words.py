"""Words about a talk earlier on the same day."""

from creditmate.domain.spoken_today import SpokenToday
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import hour

_SPOKEN = {
    (True, True): N_("{by} spoke with {name} today already, at {hour}."),
    (True, False): N_("{by} spoke with them today already, at {hour}."),
    (False, True): N_("{name} was spoken with today already, at {hour}."),
    (False, False): N_("They were spoken with today already, at {hour}."),
}
"""By whether it is known who of us it was, and who of theirs."""


def spoken_today_words(spoken: SpokenToday, language: str, locale: str) -> str:
    """Return when and by whom somebody was spoken with today: ``Sue spoke with Ann …``."""
    text = words(language).gettext(_SPOKEN[bool(spoken.by), bool(spoken.with_name)])
    at = hour(spoken.at, locale)
    return text.format(by=spoken.by, name=spoken.with_name, hour=at)
