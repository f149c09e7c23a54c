"""How far the day is: of Today's head, which is painted before there are any lines."""

from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import number


def progress_words(done: int, left: int, language: str, locale: str) -> str:
    """Return how far the day is: ``12 to go``; ``2 done, 12 to go``; ``All 14 done``."""
    _ = words(language).gettext
    if not done:
        return _("{left} to go").format(left=number(left, locale))
    if not left:
        return _("All {count} done").format(count=number(done, locale))
    text = _("{done} done, {left} to go")
    return text.format(done=number(done, locale), left=number(left, locale))
