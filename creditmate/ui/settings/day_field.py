"""A day to be typed in a form, with what it was understood as below it."""

from datetime import date

from creditmate.domain.errors import UserError
from creditmate.i18n.catalogue import words
from creditmate.i18n.day_parsing import Towards, parse_day
from creditmate.i18n.formats import day_echoed
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.surroundings import Surroundings


class DayField(Field[LineInput]):
    """Words such as ``fri`` or ``1/4`` are understood; what is not is said on saving.

    Args:
        around: Of the window.
        name: Under which a service refuses it, and under which it refuses itself.
        label: Above it.
        towards: Where a day lies whose month or year is left out.
    """

    def __init__(
        self, around: Surroundings, name: str, label: str, towards: Towards = Towards.FUTURE
    ) -> None:
        super().__init__(around.theme, label, LineInput(around.theme, label))
        self.input.setPlaceholderText(words(around.language).gettext("such as fri or +7"))
        self._locale, self._towards = around.locale, towards
        self._today, self._name = around.program.clock.today, name
        self._shown: date | None = None
        self.input.textChanged.connect(self._echo)

    def show_day(self, day: date) -> None:
        """Show a day; as long as nothing else is typed it is the one."""
        self._shown = day
        self.input.setText(day_echoed(day, self._locale))
        self.clear()

    def day(self) -> date:
        """Return the day that is typed.

        Raises:
            UserError: ``BAD_DATE``, with the field's name.
        """
        shown = self._shown
        if shown is not None and self.input.text() == day_echoed(shown, self._locale):
            return shown
        return parse_day(
            self.input.text(), self._locale, self._today, towards=self._towards, field=self._name
        )

    def _echo(self, text: str) -> None:
        try:
            day = self.day()
        except UserError:
            self.clear()
            return
        said = day_echoed(day, self._locale)
        if said == text:
            self.clear()
        else:
            self.echo(said)
