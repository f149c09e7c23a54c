"""An invoice as it is being typed: texts, none of which is understood yet."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any


@dataclass(frozen=True, slots=True)
class TypedLine:
    """What stands in a line's fields; ``work_item`` is the work it was made from."""

    description: str = ""
    quantity: str = ""
    unit: str = ""
    price: str = ""
    discount: str = ""
    tax: str = ""
    work_item: int | None = None


@dataclass(frozen=True, slots=True)
class TypedInvoice:
    """What stands in the form of an invoice, or with ``credits`` of a credit note against it.

    ``prices``, ``rounding`` and the lines' ``tax`` are codes, empty where nothing was chosen.
    ``retention`` is percent with its sign, or an amount. ``credited`` are places of lines of the
    invoice with their quantities as typed, ``amount`` so much of its gross. With ``charge`` it is a
    charge note, for the invoice ``belongs_to`` where that is named. ``terms`` are in their notation
    (``domain.terms_notation``), empty for the customer's own.
    """

    code: str = ""
    day: str = ""
    supply_day: str = ""
    currency: str = ""
    order_number: str = ""
    job: str = ""
    received_by: str = ""
    note: str = ""
    prices: str = ""
    rounding: str = ""
    retention: str = ""
    retention_due: str = ""
    labour: str = ""
    lines: tuple[TypedLine, ...] = ()
    credits: str = ""
    reason: str = ""
    credited: tuple[tuple[int, str], ...] = ()
    amount: str = ""
    charge: bool = False
    belongs_to: str = ""
    terms: str = ""

    @property
    def kind(self) -> str:
        """Which document it is to become, as a code."""
        if self.credits:
            return "credit_note"
        return "charge_note" if self.charge else "invoice"

    def to_json(self) -> str:
        """Return what is kept of it."""
        return json.dumps(asdict(self), ensure_ascii=False)


def from_json(text: str) -> TypedInvoice:
    """Read what this program knows of a form that another version of it may have kept."""
    content: Mapping[str, Any] = json.loads(text)
    known = _known(TypedInvoice, content)
    known["lines"] = tuple(TypedLine(**_known(TypedLine, line)) for line in known.get("lines", ()))
    known["credited"] = tuple((place, quantity) for place, quantity in known.get("credited", ()))
    return TypedInvoice(**known)


def _known(form: type[TypedInvoice | TypedLine], content: Mapping[str, Any]) -> dict[str, Any]:
    names = {field.name for field in fields(form)}
    return {name: value for name, value in content.items() if name in names and value is not None}
