"""Those for whom the policy of contacts differs: a list with what can be done to each."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.domain.changes import Touched
from creditmate.i18n.catalogue import words
from creditmate.services.contact_policy_editing import ContactPolicies, Override
from creditmate.services.contact_policy_sheet import PolicySheet
from creditmate.ui.kit.empty_state import EmptyWords
from creditmate.ui.queries import Writes
from creditmate.ui.settings.list_page import Action, ListBlock
from creditmate.ui.settings.policy_cells import PolicyCells
from creditmate.ui.settings.policy_dialog import PolicyDialog
from creditmate.ui.telling import Undo
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SIZES

if TYPE_CHECKING:
    from creditmate.ui.settings.page import SettingsPage

_HEIGHT = 5 * SIZES.dense_row + SIZES.table_head


class PolicyOthers(QWidget):
    """Each is saved by itself, and can be taken back; the form above is not touched by it.

    Attributes:
        block: The list.
    """

    def __init__(self, page: "SettingsPage") -> None:
        super().__init__()
        self._page, around = page, page.around
        self._ = words(around.language).gettext
        self._sheet: PolicySheet | None = None
        self._cells = PolicyCells(around.language, around.locale)
        actions: list[Action[Override]] = [
            Action(Glyph.EDIT, self._("Change…"), self._open),
            Action(Glyph.CLOSE, self._("As for everybody"), self._remove),
            Action(Glyph.ADD, self._("For somebody else…"), lambda _one: self.add_one()),
        ]
        title = self._("Other values for some")
        self.block: ListBlock[Override] = ListBlock(
            around, title, self._cells.columns(), actions, flexible=1
        )
        self.block.acted_on_none.connect(self.add_one)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.block)
        self.setFixedHeight(_HEIGHT)
        self._deeds = Writes(around.desk, around.desk.failed.emit, self)

    def show_sheet(self, sheet: PolicySheet) -> None:
        """Show those for whom something differs."""
        self._sheet, self._cells.currency = sheet, sheet.kept.currency
        _ = self._
        none = EmptyWords(
            _("The same for everybody"),
            _("Any of these values can be another one for a tag, or for one customer."),
            _("Other values for…"),
        )
        self.block.show_items(sheet.overrides, none)

    # ------------------------------------------------------------- doing
    def add_one(self) -> None:
        """Set other values for somebody."""
        self._open(None)

    def _open(self, one: Override | None) -> None:
        if self._sheet is not None:
            then = partial(self._on_set, self._sheet.overrides)
            PolicyDialog(self._page.around, self, self._sheet, one, then).begin()

    def _on_set(self, before: tuple[Override, ...], answer: tuple[str, str, Touched]) -> None:
        """Undone, what was set for the same before is set again, or nothing."""
        tag, code, touched = answer
        if touched is Touched.NOTHING:
            self._page.told.emit(self._("Nothing is other, so nothing was saved."))
            return
        service = self._page.around.program.contact_policies
        was = next((o for o in before if _same(o, tag, code)), None)
        undo = partial(_restore, service, tag, code, was)
        self._tell(self._("Other values are set"), touched, undo)

    def _remove(self, one: Override) -> None:
        service = self._page.around.program.contact_policies
        remove = partial(service.remove, tag=one.tag, code=one.code)
        self._deeds.do(remove, partial(self._on_removed, one))

    def _on_removed(self, one: Override, touched: Touched) -> None:
        service = self._page.around.program.contact_policies
        undo = partial(_restore, service, one.tag, one.code, one)
        self._tell(self._("The same as for everybody again"), touched, undo)

    def _tell(self, said: str, touched: Touched, undo: Undo) -> None:
        self._page.told_undo.emit(said, undo)
        self._page.changed.emit(touched)


def _same(one: Override, tag: str, code: str) -> bool:
    return (one.tag.casefold(), one.code.casefold()) == (tag.casefold(), code.casefold())


def _restore(service: ContactPolicies, tag: str, code: str, was: Override | None) -> Touched:
    rules = {} if was is None else was.rules
    if tag:
        return service.set_for_tag(tag, rules, anew=True)
    return service.set_for_customer(code, rules, anew=True)
