"""Legal forms, as far as rules differ by them: who answers for a debt, a firm or a person.

Which rules of escalation hold depends on whether the customer is an individual: the Pre-Action
Protocol for Debt Claims gives individuals and sole traders thirty days and papers of its own,
where a company may be given fourteen. Source: domain-rules 4.2 and 4.13.
"""

from enum import StrEnum


class LegalForm(StrEnum):
    """What sort of customer it is; the values are stored."""

    COMPANY = "company"  # private, limited: Ltd, GmbH, SARL, B.V., LLC
    PLC = "plc"  # its shares may be offered to the public: plc, AG, SA
    LLP = "llp"
    PARTNERSHIP = "partnership"
    SOLE_TRADER = "sole_trader"
    INDIVIDUAL = "individual"  # buys for itself, not for a business
    PUBLIC_BODY = "public_body"
    CHARITY = "charity"  # charities, clubs, trusts and churches
    UNKNOWN = "unknown"


_BY_CODE = {form.value: form for form in LegalForm}
_FIRMS = frozenset({LegalForm.COMPANY, LegalForm.PLC, LegalForm.LLP, LegalForm.PUBLIC_BODY})


def legal_form(code: str) -> LegalForm:
    """Return the form that a stored code stands for; one of another program is not known."""
    return _BY_CODE.get(code, LegalForm.UNKNOWN)


def is_incorporated(form: LegalForm) -> bool:
    """Whether it certainly is a body of its own, which has neither a life nor a family."""
    return form in _FIRMS
