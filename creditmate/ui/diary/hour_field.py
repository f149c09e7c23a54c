"""A field for an hour of the day; it may be left empty."""

from datetime import time

from creditmate.i18n.diary_words import clock_words
from creditmate.i18n.hour_parsing import parse_hour
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.kit.typed_fields import TypedField
from creditmate.ui.surroundings import Surroundings


class HourField(TypedField[time]):
    """An hour in the ways people write one."""

    def __init__(self, around: Surroundings, label: str) -> None:
        super().__init__(around, label, LineInput(around.theme, label))

    def show_hour(self, at: time | None) -> None:
        """Show an hour, or none."""
        self.input.setText("" if at is None else clock_words(at, self._around.locale))
        self.clear()

    def _understood(self, text: str) -> time:
        return parse_hour(text, self._around.locale, field=self._label)

    def _echo_read(self, value: time) -> None:
        self.echo(clock_words(value, self._around.locale))
