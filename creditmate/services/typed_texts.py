"""Texts as they are typed into records: blanks tidied, what nobody could read refused."""

from creditmate.domain.refusals import Why, refused
from creditmate.domain.unseen import has_unseen, says_nothing


def one_line(field: str, text: str, most: int, *, required: bool = False) -> str:
    """Return a text of one line with single blanks between its words.

    Args:
        field: As a refusal names it, ``customer.name``.
        text: As typed.
        most: Characters.
        required: Whether it has to say anything.

    Raises:
        UserError: ``FIELD_REFUSED``.
    """
    return _checked(field, " ".join(text.split()), most, required=required)


def some_lines(field: str, text: str, most: int) -> str:
    """Return a text that may have several lines, without blanks around it.

    Raises:
        UserError: ``FIELD_REFUSED``.
    """
    return _checked(field, text.strip(), most, required=False)


def _checked(field: str, text: str, most: int, *, required: bool) -> str:
    if required and says_nothing(text):
        raise refused(field, Why.EMPTY)
    if len(text) > most:
        raise refused(field, Why.TOO_LONG, most=most)
    if has_unseen(text):
        raise refused(field, Why.UNSEEN)
    return text
