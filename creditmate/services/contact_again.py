"""A contact as it was told, read back from what stands of it."""

from creditmate.db.contact_again import StoredContact, is_contact, stored_contact
from creditmate.domain.barriers import Barrier
from creditmate.domain.contact_details import read_told
from creditmate.domain.contact_steps import Step
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.feeling import Mood, read_signals
from creditmate.domain.outcomes import Outcome
from creditmate.services.call_notes import CallNote


def require_contact(interaction: int) -> StoredContact:
    """Return a contact that stands.

    Raises:
        UserError: ``UNKNOWN_CONTACT``: there never was one; ``CALL_STANDS``: it stands no more.
    """
    stored = stored_contact(interaction)
    if stored is None:
        if not is_contact(interaction):
            raise UserError(Problem.UNKNOWN_CONTACT, number=interaction)
        raise UserError(Problem.CALL_STANDS)
    return stored


def told_again(stored: StoredContact) -> CallNote:
    """Return the contact as it was told, without what was promised in it."""
    return CallNote(
        with_name=stored.with_name,
        outcome=Outcome(stored.outcome),
        note=stored.notes,
        next_day=stored.next_day,
        none_because=stored.none_because,
        incoming=stored.direction == "in",
        mood=Mood(stored.mood) if stored.mood else None,
        signals=read_signals(stored.signals),
        seconds=stored.seconds,
        channel=stored.channel,
        step=Step(stored.step) if stored.step else None,
        barrier=Barrier(stored.barrier) if stored.barrier else None,
        told=read_told(stored.told),
        satisfaction=stored.satisfaction,
        override=stored.override,
    )
