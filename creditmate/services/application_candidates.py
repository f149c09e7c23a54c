"""Who else an application for credit may be of: somebody that is known already."""

from dataclasses import dataclass

from creditmate.db import likeness
from creditmate.db.customers import customer_names
from creditmate.domain.application import Values
from creditmate.domain.application_form import Item
from creditmate.domain.folding import fold
from creditmate.domain.merging import alike, bare


@dataclass(frozen=True, slots=True)
class Candidate:
    """A customer that an application may be of; ``by`` is the field in which they agree."""

    code: str
    name: str
    by: Item


def candidates(customer: int, values: Values) -> list[Candidate]:
    """Return who else an application may be of: by number, by the very name, by a name like it.

    Args:
        customer: Of whom it is taken to be, by the id; 0 for somebody new.
        values: What it says.
    """
    name = values.get(Item.LEGAL_NAME, "")
    company, tax = values.get(Item.COMPANY_NUMBER, ""), values.get(Item.TAX_NUMBER, "")
    found: dict[str, Item] = {}
    for field, code in likeness.same_numbered(customer, company, tax):
        found.setdefault(code, Item(field))
    for code in likeness.same_named(customer, name):
        found.setdefault(code, Item.LEGAL_NAME)
    names, plain = customer_names(), bare(fold(name))
    for id_, other in likeness.named():
        if id_ != customer and plain and alike(plain, bare(other)):
            found.setdefault(names[id_][0], Item.LEGAL_NAME)
    by_code = dict(names.values())
    return [Candidate(code, by_code.get(code, ""), by) for code, by in found.items()]
