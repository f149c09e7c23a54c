"""Who agrees on paper: we and a customer, by legal name, with what identifies each."""

from creditmate.db.customers import billing_address
from creditmate.documents.plan_paper import Party
from creditmate.domain.legal_forms import LegalForm
from creditmate.domain.rows import BusinessRow, CustomerRow
from creditmate.services.customer_editing import whole_form

_PERSONS = frozenset({LegalForm.INDIVIDUAL, LegalForm.SOLE_TRADER})


def our_party(home: BusinessRow) -> Party:
    """Return ourselves: the legal line says who we are, before its first comma, and where.

    A sole trader signs in the own name, which is the one to be asked for on papers.
    """
    name, comma, where = home.legal_line.strip().partition(",")
    if not comma:
        return Party(home.name, address=_one_line(home.address))
    address = where.strip().rstrip(".")
    owner = home.contact_name.strip()
    if owner and name != home.name and name.startswith(owner) and name.endswith(home.name):
        return Party(owner, trading_as=home.name, address=address, is_firm=False)
    return Party(name, address=address, is_firm=name != owner)


def their_party(customer: CustomerRow) -> Party:
    """Return the customer."""
    form = whole_form(customer.id)
    trading = form.trading_name.strip()
    lines = (line for line in billing_address(customer.id) if line != customer.name)
    return Party(
        name=customer.name,
        trading_as="" if trading == customer.name else trading,
        number=form.company_number.strip(),
        address=_one_line(tuple(lines)),
        is_firm=form.legal_form not in _PERSONS,
    )


def _one_line(lines: tuple[str, ...]) -> str:
    return ", ".join(line.strip().rstrip(",") for line in lines if line.strip())
