"""The row one is on: what the panel says of it, and the one thing that Enter does."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal

from creditmate.domain.payment_list import PaymentDetail, PaymentRow
from creditmate.domain.proposals import Match
from creditmate.ui.kit.menu import do_from
from creditmate.ui.payments.acts import PaymentActs
from creditmate.ui.payments.lists import PaymentListsView
from creditmate.ui.payments.menu import PaymentMenu
from creditmate.ui.payments.side import PaymentSide
from creditmate.ui.payments.side_words import About, SideWords
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.wishes import DoThere


class ChosenPayment(QObject):
    """Follows the lists; of a receipt more is asked for than its row says.

    Attributes:
        acts: What is done about it.
        menu: Everything that can be done.
    """

    shown = Signal(bool)
    """The panel shows something now; whether it offers something to do."""

    def __init__(
        self, around: Surroundings, lists: PaymentListsView, side: PaymentSide, acts: PaymentActs
    ) -> None:
        super().__init__(lists)
        self._around, self._lists, self._side, self.acts = around, lists, side, acts
        self._detail: PaymentDetail | None = None
        self.menu = PaymentMenu(around, acts, lists)
        failed = around.desk.failed.emit
        self._details: Latest[PaymentDetail] = Latest(around.desk, self._show_detail, failed, self)
        lists.entered.connect(self._on_entered)
        lists.opened.connect(self.act)
        lists.menu_asked.connect(self._open_menu)
        side.act.clicked.connect(self.act)
        side.more.clicked.connect(lambda: self._open_menu(side.menu_corner()))

    def act(self) -> None:
        """Do the one thing that the panel's button offers."""
        chosen = self._lists.chosen
        if isinstance(chosen, Match):
            self.acts.take(chosen)
        elif isinstance(chosen, PaymentRow):
            self._act_on_receipt(chosen)
        elif chosen is not None:
            self.acts.look_for(chosen)

    def match_by_hand(self) -> bool:
        """Let it be ticked what the money is for; False where one is on nothing of that kind."""
        chosen = self._lists.chosen
        if isinstance(chosen, Match) and chosen.proposal is not None:
            self.acts.match_by_hand(chosen)
            return True
        return False

    def do_from_menu(self, wish: DoThere) -> str | None:
        """Do what the menu of the row offers; returns why not, None if it does not offer it."""
        chosen = self._lists.chosen
        return None if chosen is None else do_from(self.menu.make(chosen, self._detail), wish.texts)

    def _act_on_receipt(self, row: PaymentRow) -> None:
        if row.open - row.held and row.bounced_day is None:
            self.acts.match_receipt(row)
        elif row.held and self._detail is not None and self._detail.row.id == row.id:
            self.acts.release(self._detail)

    # ------------------------------------------------------------- showing
    def _on_entered(self) -> None:
        chosen, today = self._lists.chosen, self._around.program.clock.today
        if isinstance(chosen, PaymentRow):
            lists = self._around.program.payment_lists
            self._details.ask(partial(lists.detail, chosen.id, today))
            return
        self._details.forget()
        self._detail = None
        says = self._says()
        if chosen is None:
            self._show(None)
        else:
            self._show(says.match(chosen) if isinstance(chosen, Match) else says.claim(chosen))

    def _show_detail(self, detail: PaymentDetail) -> None:
        self._detail = detail
        self._show(self._says().receipt(detail))

    def _says(self) -> SideWords:
        around = self._around
        return SideWords(around.language, around.locale, around.program.clock.today)

    def _show(self, about: About | None) -> None:
        self._side.show_about(about, self.acts.take_off)
        self.shown.emit(about is not None and bool(about.verb))

    def _open_menu(self, at: QPoint) -> None:
        self.menu.open(at, self._lists.chosen, self._detail)
