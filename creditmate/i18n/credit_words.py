"""Words of credit before the sale: what was looked at, what is missing, what stands open."""

from collections.abc import Mapping
from datetime import date

from creditmate.domain.credit_checks import Check, CheckLine, Checklist, CheckRow, Result
from creditmate.domain.credit_limits import Exposure
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import day_in_table, money

_CHECKS: Mapping[Check, str] = {
    Check.NUMBERS: N_("Numbers can be right"),
    Check.REFERENCE: N_("References taken up"),
    Check.SEARCH: N_("Register or search looked at"),
    Check.BANK: N_("Bank asked"),
    Check.LIMIT: N_("Limit decided"),
    Check.REVIEW: N_("Limit looked at again"),
}
_RESULTS: Mapping[Result, str] = {
    Result.GOOD: N_("good"),
    Result.DOUBTFUL: N_("doubtful"),
    Result.BAD: N_("bad"),
}


def check_words(kind: Check, language: str) -> str:
    """Return what is looked at."""
    return words(language).gettext(_CHECKS[kind])


def result_words(result: Result, language: str) -> str:
    """Return what it showed."""
    return words(language).gettext(_RESULTS[result])


def check_line(line: CheckLine, language: str, locale: str, as_at: date) -> str:
    """Return how a line of the list stands, and on what that rests."""
    _ = words(language).gettext
    if line.result is None:
        return _("not yet")
    said = result_words(line.result, language)
    if line.by_program:
        return _("{result}, by their check digits").format(result=said)
    return "; ".join(check_row(row, language, locale, as_at) for row in line.rows)


def check_row(row: CheckRow, language: str, locale: str, as_at: date) -> str:
    """Return what was looked at, when and by whom: ``Oak & Co: good, 3 Nov, pays in time``."""
    _ = words(language).gettext
    parts = [result_words(row.result, language)]
    if row.limit is not None:
        parts = [money(row.limit, locale, symbol=True)]
    parts.append(day_in_table(row.day, locale, as_at))
    if row.staff:
        parts.append(_("by {name}").format(name=row.staff))
    parts += [row.note] if row.note else []
    said = ", ".join(parts)
    return _("{what}: {why}").format(what=row.about, why=said) if row.about else said


def checks_line(found: Checklist, language: str, locale: str, as_at: date) -> str:
    """Return who decided the limit, when to look again, and what is missing, in one line."""
    _ = words(language).gettext
    said = []
    decided = next((line.rows for line in found.lines if line.kind is Check.LIMIT), ())
    if decided:
        day = day_in_table(decided[0].day, locale, as_at)
        name = decided[0].staff or "–"
        said.append(_("limit decided by {name} on {day}").format(name=name, day=day))
    if found.review_day is not None:
        day = day_in_table(found.review_day, locale, as_at)
        words_ = (
            _("look at it again since {day}")
            if found.review_day <= as_at
            else _("look at it again on {day}")
        )
        said.append(words_.format(day=day))
    if found.missing:
        missing = ", ".join(check_words(kind, language) for kind in found.missing)
        said.append(_("not yet: {checks}").format(checks=missing))
    return "; ".join(said)


def exposure_line(exposure: Exposure, language: str, locale: str) -> str:
    """Return what would be lost, with the work that is in it and not invoiced."""
    _ = words(language).gettext
    said = money(exposure.total, locale, symbol=True)
    if not exposure.work:
        return said
    work = money(exposure.work, locale, symbol=True)
    return _("{amount}, of which {work} is not invoiced yet").format(amount=said, work=work)
