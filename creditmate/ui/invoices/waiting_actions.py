"""What can be done with forms not finished and with work that waits for its invoice."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPoint

from creditmate.domain.changes import Saved, Touched
from creditmate.domain.invoice_rows import WorkRow
from creditmate.i18n.catalogue import words
from creditmate.services.invoice_drafts import Draft
from creditmate.ui.invoices.invoices_page import WORK_KEY, InvoicesPage
from creditmate.ui.invoices.list_state import InvoicesState
from creditmate.ui.invoices.work_dialog import WorkDialog
from creditmate.ui.kit.menu import ActionMenu
from creditmate.ui.queries import Writes
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.wishes import OpenCustomer, WriteInvoice


class WaitingActions(QObject):
    """Going on with a form, invoicing work, putting work down."""

    def __init__(self, around: Surroundings, screen: InvoicesPage, state: InvoicesState) -> None:
        super().__init__(screen)
        self._around, self._screen, self._state = around, screen, state
        self._ = words(around.language).gettext
        self._deeds = Writes(around.desk, around.desk.failed.emit, self)

    # ------------------------------------------------------------- drafts
    def go_on(self, draft: int) -> None:
        """Open a form that was left."""
        self._screen.wanted.emit(WriteInvoice(draft=draft))

    def open_draft_menu(self, at: QPoint, ids: Sequence[int]) -> None:
        """Offer what can be done with a form."""
        chosen = [one for one in self._state.drafts if one.id in ids]
        if not chosen:
            return
        menu = ActionMenu(self._around.theme, self._screen)
        one = chosen[0]
        why_not = self._("Choose one of them.") if len(chosen) > 1 else ""
        enter = self._("Enter")
        menu.offer(Glyph.EDIT, self._("Go on"), partial(self.go_on, one.id), enter, why_not)
        menu.offer(Glyph.CLOSE, self._("Discard"), partial(self._discard, one), "", why_not)
        menu.popup(at)

    def _discard(self, draft: Draft) -> None:
        drafts = self._around.program.invoice_drafts

        def drop() -> Touched:
            drafts.discard(draft.id)
            return Touched.DRAFTS

        def bring_back() -> Touched:
            drafts.save(draft.typed, draft.begun_at, draft.id)
            return Touched.DRAFTS

        self._do(drop, self._("The draft is discarded"), bring_back)

    # ------------------------------------------------------------- work
    def put_down(self) -> None:
        """Put work down that was done."""
        WorkDialog(self._around, self._screen, None, self._on_put_down)

    def change(self, row: WorkRow) -> None:
        """Change work that was put down."""
        WorkDialog(self._around, self._screen, row, self._on_changed)

    def _on_put_down(self, saved: Saved) -> None:
        work = self._around.program.work
        undo = partial(work.set_aside, saved.id)
        self._screen.told_undo.emit(self._("The work is put down: it waits to be invoiced"), undo)
        self._screen.changed.emit(saved.touched)

    def _on_changed(self, touched: Touched) -> None:
        self._screen.told.emit(self._("The work is changed"))
        self._screen.changed.emit(touched)

    def invoice(self, item: int) -> None:
        """Write the invoice of all the work of this one's customer, to be looked at."""
        row = next((one for one in self._state.work if one.id == item), None)
        if row is not None:
            ids = [one.id for one in self._state.work if one.code == row.code]
            self._write(row.code, ids)

    def _write(self, code: str, ids: Sequence[int]) -> None:
        self._screen.wanted.emit(WriteInvoice(code, work=tuple(ids)))

    def _set_aside(self, row: WorkRow) -> None:
        work = self._around.program.work
        said = self._("Taken off the list: it is not invoiced")
        self._do(partial(work.set_aside, row.id), said, partial(work.bring_back, row.id))

    def open_work_menu(self, at: QPoint, ids: Sequence[int]) -> None:
        """Offer what can be done with the chosen work."""
        chosen = [one for one in self._state.work if one.id in ids]
        if not chosen:
            return
        _, first = self._, chosen[0]
        menu = ActionMenu(self._around.theme, self._screen)
        codes = {one.code for one in chosen}
        of_one = "" if len(codes) == 1 else _("Choose work of one customer.")
        one_only = "" if len(chosen) == 1 else _("Choose one piece of work.")
        menu.offer(
            Glyph.INVOICE, _("Invoice what is chosen"),
            partial(self._write, first.code, [one.id for one in chosen]), "", of_one,
        )  # fmt: skip
        menu.offer(
            Glyph.INVOICE, _("Invoice all of this customer"),
            partial(self.invoice, first.id), _("Enter"), of_one,
        )  # fmt: skip
        menu.offer(Glyph.NOTE, _("Put more work down…"), self.put_down, WORK_KEY)
        menu.addSeparator()
        menu.offer(Glyph.EDIT, _("Change…"), partial(self.change, first), "", one_only)
        menu.offer(
            Glyph.CLOSE, _("Take off the list"), partial(self._set_aside, first), "", one_only
        )
        wanted = self._screen.wanted.emit
        menu.offer(
            Glyph.CUSTOMERS, _("Open the customer"),
            lambda: wanted(OpenCustomer(first.code)), "", of_one,
        )  # fmt: skip
        menu.popup(at)

    # ------------------------------------------------------------- doing
    def _do(self, work: Any, said: str, undo: Any) -> None:  # noqa: ANN401 - any use-case
        self._deeds.do(work, partial(self._on_done, said, undo))

    def _on_done(self, said: str, undo: Any, touched: Touched) -> None:  # noqa: ANN401 - as above
        self._screen.told_undo.emit(said, undo)
        self._screen.changed.emit(touched)
