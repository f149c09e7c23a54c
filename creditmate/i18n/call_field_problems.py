"""What the command line says of a contact that cannot be recorded as it was given."""

from collections.abc import Mapping
from datetime import date

from creditmate.domain.errors import UserError
from creditmate.i18n.catalogue import N_, words

_CALL_FIELDS: Mapping[str, str] = {
    "with": N_("--with: say whom you spoke to."),
    "note": N_("--note: say in a few words what was said."),
    "next": N_(
        "--next or --none-because: every call ends with a next step, today or later, or with the"
        " reason why there is none (one of the two)."
    ),
    "promise": N_("--promise: “{found}” must be more than nothing."),
    "by": N_("--promise and --by go together, and the day must not have passed."),
    "we-by": N_("--we-promise and --we-by go together, and the day must not have passed."),
    "paid": N_(
        "--paid-on, --method, --reference and --amount go with the outcome payment_sent, not with"
        " “{found}”."
    ),
    "replaces": N_("--replaces: nothing was promised before that it could take the place of."),
    "we-did": N_("--we-did: nothing that we promised this customer is waiting to be done."),
    "outcome": N_("--outcome: “{found}” does not go with what was said, or with the way it was."),
    "no-promise": N_("--promise and --by: what they will pay, and by when."),
    "no-outcome": N_("--outcome: say how it ended, or --no-answer."),
    "override": N_("{what} Say --override with the reason if it is to be all the same."),
    "no-channel": N_(
        "--channel: by which way was it? One of call, email, letter, text, meeting, visit."
    ),
    "channel": N_("--channel: “{found}” is no way of being in contact that is known here."),
    "next-at": N_("--next-at goes with --next: the hour of which day?"),
    "hour-passed": N_("--next-at: that hour has passed today, by their clock."),
    "confirm": N_("Nobody was spoken with: there is nothing to confirm."),
    "satisfaction": N_("--satisfaction: “{found}” is not between 1 and 5."),
    "barrier": N_("--barrier: with “{found}” nobody said what keeps them from paying."),
    "day": N_("--day: {found} has not come yet."),
    "correction": N_("Say what is to be put right: how it ended, what was said, or the promise."),
    "why": N_("--because: say why; it stays with both customers' stories."),
    "to": N_("--to: it is with {found} already."),
    "corrects": N_("--corrects: no contact of this customer has the number {found}."),
    "entries": N_("--about: “{found}” is not open with this customer."),
}

_NEXT_HAS_PASSED = N_(
    "--next: {found} has passed. The next step is today or later; a day without a year is the next"
    " one there is."
)


def call_field_words(error: UserError, language: str) -> str:
    """Return what is wrong with a field of a contact, before its facts are filled in."""
    field, found, today = (error.facts.get(name) for name in ("field", "found", "today"))
    if field == "next" and isinstance(found, date) and isinstance(today, date) and found < today:
        return words(language).gettext(_NEXT_HAS_PASSED)
    return words(language).gettext(_CALL_FIELDS[str(field)])
