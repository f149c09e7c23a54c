"""Why interest cannot be charged, waived or worked out, in words."""

from collections.abc import Mapping
from datetime import date

from creditmate.domain.errors import UserError
from creditmate.domain.holds import HoldKind
from creditmate.domain.interest_basis import Basis
from creditmate.domain.interest_refusals import InterestWhy
from creditmate.domain.reference_rates import Series
from creditmate.i18n.bidi import sentences
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import day_short
from creditmate.i18n.interest_law_words import missing_rate
from creditmate.i18n.interest_words import because_words
from creditmate.i18n.standing_words import hold_kind_words

_MESSAGES: Mapping[InterestWhy, str] = {
    InterestWhy.NOT_LATE: N_(
        "{number} is not late and was not paid late: there is no interest on it."
    ),
    InterestWhy.NO_GROUND: N_("No interest may be charged for {number}."),
    InterestWhy.HELD: N_(
        "Nothing is charged for {number} at present: {hold} stops interest. It can be waived."
    ),
    InterestWhy.NOTHING_LEFT: N_("Nothing of the interest on {number} is left to decide."),
    InterestWhy.NONE_MEANT: N_("There is no interest of that kind to decide."),
    InterestWhy.NOT_PAID: N_(
        "{number} is not paid yet: interest goes on. Waive what has come up so far instead."
    ),
    InterestWhy.NO_REASON: N_("Say why: the reason is kept."),
    InterestWhy.SEVERAL: N_("Choose interest, the fixed sum, or both."),
    InterestWhy.DAY_AHEAD: N_(
        "Interest is worked out to {today} at the latest; {day} is still to come."
    ),
    InterestWhy.NOT_UNDONE: N_(
        "This cannot be taken back: it is taken back already, or was charged with a charge note,"
        " which is cancelled instead."
    ),
}


def interest_problem(error: UserError, language: str, locale: str) -> str:
    """Return an ``INTEREST_REFUSED`` in words."""
    why, facts = InterestWhy(str(error.facts["why"])), error.facts
    if why is InterestWhy.RATE_MISSING:
        return _missing(facts, language, locale)
    hold, basis = facts.get("hold"), facts.get("basis")
    days = {name: day for name, day in facts.items() if isinstance(day, date)}
    said = (
        words(language)
        .gettext(_MESSAGES[why])
        .format(
            number=facts.get("number", ""),
            hold=hold_kind_words(hold, language) if isinstance(hold, HoldKind) else "",
            today=day_short(days["today"], locale) if "today" in days else "",
            day=day_short(days["day"], locale) if "day" in days else "",
        )
    )
    if isinstance(basis, Basis):
        return sentences([said, because_words(basis, language, locale)])
    return said


def _missing(facts: Mapping[str, object], language: str, locale: str) -> str:
    series, half, day = (facts[name] for name in ("series", "half", "reference_day"))
    assert isinstance(series, Series)  # noqa: S101 - as it was made
    assert isinstance(half, date)  # noqa: S101 - as above
    assert isinstance(day, date)  # noqa: S101 - as above
    return missing_rate(series, half, day, language, locale)
