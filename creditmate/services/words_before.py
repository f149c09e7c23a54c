"""What of a customer's words holds no longer once a contact is put down, as its file tells it."""

from collections.abc import Collection
from datetime import date

from creditmate.domain.taken_place import Before, TakenPlace, Word, taken_place
from creditmate.domain.workcase import Case
from creditmate.services.call_notes import CallNote
from creditmate.services.cases import CustomerFile


def place_taken(
    file: CustomerFile, speaks_for: Case, call: CallNote, day: date, about: Collection[int] = ()
) -> TakenPlace:
    """Return which promises and claims of a customer a contact takes the place of.

    Args:
        file: The customer's, before the contact.
        speaks_for: The case of whom it speaks for.
        call: What was said.
        day: Of the contact.
        about: The items that were spoken of beside what the call names.
    """
    return taken_place(words_before(file, speaks_for, day), word_of(call, about), day)


def words_before(file: CustomerFile, speaks_for: Case, day: date) -> Before:
    """Return what was said before a contact of a day, for whom the customer speaks."""
    return Before(speaks_for.portions(day), file.case.standings, file.case.said)


def word_of(call: CallNote, about: Collection[int] = ()) -> Word:
    """Return what a contact says of money, and of which items."""
    named = {*call.entries, *about} - set(call.copies) - questioned_in(call)
    return Word(call.outcome, call.promised, named, call.replaces_promises)


def questioned_in(call: CallNote) -> set[int]:
    """Return the items that were put under query in a contact: these were not promised."""
    return {item.entry for query in call.queries for item in query.items}


def with_questions(case: Case, call: CallNote) -> Case:
    """Return a case in which what a contact puts under query is so already."""
    asked = {
        item.entry: None if item.amount is None else item.amount.minor
        for query in call.queries
        for item in query.items
    }
    if not asked:
        return case
    entries = tuple(
        one._replace(disputed_minor=one.disputed_minor + (asked[one.id] or one.open_minor))
        if one.id in asked
        else one
        for one in case.entries
    )
    return case._replace(entries=entries)


def case_without(case: Case, taken: TakenPlace) -> Case:
    """Return a case in which nothing stands that holds no longer."""
    promises = {one.promise.id for one in (*taken.promises, *taken.later)}
    claims = {one.claim.id for one in taken.claims}
    return case._replace(
        standings=tuple(one for one in case.standings if one.promise.id not in promises),
        said=tuple(one for one in case.said if one.claim.id not in claims),
    )
