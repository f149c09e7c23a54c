"""Payment terms as the ledger stores them: a form and its parameters as JSON."""

import json

from creditmate.domain.payment_terms import PaymentTerms, from_parameters


def read_terms(form: str, parameters: str) -> PaymentTerms:
    """Return stored terms."""
    return from_parameters(form, json.loads(parameters))


def stored(terms: PaymentTerms) -> tuple[str, str]:
    """Return the form and the parameters to store, the same for the same terms."""
    return terms.form.value, json.dumps(terms.to_parameters(), sort_keys=True)
