"""Interest for paying late: the law of our country, its reference rates, and what to know of it."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from creditmate.domain.changes import Saved, Touched
from creditmate.domain.reference_rates import ReferenceRate, Series
from creditmate.i18n.interest_law_words import (
    law_words,
    missing_words,
    not_advice,
    why_calculators_differ,
)
from creditmate.services.reference_rates import RatesFacts, ReferenceRateTable
from creditmate.services.settings import KeptSettings
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.empty_state import EmptyWords
from creditmate.ui.kit.field import MessageLine
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.queries import Latest
from creditmate.ui.settings.interest_cells import ListedReference, ReferenceCells, listed
from creditmate.ui.settings.list_page import Action, ListBlock
from creditmate.ui.settings.records_page import RecordsPage
from creditmate.ui.settings.reference_dialog import ReferenceDialog
from creditmate.ui.settings.sections import INTEREST, section_of
from creditmate.ui.settings.worth_deciding import WorthDialog, WorthLine
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.telling import Undo
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SPACE, Ink, Type


class InterestPage(RecordsPage):
    """The scheme used, what is listed of it, its rates, and why other calculators differ.

    Attributes:
        missing: Says which rate has to be entered; hidden while none is missing.
        worth: Says from when on interest is listed to be decided.
    """

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around, section_of(INTEREST))
        _, theme = self.words.gettext, around.theme
        self._facts: RatesFacts | None = None
        self._cells = ReferenceCells(around.language, around.locale)
        self.add = Button(theme, _("Enter a rate"), Kind.PRIMARY, glyph=Glyph.ADD, keys="N")
        self.law = Paragraph(theme, "")
        self.missing = MessageLine(theme)
        self.missing.hide()
        self.worth = WorthLine(around)
        self._kept: KeptSettings | None = None
        actions: list[Action[ListedReference]] = [
            Action(Glyph.EDIT, _("Put right…"), self._put_right),
            Action(Glyph.CLOSE, _("Take back"), self._remove, fits=_is_own),
        ]
        self.rates: ListBlock[ListedReference] = ListBlock(
            around, _("Reference rates"), self._cells.columns(), actions, flexible=4
        )
        self.head_end.addWidget(self.add)
        self.body.addLayout(_clear(self.law, self.missing))
        self.body.addWidget(self.worth)
        self.body.addWidget(self.rates, 1)
        self.body.addLayout(_clear(
            Paragraph(theme, why_calculators_differ(around.language), Type.SMALL, Ink.MUTED),
            Paragraph(theme, not_advice(around.language), Type.SMALL, Ink.MUTED),
        ))  # fmt: skip
        self.add.clicked.connect(self.add_one)
        self.worth.asked.connect(self._change_worth)
        self.rates.acted_on_none.connect(self.add_one)
        self._reading: Latest[tuple[RatesFacts, KeptSettings]] = Latest(
            around.desk, self._show, around.desk.failed.emit, self
        )

    def begin(self) -> None:
        """Work begins among the rates."""
        self.rates.begin()

    def reload(self) -> None:
        """Ask for the law, its rates, and the limits."""
        program = self.around.program
        self._reading.ask(lambda: (program.reference_rates.facts(), program.settings.read()))

    def _show(self, answer: tuple[RatesFacts, KeptSettings]) -> None:
        _, around = self.words.gettext, self.around
        facts, self._kept = answer
        self.worth.show_kept(self._kept)
        self._facts, self._cells.law = facts, facts.law
        self.law.set_text(law_words(facts.law, around.language, around.locale))
        self.missing.setVisible(facts.missing is not None)
        if facts.missing is not None:
            said = missing_words(facts.missing, around.language, around.locale)
            self.missing.say(Glyph.ALERT, Ink.WARNING, said, "")
        none = EmptyWords(
            _("No reference rate is needed"),
            _("No law about late interest is known here for our country."),
            _("Enter a rate"),
        )
        self.rates.show_items(listed(facts.rates, facts.today), none)

    # ------------------------------------------------------------- doing
    def _change_worth(self) -> None:
        """Change from when on interest is listed."""
        if self._kept is not None:
            WorthDialog(self.around, self, self._kept, self._on_worth)

    def _on_worth(self, answer: tuple[Touched, Undo]) -> None:
        touched, undo = answer
        self.tell(touched, self.words.gettext("What is worth deciding is saved"), undo)

    def add_one(self) -> None:
        """Enter a rate, of the half-year that has none."""
        missing = None if self._facts is None else self._facts.missing
        self._open(half=None if missing is None else missing.half)

    def _put_right(self, one: ListedReference) -> None:
        self._open(rate=one.rate)

    def _open(self, half: date | None = None, rate: ReferenceRate | None = None) -> None:
        series = None if self._facts is None else self._facts.series
        if rate is not None:
            series = rate.series
        ReferenceDialog(
            self.around, self, series or Series.ECB, self._on_entered, half=half, rate=rate
        ).begin()

    def _on_entered(self, saved: Saved) -> None:
        """Undone, the ledger's own rate of that half-year is as it was."""
        before = () if self._facts is None else self._facts.rates
        table = self.around.program.reference_rates
        undo = partial(_undo, table, saved.id, tuple(one for one in before if one.id is not None))
        self.tell(saved.touched, self.words.gettext("The rate is entered"), undo)

    def _remove(self, one: ListedReference) -> None:
        table, rate = self.around.program.reference_rates, one.rate
        if rate.id is None:
            return
        said = self.words.gettext("The rate is taken back")
        self.do(partial(table.remove, rate.id), said, partial(_enter, table, rate))


def _is_own(one: ListedReference) -> bool:
    return one.rate.id is not None


def _enter(table: ReferenceRateTable, rate: ReferenceRate) -> Touched:
    made = table.enter(rate.series, rate.from_day, rate.percent, rate.source, checked=rate.checked)
    return made.touched


def _undo(table: ReferenceRateTable, id_: int, before: tuple[ReferenceRate, ...]) -> Touched:
    entered = next(one for one in table.own() if one.id == id_)
    for rate in before:
        if (rate.series, rate.from_day) == (entered.series, entered.from_day):
            return _enter(table, rate)  # takes the place of the one just entered
    return table.remove(id_)


def _clear(*parts: Paragraph | MessageLine) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(SPACE.xl, SPACE.s, SPACE.xl, SPACE.s)
    column.setSpacing(SPACE.xs)
    for part in parts:
        column.addWidget(part)
    return column
