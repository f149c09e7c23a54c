"""Asking once about a day that a slip could mean, before anything is agreed for so long."""

from datetime import date
from typing import Any

from creditmate.domain.far_days import is_far
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_in_table
from creditmate.ui.kit.field import Field
from creditmate.ui.surroundings import Surroundings


class FarAsked:
    """Points at such a day once; whoever says the same again means it.

    Args:
        around: Today, and what words are made with.
        field: Where the day is typed.
        in_form: Enter does not save there, as in a form with its own keys for it.
    """

    def __init__(self, around: Surroundings, field: Field[Any], *, in_form: bool = False) -> None:
        self._around, self._field, self._in_form = around, field, in_form
        self._day: date | None = None

    def is_asked(self, day: date | None) -> bool:
        """Whether it was pointed at just now: then nothing is put down yet."""
        if day is None or day == self._day or not is_far(day, self._around.program.clock.today):
            return False
        self._day = day
        _ = words(self._around.language).gettext
        text = _("{day}: Enter again if that is what they mean.")
        if self._in_form:
            text = _("{day}: save once more if that is what they mean.")
        shown = day_in_table(day, self._around.locale, self._around.program.clock.today)
        self._field.warn(text.format(day=shown))
        self._field.setFocus()
        return True
