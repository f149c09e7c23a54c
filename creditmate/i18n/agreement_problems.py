"""What cannot be done with questions, promises and notes, in words, and what fields are called."""

from collections.abc import Mapping

from creditmate.domain.errors import UserError
from creditmate.domain.refusals import Why
from creditmate.i18n.catalogue import N_, words

AGREEMENT_FIELDS: Mapping[str, str] = {
    "dispute.items": N_("What is under query"),
    "dispute.amount": N_("Amount under query"),
    "dispute.by_whom": N_("Who asked"),
    "dispute.answer_by": N_("Answer by"),
    "dispute.owner": N_("Who answers"),
    "dispute.note": N_("Note"),
    "dispute.outcome": N_("Outcome"),
    "promise.reason": N_("Reason"),
    "promise.day": N_("Promised by"),
    "promise.amount": N_("Amount promised"),
    "noted.words": N_("In their words"),
    "noted.follow_up": N_("Come back to it on"),
    "noted.note": N_("Note"),
    "help_sheet.country": N_("Country"),
    "help_sheet.title": N_("Title"),
    "help_sheet.wording": N_("Wording"),
    "help_sheet.to_whom": N_("To whom"),
    "help_sheet.follow_up": N_("Ask again on"),
}
AGREEMENT_WHYS: Mapping[Why, str] = {
    Why.NOT_THEIRS: N_("{field}: “{found}” is not open with this customer."),
    Why.ASKED_ALREADY: N_("{field}: all of {found} is under query already."),
    Why.MORE_THAN_OPEN: N_("{field}: more than nothing and at most {most} is possible."),
    Why.TWO_CURRENCIES: N_("{field}: a query is about one currency. Make two of it."),
    Why.DAY_PASSED: N_("{field}: {day} has passed."),
    Why.TOO_FAR: N_("{field}: at most until {day}. For longer than a year, put down a hold."),
    Why.NOT_PUT_OFF: N_("{field}: {found} is not put off."),
    Why.STANDS_ALREADY: N_("{field}: this is so already, until the same day. Choose another."),
    Why.TOO_LARGE_A_PART: N_("{field}: {most} is all of it. A part is less."),
}
_STANDS: Mapping[tuple[str, str], str] = {
    ("dispute", "unknown"): N_("There is no query with the number {id}."),
    ("dispute", "ended"): N_("Query {id} has been answered already."),
    ("dispute", "open"): N_("Query {id} is open: it was not answered yet."),
    ("promise", "unknown"): N_("There is no promise with the number {id}."),
    ("promise", "ended"): N_("Promise {id} was withdrawn, replaced or done already."),
    ("promise", "judged"): N_("The day of promise {id} has passed: it stays as it came out."),
    ("promise", "theirs"): N_("Promise {id} is theirs: money keeps it, not a deed of ours."),
    ("promise", "ours"): N_("Promise {id} is ours. Say that it is done, or withdraw it."),
    ("noted", "unknown"): N_("Nothing is noted with the number {id}."),
    ("noted", "ended"): N_("What is noted with the number {id} is done or dropped already."),
    ("deed", "rests"): N_(
        "This cannot be taken back: it was already, or what was put down later rests on it."
    ),
    ("help_sheet", "unknown"): N_(
        "There is no help sheet for {country} yet. Write one in the settings, or with"
        " help-sheet {country} --edit FILE."
    ),
}


def agreement_stands_words(error: UserError, language: str) -> str:
    """Return the message of ``AGREEMENT_STANDS``; its facts are filled in by the caller."""
    key = str(error.facts["what"]), str(error.facts["why"])
    return words(language).gettext(_STANDS[key])
