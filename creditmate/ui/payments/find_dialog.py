"""Looking for money that is said to be paid among what came and is not matched."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_in_table, days_to_measure, money
from creditmate.i18n.payment_words import claim_words
from creditmate.services.claims import Candidate, ClaimRow
from creditmate.ui.kit.cell import Cell
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.item_table import ItemTable, Numbered
from creditmate.ui.kit.paged_model import Column
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.payments.dialogs import Told
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES, Ink, Type

_ROWS = 6
_FLEXIBLE = 1


class FindDialog(EditDialog):
    """The likeliest first, with what speaks for each; Enter says that this is it."""

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        row: ClaimRow,
        candidates: Sequence[Candidate],
        then: Told,
    ) -> None:
        _ = words(around.language).gettext
        self._today = around.program.clock.today
        said = claim_words(row.standing, around.language, around.locale, self._today)
        title = _("Look for what {name} paid").format(name=row.name)
        detail = _("Said to be paid: {claim}.").format(claim=said)
        super().__init__(around, window, title, _("This is it"), detail=detail, width=SIZES.guide)
        self._row, self._then_tell = row, then
        self.list: ItemTable[Candidate] = ItemTable(
            around.theme, around.desk, _("Receipts that look like it"), self._columns(), _FLEXIBLE
        )
        if candidates:
            self.list.show_items(candidates)
            high = SIZES.table_head + min(len(candidates), _ROWS) * SIZES.table_row
            self.list.table.setFixedHeight(high + SIZES.hairline)
            self.put(self.list.table)
            self.list.table.opened.connect(lambda _id: self.on_verb())
        else:
            none = _(
                "No receipt that is not matched looks like it. Enter what came at the bank first."
            )
            self.put(Paragraph(around.theme, none, Type.BODY, Ink.MUTED))
            self.list.table.setParent(self)
            self.list.table.hide()
            self.verb.refuse(none)

    def on_verb(self) -> None:
        """The one that is marked is the money that was meant."""
        candidate = self.list.current
        if candidate is None or candidate.credit.receipt_id is None:
            return
        _ = words(self.around.language).gettext
        said = _("Found: {amount} of {name}").format(
            amount=money(candidate.credit.original, self.around.locale, symbol=True),
            name=self._row.name,
        )
        claim, receipt = self._row.standing.claim.id, candidate.credit.receipt_id
        work = partial(self.around.program.claims.found, claim, receipt)
        self.submit(work, partial(self._then_tell, said))

    # ------------------------------------------------------------- what the rows say
    def _columns(self) -> tuple[Column[Numbered[Candidate]], ...]:
        _ = words(self.around.language).gettext
        days = days_to_measure(self.around.locale)
        return (
            Column("day", _("Day"), self._day, 96, sortable=False, fits=days),
            Column("who", _("Customer"), self._who, 160, sortable=False),
            Column("amount", _("Amount"), self._amount, 96, right=True, sortable=False),
            Column("told", _("Reference"), self._told, 128, sortable=False),
            Column("like", _("What speaks for it"), self._like, 200, sortable=False),
        )

    def _day(self, row: Numbered[Candidate]) -> Cell:
        day = row.item.credit.day
        return Cell(day_in_table(day, self.around.locale, self._today), Ink.MUTED)

    def _who(self, row: Numbered[Candidate]) -> Cell:
        return Cell(row.item.credit.name, style=Type.BODY_MEDIUM)

    def _amount(self, row: Numbered[Candidate]) -> Cell:
        return Cell(money(row.item.credit.original, self.around.locale, symbol=True))

    def _told(self, row: Numbered[Candidate]) -> Cell:
        credit = row.item.credit
        return Cell(credit.reference or credit.payer or "–", Ink.MUTED)

    def _like(self, row: Numbered[Candidate]) -> Cell:
        _, like = words(self.around.language).gettext, row.item.likeness
        told = [
            text
            for holds, text in (
                (like.same_amount, _("same amount")),
                (like.same_customer, _("same customer")),
                (like.like_reference, _("reference alike")),
                (like.like_payer, _("payer alike")),
            )
            if holds
        ]
        return Cell(", ".join(told), Ink.ACCENT if like.same_amount else Ink.MUTED)
