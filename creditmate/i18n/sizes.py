"""How large files and disks are, as their boxes say it: in thousands, with one decimal at most."""

from decimal import ROUND_HALF_UP, Decimal

from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import decimal_figures

_UNITS = (
    (10**12, N_("{figure} TB")),
    (10**9, N_("{figure} GB")),
    (10**6, N_("{figure} MB")),
    (10**3, N_("{figure} kB")),
)


def size_words(count: int, language: str, locale: str) -> str:
    """Return a number of bytes in words: ``1.2 GB``, ``340 kB``, ``12 bytes``."""
    catalogue = words(language)
    for least, unit in _UNITS:
        if count >= least:
            figure = (Decimal(count) / least).quantize(Decimal("0.1"), ROUND_HALF_UP)
            decimals = 0 if figure >= 10 or figure == figure.to_integral() else 1
            shown = decimal_figures(figure.quantize(Decimal(10) ** -decimals), decimals, locale)
            return catalogue.gettext(unit).format(figure=shown)
    said = catalogue.ngettext("{count} byte", "{count} bytes", count)
    return said.format(count=count)
