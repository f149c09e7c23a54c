"""Fills in what follows from the rest of a call form, over what was filled in so before."""

from creditmate.domain.outcomes import Outcome
from creditmate.ui.call.form_parts import FormParts
from creditmate.ui.call.form_state import Reader
from creditmate.ui.call.form_words import FormWords
from creditmate.ui.call.offers import Offers, offered, offers
from creditmate.ui.kit.check_row import CheckRow
from creditmate.ui.kit.inputs import LineInput


def what_follows(parts: FormParts, says: FormWords, reader: Reader) -> Offers:
    """Return what follows from what stands in a form now."""
    typed = parts.typed
    outcome = Outcome(typed.outcome) if typed.outcome else None
    meant = reader.extras.not_received(typed)
    papers = outcome is Outcome.PAPERS_MISSING
    return offers(reader, outcome, typed, says.papers(meant) if papers else says.copies(meant))


def fill_in(parts: FormParts, says: FormWords, reader: Reader, before: Offers) -> Offers:
    """Fill a form in, and return with what.

    Args:
        parts: Of the form.
        says: Its words.
        reader: Of what stands in it.
        before: What was filled in before; what a user typed stays.
    """
    now = what_follows(parts, says, reader)
    barrier = parts.extras.barrier
    outcome = parts.typed.outcome
    named = Outcome(outcome) if outcome else None
    barrier.offer(offered(barrier.barrier, before.barrier, now.barrier), named)
    now = what_follows(parts, says, reader)  # which invoices are meant follows from that
    theirs, ours = parts.agreed.theirs, parts.agreed.ours
    _refill(theirs.what, before.amount, now.amount)
    _refill(theirs.by, before.by, now.by)
    _refill(parts.agreed.said.amount, before.paid, now.paid)
    _refill(ours.what, before.deed, now.deed)
    now = what_follows(parts, says, reader)  # its day follows what we do
    _retick(parts.agreed.replaces, before.replaces, now.replaces)
    _refill(ours.by, before.deed_by, now.deed_by)
    now = what_follows(parts, says, reader)  # the next step follows all of these
    _refill(parts.next.day, before.next_day, now.next_day)
    _refill(parts.next.at, before.next_at, now.next_at)
    return now


def _retick(tick: CheckRow, before: bool, now: bool) -> None:
    """What a user ticked, or took off, stays."""
    if now is not before and tick.isChecked() is before:
        tick.setChecked(now)


def _refill(field: LineInput, before: str, now: str) -> None:
    text = offered(field.text(), before, now)
    if text != field.text():  # else who types in its middle would find themselves at its end
        field.setText(text)
