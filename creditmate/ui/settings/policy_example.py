"""The invoice at hand of the contact policy: which one it is in words, and a field to choose it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.i18n.bidi import apart
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_with_weekday
from creditmate.services.policy_examples import Example
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.search.customer_input import CustomerInput
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE, Ink, Type


def example_words(example: Example, language: str, locale: str, *, ours: bool) -> str:
    """Return which invoice the days are of, and what becomes of days that are not worked.

    Args:
        example: The invoice.
        language: Of the words.
        locale: Of the days.
        ours: The values are the business's: where others count for its customer, it is said.
    """
    _ = words(language).gettext
    if example.number:
        text = _("Under each step stands its day for invoice {number} of {name}, of {day},"
                 " due on {due}.")  # fmt: skip
    else:
        text = _("Under each step stands its day for an invoice of {day}, due on {due}.")
    said = text.format(
        number=apart(example.number),
        name=apart(example.name),
        day=apart(day_with_weekday(example.day, locale)),
        due=apart(day_with_weekday(example.due_day, locale)),
    )
    moved = _("A day that is not worked moves to one that is.")
    differs = _("For this customer other values count; the days here are by those of this page.")
    return " ".join((said, moved, *([differs] if ours and example.differs else [])))


class ExampleBar(QWidget):
    """Says which invoice is looked at; typing a number, a name or a code chooses another.

    Attributes:
        input: Where it is typed.
    """

    picked = Signal()
    """Another invoice is to be looked at."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        _, theme = words(around.language).gettext, around.theme
        self.input = CustomerInput(around, _("Invoice to look at"))
        self._field = Field(theme, _("Invoice to look at"), self.input, echoes=False)
        self._said = Paragraph(theme, "", Type.BODY, Ink.MUTED)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addWidget(self._field)
        column.addWidget(self._said)
        self.input.picked.connect(self._on_picked)

    @property
    def words(self) -> str:
        """Which invoice is looked at, and from where it differs."""
        return self._said.text()

    @property
    def asked(self) -> tuple[str, str]:
        """Whose invoice is asked for, and its number; both empty for the newest of all."""
        return self.input.code, self.input.number

    def show_example(self, example: Example, *, lacking: bool) -> None:
        """Say which invoice it is; ``lacking``: whoever was asked for has none."""
        around, _ = self._around, words(self._around.language).gettext
        self._said.set_text(example_words(example, around.language, around.locale, ours=True))
        if lacking:
            self._field.note(_("There is no invoice of theirs."))
        else:
            self._field.clear()

    def _on_picked(self, _code: str, _name: str) -> None:
        self.picked.emit()
