"""From when on interest is listed to be decided: said on a line of the page, typed in a dialog."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from creditmate.domain.changes import Touched
from creditmate.domain.errors import UserError
from creditmate.domain.money import Money
from creditmate.domain.refusals import Why, refused
from creditmate.domain.settings import Settings, SettingsError
from creditmate.i18n.bidi import apart
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import money, number
from creditmate.i18n.parsing import parse_money
from creditmate.services.settings import BusinessSettings, KeptSettings
from creditmate.ui.customer_edit.field_book import FieldBook
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.settings.whole_numbers import whole
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.telling import Undo
from creditmate.ui.theme.tokens import SIZES, SPACE

_FROM, _DAYS = "settings.interest_from", "settings.interest_days"


def worth_words(kept: KeptSettings, language: str, locale: str) -> str:
    """Return the limits in a sentence."""
    days = kept.settings.interest_days
    text = words(language).ngettext(
        "Listed to be decided: {least} or more for an invoice, up to {days} day after its payment.",
        "Listed to be decided: {least} or more for an invoice, up to {days} days after its"
        " payment.",
        days,
    )
    least = apart(money(kept.interest_from, locale, symbol=True))
    return text.format(least=least, days=number(days, locale))


def read_worth(least: str, days: str, kept: KeptSettings, locale: str) -> Settings:
    """Return the settings with the limits as they are typed; without an amount, all is listed.

    Raises:
        UserError: A text cannot be read, or what it says is out of bounds; ``field`` names it.
    """
    amount = Money(0, kept.currency)
    if least.strip():
        amount = parse_money(least.strip(), kept.currency, locale, field=_FROM)
    back = whole(days, locale, _DAYS)
    try:
        return replace(kept.settings, interest_from_minor=amount.minor, interest_days=back)
    except SettingsError as error:
        field = _DAYS if error.key == "interest_days" else _FROM
        raise refused(field, Why.OUT_OF_BOUNDS, found=str(error.found)) from error


class WorthLine(QWidget):
    """The sentence, and the way to change it."""

    asked = Signal()
    """The limits are to be changed."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around, theme = around, around.theme
        self.sentence = Paragraph(theme, "")
        self.change = Button(theme, words(around.language).gettext("Change…"), Kind.LINK)
        self.change.clicked.connect(self.asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.xl, 0, SPACE.xl, SPACE.s)
        row.setSpacing(SPACE.l)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.change)

    def show_kept(self, kept: KeptSettings) -> None:
        """Say the limits that are kept."""
        self.sentence.set_text(worth_words(kept, self._around.language, self._around.locale))


class WorthDialog(EditDialog):
    """The two limits; ``then`` is given what was touched, and how it is undone."""

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        kept: KeptSettings,
        then: Callable[[Any], object],
    ) -> None:
        _ = words(around.language).gettext
        super().__init__(
            around,
            window,
            _("Interest worth deciding"),
            _("Save"),
            detail=_("What is below, or was paid earlier, is not listed one by one. It stays yours"
                     " to decide: under “Small” and “All”."),
            width=SIZES.credit_dialog,
        )  # fmt: skip
        self._kept, self._told = kept, then
        self.book = FieldBook(around.theme, self)
        grid = ColumnGrid(2, gap=SPACE.l, row_gap=0)
        grid.add(
            self.book.line(_FROM, _("From so much for an invoice"), amount=True),
            self.book.line(_DAYS, _("Days after its payment")),
        )
        self.put(grid)
        for name, field in self.book.fields.items():
            self.add(name, field)
        least = money(kept.interest_from, around.locale)
        self.book.show({_FROM: least, _DAYS: str(kept.settings.interest_days)})
        self.open_at(self.book.input(_FROM))

    def on_verb(self) -> None:
        """Save what is typed."""
        held = self.book.values()
        try:
            settings = read_worth(held[_FROM], held[_DAYS], self._kept, self.around.locale)
        except UserError as error:
            self.clear()
            self.refuse(error)
            return
        self.submit(partial(_save, self.around.program.settings, settings, self._kept), self._told)


def _save(
    service: BusinessSettings, settings: Settings, kept: KeptSettings
) -> tuple[Touched, Undo]:
    """Save on the database thread; undone, the limits are as they were."""
    touched = service.save(settings, kept.version)

    def undo() -> Touched:
        now = service.read()
        before = replace(
            now.settings,
            interest_from_minor=kept.settings.interest_from_minor,
            interest_days=kept.settings.interest_days,
        )
        return service.save(before, now.version)

    return touched, undo
