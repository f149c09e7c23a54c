"""Reading what is typed in a form: an empty text is nothing, one nobody can read is told of."""

from datetime import date, time

from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import Money
from creditmate.i18n.hour_parsing import parse_hour
from creditmate.i18n.parsing import Towards, parse_day, parse_money


class FormTexts:
    """Reads texts by the name of their field.

    Args:
        currency: Of amounts that name none.
        locale: In which they are typed.
        today: Days are understood from here.

    Attributes:
        bad: The texts that nobody can read, by field.
    """

    def __init__(self, currency: str, locale: str, today: date) -> None:
        self._currency, self._locale, self._today = currency, locale, today
        self.bad: dict[str, UserError] = {}

    def amount(self, name: str, text: str) -> Money | None:
        """Return an amount."""
        if not text.strip():
            return None
        try:
            return parse_money(text, self._currency, self._locale, field=name)
        except UserError as error:
            self.bad[name] = error
            return None

    def day(self, name: str, text: str, towards: Towards = Towards.FUTURE) -> date | None:
        """Return a day; without a year it lies before or after today."""
        if not text.strip():
            return None
        try:
            return parse_day(text, self._locale, self._today, towards=towards, field=name)
        except UserError as error:
            self.bad[name] = error
            return None

    def hour(self, name: str, text: str) -> time | None:
        """Return an hour of the day."""
        if not text.strip():
            return None
        try:
            return parse_hour(text, self._locale, field=name)
        except UserError as error:
            self.bad[name] = error
            return None

    def count(self, name: str, text: str, most: int) -> int | None:
        """Return a whole number from one on."""
        if not text.strip():
            return None
        if text.strip().isdecimal() and 1 <= int(text) <= most:
            return int(text)
        self.bad[name] = UserError(Problem.BAD_NUMBER, field=name, found=text, expected="3")
        return None
