"""Call forms being filled in: kept as they are typed, so that nothing said is lost."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from typing import Any

from creditmate.db import call_drafts as kept
from creditmate.domain.card_numbers import masked_cards
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.ports import Clock
from creditmate.domain.rows import CallDraftRow
from creditmate.services.customers import require_customer


@dataclass(frozen=True, slots=True)
class TypedCall:
    """What stands in a call form, just as it was typed: nothing of it is understood yet.

    ``outcome``, ``mood``, ``signals``, ``ticks``, ``paid_method``, ``method`` (how they mean
    to pay), ``barrier``, ``told`` and
    ``opened`` (what was unfolded to be filled in) are codes, ``seconds`` what the timer has
    counted. With ``no_step`` there is no next step, ``because`` says why. ``query_item`` is the
    id of an entry or ``all``, ``query_owner`` that of one of our people, ``query_files`` are paths
    of files that are read when the call is recorded. ``override`` is why somebody rings against
    the policy of contacts, ``was_agreed`` that they had agreed to it. ``may_discuss``: it was said
    that the account may be discussed with ``with_name``, who is not on file.
    ``copies`` are the ids of the entries whose invoice they have not received.
    """

    with_name: str = ""
    outcome: str = ""
    amount: str = ""
    by: str = ""
    deed: str = ""
    deed_by: str = ""
    deeds_done: bool = False
    replaces: bool = False
    mood: str = ""
    signals: tuple[str, ...] = ()
    notes: str = ""
    no_step: bool = False
    next_day: str = ""
    because: str = ""
    ticks: tuple[str, ...] = ()
    paid_amount: str = ""
    paid_on: str = ""
    paid_method: str = ""
    paid_reference: str = ""
    incoming: bool = False
    seconds: int = 0
    barrier: str = ""
    told: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()
    query_item: str = ""
    query_amount: str = ""
    query_reason: str = ""
    query_evidence: str = ""
    query_files: tuple[str, ...] = ()
    query_owner: str = ""
    query_by: str = ""
    time_to: str = ""
    time_because: str = ""
    time_interest: str = ""
    plan_parts: str = ""
    plan_every: str = ""
    plan_first: str = ""
    plan_interest: str = ""
    plan_because: str = ""
    opportunity: str = ""
    feedback: str = ""
    satisfaction: str = ""
    next_at: str = ""
    override: str = ""
    was_agreed: bool = False
    may_discuss: bool = False
    copies: tuple[str, ...] = ()
    method: str = ""


@dataclass(frozen=True, slots=True)
class CallDraft:
    """A call form that was not finished: of which customer, begun and typed in last when."""

    code: str
    name: str
    begun_at: datetime
    saved_at: datetime
    typed: TypedCall


class CallDrafts:
    """Keeps one form for each customer until the call is recorded or thrown away."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def save(self, code: str, begun_at: datetime, typed: TypedCall) -> datetime:
        """Keep a form in place of what was kept of it before; return when that was.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``, or that the disk does not take it.
        """
        row = self.row(code, begun_at, typed)
        kept.put_draft(row)
        return datetime.fromisoformat(row.saved_at)

    def bring_back(self, code: str, begun_at: datetime, typed: TypedCall) -> None:
        """Keep a form again that was thrown away.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``CALL_BEGUN``: another one was begun since.
        """
        row = self.row(code, begun_at, typed)
        if kept.draft_of(row.customer_id) is not None:
            raise UserError(Problem.CALL_BEGUN, name=row.name)
        kept.put_draft(row)

    def row(self, code: str, begun_at: datetime, typed: TypedCall) -> CallDraftRow:
        """Return a form as it is kept.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        customer = require_customer(code)
        return CallDraftRow(
            customer_id=customer.id,
            code=customer.code,
            name=customer.name,
            begun_at=_moment_text(begun_at),
            saved_at=_moment_text(self._clock.now()),
            typed=json.dumps(_without_cards(typed), ensure_ascii=False),
        )

    def read(self, code: str) -> CallDraft | None:
        """Return the form of a customer that was not finished, if there is one.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        row = kept.draft_of(require_customer(code).id)
        return None if row is None else _draft(row)

    def unfinished(self) -> tuple[CallDraft, ...]:
        """Return every form that was not finished, the one typed in last first."""
        return tuple(_draft(row) for row in kept.drafts())

    def discard(self, code: str) -> None:
        """Throw a customer's form away.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        kept.drop_draft(require_customer(code).id)


def _without_cards(typed: TypedCall) -> dict[str, Any]:
    """Return what was typed without card numbers: a form is kept like all else."""
    return {
        name: masked_cards(value)[0] if isinstance(value, str) else value
        for name, value in asdict(typed).items()
    }


def _moment_text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def _draft(row: CallDraftRow) -> CallDraft:
    begun, saved = (datetime.fromisoformat(text) for text in (row.begun_at, row.saved_at))
    return CallDraft(row.code, row.name, begun, saved, _read(json.loads(row.typed)))


def _read(content: Mapping[str, Any]) -> TypedCall:
    """Read what this program knows of a form that another version of it may have kept."""
    known: dict[str, Any] = {}
    for field in fields(TypedCall):
        value = content.get(field.name)
        if isinstance(value, list):
            known[field.name] = tuple(value)
        elif value is not None:
            known[field.name] = value
    return TypedCall(**known)
