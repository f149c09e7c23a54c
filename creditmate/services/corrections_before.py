"""Older words that a contact took the place of: put right, they hold again, and are judged anew."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from creditmate.db.claims import void_claim_endings
from creditmate.db.contact_again import StoredContact, last_word
from creditmate.db.gateway import Writing
from creditmate.db.promises import void_endings
from creditmate.db.words_ended import claims_ended_by, promises_ended_by
from creditmate.domain.outcomes import Outcome
from creditmate.domain.promises import LIVE, Standing
from creditmate.domain.taken_place import KEEPS_UP_NONE
from creditmate.services.call_notes import CallNote
from creditmate.services.contact_again import require_contact
from creditmate.services.contact_writing import NewContact
from creditmate.services.promise_standings import standings_of


def hold_again(
    writing: Writing, chain: Sequence[int], wrong: StoredContact, call: CallNote
) -> bool:
    """Let hold again what was said before a contact and ended with it; return whether any does.

    Args:
        writing: The action that puts the contact right.
        chain: The contact with all that put it right.
        wrong: As it was told last.
        call: As it is told now.
    """
    before, now = Outcome(wrong.outcome), call.outcome
    ended_alone = now is not before and (before in KEEPS_UP_NONE or now.rules_out_promise)
    ended = promises_ended_by(chain, withdrawn=ended_alone)
    sent = claims_ended_by(chain)
    void_endings(writing, ended)
    void_claim_endings(writing, sent)
    return bool(ended or sent)


def promises_over(interaction: int, today: date) -> set[int]:
    """Return the promises, by ids, of the customer of a contact that are waited for no more."""
    return {one.promise.id for one in _standings(interaction, today) if one.state not in LIVE}


def holding_again(interaction: int, today: date, over: Collection[int]) -> tuple[Standing, ...]:
    """Return the promises that are waited for and were ``over`` before."""
    found = (one for one in _standings(interaction, today) if one.state in LIVE)
    return tuple(one for one in found if one.promise.id in over)


def _standings(interaction: int, today: date) -> Sequence[Standing]:
    customer = require_contact(last_word(interaction)).customer
    return standings_of([customer], today).get(customer, [])


def speaks_of_before(wrong: StoredContact, call: CallNote, *, nothing_promised: bool) -> bool:
    """Whether what is told now makes a difference to what was promised before the contact."""
    outcome = call.outcome is not Outcome(wrong.outcome)
    changed = outcome and (
        call.outcome.rules_out_promise or Outcome(wrong.outcome) in KEEPS_UP_NONE
    )
    return call.promised is not None or nothing_promised or changed


def without_heard(contact: NewContact, promised: Sequence[int]) -> NewContact:
    """Return a contact beside which nothing stands that was heard wrong in it.

    It covers nothing: the promise that takes its place may mean the same. What was promised after
    it is not older.

    Args:
        contact: As it is told now.
        promised: What was heard, by ids.
    """
    file, heard = contact.file, set(promised)
    first = min(heard, default=None)
    older = file.case._replace(
        standings=tuple(
            one for one in file.case.standings if first is None or one.promise.id < first
        )
    )
    others = tuple(one for one in contact.speaks_for.standings if one.promise.id not in heard)
    return replace(
        contact,
        file=file._replace(case=older),
        speaks_for=contact.speaks_for._replace(standings=others),
    )
