"""Older words that a contact took the place of: put right, they hold again, and are judged anew."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from creditmate.db.claims import void_claim_endings
from creditmate.db.contact_again import (
    StoredContact,
    claims_made_in,
    last_word,
    pledges_made_in,
    words_before,
)
from creditmate.db.gateway import Writing
from creditmate.db.promise_register import end_promise
from creditmate.db.promises import void_endings
from creditmate.db.words_ended import claims_ended_by, first_words, gave_way, promises_ended_by
from creditmate.domain.claims import LIVE_CLAIMS, ClaimStanding, ClaimState
from creditmate.domain.outcomes import Outcome
from creditmate.domain.promises import LIVE, PromiseState, Standing
from creditmate.domain.put_right import PutRight
from creditmate.domain.taken_place import KEEPS_UP_NONE, TakenPlace
from creditmate.services.call_notes import CallNote
from creditmate.services.cases import read_files
from creditmate.services.contact_again import require_contact
from creditmate.services.contact_writing import NewContact
from creditmate.services.lateness import learnt_book
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


_TAKEN_BACK = frozenset({PromiseState.WITHDRAWN, PromiseState.REPLACED})


class Words(NamedTuple):
    """What the customer of a contact promised, and said to have sent, by ids."""

    promises: dict[int, Standing]
    claims: dict[int, ClaimStanding]


def words_as_they_stand(interaction: int, today: date) -> Words:
    """Return them as they stand today."""
    customer = require_contact(last_word(interaction)).customer
    (file,) = read_files([customer], today, learnt_book(today))
    said = {one.claim.id: one for one in file.case.said}
    return Words({one.promise.id: one for one in _standings(customer, today)}, said)


def _standings(customer: int, today: date) -> Sequence[Standing]:
    return standings_of([customer], today).get(customer, [])


def with_words(done: PutRight, before: Words, today: date) -> PutRight:
    """Return what became of a contact, with what became of the customer's other words.

    Args:
        done: The contact, put right.
        before: How they stood before.
        today: The day.
    """
    chain = words_before(done.saved.id)
    now = words_as_they_stand(done.saved.id, today)
    own, said = {one.id for one in pledges_made_in(chain)}, set(claims_made_in(chain))
    anew = {one.id for one in pledges_made_in(chain[:1])}
    way = gave_way(chain[:1]) if anew else None
    return done._replace(
        again=tuple(
            one
            for id_, one in now.promises.items()
            if one.state in LIVE
            and id_ in before.promises
            and before.promises[id_].state not in LIVE
        ),
        sent_again=tuple(
            one
            for id_, one in now.claims.items()
            if one.state in LIVE_CLAIMS
            and id_ in before.claims
            and before.claims[id_].state not in LIVE_CLAIMS
        ),
        taken=TakenPlace(
            tuple(
                one
                for id_, one in before.promises.items()
                if one.state in LIVE and id_ not in own and now.promises[id_].state in _TAKEN_BACK
            ),
            tuple(
                one
                for id_, one in before.claims.items()
                if one.state in LIVE_CLAIMS
                and id_ not in said
                and one.claim.interaction_id not in chain
                and now.claims[id_].state is ClaimState.WITHDRAWN
            ),
            () if way is None or way.by is None else (now.promises[way.by],),
        ),
    )


def stay_given_way(writing: Writing, chain: Sequence[int], made: int) -> list[int]:
    """End what is promised in a contact that is put right where it had given way already.

    Args:
        writing: The action that puts it right.
        chain: The contact with all that put it right before.
        made: As it is told now.

    Returns:
        What had given way: it is not to hold again, whatever becomes of the later word.
    """
    way = gave_way(chain)
    if way is None:
        return []
    stands = [one.id for one in pledges_made_in([made]) if one.theirs and not one.ended]
    for promise in stands:
        end_promise(writing, promise, way.kind, way.day, way.by)
    return [one.id for one in pledges_made_in(chain) if one.theirs][-1:]


def currency_heard(chain: Sequence[int]) -> str | None:
    """Return the currency of what they promised last in a contact and all that put it right."""
    heard = [one.currency for one in pledges_made_in(chain) if one.theirs and one.currency]
    return heard[-1] if heard else None


def speaks_of_before(wrong: StoredContact, call: CallNote, *, nothing_promised: bool) -> bool:
    """Whether what is told now makes a difference to what was promised before the contact."""
    outcome = call.outcome is not Outcome(wrong.outcome)
    changed = outcome and (
        call.outcome.rules_out_promise or Outcome(wrong.outcome) in KEEPS_UP_NONE
    )
    return call.promised is not None or nothing_promised or changed


def without_heard(contact: NewContact, promised: Sequence[int], first: int) -> NewContact:
    """Return a contact beside which nothing stands that was heard wrong in it.

    It covers nothing: the promise that takes its place may mean the same. What was promised after
    it is not older.

    Args:
        contact: As it is told now.
        promised: What was heard, by ids.
        first: The contact as it was put down first, by its id.
    """
    file, heard = contact.file, set(promised)
    said_in = first_words([one.promise.id for one in file.case.standings])
    order = {
        one.promise.id: (one.promise.made_day, said_in.get(one.promise.id, 0))
        for one in file.case.standings
    }
    own = (contact.day, first)
    before = tuple(one for one in file.case.standings if order[one.promise.id] < own)
    after = tuple(one for one in file.case.standings if order[one.promise.id] > own)
    older = file.case._replace(standings=before)
    others = tuple(one for one in contact.speaks_for.standings if one.promise.id not in heard)
    return replace(
        contact,
        file=file._replace(case=older),
        speaks_for=contact.speaks_for._replace(standings=others),
        later=after,
    )
