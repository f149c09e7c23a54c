"""A form of an invoice is kept just as it was typed."""

import json

from creditmate.domain.typed_invoice import TypedInvoice, TypedLine, from_json


def test_a_form_comes_back_as_it_was_typed() -> None:
    typed = TypedInvoice(
        code="ACME",
        day="fri",
        lines=(TypedLine("Oak – 12 mm", "1,5", "m", "abc", "10%", "S", 7), TypedLine()),
        credits="INV-1",
        credited=((2, ""), (3, "1.5")),
    )
    assert from_json(typed.to_json()) == typed
    assert (typed.kind, TypedInvoice().kind) == ("credit_note", "invoice")
    charge = TypedInvoice(charge=True, belongs_to="INV-1")
    assert (from_json(charge.to_json()), charge.kind) == (charge, "charge_note")


def test_what_another_version_kept_is_left_out() -> None:
    content = {"code": "ACME", "new": 1, "note": None, "lines": [{"price": "3", "hue": "x"}]}
    assert from_json(json.dumps(content)) == TypedInvoice("ACME", lines=(TypedLine(price="3"),))
