"""The help sheets by country: looked through, edited, and written for another country."""

from collections.abc import Sequence
from functools import partial

from creditmate.domain.changes import Saved
from creditmate.domain.help_sheets import HelpSheet
from creditmate.i18n.countries import country_name
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.empty_state import EmptyWords
from creditmate.ui.queries import Latest
from creditmate.ui.settings.help_sheet_cells import HelpSheetCells
from creditmate.ui.settings.help_sheet_dialog import EditHelpSheetDialog
from creditmate.ui.settings.list_page import Action, ListBlock
from creditmate.ui.settings.records_page import RecordsPage
from creditmate.ui.settings.sections import HELP_SHEETS, section_of
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph


class HelpSheetsPage(RecordsPage):
    """Each country's sheet; those as they were shipped are marked to be checked.

    Attributes:
        sheets: Their list.
        known: What was read of them; None until it was.
    """

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around, section_of(HELP_SHEETS))
        _ = self.words.gettext
        self.known: Sequence[HelpSheet] | None = None
        self.add = Button(
            around.theme, _("Another country"), Kind.PRIMARY, glyph=Glyph.ADD, keys="N"
        )
        self.sheets: ListBlock[HelpSheet] = ListBlock(
            around,
            _("Countries"),
            HelpSheetCells(around.language).columns(),
            [Action(Glyph.EDIT, _("Read and edit…"), self._edit)],
            flexible=2,
        )
        self.head_end.addWidget(self.add)
        self.body.addWidget(self.sheets, 1)
        self.add.clicked.connect(self.add_one)
        self.sheets.acted_on_none.connect(self.add_one)
        self._reading: Latest[Sequence[HelpSheet]] = Latest(
            around.desk, self._show, around.desk.failed.emit, self
        )
        self._coming()

    def begin(self) -> None:
        """Work begins among the countries."""
        self.sheets.begin()

    def reload(self) -> None:
        """Ask for every sheet."""
        self._reading.ask(self.around.program.help_sheets.all)

    def _coming(self) -> None:
        """Which countries have one already is not known yet."""
        self.add.refuse(self.words.gettext("This is still loading."))

    def _show(self, sheets: Sequence[HelpSheet]) -> None:
        _ = self.words.gettext
        self.known = sheets
        self.add.allow()
        none = EmptyWords(
            _("There is no help sheet yet"),
            _("It says where people who cannot pay find help that is free."),
            _("Another country"),
        )
        self.sheets.show_items(sheets, none)

    # ------------------------------------------------------------- doing
    def add_one(self) -> None:
        """Write one for a country that has none."""
        if self.known is None:
            self.told.emit(self.words.gettext("This is still loading."))
            return
        known = {sheet.country for sheet in self.known}
        then = partial(self._on_saved, None)
        EditHelpSheetDialog(self.around, self, then, known=known).begin()

    def _edit(self, sheet: HelpSheet) -> None:
        then = partial(self._on_saved, sheet)
        EditHelpSheetDialog(self.around, self, then, sheet=sheet).begin()

    def _on_saved(self, before: HelpSheet | None, kept: HelpSheet, saved: Saved) -> None:
        said = self.words.gettext("The help sheet is saved: {country}")
        country = country_name(kept.country, self.around.language)
        undo = partial(self.around.program.help_sheets.put_back, kept.country, before)
        self.tell(saved.touched, said.format(country=country), undo)
