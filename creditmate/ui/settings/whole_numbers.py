"""Whole numbers as people type them into the settings: days, and the next number of a series."""

from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.formats import number
from creditmate.i18n.locales import typed

_LONGEST = 10
_EXAMPLE = 14


def whole(text: str, locale: str, field: str) -> int:
    """Read a whole number from 0 on.

    Raises:
        UserError: ``BAD_NUMBER``, with the field's name.
    """
    plain = typed(text, locale)
    if not (plain.isascii() and plain.isdigit()) or len(plain) > _LONGEST:
        expected = number(_EXAMPLE, locale)
        raise UserError(Problem.BAD_NUMBER, field=field, found=text.strip(), expected=expected)
    return int(plain)
