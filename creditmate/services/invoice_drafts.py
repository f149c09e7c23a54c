"""Forms of invoices and credit notes: kept as they are typed, so that nothing is lost."""

from dataclasses import dataclass
from datetime import UTC, datetime

from creditmate.db import invoice_drafts as kept
from creditmate.db.customers import customer_by_code
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.invoice_rows import DraftRow
from creditmate.domain.ports import Clock
from creditmate.domain.typed_invoice import TypedInvoice, from_json


@dataclass(frozen=True, slots=True)
class Draft:
    """A form that was not finished: for whom, and when it was begun and typed in last.

    ``code`` and ``name`` are empty while no known customer is named in it.
    """

    id: int
    code: str
    name: str
    begun_at: datetime
    saved_at: datetime
    typed: TypedInvoice


class InvoiceDrafts:
    """Keeps forms until they are issued or thrown away; they count nowhere and have no number."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def save(self, typed: TypedInvoice, begun_at: datetime, draft: int | None = None) -> int:
        """Keep a form in place of what was kept of it before, and return its id.

        Args:
            typed: Just as it stands there.
            begun_at: When it was begun.
            draft: As an earlier ``save`` returned it; None for a form that is new. One that was
                thrown away comes back under it.

        Raises:
            UserError: The disk does not take it.
        """
        customer = customer_by_code(typed.code) if typed.code.strip() else None
        row = DraftRow(
            id=draft or 0,
            customer_id=None if customer is None else customer.id,
            code="",
            name="",
            kind=typed.kind,
            begun_at=_moment_text(begun_at),
            saved_at=_moment_text(self._clock.now()),
            typed=typed.to_json(),
        )
        return kept.put_draft(row)

    def list(self) -> tuple[Draft, ...]:
        """Return every form that was not finished, the one typed in last first."""
        return tuple(_draft(row) for row in kept.drafts())

    def read(self, draft: int) -> Draft:
        """Return a form.

        Raises:
            UserError: ``UNKNOWN_DRAFT``: it was issued or thrown away meanwhile.
        """
        row = kept.draft(draft)
        if row is None:
            raise UserError(Problem.UNKNOWN_DRAFT)
        return _draft(row)

    def discard(self, draft: int) -> None:
        """Throw a form away; ``save`` with its id brings it back."""
        kept.drop_draft(draft)


def _moment_text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def _draft(row: DraftRow) -> Draft:
    begun, saved = (datetime.fromisoformat(text) for text in (row.begun_at, row.saved_at))
    return Draft(row.id, row.code, row.name, begun, saved, from_json(row.typed))
