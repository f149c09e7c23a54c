"""Tax codes and their rates by day."""

from collections.abc import Sequence
from functools import partial

from creditmate.domain.changes import Saved, Touched
from creditmate.domain.taxes import TaxRate
from creditmate.services.taxes import TaxEntry, Taxes, TaxRow
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.empty_state import EmptyWords
from creditmate.ui.queries import Latest
from creditmate.ui.settings.list_page import Action, ListBlock
from creditmate.ui.settings.records_page import RecordsPage
from creditmate.ui.settings.sections import TAXES, section_of
from creditmate.ui.settings.tax_cells import ListedTax, TaxCells, listed
from creditmate.ui.settings.tax_dialog import TaxDialog
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph


class TaxesPage(RecordsPage):
    """The rates by code and day; what was typed wrong is put right, what has changed is added."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around, section_of(TAXES))
        _ = self.words.gettext
        cells = TaxCells(around.language, around.locale)
        self.add = Button(around.theme, _("Add a code"), Kind.PRIMARY, glyph=Glyph.ADD, keys="N")
        actions: list[Action[ListedTax]] = [
            Action(Glyph.EDIT, _("Put right…"), self._put_right),
            Action(Glyph.ADD, _("Another rate from a day…"), self._another),
            Action(Glyph.CLOSE, _("Take back"), self._remove),
        ]
        self.rates: ListBlock[ListedTax] = ListBlock(
            around, _("Rates"), cells.columns(), actions, flexible=5
        )
        self.head_end.addWidget(self.add)
        self.body.addWidget(self.rates, 1)
        self.add.clicked.connect(self.add_one)
        self.rates.acted_on_none.connect(self.add_one)
        self._reading: Latest[Sequence[TaxRow]] = Latest(
            around.desk, self._show, around.desk.failed.emit, self
        )

    def begin(self) -> None:
        """Work begins among the rates."""
        self.rates.begin()

    def reload(self) -> None:
        """Ask for every rate."""
        self._reading.ask(self.around.program.taxes.table)

    def _show(self, rows: Sequence[TaxRow]) -> None:
        _ = self.words.gettext
        none = EmptyWords(
            _("No tax is charged"),
            _("Add the codes that stand on your invoices."),
            _("Add a code"),
        )
        self.rates.show_items(listed(rows, self.around.program.clock.today), none)

    # ------------------------------------------------------------- doing
    def add_one(self) -> None:
        """Add a code."""
        TaxDialog(self.around, self, self._on_added).begin()

    def _another(self, one: ListedTax) -> None:
        TaxDialog(self.around, self, self._on_added, of=one.row.rate).begin()

    def _on_added(self, saved: Saved) -> None:
        undo = partial(_take_back, self.around.program.taxes, saved.id)
        self.tell(saved.touched, self.words.gettext("The rate is entered"), undo)

    def _put_right(self, one: ListedTax) -> None:
        taxes, before = self.around.program.taxes, one.row.rate

        def then(saved: Saved) -> None:
            undo = partial(_change_back, taxes, saved.id, before)
            self.tell(saved.touched, self.words.gettext("The rate is put right"), undo)

        TaxDialog(self.around, self, then, put_right=one.row).begin()

    def _remove(self, one: ListedTax) -> None:
        taxes, rate = self.around.program.taxes, one.row.rate

        def undo() -> Touched:
            return taxes.add(_entry(rate)).touched

        said = self.words.gettext("The rate is taken back; issued papers keep it")
        self.do(partial(taxes.remove, one.row), said, undo)


def _entry(rate: TaxRate) -> TaxEntry:
    return TaxEntry(rate.code, rate.name, rate.kind, rate.from_day, rate.rate, rate.source)


def _row(taxes: Taxes, id_: int) -> TaxRow:
    return next(row for row in taxes.table() if row.id == id_)


def _take_back(taxes: Taxes, id_: int) -> Touched:
    return taxes.remove(_row(taxes, id_))


def _change_back(taxes: Taxes, id_: int, before: TaxRate) -> Touched:
    return taxes.change(_row(taxes, id_), _entry(before)).touched
