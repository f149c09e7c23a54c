"""Everything that can be done about the row that is chosen, as a menu."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from creditmate.domain.payment_list import PaymentDetail, PaymentRow
from creditmate.domain.proposals import Match
from creditmate.i18n.catalogue import words
from creditmate.services.claims import ClaimRow
from creditmate.ui.kit.menu import ActionMenu
from creditmate.ui.payments.acts import PaymentActs
from creditmate.ui.payments.lists import Chosen
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.wishes import OpenCustomer, StartCall


class PaymentMenu(QObject):
    """The same actions as the buttons and keys."""

    wanted = Signal(object)
    copy_asked = Signal()

    def __init__(self, around: Surroundings, acts: PaymentActs, parent: QWidget) -> None:
        super().__init__(parent)
        self._around, self._acts, self._parent = around, acts, parent
        self._ = words(around.language).gettext

    def open(self, at: QPoint, chosen: Chosen | None, detail: PaymentDetail | None) -> None:
        """Show the menu of a row at a place on the screen; ``detail`` where it is known."""
        if chosen is not None:
            self.make(chosen, detail).popup(at)

    def make(self, chosen: Chosen, detail: PaymentDetail | None) -> ActionMenu:
        """Offer what can be done about a row."""
        menu = ActionMenu(self._around.theme, self._parent)
        if isinstance(chosen, PaymentRow):
            self._of_receipt(menu, chosen, detail)
            codes = chosen.codes
        elif isinstance(chosen, Match):
            self._of_match(menu, chosen)
            codes = (chosen.credit.code,)
        else:
            self._of_claim(menu, chosen)
            codes = (chosen.code,)
        menu.addSeparator()
        if codes:
            opening = partial(self.wanted.emit, OpenCustomer(codes[0]))
            menu.offer(Glyph.OPEN_PAGE, self._("Open the customer"), opening)
        menu.offer(Glyph.COPY, self._("Copy"), self.copy_asked.emit, "Ctrl+C")
        return menu

    def _of_receipt(self, menu: ActionMenu, row: PaymentRow, detail: PaymentDetail | None) -> None:
        _, acts = self._, self._acts
        free, back = row.open - row.held, row.bounced_day is not None
        nothing = "" if free and not back else _("Nothing of it is left.")
        returned = _("It was returned by the bank.") if back else ""
        imported = _("It came with an import.") if row.presumed else ""
        menu.offer(
            Glyph.PAYMENT, _("Match it…"), partial(acts.match_receipt, row), _("Enter"), nothing
        )
        if row.held and detail is not None:
            menu.offer(Glyph.LOCK, _("Release the deposit"), partial(acts.release, detail))
        menu.offer(Glyph.BACK, _("Returned by the bank…"), partial(acts.bounce, row), "", returned)
        menu.offer(
            Glyph.HAND_OVER, _("Give money back…"), partial(acts.refund_receipt, row), "", nothing
        )
        menu.offer(Glyph.CLOSE, _("It was typed wrong…"), partial(acts.void, row), "", imported)

    def _of_match(self, menu: ActionMenu, match: Match) -> None:
        _, acts = self._, self._acts
        proposed = match.proposal is not None
        none = "" if proposed else _("Nothing is open that it could pay.")
        menu.offer(Glyph.CHECK, _("Take it"), partial(acts.take, match), _("Enter"), none)
        by_hand: Callable[[], object] = partial(acts.match_by_hand, match)
        menu.offer(Glyph.EDIT, _("Match by hand…"), by_hand, "M", none)
        menu.offer(Glyph.HAND_OVER, _("Give money back…"), partial(acts.refund, match.credit))

    def _of_claim(self, menu: ActionMenu, row: ClaimRow) -> None:
        _, acts = self._, self._acts
        menu.offer(Glyph.SEARCH, _("Look for it…"), partial(acts.look_for, row), _("Enter"))
        menu.offer(Glyph.ALERT, _("We looked: not there"), partial(acts.not_found, row))
        menu.offer(Glyph.UNDO, _("They take it back"), partial(acts.withdraw, row))
        call = partial(self.wanted.emit, StartCall(row.code))
        menu.offer(Glyph.CALL, _("Call"), call)
