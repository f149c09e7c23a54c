"""How interest was worked out, as it is kept beside the decision about it: JSON, for the record."""

import json

from creditmate.domain.interest_claim import LateInterest


def basis_text(found: LateInterest) -> str:
    """Return ground, start, rates and segments as they were, in a form that stays readable."""
    basis = found.basis
    terms = (
        None
        if basis.terms is None
        else {
            "title": basis.terms.title,
            "version": basis.terms.number,
            "accepted": basis.terms.accepted_day.isoformat(),
            "method": basis.terms.method,
        }
    )
    record = {
        "ground": basis.ground.value,
        "because": basis.because.value,
        "law": None if basis.scheme is None else basis.scheme.code,
        "terms": terms,
        "start": None if found.start is None else found.start.day.isoformat(),
        "as_at": found.as_at.isoformat(),
        "interest_minor": found.interest.minor,
        "fixed_minor": found.fixed.minor,
        "disputed_minor": found.debt.disputed.minor,
        "segments": [
            {
                "from": each.first.isoformat(),
                "to": each.last.isoformat(),
                "balance_minor": each.balance.minor,
                "percent": f"{each.percent:f}",
                "held": each.held,
            }
            for each in found.segments
        ],
    }
    return json.dumps(record, sort_keys=True)
