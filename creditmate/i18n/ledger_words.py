"""Why a ledger was not opened, and what is stopped by leaving one, in words."""

from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import number
from creditmate.i18n.place_problems import is_about_place, place_reason
from creditmate.i18n.problems import problem_words


def refused_words(error: UserError, language: str, locale: str) -> tuple[str, str]:
    """Return why a ledger was not opened, and what more there is to say; empty for nothing."""
    _ = words(language).gettext
    path = str(error.facts.get("path", ""))
    if error.problem is Problem.LEDGER_MISSING:
        title = _("The ledger {path} is not there any more").format(path=path)
        return title, _("It may have been moved or renamed, or its disk is not connected.")
    if error.problem is Problem.LEDGER_IN_USE:
        to_do = _("Nothing is wrong with it. Close it there, then open it here again.")
        return f"{problem_words(error, language, locale)} {to_do}", ""
    if is_about_place(error.problem):
        title = _("The ledger {path} was not opened where it lies").format(path=path)
        return title, place_reason(error, language)
    return problem_words(error, language, locale), ""


def progress_words(name: str, done: int, total: int, language: str, locale: str) -> str:
    """Return how far something is; its name alone while nobody knows how much there is."""
    if not total:
        return name
    text = words(language).gettext("{name}: {done} of {total}")
    return text.format(name=name, done=number(done, locale), total=number(total, locale))
