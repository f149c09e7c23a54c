"""A country's help sheet, edited: its title, and the names, numbers and sentences it bears."""

from collections.abc import Callable, Collection

from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Saved
from creditmate.domain.help_sheets import HelpSheet
from creditmate.domain.refusals import Why, refused
from creditmate.i18n.catalogue import words
from creditmate.i18n.countries import countries, country_name
from creditmate.ui.customer_edit.field_book import FieldBook
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES

_COUNTRY, _TITLE, _WORDING = "help_sheet.country", "help_sheet.title", "help_sheet.wording"
_LINES = 16

Then = Callable[[HelpSheet, Saved], object]
"""Told what was kept."""


class EditHelpSheetDialog(EditDialog):
    """``sheet`` is the one that is edited; without one, a country not in ``known`` gets it."""

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        then: Then,
        *,
        sheet: HelpSheet | None = None,
        known: Collection[str] = (),
    ) -> None:
        _, language = words(around.language).gettext, around.language
        title = _("A help sheet for another country")
        detail = _("Where people there find help that is free. An empty line begins a new part.")
        if sheet is not None:
            country = country_name(sheet.country, language)
            title = _("Help sheet: {country}").format(country=country)
        if sheet is not None and sheet.is_as_shipped:
            detail = _("These names and numbers came with the program: check each of them. Saved,"
                       " with changes or without, it counts as looked through.")  # fmt: skip
        super().__init__(around, window, title, _("Save"), detail=detail, width=SIZES.bug_dialog)
        self._sheet, self._told = sheet, then
        self.book = FieldBook(around.theme, self)
        if sheet is None:
            offers = [("", ""), *(one for one in countries(language) if one[0] not in known)]
            self.put(self.book.choice(_COUNTRY, _("Country"), offers))
        self.put(
            self.book.line(_TITLE, _("Title")),
            self.book.text(_WORDING, _("Wording"), _LINES),
        )
        if sheet is not None:
            self.book.show({_TITLE: sheet.title, _WORDING: sheet.wording})
        for name, field in self.book.fields.items():
            self.add(name, field)

    def begin(self) -> None:
        """Open at the words; for a country that has no sheet yet, at the country."""
        self.open_at(self.book.input(_COUNTRY if self._sheet is None else _WORDING))

    def on_verb(self) -> None:
        """Keep it as it is typed."""
        held = self.book.values()
        country, version = held.get(_COUNTRY, ""), 0
        if self._sheet is not None:
            country, version = self._sheet.country, self._sheet.version
        if not country:
            self.clear()
            self.refuse(refused(_COUNTRY, Why.EMPTY))
            return
        typed = HelpSheet(country, held[_TITLE], held[_WORDING], version)
        sheets, told = self.around.program.help_sheets, self._told
        self.submit(lambda: sheets.edit(typed), lambda saved: told(typed, saved))
