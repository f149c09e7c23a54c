"""Several things told one after the other: ``£300.00, £200.00 and £100.00``."""

from collections.abc import Sequence

from creditmate.i18n.catalogue import words


def one_and_another(told: Sequence[str], language: str) -> str:
    """Return one or more things as one text, the last one joined by "and"."""
    *first, last = told
    if not first:
        return last
    return words(language).gettext("{first} and {last}").format(first=", ".join(first), last=last)
