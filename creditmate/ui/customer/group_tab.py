"""A group: the head office and its branches, what each owes, and where its statements go."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.domain.changes import Touched
from creditmate.domain.groups import StatementTo
from creditmate.domain.money import Money
from creditmate.i18n.account_words import limit_line
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import money
from creditmate.services.customer_pages import CustomerPage
from creditmate.services.groups import GroupView, Member
from creditmate.ui.kit.cell import Cell, CellTag
from creditmate.ui.kit.menu import ActionMenu
from creditmate.ui.kit.paged_model import Column, PagedModel
from creditmate.ui.kit.table import PagedTable
from creditmate.ui.kit.tag import Tone
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.queries import Latest, Writes
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SPACE, Ink, Type
from creditmate.ui.wishes import OpenCustomer

NOTHING = "–"


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A customer of a group; ``is_head`` of the head office."""

    id: int
    member: Member
    is_head: bool


@dataclass(frozen=True, slots=True)
class GroupCells:
    """Makes the cells, for a language and a locale."""

    language: str
    locale: str

    def columns(self) -> tuple[Column[GroupRow], ...]:
        """Return the columns; the order is the list's own."""
        _ = words(self.language).gettext
        return (
            Column("name", _("Customer"), self._name, 240, sortable=False),
            Column("owed", _("Owed"), self._owed, 136, True, False),
            Column("unallocated", _("Unallocated"), self._loose, 112, True, False),
            Column("work", _("Work not invoiced"), self._work, 136, True, False),
            Column("statements", _("Statements go"), self._to, 176, False, False),
        )

    def _name(self, row: GroupRow) -> Cell:
        name = row.member.customer.name
        if not row.is_head:
            return Cell(name, style=Type.BODY_MEDIUM)
        said = words(self.language).gettext("Head office")
        return Cell(name, style=Type.BODY_MEDIUM, tag=CellTag(said, Tone.NEUTRAL))

    def _owed(self, row: GroupRow) -> Cell:
        return Cell(self._amounts([one.owed for one in row.member.exposures]))

    def _loose(self, row: GroupRow) -> Cell:
        return Cell(self._amounts([-one.unallocated for one in row.member.exposures]), Ink.MUTED)

    def _work(self, row: GroupRow) -> Cell:
        return Cell(self._amounts([one.work for one in row.member.exposures]), Ink.MUTED)

    def _to(self, row: GroupRow) -> Cell:
        _ = words(self.language).gettext
        if row.is_head:
            return Cell(NOTHING, Ink.MUTED)
        to_head = row.member.statement_to is StatementTo.HEAD_OFFICE
        return Cell(_("to the head office") if to_head else _("to the branch"), Ink.MUTED)

    def _amounts(self, amounts: Sequence[Money]) -> str:
        said = [money(amount, self.locale, symbol=True) for amount in amounts if amount]
        return " · ".join(said) or NOTHING

    def summed(self, view: GroupView) -> str:
        """Return what the whole group owes, and its limit."""
        _ = words(self.language).gettext
        owed = self._amounts([one.total for one in view.exposures])
        said = _("Together {owed}").format(owed=owed)
        if view.limit is None:
            return said
        limit = limit_line(view.limit, self.language, self.locale)
        return said + " · " + _("limit {limit}").format(limit=limit)


class GroupTab(QWidget):
    """The table; Enter opens a customer, the menu says where its statements go."""

    wanted = Signal(object)
    changed = Signal(Touched)

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around, self._groups = around, around.program.groups
        self._members: dict[int, GroupRow] = {}
        self._cells = GroupCells(around.language, around.locale)
        failed = around.desk.failed.emit
        self.model: PagedModel[GroupRow] = PagedModel(
            self._cells.columns(), self._rows, around.desk, failed, self
        )
        name = words(around.language).gettext("Group")
        self.table: PagedTable[GroupRow] = PagedTable(self.model, around.theme, name)
        self._sum = Paragraph(around.theme, "", Type.BODY_STRONG)
        strip = QHBoxLayout()
        strip.setContentsMargins(SPACE.xl, SPACE.l, SPACE.xl, SPACE.m)
        strip.addWidget(self._sum, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(strip)
        column.addWidget(self.table, 1)
        self.table.opened.connect(self._on_opened)
        self.table.menu_asked.connect(self._on_menu)
        self._asked: Latest[GroupView | None] = Latest(around.desk, self._show, failed, self)
        self._deeds = Writes(around.desk, failed, self)

    def show_page(self, page: CustomerPage) -> None:
        """Show the group that a customer belongs to, if it does."""
        facts = page.brief.facts
        if facts.head_office is None and not facts.branches:
            self._asked.forget()
            return
        code, today = page.brief.customer.code, page.brief.as_at
        self._asked.ask(partial(self._groups.group, code, today))

    def _show(self, view: GroupView | None) -> None:
        members = () if view is None else view.members
        rows = [
            GroupRow(member.customer.id, member, is_head=not place)
            for place, member in enumerate(members)
        ]
        self._members = {row.id: row for row in rows}
        self.table.show_list([row.id for row in rows], rows)
        self._sum.set_text("" if view is None else self._cells.summed(view))

    def _rows(self, ids: Sequence[int]) -> list[GroupRow]:
        known = self._members
        return [known[id_] for id_ in ids if id_ in known]

    def _on_opened(self, id_: int) -> None:
        self.wanted.emit(OpenCustomer(self._members[id_].member.customer.code))

    def _on_menu(self, at: QPoint) -> None:
        ids = self.table.chosen_ids()
        if not ids:
            return
        _, row = words(self._around.language).gettext, self._members[ids[0]]
        menu = ActionMenu(self._around.theme, self)
        menu.offer(Glyph.OPEN_PAGE, _("Open"), partial(self._on_opened, row.id), _("Enter"))
        if not row.is_head:
            send = partial(self._send, row.member.customer.code)
            menu.addSeparator()
            menu.offer(
                Glyph.STATEMENT, _("Statements to the branch"), partial(send, StatementTo.BRANCH)
            )
            menu.offer(
                Glyph.STATEMENT,
                _("Statements to the head office"),
                partial(send, StatementTo.HEAD_OFFICE),
            )
        menu.popup(at)

    def _send(self, code: str, where: StatementTo) -> None:
        self._deeds.do(partial(self._groups.send_statement_to, code, where), self.changed.emit)
