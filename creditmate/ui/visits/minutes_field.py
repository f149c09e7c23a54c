"""Fields for minutes and for a distance: either may be left empty."""

from decimal import Decimal

from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.distances import distance_words, duration_words
from creditmate.i18n.formats import decimal_figures, number
from creditmate.i18n.locales import typed
from creditmate.i18n.quantities import parse_decimal
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.kit.typed_fields import TypedField
from creditmate.ui.surroundings import Surroundings

_LONGEST = 4
_EXAMPLE = 60
_TENTHS = 10


class MinutesField(TypedField[int]):
    """Whole minutes, echoed in hours."""

    def __init__(self, around: Surroundings, label: str) -> None:
        super().__init__(around, label, LineInput(around.theme, label, amount=True))

    def show_minutes(self, minutes: int | None) -> None:
        """Show minutes, or none."""
        self.input.setText("" if minutes is None else number(minutes, self._around.locale))
        self.clear()

    def _understood(self, text: str) -> int:
        plain = typed(text, self._around.locale)
        if not (plain.isascii() and plain.isdigit()) or len(plain) > _LONGEST:
            expected = number(_EXAMPLE, self._around.locale)
            raise UserError(Problem.BAD_NUMBER, field=self._label, found=text, expected=expected)
        return int(plain)

    def _echo_read(self, value: int) -> None:
        self.echo(duration_words(value, self._around.locale))


class DistanceField(TypedField[int]):
    """A distance in miles or kilometres; what is read are tenths."""

    def __init__(self, around: Surroundings, label: str, unit: str) -> None:
        super().__init__(around, label, LineInput(around.theme, label, amount=True))
        self._unit = unit

    def show_tenths(self, tenths: int | None) -> None:
        """Show a distance, or none."""
        places = 0 if tenths is None or not tenths % _TENTHS else 1
        far = Decimal(tenths or 0) / _TENTHS
        shown = "" if tenths is None else decimal_figures(far, places, self._around.locale)
        self.input.setText(shown)
        self.clear()

    def _understood(self, text: str) -> int:
        return round(parse_decimal(text, self._around.locale, field=self._label) * _TENTHS)

    def _echo_read(self, value: int) -> None:
        self.echo(distance_words(value, self._unit, self._around.locale))
