"""Writing what belongs to money in beside the receipts: a deposit held, a claim to have paid."""

from collections.abc import Sequence

from creditmate.db.claims import add_claim
from creditmate.db.gateway import Writing
from creditmate.db.receipts import add_deposit
from creditmate.domain.claims import believed_until
from creditmate.domain.kinds import EntryKind
from creditmate.domain.receipts import Method
from creditmate.domain.settings import ClaimDays
from creditmate.services.sample.story import Story
from creditmate.services.sample.write import Ids

_DEPOSITS = {"FOYL01": "Staircase and gallery"}
"""Whose money that is not used yet is held, and for which job."""
_SAID_PAID = {"TANS01": "a new cheque"}
"""Who says that what is overdue has been sent, after it came back from the bank, and how."""


def write_money_in(writing: Writing, stories: Sequence[Story], ids: Ids) -> None:
    """Write the deposits and claims of those who have some."""
    for story in stories:
        if story.firm.code in _DEPOSITS:
            _hold(writing, story, ids)
        if story.firm.code in _SAID_PAID:
            _claim(writing, story, ids)


def _hold(writing: Writing, story: Story, ids: Ids) -> None:
    for entry in story.account.entries:
        if entry.kind is EntryKind.RECEIPT and entry.open:
            add_deposit(writing, ids.entries[entry], _DEPOSITS[story.firm.code])


def _claim(writing: Writing, story: Story, ids: Ids) -> None:
    """They said so on the last working day, of all that was overdue then."""
    at = story.setting
    said = at.posted
    add_claim(
        writing,
        about=[ids.entries[entry] for entry, _ in story.account.overdue(said)],
        customer_id=ids.customers[story.firm.code],
        interaction_id=None,
        day=said,
        by_whom=story.firm.people[0].name,
        paid_day=said,
        method=Method.CHEQUE.value,
        reference=_SAID_PAID[story.firm.code],
        currency=story.firm.currency,
        amount_minor=None,
        until_day=believed_until(said, said, ClaimDays().cheque, at.worked),
    )
