"""Lines of an address that name a department and no place: post goes there, nobody drives there."""

_DEPARTMENTS = frozenset({
    "account department", "accounting", "accounting department", "accounts", "accounts department",
    "accounts dept", "accounts office", "accounts payable", "ap department", "finance",
    "finance department", "finance dept", "invoice department", "invoicing", "invoices",
    "purchase ledger", "purchase ledger department", "buchhaltung", "debitorenbuchhaltung",
    "finanzabteilung", "finanzbuchhaltung", "kreditorenbuchhaltung", "rechnungsprüfung",
    "rechnungseingang", "comptabilité", "comptabilité fournisseurs", "service comptabilité",
    "service comptable", "service fournisseurs", "contabilidad", "departamento de contabilidad",
    "cuentas por pagar", "proveedores", "amministrazione", "contabilità", "ufficio amministrativo",
    "ufficio contabilità", "ufficio fornitori", "administratie", "boekhouding",
    "crediteurenadministratie", "financiële administratie",
})  # fmt: skip
"""As they are written at the head of billing addresses in the languages of the program."""


def without_department(address: str) -> str:
    """Return an address without the lines at its head that name only a department.

    Of one that consists of nothing else all is kept: it is better than none.

    Args:
        address: Line by line.
    """
    lines = address.splitlines()
    places = iter(range(len(lines)))
    first = next((at for at in places if _bare(lines[at]) not in _DEPARTMENTS), 0)
    return "\n".join(lines[first:])


def _bare(line: str) -> str:
    return " ".join(line.split()).rstrip(",.;").casefold()
