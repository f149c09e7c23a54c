"""Why payment terms cannot be read, in words: what was found, what was expected."""

from collections.abc import Mapping

from creditmate.domain.errors import UserError
from creditmate.domain.terms_notation import TermsWhy
from creditmate.i18n.catalogue import N_, words

EXAMPLES = (
    "net 30, eom, eom+1, 30 after eom, 30 then eom, 20th next month, on day 19, parts 30/60/90,"
    " 2/10 net 30, on receipt, cod, prepaid"
)
"""The notation by examples; it is the same in every language."""
_MESSAGES: Mapping[TermsWhy, str] = {
    TermsWhy.UNKNOWN: N_(
        "{field}: “{found}” is not understood. Expected one such as {examples}; “next working day”"
        " may follow."
    ),
    TermsWhy.TWO_READINGS: N_(
        "{field}: “{found}” has two readings. An invoice of {day} would be due {one_day} by"
        " “{one}”, and {other_day} by “{other}”. Write the one that was agreed."
    ),
    TermsWhy.BOUNDS: N_(
        "{field}: “{found}”: {part}: found {number}, expected a whole number from {low} to {high}."
    ),
    TermsWhy.ORDER: N_("{field}: “{found}”: each part has to be due later than the one before it."),
    TermsWhy.SHARES: N_("{field}: “{found}”: the parts are {sum} % together, expected 100 %."),
    TermsWhy.PERCENT: N_(
        "{field}: “{found}”: a discount of {number} %, expected more than 0 and less than 100, with"
        " at most four decimals."
    ),
    TermsWhy.DISCOUNT_ON_PARTS: N_(
        "{field}: “{found}”: a discount for paying early needs one due day; with parts it is not"
        " clear what early is."
    ),
}
_PARTS: Mapping[str, str] = {
    "days": N_("days"),
    "months": N_("months"),
    "day of month": N_("day of the month"),
    "cut-off": N_("cut-off day"),
    "discount days": N_("days for the discount"),
    "share": N_("share of a part"),
    "number of instalments": N_("number of parts"),
}


def terms_problem(error: UserError, language: str) -> str:
    """Return the message of ``BAD_TERMS``, its facts still to be filled in."""
    _ = words(language).gettext
    message = _(_MESSAGES[TermsWhy(str(error.facts["why"]))])
    part = str(error.facts.get("part", ""))
    said = _(_PARTS[part]) if part in _PARTS else ""
    return message.replace("{part}", said).replace("{examples}", EXAMPLES)
