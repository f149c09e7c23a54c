"""The people at a customer's: what they do, and how to reach them."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from creditmate.domain.rows import ContactRow
from creditmate.i18n.bidi import isolated
from creditmate.i18n.catalogue import words
from creditmate.i18n.customer_words import role_words
from creditmate.services.customer_pages import CustomerPage
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.facts import FactGrid
from creditmate.ui.kit.links import dial, write_to
from creditmate.ui.kit.portrait import PersonPortrait
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SPACE, Ink, Type

_COLUMNS = 2


class PersonBlock(QWidget):
    """A person: portrait, name and role, then number, address and best time."""

    def __init__(self, theme: Theme, person: ContactRow, language: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        head = QHBoxLayout()
        head.setSpacing(SPACE.m)
        head.addWidget(PersonPortrait(theme, person.name), 0, Qt.AlignmentFlag.AlignTop)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(Paragraph(theme, person.name, Type.BODY_STRONG))
        if role := role_words(person, language):
            names.addWidget(Paragraph(theme, role, Type.SMALL, Ink.MUTED))
        head.addLayout(names, 1)
        column.addLayout(head)
        column.addWidget(_reached(theme, person, language))
        column.addStretch(1)


def _reached(theme: Theme, person: ContactRow, language: str) -> FactGrid:
    """Number, address and best time, as far as they are known."""
    _ = words(language).gettext
    facts = FactGrid(theme)
    if person.phone:
        number = Button(theme, isolated(person.phone), Kind.LINK)
        number.setAccessibleName(_("Dial {number}").format(number=person.phone))
        number.clicked.connect(partial(dial, person.phone))
        facts.add_link(_("Number"), number)
    if person.email:
        address = Button(theme, isolated(person.email), Kind.LINK)
        address.setAccessibleName(_("Write to {address}").format(address=person.email))
        address.clicked.connect(partial(write_to, person.email))
        facts.add_link(_("E-mail"), address)
    facts.add_text(_("Best time"), person.best_time)
    return facts


class PeopleTab(QScrollArea):
    """Everybody, in columns."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(SPACE.xl, SPACE.l, SPACE.xl, SPACE.l)
        self._people = ColumnGrid(_COLUMNS, gap=SPACE.xl, row_gap=SPACE.xl)
        column.addWidget(self._people)
        column.addStretch(1)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setAccessibleName(words(around.language).gettext("Contacts"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_page(self, page: CustomerPage) -> None:
        """Show the people at a customer's."""
        self._people.clear()
        theme, language = self._around.theme, self._around.language
        for person in page.brief.people:
            self._people.add(PersonBlock(theme, person, language))
