"""What currencies are worth in the home currency, by day."""

from collections.abc import Sequence
from functools import partial

from creditmate.domain.changes import Saved, Touched
from creditmate.domain.exchange import ExchangeRateRow
from creditmate.services.exchange_rates import ExchangeRates
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.empty_state import EmptyWords
from creditmate.ui.queries import Latest
from creditmate.ui.settings.list_page import Action, ListBlock
from creditmate.ui.settings.rate_cells import ListedRate, RateCells, listed
from creditmate.ui.settings.rate_dialog import RateDialog
from creditmate.ui.settings.records_page import RecordsPage
from creditmate.ui.settings.sections import CURRENCIES, section_of
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph


class CurrenciesPage(RecordsPage):
    """The rates by currency, the latest first; what is used today is marked."""

    def __init__(self, around: Surroundings, home: str) -> None:
        super().__init__(around, section_of(CURRENCIES))
        _ = self.words.gettext
        self._home = home
        self._rows: Sequence[ExchangeRateRow] = ()
        cells = RateCells(around.language, around.locale, home)
        self.add = Button(around.theme, _("Enter a rate"), Kind.PRIMARY, glyph=Glyph.ADD, keys="N")
        actions: list[Action[ListedRate]] = [
            Action(Glyph.ADD, _("Another day's rate…"), self._another),
            Action(Glyph.EDIT, _("Put right…"), self._put_right),
            Action(Glyph.CLOSE, _("Take back"), self._remove),
        ]
        self.rates: ListBlock[ListedRate] = ListBlock(
            around, _("Rates"), cells.columns(), actions, flexible=4
        )
        self.head_end.addWidget(self.add)
        self.body.addWidget(self.rates, 1)
        self.add.clicked.connect(self.add_one)
        self.rates.acted_on_none.connect(self.add_one)
        self._reading: Latest[Sequence[ExchangeRateRow]] = Latest(
            around.desk, self._show, around.desk.failed.emit, self
        )

    def begin(self) -> None:
        """Work begins among the rates."""
        self.rates.begin()

    def reload(self) -> None:
        """Ask for every rate."""
        self._reading.ask(self.around.program.exchange_rates.table)

    def _show(self, rows: Sequence[ExchangeRateRow]) -> None:
        _ = self.words.gettext
        self._rows = rows
        none = EmptyWords(
            _("No rate is entered"),
            _("Only for customers in other currencies: without one, those count one for one."),
            _("Enter a rate"),
        )
        self.rates.show_items(listed(rows, self.around.program.clock.today), none)

    # ------------------------------------------------------------- doing
    def add_one(self) -> None:
        """Enter a rate."""
        RateDialog(self.around, self, self._home, self._on_entered).begin()

    def _another(self, one: ListedRate) -> None:
        RateDialog(self.around, self, self._home, self._on_entered, one.row).begin()

    def _put_right(self, one: ListedRate) -> None:
        dialog = RateDialog(self.around, self, self._home, self._on_entered, one.row, is_new=False)
        dialog.begin()

    def _on_entered(self, saved: Saved) -> None:
        """Undone, the rates of that currency are as they were, one of the same day included."""
        undo = partial(_undo, self.around.program.exchange_rates, saved.id, tuple(self._rows))
        self.tell(saved.touched, self.words.gettext("The rate is entered"), undo)

    def _remove(self, one: ListedRate) -> None:
        rates, row = self.around.program.exchange_rates, one.row

        def undo() -> Touched:
            return _enter(rates, row)

        said = self.words.gettext("The rate is taken back")
        self.do(partial(rates.remove, row.id), said, undo)


def _enter(rates: ExchangeRates, row: ExchangeRateRow) -> Touched:
    rate = row.rate
    return rates.enter(rate.currency, rate.day, rate.rate, row.source).touched


def _undo(rates: ExchangeRates, id_: int, before: Sequence[ExchangeRateRow]) -> Touched:
    entered = next(row.rate for row in rates.table() if row.id == id_)
    for row in before:
        if (row.rate.currency, row.rate.day) == (entered.currency, entered.day):
            return _enter(rates, row)  # takes the place of the one just entered
    return rates.remove(id_)
