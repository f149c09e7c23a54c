"""What is offered below the note of a call that came in: who it may be, and what was parked."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from creditmate.domain.callers import Caller, Why
from creditmate.domain.folding import is_telephone
from creditmate.i18n.catalogue import words
from creditmate.i18n.contact_made_words import match_words
from creditmate.i18n.formats import day_in_table, hour
from creditmate.services.incoming import Parked
from creditmate.ui.command import Command
from creditmate.ui.search.lines import Line
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.wishes import StartCall

_DOT = " · "
_SHOWN = 8
"""Customers offered at once: whoever is on the telephone can say another word."""
_GLYPHS = {
    Why.PHONE: Glyph.CALL,
    Why.PHONE_PART: Glyph.CALL,
    Why.PAPER: Glyph.INVOICE,
    Why.PAPER_LIKE: Glyph.INVOICE,
    Why.ORDER: Glyph.INVOICE,
    Why.AMOUNT: Glyph.PAYMENT,
    Why.EMAIL: Glyph.EMAIL,
}


def caller_lines(found: Sequence[Caller], typed: str, language: str, locale: str) -> list[Line]:
    """Return who may be calling, each with why; a sentence where it is nobody known."""
    _ = words(language).gettext
    lines = [
        Line(
            one.name,
            _DOT.join(match_words(match, language, locale) for match in one.matches[:2]),
            _GLYPHS.get(one.sure, Glyph.CUSTOMERS),
            one.code,
            does=StartCall(one.code, incoming=True),
        )
        for one in found[:_SHOWN]
    ]
    if is_telephone(typed):
        unknown = _(
            "No such number: “{typed}” is on file for nobody. Once you know who it is, it goes into"
            " the notes."
        )
        return lines or [Line(unknown.format(typed=typed.strip()))]
    nobody = _("Nobody is found by “{typed}”. What you note is kept all the same.")
    return lines or [Line(nobody.format(typed=typed.strip()))]


def parked_lines(
    parked: Sequence[Parked], resume: Callable[[Parked], object], language: str, locale: str,
    today: date,
) -> list[Line]:  # fmt: skip
    """Return the talks that wait for their customer, under a title; nothing where there is none."""
    _ = words(language).gettext
    if not parked:
        return []
    lines = [Line(_("Waiting for their customer"))]
    for one in parked:
        begun = one.begun_at.astimezone()
        at = hour(begun, locale)
        if begun.date() != today:
            at = _DOT.join((day_in_table(begun.date(), locale, today), at))
        said = one.typed.notes or one.typed.find or one.typed.with_name
        text = one.typed.with_name or one.typed.find or _("Somebody")
        does = Command(text, Glyph.NOTE, partial(resume, one))
        lines.append(Line(text, " ".join(said.split()), Glyph.NOTE, at, does=does))
    return lines
