"""What the kinds of taxes are called in the settings."""

from collections.abc import Mapping

from creditmate.domain.taxes import TaxKind
from creditmate.i18n.catalogue import N_, words

_KINDS: Mapping[TaxKind, str] = {
    TaxKind.STANDARD: N_("Standard rate"),
    TaxKind.REDUCED: N_("Reduced rate"),
    TaxKind.ZERO: N_("Zero rate"),
    TaxKind.EXEMPT: N_("Exempt"),
    TaxKind.REVERSE_CHARGE: N_("Reverse charge"),
    TaxKind.OUTSIDE: N_("Outside the tax"),
}


def tax_kind_words(kind: TaxKind, language: str) -> str:
    """Return what a kind of tax is called."""
    return words(language).gettext(_KINDS[kind])
