"""The people at a customer's: added, edited, confirmed, put away and taken back."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from creditmate.domain.changes import Touched
from creditmate.i18n.catalogue import words
from creditmate.services.contacts_editing import ContactCard
from creditmate.services.customer_pages import CustomerPage
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.check_row import CheckRow
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.people.person_card import PersonCard
from creditmate.ui.people.person_dialog import NOBODY, PersonDialog
from creditmate.ui.queries import Latest, Writes
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SPACE, Ink

_COLUMNS = 2
ADD_KEY = "A"
People = tuple[Sequence[ContactCard], Sequence[ContactCard]]
"""Those who are there, and those who were put away."""


class PeopleTab(QScrollArea):
    """Everybody in columns: who decides first, then who pays."""

    told = Signal(str)
    told_undo = Signal(str, object)
    changed = Signal(Touched)

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around, self._editing = around, around.program.contacts_editing
        self._shown: CustomerPage | None = None
        _, theme = words(around.language).gettext, around.theme
        self.add = Button(theme, _("Add somebody"), Kind.PLAIN, glyph=Glyph.ADD, keys=ADD_KEY)
        self.add.clicked.connect(self.on_add)
        self.archived = CheckRow(theme, _("Those put away as well"))
        self.archived.toggled.connect(self._ask)
        self._none = Paragraph(theme, _("Nobody is known here yet."), ink=Ink.MUTED)
        self.people = ColumnGrid(_COLUMNS, gap=SPACE.xl, row_gap=SPACE.xl)
        self._lay_out()
        self.setAccessibleName(_("Contacts"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        failed = around.desk.failed.emit
        self._asked: Latest[People] = Latest(around.desk, self._show, failed, self)
        self._deeds = Writes(around.desk, failed, self)

    def _lay_out(self) -> None:
        page = QWidget()
        head = QHBoxLayout()
        head.setSpacing(SPACE.l)
        head.addWidget(self.add)
        head.addStretch(1)
        head.addWidget(self.archived)
        column = QVBoxLayout(page)
        column.setContentsMargins(SPACE.xl, SPACE.m, SPACE.xl, SPACE.l)
        column.setSpacing(SPACE.l)
        column.addLayout(head)
        column.addWidget(self._none)
        column.addWidget(self.people)
        column.addStretch(1)
        self.setWidget(page)
        self.setWidgetResizable(True)

    # ------------------------------------------------------------- showing
    def show_page(self, page: CustomerPage) -> None:
        """Show the people at a customer's."""
        before = self._shown
        self._shown = page
        if before is None or before.brief.customer.id != page.brief.customer.id:
            self.people.clear()
        self._ask()

    def _ask(self) -> None:
        if self._shown is not None:
            self._asked.ask(partial(self._read, self._shown.brief.customer.code))

    def _read(self, code: str) -> People:
        return self._editing.cards(code), self._editing.cards(code, archived=True)

    def _show(self, people: People) -> None:
        if self._shown is None:
            return
        here, away = people
        self.people.clear()
        for card in (*here, *(away if self.archived.isChecked() else ())):
            made = self._card(card, self._shown)
            self.people.add(made)
            made.show()  # the grid may be seen already
        self._none.setVisible(not here)
        self.archived.setVisible(bool(away))

    def _card(self, card: ContactCard, page: CustomerPage) -> PersonCard:
        made = PersonCard(self._around, card, page.brief.as_at)
        made.edit_wanted.connect(partial(self._open, card))
        made.confirm_wanted.connect(partial(self._do, card, self._editing.confirm))
        made.restore_wanted.connect(partial(self._do, card, self._editing.restore))
        made.archive_wanted.connect(partial(self._on_archive, card))
        return made

    # ------------------------------------------------------------- acting
    def on_add(self) -> None:
        """Add somebody."""
        self._open(NOBODY)

    def _open(self, card: ContactCard) -> None:
        if self._shown is not None:
            PersonDialog(self._around, self, self._shown.brief, card, self._on_saved)

    def _on_saved(self, name: str, touched: Touched) -> None:
        self.changed.emit(touched)
        self.told.emit(words(self._around.language).gettext("{name} is saved.").format(name=name))

    def _do(
        self,
        card: ContactCard,
        work: Callable[[int, int], Touched],
        then: Callable[[Touched], object] | None = None,
    ) -> None:
        seen = card.form.id, card.form.version
        self._deeds.do(partial(work, *seen), then or self.changed.emit, seen)

    def _on_archive(self, card: ContactCard) -> None:
        self._do(card, self._editing.archive, partial(self._on_archived, card))

    def _on_archived(self, card: ContactCard, touched: Touched) -> None:
        form = card.form
        said = words(self._around.language).gettext("{name} was put away.").format(name=form.name)
        self.changed.emit(touched)
        self.told_undo.emit(said, partial(self._editing.restore, form.id, form.version + 1))
