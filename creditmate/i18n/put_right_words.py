"""Words about what came of a contact that is put right: what ended with it, and what stands."""

from collections.abc import Iterable

from creditmate.domain.put_right import InContact, Made
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import day_spoken

_WHAT = {
    Made.EXTENSION: N_("More time until {day}"),
    Made.PLAN: N_("The plan {name}"),
    Made.DISPUTE: N_("The query on {name}"),
}
_HOW_TO_END = {
    Made.EXTENSION: "more-time --withdraw {id} --because …",
    Made.PLAN: "plan --cancel {name} --because …",
    Made.DISPUTE: "dispute --end {id} --outcome withdrawn",
}


def ended_words(ended: Iterable[InContact], language: str, locale: str) -> list[str]:
    """Return what ended with a contact that was put right."""
    text = words(language).gettext("{what} ends with it.")
    return [text.format(what=_what(one, language, locale)) for one in ended]


def stands_words(standing: Iterable[InContact], language: str, locale: str) -> list[str]:
    """Return what stands although the contact that it came of was put right."""
    text = words(language).gettext("{what} stands all the same.")
    return [text.format(what=_what(one, language, locale)) for one in standing]


def command_to_end(one: InContact) -> str:
    """Return how it is ended on the command line."""
    return _HOW_TO_END[one.what].format(id=one.id, name=one.name)


def _what(one: InContact, language: str, locale: str) -> str:
    day = "" if one.day is None else day_spoken(one.day, locale)
    return words(language).gettext(_WHAT[one.what]).format(day=day, name=one.name)
